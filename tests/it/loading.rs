//! While a roster is read: what is shown of it, what keys do, and that no key is lost.

use crate::screens::goldens;
use crate::stage::{Pace, Stage, drawn, lines, start};
use crate::support::{fixture_text, read, roster};
use crossterm::event::{KeyCode, KeyModifiers};
use lindungi::lang::Lang;
use lindungi::lang::person::Privacy;
use lindungi::load::Loading;
use lindungi::tui::msg::{Effect, Msg, Reply, Ticket};
use lindungi::tui::state::app::Start;
use lindungi::views::{Change, View, Views};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::sync::Arc;
use std::time::Duration;

/// What is known of a fixture after two seconds.
fn known(name: &str) -> Loading {
    let head = read(fixture_text(name)).unwrap();
    Loading {
        source: name.to_owned(),
        program: Some((head.program.clone(), head.synthetic)),
        groups: head.groups.iter().map(|group| (group.clone(), [263, 293, 3513])).collect(),
        head: Some(Arc::new(head)),
        workers: 11_290,
        set_aside: 2,
        bytes: (3_600_000, Some(5_600_000)),
        took: Duration::from_secs(2),
        counting: false,
        list: None,
    }
}

/// A roster that is being read.
struct Reading {
    app: Stage,
    ticket: Ticket,
}

impl Reading {
    fn new(start: Start, size: (u16, u16)) -> Reading {
        let mut app = Stage::new(start, Pace::AtOnce, size);
        let effects = app.begin_loading();
        let [Effect::Work(ticket, _)] = &effects[..] else { panic!("the roster is asked for") };
        Reading { ticket: *ticket, app }
    }

    /// So much of it is known.
    fn tell(&mut self, loading: Loading) {
        self.app.update(Msg::Reply(self.ticket, Reply::Loading(Box::new(loading))));
    }

    /// It is there, and nothing is left to do outside.
    fn arrive(&mut self, name: &str) {
        assert!(self.arrived(name).is_empty(), "nothing is left to do outside");
    }

    /// It is there; what is left to do outside.
    fn arrived(&mut self, name: &str) -> Vec<Effect> {
        self.app.update(Msg::Reply(self.ticket, Reply::Roster(Ok(roster(fixture_text(name))))))
    }

    fn screen(&self) -> String {
        lines(&drawn(&self.app))
    }
}

const CITY: &str = "small-city.json";
const SORONG: &str = "sorong-2024.json";

/// A reading of that fixture, of which something is known.
fn reading(name: &str, lang: Lang, size: (u16, u16)) -> Reading {
    let mut reading = Reading::new(start(lang), size);
    reading.tell(known(name));
    reading
}

#[test]
fn the_screens_while_loading_are_those_that_were_looked_at() {
    let mut screens = Vec::new();
    for (name, keys, size, lang) in [
        ("groups", "1", (80, 24), Lang::En),
        ("groups-id", "1", (80, 24), Lang::Id),
        ("groups-40x10", "1", (40, 10), Lang::En),
        ("groups-50x20-id", "1", (50, 20), Lang::Id),
        ("enrollment", "2", (80, 24), Lang::En),
        ("budget-id", "3", (80, 24), Lang::Id),
        ("workers", "4jjj", (80, 24), Lang::En),
        ("workers-50x20-id", "4", (50, 20), Lang::Id),
        ("workers-120x40", "4", (120, 40), Lang::En),
        ("checks-id", "5", (80, 24), Lang::Id),
        ("filter", "4/ojek", (80, 24), Lang::En),
        ("help", "?", (80, 24), Lang::En),
        ("held", "f", (80, 24), Lang::En),
        ("tiny", "", (30, 6), Lang::En),
    ] {
        let mut reading = reading(SORONG, lang, size);
        reading.app.press(keys);
        screens.push((format!("loading-{name}"), drawn(&reading.app)));
    }
    let mut counting = Reading::new(start(Lang::En), (80, 24));
    counting.tell(Loading { counting: true, bytes: (5_600_000, Some(5_600_000)), ..known(SORONG) });
    screens.push(("loading-counting".to_owned(), drawn(&counting.app)));
    goldens(&screens);
}

