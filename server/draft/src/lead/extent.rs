//! How far the emphasis of a lead phrase reaches, and how far it ought to.

use super::Known;
use crate::{Span, language::Data, token::Token, words::Phrases};

/// The words behind the emphasis that belong to the phrase: the rest of the verb, what says that it is repeated, and a
/// complement that is emphasised with it. `within` is how many words are emphasised.
pub(super) fn missing(tokens: &[Token], phrase: Known<'_>, within: usize, data: &Data) -> Option<Span> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let of_verb = |at: usize| {
        let repeat = data.repeats.longest(at, word).map(|(length, _)| at + length).filter(|end| *end <= phrase.length);
        repeat.or_else(|| (at < phrase.head).then_some(phrase.head))
    };
    let verb_end = std::iter::successors(Some(within), |at| of_verb(*at)).last().unwrap_or(within);
    let end = complement(tokens, phrase, verb_end, data).unwrap_or(verb_end);
    (end > within).then(|| tokens[within].start as usize..tokens[end - 1].end as usize)
}

/// Where the complement ends that begins at `at` and is emphasised with its verb: all of one that the verb is nothing
/// without ("*Expresses* concern"), and what says in which manner ("*Notes* with appreciation").
fn complement(tokens: &[Token], phrase: Known<'_>, at: usize, data: &Data) -> Option<usize> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    if !ends_expressing(&tokens[..at], data) && data.extent.manner.longest(at, word).is_none() {
        return None;
    }
    let preposition = data.lead_prepositions.longest(at, word).map_or(0, |(length, ())| length);
    let (length, _) = data.lead_tails.longest(at + preposition, word).or_else(|| data.lead_tails.longest(at, word))?;
    Some((at + length).max(at + preposition + length).min(phrase.length)).filter(|end| *end > at)
}

/// The words within the emphasis that don't belong to the phrase, which is as much of it as is emphasised. `within` is
/// how many words are emphasised.
pub(super) fn excess(tokens: &[Token], phrase: Known<'_>, within: usize, data: &Data) -> Option<Span> {
    let word = |at: usize| tokens[..within].get(at).and_then(Token::word);
    let rest = &tokens[phrase.length.min(within)..within];
    let last = rest.iter().rposition(|token| token.word().is_some())?;
    let first = phrase.length;
    let is = |phrases: &Phrases<()>, at: usize| phrases.longest(at, word).is_some();
    let trailing = (0..=last).rev().take_while(|at| is(&data.extent.closers, first + at)).count();
    // A complement that the vocabulary does not know.
    let governs = |at: usize| is(&data.extent.governing, at) || is(&data.extent.expressive, at);
    let may_be_complement = rest[0].word().is_none() || is(&data.extent.complements, first) || {
        let governs = phrase.length == phrase.verb && (0..first).any(governs);
        !data.extent.strict && (governs || last > 0 && !is(&data.extent.openers, first))
    };
    let from = match may_be_complement {
        false => 0,
        true if trailing > 0 => last + 1 - trailing,
        true => return None,
    };
    Some(rest[from].start as usize..rest[last].end as usize)
}

/// Whether a phrase ends with a verb that says nothing without a complement, and words that modify it.
fn ends_expressing(phrase: &[Token], data: &Data) -> bool {
    let word = |at: usize| phrase.get(at).and_then(Token::word);
    (0..phrase.len()).any(|at| {
        let Some((length, ())) = data.extent.expressive.longest(at, word) else { return false };
        let mut end = at + length;
        while let Some((length, ())) = data.lead_modifiers.longest(end, word) {
            end += length;
        }
        end == phrase.len()
    })
}
