//! What bad lines, hostile keys and signals do to the binary in a real terminal: the cases of D and E that need no root.

use crate::support::{BINARY, Chance, feed, file, fixture, fixture_text, lindungi, names};
use crate::terminal::{PATIENCE, Terminal};
use rustix::process::{Signal, kill_process};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// None of the workers of the small city stands in a text by a number or a whole name.
#[track_caller]
fn assert_names_nobody(what: &str, text: &str) {
    let city: Value = serde_json::from_str(&fixture_text("small-city.json")).unwrap();
    for worker in city["workers"].as_array().unwrap() {
        for field in ["nik", "kpj", "phone", "name"] {
            let own = worker[field].as_str().filter(|own| own.len() > 4 && text.contains(own));
            assert_eq!(own, None, "a {field}, {what}:\n{text}");
        }
    }
}

/// Ends by a signal and leaves the terminal as it was.
#[track_caller]
fn ends_by(terminal: &mut Terminal, signal: Signal, name: &str) {
    kill_process(terminal.pid, signal).unwrap();
    let ended = terminal.end();
    assert_eq!(ended.signal(), Some(name), "{ended:?}");
}

const ENDING: [(Signal, &str); 4] =
    [(Signal::TERM, "Terminated"), (Signal::HUP, "Hangup"), (Signal::INT, "Interrupt"), (Signal::QUIT, "Quit")];

/// The signal comes at any moment of the start: before the terminal is taken, in between, or after.
#[test]
fn case_42_a_signal_at_any_moment_of_the_start_leaves_the_terminal_as_it_was() {
    let path = fixture("small-city.json");
    for (turn, (signal, name)) in ENDING.iter().cycle().take(24).enumerate() {
        let delay = format!("{}", 0.002 * turn as f64 / 2.0);
        // The shell starts the clock of another process, so that no test sleeps.
        let script = format!("(sleep {delay}; kill -{} $$) & exec '{BINARY}' '{path}'", signal.as_raw());
        let mut terminal = Terminal::start_command(&["/bin/sh", "-c", &script], &[("PATH", "/usr/bin:/bin")], None);
        let ended = terminal.end();
        assert_eq!(ended.signal(), Some(*name), "{ended:?} after {delay} s");
    }
}

#[test]
fn case_42_a_signal_while_a_roster_is_read_or_a_dialog_is_open_ends_it_by_that_signal() {
    let path = fixture("small-city.json");
    for (signal, name) in ENDING {
        for keys in ["e", ":", "?", "f", "w", "p", "D"] {
            let mut terminal = Terminal::start(&[&path]);
            terminal.wait_for("61 of 61");
            terminal.keys("4");
            terminal.keys(keys);
            terminal.settle();
            ends_by(&mut terminal, signal, name);
        }
    }
    for (signal, name) in ENDING {
        // A pipe that never ends: it is being read for as long as one likes.
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("roster");
        let text = fixture_text("sorong-2024.json");
        let _goes_on = feed(&pipe, vec![text.as_bytes()[..1_000_000].to_vec()]);
        let script = format!("exec '{BINARY}' - < '{}'", pipe.display());
        let mut terminal = Terminal::start_command(&["/bin/sh", "-c", &script], &[], None);
        terminal.wait_for("so far");
        ends_by(&mut terminal, signal, name);
    }
}

#[test]
fn case_43_a_signal_ends_it_though_nobody_reads_what_it_writes() {
    let path = fixture("small-city.json");
    for (signal, name) in ENDING {
        let mut terminal = Terminal::start_command(&[BINARY, &path], &[], Some("61 of 61"));
        // From here on nobody reads.
        while let Ok(bytes) = terminal.bytes.recv_timeout(PATIENCE) {
            terminal.take(&bytes);
        }
        terminal.keys_until_the_line_is_full("12345");
        ends_by(&mut terminal, signal, name);
    }
}

