//! Roman numerals, as the sessions of the General Assembly (to 1975) and of the Council (to 1977) were counted.

const STEPS: [(u16, &str); 9] =
    [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

/// Writes a number from 1 to 399 in upper-case Roman numerals.
pub fn to_roman(mut number: u16) -> String {
    let mut out = String::new();
    for (value, digits) in STEPS {
        while number >= value {
            out.push_str(digits);
            number -= value;
        }
    }
    out
}

/// Reads an upper-case Roman numeral from I to CCCXCIX; `None` for anything that [`to_roman`] would not write.
pub fn parse_roman(text: &str) -> Option<u16> {
    let mut rest = text;
    let mut number = 0;
    for (value, digits) in STEPS {
        while let Some(after) = rest.strip_prefix(digits) {
            number += value;
            rest = after;
            if number > 399 {
                return None;
            }
        }
    }
    (rest.is_empty() && number > 0 && to_roman(number) == text).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_numeral_reads_back() {
        for n in 1..400 {
            assert_eq!(parse_roman(&to_roman(n)), Some(n));
        }
    }

    #[test]
    fn malformed_numerals_are_refused() {
        for text in ["", "IIII", "VX", "IC", "A", "x", "XXXXV", "CCCCCCCC"] {
            assert_eq!(parse_roman(text), None, "{text}");
        }
    }
}
