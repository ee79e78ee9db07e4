//! Which commit the program is made of, for `--version`: of a checkout, or of what `cargo package` made of one. Nothing
//! else is asked, no clock and no machine, so that one commit is one program; whoever has neither is told none.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "it runs before the program and speaks to cargo")]

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

/// So much of a commit's name is shown, however much of it this copy of the repository would need.
const SHOWN: usize = 7;

fn main() {
    println!("cargo:rerun-if-changed=.build/commit.rs");
    // While it is written each commit would build all of it anew, tests too, only to be shown there.
    if env::var("PROFILE").as_deref() != Ok("release") {
        return;
    }
    // First, since a package that is tried out lies in the folder of a checkout.
    if let Some(commit) = packaged().or_else(checked_out) {
        println!("cargo:rustc-env=LINDUNGI_COMMIT={commit}");
    }
}

fn shown(commit: &str) -> Option<String> {
    let name = commit.get(..SHOWN)?;
    commit.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| name.to_owned())
}

/// The commit that `cargo package` wrote down.
fn packaged() -> Option<String> {
    const FILE: &str = ".cargo_vcs_info.json";
    let text = fs::read_to_string(FILE).ok()?;
    println!("cargo:rerun-if-changed={FILE}");
    let (_, rest) = text.split_once("\"sha1\"")?;
    shown(rest.split('"').nth(1)?)
}

/// The commit of this checkout and its day.
fn checked_out() -> Option<String> {
    // The checkout of something else that this lies in is not ours.
    if !git(&["rev-parse", "--show-prefix"])?.is_empty() {
        return None;
    }
    let path = |name: &str| git(&["rev-parse", "--git-path", name]).filter(|path| Path::new(path).exists());
    // Each commit and each change of branch is a line of the log; some keep none. What does not exist would be built for
    // at each call.
    let log = path("logs/HEAD").map(|log| vec![log]);
    let watched = log.unwrap_or_else(|| ["HEAD", "refs/heads", "packed-refs"].into_iter().filter_map(path).collect());
    for path in watched {
        println!("cargo:rerun-if-changed={path}");
    }
    let told = git(&["show", "-s", "--format=%H %cs", "HEAD"])?;
    let (commit, day) = told.split_once(' ')?;
    Some(format!("{} {day}", shown(commit)?))
}

/// What git says; nothing where there is no git, or no checkout.
fn git(arguments: &[&str]) -> Option<String> {
    let said = Command::new("git").args(arguments).output().ok().filter(|said| said.status.success())?;
    Some(String::from_utf8(said.stdout).ok()?.trim().to_owned())
}
