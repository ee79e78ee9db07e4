//! `config.toml`: what it sets and what wins over it; what is wrong in it is told with its place, and costs nothing but the
//! key it stands in; and a guest's is never read.

use crate::screens::roster;
use crate::stage::{Pace, Stage, case, start};
use crate::support::{Call, assert_clean, fixture, home, lindungi};
use crate::terminal::Terminal;
use lindungi::config::{Config, Mistake, Wanted};
use lindungi::lang::Lang;
use lindungi::tui::keyboard::decoder::Decoder;
use lindungi::tui::keymap::{self, Action, Binding, Context, Key, Keymap};
use lindungi::tui::msg::Msg;
use lindungi::tui::parts::input::Input;
use lindungi::tui::state::app::Start;
use lindungi::tui::state::command::Entry;
use lindungi::tui::state::layer::Next;
use lindungi::tui::state::palette::Palette;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

/// A home with these settings.
struct Home(tempfile::TempDir);

impl Home {
    fn with(text: impl AsRef<[u8]>) -> Home {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("settings/lindungi")).unwrap();
        let home = Home(folder);
        fs::write(home.file(), text).unwrap();
        home
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn file(&self) -> std::path::PathBuf {
        self.path().join("settings/lindungi/config.toml")
    }

    fn lindungi(&self, args: &[&str]) -> Call {
        let path = self.path().to_str().unwrap();
        lindungi(args).env("HOME", path).env("XDG_CONFIG_HOME", &format!("{path}/settings")).folder(self.path())
    }

    /// In a terminal, with these variables besides.
    fn terminal(&self, args: &[&str], env: &[(&str, &str)]) -> Terminal {
        let path = self.path().to_str().unwrap();
        let settings = format!("{path}/settings");
        let env = [&[("HOME", path), ("XDG_CONFIG_HOME", settings.as_str())], env].concat();
        Terminal::start_command(&[&[crate::support::BINARY], args].concat(), &env, None)
    }

    /// Whatever is told beside it.
    fn out_of(&self, args: &[&str]) -> String {
        self.lindungi(args).run().out
    }

    fn out(&self, args: &[&str]) -> String {
        let done = self.lindungi(args).run();
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{args:?}");
        done.out
    }
}

#[test]
fn an_option_wins_over_the_environment_and_that_over_the_settings_and_those_over_the_locale() {
    let home = Home::with("language = \"id\"\n");
    let says = |call: Call| if call.run().out.contains("aktif") { "id" } else { "en" };
    let status = |more: &[&str]| home.lindungi(&[&["status", "--demo"], more].concat());
    assert_eq!(says(status(&[])), "id");
    assert_eq!(says(status(&[]).env("LC_ALL", "en_US.UTF-8")), "id");
    assert_eq!(says(status(&[]).env("LINDUNGI_LANG", "en")), "en");
    assert_eq!(says(status(&["--lang", "en"]).env("LINDUNGI_LANG", "id")), "en");
    assert!(home.out(&["--help"]).contains("Penggunaan"), "the help too");
}

#[test]
fn colours_and_characters_are_those_that_are_set_unless_something_else_is_asked_for() {
    let ansi = ["snapshot", "--demo", "--format", "ansi"];
    let home = Home::with("theme = \"light\"\n");
    assert!(home.out(&ansi).contains("38;5;22m"));
    assert!(!home.out(&[&ansi[..], &["--theme", "terminal"]].concat()).contains("38;5;"));
    assert!(!home.lindungi(&ansi).env("NO_COLOR", "1").run().out.contains("38;"));
    let home = Home::with("color = false\n");
    assert!(!home.out(&ansi).contains(";32m"));
    assert!(home.out(&[&ansi[..], &["--color", "always"]].concat()).contains(";32m"));
    assert!(Home::with("glyphs = \"ascii\"\n").out(&ansi).is_ascii());
    assert!(Home::with("glyphs = \"ascii\"\n").out(&["status", "--demo"]).is_ascii());
    let console = Home::with("glyphs = \"console\"\n").out(&ansi);
    assert!(console.contains('═') && !console.contains('━'), "{console}");
}

