//! Closes what a block alone left open: which body a citation is of.

use rapporteur_symbol::{Body, Kind, Meetings, Number, Symbol};
use time::Date;

use crate::{
    BodyClue, NamedBody,
    language::Data,
    mentions::{BodyName, Clue, RawCitation},
};

/// What the document has said so far.
pub(crate) struct Context<'a> {
    data: &'a Data,
    /// The body that acts.
    pub(crate) enacting: Option<Body>,
    /// The body that each short name stood for last, when it was named in full.
    named: Vec<Option<Body>>,
    /// The last body with numbered sessions of its own, other than the General Assembly.
    sessional: Option<Body>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(data: &'a Data, enacting: Option<Body>) -> Context<'a> {
        let mut context = Context { data, enacting: None, named: vec![None; data.short_bodies.len()], sessional: None };
        context.enact(enacting);
        context
    }

    /// A body acts from here on.
    pub(crate) fn enact(&mut self, body: Option<Body>) {
        self.enacting = body;
        if let Some(body) = body {
            self.name(BodyName::Full(body));
        }
    }

    /// A body is named.
    pub(crate) fn name(&mut self, name: BodyName) {
        let BodyName::Full(body) = name else { return };
        for (candidates, named) in self.data.short_bodies.iter().zip(&mut self.named) {
            if candidates.contains(&body) {
                *named = Some(body);
            }
        }
        if body.is_sessional_subsidiary() {
            self.sessional = Some(body);
        }
    }

    /// The body that a name means beside a number: of those that a short name can mean, the one named last that can have
    /// numbered so.
    fn meant(&self, name: BodyName, number: Number) -> Option<Body> {
        let index = match name {
            BodyName::Full(body) => return Some(body),
            BodyName::Short(index) => index,
        };
        let candidates = &self.data.short_bodies[index];
        let last = self.named[index].or_else(|| self.enacting.filter(|body| candidates.contains(body)));
        last.filter(|body| fits(*body, number))
            .or_else(|| candidates.iter().copied().find(|body| fits(*body, number)))
            .or(last)
    }

    /// The clue and the symbol of a citation; `shift` turns positions in the block into positions in the text.
    pub(crate) fn resolve(
        &self,
        raw: &RawCitation,
        date: Option<Date>,
        shift: impl Fn(&crate::Span) -> crate::Span,
    ) -> (BodyClue, Option<Symbol>) {
        if let Some(symbol) = raw.symbol {
            return (BodyClue::Symbol, Some(symbol));
        }
        let (clue, said) = match &raw.clue {
            Clue::Named { name, span } => match self.meant(*name, raw.number) {
                Some(body) => (BodyClue::Named(NamedBody { body, span: shift(span) }), Some(body)),
                None => (BodyClue::Shape, None),
            },
            Clue::Possessive { span, subject } => {
                let body = subject.and_then(|name| self.meant(name, raw.number)).or(self.enacting);
                (BodyClue::Possessive { span: shift(span), body }, body)
            }
            Clue::None | Clue::Symbol => (BodyClue::Shape, None),
        };
        let body = said.filter(|body| fits(*body, raw.number)).or_else(|| self.by_shape(raw.number, date));
        let symbol = body.filter(|body| *body != Body::Other).map(|body| Symbol {
            body,
            kind: if raw.kind == Kind::Statement { Kind::Resolution } else { raw.kind },
            number: raw.number,
            part: raw.part,
        });
        (clue, symbol)
    }

    /// The body whose way of numbering a number shows, given who acts and who was named.
    fn by_shape(&self, number: Number, date: Option<Date>) -> Option<Body> {
        let acting = self.enacting.filter(|body| fits(*body, number));
        match number {
            Number::Running { .. } => Some(Body::SecurityCouncil),
            Number::Yearly { .. } => {
                acting.filter(|body| *body != Body::Other).or(Some(Body::EconomicAndSocialCouncil))
            }
            Number::Roman { session, .. } if fits(Body::GeneralAssembly, number) && session.ordinal <= 30 => {
                Some(Body::GeneralAssembly)
            }
            Number::Roman { .. } => Some(Body::EconomicAndSocialCouncil),
            Number::Session { session, .. } if session.meetings != Meetings::Regular => {
                acting.or(Some(Body::GeneralAssembly))
            }
            Number::Session { session, .. } if session.ordinal >= 31 => {
                // From its thirty-first session on the numbers of the Human Rights Council look like those of the
                // Assembly; where the text speaks of that Council, a date that can't be the Assembly's tells.
                let opened = 1945 + i32::from(session.ordinal);
                let not_assembly =
                    date.is_some_and(|date| !(opened..=opened + 1).contains(&date.year()) && date.year() >= 2016);
                let council = self.sessional == Some(Body::HumanRightsCouncil) && session.ordinal <= 90;
                Some(if council && not_assembly { Body::HumanRightsCouncil } else { Body::GeneralAssembly })
            }
            // Below that, no number is the Assembly's.
            Number::Session { .. } => {
                acting.filter(|body| *body != Body::Other).or(self.sessional).or(Some(Body::HumanRightsCouncil))
            }
        }
    }
}

/// Whether a body can have numbered a text so.
pub fn fits(body: Body, number: Number) -> bool {
    use Body::*;
    match number {
        Number::Running { .. } => body == SecurityCouncil,
        Number::Yearly { .. } => {
            matches!(body, EconomicAndSocialCouncil | CommissionOnHumanRights | PopulationCommission | Other)
        }
        Number::Roman { session, .. } => match body {
            GeneralAssembly => session.meetings != Meetings::Regular || session.ordinal <= 30,
            EconomicAndSocialCouncil => session.ordinal <= 63,
            TrusteeshipCouncil | CommissionOnHumanRights | NarcoticsCommission | Other => true,
            _ => false,
        },
        Number::Session { session, .. } => match (body, session.meetings) {
            (GeneralAssembly, Meetings::Regular) => session.ordinal >= 31,
            (GeneralAssembly | HumanRightsCouncil | Other, _) => true,
            (_, Meetings::Regular) => body.is_sessional_subsidiary(),
            _ => false,
        },
    }
}
