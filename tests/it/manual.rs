//! What a person reads before running anything: the long help, the man pages, the version, and what shells are told.

use crate::support::{BINARY, assert_clean, fixture, home, lindungi, names};
use lindungi::args::{self, command};
use lindungi::lang::{Lang, manual};
use lindungi::tui::keymap::{BINDINGS, Purpose};
use std::path::Path;
use std::process::Command;

const LANGS: [(Lang, &str); 2] = [(Lang::En, "en"), (Lang::Id, "id")];

/// The dashboard, whose name is empty, and every command.
fn commands() -> Vec<String> {
    let named = command(Lang::En);
    [String::new()].into_iter().chain(named.get_subcommands().map(|sub| sub.get_name().to_owned())).collect()
}

/// `lindungi COMMAND …` with these words behind it.
fn run(own: &str, rest: &[&str]) -> String {
    let words: Vec<&str> = [own].into_iter().filter(|word| !word.is_empty()).chain(rest.iter().copied()).collect();
    let done = lindungi(&words).run();
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{words:?}");
    assert_clean(&done.out);
    done.out
}

/// The pages that `lindungi man` writes, each with its name.
fn pages(lang: &str) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    let done = lindungi(&["man", "-o", folder.path().to_str().unwrap(), "--lang", lang]).run();
    assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (0, "", ""));
    let read = |name: String| {
        let text = std::fs::read_to_string(folder.path().join(&name)).unwrap();
        (name, text)
    };
    names(folder.path()).into_iter().map(read).collect()
}

/// The page of a command as its reader sees the words.
fn page(pages: &[(String, String)], own: &str) -> String {
    let name = if own.is_empty() { "lindungi.1".to_owned() } else { format!("lindungi-{own}.1") };
    let (_, text) = pages.iter().find(|(own, _)| *own == name).unwrap_or_else(|| panic!("no {name}"));
    let text = ["\\fB", "\\fI", "\\fR", "\\&"].iter().fold(text.clone(), |text, mark| text.replace(mark, ""));
    text.replace("\\-", "-").replace("\\*(Aq", "'").replace("\\\\", "\\")
}

#[test]
fn every_command_shows_in_either_language_how_it_is_used() {
    for own in commands() {
        let entries = manual::examples(&own);
        assert!(!entries.is_empty(), "no example of {own:?} stands in lang/manual.rs");
        for (lang, code) in LANGS {
            let help = run(&own, &["--help", "--lang", code]);
            for entry in entries {
                let line = lang.say(&entry.sign);
                let whole = if own.is_empty() { "lindungi".to_owned() } else { format!("lindungi {own}") };
                assert!(line == whole || line.starts_with(&format!("{whole} ")), "{line} is no example of {own:?}");
                assert!(
                    help.contains(&format!("  {line}\n      {}\n", lang.say(&entry.what))),
                    "{own} {code}:\n{help}"
                );
            }
            // Short help has neither.
            let short = run(&own, &["-h", "--lang", code]);
            assert!(
                short.lines().count() < help.lines().count() && !short.contains(lang.say(&entries[0].what)),
                "{short}"
            );
        }
    }
}

/// A folder as somebody has it who tries the examples of a language.
fn folder_of_examples(lang: Lang) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let names = match lang {
        Lang::En => ["roster.json", "old.json", "list.xlsx"],
        Lang::Id => ["daftar.json", "lama.json", "daftar.xlsx"],
    };
    let sources = ["small-city.json", "small-city-may.json", "import/dinas.xlsx"];
    for (name, source) in names.iter().zip(sources) {
        std::fs::copy(fixture(source), path(name)).unwrap();
    }
    std::fs::copy(fixture("import/program.json"), path("program.json")).unwrap();
    if lang == Lang::En {
        std::fs::copy(fixture("small-city.json"), path("new.json")).unwrap();
    } else {
        std::fs::copy(fixture("small-city.json"), path("baru.json")).unwrap();
    }
    for name in ["steps.md", "langkah.md"] {
        std::fs::write(path(name), "- BPJS: renew; 2; 31 Aug 2024\n").unwrap();
    }
    for way in [".local/share/bash-completion/completions", ".zfunc", ".config/fish/completions"] {
        std::fs::create_dir_all(path(way)).unwrap();
    }
    folder
}

