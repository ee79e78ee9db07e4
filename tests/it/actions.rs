//! Nothing to memorise: whatever can be done has a key or an entry of the list of commands, words in both languages, a line
//! in the help and one in the manual; every place says what it is for; and the list says what each command would do now.

use crate::screens::roster;
use crate::stage::{Pace, Stage, drawn, lines, start};
use lindungi::capabilities::Capabilities;
use lindungi::commands::man;
use lindungi::lang::Lang;
use lindungi::tui::draw::overlays::here;
use lindungi::tui::keymap::{BINDINGS, Binding, Context, Keymap, Purpose};
use lindungi::tui::tab::Tab;

fn stage(lang: Lang, size: (u16, u16)) -> Stage {
    Stage::of(roster("sorong-2024.json"), start(lang), Pace::AtOnce, size)
}

/// Every place that has keys.
fn contexts() -> Vec<Context> {
    use Context as C;
    let mut all = vec![
        C::Loading,
        C::Help,
        C::Detail,
        C::Explain,
        C::Preview,
        C::Programme,
        C::Facets,
        C::Sort,
        C::Changes,
        C::People,
        C::WhatIf { solves: true, month: true, found: true },
        C::WhatIf { solves: true, month: true, found: false },
        C::WhatIf { solves: false, month: false, found: false },
        C::Amount,
        C::Filter,
        C::Palette,
        C::Export,
        C::Path,
        C::Question,
        C::Slides,
    ];
    all.extend(Tab::ALL.into_iter().flat_map(|tab| [C::Tab(tab), C::Figures(tab)]));
    all
}

#[test]
fn no_action_lacks_a_key_or_an_entry_and_words_in_both_languages_and_a_line_of_the_manual() {
    for row in BINDINGS {
        let action = row.action;
        let typed = !row.shown.is_empty() && row.shown.starts_with(':') && row.is_named();
        // Any digit begins to type a value: that is no key of its own, and the key bar names it.
        let digits = row.keys.is_empty() && !row.label.en.is_empty();
        assert!(!row.keys.is_empty() || typed || digits, "{action:?} is reached by nothing");
        for words in [row.words.help, row.words.bar] {
            assert!(!words.en.is_empty() && !words.id.is_empty(), "{action:?} lacks words");
        }
        for lang in [Lang::En, Lang::Id] {
            let [keys, elsewhere] = man::keys(lang);
            let has = |words: &str| keys.iter().chain(&elsewhere).any(|(_, own)| own == words);
            let behind = row.purpose != Purpose::Hidden && row.shown.is_empty();
            assert!(behind || has(lang.say(&row.words.help)), "{action:?} has no line of the manual in {lang:?}");
        }
    }
}

#[test]
fn no_action_lacks_a_line_of_help_that_names_a_key_of_it() {
    let keymap = Keymap::new(Capabilities::ALL);
    let columns: String = BINDINGS.iter().map(|row| format!("{} ", row.shown.replace("1–5", "1 2 3 4 5"))).collect();
    let named = |help: &str, row: &Binding| {
        let words: Vec<&str> = help.split([' ', ',', ':', ';']).collect();
        let keys = row.keys.iter().map(|key| key.name(Lang::En));
        keys.chain([row.name(Lang::En), row.label.en.to_owned()]).any(|key| match key.split_once(' ') {
            None => words.contains(&key.as_str()),
            Some(_) => help.contains(&key),
        })
    };
    for action in BINDINGS.iter().map(|row| row.action) {
        let rows = || BINDINGS.iter().filter(|row| row.action == action);
        let in_columns = rows().any(|row| row.purpose != Purpose::Hidden && named(&columns, row));
        let in_its_place = contexts().into_iter().any(|context| {
            let help = here::sentence(context, &keymap, Lang::En) + " " + &here::keys(context, &keymap, Lang::En);
            rows().any(|row| (row.when)(context) && named(&help, row))
        });
        assert!(in_columns || in_its_place, "{action:?} has no line of the help");
    }
}

#[test]
fn every_place_says_what_it_is_for_in_both_languages_with_keys_that_it_has() {
    let keymap = Keymap::new(Capabilities::ALL);
    for context in contexts() {
        let [en, id] = [Lang::En, Lang::Id].map(|lang| here::sentence(context, &keymap, lang));
        assert_ne!(en, id, "{context:?}");
        for text in [&en, &id] {
            assert!(text.len() > 20 && text.ends_with('.'), "{context:?}: {text}");
            assert!(!text.contains('{') && !text.contains("  ") && !text.contains(": ,"), "{context:?}: {text}");
        }
        let named = |text: &str| !text.contains(" , ") && !text.contains(":  ") && !text.starts_with(' ');
        assert!(named(&en) && named(&id), "a key of {context:?} is none: {en} {id}");
    }
}

