//! Under what settings each draft is checked: the client's, and over them those of the nearest `rapporteur.toml`.

use std::{path::Path, sync::Arc};

use rapporteur_lint::{
    Locale, Settings,
    settings::{Named, Options},
};
use serde_json::Value;

use crate::project::{FILE_NAME, Project, Projects, Source};

use super::{
    features::{Feature, Features},
    log::LogLevel,
};

/// What a draft is checked against.
#[derive(Clone)]
pub(super) struct Basis {
    /// The project, with its registry.
    pub(super) project: Arc<Project>,
    /// The settings that the project has for the draft.
    pub(super) settings: Settings,
    /// Whether it is no draft but the settings file of the project, or one of its tables.
    pub(super) of_project: bool,
    /// Whether it is a settings file, stored or not.
    pub(super) is_settings: bool,
}

impl Basis {
    /// The basis for a draft at a path.
    pub(super) fn new(projects: &Projects, path: &Path) -> Basis {
        let project = projects.of(path);
        let is_settings = path.file_name().is_some_and(|name| name == FILE_NAME);
        let of_project = is_settings || project.has_read(path);
        Basis { settings: project.settings(path), of_project, is_settings, project }
    }
}

/// What the client has set: its `initializationOptions`, or its section `rapporteur`.
#[derive(Clone, Debug, Default)]
pub(super) struct ClientSettings {
    /// What is switched on.
    pub(super) features: Features,
    /// How much is written to the client's log.
    pub(super) log_level: LogLevel,
    /// The keys that `rapporteur.toml` has as well.
    pub(super) options: Options,
}

impl ClientSettings {
    /// Reads them; `locale` is the language of the editor, which holds unless another is set. Gives a sentence for
    /// each thing that is wrong; the rest holds.
    pub(super) fn read(value: &Value, locale: Option<&str>) -> (ClientSettings, Vec<String>) {
        let mut value = value.clone();
        let mut problems = Vec::new();
        let mut features = Features::default();
        for (feature, key) in Feature::KEYS {
            match value.as_object_mut().and_then(|settings| settings.remove(key)) {
                None | Some(Value::Null | Value::Bool(true)) => {}
                Some(Value::Bool(false)) => features.switch_off(feature),
                Some(other) => {
                    problems.push(format!("`{key}` is switched on by true and off by false, not by {other}"));
                }
            }
        }
        let log_level = match value.as_object_mut().and_then(|settings| settings.remove("logLevel")) {
            None | Some(Value::Null) => LogLevel::default(),
            Some(name) => Named::from_name(name.as_str().unwrap_or_default()).map_or_else(
                |problem| {
                    problems.push(problem);
                    LogLevel::default()
                },
                |named| named.0,
            ),
        };
        let (mut options, more) = Options::from_json(&value);
        problems.extend(more);
        if options.choices.locale.is_none() {
            options.choices.locale = locale.and_then(Locale::from_name).map(Named);
        }
        (ClientSettings { features, log_level, options }, problems)
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
        assert!(!settings.features.has(Feature::Completion) && settings.features.has(Feature::Hover));
        assert_eq!(settings.options.choices.locale.map(|locale| locale.0), Locale::from_name("fr"));
    }

    #[test]
    fn the_log_has_a_level() {
        let read = |value| ClientSettings::read(&value, None);
        assert_eq!(read(json!({ "logLevel": "debug" })).0.log_level, LogLevel::Debug);
        let (settings, problems) = read(json!({ "logLevel": "infos" }));
        assert_eq!(settings.log_level, LogLevel::Warning);
        assert_eq!(problems, ["there is no log level `infos`; did you mean `info`?"]);
    }

    #[test]
    fn what_is_wrong_is_said_and_the_rest_holds() {
        let (settings, problems) = ClientSettings::read(&json!({ "diagnostics": "off", "codeAction": false }), None);
        assert_eq!(problems, ["`diagnostics` is switched on by true and off by false, not by \"off\""]);
        assert!(settings.features.has(Feature::Diagnostics) && !settings.features.has(Feature::CodeAction));
        let (settings, problems) = ClientSettings::read(&Value::Null, Some("fr_CH"));
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(settings.options.choices.locale.map(|locale| locale.0), Locale::from_name("fr"));
    }
}
