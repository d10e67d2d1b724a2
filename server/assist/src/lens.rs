//! What is shown above the enacting line: how much there is of what.

use rapporteur_draft::{Draft, ParagraphKind, Span};
use rapporteur_lint::{Finding, Locale};

use crate::{counts::Counts, wording::say};

/// A line above a line of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// The enacting line above which it stands.
    pub span: Span,
    /// What it says.
    pub title: String,
}

/// For each enacting line the counts of what follows up to the next: paragraphs, citations, notes, findings. What there
/// is none of is not said.
pub fn lenses(draft: &Draft, findings: &[Finding], locale: Locale) -> Vec<Lens> {
    let enacting: Vec<&Span> = draft
        .paragraphs
        .iter()
        .filter(|paragraph| paragraph.kind == ParagraphKind::EnactingLine)
        .map(|paragraph| &paragraph.span)
        .collect();
    let within = |index: usize| {
        // What stands above the first enacting line is counted with it.
        let start = if index == 0 { 0 } else { enacting[index].start };
        start..enacting.get(index + 1).map_or(usize::MAX, |next| next.start)
    };
    let lens = |index: usize| {
        let counts = Counts::within(draft, findings, &within(index));
        Lens { span: enacting[index].clone(), title: said(counts, locale) }
    };
    // Below an enacting line that has just been written there is nothing to count.
    (0..enacting.len()).map(lens).filter(|lens| !lens.title.is_empty()).collect()
}

fn said(counts: Counts, locale: Locale) -> String {
    let counts = [
        ("preambular", counts.preambular),
        ("operative", counts.operative),
        ("citation", counts.citations),
        ("note", counts.notes),
        ("finding", counts.findings()),
    ];
    let said = counts.into_iter().filter(|(_, count)| *count > 0).map(|(what, count)| {
        let key = if count == 1 { what.to_owned() } else { format!("{what}s") };
        say(locale, "lens", &key, &[("count", &count)])
    });
    said.collect::<Vec<_>>().join(" · ")
}