#[test]
fn the_examples_are_what_a_shell_runs() {
    let bin = Path::new(BINARY).parent().unwrap().to_str().unwrap();
    for (lang, code) in LANGS {
        for own in commands().into_iter().filter(|own| !own.is_empty()) {
            for entry in manual::examples(&own) {
                let folder = folder_of_examples(lang);
                // What follows a pipe is a program of its own.
                let line = lang.say(&entry.sign).split(" | ").next().unwrap();
                // A file that an example makes is there already where another shows it.
                for made in ["new.json", "baru.json", "roster.json", "daftar.json"] {
                    if line.ends_with(&format!("-o {made}")) {
                        std::fs::remove_file(folder.path().join(made)).unwrap();
                    }
                }
                let done = Command::new("sh")
                    .args(["-c", line])
                    .env_clear()
                    .env("PATH", format!("{bin}:/usr/bin:/bin"))
                    .env("HOME", folder.path())
                    .env("LANG", "C.UTF-8")
                    .env("LINDUNGI_LANG", code)
                    .current_dir(folder.path())
                    .output()
                    .unwrap();
                let said = String::from_utf8_lossy(&done.stderr).into_owned();
                // Slides need a terminal: all else of their line was right.
                let shown = done.status.code() == Some(2) && own == "present" && said.contains("lindungi --plain");
                assert!(shown || matches!(done.status.code(), Some(0 | 1)), "{line}: {:?} {said}", done.status);
            }
        }
    }
    // Those of the dashboard need a terminal; what they ask for is asked of `status`.
    for (lang, _) in LANGS {
        for entry in manual::DASHBOARD.iter().skip(1) {
            let line = lang.say(&entry.sign).replacen("lindungi ", "lindungi status ", 1);
            let folder = folder_of_examples(lang);
            let path = format!("{bin}:/usr/bin:/bin");
            let mut call = Command::new("sh");
            call.args(["-c", &line]).env_clear().env("PATH", path).current_dir(folder.path());
            let done = call.output().unwrap();
            assert_eq!(done.status.code(), Some(0), "{line}: {}", String::from_utf8_lossy(&done.stderr));
        }
    }
}

#[test]
fn the_long_help_says_what_else_there_is_to_know() {
    for (lang, code) in LANGS {
        let help = run("", &["--help", "--lang", code]);
        for entries in [manual::SYNTAX, manual::EXIT, manual::ENVIRONMENT, manual::FILES] {
            for entry in entries {
                let sign = lang.say(&entry.sign);
                assert!(help.lines().any(|line| line.starts_with(&format!("  {sign} "))), "{sign}:\n{help}");
            }
        }
        for own in commands() {
            let help = run(&own, &["--help", "--lang", code]);
            let takes_filter = help.contains("--filter");
            assert_eq!(takes_filter, help.contains("2024-08-31"), "the fields stand where a filter is taken: {own}");
        }
    }
}

#[test]
fn no_line_of_help_is_wider_than_a_hundred_columns() {
    for own in commands() {
        for flag in ["-h", "--help"] {
            for (_, code) in LANGS {
                let help = run(&own, &[flag, "--lang", code]);
                let wide = help.lines().find(|line| line.chars().count() > 100);
                assert_eq!(wide, None, "{own} {flag} {code}");
            }
        }
    }
}

#[test]
fn what_is_in_the_environment_stands_in_the_manual() {
    let read = |name: &str| std::fs::read_to_string(home().join(name)).unwrap();
    let source = read("src/environment.rs") + &read("src/lib.rs");
    let told: String =
        manual::ENVIRONMENT.iter().map(|entry| format!("{} {} ", entry.sign.en, entry.what.en)).collect();
    let mut found = 0;
    for asked in source.split("get(\"").skip(1).chain(source.split("var_os(\"").skip(1)) {
        let name = asked.split('"').next().unwrap();
        // A fault is put in on purpose, by whoever has the source.
        if name != "LINDUNGI_FAULT" {
            assert!(told.contains(name), "{name} is read and told nowhere");
            found += 1;
        }
    }
    assert!(found > 8, "the names were found");
}

#[test]
fn there_is_a_man_page_for_every_command_and_no_other() {
    let mut expected: Vec<String> = commands()
        .iter()
        .map(|own| if own.is_empty() { "lindungi.1".to_owned() } else { format!("lindungi-{own}.1") })
        .collect();
    expected.sort();
    for (_, code) in LANGS {
        let pages = pages(code);
        assert_eq!(pages.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>(), expected);
        let main = pages.iter().find(|(name, _)| name == "lindungi.1").unwrap();
        assert_eq!(run("man", &["--lang", code]), main.1, "without a folder the main one is printed");
        for (name, text) in &pages {
            assert!(text.is_ascii(), "{name}");
            let stem = name.strip_suffix(".1").unwrap();
            let version = env!("CARGO_PKG_VERSION");
            assert!(text.contains(&format!(".TH {} 1 \"\" \"lindungi {version}\"", stem.to_uppercase())), "{name}");
        }
    }
}

