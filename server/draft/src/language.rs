//! The official languages, each a data file.

mod data;
mod due_sessions;
mod figures;
mod file;
mod labels;
mod lexicon;
mod masthead;
mod openings;
mod references;
mod repeats;
mod slips;
mod typography;
mod verbs;
mod writing;

use std::sync::OnceLock;

use rapporteur_symbol::{Body, Meetings};

use self::writing::{closing, ending};
use crate::{Additions, Span, mentions, structure, token::digit, words::normalise};
pub(crate) use data::{Data, DateUnit, Noun, Part};
use file::References;
pub(crate) use file::{Citations, Head, Position};
pub use labels::{LabelReading, Numerals, Ordinal};
pub use lexicon::Lexicon;
pub use masthead::{Distribution, NamedSession};
pub use openings::Opening;
use openings::Openings;
pub use repeats::Likeness;
pub(crate) use verbs::Form;

/// A language that drafts can be written in: one for which `languages/` has a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(u8);

/// The languages by ISO 639-1 code, each with its data file. A new language is a line here and a file there.
const FILES: &[(&str, &str)] = &[
    ("en", include_str!("../languages/en.toml")),
    ("fr", include_str!("../languages/fr.toml")),
    ("es", include_str!("../languages/es.toml")),
    ("ru", include_str!("../languages/ru.toml")),
    ("ar", include_str!("../languages/ar.toml")),
    ("zh", include_str!("../languages/zh.toml")),
];

/// The marks that close the paragraphs of a resolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClauseMark {
    /// Closes a paragraph of the preamble.
    Comma,
    /// Closes a paragraph of the operative part, and a sub-paragraph.
    Semicolon,
    /// Opens a list.
    Colon,
    /// Closes the resolution.
    FullStop,
}

impl Language {
    /// English, the language of a text that does not tell.
    pub const ENGLISH: Language = Language(0);

    /// All languages.
    pub fn all() -> impl Iterator<Item = Language> {
        (0..FILES.len() as u8).map(Language)
    }

