//! What a language does about a verb that is repeated: whether the second paragraph says "also", and where.

use super::{Data, Language, Position};
use crate::{
    Lead, RepeatPlace,
    inline::{self, Inline},
    token::{Token, TokenKind},
    words::{WordId, normalise},
};

/// How much of a paragraph is read, in bytes: it has whoever is addressed, or else it does not matter.
const READ: usize = 480;

/// Whom a paragraph addresses.
struct Addressee<'a> {
    /// What follows the verb.
    text: &'a str,
    /// The words that name whoever is addressed.
    name: Vec<Token>,
    end: End,
}

/// What stands behind the name of whoever is addressed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// Punctuation.
    Mark,
    /// A word that ends the name, or an infinitive.
    Word,
    /// What opens a clause.
    Clause,
}

impl Language {
    /// Whether two paragraphs with the same verb say the same with it, so that the second says "also". A verb that tells
    /// somebody to do something is the same if it tells the same; in some languages "recalling that …" is not "recalling
    /// the …". The texts are what follows the verb in each; where it can't be told, they don't.
    pub fn repeats(self, first: &str, second: &str, lead: &Lead) -> bool {
        let data = self.data();
        let [first, second] = [first, second].map(|text| {
            let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
            let end = (0..=READ.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
            &text[..end]
        });
        // "Recalling, in particular, …": what is added is no part of the phrase, and yet changes it.
        let tokens = read(second, data).tokens;
        let words = tokens.iter().position(|token| token.word().is_some()).unwrap_or_default();
        if data.lead_modifiers.longest(words, |at| tokens.get(at).and_then(Token::word)).is_some() {
            return false;
        }
        if lead.addresses {
            return match (addressee(first, data), addressee(second, data)) {
                (Some(first), Some(second)) => first.is(&second),
                _ => false,
            };
        }
        if data.clause_openers.is_empty() {
            return true;
        }
        match (opens_clause(first, data), opens_clause(second, data)) {
            (Some(first), Some(second)) => first == second,
            _ => false,
        }
    }

    /// The word that says that a verb is repeated: "also", "further".
    pub fn repeat_word(self, place: RepeatPlace) -> &'static str {
        let repeats = &self.data().repeating;
        let words = match place {
            RepeatPlace::Second => &repeats.second,
            RepeatPlace::Third => &repeats.third,
            RepeatPlace::Any => &repeats.any,
        };
        words.first().map_or("", String::as_str)
    }

    /// Where such a word belongs in a lead phrase of the preamble or of the operative part: an offset into the text. At the
    /// start of the phrase it takes its capital.
    pub fn repeat_position(self, lead: &Lead, preambular: bool) -> usize {
        let repeats = &self.data().repeating;
        match if preambular { repeats.preambular } else { repeats.operative } {
            Position::Start => lead.span.start,
            Position::Verb => lead.verb.end,
            Position::End => lead.span.end,
        }
    }
}

fn read(text: &str, data: &Data) -> Inline {
    inline::read(text, 0..text.len(), true, &data.words)
}

/// Whom a paragraph addresses, from what follows its verb.
fn addressee<'a>(text: &'a str, data: &Data) -> Option<Addressee<'a>> {
    let mut name = read(text, data).tokens;
    let (at, end) = (1..name.len()).find_map(|at| Some((at, end(text, &name, at, data)?)))?;
    // What follows a comma is an aside, or else somebody more is addressed.
    let word = |at: usize| name.get(at).and_then(Token::word);
    let is_list = match &text[name[at].span()] {
        "、" => true,
        "," | "،" => data.asides.longest(at + 1, word).is_none(),
        _ => false,
    };
    name.truncate(at);
    (!is_list).then_some(Addressee { text, name, end })
}

impl Addressee<'_> {
    fn is(&self, other: &Addressee<'_>) -> bool {
        let same = |(one, two): (&Token, &Token)| match (one.kind, two.kind) {
            (TokenKind::Word(WordId::UNKNOWN), TokenKind::Word(WordId::UNKNOWN)) => {
                normalise(&self.text[one.span()]) == normalise(&other.text[two.span()])
            }
            (one, two) => one == two,
        };
        // Where one goes on otherwise than the other, it may say which are meant: "a los Gobiernos que …".
        let ends_alike = self.end == other.end || self.end == End::Mark || other.end == End::Mark;
        ends_alike && self.name.len() == other.name.len() && self.name.iter().zip(&other.name).all(same)
    }
}

/// What the token at an index is, if it is the first one behind the name of whoever is addressed.
fn end(text: &str, tokens: &[Token], at: usize, data: &Data) -> Option<End> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let printed = |at: usize| tokens.get(at).filter(|token| token.word().is_some()).map(|token| &text[token.span()]);
    let is_infinitive =
        |at: usize| printed(at).is_some_and(|word| data.infinitives.iter().any(|ending| word.ends_with(ending.as_str())));
    if matches!(tokens[at].kind, TokenKind::Mark(',' | '、' | ':' | ';' | '.')) {
        return Some(End::Mark);
    }
    if data.addressee_ends.longest(at, word).is_some() {
        return Some(End::Word);
    }
    if data.addressee_clauses.longest(at, word).is_some() {
        return Some(End::Clause);
    }
    let infinitive = match data.before_infinitive.longest(at, word) {
        // "To the" opens no infinitive.
        Some((length, ())) if data.infinitives.is_empty() => data.articles.longest(at + length, word).is_none(),
        // A pronoun or an adverb may stand before it: "de lui présenter".
        Some((length, ())) => is_infinitive(at + length) || is_infinitive(at + length + 1),
        None => data.before_infinitive.is_empty() && is_infinitive(at),
    };
    infinitive.then_some(End::Word)
}

/// Whether what follows a verb is a clause of its own; `None` where something is put in between.
fn opens_clause(text: &str, data: &Data) -> Option<bool> {
    let tokens = read(text, data).tokens;
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    tokens.first().and_then(Token::word)?;
    Some(data.clause_openers.longest(0, word).is_some())
}