#[test]
fn what_is_wrong_is_told_in_a_line_and_the_rest_holds() {
    let home = Home::with("languag = \"en\"\ntheme = \"lihgt\"\nlanguage = \"id\"\n[keys]\nexprot = [\"x\"]\n");
    let file = home.file();
    let file = file.to_str().unwrap();
    let done = home.lindungi(&["status", "--demo"]).run();
    let expected = format!(
        "lindungi: {file}:1: languag: tidak ada kunci languag (maksudnya language?); yang ada: language, theme, color, \
         glyphs, mouse, roster, templates, thresholds, offices, keys\n\
         lindungi: {file}:2: theme: theme tidak mempunyai lihgt (maksudnya light?); yang ada: terminal, light, \
         high-contrast, truecolor, truecolor-light\n\
         lindungi: {file}:5: keys.exprot: tidak ada kunci exprot (maksudnya export?); yang ada: next, "
    );
    assert!(done.err.starts_with(&expected), "{}", done.err);
    assert_eq!((done.code, done.err.lines().count()), (0, 3));
    assert!(done.out.contains("aktif"));
    let told = home.lindungi(&["--config-check", "--lang", "en"]).run();
    assert_eq!((told.code, told.out.lines().count(), told.err.as_str()), (2, 3, ""));
    assert!(told.out.contains(":2: theme: theme has no lihgt (did you mean light?)"), "{}", told.out);
}

#[test]
fn the_dashboard_says_the_first_mistake_and_how_many_more() {
    let home = Home::with("theme = \"lite\"\ncolor = 1\n");
    let mut terminal = home.terminal(&[], &[]);
    terminal.wait_for("config.toml:1: theme: theme has no lite");
    terminal.wait_for("1 more: lindungi --config-check says it");
    terminal.keys("q");
    terminal.end();
}

#[test]
fn a_check_says_that_all_is_fine_or_that_there_is_nothing() {
    let home = Home::with("theme = \"light\"\n");
    let file = home.file();
    let told = home.lindungi(&["--config-check"]).run();
    assert_eq!((told.code, told.out.as_str()), (0, format!("{}: fine\n", file.display()).as_str()));
    fs::remove_file(&file).unwrap();
    let told = home.lindungi(&["--config-check", "--lang", "id"]).run();
    assert_eq!(told.out, format!("{}: tidak ada; yang berlaku bawaan\n", file.display()));
    assert_eq!(told.code, 0);
}

#[test]
fn what_is_printed_is_a_file_of_settings_that_says_the_same() {
    let text =
        "theme = \"light\"\nroster = \"~/a b.json\"\n[offices]\nbpjs = \"BPJS Sorong\"\n[keys]\nexport = [\"x\"]\n";
    for (lang, word) in [("en", "Settings of lindungi"), ("id", "Setelan lindungi")] {
        for text in ["", text] {
            let home = Home::with(text);
            // What the examples name is there.
            fs::write(home.path().join("settings/lindungi/roster.json"), "").unwrap();
            fs::write(home.path().join("a b.json"), "").unwrap();
            let printed = home.out(&["--print-config", "--lang", lang]);
            assert!(printed.contains(word) && printed.contains("# ends_soon_days = 31"), "{printed}");
            assert_clean(&printed);
            for line in text.lines() {
                assert!(printed.contains(line), "{line} in {printed}");
            }
            fs::write(home.file(), &printed).unwrap();
            assert_eq!(home.out(&["--print-config", "--lang", lang]), printed);
            // Everything that is not set may be set to what holds.
            let all: String = printed
                .lines()
                .map(|line| match line.strip_prefix("# ") {
                    Some(rest) if rest.split(' ').nth(1) == Some("=") => format!("{rest}\n"),
                    _ => format!("{line}\n"),
                })
                .collect();
            fs::write(home.file(), &all).unwrap();
            assert_eq!(home.lindungi(&["--config-check"]).run().code, 0, "{all}");
        }
    }
}

#[test]
fn settings_that_cannot_be_read_are_told_and_stop_nothing() {
    let home = Home::with("language = \"id\"\n".repeat(80_000));
    let done = home.lindungi(&["status", "--demo"]).run();
    assert!(done.err.contains("config.toml") && done.err.contains("The defaults hold."), "{}", done.err);
    assert_eq!((done.code, done.err.lines().count(), done.out.contains("active")), (0, 1, true));
    assert_eq!(home.lindungi(&["--config-check"]).run().code, 2);
    let home = Home::with(b"theme = \"\xff\"\n");
    assert_eq!(home.lindungi(&["status", "--demo"]).run().code, 0);
    let home = Home::with("");
    fs::remove_file(home.file()).unwrap();
    fs::create_dir(home.file()).unwrap();
    let done = home.lindungi(&["status", "--demo"]).run();
    assert_eq!((done.code, done.err.lines().count()), (0, 1), "{}", done.err);
    assert!(done.err.contains("). The defaults hold."), "{}", done.err);
}

