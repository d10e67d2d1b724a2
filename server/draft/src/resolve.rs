//! Closes what a block alone left open: which body a citation is of.

use std::ops::RangeInclusive;

use rapporteur_symbol::{Body, Kind, Meetings, Number, Symbol};
use time::Date;

use crate::{
    BodyClue, NamedBody,
    language::Data,
    mentions::{BodyName, Clue, RawBody, RawCitation},
};

/// What the document has said so far.
pub(crate) struct Context<'a> {
    data: &'a Data,
    /// The body that acts.
    enacting: Option<Body>,
    /// The body that each short name stood for last, when it was named in full.
    named: Vec<Option<Body>>,
    /// The last body with numbered sessions of its own, other than the General Assembly.
    sessional: Option<Body>,
}

/// How many bodies before and after a citation are looked at for the one that is meant.
const NEAR: usize = 16;

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

    /// The body that a name means; one that is named for short is the one that was named in full last. Without a name it is
    /// the body that acts.
    pub(crate) fn named(&self, name: Option<BodyName>) -> Option<Body> {
        match name {
            None => self.enacting,
            Some(BodyName::Full(body)) => Some(body),
            Some(BodyName::Short(index)) => self.named[index],
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
        let mut fitting = candidates.iter().copied().filter(|body| fits(*body, number));
        let only = fitting.next().filter(|_| fitting.next().is_none());
        last.filter(|body| fits(*body, number)).or(only).or(last)
    }

    /// The clue and the symbol of a citation; `shift` turns positions in the block into positions in the text.
    pub(crate) fn resolve(
        &self,
        raw: &RawCitation,
        named: &[RawBody],
        date: Option<Date>,
        shift: impl Fn(&crate::Span) -> crate::Span,
    ) -> (BodyClue, Option<Symbol>) {
        let (clue, said) = match &raw.clue {
            Clue::Named { name, span } => match self.meant(*name, raw.number) {
                Some(body) => (BodyClue::Named(NamedBody { body, span: shift(span) }), Some(body)),
                None => (BodyClue::Shape, None),
            },
            Clue::Possessive { span, subject, third_person } => {
                let subject = subject.and_then(|name| self.meant(name, raw.number));
                let able = |body: &Body| can_have_adopted(*body, raw.number, date);
                let speaker = || match third_person {
                    true => self.unsaid(raw, named, date),
                    false => self.speaker(raw, named, date),
                };
                // A subject that can't have adopted this is the object of another's: "the Assembly encouraged, in its
                // resolution 72/228, the Commission".
                let body = subject
                    .filter(able)
                    .or_else(|| speaker().filter(able))
                    .or(subject.filter(|body| fits(*body, raw.number)))
                    .or_else(speaker);
                (BodyClue::Possessive { span: shift(span), body }, body)
            }
            Clue::None => (BodyClue::Shape, None),
            Clue::Symbol(symbol) => return (BodyClue::Symbol, Some(*symbol)),
        };
        let said = said.filter(|body| fits(*body, raw.number));
        let body = match (raw.kind, said) {
            (Kind::Decision, Some(Body::GeneralAssembly) | None) => {
                by_decision(raw.number).filter(|body| said.is_none_or(|said| said == *body))
            }
            // "Its" is of the body that speaks, unless only another can have adopted this then.
            (_, Some(said)) if matches!(clue, BodyClue::Possessive { .. }) => {
                let other =
                    (!can_have_adopted(said, raw.number, date)).then(|| self.held_by(raw.number, date)).flatten();
                other.or(Some(said))
            }
            (_, said) => said.or_else(|| self.unsaid(raw, named, date)),
        };
        let symbol = body.filter(|body| *body != Body::Other).map(|body| Symbol {
            body,
            kind: raw.kind,
            number: raw.number,
            part: raw.part,
        });
        (clue, symbol)
    }

    /// The body of a citation with which none is named that can have numbered it.
    fn unsaid(&self, raw: &RawCitation, named: &[RawBody], date: Option<Date>) -> Option<Body> {
        let usual = self.by_shape(raw.number, date)?;
        let spoken_of = |able: &dyn Fn(Body) -> bool| {
            near(named, raw, |named| self.meant(named.name, raw.number).filter(|body| able(*body)))
        };
        let other = match raw.number {
            // "all resolutions adopted by the Commission on Human Rights …, including resolution 2005/25": the Council is
            // meant only where nobody else who counts by years is spoken of.
            Number::Yearly { .. } if self.enacting != Some(usual) && spoken_of(&|body| body == usual).is_none() => {
                spoken_of(&|body| fits(body, raw.number))
            }
            // "the adoption, by the Economic and Social Commission for Asia and the Pacific, of resolution 79/8 of 19 May
            // 2023": what the usual body can't have adopted is of the other that is spoken of.
            Number::Session { .. } if !can_have_adopted(usual, raw.number, date) => {
                spoken_of(&|body| body == Body::Other)
            }
            _ => None,
        };
        other.or(Some(usual))
    }

    /// Who "its" means where no subject stands beside it: the enacting body, unless it can't have adopted this and the
    /// paragraph speaks of a body that can ("the Security Council …, as set out in its resolution 2139 (2014)").
    fn speaker(&self, raw: &RawCitation, named: &[RawBody], date: Option<Date>) -> Option<Body> {
        if self.enacting.is_some_and(|body| can_have_adopted(body, raw.number, date)) {
            return self.enacting;
        }
        let able = |date| {
            move |body: &RawBody| {
                self.meant(body.name, raw.number).filter(|body| can_have_adopted(*body, raw.number, date))
            }
        };
        // Of a body whose calendar nobody knows any date may be: it does not outdo one that numbers so.
        let acting_fits = self.enacting.is_some_and(|body| fits(body, raw.number));
        let speaks = |body: &RawBody| !acting_fits || body.name != BodyName::Full(Body::Other);
        let subject = |date| near(named, raw, |body| able(date)(body).filter(|_| !body.of_citation && speaks(body)));
        // "all resolutions adopted by the Human Rights Council, including its resolution 51/19": whose they are is said
        // where the possessive has the owner's gender; elsewhere it is an oversight.
        let owner = || near(named, raw, able(date)).filter(|_| self.data.citations.gendered_possessives);
        // Where nobody can have adopted it then, it is the date that is wrong: who met nearest to it is meant.
        let numbers_so = || {
            let acting = self.enacting.filter(|body| fits(*body, raw.number));
            acting.into_iter().chain(subject(None)).min_by_key(|body| years_between(*body, raw.number, date))
        };
        subject(date).or_else(owner).or_else(numbers_so).or(self.enacting)
    }

    /// The body whose way of numbering a number shows, given who acts and who was named.
    fn by_shape(&self, number: Number, date: Option<Date>) -> Option<Body> {
        let acting = self.enacting.filter(|body| *body != Body::Other && fits(*body, number));
        match number {
            Number::Running { .. } => Some(Body::SecurityCouncil),
            Number::Yearly { .. } => acting.or(Some(Body::EconomicAndSocialCouncil)),
            Number::Roman { session, .. } => {
                // Regional commissions still count their sessions in Roman numerals; the Council did so until 1977.
                let council = session.meetings == Meetings::Regular && date.is_none_or(|date| date.year() < 1978);
                if fits(Body::GeneralAssembly, number) {
                    Some(Body::GeneralAssembly)
                } else {
                    council.then_some(Body::EconomicAndSocialCouncil)
                }
            }
            Number::Session { session, .. } if session.meetings != Meetings::Regular => {
                acting.or(Some(Body::GeneralAssembly))
            }
            Number::Session { .. } => self.by_session(number, acting, date),
        }
    }

    /// The body of a number such as 65/230 or 22/8. Below 31 none is the Assembly's; from there on those of the Human
    /// Rights Council and of the older commissions look like the Assembly's, and the date tells them apart.
    fn by_session(&self, number: Number, acting: Option<Body>, date: Option<Date>) -> Option<Body> {
        let assembly = fits(Body::GeneralAssembly, number).then_some(Body::GeneralAssembly);
        if date.is_none() {
            return assembly.or(acting).or(self.sessional).or(Some(Body::HumanRightsCouncil));
        }
        // If the date fits nobody, it is the date that is wrong, as far as somebody is spoken of.
        self.held_by(number, date).or(assembly).or(acting)
    }

    /// The body that met at a date in the session that a number names: the Assembly before others, then those spoken of.
    fn held_by(&self, number: Number, date: Option<Date>) -> Option<Body> {
        let (session, date) = (number.session()?, date?);
        let spoken_of = [Some(Body::GeneralAssembly), self.enacting, self.sessional].into_iter().flatten();
        let commissions =
            [Body::HumanRightsCouncil, Body::CrimeCommission, Body::NarcoticsCommission, Body::StatusOfWomen];
        let mut candidates = spoken_of.chain(commissions).filter(|body| fits(*body, number));
        candidates.find(|body| session.years(*body).is_some_and(|years| includes(&years, date)))
    }
}

