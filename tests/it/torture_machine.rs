//! What the machine does to it: outputs that are closed, clocks that are wrong, lines that are slow, disks and memory that
//! are full, and terminals that want to be as they were.

use crate::support::{BINARY, feed, file, fixture, fixture_text, lindungi, names};
use crate::terminal::Terminal;
use rustix::process::{Signal, kill_process};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

/// The binary with these arguments, by a shell that limits it first.
fn limited(limits: &str, args: &str) -> Command {
    let mut command = Command::new("/bin/sh");
    command.env_clear().env("LANG", "C.UTF-8");
    command.args(["-c", &format!("{limits}; exec '{BINARY}' {args}")]).stdin(Stdio::null());
    command
}

#[cfg(debug_assertions)]
#[test]
fn case_41_an_internal_error_with_an_output_closed_gives_the_terminal_back_all_the_same() {
    let path = fixture("small-city.json");
    for (closed, fault) in [("2>&-", "draw"), ("2>&-", "work"), ("2>/dev/full", "draw"), ("3>&-", "keyboard")] {
        let script = format!("exec '{BINARY}' '{path}' {closed}");
        let env = [("LINDUNGI_FAULT", fault)];
        let mut terminal = Terminal::start_command(&["/bin/sh", "-c", &script], &env, None);
        if fault == "keyboard" {
            terminal.wait_for("61 of 61");
            terminal.keys("j");
        }
        let ended = terminal.end();
        assert_eq!(ended.exit_code(), 101, "{closed}, {fault}: {ended:?}");
    }
    // Without an output there is no terminal to take, and nobody who reads an answer in lines.
    for closed in ["1>&-", "1>&- 2>&-", "0>&- 1>&- 2>&-"] {
        let script = format!("exec '{BINARY}' '{path}' {closed}");
        let mut terminal = Terminal::start_command(&["/bin/sh", "-c", &script], &[], None);
        assert_eq!(terminal.end().exit_code(), 0, "{closed}");
    }
}

/// No figure and no text rests on the clock: of a reading the time of day is said, never how long ago it was.
#[test]
fn case_56_files_and_zones_of_another_time_change_nothing() {
    let text = fixture_text("small-city.json");
    let (_folder, path) = file("roster.json", &text);
    // Beside its place first: with another time than this it never is the roster.
    let put = |text: &str, seconds: u64| {
        let beside = format!("{path}.new");
        fs::write(&beside, text).unwrap();
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        fs::File::options().write(true).open(&beside).unwrap().set_modified(time).unwrap();
        fs::rename(&beside, &path).unwrap();
    };
    let done = lindungi(&["status", &path]).run();
    assert!(done.code == 0 && done.out.contains("42 of 80"), "{}{}", done.out, done.err);
    let right = done.out;
    // 1970, the end of 32 bits in 2038, and 2100.
    for seconds in [0, 2_147_483_647, 2_147_483_648, 4_102_444_800] {
        put(&text, seconds);
        for zone in ["", "UTC", "Asia/Jayapura", "Mars/Olympus", ":/dev/null", "XYZ+99:99:99", "\u{1b}[2J"] {
            assert_eq!(lindungi(&["status", &path]).env("TZ", zone).run().out, right, "{seconds} {zone:?}");
        }
    }
    for zone in ["Mars/Olympus", "XYZ+99:99:99", "Pacific/Kiritimati"] {
        let mut terminal = Terminal::start_command(&[BINARY, &path], &[("TZ", zone)], None);
        terminal.wait_for("42 of 80 active");
        // A minute of the year 2100, then one of 1970: each is another file, and is read.
        put(&text.replacen("\"status\": \"active\"", "\"status\": \"verified\"", 1), 4_102_444_860);
        terminal.wait_for("41 of 80 active");
        put(&text, 60);
        terminal.wait_for("42 of 80 active");
        fs::write(&path, "{").unwrap();
        terminal.wait_for("OLD DATA");
        fs::write(&path, &text).unwrap();
        terminal.wait_until("data of today", |screen| !screen.contains("OLD DATA"));
        terminal.leave();
    }
}

