//! The house: the rules of design.md §8 that a reader of the source could check, checked.

use crate::support::home;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A source file: its path below `src`, and its text.
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    /// The module of `lib.rs` that it belongs to; `None` for `lib.rs` and `main.rs`.
    fn module(&self) -> Option<&str> {
        let first = self.path.split('/').next().unwrap();
        Some(first.strip_suffix(".rs").unwrap_or(first)).filter(|name| !matches!(*name, "lib" | "main"))
    }

    /// How deep its module lies: 1 for a module of `lib.rs`.
    fn depth(&self) -> usize {
        self.path.split('/').count()
    }

    /// Its lines without comments, each with its number.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(place, line)| (place + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//")).map(|(number, line)| {
            let code = line.split_once(" // ").map_or(line, |(code, _)| code);
            (number, code)
        })
    }

    /// The same before its tests.
    pub fn code_of_the_program(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code().take_while(|(_, line)| line.trim() != "#[cfg(test)]")
    }
}

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|own| own == ending) {
            found.push(path);
        }
    }
}

/// Every source file.
pub fn sources() -> Vec<Source> {
    let src = home().join("src");
    let mut paths = Vec::new();
    files(&src, "rs", &mut paths);
    paths.sort();
    let source = |path: PathBuf| Source {
        path: path.strip_prefix(&src).unwrap().to_str().unwrap().to_owned(),
        text: fs::read_to_string(&path).unwrap(),
    };
    paths.into_iter().map(source).collect()
}

/// The modules of a file in their order, which is the law.
pub fn modules_of(file: &str) -> Vec<String> {
    let text = fs::read_to_string(home().join("src").join(file)).unwrap();
    let name = |line: &str| Some(line.strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned());
    text.lines().filter_map(name).collect()
}

/// The first step of every path that begins at the crate: `crate::a::b` and `crate::{a::b, c}`.
fn crate_paths(text: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut found = Vec::new();
    for (at, start) in text.match_indices("crate::") {
        if text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &text[at + start.len()..];
        let Some(list) = rest.strip_prefix('{') else {
            found.push(word(rest));
            continue;
        };
        let mut depth = 0;
        let mut item = String::new();
        for c in list.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => found.push(word(std::mem::take(&mut item).trim())),
                _ => {}
            }
            if depth == 0 && c != ',' {
                item.push(c);
            }
        }
        if !item.trim().is_empty() {
            found.push(word(item.trim()));
        }
    }
    found
}

#[test]
fn paths_of_the_crate_are_found_in_every_form() {
    let text = "use crate::a::b; use crate::{c::{d, e}, f, g as h};\n let x = crate::i(); mycrate::j();";
    assert_eq!(crate_paths(text), ["a", "c", "f", "g", "i"]);
}

