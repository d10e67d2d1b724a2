//! What single lines of a masthead say: "Seventy-eighth session", "Norway: draft resolution".

use serde::Deserialize;

use super::{Language, file::Structure};
use crate::{
    token::{digit, number},
    words::normalise,
};

/// A session as a line of its own names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NamedSession {
    /// By its number: "Seventy-eighth session", "55º período de sesiones".
    Ordinal(u32),
    /// By its year: "2022 session".
    Year(u32),
}

/// To whom a document is distributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Distribution {
    /// To those who deal with it: drafts, working papers.
    Limited,
    /// To all.
    General,
}

/// The names of sessions; the patterns are in the normal form, which is what lines are compared in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SessionNames {
    named: Vec<String>,
    yearly: Vec<String>,
    /// The ordinals in words, as they are written.
    pub(super) ordinals: Vec<String>,
}

impl SessionNames {
    /// The patterns of both kinds.
    pub(super) fn patterns(&self) -> impl Iterator<Item = &String> {
        self.named.iter().chain(&self.yearly)
    }

    pub(super) fn normalised(mut self) -> SessionNames {
        for pattern in self.named.iter_mut().chain(&mut self.yearly) {
            *pattern = normalise(pattern);
        }
        self
    }

    /// The ordinal in words, or in figures with what the language puts before and behind them.
    fn ordinal(&self, printed: &str) -> Option<u32> {
        let words = self.ordinals.iter().position(|forms| forms.split('|').any(|form| normalise(form) == printed));
        if let Some(index) = words {
            return u32::try_from(index + 1).ok();
        }
        let start = printed.find(|c| digit(c).is_some())?;
        let end = start + printed[start..].find(|c| digit(c).is_none()).unwrap_or(printed.len() - start);
        let around = printed[..start].chars().count() + printed[end..].chars().count();
        (around <= LONGEST_ENDING).then(|| number(&printed[start..end]))
    }
}

/// How many characters may stand around the figures of an ordinal: `78th`, `第78届`.
const LONGEST_ENDING: usize = 4;

/// How long a line of a masthead is at most, in bytes: the names of thirty sponsors may stand in it.
const LONGEST_LINE: usize = 1_000;

/// The line without the marks of a heading or of emphasis, in the normal form; `None` for running text.
fn bare(line: &str) -> Option<String> {
    let marks = |c: char| c.is_whitespace() || matches!(c, '#' | '*' | '_' | '.' | ',' | '\\');
    (line.len() <= LONGEST_LINE).then(|| normalise(line.trim_matches(marks)))
}

/// What a line has in the place that a pattern leaves open.
fn within<'a>(line: &'a str, pattern: &str, open: &str) -> Option<&'a str> {
    let (before, after) = pattern.split_once(open)?;
    line.strip_prefix(before)?.strip_suffix(after)
}

impl SessionNames {
    /// The session that a line names, if that is all it says.
    pub(crate) fn read(&self, line: &str) -> Option<NamedSession> {
        let line = bare(line)?;
        let year = |pattern: &String| within(&line, pattern, "{year}").filter(|year| year.len() == 4)?.parse().ok();
        let ordinal = |pattern: &String| self.ordinal(within(&line, pattern, "{ordinal}")?);
        let by_year = self.yearly.iter().find_map(year).map(NamedSession::Year);
        by_year.or_else(|| self.named.iter().find_map(ordinal).map(NamedSession::Ordinal))
    }
}

impl Structure {
    /// Whether a line only says that a text is a draft resolution, with or without its sponsors before it: "Norway: draft
    /// resolution", "Draft resolution II".
    pub(crate) fn calls_draft(&self, line: &str) -> bool {
        let Some(line) = bare(line) else { return false };
        self.draft.iter().any(|draft| {
            let before = line.strip_suffix(draft.as_str());
            let sponsored = before.is_some_and(|before| before.trim_end().ends_with([':', '：']));
            let numbered = || line.strip_prefix(draft.as_str()).is_some_and(|after| is_number(after.trim()));
            sponsored || numbered()
        })
    }
}

impl Structure {
    /// Whether a line says when the text was adopted.
    pub(crate) fn tells_adoption(&self, line: &str) -> bool {
        bare(line).is_some_and(|line| self.adopted.iter().any(|phrase| line.contains(phrase.as_str())))
    }
}

impl Language {
    /// The session that a line names, if that is all it says.
    pub fn session_named(self, line: &str) -> Option<NamedSession> {
        self.data().session_names.read(line)
    }

