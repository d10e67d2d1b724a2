//! Finding what lies in a stretch of the text among things that are in its order.

use rapporteur_draft::Span;

/// Those of some things, in the order of the text and apart from one another, that touch a stretch of it.
pub(crate) fn touching<'a, T>(things: &'a [T], span: impl Fn(&T) -> &Span, within: &Span) -> &'a [T] {
    let first = things.partition_point(|thing| span(thing).end < within.start);
    let rest = &things[first..];
    &rest[..rest.partition_point(|thing| span(thing).start <= within.end)]
}
