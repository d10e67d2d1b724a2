//! Text in HTML, and the few tags of a draft that are tags in its preview.

/// Text in which nothing is a mark of HTML, for between tags and for attributes in double quotation marks.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out
}

/// Adds such text.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
}

/// The tags that drafts mark words with, and the elements that they make.
const TAGS: [(&str, &str); 7] =
    [("i", "em"), ("em", "em"), ("b", "strong"), ("strong", "strong"), ("u", "u"), ("sup", "sup"), ("sub", "sub")];

/// What a tag of a draft means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Open(&'static str),
    Close(&'static str),
    Break,
    /// A comment.
    Nothing,
    /// None that is known: it is shown as it is written.
    Unknown,
}

/// Reads a tag. One with attributes is none that drafts mark words with.
pub(super) fn tag(html: &str) -> Tag {
    if html.starts_with("<!--") {
        return Tag::Nothing;
    }
    let name = html.trim_start_matches('<').trim_end_matches('>');
    let closes = name.starts_with('/');
    let name = name.trim_matches(['/', ' ']);
    if name.eq_ignore_ascii_case("br") {
        return Tag::Break;
    }
    match TAGS.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(name)) {
        Some((_, element)) if closes => Tag::Close(element),
        Some((_, element)) => Tag::Open(element),
        None => Tag::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tags_without_attributes_are_known() {
        assert_eq!(tag("<I>"), Tag::Open("em"));
        assert_eq!(tag("</strong>"), Tag::Close("strong"));
        assert_eq!(tag("<br />"), Tag::Break);
        assert_eq!(tag("<!-- <i> -->"), Tag::Nothing);
        assert_eq!(tag("<i onclick=x>"), Tag::Unknown);
        assert_eq!(tag("<script>"), Tag::Unknown);
    }
}
