; What stands in a draft, in the names of captures that Neovim, Helix and Zed know.

(title content: (inline) @markup.heading.1)
(heading content: (inline) @markup.heading)
(heading_marker) @punctuation.special

(enacting_line body: (body) @type)
(preambular_paragraph verb: (verb) @keyword)
(operative_paragraph verb: (verb) @function)
(emphasis_marker) @punctuation.delimiter

[
  (number)
  (label)
] @markup.list

(citation body: (body) @module)
(citation_number) @markup.link.label
(citation date: (date) @number)
(inline (date) @number)
(symbol) @constant

[
  (note_label)
  (note_call)
] @markup.link

(adoption_line content: (inline) @attribute)
(running_head) @comment
(thematic_break) @punctuation.special
(code_block) @markup.raw.block
(front_matter) @comment
(comment) @comment
(directive) @keyword.directive
