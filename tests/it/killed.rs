//! Killed at any moment by the signal that nobody hears: a file that is written is the old one or the new one, what is
//! only read is as it was, and the next start works. The moments are chance's, over as long as one run takes.
//!
//! `LINDUNGI_KILLS=200 cargo test --test it killed` kills so often at each place.

use crate::support::{BINARY, Chance, fixture, fixture_text, lindungi, names};
use crate::terminal::Terminal;
use rustix::process::{Signal, kill_process};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

fn kills(usual: u64) -> u64 {
    std::env::var("LINDUNGI_KILLS").map_or(usual, |kills| kills.parse().unwrap())
}

/// A roster, its list, and a folder to write into.
struct Place {
    folder: tempfile::TempDir,
    chance: Chance,
}

impl Place {
    fn new(seed: u64) -> Place {
        let place = Place { folder: tempfile::tempdir().unwrap(), chance: Chance(seed) };
        fs::create_dir(place.path("out")).unwrap();
        let roster = lindungi(&["demo", "--workers", "1500"]).run();
        fs::write(place.path("roster.json"), roster.out).unwrap();
        for (name, filter) in [("list.csv", "segment:bpu"), ("other.csv", "segment:bpu age>=40")] {
            let args = ["export", &place.text("roster.json"), "--reveal", "--filter", filter, "-o", &place.text(name)];
            assert_eq!(lindungi(&args).run().code, 0);
        }
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    /// What is in the folder, but for what is written there.
    fn sources(&self) -> Vec<(String, Vec<u8>)> {
        let files = names(self.folder.path()).into_iter().filter(|name| name != "out");
        files.map(|name| (name.clone(), fs::read(self.path(&name)).unwrap())).collect()
    }

    /// Runs each of two commands that write one file, kills them at any moment, and looks at the file and at what they
    /// read; at the end what was left half is swept by the next who writes.
    fn kill_who_writes(&mut self, target: &str, turns: u64, writers: [&[&str]; 2]) {
        let start = |writer: usize| {
            let mut command = Command::new(BINARY);
            command.env_clear().env("LANG", "C.UTF-8").args(writers[writer]);
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
        };
        let (target, before, began) = (self.path("out").join(target), self.sources(), Instant::now());
        let whole = [0, 1].map(|writer| {
            assert!(start(writer).wait().unwrap().success(), "{:?}", writers[writer]);
            fs::read(&target).unwrap()
        });
        assert_ne!(whole[0], whole[1], "two files that can be told apart");
        let (length, kept) = (began.elapsed() / 2, names(&self.path("out")));
        for turn in 0..turns {
            let mut child = start(turn as usize % 2);
            thread::sleep(length * self.chance.below(1_100) as u32 / 1_000);
            // It may have ended by itself.
            let _ = child.kill();
            child.wait().unwrap();
            let now = fs::read(&target).unwrap();
            assert!(whole.contains(&now), "half of a file after {turn} turns of {:?}", writers[0]);
        }
        assert_eq!(self.sources(), before, "what is read stays as it is");
        assert!(start(0).wait().unwrap().success());
        assert_eq!(fs::read(&target).unwrap(), whole[0]);
        assert_eq!(names(&self.path("out")), kept, "what was left half is swept");
    }
}

#[test]
fn case_45_an_export_that_is_killed_leaves_a_whole_file_in_every_format() {
    let mut place = Place::new(45);
    let roster = place.text("roster.json");
    for ending in ["csv", "xlsx", "json"] {
        let name = format!("list.{ending}");
        let target = place.path("out").join(&name).to_str().unwrap().to_owned();
        let masked = ["export", &roster, "--force", "-o", &target];
        place.kill_who_writes(&name, kills(10), [&masked, &[&masked[..], &["--reveal"]].concat()]);
        fs::remove_file(target).unwrap();
    }
}

#[test]
fn case_45_an_import_that_is_killed_leaves_a_whole_roster_and_the_one_it_merges_into_as_it_was() {
    let mut place = Place::new(81);
    let (roster, program) = (place.text("roster.json"), place.text("program.json"));
    let mut empty: serde_json::Value = serde_json::from_str(&fs::read_to_string(&roster).unwrap()).unwrap();
    for section in ["workers", "claims"] {
        empty[section] = serde_json::json!([]);
    }
    fs::write(&program, empty.to_string()).unwrap();
    let target = place.path("out").join("new.json").to_str().unwrap().to_owned();
    for base in [["--program", &program], ["--into", &roster]] {
        let lists = [place.text("list.csv"), place.text("other.csv")];
        let writers = lists.each_ref().map(|list| {
            ["import", list.as_str(), base[0], base[1], "--accept-partial", "--force", "-o", target.as_str()]
        });
        place.kill_who_writes("new.json", kills(15), [&writers[0], &writers[1]]);
        fs::remove_file(&target).unwrap();
    }
}

/// Kills it, and takes what it still wrote.
fn kill(terminal: &mut Terminal) {
    kill_process(terminal.pid, Signal::KILL).unwrap();
    assert!(!terminal.end().success());
}

#[test]
fn case_81_killed_between_preview_and_commit_nothing_is_written_and_killed_in_the_commit_all_or_nothing() {
    let mut chance = Chance(81);
    let (list, program) = (fs::read(fixture("import/mimika.csv")).unwrap(), fixture("import/program.json"));
    let whole = {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("mimika.csv"), &list).unwrap();
        let mut terminal = previewed(folder.path(), &program);
        terminal.settle();
        terminal.keys("\r");
        terminal.wait_for("✓ 9 workers written to");
        terminal.leave();
        ["mimika.json", "mimika.refused.csv"].map(|name| fs::read(folder.path().join(name)).unwrap())
    };
    for turn in 0..kills(12) {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("mimika.csv"), &list).unwrap();
        let mut terminal = previewed(folder.path(), &program);
        if turn % 2 == 0 {
            terminal.keys(chance.of::<&str>(&["j", "jjj", "k", "?", "\u{1b}", "4", ""]));
            terminal.pause(Duration::from_millis(chance.below(20)));
            kill(&mut terminal);
            assert_eq!(names(folder.path()), ["mimika.csv"]);
        } else {
            terminal.settle();
            terminal.keys("\r");
            terminal.pause(Duration::from_micros(chance.below(8_000)));
            kill(&mut terminal);
            for (name, whole) in ["mimika.json", "mimika.refused.csv"].iter().zip(&whole) {
                assert!(fs::read(path(name)).is_ok_and(|bytes| bytes == *whole) || !path(name).exists(), "{name}");
            }
        }
        assert_eq!(fs::read(path("mimika.csv")).unwrap(), list);
        let mut next = previewed(folder.path(), &program);
        next.keys("\u{3}");
        assert!(next.end().success());
    }
}

