//! The dashboard left open for long: somebody presses any key, drags its window to any size, and writes to the file it
//! shows, and it stays what it was on the first day.
//!
//! As a test a walk takes seconds. `LINDUNGI_SOAK_MINUTES=60 cargo test --test it case_94 -- --nocapture` walks for an
//! hour and says each minute how large the process is; `LINDUNGI_SOAK_BINARY` names another binary, such as the one that
//! people use.

use crate::support::{BINARY, Chance, fixture, fixture_text};
use crate::terminal::{PATIENCE, Terminal};
use rustix::process::{Signal, kill_process};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// What a process holds of its machine.
#[derive(Clone, Copy)]
struct Held {
    /// Resident memory in KiB.
    memory: u64,
    descriptors: usize,
    threads: usize,
}

impl Held {
    fn by(terminal: &Terminal) -> Held {
        let process = PathBuf::from(format!("/proc/{}", terminal.pid.as_raw_nonzero()));
        let entries = |name: &str| fs::read_dir(process.join(name)).unwrap().count();
        let status = fs::read_to_string(process.join("status")).unwrap();
        let memory = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        let memory = memory.trim().trim_end_matches(" kB").parse().unwrap();
        Held { memory, descriptors: entries("fd"), threads: entries("task") }
    }
}

impl Display for Held {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} KiB, {} descriptors, {} threads", self.memory, self.descriptors, self.threads)
    }
}

/// How long a walk is asked to be; nothing is a test's own length.
fn asked() -> Option<Duration> {
    let minutes = std::env::var("LINDUNGI_SOAK_MINUTES").ok()?;
    Some(Duration::from_secs(60 * minutes.parse::<u64>().unwrap()))
}

/// So much may a walk add to memory. Twenty thousand events added 350 KiB at most, the larger part of them in the first
/// thousands; what kept 300 bytes of each would be over it.
const GROWTH: u64 = 5 * 1024;

/// Every file below some folders, and what is in it.
fn files(folders: &[&Path]) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open: Vec<PathBuf> = folders.iter().map(|folder| (*folder).to_owned()).collect();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => open.push(path),
                false => _ = found.insert(path.clone(), fs::read(&path).unwrap_or_default()),
            }
        }
    }
    found
}

/// The cells of a screen with their colours, as they are seen: where nothing is written, neither its colour nor its
/// weight is.
fn cells(terminal: &Terminal) -> Vec<String> {
    let screen = terminal.screen.screen();
    let (rows, columns) = (screen.size().0.get(), screen.size().1.get());
    let seen = |row, column| {
        let cell = screen.cell(row, column).unwrap();
        let (lines, back) = ([cell.underline(), cell.inverse()], cell.bgcolor());
        match cell.contents().trim() {
            "" if lines == [false, false] => format!("{back:?}"),
            text => format!(
                "{text:?} {:?} {back:?} {lines:?} {:?}",
                cell.fgcolor(),
                [cell.bold(), cell.dim(), cell.italic()]
            ),
        }
    };
    (0..rows)
        .flat_map(|row| (0..columns).map(move |column| (row, column)))
        .map(|(row, column)| seen(row, column))
        .collect()
}

/// Shows a tab: the line under the names of the tabs is thick under its own.
fn show(terminal: &mut Terminal, tab: &str) {
    terminal.keys(tab);
    terminal.wait_until(tab, |screen| {
        let place = |line: usize, text: &str| {
            screen.lines().nth(line).and_then(|line| line.split_once(text)).map(|(before, _)| before.chars().count())
        };
        place(4, "━").is_some_and(|thick| place(3, &format!(" {tab} ")) == Some(thick))
    });
}

/// A thread that goes on until this is gone, however that comes.
struct Ends<'a>(&'a AtomicBool);

impl Drop for Ends<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

struct Walk {
    folder: tempfile::TempDir,
    terminal: Terminal,
    chance: Chance,
    niks: Vec<String>,
    events: u64,
    starts: u64,
}

