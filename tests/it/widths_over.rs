//! Nothing is cut at any width in what lies over a tab, in what is typed and said below it, and with rosters that have
//! caveats: the same demands as in `widths`, on heights that take turns.

use crate::screens::app_of;
use crate::stage::{Pace, Stage, drawn, lines, start};
use crate::support::{fixture_text, roster};
use crate::widths::{Show, nothing_is_wrong, sorong};
use lindungi::lang::Lang;
use lindungi::lang::date::TimeOfDay;
use lindungi::tui::msg::{Effect, Msg, Reply, Unwritten, Written};
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

/// The demonstration roster with a village in two spellings and a reason why somebody left.
fn told(lang: Lang) -> Stage {
    let mut city: serde_json::Value = serde_json::from_str(&fixture_text("sorong-2024.json")).unwrap();
    let workers = city["workers"].as_array_mut().unwrap();
    let village = workers[0]["village"].as_str().unwrap().to_uppercase();
    workers[0]["village"] = village.into();
    let left = workers.iter_mut().find(|worker| worker["status"] == "inactive").unwrap();
    left["reason"] = "pindah ke Manokwari ikut suami, kata ketua RT".into();
    app_of(roster(city.to_string()), lang, 200, 60)
}

/// One worker, with findings and with a reason, and a figure explained under a filter.
const DETAILS: &[&str] = &[
    "/finding:status-early\r4\r",
    "/finding:nik-duplicate\r4\r",
    "/finding:place-spelling\r4\r",
    "/status:inactive reason:any\r4\r",
    "/status:grace\r4G\r",
    "/group:nelayan\r3\r",
];

/// Walks them; each is open, so that Esc closes it.
fn details(lang: Lang) {
    let mut app = told(lang);
    for keys in DETAILS {
        app.press(&keys.replace('\r', "<enter>"));
        let screen = lines(&drawn(&app));
        assert!(screen.lines().last().unwrap().contains(" esc "), "{keys:?}\n{screen}");
        app.press("<esc><esc><backspace>");
    }
    nothing_is_wrong(app, DETAILS);
}

#[test]
fn no_width_cuts_a_worker_in_english() {
    details(Lang::En);
}

#[test]
fn no_width_cuts_a_worker_in_indonesian() {
    details(Lang::Id);
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
    let say = |en, id| if lang == Lang::En { en } else { id };
    let large = say(" bytes; a terminal takes ", " byte; terminal memuat ");
    let copies = [
        ("4Y", say("▲ nothing is selected", "▲ tidak ada yang terpilih")),
        ("4/zzzz\rY", say("▲ nobody passes the filter", "▲ tidak ada yang lolos filter")),
        ("4/-status:active\rY", large),
        ("4/status:active\rY", large),
    ];
    let screens: Vec<&str> = ["4"].into_iter().chain(copies.map(|(keys, _)| keys)).collect();
    let mut show = Show::new(sorong(lang), &screens);
    let written = |cut| Written { rows: 12_345, name: "lindungi-nik-duplicate-2024-08-30.xlsx".to_owned(), cut };
    let why = Unwritten::Why("cannot write there: permission denied".to_owned());
    let ends = [
        (Some(Ok(written(0))), say("✓ 12,345 workers written to ", "✓ 12.345 pekerja ditulis ke ")),
        (Some(Ok(written(1_234))), say("1,234 texts were too long for a cell", "1.234 teks terlalu panjang")),
        (Some(Err(Unwritten::Exists)), say("▲ exists already", "▲ sudah ada")),
        (Some(Err(why)), "■ cannot write there: permission denied"),
        (None, say("✓ 1 sent to your terminal's clipboard", "✓ 1 dikirim ke papan klip terminal Anda")),
    ];
    let mut wrong = Vec::new();
    for (place, (end, words)) in ends.into_iter().enumerate() {
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
        assert!(text.contains(words), "«{words}» is not said:\n{text}");
        wrong.extend(show.at_every_width(&format!("said {place}")));
    }
    for (keys, words) in copies {
        show.app.update(Msg::Resize(200, 40));
        show.press(keys);
        let text = lines(&drawn(&show.app));
        assert!(text.contains(words), "«{words}» is not said:\n{text}");
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
    // What is walked is on the screen.
    let says = |show: &mut Show<'_>, en: &str, id: &str| {
        show.app.update(Msg::Resize(200, 40));
        let (text, words) = (lines(&drawn(&show.app)), if lang == Lang::En { en } else { id });
        assert!(text.contains(words), "«{words}» is not said:\n{text}");
    };
    let why = "/srv/data/sorong.json:8812:4: not JSON: a comma or bracket is missing\nMend that place.";
    show.app.readings.push_back(Err(why.to_owned()));
    show.app.press("r");
    says(&mut show, "■ sorong.json: line 8,812, column 4: ", "■ sorong.json: baris 8.812, kolom 4: ");
    let mut wrong = show.at_every_width("unread");
    let mut fewer: serde_json::Value = serde_json::from_str(&fixture_text("small-city.json")).unwrap();
    fewer["workers"].as_array_mut().unwrap().truncate(3);
    show.app.update(Msg::Resize(200, 40));
    show.app.readings.push_back(Ok(roster(fewer.to_string())));
    show.app.press("r");
    says(&mut show, "3 workers instead of 61", "3 pekerja, bukan 61");
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
