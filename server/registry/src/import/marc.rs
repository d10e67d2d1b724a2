//! MARCXML, as the Digital Library exports it.
//!
//! The record of a text has its symbol in 191 $a, the day of adoption in 992 $a (several for a text adopted on several
//! days), a note of the vote in 996 $a, related documents in 993 $a, among them the record of the meeting. The record of a
//! vote has the symbol of the text in 791 $a, the day in 269 $a, the record of the meeting in 952 $a and the counts in
//! 996 $b, $c and $d. The title is in 245. (UNBIS Reference Manual for Bibliographic Description; 269 $a of the record of
//! a text is the day of publication and says nothing of its adoption.)

use roxmltree::{Document, Node};

use super::{
    csv::place,
    fields,
    reading::{Reading, Record},
};
use crate::facts::{Basis, Known};

/// Reads a collection of records, or a single one, whatever they are wrapped in.
pub(super) fn read(document: &Document<'_>) -> Reading {
    let mut reading = Reading::default();
    let text = document.input_text();
    let (mut line, mut counted) = (1, 0);
    let is_field = |node: Node<'_, '_>| node.tag_name().name() == "datafield";
    for node in document.descendants().filter(|node| node.children().any(is_field)) {
        let start = node.range().start;
        line += text.as_bytes()[counted..start].iter().filter(|byte| **byte == b'\n').count();
        counted = start;
        let fields = Fields { record: node };
        let symbols = fields.symbols();
        reading.take(line, &symbols, || fields.read());
    }
    reading
}

/// The fields of a record.
#[derive(Clone, Copy)]
struct Fields<'a, 'input> {
    record: Node<'a, 'input>,
}

impl<'a> Fields<'a, '_> {
    /// What the fields with this tag hold in the subfields with this code.
    fn all(self, tag: &str, code: &str) -> impl Iterator<Item = &'a str> {
        let has = |node: &Node<'_, '_>, name: &str, attribute: &str, value: &str| {
            node.tag_name().name() == name && node.attribute(attribute) == Some(value)
        };
        let fields = self.record.children().filter(move |field| has(field, "datafield", "tag", tag));
        let subfields = fields.flat_map(|field| field.children());
        let texts =
            subfields.filter(move |subfield| has(subfield, "subfield", "code", code)).filter_map(|node| node.text());
        texts.map(str::trim).filter(|text| !text.is_empty())
    }

    fn first(self, tag: &str, code: &str) -> &'a str {
        self.all(tag, code).next().unwrap_or_default()
    }

    fn is_of_vote(self) -> bool {
        self.first("191", "a").is_empty() && !self.first("791", "a").is_empty()
    }

    fn symbols(self) -> String {
        self.all(if self.is_of_vote() { "791" } else { "191" }, "a").collect::<Vec<&str>>().join("|")
    }

    fn read(self) -> Result<Record, String> {
        let (mut known, mut basis) = fields::date(&self.all("992", "a").collect::<Vec<&str>>().join("|"))?;
        if self.is_of_vote() && known == Known::Existence {
            (known, basis) = fields::date(self.first("269", "a"))?;
            if basis == Basis::Official {
                basis = Basis::RollCall;
            }
        }
        let note = self.first("996", "a");
        let mut records = self.all("952", "a").chain(self.all("993", "a"));
        let counted = fields::counts(self.first("996", "b"), self.first("996", "c"), self.first("996", "d"));
        let title = ["a", "b", "c"].map(|code| self.first("245", code)).join(" ");
        Ok(Record {
            known,
            basis,
            titles: vec![("en".to_owned(), fields::title(&title))],
            meeting: place(records.find(|record| fields::is_record(record)), fields::meeting(note)),
            vote: counted.or_else(|| fields::vote(note)),
        })
    }
}
