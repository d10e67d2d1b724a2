; Emphasis, links and code within paragraphs are those of Markdown, under the name that it has in Helix.

((inline) @injection.content
  (#set! injection.language "markdown.inline")
  (#set! injection.include-unnamed-children))

((comment) @injection.content
  (#set! injection.language "html"))
