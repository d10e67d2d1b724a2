//! Symbols of documents that are wrong.

use std::{
    cell::LazyCell,
    collections::{HashMap, HashSet},
};

use rapporteur_draft::SymbolMention;
use rapporteur_symbol::{Slip, Verdict, judge_document};

use crate::{Applicability, Edit, check::Context};

/// How many years after the last one of the registry a draft may be of.
const LEAD: u16 = 15;

/// A symbol in which there is a slip.
pub(in crate::rules) struct Wrong<'a> {
    /// Where it stands.
    mention: &'a SymbolMention,
    /// What is wrong.
    slip: Slip,
    /// The symbol that is meant, if it can be told: the only one that may be, or the only one of those that stands elsewhere
    /// in the text.
    meant: Option<String>,
}

impl Wrong<'_> {
    /// Whether the symbol that is meant can be put in without asking: nothing of what is printed is read otherwise.
    pub(in crate::rules) fn applicability(&self, meant: &str) -> Applicability {
        let read = |symbol: &str| symbol.replace(['/', '.'], "").to_ascii_uppercase().replace('O', "0");
        let same = self.slip.meant.len() == 1 && read(meant) == read(&self.mention.text);
        if same { Applicability::Safe } else { Applicability::Suggested }
    }
}

/// Reports the symbols with slips that are the rule's matter: with the one that is meant and the fix that writes it, or, where
/// that can't be told, with the message under `alone`.
pub(in crate::rules) fn report_wrong<'a>(
    context: &mut Context<'a>,
    is_matter: impl Fn(&Slip) -> bool,
    alone: &str,
    applicability: impl Fn(&Wrong<'a>, &str) -> Applicability,
) {
    for wrong in wrong(context).filter(|wrong| is_matter(&wrong.slip)) {
        let (span, printed) = (wrong.mention.span.clone(), &wrong.mention.text);
        let Some(meant) = wrong.meant.as_deref() else {
            context.report(span, alone, &[("printed", printed)]).done();
            continue;
        };
        let edit = Edit { span: span.clone(), text: meant.to_owned() };
        context
            .report(span, "meant", &[("printed", printed), ("right", &meant)])
            .fix(applicability(&wrong, meant), &[("right", &meant)], vec![edit])
            .done();
    }
}

/// The symbols of a draft in which there are slips, in the order of the text but for those of no known series, which come
/// last.
fn wrong<'a>(context: &Context<'a>) -> impl Iterator<Item = Wrong<'a>> + use<'a> {
    let draft = context.draft;
    let known = context.registry.last_year();
    let years = draft.dates.iter().filter_map(|mention| u16::try_from(mention.date?.year()).ok());
    // Documents come out before the resolutions that cite them are known.
    let year = years.filter(|year| *year <= known + LEAD).fold(known + 1, u16::max);
    let standing: LazyCell<HashSet<&str>, _> =
        LazyCell::new(move || draft.symbols.iter().map(|symbol| symbol.text.as_str()).collect());
    let meant = move |slip: &Slip| match &slip.meant[..] {
        [only] => Some(only.clone()),
        several => {
            let mut standing = several.iter().filter(|meant| standing.contains(meant.as_str()));
            standing.next().filter(|_| standing.next().is_none()).cloned()
        }
    };
    // To hold a symbol against all forms takes time, and one that is wrong once is mostly wrong throughout.
    let mut judged: HashMap<&str, Verdict> = HashMap::new();
    draft.symbols.iter().chain(&draft.unknown_symbols).filter_map(move |mention| {
        match judged.entry(&mention.text).or_insert_with(|| judge_document(&mention.text, year)) {
            Verdict::Slip(slip) => Some(Wrong { mention, meant: meant(slip), slip: slip.clone() }),
            Verdict::Formed | Verdict::Unknown => None,
        }
    })
}
