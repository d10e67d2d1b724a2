//! Look-up and search over the embedded registry.

use divan::{Bencher, black_box};
use rapporteur_registry::Registry;
use rapporteur_symbol::Symbol;

fn main() {
    divan::main();
}

#[divan::bench]
fn embedded() -> Registry {
    Registry::embedded()
}

#[divan::bench(args = ["A/RES/74/173", "S/RES/1325 (2000)", "CCPCJ/22/8", "A/RES/74/999"])]
fn lookup(bencher: Bencher<'_, '_>, symbol: &str) {
    let registry = Registry::embedded();
    let symbol: Symbol = symbol.parse().expect("the symbol of a resolution");
    bencher.bench_local(|| registry.lookup(black_box(symbol)).map(|entry| (entry.known(), entry.title("en"))));
}

#[divan::bench(args = ["65/230", "1325", "1514 (XV)", "A/RES/65/230"])]
fn find(bencher: Bencher<'_, '_>, printed: &str) {
    let registry = Registry::embedded();
    bencher.bench_local(|| registry.find(black_box(printed), None));
}

#[divan::bench(args = [1325, 9999])]
fn running(bencher: Bencher<'_, '_>, number: u16) {
    let registry = Registry::embedded();
    bencher.bench_local(|| registry.running(black_box(number)).map(|entry| entry.symbol()));
}

#[divan::bench(args = ["A/RES/74/173", "S/RES/2500 (2019)"])]
fn neighbours(bencher: Bencher<'_, '_>, symbol: &str) {
    let registry = Registry::embedded();
    let symbol: Symbol = symbol.parse().expect("the symbol of a resolution");
    bencher.bench_local(|| registry.neighbours(black_box(symbol)).0.map(|entry| entry.symbol()));
}

#[divan::bench(args = ["65/2", "13", "2012/"])]
fn with_number_prefix(bencher: Bencher<'_, '_>, printed: &str) {
    let registry = Registry::embedded();
    bencher.bench_local(|| registry.with_number_prefix(None, black_box(printed), 50).len());
}

#[divan::bench(args = [
    "cybercrime",
    "crime prev",
    "of the",
    "a",
    "human rights",
    "droits de l’homme",
    "حقوق الإنسان",
    "人权",
    "1325",
    "xyzzy",
    "cybrecrime",
    "internatinal covenent on econmic social cultral rigths",
    "содействие мждународному сотруднечеству",
    "promting tehcnical asistance capcity bulding to strenghten natonal mesures interntional cooperaton combt cybercrme includng informtion shring",
])]
fn search(bencher: Bencher<'_, '_>, words: &str) {
    let registry = Registry::embedded();
    bencher.bench_local(|| registry.search(black_box(words), 20).len());
}
