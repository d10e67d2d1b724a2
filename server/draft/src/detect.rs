//! What a text says of itself, and its language.

use std::sync::OnceLock;

use rapporteur_symbol::Body;
use rustc_hash::FxHashMap;

use crate::{
    Directive, DocumentKind, Hints, Language, Span,
    blocks::{Block, BlockKind},
    facts::Facts,
    language::Data,
    lines::EMPHASIS_MARKS,
    token::{self, is_arabic, is_ideograph},
    words::{WordId, Words, normalise},
};

/// How much of a text is looked at for its language, in bytes.
const SAMPLE: usize = 16 * 1024;

/// How much of a text is looked at word by word where its commonest words don't tell, in bytes.
const SHORT_SAMPLE: usize = 2 * 1024;

/// The language of a text by the words that it has most often, or, where these are too few to tell, by all words that
/// the languages know, or, where it has just been begun, by its letters; `None` where it has too few of any language.
pub(crate) fn language(text: &str) -> Option<Language> {
    let common = CommonWords::all();
    let mut tally = Tally::new();
    for word in token::split_words(beginning(text, SAMPLE)) {
        let languages = common.languages(word);
        tally.add(word, |language| languages.contains(&language));
    }
    // Running text has a quarter of such words; a masthead alone has fewer.
    let by_common = tally.most(80);
    if tally.is_clear() && by_common.is_some() {
        return by_common;
    }
    let mut tally = Tally::new();
    for word in token::split_words(beginning(text, SHORT_SAMPLE)) {
        let knows = |words: &Words| words.id(word) != WordId::UNKNOWN || words.split(word).is_some();
        tally.add(word, |language| knows(&language.data().words));
    }
    // "*Rappelant* la résolution 65/230": most words of a clause that has just been begun are its verb and its nouns.
    tally.most(400).or(by_common).or_else(|| by_letters(text))
}

/// The language of a text too short for its words to tell, such as a title, if only one is written in letters like its
/// own.
fn by_letters(text: &str) -> Option<Language> {
    if text.len() > SHORT_SAMPLE {
        return None;
    }
    let scripts: Vec<Script> = text.chars().filter(|c| c.is_alphabetic()).map(script).collect();
    let most = |own: Script| scripts.iter().filter(|script| **script == own).count() * 4 > scripts.len() * 3;
    let own = [Script::Cyrillic, Script::Arabic, Script::Ideographs].into_iter().find(|own| most(*own))?;
    let mut written = Language::all().filter(|language| {
        language.head().common.first().is_some_and(|word| word.chars().all(|letter| script(letter) == own))
    });
    written.next().filter(|_| written.next().is_none())
}

/// What a letter is one of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Cyrillic,
    Arabic,
    Ideographs,
    Other,
}

fn script(letter: char) -> Script {
    match letter {
        '\u{400}'..='\u{52f}' => Script::Cyrillic,
        _ if is_arabic(letter) => Script::Arabic,
        _ if is_ideograph(letter) => Script::Ideographs,
        _ => Script::Other,
    }
}

/// The beginning of a text: at most so many bytes.
fn beginning(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    &text[..end]
}

/// How many words of a text are of which language.
struct Tally {
    /// Words in Latin letters, and all others.
    words: [usize; 2],
    /// In the order of [`Language::all`].
    counts: Vec<(Language, usize)>,
}

impl Tally {
    fn new() -> Tally {
        Tally { words: [0, 0], counts: Language::all().map(|language| (language, 0)).collect() }
    }

    /// Counts a word that is of the languages that `knows` accepts.
    fn add(&mut self, word: &str, knows: impl Fn(Language) -> bool) {
        self.words[usize::from(!is_latin(word))] += 1;
        self.counts.iter_mut().filter(|(language, _)| knows(*language)).for_each(|(_, count)| *count += 1);
    }

    /// The language that most words are of, if so many of a thousand are; of several the first.
    fn most(&self, least: usize) -> Option<Language> {
        let (language, count) = self.counts.iter().rev().max_by_key(|(_, count)| *count)?;
        // A list of names in other letters tells nothing, unless there is little else.
        let own = self.words[usize::from(!language.head().common.iter().any(|word| is_latin(word)))];
        let foreign = self.words[0] + self.words[1] - own;
        (count * 1000 / own.max(foreign / 4).max(1) >= least).then_some(*language)
    }

