//! The server under any client: what goes over the wire is wrong, late, too much, or nobody is there any more.

#[path = "../support/mod.rs"]
mod support;

mod cancellation;
mod clients;
mod edits;
mod framing;
mod many_drafts;
mod order;
mod requests;
mod transport;
