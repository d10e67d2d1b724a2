; Emphasis, links and code within paragraphs are those of Markdown.

((inline) @injection.content
  (#set! injection.language "markdown_inline")
  (#set! injection.include-children))

((front_matter) @injection.content
  (#set! injection.language "yaml")
  (#offset! @injection.content 1 0 -1 0)
  (#set! injection.include-children))

((comment) @injection.content
  (#set! injection.language "html"))
