//! The TextMate grammars are what their sources and the words of the languages make. `RAPPORTEUR_UPDATE=1` writes them.

use std::{env, fs, path::Path};

use rapporteur_grammars::textmate::GRAMMARS;

#[test]
fn the_grammars_are_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("textmate");
    for grammar in GRAMMARS {
        let path = folder.join(grammar.file);
        let wanted = grammar.text().unwrap();
        if env::var_os("RAPPORTEUR_UPDATE").is_some() {
            fs::write(&path, &wanted).unwrap();
        }
        let found = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            found == wanted,
            "{} is stale; RAPPORTEUR_UPDATE=1 cargo test -p rapporteur-grammars --test textmate writes it",
            path.display()
        );
    }
}
