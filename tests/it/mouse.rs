//! The mouse: what a click and the wheel do, on every kind of thing that can be clicked, and what they never do.

use crate::screens::roster;
use crate::stage::{Pace, Stage, drawn, lines, start};
use crate::support::{BINARY, fixture};
use crate::terminal::Terminal;
use lindungi::capabilities::{Capabilities, Capability};
use lindungi::lang::Lang;
use lindungi::lang::person::Privacy;
use lindungi::tui::draw::view;
use lindungi::tui::msg::{Effect, Msg, Request};
use lindungi::tui::state::app::Start;
use lindungi::tui::tab::Tab;
use lindungi::tui::target::Target;
use lindungi::views::Views;
use ratatui::buffer::Buffer;
use rustix::process::{Signal, kill_process};
use vt100::MouseProtocolMode;

fn stage(start: Start) -> Stage {
    Stage::of(roster("sorong-2024.json"), start, Pace::AtOnce, (80, 24))
}

fn app(keys: &str) -> Stage {
    let mut app = stage(start(Lang::En));
    app.press(keys);
    app
}

#[track_caller]
fn holds(app: &Stage, shows: &[&str], hides: &[&str]) {
    let screen = lines(&drawn(app));
    for text in shows {
        assert!(screen.contains(text), "«{text}» is missing from\n{screen}");
    }
    for text in hides {
        assert!(!screen.contains(text), "«{text}» still stands in\n{screen}");
    }
}

/// What the cells mean to a pointer.
fn targets(app: &Stage) -> Vec<Target> {
    view::draw(&mut Buffer::empty(app.area()), app).regions.iter().map(|region| region.target).collect()
}

#[test]
fn a_click_on_a_tab_shows_it_whatever_lies_over_the_tab_before() {
    for keys in ["", "f", ":", "?", "4<enter>", "4s", "w", "e", "3<enter>", "/stat"] {
        let mut app = app(keys);
        app.click("5 Checks");
        assert_eq!((app.tab(), app.overlay()), (Tab::Checks, None), "after {keys:?}");
        assert!(!app.is_typing(), "after {keys:?}");
    }
    let mut mistaken = app("/age:x");
    mistaken.click("5 Checks");
    assert!(mistaken.is_typing() && mistaken.tab() == Tab::Groups, "what cannot be read is to be mended first");
}

#[test]
fn a_click_on_a_row_puts_the_cursor_there_and_one_more_opens_it() {
    for (keys, row, there, open) in [
        ("", "Fishers", "> Fishers", "group:nelayan"),
        ("4", "Agustina Naa", "> Agustina Naa", "Agustina Naa 3 of 17,640"),
        ("5", "NIK is not 16 digits", "> ■    5  NIK is not 16 digits", "finding:nik-format"),
        ("2", "Apr", "> Apr", "enrolled:2024-04"),
        ("3", "the whole target", "> the whole target", "How it is counted: the whole target"),
        ("f", "female", ">\u{20}female", "sex:female"),
        ("4s", "District", "> District", "District ↑"),
        ("?", "what changed", ">D", "Compare"),
    ] {
        let mut app = app(keys);
        app.click(row);
        holds(&app, &[there], &[]);
        app.click(row);
        holds(&app, &[open], &[]);
    }
}

#[test]
fn the_bar_of_a_row_and_its_numbers_are_the_row() {
    for (keys, cell, there) in [("", "64.5 ██", "> Fishers"), ("2", "13,220", "> Jun")] {
        let mut app = app(keys);
        let before = drawn(&app);
        app.click(cell);
        assert_ne!(drawn(&app), before, "{cell} after {keys:?}");
        holds(&app, &[there], &[]);
    }
}

#[test]
fn a_heading_sorts_by_its_column_and_once_more_the_other_way_round() {
    let mut app = app("4");
    app.click("Age");
    holds(&app, &["Age ↑"], &[]);
    app.click("Age");
    holds(&app, &["Age ↓"], &[]);
    app.click("Name");
    holds(&app, &["Name ↑", "Age ↓"], &[]);
    app.press("u");
    holds(&app, &["Age ↓"], &["Name ↑"]);
}

#[test]
fn the_wheel_moves_three_rows_and_goes_round_no_end() {
    for (keys, down, then) in [
        ("", 1, "> Fishers"),
        ("4", 1, "> Bertha Yumame"),
        ("4s", 9, "> order of the file"),
        ("w", 9, "> Months"),
        ("4<enter>", 1, "4 of 17,640"),
        ("e", 9, "◆temuan (.xlsx)"),
    ] {
        let mut app = app(keys);
        let top = drawn(&app);
        (0..down).for_each(|_| drop(app.wheel(true)));
        holds(&app, &[then], &[]);
        (0..down).for_each(|_| drop(app.wheel(false)));
        assert_eq!(drawn(&app), top, "after {keys:?}");
    }
    // The lists that keys go round in end for the wheel.
    for keys in [":", "?"] {
        let mut app = app(keys);
        (0..60).for_each(|_| drop(app.wheel(true)));
        let end = drawn(&app);
        app.wheel(true);
        assert_eq!(drawn(&app), end, "after {keys:?}");
        app.press("<up><down>");
        assert_eq!(drawn(&app), end, "it is the last line: {keys:?}");
    }
}

