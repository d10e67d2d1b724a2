//! Texts made to cost more than their length: each has something that is begun over and over and never ended, or ended
//! only once at the very end.

/// What such texts are made of: a beginning, what is repeated, and an end.
pub const TEXTS: &[[&str; 3]] = &[
    // Citations and dates without end.
    ["", "its resolution 65/230 of ", ""],
    ["Recalling its resolutions ", "65/230, ", "of 21 December 2010"],
    ["", "resolution ", "65/230"],
    ["", "3 March and ", "4 April 2010"],
    ["", "3, ", "4 April 2010"],
    ["", "3 March, ", ""],
    ["", "General Assembly, ", "resolution 65/230"],
    ["", "the Council and its ", "resolution 65/230"],
    ["", "its decision 1 (", ""],
    ["résolution ", "65/230 et ", "67/189 de l’Assemblée générale"],
    ["", "paragraphs 1 and ", "9 above"],
    ["", "A/A/A-1-(", ""],
    ["", "A/", ""],
    ["A/RES", "-A", ""],
    ["A/1", " (Part I)", ""],
    ["", "A/\n\n1", ""],
    // Notes.
    ["", "[^1", ""],
    ["", "[^", "]"],
    ["x", "[^1] ", "."],
    ["x", "[^1]x ", "         [^1]"],
    ["", "[^1]: a\n", ""],
    ["", "<sup>", ""],
    ["", "<sup>", "</sup>"],
    ["", "<sup>1</sup>", ""],
    ["", "a¹ ", ""],
    ["a", "¹", ""],
    ["a", "\\*", ""],
    ["1 a", ". 2 ", ""],
    ["", "* A/1.\n\n", ""],
    // Marks.
    ["", "***", ""],
    ["", "*a ", ""],
    ["", "*a **b ", ""],
    ["", "a* ", ""],
    ["", "_*", ""],
    ["", "`", ""],
    ["", "` ``", ""],
    ["", "[", ""],
    ["", "[a](", ""],
    ["", "![", "](a)"],
    ["", "((((", ""],
    ["", "<a ", ""],
    ["", "<!-- ", ""],
    ["", "<!-- rapporteur: ", ""],
    ["", "<!-- rapporteur: ", "-->"],
    ["", "<!-- rapporteur: off -->", ""],
    ["", "<!-- rapporteur: ignore -->\n\n", "1. decides;"],
    ["", "a <!--\n", "-->"],
    ["", "```\n", ""],
    ["", "> ", "a"],
    ["", "- ", "a"],
    ["", "\\", ""],
    ["", "&", ""],
    // Lines and paragraphs.
    ["", "1. *Decides* x;\n\n", ""],
    ["", "1. Decides x;\n", ""],
    ["", "(a) x;\n", ""],
    ["", "*Recalling* x,\n\n", ""],
    ["", "*The General Assembly*,\n\n", ""],
    ["", "1.\n", ""],
    ["", "(", "a)"],
    ["a\n", "”\n", ""],
    ["a", "*\n", ""],
    ["a\n", "b\n", ""],
    ["a,\n", "Recalling\n", ""],
    ["", "a\n \n", ""],
    ["", "---\n", ""],
    ["", "# a\n", ""],
    ["", "A\n\n", ""],
    ["", "Annex\n\n", ""],
    ["---\n", "a: b\n", ""],
    ["", "\r", ""],
    ["", "\u{0}", ""],
    ["", "\u{feff}", ""],
    ["", "e\u{301}", ""],
    ["", "a-", ""],
    ["", "qu'", ""],
    ["", "9", ""],
    ["", ", ", ""],
    ["", " ", "a"],
];

/// A text of about this many bytes. What decides how a text is read stands before it: it is a resolution in English.
pub fn text([before, repeated, after]: [&str; 3], bytes: usize) -> String {
    let count = bytes.div_ceil(repeated.len());
    format!(
        "# On the length of texts\n\n*The General Assembly*,\n\n*Recalling* that it is so, and that it was so,\n\n\
         {before}{}{after}",
        repeated.repeat(count)
    )
}
