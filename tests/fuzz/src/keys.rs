//! Any bytes and pauses from a terminal. However a network cuts bytes within the time that a sequence waits, they say the
//! same; a paste is its text and never a key; a key that may write a file came alone and after a pause; and whatever was
//! begun, somebody who presses Ctrl-C is heard.
//!
//! The bytes are those of the terminal; `0xff`, which no text holds, and the byte behind it are a pause.

use crossterm::event::KeyCode;
use lindungi::tui::keyboard::decoder::Decoder;
use lindungi::tui::keymap::Key;
use lindungi::tui::msg::Msg;
use std::time::{Duration, Instant};

/// In milliseconds: within the time that a sequence waits, and around every time that means something.
const PAUSES: [u64; 16] = [0, 1, 20, 60, 90, 99, 100, 101, 149, 150, 200, 499, 500, 1_000, 2_000, 10_000];

/// A silence after which nothing is waited for any more.
const LONG: u64 = 60_000;

/// What is between two keys that nobody could take for one.
const PAUSE: Duration = Duration::from_millis(150);

/// See the module.
pub fn hold(bytes: &[u8]) {
    let parts = parts(bytes);
    let (mut line, mut said) = (Line::default(), Vec::new());
    parts.iter().for_each(|(pause, part)| said.extend(line.hear(*pause, part)));
    assert!(said.len() <= bytes.len() * 2 + 4, "{} messages of {} bytes", said.len(), bytes.len());
    hold_heard(line);
    let stream: Vec<u8> = parts.iter().flat_map(|(_, part)| part).copied().collect();
    hold_cuts(&stream);
    hold_paste(&stream);
}

/// Pauses, and the bytes that come behind each.
fn parts(bytes: &[u8]) -> Vec<(u64, Vec<u8>)> {
    let mut parts = vec![(0, Vec::new())];
    let mut rest = bytes.iter();
    while let Some(byte) = rest.next() {
        match (byte, parts.last_mut()) {
            (0xff, _) => parts.push((PAUSES[usize::from(rest.next().copied().unwrap_or(0) % 16)], Vec::new())),
            (byte, Some((_, part))) => part.push(*byte),
            (_, None) => {}
        }
    }
    parts
}

/// A decoder at the end of a line, and the time there.
struct Line {
    decoder: Decoder,
    now: Instant,
    heard: Option<Instant>,
}

impl Default for Line {
    fn default() -> Line {
        Line { decoder: Decoder::default(), now: Instant::now(), heard: None }
    }
}

impl Line {
    /// What is said in a pause and by the bytes behind it.
    fn hear(&mut self, pause: u64, part: &[u8]) -> Vec<Msg> {
        self.now += Duration::from_millis(pause);
        let mut said = Vec::new();
        while let Some(due) = self.decoder.due().filter(|due| *due <= self.now) {
            said.extend(self.decoder.wait_no_longer(due));
            assert!(self.decoder.due() != Some(due), "it waits for ever");
        }
        if !part.is_empty() {
            let spoken = self.decoder.take(part, self.now);
            let paused = self.heard.is_none_or(|heard| self.now - heard >= PAUSE);
            let writes = spoken.iter().any(|msg| matches!(msg, Msg::Key(_)));
            assert!(!writes || (paused && spoken.len() == 1), "a key that came with others may write a file");
            self.heard = Some(self.now);
            said.extend(spoken);
        }
        said
    }
}

/// What is said, without a key's haste.
#[derive(PartialEq, Debug)]
enum Said {
    Key(Key),
    Pressed(u16, u16),
    Wheel(bool),
    Paste(String),
    Hangs,
    Left,
}

fn calm(said: Vec<Msg>) -> Vec<Said> {
    let calm = |msg| match msg {
        Msg::Key(key) | Msg::Rushed(key) => Said::Key(key),
        Msg::Pressed(x, y) => Said::Pressed(x, y),
        Msg::Wheel { down } => Said::Wheel(down),
        Msg::Paste(text) => Said::Paste(text),
        Msg::PasteHangs => Said::Hangs,
        Msg::PasteLeft => Said::Left,
        _ => panic!("a terminal says nothing else"),
    };
    said.into_iter().map(calm).collect()
}

/// After a silence Ctrl-C leaves a paste or is the key, and what is pressed next is that key.
fn hold_heard(mut line: Line) {
    line.hear(LONG, b"");
    let said = calm(line.hear(LONG, b"\x03"));
    assert!(
        matches!(&said[..], [Said::Left] | [Said::Key(Key { code: KeyCode::Char('c'), ctrl: true, .. })]),
        "{said:?}"
    );
    assert_eq!(calm(line.hear(LONG, b"j")), [Said::Key(Key::char('j'))]);
}

/// The same bytes, whole and cut in two ways.
fn hold_cuts(stream: &[u8]) {
    let whole = calm([Line::default().hear(0, stream)].into_iter().flatten().collect());
    let all = |size: usize, pauses: &[u64]| {
        let mut line = Line::default();
        let parts = stream.chunks(size).enumerate();
        calm(parts.flat_map(|(place, part)| line.hear(pauses[place % pauses.len()], part)).collect())
    };
    assert_eq!(all(1, &[99]), whole);
    assert_eq!(all(1 + stream.len() % 5, &[0, 60, 1, 90]), whole);
}

/// The same bytes in the brackets of a paste.
fn hold_paste(stream: &[u8]) {
    let end = b"\x1b[201~";
    let body = stream.windows(end.len()).position(|part| part == end).map_or(stream, |at| &stream[..at]);
    let sent = [b"\x1b[200~", body, end].concat();
    let mut line = Line::default();
    let said = calm(sent.chunks(1 + body.len() % 9).flat_map(|part| line.hear(20, part)).collect());
    assert_eq!(said, [Said::Paste(String::from_utf8_lossy(body).into_owned())]);
}
