//! What a single slip parts from a form.

use super::{
    Slip,
    form::{Element, MODIFIERS, Value, without_brackets},
};

/// What kind of slip it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// Small letters for capitals, or the reverse: in all parts it is one slip.
    Case,
    /// A mark or a figure.
    Form,
    /// The letters of a series or body.
    Letters,
}

/// The slip that there has been.
#[derive(Clone, Copy)]
struct Wrong {
    /// Whether it can be told what is meant.
    told: bool,
    kind: Kind,
    /// Whether it is in the series.
    in_series: bool,
}

/// A part that is nearly right.
struct Near {
    /// What is meant; `None` where it is a number that can't be guessed.
    meant: Option<String>,
    kind: Kind,
}

/// The slip that parts a symbol from the forms, if it is one.
pub(super) fn find(forms: &[Vec<Element>], parts: &[&str], year: u16) -> Option<Slip> {
    let mut search = Search { year, read: Vec::new(), told: Vec::new(), untold: false };
    // Most series are far from what is printed: one look at each is enough.
    for series in forms.chunk_by(|one, other| one.first() == other.first()) {
        let begins = series[0].first().is_some_and(|element| element.may_begin(parts[0], year));
        series.iter().filter(|_| begins).for_each(|form| search.align(form, parts, None));
    }
    let Some(likeliest) = search.told.iter().map(|(_, kind)| *kind).min() else {
        return search.untold.then(|| Slip { meant: Vec::new(), letters: false });
    };
    // In another case all letters are there: nothing else is meant.
    search.told.retain(|(_, kind)| likeliest != Kind::Case || *kind == likeliest);
    let meant = search.told.into_iter().map(|(meant, _)| meant).collect();
    Some(Slip { meant, letters: likeliest == Kind::Letters })
}

struct Search {
    year: u16,
    /// The parts so far, as they are meant.
    read: Vec<String>,
    /// The symbols that may be meant, and what is wrong then.
    told: Vec<(String, Kind)>,
    /// Whether there is a slip of which it can't be told what is meant.
    untold: bool,
}

impl Search {
    /// Holds the parts against a form, with at most one slip; `wrong` is the one that there has been.
    fn align(&mut self, form: &[Element], parts: &[&str], wrong: Option<Wrong>) {
        match (form, parts) {
            // Of a series whose forms are not known, nothing else tells that it is meant.
            ([Element::Rest], _) if wrong.is_none_or(|wrong| wrong.kind != Kind::Letters) => {
                self.read.extend(parts.iter().map(|part| (*part).to_owned()));
                self.note(wrong);
                self.read.truncate(self.read.len() - parts.len());
            }
            ([], []) => self.note(wrong),
            ([], [_, ..]) => MODIFIERS.iter().for_each(|modifier| self.part(modifier, &[], parts, wrong)),
            ([element, form @ ..], [_, ..]) => self.part(element, form, parts, wrong),
            (_, []) => {}
        }
    }

    /// Holds the first part against an element, and the others against the rest of the form.
    fn part(&mut self, element: &Element, form: &[Element], parts: &[&str], wrong: Option<Wrong>) {
        let (part, rest) = (parts[0], &parts[1..]);
        if element.fits(part, self.year) {
            return self.go_on(part.to_owned(), form, rest, wrong);
        }
        if wrong.is_some_and(|wrong| wrong.kind != Kind::Case) {
            return;
        }
        if let Some(near) = element.near(part, self.year)
            && (wrong.is_none() || near.kind == Kind::Case)
        {
            let wrong = Wrong { told: near.meant.is_some(), kind: near.kind, in_series: self.read.is_empty() };
            self.go_on(near.meant.unwrap_or_default(), form, rest, Some(wrong));
        }
        if wrong.is_some() {
            return;
        }
        let mark = Wrong { told: true, kind: Kind::Form, in_series: self.read.is_empty() };
        // A slash too many.
        if part.is_empty() && !rest.is_empty() && !self.read.is_empty() {
            self.part(element, form, rest, Some(mark));
        }
        // A slash lost.
        for at in 1..part.len() {
            let Some((before, after)) = part.split_at_checked(at) else { continue };
            if element.fits(before, self.year) {
                let parted: Vec<&str> = std::iter::once(after).chain(rest.iter().copied()).collect();
                self.go_on(before.to_owned(), form, &parted, Some(mark));
            }
        }
    }

    fn go_on(&mut self, part: String, form: &[Element], rest: &[&str], wrong: Option<Wrong>) {
        self.read.push(part);
        self.align(form, rest, wrong);
        self.read.pop();
    }

    /// Notes the symbol that has been read, if there was a slip in it.
    fn note(&mut self, wrong: Option<Wrong>) {
        let Some(wrong) = wrong else { return };
        // A number alone is that of anything.
        if wrong.in_series && self.read.len() < 3 && self.read.last().is_none_or(|part| !part.contains('.')) {
            return;
        }
        if !wrong.told {
            self.untold = true;
            return;
        }
        let meant = self.read.join("/");
        if !self.told.iter().any(|(known, _)| *known == meant) {
            self.told.push((meant, wrong.kind));
        }
    }
}

impl Element {
    /// Whether a symbol whose first part is this may begin with the element, with at most one slip.
    fn may_begin(&self, part: &str, year: u16) -> bool {
        let parted = || (1..part.len()).filter_map(|at| part.get(..at)).any(|before| self.fits(before, year));
        self.fits(part, year) || self.near(part, year).is_some() || parted()
    }

