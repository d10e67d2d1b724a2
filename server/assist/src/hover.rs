//! What is shown of the thing under the pointer: a citation, a date that belongs to one, a document, a note, a reference to a
//! part of the text, an acronym, a treaty, the name of a rule in a comment.

use rapporteur_draft::{BodyClue, Citation, Draft, ParagraphKind, Span};
use rapporteur_lint::{Locale, Settings, rules_named, treaty_name};
use rapporteur_registry::Registry;
use rapporteur_symbol::{Body, Number, Symbol, document_address};

use crate::{
    acronym::{Origin, meaning},
    card::card,
    show::{Piece, Shown},
    subject::{Map, Role, Subject, Thing, touched, touches},
    wording::say,
};

/// How many of the citations that share a date are shown.
const MOST_DATED: usize = 20;

/// How many characters of a note are shown.
const NOTE_LENGTH: usize = 1500;

/// How many characters are shown of a part of the text.
const PART_LENGTH: usize = 600;

/// What is shown at a place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// What it is shown of.
    pub span: Span,
    /// What is shown.
    pub shown: Shown,
}

/// What there is to say of the thing at a byte offset of the text; `draft` must be the reading of `text`.
///
/// Titles come in the language of the draft, all else in that of the reader.
pub fn hover(text: &str, draft: &Draft, offset: usize, registry: &Registry, settings: &Settings) -> Option<Hover> {
    let place = Place { text, draft, registry, settings, locale: settings.locale };
    place
        .note(offset)
        .or_else(|| place.citation(offset))
        .or_else(|| place.date(offset))
        .or_else(|| place.symbol(offset))
        .or_else(|| place.subject(offset))
        .or_else(|| place.treaty(offset))
        .or_else(|| place.rule(offset))
}

#[derive(Clone, Copy)]
struct Place<'a> {
    text: &'a str,
    draft: &'a Draft,
    registry: &'a Registry,
    settings: &'a Settings,
    locale: Locale,
}

