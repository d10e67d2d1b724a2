//! Reads a text from its bytes to a [`Draft`].

use std::sync::Arc;

use rapporteur_symbol::Body;

use crate::{
    AcronymMention, Citation, CrossReference, DateMention, DocumentKind, Draft, DueSession, Glyph, Hints, Language,
    Link, Markup, MixedMonths, NoteDefinition, NoteMark, NoteNotation, Notes, Paragraph, ParagraphKind, RecordMention,
    Span, Spelling, SymbolMention, TreatyMention,
    blocks::{self, Block, BlockKind},
    detect,
    facts::{BlockCache, Facts},
    mentions::{BodyName, RawBody, RawSymbol},
    resolve::Context,
    structure,
};

impl Draft {
    /// Reads a text. Any text has a reading.
    pub fn read(text: &str, hints: &Hints) -> Draft {
        read(text, hints, &BlockCache::default())
    }

    /// Reads the text as it is after an edit; blocks that did not change are not read again. The result is the same as
    /// that of [`Draft::read`].
    pub fn update(&self, text: &str, hints: &Hints) -> Draft {
        read(text, hints, &self.cache)
    }
}

fn read(text: &str, given: &Hints, cache: &BlockCache) -> Draft {
    let directives = detect::directives(text);
    let layout = blocks::layout(text);
    // Front matter can set the language, and is found without knowing it.
    let front = blocks::front_matter(text).map(|end| 0..end);
    let hints = detect::hints(text, front, &directives, given);
    let detected = hints.language.or_else(|| detect::language(text));
    let language = detected.unwrap_or(Language::ENGLISH);
    let vocabulary = hints.vocabulary.as_ref();
    let data = vocabulary.map_or_else(|| language.data(), |vocabulary| vocabulary.data(language));
    let mut blocks = blocks::split(text, layout, data);
    let (facts, cache) = cache.facts(text, &blocks, language, vocabulary);
    blocks::number_by_brackets(text, &mut blocks, |at| facts[at].lead.as_ref().is_some_and(|lead| lead.operative));
    let kind = hints.kind.unwrap_or_else(|| match detected {
        Some(_) => detect::kind(text, &blocks, &facts, structure::enacting_line(&facts), data),
        None => DocumentKind::Other,
    });
    let clauses = matches!(kind, DocumentKind::Resolution | DocumentKind::Excerpt);
    let structure = structure::label(text, &blocks, &facts, clauses, data);
    let emphasised = facts.iter().any(|facts| facts.emphasised);
    let mut draft = Draft {
        language,
        kind,
        markup: if emphasised { Markup::Markdown } else { Markup::Plain },
        body: None,
        symbol: own_symbol(&blocks, &facts, &structure),
        title: structure.title.map(|at| blocks[at].span.start + blocks[at].content..blocks[at].span.end),
        paragraphs: structure.paragraphs,
        citations: Vec::new(),
        dates: Vec::new(),
        mixed_months: Vec::new(),
        symbols: Vec::new(),
        unknown_symbols: Vec::new(),
        acronyms: Vec::new(),
        treaties: Vec::new(),
        records: Vec::new(),
        due_sessions: Vec::new(),
        links: Vec::new(),
        spellings: Vec::new(),
        notes: Notes::default(),
        cross_references: Vec::new(),
        glyphs: Vec::new(),
        directives,
        cache,
    };
    draft.body = enacting_body(&draft.paragraphs).or(hints.body).or_else(|| masthead_body(&draft.paragraphs, &facts));
    let mut context = Context::new(data, draft.body.filter(|_| clauses));
    for (index, (block, facts)) in blocks.iter().zip(&facts).enumerate() {
        collect(&mut draft, text, &mut context, index, block, facts);
    }
    collect_asterisk_definitions(&mut draft, text);
    draft
}

