//! The places of treaties.

use rapporteur_assist::ItemKind;

use crate::support::{check, labels, silent};

const NOTED: &str = "*The General Assembly*,\n\n*Recalling* the Convention,[^1]\n\n1. *Decides* to go.\n\n[^1]: ";
const NAME: &str = "United Nations Convention against Transnational Organized Crime, and its Protocols";

#[test]
fn in_a_note_a_name_stands_for_its_place() {
    let place = "United Nations, *Treaty Series*, vol. 2225, No. 39574";
    for typed in ["Transnational Org|", "Convention against Transnational|", "United Nations Convention against Trans|"]
    {
        check(NOTED, typed, NAME, place);
    }
    let french = "*L’Assemblée générale*,\n\n*Rappelant* la Convention[^1],\n\n1. *Décide* de partir.\n\n[^1]: ";
    check(french, "Transnational|", NAME, "Nations Unies, *Recueil des Traités*, vol. 2225, n° 39574");
}

#[test]
fn behind_the_series_its_volume_is_completed() {
    for typed in ["United Nations, *Treaty Series*, vol. 222|", "United Nations, *Treaty Series*, vol. 2225, No. 3|"] {
        check(NOTED, typed, NAME, "United Nations, *Treaty Series*, vol. 2225, No. 39574");
    }
}

#[test]
fn a_place_that_stands_there_is_replaced_to_its_end() {
    check(
        NOTED,
        "United Nations, *Treaty Series*, vol. 2|225, No. 30822.",
        NAME,
        "United Nations, *Treaty Series*, vol. 2225, No. 39574.",
    );
    let chinese = "**大会**，\n\n**回顾**该公约，[^1]\n\n1. **决定**前往。\n\n[^1]: 联合国，《条约汇编》，";
    check(chinese, "第2225|卷，第48088号，第1条。", NAME, "第2225卷，第39574号，第1条。");
}

#[test]
fn elsewhere_no_treaty_is_meant() {
    let text = "*The General Assembly*,\n\n*Recalling* ";
    silent(text, "the crime of Transnational|");
    silent(text, "the United Nations, |");
    silent(text, "the United Nations, *inter|");
    assert_eq!(labels(&format!("{NOTED}See Tr|"), ItemKind::Treaty), [""; 0]);
}
