//! Saved views: on the command line, and kept where a person's configuration is kept.

use crate::screens::{app, roster};
use crate::stage::{Pace, Stage, drawn, lines, start};
use crate::support::lindungi;
use crossterm::event::KeyCode;
use lindungi::lang::Lang;
use lindungi::tui::keymap::Key;
use lindungi::tui::msg::{Effect, Msg};
use lindungi::tui::state::app::Start;
use lindungi::views::{Change, View, Views};

/// A folder of configuration with this text as its views.
fn folder(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("lindungi")).unwrap();
    std::fs::write(folder.path().join("lindungi/views.json"), text).unwrap();
    folder
}

fn views() -> Views {
    let mut views = Views::default();
    let view = |name: &str, filter: &str| View {
        name: name.to_owned(),
        filter: filter.to_owned(),
        sort: "-age".to_owned(),
        groups: String::new(),
        tab: 4,
    };
    views.change(Change::Set(view("lansia-ojek", "age>=60 group:ojek")));
    views.change(Change::Set(view("semua", "")));
    views
}

#[test]
fn a_view_is_a_filter_of_every_command() {
    let folder = folder(&views().text());
    let home = folder.path().to_str().unwrap();
    let run = |args: &[&str]| lindungi(args).env("XDG_CONFIG_HOME", home).env("HOME", home).run();
    let matched = |args: &[&str]| {
        let done = run(&[&["status", "--demo", "--format", "json"], args].concat());
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{args:?}");
        serde_json::from_str::<serde_json::Value>(&done.out).unwrap()["workers"]["matched"].clone()
    };
    let viewed = matched(&["--view", "lansia-ojek"]);
    assert_eq!(viewed, matched(&["--filter", "age>=60 group:ojek"]));
    assert_eq!(
        matched(&["--view", "lansia-ojek", "--filter", "sex:f or decile:1"]),
        matched(&["--filter", "age>=60 group:ojek (sex:f or decile:1)"])
    );
    assert_eq!(matched(&["--view", "semua"]), 17_640);
    let table = run(&["export", "--demo", "--view", "lansia-ojek"]);
    assert_eq!(serde_json::json!(table.out.lines().count() - 1), viewed);
    let wrong = run(&["status", "--demo", "--view", "lansia-ojk"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("no view lansia-ojk; nearest: lansia-ojek"), "{}", wrong.err);
}

#[test]
fn broken_views_are_reported_and_left_as_they_are() {
    for (text, said) in
        [("{\"schema\": ", "views.json:1:"), ("{\"schema\": \"x\"}", "views.json: schema: not as lindungi")]
    {
        let folder = folder(text);
        let home = folder.path().to_str().unwrap();
        let done = lindungi(&["status", "--demo", "--view", "a"]).env("XDG_CONFIG_HOME", home).env("HOME", home).run();
        assert_eq!(done.code, 3);
        assert!(done.err.contains(said), "{}", done.err);
        assert_eq!(std::fs::read_to_string(folder.path().join("lindungi/views.json")).unwrap(), text);
    }
    let start = Start { views: Err("views.json:1:3: not JSON".to_owned()), ..start(Lang::En) };
    let mut broken = Stage::of(roster("twelve.json"), start, Pace::AtOnce, (80, 24));
    assert!(typed(&mut broken, ":view mine").is_empty(), "nothing is written");
    assert!(lines(&drawn(&broken)).contains("views.json:1:3: not JSON"));
}

/// Types, presses Enter, and gives back what was to be done to the saved views.
fn typed(app: &mut Stage, keys: &str) -> Vec<Change> {
    app.press(keys);
    let effects = app.press("<enter>");
    let saved = |effect| match effect {
        Effect::SaveViews(change) => Some(change),
        _ => None,
    };
    effects.into_iter().filter_map(saved).collect()
}

#[test]
fn an_enter_that_comes_with_other_keys_saves_and_forgets_no_view() {
    let start = Start { views: Ok(views()), ..start(Lang::En) };
    let mut app = Stage::of(roster("sorong-2024.json"), start, Pace::AtOnce, (80, 24));
    let mine =
        View { name: "mine".to_owned(), filter: String::new(), sort: String::new(), groups: String::new(), tab: 1 };
    for (keys, done) in [(":save mine", Change::Set(mine)), (":unview semua", Change::Forget("semua".into()))] {
        app.press(keys);
        let rushed = app.update(Msg::Rushed(Key { code: KeyCode::Enter, ctrl: false, alt: false }));
        assert!(rushed.is_empty(), "{keys} wrote");
        assert_eq!(typed(&mut app, ""), [done], "{keys}");
    }
}

#[test]
fn a_view_is_saved_shown_again_saved_over_and_forgotten() {
    let mut app = app("sorong-2024.json", Lang::En, 80, 24);
    app.press("4/age>=60 group:ojek<enter>s<enter>S");
    let saved = typed(&mut app, ":save lansia-ojek");
    let [Change::Set(view)] = &saved[..] else { panic!("{saved:?}") };
    assert_eq!(view.name, "lansia-ojek");
    assert_eq!((view.filter.as_str(), view.sort.as_str(), view.tab), ("age>=60 group:ojek", "-name", 4));
    assert!(lines(&drawn(&app)).contains("saved as the view lansia-ojek"));
    app.press("1<backspace>");
    assert!(typed(&mut app, ":view lansia-ojek").is_empty(), "a name that is known is shown, not saved");
    let screen = lines(&drawn(&app));
    assert!(screen.contains("Name ↓") && screen.contains("age>=60 group:ojek"), "{screen}");
    app.press("u");
    assert!(lines(&drawn(&app)).contains("Filter  none"), "a view can be undone");
    let over = typed(&mut app, ":save lansia-ojek");
    assert!(matches!(&over[..], [Change::Set(view)] if view.filter.is_empty()), "{over:?}");
    let gone = typed(&mut app, ":unview lansia");
    assert_eq!(gone, [Change::Forget("lansia-ojek".to_owned())]);
    assert!(typed(&mut app, ":save a/b").is_empty(), "no name");
    assert!(lines(&drawn(&app)).contains("A view's name has letters, digits, - and _, at most 40."));
}
