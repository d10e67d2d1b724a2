//! Texts for properties that must hold of any text: made up at random, and the sample drafts as far as they are typed.

#[path = "../../../draft/tests/support/texts.rs"]
mod texts;

use proptest::{
    prelude::*,
    sample::{Index, select},
};
use rapporteur_draft::Span;
pub use texts::cases;

/// Any text, or a sample draft up to anywhere.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![3 => texts::text(), 2 => half_typed()]
}

fn half_typed() -> impl Strategy<Value = String> {
    (select(samples()), any::<Index>()).prop_map(|(text, end)| {
        let end = end.index(text.len() + 1);
        let end = (0..=end).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        text[..end].to_owned()
    })
}

/// The sample drafts.
pub fn samples() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/drafts");
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("the sample drafts").map(|e| e.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    assert!(!paths.is_empty());
    paths.into_iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// Whether a span is one of the text, and lies in another.
pub fn within(inner: &Span, outer: &Span, text: &str) -> Result<(), TestCaseError> {
    prop_assert!(text.get(inner.clone()).is_some(), "{:?} is no stretch of the text", inner);
    prop_assert!(outer.start <= inner.start && inner.end <= outer.end, "{:?} is not in {:?}", inner, outer);
    Ok(())
}
