//! New drafts: as they are before anything is filled in, they are in order.

use std::collections::HashSet;

use rapporteur_assist::{Form, templates};
use rapporteur_draft::{DocumentKind, Draft, Hints, Language, ParagraphKind};
use rapporteur_lint::{Locale, Settings, check};
use rapporteur_registry::Registry;
use rapporteur_symbol::Body;

#[test]
fn a_new_draft_reads_as_what_it_is_and_has_no_findings() {
    let registry = Registry::embedded();
    for template in templates(Language::ENGLISH, Body::GeneralAssembly) {
        let Form { text, stops } = template.form(true);
        let draft = Draft::read(&text, &Hints::default());
        let read = (draft.language, draft.kind, draft.body);
        assert_eq!(read, (template.language, DocumentKind::Resolution, Some(template.body)), "{text}");
        let of_kind = |kind| draft.paragraphs.iter().filter(|paragraph| paragraph.kind == kind).count();
        assert_eq!([ParagraphKind::Preambular, ParagraphKind::Operative].map(of_kind), [2, 2], "{text}");
        let findings = check(&text, &draft, &registry, &Settings::default());
        assert!(findings.is_empty(), "{text}{findings:#?}");
        assert!(stops.iter().all(|stop| !text[stop.clone()].is_empty()));
        assert!(stops.windows(2).all(|two| two[0].end <= two[1].start));
        // Below a title that is there already nothing else is different.
        let title = if template.body == Body::SecurityCouncil { "" } else { "# …\n\n" };
        assert_eq!(text, format!("{title}{}", template.form(false).text));
    }
}

#[test]
fn the_principal_bodies_have_new_drafts_in_six_languages() {
    let of_english = |first| {
        let english = templates(Language::ENGLISH, first).into_iter().filter(|one| one.language == Language::ENGLISH);
        english.map(|template| template.title(Locale::ENGLISH)).collect::<Vec<_>>()
    };
    let of = |body| format!("Draft resolution of the {body}");
    let usual = ["General Assembly", "Security Council", "Economic and Social Council", "Human Rights Council"];
    assert_eq!(of_english(Body::GeneralAssembly), usual.map(of));
    assert_eq!(of_english(Body::HumanRightsCouncil)[0], of("Human Rights Council"));
    assert_eq!(of_english(Body::CrimeCommission).len(), 5);
    let all = templates(Language::from_code("fr").unwrap(), Body::GeneralAssembly);
    assert_eq!(all.len(), 4 * Language::all().count());
    assert_eq!(all[1].title(Locale::from_name("fr").unwrap()), "Projet de résolution du Conseil de sécurité");
    let names: HashSet<String> = all.iter().map(|template| template.name()).collect();
    assert_eq!(names.len(), all.len());
    assert!(names.contains("resolution-ecosoc-zh"));
}
