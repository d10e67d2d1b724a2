//! What a language writes: dates, numbers with their dates, nouns in the other number, a body in place of a possessive.

use std::collections::BTreeMap;

use rapporteur_symbol::{Body, Kind, Letter, Meetings, Number, Session, Symbol, to_roman};
use time::Date;

use super::{Citations, Language, figures};
use crate::{Span, capitals::as_printed, token::digits_as_in, words::normalise};

impl Language {
    /// A date as running text writes it: `21 December 2010`, `1er mars 2021`.
    pub fn format_date(self, date: Date) -> String {
        let dates = &self.data().dates;
        let day = if date.day() == 1 { dates.first.clone() } else { date.day().to_string() };
        dates
            .written
            .replace("{day}", &day)
            .replace("{month}", self.month_name(date.month()))
            .replace("{year}", &date.year().to_string())
    }

    /// A date as the draft writes the one that is printed: with digits of the same script or with figures, with no-break
    /// spaces, with one of the two names of a month where no more is printed.
    pub fn format_date_like(self, printed: &str, date: Date) -> String {
        let written = self.format_date(date);
        let month = self.month_name(date.month());
        let one_name = match month.split_once('/') {
            Some(names) if !printed.contains('/') => {
                // Every month has the Syrian name first.
                let second = self.data().months.iter().filter_map(|names| names.split_once('/'));
                let is_second = second.into_iter().any(|(_, second)| printed.contains(second));
                written.replace(month, if is_second { names.1 } else { names.0 })
            }
            _ => written,
        };
        let spaced = if printed.contains('\u{a0}') { one_name.replace(' ', "\u{a0}") } else { one_name };
        digits_as_in(printed, &figures::as_in(printed, spaced, &self.data().dates.figures))
    }

    /// Names the body of a citation in the place of a possessive: from "its" and "resolutions" to "Economic and Social
    /// Council resolutions", from "ses" and "résolutions" to "les résolutions du Conseil économique et social".
    pub fn attribute(self, possessive: &str, noun: &str, body: Body) -> String {
        let citations = &self.data().citations;
        let article = citations.definite.get(&normalise(possessive)).map_or("", String::as_str);
        citations
            .attributed
            .replace("{article}", article)
            .replace("{noun}", noun)
            .replace("{body}", self.body_name(body))
            .replace("{of_body}", self.of_body(body))
    }

    /// A citation that needs nothing around it: `General Assembly resolution 65/230 of 21 December 2010`,
    /// `résolution 65/230 de l’Assemblée générale, en date du 21 décembre 2010`. Without a date, and where a year stands for
    /// it as in `1325 (2000)`, the number has none. What is neither resolution nor decision is cited by its symbol.
    pub fn citation(self, symbol: Symbol, date: Option<Date>) -> String {
        let full = &self.data().citations.full;
        let form = match symbol.kind {
            Kind::Resolution => &full.resolution,
            Kind::Decision => &full.decision,
            Kind::Statement => return symbol.to_string(),
        };
        let number = self.number(symbol);
        let body = if form.contains("{of_body}") { self.of_body(symbol.body) } else { self.body_name(symbol.body) };
        let named = form.replace("{body}", body).replace("{of_body}", body).replace('\'', "’");
        let Some(at) = named.find("{number}") else { return named };
        let (before, after) = self.number_marks();
        let mut cited = named.replace("{number}", &format!("{before}{number}{after}"));
        let number = at + before.len()..at + before.len() + number.len();
        let year_stands_for_it = matches!(symbol.number, Number::Running { .. });
        if let Some(date) = date.filter(|_| !year_stands_for_it) {
            let (at, dated) = match cited.rfind(body).filter(|at| *at > number.start) {
                Some(start) => self.date_insertion_with_body(&cited, &number, &(start..start + body.len()), date),
                None => self.date_insertion(&cited, &number, date),
            };
            cited.insert_str(at, &dated);
        }
        cited
    }