impl Place<'_> {
    /// The text of the note that is called.
    fn note(self, offset: usize) -> Option<Hover> {
        let notes = &self.draft.notes;
        let call = notes.calls.iter().find(|call| call.span.contains(&offset))?;
        let definition = notes.definitions.iter().find(|definition| definition.mark.label == call.label)?;
        let said = &self.text[definition.mark.span.end..definition.span.end];
        let quote = shortened(said.trim_start().trim_start_matches(':'), NOTE_LENGTH);
        (!quote.is_empty()).then(|| Hover { span: call.span.clone(), shown: Shown(vec![Piece::Quote(quote)]) })
    }

    /// What stands elsewhere in the text: the part that is referred to, the call of a note, the meaning of an acronym.
    fn subject(self, offset: usize) -> Option<Hover> {
        let Thing { span, subject, role } = Map::new(self.text, self.draft).at(offset)?;
        let pieces = match (subject, role) {
            (Subject::Part(index), Role::Uses) => vec![Piece::Quote(self.part(index))],
            (Subject::Note(label), Role::Defines) => self.calls(&label),
            (Subject::Acronym(letters), _) => {
                let (meaning, origin) = meaning(self.text, self.draft, self.settings, &letters)?;
                let key = match origin {
                    Origin::Draft => "draft",
                    Origin::Project => "project",
                    Origin::Forbidden => "forbidden",
                };
                vec![Piece::Title(meaning), Piece::Facts(vec![say(self.locale, "acronym", key, &[])])]
            }
            _ => return None,
        };
        Some(Hover { span, shown: Shown(pieces) })
    }

    /// A part of the text in its own words, with its sub-paragraphs as far as they fit.
    fn part(self, index: usize) -> String {
        let paragraphs = &self.draft.paragraphs;
        let below = paragraphs[index + 1..].iter().take_while(|below| below.kind == ParagraphKind::SubParagraph);
        let has_list = paragraphs[index].kind != ParagraphKind::SubParagraph;
        let mut quote = shortened(&self.text[paragraphs[index].span.clone()], PART_LENGTH);
        for item in below.take_while(|_| has_list) {
            let rest = PART_LENGTH.saturating_sub(quote.chars().count());
            if rest == 0 || quote.ends_with('…') {
                break;
            }
            quote.push_str("\n\n");
            quote.push_str(&shortened(&self.text[item.span.clone()], rest));
        }
        quote
    }

    /// How often a note is called, and where first.
    fn calls(self, label: &str) -> Vec<Piece> {
        let mut calls = self.draft.notes.calls.iter().filter(|call| call.label == label);
        let Some(first) = calls.next() else {
            return vec![Piece::Notice(say(self.locale, "note", "never", &[]))];
        };
        let said = match calls.count() {
            0 => say(self.locale, "note", "once", &[]),
            others => say(self.locale, "note", "often", &[("count", &(others + 1))]),
        };
        let paragraph = &self.text[self.draft.paragraphs[first.paragraph].span.clone()];
        vec![Piece::Facts(vec![said]), Piece::Quote(shortened(paragraph, PART_LENGTH))]
    }

    /// The names of the treaties of which it is said where they are printed.
    fn treaty(self, offset: usize) -> Option<Hover> {
        let mention = touched(&self.draft.treaties, |mention| &mention.span, offset)?;
        let names = mention.numbers.iter().filter_map(|(_, number)| treaty_name(*number));
        let pieces: Vec<Piece> = names.map(|name| Piece::Title(name.to_owned())).collect();
        (!pieces.is_empty()).then(|| Hover { span: mention.span.clone(), shown: Shown(pieces) })
    }

    /// What the rule checks that a comment names.
    fn rule(self, offset: usize) -> Option<Hover> {
        let directive = touched(&self.draft.directives, |directive| &directive.span, offset)?;
        let (span, rule) = rules_named(directive).into_iter().find(|(span, _)| touches(span, offset))?;
        let piece =
            Piece::Name { name: rule.summary().to_owned(), symbol: Some(rule.name.to_owned()), page: Some(rule.url()) };
        Some(Hover { span, shown: Shown(vec![piece]) })
    }

    fn citation(self, offset: usize) -> Option<Hover> {
        let citation = self.draft.citations.iter().find(|citation| touches(&citation.span, offset))?;
        Some(Hover { span: citation.span.clone(), shown: self.cited(citation)? })
    }

    /// What the date under the pointer is the date of.
    fn date(self, offset: usize) -> Option<Hover> {
        let index = self.draft.dates.iter().position(|date| touches(&date.span, offset))?;
        let dated: Vec<&Citation> = self.draft.citations.iter().filter(|c| c.date == Some(index)).collect();
        let shown = match dated.as_slice() {
            [citation] => self.cited(citation)?,
            // Each of the texts that share it, in short.
            _ => {
                let cited = dated.iter().take(MOST_DATED).filter_map(|citation| self.cited(citation));
                Shown(cited.flat_map(|shown| shown.0.into_iter().filter(is_brief)).collect())
            }
        };
        (!shown.0.is_empty()).then(|| Hover { span: self.draft.dates[index].span.clone(), shown })
    }

    /// The page of a document.
    fn symbol(self, offset: usize) -> Option<Hover> {
        let mention = self.draft.symbols.iter().find(|mention| touches(&mention.span, offset))?;
        let language = self.draft.language;
        let shown = match mention.text.parse::<Symbol>() {
            Ok(symbol) => card(symbol, self.registry, language, self.locale),
            Err(_) => Shown(vec![Piece::Name {
                name: String::new(),
                page: Some(document_address(&mention.text, language.code())),
                symbol: Some(mention.text.clone()),
            }]),
        };
        Some(Hover { span: mention.span.clone(), shown })
    }

    /// What is known of a cited text, and what the draft says otherwise.
    fn cited(self, citation: &Citation) -> Option<Shown> {
        let symbol = citation.symbol?;
        let meant = self.meant(symbol);
        let mut shown = card(meant, self.registry, self.draft.language, self.locale);
        let notice = |key, printed: &str| Piece::Notice(say(self.locale, "draft", key, &[("printed", &printed)]));
        if let Some(mention) = self.draft.date_of(citation)
            && let Some(date) = mention.date
            && self.registry.against(meant, date).is_some()
        {
            shown.0.push(notice("date", &self.locale.language().format_date(date)));
        }
        if let (Number::Running { year, .. }, true) = (symbol.number, meant != symbol) {
            shown.0.push(notice("year", &year.to_string()));
        }
        if let Some(body) = named_body(citation).filter(|body| *body != Body::Other && *body != symbol.body) {
            shown.0.push(notice("body", self.locale.language().body_name(body)));
        }
        if let Some(title) = citation.title.clone()
            && let Some(entry) = self.registry.lookup(meant)
            && entry.is_titled(self.draft.language.code(), &self.text[title.clone()]) == Some(false)
        {
            let words: Vec<&str> = self.text[title].split_whitespace().collect();
            shown.0.push(notice("title", &words.join(" ")));
        }
        Some(shown)
    }

    /// The text that is meant by a symbol: running numbers go on from year to year, so that the number tells the text
    /// though its year be wrong.
    fn meant(self, symbol: Symbol) -> Symbol {
        match symbol.number {
            Number::Running { number, .. } if self.registry.lookup(symbol).is_none() => {
                self.registry.running(number).map_or(symbol, |entry| entry.symbol())
            }
            _ => symbol,
        }
    }
}

/// The body that the draft itself gives for a citation.
fn named_body(citation: &Citation) -> Option<Body> {
    match &citation.clue {
        BodyClue::Named(named) => Some(named.body),
        BodyClue::Possessive { body, .. } => *body,
        BodyClue::Shape | BodyClue::Symbol => None,
    }
}

/// Whether a piece is shown of each of several texts.
fn is_brief(piece: &Piece) -> bool {
    matches!(piece, Piece::Name { .. } | Piece::Facts(_) | Piece::Notice(_))
}

/// Words without their line breaks, cut to a number of characters.
fn shortened(words: &str, length: usize) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let mut words = words.join(" ");
    if let Some((end, _)) = words.char_indices().nth(length) {
        words.truncate(end);
        words.push('…');
    }
    words
}
