//! Words that are spelt otherwise than the United Nations spell them.

use crate::{Span, capitals::as_printed, inline::Emphasis, language::Data, token::Token};

/// Such a word in a block, and its right spelling; offsets count from the start of the block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawSpelling {
    pub(crate) span: Span,
    pub(crate) right: String,
}

/// The words of a block that ought to be spelt otherwise: not those of names, quotations, addresses and of what is
/// emphasised, but at the head of the block, from `content` on.
pub(crate) fn find(
    block: &str,
    content: usize,
    tokens: &[Token],
    emphasis: &[Emphasis],
    data: &Data,
) -> Vec<RawSpelling> {
    let variant = |token: &Token| token.word().and_then(|id| data.words.variant(id));
    let mut found = Vec::new();
    if !tokens.iter().any(|token| variant(token).is_some()) {
        return found;
    }
    let head = tokens.iter().position(|token| token.start as usize >= content && token.word().is_some());
    let mut emphasis = emphasis.iter().peekable();
    let mut quoted = false;
    for (at, token) in tokens.iter().enumerate() {
        let printed = &block[token.span()];
        match printed {
            "“" | "«" => quoted = true,
            "”" | "»" => quoted = false,
            "\"" => quoted = !quoted,
            _ => {}
        }
        let start = token.start as usize;
        while emphasis.next_if(|stretch| stretch.inner.end <= start).is_some() {}
        let Some((_, right)) = variant(token) else { continue };
        let opens = head == Some(at);
        let emphasised = emphasis.peek().filter(|stretch| stretch.inner.start <= start);
        let at_head = |stretch: &&Emphasis| head.is_some_and(|head| tokens[head].start as usize >= stretch.inner.start);
        let elsewhere = emphasised.is_some_and(|stretch| !at_head(stretch));
        let capitals = printed.chars().skip(usize::from(opens)).any(char::is_uppercase);
        if !quoted && !elsewhere && !capitals && !is_joined(tokens, at, block) && !is_exempt(tokens, at, data) {
            found.push(RawSpelling { span: token.span(), right: as_printed(printed, right) });
        }
    }
    found
}

/// Whether a word is part of an address or of a name of a file.
fn is_joined(tokens: &[Token], at: usize, block: &str) -> bool {
    let joins = |at: usize| matches!(&block[tokens[at].span()], "." | "/" | "@" | "_" | "\\" | "&" | "=");
    let before = at > 0 && !tokens[at].gap && joins(at - 1);
    let touches = |at: usize| tokens.get(at).is_some_and(|token| !token.gap);
    before || (touches(at + 1) && joins(at + 1) && touches(at + 2) && tokens[at + 2].word().is_some())
}

/// Whether the word before says that another thing is meant: "a computer program".
fn is_exempt(tokens: &[Token], at: usize, data: &Data) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens[before].word());
    before.is_some_and(|id| data.spelling_exempt.contains(&id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, inline};

    fn spellings(text: &str) -> Vec<String> {
        let data = Language::ENGLISH.data();
        let inline = inline::read(text, 0..text.len(), true, &data.words);
        let found = find(text, 0, &inline.tokens, &inline.emphasis, data);
        found.into_iter().map(|spelling| format!("{} {}", &text[spelling.span], spelling.right)).collect()
    }

    #[test]
    fn words_are_spelt_as_the_united_nations_spell_them() {
        assert_eq!(
            spellings("*Recognising* the program, organised by centers"),
            ["Recognising Recognizing", "program programme", "organised organized", "centers centres"]
        );
        assert_eq!(spellings("to analyze and to supervise"), ["analyze analyse"]);
    }

    #[test]
    fn names_quotations_and_addresses_keep_their_spelling() {
        for text in [
            "the World Trade Organisation",
            "entitled “A program for labor”, and \"more centers\"",
            "in *The color of labor*, a book",
            "see www.labor.gov and labor.gov/program",
            "a computer program",
            "a LABOR matter",
        ] {
            assert_eq!(spellings(text), [""; 0], "{text}");
        }
    }
}
