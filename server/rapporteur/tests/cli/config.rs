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