#[test]
fn a_guest_has_no_settings() {
    // Were it read, the language or the mistake would show it.
    let home =
        Home::with("language = \"id\"\ntheme = \"canary\"\nroster = \"canary.json\"\n[keys]\nquit = [\"canary\"]\n");
    let roster = fixture("small-city.json");
    for call in [
        home.lindungi(&["status", "--secure", &roster]),
        home.lindungi(&["status", &roster]).env("LINDUNGI_SECURE", "1"),
    ] {
        let done = call.run();
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        assert!(done.out.contains("active"), "{}", done.out);
    }
    for asked in ["--print-config", "--config-check"] {
        let done = home.lindungi(&["--secure", asked]).run();
        assert_eq!((done.code, done.out.as_str()), (2, ""));
        assert!(!done.err.contains("canary") && done.err.contains(asked), "{}", done.err);
    }
    let mut terminal = home.terminal(&["--secure"], &[]);
    terminal.wait_for("DEMO");
    assert!(!terminal.contents().contains("canary"));
    terminal.keys("q");
    terminal.end();
}

#[test]
fn the_roster_that_is_set_opens_where_none_is_named() {
    let home = Home::with("roster = \"~/daftar kita.json\"\n");
    fs::copy(fixture("small-city.json"), home.path().join("daftar kita.json")).unwrap();
    fs::copy(fixture("small-city.json"), home.path().join("settings/lindungi/here.json")).unwrap();
    let text = fs::read_to_string(fixture("small-city.json")).unwrap();
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    let name = document["program"]["name"].as_str().unwrap().to_owned();
    let opens = |home: &Home, args: &[&str], text: &str| {
        let mut terminal = home.terminal(args, &[]);
        terminal.wait_for("1 Groups");
        terminal.wait_for(text);
        terminal.keys("q");
        terminal.end();
    };
    let sorong = "Perlindungan Pekerja Rentan Kota Sorong 2024";
    assert_ne!(name, sorong);
    opens(&home, &[], &name);
    opens(&home, &["--demo"], sorong);
    fs::write(home.file(), "roster = \"here.json\"\n").unwrap();
    opens(&home, &[], &name);
}

#[test]
fn every_command_that_shows_a_roster_opens_the_one_that_is_set() {
    let home = Home::with("roster = \"here.json\"\n");
    fs::copy(fixture("small-city.json"), home.path().join("settings/lindungi/here.json")).unwrap();
    let (named, demo) = (fixture("small-city.json"), "--demo");
    for args in [
        &["status", "--format", "json"][..],
        &["export"],
        &["check"],
        &["report"],
        &["snapshot", "--tab", "budget"],
        &["--plain"],
        &["present", "--secure"],
    ] {
        // A picture and a page may name the file, and places in it do.
        let out = |more: &[&str]| {
            let done = home.lindungi(&[args, more].concat()).run();
            assert!(done.code <= 1, "{args:?} {more:?}: {}", done.err);
            (done.code, done.out.replace("here.json", "small-city.json"))
        };
        let (set, own, built_in) = (out(&[]), out(&[&named]), out(&[demo]));
        if args.contains(&"--secure") {
            assert_eq!(set, built_in, "a guest's settings are not read");
            continue;
        }
        assert_eq!(set, own, "{args:?}");
        assert_ne!(set, built_in, "{args:?}");
    }
    // A pipe's end shows that it is the set one, and no key is needed.
    for args in [&["diff"][..], &["import"], &["status", "--secure"]] {
        let done = home.lindungi(args).run();
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{args:?}");
        assert!(done.err.contains("missing"), "{}", done.err);
    }
    let gone = Home::with("roster = \"gone.json\"\n");
    let done = gone.lindungi(&["status"]).run();
    assert!(done.code == 3 && done.err.contains("gone.json"), "{}", done.err);
    // Nobody has typed that name: it says where it is set.
    assert!(done.err.contains("config.toml:1: roster: "), "{}", done.err);
    let other = gone.lindungi(&["status", "other.json"]).run();
    assert!(other.code == 3 && !other.err.contains("config.toml"), "{}", other.err);
    let done = Home::with("").lindungi(&["status"]).run();
    assert!(done.code == 2 && done.err.contains("missing: <ROSTER>; --demo takes"), "{}", done.err);
}

#[test]
fn the_slides_open_the_roster_that_is_set() {
    let home = Home::with("roster = \"here.json\"\n");
    fs::copy(fixture("small-city.json"), home.path().join("settings/lindungi/here.json")).unwrap();
    let mut terminal = home.terminal(&["present"], &[]);
    terminal.wait_for("of the 80 workers");
    terminal.keys("\u{3}");
    assert!(terminal.end().success());
}

