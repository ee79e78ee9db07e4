//! The binary in a real terminal: what it shows, what it leaves behind, and that it goes when it is told to or when
//! the line is gone.

use crate::support::{BINARY, feed, file, fixture, fixture_text, lindungi, status_json};
use crate::terminal::{PATIENCE, Terminal};
use rustix::process::{Signal, kill_process};
use serde_json::Value;
use std::process::Command;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

/// `19,336`.
fn count(number: &Value) -> String {
    let digits = number.as_str().map_or_else(|| number.to_string(), str::to_owned);
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `Nov 2024` of `2024-11`.
fn month(text: &Value) -> String {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (year, number) = text.as_str().unwrap().split_once('-').unwrap();
    format!("{} {year}", names[number.parse::<usize>().unwrap() - 1])
}

#[test]
fn a_whole_life_from_start_to_quit() {
    let mut terminal = Terminal::start(&[&fixture("sorong-2024.json")]);
    terminal.wait_for("14,212");
    assert!(terminal.screen.screen().alternate_screen(), "it draws on a screen of its own");
    terminal.wait_for_the_cursor_on_the_selected_row();
    terminal.keys("/");
    terminal.keys("group:nelayan");
    terminal.wait_for("1,347 of 17,640");
    terminal.keys(" status:active");
    terminal.wait_for("968 of 17,640");
    terminal.keys("\r");
    terminal.wait_for_the_cursor_on_the_selected_row();
    terminal.settle();
    let mut seen = vec![terminal.contents()];
    for key in ["2", "3", "4", "5"] {
        terminal.keys(key);
        terminal.wait_until("another tab", |screen| !seen.iter().any(|other| other == screen));
        terminal.settle();
        let found = terminal.contents();
        assert!(found.contains("968 of 17,640"), "the filter rules tab {key}:\n{found}");
        seen.push(found);
    }
    terminal.keys("1");
    terminal.wait_until("the first tab", |screen| screen.contains("Market traders"));
    terminal.settle();
    assert_eq!(terminal.contents(), seen[0], "the first tab is as it was");
    terminal.keys("\u{7f}");
    terminal.wait_for("17,640 of 17,640");
    terminal.resize(120, 40);
    terminal.wait_until("a screen of 120 columns", |screen| {
        screen.lines().any(|line| line.chars().count() > 100) && screen.contains("14,212")
    });
    terminal.settle();
    assert!(terminal.contents().lines().nth(39).is_some_and(|line| line.contains('q')), "the key bar is at the foot");
    terminal.leave();
    terminal.assert_asked_nothing();
}

#[test]
fn fast_typing_keeps_its_order() {
    let mut terminal = Terminal::start(&[&fixture("small-city.json")]);
    terminal.wait_for("61 of 61");
    terminal.keys("/");
    let text = "abcdefghijklmnopqrstuvwxyz0123456789";
    for _ in 0..20 {
        // Each letter arrives alone, as from fingers or a slow line.
        text.split_inclusive(|_| true).for_each(|letter| terminal.keys(letter));
        terminal.wait_until("all letters", |screen| {
            screen.lines().any(|line| line.starts_with(" / ") && line.contains('9') && line.trim_end().len() >= 39)
        });
        terminal.settle();
        assert!(terminal.contents().contains(text), "{}", terminal.contents());
        terminal.keys("\u{15}");
        terminal.wait_until("an empty line", |screen| !screen.lines().any(|line| line.contains("789")));
    }
    terminal.keys("\u{3}");
    assert!(terminal.end().success());
}

#[test]
fn the_screen_shows_the_figures_of_status() {
    for (roster, filter) in
        [("sorong-2024.json", None), ("sorong-2024.json", Some("group:nelayan")), ("small-city.json", None)]
    {
        let path = fixture(roster);
        let args: Vec<&str> = std::iter::once(path.as_str()).chain(filter.map(|_| "--filter")).chain(filter).collect();
        let status = status_json(&args);
        let mut terminal = Terminal::start(&args);
        terminal.resize(120, 40);
        let of = format!("{} of {}", count(&status["workers"]["matched"]), count(&status["workers"]["readable"]));
        // The last row of the larger screen is drawn only at its size.
        terminal.wait_until("the larger screen", |screen| {
            screen.contains(&of) && screen.lines().nth(39).is_some_and(|line| !line.trim().is_empty())
        });
        terminal.settle();
        let screen = terminal.contents();
        let enrollment = &status["enrollment"];
        let mut figures = vec![
            format!("{} of {} active", count(&enrollment["active"]), count(&enrollment["target"])),
            format!("Rp{} left", count(&status["budget"]["left"])),
            month(&status["budget"]["runway"]["active"]["funded_through"]),
            format!("{} months", count(&status["budget"]["runway"]["active"]["full_months"])),
        ];
        // Under a filter of groups alone the other groups are shown as they are.
        for group in status_json(&[&path])["groups"].as_array().unwrap() {
            let name = group["name"].as_str().unwrap();
            let line = screen.lines().find(|line| line.contains(name));
            let line = line.unwrap_or_else(|| panic!("{name} is not on\n{screen}"));
            let standing = |own: &str| count(&group["standing"][own]);
            let figures = [count(&group["target"]), standing("proposed"), standing("verified"), standing("active")];
            let words: Vec<&str> = line.split(name).nth(1).unwrap().split_whitespace().take(4).collect();
            assert_eq!(words, figures, "{name}\n{screen}");
        }
        for figure in figures.drain(..) {
            assert!(screen.contains(&figure), "{figure} is not on\n{screen}");
        }
        terminal.keys("3");
        for figure in ["spent", "committed", "left"] {
            terminal.wait_for(&count(&status["budget"][figure]));
        }
        terminal.leave();
    }
}

#[test]
fn case_42_a_signal_ends_it_by_that_signal_with_the_terminal_restored() {
    for (signal, name) in
        [(Signal::TERM, "Terminated"), (Signal::HUP, "Hangup"), (Signal::INT, "Interrupt"), (Signal::QUIT, "Quit")]
    {
        for keys in ["", "/status:act"] {
            let mut terminal = Terminal::start(&[&fixture("small-city.json")]);
            terminal.wait_for("61 of 61");
            terminal.keys(keys);
            terminal.settle();
            kill_process(terminal.pid, signal).unwrap();
            let ended = terminal.end();
            assert_eq!(ended.signal(), Some(name), "{ended:?}");
        }
    }
}

#[test]
fn case_43_a_dropped_line_leaves_no_process_behind() {
    let fixture = fixture("small-city.json");
    let ignoring = format!("trap '' HUP; exec '{BINARY}' '{fixture}'");
    for command in [&[BINARY, &fixture][..], &["/bin/sh", "-c", &ignoring]] {
        let mut terminal = Terminal::start_command(command, &[], Some("61 of 61"));
        // The reader lets go of the terminal once it has seen the screen.
        while let Ok(bytes) = terminal.bytes.recv_timeout(PATIENCE) {
            terminal.take(&bytes);
        }
        assert!(terminal.contents().contains("61 of 61"), "{}", terminal.contents());
        terminal.writer = None;
        terminal.master = None;
        let ended = terminal.end();
        assert!(!ended.success(), "{ended:?}");
    }
}

#[test]
fn ctrl_c_and_esc_do_what_they_say() {
    let mut terminal = Terminal::start(&[&fixture("small-city.json")]);
    terminal.wait_for("61 of 61");
    terminal.keys("/group:nelayan");
    terminal.wait_for("group:nelayan");
    terminal.keys("\r");
    terminal.wait_for_the_cursor_on_the_selected_row();
    terminal.settle();
    let filtered = terminal.contents();
    for _ in 0..5 {
        terminal.keys("\u{1b}");
        terminal.settle();
    }
    assert_eq!(terminal.contents(), filtered, "Esc neither leaves nor loses the filter");
    terminal.keys("\u{3}");
    assert!(terminal.end().success());
}

/// Old text between the cells makes another number of one: "42 of 80" was read as "142 of 80".
#[test]
fn no_old_text_stays_where_the_terminal_has_no_screen_of_its_own() {
    let mut terminal = Terminal::start(&[&fixture("small-city.json")]).without_own_screen();
    terminal.wait_for("61 of 61");
    terminal.settle();
    let whole = terminal.contents();
    assert_eq!(terminal.shared_contents(), whole, "at start");
    terminal.scribble();
    assert_ne!(terminal.shared_contents(), whole);
    terminal.keys("\u{c}");
    let drawn = terminal.bytes.recv_timeout(PATIENCE).expect("a new drawing");
    terminal.take(&drawn);
    terminal.settle();
    assert_eq!(terminal.shared_contents(), whole, "after Ctrl-L");
    terminal.keys("\u{1a}");
    terminal.wait_on("the usual screen", |screen| !screen.alternate_screen() && !screen.hide_cursor());
    terminal.wait_until_stopped();
    terminal.settle();
    terminal.scribble();
    kill_process(terminal.pid, Signal::CONT).unwrap();
    terminal.wait_until("the screen as it was", |screen| screen == whole);
    terminal.settle();
    assert_eq!(terminal.shared_contents(), whole, "after it was stopped and went on");
    terminal.assert_asked_nothing();
    terminal.leave();
}

#[test]
fn case_46_a_stopped_program_gives_the_terminal_back_and_goes_on_where_it_was() {
    for keys in ["", "/group:nelayan", "?", ":", "f", "D", "4e", "4s", "3\r", "wj19336", "4p"] {
        let mut terminal = Terminal::start(&[&fixture("small-city.json")]);
        terminal.wait_for("61 of 61");
        terminal.keys(keys);
        terminal.settle();
        let before = terminal.contents();
        terminal.keys("\u{1a}");
        terminal.wait_on("the usual screen", |screen| !screen.alternate_screen() && !screen.hide_cursor());
        terminal.wait_until_stopped();
        terminal.settle();
        kill_process(terminal.pid, Signal::CONT).unwrap();
        terminal.wait_until("the screen as it was", |screen| screen == before);
        terminal.assert_asked_nothing();
        terminal.keys("\u{3}");
        assert!(terminal.end().success());
    }
}

/// For terminals that have no clipboard: the mouse selects there.
#[test]
fn print_shows_plain_lines_and_comes_back_to_the_same_screen() {
    let mut terminal = Terminal::start(&[&fixture("small-city.json")]);
    terminal.wait_for("61 of 61");
    terminal.keys("4/group:nelayan\r");
    terminal.wait_for_the_cursor_on_the_selected_row();
    terminal.settle();
    let before = terminal.contents();
    let plain = |screen: &vt100::Screen| !screen.alternate_screen() && screen.contents().contains("Enter comes back.");
    terminal.keys(":print\r");
    terminal.wait_on("the plain screen", plain);
    terminal.settle();
    assert!(!terminal.screen.screen().hide_cursor());
    let raw = String::from_utf8(terminal.raw.clone()).unwrap();
    let (_, lines) = raw.rsplit_once("\u{1b}[J").unwrap();
    assert!(lines.starts_with("id\tname\t"), "{lines:?}");
    assert!(lines.lines().count() > 3 && lines.contains("\tnelayan\t"), "{lines:?}");
    assert!(!lines.contains('\u{1b}'), "nothing but text: {lines:?}");
    // Nothing is drawn there, whatever happens to it.
    terminal.resize(100, 30);
    terminal.settle();
    assert!(plain(terminal.screen.screen()));
    terminal.resize(80, 24);
    terminal.settle();
    terminal.keys("\r");
    terminal.wait_until("the screen as it was", |screen| screen == before);
    assert!(terminal.screen.screen().alternate_screen());
    // Stopped there, it goes on with its own screen.
    terminal.keys(":print\r");
    terminal.wait_on("the plain screen", plain);
    terminal.keys("\u{1a}");
    terminal.wait_until_stopped();
    terminal.settle();
    kill_process(terminal.pid, Signal::CONT).unwrap();
    terminal.wait_until("the screen as it was", |screen| screen == before);
    // Ended there, it leaves the lines.
    terminal.keys(":print\r");
    terminal.wait_on("the plain screen", plain);
    terminal.assert_asked_nothing();
    kill_process(terminal.pid, Signal::TERM).unwrap();
    assert_eq!(terminal.end().signal(), Some("Terminated"));
    assert!(plain(terminal.screen.screen()), "{}", terminal.contents());
}

#[test]
fn a_copy_is_wrapped_for_what_stands_before_the_terminal() {
    for (name, begins) in
        [("LINES", "\u{1b}]52;c;"), ("TMUX", "\u{1b}Ptmux;\u{1b}\u{1b}]52;c;"), ("STY", "\u{1b}P\u{1b}]52;c;")]
    {
        let fixture = fixture("small-city.json");
        let mut terminal = Terminal::start_command(&[BINARY, &fixture], &[(name, "1")], None);
        terminal.wait_for("61 of 61");
        terminal.keys("4y");
        terminal.wait_for("✓ 1 sent to your terminal's clipboard");
        let raw = String::from_utf8_lossy(&terminal.raw).into_owned();
        assert!(raw.contains(begins), "{name}");
        assert_eq!(raw.contains("\u{1b}P"), begins.contains("\u{1b}P"), "{name}: nothing is wrapped for nobody");
        terminal.leave();
    }
}

/// The file changes under the dashboard: broken, then good again.
#[test]
fn a_file_that_breaks_under_the_dashboard_is_said_until_it_is_good_again() {
    let text = fixture_text("small-city.json");
    let (folder, path) = file("roster.json", &text);
    let mut terminal = Terminal::start(&[&path]);
    terminal.wait_for("61 of 61");
    std::fs::write(&path, text.replacen(',', "", 1)).unwrap();
    terminal.keys("r");
    terminal.wait_for("■ roster.json: line ");
    terminal.wait_for("Shown: the reading of ");
    terminal.keys("jj/zz");
    terminal.wait_for("/ zz");
    assert!(terminal.contents().contains("■ roster.json: line "), "{}", terminal.contents());
    terminal.keys("\u{1b}");
    terminal.wait_for("r read again");
    std::fs::write(&path, &text).unwrap();
    terminal.keys("r");
    terminal.wait_for("✓ read again: nothing changed");
    assert!(!terminal.contents().contains('■'), "{}", terminal.contents());
    terminal.leave();
    drop(folder);
}

#[test]
fn case_65_replies_that_nobody_asked_for_change_nothing() {
    let mut terminal = Terminal::start(&[&fixture("small-city.json")]);
    terminal.wait_for("61 of 61");
    terminal.settle();
    let before = terminal.contents();
    for reply in ["\u{1b}[?62c", "\u{1b}[I", "\u{1b}[O", "\u{1b}[<0;1;1M", "\u{1b}[<0;1;1m", "\u{1b}[3;4R"] {
        terminal.keys(reply);
        terminal.settle();
        assert_eq!(terminal.contents(), before, "after {reply:?}");
    }
    terminal.leave();
}

#[test]
fn case_62_a_paste_outside_the_filter_is_no_command() {
    let mut terminal = Terminal::start(&[&fixture("small-city.json")]);
    terminal.wait_for("61 of 61");
    terminal.settle();
    let before = terminal.contents();
    terminal.keys("\u{1b}[200~qqq5\u{3}\u{1b}[201~");
    terminal.settle();
    assert_eq!(terminal.contents(), before);
    terminal.keys("/\u{1b}[200~group:nelayan\u{1b}[2J\u{7}\u{1b}[201~");
    terminal.wait_for("group:nelayan");
    terminal.settle();
    terminal.keys("\u{3}");
    assert!(terminal.end().success());
    terminal.assert_asked_nothing();
}

#[test]
fn the_roster_may_come_from_standard_input_while_keys_come_from_the_terminal() {
    let fixture = fixture("small-city.json");
    let piped = format!("exec '{BINARY}' - < '{fixture}'");
    let mut terminal = Terminal::start_command(&["/bin/sh", "-c", &piped], &[], None);
    terminal.wait_for("61 of 61");
    terminal.keys("/group:nelayan");
    terminal.wait_until("a smaller count", |screen| screen.contains(" of 61 ") && !screen.contains("61 of 61"));
    terminal.keys("\rq");
    assert!(terminal.end().success());
}

/// A pipe that never ends: what has come is shown, tabs change, and `q` leaves at once.
#[test]
fn a_reading_that_stalls_is_shown_and_left() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("roster");
    let text = fixture_text("sorong-2024.json");
    let _goes_on = feed(&path, vec![text.as_bytes()[..text.len() / 2].to_vec()]);
    let piped = format!("exec '{BINARY}' - < '{}'", path.display());
    let mut terminal = Terminal::start_command(&["/bin/sh", "-c", &piped], &[], None);
    terminal.wait_for("so far");
    terminal.keys("4");
    terminal.wait_for("Yanti Indrawati");
    terminal.keys("/nelayan\r");
    terminal.wait_for("Filter  nelayan");
    terminal.leave();
}

