//! The arguments that decide which settings hold.

use std::{env, path::PathBuf};

use clap::Args;
use rapporteur_draft::{DocumentKind, Language};
use rapporteur_lint::{
    Locale,
    settings::{Choices, Named, Options, Profile},
};
use rapporteur_symbol::Body;

use super::names::named;
use crate::project::{Projects, Source};

/// Where settings are looked for, and what holds whatever they say.
#[derive(Clone, Debug, Args)]
pub(super) struct Scope {
    /// For what kind of drafts the rules are meant: those of the United Nations, or papers of Model UN [default: un]
    #[arg(long, value_parser = named::<Profile>())]
    profile: Option<Named<Profile>>,

    /// The language of the drafts [default: detected]
    #[arg(long, value_parser = named::<Language>())]
    language: Option<Named<Language>>,

    /// The kind of document [default: detected]
    #[arg(long, value_parser = named::<DocumentKind>())]
    kind: Option<Named<DocumentKind>>,

    /// The body that is to adopt the drafts [default: detected]
    #[arg(long, value_parser = named::<Body>())]
    body: Option<Named<Body>>,

    #[command(flatten)]
    location: Location,
}

/// Where settings are looked for.
#[derive(Clone, Debug, Args)]
pub(super) struct Location {
    /// Take the settings from this file, instead of from the nearest rapporteur.toml
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,

    /// Heed no rapporteur.toml
    #[arg(long, conflicts_with = "config")]
    no_config: bool,
}

impl Scope {
    /// The projects under these arguments, and under further choices.
    pub(super) fn projects(&self, choices: Choices) -> Projects {
        let Scope { profile, language, kind, body, .. } = *self;
        self.location.projects(Choices { profile, language, kind, body, ..choices })
    }
}

impl Location {
    /// The projects whose settings are found here.
    pub(super) fn projects(&self, choices: Choices) -> Projects {
        let source = match &self.config {
            Some(file) => Source::File(file.clone()),
            None if self.no_config => Source::None,
            None => Source::Nearest,
        };
        let of_system = Choices { locale: system_locale().map(Named), ..Choices::default() };
        let layer = |choices| Options { choices, ..Options::default() };
        Projects::new(source, layer(of_system), layer(choices))
    }
}

/// The locale of the environment, by the first of the variables that is set, as POSIX has it.
fn system_locale() -> Option<Locale> {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|variable| env::var(variable).ok());
    Locale::from_name(&names.into_iter().find(|name| !name.is_empty())?)
}
