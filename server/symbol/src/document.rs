//! Symbols of documents: `A/78/123`, `E/CN.15/2023/L.2/Rev.1`, `FCCC/CP/2015/10/Add.1`.
//!
//! `data/documents.txt` has the forms that symbols take, series by series. A symbol that has none of them is found wrong
//! if a single slip (a letter or mark lost or doubled, two swapped, a small letter, a number that can't be) parts it from
//! one that has: what is further off may be a form that nobody has written down yet.

mod form;
mod slip;

use std::{collections::HashMap, sync::OnceLock};

use form::Element;

/// What is to be said of a symbol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It has a form that symbols have.
    Formed,
    /// A slip parts it from one that has.
    Slip(Slip),
    /// It has none, and is not near one.
    Unknown,
}

/// What is wrong with a symbol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// What may be meant; empty where it is a number that can't be guessed.
    pub meant: Vec<String>,
    /// Whether the letters of a series, or of a body in it, are wrong, and not marks, case or numbers.
    pub letters: bool,
}

/// Whether letters are a series of documents: what may stand before the first slash of a symbol.
pub fn is_series(letters: &str) -> bool {
    forms().by_series.contains_key(letters)
}

/// The series of documents, for whoever makes word lists of them.
pub fn series() -> impl Iterator<Item = &'static str> {
    forms().by_series.keys().copied()
}

/// Whether a symbol, in ASCII and without white space but before brackets, has one of the known forms. `year` is the last
/// one of which there may be documents.
pub fn judge_document(symbol: &str, year: u16) -> Verdict {
    let parts: Vec<&str> = symbol.split('/').take(MOST_PARTS + 1).collect();
    if parts.len() > MOST_PARTS || symbol.len() > LONGEST {
        return Verdict::Unknown;
    }
    let forms = forms();
    let of_series = forms.by_series.get(parts[0]).map_or(&[][..], Vec::as_slice);
    let of_series = of_series.iter().map(|index| &forms.all[*index]);
    let mut candidates = of_series.chain(forms.numbered_series.iter().map(|index| &forms.all[*index]));
    if candidates.any(|form| form::fits(form, &parts, year)) {
        return Verdict::Formed;
    }
    slip::find(&forms.all, &parts, year).map_or(Verdict::Unknown, Verdict::Slip)
}

/// Longer, in bytes, no symbol is.
const LONGEST: usize = 100;

/// More parts no symbol has.
const MOST_PARTS: usize = 12;

/// The forms of the data file.
struct Forms {
    all: Vec<Vec<Element>>,
    /// The forms of each series of letters.
    by_series: HashMap<&'static str, Vec<usize>>,
    /// The forms whose series has a number in it: `GC.18`, `WHA58`.
    numbered_series: Vec<usize>,
}

fn forms() -> &'static Forms {
    static FORMS: OnceLock<Forms> = OnceLock::new();
    FORMS.get_or_init(|| {
        let lines = include_str!("../data/documents.txt").lines().filter(|line| !line.is_empty());
        let mut forms = Forms { all: Vec::new(), by_series: HashMap::new(), numbered_series: Vec::new() };
        for line in lines.filter(|line| !line.starts_with('#')) {
            for form in form::parse(line) {
                match form.first() {
                    Some(Element::Word(series)) => forms.by_series.entry(*series).or_default().push(forms.all.len()),
                    _ => forms.numbered_series.push(forms.all.len()),
                }
                forms.all.push(form);
            }
        }
        forms
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(symbol: &str) -> Vec<String> {
        match judge_document(symbol, 2026) {
            Verdict::Slip(slip) => slip.meant,
            other => panic!("{symbol}: {other:?}"),
        }
    }

    #[test]
    fn symbols_of_all_kinds_are_formed() {
        for symbol in [
            "A/78/123",
            "A/5700",
            "A/78/6 (Sect. 3)/Add.1",
            "A/C.3/75/L.12/Rev.1",
            "A/CONF.157/24 (Part I)/Corr.1",
            "A/AC.292/2024/INF/5",
            "A/ES-10/273/Corr.1",
            "A/HRC/S-17/2/Add.1",
            "A/HRC/WG.6/40/SYR/1",
            "A/RES/66/253 A",
            "A/RES/1514 (XV)",
            "A/RES/3201 (S-VI)",
            "S/26560",
            "S/2023/1035",
            "S/PV.9171",
            "S/RES/1325 (2000)",
            "E/CN.4/Sub.2/1997/20/Rev.1",
            "E/CN.15/2013/27",
            "ST/SGB/2013/4/Amend.1",
            "BWC/CONF.IX/9",
            "NPT/CONF.2010/50 (Vol. I)",
            "GC.18/Res.9",
            "WHA58/2005/REC/1",
            "UNEP/CBD/BS/COP-MOP/5/17",
        ] {
            assert_eq!(judge_document(symbol, 2026), Verdict::Formed, "{symbol}");
        }
    }

    #[test]
    fn a_slip_is_told_and_what_is_meant() {
        for (wrong, right) in [
            ("A/RES72/276", "A/RES/72/276"),
            ("A/Res/57/302", "A/RES/57/302"),
            ("S/PRST2009/9", "S/PRST/2009/9"),
            ("S/2023724", "S/2023/724"),
            ("A/C3/75/L.12", "A/C.3/75/L.12"),
            ("A/C.3/75/L12", "A/C.3/75/L.12"),
            ("A/C.3/75/l.12", "A/C.3/75/L.12"),
            ("A/C.3/75/L.12/CORR.1", "A/C.3/75/L.12/Corr.1"),
            ("A/C.3/75/L.12/Rv.1", "A/C.3/75/L.12/Rev.1"),
            ("a/78/123", "A/78/123"),
            ("AA/78/123", "A/78/123"),
            ("/78/123", "A/78/123"),
            ("A/78//123", "A/78/123"),
            ("A78/123", "A/78/123"),
            ("AHRC/17/26", "A/HRC/17/26"),
            ("A/HCR/17/26", "A/HRC/17/26"),
            ("A/HRC/2O/14", "A/HRC/20/14"),
            ("A/778/123", "A/78/123"),
            ("A/87/123", "A/78/123"),
            ("FCCP/CP/2015/10/Add.1", "FCCC/CP/2015/10/Add.1"),
            ("UNODC/CCPCIJ/EG.4/2017/3", "UNODC/CCPCJ/EG.4/2017/3"),
            ("UNODC/CCPC/EG.4/2017/CRP.2", "UNODC/CCPCJ/EG.4/2017/CRP.2"),
        ] {
            assert_eq!(meant(wrong), [right], "{wrong}");
        }
        assert_eq!(meant("S/023/1035"), Vec::<String>::new());
        assert_eq!(meant("/2023/52"), ["S/2023/52", "E/2023/52"]);
        // Two slips are too many.
        assert_eq!(judge_document("A/CONF15724", 2026), Verdict::Unknown);
    }

    #[test]
    fn what_is_no_symbol_is_left_alone() {
        for text in [
            "S-23/2",
            "ES-10/15",
            "XIII/18",
            "X/1",
            "42/I",
            "1/CP.21",
            "C-25/DEC.9",
            "EC-94/DEC.2",
            "P-2/1",
            "CO/2",
            "COVID-19/2",
            "1267/1989/2253",
            "A/SA.13/02/12",
            "ACC/1999/20",
            "n/2",
            "http/1.1",
            "",
            "/",
            "//",
        ] {
            assert!(
                !matches!(judge_document(text, 2026), Verdict::Slip(_)),
                "{text}: {:?}",
                judge_document(text, 2026)
            );
        }
    }
}
