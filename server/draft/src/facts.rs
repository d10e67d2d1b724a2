//! What can be said of a block by itself. Facts are kept from one reading of a text to the next.

use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    sync::{Arc, OnceLock},
};

use rapporteur_symbol::Body;

use crate::{
    Glyph, Language, Span, Vocabulary,
    blocks::{Block, BlockKind, closing_mark, ends_clause},
    inline::{self, Call, RawLink},
    language::Data,
    lead::{self, RawLead},
    lines::EMPHASIS_MARKS,
    mentions::{self, BodyName, Mentions},
    spelling::{self, RawSpelling},
    token::{Token, TokenKind, plain_mark},
    typography,
    words::normalise,
};

/// What a block says; offsets count from its start.
#[derive(Debug)]
pub(crate) struct Facts {
    pub(crate) lead: Option<RawLead>,
    pub(crate) mentions: Mentions,
    pub(crate) calls: Vec<Call>,
    pub(crate) links: Vec<RawLink>,
    pub(crate) spellings: Vec<RawSpelling>,
    /// Whether anything in it is emphasised.
    pub(crate) emphasised: bool,
    /// The body that acts, if the block is an enacting line.
    pub(crate) enacts: Option<Enacting>,
    /// The number of a resolution that it begins with, as a title does.
    pub(crate) own_number: Option<Span>,
    /// Whether it begins with a small letter, and so goes on with what stood before.
    pub(crate) goes_on: bool,
    /// Whether it ends as a paragraph does.
    pub(crate) ended: bool,
    /// The mark that it ends with, as ASCII has it.
    pub(crate) closing: Option<char>,
    /// How many words it has.
    pub(crate) words: usize,
    pub(crate) glyphs: Vec<Glyph>,
    /// How many clauses in it begin with a preambular phrase after a comma, as in a resolution pasted as one line.
    pub(crate) inner_clauses: usize,
}

impl Facts {
    /// The body that acts, if the block is an enacting line.
    pub(crate) fn enacting_body(&self) -> Option<Body> {
        match self.enacts? {
            Enacting::Body(BodyName::Full(body)) => Some(body),
            Enacting::Body(BodyName::Short(_)) | Enacting::Unknown => Some(Body::Other),
        }
    }
}

/// Who acts in an enacting line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Enacting {
    /// A body that the language data names.
    Body(BodyName),
    /// Some other organ: "*The Conference*,".
    Unknown,
}

/// Reads a block.
fn read(text: &str, block: &Block, data: &Data) -> Facts {
    if matches!(block.kind, BlockKind::Verbatim | BlockKind::FrontMatter | BlockKind::Rule | BlockKind::Comment) {
        return Facts {
            lead: None,
            mentions: Mentions::default(),
            calls: Vec::new(),
            links: Vec::new(),
            spellings: Vec::new(),
            emphasised: false,
            enacts: None,
            own_number: None,
            goes_on: false,
            ended: true,
            closing: None,
            words: 0,
            glyphs: Vec::new(),
            inner_clauses: 0,
        };
    }
    // Emphasis that opens before the label is read from there.
    let from = match &block.label {
        Some(label) if label.emphasised => 0,
        _ => block.content,
    };
    let inline = inline::read(text, from..text.len(), true, &data.words);
    let content = &text[block.content..];
    let lead = lead::find(text, block.content, &inline.tokens, &inline.emphasis, data);
    let uncalled = strip_calls(text, &inline.calls);
    Facts {
        mentions: mentions::find(text, &inline.tokens, data),
        glyphs: typography::read(text, &inline, data),
        emphasised: !inline.emphasis.is_empty(),
        enacts: enacts(text, block, &inline, data),
        spellings: spelling::find(text, block.content, &inline.tokens, &inline.emphasis, data),
        own_number: mentions::leading_number(text, &inline.tokens, data),
        goes_on: content.starts_with(char::is_lowercase) && (data.leads_capital || lead.is_none()),
        lead,
        ended: ends_clause(uncalled),
        closing: closing_mark(uncalled),
        words: inline.tokens.iter().filter(|token| token.word().is_some()).count(),
        inner_clauses: lead::inner_clauses(text, &inline.tokens, data),
        calls: inline.calls,
        links: inline.links,
    }
}

/// The text without the calls at its end.
pub(crate) fn strip_calls<'a>(text: &'a str, calls: &[Call]) -> &'a str {
    calls.iter().rev().fold(
        text,
        |text, call| {
            if text.trim_end().len() == call.span.end { &text[..call.span.start] } else { text }
        },
    )
}

