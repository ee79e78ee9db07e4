//! Nothing is cut at any width in what lies over a tab, in what is typed and said below it, and with rosters that have
//! caveats: the same demands as in `widths`, on heights that take turns.

use crate::screens::app_of;
use crate::stage::{Pace, Stage, drawn, lines, start};
use crate::support::{fixture_text, roster};
use crate::widths::{Show, nothing_is_wrong, sorong};
use lindungi::lang::Lang;
use lindungi::lang::date::TimeOfDay;
use lindungi::tui::msg::{Effect, Msg, Reply, Written};
use lindungi::tui::state::app::Start;

/// Keys and what they lead to.
const LISTS: &[&str] =
    &["?", "?sort", "?status", ":", ":exp", ":view", ":zzz", "4s", "4p", "4e", "4ve", "5e", "5jjje", "D\re", "DD"];

/// What is typed below a tab.
const TYPED: &[&str] = &[
    "4/status:",
    "4/distrct:x",
    "4/",
    "4/age>=60 distrct:x",
    "1/occupation:nelayan sta",
    "4/name:",
    "4/nik-duplicate",
];

#[test]
fn no_width_cuts_a_list_over_a_tab_in_english() {
    nothing_is_wrong(sorong(Lang::En), LISTS);
}

#[test]
fn no_width_cuts_a_list_over_a_tab_in_indonesian() {
    nothing_is_wrong(sorong(Lang::Id), LISTS);
}

#[test]
fn no_width_cuts_what_is_typed_in_english() {
    nothing_is_wrong(sorong(Lang::En), TYPED);
}

#[test]
fn no_width_cuts_what_is_typed_in_indonesian() {
    nothing_is_wrong(sorong(Lang::Id), TYPED);
}

/// One worker, with findings and with a reason, and a figure explained under a filter.
const DETAILS: &[&str] = &[
    "/finding:status-early\r4\r",
    "/finding:nik-duplicate\r4\r",
    "/finding:place-spelling\r4\r",
    "/status:inactive\r4\r",
    "/status:grace\r4G\r",
    "/group:nelayan\r3\r",
];

#[test]
fn no_width_cuts_a_worker_in_english() {
    nothing_is_wrong(sorong(Lang::En), DETAILS);
}

#[test]
fn no_width_cuts_a_worker_in_indonesian() {
    nothing_is_wrong(sorong(Lang::Id), DETAILS);
}

/// Rosters whose figures need a caveat.
const CAVEATS: &[&str] = &[
    "defects/payment-gap",
    "defects/payment-date",
    "defects/payments-missing",
    "defects/rate-missing",
    "defects/refund",
    "defects/payment-set-aside",
    "defects/overspent",
    "cases/chart-books-late/half-years-paid-in-advance",
    "cases/death-still-active/roster",
    "cases/months-without-year/payments-two-years",
    "cases/place-spelling/roster",
    "cases/placeholder-nik/new",
    "cases/skipped-month/may-missing",
    "cases/year-typo/payment-2042",
];

/// Walks those of them whose turn it is.
fn caveats(lang: Lang, turn: usize) {
    let wrong: Vec<String> = CAVEATS
        .iter()
        .skip(turn)
        .step_by(2)
        .flat_map(|name| {
            let app = app_of(roster(fixture_text(&format!("{name}.json"))), lang, 200, 60);
            let screens = ["1", "2", "3", "3\r", "4\r", "5", "w"];
            let mut show = Show::new(app, &screens);
            let walked = screens.iter().flat_map(|keys| {
                show.press(keys);
                show.at_turns(&format!("{name} {keys:?}"))
            });
            walked.collect::<Vec<String>>()
        })
        .collect();
    let all = wrong.join("\n");
    assert!(wrong.is_empty(), "{} screens\n{}", wrong.len(), all.chars().take(20_000).collect::<String>());
}

#[test]
fn no_width_cuts_a_caveat_in_english() {
    caveats(Lang::En, 0);
}

#[test]
fn nor_another_caveat_in_english() {
    caveats(Lang::En, 1);
}

#[test]
fn no_width_cuts_a_caveat_in_indonesian() {
    caveats(Lang::Id, 0);
}

#[test]
fn nor_another_caveat_in_indonesian() {
    caveats(Lang::Id, 1);
}

/// The words of a file written, of one that exists, and of a copy.
fn said(lang: Lang) -> Vec<String> {
    let copies = ["4", "4Y", "4/zzzz\rY", "4/-status:active\rY", "4/status:active\rY"];
    let mut show = Show::new(sorong(lang), &copies);
    let written = |cut| Written { rows: 12_345, name: "lindungi-nik-duplicate-2024-08-30.xlsx".to_owned(), cut };
    let ends: [Option<Result<Written, lindungi::tui::msg::Unwritten>>; 5] = [
        Some(Ok(written(0))),
        Some(Ok(written(1_234))),
        Some(Err(lindungi::tui::msg::Unwritten::Exists)),
        Some(Err(lindungi::tui::msg::Unwritten::Why("cannot write there: permission denied".to_owned()))),
        None,
    ];
    let mut wrong = Vec::new();
    for (place, end) in ends.into_iter().enumerate() {
        show.app.update(Msg::Resize(200, 40));
        match end {
            Some(end) => {
                show.press("4e");
                for effect in show.app.press("<enter>") {
                    if let Effect::Work(ticket, _) = effect {
                        show.app.update(Msg::Reply(ticket, Reply::Exported(end.clone())));
                    }
                }
            }
            None => {
                show.press("4y");
            }
        }
        let text = lines(&drawn(&show.app));
        assert!(text.contains(['✓', '▲', '■']), "something is said:\n{text}");
        wrong.extend(show.at_every_width(&format!("said {place}")));
    }
    for keys in &copies[1..] {
        show.app.update(Msg::Resize(200, 40));
        show.press(keys);
        let text = lines(&drawn(&show.app));
        assert!(text.contains('▲'), "something is said:\n{text}");
        wrong.extend(show.at_every_width(keys));
    }
    wrong
}

#[test]
fn no_width_cuts_what_is_said() {
    for lang in [Lang::En, Lang::Id] {
        let wrong = said(lang);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// A file that cannot be read, and one that has far fewer workers.
fn unread(lang: Lang) -> Vec<String> {
    let begin = Start { again: true, source: "/srv/data/sorong.json".to_owned(), ..start(lang) };
    let mut app = Stage::new(begin, Pace::AtOnce, (200, 60));
    app.update(Msg::Clock(TimeOfDay::from_hms_opt(10, 42, 0).unwrap()));
    app.read(roster(fixture_text("small-city.json")));
    let mut show = Show::new(app, &["4"]);
    let why = "/srv/data/sorong.json:8812:4: not JSON: a comma or bracket is missing\nMend that place.";
    show.app.readings.push_back(Err(why.to_owned()));
    show.app.press("r");
    let mut wrong = show.at_every_width("unread");
    let mut fewer: serde_json::Value = serde_json::from_str(&fixture_text("small-city.json")).unwrap();
    fewer["workers"].as_array_mut().unwrap().truncate(3);
    show.app.update(Msg::Resize(200, 40));
    show.app.readings.push_back(Ok(roster(fewer.to_string())));
    show.app.press("r");
    wrong.extend(show.at_every_width("offered"));
    wrong
}

#[test]
fn no_width_cuts_what_stands_over_the_filter() {
    for lang in [Lang::En, Lang::Id] {
        let wrong = unread(lang);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