#[test]
fn a_check_tells_a_roster_and_folders_that_are_not_there_and_nothing_else_stops() {
    let home = Home::with("\nroster = \"gone.json\"\ntemplates = [\"~\", \"nowhere\"]\n");
    let file = home.file().display().to_string();
    for (lang, roster, folder) in [
        ("en", "there is no file gone.json", "there is no folder nowhere"),
        ("id", "tidak ada berkas gone.json", "tidak ada folder nowhere"),
    ] {
        let told = home.lindungi(&["--config-check", "--lang", lang]).run();
        let lines = format!("{file}:2: roster: {roster}\n{file}:3: templates: {folder}\n");
        assert_eq!((told.code, told.out.as_str(), told.err.as_str()), (2, lines.as_str(), ""));
    }
    assert_eq!(home.out(&["status", "--demo"]), Home::with("").out(&["status", "--demo"]));
    let home = Home::with("roster = \"here.json\"\ntemplates = [\"~\"]\n");
    fs::write(home.path().join("settings/lindungi/here.json"), "").unwrap();
    assert!(home.out(&["--config-check"]).ends_with(": fine\n"));
}

#[test]
fn an_unknown_key_comes_before_its_value_and_one_that_stands_twice_is_named() {
    let home = Home::with("[keys]\nexprot = \"x\"\nexport = 1\nsort = [\"x\"]\nsort = [\"z\"]\n");
    let told = home.lindungi(&["--config-check"]).run().out;
    let lines: Vec<&str> = told.lines().collect();
    assert!(lines[0].contains(":2: keys.exprot: no key exprot (did you mean export?)"), "{told}");
    assert!(lines[1].ends_with(":3: keys.export: export takes a list of texts, such as [\"…\"]"), "{told}");
    assert!(lines[2].ends_with(":5: keys.sort: stands twice; the first holds"), "{told}");
    assert_eq!(lines.len(), 3);
    assert!(home.out_of(&["--print-config"]).contains("\nsort = [\"x\"]"));
}

#[test]
fn a_file_that_is_no_utf_8_is_told_with_line_and_key_and_the_defaults_hold() {
    for (bytes, told) in [
        (&b"language = \"id\"\n[offices]\nbpjs = \"Kantor \xe9\"\n"[..], ":3: offices.bpjs: no UTF-8 from here on"),
        (b"language = \"id\"\n# \xe9\n", ":2: no UTF-8 from here on"),
        (b"\xff\xfel\x00", ":1: no UTF-8 from here on"),
    ] {
        let home = Home::with(bytes);
        let done = home.lindungi(&["status", "--demo"]).run();
        assert!(done.code == 0 && done.err.contains(told) && done.err.lines().count() == 1, "{}", done.err);
        assert!(done.out.contains("active"), "not even the language above it holds");
        assert_eq!(home.lindungi(&["--config-check"]).run().code, 2);
    }
}

#[test]
fn offices_are_called_as_they_are_set_in_lists_and_names_of_files() {
    let home = Home::with(
        "[offices]\ndukcapil = \"Disdukcapil / Kota Sorong\"\nprogramme = {en = \"Labour office\", id = \"Disnaker\"}\n",
    );
    let files = |lang: &str| {
        let folder = home.path().join(lang);
        home.lindungi(&["check", "--demo", "--by", "office", "-o", folder.to_str().unwrap(), "--lang", lang]).run();
        let mut files: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.starts_with("temuan-dis") || name.starts_with("findings-"))
            .collect();
        files.sort();
        files
    };
    assert_eq!(files("id"), ["temuan-disdukcapil-kota-sorong.xlsx", "temuan-disnaker.xlsx"]);
    let english = files("en");
    assert!(english.iter().any(|name| name.ends_with("-labour-office.xlsx")), "{english:?}");
    let told = home.out(&["snapshot", "--demo", "--lang", "id", "--tab", "layar:8"]);
    assert!(told.contains("Disnaker") || told.contains("Disdukcapil"), "{told}");
}

#[test]
fn protection_ends_soon_within_the_days_that_are_set() {
    let slide = |home: &Home| home.out(&["snapshot", "--demo", "--tab", "slide:7"]);
    let usual = slide(&Home::with(""));
    assert_eq!(slide(&Home::with("[thresholds]\nends_soon_days = 31\n")), usual);
    assert_ne!(slide(&Home::with("[thresholds]\nends_soon_days = 366\n")), usual);
}

