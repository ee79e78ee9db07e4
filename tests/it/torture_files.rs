//! Files that are written: whole or not at all, never in the place of what is none, and swept after who was killed. What a
//! person has set is not lost by an error, nor by another window.

use crate::support::{BINARY, fixture, lindungi, names, pipe};
use crate::terminal::{PATIENCE, Terminal};
use rustix::fs::{CWD, FileType, Mode, makedev, mknodat};
use rustix::process::{Pid, Signal, kill_process};
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// A program without an environment of ours.
fn program(name: &str) -> Command {
    let mut command = Command::new(name);
    command.env_clear().env("LANG", "C.UTF-8").stderr(Stdio::null());
    command
}

#[test]
fn case_74_force_replaces_files_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    pipe(&path("pipe"));
    drop(UnixListener::bind(path("socket")).unwrap());
    // Who is not root can make none; of the machine's own none is put at stake.
    let device = mknodat(CWD, path("device"), FileType::CharacterDevice, Mode::RUSR | Mode::WUSR, makedev(1, 3));
    fs::create_dir(path("folder")).unwrap();
    fs::write(path("file"), "old").unwrap();
    fs::write(path("secret"), "kept").unwrap();
    symlink(path("secret"), path("link")).unwrap();
    symlink(path("pipe"), path("link to a pipe")).unwrap();
    let small = fixture("small-city.json");
    let before = names(folder.path());
    for (name, refused) in [
        ("pipe", Some("it is a device or a pipe, no file")),
        ("socket", Some("it is a device or a pipe, no file")),
        ("device", device.is_ok().then_some("it is a device or a pipe, no file")),
        ("folder", Some("it is a folder")),
        ("file", None),
        ("link", None),
        ("link to a pipe", None),
        ("missing/x", Some("no such file or folder")),
    ] {
        let path = path(name);
        let about = fs::symlink_metadata(&path).map(|about| about.file_type()).ok();
        let done = lindungi(&["export", &small, "--force", "--format", "csv", "-o", path.to_str().unwrap()]).run();
        match refused {
            Some(said) => {
                assert!(done.code == 4 && done.err.contains(said), "{name}: {}", done.err);
                assert_eq!(fs::symlink_metadata(&path).map(|about| about.file_type()).ok(), about, "{name}");
            }
            None => {
                assert!(done.code == 0 && done.err.contains("61 rows written to "), "{name}: {}", done.err);
                assert!(fs::symlink_metadata(&path).unwrap().is_file(), "{name} is a file of its own now");
                assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 1 + 61, "{name}");
            }
        }
    }
    assert_eq!(fs::read_to_string(path("secret")).unwrap(), "kept", "no link is followed");
    let left: Vec<String> =
        names(folder.path()).into_iter().filter(|name| device.is_ok() || name != "device").collect();
    assert_eq!(left, before, "no half of a file is left");
}

