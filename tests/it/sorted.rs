//! The list of groups in another order: by keys, by a pointer, under a filter, undone, saved, and after a reload.

use crate::screens::roster;
use crate::stage::{Pace, Stage, drawn, lines, start};
use crate::support::fixture_text;
use lindungi::lang::Lang;
use lindungi::tui::state::app::Start;
use lindungi::views::Views;

const PROGRAMME: [&str; 8] = ["Market", "Motorcycle", "Honorary", "Fishers", "Dock", "Farmers", "Drivers", "Street"];

fn stage(lang: Lang, pace: Pace, size: (u16, u16)) -> Stage {
    let start = Start { again: true, ..start(lang) };
    Stage::of(roster("sorong-2024.json"), start, pace, size)
}

/// The first words of the groups from the heading down to the total, and which of them is under the cursor.
fn listed(app: &Stage) -> (Vec<String>, Option<usize>) {
    let screen = lines(&drawn(app));
    let rows = screen.lines().skip_while(|line| !line.contains("━")).skip(1);
    let rows = rows.skip_while(|line| !line.starts_with("   Group") && !line.starts_with("   Kelompok")).skip(1);
    let total =
        |line: &&str| ["   ──", "All groups", "Filtered", "Semua", "Tersaring"].iter().any(|word| line.contains(word));
    let rows: Vec<&str> = rows.take_while(|line| !total(line)).collect();
    let word = |line: &&str| line.trim_start_matches([' ', '>', '◆']).split([' ', ',', '-']).next().unwrap().to_owned();
    (rows.iter().map(word).collect(), rows.iter().position(|line| line.starts_with(" >")))
}

#[track_caller]
fn sorts(keys: &str, heading: &str, groups: &[&str], cursor: usize) {
    for pace in [Pace::AtOnce, Pace::Overtaking, Pace::Late] {
        let mut app = stage(Lang::En, pace, (80, 24));
        app.press_slowly(keys);
        let screen = lines(&drawn(&app));
        assert!(screen.contains(heading), "«{heading}» is missing after {keys:?}\n{screen}");
        assert_eq!(listed(&app), (groups.iter().map(|&name| name.to_owned()).collect(), Some(cursor)), "{keys:?}");
    }
}

#[test]
fn the_groups_are_sorted_by_each_of_their_columns_and_the_other_way_round() {
    let by_name = ["Dock", "Drivers", "Farmers", "Fishers", "Honorary", "Market", "Motorcycle", "Street"];
    sorts("s<enter>", "Group ↑ ", &by_name, 0);
    // 64.50 % stands before 64.53 %, though both say 64.5.
    let behind = ["Street", "Farmers", "Drivers", "Fishers", "Dock", "Motorcycle", "Market", "Honorary"];
    sorts("sjjjjj<enter>", "% ↑ ", &behind, 0);
    sorts("sjjjjj<enter>S", "% ↓ ", &behind.into_iter().rev().collect::<Vec<_>>(), 0);
    sorts(
        "sjjjj<enter>s<enter>",
        "Active ↓ ",
        &["Market", "Motorcycle", "Honorary", "Fishers", "Dock", "Farmers", "Drivers", "Street"],
        0,
    );
    // Equals stand as they were sorted before: 800 are wanted of both.
    sorts(
        "s<enter>sj<enter>",
        "Target ↑ ",
        &["Drivers", "Street", "Farmers", "Dock", "Fishers", "Honorary", "Motorcycle", "Market"],
        0,
    );
    sorts(
        "s<enter>Ssj<enter>",
        "Target ↑ ",
        &["Street", "Drivers", "Farmers", "Dock", "Fishers", "Honorary", "Motorcycle", "Market"],
        0,
    );
    // Without an order there is one by name.
    sorts("S", "Group ↑ ", &by_name, 0);
    sorts("s<enter>sG<enter>", "Group    ", &PROGRAMME, 0);
}

#[test]
fn the_cursor_moves_in_the_order_that_is_seen_and_what_it_opens_is_what_it_is_on() {
    for (keys, opens) in [
        ("S", "group:buruh"),
        ("Sj", "group:sopir_becak"),
        ("SG", "group:pedagang_kaki_lima"),
        ("S:3<enter>", "group:petani"),
    ] {
        let mut app = stage(Lang::En, Pace::AtOnce, (80, 24));
        app.press(keys);
        app.press("<enter>");
        let screen = lines(&drawn(&app));
        assert!(screen.contains(&format!("Filter  {opens}")), "{keys:?} {opens}\n{screen}");
    }
    // The panel below is of that group too.
    let mut app = stage(Lang::En, Pace::AtOnce, (80, 24));
    app.press("Sj");
    let screen = lines(&drawn(&app));
    assert!(screen.contains("── Drivers and becak ──") && screen.contains("688 listed"), "{screen}");
}