#[test]
fn templates_lie_in_the_folders_that_are_set_too() {
    let home = Home::with("templates = [\"~/templat\"]\n");
    fs::create_dir(home.path().join("templat")).unwrap();
    fs::copy(fixture("templates/kelurahan.json"), home.path().join("templat/kelurahan.json")).unwrap();
    assert_eq!(
        home.lindungi(&["export", "--demo", "--template", "kelurahan", "--accept-partial", "-o", "x.csv"]).run().code,
        0
    );
    assert_eq!(Home::with("").lindungi(&["export", "--demo", "--template", "kelurahan", "-o", "x.csv"]).run().code, 2);
}

#[test]
fn what_would_hurt_a_terminal_is_shown_and_not_obeyed() {
    let home =
        Home::with("\"a\\u001b[2J\" = 1\ntheme = \"\\u001b]52;c;eA==\\u0007\"\n[offices]\nbpjs = \"B\\u001b[31m\"\n");
    let done = home.lindungi(&["check", "--demo"]).run();
    assert_clean(&done.err);
    assert_clean(&done.out);
    assert_clean(&home.lindungi(&["--print-config"]).run().out);
    assert_clean(&home.lindungi(&["--config-check"]).run().out);
}

fn wanted(keys: &[(&str, &[&str])]) -> Vec<Wanted> {
    let each = |(place, (action, keys)): (usize, &(&str, &[&str]))| Wanted {
        action: (*action).to_owned(),
        keys: Some(keys.iter().map(|key| (*key).to_owned()).collect()),
        line: place + 1,
    };
    keys.iter().enumerate().map(each).collect()
}

fn bound(keys: &[(&str, &[&str])]) -> &'static [Binding] {
    let (bindings, mistakes) = keymap::bound(&wanted(keys));
    assert_eq!(mistakes, []);
    bindings
}

#[test]
fn an_action_works_by_the_keys_that_are_set_and_the_screens_call_it_so() {
    let bindings = bound(&[("export", &["x", "ctrl-e"]), ("sort", &[]), ("next", &["t", "down"]), ("help", &["f1"])]);
    let press = |keys: &str, shows: &[&str], hides: &[&str]| {
        let start = Start { bindings, ..start(Lang::En) };
        case(Stage::of(roster("sorong-2024.json"), start, Pace::AtOnce, (120, 40)), keys, shows, hides);
    };
    press("", &["x export"], &["e export"]);
    press("x", &["Export"], &[]);
    press("e", &["x export"], &["Export"]);
    press("t", &["> Motorcycle-taxi riders"], &[]);
    press("2", &["t k move"], &["j k move"]);
    press("4", &["x export"], &["s sort", "sort  "]);
    press(":export", &["x"], &[]);
    press(":help", &["F1"], &[]);
    // What is typed is typed.
    press("/tx", &["tx"], &["Export"]);
}

#[test]
fn the_help_shows_the_keys_that_are_set_where_it_showed_the_others() {
    let shown = |keys: &[(&str, &[&str])], action: &str| {
        let row = bound(keys).iter().find(|row| row.action.name() == action && !row.shown.is_empty());
        row.map_or(String::new(), |row| row.shown.to_owned())
    };
    assert_eq!(shown(&[("next", &["t"])], "next"), "t k ↑");
    assert_eq!(shown(&[("previous", &["t", "up"])], "next"), "j t ↓ ↑");
    assert_eq!(shown(&[("page-down", &["ctrl-n"])], "page-down"), "^n ^u PgUp");
    assert_eq!(shown(&[("quit", &["ctrl-q"])], "quit"), "^q ^c");
    assert_eq!(shown(&[("export", &[])], "export"), ":export");
    assert_eq!(shown(&[("print", &["o"])], "print"), "o :print");
    assert_eq!(shown(&[("pick", &["x"])], "pick"), "x");
    // Two that change places lose no key, and none stands twice.
    assert_eq!(shown(&[("next", &["k", "down"]), ("previous", &["j", "up"])], "next"), "k j ↓ ↑");
    assert_eq!(shown(&[("sort", &["S"]), ("flip-sort", &["s"])], "sort"), "S s");
    assert_eq!(shown(&[("copy", &["Y"]), ("copy-all", &["y"])], "copy"), "Y y");
    assert_eq!(shown(&[("next-match", &["N"]), ("previous-match", &["n"])], "next-match"), "N n");
    assert_eq!(shown(&[("first", &["G"]), ("last", &["g"])], "first"), "G g Home End".replace(" Home End", ""));
    assert_eq!(shown(&[("changes", &["d"])], "changes"), "d");
    assert_eq!(shown(&[("changes", &["/"]), ("filter", &["f3"])], "changes"), "/");
    assert_eq!(shown(&[("close", &["x"])], "quit"), "q ^c");
    assert_eq!(shown(&[("quit", &["ctrl-c"])], "quit"), "^c");
    assert_eq!(shown(&[("flip-sort", &[])], "sort"), "s :flip-sort");
    assert_eq!(shown(&[("next", &["j", "down", "ctrl-n"])], "next"), "j k ↓ ^n ↑");
}

