//! What the grammar calls a paragraph of either part, the server does, in the official texts where they are at hand. The
//! table stands in the README of the grammars; `RAPPORTEUR_UPDATE=1` writes it there.

#![allow(clippy::print_stdout, reason = "the shares are printed")]

#[path = "../../tests/support/committed.rs"]
mod committed;
#[path = "../../tests/support/mod.rs"]
mod official;
mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::Path,
};

use committed::{assert_part, root};
use rapporteur_draft::{Draft, Hints, Language, ParagraphKind};
use tree_sitter::Node;

/// How many of a thousand documents may have a node that says that something is wrong.
const ERRORS: usize = 10;
/// How many of a thousand operative paragraphs of the grammar must be such to the server, and the other way round.
const OPERATIVE: [usize; 2] = [1000, 990];
/// The same of paragraphs of the preamble.
const PREAMBULAR: [usize; 2] = [990, 980];

/// What is counted in the texts of a language.
#[derive(Default)]
struct Count {
    texts: usize,
    faulty: usize,
    /// Operative paragraphs, then those of the preamble.
    parts: [Part; 2],
    /// Numbers of cited resolutions.
    citations: Part,
}

/// What grammar and server have of one kind.
#[derive(Default)]
struct Part {
    grammar: usize,
    server: usize,
    both: usize,
}

impl Part {
    fn add(&mut self, grammar: &BTreeSet<usize>, server: &BTreeSet<usize>) {
        self.grammar += grammar.len();
        self.server += server.len();
        self.both += grammar.intersection(server).count();
    }

    /// How many of a thousand of the grammar's the server has too, and of the server's the grammar.
    fn shares(&self) -> [usize; 2] {
        [share(self.both, self.grammar), share(self.both, self.server)]
    }
}

fn share(part: usize, whole: usize) -> usize {
    (part * 1000).checked_div(whole).unwrap_or(1000)
}

const KINDS: [(&str, ParagraphKind); 2] =
    [("operative_paragraph", ParagraphKind::Operative), ("preambular_paragraph", ParagraphKind::Preambular)];

#[test]
fn the_server_and_the_grammar_agree() {
    let Some(shared) = official::shared() else {
        println!("skipped: the official texts are not here; set RAPPORTEUR_SHARED to the folder that holds them");
        return;
    };
    let corpus = shared.join("corpus");
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    let shown = std::env::var("RAPPORTEUR_SHOW").ok();
    for (name, language) in texts(&corpus) {
        // A few are in an encoding of their own.
        let text = String::from_utf8_lossy(&fs::read(corpus.join(&name)).expect("the text can be read")).into_owned();
        let (draft, tree) = (Draft::read(&text, &Hints::default()), support::parse(&text));
        let nodes = support::nodes(&tree);
        let count = counts.entry(language).or_default();
        count.texts += 1;
        count.faulty += usize::from(tree.root_node().has_error());
        for ((kind, paragraph), part) in KINDS.iter().zip(&mut count.parts) {
            let grammar: BTreeSet<usize> =
                nodes.iter().filter(|node| node.kind() == *kind).map(|node| node.start_byte()).collect();
            let paragraphs = draft.paragraphs.iter().filter(|found| found.kind == *paragraph);
            let server: BTreeSet<usize> = paragraphs.map(|found| found.span.start).collect();
            if shown.as_deref().is_some_and(|wanted| name.contains(wanted) || wanted == "all") {
                show(&name, &text, kind, &grammar, &server);
            }
            part.add(&grammar, &server);
        }
        let (grammar, server) = citations(&text, &draft, &nodes);
        if shown.as_deref() == Some("citations") {
            show(&name, &text, "citation", &grammar, &server);
        }
        count.citations.add(&grammar, &server);
    }
    let table = table(&counts);
    println!("{table}");
    for (language, count) in &counts {
        assert!(share(count.faulty, count.texts) <= ERRORS, "{language}: {} of {}", count.faulty, count.texts);
        for (part, least) in count.parts.iter().zip([OPERATIVE, PREAMBULAR]) {
            let shares = part.shares();
            assert!(
                shares[0] >= least[0] && shares[1] >= least[1],
                "{language}: {shares:?} of a thousand, not {least:?}"
            );
        }
    }
    assert_part(&root().join("grammars/README.md"), "agreement", &table);
}

/// Where the numbers of cited resolutions begin to the grammar and to the server, the symbols of documents aside.
fn citations(text: &str, draft: &Draft, nodes: &[Node<'_>]) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let numbers = nodes.iter().filter(|node| node.kind() == "citation_number");
    let of_server = draft.citations.iter().map(|citation| citation.span.start);
    let is_number = |at: &usize| !text[*at..].chars().take(8).collect::<String>().contains("RES");
    (numbers.map(Node::start_byte).collect(), of_server.filter(is_number).collect())
}

/// The texts of the index, with their languages.
fn texts(corpus: &Path) -> Vec<(String, &'static str)> {
    let index = fs::read_to_string(corpus.join("index.tsv")).expect("the index is there");
    let row = |line: &str| {
        let mut columns = line.split('\t');
        let (name, code) = (columns.next()?, columns.nth(2)?);
        Some((name.to_owned(), Language::from_code(code)?.code()))
    };
    index.lines().skip(1).filter_map(row).filter(|(name, _)| corpus.join(name).is_file()).collect()
}

/// Shows where grammar and server differ, for whoever works on the scanner: `RAPPORTEUR_SHOW=all` or a part of a name.
fn show(name: &str, text: &str, kind: &str, grammar: &BTreeSet<usize>, server: &BTreeSet<usize>) {
    for at in grammar.symmetric_difference(server) {
        let line = text[..*at].matches('\n').count() + 1;
        let begin: String = text[*at..].chars().take(70).collect();
        let who = if grammar.contains(at) { "grammar" } else { "server" };
        println!("{name}:{line}: {kind} only of the {who}: {begin:?}");
    }
}

fn table(counts: &BTreeMap<&str, Count>) -> String {
    let per_cent = |share: usize| format!("{}.{} %", share / 10, share % 10);
    let mut table = String::from(
        "| language | texts | without an error | operative | right | found | preambular | right | found | citations | right | found |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    for language in Language::all() {
        let Some(count) = counts.get(language.code()) else { continue };
        let [operative, preambular] = [count.parts[0].shares(), count.parts[1].shares()];
        let citations = count.citations.shares();
        let _ = writeln!(
            table,
            "| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
            language.code(),
            count.texts,
            per_cent(1000 - share(count.faulty, count.texts)),
            count.parts[0].server,
            per_cent(operative[0]),
            per_cent(operative[1]),
            count.parts[1].server,
            per_cent(preambular[0]),
            per_cent(preambular[1]),
            count.citations.server,
            per_cent(citations[0]),
            per_cent(citations[1]),
        );
    }
    table
}
