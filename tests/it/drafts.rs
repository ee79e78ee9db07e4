//! An office's list in the dashboard: what is asked of its programme, and that no roster is written by chance.

use crate::stage::{Pace, Stage, drawn, lines, start};
use crate::support::fixture;
use crossterm::event::KeyCode;
use lindungi::disk::{MaxSize, Source};
use lindungi::lang::Lang;
use lindungi::load::{How, Loading, list_loader};
use lindungi::tui::keymap::Key;
use lindungi::tui::msg::{Effect, Msg, Reply};
use std::path::PathBuf;
use tempfile::TempDir;

/// A list of nine people, its programme known or not, as the dashboard opens it; in a folder of its own.
fn opened(lang: Lang, known: bool) -> (TempDir, Stage) {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("dinas.xlsx");
    std::fs::copy(fixture("import/dinas.xlsx"), &list).unwrap();
    let program = known.then(|| Source::File(PathBuf::from(fixture("import/program.json"))));
    let mut told = Loading::default();
    let read = list_loader(Source::File(list), program, How::open(MaxSize::default(), lang))(&mut |now| told = now);
    let mut app = Stage::new(start(lang), Pace::AtOnce, (80, 24));
    let asked = app.begin_loading();
    let [Effect::Work(ticket, _)] = &asked[..] else { panic!("the list is asked for") };
    app.update(Msg::Reply(*ticket, Reply::Loading(Box::new(told))));
    app.update(Msg::Reply(*ticket, Reply::Roster(read)));
    (folder, app)
}

#[track_caller]
fn shows(app: &Stage, texts: &[&str]) {
    let screen = lines(&drawn(app));
    for text in texts {
        assert!(screen.contains(text), "«{text}» is missing from\n{screen}");
    }
}

/// Whether its roster is written.
fn is_written(folder: &TempDir) -> bool {
    folder.path().join("dinas.json").exists()
}

const RUSHED: Key = Key { code: KeyCode::Enter, ctrl: false, alt: false };

#[test]
fn an_enter_that_comes_with_other_keys_writes_no_roster_and_says_so() {
    for (lang, too_fast) in [(Lang::En, "came too fast"), (Lang::Id, "terlalu cepat")] {
        for known in [true, false] {
            let (folder, mut app) = opened(lang, known);
            if !known {
                app.press("<enter>19.336<down>2,2 miliar");
            }
            app.update(Msg::Rushed(RUSHED));
            assert!(!is_written(&folder), "its programme is known: {known}");
            shows(&app, &[too_fast]);
            app.press("<enter>");
            assert!(is_written(&folder), "{}", lines(&drawn(&app)));
        }
    }
}

#[test]
fn that_it_is_no_roster_yet_is_said_wherever_its_preview_is_not_in_front() {
    for (lang, said) in [(Lang::En, "is a list, no roster yet"), (Lang::Id, "masih daftar instansi")] {
        let (_folder, mut app) = opened(lang, true);
        assert!(!lines(&drawn(&app)).contains(said), "{}", lines(&drawn(&app)));
        app.press("<esc>");
        shows(&app, &[said]);
        app.press("1");
        shows(&app, &[said]);
    }
}

#[test]
fn the_questions_about_a_programme_are_gone_through_in_both_directions() {
    let (_folder, mut app) = opened(Lang::En, false);
    app.press("<enter>");
    let first = lines(&drawn(&app));
    let under = |app: &Stage| lines(&drawn(app)).lines().find(|line| line.starts_with(" > ")).map(str::to_owned);
    let begun = under(&app).expect("one of them is asked");
    app.press("<up>");
    let last = under(&app).expect("one of them is asked");
    app.press("<up><down><tab>");
    assert_eq!(under(&app), Some(begun.clone()), "{first}");
    app.press("<backtab>");
    assert_eq!(under(&app), Some(last.clone()));
    assert_ne!(begun, last);
}

#[test]
fn the_form_says_what_is_paid_a_month_if_nobody_says_otherwise() {
    for (lang, monthly) in [(Lang::En, "Rp16,800"), (Lang::Id, "Rp16.800")] {
        let (_folder, mut app) = opened(lang, false);
        app.press("<enter>");
        shows(&app, &[monthly]);
    }
}

#[test]
fn a_list_without_a_programme_says_that_it_has_no_budget_yet() {
    for (lang, said) in [(Lang::En, "– no budget yet"), (Lang::Id, "– belum ada pagu")] {
        let (_folder, mut app) = opened(lang, false);
        app.press("<esc>");
        shows(&app, &[said]);
    }
}