#[test]
fn an_older_roster_is_compared_from_the_command_line_and_from_the_keyboard() {
    let (may, june) = (fixture("small-city-may.json"), fixture("small-city.json"));
    let mut terminal = Terminal::start(&[&june, "--since", &may]);
    terminal.wait_for("since 31 May");
    terminal.keys("D");
    terminal.wait_for("> joined");
    // What lies over a tab is closed first.
    terminal.keys("q");
    terminal.wait_for("All groups");
    terminal.leave();

    let mut terminal = Terminal::start(&[&june]);
    terminal.wait_for("61 of 61");
    terminal.keys("Dnone.json\r");
    terminal.wait_for("none.json: no such file");
    // The name stands there still, and can be mended: so much of it as names one file, Tab completes.
    terminal.wait_for("Compare with  none.json");
    let begun = may.strip_suffix("-may.json").unwrap();
    terminal.keys(&format!("\u{15}{begun}-m\t"));
    terminal.wait_for("small-city-may.json");
    terminal.keys("\r");
    terminal.wait_for("Since 31 May 2024");
    // Reading again pairs the people again.
    terminal.keys("\u{1b}");
    terminal.wait_for("All groups");
    terminal.keys("r");
    terminal.wait_for("nothing changed");
    terminal.wait_for("since 31 May");
    terminal.leave();
}

