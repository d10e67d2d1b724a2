//! The lead phrase of a paragraph: "Recalling also", "Prend note avec satisfaction".

use crate::{
    Span,
    inline::Emphasis,
    language::{Data, LeadPart},
    token::Token,
    words::{Phrases, WordId},
};

/// The lead phrase of a block; offsets count from the start of the block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawLead {
    pub(crate) span: Span,
    pub(crate) preambular: bool,
    pub(crate) operative: bool,
    pub(crate) emphasis: Option<Span>,
}

/// Reads the lead phrase at the first token from `content` on: what the vocabulary knows, or else what is emphasised.
pub(crate) fn find(
    block: &str,
    content: usize,
    tokens: &[Token],
    emphasis: &[Emphasis],
    data: &Data,
) -> Option<RawLead> {
    let first = tokens.iter().position(|token| token.start as usize >= content && token.word().is_some())?;
    // Quotation marks and brackets may open a paragraph; words and figures may not stand before its verb.
    let opened = tokens[..first].iter().filter(|token| token.start as usize >= content);
    if !opened.clone().all(|token| matches!(&block[token.span()], "“" | "«" | "\"" | "[" | "(" | "‘" | "*" | "_"))
    {
        return None;
    }
    let start = tokens[first].start as usize;
    let emphasised = emphasis.iter().find(|e| e.inner.start <= start && start < e.inner.end);
    // A label within the emphasis (`*2. Décide*`) is no part of the phrase.
    let emphasised = emphasised.map(|e| e.inner.start.max(content)..e.inner.end);
    let known = known_and_emphasised(&tokens[first..], emphasised.as_ref(), data);
    match known.filter(|_| may_lead(&block[start..], data)) {
        Some((length, preambular, operative)) => {
            let end = tokens[first + length - 1].end as usize;
            Some(RawLead { span: start..end, preambular, operative, emphasis: emphasised })
        }
        None => {
            let inner = emphasised?;
            let end = inner.start + block[inner.clone()].trim_end_matches([',', ' ', '\u{a0}']).len();
            Some(RawLead { span: start..end.max(start), preambular: false, operative: false, emphasis: Some(inner) })
        }
    }
}

/// The lead phrase that the vocabulary knows, see [`known`]; without a complement that is not emphasised together with
/// the verb: "*Reaffirming* its commitment".
fn known_and_emphasised(tokens: &[Token], emphasised: Option<&Span>, data: &Data) -> Option<(usize, bool, bool)> {
    let known_at_all = known(tokens, data)?;
    let Some(emphasised) = emphasised else { return Some(known_at_all) };
    let within = tokens.partition_point(|token| token.end as usize <= emphasised.end);
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    // What is said of the verb itself belongs to it: "*Prie* également".
    if within >= known_at_all.0 || data.lead_modifiers.longest(within, word).is_some() {
        return Some(known_at_all);
    }
    let known_within = known(&tokens[..within], data).filter(|(length, ..)| *length == within);
    known_within.or(Some(known_at_all))
}

/// How many of the tokens are a lead phrase that the vocabulary knows, and in which parts it stands.
fn known(tokens: &[Token], data: &Data) -> Option<(usize, bool, bool)> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let skip = |phrases: &Phrases<()>, mut at: usize| {
        while let Some((length, ())) = phrases.longest(at, word) {
            at += length;
        }
        at
    };
    let ends = |head: usize, part: LeadPart| {
        let phrases = word(head).filter(|id| *id != WordId::UNKNOWN).map(|first| data.leads.starting_with(first));
        phrases.unwrap_or_default().iter().filter(|(_, known)| *known == part).find_map(|(ids, _)| {
            let mut at = head;
            for (index, id) in ids.iter().enumerate() {
                // "Prenant également note": a modifier may part the words of a phrase.
                if index > 0 && data.modifiers_follow && word(at) != Some(*id) {
                    at = skip(&data.lead_modifiers, at);
                }
                if word(at) != Some(*id) {
                    return None;
                }
                at += 1;
            }
            Some(at)
        })
    };
    // "وإذ تشير": what follows the conjunction is a phrase of the operative part.
    let subordinate = |head: usize| {
        let after = data.lead_conjunctions.longest(head, word).map(|(length, ())| head + length)?;
        ends(skip(&data.lead_modifiers, after), LeadPart::Operative)
    };
    let found = |head: usize| {
        let preambular = ends(head, LeadPart::Preambular).max(subordinate(head));
        (preambular, ends(head, LeadPart::Operative))
    };
    // A phrase may itself begin as a modifier does ("深信"), or a modifier as a phrase ("关切地"): the longer one counts. One
    // that is both ("с удовлетворением") is the modifier of the phrase behind it, if there is one.
    let mut head = skip(&data.lead_connectives, 0);
    let (preambular, operative) = loop {
        let here = found(head);
        let modifier = data.lead_modifiers.longest(head, word).map(|(length, ())| head + length);
        let ends = here.0.max(here.1);
        let modifies = |after: usize| match ends {
            Some(end) if end == after => found(after) != (None, None),
            Some(end) => end < after,
            None => true,
        };
        match modifier.filter(|after| modifies(*after)) {
            Some(after) => head = after,
            None => break here,
        }
    };
    let mut end = preambular.max(operative)?;
    loop {
        let modified = if data.modifiers_follow { skip(&data.lead_modifiers, end) } else { end };
        let after = skip(&data.lead_tails, modified);
        let complement = data.lead_prepositions.longest(after, word).map(|(length, ())| after + length);
        let complement = complement.and_then(|at| Some(at + data.lead_tails.longest(at, word)?.0));
        let after = complement.unwrap_or(after);
        if after == end {
            return Some((end, preambular.is_some(), operative.is_some()));
        }
        end = after;
    }
}

