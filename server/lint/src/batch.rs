//! What can be put right at once, by a name that says what it is.

use rapporteur_draft::{Draft, Hints, Markup, Span};
use rapporteur_registry::Registry;

use crate::{Finding, Fixed, Settings, Which, check_with, fix::is_safe, fix_where};

/// Fixes that are applied together: those of all rules, or of rules that have one purpose.
#[derive(Debug, PartialEq, Eq)]
pub struct Batch {
    /// The name, as commands, kinds of actions and their wording have it.
    pub name: &'static str,
    /// The rules; all if there is none.
    rules: &'static [&'static str],
    /// Whether its name says what it does. Who asks for it then wants it although the rules may be off, and wants what is
    /// only suggested too. Else it does what is safe, by the rules that are on.
    by_name: bool,
    /// Whether it brings emphasis into a text that has none. The rules take such a text for one that can't have any.
    emphasises: bool,
}

/// All safe fixes.
pub const FIX_ALL: Batch = Batch { name: "fixAll", rules: &[], by_name: false, emphasises: false };

/// Numbers operative paragraphs 1, 2, 3 …
pub const RENUMBER_PARAGRAPHS: Batch = Batch {
    name: "renumberParagraphs",
    rules: &["paragraph-numbering", "paragraph-unnumbered", "preamble-numbered", "single-operative-numbered"],
    by_name: true,
    emphasises: false,
};

/// Numbers notes in the order of their calls, and puts their definitions in this order.
pub const RENUMBER_FOOTNOTES: Batch =
    Batch { name: "renumberFootnotes", rules: &["footnote-sequence"], by_name: true, emphasises: false };

/// Puts the enacting line and the verbs into italics.
pub const ITALICISE_VERBS: Batch = Batch {
    name: "italiciseVerbs",
    rules: &["enacting-line", "operative-verb-italics", "preambular-verb-italics", "verb-italics-extent"],
    by_name: true,
    emphasises: true,
};

/// What changes the look of a draft and no word of it: numbers, labels, spaces, marks.
pub const FORMATTING: Batch = Batch {
    name: "formatting",
    rules: &[
        "accented-capital",
        "dash",
        "double-space",
        "footnote-placement",
        "footnote-sequence",
        "ligature",
        "mixed-apostrophes",
        "number-sign",
        "operative-punctuation",
        "paragraph-label",
        "paragraph-numbering",
        "paragraph-unnumbered",
        "preamble-numbered",
        "preamble-punctuation",
        "quotation-marks",
        "single-operative-numbered",
        "space-before-apostrophe",
        "space-before-punctuation",
        "subparagraph-homoglyph",
        "subparagraph-label",
        "subparagraph-sequence",
        "wrong-script-punctuation",
    ],
    by_name: false,
    emphasises: false,
};

/// Those that are offered as actions on a draft.
pub const OFFERED: [&Batch; 4] = [&FIX_ALL, &RENUMBER_PARAGRAPHS, &RENUMBER_FOOTNOTES, &ITALICISE_VERBS];

impl Batch {
    /// Its rules, as they are run.
    fn which(&self) -> Which<'static> {
        match (self.rules, self.by_name) {
            ([], _) => Which::On,
            (rules, false) => Which::OnAmong(rules),
            (rules, true) => Which::Named(rules),
        }
    }

    /// Whether it applies the fix of a finding.
    fn wants(&self, finding: &Finding) -> bool {
        if self.by_name { finding.fix.is_some() } else { is_safe(finding) }
    }

    /// Whether it would change a draft; `findings` are those of all rules that are on. Only rules that are off are
    /// run for it.
    pub fn is_due(
        &self,
        findings: &[Finding],
        text: &str,
        draft: &Draft,
        registry: &Registry,
        settings: &Settings,
    ) -> bool {
        let has = |finding: &Finding| self.rules.is_empty() || self.rules.contains(&finding.rule);
        if findings.iter().any(|finding| has(finding) && self.wants(finding)) {
            return true;
        }
        let would = |rules: &[&'static str], draft: &Draft| {
            let found = check_with(Which::Named(rules), text, draft, registry, settings);
            found.iter().any(|finding| self.wants(finding))
        };
        if self.emphasises && draft.markup == Markup::Plain {
            let mut draft = draft.clone();
            draft.markup = Markup::Markdown;
            return would(self.rules, &draft);
        }
        let is_off =
            |name: &&str| crate::RULES.iter().any(|rule| rule.name == *name && settings.severity(rule).is_none());
        let off: Vec<&'static str> = self.rules.iter().copied().filter(is_off).collect();
        self.by_name && !off.is_empty() && would(&off, draft)
    }

    /// Applies it to a text.
    pub fn apply(&self, text: &str, hints: &Hints, registry: &Registry, settings: &Settings) -> Fixed {
        let mut draft = Draft::read(text, hints);
        if self.emphasises {
            draft.markup = Markup::Markdown;
        }
        fix_where(self.which(), text, draft, hints, registry, settings, |_, finding| self.wants(finding))
    }

    /// Applies what of it changes nothing outside a stretch of the text: a sequence that begins before it is left alone.
    pub fn apply_within(
        &self,
        stretch: &Span,
        text: &str,
        hints: &Hints,
        registry: &Registry,
        settings: &Settings,
    ) -> Fixed {
        // What stands behind the stretch keeps its distance from the end.
        let behind = text.len() - stretch.end;
        let within = |text: &str, finding: &Finding| {
            let edits = finding.fix.iter().flat_map(|fix| &fix.edits);
            edits.into_iter().all(|edit| stretch.start <= edit.span.start && edit.span.end + behind <= text.len())
        };
        let draft = Draft::read(text, hints);
        fix_where(self.which(), text, draft, hints, registry, settings, |text, finding| {
            self.wants(finding) && within(text, finding)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RULES;

    #[test]
    fn batches_are_of_rules_that_have_fixes() {
        for batch in OFFERED.into_iter().chain([&FORMATTING]) {
            assert!(batch.rules.is_sorted(), "{}", batch.name);
            for name in batch.rules {
                let rule = RULES.iter().find(|rule| rule.name == *name).unwrap_or_else(|| panic!("no rule {name}"));
                assert!(!rule.fixes.is_empty(), "{name} has no fixes");
            }
        }
    }
}
