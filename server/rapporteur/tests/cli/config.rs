//! The schema of the settings.

use serde_json::Value;

use crate::project::Project;

#[test]
fn the_schema_names_the_keys_and_what_they_may_be() {
    let said = Project::new(&[]).run(&["config", "schema"]);
    assert_eq!(said.code, Some(0));
    let schema: Value = serde_json::from_str(&said.out).unwrap();
    let properties = &schema["properties"];
    let keys = [
        "profile",
        "verbs",
        "bodies",
        "acronyms",
        "treaties",
        "language",
        "kind",
        "body",
        "locale",
        "registry",
        "exclude",
        "include",
        "fail-level",
        "rules",
        "select",
        "ignore",
        "overrides",
    ];
    for key in keys {
        assert!(properties[key].is_object(), "{key}: {}", said.out);
    }
    assert!(said.out.contains("\"warning\""), "{}", said.out);
}

#[test]
fn the_schema_says_what_keys_and_values_mean() {
    let said = Project::new(&[]).run(&["config", "schema"]);
    let schema: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    assert_eq!(schema["title"], "rapporteur.toml");
    let override_of = |key: &str| schema["definitions"]["Override"]["properties"][key].clone();
    for (rules, ignore, body) in [
        (
            schema["properties"]["rules"].clone(),
            schema["properties"]["ignore"].clone(),
            schema["properties"]["body"].clone(),
        ),
        (override_of("rules"), override_of("ignore"), override_of("body")),
    ] {
        for rule in rapporteur_lint::RULES {
            assert_eq!(rules["properties"][rule.name]["description"], rule.summary());
        }
        let values = ignore["items"]["enum"].as_array().unwrap();
        let glosses = ignore["items"]["enumDescriptions"].as_array().unwrap();
        assert_eq!(values.len(), glosses.len());
        let at = values.iter().position(|name| name == "citation-date").unwrap();
        assert_eq!(glosses[at], "A cited resolution or decision carries the date of its adoption.");
        assert_eq!((&body["enum"][3], &body["enumDescriptions"][3]), (&"hrc".into(), &"Human Rights Council".into()));
    }
}

const PAPER: &str = "*The Reef Committee*,\n\n*Viewing with zeal* the reefs,\n\n1. <u>Suggests</u> that all swim;\n\n\
                     2. <u>Decides</u> to meet again.\n";

#[test]
fn papers_of_model_united_nations_have_a_profile() {
    let project = Project::new(&[("paper.md", PAPER)]);
    let select = ["lint", "--format", "concise", "--quiet", "--select", "operative-verb-italics"];
    let said = project.run(&[&select[..], &["paper.md"]].concat());
    assert!(said.out.contains("The operative verb “Decides” is underlined, not italicised."), "{}", said.out);
    let said = project.run(&[&select[..], &["--profile", "mun", "paper.md"]].concat());
    assert_eq!((said.out.as_str(), said.code), ("", Some(0)));
    project.write("rapporteur.toml", "profile = 'mum'\n");
    let said = project.run(&["lint", "paper.md"]);
    assert!(said.err.contains("there is no profile `mum`; did you mean `mun`?"), "{}", said.err);
}

#[test]
fn a_project_has_verbs_and_bodies_of_its_own() {
    let draft = "The Reef Committee,\n\nViewing the reefs with zeal,\n\n1. *Begs* all to swim.\n";
    let settings =
        "[verbs.en]\npreambular = ['Viewing']\noperative = ['Begs']\n[bodies.en]\n'Reef Committee' = 'other'\n";
    let project = Project::new(&[("draft.md", draft), ("rapporteur.toml", settings)]);
    let said = project.run(&["lint", "--select", "preambular-verb-italics", "--format", "concise", "draft.md"]);
    assert!(said.out.contains("“Viewing” opens a preambular paragraph"), "{}", said.out);
    let said = project.run(&["lint", "--no-config", "--quiet", "--select", "preambular-verb-italics", "draft.md"]);
    assert!(!said.out.contains("“Viewing”"), "{}", said.out);
}
