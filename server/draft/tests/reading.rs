//! What holds of the reading of any text.

#[path = "support/texts.rs"]
mod texts;

use proptest::{collection::vec, prelude::*, test_runner::TestCaseResult};
use rapporteur_draft::{BodyClue, Draft, Hints, NoteMark, Span, plain_mark};

proptest! {
    #![proptest_config(texts::cases(1500))]

    #[test]
    fn any_text_is_read_and_every_span_lies_in_it(text in texts::text()) {
        sound(&text, &Draft::read(&text, &Hints::default()))?;
    }

    #[test]
    fn an_update_gives_what_a_new_reading_gives(text in texts::text(), changes in vec(texts::change(), 1..8)) {
        let mut text = text;
        let mut draft = Draft::read(&text, &Hints::default());
        for change in changes {
            change.apply(&mut text);
            draft = draft.update(&text, &Hints::default());
            prop_assert_eq!(&draft, &Draft::read(&text, &Hints::default()), "{:?}", text);
        }
    }
}

/// Whether the parts of a reading fit one another and the text.
fn sound(text: &str, draft: &Draft) -> TestCaseResult {
    for span in draft.symbol.iter().chain(&draft.title) {
        within(span, &(0..text.len()), text)?;
    }
    let mut end = 0;
    for paragraph in &draft.paragraphs {
        within(&paragraph.span, &(end..text.len()), text)?;
        end = paragraph.span.end;
        within(&paragraph.content, &paragraph.span, text)?;
        if let Some(label) = &paragraph.label {
            within(&label.span, &paragraph.span, text)?;
            within(&label.value_span, &label.span, text)?;
        }
        if let Some(lead) = &paragraph.lead {
            within(&lead.span, &paragraph.span, text)?;
            if let Some(emphasis) = &lead.emphasis {
                within(emphasis, &paragraph.span, text)?;
            }
        }
    }
    let paragraph = |index: usize| -> Result<Span, TestCaseError> {
        let paragraph = draft.paragraphs.get(index);
        paragraph.map(|paragraph| paragraph.span.clone()).ok_or_else(|| TestCaseError::fail("no such paragraph"))
    };
    for citation in &draft.citations {
        let paragraph = paragraph(citation.paragraph)?;
        within(&citation.span, &paragraph, text)?;
        if let Some(noun) = &citation.noun {
            within(noun, &paragraph, text)?;
        }
        match &citation.clue {
            BodyClue::Named(named) => within(&named.span, &paragraph, text)?,
            BodyClue::Possessive { span, .. } => within(span, &paragraph, text)?,
            BodyClue::Shape | BodyClue::Symbol => {}
        }
        prop_assert!(citation.date.is_none_or(|date| date < draft.dates.len()));
        prop_assert!(draft.date_of(citation).is_none_or(|date| date.paragraph == citation.paragraph));
    }
    for date in &draft.dates {
        within(&date.span, &paragraph(date.paragraph)?, text)?;
    }
    for symbol in draft.symbols.iter().chain(&draft.unknown_symbols) {
        within(&symbol.span, &paragraph(symbol.paragraph)?, text)?;
        prop_assert!(is_read_from(&symbol.text, &text[symbol.span.clone()]), "{:?} at {:?}", symbol.text, symbol.span);
    }
    for record in &draft.records {
        let symbol = &draft.symbols[record.symbol];
        for (span, _) in [&record.session, &record.year, &record.supplement].into_iter().flatten() {
            within(span, &paragraph(symbol.paragraph)?, text)?;
        }
    }
    for acronym in &draft.acronyms {
        within(&acronym.span, &paragraph(acronym.paragraph)?, text)?;
    }
    for treaty in &draft.treaties {
        within(&treaty.span, &paragraph(treaty.paragraph)?, text)?;
        for (number, _) in treaty.volumes.iter().chain(&treaty.numbers) {
            within(number, &treaty.span, text)?;
        }
    }
    for reference in &draft.cross_references {
        within(&reference.span, &paragraph(reference.paragraph)?, text)?;
    }
    let mark = |mark: &NoteMark| {
        within(&mark.span, &paragraph(mark.paragraph)?, text)?;
        within(&mark.label_span, &mark.span, text)
    };
    for call in &draft.notes.calls {
        mark(call)?;
    }
    for definition in &draft.notes.definitions {
        mark(&definition.mark)?;
        within(&definition.span, &paragraph(definition.mark.paragraph)?, text)?;
        within(&definition.mark.span, &definition.span, text)?;
    }
    for directive in &draft.directives {
        within(&directive.span, &(0..text.len()), text)?;
        within(&directive.text_span, &directive.span, text)?;
        prop_assert_eq!(&text[directive.text_span.clone()], &directive.text);
    }
    let calls = draft.notes.calls.iter().map(|call| &call.span);
    ordered(draft.citations.iter().map(|citation| &citation.span))?;
    ordered(draft.dates.iter().map(|date| &date.span))?;
    ordered(draft.symbols.iter().map(|symbol| &symbol.span))?;
    ordered(draft.unknown_symbols.iter().map(|symbol| &symbol.span))?;
    ordered(draft.treaties.iter().map(|treaty| &treaty.span))?;
    ordered(draft.cross_references.iter().map(|reference| &reference.span))?;
    ordered(draft.directives.iter().map(|directive| &directive.span))?;
    ordered(draft.notes.definitions.iter().map(|definition| &definition.mark.span))?;
    ordered(calls)
}

/// Whether a symbol is the one that is printed, with plain marks and Latin letters for those that look alike.
fn is_read_from(symbol: &str, printed: &str) -> bool {
    let chars = |text| str::split_whitespace(text).flat_map(str::chars);
    let alike = |(read, printed): (char, char)| {
        read == plain_mark(printed)
            || (read.is_ascii_alphanumeric() && printed.is_alphanumeric() && !printed.is_ascii())
    };
    chars(symbol).count() == chars(printed).count() && chars(symbol).zip(chars(printed)).all(alike)
}

/// Whether a span is one of the text, and lies in another.
fn within(inner: &Span, outer: &Span, text: &str) -> TestCaseResult {
    prop_assert!(text.get(inner.clone()).is_some(), "{:?} is no stretch of the text", inner);
    prop_assert!(outer.start <= inner.start && inner.end <= outer.end, "{:?} is not in {:?}", inner, outer);
    Ok(())
}

/// Whether spans are in the order of the text and don't overlap.
fn ordered<'a>(spans: impl Iterator<Item = &'a Span>) -> TestCaseResult {
    let mut end = 0;
    for span in spans {
        prop_assert!(end <= span.start, "{:?} begins before {}", span, end);
        end = span.end;
    }
    Ok(())
}
