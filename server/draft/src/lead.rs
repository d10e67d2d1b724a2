//! The lead phrase of a paragraph: "Recalling also", "Prend note avec satisfaction".

mod extent;

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::{
    Gender, LeadPart, Repeat, Span,
    inline::Emphasis,
    language::{Data, Form},
    token::Token,
    words::{Phrases, WordId, normalise},
};

/// The lead phrase of a block; offsets count from the start of the block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawLead {
    pub(crate) span: Span,
    pub(crate) preambular: bool,
    pub(crate) operative: bool,
    pub(crate) masculine: bool,
    pub(crate) feminine: bool,
    pub(crate) emphasis: Option<Span>,
    /// Where the verb ends, with the words that modify it and without its complements.
    pub(crate) verb_end: usize,
    pub(crate) repeat: Option<Repeat>,
    /// See [`crate::Lead::identity`].
    pub(crate) identity: u64,
    pub(crate) addresses: bool,
    /// See [`crate::Lead::missing`].
    pub(crate) missing: Option<Span>,
    /// See [`crate::Lead::excess`].
    pub(crate) excess: Option<Span>,
}

/// A phrase that the vocabulary knows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<'a> {
    /// The first word of the verb itself, behind the modifiers before it.
    pub(crate) start: usize,
    /// How many words it has up to the end of the verb itself.
    pub(crate) head: usize,
    /// How many words it has up to its complements.
    pub(crate) verb: usize,
    /// How many words it has.
    pub(crate) length: usize,
    pub(crate) preambular: bool,
    pub(crate) operative: bool,
    /// The words of the verb itself.
    pub(crate) phrase: &'a [WordId],
    pub(crate) form: Form,
    /// Where the phrase begins that a conjunction makes one of the preamble.
    pub(crate) subordinate: Option<usize>,
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
    let tokens = &tokens[first..];
    let known = known(tokens, data).filter(|_| emphasised.is_some() || may_lead(&block[start..], data));
    match known.map(|known| without_adjective(known, tokens, emphasised.as_ref(), data)) {
        Some(whole) => Some(from_vocabulary(block, tokens, whole, emphasised, data)),
        None => Some(from_emphasis(block, tokens, emphasised?, data)),
    }
}

/// A lead phrase that the vocabulary knows.
fn from_vocabulary(block: &str, tokens: &[Token], whole: Known<'_>, emphasised: Option<Span>, data: &Data) -> RawLead {
    let phrase = emphasised_together(whole, tokens, emphasised.as_ref(), data);
    let count = |end: usize| tokens.partition_point(|token| token.end as usize <= end);
    let within = emphasised.as_ref().map_or(0, |emphasised| count(emphasised.end));
    let (missing, excess) = match emphasised {
        Some(_) => (extent::missing(tokens, whole, within, data), excess(tokens, whole, within, data)),
        None => (None, None),
    };
    // What the vocabulary does not know is as good as the phrase if it is emphasised: "*Welcomes and supports*".
    let said = match (&missing, &excess) {
        (Some(missing), _) => count(missing.end),
        (None, Some(excess)) => count(excess.start),
        (None, None) => within,
    };
    let said = &tokens[..said.max(phrase.length)];
    let end = |length: usize| tokens[length - 1].end as usize;
    let says = |gender| agreeing(tokens, &phrase, data).any(|(_, of, _)| of == gender);
    RawLead {
        span: tokens[0].start as usize..end(phrase.length),
        preambular: phrase.preambular,
        operative: phrase.operative,
        masculine: says(Gender::Masculine),
        feminine: says(Gender::Feminine),
        emphasis: emphasised,
        verb_end: end(phrase.verb),
        repeat: repeat(said, data),
        identity: identity(block, said, data),
        addresses: addresses(&tokens[..phrase.length], data),
        missing,
        excess,
    }
}

/// See [`extent::excess`]: beyond as much of the phrase as is emphasised.
fn excess(tokens: &[Token], whole: Known<'_>, within: usize, data: &Data) -> Option<Span> {
    let phrase = if within < whole.length { known(&tokens[..within], data)? } else { whole };
    extent::excess(tokens, phrase, within, data)
}

/// A lead phrase that the vocabulary does not know: what is emphasised.
fn from_emphasis(block: &str, tokens: &[Token], emphasised: Span, data: &Data) -> RawLead {
    let start = tokens[0].start as usize;
    let end = emphasised.start + block[emphasised.clone()].trim_end_matches([',', ' ', '\u{a0}']).len();
    let end = end.max(start);
    let phrase = &tokens[..tokens.partition_point(|token| token.end as usize <= end)];
    RawLead {
        span: start..end,
        preambular: false,
        operative: false,
        masculine: false,
        feminine: false,
        emphasis: Some(emphasised),
        verb_end: end,
        repeat: repeat(phrase, data),
        identity: identity(block, phrase, data),
        addresses: addresses(phrase, data),
        missing: None,
        excess: None,
    }
}