impl Walk {
    fn begin(seed: u64) -> Walk {
        let folder = tempfile::tempdir().unwrap();
        for name in ["roster", "home", "temporary"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        fs::write(folder.path().join("roster/roster.json"), fixture_text("small-city.json")).unwrap();
        let city: Value = serde_json::from_str(&fixture_text("small-city.json")).unwrap();
        let nik = |worker: &Value| worker["nik"].as_str().filter(|nik| nik.len() == 16).map(str::to_owned);
        let niks = city["workers"].as_array().unwrap().iter().filter_map(nik).collect();
        let terminal = Walk::start(folder.path());
        Walk { folder, terminal, chance: Chance(seed), niks, events: 0, starts: 1 }
    }

    fn start(folder: &Path) -> Terminal {
        let binary = std::env::var("LINDUNGI_SOAK_BINARY").unwrap_or_else(|_| BINARY.to_owned());
        let place = |name: &str| folder.join(name).display().to_string();
        let mut terminal = Terminal::start_command(
            &[&binary, &place("roster/roster.json"), "--since", &fixture("small-city-may.json")],
            &[("HOME", &place("home")), ("XDG_CONFIG_HOME", &place("home")), ("TMPDIR", &place("temporary"))],
            None,
        );
        terminal.wait_for("61 of 61");
        terminal.wait_for("since 31 May");
        terminal.settle();
        terminal
    }

    fn roster(&self) -> PathBuf {
        self.folder.path().join("roster/roster.json")
    }

    /// One thing that happens.
    fn step(&mut self) {
        self.events += 1;
        match self.chance.below(100) {
            0..62 => {
                let keys: String = (0..1 + self.chance.below(6)).map(|_| self.key()).collect();
                self.type_in(&keys);
            }
            62..72 => {
                let words = self.chance.of(&PHRASES);
                self.type_in(words);
            }
            72..78 => {
                self.type_in("\u{1b}");
                self.terminal.pause(Duration::from_millis(160));
            }
            78..82 => {
                let text: String = (0..self.chance.below(400)).map(|_| self.key()).collect();
                let text = text.replace('\u{1b}', "");
                self.type_in(&format!("\u{1b}[200~{text}\u{1b}[201~"));
            }
            82..85 => {
                let (button, x, y) = (self.chance.below(70), self.chance.below(300), self.chance.below(110));
                let end = self.chance.of(&["M", "m"]);
                self.type_in(&format!("\u{1b}[<{button};{x};{y}{end}"));
            }
            85..94 => {
                let (columns, rows) = (1 + self.chance.below(300), 1 + self.chance.below(100));
                self.terminal.resize(columns as u16, rows as u16);
            }
            94..98 => self.change_the_file(),
            98 => {
                let signal = self.chance.of(&[Signal::TSTP, Signal::STOP, Signal::CONT, Signal::WINCH]);
                kill_process(self.terminal.pid, *signal).unwrap();
            }
            _ => self.type_in("\u{1a}"),
        }
        let pause = self.chance.below(20);
        self.terminal.pause(Duration::from_millis(pause));
        self.go_on();
        self.look();
    }

    /// A key; neither one that leaves nor one that shows the commands, of which one leaves. Enter comes right behind
    /// another key: then it writes no file, which alone it may.
    fn key(&mut self) -> String {
        match self.chance.below(12) {
            0..7 => {
                let letter = char::from(b' ' + self.chance.below(95) as u8);
                if matches!(letter, 'q' | ':' | '?') { "j".to_owned() } else { letter.to_string() }
            }
            7 => {
                let control = 1 + self.chance.below(26) as u8;
                // ^C leaves, ^M is Enter, ^P shows the commands, ^Z stops: that is waited for elsewhere.
                if [3, 10, 13, 16, 26].contains(&control) { " ".to_owned() } else { char::from(control).to_string() }
            }
            8 => "j\r".to_owned(),
            _ => (*self.chance.of(&NAMED)).to_owned(),
        }
    }

    fn type_in(&mut self, keys: &str) {
        self.terminal.keys(keys);
    }

    fn change_the_file(&mut self) {
        let (path, text) = (self.roster(), fixture_text("small-city.json"));
        let other =
            text.replacen("\"status\": \"active\"", "\"status\": \"verified\"", 1 + self.chance.below(9) as usize);
        let beside = path.with_extension("new");
        match self.chance.below(8) {
            0 => fs::write(&path, text).unwrap(),
            1 => fs::write(&path, other).unwrap(),
            2 => fs::write(&path, &other.as_bytes()[..self.chance.below(other.len() as u64) as usize]).unwrap(),
            3 => _ = fs::remove_file(&path),
            4 | 5 => {
                fs::write(&beside, other).unwrap();
                fs::rename(&beside, &path).unwrap();
            }
            6 => {
                let mut few: Value = serde_json::from_str(&text).unwrap();
                few["workers"].as_array_mut().unwrap().truncate(self.chance.below(61) as usize);
                fs::write(&path, few.to_string()).unwrap();
            }
            _ => fs::write(&path, [0xff; 64]).unwrap(),
        }
    }

    /// Who is stopped goes on; who has left after all is started again, with nothing of it left on the terminal.
    fn go_on(&mut self) {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.terminal.pid.as_raw_nonzero()));
        let stat = stat.unwrap_or_default();
        if stat.contains(") T ") {
            kill_process(self.terminal.pid, Signal::CONT).unwrap();
        }
        if stat.is_empty() || stat.contains(") Z ") {
            let ended = self.terminal.end();
            assert!(ended.success(), "{ended:?} after {} events:\n{}", self.events, self.terminal.contents());
            self.terminal.assert_restored();
            fs::write(self.roster(), fixture_text("small-city.json")).unwrap();
            self.terminal = Walk::start(self.folder.path());
            self.starts += 1;
        }
    }

    /// Whole numbers are on the screen only beside the word that says so. Where a window was cut a moment ago, what the
    /// terminal left of it stands there until the next frame.
    fn look(&mut self) {
        let niks = &self.niks;
        self.terminal.wait_on("the word beside whole numbers", |screen| {
            let shown = screen.contents();
            // The short word is a column's as well, further down.
            let first = shown.lines().next().unwrap_or_default();
            let said = ["REVEALED", "TERBUKA", " NIK "].iter().any(|chip| first.contains(chip));
            said || !screen.alternate_screen() || !niks.iter().any(|nik| shown.contains(nik.as_str()))
        });
        // An hour of frames is not kept.
        if self.terminal.raw.len() > 1 << 20 {
            self.terminal.raw.clear();
        }
    }

    /// Whatever was opened, picked, typed or changed: back to what a start shows.
    fn come_home(&mut self) {
        fs::write(self.roster(), fixture_text("small-city.json")).unwrap();
        self.terminal.resize(80, 24);
        self.type_in("\u{1b}[201~");
        self.close(2);
        self.go_on();
        self.close(6);
        if !self.terminal.contents().contains(" 1 Groups ") {
            self.type_in("L");
            self.terminal.wait_for(" 1 Groups ");
        }
        self.type_in("r");
        self.terminal.wait_until("data of today", |screen| !screen.contains("OLD DATA"));
        self.terminal.settle();
        if self.terminal.contents().contains("REVEALED") {
            self.type_in("p");
            self.terminal.wait_until("masked numbers", |screen| !screen.contains("REVEALED"));
        }
        // What was begun to be typed into the panel is left first; and once more, every value is reset.
        self.type_in("w");
        self.close(2);
        self.type_in("w\u{7f}\u{7f}");
        self.close(1);
        self.terminal.wait_until("no scenario", |screen| !screen.contains("WHAT IF"));
        self.type_in(&format!("DD\u{15}{}", fixture("small-city-may.json")));
        self.terminal.settle();
        self.type_in("\r");
        self.terminal.wait_for("Since 31 May 2024");
        self.close(2);
        for tab in ["2", "3", "5", "4"] {
            show(&mut self.terminal, tab);
            self.type_in(&format!("\u{7f}g{}", "h".repeat(40)));
            self.terminal.settle();
        }
        self.type_in("VsG\r");
        self.terminal.settle();
        self.type_in("g");
        show(&mut self.terminal, "1");
        self.type_in("g");
        self.close(1);
    }

    /// Away with so many layers over the tab; an escape is one only where nothing comes behind it at once.
    fn close(&mut self, layers: usize) {
        for _ in 0..layers {
            self.type_in("\u{1b}");
            self.terminal.pause(Duration::from_millis(160));
        }
        self.terminal.settle();
    }

    /// The five tabs, cell by cell, each with the cursor on its first row: at start some have none.
    fn tabs(terminal: &mut Terminal) -> Vec<(String, Vec<String>)> {
        let mut tabs = Vec::new();
        for tab in ["2", "3", "4", "5", "1"] {
            show(terminal, tab);
            terminal.keys("g");
            terminal.settle();
            tabs.push((terminal.contents(), cells(terminal)));
        }
        tabs
    }
}

