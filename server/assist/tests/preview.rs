//! A draft as a document: its structure in each language, everything in it escaped, nothing lost.

#[path = "support/drafts.rs"]
mod drafts;
// What lies within what is no question here.
#[allow(dead_code)]
mod support;

use proptest::prelude::*;
use rapporteur_assist::{Direction, Preview, preview};
use rapporteur_draft::{DocumentKind, Draft, Hints, ParagraphKind};
use rapporteur_lint::{Locale, Settings, check};
use rapporteur_registry::Registry;

fn read(text: &str, kind: Option<DocumentKind>) -> Option<Preview> {
    let draft = Draft::read(text, &Hints { kind, ..Hints::default() });
    let findings = check(text, &draft, &Registry::embedded(), &Settings::default());
    preview(text, &draft, &findings, Locale::ENGLISH)
}

/// The preview of a resolution as if nothing had been found in it.
fn shown(text: &str) -> Preview {
    let draft = Draft::read(text, &Hints { kind: Some(DocumentKind::Resolution), ..Hints::default() });
    preview(text, &draft, &[], Locale::ENGLISH).expect("a draft has a preview")
}

/// What is printed of a fragment: its text without tags and without the margin.
fn words(html: &str) -> String {
    let (mut out, mut rest) = (String::new(), html);
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        rest = &rest[open..];
        let end = if rest.starts_with("<aside") {
            rest.find("</aside>").map(|at| at + 8)
        } else {
            rest.find('>').map(|at| at + 1)
        };
        rest = &rest[end.expect("every element is closed")..];
    }
    out.push_str(rest);
    ["&lt;", "&gt;", "&quot;", "&#39;", "&amp;"]
        .iter()
        .zip(["<", ">", "\"", "'", "&"])
        .fold(out, |out, (escaped, c)| out.replace(escaped, c))
}

/// Asserts that a fragment has some pieces, in this order.
fn has_in_order(html: &str, pieces: &[&str]) {
    let mut at = 0;
    for piece in pieces {
        let found = html[at..].find(piece).unwrap_or_else(|| panic!("{piece} is missing in:\n{}", &html[at..]));
        at += found + piece.len();
    }
}

fn draft(name: &str) -> Preview {
    let text = drafts::all().into_iter().find(|(known, _)| known == name).expect("the draft").1;
    read(&text, None).expect("a draft has a preview")
}

#[test]
fn drafts_in_six_languages_are_documents() {
    for (name, language, direction, pieces) in [
        (
            "cybercrime.en.md",
            "en",
            Direction::Ltr,
            &[
                "<p class=\"name\" data-line=\"0\" data-end-line=\"0\"><bdi>United Nations</bdi></p>",
                "<p class=\"symbol\" data-line=\"2\" data-end-line=\"2\"><bdi>A/C.3/81/L.9</bdi></p>",
                "><bdi>General Assembly</bdi></p>",
                "<p class=\"distribution\" data-line=\"6\"",
                "14 October 2026</bdi></p>",
                "<p class=\"session\" data-line=\"12\"",
                "<p class=\"item\" data-line=\"18\"",
                "<p class=\"sponsors\" data-line=\"20\"",
                "<h1 class=\"title\">Helping States to prevent and investigate cybercrime</h1>",
                "<p class=\"preambular\"><em>Guided</em> by the purposes",
                "<p class=\"operative\"><span class=\"number\">1.</span> <em>Invites</em> all States",
            ][..],
        ),
        (
            "trata.es.md",
            "es",
            Direction::Ltr,
            &[
                ">Naciones Unidas</bdi></p>",
                "class=\"symbol\"",
                "class=\"organ\"",
                "class=\"distribution\"",
                "22 de octubre de 2026",
                "class=\"session\"",
                "class=\"item\"",
                "class=\"sponsors\"",
            ],
        ),
        (
            "abeilles.fr.md",
            "fr",
            Direction::Ltr,
            &["class=\"symbol\"", "class=\"organ\"", "class=\"enacting-line\"", "class=\"number\">1."],
        ),
        (
            "biens-culturels.fr.md",
            "fr",
            Direction::Ltr,
            &[
                "class=\"session\" data-line=\"18\"",
                "class=\"session\" data-line=\"20\"",
                "class=\"item\" data-line=\"22\"",
            ],
        ),
        (
            "schools.ru.md",
            "ru",
            Direction::Ltr,
            &["Организация Объединенных Наций</bdi></p>", "class=\"organ\"", "class=\"sponsors\"", "<h1"],
        ),
        (
            "oases.ar.md",
            "ar",
            Direction::Rtl,
            &[
                "<bdi>A/C.2/81/L.27</bdi>",
                "الجمعية العامة</bdi></p>",
                "class=\"enacting-line\"><em><strong>إن الجمعية العامة</strong></em>،",
                "<em><strong>إذ تشير</strong></em> إلى",
            ],
        ),
        (
            "gushu.zh.md",
            "zh",
            Direction::Ltr,
            &[
                "联合国</bdi></p>",
                "class=\"organ\"",
                "第八十一届会议</bdi></p>",
                "class=\"enacting-line\"><strong>大会</strong>，",
                "<strong>回顾</strong>其关于",
            ],
        ),
    ] {
        let shown = draft(name);
        assert_eq!((shown.language, shown.direction), (language, direction), "{name}");
        has_in_order(&shown.html, pieces);
    }
}