/// Every end of every test in a terminal looks at its settings and modes (`Terminal::end`); these are the ends from
/// everything that can be open.
#[test]
fn case_58_whatever_is_open_the_terminal_is_as_before_when_it_ends() {
    let path = fixture("small-city.json");
    let open = ["e", ":", "?", "f", "w", "p", "D", "/", "/group:nelayan", "s", "I", "4\r", "2", "3", "5\r", "e\u{15}x"];
    for (turn, keys) in open.into_iter().enumerate() {
        let mut terminal = Terminal::start(&[&path]);
        terminal.wait_for("61 of 61");
        terminal.keys(keys);
        terminal.settle();
        match turn % 3 {
            // Ctrl-C leaves from everywhere, however often it must be pressed to get out of what is open.
            0 => terminal.keys("\u{3}\u{3}\u{3}"),
            1 => kill_process(terminal.pid, Signal::TERM).unwrap(),
            _ => {
                terminal.keys("\u{1a}");
                terminal.wait_on("the usual screen", |screen| !screen.alternate_screen());
                terminal.wait_until_stopped();
                kill_process(terminal.pid, Signal::CONT).unwrap();
                terminal.wait_on("its own screen", vt100::Screen::alternate_screen);
                terminal.keys("\u{3}\u{3}\u{3}");
            }
        }
        let ended = terminal.end();
        let signal = (turn % 3 == 1).then_some("Terminated");
        assert_eq!((ended.signal(), ended.success()), (signal, signal.is_none()), "{keys:?}: {ended:?}");
    }
}

/// Whatever ends a process and can be watched gives the terminal back first; also what nobody sends on purpose.
#[test]
fn a_signal_that_means_nothing_here_ends_it_as_properly_as_the_others() {
    for (signal, name) in [
        (Signal::USR1, "User defined signal 1"),
        (Signal::USR2, "User defined signal 2"),
        (Signal::XCPU, "CPU time limit exceeded"),
    ] {
        let mut terminal = Terminal::start(&[&fixture("small-city.json")]);
        terminal.wait_for("61 of 61");
        kill_process(terminal.pid, signal).unwrap();
        let ended = terminal.end();
        assert_eq!(ended.signal(), Some(name), "{ended:?}");
    }
}

/// What a line of 2,000 bytes a second has not carried yet when a held key is let go: two frames, no queue of stale ones.
#[test]
fn case_66_on_a_slow_line_a_held_key_leaves_no_queue_of_frames() {
    let mut terminal = Terminal::on_a_slow_line(&[&fixture("sorong-2024.json")], 2_000);
    terminal.wait_for("14,212");
    terminal.keys("4");
    terminal.wait_for("Yanti Indrawati");
    terminal.settle();
    for _ in 0..90 {
        terminal.keys("j");
        terminal.pause(Duration::from_millis(33));
    }
    let before = terminal.raw.len();
    terminal.settle();
    // A frame that is larger has marks of its begin and end.
    let rest = terminal.raw.len() - before;
    assert!(rest <= 2 * 1_024, "{rest} bytes");
    let city: Value = serde_json::from_str(&fixture_text("sorong-2024.json")).unwrap();
    let (row, _) = terminal.screen.screen().cursor_position();
    let (text, name) = (terminal.contents(), city["workers"][90]["name"].as_str().unwrap());
    let row = text.lines().nth(row.into()).unwrap();
    assert!(row.contains(&format!("> {name} ")), "{row} where the ninetieth key led to {name}\n{text}");
    terminal.leave();
}

/// The file is looked at; nothing of the system has to tell of it, so nothing of that can be used up.
#[cfg(target_os = "linux")]
#[test]
fn case_72_a_file_is_watched_without_anything_that_the_system_can_run_out_of() {
    let text = fixture_text("small-city.json");
    let (_folder, path) = file("roster.json", &text);
    let mut terminal = Terminal::start(&[&path]);
    terminal.wait_for("42 of 80 active");
    let open = fs::read_dir(format!("/proc/{}/fd", terminal.pid.as_raw_nonzero())).unwrap();
    let open: Vec<String> =
        open.filter_map(|entry| Some(fs::read_link(entry.unwrap().path()).ok()?.display().to_string())).collect();
    assert!(!open.is_empty() && !open.iter().any(|own| own.contains("inotify")), "{open:?}");
    fs::write(&path, text.replacen("\"status\": \"active\"", "\"status\": \"verified\"", 1)).unwrap();
    terminal.wait_for("41 of 80 active");
    terminal.leave();
}

