//! What several rules do alike.

pub(super) mod acronyms;
pub(super) mod acting;
pub(super) mod clauses;
pub(super) mod endings;
pub(super) mod enumerations;
pub(super) mod final_text;
pub(super) mod glyphs;
pub(super) mod italics;
pub(super) mod lists;
pub(super) mod masthead;
pub(super) mod meeting;
pub(super) mod mentions;
pub(super) mod notes;
pub(super) mod renumber;
pub(super) mod repeats;
pub(super) mod slips;
pub(super) mod symbols;
