; Emphasis, links and code within paragraphs are those of Markdown, under the name that it has in Zed.

((inline) @injection.content
  (#set! injection.language "markdown-inline"))

((comment) @injection.content
  (#set! injection.language "html"))