    /// The number of a text as running text in this language has it: `217 A (III)`, `217 ألف (د-3)`, `217 A(III)`.
    pub fn number(self, symbol: Symbol) -> String {
        let citations = &self.data().citations;
        let part = symbol.part.map(Letter::as_char).map(|letter| {
            let name = citations.parts.get(usize::from(letter as u8 - b'A')).cloned();
            format!(" {}", name.unwrap_or_else(|| letter.to_string()))
        });
        let part = part.unwrap_or_default();
        let gap = if citations.close_brackets { "" } else { " " };
        let letters = |session: Session| citations.sessions.letters(session.meetings).first();
        match symbol.number {
            Number::Session { session, number } => {
                let regular = session.meetings == Meetings::Regular;
                let prefix = match letters(session).filter(|_| !regular) {
                    Some(letters) => format!("{letters}-"),
                    None => session.meetings.prefix().to_owned(),
                };
                format!("{prefix}{}/{number}{part}", session.ordinal)
            }
            Number::Yearly { year, number } => format!("{year}/{number}{part}"),
            Number::Running { year, number } => format!("{number}{part}{gap}({year})"),
            Number::Roman { session, number } => match letters(session) {
                Some(letters) => format!("{number}{part}{gap}({letters}-{})", session.ordinal),
                None => format!("{number}{part}{gap}({}{})", session.meetings.prefix(), to_roman(session.ordinal)),
            },
        }
    }

    /// The number of a text between the marks that the language puts around it: `70/1`, `第70/1号`.
    pub fn marked_number(self, symbol: Symbol) -> String {
        let (before, after) = self.number_marks();
        format!("{before}{}{after}", self.number(symbol))
    }

    /// The number of a citation with its date, as running text has them: `65/230 of 21 December 2010`,
    /// `65/230 du 21 décembre 2010`, `2010年12月21日第65/230号`.
    ///
    /// `number` is the number alone, as [`Citation::span`](crate::Citation::span) has it.
    pub fn dated(self, number: &str, date: Date) -> String {
        let Citations { date_first, connector, .. } = &self.data().citations;
        let (before, after) = self.number_marks();
        let date = self.format_date(date);
        match date_first {
            true => format!("{date}{connector}{before}{number}{after}"),
            false => format!("{before}{number}{after}{connector}{date}"),
        }
    }

    /// What is put into a text so that a citation without a date gets one, and the byte offset at which it is put in:
    /// ` of 21 December 2010` after `65/230`, `2010年12月21日` before `第65/230号`.
    ///
    /// `number` is where the number stands in the text, as [`Citation::span`](crate::Citation::span) has it.
    pub fn date_insertion(self, text: &str, number: &Span, date: Date) -> (usize, String) {
        let Citations { date_first, connector, .. } = &self.data().citations;
        let span = self.with_marks(text, number);
        let (at, insertion) = match date_first {
            true => (span.start, format!("{}{connector}", self.format_date(date))),
            false => (span.end, self.date_behind(connector, date, &text[span.end..])),
        };
        (at, digits_as_in(&text[number.clone()], &insertion))
    }

    /// A date with what stands before it, and with the comma that closes what one has opened.
    fn date_behind(self, connector: &str, date: Date, rest: &str) -> String {
        format!("{connector}{}{}", self.format_date(date), closing(connector, rest))
    }

    /// The same for a citation whose body is named after its number, where that has the date behind it:
    /// `, en date du 21 décembre 2010,` after `65/230 de l’Assemblée générale`.
    ///
    /// `number` and `body` are where the number and the name of the body stand in the text.
    pub fn date_insertion_with_body(self, text: &str, number: &Span, body: &Span, date: Date) -> (usize, String) {
        if self.data().citations.connector_after_body.is_none() {
            return self.date_insertion(text, number, date);
        }
        let insertion = self.date_behind(self.connector_after_body(), date, &text[body.end..]);
        (body.end, digits_as_in(&text[number.clone()], &insertion))
    }

    /// A word for resolutions or decisions in the other number, with the article or possessive before it: from "à la" and
    /// "résolution" to "aux résolutions". `before` is the text before the word; the first of the two values says how many
    /// bytes at its end are replaced as well.
    ///
    /// `None` where the language data does not tell, or where a word before it would have to agree and can't be told to.
    pub fn in_other_number(self, before: &str, noun: &str) -> Option<(usize, String)> {
        let citations = &self.data().citations;
        let plural = self.is_plural(noun)?;
        let noun = other_number(&citations.plurals, noun, plural)?;
        let head = before.trim_end();
        let gap = &before[head.len()..];
        let (singulars, plurals) = (citations.determiners.keys(), citations.determiners.values());
        let determiner = if plural { longest_at_end(head, plurals) } else { longest_at_end(head, singulars) };
        if let Some(determiner) = determiner {
            let other = other_number(&citations.determiners, determiner, plural)?;
            return Some((determiner.len() + gap.len(), format!("{other}{gap}{noun}")));
        }
        let agreeing = [&citations.possessives, &citations.articles, &citations.qualifiers];
        let agrees = longest_at_end(head, agreeing.into_iter().flatten()).is_some();
        (citations.determiners.is_empty() || !agrees).then(|| (0, noun.to_owned()))
    }

