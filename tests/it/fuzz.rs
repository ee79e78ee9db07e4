//! The laws of `tests/fuzz` over the seeds that are kept there: whoever has no fuzzer holds them all the same.

#[path = "../fuzz/src/lib.rs"]
mod laws;

use crate::support::{home, names};
use std::fs;
use std::panic::catch_unwind;

/// Returns where bytes hold it.
type Law = fn(&[u8]);

/// The law of each target.
const LAWS: [(&str, Law); 4] = [
    ("import", laws::import::hold),
    ("keys", laws::keys::hold),
    ("query", laws::query::hold),
    ("roster", laws::roster::hold),
];

#[test]
fn case_31_every_seed_that_is_kept_holds_the_law_of_its_reader() {
    for (target, hold) in LAWS {
        let folder = home().join("tests/fuzz/seeds").join(target);
        let seeds = names(&folder);
        assert!((1..=40).contains(&seeds.len()), "{} seeds of {target}", seeds.len());
        for seed in seeds {
            let bytes = fs::read(folder.join(&seed)).unwrap();
            assert!(bytes.len() <= 4096, "{target}/{seed} is large");
            assert!(catch_unwind(|| hold(&bytes)).is_ok(), "{target}/{seed}");
        }
    }
}

#[test]
fn every_fuzz_target_has_its_seeds_and_its_words() {
    let home = home().join("tests/fuzz");
    for (folder, ending) in [("targets", ".rs"), ("seeds", ""), ("words", ".dict")] {
        let expected = LAWS.map(|(target, _)| format!("{target}{ending}"));
        assert_eq!(names(&home.join(folder)), expected, "{folder}");
    }
}