#[test]
fn case_46_stopped_from_outside_it_takes_the_terminal_again_and_draws_anew() {
    let mut terminal = Terminal::start(&[&fixture("small-city.json")]);
    terminal.wait_for("61 of 61");
    terminal.settle();
    let before = terminal.contents();
    for keys in ["", "/group:nelayan"] {
        terminal.keys(keys);
        terminal.settle();
        let before = if keys.is_empty() { before.clone() } else { terminal.contents() };
        kill_process(terminal.pid, Signal::STOP).unwrap();
        terminal.wait_until_stopped();
        terminal.set_as_before();
        terminal.scribble();
        kill_process(terminal.pid, Signal::CONT).unwrap();
        terminal.wait_until("the screen as it was", |screen| screen == before);
        assert!(terminal.is_raw(), "keys come one by one again");
    }
    // Its window has another size by the time it goes on.
    kill_process(terminal.pid, Signal::STOP).unwrap();
    terminal.wait_until_stopped();
    terminal.resize(100, 30);
    kill_process(terminal.pid, Signal::CONT).unwrap();
    let rows = |screen: &str| (screen.lines().count(), screen.lines().next().map_or(0, |line| line.chars().count()));
    terminal.wait_until("all of the larger screen", |screen| rows(screen) == (30, 99));
    // The usual signal of a shell's `kill -TSTP`.
    kill_process(terminal.pid, Signal::TSTP).unwrap();
    terminal.wait_on("the usual screen", |screen| !screen.alternate_screen() && !screen.hide_cursor());
    terminal.wait_until_stopped();
    kill_process(terminal.pid, Signal::CONT).unwrap();
    terminal.wait_for("group:nelayan");
    terminal.keys("\u{3}");
    assert!(terminal.end().success());
}

#[test]
fn case_57_where_nothing_more_may_be_opened_or_started_it_says_so_and_takes_no_terminal() {
    let path = fixture("small-city.json");
    let mut met = BTreeSet::new();
    for files in 4..12 {
        let script = format!("ulimit -n {files}; exec '{BINARY}' '{path}'");
        let mut terminal = Terminal::start_command(&["/bin/sh", "-c", &script], &[("PATH", "/usr/bin:/bin")], None);
        let shown = terminal.wait_for_either("61 of 61", "(ulimit -n)");
        if shown {
            terminal.keys("q");
        }
        assert_eq!(terminal.end().success(), shown, "{files}");
        met.insert(shown);
    }
    assert_eq!(met.len(), 2, "both were met");
}

#[test]
fn case_60_esc_closes_what_is_open_and_neither_leaves_nor_loses_the_filter() {
    let mut terminal = Terminal::start(&[&fixture("small-city.json")]);
    terminal.wait_for("61 of 61");
    terminal.keys("/group:nelayan\r");
    terminal.wait_for_the_cursor_on_the_selected_row();
    terminal.settle();
    let filtered = terminal.contents();
    terminal.keys("f");
    terminal.wait_until("the facets", |screen| screen != filtered);
    terminal.keys(&"\u{1b}".repeat(20));
    terminal.wait_until("the tab", |screen| screen == filtered);
    terminal.keys("\u{3}");
    assert!(terminal.end().success());
}

#[test]
fn case_61_a_paste_without_end_is_left_by_ctrl_c_and_by_a_signal() {
    for end_by_signal in [false, true] {
        let mut terminal = Terminal::start(&[&fixture("small-city.json")]);
        terminal.wait_for("61 of 61");
        terminal.keys("\u{1b}[200~qqq");
        terminal.wait_for("a paste has begun and does not end: ^c leaves it");
        terminal.keys("4q");
        terminal.settle();
        assert!(terminal.contents().contains("61 of 61"), "it is still the paste's");
        match end_by_signal {
            true => ends_by(&mut terminal, Signal::TERM, "Terminated"),
            false => {
                terminal.wait_for("a paste has begun");
                terminal.pause(Duration::from_millis(600));
                terminal.keys("\u{3}");
                terminal.wait_for("the paste was left");
                terminal.keys("\u{3}");
                assert!(terminal.end().success());
            }
        }
    }
}

#[test]
fn case_62_of_a_long_paste_the_first_part_is_taken_and_the_cut_is_said() {
    let mut terminal = Terminal::start(&[&fixture("small-city.json")]);
    terminal.wait_for("61 of 61");
    terminal.keys("/");
    // The key bar of a line that is typed.
    terminal.wait_for("enter keep");
    terminal.keys("\u{1b}[200~");
    for _ in 0..160 {
        terminal.keys(&"q\r\u{3}".repeat(22_000));
    }
    terminal.keys("\u{1b}[201~");
    terminal.wait_for("only the first 256 characters of the paste were taken");
    terminal.keys("\u{1b}");
    terminal.wait_for("61 of 61");
    terminal.leave();
}

