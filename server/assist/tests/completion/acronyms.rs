//! Acronyms that are explained.

use rapporteur_assist::ItemKind;

use crate::support::{accept, check, items, labels};

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

#[test]
fn an_acronym_may_follow_an_ideograph() {
    let text = "**大会**，\n\n**注意到**联合国开发计划署(UNDP)的工作，\n\n1. **请**UND|";
    assert_eq!(accept(text, "UNDP"), text.replace("UND|", "UNDP"));
}
