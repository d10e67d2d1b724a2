//! Adopted resolutions of the United Nations: dates, titles, and how each is known.
//!
//! [`Registry`] answers from tables that are packed at build time and used in place, so that it costs nothing to have
//! one. The tables of a project lie over them as [`Layer`]s. What the tables lack, [`sessions`] answers by rule.
//!
//! "Not in the registry" never means "does not exist": the Security Council is complete, the General Assembly since its
//! seventy-fourth session too, all else is thinner; [`Registry::stats`] counts it.

mod check;
mod entry;
mod facts;
mod find;
mod format;
mod import;
mod layer;
mod pack;
mod registry;
mod search;
pub mod sessions;
mod slips;
mod stats;
mod table;
mod words;

pub use check::{Fault, Inconsistency};
pub use entry::{Entry, Judgement};
pub use facts::{Basis, Known};
pub use import::{Added, Change, Conflict, Export, Gain, Import};
pub use layer::{Layer, Problem};
pub use registry::Registry;
pub use search::Hit;
pub use stats::{Series, Stats};
