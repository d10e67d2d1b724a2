//! Lays out tables.

use std::fmt::Write;

use anstream::adapter::strip_str;
use unicode_width::UnicodeWidthStr;

/// On which side of its column a cell stands.
#[derive(Clone, Copy)]
pub(super) enum Align {
    Left,
    Right,
}

/// Lays rows out in columns. Cells may be in colour.
pub(super) fn columns(rows: &[Vec<String>], align: &[Align]) -> String {
    let width = |column: usize| rows.iter().map(|row| shown_width(&row[column])).max().unwrap_or_default();
    let widths: Vec<usize> = (0..align.len()).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).zip(align).map(|((cell, width), align)| {
            let padding = " ".repeat(width - shown_width(cell));
            match align {
                Align::Left => format!("{cell}{padding}"),
                Align::Right => format!("{padding}{cell}"),
            }
        });
        let line = cells.collect::<Vec<String>>().join("  ");
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out
}

/// How many columns a text takes on a terminal.
pub(super) fn shown_width(text: &str) -> usize {
    strip_str(text).to_string().width()
}