/// Whether a text begins as lead phrases of the language do: with a capital, where they have one.
fn may_lead(text: &str, data: &Data) -> bool {
    !data.leads_capital || text.starts_with(char::is_uppercase)
}

/// How many preambular phrases with a capital stand after a comma; none in a language that begins them without one, since
/// clauses within a paragraph look the same there.
pub(crate) fn inner_clauses(block: &str, tokens: &[Token], data: &Data) -> usize {
    if !data.leads_capital {
        return 0;
    }
    let after_comma = tokens.windows(2).enumerate().filter(|(_, pair)| pair[0].is_mark(',')).map(|(at, _)| at + 1);
    after_comma
        .filter(|&at| tokens[at].word().is_some_and(|id| id != WordId::UNKNOWN))
        .filter(|&at| block[tokens[at].span()].starts_with(char::is_uppercase))
        .filter(|&at| known(&tokens[at..], data).is_some_and(|(_, preambular, _)| preambular))
        .count()
}

/// Whether a line of plain text begins with a lead phrase that the vocabulary knows.
pub(crate) fn begins_line(line: &str, data: &Data) -> bool {
    let text = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
    if !may_lead(text, data) {
        return false;
    }
    let mut tokens = Vec::new();
    // The longest phrases have some six words.
    let end = text.char_indices().nth(80).map_or(text.len(), |(at, _)| at);
    crate::token::tokenize(&text[..end], 0, true, &data.words, &mut tokens);
    known(&tokens, data).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, inline};

    fn lead(code: &str, text: &str) -> (String, bool, bool, bool) {
        let data = Language::from_code(code).unwrap().data();
        let inline = inline::read(text, 0..text.len(), true, &data.words);
        match find(text, 0, &inline.tokens, &inline.emphasis, data) {
            Some(lead) => (text[lead.span].to_owned(), lead.preambular, lead.operative, lead.emphasis.is_some()),
            None => (String::new(), false, false, false),
        }
    }

    #[test]
    fn phrases_are_taken_whole() {
        assert_eq!(
            lead("fr", "Prend également note avec satisfaction du"),
            ("Prend également note avec satisfaction".into(), false, true, false)
        );
        assert_eq!(lead("fr", "*Prie* l’Office"), ("Prie".into(), false, true, true));
        assert_eq!(
            lead("en", "Noting with deep concern also that"),
            ("Noting with deep concern also".into(), true, false, false)
        );
        assert_eq!(lead("en", "Also calls upon States"), ("Also calls upon".into(), false, true, false));
    }

    #[test]
    fn complements_belong_to_the_phrase_where_they_are_emphasised_with_it() {
        assert_eq!(lead("es", "*Expresa su profunda preocupación* por").0, "Expresa su profunda preocupación");
        assert_eq!(lead("es", "*Expresa* su profunda preocupación por").0, "Expresa");
        assert_eq!(lead("es", "Expresa su profunda preocupación por").0, "Expresa su profunda preocupación");
        assert_eq!(lead("fr", "*Prie* également").0, "Prie* également");
        assert_eq!(lead("es", "*Recordando* su resolución 65/230").0, "Recordando");
        assert_eq!(lead("es", "Recordando su resolución 65/230").0, "Recordando");
    }

    #[test]
    fn unknown_phrases_count_where_they_are_emphasised() {
        assert_eq!(lead("en", "*Frobnicating*, the"), ("Frobnicating".into(), false, false, true));
        assert_eq!(lead("en", "The delegates met").0, "");
    }
}
