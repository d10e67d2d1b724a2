//! The Digital Library's CSV: the data sets of votes and outcomes of the General Assembly and the Security Council
//! (a row for each text, or for the vote of each member on it), and records under their MARC fields (`191__a`, `245__a`).

use super::{
    fields,
    reading::{Reading, Record},
};
use crate::{
    facts::{Basis, Known},
    format::line_of,
};

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Symbol,
    /// The day of adoption, from the record of the text.
    Adopted,
    /// The day of adoption, from the record of the vote.
    Voted,
    Title,
    Meeting,
    /// A note such as `Adopted without vote, 83rd plenary meeting`, or the way of adoption.
    Note,
    InFavour,
    Against,
    Abstaining,
}

/// The columns by their names: as the data sets of 2024 and of 2025 have them, by MARC field, by the labels of the
/// catalogue. [`field`] says how names are compared.
const COLUMNS: [(&str, Field); 34] = [
    ("resolution", Field::Symbol),
    ("resolutions", Field::Symbol),
    ("document_symbol", Field::Symbol),
    ("symbol", Field::Symbol),
    ("191_a", Field::Symbol),
    ("791_a", Field::Symbol),
    ("action_date", Field::Adopted),
    ("adoption_date", Field::Adopted),
    ("992_a", Field::Adopted),
    ("date", Field::Voted),
    ("vote_date", Field::Voted),
    ("title", Field::Title),
    ("description", Field::Title),
    ("245_a", Field::Title),
    ("245_b", Field::Title),
    ("245_c", Field::Title),
    ("meeting", Field::Meeting),
    ("meeting_record", Field::Meeting),
    ("952_a", Field::Meeting),
    ("993_a", Field::Meeting),
    ("modality", Field::Note),
    ("vote_note", Field::Note),
    ("action_note", Field::Note),
    ("996_a", Field::Note),
    ("total_yes", Field::InFavour),
    ("yes", Field::InFavour),
    ("996_b", Field::InFavour),
    ("total_no", Field::Against),
    ("no", Field::Against),
    ("996_c", Field::Against),
    ("total_abstentions", Field::Abstaining),
    ("abstentions", Field::Abstaining),
    ("996_d", Field::Abstaining),
    ("abstention", Field::Abstaining),
];

/// What a column with this name holds. Case, and how the words of the name are separated, don't matter: `191__a`, `191$a`
/// and `191 a` are one.
fn field(name: &str) -> Option<Field> {
    let name = name.to_ascii_lowercase();
    let words: Vec<&str> =
        name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let name = words.join("_");
    COLUMNS.iter().find(|(known, _)| *known == name).map(|(_, field)| *field)
}

/// The delimiter of a table whose first line this is, and whether it can be one of these exports.
pub(super) fn recognise(header: &str) -> (u8, bool) {
    let delimiter = [b',', b';', b'\t'].into_iter().max_by_key(|delimiter| {
        // The first of equals counts, where no delimiter is.
        (header.bytes().filter(|byte| byte == delimiter).count(), *delimiter == b',')
    });
    let delimiter = delimiter.unwrap_or(b',');
    let names = header.split(char::from(delimiter)).map(|name| name.trim_matches(['"', ' ']));
    (delimiter, names.filter_map(field).any(|field| field == Field::Symbol))
}

/// Reads an export with this delimiter.
pub(super) fn read(text: &str, delimiter: u8) -> Reading {
    let mut reading = Reading::default();
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let header: Vec<Option<Field>> = match reader.headers() {
        Ok(header) => header.iter().map(field).collect(),
        Err(error) => {
            reading.problems.push((1, format!("the header can't be read: {error}")));
            return reading;
        }
    };
    // The vote of each member on a text is a row of its own.
    let mut previous = String::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = line_of(text, error.position());
                reading.problems.push((line, format!("the row can't be read: {error}")));
                continue;
            }
        };
        let line = line_of(text, record.position());
        if record.len() > header.len() {
            let reason = format!(
                "the row has {} cells, the header {}; put quotation marks round cells that contain the delimiter",
                record.len(),
                header.len()
            );
            reading.problems.push((line, reason));
            continue;
        }
        let cells = Cells { header: &header, record: &record };
        let symbols = cells.all(Field::Symbol).collect::<Vec<&str>>().join("|");
        if !symbols.is_empty() && symbols == previous {
            continue;
        }
        reading.take(line, &symbols, || cells.read());
        previous = symbols;
    }
    reading
}

/// The cells of a row by what they hold.
struct Cells<'a> {
    header: &'a [Option<Field>],
    record: &'a csv::StringRecord,
}

impl<'a> Cells<'a> {
    /// The cells that hold this and are not empty.
    fn all(&self, field: Field) -> impl Iterator<Item = &'a str> {
        let cells = self.header.iter().zip(self.record.iter());
        cells
            .filter(move |(column, _)| **column == Some(field))
            .map(|(_, cell)| cell.trim())
            .filter(|cell| !cell.is_empty())
    }

    fn first(&self, field: Field) -> &'a str {
        self.all(field).next().unwrap_or_default()
    }

    fn read(&self) -> Result<Record, String> {
        let adopted = fields::date(self.first(Field::Adopted))?;
        let (known, basis) = match adopted.0 {
            Known::Existence => fields::date(self.first(Field::Voted))?,
            _ => adopted,
        };
        let of_vote = adopted.0 == Known::Existence && basis == Basis::Official;
        let counted =
            fields::counts(self.first(Field::InFavour), self.first(Field::Against), self.first(Field::Abstaining));
        let mut records = self.all(Field::Meeting).flat_map(fields::values);
        let noted = self.all(Field::Note).find_map(fields::meeting);
        let title = fields::title(&self.all(Field::Title).collect::<Vec<&str>>().join(" "));
        Ok(Record {
            known,
            basis: if of_vote { Basis::RollCall } else { basis },
            titles: vec![("en".to_owned(), title)],
            meeting: place(records.find(|record| fields::is_record(record)), noted),
            vote: counted.or_else(|| self.all(Field::Note).find_map(fields::vote)),
        })
    }
}

/// The meeting, from the symbol of its record and its number: `A/74/PV.50 50th plenary meeting`.
pub(super) fn place(record: Option<&str>, number: Option<&str>) -> Option<String> {
    let parts: Vec<&str> = [record, number].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
