//! What a comment in a draft asks of Rapporteur: `<!-- rapporteur: ignore citation-date -->`.

use rapporteur_draft::{Directive, DocumentKind, Language, Span};
use rapporteur_symbol::Body;

use crate::settings::Vocabulary;

use crate::{RULES, Rule};

/// What a comment does to the findings of the rules that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    /// Silences the line on which it stands; standing alone, the paragraph that follows.
    Ignore,
    /// Silences the next line that is not blank.
    IgnoreNextLine,
    /// Silences the whole text.
    IgnoreFile,
    /// Silences all that follows, up to an [`Verb::On`].
    Off,
    /// Ends what an [`Verb::Off`] began.
    On,
}

impl Verb {
    /// The verbs as they are written.
    pub(crate) const NAMES: [(&'static str, Verb); 5] = [
        ("ignore", Verb::Ignore),
        ("ignore-next-line", Verb::IgnoreNextLine),
        ("ignore-file", Verb::IgnoreFile),
        ("off", Verb::Off),
        ("on", Verb::On),
    ];
}

/// The verbs with which comments silence rules, as they are written.
pub const INSTRUCTIONS: [&str; Verb::NAMES.len()] = {
    let mut names = [""; Verb::NAMES.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = Verb::NAMES[at].0;
        at += 1;
    }
    names
};

/// What a comment may say of its text, with the values that it may have: `language=fr`.
pub fn instruction_settings() -> [(&'static str, Vec<&'static str>); 3] {
    [("language", names::<Language>()), ("kind", names::<DocumentKind>()), ("body", names::<Body>())]
}

/// The names of a vocabulary of the settings.
fn names<T: Vocabulary>() -> Vec<&'static str> {
    T::entries().into_iter().map(|(name, _)| name).collect()
}

/// A word of an instruction, with its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word<'t> {
    pub(crate) text: &'t str,
    pub(crate) span: Span,
}

/// What a comment asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Instruction<'t> {
    /// To silence rules: those that are named, or all.
    Suppression(Verb, Vec<Word<'t>>),
    /// To take the text for something: `language=fr`.
    Settings(Vec<Word<'t>>),
    /// What can't be told: its first word; a comment may have none.
    Unknown(Word<'t>),
}

impl<'t> Instruction<'t> {
    /// Reads what stands after `rapporteur:`.
    pub(crate) fn of(directive: &'t Directive) -> Instruction<'t> {
        let separates = |c: char| c.is_whitespace() || c == ',';
        let mut words = directive.text.split(separates).filter(|word| !word.is_empty()).map(|text| {
            let start = directive.text_span.start + (text.as_ptr() as usize - directive.text.as_ptr() as usize);
            Word { text, span: start..start + text.len() }
        });
        let Some(first) = words.next() else {
            return Instruction::Unknown(Word { text: "", span: directive.span.clone() });
        };
        if first.text.contains('=') {
            return Instruction::Settings([first].into_iter().chain(words).collect());
        }
        match Verb::NAMES.iter().find(|(name, _)| *name == first.text) {
            Some((_, verb)) => Instruction::Suppression(*verb, words.collect()),
            None => Instruction::Unknown(first),
        }
    }
}

/// The rules that a comment names to silence them, each with the place of its name in the text.
pub fn rules_named(directive: &Directive) -> Vec<(Span, &'static Rule)> {
    let Instruction::Suppression(_, words) = Instruction::of(directive) else { return Vec::new() };
    let rule = |word: Word<'_>| Some((word.span, RULES.iter().find(|rule| rule.name == word.text)?));
    words.into_iter().filter_map(rule).collect()
}