    /// The distribution that a line of the masthead names: "Distr.: Limited", "Distr. general", or the word alone below
    /// "Distr.". "Asamblea General" is none.
    pub fn distribution(self, line: &str) -> Option<Distribution> {
        let structure = &self.data().structure;
        let line = bare(line)?;
        let introduces =
            |before: &str| before.is_empty() || before.starts_with("distr") || before.ends_with([':', '：']);
        let names = |words: &[String]| {
            words
                .iter()
                .any(|word| line.strip_suffix(word.as_str()).is_some_and(|before| introduces(before.trim_end())))
        };
        match () {
            () if names(&structure.limited) => Some(Distribution::Limited),
            () if names(&structure.general) => Some(Distribution::General),
            () => None,
        }
    }

    /// Whether a line of the masthead, which may be half typed, calls the text a resolution: "Resolution adopted by …",
    /// "Norway: draft resolution".
    pub fn calls_itself_resolution(self, line: &str) -> bool {
        let Some(line) = bare(line) else { return false };
        let drafts = &self.data().structure.draft;
        self.citation_nouns().any(|(noun, _)| line.starts_with(&normalise(noun)))
            || drafts.iter().any(|draft| line.contains(draft.as_str()))
    }

    /// Whether a line of the masthead says when the text was adopted: "Resolution adopted by the General Assembly on …".
    pub fn tells_adoption(self, line: &str) -> bool {
        self.data().structure.tells_adoption(line)
    }
}

/// Whether what follows "draft resolution" is at most its number or symbol.
fn is_number(text: &str) -> bool {
    !text.contains(char::is_whitespace) && (text.len() <= 4 || text.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(code: &str, line: &str) -> Option<NamedSession> {
        Language::from_code(code).and_then(|language| language.session_named(line))
    }

    #[test]
    fn sessions_are_read_in_words_and_figures() {
        use NamedSession::{Ordinal, Year};
        for (code, line, session) in [
            ("en", "Seventy-eighth session", Ordinal(78)),
            ("en", "78th session", Ordinal(78)),
            ("en", "2022 session", Year(2022)),
            ("fr", "#### **Vingt-deuxième session**", Ordinal(22)),
            ("fr", "Session de 2023", Year(2023)),
            ("es", "Septuagésimo noveno período de sesiones", Ordinal(79)),
            ("es", "55º período de sesiones", Ordinal(55)),
            ("ru", "Пятьдесят четвертая сессия", Ordinal(54)),
            ("ru", "Сессия 2023 года", Year(2023)),
            ("ar", "الدورة الثامنة والسبعون", Ordinal(78)),
            ("ar", "دورة عام 2023", Year(2023)),
            ("zh", "第七十八届会议", Ordinal(78)),
            ("zh", "2022年届会", Year(2022)),
        ] {
            assert_eq!(named(code, line), Some(session), "{line}");
        }
        for line in ["The last session", "Report of the seventy-eighth session", "session", ""] {
            assert_eq!(named("en", line), None, "{line}");
        }
    }

    #[test]
    fn a_distribution_is_no_name_of_a_body() {
        use Distribution::{General, Limited};
        for (code, line, distribution) in [
            ("en", "Distr.: Limited", Some(Limited)),
            ("en", "**Distr.:** General", Some(General)),
            ("en", "GENERAL", Some(General)),
            ("fr", "Distr. limitée", Some(Limited)),
            ("fr", "Distr. Générale", Some(General)),
            ("fr", "Assemblée générale", None),
            ("es", "Distr. limitada", Some(Limited)),
            ("es", "Distr. general", Some(General)),
            ("es", "Asamblea General", None),
            ("es", "#### Asamblea General", None),
            ("ru", "Distr.: Limited", Some(Limited)),
            ("ar", "Distr.: General", Some(General)),
            ("zh", "Distr.: Limited", Some(Limited)),
            ("zh", "分发：普遍", Some(General)),
        ] {
            let language = Language::from_code(code).unwrap_or(Language::ENGLISH);
            assert_eq!(language.distribution(line), distribution, "{line}");
        }
    }

    #[test]
    fn a_draft_is_called_so_with_or_without_sponsors() {
        let calls = |line| Language::ENGLISH.data().structure.calls_draft(line);
        assert!(calls("Norway: draft resolution\\*") && calls("## Draft resolution II") && calls("Draft resolution"));
        assert!(!calls("Draft resolution on the death penalty") && !calls("On draft resolutions"));
    }
}
