//! Where documents are found on the web.

use crate::{Body, Kind, Symbol};

/// The page of a document at the United Nations' own resolver, in the language with this ISO 639-1 code:
/// `https://undocs.org/fr/A/HRC/17/26`. The symbol may be printed with spaces (`S/RES/1325 (2000)`); the page has it
/// without. What can't stand in an address is percent-encoded.
pub fn document_address(symbol: &str, language: &str) -> String {
    let mut address = format!("https://undocs.org/{language}/");
    for byte in symbol.split_whitespace().flat_map(str::bytes) {
        if byte.is_ascii_alphanumeric() || b"/.-_()".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

impl Symbol {
    /// The page of the text in the language with this ISO 639-1 code, see [`document_address`].
    ///
    /// `None` where the text is no document of its own: decisions of the Assembly and of the Council stand in a volume
    /// of official records, the resolutions of the functional commissions in a report.
    pub fn address(self, language: &str) -> Option<String> {
        use Body::*;
        let document = match (self.body, self.kind) {
            (GeneralAssembly | EconomicAndSocialCouncil | CommissionOnHumanRights | TrusteeshipCouncil, kind) => {
                (kind == Kind::Resolution).then(|| self.to_string())
            }
            (SecurityCouncil, kind) => (kind != Kind::Decision).then(|| self.to_string()),
            (HumanRightsCouncil, _) => Some(self.to_string()),
            // `UNEP/EA.5/Res.14`.
            (EnvironmentAssembly, Kind::Resolution) => {
                let session = self.number.session()?.ordinal;
                Some(format!("UNEP/EA.{session}/Res.{}", self.number.ordinal()))
            }
            _ => None,
        };
        document.map(|document| document_address(&document, language))
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
            ("A/RES/S-30/1", "https://undocs.org/fr/A/RES/S-30/1"),
            ("S/PRST/2009/9", "https://undocs.org/fr/S/PRST/2009/9"),
            ("A/HRC/RES/S-17/1", "https://undocs.org/fr/A/HRC/RES/S-17/1"),
            ("A/HRC/DEC/2/105", "https://undocs.org/fr/A/HRC/DEC/2/105"),
            ("UNEA/5/14", "https://undocs.org/fr/UNEP/EA.5/Res.14"),
        ] {
            assert_eq!(address(symbol).as_deref(), Some(page));
        }
        assert_eq!(document_address("A/HRC/17/26", "zh"), "https://undocs.org/zh/A/HRC/17/26");
        assert_eq!(document_address("A/75/6 (Sect. 4)*", "en"), "https://undocs.org/en/A/75/6(Sect.4)%2A");
    }

    #[test]
    fn what_stands_in_a_report_has_no_page() {
        for symbol in ["CCPCJ/22/8", "CND/58/7", "A/DEC/74/567", "E/DEC/2020/200"] {
            assert_eq!(symbol.parse::<Symbol>().unwrap().address("en"), None, "{symbol}");
        }
    }
}