    /// The word "decision" in the form in which "resolution" is printed, and the reverse: from "Resolutions" to "Decisions".
    /// `None` where the data has no counterpart.
    pub fn other_noun(self, printed: &str) -> Option<String> {
        let Citations { resolution, resolutions, decision, decisions, definite, .. } = &self.data().citations;
        let lower = printed.to_lowercase();
        // The possessive may be the ending of the word: from "قرارها" to "مقررها".
        if let Some(noun) = definite.get(&lower)
            && let Some(possessive) = lower.strip_prefix(noun.as_str())
        {
            return Some(format!("{}{possessive}", self.other_noun(noun)?));
        }
        let lists =
            [(resolution, decision), (decision, resolution), (resolutions, decisions), (decisions, resolutions)];
        let found = |(own, other): (&'static Vec<String>, &'static Vec<String>)| {
            own.iter().position(|noun| *noun == lower).map(|at| (own, other, at))
        };
        let (own, other, at) = lists.into_iter().find_map(found)?;
        // Lists with as many forms have them in the same order.
        let other = other.get(at).filter(|_| own.len() == other.len())?;
        Some(as_printed(printed, other))
    }
}

/// The comma that closes what one has opened, where the sentence goes on without a mark.
pub(super) fn closing(connector: &str, rest: &str) -> &'static str {
    let goes_on = rest.trim_start().starts_with(char::is_alphanumeric);
    if connector.starts_with(',') && goes_on { "," } else { "" }
}

/// The other form of a word in a table from singular to plural; `None` where there is none or several.
fn other_number<'a>(table: &'a BTreeMap<String, String>, word: &str, plural: bool) -> Option<&'a str> {
    if !plural {
        return table.get(word).map(String::as_str);
    }
    let mut singulars = table.iter().filter(|(_, plural)| *plural == word).map(|(singular, _)| singular.as_str());
    singulars.next().filter(|_| singulars.next().is_none())
}

/// The longest of some words that a text ends with, and before which no letter stands.
fn longest_at_end<'a>(text: &str, words: impl Iterator<Item = &'a String>) -> Option<&'a str> {
    let at_end = words.filter(|word| {
        let before = text.strip_suffix(word.as_str());
        before.is_some_and(|before| !before.ends_with(char::is_alphabetic))
    });
    at_end.map(String::as_str).max_by_key(|word| word.len())
}

