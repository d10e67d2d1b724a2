//! Patterns for the paths of drafts.

use std::borrow::Cow;

use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, de};

/// Glob patterns, relative to the folder of `rapporteur.toml`.
///
/// As in ignore files, a pattern without a slash matches a name in any folder, and one that matches a folder matches
/// all that is in it.
#[derive(Clone, Debug, Default)]
pub struct Patterns {
    written: Vec<String>,
    set: GlobSet,
}

impl Patterns {
    /// Compiles patterns; the error says which is wrong, and why.
    pub fn new(written: Vec<String>) -> Result<Patterns, String> {
        let mut builder = GlobSetBuilder::new();
        for pattern in &written {
            let trimmed = pattern.trim_start_matches("./").trim_end_matches('/');
            let anywhere = if trimmed.contains('/') { "" } else { "**/" };
            let anchored = trimmed.trim_start_matches('/');
            for glob in [format!("{anywhere}{anchored}"), format!("{anywhere}{anchored}/**")] {
                builder.add(compile(&glob).map_err(|error| format!("`{pattern}` is not a pattern: {}", error.kind()))?);
            }
        }
        let set = builder.build().map_err(|error| format!("the patterns are too large: {error}"))?;
        Ok(Patterns { written, set })
    }

    /// Whether one of the patterns matches a path, which is written with slashes.
    pub fn matches(&self, path: &str) -> bool {
        self.set.is_match(path)
    }

    /// The patterns as they were written.
    pub fn written(&self) -> &[String] {
        &self.written
    }
}

fn compile(pattern: &str) -> Result<Glob, globset::Error> {
    GlobBuilder::new(pattern).literal_separator(true).build()
}

impl<'de> Deserialize<'de> for Patterns {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Patterns::new(Vec::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

impl JsonSchema for Patterns {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "patterns".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<String>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patterns(pattern: &str) -> Patterns {
        Patterns::new(vec![pattern.to_owned()]).unwrap()
    }

    #[test]
    fn a_pattern_without_a_slash_matches_in_any_folder() {
        assert!(patterns("*.md").matches("a/b/c.md"));
        assert!(patterns("archive").matches("2019/archive/a.md"));
        assert!(!patterns("archive").matches("2019/archived.md"));
    }

    #[test]
    fn a_pattern_with_a_slash_starts_at_the_folder_of_the_file() {
        assert!(patterns("drafts/*.md").matches("drafts/a.md"));
        assert!(!patterns("drafts/*.md").matches("old/drafts/a.md"));
        assert!(!patterns("drafts/*.md").matches("drafts/old/a.md"));
        assert!(patterns("/archive").matches("archive/2019/a.md"));
        assert!(!patterns("/archive").matches("2019/archive/a.md"));
        assert!(patterns("./archive/").matches("archive/a.md"));
    }

    #[test]
    fn what_is_no_pattern_is_said() {
        let error = Patterns::new(vec!["a[".to_owned()]).unwrap_err();
        assert!(error.starts_with("`a[` is not a pattern: "), "{error}");
    }
}
