//! The TextMate grammars are what their sources and the words of the languages make. `RAPPORTEUR_UPDATE=1` writes them.

#[path = "../../tests/support/committed.rs"]
mod committed;

use std::path::Path;

use committed::assert_current;
use rapporteur_grammars::textmate::GRAMMARS;

#[test]
fn the_grammars_are_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("textmate");
    for grammar in GRAMMARS {
        assert_current(&folder.join(grammar.file), &grammar.text().unwrap());
    }
}
