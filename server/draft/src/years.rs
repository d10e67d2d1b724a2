//! Which numbers are taken for years.

use std::ops::Range;

/// The years of which texts of the United Nations speak.
const YEARS: Range<u32> = 1900..2100;

/// The years of resolutions and records, from the first session on.
const OF_RESOLUTIONS: Range<u32> = 1946..2100;

/// Whether a number may be a year of which a text speaks.
pub fn is_year(number: u32) -> bool {
    YEARS.contains(&number)
}

/// Whether a number may be the year of a resolution.
pub fn is_year_of_resolutions(number: u32) -> bool {
    OF_RESOLUTIONS.contains(&number)
}
