//! Who imports whom: the order of modules is law in `lib.rs` and in `tui.rs`, and no two files import each other in a
//! ring, however long. A module file and its own children are one thing.

use crate::house::{Source, modules_of, sources};
use std::collections::{BTreeMap, BTreeSet};

/// Every path that a list of imports names: `a::{b::c, d as e}` are `a::b::c` and `a::d`.
fn named(tree: &str) -> Vec<String> {
    let Some((before, rest)) = tree.split_once('{') else {
        return vec![tree.split(" as ").next().unwrap().trim().to_owned()];
    };
    let inside = rest.rsplit_once('}').unwrap().0;
    let (mut parts, mut depth) = (vec![String::new()], 0);
    for c in inside.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().unwrap().push(c);
    }
    let parts = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    parts.flat_map(named).map(|path| format!("{}{path}", before.trim())).collect()
}

/// The paths in a source that begin at the crate, at the module above, or at the module itself.
fn paths(source: &Source) -> Vec<String> {
    let code: Vec<&str> = source.code_of_the_program().map(|(_, line)| line.trim()).collect();
    let code = code.join(" ");
    let mut found = Vec::new();
    for start in ["crate::", "super::", "self::"] {
        for (at, _) in code.match_indices(start) {
            let before = &code[..at];
            if before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let imported = ["use ", "pub use ", "pub(crate) use "].iter().any(|word| before.ends_with(word));
            let rest = &code[at..];
            match imported {
                true => found.extend(named(rest.split(';').next().unwrap())),
                false => found.push(
                    rest.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).next().unwrap().to_owned(),
                ),
            }
        }
    }
    found
}

/// The module of a file, step by step.
fn module(path: &str) -> Vec<String> {
    let path = path.strip_suffix(".rs").unwrap();
    path.split('/').filter(|step| !matches!(*step, "lib" | "main")).map(str::to_owned).collect()
}

/// The files that each file imports from, a module file and its own children left aside.
fn imports() -> BTreeMap<String, BTreeSet<String>> {
    let sources: Vec<Source> = sources().into_iter().filter(|source| source.path != "main.rs").collect();
    let files: BTreeMap<Vec<String>, &str> =
        sources.iter().map(|source| (module(&source.path), source.path.as_str())).collect();
    let mut all = BTreeMap::new();
    for source in &sources {
        let own = module(&source.path);
        let mut imported = BTreeSet::new();
        for path in paths(source) {
            let mut base = own.clone();
            let mut steps: Vec<&str> = path.split("::").map(str::trim).collect();
            match steps[0] {
                "crate" => base.clear(),
                "self" => {}
                _ => {
                    while steps.first() == Some(&"super") {
                        base.pop();
                        steps.remove(0);
                    }
                    steps.insert(0, "");
                }
            }
            base.extend(steps[1..].iter().map(|step| (*step).to_owned()));
            // What is named may lie within a file: the longest beginning that is a file.
            let file = (1..=base.len()).rev().find_map(|many| Some((many, *files.get(&base[..many])?)));
            let Some((many, file)) = file else { continue };
            let family =
                many.abs_diff(own.len()) == 1 && (base[..many].starts_with(&own) || own.starts_with(&base[..many]));
            if file != source.path && !family {
                imported.insert(file.to_owned());
            }
        }
        all.insert(source.path.clone(), imported);
    }
    all
}

/// The files that can be reached from a file.
fn reached<'a>(all: &'a BTreeMap<String, BTreeSet<String>>, from: &'a str) -> BTreeSet<&'a str> {
    let (mut reached, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(file) = next.pop() {
        for other in &all[file] {
            if reached.insert(other.as_str()) {
                next.push(other);
            }
        }
    }
    reached
}

#[test]
fn paths_are_found_in_every_form() {
    assert_eq!(named("crate::a::{b::{c, d as e}, f}"), ["crate::a::b::c", "crate::a::b::d", "crate::a::f"]);
    let text =
        "//! x\npub use self::a::B;\nuse super::{c, d::E};\nfn f() { crate::g::h(); my_crate::i(); }\n".to_owned();
    let source = Source { path: "m/n.rs".to_owned(), text };
    assert_eq!(paths(&source), ["crate::g::h", "super::c", "super::d::E", "self::a::B"]);
}

#[test]
fn no_files_import_each_other_in_a_ring() {
    let all = imports();
    assert!(all["tui/state/app.rs"].contains("tui/msg.rs"), "imports are found");
    let ring: Vec<&str> = all.keys().map(String::as_str).filter(|file| reached(&all, file).contains(file)).collect();
    assert!(ring.is_empty(), "in a ring: {}", ring.join(", "));
}

#[test]
fn within_the_terminal_too_a_module_imports_only_from_those_above_it() {
    let order = modules_of("tui.rs");
    let known = [
        "theme", "tab", "layout", "keymap", "target", "picture", "msg", "parts", "state", "draw", "paint", "work",
        "still", "clock", "frames", "screen", "keyboard", "watch",
    ];
    assert_eq!(order, known, "the order of design.md §8: state below, drawing above");
    let place = |file: &str| {
        let name = file.strip_prefix("tui/")?.split(['/', '.']).next()?;
        order.iter().position(|own| own == name)
    };
    let wrong: Vec<String> = imports()
        .iter()
        .flat_map(|(file, others)| others.iter().map(move |other| (file.clone(), other.clone())))
        .filter(|(file, other)| place(file).zip(place(other)).is_some_and(|(here, there)| there > here))
        .map(|(file, other)| format!("src/{file} imports src/{other}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