#[test]
fn the_help_is_about_the_place_in_which_it_is_called_and_leads_back_to_it() {
    const F1: &str = "F1";
    for (keys, key, about) in [
        ("f", "?", "How many have what: Space picks"),
        ("fjj<right>", "?", "How many have what: Space picks"),
        ("4<enter>", "?", "One worker, whole: j goes to the next"),
        ("4s", "?", "What the table is sorted by"),
        ("w", "?", "Values to try out, nothing of it is saved: ← → changes one"),
        ("3<enter>", "?", "How the figure is counted"),
        ("w5", F1, "A value is being typed"),
        ("e", F1, "The list becomes a file: ↓ chooses its form, Enter writes it"),
        (":", F1, "Every command, and what it would do now"),
        ("D", F1, "The older roster to compare with"),
        ("/status:", F1, "Who is shown: words and field:value"),
        ("f/status:", F1, "Who is shown: words and field:value"),
    ] {
        for size in [(80, 24), (120, 40), (50, 20)] {
            let mut app = stage(Lang::En, size);
            app.press(keys);
            let before = drawn(&app);
            match key {
                F1 => drop(app.key(crossterm::event::KeyCode::F(1), crossterm::event::KeyModifiers::NONE)),
                key => drop(app.press(key)),
            }
            let screen = lines(&drawn(&app)).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(screen.contains(about), "{keys:?} {key} at {size:?} lacks «{about}»\n{}", lines(&drawn(&app)));
            // It is searched there as anywhere, and Esc leads back.
            app.press("export<esc>");
            assert_eq!(lines(&drawn(&app)), lines(&before), "{keys:?} {key} at {size:?} does not come back");
        }
    }
}

#[test]
fn the_list_of_commands_says_what_each_would_do_now() {
    for (keys, typed, says) in [
        ("", ":export", "export: all 17,640"),
        ("/status:active<enter>", ":export", "export: the 14,212 who pass"),
        ("4vv", ":export", "export: the 2 marked"),
        ("5", ":export", "export: the "),
        ("/status:active<enter>", ":clear", "clear filter: status:active"),
        ("", ":clear", "clear filter: no filter is set"),
        ("", ":undo", "undo: nothing to undo"),
        ("/status:active<enter>", ":undo", "undo: back to no filter"),
        ("", ":copy row", "copy row, all: the row of Market traders"),
        ("4sj<enter>", ":sort", "sort, flip: by Group, rising"),
        ("4", ":sort", "sort, flip: now as in the file"),
        ("", ":language", "language: Bahasa Indonesia"),
        ("", ":once more", "once more: nothing to repeat"),
        ("4S1", ":once more", "once more: flip the sort: by "),
        ("4jy", ":once more", "once more: copy: the row of "),
        (":3<enter>", ":once more", "once more: :3"),
        ("", ":present", "present: all 17,640"),
        ("/status:active<enter>", ":facets", "facets: the 14,212 who pass"),
        ("/zzzz<enter>", ":facets", "facets: nobody passes"),
        ("", ":what if", "what if: a new scenario"),
        ("", ":mouse", "mouse on, off: leaves it to select text"),
        ("", ":reveal", "reveal or mask NIK: shows them"),
        ("4py", ":reveal", "reveal or mask NIK: masks them"),
        ("", ":what changed", "what changed: asks for an older file"),
        ("w<right><esc>", ":what if", "what if: the scenario as it stands"),
    ] {
        let mut app = stage(Lang::En, (80, 24));
        app.press(keys);
        app.press(typed);
        let screen = lines(&drawn(&app));
        assert!(screen.contains(says), "{keys:?} {typed:?} lacks «{says}»\n{screen}");
        // On a small screen a number is whole or not there.
        let mut small = stage(Lang::En, (50, 20));
        small.press(keys);
        small.press(":");
        let screen = lines(&drawn(&small));
        assert!(!screen.contains("14,21 ") && !screen.contains("17,64 "), "{screen}");
    }
    let mut app = stage(Lang::Id, (80, 24));
    app.press(":ekspor");
    assert!(lines(&drawn(&app)).contains("ekspor: semua 17.640"), "{}", lines(&drawn(&app)));
}

#[test]
fn the_key_bar_has_no_key_that_the_list_of_commands_says_would_do_nothing() {
    for (keys, hides) in [
        ("", vec!["u undo", "backspace clear"]),
        ("4/zzzz<enter>", vec!["y copy", "e export", "v mark", "enter open", "space pick"]),
        ("", vec!["r read again"]),
        (":zzzz", vec!["enter do it", "↑ ↓ move"]),
        ("?zzzz", vec!["enter do it", "↑ ↓ move"]),
        ("/zzzz<enter>D", vec!["enter list", "e export"]),
    ] {
        let mut app = stage(Lang::En, (160, 45));
        app.since(roster("sorong-2024.json"));
        app.press(keys);
        let screen = lines(&drawn(&app));
        let bar = screen.lines().last().unwrap();
        for key in hides {
            assert!(!bar.contains(key), "after {keys:?} «{key}» stands in {bar}");
        }
    }
}

#[test]
fn the_key_bar_of_a_list_of_people_has_no_key_that_moves_or_takes_nobody() {
    let mut app = Stage::of(roster("small-city.json"), start(Lang::En), Pace::AtOnce, (160, 45));
    app.since(roster("small-city-may.json"));
    app.press("D<enter>");
    let bar = |app: &Stage| lines(&drawn(app)).lines().last().unwrap().to_owned();
    let all = ["enter ", "j k move", "y copy", "e export"];
    assert!(all.iter().all(|key| bar(&app).contains(key)), "{}", bar(&app));
    app.press("/zzzz<enter>");
    assert!(all.iter().all(|key| !bar(&app).contains(key)), "{}", bar(&app));
    assert!(bar(&app).contains("esc back"), "{}", bar(&app));
}
