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

/// The numbers in brackets that are one character each: `㈠` to `㈩`.
const ENCLOSED: std::ops::RangeInclusive<char> = '㈠'..='㈩';

/// The number below 100 that is written in such figures: `二十一`, `㈢`. `None` for anything else.
pub(super) fn value(text: &str, figures: &[String]) -> Option<u32> {
    let [_, ones @ .., tens] = figures else { return None };
    let mut chars = text.chars();
    if let (Some(c), None) = (chars.next(), chars.next())
        && ENCLOSED.contains(&c)
    {
        return Some(c as u32 - *ENCLOSED.start() as u32 + 1);
    }
    let one = |text: &str| {
        let mut chars = text.chars();
        let figure = chars.next().filter(|_| chars.next().is_none())?;
        (1..).zip(ones).find_map(|(value, forms)| forms.contains(figure).then_some(value))
    };
    match text.split_once(|c| tens.contains(c)) {
        None => one(text),
        Some((before, after)) => {
            let tens = if before.is_empty() { 1 } else { one(before)? };
            Some(10 * tens + if after.is_empty() { 0 } else { one(after)? })
        }
    }
}

/// A number below 100 in such figures, with its brackets where the sample is in one character with them: `㈩`, `(十一)`.
pub(super) fn label(number: u32, sample: &str, figures: &[String]) -> Option<String> {
    if !(1..100).contains(&number) {
        return None;
    }
    let [_, one, ..] = figures else { return None };
    if !sample.contains(|c| ENCLOSED.contains(&c)) {
        return Some(as_in(sample, number.to_string(), figures));
    }
    let enclosed = char::from_u32(*ENCLOSED.start() as u32 + number - 1).filter(|c| ENCLOSED.contains(c));
    Some(enclosed.map_or_else(|| format!("({})", as_in(one, number.to_string(), figures)), |c| c.to_string()))
}
