//! The lists of words for which placeholders stand in the sources of the grammars.

use std::collections::BTreeMap;

use rapporteur_draft::{Language, Lexicon};
use rapporteur_lint::{INSTRUCTIONS, RULES, instruction_settings};

use super::alternation::{Printing, alternation};
use crate::words::{self, Words};

/// What stands for the space between words.
const SPACE: &str = r"[ \x{A0}]+";

/// What stands for it within a verb, which a modifier may part: "Prend également note". The group is one of the sources.
const SPACE_IN_VERB: &str = r"\g<gap>";

/// All lists as regular expressions, by the names of their placeholders. They have the words of all languages.
pub(super) fn all() -> BTreeMap<&'static str, String> {
    let words = words::all();
    let ideographs: Vec<(char, char)> = words.iter().flat_map(|words| words.lists.ideographs.clone()).collect();
    let plain = Printing { either_case: false, gap: SPACE, ideographs: &ideographs };
    let begins = Printing { either_case: true, ..plain };
    let verb = Printing { gap: SPACE_IN_VERB, ..begins };
    let of = |list: fn(&Lexicon) -> &Vec<String>, printing| {
        alternation(words.iter().flat_map(|words| list(&words.lists).clone()), printing)
    };
    let of_each =
        |phrases: &dyn Fn(&Words) -> Vec<String>, printing| alternation(words.iter().flat_map(phrases), printing);
    BTreeMap::from([
        ("preambular-verbs", of_each(&preambular, verb)),
        ("operative-verbs", of(|lists| &lists.operative, verb)),
        ("modifiers", of(|lists| &lists.modifiers, begins)),
        ("connectives", of(|lists| &lists.connectives, plain)),
        ("prepositions", of(|lists| &lists.prepositions, plain)),
        ("complements", of(|lists| &lists.complements, plain)),
        ("enacting-bodies", of_each(&|words| words.enacting_bodies().collect(), begins)),
        ("bodies", of_each(&bodies, plain)),
        ("citation-nouns", of_each(&citation_nouns, begins)),
        (
            "prefixes",
            of_each(&|words| words.lists.prefixes.iter().map(|(letter, _)| letter.to_string()).collect(), plain),
        ),
        ("date-connectors", of(|lists| &lists.date_connectors, plain)),
        ("joiners", of(|lists| &lists.joiners, plain)),
        ("body-connectors", of(|lists| &lists.body_connectors, plain)),
        ("parts", of(|lists| &lists.parts, plain)),
        ("session-letters", alternation(session_letters(), plain)),
        ("months", of(|lists| &lists.months, plain)),
        ("date-particles", of(|lists| &lists.date_particles, plain)),
        ("day-ordinals", of(|lists| &lists.day_ordinals, plain)),
        ("year-endings", alternation(Language::all().map(|language| language.year_ending().trim().to_owned()), plain)),
        ("annex-nouns", of(|lists| &lists.annex_nouns, begins)),
        ("section-nouns", of(|lists| &lists.section_nouns, begins)),
        ("masthead-words", of(|lists| &lists.distribution, begins)),
        ("treaty-places", treaty_places()),
        ("document-series", alternation(rapporteur_symbol::series().map(str::to_owned), plain)),
        ("instructions", alternation(INSTRUCTIONS.map(str::to_owned), plain)),
        ("settings", alternation(instruction_settings().map(|(name, _)| name.to_owned()), plain)),
        ("rules", alternation(RULES.iter().map(|rule| rule.name.to_owned()), plain)),
    ])
}

/// The verbs of the preamble, with those that a conjunction makes of the operative ones: "إذ تشير".
fn preambular(words: &Words) -> Vec<String> {
    let Lexicon { preambular, operative, conjunctions, .. } = &words.lists;
    let joined = conjunctions.iter().flat_map(|word| operative.iter().map(move |verb| format!("{word} {verb}")));
    preambular.iter().cloned().chain(joined).collect()
}

/// The words for resolutions and decisions, also as they are behind a letter that is a word of its own and takes their first
/// one: "للقرار".
fn citation_nouns(words: &Words) -> Vec<String> {
    let Lexicon { citation_nouns, prefixes, .. } = &words.lists;
    let elided = prefixes.iter().filter_map(|(prefix, lost)| Some((prefix, (*lost)?))).flat_map(|(prefix, lost)| {
        citation_nouns.iter().filter_map(move |noun| Some(format!("{prefix}{}", noun.strip_prefix(lost)?)))
    });
    citation_nouns.iter().cloned().chain(elided).collect()
}

/// The names of the bodies, also as they stand behind "resolution 65/230": "of the General Assembly".
fn bodies(words: &Words) -> Vec<String> {
    let language = Language::from_code(words.code);
    let of = rapporteur_symbol::Body::all().filter_map(|body| Some(language?.of_body(body).to_owned()));
    words.lists.bodies.iter().cloned().chain(of).filter(|name| !name.is_empty()).collect()
}

/// The letters before numbers of sessions: `S`, `ES`, `دإ`.
fn session_letters() -> Vec<String> {
    let own = Language::all().flat_map(Language::session_letters).map(|(letters, _)| letters.to_owned());
    own.chain(["S", "ES"].map(str::to_owned)).collect()
}

/// How notes give the place of a treaty, with any numbers: "United Nations, *Treaty Series*, vol. 2225, No. 39574".
fn treaty_places() -> String {
    let places: std::collections::BTreeSet<String> = Language::all()
        .map(|language| {
            let parts = language.treaty("\0", "\0");
            let parts: Vec<String> = parts
                .split('\0')
                .map(|part| alternation([part.to_owned()], Printing { gap: SPACE, ..Printing::default() }))
                .collect();
            parts.join("[0-9]+")
        })
        .collect();
    format!("(?:{})", places.into_iter().collect::<Vec<_>>().join("|"))
}
