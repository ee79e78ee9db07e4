//! What is said above the filter: a state stands until it ends, an offer waits for its key, a word goes with the next
//! one; none covers the row under the cursor, at any size, in either language.

use crate::stage::{Pace, Stage, drawn, lines, start};
use crate::support::{fixture_text, roster};
use lindungi::check::Audited;
use lindungi::lang::Lang;
use lindungi::lang::date::TimeOfDay;
use lindungi::load::Loading;
use lindungi::tui::msg::{Effect, Msg, Reply};
use lindungi::tui::state::app::Start;

const SIZES: [(u16, u16); 7] = [(40, 10), (40, 12), (50, 20), (60, 20), (76, 11), (80, 24), (120, 40)];

fn late(hour: u32, minute: u32) -> TimeOfDay {
    TimeOfDay::from_hms_opt(hour, minute, 30).unwrap()
}

fn opened(lang: Lang, size: (u16, u16)) -> Stage {
    let start = Start { again: true, source: "/srv/data/sorong.json".to_owned(), ..start(lang) };
    let mut app = Stage::new(start, Pace::AtOnce, size);
    app.update(Msg::Clock(late(10, 42)));
    app.read(city());
    app
}

fn city() -> Audited {
    roster(fixture_text("small-city.json"))
}

fn broken() -> Result<Audited, String> {
    let why = "/srv/data/sorong.json:8812:4: not JSON: a comma or bracket is missing\nMend that place.";
    Err(why.to_owned())
}

/// The screen after a reading that failed, at 10:55.
fn unread(lang: Lang, size: (u16, u16), keys: &str) -> Stage {
    let mut app = opened(lang, size);
    app.press(keys);
    app.readings.push_back(broken());
    app.update(Msg::Clock(late(10, 55)));
    app.press("r");
    app
}

#[track_caller]
fn holds(screen: &str, shows: &[&str], hides: &[&str]) {
    for text in shows {
        assert!(screen.contains(text), "«{text}» is missing from\n{screen}");
    }
    for text in hides {
        assert!(!screen.contains(text), "«{text}» still stands in\n{screen}");
    }
}

/// What is in front of the tabs, and the tabs.
const SCREENS: [&str; 16] =
    ["1", "2", "3", "4", "5", "?", ":", "f", "D", "w", "3<enter>", "4<enter>", "4s", "4e", "/siti", "4<enter>p"];

/// How old the data are is the day that they are of; and where nobody would notice that the file says something else by
/// now, the time of day when it was read.
#[test]
fn the_age_of_the_data_stands_on_every_screen() {
    for unwatched in [false, true] {
        for (lang, time) in [(Lang::En, "10:42"), (Lang::Id, "10.42")] {
            for size in SIZES {
                let start = Start { again: true, unwatched, ..start(lang) };
                let mut app = Stage::new(start, Pace::AtOnce, size);
                app.update(Msg::Clock(late(10, 42)));
                app.read(city());
                app.update(Msg::Clock(late(10, 50)));
                for keys in SCREENS {
                    app.press(keys);
                    let first = lines(&drawn(&app)).lines().next().unwrap_or_default().to_owned();
                    assert!(first.contains("30 Jun 2024"), "{keys} at {size:?}: {first}");
                    assert_eq!(first.contains(time), unwatched, "{keys} at {size:?}: {first}");
                    app.press("<esc><esc><esc>");
                }
            }
        }
    }
    let mut app = opened(Lang::En, (80, 24));
    app.update(Msg::NotWatched);
    holds(&lines(&drawn(&app)), &[" READ 10:42 "], &[]);
    app.update(Msg::Clock(late(11, 3)));
    app.readings.extend([Ok(city()), broken()]);
    app.press("r");
    holds(&lines(&drawn(&app)), &[" READ 11:03 "], &["10:42"]);
    app.press("r");
    holds(&lines(&drawn(&app)), &["OLD DATA 11:03"], &["READ 11"]);
}

#[test]
fn a_file_that_cannot_be_read_is_said_until_it_can() {
    for (lang, said, key) in [
        (
            Lang::En,
            [
                "■ sorong.json: line 8,812, column 4: not JSON: a comma or bracket is missing.",
                "Shown: the reading of 10:42.",
            ],
            "r read again",
        ),
        (Lang::Id, ["■ sorong.json: baris 8.812, kolom 4:", "Yang tampil: pembacaan pukul 10.42."], "r baca ulang"),
    ] {
        let mut app = unread(lang, (80, 24), "");
        let mut after = |keys: &str, shows: &[&str], hides: &[&str]| {
            app.press(keys);
            holds(&lines(&drawn(&app)), shows, hides);
        };
        after("", &[said[0], said[1], key], &[]);
        after("jj4G", &[said[0], said[1], key], &[]);
        after("/ann", &[said[0], said[1], "/ ann"], &[]);
        after("<esc>:view", &[said[0], said[1], "view"], &[]);
        after("<esc>?x", &[said[0], said[1], "? x"], &[]);
        // The overlay is closed first, then the words go; the key stays.
        after("<esc>", &[said[0]], &["? x"]);
        after("<esc>", &[key], &[said[0], "■ s"]);
        assert_eq!(app.old_since(), Some(Some(late(10, 55))), "since it failed");
        app.readings.push_back(broken());
        app.update(Msg::Clock(late(11, 0)));
        app.press("r");
        holds(&lines(&drawn(&app)), &[said[0]], &[]);
        assert_eq!(app.old_since(), Some(Some(late(10, 55))), "not since it failed again");
        app.readings.push_back(Ok(city()));
        app.press("r");
        holds(&lines(&drawn(&app)), &["✓"], &[said[0], key]);
        assert_eq!(app.old_since(), None);
    }
}