    /// The language with this ISO 639-1 code.
    pub fn from_code(code: &str) -> Option<Language> {
        FILES.iter().position(|(known, _)| *known == code).map(|index| Language(index as u8))
    }

    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        FILES[usize::from(self.0)].0
    }

    /// What the language calls itself.
    pub fn name(self) -> &'static str {
        &self.head().name
    }

    /// The year with which a text ends in the way in which a sentence says when something was adopted ("In 2011", "в
    /// 2011 году"), a comma behind it or not: where its figures stand, and the length of what stands before the phrase.
    pub fn year_said(self, text: &str) -> Option<(Span, usize)> {
        let text = text.trim_end().trim_end_matches([',', '،', '，']);
        self.data().dates.in_year.iter().find_map(|phrase| {
            let (before, after) = phrase.split_once("{year}")?;
            let year = &text[..ending(text, after)?];
            let start = year.char_indices().rev().take_while(|(_, c)| digit(*c).is_some()).last()?.0;
            Some((start..year.len(), ending(&text[..start], before)?))
        })
    }

    /// The place of a treaty as it is written: "United Nations, *Treaty Series*, vol. 2225, No. 39574".
    pub fn treaty(self, volume: &str, number: &str) -> String {
        self.data().treaties.written.replace("{volume}", volume).replace("{number}", number)
    }

    /// A session in words, as titles of records have it: "seventy-eighth".
    pub fn session_in_words(self, number: u32) -> Option<&'static str> {
        let index = number.checked_sub(1)? as usize;
        self.data().session_names.ordinals.get(index)?.split('|').next()
    }

    /// A session in words, as it stands where a session that is still to come is named: "eightieth".
    pub fn due_session_in_words(self, number: u32) -> Option<&'static str> {
        let index = number.checked_sub(1)? as usize;
        self.data().due_sessions.written.get(index).map(String::as_str)
    }

    /// What is written for an acronym that is never used: "United Nations" for "UN".
    pub fn forbidden_acronym(self, acronym: &str) -> Option<&'static str> {
        let data = self.data();
        let is_forbidden = data.acronyms.forbidden.iter().any(|known| known == acronym);
        data.abbreviations.get(acronym).filter(|_| is_forbidden).map(String::as_str)
    }

    /// The name of a month, 1 to 12.
    pub fn month_name(self, month: time::Month) -> &'static str {
        &self.data().months[usize::from(u8::from(month)) - 1]
    }

    /// How the first day of a month is written, where not by its number: `1er`.
    pub fn first_of_month(self) -> Option<&'static str> {
        let first = self.data().dates.first.as_str();
        (first != "1").then_some(first)
    }

    /// Whether a word joins the first day of a period to its last: "to" in "from 18 to 20 December".
    pub fn joins_days(self, word: &str) -> bool {
        let Data { dates, citations, .. } = self.data();
        let word = word.to_lowercase();
        dates.ranges.iter().chain(&citations.ranges).any(|known| *known == word)
    }

    /// Whether a word may stand between the parts of a date: "de".
    pub fn is_date_particle(self, word: &str) -> bool {
        self.data().dates.particles.iter().any(|known| known == word)
    }

    /// Whether running text joins the days of a period by a dash.
    pub fn dashes_join_days(self) -> bool {
        self.data().dates.dashes
    }

    /// Whether each month has two names, which are joined by a slash.
    pub fn has_paired_months(self) -> bool {
        self.data().has_paired_months()
    }

    /// The name of a body in this language, without an article; for [`Body::Other`] the key.
    pub fn body_name(self, body: Body) -> &'static str {
        self.data().body_name(body)
    }

    /// A body with "of the" before it, as in "resolution 65/230 of the General Assembly"; for [`Body::Other`] nothing.
    pub fn of_body(self, body: Body) -> &'static str {
        self.data().of.get(&body).map_or("", String::as_str)
    }

    /// The comma: `,` or `،`.
    pub fn comma(self) -> &'static str {
        self.mark(ClauseMark::Comma)
    }

    /// A mark as the language writes it: `;`, `؛`, `；`.
    pub fn mark(self, mark: ClauseMark) -> &'static str {
        let punctuation = &self.data().punctuation;
        match mark {
            ClauseMark::Comma => &punctuation.comma,
            ClauseMark::Semicolon => &punctuation.semicolon,
            ClauseMark::Colon => &punctuation.colon,
            ClauseMark::FullStop => &punctuation.full_stop,
        }
    }

    /// What the language puts before a semicolon and a colon: a no-break space in French, else nothing.
    pub fn space_before_marks(self) -> &'static str {
        &self.data().punctuation.space
    }

    /// Whether the call of a note stands behind the mark that closes a clause, and not before it.
    pub fn calls_follow_marks(self) -> bool {
        self.data().punctuation.calls_follow
    }

    /// The words that may stand behind the mark that closes an item of a list, in lower case: "and", "or".
    pub fn closing_conjunctions(self) -> impl Iterator<Item = &'static str> {
        self.data().punctuation.conjunctions.iter().map(String::as_str)
    }

    /// What stands between the number of an operative paragraph and its text: `. ` or ` - `.
    pub fn after_paragraph_number(self) -> &'static str {
        &self.data().punctuation.after_number
    }

    /// Whether lead phrases begin with a capital: "Recalling", but "ссылаясь".
    pub fn leads_begin_with_capital(self) -> bool {
        self.data().leads_capital
    }

    /// What stands before and after emphasised words: `*`.
    pub fn emphasis_mark(self) -> &'static str {
        &self.data().emphasis_mark
    }

    /// The pairs of quotation marks that the language's texts have, our own first.
    pub fn quotation_marks(self) -> &'static [[char; 2]] {
        &self.data().typography.quotation_marks
    }

    /// Whether a no-break space stands between a quotation mark and what is quoted, or before another mark.
    pub fn is_spaced(self, mark: char) -> bool {
        self.data().typography.spaced.contains(mark)
    }

    /// The sign or word for "number" before figures; empty where there is none.
    pub fn number_sign(self) -> &'static str {
        self.data().typography.number_signs.first().map_or("", String::as_str)
    }

    /// Whether a sign for "number" has come apart: `n o`.
    pub fn is_broken_number_sign(self, sign: &str) -> bool {
        self.data().typography.broken_number_signs.iter().any(|broken| broken == sign)
    }

    /// The dash that stands between spaces.
    pub fn dash(self) -> &'static str {
        &self.data().typography.dash
    }

    /// The letters before the number of a session that are not those of English, with the kind of sessions: `دإ` for `S`.
    pub fn session_letters(self) -> impl Iterator<Item = (&'static str, Meetings)> {
        let sessions = &self.data().citations.sessions;
        let kinds = [Meetings::Emergency, Meetings::Special, Meetings::Regular];
        kinds.into_iter().flat_map(|kind| sessions.letters(kind).iter().map(move |letters| (letters.as_str(), kind)))
    }

    /// What changes in a text so that a date is joined to its number as it ought to be: the stretch from the number (or
    /// from the body behind it, if `after_body`) to the date is replaced by the first value, and behind the date the second
    /// is put in: `, de ` and `,`.
    pub fn joining(self, text: &str, date: &Span, after_body: bool) -> (&'static str, &'static str) {
        let connector = if after_body { self.connector_after_body() } else { &self.data().citations.connector };
        (connector, closing(connector, &text[date.end..]))
    }

    /// What stands before the date where the body is named between it and the number: `, en date du `.
    fn connector_after_body(self) -> &'static str {
        let citations = &self.data().citations;
        citations.connector_after_body.as_ref().unwrap_or(&citations.connector)
    }

    /// What the language writes behind the year of a date: ` года` in Russian, mostly nothing.
    pub fn year_ending(self) -> &'static str {
        let ending = self.data().dates.written.split_once("{year}").map(|(_, ending)| ending);
        // Where month and day follow, the year is not at the end of the date.
        ending.filter(|ending| !ending.contains('{')).unwrap_or_default()
    }

    /// A number in a text together with the marks that the language puts around numbers, as far as they stand there.
    pub fn with_marks(self, text: &str, number: &Span) -> Span {
        let (before, after) = self.number_marks();
        // Most languages have none, and every citation is asked for.
        if before.is_empty() && after.is_empty() {
            return number.clone();
        }
        let start = if text[..number.start].ends_with(before) { number.start - before.len() } else { number.start };
        let end = if text[number.end..].starts_with(after) { number.end + after.len() } else { number.end };
        start..end
    }

    /// What the language puts before and after the number of a resolution: 第 and 号 in Chinese, else nothing.
    pub fn number_marks(self) -> (&'static str, &'static str) {
        let [before, after] = &self.head().number_marks;
        (before, after)
    }

    /// Whether the word "resolution" stands behind the number.
    pub fn noun_comes_last(self) -> bool {
        !self.data().number_opening.is_empty()
    }

    /// Whether the date of a citation stands before its number.
    pub fn date_comes_first(self) -> bool {
        self.data().citations.date_first
    }

    /// The words "resolution", "resolutions", "decision", "decisions", in lower case, also those with a possessive as their
    /// ending, and whether they name decisions.
    pub fn citation_nouns(self) -> impl Iterator<Item = (&'static str, bool)> {
        let Citations { resolution, resolutions, own_resolution, decision, decisions, own_decision, .. } =
            &self.data().citations;
        let of_resolutions = [resolution, resolutions, own_resolution].into_iter().flatten();
        let of_decisions = [decision, decisions, own_decision].into_iter().flatten();
        of_resolutions.map(|noun| (noun.as_str(), false)).chain(of_decisions.map(|noun| (noun.as_str(), true)))
    }

    /// What stands before a date that so many numbers share, where it agrees with them: ` المؤرخين ` for two.
    pub fn shared_connector(self, numbers: usize) -> Option<&'static str> {
        let [two, several] = self.data().citations.shared_connectors.as_ref()?;
        Some(if numbers == 2 { two } else { several })
    }

    /// Whether a word for resolutions or decisions is in the plural; `None` where its form is that of both numbers, or
    /// where the language has no numbers.
    pub fn is_plural(self, noun: &str) -> Option<bool> {
        let noun = noun.to_lowercase();
        let citations = &self.data().citations;
        if citations.resolutions.is_empty() {
            return None;
        }
        let plural = citations.resolutions.contains(&noun) || citations.decisions.contains(&noun);
        let singular = citations.resolution.contains(&noun) || citations.decision.contains(&noun);
        (plural != singular).then_some(plural)
    }

    /// What is written wrongly between a number and its date, in lower case and without white space around it: "from",
    /// "del".
    pub fn wrong_connectors(self) -> impl Iterator<Item = &'static str> {
        self.data().citations.wrong_connectors.iter().map(String::as_str)
    }

    /// The number of a section or annex that its heading has, and where it stands: 7 of "VII. Findings", 2 of "Annex II",
    /// `附件二` and `ثانيا`.
    pub fn heading_number(self, heading: &str) -> Option<(Span, u32)> {
        mentions::heading_number(heading, self.data())
    }

    /// Whether some houses call notes on the other side of the marks than [`Language::calls_follow_marks`] says.
    pub fn calls_vary(self) -> bool {
        self.data().notes.calls_vary
    }

    /// Whether the text of a note takes up that of the note before it: "Ibid., annex II."
    pub fn takes_up(self, note: &str) -> bool {
        let head: String = note.trim_start_matches(['*', '_', ' ']).chars().take(20).collect();
        let head = normalise(&head);
        self.data().notes.ibid.iter().any(|ibid| head.starts_with(&normalise(ibid)))
    }

    /// Whether a number belongs to the word before it: "article 2", "paragraph 2".
    pub fn is_numbered(self, word: &str) -> bool {
        let data = self.data();
        let References { paragraph, subparagraph, section, annex, .. } = &data.references;
        let word = normalise(word);
        let lists = [&data.notes.numbered, paragraph, subparagraph, section, annex];
        lists.into_iter().flatten().any(|known| normalise(known) == word)
    }

    /// The noun with which the heading of an annex begins: "Annex" of "Annex II", 附件 of 附件二.
    pub fn annex_noun(self, heading: &str) -> Option<Span> {
        let start = heading.len() - heading.trim_start_matches(['*', '_', ' ', '#']).len();
        structure::annex_noun(&heading[start..], self.data()).map(|length| start..start + length)
    }

    /// The letters of a label as those of references are compared with them: in small Latin letters, whatever look-alikes
    /// were typed.
    pub fn sub_label(self, printed: &str) -> String {
        mentions::sub_label(printed)
    }

    /// "Below" for "above" and the reverse, in the like words: "ci-après" has "ci-dessus", "más abajo" has "más arriba".
    pub fn opposite_place(self, printed: &str) -> Option<&'static str> {
        let References { above, below, .. } = &self.data().references;
        let printed = normalise(printed);
        let opposite = |own: &[String], other: &'static [String]| {
            let at = own.iter().position(|words| normalise(words) == printed)?;
            other.get(at).or(other.first()).map(String::as_str)
        };
        opposite(above, below).or_else(|| opposite(below, above))
    }

    /// The words "its", "sa", "ses", in lower case.
    pub fn possessives(self) -> impl Iterator<Item = &'static str> {
        self.data().citations.possessives.iter().map(String::as_str)
    }

    /// The words that join the items of a list of citations, in lower case: "and", "ainsi que".
    pub fn citation_joiners(self) -> impl Iterator<Item = &'static str> {
        let Citations { joiners, ranges, .. } = &self.data().citations;
        joiners.iter().chain(ranges).map(String::as_str)
    }

    /// The words between a number and its date, in lower case: "of", "en date du".
    pub fn date_connectors(self) -> impl Iterator<Item = &'static str> {
        self.data().citations.date_connectors.iter().map(String::as_str)
    }

    /// The words between a citation and the body that is named with it, in lower case: "of the", "de l'".
    pub fn body_connectors(self) -> impl Iterator<Item = &'static str> {
        self.data().citations.of_body.iter().map(String::as_str)
    }

    /// The abbreviations of organs, organizations and instruments, with what they stand for.
    pub fn abbreviations(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.data().abbreviations.iter().map(|(short, full)| (short.as_str(), full.as_str()))
    }

    /// All the names by which bodies are called in full, with their bodies.
    pub fn body_names(self) -> impl Iterator<Item = (&'static str, Body)> {
        self.data().bodies.iter().flat_map(|(body, names)| names.iter().map(|name| (name.as_str(), *body)))
    }

    /// What stands at the head of the language's data file, read once.
    pub(crate) fn head(self) -> &'static Head {
        static HEADS: [OnceLock<Head>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];
        let index = usize::from(self.0);
        HEADS[index].get_or_init(|| {
            let (code, text) = FILES[index];
            Head::parse(text).unwrap_or_else(|error| panic!("languages/{code}.toml: {error}"))
        })
    }

    /// What the language is made of, compiled once.
    pub(crate) fn data(self) -> &'static Data {
        static DATA: [OnceLock<Data>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];
        DATA[usize::from(self.0)].get_or_init(|| self.with(&Additions::default()))
    }

    /// What the language is made of with what a project adds to it.
    pub(crate) fn with(self, added: &Additions) -> Data {
        let (code, text) = FILES[usize::from(self.0)];
        // The files are part of the program, and a test reads each of them.
        Data::parse(text, added).unwrap_or_else(|error| panic!("languages/{code}.toml: {error}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_data_file_is_read() {
        for language in Language::all() {
            assert!(!language.name().is_empty());
            assert_eq!(Language::from_code(language.code()), Some(language));
            for body in Body::all().filter(|body| *body != Body::Other) {
                assert_ne!(language.body_name(body), body.key(), "{} has no name in {}", body.key(), language.code());
            }
        }
    }
}
