//! The other places that findings speak of.

use rapporteur_draft::{Draft, Hints};
use rapporteur_lint::{Finding, Settings, check};
use rapporteur_registry::Registry;

const HEAD: &str = "*The General Assembly*,\n\n";

/// The first finding of a rule in a text.
fn finding(rule: &str, text: &str) -> Finding {
    let draft = Draft::read(text, &Hints::default());
    let findings = check(text, &draft, &Registry::embedded(), &Settings::default());
    findings
        .into_iter()
        .find(|finding| finding.rule == rule)
        .unwrap_or_else(|| panic!("{rule} finds nothing in\n{text}"))
}

#[test]
fn a_finding_leads_to_what_it_contradicts() {
    for (rule, text, places) in [
        ("footnote-duplicate", "*Recalling* a report,[^1][^1]\n\n[^1]: A/74/1.\n", &["[^1]"][..]),
        (
            "footnote-sequence",
            "*Recalling* a report[^1] and a letter,[^3]\n\n[^1]: A/74/1.\n\n[^3]: A/74/3.\n",
            &["[^1]"],
        ),
        (
            "footnote-sequence",
            "*Recalling* a report[^1] and a letter,[^2]\n\n[^2]: A/74/2.\n\n[^1]: A/74/1.\n",
            &["[^2]:"],
        ),
        ("paragraph-numbering", "1. *Decides* to go;\n\n3. *Requests* a report.\n", &["1. *Decides* to go;"]),
        ("subparagraph-sequence", "1. *Decides*:\n\n(a) To go;\n\n(b) To stay;\n\n(d) To come back.\n", &["(b)"]),
        (
            "citation-date-repeated",
            "*Recalling* its resolution 65/230 of 21 December 2010,\n\n*Guided* by its resolution 70/1 of 25 September 2015,\n\n\
             1. *Reaffirms* its resolution 65/230 of 21 December 2010.\n",
            &["65/230"],
        ),
        (
            "citation-order",
            "*Recalling* its resolutions 70/1 of 25 September 2015 and 65/230 of 21 December 2010,\n",
            &["70/1"],
        ),
        (
            "cross-reference",
            "1. *Decides* to go:\n\n(a) Now;\n\n(b) Later;\n\n2. *Requests* what paragraph 1 (f) above says.\n",
            &["1. *Decides* to go:"],
        ),
        (
            "citation-body",
            "*Recalling* Security Council resolution 65/230 of 21 December 2010,\n",
            &["Security Council"],
        ),
    ] {
        let text = format!("{HEAD}{text}");
        let related: Vec<&str> =
            finding(rule, &text).related.iter().map(|related| &text[related.span.clone()]).collect();
        assert_eq!(related, places, "{rule} in\n{text}");
    }
}

#[test]
fn a_finding_names_the_text_of_the_registry_that_it_rests_on() {
    for (rule, text, symbol) in [
        ("citation-date", "*Recalling* its resolution 65/230 of 22 December 2010,\n", Some("A/RES/65/230")),
        ("citation-year", "*Recalling* Security Council resolution 1325 (2001),\n", Some("S/RES/1325 (2000)")),
        (
            "citation-title",
            "*Recalling* its resolution 70/1 of 25 September 2015, entitled “Transforming our word: the 2030 Agenda for \
             Sustainable Development”,\n",
            Some("A/RES/70/1"),
        ),
        ("paragraph-numbering", "1. *Decides* to go;\n\n3. *Requests* a report.\n", None),
    ] {
        let text = format!("{HEAD}{text}");
        let entry = finding(rule, &text).entry.map(|symbol| symbol.to_string());
        assert_eq!(entry.as_deref(), symbol, "{rule}");
    }
}