#[test]
fn a_roster_that_cannot_be_read_is_said_on_the_usual_screen() {
    for (name, says) in [("none.json", "no such file"), ("defects/broken-comma.json", "a comma or bracket is missing")]
    {
        let mut terminal = Terminal::start(&[&fixture(name)]);
        let ended = terminal.end();
        assert_eq!((ended.exit_code(), ended.signal()), (3, None), "{}", terminal.contents());
        // A long path is broken by the terminal's own edge.
        let shown = terminal.contents().replace('\n', "");
        assert!(shown.contains(says), "{shown}");
    }
}

#[test]
fn a_wrong_filter_on_the_command_line_is_said_on_the_usual_screen_and_exits_2() {
    for (filter, column) in [("statu:active", "column 1"), ("a\u{1b}[31m statu:active", "column 8")] {
        let mut terminal = Terminal::start(&[&fixture("small-city.json"), "--filter", filter]);
        let ended = terminal.end();
        let shown = terminal.contents();
        assert!(shown.contains("statu:active") && shown.contains("nearest: status"), "{shown}");
        let raw = String::from_utf8(terminal.raw.clone()).unwrap();
        assert!(!raw.contains("\u{1b}[31m"), "the argument's own sequences are not obeyed");
        assert_eq!(ended.exit_code(), 2, "a filter is usage, not input: {shown}");
        assert!(shown.contains(column) && shown.contains('^'), "the mistake is pointed at: {shown}");
    }
}

