//! Positions in a text as a client counts them, written again from the protocol so that the server's own counting is
//! checked against another.

use serde_json::{Value, json};

/// The position encodings.
pub const ENCODINGS: [&str; 3] = ["utf-8", "utf-16", "utf-32"];

/// The length of a text in the units of an encoding.
pub fn units(encoding: &str, text: &str) -> usize {
    match encoding {
        "utf-8" => text.len(),
        "utf-16" => text.encode_utf16().count(),
        "utf-32" => text.chars().count(),
        other => panic!("no encoding {other}"),
    }
}

/// The places of a text, for who asks for many of them.
pub struct Places<'a> {
    encoding: &'a str,
    text: &'a str,
    /// Where each line begins.
    lines: Vec<usize>,
}

impl<'a> Places<'a> {
    pub fn new(encoding: &'a str, text: &'a str) -> Places<'a> {
        let bytes = text.as_bytes();
        // CR LF is one break, and ends behind the LF.
        let ends = |at: &usize| bytes[*at] == b'\n' || (bytes[*at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        let lines = std::iter::once(0).chain((0..bytes.len()).filter(ends).map(|at| at + 1)).collect();
        Places { encoding, text, lines }
    }

    /// The position of a byte offset.
    pub fn position(&self, offset: usize) -> Value {
        let line = self.lines.partition_point(|start| *start <= offset) - 1;
        json!({ "line": line, "character": units(self.encoding, &self.text[self.lines[line]..offset]) })
    }
}

/// The position of a byte offset.
pub fn position(encoding: &str, text: &str, offset: usize) -> Value {
    Places::new(encoding, text).position(offset)
}

/// The range of a stretch of the text.
pub fn range(encoding: &str, text: &str, start: usize, end: usize) -> Value {
    json!({ "start": position(encoding, text, start), "end": position(encoding, text, end) })
}

/// The byte offset of a position that lies in the text.
pub fn offset(encoding: &str, text: &str, wanted: &Value) -> usize {
    let places = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    places
        .into_iter()
        .find(|at| position(encoding, text, *at) == *wanted)
        .unwrap_or_else(|| panic!("{wanted} does not lie in the text"))
}

/// The byte offset of any position at all, clamped as `position.rs` has it: behind the end of a line to that end, behind
/// the last line to the end of the text, within a character to its start.
pub fn clamped(encoding: &str, text: &str, line: usize, character: usize) -> usize {
    let mut lines = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(length) = text[at..].find(['\r', '\n']) {
        let end = at + length;
        at = if text[end..].starts_with("\r\n") { end + 2 } else { end + 1 };
        lines.push(start..end);
        start = at;
    }
    lines.push(start..text.len());
    let Some(line) = lines.get(line) else { return text.len() };
    let mut left = character;
    for (at, char) in text[line.clone()].char_indices() {
        let width = units(encoding, char.encode_utf8(&mut [0; 4]));
        if left < width {
            return line.start + at;
        }
        left -= width;
    }
    line.end
}

/// The last place between two characters that does not lie behind this byte.
pub fn boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Applies the protocol's text edits, which don't overlap.
pub fn apply(encoding: &str, text: &str, edits: &[Value]) -> String {
    let mut spans: Vec<(usize, usize, &str)> = edits
        .iter()
        .map(|edit| {
            let at = |end: &str| offset(encoding, text, &edit["range"][end]);
            (at("start"), at("end"), edit["newText"].as_str().expect("a text"))
        })
        .collect();
    spans.sort_unstable();
    let mut out = text.to_owned();
    for (start, end, new) in spans.into_iter().rev() {
        out.replace_range(start..end, new);
    }
    out
}

/// Numbers that look random and are the same in every run.
pub struct Chance(pub u64);

impl Chance {
    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        // Xorshift; enough to scatter edits over a text.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound.max(1) as u64).expect("below a usize")
    }

    /// One of some values.
    pub fn one_of<'a, T>(&mut self, values: &'a [T]) -> &'a T {
        &values[self.below(values.len())]
    }
}
