//! Published resolutions as the corpus has them, read without the reader that is tested: the conventions of the corpus
//! (its README has them) tell clauses, labels and notes, and its tables tell what is cited. What Rapporteur fails to
//! recognise is broken like everything else, and counts as a miss.

use std::{collections::HashMap, fs, ops::Range, path::Path};

use rapporteur_draft::Language;

use crate::support;

/// The folders with resolutions as the United Nations publish them.
const FOLDERS: [&str; 4] = ["GA", "SC", "ECOSOC", "HRC"];

/// A published resolution.
pub struct Document {
    /// The path below the corpus.
    pub name: String,
    pub language: Language,
    pub text: String,
    /// The clauses between an enacting line and the annexes, in the order of the text.
    pub clauses: Vec<Clause>,
    /// The citations that the official text links.
    pub citations: Vec<Cited>,
}

/// What part a clause is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Before the first numbered clause under its enacting line.
    Preamble,
    /// Numbered.
    Operative,
    /// In a text without a numbered clause: of either part.
    Unnumbered,
}

/// A paragraph that begins with emphasised words.
pub struct Clause {
    pub part: Part,
    /// Which enacting line it stands under.
    pub enactment: usize,
    /// Whether a heading stands between it and the clause before.
    pub opens_section: bool,
    /// Its number, and the figures in the text.
    pub number: Option<(u32, Range<usize>)>,
    /// The whole line.
    pub span: Range<usize>,
    /// From the mark that opens the emphasis.
    pub content: usize,
    /// The emphasised words, without their marks.
    pub phrase: Range<usize>,
    /// How many asterisks stand on either side of them.
    pub marks: usize,
}

/// A citation of the table `gold-citations.tsv`.
pub struct Cited {
    /// The number as printed.
    pub span: Range<usize>,
    /// The symbol that is meant.
    pub target: String,
    /// The date printed with it, ISO 8601; empty where there is none.
    pub date: String,
}

impl Document {
    /// The line of the text, from 1, in which a place lies.
    pub fn line(&self, offset: usize) -> usize {
        self.text[..offset].matches('\n').count() + 1
    }

    /// The span of the line in which a place lies.
    pub fn line_span(&self, offset: usize) -> Range<usize> {
        let start = self.text[..offset].rfind('\n').map_or(0, |at| at + 1);
        let end = self.text[offset..].find('\n').map_or(self.text.len(), |at| offset + at);
        start..end
    }
}

/// The resolutions in a language, in the order of their names.
pub fn read_all(corpus: &Path, language: Language) -> std::io::Result<Vec<Document>> {
    let mut cited = citations(corpus, language)?;
    let mut documents = Vec::new();
    for folder in FOLDERS {
        for entry in fs::read_dir(corpus.join(folder))? {
            let file = entry?.file_name().to_string_lossy().into_owned();
            if file.contains("-RES-") && file.ends_with(&format!(".{}.md", language.code())) {
                let name = format!("{folder}/{file}");
                let text = fs::read_to_string(corpus.join(&name))?;
                let clauses = clauses(&text);
                let citations = cited.remove(&name).unwrap_or_default();
                let citations = citations.iter().filter_map(|row| row.find(&text)).collect();
                documents.push(Document { name, language, text, clauses, citations });
            }
        }
    }
    documents.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(documents)
}

/// A row of the table of citations.
struct Row {
    line: usize,
    column: usize,
    printed: String,
    target: String,
    date: String,
}

impl Row {
    /// The citation in the text; `None` where the row and the text don't agree.
    fn find(&self, text: &str) -> Option<Cited> {
        let before: usize = text.split('\n').take(self.line - 1).map(|line| line.len() + 1).sum();
        let column: usize = text.get(before..)?.chars().take(self.column - 1).map(char::len_utf8).sum();
        let span = before + column..before + column + self.printed.len();
        let agrees = text.get(span.clone()) == Some(self.printed.as_str());
        agrees.then(|| Cited { span, target: self.target.clone(), date: self.date.clone() })
    }
}

/// The rows of a language whose text and link agree, by file.
fn citations(corpus: &Path, language: Language) -> std::io::Result<HashMap<String, Vec<Row>>> {
    let table = fs::read_to_string(corpus.join("gold-citations.tsv"))?;
    let mut by_file: HashMap<String, Vec<Row>> = HashMap::new();
    for row in support::rows(&table) {
        let [file, code, _, line, column, printed, target, _, check, date, _] = row[..] else { continue };
        if let (true, "ok", Ok(line), Ok(column)) = (code == language.code(), check, line.parse(), column.parse()) {
            let (printed, target, date) = (printed.to_owned(), target.to_owned(), date.to_owned());
            by_file.entry(file.to_owned()).or_default().push(Row { line, column, printed, target, date });
        }
    }
    Ok(by_file)
}

/// The words with which the heading of an annex begins, in all languages.
const ANNEX: [&str; 8] = ["Annex", "Appendix", "Anexo", "Apéndice", "Приложение", "Добавление", "المرفق", "附件"];

/// The clauses of a text. They begin below an enacting line, which stands alone and emphasised under the title, and end
/// at the next title or annex.
fn clauses(text: &str) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    let mut enactments = 0;
    let mut titled = false;
    let mut opens_section = false;
    let mut at = 0;
    for line in text.split('\n') {
        let start = at;
        at += line.len() + 1;
        if let Some(heading) = line.strip_prefix('#') {
            let heading = heading.trim_start_matches(['#', ' ', '*']);
            if ANNEX.iter().any(|word| heading.starts_with(word)) {
                break;
            }
            titled |= !line.starts_with("##");
            opens_section = true;
        } else if let Some(clause) = clause(line, start).filter(|_| titled) {
            let after = line[clause.phrase.end - start + clause.marks..].trim();
            if clause.number.is_none() && (after.is_empty() || after == "," || after == "،" || after == "，") {
                enactments += 1;
            } else if enactments > 0 {
                clauses.push(Clause { enactment: enactments, opens_section, ..clause });
            }
            opens_section = false;
        }
    }
    for enactment in 1..=enactments {
        let mut of_enactment: Vec<&mut Clause> = clauses.iter_mut().filter(|c| c.enactment == enactment).collect();
        let first = of_enactment.iter().position(|clause| clause.number.is_some());
        for clause in of_enactment.iter_mut().take(first.unwrap_or(0)) {
            clause.part = Part::Preamble;
        }
    }
    clauses
}

/// A line as a clause: a number or none, then emphasised words.
fn clause(line: &str, start: usize) -> Option<Clause> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let number = line[..digits].parse().ok().map(|number| (number, start..start + digits));
    let content = match number {
        Some(_) => {
            digits + line[digits..].strip_prefix(". ").map(|_| 2).or(line[digits..].strip_prefix(" - ").map(|_| 3))?
        }
        None => 0,
    };
    let marks = line[content..].bytes().take_while(|byte| *byte == b'*').count();
    if marks == 0 {
        return None;
    }
    let opened = content + marks;
    let length = line[opened..].find(&line[content..opened])?;
    let part = if number.is_some() { Part::Operative } else { Part::Unnumbered };
    let phrase = start + opened..start + opened + length;
    let span = start..start + line.trim_end().len();
    Some(Clause { part, enactment: 0, opens_section: false, number, span, content: start + content, phrase, marks })
}