/// Whoever sees no screen gets the answer in lines; whoever sees no line is asked for none.
#[test]
fn case_47_without_a_screen_it_answers_in_lines() {
    let fixture = fixture("small-city.json");
    let answer = "42 of 80 active";
    let done = lindungi(&[&fixture]).env("TERM", "xterm").run();
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    assert!(done.out.contains(answer) && !done.out.contains('>'), "{}", done.out);
    let from = format!("exec '{BINARY}' '{fixture}' < /dev/null");
    let into = format!("'{BINARY}' '{fixture}' > told; cat told");
    let nameless = format!("unset TERM; exec '{BINARY}' '{fixture}'");
    for (command, env, asks) in [
        (&["/bin/sh", "-c", &from][..], &[][..], false),
        (&["/bin/sh", "-c", &into], &[], false),
        (&[BINARY, &fixture], &[("TERM", "dumb")], true),
        (&[BINARY, &fixture], &[("TERM", "")], true),
        (&["/bin/sh", "-c", &nameless], &[], true),
    ] {
        let mut terminal = Terminal::start_command(command, env, None);
        terminal.wait_for(answer);
        if asks {
            terminal.wait_until("the question", |shown| shown.trim_end().ends_with('>'));
            terminal.keys("quit\n");
        }
        assert_eq!(terminal.end().exit_code(), 0, "{command:?} {env:?}: {}", terminal.contents());
        assert!(!terminal.raw.contains(&0x1b), "not one sequence is written");
    }
    // Slides need one, and an office's list: whoever has none is told what fits.
    let list = crate::support::fixture("import/data-tk-baru.xlsx");
    let ways: [(&[&str], &[&str]); 3] = [
        (&["present", &fixture], &["`lindungi --plain`", "`lindungi report`"]),
        (&[&list], &["`lindungi import "]),
        (&["--plain", &list], &["`lindungi import "]),
    ];
    for (args, told) in ways {
        for (lang, need) in [("en", "terminal with a screen"), ("id", "terminal berlayar")] {
            let done = lindungi(&[args, &["--lang", lang]].concat()).run();
            assert_eq!((done.code, done.out.as_str()), (2, ""), "{args:?}");
            assert!(done.err.contains(need) && told.iter().all(|told| done.err.contains(told)), "{}", done.err);
        }
    }
    let mut dumb = Terminal::start_command(&[BINARY, "present", &fixture], &[("TERM", "dumb")], None);
    dumb.wait_for("lindungi --plain");
    assert_eq!(dumb.end().exit_code(), 2, "{}", dumb.contents());
}

