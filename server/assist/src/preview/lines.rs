//! The lines of a draft, by which an editor scrolls the preview along with the text.

use rapporteur_draft::Span;

/// Where the lines of a text begin; they end at LF, CR LF and CR, as in the protocol of language servers.
pub(super) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub(super) fn new(text: &str) -> Lines {
        let bytes = text.as_bytes();
        let ends = |at: usize| match bytes[at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        let mut starts = vec![0];
        starts.extend((0..bytes.len()).filter(|at| ends(*at)).map(|at| at + 1));
        Lines { starts }
    }

    /// The line that holds a byte offset, from 0.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// The attributes that say where a stretch of the text stands.
    pub(super) fn place(&self, span: &Span) -> String {
        let last = span.end.saturating_sub(1).max(span.start);
        format!(" data-line=\"{}\" data-end-line=\"{}\"", self.line(span.start), self.line(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_as_in_an_editor() {
        let lines = Lines::new("a\nb\r\nc\rd");
        assert_eq!([0, 1, 2, 5, 6, 7, 8].map(|offset| lines.line(offset)), [0, 0, 1, 2, 2, 3, 3]);
        assert_eq!(lines.place(&(2..8)), " data-line=\"1\" data-end-line=\"3\"");
    }
}