/// The length of what stands before the words with which a text ends, in either case.
pub(super) fn ending(text: &str, words: &str) -> Option<usize> {
    let start = match words.chars().count() {
        0 => text.len(),
        count => text.char_indices().rev().nth(count - 1)?.0,
    };
    text[start..].chars().flat_map(char::to_lowercase).eq(words.chars()).then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::Month;

    #[test]
    fn nouns_change_their_number_with_the_words_that_agree() {
        let other = |code: &str, before, noun| Language::from_code(code).unwrap().in_other_number(before, noun);
        assert_eq!(other("en", "Recalling its ", "resolution"), Some((0, "resolutions".to_owned())));
        assert_eq!(other("fr", "Rappelant ses ", "résolutions"), Some((4, "sa résolution".to_owned())));
        assert_eq!(other("fr", "conformément à la ", "décision"), Some((6, "aux décisions".to_owned())));
        assert_eq!(other("fr", "ses précédentes ", "résolutions"), None);
        assert_eq!(other("fr", "ses ", "lettres"), None);
    }

    #[test]
    fn dates_are_written_as_the_language_writes_them() {
        let write = |code: &str, day| {
            let date = Date::from_calendar_date(2021, Month::March, day).unwrap();
            Language::from_code(code).unwrap().format_date(date)
        };
        assert_eq!(write("en", 1), "1 March 2021");
        assert_eq!(write("fr", 1), "1er mars 2021");
        assert_eq!(write("fr", 21), "21 mars 2021");
    }

    #[test]
    fn a_date_takes_the_figures_of_the_one_that_is_printed() {
        let like = |printed, day| {
            let date = Date::from_calendar_date(2010, Month::October, day).unwrap();
            Language::from_code("zh").unwrap().format_date_like(printed, date)
        };
        assert_eq!(like("二〇一一年一月一日", 21), "二〇一〇年十月二十一日");
        assert_eq!(like("二零一一年一月一日", 12), "二零一零年十月十二日");
        assert_eq!(like("2011年1月1日", 20), "2010年10月20日");
        assert_eq!(like("２０１１年１月１日", 3), "２０１０年１０月３日");
    }

    #[test]
    fn a_date_is_joined_to_a_number_and_put_into_a_text() {
        let date = Date::from_calendar_date(2010, Month::December, 21).unwrap();
        for (code, text, becomes) in [
            ("en", "resolution 65/230,", "resolution 65/230 of 21 December 2010,"),
            ("fr", "résolution 65/230,", "résolution 65/230 du 21 décembre 2010,"),
            ("es", "resolución 65/230,", "resolución 65/230, de 21 de diciembre de 2010,"),
            ("ru", "резолюции 65/230,", "резолюции 65/230 от 21 декабря 2010 года,"),
            ("ar", "القرار 65/230،", "القرار 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010،"),
            ("zh", "第65/230号决议，", "2010年12月21日第65/230号决议，"),
            ("es", "resolución 65/230,", "resolución 65/230, de 21 de diciembre de 2010,"),
            ("es", "resolución 65/230 y", "resolución 65/230, de 21 de diciembre de 2010, y"),
        ] {
            let language = Language::from_code(code).unwrap();
            let at = text.find("65").unwrap();
            let (offset, inserted) = language.date_insertion(text, &(at..at + 6), date);
            let mut dated = text.to_owned();
            dated.insert_str(offset, &inserted);
            assert_eq!(dated, becomes);
            assert!(dated.contains(&language.dated("65/230", date)));
        }
    }

    #[test]
    fn a_citation_that_stands_alone_names_its_body() {
        let date = Date::from_calendar_date(2010, Month::December, 21).ok();
        for (code, cited, council) in [
            ("en", "General Assembly resolution 65/230 of 21 December 2010", "Security Council resolution 1325 (2000)"),
            (
                "fr",
                "résolution 65/230 de l’Assemblée générale, en date du 21 décembre 2010",
                "résolution 1325 (2000) du Conseil de sécurité",
            ),
            (
                "es",
                "resolución 65/230 de la Asamblea General, de 21 de diciembre de 2010",
                "resolución 1325 (2000) del Consejo de Seguridad",
            ),
            (
                "ru",
                "резолюция 65/230 Генеральной Ассамблеи от 21 декабря 2010 года",
                "резолюция 1325 (2000) Совета Безопасности",
            ),
            ("ar", "قرار الجمعية العامة 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010", "قرار مجلس الأمن 1325 (2000)"),
            ("zh", "大会2010年12月21日第65/230号决议", "安全理事会第1325(2000)号决议"),
        ] {
            let language = Language::from_code(code).unwrap();
            assert_eq!(language.citation("A/RES/65/230".parse().unwrap(), date), cited);
            assert_eq!(language.citation("S/RES/1325 (2000)".parse().unwrap(), date), council);
        }
    }

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        let write = |code: &str, symbol: &str| Language::from_code(code).unwrap().number(symbol.parse().unwrap());
        for symbol in ["A/RES/65/230", "A/RES/66/253 A", "A/RES/217 A (III)", "S/RES/1325 (2000)", "A/RES/ES-10/15"] {
            let symbol: Symbol = symbol.parse().unwrap();
            assert_eq!(Language::ENGLISH.number(symbol), symbol.short());
        }
        assert_eq!(write("ar", "A/RES/66/253 B"), "66/253 باء");
        assert_eq!(write("ar", "A/RES/2200 A (XXI)"), "2200 ألف (د-21)");
        assert_eq!(write("ar", "A/RES/1874 (S-IV)"), "1874 (دإ-4)");
        assert_eq!(write("ar", "A/RES/ES-10/15"), "دإط-10/15");
        assert_eq!(write("ar", "S/RES/1325 (2000)"), "1325 (2000)");
        assert_eq!(write("zh", "A/RES/217 A (III)"), "217 A(III)");
    }
}
