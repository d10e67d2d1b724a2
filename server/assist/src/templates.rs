//! New drafts, to be filled in.

use rapporteur_draft::{ClauseMark, DocumentKind, Language, LeadPart};
use rapporteur_lint::Locale;
use rapporteur_symbol::Body;

use crate::{
    form::{Form, OPEN, space_before},
    wording::say,
};

/// The bodies for whose resolutions there are new drafts.
const BODIES: [Body; 4] =
    [Body::GeneralAssembly, Body::SecurityCouncil, Body::EconomicAndSocialCouncil, Body::HumanRightsCouncil];

/// A new draft of a body in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    /// The body that is to adopt it.
    pub body: Body,
    /// The language in which it is written.
    pub language: Language,
}

/// The new drafts that there are, of `first` and in the language `reader` before the others.
pub fn templates(reader: Language, first: Body) -> Vec<Template> {
    let languages = [reader].into_iter().chain(Language::all().filter(|other| *other != reader));
    let bodies = || [first].into_iter().chain(BODIES.into_iter().filter(|other| *other != first));
    languages.flat_map(|language| bodies().map(move |body| Template { body, language })).collect()
}

impl Template {
    /// A name that no other has, and that does not change: `resolution-ga-en`.
    pub fn name(self) -> String {
        format!("{}-{}-{}", self.kind().name(), self.body.key(), self.language.code())
    }

    /// What it is, in the language of the reader: "Draft resolution of the General Assembly".
    pub fn title(self, locale: Locale) -> String {
        say(locale, "completion", "new-draft", &[("of_body", &locale.language().of_body(self.body))])
    }

    /// What kind of document it is.
    pub fn kind(self) -> DocumentKind {
        DocumentKind::Resolution
    }

    /// An enacting line and two paragraphs of each part, below a title if it is to have one. Resolutions of the Security
    /// Council have none.
    pub fn form(self, titled: bool) -> Form {
        let Template { body, language } = self;
        let gender = language.gender(body);
        let top = |part, first, at: usize| language.openings(part, gender, first).nth(at).map(|opening| opening.phrase);
        let mark = |mark| format!("{}{}", space_before(language, mark), language.mark(mark));
        let after_number = language.after_paragraph_number();
        let mut form = Form::default();
        if titled && body != Body::SecurityCouncil {
            form = form.push("# ").stop(OPEN).push("\n\n");
        }
        form = form.push(&language.enacting_line(body).unwrap_or_default()).push("\n\n");
        for (at, first) in [(0, true), (1, false)] {
            let phrase = top(LeadPart::Preambular, first, at).unwrap_or_default();
            form = form.lead(language, &phrase, true).stop(OPEN).push(&mark(ClauseMark::Comma)).push("\n\n");
        }
        for (at, closing) in [(0, ClauseMark::Semicolon), (1, ClauseMark::FullStop)] {
            let phrase = top(LeadPart::Operative, at == 0, at).unwrap_or_default();
            form = form.push(&format!("{}{after_number}", at + 1)).lead(language, &phrase, true).stop(OPEN);
            form = form.push(&mark(closing)).push(if at == 0 { "\n\n" } else { "\n" });
        }
        form
    }
}