#[test]
fn whatever_is_set_a_line_of_the_help_shows_each_of_its_keys_once() {
    let names: Vec<&str> = keymap::bindable(keymap::BINDINGS, Lang::En).iter().map(|own| own.name).collect();
    for (place, first) in names.iter().enumerate() {
        for second in &names[place + 1..] {
            let (bindings, mistakes) = keymap::bound(&wanted(&[(first, &["x", "f7"]), (second, &["Q", "f8"])]));
            for row in bindings.iter().filter(|row| !row.shown.is_empty()) {
                let shown: Vec<&str> = row.shown.split(' ').collect();
                let once = |name: &str| shown.iter().filter(|own| **own == name).count() == 1;
                assert!(shown.iter().all(|name| once(name)), "{first}, {second}: {shown:?}");
                let is_set = [first, second].contains(&&row.action.name()) && mistakes.is_empty();
                assert!(
                    !is_set || row.keys.iter().all(|key| once(&key.name(Lang::En))),
                    "{first}, {second}: {shown:?}"
                );
            }
        }
    }
}

#[test]
fn what_has_no_key_is_called_by_a_word_that_is_taken_in_its_language() {
    for row in keymap::BINDINGS.iter().filter(|row| row.is_named()) {
        for lang in [Lang::En, Lang::Id] {
            let word = row.action.word();
            let mut palette = Palette { input: Input::new(lang.say(&word)), line: 0 };
            let Next::Run(Entry::Action(found)) =
                palette.go(Action::Open, (&Keymap::new(lindungi::capabilities::Capabilities::ALL), None), 20)
            else {
                panic!("{} finds nothing", lang.say(&word));
            };
            assert_eq!(found.action, row.action, "{}", lang.say(&word));
        }
    }
    let bindings = bound(&[("export", &[]), ("what-if", &[]), ("print", &["x"]), ("picture", &["i"])]);
    for (keys, shows, hides) in [
        ("?ekspor", &[":ekspor"][..], &[":export"][..]),
        ("?andai", &[":andai"], &[":what-if"]),
        ("?cetak", &["x :cetak"], &[":print"]),
        ("?gambar layar", &["i :gambar"], &[":picture"]),
        (":ekspor", &["> ekspor"], &["export"]),
        (":andai<enter>", &["Tambahan (APBD-P)"], &["Perintah"]),
    ] {
        let start = Start { bindings, ..start(Lang::Id) };
        case(Stage::of(roster("sorong-2024.json"), start, Pace::AtOnce, (120, 40)), keys, shows, hides);
    }
}

#[test]
fn a_key_that_a_terminal_sends_as_another_is_refused_and_every_other_letter_with_ctrl_arrives() {
    let help = |key: &str| {
        let (_, mistakes) = keymap::bound(&wanted(&[("export", &[key])]));
        mistakes.first().map(|mistake| mistake.words(Lang::En, "c.toml"))
    };
    for (letter, byte) in ('a'..='z').zip(1_u8..).chain([('[', 0x1b)]) {
        let key = Key::read(&format!("ctrl-{letter}")).unwrap();
        let mut decoder = Decoder::default();
        let now = Instant::now();
        let mut said = decoder.take(&[byte], now);
        said.extend(decoder.wait_no_longer(now + Duration::from_secs(9)));
        let [Msg::Key(arrives) | Msg::Rushed(arrives)] = said[..] else { panic!("{letter} says another thing") };
        assert_eq!(key.arrives_as().unwrap_or(key), arrives, "{letter}");
    }
    for (key, other) in [("ctrl-m", "enter"), ("ctrl-i", "tab"), ("ctrl-h", "backspace"), ("ctrl-[", "esc")] {
        let told = format!("c.toml:1: keys.export: a terminal sends {other} for {key}; choose another key");
        assert_eq!(help(key), Some(told));
    }
    assert_eq!(help("ctrl-j"), None);
}