/// Keys that have names, as terminals send them.
const NAMED: [&str; 24] = [
    "\u{1b}[A",
    "\u{1b}[B",
    "\u{1b}[C",
    "\u{1b}[D",
    "\u{1b}OA",
    "\u{1b}[H",
    "\u{1b}[F",
    "\u{1b}[5~",
    "\u{1b}[6~",
    "\u{1b}[2~",
    "\u{1b}[3~",
    "\u{1b}OQ",
    "\u{1b}OR",
    "\u{1b}[15~",
    "\u{1b}[24~",
    "\u{1b}[1;5C",
    "\u{1b}[1;2A",
    "\u{1b}[Z",
    "\t",
    "\u{7f}",
    "\u{8}",
    "\u{1b}[I",
    "\u{1b}[?62c",
    "é",
];

/// What people type in one go. Each that shows the commands leaves them again.
const PHRASES: [&str; 18] = [
    "/group:nelayan\r",
    "/status:active age:30..40\r",
    "/zzz\r",
    "/statu:active\r",
    "4s3j\r",
    "4vjvjv",
    "4\r",
    "5\r",
    "3jj\r",
    "f   j j\t",
    "w1\u{1b}[B2500\u{1b}[B=",
    "wj12000\u{1b}[A",
    "py",
    "4y",
    "r",
    "D\r",
    "jDjj\r",
    "L",
];

