//! A language's data file, as it is written.

use std::collections::BTreeMap;

use rapporteur_symbol::Meetings;
use serde::{Deserialize, de::IgnoredAny};

use super::{due_sessions::DueSessionNames, labels::Labels, masthead::SessionNames, typography::Section};
use crate::words::normalise;

/// What stands above the first section of a data file: what must be known of every language before it is known which is
/// needed. To compile a file takes a millisecond, to read its head nearly nothing.
#[derive(Debug, Deserialize)]
pub(crate) struct Head {
    pub(crate) name: String,
    /// Its most common words, in lower case.
    pub(crate) common: Vec<String>,
    #[serde(default)]
    pub(crate) number_marks: [String; 2],
}

impl Head {
    /// Reads the head of a data file. The error says what in it is wrong.
    pub(crate) fn parse(text: &str) -> Result<Head, String> {
        let end = text.find("\n[").unwrap_or(text.len());
        toml::from_str(&text[..end]).map_err(|error| error.to_string())
    }
}

/// The sections of a data file, in the words of `languages/en.toml`. What [`Head`] has is only named here.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[serde(rename = "name")]
    _name: IgnoredAny,
    #[serde(rename = "common")]
    _common: IgnoredAny,
    #[serde(default)]
    pub(super) number_marks: [String; 2],
    pub(super) months: Vec<String>,
    #[serde(default)]
    pub(super) prefixes: BTreeMap<char, String>,
    #[serde(default)]
    pub(super) variants: String,
    pub(super) dates: Dates,
    pub(super) citations: Citations,
    pub(super) references: References,
    pub(super) notes: Notes,
    pub(super) treaties: Treaties,
    pub(super) records: Records,
    #[serde(default)]
    pub(super) acronyms: Acronyms,
    #[serde(default)]
    pub(super) punctuation: Punctuation,
    #[serde(default)]
    pub(super) typography: Section,
    pub(super) emphasis: Emphasis,
    pub(super) of: BTreeMap<String, String>,
    pub(super) session_names: SessionNames,
    pub(super) due_sessions: DueSessionNames,
    pub(super) abbreviations: BTreeMap<String, String>,
    pub(super) structure: Structure,
    #[serde(default)]
    pub(super) labels: Labels,
    pub(super) bodies: BTreeMap<String, Vec<String>>,
    pub(super) short_bodies: BTreeMap<String, Vec<String>>,
    pub(super) enacting: Enacting,
    #[serde(default)]
    pub(super) genders: Genders,
    #[serde(default)]
    pub(super) spelling: Spelling,
    pub(super) verbs: Verbs,
}

/// How the place of a treaty is given.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Treaties {
    pub(crate) written: String,
    pub(super) organization: Vec<String>,
    pub(super) series: Vec<String>,
    pub(super) volume: Vec<String>,
    pub(super) number: Vec<String>,
}

/// What is known of acronyms.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Acronyms {
    /// The abbreviations that are never used.
    pub(crate) forbidden: Vec<String>,
}

/// What the titles of published records are made of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Records {
    pub(super) title: Vec<String>,
    pub(super) supplement: Vec<String>,
}

/// How dates are written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Dates {
    pub(crate) written: String,
    pub(crate) first: String,
    pub(crate) in_year: Vec<String>,
    pub(crate) particles: Vec<String>,
    #[serde(default)]
    pub(super) endings: Vec<String>,
    pub(super) ordinals: Vec<String>,
    pub(super) joiners: Vec<String>,
    /// What joins the days of a period and does not make a range of two numbers.
    #[serde(default)]
    pub(crate) ranges: Vec<String>,
    #[serde(default)]
    pub(crate) dashes: bool,
    #[serde(default)]
    pub(super) variants: BTreeMap<String, u8>,
    #[serde(default)]
    pub(super) units: Vec<String>,
    #[serde(default)]
    pub(crate) figures: Vec<String>,
}