#[test]
fn a_key_that_no_setting_can_free_is_told_as_what_it_always_means() {
    let said = |keys: &[(&str, &[&str])]| -> Vec<String> {
        keymap::bound(&wanted(keys)).1.iter().map(|own| own.words(Lang::En, "c.toml")).collect()
    };
    for (keys, mistake) in [
        (
            &[("previous", &["ctrl-o"][..]), ("left", &["left"]), ("help", &["h"])][..],
            "c.toml:3: keys.help: h always means “slide before” on slides; choose another key",
        ),
        (
            &[("next", &["j", "down"]), ("play", &["space"])],
            "c.toml:2: keys.play: space always means “slides” on slides; choose another key",
        ),
        (
            &[("page-up", &["pgup"]), ("next-match", &["b"])],
            "c.toml:2: keys.next-match: b always means “page” where there is only reading; choose another key",
        ),
        (&[("undo", &["ctrl-z"])], "c.toml:1: keys.undo: ctrl-z always means “suspend”; choose another key"),
        (
            &[("next-tab", &["f9"]), ("undo", &["tab"])],
            "c.toml:2: keys.undo: tab always means “next tab” in what if; choose another key",
        ),
    ] {
        assert_eq!(said(keys), [mistake], "{keys:?}");
    }
}

#[test]
fn a_slip_is_told_the_word_that_was_meant_and_what_is_far_an_example() {
    let told = |text: &str| {
        let (config, mut mistakes) = Config::read(text);
        mistakes.extend(keymap::bound(&config.keys).1);
        mistakes.first().map(|mistake| mistake.words(Lang::En, "c.toml")).unwrap_or_default()
    };
    for (text, near) in [
        ("theme = \"lite\"", "light"),
        ("theme = \"Truecolour\"", "truecolor"),
        ("language = \"Indonesia\"", "id"),
        ("language = \"English\"", "en"),
        ("language = \"id_ID\"", "id"),
        ("glyphs = \"ASCII \"", "ascii"),
        ("[keys]\nexport = [\"delet\"]", "delete"),
        ("[keys]\nexport = [\"spce\"]", "space"),
        ("[keys]\nexport = [\"ctl-e\"]", "ctrl-e"),
        ("[keys]\nexport = [\"Ctrl + E\"]", "ctrl-e"),
        ("[keys]\nexport = [\"PageDown\"]", "pgdn"),
        ("[keys]\nexport = [\"shift-x\"]", "X"),
    ] {
        assert!(told(text).contains(&format!("(did you mean {near}?)")), "{text}: {}", told(text));
    }
    for word in ["f13", "alt-x", "nonsense", "ctrl-1", ""] {
        let told = told(&format!("[keys]\nexport = [\"{word}\"]"));
        assert!(told.ends_with("; keys are such as x, ctrl-e, f5, space, pgdn"), "{word}: {told}");
    }
    assert!(!told("theme = \"zzzz\"").contains("did you mean"));
}

#[test]
fn the_name_of_an_office_is_told_as_it_is_printed_and_as_it_is_taken() {
    for (lang, form) in [
        (Lang::En, "a name of at most 60 characters, or { en = \"…\", id = \"…\" }"),
        (Lang::Id, "nama paling banyak 60 huruf, atau { en = \"…\", id = \"…\" }"),
    ] {
        for value in ["5".to_owned(), "{ en = \"B\" }".to_owned(), format!("\"{}\"", "x".repeat(61))] {
            let (_, mistakes) = Config::read(&format!("[offices]\nbpjs = {value}\n"));
            let told = mistakes.first().map(|mistake| mistake.words(lang, "c.toml")).unwrap_or_default();
            assert!(told.ends_with(form), "{value}: {told}");
        }
        assert!(Config::default().text(lang, "c.toml", &[]).contains(form));
    }
    assert_eq!(Config::read("[offices]\nbpjs = { en = \"B\", id = \"C\" }\n").1, []);
}

#[test]
fn two_actions_may_change_places_but_no_two_share_a_key() {
    let bindings = bound(&[("sort", &["e"]), ("export", &["s"])]);
    let keymap = Keymap::of(bindings, lindungi::capabilities::Capabilities::ALL);
    let tab = Context::Tab(lindungi::tui::tab::Tab::Workers);
    assert_eq!(keymap.action(Key::char('e'), tab).map(|action| action.name()), Some("sort"));
    let said = |keys: &[(&str, &[&str])]| -> Vec<String> {
        let words = |mistake: &Mistake| mistake.words(Lang::En, "c.toml");
        keymap::bound(&wanted(keys)).1.iter().map(words).collect()
    };
    for (keys, mistakes) in [
        (&[("export", &["s"][..])][..], &["c.toml:1: keys.export: s is taken by sort; give sort another key too"][..]),
        (
            &[("export", &["x"]), ("sort", &["x"])],
            &["c.toml:2: keys.sort: x is taken by export; give export another key too"],
        ),
        // The second cannot have it, and then neither can the first have what the second keeps.
        (
            &[("export", &["s"]), ("sort", &["q"])],
            &[
                "c.toml:1: keys.export: s is taken by sort; give sort another key too",
                "c.toml:2: keys.sort: q is taken by quit; give quit another key too",
            ],
        ),
        (&[("export", &["1"])], &["c.toml:1: keys.export: 1 always means “tab Groups”; choose another key"]),
        (&[("undo", &["enter"])], &["c.toml:1: keys.undo: enter always means “open”; choose another key"]),
        (&[("undo", &["^c"])], &["c.toml:1: keys.undo: ctrl-c always means “quit”; choose another key"]),
        (&[("language", &["a"])], &["c.toml:1: keys.language: a is taken by play; give play another key too"]),
        (&[("open", &["o"])], &["c.toml:1: keys.open: its keys stay as they are"]),
        (&[("export", &["ctrl+e"])], &["c.toml:1: keys.export: no key is called ctrl+e (did you mean ctrl-e?)"]),
        (
            &[("redraw", &["R"])],
            &["c.toml:1: keys.redraw: it works where letters are typed too: a key with ctrl, or F1 to F12"],
        ),
    ] {
        assert_eq!(said(keys), mistakes, "{keys:?}");
    }
}