/// Adds what a block mentions, at its place in the text.
fn collect(draft: &mut Draft, text: &str, context: &mut Context<'_>, paragraph: usize, block: &Block, facts: &Facts) {
    let base = block.span.start;
    let shift = |span: &Span| span.start + base..span.end + base;
    let mentions = &facts.mentions;
    if draft.paragraphs[paragraph].kind == ParagraphKind::EnactingLine {
        context.enact(draft.paragraphs[paragraph].enacts);
    }
    for body in &mentions.bodies {
        context.name(body.name);
    }
    let first_date = draft.dates.len();
    draft.dates.extend(mentions.dates.iter().map(|date| DateMention {
        span: shift(&date.span),
        date: date.date,
        day: date.day,
        month: date.month,
        year: date.year,
        complete: date.complete,
        paragraph,
    }));
    let month = |number| time::Month::try_from(number).ok();
    draft.mixed_months.extend(mentions.mixed_months.iter().filter_map(|mixed| {
        Some(MixedMonths { span: shift(&mixed.span), first: month(mixed.first)?, second: month(mixed.second)? })
    }));
    for raw in &mentions.citations {
        let date = raw.date.and_then(|index| mentions.dates[index].date);
        let (clue, symbol) = context.resolve(raw, &mentions.bodies, date, shift);
        draft.citations.push(Citation {
            span: shift(&raw.span),
            kind: raw.kind,
            number: raw.number,
            part: raw.part,
            symbol,
            clue,
            noun: raw.noun.as_ref().map(shift),
            listed: raw.listed,
            ends_range: raw.ends_range,
            stray_year: raw.stray_year.as_ref().map(shift),
            title: raw.title.as_ref().map(shift),
            date: raw.date.map(|index| first_date + index),
            paragraph,
        });
    }
    let symbol = |symbol: &RawSymbol| SymbolMention {
        span: shift(&symbol.span),
        text: symbol.text.clone(),
        noun: symbol.noun.as_ref().map(shift),
        paragraph,
    };
    let (first_symbol, number) = (draft.symbols.len(), |(span, number): &(Span, u32)| (shift(span), *number));
    draft.records.extend(mentions.records.iter().map(|record| RecordMention {
        session: record.session.as_ref().map(number),
        year: record.year.as_ref().map(number),
        supplement: record.supplement.as_ref().map(number),
        symbol: first_symbol + record.symbol,
    }));
    draft.due_sessions.extend(mentions.due_sessions.iter().map(|session| DueSession {
        span: shift(&session.span),
        number: session.number,
        body: context.named(session.body),
        agenda: session.agenda,
        paragraph,
    }));
    draft.symbols.extend(mentions.symbols.iter().map(symbol));
    draft.unknown_symbols.extend(mentions.unknown_symbols.iter().map(symbol));
    let numbers = |numbers: &[(Span, u32)]| numbers.iter().map(number).collect();
    draft.treaties.extend(mentions.treaties.iter().map(|treaty| TreatyMention {
        span: shift(&treaty.span),
        volumes: numbers(&treaty.volumes),
        numbers: numbers(&treaty.numbers),
        paragraph,
    }));
    draft.acronyms.extend(mentions.acronyms.iter().map(|acronym| AcronymMention {
        span: shift(&acronym.span),
        bracketed: acronym.bracketed,
        paragraph,
    }));
    draft.spellings.extend(facts.spellings.iter().map(|spelling| Spelling {
        span: shift(&spelling.span),
        right: spelling.right.clone(),
        paragraph,
    }));
    draft.links.extend(facts.links.iter().map(|link| Link {
        span: shift(&link.span),
        label: shift(&link.label),
        target: shift(&link.target),
        paragraph,
    }));
    draft.cross_references.extend(mentions.cross_references.iter().map(|reference| CrossReference {
        span: shift(&reference.span),
        target: reference.target.clone(),
        place: reference.place,
        place_span: reference.place_span.as_ref().map(shift),
        label_span: reference.label_span.as_ref().map(shift),
        paragraph,
    }));
    draft.glyphs.extend(facts.glyphs.iter().map(|glyph| Glyph { span: shift(&glyph.span), kind: glyph.kind.clone() }));
    let first_definition = draft.notes.definitions.len();
    if let BlockKind::Note(mark) = &block.kind {
        let mark = NoteMark { span: shift(&mark.span), label_span: shift(&mark.label_span), paragraph, ..mark.clone() };
        draft.notes.definitions.push(NoteDefinition { mark, span: block.span.clone() });
    }
    for call in &facts.calls {
        let mark = NoteMark {
            span: shift(&call.span),
            label_span: shift(&call.label_span),
            label: call.label.clone(),
            notation: call.notation,
            paragraph,
        };
        // The notes of a page often run on in one paragraph: "2 A/58/874. 3 Articles 10 and 13 …".
        let definition = matches!(block.kind, BlockKind::Note(_))
            && text[..mark.span.start].trim_end_matches([' ', '*', '_', '\u{a0}']).ends_with('.');
        if definition {
            let mark = NoteMark { notation: NoteNotation::Plain, ..mark };
            let span = mark.span.start..block.span.end;
            draft.notes.definitions.push(NoteDefinition { mark, span });
        } else {
            draft.notes.calls.push(mark);
        }
    }
    if let BlockKind::Note(mark) = &block.kind
        && mark.notation == NoteNotation::Plain
    {
        collect_run_on_definitions(draft, text, paragraph, block, mark);
        draft.notes.definitions[first_definition..].sort_by_key(|definition| definition.mark.span.start);
    }
}