/// At every size, in both languages, on every tab, over everything: it is drawn, and says no key figure.
#[test]
fn no_part_is_told_as_the_whole_at_any_size() {
    let known = known(SORONG);
    for lang in [Lang::En, Lang::Id] {
        for (width, height) in [(1, 1), (20, 3), (39, 9), (40, 10), (50, 20), (76, 12), (80, 24), (120, 40), (200, 60)]
        {
            for keys in ["1", "2", "3", "4", "5", "4G/status:aktif", "?", ":", "1f", "e"] {
                let mut reading = Reading::new(start(lang), (width, height));
                reading.tell(known.clone());
                reading.app.press(keys);
                let screen = reading.screen();
                for whole in ["73.5", "73,5", "934,708", "934.708", "14,212", "14.212", "Nov 2024"] {
                    assert!(!screen.contains(whole), "{keys} at {width}×{height}: {whole} in\n{screen}");
                }
                if width >= 80 && !"?:".contains(keys) {
                    assert!(screen.contains('…') && screen.contains("64%"), "{keys} at {width}×{height}\n{screen}");
                }
            }
        }
    }
}

/// The first workers look as they will once all is read: masked, and in the order of the file.
#[test]
fn the_first_workers_are_those_of_the_table_and_masked_alike() {
    for privacy in [Privacy::Masked, Privacy::Whole, Privacy::Locked] {
        for lang in [Lang::En, Lang::Id] {
            let mut reading = Reading::new(Start { privacy, ..start(lang) }, (110, 30));
            reading.tell(known(SORONG));
            reading.app.press("4");
            let so_far = reading.screen();
            reading.arrive(SORONG);
            let all = reading.screen();
            let top = all.lines().position(|line| line.starts_with(" > ")).unwrap();
            let rows = so_far
                .lines()
                .skip(top)
                .take_while(|line| !line.starts_with(" Reading") && !line.starts_with(" Membaca"));
            let rows: Vec<&str> = rows.collect();
            assert!(rows.len() >= 10, "{so_far}");
            for (own, whole) in rows.iter().zip(all.lines().skip(top)) {
                assert_eq!(own, &whole);
            }
            assert_eq!(so_far.contains("REVEALED") || so_far.contains("TERBUKA"), privacy == Privacy::Whole);
        }
    }
}

/// Where the programme does not say its date, no age and no standing is said before the last row is known.
#[test]
fn what_depends_on_a_date_that_is_not_known_yet_is_not_said() {
    let mut loading = known(CITY);
    let mut head = read(fixture_text(CITY)).unwrap();
    head.program.as_of = None;
    loading.program = Some((head.program.clone(), true));
    loading.head = Some(Arc::new(head));
    let mut reading = Reading::new(start(Lang::En), (80, 24));
    reading.tell(loading);
    reading.app.press("4");
    let screen = reading.screen();
    assert!(!screen.contains('●') && !screen.contains('▒'), "{screen}");
    assert!(!screen.contains("as of"), "{screen}");
}

fn keys() -> impl Strategy<Value = Vec<&'static str>> {
    const KEYS: &[&str] = &[
        "1",
        "2",
        "3",
        "4",
        "5",
        "j",
        "k",
        "G",
        "g",
        "f",
        "s",
        "S",
        "w",
        " ",
        "u",
        "v",
        "V",
        "n",
        "l",
        "h",
        "[",
        "]",
        "0",
        "<tab>",
        "<down>",
        "<up>",
        "<end>",
        "<enter>",
        "<esc>",
        "<backspace>",
        "=",
        "/kamu<enter>",
        "/usia>60",
        "/zz<esc>",
        "/status:aktif<enter>",
        "/diskk:x<enter>",
        "/<up><enter>",
        "/status:<tab><enter>",
    ];
    vec(select(KEYS), 0..14)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    /// The law of keys that are held: it ends as if the roster had been there all the time.
    #[test]
    fn keys_before_the_roster_do_what_they_do_behind_it(keys in keys(), told in 0_usize..14) {
        let mut reading = Reading::new(start(Lang::En), (80, 24));
        let mut there = Stage::of(roster(fixture_text(CITY)), start(Lang::En), Pace::AtOnce, (80, 24));
        // A key that has come to another meaning may ask for something outside, then as now.
        let (mut asked, mut asked_there) = (0, 0);
        for (place, key) in keys.iter().enumerate() {
            if place == told {
                reading.tell(known(CITY));
            }
            asked += reading.app.press(key).len();
            asked_there += there.press(key).len();
            reading.screen();
        }
        asked += reading.arrived(CITY).len();
        prop_assert_eq!(asked, asked_there, "{:?}", keys);
        prop_assert_eq!(reading.screen(), lines(&drawn(&there)), "{:?}", keys);
    }
}

