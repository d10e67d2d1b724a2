//! The JSON schema of the settings, as far as keys and values are concerned.

use std::sync::OnceLock;

use rapporteur_lint::settings::Options;
use serde_json::Value;

/// What a key has for its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    List,
    Table,
    /// A list of tables.
    Tables,
    Other,
}

/// A place in the schema.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node(&'static Value);

impl Node {
    /// What the file as a whole may have.
    pub(super) fn root() -> Node {
        static SCHEMA: OnceLock<Value> = OnceLock::new();
        Node(SCHEMA.get_or_init(|| Options::schema().to_value()))
    }

    /// What stands under a path of keys.
    pub(super) fn at(self, path: &[String]) -> Option<Node> {
        path.iter().try_fold(self, |node, key| node.child(key))
    }

    /// What stands under a key; for a list of tables that of its tables.
    pub(super) fn child(self, key: &str) -> Option<Node> {
        let own = self.table();
        let named = own.0.get("properties").and_then(|properties| properties.get(key));
        let others = own.0.get("additionalProperties").filter(|other| other.is_object());
        let by_pattern = || own.0.get("patternProperties")?.as_object()?.values().next();
        named.or(others).or_else(by_pattern).map(Node)
    }

    /// The keys that it may have.
    pub(super) fn keys(self) -> Vec<&'static str> {
        let properties = self.table().0.get("properties").and_then(Value::as_object);
        properties.map(|properties| properties.keys().map(String::as_str).collect()).unwrap_or_default()
    }

    /// The values that it may have, or that its items may have.
    pub(super) fn values(self) -> Vec<&'static str> {
        let own = self.0.get("enum").or_else(|| self.0.get("items")?.get("enum")).and_then(Value::as_array);
        own.map(|values| values.iter().filter_map(Value::as_str).collect()).unwrap_or_default()
    }

    /// What is said of it.
    pub(super) fn description(self) -> Option<&'static str> {
        self.0.get("description").and_then(Value::as_str)
    }

    /// What it has for its value.
    pub(super) fn kind(self) -> Kind {
        match self.types().next() {
            Some("string") => Kind::Text,
            Some("array") if self.0.get("items").is_some_and(|items| items.get("$ref").is_some()) => Kind::Tables,
            Some("array") => Kind::List,
            Some("object") => Kind::Table,
            _ => Kind::Other,
        }
    }

    fn types(self) -> impl Iterator<Item = &'static str> {
        let named = self.0.get("type");
        let several = named.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        named.and_then(Value::as_str).into_iter().chain(several)
    }

    /// The table itself, for a list of tables that of each.
    fn table(self) -> Node {
        let reference = self.0.get("items").and_then(|items| items.get("$ref")).and_then(Value::as_str);
        let definition =
            reference.and_then(|path| path.strip_prefix('#')).and_then(|path| Node::root().0.pointer(path));
        definition.map_or(self, Node)
    }
}
