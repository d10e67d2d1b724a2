//! What several rules do alike.

pub(super) mod italics;
pub(super) mod renumber;
