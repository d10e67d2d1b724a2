//! Akoma Ntoso for the United Nations (AKN4UN), in which adopted texts are published, one document and one language to a
//! file.
//!
//! The masthead has the symbol (`docNumber`), the preface the title (`docTitle`), the metadata the day of adoption
//! (`FRBRdate`), the steps on the way to it, the vote and, where the text itself has no title, that of the catalogue.
//! A resolution adopted in parts is a collection with a component for each part.

use rapporteur_symbol::{Letter, Symbol};
use roxmltree::{Document, Node};
use time::Date;

use super::{
    csv::place,
    fields::{self, Named},
    reading::{Reading, Record},
};
use crate::facts::{Basis, Known};

/// The languages of the documents as ISO 639-2 has them, with both codes where it has two, and as our tables do.
const LANGUAGES: [(&str, &str); 10] = [
    ("ara", "ar"),
    ("chi", "zh"),
    ("deu", "de"),
    ("eng", "en"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("ger", "de"),
    ("rus", "ru"),
    ("spa", "es"),
    ("zho", "zh"),
];

/// Reads a document.
pub(super) fn read(document: &Document<'_>) -> Reading {
    let mut reading = Reading::default();
    let whole = Text(document.root_element());
    let line = |text: Text<'_, '_>| document.text_pos_at(text.0.range().start).row as usize;
    let masthead = whole.masthead();
    let symbols = match whole.symbols(&masthead) {
        Named::Adopted(symbols) => symbols,
        Named::Unreadable(reason) => {
            reading.problems.push((line(whole), reason));
            return reading;
        }
        Named::Other => {
            reading.others = 1;
            return reading;
        }
    };
    // The year beside a number of the Security Council may be missing from the address.
    if let Some(uri) = whole.uri().filter(|uri| !numbers(&symbols[0].short()).starts_with(&numbers(uri))) {
        let reason = format!("the masthead has the symbol {masthead}, the URI the number {uri}; correct the wrong one");
        reading.problems.push((line(whole), reason));
        return reading;
    }
    let parts: Vec<Text<'_, '_>> = whole.parts().collect();
    for part in &parts {
        match part.letter() {
            Some(letter) => {
                let symbol = Symbol { part: Some(letter), ..symbols[0] };
                push(&mut reading, line(*part), symbol, part.read(Some(whole)));
            }
            None => reading.problems.push((line(*part), format!("{masthead}: the part has no letter; give it one"))),
        }
    }
    if parts.is_empty() {
        for symbol in symbols {
            push(&mut reading, line(whole), symbol, whole.read(None));
        }
    }
    reading
}

/// Takes what a text states, and what is wrong with its date.
fn push(reading: &mut Reading, line: usize, symbol: Symbol, (record, problem): (Record, Option<String>)) {
    reading.problems.extend(problem.map(|problem| (line, format!("{symbol}: {problem}"))));
    reading.rows.push((line, record.row(symbol)));
}

/// The numbers in a text: 75 and 101 in `75-101A`.
fn numbers(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty()).collect()
}

/// A document, or one of its components.
#[derive(Clone, Copy)]
struct Text<'a, 'input>(Node<'a, 'input>);

impl<'a, 'input> Text<'a, 'input> {
    /// The elements with this name, without those of components.
    fn elements(self, name: &'static str) -> impl Iterator<Item = Node<'a, 'input>> {
        let components = self.0.children().find(|node| is(*node, "components")).map(|node| node.range());
        let own =
            move |node: &Node<'_, '_>| components.as_ref().is_none_or(|range| !range.contains(&node.range().start));
        self.0.descendants().filter(move |node| is(*node, name)).filter(own)
    }

    /// The elements with this name that refer to this concept.
    fn referring(self, name: &'static str, concept: &'static str) -> impl Iterator<Item = Node<'a, 'input>> {
        self.elements(name).filter(move |node| {
            node.attribute("refersTo").is_some_and(|reference| reference.trim_start_matches('#') == concept)
        })
    }

    /// The parts of a collection.
    fn parts(self) -> impl Iterator<Item = Text<'a, 'input>> {
        let components = self.0.children().filter(|node| is(*node, "components"));
        components.flat_map(|node| node.children()).filter(|node| is(*node, "component")).map(Text)
    }

    /// The symbol in the masthead; empty if there is none.
    fn masthead(self) -> String {
        self.referring("docNumber", "symbol").next().map(content).unwrap_or_default()
    }

    /// The texts that the masthead names. The letter of a part may be in the script of the document; then that in the address
    /// is taken.
    fn symbols(self, masthead: &str) -> Named {
        let latin = masthead.split(|letter: char| !letter.is_ascii()).next().unwrap_or_default();
        match (fields::symbols(masthead), latin.parse::<Symbol>(), self.letter()) {
            (Named::Unreadable(_), Ok(symbol), part @ Some(_)) => Named::Adopted(vec![Symbol { part, ..symbol }]),
            (named, ..) => named,
        }
    }

