//! Symbols of documents.

use rapporteur_assist::ItemKind;

use crate::support::{ENGLISH, check, labels, silent};

const CITED: &str =
    "*The General Assembly*,\n\n*Recalling* the reports A/HRC/17/26, E/CN.15/2019/5 and A/74/130,\n\n*Noting* ";

#[test]
fn symbols_of_the_draft_are_at_hand() {
    check(CITED, "the report A/H|", "A/HRC/17/26", "the report A/HRC/17/26");
    check(CITED, "the report (E/CN.15/|)", "E/CN.15/2019/5", "the report (E/CN.15/2019/5)");
    check(CITED, "the report A/74|/1", "A/74/130", "the report A/74/130");
    assert_eq!(labels(&format!("{CITED}A/|"), ItemKind::Document), ["A/74/130", "A/HRC/17/26"]);
}

#[test]
fn a_symbol_is_not_offered_for_itself() {
    silent(ENGLISH, "the report A/HRC/17/2|");
    assert_eq!(labels(&format!("{CITED}A|"), ItemKind::Document), [""; 0]);
    assert_eq!(labels(&format!("{CITED}and/or|"), ItemKind::Document), [""; 0]);
}