#[test]
fn keys_that_came_to_another_meaning_do_what_they_do_behind_the_roster() {
    let mut reading = Reading::new(start(Lang::En), (80, 24));
    let mut there = Stage::of(roster(fixture_text(CITY)), start(Lang::En), Pace::AtOnce, (80, 24));
    let (mut asked, mut asked_there) = (0, 0);
    for key in ["4", "s", "/diskk:x<enter>", "/status:aktif<enter>"] {
        asked += reading.app.press(key).len();
        asked_there += there.press(key).len();
    }
    asked += reading.arrived(CITY).len();
    assert_eq!(asked, asked_there);
    assert_eq!(reading.screen(), lines(&drawn(&there)));
}

#[test]
fn leaving_and_the_language_wait_for_nothing() {
    for keys in ["", "2", "4jj", "f", "w4", "/ojek<enter>", "/ojek<esc>", "L"] {
        let mut reading = Reading::new(start(Lang::En), (80, 24));
        assert!(reading.app.press(keys).is_empty());
        assert!(matches!(reading.app.press("q")[..], [Effect::Quit(None)]), "q behind {keys:?}");
    }
    for keys in ["", "/ojek", "?", ":", "f"] {
        let mut reading = Reading::new(start(Lang::En), (80, 24));
        reading.app.press(keys);
        let control = reading.app.key(KeyCode::Char('c'), KeyModifiers::CONTROL);
        assert!(matches!(control[..], [Effect::Quit(None)]), "^c behind {keys:?}");
    }
    // Where letters are typed, q is one.
    for keys in ["/", "?", ":"] {
        let mut reading = Reading::new(start(Lang::En), (80, 24));
        assert!(reading.app.press(keys).is_empty() && reading.app.press("q").is_empty(), "q behind {keys:?}");
    }
    let mut other = reading(CITY, Lang::En, (80, 24));
    other.app.press("L");
    assert!(other.screen().contains("Membaca"));
}

/// What would be done unseen is refused in words, and is not done later.
#[test]
fn what_must_be_seen_is_refused_and_said() {
    for (lang, words) in [(Lang::En, "works once all is read"), (Lang::Id, "baru bisa setelah semua terbaca")] {
        for key in ["e", "y", "Y", "p", "D", "r"] {
            let mut reading = reading(CITY, lang, (80, 24));
            assert!(reading.app.press(key).is_empty());
            assert!(reading.screen().contains(&format!("{key} {words}")), "{}", reading.screen());
            reading.arrive(CITY);
            assert!(reading.app.overlay().is_none() && reading.screen().contains("61"), "{}", reading.screen());
        }
    }
    let mut held = reading(CITY, Lang::Id, (80, 24));
    held.app.press("f");
    assert!(held.screen().contains("f: dijalankan begitu semua terbaca"), "{}", held.screen());
    // What has no meaning on a tab may have one on what the key before opens.
    held.app.press("Z");
    assert!(held.screen().contains("Z: dijalankan begitu semua terbaca"), "{}", held.screen());
    held = reading(CITY, Lang::Id, (80, 24));
    held.app.press("f");
    assert!(held.screen().contains("f: dijalankan begitu semua terbaca"), "{}", held.screen());
    held.arrive(CITY);
    assert!(held.app.overlay().is_some());
}

/// What a line cannot take is said there and then.
#[test]
fn a_paste_that_is_too_long_is_cut_and_said_while_it_is_read() {
    for (lang, said) in [(Lang::En, "characters of the paste were taken"), (Lang::Id, "karakter pertama tempelan")] {
        let mut reading = reading(CITY, lang, (80, 24));
        reading.app.press("/");
        reading.app.update(Msg::Paste("siti ".repeat(1_000)));
        assert!(reading.screen().contains(said), "{}", reading.screen());
    }
}

