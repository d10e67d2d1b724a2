//! Adopted resolutions of the United Nations: dates, titles, and how each is known.

/// The registry.
#[derive(Clone, Debug, Default)]
pub struct Registry;