/// How resolutions are cited.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Citations {
    pub(crate) resolution: Vec<String>,
    pub(crate) resolutions: Vec<String>,
    pub(crate) decision: Vec<String>,
    pub(crate) decisions: Vec<String>,
    pub(crate) possessives: Vec<String>,
    #[serde(default)]
    pub(crate) own_resolution: Vec<String>,
    #[serde(default)]
    pub(crate) own_decision: Vec<String>,
    #[serde(default)]
    pub(super) construct: bool,
    #[serde(default)]
    pub(crate) parts: Vec<String>,
    #[serde(default)]
    pub(crate) sessions: Sessions,
    #[serde(default)]
    pub(crate) close_brackets: bool,
    #[serde(default)]
    pub(super) third_person: Vec<String>,
    #[serde(default)]
    pub(crate) gendered_possessives: bool,
    pub(crate) connector: String,
    pub(crate) connector_after_body: Option<String>,
    pub(crate) shared_connectors: Option<[String; 2]>,
    #[serde(default)]
    pub(crate) wrong_connectors: Vec<String>,
    #[serde(default)]
    pub(crate) plurals: BTreeMap<String, String>,
    #[serde(default)]
    pub(crate) determiners: BTreeMap<String, String>,
    #[serde(default)]
    pub(crate) date_first: bool,
    pub(crate) attributed: String,
    pub(crate) full: Full,
    pub(crate) definite: BTreeMap<String, String>,
    pub(crate) date_connectors: Vec<String>,
    pub(crate) joiners: Vec<String>,
    pub(crate) of_body: Vec<String>,
    #[serde(default)]
    pub(super) entitled: Vec<String>,
    #[serde(default)]
    pub(crate) ranges: Vec<String>,
    #[serde(default)]
    pub(super) respectively: Vec<String>,
    #[serde(default)]
    pub(super) same_date: Vec<String>,
    #[serde(default)]
    pub(super) both: Vec<String>,
    #[serde(default)]
    pub(super) follow_up: Vec<String>,
    #[serde(default)]
    pub(super) concerning: Vec<String>,
    #[serde(default)]
    pub(super) attributive: Vec<String>,
    pub(super) openers: Vec<String>,
    pub(crate) articles: Vec<String>,
    pub(super) writings: Vec<String>,
    pub(crate) qualifiers: Vec<String>,
    pub(super) number_signs: Vec<String>,
    #[serde(default)]
    pub(super) genitives: Vec<String>,
}

/// How a text is cited with its body.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Full {
    pub(crate) resolution: String,
    pub(crate) decision: String,
}

/// How parts of the same text are referred to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct References {
    pub(crate) above: Vec<String>,
    pub(crate) below: Vec<String>,
    pub(crate) here: Vec<String>,
    pub(crate) paragraph: Vec<String>,
    pub(crate) subparagraph: Vec<String>,
    /// What joins the label of a sub-paragraph to the paragraph behind it.
    #[serde(default)]
    pub(super) of_paragraph: Vec<String>,
    pub(crate) section: Vec<String>,
    pub(crate) annex: Vec<String>,
    /// The words for the numbers of sections, from 1 on; several for one number stand in one string.
    #[serde(default)]
    pub(crate) numerals: Vec<String>,
    #[serde(default)]
    pub(super) described: Vec<String>,
    pub(super) see: Vec<String>,
}

/// How notes are called.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Notes {
    #[serde(default)]
    pub(crate) calls_vary: bool,
    pub(crate) numbered: Vec<String>,
    pub(crate) ibid: Vec<String>,
}

/// The letters that stand for kinds of sessions, where these have no Roman numbers.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sessions {
    pub(super) regular: Vec<String>,
    pub(super) special: Vec<String>,
    pub(super) emergency: Vec<String>,
}

impl Sessions {
    /// The letters of a kind of sessions; none where it is written as in English.
    pub(crate) fn letters(&self, meetings: Meetings) -> &[String] {
        match meetings {
            Meetings::Regular => &self.regular,
            Meetings::Special => &self.special,
            Meetings::Emergency => &self.emergency,
        }
    }
}

/// Words that tell what a line of the document is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Structure {
    pub(crate) draft: Vec<String>,
    pub(crate) limited: Vec<String>,
    pub(crate) general: Vec<String>,
    pub(crate) adopted: Vec<String>,
    pub(crate) annex: Vec<String>,
    pub(crate) report: Vec<String>,
    pub(crate) decision: Vec<String>,
    pub(crate) distribution: Vec<String>,
    pub(crate) adoption: Vec<String>,
}

impl Structure {
    /// With all words in their normal form, which is what lines are compared in.
    pub(super) fn normalised(mut self) -> Structure {
        let Structure { draft, limited, general, adopted, annex, report, decision, distribution, adoption } = &mut self;
        for words in
            [draft, limited, general, adopted, annex, report, decision, distribution, adoption].into_iter().flatten()
        {
            *words = normalise(words);
        }
        self
    }
}

/// The marks that close parts of a text, where they differ from those of English.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Punctuation {
    pub(crate) comma: String,
    pub(crate) semicolon: String,
    pub(crate) colon: String,
    pub(crate) full_stop: String,
    /// What stands before a semicolon and a colon.
    pub(crate) space: String,
    pub(crate) calls_follow: bool,
    pub(crate) conjunctions: Vec<String>,
    pub(crate) after_number: String,
}

