; What can be folded: the parts of a draft, and paragraphs with all that belongs to them.

[
  (masthead)
  (part)
  (annex)
  (section)
  (preambular_paragraph)
  (operative_paragraph)
  (sub_paragraph)
  (paragraph)
  (note_definition)
  (front_matter)
  (code_block)
  (comment)
] @fold