/// A phrase without a last word that belongs to what follows: "Encourages further efforts".
fn without_adjective<'a>(known: Known<'a>, tokens: &[Token], emphasised: Option<&Span>, data: &Data) -> Known<'a> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let last = known.length - 1;
    let adjective = known.verb == known.length
        && last > 0
        && data.repeat_adjectives.longest(last, word).is_some()
        && data.repeat_determiners.longest(known.length, word).is_none()
        && emphasised.is_none_or(|emphasised| emphasised.end <= tokens[last].start as usize);
    if adjective { Known { head: last.min(known.head), verb: last, length: last, ..known } } else { known }
}

/// The phrase without a complement that is not emphasised together with the verb: "*Reaffirming* its commitment".
fn emphasised_together<'a>(whole: Known<'a>, tokens: &[Token], emphasised: Option<&Span>, data: &'a Data) -> Known<'a> {
    let Some(emphasised) = emphasised else { return whole };
    let within = tokens.partition_point(|token| token.end as usize <= emphasised.end);
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    if within >= whole.length {
        return whole;
    }
    // What says that the verb is repeated belongs to it: "*Prie* également".
    if let Some((length, _)) = data.repeats.longest(within, word) {
        let verb = within + length;
        return Known { verb, length: verb, ..whole };
    }
    known(&tokens[..within], data).filter(|known| known.length == within).unwrap_or(whole)
}

/// The word of a phrase that says that its verb is repeated.
fn repeat(phrase: &[Token], data: &Data) -> Option<Repeat> {
    let word = |at: usize| phrase.get(at).and_then(Token::word);
    (0..phrase.len()).find_map(|at| {
        let (length, place) = data.repeats.longest(at, word)?;
        Some(Repeat { place, span: phrase[at].start as usize..phrase[at + length - 1].end as usize })
    })
}

/// Whether a phrase has a verb that tells somebody to do something.
pub(crate) fn addresses(phrase: &[Token], data: &Data) -> bool {
    let word = |at: usize| phrase.get(at).and_then(Token::word);
    (0..phrase.len()).any(|at| data.addressing.longest(at, word).is_some())
}

/// What a phrase has in common with those that differ from it only in what says that they repeat it.
pub(crate) fn identity(block: &str, phrase: &[Token], data: &Data) -> u64 {
    let word = |at: usize| phrase.get(at).and_then(Token::word);
    let mut hasher = FxHasher::default();
    if data.repeat_uncounted.longest(0, word).is_some() {
        // "Whereas …": each is the first.
        block.hash(&mut hasher);
    }
    let mut at = data.lead_connectives.longest(0, word).map_or(0, |(length, ())| length);
    while let Some(token) = phrase.get(at) {
        if let Some((length, _)) = data.repeats.longest(at, word) {
            at += length;
            continue;
        }
        match token.word() {
            Some(WordId::UNKNOWN) => normalise(&block[token.span()]).hash(&mut hasher),
            Some(id) => id.hash(&mut hasher),
            None => {}
        }
        at += 1;
    }
    hasher.finish()
}

/// The words of a lead phrase that are of the gender of the body that acts, with their gender and what they are in the
/// other: those of the phrase itself and of its complements, where these are of either gender. Other words may stand for
/// something else ("su decidido apoyo").
pub(crate) fn agreeing<'a>(
    tokens: &'a [Token],
    known: &Known<'_>,
    data: &'a Data,
) -> impl Iterator<Item = (&'a Token, Gender, &'a str)> {
    let own = if known.form.gender.is_some() { known.start..known.head } else { 0..0 };
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let mut at = if data.agreeing.is_empty() { known.length } else { known.head };
    let complements = std::iter::from_fn(move || {
        while at < known.length {
            let (length, agrees) = data.lead_tails.longest(at, word).unwrap_or((1, false));
            at += length;
            if agrees {
                return Some(at - length..at);
            }
        }
        None
    });
    std::iter::once(own).chain(complements).flatten().filter_map(|at| {
        let (gender, other) = data.agreeing.get(&tokens[at].word()?)?;
        Some((&tokens[at], *gender, other.as_str()))
    })
}

