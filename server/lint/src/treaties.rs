//! Where treaties are printed: the volumes of the *Treaty Series* under the numbers of registration.
//!
//! `data/treaties.tsv` has those that notes of published resolutions cite, and other multilateral ones; a project adds its
//! own in `rapporteur.toml`.

use std::{collections::BTreeMap, sync::OnceLock};

use crate::Settings;

/// A treaty of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Treaty {
    /// The volumes in which it is printed, and those of its protocols that are registered under the same number.
    pub(crate) volumes: Vec<u32>,
    /// What it is called in English; empty for a treaty of the project.
    pub(crate) name: &'static str,
}

/// The treaty that is registered under a number, where it is known.
pub(crate) fn registered(number: u32, settings: &Settings) -> Option<Treaty> {
    let known = table().get(&number).cloned();
    let Some(volume) = settings.treaties.get(&number) else { return known };
    let mut treaty = known.unwrap_or(Treaty { volumes: Vec::new(), name: "" });
    treaty.volumes.push(*volume);
    Some(treaty)
}

/// The numbers of the known treaties that a volume has.
pub(crate) fn numbers_in(volume: u32, settings: &Settings) -> impl Iterator<Item = u32> {
    let own = settings.treaties.iter().filter(move |(_, own)| **own == volume).map(|(number, _)| *number);
    let known = table().iter().filter(move |(_, treaty)| treaty.volumes.contains(&volume)).map(|(number, _)| *number);
    known.chain(own)
}

fn table() -> &'static BTreeMap<u32, Treaty> {
    static TABLE: OnceLock<BTreeMap<u32, Treaty>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let rows = include_str!("../data/treaties.tsv").lines().skip(1);
        rows.filter_map(|row| {
            let (number, rest) = row.split_once('\t')?;
            let (volumes, name) = rest.split_once('\t')?;
            let volumes = volumes.split(',').filter_map(|volume| volume.parse().ok()).collect();
            Some((number.parse().ok()?, Treaty { volumes, name }))
        })
        .collect()
    })
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
        let volumes = |number| registered(number, &settings).map(|treaty| treaty.volumes);
        assert_eq!(volumes(39574), Some(vec![2225, 2237, 2241, 2326, 9999]));
        assert_eq!(volumes(70000), Some(vec![3400]));
        assert_eq!(volumes(1), None);
        assert_eq!(numbers_in(3400, &settings).collect::<Vec<_>>(), [70000]);
    }
}
