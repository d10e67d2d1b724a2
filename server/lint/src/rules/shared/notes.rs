//! How calls of notes are written.

use rapporteur_draft::NoteNotation;

/// The call of a note in a notation.
pub(in crate::rules) fn call(label: &str, notation: NoteNotation) -> String {
    let label = written(label, notation);
    match notation {
        NoteNotation::Markdown => format!("[^{label}]"),
        NoteNotation::Html => format!("<sup>{label}</sup>"),
        NoteNotation::Superscript | NoteNotation::Plain => label,
    }
}

/// The label of a note as a notation has it: in raised figures, or in plain ones between marks.
pub fn written(label: &str, notation: NoteNotation) -> String {
    match notation {
        NoteNotation::Superscript => label.chars().map(raised).collect(),
        NoteNotation::Markdown | NoteNotation::Html | NoteNotation::Plain => label.to_owned(),
    }
}

/// The raised form of a figure.
fn raised(figure: char) -> char {
    match figure {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        other => other,
    }
}