#[test]
fn case_94_whatever_happens_to_an_open_dashboard_it_stays_as_small_and_as_whole_as_it_was() {
    // Each length walks another way.
    let mut walk = Walk::begin(94 + asked().map_or(0, |length| length.as_secs()));
    let folder = walk.folder.path().to_owned();
    let places = |walk: &Walk| files(&[&folder, walk.terminal.folder()]);
    let before = places(&walk);
    let begun = Held::by(&walk.terminal);
    let (started, length) = (Instant::now(), asked());
    let goes_on = |walk: &Walk| match length {
        Some(length) => started.elapsed() < length,
        None => walk.events < 300,
    };
    // Buffers are as large as the largest window after a while, and the system's allocator holds what it was given.
    let (mut warm, mut warm_at, mut minutes) = (None, 1, 0);
    while goes_on(&walk) {
        walk.step();
        if walk.starts != warm_at {
            (warm, warm_at) = (None, walk.starts);
        }
        if warm.is_none() && walk.events.is_multiple_of(150) {
            warm = Some(Held::by(&walk.terminal));
        }
        if length.is_some() && started.elapsed().as_secs() / 60 > minutes {
            minutes += 1;
            let (held, starts) = (Held::by(&walk.terminal), walk.starts);
            writeln!(std::io::stderr(), "{minutes} min: {held}, {} events, {starts} starts", walk.events).unwrap();
        }
    }
    walk.come_home();
    let patience = Instant::now();
    let same = |held: Held| (held.descriptors, held.threads) == (begun.descriptors, begun.threads);
    while !same(Held::by(&walk.terminal)) && patience.elapsed() < PATIENCE {
        walk.terminal.pause(Duration::from_millis(100));
    }
    let held = Held::by(&walk.terminal);
    if length.is_some() {
        writeln!(std::io::stderr(), "at home: {held}, {} events, {} starts", walk.events, walk.starts).unwrap();
    }
    assert!(same(held), "begun with {begun}, at the end {held}");
    if let Some(warm) = warm {
        assert!(held.memory <= warm.memory + GROWTH, "after a while {warm}, at the end {held}");
    }
    assert_eq!(places(&walk), before, "nobody meant to write a file");
    let mut fresh = Walk::start(&folder);
    let (walked, started) = (Walk::tabs(&mut walk.terminal), Walk::tabs(&mut fresh));
    for ((text, cells), (fresh_text, fresh_cells)) in walked.iter().zip(&started) {
        assert_eq!(text, fresh_text);
        let other = cells.iter().zip(fresh_cells).position(|(one, other)| one != other);
        assert_eq!(other.map(|place| (place % 80, place / 80, &cells[place], &fresh_cells[place])), None, "{text}");
    }
    walk.terminal.leave();
    fresh.leave();
}

