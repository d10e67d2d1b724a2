//! All rules, one file each.

mod abbreviation_form;
mod accented_capital;
mod acronym_forbidden;
mod acronym_redefined;
mod acronym_undefined;
mod acronym_variant;
mod adoption_line;
mod also_position;
mod annex_numbering;
mod bis_numbering;
mod bracketed_text;
mod citation_body;
mod citation_connector;
mod citation_date;
mod citation_date_missing;
mod citation_date_repeated;
mod citation_decision;
mod citation_duplicate;
mod citation_hybrid;
mod citation_link;
mod citation_number;
mod citation_order;
mod citation_report;
mod citation_session;
mod citation_shared_date;
mod citation_short_form;
mod citation_title;
mod citation_unknown;
mod citation_year;
mod cross_reference;
mod cross_reference_vague;
mod dash;
mod date_first;
mod date_format;
mod date_invalid;
mod date_month_pair;
mod date_range;
mod double_space;
mod element_order;
mod enacting_line;
mod footnote_duplicate;
mod footnote_lost_superscript;
mod footnote_placement;
mod footnote_sequence;
mod footnote_undefined;
mod footnote_unused;
mod instruction_unknown;
mod ligature;
mod masthead_consistency;
mod masthead_symbol;
mod mixed_apostrophes;
mod number_sign;
mod ocr_confusion;
mod official_records;
mod operative_punctuation;
mod operative_verb_italics;
mod ordinal_form;
mod paragraph_label;
mod paragraph_numbering;
mod paragraph_split;
mod paragraph_unnumbered;
mod preamble_numbered;
mod preamble_punctuation;
mod preambular_verb_italics;
mod quotation_marks;
mod section_sequence;
mod session_next;
mod shared;
mod single_operative_numbered;
mod space_before_apostrophe;
mod space_before_punctuation;
mod spelling_ize;
mod split_word;
mod subparagraph_homoglyph;
mod subparagraph_label;
mod subparagraph_sequence;
pub(crate) mod suppression_unused;
mod symbol_broken;
mod symbol_malformed;
mod symbol_near_miss;
mod title_abbreviation;
mod title_missing;
mod title_unexpected;
mod treaty_form;
mod treaty_known;
mod verb_agreement;
mod verb_case;
mod verb_italics_extent;
mod verb_mood;
mod verb_repeat_orphan;
mod verb_repeated;
mod verb_unknown;
mod wrong_script_punctuation;
mod year_article;

use crate::Rule;
pub use citation_date_missing::date_insertion;
pub use shared::{
    enumerations::{next_in_list, relabel_from},
    notes::written as written_label,
    renumber::{Next, Unmovable, next_in_sequence, renumber_from},
};

pub use shared::repeats::due_behind;

