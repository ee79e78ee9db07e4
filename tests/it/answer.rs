//! The answer first: until which month the money pays, in the header and on Budget; what a filter changes of the figures,
//! and what has years, one of something and a title in bold.

use crate::screens::{app, app_of};
use crate::stage::{drawn, lines};
use crate::support::{document, file, lindungi, roster, status_json};
use lindungi::lang::Lang;
use lindungi::tui::msg::Msg;
use ratatui::style::{Color, Modifier};
use serde_json::{Value, json};

/// The screen after these keys.
fn screen(name: &str, lang: Lang, size: (u16, u16), keys: &str) -> String {
    let mut app = app(name, lang, size.0, size.1);
    app.press(keys);
    lines(&drawn(&app))
}

#[track_caller]
fn has(screen: &str, texts: &[&str]) {
    for text in texts {
        assert!(screen.contains(text), "«{text}» is missing from\n{screen}");
    }
}

const SORONG: &str = "sorong-2024.json";
const LAPSING: &str = "/lapse:2024-09<enter>";

#[test]
fn the_third_key_figure_is_the_month() {
    for (lang, size, text) in [
        (Lang::En, (80, 24), "  to Nov 2024 ▲ −1 month"),
        (Lang::Id, (80, 24), "  s.d. Nov 2024 ▲ −1 bulan"),
        (Lang::En, (120, 40), "  to Nov 2024, 3 months ▲ 1 short of Dec"),
        (Lang::En, (50, 20), " to Nov 2024 ▲ −1 month "),
        (Lang::En, (36, 6), " to Nov 2024 ▲ −1 month"),
    ] {
        has(&screen(SORONG, lang, size, ""), &[text]);
    }
    has(&screen(SORONG, Lang::En, (80, 24), ""), &["whole target: to Oct 2024"]);
    has(&screen(SORONG, Lang::En, (80, 24), LAPSING), &[" 0 active, of 19,336  ", "whole target: to Oct 2024"]);
}

/// A city of some active workers, paid from March through a month.
fn city(budget: &str, through: Option<&str>) -> String {
    let worker = json!({"name": "Nama", "occupation": "nelayan", "status": "active", "enrolled_on": "2024-03-01"});
    let mut city = document(json!([worker, worker]));
    city["program"]["budget"] = json!(budget);
    city["payments"] = through.map_or(
        json!([]),
        |through| json!([{"month": "2024-03", "through": through, "amount": "1000", "paid_on": "2024-03-02"}]),
    );
    city.to_string()
}

fn header(city: String, lang: Lang, size: (u16, u16)) -> String {
    lines(&drawn(&app_of(roster(city), lang, size.0, size.1)))
}

#[test]
fn whatever_comes_of_the_money_the_header_says_it() {
    for (city, size, text) in [
        (city("1000", Some("2024-08")), (120, 40), "  paid to Aug 2024 ▲ −4 months"),
        (city("1000", Some("2024-08")), (80, 24), "  paid to Aug 2024 ▲ −4\n"),
        (city("1000000", Some("2024-12")), (80, 24), "  all paid to Dec 2024"),
        (city("1000000", None), (80, 24), "  to Jul 2026, 29 months"),
        (city("100", None), (80, 24), "  no month paid ▲ −10"),
        (city("99999999999", None), (80, 24), "  2,976,190 months"),
    ] {
        has(&header(city, Lang::En, size), &[text]);
    }
    has(&header(city("1000000", Some("2024-12")), Lang::Id, (80, 24)), &["lunas s.d. Des 2024"]);
    let mut unpaid: serde_json::Value = serde_json::from_str(&city("1000000", None)).unwrap();
    unpaid.as_object_mut().unwrap().remove("payments");
    let unpaid = unpaid.to_string();
    for (lang, said) in [(Lang::En, "– no payments"), (Lang::Id, "– tanpa pembayaran")] {
        let screen = header(unpaid.clone(), lang, (80, 24));
        assert!(screen.contains(said) && !screen.contains("2026"), "{screen}");
    }
}

#[test]
fn the_month_is_bold_and_yellow_only_where_it_falls_short() {
    let styles = |text: &str, city: String| {
        let buffer = drawn(&app_of(roster(city), Lang::En, 80, 24));
        let row: Vec<&str> = (0..80).map(|x| buffer[(x, 1)].symbol()).collect();
        let at = row.concat().find(text).unwrap();
        let at = row.concat()[..at].chars().count() as u16;
        let cell = &buffer[(at, 1)];
        (cell.modifier, cell.fg)
    };
    let short = || city("100000", Some("2024-08"));
    assert_eq!(styles("Oct 2024", short()), (Modifier::BOLD, Color::Reset));
    assert_eq!(styles("▲", short()).1, Color::Yellow);
    assert!(!header(city("1000000", None), Lang::En, (80, 24)).lines().nth(1).unwrap().contains('▲'));
}