    /// Whether one language has far more words than any other.
    fn is_clear(&self) -> bool {
        let mut counts: Vec<usize> = self.counts.iter().map(|(_, count)| *count).collect();
        counts.sort_unstable_by(|a, b| b.cmp(a));
        counts[0] >= 2 * counts.get(1).unwrap_or(&0) + 2
    }
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
                for word in &language.head().common {
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
        vocabulary: given.vocabulary.clone(),
    }
}

fn set(hints: &mut Hints, key: &str, value: &str) {
    match key {
        // `es-419`: the country is no matter.
        "language" | "lang" => {
            let code = value.split(['-', '_']).next().unwrap_or(value).to_ascii_lowercase();
            hints.language = Language::from_code(&code).or(hints.language);
        }
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
    data: &Data,
) -> DocumentKind {
    if enacting.is_some() {
        return DocumentKind::Resolution;
    }
    let structure = &data.structure;
    let citations: usize = facts.iter().map(|facts| facts.mentions.citations.len()).sum();
    let bodies = facts.iter().any(|facts| !facts.mentions.bodies.is_empty());
    // The head of a document says what it is, where it belongs to a body at all.
    let head = blocks.iter().take(30).filter(|block| matches!(block.kind, BlockKind::Text | BlockKind::Heading));
    for block in head.filter(|block| block.span.len() < 120) {
        let line = text[block.span.clone()].trim_start_matches(['#', '*', '_', ' ']).trim_end_matches(EMPHASIS_MARKS);
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
    fn a_few_words_tell_the_language() {
        for (code, texts) in [
            (
                "en",
                ["Recalling resolution 65/230,", "The General Assembly,", "1. Decides to remain seized of the matter."],
            ),
            (
                "fr",
                [
                    "*Rappelant* la résolution 65/230,",
                    "L’Assemblée générale,",
                    "Rappelant sa résolution 1325 (2000) en date du 31 octobre 2000",
                ],
            ),
            (
                "es",
                [
                    "*Recordando* la resolución 65/230,",
                    "La Asamblea General,",
                    "Recordando su resolución 1325 (2000), de 31 de octubre de 2000",
                ],
            ),
        ] {
            for text in texts {
                assert_eq!(language(text).map(Language::code), Some(code), "{text}");
            }
        }
        for (code, text) in [("ru", "# Колодцы"), ("ar", "# صون الآبار"), ("zh", "# 湿地"), ("ru", "Ген")]
        {
            assert_eq!(language(text).map(Language::code), Some(code), "{text}");
        }
        for none in [
            "",
            "65/230",
            "Κείμενο",
            "みずうみ",
            "Lake (Озеро)",
            "Lorem ipsum dolor sit amet consectetur",
            "Der Rat beschließt, mit der Angelegenheit befasst zu bleiben.",
        ] {
            assert_eq!(language(none), None, "{none}");
        }
    }

    #[test]
    fn an_enacting_line_makes_a_resolution_while_its_first_clause_is_typed() {
        let kind = |text: &str| crate::Draft::read(text, &Hints::default()).kind;
        for typed in ["", "R", "Re", "*", "*Rec", "Bearing in", "1.", "1. ", "1. De"] {
            assert_eq!(
                kind(&format!("# Bees\n\n*The General Assembly*,\n\n{typed}")),
                DocumentKind::Resolution,
                "{typed}"
            );
        }
        for (line, typed) in [("*L’Assemblée générale*,", "Ra"), ("*إن الجمعية العامة*،", "إذ ت"), ("**大会**，", "回")]
        {
            assert_eq!(kind(&format!("{line}\n\n{typed}")), DocumentKind::Resolution, "{typed}");
        }
        // The name of a body in somebody's notes.
        for other in ["It meets in New York.", "It meets in New York every year", "Bees\n\nWasps"] {
            assert_eq!(kind(&format!("The General Assembly\n\n{other}")), DocumentKind::Other, "{other}");
        }
    }

    #[test]
    fn front_matter_may_name_a_country_with_the_language() {
        let front = "---\nlang: es-MX\n---";
        assert_eq!(hints(front, Some(0..front.len()), &[], &Hints::default()).language, Language::from_code("es"));
    }

    #[test]
    fn comments_do_not_nest() {
        let text = "<!-- <!-- rapporteur: off -->, <!-- rapporteur: <!-- rapporteur: on --> <!-- rapporteur: off";
        let directives: Vec<_> =
            directives(text).into_iter().map(|directive| (directive.span, directive.text)).collect();
        assert_eq!(directives, [(31..71, "<!-- rapporteur: on".to_owned())]);
    }
}
