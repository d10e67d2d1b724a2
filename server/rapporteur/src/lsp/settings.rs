//! Under what settings each draft is checked: the client's, and over them those of the nearest `rapporteur.toml`.

use std::{path::Path, sync::Arc};

use rapporteur_lint::{
    Locale, Settings,
    settings::{Named, Options},
};
use serde_json::Value;

use crate::project::{Project, Projects, Source};

/// What a draft is checked against.
#[derive(Clone)]
pub(super) struct Basis {
    /// The project, with its registry.
    pub(super) project: Arc<Project>,
    /// The settings that the project has for the draft.
    pub(super) settings: Settings,
    /// Whether it is no draft but the settings file of the project, or one of its tables.
    pub(super) of_project: bool,
}

impl Basis {
    /// The basis for a draft at a path.
    pub(super) fn new(projects: &Projects, path: &Path) -> Basis {
        let project = projects.of(path);
        Basis { settings: project.settings(path), of_project: project.has_read(path), project }
    }
}

/// What the client's settings switch on and off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Features {
    /// Diagnostics, pushed or pulled.
    pub(super) diagnostics: bool,
    /// Completion.
    pub(super) completion: bool,
    /// Quick fixes and source actions.
    pub(super) code_action: bool,
    /// What is shown under the pointer.
    pub(super) hover: bool,
    /// Links to the pages of documents.
    pub(super) document_link: bool,
}

impl Default for Features {
    fn default() -> Features {
        Features { diagnostics: true, completion: true, code_action: true, hover: true, document_link: true }
    }
}

/// What the client has set: its `initializationOptions`, or its section `rapporteur`.
#[derive(Clone, Debug, Default)]
pub(super) struct ClientSettings {
    /// What is switched on.
    pub(super) features: Features,
    /// The keys that `rapporteur.toml` has as well.
    pub(super) options: Options,
}

impl ClientSettings {
    /// Reads them; `locale` is the language of the editor, which holds unless another is set. Gives a sentence for
    /// each thing that is wrong; the rest holds.
    pub(super) fn read(value: &Value, locale: Option<&str>) -> (ClientSettings, Vec<String>) {
        let mut value = value.clone();
        let mut problems = Vec::new();
        let mut switch = |name: &str| match value.as_object_mut().and_then(|settings| settings.remove(name)) {
            None | Some(Value::Null) => true,
            Some(Value::Bool(on)) => on,
            Some(other) => {
                problems.push(format!("`{name}` is switched on by true and off by false, not by {other}"));
                true
            }
        };
        let features = Features {
            diagnostics: switch("diagnostics"),
            completion: switch("completion"),
            code_action: switch("codeAction"),
            hover: switch("hover"),
            document_link: switch("documentLink"),
        };
        let (mut options, more) = Options::from_json(&value);
        problems.extend(more);
        if options.choices.locale.is_none() {
            options.choices.locale = locale.and_then(Locale::from_name).map(Named);
        }
        (ClientSettings { features, options }, problems)
    }
}

impl ClientSettings {
    /// The projects whose settings lie over these.
    pub(super) fn projects(&self) -> Projects {
        Projects::new(Source::Nearest, self.options.clone(), Options::default())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn switches_stand_beside_the_keys_of_rapporteur_toml() {
        let (settings, problems) = ClientSettings::read(&json!({ "completion": false, "locale": "fr" }), Some("en"));
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(settings.features, Features { completion: false, ..Features::default() });
        assert_eq!(settings.options.choices.locale.map(|locale| locale.0), Locale::from_name("fr"));
    }

    #[test]
    fn what_is_wrong_is_said_and_the_rest_holds() {
        let (settings, problems) = ClientSettings::read(&json!({ "diagnostics": "off", "codeAction": false }), None);
        assert_eq!(problems, ["`diagnostics` is switched on by true and off by false, not by \"off\""]);
        assert!(settings.features.diagnostics && !settings.features.code_action);
        let (settings, problems) = ClientSettings::read(&Value::Null, Some("fr_CH"));
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(settings.options.choices.locale.map(|locale| locale.0), Locale::from_name("fr"));
    }
}
