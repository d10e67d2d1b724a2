//! The bodies whose resolutions have numbers of their own.

use std::ops::RangeInclusive;

use crate::Number;

/// A body that adopts numbered resolutions or decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Body {
    /// The General Assembly: `65/230`, `S-8/1`, `ES-10/20`, before 1976 `1514 (XV)`.
    GeneralAssembly = 0,
    /// The Security Council: `1325 (2000)`; presidential statements `S/PRST/2009/9`.
    SecurityCouncil = 1,
    /// The Economic and Social Council: `2012/19`, before 1978 `1503 (XLVIII)`.
    EconomicAndSocialCouncil = 2,
    /// The Human Rights Council: `26/4`, `S-17/1`.
    HumanRightsCouncil = 3,
    /// The Commission on Human Rights (until 2006): `2002/72`.
    CommissionOnHumanRights = 4,
    /// The Commission on Crime Prevention and Criminal Justice: `22/8`.
    CrimeCommission = 5,
    /// The Commission on Narcotic Drugs: `58/7`.
    NarcoticsCommission = 6,
    /// The Commission on the Status of Women: `60/2`.
    StatusOfWomen = 7,
    /// The Commission on Population and Development: `2016/1`.
    PopulationCommission = 8,
    /// The Commission for Social Development: `44/1`.
    SocialCommission = 9,
    /// The Trusteeship Council: `2183 (LIII)`.
    TrusteeshipCouncil = 10,
    /// The United Nations Environment Assembly: `5/14`.
    EnvironmentAssembly = 11,
    /// A body that the registry knows nothing of (World Health Assembly, a regional commission …).
    Other = 12,
}

/// Everything that is fixed about a body, in the order of the enum.
struct Facts {
    body: Body,
    /// The key under which the language data files name it.
    key: &'static str,
    /// What stands before the number in the symbol of a resolution, of a decision, of a statement.
    prefixes: [&'static str; 3],
}

const FACTS: [Facts; 13] = [
    Facts { body: Body::GeneralAssembly, key: "ga", prefixes: ["A/RES/", "A/DEC/", ""] },
    Facts { body: Body::SecurityCouncil, key: "sc", prefixes: ["S/RES/", "S/DEC/", "S/PRST/"] },
    Facts { body: Body::EconomicAndSocialCouncil, key: "ecosoc", prefixes: ["E/RES/", "E/DEC/", ""] },
    Facts { body: Body::HumanRightsCouncil, key: "hrc", prefixes: ["A/HRC/RES/", "A/HRC/DEC/", "A/HRC/PRST/"] },
    Facts { body: Body::CommissionOnHumanRights, key: "chr", prefixes: ["E/CN.4/RES/", "E/CN.4/DEC/", ""] },
    Facts { body: Body::CrimeCommission, key: "ccpcj", prefixes: ["CCPCJ/", "CCPCJ/DEC/", ""] },
    Facts { body: Body::NarcoticsCommission, key: "cnd", prefixes: ["CND/", "CND/DEC/", ""] },
    Facts { body: Body::StatusOfWomen, key: "csw", prefixes: ["CSW/", "CSW/DEC/", ""] },
    Facts { body: Body::PopulationCommission, key: "cpd", prefixes: ["CPD/", "CPD/DEC/", ""] },
    Facts { body: Body::SocialCommission, key: "csocd", prefixes: ["CSocD/", "CSocD/DEC/", ""] },
    Facts { body: Body::TrusteeshipCouncil, key: "tc", prefixes: ["T/RES/", "T/DEC/", ""] },
    Facts { body: Body::EnvironmentAssembly, key: "unea", prefixes: ["UNEA/", "UNEA/DEC/", ""] },
    Facts { body: Body::Other, key: "other", prefixes: ["", "", ""] },
];

impl Body {
    /// Every body, in the order of their discriminants.
    pub fn all() -> impl Iterator<Item = Body> {
        FACTS.iter().map(|facts| facts.body)
    }

    /// The key of the body in data files: `ga`, `sc`, `ecosoc`, `hrc`, `ccpcj` …
    pub fn key(self) -> &'static str {
        FACTS[self as usize].key
    }

    /// The body with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Body> {
        FACTS.iter().find(|facts| facts.key == key).map(|facts| facts.body)
    }

    /// What stands before the number in a symbol of this kind; empty where the body has none.
    pub fn prefix(self, kind: crate::Kind) -> &'static str {
        FACTS[self as usize].prefixes[kind as usize]
    }

    /// The numbers that the decisions of the body have in the session or year that a number names, while its resolutions
    /// count from 1 and never come so far; `None` where the body numbers otherwise. The last is a number that no series
    /// of decisions has reached.
    pub fn decision_numbers(self, number: Number) -> Option<RangeInclusive<u16>> {
        let first = match (self, number) {
            (Body::GeneralAssembly, Number::Session { session, .. }) if session.ordinal >= 57 => 401,
            (Body::GeneralAssembly, Number::Session { .. }) => 301,
            (Body::EconomicAndSocialCouncil, Number::Yearly { .. }) => 201,
            (Body::HumanRightsCouncil, Number::Session { .. }) => 101,
            _ => return None,
        };
        Some(first..=first + 298)
    }

    /// Whether a number is one that the body gives to its decisions, see [`Body::decision_numbers`].
    pub fn decides_as(self, number: Number) -> bool {
        self.decision_numbers(number).is_some_and(|numbers| numbers.contains(&number.ordinal()))
    }

    /// The body with this discriminant.
    pub(crate) fn from_code(code: u8) -> Option<Body> {
        FACTS.get(usize::from(code)).map(|facts| facts.body)
    }

    /// Whether the body numbers by its sessions (`22/8`), and is not the General Assembly.
    pub fn is_sessional_subsidiary(self) -> bool {
        matches!(
            self,
            Body::HumanRightsCouncil
                | Body::CrimeCommission
                | Body::NarcoticsCommission
                | Body::StatusOfWomen
                | Body::SocialCommission
                | Body::EnvironmentAssembly
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_stand_in_the_order_of_the_enum() {
        for (code, body) in Body::all().enumerate() {
            assert_eq!(body as usize, code);
            assert_eq!(Body::from_key(body.key()), Some(body));
        }
    }
}