/// The body of an enacting line: an article, the name and nothing else but its punctuation.
fn enacts(text: &str, block: &Block, inline: &inline::Inline, data: &Data) -> Option<Enacting> {
    let tokens = &inline.tokens;
    if block.kind != BlockKind::Text || block.label.is_some() || tokens.is_empty() || tokens.len() > 40 {
        return None;
    }
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let article = data.enacting_articles.longest(0, word);
    let start = article.map_or(0, |(length, ())| length);
    let closes = |end: usize| {
        let rest = &tokens[end..];
        rest.len() <= 1
            && rest.iter().all(|token| matches!(token.kind, TokenKind::Mark(',' | ':' | ';' | '.' | '-' | '–' | '—')))
    };
    if let Some((length, body)) = data.body_phrases.longest(start, word)
        && closes(start + length)
        && (article.is_some() || start + length < tokens.len())
    {
        return Some(Enacting::Body(BodyName::Full(body)));
    }
    let emphasis = inline.emphasis.first()?;
    let body_end = text.trim_end().trim_end_matches(|c| matches!(plain_mark(c), ',' | ':')).len();
    let articled = article.is_some() || data.enacting_articles.is_empty();
    if emphasis.outer.start != block.content || emphasis.outer.end < body_end {
        return None;
    }
    if let Some(body) = body_of_letters(&text[emphasis.inner.clone()], articled, data) {
        return Some(Enacting::Body(BodyName::Full(body)));
    }
    if !articled {
        return None;
    }
    // Another organ: everything emphasised, a comma at the end.
    let last = text.trim_end().trim_end_matches(EMPHASIS_MARKS).chars().next_back();
    last.is_some_and(|last| plain_mark(last) == ',').then_some(Enacting::Unknown)
}

/// The letters that an article has at most, white space within it aside.
const LONGEST_ARTICLE: usize = 3;

/// The body whose name a line ends with, if white space is not looked at: conversions lose some of it
/// ("Le Conseil économiqueetsocial") or add to it ("إ ن مجلس الأمن"). Where no article is known to begin the line, no more
/// than the letters of one may stand before the name.
fn body_of_letters(line: &str, articled: bool, data: &Data) -> Option<Body> {
    let letters = |text: &str| normalise(text).replace(|c: char| !c.is_alphabetic(), "");
    let line = letters(line);
    let named = |name: &String| {
        let before = line.strip_suffix(&letters(name));
        before.is_some_and(|before| articled || before.chars().count() <= LONGEST_ARTICLE)
    };
    data.bodies.iter().find(|(_, names)| names.iter().any(named)).map(|(body, _)| *body)
}

/// The facts of blocks, by their text.
#[derive(Clone, Debug, Default)]
pub(crate) struct BlockCache {
    facts: HashMap<(u64, usize), Arc<Facts>>,
    language: Option<Language>,
    vocabulary: Option<Arc<Vocabulary>>,
}

/// What is kept to read faster is no part of what was read.
impl PartialEq for BlockCache {
    fn eq(&self, _: &BlockCache) -> bool {
        true
    }
}

impl Eq for BlockCache {}

impl BlockCache {
    /// What the project had added to the language when the facts were read.
    pub(crate) fn vocabulary(&self) -> Option<&Arc<Vocabulary>> {
        self.vocabulary.as_ref()
    }

    /// The facts of blocks, taken from an earlier reading where it has them; and the cache for the next reading, which
    /// keeps just these.
    pub(crate) fn facts(
        &self,
        text: &str,
        blocks: &[Block],
        language: Language,
        vocabulary: Option<&Arc<Vocabulary>>,
    ) -> (Vec<Arc<Facts>>, BlockCache) {
        static HASHER: OnceLock<RandomState> = OnceLock::new();
        let hasher = HASHER.get_or_init(RandomState::new);
        let data = vocabulary.map_or_else(|| language.data(), |vocabulary| vocabulary.data(language));
        let holds = self.language == Some(language) && self.vocabulary.as_ref() == vocabulary;
        let mut next = BlockCache {
            facts: HashMap::with_capacity(blocks.len()),
            language: Some(language),
            vocabulary: vocabulary.cloned(),
        };
        let facts = blocks
            .iter()
            .map(|block| {
                let text = &text[block.span.clone()];
                // Facts depend on the text, on what its marks say it is, and on where its content begins.
                let kind = std::mem::discriminant(&block.kind);
                let emphasised_label = block.label.as_ref().map(|label| label.emphasised);
                let key = (hasher.hash_one((text, kind, block.content, emphasised_label)), text.len());
                let earlier = self.facts.get(&key).filter(|_| holds);
                let facts = match earlier.or_else(|| next.facts.get(&key)) {
                    Some(facts) => Arc::clone(facts),
                    None => Arc::new(read(text, block, data)),
                };
                next.facts.insert(key, Arc::clone(&facts));
                facts
            })
            .collect();
        (facts, next)
    }
}
