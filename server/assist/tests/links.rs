//! The pages that a draft leads to.

use rapporteur_assist::links;
use rapporteur_draft::{Draft, Hints};
use rapporteur_registry::Registry;

#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    let draft = Draft::read(text, &Hints::default());
    let found = links(&draft, &Registry::embedded());
    let found: Vec<(&str, &str)> = found.iter().map(|link| (&text[link.span.clone()], link.page.as_str())).collect();
    assert_eq!(found, expected);
}

const FRENCH: &str = "*L’Assemblée générale*,\n\n*Rappelant* ";

#[test]
fn citations_and_documents_lead_to_their_pages() {
    check(
        &format!(
            "{FRENCH}ses résolutions 65/230 du 21 décembre 2010, 217 A (III) du 10 décembre 1948 et S-30/1, la résolution \
             1325 (2000) du Conseil de sécurité, A/RES/74/173 et le rapport A/HRC/17/26,"
        ),
        &[
            ("65/230", "https://undocs.org/fr/A/RES/65/230"),
            ("217 A (III)", "https://undocs.org/fr/A/RES/217(III)"),
            ("S-30/1", "https://undocs.org/fr/A/RES/S-30/1"),
            ("1325 (2000)", "https://undocs.org/fr/S/RES/1325(2000)"),
            ("A/RES/74/173", "https://undocs.org/fr/A/RES/74/173"),
            ("A/HRC/17/26", "https://undocs.org/fr/A/HRC/17/26"),
        ],
    );
}

#[test]
fn what_the_draft_links_is_left_alone() {
    check(
        &format!(
            "{FRENCH}sa résolution [65/230](https://example.org), [sa résolution 64/179](#x) et ses résolutions 66/181 et \
             67/189, https://undocs.org/fr/A/RES/68/193 et <https://undocs.org/fr/A/RES/69/197>,"
        ),
        &[("66/181", "https://undocs.org/fr/A/RES/66/181"), ("67/189", "https://undocs.org/fr/A/RES/67/189")],
    );
}

#[test]
fn what_is_no_document_leads_nowhere() {
    check("*La Commission des stupéfiants*,\n\n*Rappelant* sa résolution 58/7 du 17 mars 2015,", &[]);
    check("*The General Assembly*,\n\n*Recalling* its decision 74/567 of 31 August 2020,", &[]);
    check("", &[]);
}
