//! Numbers in the figures of a language that has its own: `二〇一〇`, `二十一`.

use crate::token::digit;

/// A text with its numbers in such figures where a sample has them and no digits, else as it is. `figures` has the forms
/// of each figure from 0 to 9, and of ten; numbers from 100 on are years, which are written figure after figure.
pub(super) fn as_in(sample: &str, text: String, figures: &[String]) -> String {
    let [zeros, .., tens] = figures else { return text };
    if sample.contains(|c| digit(c).is_some()) || !sample.contains(|c| figures.iter().any(|forms| forms.contains(c))) {
        return text;
    }
    let zero = zeros.chars().find(|form| sample.contains(*form)).or(zeros.chars().next());
    let form = |value: usize| if value == 0 { zero } else { figures.get(value)?.chars().next() };
    let mut written = String::with_capacity(text.len() * 2);
    let mut rest = text.as_str();
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, number) = rest.split_at(start);
        let (number, after) = number.split_at(number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len()));
        let values = number.bytes().map(|digit| usize::from(digit - b'0'));
        written.push_str(before);
        match values.clone().collect::<Vec<_>>()[..] {
            [ten, one] => {
                written.extend(form(ten).filter(|_| ten > 1));
                written.extend(tens.chars().next());
                written.extend(form(one).filter(|_| one > 0));
            }
            _ => written.extend(values.filter_map(form)),
        }
        rest = after;
    }
    written + rest
}
