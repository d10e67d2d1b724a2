//! A draft of the workspace as it is stored, and what is kept of it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use rapporteur_draft::{DocumentKind, Draft, Span, unmarked};
use rapporteur_registry::Registry;
use rapporteur_symbol::Symbol;
use ropey::Rope;
use tower_lsp::ls_types::{Range, Uri};

use crate::{
    lsp::{
        analysis::{Analysis, Input},
        diagnostics::{self, Report},
        proto,
        session::Session,
    },
    position::Unit,
    project::Stamp,
};

/// A longer file is no draft: the whole Charter has 60 KB, and nobody waits for what is found in a database dump.
const LONGEST: u64 = 8_000_000;

/// A file that may be a draft.
pub(in crate::lsp) struct Stored {
    /// Where it is.
    pub(in crate::lsp) path: PathBuf,
    /// The same, as we name it to the client.
    pub(in crate::lsp) uri: Uri,
    /// What it is and what it cites; `None` where it is no draft.
    pub(in crate::lsp) summary: Option<Arc<Summary>>,
    /// What is found in it, if it was checked.
    pub(in crate::lsp) report: Option<Arc<Report>>,
    stamp: Stamp,
    /// The settings under which it was read.
    settings: u64,
}

impl Stored {
    /// Reads a file. `None` for one that can't be read or has no place in a URI.
    pub(super) fn read(path: &Path, stamp: Stamp, settings: u64, session: &Session, checked: bool) -> Option<Stored> {
        let uri = Uri::from_file_path(path)?;
        let nothing = Stored { path: path.to_owned(), uri: uri.clone(), summary: None, report: None, stamp, settings };
        let text = match stamp.length()? {
            0..=LONGEST => fs::read_to_string(path),
            _ => return Some(nothing),
        };
        let Ok(text) = text else { return Some(nothing) };
        let profile = session.profile();
        let basis = session.basis(Some(path));
        let rope = Rope::from_str(&text);
        if !checked {
            let draft = Draft::read(&text, &basis.settings.hints);
            let summary = Summary::new(&text, &rope, &draft, basis.project.registry(), profile.unit);
            return Some(Stored { summary: summary.map(Arc::new), ..nothing });
        }
        let input = Input { revision: 0, version: 0, path: None, text: Arc::new(text), rope, basis, previous: None };
        let analysis = input.analyse().inspect_err(|panic| session.log_fault("Checking the workspace", panic)).ok()?;
        let report = Report::new(diagnostics::all(&analysis, &[], &uri, profile));
        let summary = Summary::of(&analysis, profile.unit);
        Some(Stored { summary, report: Some(Arc::new(report)), ..nothing })
    }

    /// Whether it need not be read again.
    pub(super) fn is_current(&self, stamp: Stamp, settings: u64, checked: bool) -> bool {
        self.stamp == stamp
            && self.settings == settings
            && (self.report.is_some() || self.summary.is_none() || !checked)
    }
}

/// What is kept of a draft: what it is, and what it cites.
pub(in crate::lsp) struct Summary {
    /// The resolution or decision that it is itself.
    pub(in crate::lsp) own: Option<Symbol>,
    /// The symbol or number that it gives itself, as printed.
    pub(in crate::lsp) symbol: Option<String>,
    /// Its title.
    pub(in crate::lsp) title: Option<String>,
    /// Where the title stands.
    title_range: Option<Range>,
    /// The texts that it cites, each with its place, in the order of the text.
    cited: Vec<(Symbol, Range)>,
    /// The ranges of texts that it cites ("70/1 to 70/5"), each by the first and the last. What lies between is not told one
    /// by one: of a slip such as "70/1 to 70/50000" there would be no end.
    ranges: Vec<(Symbol, Symbol, Range)>,
}

impl Summary {
    /// What is kept of a draft as it was read; `None` where it is none. It is worked out once for each state of a draft,
    /// however often somebody searches.
    pub(in crate::lsp) fn of(analysis: &Analysis, unit: Unit) -> Option<Arc<Summary>> {
        let Analysis { text, rope, draft, basis, .. } = analysis;
        let made = || Summary::new(text, rope, draft, basis.project.registry(), unit).map(Arc::new);
        analysis.summary.get_or_init(made).clone()
    }

    fn new(text: &str, rope: &Rope, draft: &Draft, registry: &Registry, unit: Unit) -> Option<Summary> {
        if draft.kind == DocumentKind::Other {
            return None;
        }
        let range = |span: &Span| proto::range(rope, unit, span);
        let printed = draft.symbol.clone().map(|span| &text[span]);
        let found = printed.map(|printed| registry.find(printed, draft.body)).unwrap_or_default();
        let cited = draft.citations.iter().filter_map(|citation| Some((citation.symbol?, range(&citation.span))));
        let ranges = draft.citations.windows(2).filter_map(|ends| match ends {
            [first, last] if last.ends_range => {
                Some((first.symbol?, last.symbol?, range(&(first.span.start..last.span.end))))
            }
            _ => None,
        });
        Some(Summary {
            own: found.first().copied(),
            symbol: printed.map(str::to_owned),
            title: draft.title.clone().map(|span| unmarked(&text[span])),
            title_range: draft.title.as_ref().map(range),
            cited: cited.collect(),
            ranges: ranges.collect(),
        })
    }

    /// Where it cites a text, by itself or within a range, in the order of the text.
    pub(in crate::lsp) fn mentions_of(&self, symbol: Symbol) -> Vec<Range> {
        let cited = self.cited.iter().filter(|(cited, _)| *cited == symbol).map(|(_, range)| *range);
        let within = self.ranges.iter().filter(|(first, last, _)| symbol.is_between(*first, *last));
        let mut places: Vec<Range> = cited.chain(within.map(|(.., range)| *range)).collect();
        places.sort_by_key(|range| range.start);
        places
    }

    /// Where one is led who looks for the draft: its title, or its beginning.
    pub(in crate::lsp) fn place(&self) -> Range {
        self.title_range.unwrap_or_default()
    }
}
