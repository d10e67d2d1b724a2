//! The direction in which a text is written.

/// Whether a text is written from right to left, as its first letter is.
pub(crate) fn runs_leftwards(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic());
    first.is_some_and(|first| ('\u{590}'..='\u{8ff}').contains(&first))
}
