//! The versions of a draft in other languages, by the names of their files.

use std::path::{Path, PathBuf};

use rapporteur_draft::Language;
use tower_lsp::ls_types::Uri;

/// The versions that stand beside a draft: those with another code where the name of its file has that of its language
/// (`draft.fr.md`, `draft-fr.md`, `draft_fr.md`), or with the same name in the folder of another language (`fr/draft.md`).
pub(super) fn versions(path: &Path) -> Vec<(Language, Uri)> {
    let others = Language::all().flat_map(|language| candidates(path, language).map(move |path| (language, path)));
    let mut versions: Vec<(Language, Uri)> = Vec::new();
    for (language, candidate) in others {
        if candidate != path
            && !versions.iter().any(|(known, _)| *known == language)
            && candidate.is_file()
            && let Some(uri) = Uri::from_file_path(&candidate)
        {
            versions.push((language, uri));
        }
    }
    versions
}

/// What the version in a language may be called.
fn candidates(path: &Path, language: Language) -> impl Iterator<Item = PathBuf> {
    [in_name(path, language), in_folder(path, language)].into_iter().flatten()
}

fn in_name(path: &Path, language: Language) -> Option<PathBuf> {
    let (stem, ending) = (path.file_stem()?.to_str()?, path.extension()?.to_str()?);
    let at = stem.rfind(['.', '-', '_'])?;
    Language::from_code(&stem[at + 1..])?;
    Some(path.with_file_name(format!("{}{}.{ending}", &stem[..=at], language.code())))
}

fn in_folder(path: &Path, language: Language) -> Option<PathBuf> {
    let folder = path.parent()?;
    Language::from_code(folder.file_name()?.to_str()?)?;
    Some(folder.with_file_name(language.code()).join(path.file_name()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn versions_stand_beside_a_draft() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["fr", "en"] {
            fs::create_dir(at(name)).unwrap();
        }
        for name in ["a.en.md", "a.fr.md", "a-zh.md", "b_en.md", "b_ar.md", "fr/c.md", "en/c.md", "en/d.md", "plain.md"]
        {
            fs::write(at(name), "").unwrap();
        }
        let codes =
            |name: &str| versions(&at(name)).into_iter().map(|(language, _)| language.code()).collect::<Vec<_>>();
        assert_eq!(codes("a.en.md"), ["fr"]);
        assert_eq!(codes("b_ar.md"), ["en"]);
        assert_eq!(codes("fr/c.md"), ["en"]);
        assert_eq!(codes("en/d.md"), [""; 0]);
        assert_eq!(codes("plain.md"), [""; 0]);
    }
}