/// A filter that is typed is there with the roster: in force, still being typed, or with its mistake.
#[test]
fn a_filter_typed_ahead_is_kept() {
    let after = |keys: &str| {
        let mut reading = reading(CITY, Lang::En, (80, 24));
        reading.app.press(keys);
        let before = reading.screen();
        reading.arrive(CITY);
        (before, reading.screen())
    };
    let (before, screen) = after("/group:nelayan<enter>");
    assert!(before.contains("Filter  group:nelayan") && before.contains("counting"), "{before}");
    assert!(screen.contains("Filter  group:nelayan") && !screen.contains("61 of 61"), "{screen}");
    let (before, screen) = after("/group:nel");
    assert!(before.contains(" / group:nel"), "{before}");
    assert!(screen.contains(" / group:nel") && screen.contains("── group:"), "{screen}");
    let (_, screen) = after("/distrct:manoi<enter>");
    assert!(screen.contains(" / distrct:manoi") && screen.contains('^'), "{screen}");
    // One that the command line asked for is said at once, and can be changed.
    let mut reading = Reading::new(Start { filter: Some("sex:f".to_owned()), ..start(Lang::En) }, (80, 24));
    assert!(reading.screen().contains("Filter  sex:f"), "{}", reading.screen());
    reading.app.press("/age>=60<enter>");
    assert!(reading.screen().contains("Filter  sex:f age>=60"), "{}", reading.screen());
    reading.arrive(CITY);
    assert!(reading.screen().contains("Filter  sex:f age>=60"), "{}", reading.screen());
}

/// The help and the list of commands need no roster; what is chosen there is done as its key would be.
#[test]
fn the_help_and_the_commands_are_there_before_the_roster() {
    let mut own = reading(CITY, Lang::En, (80, 24));
    own.app.press("?facets");
    assert!(own.screen().contains("facets"), "{}", own.screen());
    own.app.press("<enter>");
    assert!(own.screen().contains("f: done as soon as all is read"), "{}", own.screen());
    own.arrive(CITY);
    assert!(own.app.overlay().is_some(), "the facets");
    let mut own = reading(CITY, Lang::En, (80, 24));
    own.app.press(":filter<enter>sex:f<enter>4");
    assert!(own.screen().contains("Filter  sex:f"), "{}", own.screen());
    own.arrive(CITY);
    assert!(own.screen().contains("Filter  sex:f") && !own.screen().contains("61 of 61"), "{}", own.screen());
    // A field of the help is begun in the filter.
    let mut own = reading(CITY, Lang::En, (80, 24));
    own.app.press("?kecamatan<enter>");
    assert!(own.screen().contains(" / district:"), "{}", own.screen());
    own.app.press("manoi<enter>");
    own.arrive(CITY);
    assert!(own.screen().contains("Filter  district:manoi"), "{}", own.screen());
    // The help that is open stays open.
    let mut own = reading(CITY, Lang::En, (80, 24));
    own.app.press("4?sort");
    own.arrive(CITY);
    assert!(own.screen().contains("? sort"), "{}", own.screen());
}

/// A saved view that is chosen by its name is shown once the roster is there.
#[test]
fn a_view_may_be_asked_for_before_the_roster() {
    let mut views = Views::default();
    let (name, filter) = ("perempuan".to_owned(), "sex:f".to_owned());
    views.change(Change::Set(View { name, filter, sort: "-age".to_owned(), groups: String::new(), tab: 4 }));
    let mut own = Reading::new(Start { views: Ok(views), ..start(Lang::En) }, (80, 24));
    own.tell(known(CITY));
    // A command that wants a name asks for it, and nothing is saved of a roster that is not there.
    own.app.press(":what is<enter>");
    assert!(own.screen().contains(" : save"), "{}", own.screen());
    own.app.press("<esc>:perem<enter>");
    own.arrive(CITY);
    let screen = own.screen();
    assert!(screen.contains("Filter  sex:f") && screen.contains("Age ↓"), "{screen}");
}

/// How long it still takes is said where it is known, in whole seconds or minutes, rounded up.
#[test]
fn the_time_left_is_said_where_it_means_something() {
    let loading = |took: f64, read: u64, size: Option<u64>| Loading {
        took: Duration::from_secs_f64(took),
        bytes: (read, size),
        ..known(CITY)
    };
    for (loading, en, id) in [
        (loading(2.0, 1_000_000, Some(4_000_000)), "25% · about 6 s left", "25% · sekitar 6 dtk lagi"),
        (loading(2.0, 1_000_000, Some(4_100_000)), "24% · about 7 s left", "24% · sekitar 7 dtk lagi"),
        (loading(60.0, 1_000_000, Some(4_000_000)), "25% · about 3 min left", "25% · sekitar 3 mnt lagi"),
        (loading(2.0, 4_000_000, Some(4_000_000)), "100% · about 1 s left", "100% · sekitar 1 dtk lagi"),
        (loading(0.5, 1_000_000, Some(4_000_000)), " 25%\n", " 25%\n"),
        (loading(2.0, 0, Some(4_000_000)), "  0%\n", "  0%\n"),
        (loading(2.0, 1_000_000, None), " · 1.0 MB\n", " · 1,0 MB\n"),
    ] {
        for (lang, words) in [(Lang::En, en), (Lang::Id, id)] {
            let mut reading = Reading::new(start(lang), (80, 24));
            reading.tell(loading.clone());
            assert!(format!("{}\n", reading.screen()).contains(words), "{words:?} in\n{}", reading.screen());
        }
    }
    for (lang, words) in [(Lang::En, "Counting"), (Lang::Id, "Menghitung")] {
        let mut reading = Reading::new(start(lang), (80, 24));
        reading.tell(Loading { counting: true, bytes: (4_000_000, Some(4_000_000)), ..known(CITY) });
        let screen = reading.screen();
        assert!(screen.contains(words) && !screen.contains('%'), "{screen}");
    }
}