#[test]
fn whatever_is_set_no_key_does_two_things_and_no_typed_letter_is_a_command() {
    let names: Vec<&str> = keymap::bindable(keymap::BINDINGS, Lang::En).iter().map(|own| own.name).collect();
    let keys = ["a", "e", "s", "x", "Q", "ctrl-e", "ctrl-c", "enter", "space", "f5", "pgdn", "0", "ctrl-w"];
    for first in &names {
        for key in keys {
            let second = names[(first.len() * 7 + key.len()) % names.len()];
            let (bindings, _) = keymap::bound(&wanted(&[(first, &[key]), (second, &["e", "x"])]));
            for context in Context::all() {
                let mut seen: Vec<(Key, Action)> = Vec::new();
                for row in bindings.iter().filter(|row| (row.when)(context)) {
                    for key in row.keys {
                        let other = seen.iter().find(|(own, action)| own == key && *action != row.action);
                        assert_eq!(other, None, "{key:?} in {context:?}: {first}, {second}");
                        seen.push((*key, row.action));
                        let typed = context.is_typing() && context != Context::Question && key.typed().is_some();
                        assert!(!typed, "{key:?} in {context:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_key_is_read_as_it_is_written() {
    for own in keymap::bindable(keymap::BINDINGS, Lang::En) {
        for key in own.keys {
            assert_eq!(Key::read(&key).map(Key::written), Some(key.clone()), "{key}");
        }
    }
    for word in ["", " ", "ctrl-", "ctrl-1", "f13", "f0", "nothing", "ctrl-ab"] {
        assert_eq!(Key::read(word), None, "{word:?}");
    }
}

#[test]
fn the_readme_says_where_settings_lie_and_what_there_is() {
    let readme = fs::read_to_string(home().join("README.md")).unwrap();
    for word in ["config.toml", "--print-config", "--config-check", "ends_soon_days"] {
        assert!(readme.contains(word), "{word}");
    }
}

#[test]
fn settings_may_be_private() {
    let home = Home::with("language = \"id\"\n");
    fs::set_permissions(home.file(), fs::Permissions::from_mode(0o600)).unwrap();
    assert!(home.out(&["status", "--demo"]).contains("aktif"));
    assert_eq!(Config::read("").0, Config::default());
}

#[test]
fn the_first_time_is_greeted_once_and_never_where_nothing_can_be_remembered() {
    let city = fixture("small-city.json");
    let home = Home::with("");
    fs::remove_dir_all(home.path().join("settings/lindungi")).unwrap();
    let folder = home.path().join("settings/lindungi");
    for greeted in [true, false] {
        let mut terminal = home.terminal(&[&city], &[]);
        terminal.wait_for("61 of 61");
        terminal.settle();
        assert_eq!(terminal.contents().contains("First time here?"), greeted, "{}", terminal.contents());
        terminal.keys("q");
        terminal.end();
        assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
    }
    // A guest is greeted each time, and leaves nothing behind.
    fs::remove_dir(&folder).unwrap();
    let mut terminal = home.terminal(&["--secure", &city], &[]);
    terminal.wait_for("First time here?");
    terminal.keys("q");
    terminal.end();
    assert!(!folder.exists());
    // Where a folder cannot be made nothing is said of it.
    fs::remove_dir(home.path().join("settings")).unwrap();
    fs::write(home.path().join("settings"), "").unwrap();
    let mut terminal = home.terminal(&[&city], &[]);
    terminal.wait_for("61 of 61");
    terminal.keys("q");
    assert_eq!(terminal.end().exit_code(), 0);
}
