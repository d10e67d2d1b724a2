//! Texts that the rules are about: the examples in their documentation, in all languages, cut up, mixed and changed.

use std::{collections::BTreeMap, sync::LazyLock};

use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
};
use rapporteur_lint::{RULES, Rule};

use super::texts;

/// The paragraphs of all examples, wrong and right, under the code of their language.
static PARAGRAPHS: LazyLock<BTreeMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut paragraphs: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (language, example) in examples() {
        paragraphs.entry(language).or_default().extend(example.split_inclusive("\n\n"));
    }
    paragraphs
});

/// The examples in the documentation of the rules, with the code of their language.
fn examples() -> impl Iterator<Item = (&'static str, &'static str)> {
    let examples = RULES.iter().flat_map(Rule::examples);
    examples.map(|example| (example.language, example.text.strip_suffix('\n').unwrap_or(example.text)))
}

/// A text of examples in one language: one of them, or paragraphs of any, changed in a few places.
pub fn text() -> impl Strategy<Value = String> {
    let whole = select(examples().map(|(_, example)| format!("{example}\n")).collect::<Vec<_>>());
    let languages: Vec<&str> = PARAGRAPHS.keys().copied().collect();
    let mixed = (select(languages), vec(any::<Index>(), 1..8)).prop_map(|(language, indices)| {
        let paragraphs = &PARAGRAPHS[language];
        indices.iter().map(|index| format!("{}\n\n", index.get(paragraphs).trim_end())).collect()
    });
    let text: BoxedStrategy<String> = prop_oneof![whole, mixed].boxed();
    (text, vec(texts::change(), 0..6)).prop_map(|(mut text, changes)| {
        changes.iter().for_each(|change| change.apply(&mut text));
        text
    })
}
