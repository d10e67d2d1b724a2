//! Texts made to cost more than their length: each has something that is begun over and over and never ended, or ended
//! only once at the very end.

use std::ops::RangeInclusive;

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
    // The same in Chinese and Arabic, where other words stand before and behind, and where words are written together.
    ["", "其第65/230号、", "决议"],
    ["回顾其第", "65/230号和第", "决议"],
    ["", "大会", "第65/230号决议"],
    ["", "关于", "的第65/230号决议"],
    ["", "二〇一〇年", "十二月二十一日第65/230号决议"],
    ["", "2010年12月21日和", "第65/230号决议"],
    ["", "十", "月"],
    ["", "第", "1号"],
    ["", "上文第", "9段"],
    ["上文第", "9段和第", "9段"],
    ["按照第", "9(a", "段所述"],
    ["", "决议¹和", ""],
    ["", "“题为", "”"],
    ["", "(二十一", ")"],
    ["", "**请**继续；\n\n", ""],
    ["", "قرارها 65/230 المؤرخ ", ""],
    ["قرارات الجمعية العامة ", "65/230 و ", "74/173"],
    ["", "الجمعية العامة ", "القرار 65/230"],
    ["", "والـ", "قرار 65/230"],
    ["", "ولل", "قرار"],
    ["", "ألف وباء ", "(د-3)"],
    ["", "كانون الأول/", "ديسمبر 2010"],
    ["", "(د-", "3)"],
    ["", "٢١ و ", "كانون الأول/ديسمبر ٢٠١٠"],
    ["", "الفقرة 9 و", "أعلاه"],
    ["", "\u{200f}65/\u{200e}", "230"],
    ["", "ً", ""],
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

/// What decides how a text is read, before it: it is a resolution in the language of what is repeated.
const OPENINGS: [(RangeInclusive<char>, &str); 3] = [
    ('\u{4e00}'..='\u{9fff}', "# 关于案文的长度\n\n**大会**，\n\n**回顾**各国在这方面的工作以及为此采取的措施，\n\n"),
    (
        '\u{600}'..='\u{6ff}',
        "# عن طول النصوص\n\n***إن الجمعية العامة***،\n\n***إذ تشير*** إلى ما قامت به الدول في هذا المجال من أعمال،\n\n",
    ),
    (
        '\0'..=char::MAX,
        "# On the length of texts\n\n*The General Assembly*,\n\n*Recalling* that it is so, and that it was so,\n\n",
    ),
];

/// A text of about this many bytes.
pub fn text([before, repeated, after]: [&str; 3], bytes: usize) -> String {
    let count = bytes.div_ceil(repeated.len());
    let opening = OPENINGS.iter().find(|(script, _)| repeated.contains(|c| script.contains(&c)));
    let opening = opening.map_or("", |(_, opening)| opening);
    format!("{opening}{before}{}{after}", repeated.repeat(count))
}