#[test]
fn what_is_no_draft_has_no_preview() {
    assert_eq!(read("# A tool\n\nInstall it, and run it.\n", None), None);
}

#[test]
fn reports_decisions_and_excerpts_have_one() {
    for kind in [DocumentKind::Report, DocumentKind::Decision, DocumentKind::Excerpt] {
        let shown = read("# Report\n\n1. The Committee met.\n\nIt rose.\n", Some(kind)).expect("a preview");
        assert!(words(&shown.html).contains("The Committee met."), "{}", shown.html);
    }
}

#[test]
fn nothing_of_a_draft_passes_as_html() {
    let shown = shown(
        "# A <script>alert(1)</script> title\n\n*The General Assembly*,\n\n*Noting* <img src=x onerror=alert(1)> & \"<b onclick='x'>this</b>\" [a](javascript:alert(1)) [b](<https://x.org/\"><script>>),\n\n\
         <script>\nalert(2)\n</script>\n\n1. *Decides* `<script>` &lt;script&gt; <!-- <script> --> <i>so</i></i></p>;\n\n[^\"><script>]: <iframe src=x>\n",
    );
    for tag in ["<script", "<img", "<iframe", "<b ", "javascript:", "</i>"] {
        assert!(!shown.html.contains(tag), "{tag} in:\n{}", shown.html);
    }
    has_in_order(&shown.html, &["&lt;script&gt;alert(1)", "&lt;img src=x", "<em>so</em>"]);
}

#[test]
fn calls_lead_to_notes_at_the_foot_and_back() {
    let text = "*The General Assembly*,\n\n*Noting* it,[^1] and that<sup>2</sup>,\n\n[^1]: One *note*.\n\n[^2]: Two.\n\n1. *Decides* so.\n\n17 May 2026\n";
    has_in_order(
        &shown(text).html,
        &[
            "it,<sup class=\"call\" id=\"call-0\"><a href=\"#note-0\">1</a></sup> and that<sup class=\"call\" id=\"call-1\"><a href=\"#note-1\">2</a></sup>,",
            "class=\"operative\"",
            "class=\"adoption-line\">17 May 2026",
            "<section class=\"notes\">",
            "<p class=\"note\" id=\"note-0\"><a class=\"note-label\" href=\"#call-0\">1</a> One <em>note</em>.",
            "id=\"note-1\"",
        ],
    );
}

#[test]
fn sub_paragraphs_stand_below_their_paragraphs() {
    let text = "*The General Assembly*,\n\n1. *Requests* the Secretary-General:\n\n(a) To list:\n\n(i) Wells;\n\n(b) To report;\n\n2. *Decides* so.\n";
    has_in_order(
        &shown(text).html,
        &[
            "<p class=\"sub-paragraph\" data-depth=\"1\"><span class=\"number\">(a)</span>",
            "data-depth=\"2\"><span class=\"number\">(i)</span>",
            "data-depth=\"1\"><span class=\"number\">(b)</span>",
            "<p class=\"operative\"><span class=\"number\">2.</span>",
        ],
    );
}

#[test]
fn parts_sections_and_annexes_have_headings() {
    let text = "# 81/1. Ports\n\n*The General Assembly*,\n\n## I. Pilots\n\n1. *Decides* so;\n\nB\n\n*The General Assembly*,\n\n1. *Decides* so.\n\n## Annex\n\nRules\n";
    has_in_order(
        &shown(text).html,
        &[
            "<h3 class=\"heading\">I. Pilots</h3>",
            "<h2 class=\"part\">B</h2>",
            "<h2 class=\"annex-heading\">Annex</h2>",
            "<p class=\"annex\">Rules</p>",
        ],
    );
}

