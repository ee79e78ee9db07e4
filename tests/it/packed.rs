//! Compressed rosters: every member is read, what follows them is left alone and said, what is cut off is no roster.

use crate::stage::{Pace, Stage, drawn, lines, start};
use crate::support::{assert_clean, file, fixture, fixture_text, lindungi, status_json};
use flate2::Compression;
use flate2::write::GzEncoder;
use lindungi::lang::Lang;
use serde_json::Value;
use std::io::Write;

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A zstandard frame of one stored block.
fn zstd(bytes: &[u8]) -> Vec<u8> {
    let size = u32::try_from(bytes.len()).unwrap();
    let mut frame = vec![0x28, 0xb5, 0x2f, 0xfd, 0xa0];
    frame.extend(size.to_le_bytes());
    frame.extend(&(1 | size << 3).to_le_bytes()[..3]);
    frame.extend(bytes);
    frame
}

/// A zstandard frame that holds nothing of the roster.
fn skippable(note: &[u8]) -> Vec<u8> {
    let mut frame = vec![0x5a, 0x2a, 0x4d, 0x18];
    frame.extend(u32::try_from(note.len()).unwrap().to_le_bytes());
    frame.extend(note);
    frame
}

const TRAILING: [&[u8]; 6] = [b"x", b"\n", b"\0\0\0\0", b"\x1f", b"trailing bytes", b"{\"a\": 1}\n"];

#[test]
fn what_follows_a_compressed_roster_is_not_read_and_is_said() {
    let plain = fixture_text("small-city.json").into_bytes();
    let expected = status_json(&[&fixture("small-city.json")]);
    for (name, whole) in [("city.json.gz", gzip(&plain)), ("city.json.zst", zstd(&plain))] {
        for trailing in TRAILING {
            let bytes = [&whole, trailing].concat();
            let (_folder, path) = file(name, &bytes);
            for (lang, said) in [("en", "was not read"), ("id", "tidak dibaca")] {
                let done = lindungi(&["status", &path, "--format", "json", "--lang", lang]).run();
                assert_eq!(done.code, 0, "{name} {trailing:?}: {}", done.err);
                assert_eq!(serde_json::from_str::<Value>(&done.out).unwrap(), expected, "{name} {trailing:?}");
                assert!(done.err.contains(said) && done.err.contains(name), "{name} {trailing:?}: {}", done.err);
                assert_eq!(done.err.lines().count(), 1, "{}", done.err);
                assert_clean(&done.err);
            }
            let done = lindungi(&["status", "-", "--format", "line"]).stdin(bytes).run();
            assert_eq!((done.code, done.err.lines().count()), (0, 1), "from standard input: {}", done.err);
        }
    }
}

#[test]
fn every_member_is_read_however_many_there_are() {
    let plain = fixture_text("small-city.json").into_bytes();
    let expected = status_json(&[&fixture("small-city.json")]);
    let parts = |of: fn(&[u8]) -> Vec<u8>, size: usize| plain.chunks(size).flat_map(of).collect::<Vec<u8>>();
    for (name, bytes) in [
        ("many.json.gz", parts(gzip, 7)),
        ("empty.json.gz", [gzip(b""), gzip(&plain), gzip(b"")].concat()),
        ("many.json.zst", parts(zstd, 501)),
        ("notes.json.zst", [skippable(b"pzstd"), zstd(&plain), skippable(b"")].concat()),
    ] {
        let (_folder, path) = file(name, &bytes);
        assert_eq!(status_json(&[&path]), expected, "{name}");
    }
}

#[test]
fn a_member_that_is_cut_off_is_no_roster_wherever_it_stands() {
    let plain = fixture_text("small-city.json").into_bytes();
    let (first, second) = plain.split_at(2_000);
    for (name, whole, behind) in [
        ("two.json.gz", gzip(first), gzip(second)),
        ("two.json.zst", zstd(first), zstd(second)),
        ("note.json.zst", zstd(&plain), skippable(b"a note")),
    ] {
        for kept in [4, 8, 9, behind.len() / 2, behind.len() - 1] {
            let (_folder, path) = file(name, [&whole, &behind[..kept]].concat());
            let done = lindungi(&["status", &path]).run();
            assert_eq!((done.code, done.out.as_str()), (3, ""), "{kept} bytes of the second of {name}: {}", done.err);
        }
    }
}

#[test]
fn the_screen_says_it_as_well() {
    for (lang, said) in [(Lang::En, "was not read"), (Lang::Id, "tidak dibaca")] {
        let mut again = crate::support::read(fixture_text("small-city.json")).unwrap();
        again.trailing_bytes = true;
        let app = Stage::of(lindungi::check::audit(again), start(lang), Pace::AtOnce, (80, 24));
        assert!(lines(&drawn(&app)).contains(said), "{}", lines(&drawn(&app)));
    }
}
