//! Where documents are found on the web.

use crate::{Body, Kind, Symbol};

/// The page of a document at the United Nations' own resolver, in the language with this ISO 639-1 code:
/// `https://undocs.org/fr/A/HRC/17/26`. The symbol may be printed with spaces (`S/RES/1325 (2000)`); the page has it
/// without.
pub fn document_address(symbol: &str, language: &str) -> String {
    let symbol: String = symbol.chars().filter(|c| !c.is_whitespace()).collect();
    format!("https://undocs.org/{language}/{symbol}")
}

impl Symbol {
    /// The page of the text in the language with this ISO 639-1 code, see [`document_address`]. `None` where the text is
    /// no document of its own but stands in a report of its body, as those of the functional commissions do.
    pub fn address(self, language: &str) -> Option<String> {
        use Body::*;
        let issued = match self.body {
            SecurityCouncil => self.kind != Kind::Decision,
            GeneralAssembly
            | EconomicAndSocialCouncil
            | HumanRightsCouncil
            | CommissionOnHumanRights
            | TrusteeshipCouncil => true,
            _ => false,
        };
        issued.then(|| document_address(&self.to_string(), language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_have_the_symbol_without_spaces() {
        let address = |text: &str| text.parse::<Symbol>().unwrap().address("fr");
        for (symbol, page) in [
            ("A/RES/74/173", "https://undocs.org/fr/A/RES/74/173"),
            ("A/RES/217 A (III)", "https://undocs.org/fr/A/RES/217A(III)"),
            ("S/RES/1325 (2000)", "https://undocs.org/fr/S/RES/1325(2000)"),
        ] {
            assert_eq!(address(symbol).as_deref(), Some(page));
        }
        assert_eq!(document_address("A/HRC/17/26", "zh"), "https://undocs.org/zh/A/HRC/17/26");
    }

    #[test]
    fn what_stands_in_a_report_has_no_page() {
        assert_eq!("CCPCJ/22/8".parse::<Symbol>().unwrap().address("en"), None);
    }
}
