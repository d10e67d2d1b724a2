//! Letters that are typed for Latin ones, Cyrillic and full-width: `А/RES/66/253 В`, `2625 (ХХV)`, `66/253Ａ`.

use std::borrow::Cow;

/// The Latin letter that a Cyrillic or full-width one looks like; any other character as it is.
pub(crate) fn latin(c: char) -> char {
    match c {
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'І' => 'I',
        'Ј' => 'J',
        'К' => 'K',
        'М' => 'M',
        'О' => 'O',
        'Р' => 'P',
        'Ѕ' => 'S',
        'Т' => 'T',
        'У' => 'Y',
        'Х' => 'X',
        'а' => 'a',
        'с' => 'c',
        'е' => 'e',
        'і' => 'i',
        'ј' => 'j',
        'о' => 'o',
        'р' => 'p',
        'ѕ' => 's',
        'у' => 'y',
        'х' => 'x',
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(c as u32 - 'Ａ' as u32 + 'A' as u32).unwrap_or(c),
        _ => c,
    }
}

/// A text with the Latin letters that its look-alikes stand for.
pub(crate) fn in_latin(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { text.chars().map(latin).collect::<String>().into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_are_told() {
        assert_eq!(in_latin("А/СОNF.157/24"), "A/CONF.157/24");
        assert_eq!(in_latin("ＸＶ Ａｚ"), "XV Az");
        assert_eq!(in_latin("Ж–Щ"), "Ж–Щ");
    }
}
