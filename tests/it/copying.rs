//! What leaves the program as text: to the terminal's clipboard, or on the plain screen.

use crate::screens::roster;
use crate::stage::{self, Pace, Stage, drawn, lines, start};
use crossterm::event::{KeyCode, KeyModifiers};
use lindungi::lang::Lang;
use lindungi::tui::msg::{Effect, Msg};
use lindungi::tui::state::app::Start;

fn opened(start: Start) -> Stage {
    Stage::of(roster("sorong-2024.json"), start, Pace::AtOnce, (80, 24))
}

/// What keys hand to the clipboard, and what they write on the plain screen.
fn handed(keys: &str, start: Start) -> (Vec<String>, Vec<Vec<String>>) {
    let (mut copied, mut printed) = (Vec::new(), Vec::new());
    for effect in opened(start).press(keys) {
        match effect {
            Effect::Copy(text) => copied.push(text),
            Effect::Print(lines) => printed.push(lines),
            _ => {}
        }
    }
    (copied, printed)
}

#[track_caller]
fn case(keys: &str, shows: &[&str], hides: &[&str]) {
    stage::case(opened(start(Lang::En)), keys, shows, hides);
}

#[test]
fn what_is_too_large_to_copy_is_offered_as_a_file() {
    let said = ["▲ 14,212 rows are ", "bytes; a terminal takes 74,994 at once.", "Enter or e writes a file."];
    for copy in ["4/status:active<enter>Y", "4/status:active<enter>:print<enter>"] {
        case(copy, &said, &["sent to"]);
        for key in ["<enter>", "e"] {
            case(&format!("{copy}{key}"), &["◆Excel (.xlsx)", "lindungi-active-", "14,212 workers"], &[said[0]]);
        }
        // Any other key refuses it.
        case(&format!("{copy}j"), &["status:active"], &[said[0], "Excel"]);
        case(&format!("{copy}<esc>"), &["status:active"], &[said[0], "Excel"]);
        case(&format!("{copy}j<enter>"), &["esc back"], &["Excel"]);
    }
}

#[test]
fn nothing_is_sent_that_is_too_large_or_was_not_selected() {
    for keys in ["4Y", "1Y", "4/zzzz<enter>Y", "4/status:active<enter>Y", "4/status:active<enter>:print<enter>"] {
        assert_eq!(handed(keys, start(Lang::En)), (Vec::new(), Vec::new()), "{keys}");
    }
    // What is small enough is sent whole, with its head.
    let (copied, _) = handed("4/yust<enter>Y", start(Lang::En));
    assert_eq!(copied.iter().map(|text| text.lines().count()).collect::<Vec<_>>(), [191]);
}

#[test]
fn of_what_changed_the_line_under_the_cursor_is_copied() {
    let mut app = Stage::of(roster("small-city.json"), start(Lang::En), Pace::AtOnce, (80, 24));
    app.since(roster("small-city-may.json"));
    for (keys, cells) in
        [("D", vec!["joined", "4"]), ("j", vec!["left the list", "1"]), ("<enter>", vec!["Yosina Kalami"])]
    {
        app.press(keys);
        let copied = app.press("y");
        let [Effect::Copy(text)] = &copied[..] else { panic!("{keys}: nothing is copied") };
        assert!(cells.iter().all(|cell| text.contains(cell)) && text.lines().count() == 1, "{keys}: {text}");
    }
    // Who left stands in the older file alone.
    let copied = app.press("Y");
    let [Effect::Copy(text)] = &copied[..] else { panic!("nobody is copied") };
    assert!(text.contains("Yosina Kalami") && text.lines().count() == 2, "{text}");
}

#[test]
fn esc_at_what_is_too_much_to_copy_leaves_what_lies_below() {
    let mut app = Stage::of(roster("sorong-2024.json"), start(Lang::En), Pace::AtOnce, (80, 24));
    app.since(roster("twelve.json"));
    app.press("DY");
    let asked = lines(&drawn(&app));
    assert!(asked.contains("a terminal takes") && asked.contains("joined"), "{asked}");
    app.press("<esc>");
    let left = lines(&drawn(&app));
    assert!(!left.contains("a terminal takes") && left.contains("joined"), "{left}");
}

#[test]
fn print_writes_on_the_plain_screen_what_would_be_copied() {
    for (copy, print) in [
        ("4/yustinus antoh<enter>Y", "4/yustinus antoh<enter>:print<enter>"),
        ("4vjvY", "4vjv:cetak<enter>"),
        ("4jy", "4j:print<enter>"),
        ("1jy", "1j:print<enter>"),
        ("py4y", "py4:print<enter>"),
        ("4y", "4?print<enter>"),
    ] {
        let (copied, _) = handed(copy, start(Lang::En));
        let (sent, printed) = handed(print, start(Lang::En));
        assert!(sent.is_empty() && copied.len() == 1 && printed.len() == 1, "{print}: {copied:?} {printed:?}");
        let (last, rows) = printed[0].split_last().unwrap();
        assert_eq!(last, "Select it with the mouse. Enter comes back.");
        assert_eq!(rows.join("\n").trim_end(), copied[0].trim_end(), "{print}");
    }
    let (_, printed) = handed("4:cetak<enter>", start(Lang::Id));
    assert_eq!(printed[0].last().unwrap(), "Pilih dengan tetikus. Enter kembali.");
    case("3:print<enter>", &["there is no row to copy here"], &[]);
}

#[test]
fn any_key_comes_back_from_the_plain_screen_and_does_nothing_else() {
    let (none, control) = (KeyModifiers::NONE, KeyModifiers::CONTROL);
    for (code, modifiers, does) in [
        (KeyCode::Enter, none, "return"),
        (KeyCode::Esc, none, "return"),
        (KeyCode::Char('q'), none, "return"),
        (KeyCode::Char('e'), none, "return"),
        (KeyCode::Char('c'), control, "quit"),
        (KeyCode::Char('z'), control, "stop"),
    ] {
        let mut app = opened(start(Lang::En));
        app.press("4jj");
        let before = lines(&drawn(&app));
        app.press(":print<enter>");
        assert!(app.is_printed());
        app.update(Msg::Paste("e".to_owned()));
        let done = match app.key(code, modifiers)[..] {
            [Effect::Return] => "return",
            [Effect::Quit(None)] => "quit",
            [Effect::Suspend] => "stop",
            _ => "something else",
        };
        assert_eq!(done, does, "{code:?}");
        assert!(!app.is_printed());
        assert_eq!(lines(&drawn(&app)), before, "{code:?}");
    }
}

#[test]
fn nothing_is_printed_of_a_roster_that_is_not_read_yet() {
    let mut app = Stage::new(start(Lang::En), Pace::AtOnce, (80, 24));
    app.begin_loading();
    assert!(app.press(":print<enter>").is_empty() && !app.is_printed());
    assert!(lines(&drawn(&app)).contains("print works once all is read"), "{}", lines(&drawn(&app)));
}