/// Whatever is closed, the answer is the same wherever it can still go.
#[test]
fn case_47_status_needs_no_terminal_and_no_input() {
    let fixture = fixture("small-city.json");
    let answer = |closed: &str| {
        let script = format!("exec '{BINARY}' status '{fixture}' {closed}");
        let mut shell = Command::new("/bin/sh");
        shell.env_clear().env("LANG", "C.UTF-8").args(["-c", &script]).output().unwrap()
    };
    let whole = answer("");
    assert!(whole.status.success() && String::from_utf8_lossy(&whole.stdout).contains("42 of 80"));
    for closed in ["0<&-", "2>&-", "0<&- 2>&-", "< /dev/null"] {
        let answer = answer(closed);
        assert_eq!((answer.status.code(), answer.stdout), (Some(0), whole.stdout.clone()), "{closed}");
    }
}

/// What cannot be kept is said where it is asked for, and nothing else suffers from it.
#[test]
fn case_57_without_a_folder_for_settings_all_works_but_what_needs_one() {
    let nowhere = fixture("small-city.json");
    for (lang, said) in [("C.UTF-8", "views.json: cannot be read"), ("id_ID.UTF-8", "views.json: tidak dapat dibaca")] {
        let env = [("LANG", lang), ("HOME", "/nowhere"), ("XDG_CONFIG_HOME", nowhere.as_str())];
        let mut terminal = Terminal::start_command(&[BINARY, &fixture("small-city.json")], &env, None);
        terminal.wait_for("61 ");
        terminal.keys("4:save mine");
        terminal.settle();
        terminal.keys("\r");
        // Where its line breaks depends on how long the path is.
        terminal.wait_until(said, |screen| screen.split_whitespace().collect::<Vec<_>>().join(" ").contains(said));
        terminal.keys("e");
        terminal.settle();
        terminal.keys("\r");
        terminal.wait_for("✓ 61 ");
        terminal.leave();
    }
}