#[test]
fn the_dominant_figure_of_budget_is_the_month() {
    let wide = screen(SORONG, Lang::En, (120, 40), "3");
    has(
        &wide,
        &[
            "\n ██  ██ ██████ ██  ██  2024 ",
            "\n ██ ███ ██  ██  ████   3.91 months ",
            "\n ██  ██ ██████   ██    for the 14,212 active ",
        ],
    );
    has(&screen(SORONG, Lang::En, (160, 50), "3"), &["for the 14,212 active"]);
    let stacked = screen(SORONG, Lang::En, (80, 24), "3");
    let sentence = " What is left pays the 14,212 active to Nov 2024; Dec 2024 lacks Rp20,338,400.";
    let rows: Vec<&str> = stacked.lines().collect();
    let at = rows.iter().position(|row| row.trim_end() == sentence).unwrap();
    assert!(rows[at + 1].contains("303 of those active cannot be paid to Dec 2024"), "{stacked}");
}

#[test]
fn a_selection_has_cost_and_need_and_no_runway() {
    let told = "Rp3,292,800 a month for these 196, Rp13,171,200 to Dec 2024";
    let budget = screen(SORONG, Lang::En, (80, 24), &format!("{LAPSING}3"));
    has(&budget, &[told, "to Nov 2024 ▲ −1 month"]);
    for gone in ["283.86", "Mar 2048"] {
        assert!(!budget.contains(gone), "{budget}");
    }
    let explained = screen(SORONG, Lang::En, (80, 24), &format!("{LAPSING}3jjjj<enter>"));
    has(&explained, &["196 × 16,800 = 3,292,800", "4 months to Dec 2024 × 3,292,800 = 13,171,200"]);
    assert!(!explained.contains("283.86"), "{explained}");
    has(
        &screen(SORONG, Lang::En, (120, 40), &format!("{LAPSING}3")),
        &["(JKK 1,960,000 + JKM 1,332,800)", "JKK          JKM"],
    );
    let status = |form: &str| lindungi(&["status", "--demo", "--filter", "lapse:2024-09", "--format", form]).run().out;
    for text in [status("text"), status("markdown")] {
        has(&text.split_whitespace().collect::<Vec<_>>().join(" "), &[told]);
        assert!(!text.contains("283.86"), "{text}");
    }
    let found = status_json(&["--demo", "--filter", "lapse:2024-09"]);
    assert_eq!(found["budget"]["monthly"]["selection"], json!("3292800"));
    assert_eq!(found["budget"]["need_to_end"]["selection"], json!("13171200"));
    assert_eq!(found["budget"]["monthly_by_scheme"]["selection"], json!({"JKK": "1960000", "JKM": "1332800"}));
    for key in ["runway", "balance_at_end"] {
        assert_eq!(found["budget"][key].get("selection"), None, "{key}");
    }
}

#[test]
fn rows_lead_with_how_many_match_where_the_active_are_not_the_question() {
    let groups = screen(SORONG, Lang::En, (80, 24), LAPSING);
    has(
        &groups,
        &[
            "   Group                  Matched  Proposed  Verified  Active  Grace  Inactive",
            " > Market traders              52         0         0       0     25        27",
            "   Filtered                   196         0         0       0     96       100",
            "Districts, matched",
        ],
    );
    let wide = screen(SORONG, Lang::Id, (120, 40), LAPSING);
    has(&wide, &["Distrik, tersaring", "Usia, tersaring", "Jenis kelamin, tersaring", "▒▒▒", "Yang tersaring"]);
    let enrollment = screen(SORONG, Lang::En, (120, 40), &format!("{LAPSING}2"));
    has(&enrollment, &["Districts, matched", "196 matched: 96 grace, 100 inactive"]);
    // With a filter of groups alone only the last row has another name.
    let alone = screen(SORONG, Lang::En, (80, 24), "/group:nelayan<enter>");
    has(&alone, &["   Group                  Target  Proposed  Verified  Active      %", "   Filtered "]);
    assert!(!alone.contains("atched"), "{alone}");
}

#[test]
fn status_says_how_many_match_in_every_group_and_district() {
    let found = status_json(&["--demo", "--filter", "lapse:2024-09"]);
    let keys = |row: &Value| row.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let group = &found["groups"][0];
    assert_eq!(keys(group), ["id", "name", "target", "matched", "active", "percent", "standing"]);
    assert_eq!((&group["matched"], &group["active"]), (&json!(52), &json!(0)));
    let district = &found["districts"][0];
    assert_eq!(keys(district), ["name", "target", "percent", "matched", "workers", "active"]);
    assert_eq!((&district["matched"], &district["workers"]), (&json!(32), &json!(32)));
    assert_eq!(status_json(&["--demo"])["groups"][0]["matched"], json!(6_648), "whatever their standing");
    let text = lindungi(&["status", "--demo", "--filter", "lapse:2024-09"]).run().out;
    has(&text, &["matched  active  target", "Market traders               52       0"]);
    let alone = lindungi(&["status", "--demo", "--filter", "group:nelayan"]).run().out;
    assert!(!alone.contains("matched  active"), "{alone}");
}

