//! One handler a file, named after its message.

pub(super) mod code_action;
pub(super) mod completion;
pub(super) mod configuration;
pub(super) mod diagnostic;
pub(super) mod did_change;
pub(super) mod did_close;
pub(super) mod did_open;
pub(super) mod did_save;
pub(super) mod document_link;
pub(super) mod hover;
pub(super) mod initialize;
pub(super) mod initialized;
pub(super) mod watched_files;