/// What can be shown of a key before the roster is there is shown: the first rows are walked, the filter is emptied.
#[test]
fn what_can_be_shown_of_a_key_is_shown_before_the_roster() {
    let after = |keys: &str| {
        let mut own = reading(SORONG, Lang::En, (80, 24));
        own.app.press(keys);
        own.screen()
    };
    for (front, there, back) in [
        ("1", "<tab>", "<backtab>"),
        ("4", "<down>", "<up>"),
        ("4", "<pgdn>", "<pgup>"),
        ("4", "<pgdn><pgdn>", "<home>"),
        ("4", "<end>", "<home>"),
        ("4", "/siti<enter>", "<backspace>"),
        ("4", "/siti", "<esc>"),
    ] {
        assert_ne!(after(&format!("{front}{there}")), after(front), "{front}{there}");
        assert!(!after(&format!("{front}{there}")).contains("as soon as all is read"), "{front}{there}");
        assert_eq!(after(&format!("{front}{there}{back}")), after(front), "{front}{there}{back}");
    }
    // A key of nothing is nothing, and a text outside a line neither.
    assert_eq!(after("z"), after(""));
    let mut own = reading(SORONG, Lang::En, (80, 24));
    own.app.update(Msg::Paste("siti".to_owned()));
    assert_eq!(own.screen(), after(""));
    let mut own = reading(SORONG, Lang::En, (80, 24));
    own.app.press("4/");
    own.app.update(Msg::Paste("siti".to_owned()));
    assert_eq!(own.screen(), after("4/siti"));
    // As many rows as are in sight are a page, and back from nothing is nothing.
    assert_ne!(after("4<pgdn>"), after("4<down>"));
    assert_eq!(after("4<esc>"), after("4"));
    let mut own = reading(SORONG, Lang::En, (80, 24));
    own.app.press("?");
    own.app.update(Msg::Paste("sort".to_owned()));
    assert_eq!(own.screen(), after("?sort"));
    // Groups are not walked yet: what would be done there is done later.
    let walked = after("1<down>");
    assert!(walked.contains("done as soon as all is read"), "{walked}");
    assert_eq!(after("1<down>4<up>"), after("4<up>"));
    // A command of the table goes to the table, any other stays where it is.
    for (command, tab) in [(":mark<enter>", "4 Workers"), (":sort<enter>", "1 Groups"), (":facets<enter>", "1 Groups")]
    {
        let mut own = reading(CITY, Lang::En, (80, 24));
        own.app.press(command);
        own.arrive(CITY);
        own.app.press("<esc>");
        let screen = own.screen();
        let rule = screen.lines().find(|line| line.contains('━')).unwrap_or_default();
        let at = rule.chars().position(|c| c == '━').unwrap_or_default();
        let tabs = screen.lines().find(|line| line.contains(" 5 ")).unwrap_or_default();
        assert!(tabs.chars().skip(at).collect::<String>().trim_start().starts_with(tab), "{command}\n{screen}");
    }
    // Erasing works in what lies over it.
    for (typed, erase, left) in [
        ("?find rows", 'w', "?find "),
        ("?find rows", 'u', "?"),
        (":find rows", 'w', ":find "),
        ("4/siti rumah", 'w', "4/siti "),
        ("4/siti rumah", 'u', "4/"),
    ] {
        let mut own = reading(SORONG, Lang::En, (80, 24));
        own.app.press(typed);
        own.app.key(KeyCode::Char(erase), KeyModifiers::CONTROL);
        assert_eq!(own.screen(), after(left), "{typed} ^{erase}");
    }
}
