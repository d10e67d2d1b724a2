//! Grammars of draft resolutions for editors: their word lists, made of the data files from which the server reads too, and
//! the tree-sitter grammar, compiled, for tests and for whoever parses drafts in Rust.

pub mod header;
pub mod textmate;
pub mod words;

use tree_sitter_language::LanguageFn;

#[allow(unsafe_code, reason = "the parser is generated in C, and this is how it is called")]
mod parser {
    unsafe extern "C" {
        pub(super) fn tree_sitter_resolution() -> *const ();
    }
}

/// The tree-sitter language `resolution`.
#[allow(unsafe_code, reason = "the function gives a table that is never changed")]
pub const LANGUAGE: LanguageFn = unsafe { LanguageFn::from_raw(parser::tree_sitter_resolution) };