#[test]
fn an_entry_of_the_key_bar_and_the_filter_are_their_keys() {
    for (keys, on, shows) in [
        ("", "f facets", "Facets"),
        ("", "q quit", ""),
        ("", "Filter  none", "enter keep"),
        ("", "? help", "Help"),
        ("f", "esc back", "Market traders"),
        ("4", "s sort", "Sort by"),
        ("P", "esc back", "1 Groups"),
    ] {
        let mut app = app(keys);
        let left = app.click(on);
        holds(&app, &[shows], &[]);
        assert_eq!(left.iter().any(|effect| matches!(effect, Effect::Quit(None))), on == "q quit");
    }
    // Where an entry stands for several keys, each is itself.
    let mut app = app("w");
    app.click("→ change");
    holds(&app, &["10,000,000"], &[]);
    app.click("← →");
    holds(&app, &[], &["‹ 10,000,000"]);
}

#[test]
fn a_slide_goes_on_by_a_click_and_back_in_its_left_third() {
    let mut app = app("P");
    app.click_at((60, 8));
    holds(&app, &["2 of "], &[]);
    app.wheel(true);
    holds(&app, &["3 of "], &[]);
    app.click_at((5, 8));
    holds(&app, &["2 of "], &[]);
}

#[test]
fn what_may_be_typed_next_is_put_in_by_a_click() {
    let mut app = app("/status:");
    app.click("   verified");
    holds(&app, &["/ status:verified"], &[]);
    app.press("<enter>");
    holds(&app, &["Filter  status:verified"], &[]);
}

#[test]
fn beside_everything_that_can_be_clicked_a_click_is_nothing() {
    for keys in ["", "4", "f", ":", "?", "w", "e", "4<enter>", "P"] {
        let mut app = app(keys);
        let before = drawn(&app);
        let regions = view::draw(&mut Buffer::empty(app.area()), &app).regions;
        for at in before.area.positions().filter(|at| !regions.iter().any(|region| region.area.contains(*at))) {
            assert!(app.click_at((at.x, at.y)).is_empty());
        }
        assert_eq!(drawn(&app), before, "after {keys:?}");
    }
}

#[test]
fn no_click_writes_a_file_and_none_reveals_a_number() {
    let writes = |effects: &[Effect]| {
        let write = |effect: &Effect| {
            matches!(effect, Effect::SaveViews(_) | Effect::Picture(..) | Effect::Work(_, Request::Export(_)))
        };
        effects.iter().any(write)
    };
    for keys in ["e", ":save mine", ":picture a.svg"] {
        let mut app = app(keys);
        for target in targets(&app) {
            for _ in 0..3 {
                let mut app = stage(start(Lang::En));
                app.press(keys);
                assert!(!writes(&app.update(Msg::Clicked(target))), "{target:?} after {keys:?}");
                assert!(!writes(&app.update(Msg::Clicked(target))), "{target:?} twice after {keys:?}");
            }
        }
        let effects = app.press("<enter>");
        assert!(writes(&effects), "Enter does: {keys:?}");
    }
    let mut form = app("e");
    form.click("enter write");
    holds(&form, &["a click writes no file: Enter does"], &[]);
    let mut app = Stage::of(roster("sorong-2024.json"), start(Lang::En), Pace::AtOnce, (120, 40));
    app.press("4p");
    app.click("y copy");
    assert_eq!(app.privacy(), Privacy::Masked, "the yes of the question is a letter of the key bar too");
}

#[test]
fn in_the_form_of_a_file_a_click_chooses() {
    let mut app = app("e");
    app.click("CSV (.csv)");
    holds(&app, &["◆CSV", ".csv"], &[]);
    app.wheel(false);
    holds(&app, &["◆Excel"], &[]);
}

#[test]
fn m_leaves_the_mouse_to_the_terminal_and_takes_it_again_in_both_languages() {
    for (lang, off, on) in [
        (Lang::En, "text can be selected with the mouse now; m", "the mouse clicks and scrolls again; m"),
        (Lang::Id, "teks kini dapat dipilih dengan tetikus; m", "tetikus kembali untuk klik dan gulir; m"),
    ] {
        let mut app = stage(start(lang));
        assert!(app.has_mouse());
        let left = app.press("m");
        assert!(matches!(left.as_slice(), [Effect::Mouse(false)]) && !app.has_mouse());
        holds(&app, &[off], &[]);
        assert!(matches!(app.press("m").as_slice(), [Effect::Mouse(true)]));
        holds(&app, &[on], &[]);
    }
    let mut without = stage(Start { has_mouse: false, ..start(Lang::En) });
    assert!(!without.has_mouse() && without.press("m").is_empty());
    holds(&without, &["this terminal reports no mouse"], &[]);
    assert!(!stage(Start { mouse: false, ..start(Lang::En) }).has_mouse());
}

