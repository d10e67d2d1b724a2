; Clauses as text objects, also under the names for which editors have keys.

(preambular_paragraph content: (inline) @clause.inner) @clause.outer
(operative_paragraph content: (inline) @clause.inner) @clause.outer
(preambular_paragraph content: (inline) @function.inside @function.inner) @function.around @function.outer
(operative_paragraph content: (inline) @function.inside @function.inner) @function.around @function.outer

(sub_paragraph content: (inline) @parameter.inside @parameter.inner) @parameter.around @parameter.outer

(section) @class.around @class.outer
(part) @class.around @class.outer
(annex) @class.around @class.outer

(paragraph content: (inline) @block.inner) @block.outer

(note_definition content: (inline) @note.inner) @note.outer

(comment) @comment.around @comment.outer
