//! Files that are written: whole or not at all, never in the place of what is none, and swept after who was killed. What a
//! person has set is not lost by an error, nor by another window.

use crate::support::{BINARY, fixture, lindungi, names};
use crate::terminal::Terminal;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};

#[test]
fn case_74_force_replaces_files_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    assert!(Command::new("mkfifo").arg(path("pipe")).status().unwrap().success());
    fs::create_dir(path("folder")).unwrap();
    fs::write(path("file"), "old").unwrap();
    fs::write(path("secret"), "kept").unwrap();
    symlink(path("secret"), path("link")).unwrap();
    symlink("/dev/null", path("device")).unwrap();
    let small = fixture("small-city.json");
    for (name, code, said) in [
        ("pipe", 4, "it is a device or a pipe, no file"),
        ("folder", 4, "it is a directory"),
        ("file", 0, ""),
        ("link", 0, ""),
        ("missing/x", 4, "no such file or folder"),
    ] {
        let done =
            lindungi(&["export", &small, "--force", "--format", "csv", "-o", path(name).to_str().unwrap()]).run();
        assert_eq!(done.code, code, "{name}: {}", done.err);
        assert!(done.err.contains(said), "{name}: {}", done.err);
    }
    assert_eq!(fs::read_to_string(path("secret")).unwrap(), "kept", "no link is followed");
    assert_eq!(
        names(folder.path()),
        ["device", "file", "folder", "link", "pipe", "secret"],
        "no half of a file is left"
    );
}

#[test]
fn case_76_what_is_written_is_its_owner_s_alone_under_any_mask() {
    for mask in ["000", "077"] {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("list.csv");
        let script =
            format!("umask {mask}; exec '{BINARY}' export '{}' -o '{}'", fixture("small-city.json"), target.display());
        assert!(Command::new("/bin/sh").args(["-c", &script]).stderr(Stdio::null()).status().unwrap().success());
        assert_eq!(fs::metadata(target).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

/// Killed at any moment: the target is the old file or the new one, and the next writing takes away what was left.
#[test]
fn case_45_who_is_killed_while_it_writes_leaves_the_old_file_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("list.csv");
    let export = |reveal: &[&str]| {
        let mut command = Command::new(BINARY);
        let target = target.to_str().unwrap();
        command.args([&["export", &fixture("sorong-2024.json"), "--force", "-o", target], reveal].concat());
        command.stderr(Stdio::null()).stdout(Stdio::null());
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
    for signal in ["TERM", "INT", "HUP", "QUIT"] {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("list.xlsx");
        let mut child = Command::new(BINARY)
            .args(["export", &fixture("sorong-2024.json"), "-o", target.to_str().unwrap()])
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        while names(folder.path()).is_empty() {}
        assert!(
            Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status().unwrap().success()
        );
        let ended = child.wait().unwrap();
        assert!(!ended.success() || target.exists(), "{ended}");
        assert!(names(folder.path()).iter().all(|name| name == "list.xlsx"), "{signal}: {:?}", names(folder.path()));
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
    for terminal in [&mut one, &mut other] {
        terminal.keys("q");
        assert!(terminal.end().success());
    }
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
        terminal.keys("q");
        assert!(terminal.end().success());
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
    terminal.keys("q");
    assert!(terminal.end().success());
}