/// The lead phrase that the vocabulary knows and that some tokens begin with.
pub(crate) fn known<'a>(tokens: &[Token], data: &'a Data) -> Option<Known<'a>> {
    let word = |at: usize| tokens.get(at).and_then(Token::word).map(|id| data.words.canonical(id));
    let skip_modifiers = |at| skip(&data.lead_modifiers, at, word);
    let find = |head: usize, part: LeadPart| {
        let phrases = word(head).filter(|id| *id != WordId::UNKNOWN).map(|first| data.leads.starting_with(first));
        phrases.unwrap_or_default().iter().filter(|(_, form)| form.part == part).find_map(|(phrase, form)| {
            let mut at = head;
            for (index, id) in phrase.iter().enumerate() {
                // "Prenant également note": a modifier may part the words of a phrase.
                if index > 0 && data.modifiers_follow && word(at) != Some(*id) {
                    at = skip_modifiers(at);
                }
                if word(at) != Some(*id) {
                    return None;
                }
                at += 1;
            }
            Some(Found { end: at, phrase, form: *form, subordinate: None })
        })
    };
    // "وإذ تشير": what follows the conjunction is a phrase of the operative part.
    let subordinate = |head: usize| {
        let after = data.lead_conjunctions.longest(head, word).map(|(length, ())| head + length)?;
        let found = find(skip_modifiers(after), LeadPart::Operative)?;
        Some(Found { subordinate: Some(after), ..found })
    };
    let found = |head: usize| {
        let (own, subordinate) = (find(head, LeadPart::Preambular), subordinate(head));
        let longer = |found: &Found<'_>| subordinate.as_ref().is_none_or(|other| other.end < found.end);
        let preambular = own.filter(longer).or(subordinate);
        (preambular, find(head, LeadPart::Operative))
    };
    // A phrase may itself begin as a modifier does ("深信"), or a modifier as a phrase ("关切地"): the longer one counts. One
    // that is both ("с удовлетворением") is the modifier of the phrase behind it, if there is one.
    let mut head = skip(&data.lead_connectives, 0, word);
    let (preambular, operative) = loop {
        let here = found(head);
        let end = here.0.iter().chain(&here.1).map(|found| found.end).max();
        let modifier = data.lead_modifiers.longest(head, word).map(|(length, ())| head + length);
        let modifies = |after: usize| match end {
            Some(end) if end == after => matches!(found(after), (Some(_), _) | (_, Some(_))),
            Some(end) => end < after,
            None => true,
        };
        match modifier.filter(|after| modifies(*after)) {
            Some(after) => head = after,
            None => break here,
        }
    };
    let parts = (preambular.is_some(), operative.is_some());
    let longest = preambular.into_iter().chain(operative).max_by_key(|found| found.end)?;
    let mut length = longest.end;
    loop {
        let modified = if data.modifiers_follow { skip_modifiers(length) } else { length };
        let after = skip(&data.lead_tails, modified, word);
        let complement = data.lead_prepositions.longest(after, word).map(|(length, ())| after + length);
        let complement = complement.and_then(|at| Some(at + data.lead_tails.longest(at, word)?.0));
        let after = complement.unwrap_or(after);
        if after == length {
            return Some(Known {
                start: head,
                head: longest.end,
                verb: if data.modifiers_follow { skip_modifiers(longest.end) } else { longest.end },
                length,
                preambular: parts.0,
                operative: parts.1,
                phrase: longest.phrase,
                form: longest.form,
                subordinate: longest.subordinate,
            });
        }
        length = after;
    }
}

/// Where the phrases end that follow each other from a token on.
fn skip<T: Copy>(phrases: &Phrases<T>, mut at: usize, word: impl Fn(usize) -> Option<WordId> + Copy) -> usize {
    while let Some((length, _)) = phrases.longest(at, word) {
        at += length;
    }
    at
}

/// A phrase at some token.
struct Found<'a> {
    end: usize,
    phrase: &'a [WordId],
    form: Form,
    /// See [`Known::subordinate`].
    subordinate: Option<usize>,
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
        .filter(|&at| known(&tokens[at..], data).is_some_and(|known| known.preambular))
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

    fn read(code: &str, text: &str) -> RawLead {
        let data = Language::from_code(code).unwrap().data();
        let inline = inline::read(text, 0..text.len(), true, &data.words);
        find(text, 0, &inline.tokens, &inline.emphasis, data).unwrap()
    }

    #[test]
    fn the_emphasis_ends_with_the_phrase() {
        let missing = |code, text: &'static str| read(code, text).missing.map(|span| &text[span]);
        assert_eq!(missing("fr", "*Prie* également le Conseil"), Some("également"));
        assert_eq!(missing("en", "*Taking* note with appreciation of"), Some("note with appreciation"));
        assert_eq!(missing("en", "*Reaffirming* its commitment to"), None);
        assert_eq!(missing("en", "*Encourages* further efforts"), None);
        let excess = |code, text: &'static str| read(code, text).excess.map(|span| &text[span]);
        assert_eq!(excess("fr", "*Notant que* le"), Some("que"));
        assert_eq!(excess("en", "*Requests the* Secretary-General"), Some("the"));
        assert_eq!(excess("en", "*Expresses its sympathy to* the people"), Some("to"));
        assert_eq!(excess("en", "*Welcomes and supports* the"), None);
    }

    #[test]
    fn phrases_are_the_same_but_for_what_says_that_they_are_repeated() {
        let same = |code, one, two| read(code, one).identity == read(code, two).identity;
        assert!(!same("en", "Whereas the report", "Whereas the seat"));
        assert!(same("en", "*Recalling* the", "*Recalling further* the"));
        assert!(same("en", "*Also requests* the", "Requests the"));
        assert!(same("ar", "***إذ تشير*** إلى", "***وإذ تشير أيضاً*** إلى"));
        assert!(same("zh", "**回顾**其", "**又回顾**其"));
        assert!(!same("en", "*Notes* the", "*Notes with concern* the"));
        assert!(!same("en", "*Welcomes* the", "*Welcomes and supports* the"));
    }

    #[test]
    fn unknown_phrases_count_where_they_are_emphasised() {
        assert_eq!(lead("en", "*Frobnicating*, the"), ("Frobnicating".into(), false, false, true));
        assert_eq!(lead("en", "The delegates met").0, "");
    }
}
