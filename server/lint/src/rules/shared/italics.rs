//! Lead phrases that ought to be emphasised.

use rapporteur_draft::{EMPHASIS_MARKS, Lead, Markup, Paragraph, ParagraphKind, Span};

use crate::{Applicability, Edit, Severity, check::Context, settings::Profile};

/// Reports the paragraphs of a kind whose lead phrase is in roman type, be it one of that part or, by mistake or in
/// "Mindful of …", of the other. In a text without any emphasis that is said once, as a hint, and not of every verb:
/// whoever types plain text has no italics to give.
pub(in crate::rules) fn check(context: &mut Context<'_>, kind: ParagraphKind) {
    let draft = context.draft;
    let roman = |paragraph: &&Paragraph| {
        paragraph.kind == kind && paragraph.lead.as_ref().is_some_and(|lead| lead.emphasis.is_none() && is_known(lead))
    };
    if draft.markup == Markup::Plain {
        let first = draft.paragraphs.iter().find(|paragraph| roman(paragraph) && !said_elsewhere(context, kind));
        if let Some(lead) = first.and_then(|paragraph| paragraph.lead.as_ref()) {
            context.report(lead.span.clone(), "plain", &[]).at_most(Severity::Hint).done();
        }
        return;
    }
    if context.settings.profile == Profile::UnitedNations {
        check_underlined(context, kind);
    }
    for paragraph in draft.paragraphs.iter().filter(roman) {
        let Some(lead) = &paragraph.lead else { continue };
        // Marks within the phrase (`Prie *instamment*`) would end the emphasis early.
        let printed = &context.text[lead.span.clone()];
        let phrase = printed.replace(EMPHASIS_MARKS, "");
        let mark = draft.language.emphasis_mark();
        // What closes the emphasis of the last words of the phrase goes with it.
        let behind = &context.text[lead.span.end..];
        let behind = behind.len() - behind.trim_start_matches(EMPHASIS_MARKS).len();
        let closing = if printed.len() - phrase.len() == behind { behind } else { 0 };
        let edit = Edit { span: lead.span.start..lead.span.end + closing, text: format!("{mark}{phrase}{mark}") };
        // A mark that is half typed, or quoted as code, would only become one of many.
        let marked = context.text[..lead.span.start].ends_with(EMPHASIS_MARKS) || behind > closing;
        let edits = if marked { Vec::new() } else { vec![edit] };
        context
            .report(lead.span.clone(), "roman", &[("phrase", &phrase)])
            .fix(Applicability::Safe, &[("phrase", &phrase)], edits)
            .done();
    }
}

/// Whether the vocabulary has a phrase, in either part.
fn is_known(lead: &Lead) -> bool {
    lead.preambular || lead.operative
}

/// Reports lead phrases that are underlined, as on a typewriter. Conferences of students still do so.
fn check_underlined(context: &mut Context<'_>, kind: ParagraphKind) {
    let draft = context.draft;
    let leads = draft.paragraphs.iter().filter(|paragraph| paragraph.kind == kind).filter_map(|p| p.lead.as_ref());
    for lead in leads.filter(|lead| is_known(lead)) {
        let Some([open, close]) = lead.emphasis.as_ref().and_then(|inner| underlining(context.text, inner)) else {
            continue;
        };
        let phrase = &context.text[lead.span.clone()];
        let mark = draft.language.emphasis_mark();
        let edits = [open, close].map(|span| Edit { span, text: mark.to_owned() });
        context
            .report(lead.span.clone(), "underlined", &[("phrase", &phrase)])
            .fix(Applicability::Safe, &[("phrase", &phrase)], edits.into())
            .done();
    }
}

/// The tags around an emphasised stretch, if it is underlined.
fn underlining(text: &str, inner: &Span) -> Option<[Span; 2]> {
    let open = inner.start.checked_sub(3)?..inner.start;
    let close = inner.end..inner.end + 4;
    let is = |span: &Span, tag: &str| text.get(span.clone()).is_some_and(|found| found.eq_ignore_ascii_case(tag));
    (is(&open, "<u>") && is(&close, "</u>")).then_some([open, close])
}

/// Where a text has both parts, the rule for the operative part speaks for both.
fn said_elsewhere(context: &Context<'_>, kind: ParagraphKind) -> bool {
    let has_operative = || {
        context.draft.paragraphs.iter().any(|paragraph| {
            paragraph.kind == ParagraphKind::Operative && paragraph.lead.as_ref().is_some_and(|lead| lead.operative)
        })
    };
    kind == ParagraphKind::Preambular && has_operative()
}

#[cfg(test)]
mod tests {
    use crate::{Settings, fix_all};
    use rapporteur_draft::Hints;
    use rapporteur_registry::Registry;

    #[test]
    fn an_emphasis_that_has_slipped_is_put_right() {
        let text = "*The General Assembly*,\n\n1. Takes *note* of the report;\n\n2. Also *requests* a report.\n";
        let fixed = fix_all(text, &Hints::default(), &Registry::embedded(), &Settings::default());
        assert!(fixed.text.contains("1. *Takes note* of"), "{}", fixed.text);
        assert!(fixed.text.contains("2. *Also requests* a"), "{}", fixed.text);
    }

    #[test]
    fn marks_are_not_heaped_on_marks() {
        let text = "*The General Assembly*,\n\n1. ```\n*Decides* to go;\n\n2. *Decides to stay.\n";
        let fixed = fix_all(text, &Hints::default(), &Registry::embedded(), &Settings::default());
        assert_eq!(fixed.text, text);
    }
}