#[test]
fn nothing_is_written_while_nothing_changes() {
    let mut terminal = Terminal::start(&[&fixture("small-city.json")]);
    terminal.wait_for("61 of 61");
    terminal.settle();
    let waited = terminal.bytes.recv_timeout(Duration::from_millis(1_500));
    assert_eq!(waited, Err(RecvTimeoutError::Timeout), "an idle screen writes nothing");
    terminal.keys("4");
    let bytes = terminal.bytes.recv_timeout(PATIENCE).expect("a key is answered");
    terminal.take(&bytes);
    terminal.settle();
    terminal.leave();
}

#[test]
fn case_02_hostile_text_reaches_the_terminal_as_text() {
    let mut terminal = Terminal::start(&[&fixture("defects/hostile-text.json")]);
    terminal.wait_for("8 of 8");
    terminal.settle();
    let cleared = |terminal: &Terminal| String::from_utf8_lossy(&terminal.raw).matches("\u{1b}[2J").count();
    let before = cleared(&terminal);
    for keys in ["2", "3", "4", "\r", "\u{1b}", "j", "\r", "\u{1b}", "5", "/name:a", "\r", "?", "\u{1b}"] {
        terminal.keys(keys);
        terminal.settle();
    }
    terminal.assert_asked_nothing();
    let raw = String::from_utf8(terminal.raw.clone()).unwrap();
    let hidden = |c: char| c != '\u{1b}' && lindungi::roster::text::is_hidden(c) && c != '\r' && c != '\n';
    assert!(!raw.contains(hidden), "no hidden character of the file is written");
    assert_eq!(cleared(&terminal), before, "the file's own clearing is not among ours");
    terminal.leave();
}