/// A dashboard with the preview of the list in a folder.
fn previewed(folder: &Path, program: &str) -> Terminal {
    let mut terminal = Terminal::start(&[folder.join("mimika.csv").to_str().unwrap(), "--program", program]);
    terminal.wait_for("12 rows read: 6 good, 3 doubtful, 3 refused");
    terminal
}

#[test]
fn case_45_views_that_are_saved_when_it_is_killed_are_the_old_ones_or_the_new_ones() {
    let home = tempfile::tempdir().unwrap();
    let (own, mut chance) = (home.path().to_str().unwrap().to_owned(), Chance(3));
    let file = home.path().join("lindungi/views.json");
    let start = || {
        let mut terminal =
            Terminal::start_command(&[BINARY, &fixture("small-city.json")], &[("XDG_CONFIG_HOME", &own)], None);
        terminal.wait_for("61 of 61");
        terminal
    };
    let mut views: Vec<String> = Vec::new();
    for turn in 0..kills(10) {
        let before = fs::read(&file).ok();
        let mut terminal = start();
        let name = format!("pandangan{turn}");
        terminal.keys(&format!(":save {name}"));
        terminal.settle();
        terminal.keys("\r");
        terminal.pause(Duration::from_micros(chance.below(6_000)));
        kill(&mut terminal);
        match fs::read(&file).ok() {
            now if now == before => {}
            now => {
                views.push(name);
                let now: serde_json::Value = serde_json::from_slice(&now.unwrap()).unwrap();
                let saved = now["views"].as_array().unwrap().iter().map(|view| view["name"].as_str().unwrap());
                assert_eq!(saved.collect::<Vec<_>>(), views, "those of before and the new one");
            }
        }
    }
    let mut terminal = start();
    terminal.keys(":save akhir");
    terminal.settle();
    terminal.keys("\r");
    terminal.wait_for("saved as the view akhir");
    terminal.leave();
    assert_eq!(names(&home.path().join("lindungi")), ["views.json"], "what was left half is swept");
}

#[test]
fn case_45_killed_while_it_reads_a_file_that_is_being_written_it_leaves_that_alone() {
    let (folder, mut chance) = (tempfile::tempdir().unwrap(), Chance(7));
    let path = folder.path().join("roster.json");
    let text = fixture_text("small-city.json");
    fs::write(&path, &text).unwrap();
    for _ in 0..kills(10) {
        let mut terminal = Terminal::start(&[path.to_str().unwrap()]);
        terminal.wait_for("61 of 61");
        let ended = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                while !ended.load(Ordering::Relaxed) {
                    fs::write(&path, &text).unwrap();
                }
            });
            for _ in 0..chance.below(30) {
                terminal.keys("r");
                terminal.pause(Duration::from_millis(chance.below(5)));
            }
            ended.store(true, Ordering::Relaxed);
        });
        terminal.keys("r");
        kill(&mut terminal);
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
        assert_eq!(names(folder.path()), ["roster.json"]);
    }
    let mut terminal = Terminal::start(&[path.to_str().unwrap()]);
    terminal.wait_for("61 of 61");
    terminal.leave();
}