#[test]
fn case_65_a_flood_of_keys_arrives_whole_and_torn_sequences_are_whole() {
    let mut terminal = Terminal::start(&[&fixture("sorong-2024.json")]);
    terminal.wait_for("14,212");
    terminal.keys("4");
    terminal.wait_for_the_cursor_on_the_selected_row();
    // More than any buffer of a terminal's reader takes at once, and nothing after it.
    terminal.keys(&"j".repeat(3_000));
    terminal.wait_for("2,986–3,001");
    terminal.keys("\u{1b}");
    terminal.pause(Duration::from_millis(60));
    terminal.keys("[A");
    terminal.settle();
    terminal.keys("\r");
    terminal.wait_for("W003000");
    terminal.settle();
    let detail = terminal.contents();
    terminal.keys("\u{1b}");
    terminal.pause(Duration::from_millis(60));
    terminal.keys("[200~qqq\u{1b}[201~");
    terminal.settle();
    assert_eq!(terminal.contents(), detail, "neither closed by Esc nor left by q");
    terminal.keys("q");
    terminal.wait_for("2,986–3,001");
    terminal.leave();
}

/// A pasted sentence where pastes are not told from keys, and whatever else comes as keys: no file of it.
#[test]
fn case_64_pasted_sentences_and_random_bytes_write_no_file() {
    let (folder, path) = file("roster.json", fixture_text("small-city.json"));
    let before = names(folder.path());
    let mut terminal = Terminal::start(&[&path]);
    terminal.wait_for("61 of 61");
    let mut chance = Chance(42);
    terminal.keys("e\rthe export, please\r:save all\r e\r");
    for _ in 0..400 {
        // Neither Ctrl-C nor `q`, which would leave, nor Ctrl-Z.
        let bytes: Vec<u8> =
            (0..64).map(|_| chance.below(256) as u8).filter(|byte| ![3, 26, b'q'].contains(byte)).collect();
        terminal.write(&bytes);
    }
    terminal.keys("\u{1b}\\");
    terminal.settle();
    terminal.keys("\u{3}\u{3}");
    assert!(terminal.end().success());
    assert_eq!(names(folder.path()), before);
    assert_eq!(names(terminal.folder()), [""; 0], "nothing beside where it was started");
}

#[test]
fn who_leaves_while_a_file_is_written_has_it_whole_or_not_at_all() {
    let (folder, path) = file("roster.json", fixture_text("sorong-2024.json"));
    let target = folder.path().join("list.xlsx");
    let mut terminal = Terminal::start(&[&path]);
    terminal.wait_for("14,212");
    terminal.keys("4e");
    terminal.wait_for("xlsx");
    terminal.keys(&format!("\u{15}{}", target.display()));
    terminal.settle();
    terminal.keys("\r");
    terminal.wait_for_file(folder.path(), |file| file != "roster.json");
    terminal.leave();
    assert!(target.exists(), "it was waited for");
    assert_eq!(names(folder.path()), ["list.xlsx", "roster.json"]);
}

#[test]
fn case_42_a_signal_while_a_file_is_written_takes_the_half_of_it_away() {
    for (signal, name) in ENDING {
        let (folder, path) = file("roster.json", fixture_text("sorong-2024.json"));
        let target = folder.path().join("list.xlsx");
        let mut terminal = Terminal::start(&[&path]);
        terminal.wait_for("14,212");
        terminal.keys("4e");
        terminal.wait_for("xlsx");
        terminal.keys(&format!("\u{15}{}", target.display()));
        terminal.settle();
        terminal.keys("\r");
        terminal.wait_for_file(folder.path(), |file| file != "roster.json");
        ends_by(&mut terminal, signal, name);
        let left = names(folder.path());
        assert!(left.iter().all(|name| name == "roster.json" || name == "list.xlsx"), "{left:?}");
    }
}