#[test]
fn what_must_not_be_missed_stands_as_a_chip_left_of_the_demonstration_mark() {
    let mut app = app(SORONG, Lang::En, 80, 24);
    app.press("py3w");
    let first = |app: &_| lines(&drawn(app)).lines().next().unwrap().to_owned();
    has(&first(&app), &[" REVEALED   WHAT IF   DEMO   as of 30 Aug 2024"]);
    app.press("<esc>");
    assert!(!first(&app).contains("WHAT IF"));
    for width in 40..=80 {
        app.update(Msg::Resize(width, 24));
        let first = first(&app);
        assert!(first.contains("DEMO") && first.contains("30 Aug 2024"), "{width}: {first}");
        assert!(first.contains("REVEALED") || first.contains("NIK"), "{width}: {first}");
    }
    app.press("p");
    assert!(!first(&app).contains("REVEALED"));
}

#[test]
fn where_two_years_meet_each_month_says_its_own() {
    let case = "cases/months-without-year/payments-two-years.json";
    for (lang, size, texts) in [
        (Lang::En, (80, 24), ["Aug 2023 pays 2", "Aug 2024  "]),
        (Lang::Id, (120, 40), ["Des 2023", "Mar 2024"]),
        (Lang::Id, (50, 40), ["Des 2023", "Mar 2024"]),
    ] {
        has(&screen(case, lang, size, "3"), &texts);
    }
    // Enrolled in two years, covered in two years, planned in the second.
    let city = |lang| {
        let workers = (0..4).map(|place| {
            let day = ["2023-11-05", "2023-12-05", "2024-01-05", "2024-02-05"][place];
            json!({"name": format!("Nama {place}"), "occupation": "nelayan", "status": "active", "enrolled_on": day})
        });
        let mut city = document(workers.collect());
        city["program"]["coverage"] = json!({"from": "2023-11", "to": "2024-12"});
        city["payments"] =
            json!([{"month": "2023-11", "through": "2024-02", "amount": "1000", "paid_on": "2024-02-02"}]);
        app_of(roster(city.to_string()), lang, 120, 40)
    };
    let shown = |keys: &str| {
        let mut app = city(Lang::En);
        app.press(keys);
        lines(&drawn(&app))
    };
    has(&shown("2"), &["  Nov 2023 ", "  Feb 2024 "]);
    has(&shown("3"), &["Nov 2023–Feb 2024"]);
    for keys in ["2", "3"] {
        let screen = shown(keys);
        let axis = screen.lines().find(|line| line.matches(" 202").count() >= 3 && !line.contains('│')).unwrap();
        assert!(axis.contains("2023") && axis.contains("2024"), "the months under a chart: {axis}");
    }
    // Beside the list stands the day of the row that is selected.
    for (keys, day) in
        [("4", " 5 Nov 2023\n"), ("4j", " 5 Dec 2023\n"), ("4jj", " 5 Jan 2024\n"), ("4jjj", " 5 Feb 2024\n")]
    {
        has(&shown(keys), &[day]);
    }
}

#[test]
fn one_worker_is_no_workers() {
    let mut city: Value = serde_json::from_str(&city("1000000", Some("2024-03"))).unwrap();
    city["workers"].as_array_mut().unwrap().truncate(1);
    let (_folder, path) = file("one.json", city.to_string());
    let text = lindungi(&["status", &path]).run().out;
    has(&text, &["1 of 1 readable worker,"]);
    let mut app = app_of(roster(city.to_string()), Lang::En, 80, 24);
    for (keys, told) in
        [("1", "1 of 1 worker"), ("5", "in 1 worker, 1 payment"), ("4e", "1 worker, in the order shown")]
    {
        app.press("<esc>");
        app.press(keys);
        let screen = lines(&drawn(&app));
        has(&screen, &[told]);
        let wrong = ["1 workers", "1 payments", "1 months", "1 rules", "1 columns", "1 lists"];
        for wrong in wrong {
            let alone = screen.split(wrong).next().filter(|_| screen.contains(wrong));
            let alone = alone.and_then(|before| before.chars().last()).is_some_and(|c| !c.is_ascii_digit() && c != ',');
            assert!(!alone, "«{wrong}»\n{screen}");
        }
    }
}

#[test]
fn a_title_on_a_rule_is_bold_and_not_dim() {
    let app = app(SORONG, Lang::En, 80, 24);
    let buffer = drawn(&app);
    let row =
        (0..24).find(|&y| (0..80).map(|x| buffer[(x, y)].symbol()).collect::<String>().contains("── Market")).unwrap();
    assert_eq!(buffer[(3, row)].modifier, Modifier::BOLD);
    assert_eq!(buffer[(40, row)].modifier, Modifier::DIM);
    for cell in &buffer.content {
        assert!(!cell.modifier.contains(Modifier::BOLD | Modifier::DIM), "a bold on a dim is grey");
    }
}

#[test]
fn bars_of_neighbouring_rows_are_told_apart_where_they_are_long() {
    assert!(screen(SORONG, Lang::En, (160, 50), "1").contains("▇▇▇▇"));
    assert!(!screen(SORONG, Lang::En, (120, 40), "1").contains("▇"));
}