#[test]
fn a_reading_that_was_refused_leaves_old_data() {
    let mut app = opened(Lang::En, (80, 24));
    app.readings.push_back(Ok(roster(fixture_text("twelve.json"))));
    app.press("r");
    holds(&lines(&drawn(&app)), &["▲ 12 workers instead of 61 in the file."], &[]);
    app.press("j");
    holds(&lines(&drawn(&app)), &["r read again"], &["▲ 12 workers"]);
    assert!(app.old_since().is_some());
    app.readings.push_back(Ok(city()));
    app.press("r");
    assert!(app.old_since().is_none());
}

fn has_cursor(screen: &str) -> bool {
    screen.lines().any(|line| line.starts_with('>') || line.contains(" >"))
}

/// The last line of each list is under the cursor, and stays in sight.
#[test]
fn what_is_said_covers_no_row_under_the_cursor() {
    for lang in [Lang::En, Lang::Id] {
        for size in SIZES {
            for keys in ["1G", "2G", "3G", "4G", "5G", "4s<end>", "fG", ":<up>", "1", "4", "5", "3jj", "4<enter>"] {
                let mut app = opened(lang, size);
                app.press(keys);
                let stood = has_cursor(&lines(&drawn(&app)));
                let mut app = unread(lang, size, "");
                app.press(keys);
                let screen = lines(&drawn(&app));
                assert!(screen.contains('■'), "{size:?} {keys}\n{screen}");
                assert!(has_cursor(&screen) || !stood, "{lang:?} {size:?} {keys}: no cursor\n{screen}");
                // A word beside it.
                app.press("y");
                let screen = lines(&drawn(&app));
                assert!(has_cursor(&screen) || !stood, "{lang:?} {size:?} {keys}y: no cursor\n{screen}");
            }
        }
    }
}

#[test]
fn what_is_said_is_whole_at_every_size() {
    for lang in [Lang::En, Lang::Id] {
        for width in 40..=140 {
            let app = unread(lang, (width, 24), "");
            let screen = lines(&drawn(&app));
            let said: Vec<&str> = screen.lines().skip_while(|line| !line.starts_with(" ■")).collect();
            let said: Vec<&str> = said.into_iter().take_while(|line| !line.starts_with(" Filter")).collect();
            assert!((1..=2).contains(&said.len()), "{width}: {said:?}");
            assert!(said.iter().all(|line| !line.ends_with('…')), "{width}: {said:?}");
            let why = ["missing.", "kurung.", "10:42.", "10.42."];
            assert!(why.iter().any(|end| said.last().is_some_and(|line| line.ends_with(end))), "{width}: {said:?}");
            let mut app = opened(lang, (width, 24));
            app.readings.push_back(Ok(roster(fixture_text("twelve.json"))));
            app.press("r");
            let screen = lines(&drawn(&app));
            let said: Vec<&str> = screen.lines().skip_while(|line| !line.starts_with(" ▲")).take(2).collect();
            assert!(said.iter().all(|line| !line.ends_with('…')), "{width}: {said:?}");
        }
    }
}

#[test]
fn a_success_is_green_and_a_trouble_is_not() {
    use ratatui::style::Color;
    for (keys, sign, color) in [("y", "✓", Color::Green), ("3y", "▲", Color::Yellow), ("r", "✓", Color::Green)] {
        let mut app = opened(Lang::En, (80, 24));
        app.readings.push_back(Ok(city()));
        app.press(keys);
        let buffer = drawn(&app);
        let row = (15..22).find(|&y| buffer[(1, y)].symbol() == sign);
        let row = row.unwrap_or_else(|| panic!("no {sign} in\n{}", lines(&buffer)));
        assert_eq!(buffer[(1, row)].fg, color, "{keys}");
        app.press("<esc>");
        assert_ne!(drawn(&app)[(1, row)].symbol(), sign, "it goes with the next key");
    }
}

#[test]
fn a_question_is_left_by_the_keys_that_leave_everywhere() {
    let mut app = opened(Lang::En, (80, 24));
    app.press("4p");
    holds(&lines(&drawn(&app)), &["Show personal numbers whole"], &[]);
    let control =
        |app: &mut Stage, c| app.key(crossterm::event::KeyCode::Char(c), crossterm::event::KeyModifiers::CONTROL);
    assert!(matches!(control(&mut app, 'l')[..], [Effect::Redraw]), "drawn anew, the question stands");
    holds(&lines(&drawn(&app)), &["Show personal numbers whole"], &[]);
    assert!(matches!(control(&mut app, 'c')[..], [Effect::Quit(None)]));
}