/// The first of the bodies around a citation that `able` accepts: those before it from the nearest on, then those after.
fn near(named: &[RawBody], raw: &RawCitation, able: impl Fn(&RawBody) -> Option<Body>) -> Option<Body> {
    let at = named.partition_point(|body| body.start < raw.span.start);
    let before = named[at.saturating_sub(NEAR)..at].iter().rev();
    let after = named[at..].iter().take(NEAR);
    before.chain(after).find_map(able)
}

/// Whether a body numbers so and, where a date is given and the calendar tells, met then.
fn can_have_adopted(body: Body, number: Number, date: Option<Date>) -> bool {
    let years = number.session().and_then(|session| session.years(body));
    fits(body, number) && years.zip(date).is_none_or(|(years, date)| includes(&years, date))
}

/// How many years lie between a date and the session that a body's number names; the most where the calendar or the
/// draft does not tell.
fn years_between(body: Body, number: Number, date: Option<Date>) -> u16 {
    let years = number.session().and_then(|session| session.years(body));
    let year = date.and_then(|date| u16::try_from(date.year()).ok());
    let between = |(years, year): (RangeInclusive<u16>, u16)| {
        years.start().saturating_sub(year).max(year.saturating_sub(*years.end()))
    };
    years.zip(year).map_or(u16::MAX, between)
}

fn includes(years: &RangeInclusive<u16>, date: Date) -> bool {
    u16::try_from(date.year()).is_ok_and(|year| years.contains(&year))
}

/// The body of a decision: the first that gives such numbers to its decisions. Lower numbers are of bodies that the registry
/// does not know.
fn by_decision(number: Number) -> Option<Body> {
    let bodies = [Body::GeneralAssembly, Body::EconomicAndSocialCouncil, Body::HumanRightsCouncil];
    bodies.into_iter().find(|body| fits(*body, number) && body.decides_as(number))
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
