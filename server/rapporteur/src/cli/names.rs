//! Arguments that are names from a closed list.

use std::{ffi::OsStr, marker::PhantomData};

use clap::{
    Arg, Command, Error,
    builder::{PossibleValue, StringValueParser, TypedValueParser},
};
use rapporteur_lint::settings::{Named, Vocabulary};

/// A parser that knows all names, so that help and completion know them as well.
pub(super) fn named<T: Vocabulary + Send + Sync>() -> impl TypedValueParser<Value = Named<T>> {
    NameParser(PhantomData)
}

/// Reads names as settings files do, and says the same of one that does not exist.
#[derive(Clone)]
struct NameParser<T>(PhantomData<T>);

impl<T: Vocabulary + Send + Sync> TypedValueParser for NameParser<T> {
    type Value = Named<T>;

    fn parse_ref(&self, command: &Command, argument: Option<&Arg>, value: &OsStr) -> Result<Named<T>, Error> {
        StringValueParser::new().try_map(|name| Named::from_name(&name)).parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(T::entries().into_iter().map(|(name, _)| PossibleValue::new(name))))
    }
}
