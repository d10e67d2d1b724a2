//! Language server and linter for draft resolutions of the United Nations.

mod position;

fn main() {}