/// The file changes under the dashboard in every way that files do, and nobody presses a key.
#[test]
fn case_68_a_file_that_changes_is_read_by_itself_and_old_data_ends_by_itself() {
    let text = fixture_text("small-city.json");
    let fewer = text.replacen("\"status\": \"active\"", "\"status\": \"verified\"", 1);
    assert_ne!(fewer, text);
    let (folder, path) = file("roster.json", &text);
    let (path, other) = (Path::new(&path), folder.path().join("other.json"));
    let mut terminal = Terminal::start(&[path.to_str().unwrap()]);
    terminal.wait_for("42 of 80 active");
    // Written anew; taken away and put back; broken and mended.
    fs::write(path, &fewer).unwrap();
    terminal.wait_for("read again: active 42 → 41");
    fs::rename(path, &other).unwrap();
    terminal.wait_for("OLD DATA");
    terminal.wait_for("no such file");
    fs::rename(&other, path).unwrap();
    terminal.wait_until("data of today", |screen| !screen.contains("OLD DATA"));
    fs::write(path, &text[..text.len() / 2]).unwrap();
    terminal.wait_for("OLD DATA");
    assert!(terminal.contents().contains("41 of 80 active"), "what was read is shown");
    // In its place comes an older file of another.
    fs::write(&other, &text).unwrap();
    let day = std::time::SystemTime::now() - Duration::from_secs(86_400);
    fs::File::options().write(true).open(&other).unwrap().set_modified(day).unwrap();
    fs::rename(&other, path).unwrap();
    terminal.wait_for("42 of 80 active");
    assert!(!terminal.contents().contains("OLD DATA"));
    // A link that leads elsewhere.
    fs::write(&other, &fewer).unwrap();
    fs::remove_file(path).unwrap();
    std::os::unix::fs::symlink(&other, path).unwrap();
    terminal.wait_for("41 of 80 active");
    // Half of the workers are gone: that is offered, and lapses.
    let mut small: Value = serde_json::from_str(&text).unwrap();
    small["workers"].as_array_mut().unwrap().truncate(3);
    fs::write(&other, small.to_string()).unwrap();
    terminal.wait_for("3 workers instead of 61");
    terminal.wait_for("OLD DATA");
    fs::write(&other, &text).unwrap();
    terminal.wait_for("42 of 80 active");
    terminal.leave();
}

#[test]
fn case_73_who_does_not_want_the_file_watched_reads_it_again_by_hand() {
    let text = fixture_text("small-city.json");
    let (_folder, path) = file("roster.json", &text);
    let mut terminal = Terminal::start(&[&path, "--no-watch"]);
    terminal.wait_for("42 of 80 active");
    fs::write(&path, text.replacen("\"status\": \"active\"", "\"status\": \"verified\"", 1)).unwrap();
    terminal.pause(Duration::from_millis(2_500));
    assert!(terminal.contents().contains("42 of 80 active"));
    terminal.keys("r");
    terminal.wait_for("41 of 80 active");
    terminal.leave();
}

/// A shared login: what is not allowed is not there.
#[test]
fn case_83_a_guest_looks_and_does_nothing_else() {
    let (folder, path) = file("roster.json", fixture_text("small-city.json"));
    let before = names(folder.path());
    let hostile = [
        ("LINDUNGI_LANG", "id"),
        ("HOME", "/etc"),
        ("XDG_CONFIG_HOME", "/etc"),
        ("TMUX", "1"),
        ("RUST_BACKTRACE", "full"),
        ("EDITOR", "/bin/sh"),
        ("TERM", "../../x"),
    ];
    let mut terminal = Terminal::start_command(&[BINARY, "--secure", &path], &hostile, None);
    terminal.wait_for("61 of 61");
    let english = terminal.contents();
    assert!(english.contains("filter") && !english.contains("export"), "{english}");
    terminal.keys("4");
    terminal.wait_for_the_cursor_on_the_selected_row();
    terminal.settle();
    let workers = terminal.contents();
    assert!(workers.contains("> O. H. ") && workers.contains(" B. O. "), "names are initials: {workers}");
    let mut seen = vec![english, workers.clone()];
    for keys in ["e", "y", "Y", "p", "D", "\u{1a}"] {
        terminal.keys(keys);
        terminal.settle();
        assert_eq!(terminal.contents(), workers, "after {keys:?}");
    }
    // The order of numbers would tell who knows two of them of everybody between.
    terminal.keys("s");
    terminal.wait_for("order of the file");
    let sorting = terminal.contents();
    assert!(
        sorting.contains("Village") && !["NIK", "KPJ", "Phone"].iter().any(|own| sorting.contains(own)),
        "{sorting}"
    );
    seen.push(sorting);
    terminal.keys("\u{1b}");
    terminal.wait_until("the tab", |screen| screen == workers);
    for command in ["export", "copy", "print", "save a", "view", "reveal", "changed"] {
        terminal.keys(&format!(":{command}"));
        terminal.wait_for("No command has these words");
        seen.push(terminal.contents());
        terminal.keys("\u{1b}");
        terminal.wait_until("the tab", |screen| screen == workers);
    }
    for filter in ["nik:9671", "96", "kpj:2", "phone:08", "born:1981", "id:W0", "\"1 2\""] {
        terminal.keys(&format!("/\u{15}{filter}"));
        terminal.wait_for("numbers and birth dates of persons are not looked for here");
        seen.push(terminal.contents());
        terminal.keys("\u{1b}");
        terminal.wait_until("the tab", |screen| screen == workers);
    }
    terminal.leave();
    terminal.assert_asked_nothing();
    assert_eq!(names(folder.path()), before);
    assert_names_nobody("as it was written", &String::from_utf8_lossy(&terminal.raw));
    // What is written are differences: a number may come piece by piece.
    seen.iter().for_each(|screen| assert_names_nobody("on a screen", screen));
}