/// `Active` and `so far` are two words.
#[test]
fn while_a_roster_is_read_no_heading_runs_into_the_next() {
    for (lang, headings, so_far) in [
        (Lang::En, ["Target", "Proposed", "Verified", "Active"], "so far"),
        (Lang::Id, ["Target", "Diusulkan", "Terverifikasi", "Aktif"], "sejauh ini"),
    ] {
        for width in 40..=200 {
            let mut app = Stage::new(start(lang), Pace::AtOnce, (width, 24));
            let city = city();
            let loading = Loading {
                program: Some((city.program.clone(), true)),
                groups: city.groups.iter().map(|group| (group.clone(), [1, 2, 3])).collect(),
                ..Loading::default()
            };
            let effects = app.begin_loading();
            let [Effect::Work(ticket, _)] = &effects[..] else { panic!("the roster is asked for") };
            app.update(Msg::Reply(*ticket, Reply::Loading(Box::new(loading))));
            let screen = lines(&drawn(&app));
            let heads = screen.lines().find(|line| line.contains(headings[3]) && !line.contains("80")).unwrap();
            let words: Vec<&str> = heads.split("  ").map(str::trim).filter(|word| !word.is_empty()).collect();
            assert!(words.contains(&headings[3]), "{width}: {heads}");
            assert!(
                words.iter().all(|word| headings.contains(word)
                    || *word == so_far
                    || !word.contains(' ')
                    || word.starts_with("Kelompok")),
                "{width}: {heads}"
            );
            assert!(width < 80 || words.contains(&so_far), "{width}: {heads}");
        }
    }
}

/// The name of a file to compare with: what is wrong stands under it until it is mended.
#[test]
fn a_name_that_cannot_be_read_stays_and_can_be_mended() {
    for (lang, prompt) in [(Lang::En, "Compare with  none.json"), (Lang::Id, "Bandingkan dengan  none.json")] {
        let mut app = opened(lang, (80, 24));
        let asked = app.press("Dnone.json<enter>");
        let [Effect::Work(ticket, _)] = &asked[..] else { panic!("the file is asked for") };
        let why = "none.json: no such file\nCheck the name.".to_owned();
        app.update(Msg::Reply(*ticket, Reply::Older(Err(why))));
        holds(&lines(&drawn(&app)), &[prompt, "▲ none.json: no such file"], &["Check the name"]);
        app.press("<backspace>");
        holds(&lines(&drawn(&app)), &["none.jso"], &["▲ none"]);
        // With the name of a file that can be read it goes on, and another one can be asked for behind that.
        app.older = Some(roster(fixture_text("small-city-may.json")));
        app.press("n<enter>");
        holds(&lines(&drawn(&app)), &["31 M"], &["none.json"]);
        app.press("D");
        holds(&lines(&drawn(&app)), &[prompt.trim_end_matches("  none.json")], &["31 May 2024  "]);
        app.press("<esc>");
        holds(&lines(&drawn(&app)), &["+1"], &[prompt.trim_end_matches("  none.json")]);
        // One that cannot be read leads back to the line that it was asked from.
        app.older = None;
        let asked = app.press("jDnone.json<enter>");
        let [Effect::Work(ticket, _)] = &asked[..] else { panic!("the other file is asked for") };
        app.update(Msg::Reply(*ticket, Reply::Older(Err("none.json: no such file".to_owned()))));
        holds(&lines(&drawn(&app)), &[prompt, "▲ none.json: no such file"], &[]);
        app.press("<esc>");
        let left = if lang == Lang::En { "> left the list" } else { "> keluar dari daftar" };
        holds(&lines(&drawn(&app)), &[left], &["none.json"]);
    }
}

/// A word stands while the file is looked at unasked, and goes where the reading was asked for.
#[test]
fn a_word_stays_beside_a_failure_that_nobody_asked_for() {
    for (asked, stays) in [(false, true), (true, false)] {
        let mut app = opened(Lang::En, (80, 24));
        app.press("u");
        app.readings.push_back(broken());
        match asked {
            true => _ = app.press("r"),
            false => _ = app.update(Msg::Changed),
        }
        app.deliver();
        let screen = lines(&drawn(&app));
        holds(&screen, &["not JSON"], &[]);
        assert_eq!(screen.contains("nothing to undo"), stays, "{screen}");
    }
}

/// On a screen with room for both the state stays beside the newest word; on a lower one it waits.
#[test]
fn a_state_and_a_word_stand_together_where_there_is_room_for_both() {
    for (rows, both) in [(24, true), (23, false)] {
        let mut app = unread(Lang::En, (80, rows), "");
        holds(&lines(&drawn(&app)), &["not JSON"], &[]);
        app.press("u");
        let screen = lines(&drawn(&app));
        holds(&screen, &["nothing to undo"], &[]);
        assert_eq!(screen.contains("not JSON"), both, "{rows}\n{screen}");
    }
}