#[test]
fn every_command_and_option_has_its_line_in_the_man_pages_of_both_languages() {
    for (lang, code) in LANGS {
        let pages = pages(code);
        let mut whole = command(lang);
        whole.build();
        for own in commands() {
            let page = page(&pages, &own);
            let asked = if own.is_empty() { &whole } else { whole.find_subcommand(&own).unwrap() };
            assert!(page.contains(&asked.get_about().unwrap().to_string()), "{own}: what it is for");
            for arg in asked.get_arguments().filter(|arg| !arg.is_hide_set()) {
                let signs = match arg.get_long() {
                    Some(long) => [format!("\n--{long}"), format!(", --{long}")],
                    None => {
                        let name = &arg.get_value_names().unwrap()[0];
                        [format!("\n[{name}]"), format!("\n<{name}>")]
                    }
                };
                // Its name ends there: another may begin like it.
                let ends = |sign: &String| [" ", "\n"].map(|end| format!("{sign}{end}"));
                let at = signs.iter().flat_map(ends).find_map(|sign| page.find(&sign));
                let at = at.unwrap_or_else(|| panic!("{own}: no {signs:?}:\n{page}"));
                let help = arg.get_help().unwrap().to_string();
                let words = help.split(" [").next().unwrap();
                assert!(page[at..].contains(words), "{own}: no words for {signs:?}: {words}\n{page}");
            }
            for entry in manual::examples(&own) {
                let line = format!("{}\n{}\n", lang.say(&entry.sign), lang.say(&entry.what));
                assert!(page.contains(&line), "{own}: {line}{page}");
            }
        }
        let main = page(&pages, "");
        for sub in whole.get_subcommands() {
            let line = format!("lindungi-{}(1)\n{}", sub.get_name(), sub.get_about().unwrap());
            assert!(main.contains(&line), "{line}");
        }
        for entries in [manual::SYNTAX, manual::EXIT, manual::ENVIRONMENT, manual::FILES] {
            for entry in entries {
                assert!(main.contains(&format!("{}\n{}\n", lang.say(&entry.sign), lang.say(&entry.what))), "{entry:?}");
            }
        }
        assert!(manual::SECURITY.iter().all(|phrase| main.contains(lang.say(phrase))));
    }
}

#[test]
fn every_key_of_the_table_has_its_line_in_the_man_page() {
    for (lang, code) in LANGS {
        let main = page(&pages(code), "");
        let has = |keys: &str, words: &str| main.contains(&format!(".TP\n{}\n{words}\n", args::plain(keys)));
        assert_eq!(main.contains("Space"), lang == Lang::En, "{code}");
        let mut before = "";
        for row in BINDINGS {
            let words = lang.say(&row.words.help);
            let names: Vec<String> = row.keys.iter().map(|key| key.name(lang)).collect();
            if row.purpose == Purpose::Hidden {
                let names = if names.is_empty() { lang.say(&row.label).to_owned() } else { names.join(" ") };
                assert!(has(&names, words), "{names} {words} is not in the page");
                continue;
            }
            if row.action == lindungi::tui::keymap::Action::Print {
                let [save, row] =
                    if lang == Lang::En { [":save NAME", "to that row"] } else { [":simpan NAMA", "ke baris itu"] };
                assert!(main.contains(save) && main.contains(row), "{main}");
            }
            if row.shown.is_empty() {
                // The row before shows its keys too.
                assert!(!before.is_empty());
            } else {
                let names = row.line(lang);
                assert!(has(&names, words), "{names} {words} is not in the page:\n{main}");
                before = row.shown;
            }
        }
    }
}

#[test]
fn no_english_is_left_in_the_indonesian_man_pages() {
    for (name, text) in pages("id") {
        for word in [
            "NAME",
            "SYNOPSIS",
            "DESCRIPTION",
            "OPTIONS",
            "EXAMPLES",
            "KEYS",
            "FILES",
            "SEE ALSO",
            "ENVIRONMENT",
            "SUBCOMMANDS",
            "Possible",
            "default",
            "Usage",
            " the ",
            " of ",
            " with ",
            "Show ",
            "COMMAND",
            "ROSTER",
        ] {
            assert!(!text.contains(word), "{name} says {word}:\n{text}");
        }
    }
    for (name, text) in pages("en") {
        for word in ["SH NAMA", "SH OPSI", "SH CONTOH", "SH TOMBOL", "bawaan", " yang ", " dan ", " untuk "] {
            assert!(!text.contains(word), "{name} says {word}");
        }
    }
}