#[test]
fn the_cursor_stays_on_its_group_when_the_filter_or_the_language_orders_the_list_anew() {
    // By those who match: the women of a district.
    let mut app = stage(Lang::En, Pace::AtOnce, (120, 40));
    app.press("sjjjj<enter>jj");
    assert_eq!(listed(&app), (names("Street Drivers Farmers Dock Fishers Honorary Motorcycle Market"), Some(2)));
    app.press("/sex:f<enter>");
    assert_eq!(listed(&app), (names("Drivers Dock Fishers Motorcycle Street Farmers Honorary Market"), Some(5)));
    // A number that has no meaning under a filter orders nothing, and does again without it.
    let mut app = stage(Lang::En, Pace::AtOnce, (120, 40));
    app.press("sj<enter>/sex:f<enter>");
    assert_eq!(listed(&app).0, PROGRAMME);
    app.press("<backspace>");
    assert_eq!(listed(&app).0, names("Drivers Street Farmers Dock Fishers Honorary Motorcycle Market"));
    // Names are in the order of the language in which they stand.
    for pace in [Pace::AtOnce, Pace::Overtaking, Pace::Late] {
        let mut app = stage(Lang::En, pace, (80, 24));
        app.press_slowly("Sj");
        assert_eq!(listed(&app).1, Some(1), "Drivers");
        app.press_slowly("L");
        let indonesian = names("Buruh Nelayan Pedagang Pedagang Petani Sopir Tenaga Tukang");
        assert_eq!(listed(&app), (indonesian, Some(5)), "{pace:?}");
        app.press_slowly("L");
        assert_eq!(listed(&app).1, Some(1), "{pace:?}");
    }
}

fn names(words: &str) -> Vec<String> {
    words.split(' ').map(str::to_owned).collect()
}

#[test]
fn an_order_of_the_groups_is_undone_and_a_saved_view_keeps_it() {
    let mut app = stage(Lang::En, Pace::AtOnce, (80, 24));
    app.press("jjSS");
    assert_eq!(listed(&app), (names("Street Motorcycle Market Honorary Fishers Farmers Drivers Dock"), Some(0)));
    app.press("u");
    assert_eq!(listed(&app).0, names("Dock Drivers Farmers Fishers Honorary Market Motorcycle Street"));
    app.press("u");
    assert_eq!(listed(&app).0, PROGRAMME);
    app.press("u");
    assert!(lines(&drawn(&app)).contains("nothing to undo"));
    // What sorts the groups leaves the workers, and the reverse.
    app.press("4SS1S");
    assert!(lines(&drawn(&app)).contains("Group ↑"));
    app.press("4");
    assert!(lines(&drawn(&app)).contains("Name ↓"));
    app.press("1:save behind<enter>uuuu:view behind<enter>");
    assert!(lines(&drawn(&app)).contains("Group ↑"), "{}", lines(&drawn(&app)));
    app.press("4");
    assert!(lines(&drawn(&app)).contains("Name ↓"));
    // In the file of views, and at start.
    let text = r#"{"schema": "lindungi/views/1", "views": [
{"name": "behind", "filter": "", "sort": "", "groups": "percent", "tab": 1}]}"#;
    let views = Views::read(text).unwrap();
    let view = views.get("behind").cloned();
    let app = Stage::of(roster("sorong-2024.json"), Start { view, ..start(Lang::En) }, Pace::AtOnce, (80, 24));
    assert_eq!(listed(&app).0[0], "Street");
    assert_eq!(Views::read(&views.text()), Ok(views));
    let wrong = text.replace("\"percent\"", "7");
    assert!(Views::read(&wrong).is_err_and(|error| format!("{error:?}").contains("views[0].groups")));
}