#[test]
fn case_88_without_a_terminal_a_guest_gets_the_figures_and_nothing_else() {
    let path = fixture("small-city.json");
    let status = lindungi(&["status", &path]).run();
    for call in [lindungi(&["--secure", &path]), lindungi(&[&path]).env("LINDUNGI_SECURE", "1")] {
        let done = call.env("SSH_ORIGINAL_COMMAND", "cat /etc/passwd").run();
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        assert_eq!(done.out, status.out);
    }
    for args in [
        &["export", "--secure", &path][..],
        &["check", &path, "--secure"],
        &["import", &path, "--secure"],
        &["plan", "--workers", "1", "--monthly", "1", "--months", "1", "--secure"],
        &["diff", &path, &path, "--secure"],
        &["demo", "--secure"],
        &["schema", "--secure"],
        &["snapshot", &path, "--secure"],
        &["status", &path, "--reveal", "--secure"],
        &[&path, "--reveal", "--secure"],
    ] {
        let done = lindungi(args).run();
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{args:?}");
        assert!(done.err.contains("not for this login"), "{args:?}: {}", done.err);
    }
    let done = lindungi(&["status", &path, "--filter", "nik:9671", "--secure"]).run();
    assert_eq!(done.code, 2);
    assert!(done.err.contains("not looked for here"), "{}", done.err);
}

#[test]
fn case_90_a_guest_s_roster_leads_out_of_its_folder_by_no_link() {
    let (folder, secret) = file("secret.json", fixture_text("small-city.json"));
    let inside = folder.path().join("open");
    fs::create_dir(&inside).unwrap();
    fs::write(inside.join("august.json"), fixture_text("small-city.json")).unwrap();
    let link = inside.join("roster.json");
    let read = || lindungi(&["--secure", link.to_str().unwrap()]).run();
    std::os::unix::fs::symlink("august.json", &link).unwrap();
    assert_eq!(read().code, 0, "within the folder a link is as good as a file");
    for target in [Path::new(&secret), Path::new("../secret.json")] {
        fs::remove_file(&link).unwrap();
        std::os::unix::fs::symlink(target, &link).unwrap();
        let done = read();
        assert_eq!((done.code, done.out.as_str()), (3, ""));
        assert!(done.err.contains("it leads out of its folder"), "{}", done.err);
    }
}

#[cfg(debug_assertions)]
#[test]
fn case_40_an_internal_error_anywhere_gives_the_terminal_back_and_quotes_nothing() {
    for (fault, keys) in [("draw", ""), ("keyboard", "j"), ("work", ""), ("watch", ""), ("draw,hook", "")] {
        let path = fixture("small-city.json");
        let env = [("LINDUNGI_FAULT", fault), ("RUST_BACKTRACE", "full")];
        let mut terminal = Terminal::start_command(&[BINARY, &path], &env, None);
        if !keys.is_empty() {
            terminal.wait_for("61 of 61");
            terminal.keys(keys);
        }
        let ended = terminal.end();
        terminal.assert_restored();
        let raw = String::from_utf8_lossy(&terminal.raw).into_owned();
        // On its own screen, where it came to that, it may have shown them; what stays are the words behind it.
        assert_names_nobody(fault, raw.rsplit("\u{1b}[?1049l").next().unwrap());
        if fault.contains("hook") {
            // The language's own way out of an error in the error: it cannot be caught.
            assert_eq!(ended.signal(), Some("Aborted"), "{ended:?}");
        } else {
            assert_eq!(ended.exit_code(), 101, "{fault}: {ended:?}");
            assert!(raw.contains("internal error at src/fault.rs"), "{raw}");
        }
    }
}

