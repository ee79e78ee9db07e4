//! What a network does to keys and pastes, and what must come of it.

use super::*;
use proptest::prelude::*;

/// Feeds bytes that come with these pauses before each part, and lets time pass at the end.
fn heard(parts: &[(u64, &[u8])]) -> Vec<Msg> {
    let mut decoder = Decoder::default();
    let mut now = Instant::now();
    let mut said = Vec::new();
    for (pause, bytes) in parts.iter().copied().chain([(10_000, &b""[..])]) {
        let next = now + Duration::from_millis(pause);
        while let Some(due) = decoder.due().filter(|due| *due <= next) {
            said.extend(decoder.wait_no_longer(due));
        }
        now = next;
        if !bytes.is_empty() {
            said.extend(decoder.take(bytes, now));
        }
    }
    said
}

/// What was said, in short; with `!` where a key wrote nothing.
fn said(parts: &[(u64, &[u8])]) -> String {
    let words = heard(parts).into_iter().map(|msg| match msg {
        Msg::Key(key) => name(key),
        Msg::Rushed(key) => format!("!{}", name(key)),
        Msg::Paste(text) => format!("paste {text:?}"),
        Msg::PasteHangs => "hangs".to_owned(),
        Msg::PasteLeft => "left".to_owned(),
        Msg::Pressed(x, y) => format!("press {x},{y}"),
        Msg::Wheel { down } => if down { "down" } else { "up" }.to_owned(),
        _ => "?".to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

fn name(key: Key) -> String {
    let alt = if key.alt { "alt-" } else { "" };
    format!("{alt}{}", key.name(crate::lang::Lang::En))
}

/// The same without what a key's haste is.
fn calm(parts: &[(u64, &[u8])]) -> String {
    said(parts).replace('!', "")
}

#[test]
fn keys_are_what_terminals_send_for_them() {
    for (bytes, key) in [
        ("q", "q"),
        ("\r", "Enter"),
        ("\t", "Tab"),
        ("\u{1b}[Z", "Back Tab"),
        ("\u{7f}", "Backspace"),
        ("\u{8}", "Backspace"),
        ("\u{3}", "^c"),
        ("\u{1b}[A", "↑"),
        ("\u{1b}OB", "↓"),
        ("\u{1b}[1;5C", "→"),
        ("\u{1b}[1;3D", "alt-←"),
        ("\u{1b}[H", "Home"),
        ("\u{1b}[4~", "End"),
        ("\u{1b}[5~", "PgUp"),
        ("\u{1b}[6~", "PgDn"),
        ("\u{1b}[3~", "Del"),
        ("\u{1b}OP", "F1"),
        ("\u{1b}[[A", "F1"),
        ("\u{1b}[11~", "F1"),
        ("\u{1b}[24~", "F12"),
        ("\u{1b}d", "alt-d"),
        ("\u{1b}", "Esc"),
        ("你", "你"),
        ("\u{1b}\u{1b}[A", "Esc ↑"),
    ] {
        assert_eq!(calm(&[(0, bytes.as_bytes())]), key, "{bytes:?}");
    }
}

#[test]
fn a_sequence_that_the_network_cut_is_whole() {
    for pause in [20, 60, 90] {
        assert_eq!(calm(&[(0, b"\x1b"), (pause, b"[A")]), "↑");
        assert_eq!(calm(&[(0, b"\x1b["), (pause, b"1;"), (pause, b"5A")]), "↑");
        assert_eq!(calm(&[(0, b"\x1b"), (pause, b"[200~q"), (pause, b"q\x1b"), (pause, b"[201~j")]), "paste \"qq\" j");
    }
}

#[test]
fn an_esc_by_itself_is_the_key_and_what_comes_later_is_typed() {
    assert_eq!(calm(&[(0, b"\x1b"), (150, b"q")]), "Esc q");
    assert_eq!(calm(&[(0, b"\x1b"), (150, b"[")]), "Esc [", "the tab before");
    assert_eq!(calm(&[(0, b"\x1b"), (50, b"d")]), "alt-d", "as terminals send Alt");
    assert_eq!(calm(&[(0, b"\x1b/ojek")]), "Esc / o j e k", "a slow line brings together what was pressed apart");
    assert_eq!(calm(&[(0, b"\x1b\x03")]), "Esc ^c");
}

#[test]
fn the_rest_of_a_sequence_that_comes_too_late_is_known_by_coming_whole() {
    assert_eq!(calm(&[(0, b"\x1b"), (400, b"[A")]), "Esc ↑");
    assert_eq!(calm(&[(0, b"\x1b"), (400, b"OA")]), "Esc ↑");
    assert_eq!(calm(&[(0, b"\x1b"), (400, b"[200~q")]), "Esc hangs");
    assert_eq!(calm(&[(0, b"\x1b"), (400, b"[j")]), "Esc", "a sequence of nobody");
    assert_eq!(calm(&[(0, b"\x1b"), (1_500, b"[A")]), "Esc [ A", "so late it is typed");
}

#[test]
fn what_nobody_asked_for_is_nothing() {
    for bytes in [
        "\u{1b}[>0;276;0c",
        "\u{1b}_Gi=31;OK\u{1b}\\",
        "\u{1b}[1;9999999~",
        "\u{1b}[0;0R",
        "\u{1b}[1;5R",
        "\u{1b}[?62c",
        "\u{1b}[I",
        "\u{1b}[O",
        "\u{1b}[<0;0;0M",
        "\u{1b}[M q!",
        "\u{1b}]11;rgb:0000/0000/0000\u{7}",
        "\u{1b}]52;c;cXE=\u{1b}\\",
        "\u{1b}P1$r0m\u{1b}\\",
        "\u{1b}[?2026;2$y",
        "\u{1b}[99999999999999999999999999999999999999999999999q",
    ] {
        assert_eq!(calm(&[(0, bytes.as_bytes()), (0, b"j")]), "j", "{bytes:?}");
    }
    assert_eq!(calm(&[(0, b"\xff\xc3\xfe\x80j")]), "j", "no text");
}

#[test]
fn a_text_of_the_terminal_that_lost_its_end_makes_nobody_deaf() {
    assert_eq!(calm(&[(0, b"\x1b]11;rgb"), (10, b"\x1b[A")]), "↑");
    assert_eq!(calm(&[(0, b"\x1b]11;rgb"), (10, b"\x03\x03")]), "^c");
    assert_eq!(calm(&[(0, b"\x1b]11;rgb"), (3_000, b"j")]), "j");
}

#[test]
fn what_could_begin_a_text_and_stays_alone_is_an_esc_and_the_key_behind_it() {
    assert_eq!(said(&[(0, b"\x1bP"), (3_000, b"j")]), "!Esc !P j");
    assert_eq!(said(&[(0, b"\x1bP"), (110, b"j")]), "!Esc !P !j");
    assert_eq!(said(&[(0, b"\x1b"), (90, b"]"), (110, b"j")]), "!Esc !] !j");
    // A text that is cut there, as a network may, is a text.
    assert_eq!(said(&[(0, b"\x1bP"), (90, b"1$r0m\x1b\\"), (500, b"j")]), "j");
    assert_eq!(said(&[(0, b"\x1bP"), (90, b"\x1b\\"), (500, b"j")]), "j");
    assert_eq!(calm(&[(0, b"\x1bP\x03"), (500, b"j")]), "j");
}

#[test]
fn a_paste_runs_nothing_and_ctrl_c_leaves_one_that_has_no_end() {
    assert_eq!(calm(&[(0, b"\x1b[200~qe\r\x03\x1b[A\x1b[201~")]), "paste \"qe\\r\\u{3}\\u{1b}[A\"");
    assert_eq!(calm(&[(0, b"\x1b[200~q"), (90, b"\x03"), (90, b"q\x1b[201~")]), "paste \"q\\u{3}q\"");
    assert_eq!(calm(&[(0, b"\x1b[200~q"), (2_000, b"\x03\x03")]), "hangs left ^c");
    assert_eq!(calm(&[(0, b"\x1b[200~q"), (2_000, b"qq")]), "hangs hangs", "it goes on");
    assert_eq!(calm(&[(0, b"\x1b[200~q"), (200, b"\x03"), (200, b"\x03"), (200, b"\x03")]), "left");
    let apart = [(0, &b"\x1b[200~"[..]), (90, b"\x03"), (90, b"\x03"), (90, b"\x03"), (90, b"q\x1b[201~")];
    assert_eq!(calm(&apart), "paste \"\\u{3}\\u{3}\\u{3}q\"", "a network may part the bytes of a text");
    assert_eq!(calm(&[(0, b"\x1b[200~a\x1b[20\x1b[201~j")]), "paste \"a\\u{1b}[20\" j");
}

#[test]
fn a_paste_without_end_is_kept_only_so_far() {
    let mut decoder = Decoder::default();
    let now = Instant::now();
    decoder.take(b"\x1b[200~", now);
    for _ in 0..100 {
        assert!(decoder.take(&[b'x'; 100_000], now).is_empty());
    }
    let State::Paste(paste) = &decoder.state else { unreachable!("a paste") };
    assert_eq!(paste.text.len(), KEPT);
    assert!(matches!(&decoder.take(PASTE_END, now)[..], [Msg::Paste(text)] if text.len() == KEPT));
}

#[test]
fn a_key_alone_after_a_pause_is_somebodys_and_any_other_is_rushed() {
    assert_eq!(said(&[(0, b"e"), (400, b"\r")]), "e Enter");
    assert_eq!(said(&[(0, b"e"), (100, b"\r")]), "e !Enter");
    assert_eq!(said(&[(0, b"e\r")]), "!e !Enter");
    assert_eq!(said(&[(0, b"e"), (400, b"\rq")]), "e !Enter !q");
    assert_eq!(said(&[(0, b"e"), (400, b"\r\x1b[")]), "e !Enter", "more is on its way");
}

/// Keys and pastes as a terminal sends them.
fn stream() -> impl Strategy<Value = Vec<u8>> {
    let part = prop_oneof![
        4 => "[a-z ]".prop_map(String::into_bytes),
        4 => prop::sample::select(vec![
            "\u{1b}[A", "\u{1b}[1;5C", "\u{1b}OP", "\u{1b}[6~", "\u{1b}[?62c", "\u{1b}]0;q\u{1b}\\", "\u{1b}[I", "é", "你", "\r",
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
        2 => "[a-zé\r\u{1b}\u{3}\\[]{0,6}".prop_map(|text| format!("\u{1b}[200~{text}\u{1b}[201~").into_bytes()),
    ];
    prop::collection::vec(part, 1..12).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn however_a_network_cuts_it_a_stream_says_the_same(stream in stream(), cuts in prop::collection::vec((1_usize..5, 20_u64..=90), 200)) {
        let mut parts = Vec::new();
        let mut rest = &stream[..];
        for (size, pause) in cuts {
            let (part, behind) = rest.split_at(size.min(rest.len()));
            parts.push((pause, part));
            rest = behind;
        }
        prop_assert_eq!(calm(&parts), calm(&[(0, &stream)]));
    }

    #[test]
    fn no_bytes_make_it_wait_for_ever(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut decoder = Decoder::default();
        let now = Instant::now();
        decoder.take(&bytes, now);
        if !matches!(decoder.state, State::Paste(_)) {
            decoder.wait_no_longer(now + REST);
            prop_assert!(decoder.due().is_none());
            let said = decoder.take(b"j", now + REST * 2);
            prop_assert!(matches!(&said[..], [Msg::Key(key)] if *key == Key::char('j')));
        }
    }
}

#[test]
fn the_mouse_is_a_press_with_its_cell_and_the_wheel_and_nothing_else_of_it_is_anything() {
    for (bytes, what) in [
        ("\u{1b}[<0;1;1M", "press 0,0"),
        ("\u{1b}[<0;80;24M\u{1b}[<0;80;24m", "press 79,23"),
        ("\u{1b}[<0;300;200M", "press 299,199"),
        ("\u{1b}[<16;10;5M", "press 9,4"),
        ("\u{1b}[<64;10;5M\u{1b}[<65;10;5M", "up down"),
        // Let go, dragged, moved, other buttons, sideways.
        ("\u{1b}[<0;10;5m\u{1b}[<32;10;5M\u{1b}[<35;10;5M\u{1b}[<1;1;1M\u{1b}[<2;1;1M\u{1b}[<66;1;1M", ""),
        // No cell, no number, too many, too few, beyond any screen.
        ("\u{1b}[<0;0;5M\u{1b}[<0;;5M\u{1b}[<;;M\u{1b}[<M\u{1b}[<0;1M\u{1b}[<0;1;1;1M\u{1b}[<0;65536;1M", ""),
        ("\u{1b}[<99999999999999999999;1;1M\u{1b}[<-1;1;1M\u{1b}[<0;1;1000000000000000000000000000000000000M", ""),
        // An old report, whose cell may be any three bytes.
        ("\u{1b}[M q!", ""),
    ] {
        let with_key = format!("{bytes}x");
        let told = if what.is_empty() { "x".to_owned() } else { format!("{what} x") };
        assert_eq!(calm(&[(0, with_key.as_bytes())]), told, "{bytes:?}");
        // Whole, and cut at every byte: what follows is never swallowed.
        let all = with_key.as_bytes();
        for cut in 1..all.len() {
            assert_eq!(calm(&[(0, &all[..cut]), (20, &all[cut..])]), told, "{bytes:?} cut at {cut}");
        }
    }
}