#[test]
fn case_76_what_is_written_is_its_owner_s_alone_under_any_mask() {
    for mask in ["000", "077"] {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("list.csv");
        let script =
            format!("umask {mask}; exec '{BINARY}' export '{}' -o '{}'", fixture("small-city.json"), target.display());
        assert!(program("/bin/sh").args(["-c", &script]).status().unwrap().success());
        assert_eq!(fs::metadata(target).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

/// Killed at any moment: the target is the old file or the new one, and the next writing takes away what was left.
#[test]
fn case_45_who_is_killed_while_it_writes_leaves_the_old_file_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("list.csv");
    let export = |reveal: &[&str]| {
        let mut command = program(BINARY);
        let target = target.to_str().unwrap();
        command.args([&["export", &fixture("sorong-2024.json"), "--force", "-o", target], reveal].concat());
        command.stdout(Stdio::null());
        command
    };
    assert!(export(&[]).status().unwrap().success());
    let old = fs::read(&target).unwrap();
    assert!(export(&["--reveal"]).status().unwrap().success());
    let new = fs::read(&target).unwrap();
    for turn in 0..30 {
        let mut child = export(if turn % 2 == 0 { &[] } else { &["--reveal"] }).spawn().unwrap();
        // Killed once it has begun to write, or when it is done: whichever comes first.
        while names(folder.path()).len() < 2 && child.try_wait().unwrap().is_none() {}
        let _ = child.kill();
        child.wait().unwrap();
        let now = fs::read(&target).unwrap();
        assert!(now == old || now == new, "half of a file");
    }
    assert!(export(&[]).status().unwrap().success());
    assert_eq!(names(folder.path()), ["list.csv"], "what was left was swept");
}

#[test]
fn a_command_that_is_ended_while_it_writes_takes_its_half_away() {
    for signal in [Signal::TERM, Signal::INT, Signal::HUP, Signal::QUIT] {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("list.xlsx");
        let args = ["export", &fixture("sorong-2024.json"), "-o", target.to_str().unwrap()];
        let mut child = program(BINARY).args(args).spawn().unwrap();
        let patience = Instant::now();
        while names(folder.path()).is_empty() {
            assert!(patience.elapsed() < PATIENCE, "{signal:?}: nothing is written");
        }
        kill_process(Pid::from_child(&child), signal).unwrap();
        let ended = child.wait().unwrap();
        assert!(!ended.success() || target.exists(), "{ended}");
        assert!(names(folder.path()).iter().all(|name| name == "list.xlsx"), "{signal:?}: {:?}", names(folder.path()));
    }
}

/// Saves what is shown under a name in a dashboard that has this folder of settings.
fn saving(home: &Path) -> Terminal {
    let own = home.to_str().unwrap();
    let mut terminal = Terminal::start_command(
        &[BINARY, &fixture("small-city.json")],
        &[("XDG_CONFIG_HOME", own), ("HOME", own)],
        None,
    );
    terminal.wait_for("61 of 61");
    terminal
}

fn save(terminal: &mut Terminal, name: &str, says: &str) {
    terminal.keys(&format!(":save {name}"));
    terminal.settle();
    terminal.keys("\r");
    terminal.wait_for(says);
}

#[test]
fn two_windows_keep_each_other_s_views_and_a_link_stays_one() {
    let home = tempfile::tempdir().unwrap();
    let (folder, kept) = (home.path().join("lindungi"), home.path().join("kept.json"));
    fs::create_dir(&folder).unwrap();
    fs::write(&kept, "{\"schema\": \"lindungi/views/1\", \"views\": []}").unwrap();
    symlink(&kept, folder.join("views.json")).unwrap();
    let (mut one, mut other) = (saving(home.path()), saving(home.path()));
    save(&mut one, "satu", "saved as the view satu");
    save(&mut other, "dua", "saved as the view dua");
    let text = fs::read_to_string(&kept).unwrap();
    assert!(text.contains("satu") && text.contains("dua"), "{text}");
    assert!(folder.join("views.json").is_symlink());
    // A number of a person stays in no file that nobody thinks of.
    one.keys("/nik:9671004103800001\r");
    one.settle();
    save(&mut one, "tiga", "names a person's number");
    assert!(!fs::read_to_string(&kept).unwrap().contains("9671"));
    one.leave();
    other.leave();
}

#[test]
fn views_that_cannot_be_read_are_left_as_they_are() {
    for bytes in [&b"\xff\xfe no text"[..], &vec![b' '; (1 << 20) + 1]] {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("lindungi")).unwrap();
        let file = home.path().join("lindungi/views.json");
        fs::write(&file, bytes).unwrap();
        let mut terminal = saving(home.path());
        save(&mut terminal, "satu", "cannot be read");
        terminal.leave();
        assert_eq!(fs::read(&file).unwrap(), bytes);
    }
}

#[test]
fn case_93_no_image_of_the_memory_is_left() {
    let mut terminal = Terminal::start(&[&fixture("small-city.json")]);
    terminal.wait_for("61 of 61");
    let process = format!("/proc/{}", terminal.pid.as_raw_nonzero());
    let limits = fs::read_to_string(format!("{process}/limits")).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(core.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"]);
    terminal.leave();
}
