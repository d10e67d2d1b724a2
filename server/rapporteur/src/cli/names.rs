//! Arguments that are names from a closed list.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use rapporteur_lint::settings::{Named, Vocabulary};

/// A parser that knows all names, so that help, completion and "did you mean" know them as well.
pub(super) fn named<T: Vocabulary + Send + Sync>() -> impl TypedValueParser<Value = Named<T>> {
    let names: Vec<&str> = T::entries().into_iter().map(|(name, _)| name).collect();
    PossibleValuesParser::new(names).try_map(|name| Named::from_name(&name))
}