#[test]
fn case_50_a_storm_of_sizes_ends_in_the_screen_of_a_fresh_start_and_draws_few_frames() {
    let path = fixture("small-city.json");
    let mut terminal = Terminal::start(&[&path]);
    terminal.wait_for("61 of 61");
    let before = terminal.raw.len();
    let (mut chance, began) = (Chance(7), Instant::now());
    for turn in 0..500 {
        terminal.resize(1 + chance.below(150) as u16, 1 + chance.below(60) as u16);
        if turn % 5 == 0 {
            terminal.pause(Duration::from_millis(10));
        }
    }
    terminal.resize(100, 30);
    let mut fresh = Terminal::start_command(
        &["/bin/sh", "-c", &format!("stty cols 100 rows 30; exec '{BINARY}' '{path}'")],
        &[("PATH", "/usr/bin:/bin")],
        None,
    );
    fresh.resize(100, 30);
    fresh.wait_for("61 of 61");
    fresh.settle();
    let whole = fresh.contents();
    terminal.wait_until("the screen of a fresh start", |screen| screen == whole);
    let frames = terminal.raw[before..].windows(4).filter(|bytes| bytes == b"\x1b[2J").count() as u128;
    // Some at once, and then fifteen a second, however slow the machine is.
    let time = began.elapsed();
    assert!((1..20 + time.as_millis() / 60).contains(&frames), "{frames} frames of 500 sizes in {time:?}");
    terminal.leave();
    fresh.leave();
}

#[test]
fn case_51_every_terminal_gets_the_sixteen_colours_and_the_modes_that_all_have() {
    for term in ["linux", "vt100", "xterm", "xterm-kitty", "screen", "tmux-256color", "bogus"] {
        let mut terminal = Terminal::start_command(&[BINARY, &fixture("small-city.json")], &[("TERM", term)], None);
        terminal.wait_for("61 of 61");
        for keys in ["2", "3", "4", "5", "?", "\u{1b}"] {
            terminal.keys(keys);
            terminal.settle();
        }
        terminal.leave();
        let raw = String::from_utf8_lossy(&terminal.raw).into_owned();
        let styles: BTreeSet<&str> = raw
            .split("\u{1b}[")
            .filter_map(|sequence| sequence.split_once('m'))
            .map(|(style, _)| style)
            .filter(|style| style.bytes().all(|byte| byte.is_ascii_digit() || byte == b';'))
            .collect();
        assert!(styles.contains("32") && styles.contains("36"), "green and cyan: {term}, {styles:?}");
        // Those of 256 and of millions are longer.
        assert!(!styles.iter().any(|style| style.contains("38;") || style.contains("48;")), "{term}, {styles:?}");
        let modes: BTreeSet<&str> =
            raw.split("\u{1b}[?").skip(1).map(|sequence| &sequence[..sequence.find(['h', 'l']).unwrap()]).collect();
        // Its own screen, pastes, frames at once, the cursor, no wrapping: who has one of them not passes over it. The mouse
        // is asked of those alone that have one.
        let mouse: &[&str] = if ["linux", "vt100"].contains(&term) { &[] } else { &["1000", "1006"] };
        let expected: BTreeSet<&str> =
            ["1049", "2004", "2026", "25", "7"].into_iter().chain(mouse.iter().copied()).collect();
        assert_eq!(modes, expected, "{term}");
    }
}

#[test]
fn case_55_two_windows_on_one_roster_read_it_again_and_leave_no_lock() {
    let text = fixture_text("small-city.json");
    let (folder, path) = file("roster.json", &text);
    let mut windows = [Terminal::start(&[&path]), Terminal::start(&[&path])];
    windows.iter_mut().for_each(|window| window.wait_for("42 of 80 active"));
    fs::write(&path, text.replacen("\"status\": \"active\"", "\"status\": \"verified\"", 1)).unwrap();
    for window in &mut windows {
        window.wait_for("41 of 80 active");
        window.leave();
    }
    assert_eq!(names(folder.path()), ["roster.json"]);
}