#[test]
fn after_a_reload_the_order_stays_and_the_cursor_on_its_group() {
    for pace in [Pace::AtOnce, Pace::Overtaking, Pace::Late] {
        for keys in ["sj<enter>jj", "jj"] {
            let mut app = stage(Lang::En, pace, (80, 24));
            app.press_slowly(keys);
            let (_, cursor) = listed(&app);
            let under = listed(&app).0[cursor.unwrap()].clone();
            let mut city: serde_json::Value = serde_json::from_str(&fixture_text("sorong-2024.json")).unwrap();
            let groups = city["groups"].as_array_mut().unwrap();
            groups.insert(0, serde_json::json!({"id": "baru", "name": "Baru", "segment": "BPU", "target": 100}));
            groups.rotate_left(2);
            app.readings.push_back(Ok(crate::support::roster(city.to_string())));
            app.press("r");
            app.deliver();
            let (after, cursor) = listed(&app);
            assert_eq!(after[cursor.unwrap()], under, "{keys:?} {pace:?}: {after:?}");
            if keys.contains('s') {
                assert_eq!(after[0], "Baru", "by target: {after:?}");
            }
        }
    }
}

#[test]
fn a_click_on_a_heading_sorts_the_groups_and_one_on_a_bar_below_picks_its_value() {
    let mut app = stage(Lang::En, Pace::AtOnce, (120, 40));
    app.click("Verified");
    assert_eq!(listed(&app).0[0], "Drivers");
    app.click("Verified ↑");
    assert_eq!(listed(&app).0[0], "Market");
    app.click("Group ");
    assert_eq!(listed(&app).0[0], "Dock");
    for (bar, picks) in [
        ("Sorong Utara", "district:\"Sorong Utara\""),
        ("Sorong Kepulauan", "district:\"Sorong Kepulauan\""),
        ("18–29", "age:18..29"),
        ("65+", "age:65.."),
        ("female", "sex:female"),
    ] {
        let mut app = stage(Lang::En, Pace::AtOnce, (120, 40));
        app.click(bar);
        let screen = lines(&drawn(&app));
        assert!(screen.contains(&format!("Filter  {picks} ")), "{bar}: {picks}\n{screen}");
        app.click(bar);
        assert!(lines(&drawn(&app)).contains("Filter  none"), "{bar}");
    }
    // In the halves of a small screen too.
    let mut app = stage(Lang::En, Pace::AtOnce, (80, 24));
    app.click("Klaurung");
    assert!(lines(&drawn(&app)).contains("Filter  district:Klaurung"), "{}", lines(&drawn(&app)));
}

#[test]
fn what_the_sorting_would_do_is_said_of_the_list_in_front() {
    let said = |keys: &str| {
        let mut app = stage(Lang::En, Pace::AtOnce, (80, 24));
        app.press(keys);
        lines(&drawn(&app))
    };
    assert!(said("sjjjjj<enter>:sort").contains("by %, rising"), "{}", said("sjjjjj<enter>:sort"));
    assert!(said("sjjjjj<enter>:flip").contains("by %, falling"));
    assert!(said(":flip").contains("by Group, rising"));
    assert!(said("sjjjjj<enter>4:sort").contains("now as in the file"));
    assert!(said("sjjjj<enter>s").contains("> Active            ↑"));
    // From elsewhere it is the workers' table that is sorted.
    assert!(said("2:sort<enter>").contains("> Name"));
}

#[test]
fn a_column_out_of_sight_says_that_it_sorts_and_one_without_a_meaning_is_not_turned() {
    // Too narrow for the column that decides.
    let mut app = stage(Lang::En, Pace::AtOnce, (50, 20));
    app.press("sjjj<enter>");
    let screen = lines(&drawn(&app));
    assert!(screen.contains("Verified ↑ · 3 more columns ›"), "{screen}");
    app.press("ll");
    let screen = lines(&drawn(&app));
    assert!(screen.contains("‹ 3 more columns ─") && screen.contains("Verified ↑\n"), "{screen}");
    let mut workers = stage(Lang::Id, Pace::AtOnce, (50, 20));
    workers.press("4sjjjj<enter>");
    assert!(lines(&drawn(&workers)).contains("Usia ↑ · 1–"), "{}", lines(&drawn(&workers)));
    // Under a filter a target means nothing: what is turned round is what is seen.
    let mut app = stage(Lang::En, Pace::AtOnce, (120, 40));
    app.press("sj<enter>/age>=50<enter>S");
    let screen = lines(&drawn(&app));
    assert!(screen.contains("Group ↑") && !screen.contains("Target"), "{screen}");
    // An order beside it decides in its place.
    let mut app = stage(Lang::En, Pace::AtOnce, (120, 40));
    app.press("sjjjj<enter>sj<enter>/age>=50<enter>");
    let screen = lines(&drawn(&app));
    assert!(screen.contains("Active ↑"), "{screen}");
}