#[test]
fn lines_of_plain_text_are_joined_and_its_verbs_are_in_italics() {
    let text = "The General Assembly,\n\nRecalling its resolution 70/1 of\n25 September 2015 and all that it\nsays of ports,\n\n1. Decides to go\non.\n";
    has_in_order(
        &shown(text).html,
        &[
            "<em class=\"verb\">The General Assembly</em>,",
            "<em class=\"verb\">Recalling</em> its resolution 70/1 of 25 September 2015 and all that it says of ports,",
            "<em class=\"verb\">Decides</em> to go on.",
        ],
    );
    let chinese = shown("**大会**，\n\n**回顾**其关于可持续发\n展的决议，\n\n1. **决定**继续。\n");
    assert!(chinese.html.contains("可持续发展的决议"), "{}", chinese.html);
}

#[test]
fn a_paragraph_that_a_page_has_cut_is_one() {
    let text = "*The General Assembly*,\n\n*Recalling* its resolution 70/1 of 25 September 2015 and\n\n2/5\n\nall that it says of ports,\n\n1. *Decides* so.\n";
    let html = shown(text).html;
    has_in_order(&html, &["and all that it says of ports,</p>", "<p class=\"furniture\">2/5</p>"]);
}

#[test]
fn lists_and_tables_are_lists_and_tables() {
    let text = "# Report\n\nSee:\n\n- one *x*\n- two\n\n| State | Ports |\n|---|---:|\n| Malta | 3 |\n";
    let html = read(text, Some(DocumentKind::Report)).expect("a preview").html;
    has_in_order(
        &html,
        &["<ul><li>one <em>x</em></li>", "<li>two</li>", "<table><tr><th>State</th>", "<td class=\"end\">3</td>"],
    );
}

#[test]
fn blocks_have_their_lines_and_findings_stand_beside_them() {
    let text = "*The General Assembly*,\r\n\r\n*Recalling* 😀 its resolution 65/230\r\nof 12 December 2010,\r\n\r\n1. *Decides* so.\r\n";
    has_in_order(
        &read(text, None).expect("a preview").html,
        &[
            "<div class=\"block\" data-line=\"2\" data-end-line=\"3\">",
            "<span class=\"found\" data-severity=\"error\" data-finding=\"1\">12 December 2010</span>",
            "<aside class=\"margin\" lang=\"en\" dir=\"ltr\">",
            "<p class=\"finding\" data-finding=\"1\" data-rule=\"citation-date\" data-severity=\"error\" data-line=\"3\">Resolution 65/230",
        ],
    );
}

/// Letters and figures alone: what Markdown makes of the marks between them is not what is asked here.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn every_word_of_our_drafts_is_shown() {
    for (name, text) in drafts::all() {
        let draft = Draft::read(&text, &Hints::default());
        if draft.kind == DocumentKind::Other {
            continue;
        }
        let html = read(&text, None).expect("a preview").html;
        let shown = letters(&words(&html));
        for paragraph in draft.paragraphs.iter().filter(|paragraph| paragraph.kind != ParagraphKind::Furniture) {
            let content = &text[paragraph.content.clone()];
            // What stands in comments and targets of links is not printed.
            for word in content
                .split(|c: char| !c.is_alphanumeric())
                .filter(|_| !content.contains('<') && !content.contains("]("))
            {
                assert!(shown.contains(word), "{name}: “{word}” of “{content}” is not shown");
            }
        }
    }
}

/// Asserts that elements are closed in the order in which they were opened.
fn well_formed(html: &str) -> Result<(), TestCaseError> {
    let mut open = Vec::new();
    for tag in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        let name = tag.split(' ').next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(name) => prop_assert_eq!(open.pop(), Some(name), "{}", html),
            None if matches!(name, "br" | "hr") => {}
            None => open.push(name),
        }
    }
    prop_assert!(open.is_empty(), "{open:?} is left open in {html}");
    Ok(())
}

proptest! {
    #![proptest_config(support::cases(200))]

    #[test]
    fn any_text_makes_elements_that_are_closed(text in support::text()) {
        let draft = Draft::read(&text, &Hints { kind: Some(DocumentKind::Resolution), ..Hints::default() });
        let findings = check(&text, &draft, &Registry::embedded(), &Settings::default());
        let shown = preview(&text, &draft, &findings, Locale::ENGLISH).expect("a preview");
        well_formed(&shown.html)?;
    }
}
