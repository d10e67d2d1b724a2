//! The rules for draft resolutions, their findings and fixes.
//!
//! [`check()`] is the one function that both the editor and the command line call. It takes a text that has been read,
//! the registry and the settings, and gives the findings in the order of the text. It knows no files and no protocol.

mod acronyms;
pub mod batch;
mod check;
mod edits;
mod finding;
mod fix;
mod ignoring;
mod instruction;
mod locale;
pub mod names;
mod page;
mod rule;
mod rules;
pub mod settings;
mod suppress;
mod treaties;

pub use check::{Which, broken_rules, check, check_with};
pub use edits::{apply, compose, trimmed};
pub use finding::{Applicability, Edit, Finding, Fix, Related, Severity};
pub use fix::{Fixed, fix_all, fix_rule, fix_where, goes_with_rule};
pub use ignoring::{ignoring, ignoring_in_file};
pub use instruction::{INSTRUCTIONS, instruction_settings, rules_named};
pub use locale::{Catalogue, Locale};
pub use page::Example;
pub use rule::{Languages, Rule, Scope, Subject};
pub use rules::{
    ALL as RULES, Next, Unmovable, date_insertion, due_behind, next_in_list, next_in_sequence, relabel_from,
    renumber_from, written_label,
};
pub use settings::Settings;
pub use treaties::{Treaty, Volume, name_of as treaty_name, treaties};
