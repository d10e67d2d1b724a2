//! `rapporteur/templates`, a request of our own: forms of new drafts.

use rapporteur_assist::{Template, templates};
use rapporteur_draft::Language;
use rapporteur_lint::settings::Named;
use rapporteur_symbol::Body;
use serde::{Deserialize, Serialize};

use crate::lsp::{proto::snippet_of, session::Session};

/// In which language; in all without one.
#[derive(Debug, Deserialize)]
pub(in crate::lsp) struct TemplatesParams {
    language: Option<Named<Language>>,
}

/// The form of a new draft.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::lsp) struct TemplateForm {
    /// `resolution-ga-fr`, which stays the same.
    name: String,
    /// What it is, in the language of the reader.
    title: String,
    language: &'static str,
    kind: &'static str,
    /// A snippet of the protocol.
    text: String,
}

/// The forms in a language, or in all, that of the reader first.
pub(in crate::lsp) fn forms(session: &Session, params: &TemplatesParams) -> Vec<TemplateForm> {
    let locale = session.reader();
    let wanted = |template: &Template| params.language.is_none_or(|named| named.0 == template.language);
    let form = |template: Template| {
        let form = template.form(true);
        TemplateForm {
            name: template.name(),
            title: template.title(locale),
            language: template.language.code(),
            kind: template.kind().name(),
            text: snippet_of(&form.text, &form.stops),
        }
    };
    templates(locale.language(), Body::GeneralAssembly).into_iter().filter(wanted).map(form).collect()
}
