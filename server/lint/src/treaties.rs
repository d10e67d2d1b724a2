//! Where treaties are printed: the volumes of the *Treaty Series* under the numbers of registration.
//!
//! `data/treaties.tsv` has them in two columns: `cited`, those that the notes of published resolutions give, and `unverified`,
//! those of other multilateral treaties, which no official text confirms. A project adds its own in `rapporteur.toml`.

use std::{collections::BTreeMap, sync::OnceLock};

use crate::Settings;

/// A treaty of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Treaty {
    /// Where it is printed, and its protocols that are registered under the same number.
    pub volumes: Vec<Volume>,
    /// What it is called in English; empty for a treaty of the project.
    pub name: &'static str,
}

/// A volume in which a treaty is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Volume {
    /// Its number.
    pub number: u32,
    /// Whether a published resolution, or the project, says so.
    pub is_certain: bool,
}

/// The treaty that is registered under a number, where it is known.
pub(crate) fn registered(number: u32, settings: &Settings) -> Option<Treaty> {
    let known = table().get(&number).cloned();
    let Some(volume) = settings.treaties.get(&number) else { return known };
    let mut treaty = known.unwrap_or(Treaty { volumes: Vec::new(), name: "" });
    treaty.volumes.push(Volume { number: *volume, is_certain: true });
    Some(treaty)
}

/// What the treaty that is registered under a number is called in English, where that is known.
pub fn name_of(number: u32) -> Option<&'static str> {
    Some(table().get(&number)?.name).filter(|name| !name.is_empty())
}

/// The treaties that are known under some settings, by their numbers.
pub fn treaties(settings: &Settings) -> impl Iterator<Item = (u32, Treaty)> {
    let own = settings.treaties.keys().filter(|number| !table().contains_key(number));
    table().keys().chain(own).filter_map(|number| Some((*number, registered(*number, settings)?)))
}

/// The numbers of the known treaties that a volume has, each with whether that is certain.
pub(crate) fn numbers_in(volume: u32, settings: &Settings) -> impl Iterator<Item = (u32, bool)> {
    let own = settings.treaties.iter().filter(move |(_, own)| **own == volume).map(|(number, _)| (*number, true));
    let known = table().iter().filter_map(move |(number, treaty)| {
        let found = treaty.volumes.iter().find(|known| known.number == volume)?;
        Some((*number, found.is_certain))
    });
    known.chain(own)
}

fn table() -> &'static BTreeMap<u32, Treaty> {
    static TABLE: OnceLock<BTreeMap<u32, Treaty>> = OnceLock::new();
    TABLE.get_or_init(|| include_str!("../data/treaties.tsv").lines().skip(1).filter_map(row).collect())
}

fn row(row: &'static str) -> Option<(u32, Treaty)> {
    let mut columns = row.split('\t');
    let number = columns.next()?.parse().ok()?;
    let [cited, unverified] = [columns.next()?, columns.next()?];
    let volumes = |column: &'static str, is_certain| {
        column.split(',').filter_map(move |volume| Some(Volume { number: volume.parse().ok()?, is_certain }))
    };
    let volumes = volumes(cited, true).chain(volumes(unverified, false)).collect();
    Some((number, Treaty { volumes, name: columns.next()? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(table().len() + 1, include_str!("../data/treaties.tsv").lines().count());
        assert!(table().values().all(|treaty| !treaty.volumes.is_empty() && !treaty.name.is_empty()));
    }

    #[test]
    fn a_project_adds_its_own() {
        let mut settings = Settings::default();
        settings.treaties.extend([(39574, 9999), (70000, 3400)]);
        let volumes = |number| {
            let treaty = registered(number, &settings)?;
            Some(treaty.volumes.iter().map(|volume| volume.number).collect::<Vec<_>>())
        };
        assert_eq!(volumes(39574), Some(vec![2225, 2237, 2241, 2326, 9999]));
        assert_eq!(volumes(70000), Some(vec![3400]));
        assert_eq!(volumes(1), None);
        assert_eq!(numbers_in(3400, &settings).collect::<Vec<_>>(), [(70000, true)]);
    }

    #[test]
    fn what_no_published_text_says_is_uncertain() {
        let settings = Settings::default();
        let certain =
            |number| registered(number, &settings).unwrap().volumes.iter().map(|v| v.is_certain).collect::<Vec<_>>();
        assert_eq!(certain(30822), [true, false]);
        assert_eq!(numbers_in(500, &settings).collect::<Vec<_>>(), [(7310, false)]);
    }
}
