//! Writes faults into a copy of the sources: `lindungi-mutants COPY SKIP LIST PREFIX…` changes the files of `COPY/src`
//! whose paths begin with one of the prefixes, leaves out the faults that SKIP names, and lists all others in LIST.
//!
//! `cargo mutants` builds the program anew for each of thousands of faults, which takes days. Here every fault is in one
//! build, each behind `crate::mutant(number)`, and `tests/real/mutants.py` says which one is on.

mod faults;
mod render;

use faults::Faults;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use syn::visit::Visit;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [copy, skip, list, prefixes @ ..] = words.as_slice() else { return Err("COPY SKIP LIST PREFIX…".into()) };
    let skip: BTreeSet<String> = fs::read_to_string(skip).unwrap_or_default().lines().map(str::to_owned).collect();
    let mut files = Vec::new();
    sources(&Path::new(copy).join("src"), &mut files)?;
    files.sort();
    let (mut number, mut lines) = (0, String::new());
    for path in files {
        let name = path.strip_prefix(copy)?.to_string_lossy().into_owned();
        if !prefixes.iter().any(|prefix| name.starts_with(prefix.as_str())) || name.ends_with("tests.rs") {
            continue;
        }
        let text = fs::read_to_string(&path)?;
        let mut faults = Faults::default();
        faults.visit_file(&syn::parse_file(&text)?);
        let mut nodes = faults.in_order();
        let mut seen: BTreeMap<String, u32> = BTreeMap::new();
        for node in &mut nodes {
            let line = text[..node.at.start].matches('\n').count();
            let shown = text.lines().nth(line).unwrap_or("").trim();
            for what in &node.what {
                // Named by its function, not by its line: the name stands while other functions change.
                let name = format!("{name}:{}:{what}", node.function);
                let times = seen.entry(name.clone()).and_modify(|times| *times += 1).or_insert(1);
                let name = format!("{name}#{times}");
                let is_left_out = skip.contains(&name);
                number += u32::from(!is_left_out);
                node.numbers.push((!is_left_out).then_some(number));
                if !is_left_out {
                    lines += &format!("{number}\t{name}\t{}\t{shown}\n", line + 1);
                }
            }
        }
        fs::write(&path, render::render(&text, 0..text.len(), &nodes))?;
    }
    fs::write(list, lines)?;
    println!("{number} faults");
    Ok(())
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match path.is_dir() {
            true => sources(&path, found)?,
            false if path.extension().is_some_and(|end| end == "rs") => found.push(path),
            false => {}
        }
    }
    Ok(())
}
