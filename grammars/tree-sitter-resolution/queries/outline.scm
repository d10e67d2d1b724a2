; The outline that Zed shows.

(title content: (inline) @name) @item
(enacting_line body: (body) @name) @item
(section heading: (heading content: (inline) @name)) @item
(part heading: (heading content: (inline) @name)) @item
(annex heading: (heading content: (inline) @name)) @item
(preambular_paragraph verb: (verb) @name) @item
(operative_paragraph number: (number) @context verb: (verb) @name) @item
