//! Acronyms that are explained.

use rapporteur_assist::ItemKind;

use crate::support::{check, items, labels};

const TEXT: &str = "*The General Assembly*,\n\n*Noting* the work of the Reef Monitoring Network (REMON) and of the United Nations Office on Drugs and Crime (UNODC),\n\n*Noting also* ";

#[test]
fn what_is_explained_is_at_hand() {
    check(TEXT, "what RE|", "REMON", "what REMON");
    check(TEXT, "what UN|ODC does", "UNODC", "what UNODC does");
    let found = items(&format!("{TEXT}what RE|"));
    assert_eq!(found[0].title.as_deref(), Some("Reef Monitoring Network"));
}

#[test]
fn a_capital_alone_is_no_acronym() {
    for typed in ["what R|", "what REMON|", "what Re|", "what XREM|", "A/RE|"] {
        assert_eq!(labels(&format!("{TEXT}{typed}"), ItemKind::Acronym), [""; 0], "{typed}");
    }
}