impl Default for Punctuation {
    fn default() -> Punctuation {
        Punctuation {
            comma: ",".to_owned(),
            semicolon: ";".to_owned(),
            colon: ":".to_owned(),
            full_stop: ".".to_owned(),
            space: String::new(),
            calls_follow: false,
            conjunctions: Vec::new(),
            after_number: ". ".to_owned(),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Emphasis {
    pub(super) mark: String,
}

/// What stands before the name of the body in an enacting line.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Enacting {
    pub(super) articles: Vec<String>,
    /// What is written before the name of a masculine body, with its space.
    #[serde(default)]
    pub(super) masculine: String,
    #[serde(default)]
    pub(super) feminine: String,
    /// The same before a vowel.
    #[serde(default)]
    pub(super) elided: String,
}

/// The genders of bodies, where what is said of them agrees.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Genders {
    pub(super) feminine: Vec<String>,
    pub(super) masculine: Vec<String>,
}

/// Spellings that are not those of the United Nations.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Spelling {
    pub(super) stems: Vec<String>,
    pub(super) endings: Vec<String>,
    pub(super) words: Vec<String>,
    pub(super) unless_after: Vec<String>,
}

impl Spelling {
    /// Each spelling with the right one. The error says what is wrong.
    pub(super) fn pairs(&self) -> Result<Vec<(String, String)>, String> {
        let ending = |stem, ending| (format!("{stem}is{ending}"), format!("{stem}iz{ending}"));
        let of_stems = self.stems.iter().flat_map(|stem| self.endings.iter().map(move |end| Ok(ending(stem, end))));
        let words = self.words.iter().map(|pair| {
            let (wrong, right) = pair.split_once(" → ").ok_or_else(|| format!("`{pair}` has no ` → `"))?;
            Ok((wrong.to_owned(), right.to_owned()))
        });
        of_stems.chain(words).collect()
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Verbs {
    #[serde(default = "yes")]
    pub(super) capital: bool,
    #[serde(default = "yes")]
    pub(super) modifiers_follow: bool,
    pub(super) modifiers: Vec<String>,
    #[serde(default)]
    pub(super) connectives: Vec<String>,
    #[serde(default)]
    pub(super) conjunctions: Vec<String>,
    #[serde(default)]
    pub(super) prepositions: Vec<String>,
    pub(super) tails: Vec<String>,
    #[serde(default)]
    pub(super) pairs: Vec<String>,
    #[serde(default)]
    pub(super) either: Vec<String>,
    pub(super) preambular: Vec<String>,
    pub(super) operative: Vec<String>,
    pub(super) frequent: Frequent,
    pub(super) repeats: Repeats,
    pub(super) addressees: Addressees,
    pub(super) extent: ExtentWords,
}

/// How often phrases open paragraphs, "481 Requests", the most frequent first.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Frequent {
    pub(super) preambular: Vec<String>,
    pub(super) operative: Vec<String>,
}

/// What says that a verb is repeated.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Repeats {
    pub(crate) second: Vec<String>,
    pub(crate) third: Vec<String>,
    #[serde(default)]
    pub(crate) any: Vec<String>,
    pub(crate) preambular: Position,
    pub(crate) operative: Position,
    #[serde(default)]
    pub(super) adjectives: Vec<String>,
    #[serde(default)]
    pub(super) determiners: Vec<String>,
    #[serde(default)]
    pub(super) uncounted: Vec<String>,
    #[serde(default)]
    pub(super) clauses: Vec<String>,
}

/// What tells how far the emphasis of a lead phrase reaches.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExtentWords {
    pub(super) expressive: Vec<String>,
    pub(super) governing: Vec<String>,
    pub(super) manner: Vec<String>,
    pub(super) complements: Vec<String>,
    pub(super) openers: Vec<String>,
    pub(super) closers: Vec<String>,
    #[serde(default)]
    pub(super) strict: bool,
}

/// Verbs that tell somebody to do something, and how to see who it is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Addressees {
    pub(super) verbs: Vec<String>,
    pub(super) ends: Vec<String>,
    #[serde(default)]
    pub(super) before_infinitive: Vec<String>,
    #[serde(default)]
    pub(super) infinitives: Vec<String>,
    #[serde(default)]
    pub(super) asides: Vec<String>,
    #[serde(default)]
    pub(super) clauses: Vec<String>,
}

/// Where a word stands in a lead phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Position {
    /// Before all else.
    Start,
    /// Behind the verb, before its complement.
    Verb,
    /// Behind all else.
    End,
}

fn yes() -> bool {
    true
}