#[test]
fn a_guest_reaches_by_clicks_what_keys_reach() {
    let may = Capabilities::ALL.without(Capability::Export).without(Capability::Reveal).without(Capability::Copy);
    let mut app = stage(Start { may, views: Ok(Views::default()), ..start(Lang::En) });
    for keys in ["4", "5", "f", "P", "?"] {
        app.press(keys);
        for target in targets(&app) {
            if let Target::Key(key) = target {
                let word = key.name(Lang::En);
                assert!(!["e", "p", "y"].contains(&word.as_str()), "{word} after {keys:?}");
            }
        }
        app.press("<esc>");
    }
    app.press("4");
    app.click("2 Enrollment");
    assert_eq!(app.tab(), Tab::Enrollment);
}

#[test]
fn while_a_roster_is_read_a_tab_can_be_clicked() {
    let mut app = Stage::new(start(Lang::En), Pace::AtOnce, (80, 24));
    app.begin_loading();
    app.click("4 Workers");
    assert_eq!(app.tab(), Tab::Workers);
    app.wheel(true);
    app.press("/");
    app.click("2 Enrollment");
    assert_eq!(app.tab(), Tab::Workers, "a filter is typed, and no digit into it");
}

#[test]
fn the_first_time_one_line_says_where_everything_is_until_the_first_key() {
    for (lang, said) in [
        (Lang::En, "First time here? ? shows every key, : every command, q leaves."),
        (Lang::Id, "Baru pertama kali? ? menampilkan semua tombol, : semua perintah, q keluar."),
    ] {
        let mut app = stage(Start { first_time: true, ..start(lang) });
        holds(&app, &[said], &[]);
        app.press("j");
        holds(&app, &[], &[&said[..10]]);
        let mut small =
            Stage::of(roster("sorong-2024.json"), Start { first_time: true, ..start(lang) }, Pace::AtOnce, (50, 20));
        let screen = lines(&drawn(&small)).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(screen.contains(said), "whole on a small screen too: {screen}");
        small.press("j");
        // A guest may do all of that.
        let guest = Start { may: Capabilities::GUEST, first_time: true, ..start(lang) };
        holds(&stage(guest), &[said], &[]);
    }
}

#[test]
fn a_real_terminal_clicks_scrolls_and_gets_its_mouse_back() {
    let mut terminal = Terminal::start(&[&fixture("small-city.json")]);
    terminal.wait_for("61 of 61");
    terminal.wait_on("the mouse", |screen| screen.mouse_protocol_mode() == MouseProtocolMode::PressRelease);
    let screen = terminal.contents();
    let tabs = screen.lines().position(|line| line.contains("4 Workers")).unwrap();
    let column = screen.lines().nth(tabs).unwrap().find("4 Workers").unwrap() + 1;
    // Pressed and let go, cut anywhere, with nonsense before it.
    terminal.keys("\u{1b}[<0;99999999999;1M\u{1b}[<35;3;3M\u{1b}[<0;");
    terminal.keys(&format!("{};{}M\u{1b}[<0;{};{}m", column, tabs + 1, column, tabs + 1));
    terminal.wait_for("Name");
    terminal.keys("\u{1b}[<65;10;10M");
    terminal.wait_for_the_cursor_on_the_selected_row();
    terminal.keys("m");
    terminal.wait_on("no mouse", |screen| screen.mouse_protocol_mode() == MouseProtocolMode::None);
    terminal.keys("m");
    terminal.wait_on("the mouse", |screen| screen.mouse_protocol_mode() == MouseProtocolMode::PressRelease);
    terminal.keys(":print\r");
    terminal.wait_on("the plain screen", |screen| {
        screen.mouse_protocol_mode() == MouseProtocolMode::None && !screen.alternate_screen()
    });
    terminal.keys("\u{1b}");
    terminal.wait_on("the mouse", |screen| screen.mouse_protocol_mode() == MouseProtocolMode::PressRelease);
    terminal.wait_for("61 of 61");
    // Stopped, it leaves the mouse to the shell; going on, it takes it again, unless it was left to the terminal.
    for (key, mode) in [("", MouseProtocolMode::PressRelease), ("m", MouseProtocolMode::None)] {
        terminal.keys(key);
        terminal.settle();
        terminal.keys("\u{1a}");
        terminal.wait_on("the shell's screen", |screen| {
            screen.mouse_protocol_mode() == MouseProtocolMode::None && !screen.alternate_screen()
        });
        terminal.wait_until_stopped();
        kill_process(terminal.pid, Signal::CONT).unwrap();
        terminal.wait_on("its own screen", |screen| screen.alternate_screen() && screen.mouse_protocol_mode() == mode);
        terminal.wait_for("61 of 61");
    }
    terminal.leave();
}

#[test]
fn nothing_is_asked_of_a_terminal_that_has_no_mouse() {
    for term in ["linux", "vt100"] {
        let mut terminal = Terminal::start_command(&[BINARY, &fixture("small-city.json")], &[("TERM", term)], None);
        terminal.wait_for("61 of 61");
        terminal.keys("m");
        terminal.wait_for("reports no mouse");
        terminal.leave();
        assert!(!String::from_utf8_lossy(&terminal.raw).contains("\u{1b}[?1000"), "{term}");
    }
}