    /// What the address of the work says of the number: `75-101A`.
    fn uri(self) -> Option<&'a str> {
        let uri = self.elements("FRBRuri").next()?.attribute("value")?;
        uri.trim_end_matches('/').rsplit('/').next()
    }

    /// The letter of a part: from its address, where it is the same in every language, or from its number.
    fn letter(self) -> Option<Letter> {
        let of_uri = self.uri().and_then(|uri| uri.chars().next_back()).and_then(Letter::new);
        let of_number = || {
            let number = content(self.elements("docNumber").next()?);
            let mut letters = number.chars();
            letters.next().filter(|_| letters.next().is_none()).and_then(Letter::new)
        };
        of_uri.or_else(of_number)
    }

    /// The language, as a column of titles names it.
    fn language(self) -> Option<&'a str> {
        let code = self.elements("FRBRlanguage").next()?.attribute("language")?;
        LANGUAGES.iter().find(|(known, _)| *known == code).map(|(_, language)| *language)
    }

    /// What the text states, and what is wrong with its date. A part has the title of its whole before its own.
    fn read(self, whole: Option<Text<'a, 'input>>) -> (Record, Option<String>) {
        let days = self.days();
        let (known, problem) = match days[..] {
            [] => (Known::Existence, None),
            [day] => (Known::Day(day), None),
            [first, second, ..] => (
                Known::Existence,
                Some(format!(
                    "the metadata and the text give two days of adoption, {first} and {second}; none is taken over"
                )),
            ),
        };
        let step = |text: Text<'a, 'input>| {
            text.elements("step")
                .filter(|step| step.attribute("outcome") == Some("adopted"))
                .find_map(|step| step.attribute("as"))
        };
        let step = step(self).or_else(|| whole.and_then(step)).unwrap_or_default();
        let english = self.language() == Some("en");
        let meeting = self.elements("inline").find(|node| node.attribute("name") == Some("adoptionMeeting") && english);
        let meeting = meeting.map(content);
        let record = Record {
            known,
            basis: if known == Known::Existence { Basis::ExistenceOnly } else { Basis::Official },
            titles: self.titles(whole),
            meeting: place(
                Some(step).filter(|step| fields::is_record(step)),
                fields::meeting(step).or(meeting.as_deref().filter(|meeting| meeting.contains("meeting"))),
            ),
            vote: self.vote().or_else(|| whole.and_then(Text::vote)).or_else(|| fields::vote(step)),
        };
        (record, problem)
    }

    /// The days of adoption that the metadata and the text give; more than one if they contradict each other.
    fn days(self) -> Vec<Date> {
        let adoption = self.elements("FRBRdate").filter(|node| node.attribute("name") == Some("adoption"));
        let printed = self.referring("docDate", "adoptionDate");
        let mut days: Vec<Date> =
            adoption.chain(printed).filter_map(|node| fields::day(node.attribute("date")?)).collect();
        days.sort();
        days.dedup();
        days
    }

    fn titles(self, whole: Option<Text<'a, 'input>>) -> Vec<(String, String)> {
        let printed = |text: Text<'a, 'input>| {
            let title = ["resolutionTitle", "decisionTitle"]
                .into_iter()
                .find_map(|name| text.referring("docTitle", name).next());
            // Between number and title Arabic has a dash.
            title
                .map(|title| content(title).trim_start_matches(['-', '\u{2013}', ' ']).to_owned())
                .filter(|title| !title.is_empty())
        };
        let pieces: Vec<String> = [whole.and_then(printed), printed(self)].into_iter().flatten().collect();
        let mut titles = Vec::new();
        if let Some(language) = self.language().filter(|_| !pieces.is_empty()) {
            titles.push((language.to_owned(), pieces.join(": ")));
        }
        let of_catalogue =
            self.referring("keyword", "title").find_map(|node| node.attribute("value")).map(fields::title);
        if let Some(title) = of_catalogue.filter(|_| pieces.is_empty()) {
            titles.push(("en".to_owned(), title));
        }
        titles
    }

    fn vote(self) -> Option<String> {
        let voting = self.elements("voting").next()?;
        let count = |name: &str| {
            let of = |node: &Node<'_, '_>| {
                node.attribute("refersTo").map(|concept| concept.trim_start_matches('#')) == Some(name)
            };
            voting.children().filter(of).find_map(|node| node.attribute("value")).unwrap_or_default()
        };
        let counted = fields::counts(count("inFavour"), count("against"), count("abstaining"));
        counted.or_else(|| fields::vote(voting.attribute("outcome")?))
    }
}

/// Whether an element has this name, whatever its namespace: the versions of Akoma Ntoso differ in it.
fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.tag_name().name() == name
}

/// The text of an element, without notes and the brackets round their numbers.
fn content(node: Node<'_, '_>) -> String {
    let is_note = |node: Node<'_, '_>| {
        is(node, "authorialNote") || is(node, "sup") && node.text().is_some_and(|text| matches!(text.trim(), "(" | ")"))
    };
    let texts = node.descendants().filter(|text| text.is_text() && !text.ancestors().any(is_note));
    fields::squeeze(&texts.filter_map(|text| text.text()).collect::<String>())
}
