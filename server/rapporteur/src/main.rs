//! Language server and linter for draft resolutions of the United Nations.

fn main() {}