/// Every rule, in the order of their names.
pub const ALL: &[Rule] = &[
    abbreviation_form::RULE,
    accented_capital::RULE,
    acronym_forbidden::RULE,
    acronym_redefined::RULE,
    acronym_undefined::RULE,
    acronym_variant::RULE,
    adoption_line::RULE,
    also_position::RULE,
    annex_numbering::RULE,
    bis_numbering::RULE,
    bracketed_text::RULE,
    citation_body::RULE,
    citation_connector::RULE,
    citation_date::RULE,
    citation_date_missing::RULE,
    citation_date_repeated::RULE,
    citation_decision::RULE,
    citation_duplicate::RULE,
    citation_hybrid::RULE,
    citation_link::RULE,
    citation_number::RULE,
    citation_order::RULE,
    citation_report::RULE,
    citation_session::RULE,
    citation_shared_date::RULE,
    citation_short_form::RULE,
    citation_title::RULE,
    citation_unknown::RULE,
    citation_year::RULE,
    cross_reference::RULE,
    cross_reference_vague::RULE,
    dash::RULE,
    date_first::RULE,
    date_format::RULE,
    date_invalid::RULE,
    date_month_pair::RULE,
    date_range::RULE,
    double_space::RULE,
    element_order::RULE,
    enacting_line::RULE,
    footnote_duplicate::RULE,
    footnote_lost_superscript::RULE,
    footnote_placement::RULE,
    footnote_sequence::RULE,
    footnote_undefined::RULE,
    footnote_unused::RULE,
    instruction_unknown::RULE,
    ligature::RULE,
    masthead_consistency::RULE,
    masthead_symbol::RULE,
    mixed_apostrophes::RULE,
    number_sign::RULE,
    ocr_confusion::RULE,
    official_records::RULE,
    operative_punctuation::RULE,
    operative_verb_italics::RULE,
    ordinal_form::RULE,
    paragraph_label::RULE,
    paragraph_numbering::RULE,
    paragraph_split::RULE,
    paragraph_unnumbered::RULE,
    preamble_numbered::RULE,
    preamble_punctuation::RULE,
    preambular_verb_italics::RULE,
    quotation_marks::RULE,
    section_sequence::RULE,
    session_next::RULE,
    single_operative_numbered::RULE,
    space_before_apostrophe::RULE,
    space_before_punctuation::RULE,
    spelling_ize::RULE,
    split_word::RULE,
    subparagraph_homoglyph::RULE,
    subparagraph_label::RULE,
    subparagraph_sequence::RULE,
    suppression_unused::RULE,
    symbol_broken::RULE,
    symbol_malformed::RULE,
    symbol_near_miss::RULE,
    title_abbreviation::RULE,
    title_missing::RULE,
    title_unexpected::RULE,
    treaty_form::RULE,
    treaty_known::RULE,
    verb_agreement::RULE,
    verb_case::RULE,
    verb_italics_extent::RULE,
    verb_mood::RULE,
    verb_repeat_orphan::RULE,
    verb_repeated::RULE,
    verb_unknown::RULE,
    wrong_script_punctuation::RULE,
    year_article::RULE,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Example, Finding, Settings, apply, check, rule::Languages};
    use rapporteur_draft::{Draft, Hints};
    use rapporteur_registry::Registry;

    fn findings(rule: &Rule, example: &str) -> Vec<Finding> {
        let draft = Draft::read(example, &Hints::default());
        let mut findings = check(example, &draft, &Registry::embedded(), &Settings::default());
        findings.retain(|finding| finding.rule == rule.name);
        findings
    }

    #[test]
    fn examples_in_the_documentation_hold() {
        for rule in ALL {
            let examples: Vec<Example> = rule.examples().collect();
            let languages: &[&str] = match rule.languages {
                Languages::All => &["en", "fr"],
                Languages::Only(codes) => codes,
            };
            for &language in languages {
                assert!(
                    examples.iter().any(|e| e.wrong && e.language == language),
                    "{}: no example in {language}",
                    rule.name
                );
            }
            for (index, example) in examples.iter().enumerate() {
                let found = findings(rule, example.text);
                assert_eq!(example.wrong, !found.is_empty(), "{}: {}", rule.name, example.text);
                let draft = Draft::read(example.text, &Hints::default());
                assert_eq!(draft.language.code(), example.language, "{}", example.text);
                let next = examples.get(index + 1).filter(|next| example.wrong && !next.wrong);
                let Some(right) = next else { continue };
                let mut text = example.text.to_owned();
                while let Some(fix) = findings(rule, &text).into_iter().find_map(|finding| finding.fix) {
                    text = apply(&text, &fix.edits);
                }
                assert_eq!(text, right.text, "{}: the fix", rule.name);
            }
        }
    }

    #[test]
    fn rules_stand_in_the_order_of_their_names_and_say_what_they_check() {
        assert!(ALL.is_sorted_by_key(|rule| rule.name));
        for rule in ALL {
            assert!(rule.summary().ends_with('.') && rule.summary().len() <= 120, "{}: {}", rule.name, rule.summary());
        }
    }
}
