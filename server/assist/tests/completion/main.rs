//! Completion in drafts, by what is completed. The cursor is written as `|`.

mod acronyms;
mod bodies;
mod documents;
mod instructions;
mod notes;
mod quiet;
mod references;
mod resolutions;
mod snippets;
mod support;
mod treaties;
mod verbs;