/// Found by the walk: it was taken for a line that is gone.
#[test]
fn case_46_an_end_that_is_typed_while_the_terminal_is_a_shell_s_ends_nothing() {
    let mut terminal = Terminal::start(&[&fixture("small-city.json")]);
    terminal.wait_for("61 of 61");
    terminal.settle();
    let before = terminal.contents();
    terminal.set_as_before();
    terminal.keys("\u{4}");
    terminal.settle();
    kill_process(terminal.pid, Signal::STOP).unwrap();
    terminal.wait_until_stopped();
    terminal.scribble();
    kill_process(terminal.pid, Signal::CONT).unwrap();
    terminal.wait_until("the screen as it was", |screen| screen == before);
    terminal.leave();
}

/// Somebody's program writes the file anew a hundred times a second, in place and by a new file.
#[test]
fn case_70_a_file_that_is_written_all_the_time_is_read_now_and_then_and_keys_are_answered() {
    let text = fixture_text("small-city.json");
    let folder = tempfile::tempdir().unwrap();
    let (path, beside) = (folder.path().join("roster.json"), folder.path().join("roster.new"));
    fs::write(&path, &text).unwrap();
    let mut terminal = Terminal::start(&[path.to_str().unwrap()]);
    terminal.wait_for("42 of 80 active");
    terminal.settle();
    let read = |terminal: &Terminal| {
        let io = fs::read_to_string(format!("/proc/{}/io", terminal.pid.as_raw_nonzero())).unwrap();
        io.lines().find_map(|line| line.strip_prefix("rchar: ")).unwrap().parse::<u64>().unwrap()
    };
    let (held, bytes, began) = (Held::by(&terminal), read(&terminal), Instant::now());
    let ended = AtomicBool::new(false);
    let writes = thread::scope(|scope| {
        let storm = scope.spawn(|| {
            let mut writes = 0;
            while !ended.load(Ordering::Relaxed) {
                let other = text.replacen("\"status\": \"active\"", "\"status\": \"verified\"", writes % 7);
                if writes % 2 == 0 {
                    fs::write(&path, other).unwrap();
                } else {
                    fs::write(&beside, other).unwrap();
                    fs::rename(&beside, &path).unwrap();
                }
                writes += 1;
                thread::sleep(Duration::from_millis(10));
            }
            writes
        });
        let end = Ends(&ended);
        let length = asked().unwrap_or(Duration::from_secs(8));
        while began.elapsed() < length {
            show(&mut terminal, "4");
            show(&mut terminal, "1");
            terminal.keys("/nelayan");
            terminal.wait_for(" / nelayan");
            terminal.keys("\u{15}\r");
            terminal.wait_for("61 of 61");
        }
        drop(end);
        storm.join().unwrap()
    });
    // What was written last is what is shown.
    fs::write(&path, text.replacen("\"status\": \"active\"", "\"status\": \"verified\"", 9)).unwrap();
    terminal.wait_for("33 of 80 active");
    terminal.wait_until("data of today", |screen| !screen.contains("OLD DATA"));
    let readings = (read(&terminal) - bytes) / text.len() as u64;
    // At most one a second, however slow the machine is; and of a file that never rests, one after a while.
    assert!(readings <= began.elapsed().as_secs() + 1, "{readings} readings of {writes} writes");
    assert!(readings >= 2, "{readings} readings of {writes} writes");
    let now = Held::by(&terminal);
    assert!(now.memory <= held.memory + GROWTH, "before {held}, after {now}");
    assert_eq!((now.descriptors, now.threads), (held.descriptors, held.threads));
    terminal.leave();
}