    /// What is meant by a part that does not fit, if a slip parts it from one that does.
    fn near(&self, part: &str, year: u16) -> Option<Near> {
        let (part, brackets) = without_brackets(part);
        let near = match self {
            Element::Word(word) => near_word(part, word),
            Element::Keyed(key, value) => near_keyed(part, key, value, year),
            Element::Value(value) => value.near(part, year),
            Element::Any | Element::Rest => None,
        }?;
        Some(Near { meant: near.meant.map(|meant| meant + brackets), ..near })
    }
}

fn near_word(part: &str, word: &str) -> Option<Near> {
    let kind = if part.eq_ignore_ascii_case(word) {
        Kind::Case
    } else if part.contains('0') && plain_letters(part) == word {
        Kind::Form
    } else if is_slip(part, word) {
        Kind::Letters
    } else {
        return None;
    };
    Some(Near { meant: Some(word.to_owned()), kind })
}

/// `C3`, `c.3`, `CC.3`, `C..3`, `C.99` for `C.3`.
fn near_keyed(part: &str, key: &str, value: &Value, year: u16) -> Option<Near> {
    if let Some(rest) = part.strip_prefix(key) {
        let near = value.near(rest, year)?;
        return Some(Near { meant: near.meant.map(|meant| format!("{key}{meant}")), ..near });
    }
    let letters = key.trim_end_matches('.');
    let meant = |number: &str, kind| Some(Near { meant: Some(format!("{key}{number}")), kind });
    match part.strip_prefix(letters) {
        // What is counted has no number.
        Some("") => return Some(Near { meant: None, kind: Kind::Form }),
        Some(rest) if value.fits(rest.trim_start_matches('.'), year) => {
            return meant(rest.trim_start_matches('.'), Kind::Form);
        }
        _ => {}
    }
    let split = part.find(|c: char| c == '.' || c.is_ascii_digit())?;
    let (head, tail) = part.split_at(split);
    let number = tail.strip_prefix(&key[letters.len()..])?;
    let kind = if head.eq_ignore_ascii_case(letters) { Kind::Case } else { Kind::Letters };
    if kind == Kind::Letters && !is_slip(head, letters) {
        return None;
    }
    if value.fits(number, year) {
        return meant(number, kind);
    }
    let upper = number.to_ascii_uppercase();
    (kind == Kind::Case && value.fits(&upper, year)).then(|| meant(&upper, kind))?
}

impl Value {
    /// What is meant by figures that are no such number, or are not all figures.
    fn near(&self, text: &str, year: u16) -> Option<Near> {
        let told = |meant: String| Some(Near { meant: Some(meant), kind: Kind::Form });
        if matches!(self, Value::Roman) {
            let upper = text.to_ascii_uppercase();
            if self.fits(&upper, year) {
                return Some(Near { meant: Some(upper), kind: Kind::Case });
            }
            let numeral = text.bytes().all(|byte| b"IVXLC".contains(&byte));
            return numeral.then_some(Near { meant: None, kind: Kind::Form });
        }
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            // All of its figures may be lost.
            return text.is_empty().then_some(Near { meant: None, kind: Kind::Form });
        }
        let figures: String = text.chars().map(plain_figure).collect();
        if self.fits(&figures, year) {
            return told(figures);
        }
        if !text.is_ascii() {
            return None;
        }
        let without = |at: usize| [&text[..at], &text[at + 1..]].concat();
        let stray: Vec<usize> = text.bytes().enumerate().filter(|(_, b)| !b.is_ascii_digit()).map(|(i, _)| i).collect();
        match stray[..] {
            [] => {}
            // Before figures, it is what they are the number of.
            [at] if at > 0 => return Some(without(at)).filter(|meant| self.fits(meant, year)).and_then(told),
            _ => return None,
        }
        // A figure twice, or two swapped: what is meant is told if no more than one number can be.
        let pairs = || (1..text.len()).map(|at| (at, &text[at - 1..at], &text[at..=at]));
        let single = pairs().filter(|(_, one, other)| one == other).map(|(at, ..)| without(at));
        let swapped = pairs().map(|(at, one, other)| [&text[..at - 1], other, one, &text[at + 1..]].concat());
        let limited = !matches!(self, Value::Numbers(_) | Value::Text);
        let mut meant: Vec<String> =
            single.chain(swapped.filter(|_| limited)).filter(|meant| self.fits(meant, year)).collect();
        meant.dedup();
        Some(Near { meant: meant.pop().filter(|_| meant.is_empty()), kind: Kind::Form })
    }
}

/// The letter that a figure is typed for.
fn plain_letters(part: &str) -> String {
    part.chars().map(|c| if c == '0' { 'O' } else { c }).collect()
}

/// The figure that a letter is typed for.
fn plain_figure(c: char) -> char {
    match c {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        _ => c,
    }
}

/// The length from which on a word is told with one of its letters changed.
const TOLD: usize = 4;

/// Whether letters are a word with one lost, one too many or two swapped; in a longer word, one may be another.
fn is_slip(typed: &str, word: &str) -> bool {
    let (long, short) = if typed.len() > word.len() { (typed, word) } else { (word, typed) };
    if !typed.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-') || long.len() - short.len() > 1 {
        return false;
    }
    let (a, b) = (long.as_bytes(), short.as_bytes());
    let same = a.iter().zip(b).take_while(|(one, other)| one == other).count();
    let tail = |from: usize, other: usize| a.get(from..) == b.get(other..);
    if a.len() > b.len() {
        // One letter stands for nothing if it isn't doubled.
        return tail(same + 1, same) && (word.len() > 1 || typed.is_empty() || a[0] == a[1]);
    }
    let swapped = a.get(same) == b.get(same + 1) && a.get(same + 1) == b.get(same) && tail(same + 2, same + 2);
    swapped || (word.len() >= TOLD && tail(same + 1, same + 1))
}