#[test]
fn pages_that_exist_are_written_over_only_where_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("lindungi-plan.1");
    std::fs::write(&own, "mine").unwrap();
    let path = folder.path().to_str().unwrap();
    let done = lindungi(&["man", "-o", path]).run();
    assert_eq!(done.code, 4);
    assert!(done.err.contains("lindungi-plan.1") && done.err.contains("--force"), "{}", done.err);
    assert_eq!(names(folder.path()), ["lindungi-plan.1"], "none is written");
    assert_eq!(std::fs::read_to_string(&own).unwrap(), "mine");
    assert_eq!(lindungi(&["man", "-o", path, "--force"]).run().code, 0);
    assert!(std::fs::read_to_string(&own).unwrap().contains(".TH LINDUNGI-PLAN 1"));
    assert_eq!(lindungi(&["man", "--force"]).run().code, 2, "nothing is there to be written over");
}

#[test]
fn every_shell_is_told_every_command_and_option() {
    let mut whole = command(Lang::En);
    whole.build();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        for (_, code) in LANGS {
            let script = run("completions", &[shell, "--lang", code]);
            assert!(script.is_ascii(), "{shell}: any terminal shows it");
            for sub in whole.get_subcommands() {
                assert!(script.contains(sub.get_name()), "{shell} does not know {}", sub.get_name());
                for arg in sub.get_arguments() {
                    let long = arg
                        .get_long()
                        .map(|long| if shell == "fish" { format!("-l {long}") } else { format!("--{long}") });
                    assert!(long.as_ref().is_none_or(|long| script.contains(long)), "{shell} does not know {long:?}");
                }
            }
            assert!(script.contains("markdown"), "{shell} knows the choices");
        }
    }
    let done = lindungi(&["completions", "tcsh"]).run();
    assert_eq!(done.code, 2);
    assert!(done.err.contains("bash, zsh, fish, powershell"), "{}", done.err);
}

#[test]
fn a_shell_offers_values_where_there_are_some_and_files_only_where_a_file_is_meant() {
    let script = run("completions", &["bash"]);
    let subcommand = |name: &str| {
        let own = script.split(&format!("        lindungi__{name})\n")).nth(1);
        let own = own.or_else(|| script.split(&format!("        lindungi__subcmd__{name})\n")).nth(1)).unwrap();
        own.split("\n            return 0\n            ;;\n").next().unwrap().to_owned()
    };
    let offers = |name: &str, option: &str| {
        let own = subcommand(name);
        let own = own.split(&format!("                {option})\n")).nth(1).unwrap();
        own.split(";;").next().unwrap().to_owned()
    };
    for (name, option, offered) in [
        ("snapshot", "--tab", "groups enrollment budget workers checks slide:1"),
        ("export", "--template", "bpu na iuran bnba temuan"),
    ] {
        assert!(offers(name, option).contains(offered), "{}", offers(name, option));
    }
    for (name, option) in [("status", "--fail-if"), ("status", "--filter"), ("export", "--sort"), ("plan", "--workers")]
    {
        assert!(!offers(name, option).contains("compgen -f"), "{}", offers(name, option));
    }
    for (name, option) in [("status", "--since"), ("export", "--output"), ("snapshot", "--notes")] {
        assert!(offers(name, option).contains("compgen -f"), "{}", offers(name, option));
    }
    assert_eq!(
        lindungi(&["snapshot", "--demo", "--tab", "3"]).run().code,
        0,
        "what is offered is not all that is taken"
    );
}

#[test]
fn the_version_says_in_one_line_what_it_is_made_of_and_what_it_reads() {
    let version = env!("CARGO_PKG_VERSION");
    for (_, code) in LANGS {
        let whole = run("", &["--version", "--lang", code]);
        assert_eq!(run("", &["-V", "--lang", code]), whole, "whichever way it is asked");
        let inside = whole.strip_prefix(&format!("lindungi {version} (")).and_then(|rest| rest.strip_suffix(")\n"));
        let told = inside.and_then(|inside| inside.strip_suffix("schema lindungi/roster/1")).unwrap();
        // While it is written no commit is told; what is installed tells it, with its day where git was there.
        if let Some(commit) = told.strip_suffix(", ") {
            let name: String = commit.chars().take(7).collect();
            assert!(name.len() == 7 && name.chars().all(|c| c.is_ascii_hexdigit()), "{whole}");
        } else {
            assert_eq!(told, "", "{whole}");
        }
    }
}