#[test]
fn one_key_leads_from_an_offices_list_to_the_five_tabs() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("mimika.csv");
    std::fs::copy(fixture("import/mimika.csv"), &list).unwrap();
    let list = list.to_str().unwrap();
    let mut terminal = Terminal::start(&[list, "--program", &fixture("import/program.json")]);
    terminal.wait_for("12 rows read: 6 good, 3 doubtful, 3 refused");
    terminal.wait_for("Enter writes 9 workers to");
    // Closed, it says what is shown; read again, it comes back.
    terminal.keys("\u{1b}");
    terminal.wait_for("▲ mimika.csv is a list, no roster yet");
    terminal.keys("r");
    terminal.wait_for("preview of a list");
    assert!(!folder.path().join("mimika.json").exists(), "nothing is written unasked");
    terminal.settle();
    terminal.keys("\r");
    terminal.wait_for("✓ 9 workers written to");
    terminal.keys("4");
    terminal.wait_for("9 of 9 workers");
    // What is shown is the file now, and can be read again.
    terminal.keys("r");
    terminal.wait_for("nothing changed");
    terminal.leave();
    let status = status_json(&[folder.path().join("mimika.json").to_str().unwrap()]);
    assert_eq!(status["workers"]["readable"], 9);
    let refused = std::fs::read_to_string(folder.path().join("mimika.refused.csv")).unwrap();
    assert_eq!(refused.lines().count(), 1 + 3);
    // What is there already stays: the roster may have been worked on.
    let mut terminal = Terminal::start(&[list, "--program", &fixture("import/program.json")]);
    terminal.wait_for("preview of a list");
    terminal.keys("\r");
    terminal.wait_for("exists");
    terminal.keys("q");
    terminal.wait_for("is a list, no roster yet");
    terminal.leave();
}

#[test]
fn a_list_without_a_programme_shows_no_figure_that_rests_on_one_and_asks_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("dinas.xlsx");
    std::fs::copy(fixture("import/dinas.xlsx"), &list).unwrap();
    let mut terminal = Terminal::start(&[list.to_str().unwrap()]);
    terminal.wait_for("preview of a list");
    terminal.wait_for("Enter asks for target and budget first");
    let shown = terminal.contents();
    assert!(shown.contains("0 active") && shown.contains("– left"), "{shown}");
    assert!(!shown.contains("0 of 0") && !shown.contains("Rp0") && !shown.contains("unlimited"), "{shown}");
    terminal.keys("\r");
    terminal.wait_for("What only the office knows of this programme");
    // Back is the preview, and nothing is written.
    terminal.keys("\u{1b}");
    terminal.wait_for("preview of a list");
    terminal.keys("\r");
    terminal.wait_for("What only the office knows of this programme");
    terminal.keys("banyak\r");
    terminal.wait_for("the target is a number of workers, such as 19,336");
    terminal.keys("\u{15}19.336\r");
    terminal.wait_for("the budget is in rupiah");
    assert!(!folder.path().join("dinas.json").exists(), "nothing is written by halves");
    terminal.keys("2,2 miliar");
    terminal.settle();
    terminal.keys("\r");
    terminal.wait_for("✓ 9 workers written to");
    terminal.wait_for("of 19,336 active");
    terminal.wait_for("Rp2,200,000,000 left");
    terminal.leave();
    let status = status_json(&[folder.path().join("dinas.json").to_str().unwrap()]);
    assert_eq!((&status["enrollment"]["target"], &status["budget"]["total"]), (&19336.into(), &"2200000000".into()));
}

#[test]
fn a_roster_that_is_named_as_a_list_is_a_roster_and_a_broken_list_says_why() {
    let (_folder, path) = file("roster.csv", fixture_text("small-city.json"));
    let mut terminal = Terminal::start(&[&path]);
    terminal.wait_for("61 of 61");
    terminal.leave();
    let (_folder, path) = file("list.xlsx", "NIK;NAMA\n");
    let mut terminal = Terminal::start(&[&path]);
    terminal.wait_for("name it .csv");
    assert_eq!(terminal.end().exit_code(), 3);
}
