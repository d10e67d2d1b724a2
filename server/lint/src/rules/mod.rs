//! All rules, one file each.

use crate::Rule;

/// Every rule, in the order of their names.
pub const ALL: &[Rule] = &[];