#[test]
fn a_module_imports_only_from_those_above_it() {
    let order = modules_of("lib.rs");
    let known = ["roster", "figures", "check", "demo", "lang", "sheet", "disk", "args", "load", "tui", "commands"];
    let own: Vec<&str> = order.iter().map(String::as_str).filter(|name| known.contains(name)).collect();
    assert_eq!(own, known, "the order of design.md §8");
    let place = |name: &str| order.iter().position(|own| own == name);
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(module) = source.module() else { continue };
        let here = place(module).unwrap_or_else(|| panic!("src/{} belongs to no module of lib.rs", source.path));
        let code: Vec<&str> = source.code().map(|(_, line)| line).collect();
        for name in crate_paths(&code.join("\n")) {
            if place(&name).is_none_or(|there| there > here) {
                wrong.push(format!("src/{}: crate::{name}", source.path));
            }
        }
        for (number, line) in source.code_of_the_program() {
            if line.contains(&"super::".repeat(source.depth())) {
                wrong.push(format!("src/{}:{number}: reaches the crate by super", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "imported from below or from lib.rs itself:\n{}", wrong.join("\n"));
}

/// Where a word stands outside the files that may know it.
fn strays(words: &[&str], may: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| !may(&source.path)) {
        let lines = source.code().filter(|(_, line)| words.iter().any(|word| line.contains(word)));
        found.extend(lines.map(|(number, line)| format!("src/{}:{number}: {}", source.path, line.trim())));
    }
    found
}

#[test]
fn the_terminal_is_known_only_in_tui() {
    let found = strays(&["ratatui", "crossterm"], |path| path.starts_with("tui/") || path == "tui.rs");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn named_keys_are_known_only_where_they_are_read_bound_and_typed() {
    let found = strays(&["KeyCode"], |path| {
        let read = ["tui/parts/input.rs", "tui/keyboard/decoder.rs", "tui/keyboard/decoder/tests.rs"];
        path.starts_with("tui/keymap") || read.contains(&path)
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_file_is_too_long_to_be_one_noun() {
    // Tables of names and of phrases are read from the middle.
    let tables = ["demo/names.rs", "lang/words.rs", "lang/errors.rs"];
    let long = |source: &Source| source.text.lines().count() > 500 && !tables.contains(&source.path.as_str());
    let found: Vec<String> = sources().into_iter().filter(long).map(|source| source.path).collect();
    assert!(found.is_empty(), "over 500 lines: {}", found.join(", "));
}

#[test]
fn columns_of_a_text_are_counted_only_in_measure() {
    let found = strays(&["unicode_width"], |path| path == "lang/measure.rs");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn phrases_stand_only_in_lang() {
    let found = strays(&["Phrase {"], |path| path.starts_with("lang"));
    let found: Vec<String> = found.into_iter().filter(|line| !line.contains("-> Phrase {")).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn clap_is_known_only_in_args() {
    let found = strays(&["clap::", "use clap"], |path| path == "args.rs" || path.starts_with("args/"));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_wire_format_is_known_only_where_it_is_read_and_written() {
    let found = strays(&["\"protected_until\"", "\"target_workers\"", "lindungi/roster/1\""], |path| {
        // Tables and comparisons name their columns as the roster does, so that a reader of one knows the others.
        path == "roster/json.rs"
            || path.starts_with("roster/json/")
            || path.starts_with("lang/")
            || matches!(path, "roster/attribute.rs" | "sheet.rs")
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn json_is_written_only_where_nothing_hidden_stays_in_it() {
    let words = ["serde_json::ser", "serde_json::to_", "serde_json::Serializer", ".to_string_pretty("];
    let found = strays(&words, |path| matches!(path, "roster/json/safe.rs" | "roster/json/write.rs"));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_number_of_a_person_is_masked_in_one_file_and_shown_whole_by_no_other() {
    let masks = strays(&[".short()"], |path| matches!(path, "lang/person.rs" | "roster/worker.rs"));
    assert!(masks.is_empty(), "{}", masks.join("\n"));
    // What tells people apart reads their numbers; what shows people asks lang/person.rs.
    let whole = strays(&[".reveal()"], |path| {
        path.starts_with("roster/")
            || path.starts_with("check")
            || matches!(path, "lang/person.rs" | "tui/state/review.rs")
    });
    assert!(whole.is_empty(), "{}", whole.join("\n"));
}

#[test]
fn figures_have_no_float_and_the_model_no_clock() {
    let model = |path: &str| {
        ["roster", "figures", "check"]
            .iter()
            .any(|name| path == format!("{name}.rs") || path.starts_with(&format!("{name}/")))
    };
    let words = ["f32", "f64", "SystemTime", "Instant", "Local::now", "Utc::now"];
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| model(&source.path)) {
        let lines = source.code_of_the_program().filter(|(_, line)| words.iter().any(|word| line.contains(word)));
        found.extend(lines.map(|(number, line)| format!("src/{}:{number}: {}", source.path, line.trim())));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn nothing_is_left_to_do_or_to_debug() {
    let mut paths = Vec::new();
    for folder in ["src", "tests", "benches"] {
        files(&home().join(folder), "rs", &mut paths);
    }
    for path in paths.iter().filter(|path| !path.ends_with("house.rs")) {
        let text = fs::read_to_string(path).unwrap();
        for word in ["todo!", "unimplemented!", "dbg!", "#[ignore", "FIXME", "XXX"] {
            assert!(!text.contains(word), "{word} in {}", path.display());
        }
    }
}

#[test]
fn every_file_opens_with_what_it_is() {
    for source in sources() {
        let first = source.text.lines().next().unwrap_or("");
        assert!(first.starts_with("//! ") && first.len() > 12, "src/{} opens with {first:?}", source.path);
    }
}

fn manifest() -> String {
    fs::read_to_string(home().join("Cargo.toml")).unwrap()
}

#[test]
fn unsafe_is_forbidden() {
    assert!(manifest().lines().any(|line| line.trim() == "unsafe_code = \"forbid\""));
}

#[test]
fn every_dependency_has_its_reason_above_it() {
    let mut section = String::new();
    let mut before = String::new();
    let mut dependencies = 0;
    for line in manifest().lines() {
        if line.starts_with('[') {
            section = line.to_owned();
        } else if section.contains("dependencies") && line.contains(" = ") && !line.starts_with('#') {
            dependencies += 1;
            let reason = before.strip_prefix("# ").unwrap_or("");
            assert!(reason.len() >= 15, "why {line}?");
        }
        before = line.to_owned();
    }
    assert!(dependencies > 10, "the manifest was read");
}

#[test]
fn the_top_of_the_house_is_what_the_design_says() {
    let may: BTreeSet<&str> =
        ["Cargo.toml", "Cargo.lock", "src", "fixtures", "tests", "README.md", "LICENSE", "benches"].into();
    let ignored = fs::read_to_string(home().join(".gitignore")).unwrap_or_default();
    for entry in fs::read_dir(home()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let built = ignored.lines().any(|line| line.trim_matches('/') == name);
        assert!(may.contains(name.as_str()) || name.starts_with('.') || built, "{name} stands at the top");
    }
}