/// A file that may not grow further (`ulimit -f`), as a full disk or a quota (`tests/real/disks.py` has those): the old one
/// stays, nothing is left beside it, and it is said.
#[test]
fn case_75_a_file_that_may_not_grow_is_left_out_and_said() {
    let folder = tempfile::tempdir().unwrap();
    let target = |name: &str| folder.path().join(name).display().to_string();
    let roster = fixture("sorong-2024.json");
    for format in ["csv", "json", "jsonl", "xlsx", "markdown"] {
        let path = target(&format!("list.{format}"));
        fs::write(&path, "old").unwrap();
        let args = format!("export '{roster}' --format {format} --force -o '{path}'");
        let done = limited("ulimit -f 20", &args).output().unwrap();
        assert_eq!(done.status.code(), Some(4), "{format}: {done:?}");
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(said.contains("no file may grow so large (ulimit -f)"), "{format}: {said}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        fs::remove_file(path).unwrap();
    }
    assert_eq!(names(folder.path()), [""; 0], "no half of a file");
    // Standard output that may not grow: said as well, and no death.
    let done =
        limited("ulimit -f 20", &format!("export '{roster}' --format csv > '{}'", target("out"))).output().unwrap();
    assert_eq!(done.status.code(), Some(4), "{done:?}");
    // The dashboard says so and goes on.
    let script = format!("ulimit -f 20; exec '{BINARY}' '{roster}'");
    let mut terminal = Terminal::start_command(&["/bin/sh", "-c", &script], &[("PATH", "/usr/bin:/bin")], None);
    terminal.wait_for("14,212");
    terminal.keys("4e");
    terminal.wait_for("xlsx");
    terminal.keys(&format!("\u{15}{}", target("from-the-dashboard.xlsx")));
    terminal.settle();
    terminal.keys("\r");
    terminal.wait_for("ulimit -f");
    assert_eq!(names(folder.path()), ["out"]);
    terminal.keys("\u{3}\u{3}");
    assert!(terminal.end().success());
}

/// What a command is given is fed slowly, with little memory: what has come is counted on the screen. Where even that is
/// too little it is said (`case_30`).
#[test]
fn case_99_on_a_poor_machine_the_first_frame_says_how_far_the_reading_is() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("roster");
    let text = fixture_text("sorong-2024.json");
    let (first, second) = text.as_bytes().split_at(text.len() / 2);
    let go_on = feed(&pipe, vec![first.to_vec(), second.to_vec()]);
    let script = format!("ulimit -v 300000; exec '{BINARY}' - < '{}'", pipe.display());
    let mut terminal = Terminal::start_command(&["/bin/sh", "-c", &script], &[("PATH", "/usr/bin:/bin")], None);
    terminal.wait_for("so far");
    go_on.send(()).unwrap();
    drop(go_on);
    terminal.wait_for("14,212");
    terminal.leave();
}

/// Whatever it may have, the dashboard is there, or says that it is not for want of memory and takes no terminal.
#[test]
fn case_30_with_too_little_memory_the_dashboard_says_so_and_the_terminal_is_as_it_was() {
    let starts = |kib: &u64| limited(&format!("ulimit -v {kib}"), "--version").output().unwrap().status.success();
    let least = (1..).map(|step| step * 2_048).find(starts).unwrap() + 4_096;
    let path = fixture("small-city.json");
    let mut met = BTreeSet::new();
    for more in [0, 4, 8, 16, 32, 64, 128, 256, 1_024] {
        let script = format!("ulimit -v {}; exec '{BINARY}' '{path}'", least + more * 1_024);
        let mut terminal = Terminal::start_command(&["/bin/sh", "-c", &script], &[], None);
        let shown = terminal.wait_for_either("61 of 61", "lindungi: ");
        if shown {
            terminal.leave();
        } else {
            let code = terminal.end().exit_code();
            let said = ["there is no more memory", "no more threads may be started (ulimit -u, ulimit -v)"];
            let told = terminal.contents().split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(said.iter().any(|said| told.contains(said)) && matches!(code, 3 | 4), "{code}: {told}");
        }
        met.insert(shown);
    }
    assert_eq!(met.len(), 2, "both ends were met");
}
