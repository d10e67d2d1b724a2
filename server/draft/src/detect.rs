//! What a text says of itself, and its language.

use std::sync::OnceLock;

use rapporteur_symbol::Body;
use rustc_hash::FxHashMap;

use crate::{
    Directive, DocumentKind, Hints, Language, Span,
    blocks::{Block, BlockKind},
    facts::Facts,
    token,
    words::{WordId, Words, normalise},
};

/// How much of a text is looked at for its language, in bytes.
const SAMPLE: usize = 16 * 1024;

/// The language of a text by the words that it has most often; `None` where it has too few of any language.
pub(crate) fn language(text: &str) -> Option<Language> {
    let end = (0..=SAMPLE.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let common = CommonWords::all();
    // Words in Latin letters, and all others.
    let mut words = [0, 0];
    let mut counts: Vec<(usize, Language)> = Language::all().map(|language| (0, language)).collect();
    for word in token::split_words(&text[..end]) {
        words[usize::from(!is_latin(word))] += 1;
        let languages = common.languages(word);
        counts.iter_mut().filter(|(_, language)| languages.contains(language)).for_each(|(count, _)| *count += 1);
    }
    let (count, language) = counts.into_iter().max_by_key(|(count, _)| *count)?;
    // A list of names in other letters tells nothing, unless there is little else.
    let own = words[usize::from(!language.data().common.iter().any(|word| is_latin(word)))];
    let foreign = words[0] + words[1] - own;
    // Running text has a quarter of such words; a masthead alone has fewer.
    (count * 1000 / own.max(foreign / 4).max(1) >= 80).then_some(language)
}

/// Whether a word is in Latin letters.
fn is_latin(word: &str) -> bool {
    word.starts_with(|c: char| c < '\u{370}')
}

/// The most common words of all languages: a text is gone through once, however many languages there are.
#[derive(Default)]
struct CommonWords {
    words: Words,
    languages: FxHashMap<WordId, Vec<Language>>,
}

impl CommonWords {
    fn all() -> &'static CommonWords {
        static ALL: OnceLock<CommonWords> = OnceLock::new();
        ALL.get_or_init(|| {
            let mut all = CommonWords::default();
            for language in Language::all() {
                for word in &language.data().common {
                    all.languages.entry(all.words.intern(&normalise(word))).or_default().push(language);
                }
            }
            all
        })
    }

    /// The languages in which a word is common.
    fn languages(&self, word: &str) -> &[Language] {
        let id = Some(self.words.id(word)).filter(|id| *id != WordId::UNKNOWN);
        id.and_then(|id| self.languages.get(&id)).map_or(&[], Vec::as_slice)
    }
}

/// The comments that speak to Rapporteur, in the order of the text. Comments don't nest: one ends at the first `-->`.
pub(crate) fn directives(text: &str) -> Vec<Directive> {
    let mut directives = Vec::new();
    let mut end = 0;
    while let Some(start) = text[end..].find("<!--").map(|at| end + at) {
        let inside = start + 4;
        let Some(length) = text[inside..].find("-->") else { break };
        end = inside + length + 3;
        let body = text[inside..inside + length].trim();
        let Some(said) = body.strip_prefix("rapporteur:") else { continue };
        let said = said.trim();
        // The slices are parts of `text`; their distance is the offset.
        let said_at = said.as_ptr() as usize - text.as_ptr() as usize;
        directives.push(Directive {
            span: start..end,
            text: said.to_owned(),
            text_span: said_at..said_at + said.len(),
        });
    }
    directives
}

/// What front matter and directives set, before what the caller knows.
pub(crate) fn hints(text: &str, front_matter: Option<Span>, directives: &[Directive], given: &Hints) -> Hints {
    let mut hints = Hints::default();
    let front = front_matter.map_or("", |span| &text[span]);
    for (key, value) in front.lines().filter_map(|line| line.split_once(':')) {
        set(&mut hints, key.trim(), value.trim().trim_matches(['"', '\'']));
    }
    for word in directives.iter().flat_map(|directive| directive.text.split([' ', ','])) {
        if let Some((key, value)) = word.split_once('=') {
            set(&mut hints, key.trim(), value.trim());
        }
    }
    Hints {
        language: hints.language.or(given.language),
        kind: hints.kind.or(given.kind),
        body: hints.body.or(given.body),
    }
}

fn set(hints: &mut Hints, key: &str, value: &str) {
    match key {
        "language" | "lang" => hints.language = Language::from_code(value).or(hints.language),
        "kind" => hints.kind = DocumentKind::from_name(value).or(hints.kind),
        "body" => hints.body = Body::from_key(value).or(hints.body),
        _ => {}
    }
}

/// The kind of a document whose language is known. `enacting` is the index of its first enacting line.
pub(crate) fn kind(
    text: &str,
    blocks: &[Block],
    facts: &[std::sync::Arc<Facts>],
    enacting: Option<usize>,
    language: Language,
) -> DocumentKind {
    if enacting.is_some() {
        return DocumentKind::Resolution;
    }
    let structure = &language.data().structure;
    let citations: usize = facts.iter().map(|facts| facts.mentions.citations.len()).sum();
    let bodies = facts.iter().any(|facts| !facts.mentions.bodies.is_empty());
    // The head of a document says what it is, where it belongs to a body at all.
    let head = blocks.iter().take(30).filter(|block| matches!(block.kind, BlockKind::Text | BlockKind::Heading));
    for block in head.filter(|block| block.span.len() < 120) {
        let line = text[block.span.clone()].trim_start_matches(['#', '*', '_', ' ']).trim_end_matches(['*', '_']);
        let line = normalise(line);
        if structure.report.iter().any(|phrase| line.starts_with(phrase)) && bodies {
            return DocumentKind::Report;
        }
        if structure.decision.contains(&line) {
            return DocumentKind::Decision;
        }
    }
    // A sentence may begin with such a word; a clause has it in italics, or ends as a clause does.
    let is_clause = |facts: &Facts, block: &Block| {
        let lead = facts.lead.as_ref()?;
        let end = text[block.span.clone()].trim_end_matches(|c: char| !matches!(c, ',' | ';' | '.' | ':'));
        (lead.emphasis.is_some() || end.ends_with([',', ';']))
            .then_some((lead.preambular, lead.operative && block.label.is_some()))
    };
    let clauses: Vec<(bool, bool)> =
        facts.iter().zip(blocks).filter_map(|(facts, block)| is_clause(facts, block)).collect();
    let preambular = clauses.iter().filter(|(preambular, _)| *preambular).count();
    let operative = clauses.iter().filter(|(_, operative)| *operative).count();
    let inner: usize = facts.iter().map(|facts| facts.inner_clauses).sum();
    let preambular = preambular + inner;
    let numbered = blocks.iter().filter(|block| block.label.as_ref().is_some_and(|label| label.numbered)).count();
    match () {
        () if preambular >= 2 && operative >= 1 => DocumentKind::Resolution,
        () if preambular >= 2 || operative >= 2 => DocumentKind::Excerpt,
        () if (preambular + operative >= 1) && citations >= 1 => DocumentKind::Excerpt,
        () if numbered >= 5 && citations >= 1 && bodies => DocumentKind::Report,
        () => DocumentKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_do_not_nest() {
        let text = "<!-- <!-- rapporteur: off -->, <!-- rapporteur: <!-- rapporteur: on --> <!-- rapporteur: off";
        let directives: Vec<_> =
            directives(text).into_iter().map(|directive| (directive.span, directive.text)).collect();
        assert_eq!(directives, [(31..71, "<!-- rapporteur: on".to_owned())]);
    }
}