/// "2 A/58/874. 3 Articles 10 and 13 …": the next figures that follow a full stop in a note numbered so.
fn collect_run_on_definitions(draft: &mut Draft, text: &str, paragraph: usize, block: &Block, first: &NoteMark) {
    let Ok(mut number) = first.label.parse::<u32>() else { return };
    let mut from = block.span.start;
    loop {
        number = number.saturating_add(1);
        let next = format!(". {number} ");
        let Some(at) = text[from..block.span.end].find(&next) else { return };
        let start = from + at + 2;
        let span = start..start + next.len() - 3;
        from = span.end;
        let mark = NoteMark {
            span: span.clone(),
            label_span: span,
            label: number.to_string(),
            notation: NoteNotation::Plain,
            paragraph,
        };
        draft.notes.definitions.push(NoteDefinition { mark, span: start..block.span.end });
    }
}

/// `* E/CN.15/2021/1.`: the definition of a masthead note, in the guise of a list.
fn collect_asterisk_definitions(draft: &mut Draft, text: &str) {
    for (index, paragraph) in draft.paragraphs.iter().enumerate() {
        if paragraph.kind != ParagraphKind::NoteDefinition || !text[paragraph.span.clone()].starts_with("* ") {
            continue;
        }
        let span = paragraph.span.start..paragraph.span.start + 1;
        let mark = NoteMark {
            span: span.clone(),
            label_span: span,
            label: "*".to_owned(),
            notation: NoteNotation::Plain,
            paragraph: index,
        };
        let at = draft.notes.definitions.partition_point(|definition| definition.span.start < paragraph.span.start);
        draft.notes.definitions.insert(at, NoteDefinition { mark, span: paragraph.span.clone() });
    }
}

/// The body of the first enacting line.
fn enacting_body(paragraphs: &[Paragraph]) -> Option<Body> {
    paragraphs.iter().find(|paragraph| paragraph.kind == ParagraphKind::EnactingLine)?.enacts
}

/// The body that the head of the document names alone on a line; the last one, since organs come before their subsidiaries.
fn masthead_body(paragraphs: &[Paragraph], facts: &[Arc<Facts>]) -> Option<Body> {
    let head = paragraphs.iter().zip(facts).take(20);
    head.filter(|(_, facts)| facts.words <= 12 && facts.mentions.citations.is_empty())
        .filter_map(|(_, facts)| match facts.mentions.bodies.as_slice() {
            [RawBody { name: BodyName::Full(body), .. }] if *body != Body::Other => Some(*body),
            _ => None,
        })
        .next_back()
}

/// The symbol that the text gives itself: alone on a line of the head, or as the number of the title.
fn own_symbol(blocks: &[Block], facts: &[Arc<Facts>], structure: &structure::Structure) -> Option<Span> {
    let head = blocks.iter().zip(facts).zip(&structure.paragraphs).take(20);
    let mut alone = head.filter_map(|((block, facts), paragraph)| {
        let symbol = facts.mentions.symbols.first()?;
        let whole = symbol.span.len() + 2 >= block.span.len();
        (whole && matches!(paragraph.kind, ParagraphKind::Masthead | ParagraphKind::Other))
            .then(|| block.span.start + symbol.span.start..block.span.start + symbol.span.end)
    });
    alone.next().or_else(|| {
        let at = structure.title?;
        let number = facts[at].own_number.as_ref()?;
        Some(blocks[at].span.start + number.start..blocks[at].span.start + number.end)
    })
}
