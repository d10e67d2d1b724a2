//! What is shown of the thing under the pointer: a citation, a date that belongs to one, a document, a note.

use rapporteur_draft::{BodyClue, Citation, Draft, Span};
use rapporteur_lint::Locale;
use rapporteur_registry::Registry;
use rapporteur_symbol::{Body, Number, Symbol, document_address};

use crate::{
    card::card,
    show::{Piece, Shown},
    wording::say,
};

/// How many of the citations that share a date are shown.
const MOST_DATED: usize = 20;

/// How many characters of a note are shown.
const NOTE_LENGTH: usize = 1500;

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
pub fn hover(text: &str, draft: &Draft, offset: usize, registry: &Registry, locale: Locale) -> Option<Hover> {
    let place = Place { text, draft, registry, locale };
    place
        .note(offset)
        .or_else(|| place.citation(offset))
        .or_else(|| place.date(offset))
        .or_else(|| place.symbol(offset))
}

/// Whether the pointer is on a stretch of the text; its end counts, for editors whose cursor stands between characters.
fn touches(span: &Span, offset: usize) -> bool {
    (span.start..=span.end).contains(&offset)
}

#[derive(Clone, Copy)]
struct Place<'a> {
    text: &'a str,
    draft: &'a Draft,
    registry: &'a Registry,
    locale: Locale,
}

impl Place<'_> {
    /// The text of the note that is called.
    fn note(self, offset: usize) -> Option<Hover> {
        let notes = &self.draft.notes;
        let call = notes.calls.iter().find(|call| call.span.contains(&offset))?;
        let definition = notes.definitions.iter().find(|definition| definition.mark.label == call.label)?;
        let words: Vec<&str> = self.text[definition.mark.span.end..definition.span.end].split_whitespace().collect();
        let mut quote = words.join(" ").trim_start_matches(':').trim_start().to_owned();
        if let Some((end, _)) = quote.char_indices().nth(NOTE_LENGTH) {
            quote.truncate(end);
            quote.push('…');
        }
        (!quote.is_empty()).then(|| Hover { span: call.span.clone(), shown: Shown(vec![Piece::Quote(quote)]) })
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
