//! What if: what is typed in which line, what finds a value, what undoes and resets it, and that the scenario stays.

use crate::screens::roster;
use crate::stage::{self, Pace, Stage, drawn, lines, start};
use crate::support::fixture_text;
use lindungi::lang::Lang;
use lindungi::tui::state::app::Start;

fn stage(lang: Lang, size: (u16, u16)) -> Stage {
    Stage::of(roster("sorong-2024.json"), start(lang), Pace::AtOnce, size)
}

#[track_caller]
fn case(keys: &str, shows: &[&str], hides: &[&str]) {
    stage::case(stage(Lang::En, (80, 24)), keys, shows, hides);
}

#[test]
fn each_line_takes_what_people_type_there_and_refuses_the_rest() {
    case("w300 jt<enter>", &["300,000,000"], &["^"]);
    case("w1.500,5 juta<enter>", &["1,500,500,000"], &["^"]);
    case("wj300 jt<enter>", &["people are counted here, as 1,500: no rupiah ^", "300 jt", "lacks Rp20,338,400"], &[]);
    case("wj1.500 orang<enter>", &["‹ 1,500 ›"], &["^"]);
    case("wj15 ribu<enter>", &["‹ 15,000 ›"], &["^"]);
    case("wjjRp500<enter>", &["people are counted here, as 1,500: no rupiah ^"], &[]);
    case("wjjj300 jt<enter>", &["people are counted here, as 1,500: no rupiah ^"], &[]);
    case("wjjjj16,8 rb<enter>", &["‹ 16,800 ›"], &["^"]);
    case("wjjjjj2024-11<enter>", &["‹ Nov 2024 ›", "Nov to Dec 2024"], &["^"]);
    case("wjjjjj11/2024<enter>", &["‹ Nov 2024 ›"], &["^"]);
    case("wjjjjj2024-03<enter>", &["a month still to pay, as 2024-09 or 9/2024 ^", "2024-03"], &[]);
    case("wjjjjj12<enter>", &["a month still to pay, as 2024-09 or 9/2024 ^"], &[]);
    case("wjjjjjj300 jt<enter>", &["months are counted here, as 4: no rupiah ^"], &[]);
    case("wjjjjjj6 bulan<enter>", &["‹ 6 ›", "Sep 2024–Feb 2025"], &["^"]);
    let mut app = stage(Lang::Id, (80, 24));
    app.press("wj300 jt<enter>");
    assert!(lines(&drawn(&app)).contains("di sini jumlah orang, mis. 1.500: bukan rupiah ^"));
}

#[test]
fn a_value_that_is_found_can_be_taken_and_every_change_be_undone() {
    case("wj=", &["= 13,909", "= solve for this", "enter keep"], &[]);
    case("wj==", &["‹ 14,212 ›"], &["= 13,909"]);
    case("wj=<enter>", &["‹ 13,909 ›"], &["= 13,909"]);
    case("wj19336<enter>u", &["‹ 14,212 ›"], &["19,336 ›"]);
    case("wj19336<enter>15000<enter>u", &["‹ 19,336 ›"], &[]);
    case("wj=u", &["‹ 14,212 ›"], &["= 13,909"]);
    case("wllllu", &["‹ 0 ›"], &[]);
    case("wlljlluk", &["‹ 20,000,000 ›"], &[]);
    case("wj19336<enter><backspace>u", &["‹ 19,336 ›"], &[]);
    case("wu", &["nothing to undo"], &[]);
    // What is solved for goes on being solved for, until its own line is set.
    case("wj=k450jt<enter>", &["= 20,605"], &[]);
    case("wj=15000<enter>", &["‹ 15,000 ›"], &["= 1"]);
    // Up and down keep what is typed, and leave no line that cannot be read.
    case("wj300 jt<up>", &["no rupiah ^", "300 jt"], &[]);
    case("wj300 jt<down>", &["no rupiah ^", "300 jt"], &[]);
    case("w450jt<down>15000<up>", &["450,000,000", "15,000"], &["^"]);
    case("wj<enter>", &["14212", "enter keep"], &[]);
    case("wj<enter><esc>", &["‹ 14,212 ›"], &["enter keep"]);
    case("w450jt<enter>j15000<enter>jj<backspace>", &["450,000,000", "15,000"], &[]);
    case("w450jt<enter>jj<backspace><backspace>", &["Dec 2024 lacks Rp20,338,400"], &["450,000,000"]);
}

#[test]
fn the_scenario_stays_until_it_is_reset() {
    for keys in ["w450jt<enter><esc>w", "w450jt<enter><tab>w", "3w450jt<enter>w4w"] {
        case(keys, &["450,000,000"], &[]);
    }
    let mut app = stage(Lang::En, (80, 24));
    for (keys, stays) in [
        ("w", false),
        ("450jt<enter>", true),
        ("<esc>", true),
        ("4", true),
        ("w<backspace>", false),
        ("=", true),
        ("<backspace>", false),
        ("j=<enter><esc>", true),
        ("w<backspace><esc>", false),
        ("w450", false),
        ("<esc><esc>", false),
    ] {
        app.press(keys);
        assert_eq!(app.is_what_if(), stays, "after {keys}");
    }
}

#[test]
fn on_a_newer_reading_the_scenario_goes_on_from_what_is_so_there() {
    let start = Start { again: true, ..start(Lang::En) };
    let mut app = Stage::of(roster("sorong-2024.json"), start, Pace::AtOnce, (80, 24));
    app.press("w450jt<enter><esc>");
    let newer = fixture_text("sorong-2024.json").replace("\"2200000000\"", "\"2300000000\"");
    app.readings.push_back(Ok(crate::support::roster(newer)));
    app.press("r");
    app.press("w");
    let screen = lines(&drawn(&app));
    assert!(screen.contains("1,034,708,000") && screen.contains("450,000,000"), "{screen}");
    // A first month that was set stays, and one that was not is that of the newer file.
    let richer = fixture_text("sorong-2024.json").replace("\"2200000000\"", "\"2400000000\"");
    app.press("jjjjj2024-11<enter>");
    app.readings.push_back(Ok(crate::support::roster(richer)));
    app.press("<esc>rw");
    let screen = lines(&drawn(&app));
    assert!(screen.contains("1,134,708,000") && screen.contains("‹ Nov 2024 ›"), "{screen}");
}

#[test]
fn the_four_ways_have_headings_and_say_the_month_at_every_width() {
    for (lang, month, head) in [(Lang::En, "Nov 2024", "workers"), (Lang::Id, "Nov 2024", "pekerja")] {
        for width in 60..=200 {
            let mut app = stage(lang, (width, 24));
            app.press("w");
            let screen = lines(&drawn(&app));
            let rule = screen.lines().find(|line| line.contains(if lang == Lang::En { "Four" } else { "Empat" }));
            let rule = rule.unwrap_or_else(|| panic!("{width}\n{screen}"));
            assert!(rule.contains(head), "{width}: {rule}");
            assert!(
                screen.contains(month)
                    && screen.contains("20.338.400".replace('.', if lang == Lang::En { "," } else { "." }).as_str()),
                "{width}\n{screen}"
            );
            let below: Vec<&str> = screen.lines().skip(1).collect();
            assert!(!below.concat().contains('…') || width < 80, "{width}\n{screen}");
        }
    }
    case("w", &["months, paid to", "result, Rp", "2 months, to Oct 2024", "short −364,671,200"], &[]);
}

#[test]
fn the_limit_of_the_months_is_the_last_that_is_taken() {
    case("wjjjjjj1200<enter>", &["‹ 1,200 ›"], &["^"]);
    case("wjjjjjj1201<enter>", &["^"], &["‹ 1,201 ›"]);
}

#[test]
fn an_addition_comes_a_month_later_and_earlier_again() {
    let after = |keys: &str| {
        let mut app = stage(Lang::En, (80, 24));
        app.press(keys);
        lines(&drawn(&app))
    };
    let now = after("w450jt<enter>");
    assert_ne!(after("w450jt<enter>]"), now);
    assert_eq!(after("w450jt<enter>]["), now);
    assert_eq!(after("w450jt<enter>]]["), after("w450jt<enter>]"));
}

/// What was set is reset on its own line, the first month of the plan too.
#[test]
fn each_line_is_reset_to_what_is_so_now() {
    // The key bar has its way back besides.
    let after = |keys: &str| {
        let mut app = stage(Lang::En, (80, 24));
        app.press(keys);
        let screen = lines(&drawn(&app));
        screen.trim_end().rsplit_once('\n').map_or(String::new(), |(rest, _)| rest.to_owned())
    };
    assert_eq!(after("wl]<backspace>"), after("w"), "the month of the addition too");
    assert_eq!(after("wl]<backspace>l"), after("wl"), "which is seen again with the next addition");
    for line in 0..7 {
        let front = format!("w{}", "j".repeat(line));
        assert_ne!(after(&format!("{front}l")), after(&front), "line {line}");
        assert_eq!(after(&format!("{front}l<backspace>")), after(&front), "line {line}");
    }
}

/// What is missing is the answer: on a low screen the values make room for it.
#[test]
fn the_answer_stands_whole_on_a_screen_however_low() {
    for (lang, amount) in [(Lang::En, "Rp20,338,400."), (Lang::Id, "Rp20.338.400.")] {
        for columns in [40, 60, 80] {
            for rows in [12, 14, 15, 16, 18, 20] {
                let mut app = stage(lang, (columns, rows));
                for keys in ["w", "jjjj", "jj"] {
                    app.press(keys);
                    let screen = lines(&drawn(&app));
                    assert!(screen.contains(amount) && screen.contains("‹"), "{keys} at {columns}x{rows}\n{screen}");
                }
            }
        }
    }
}

/// A value that cannot be read is told in words that nothing is drawn over.
#[test]
fn what_is_wrong_with_a_value_stands_whole_on_a_screen_however_low() {
    for columns in [60, 80] {
        for rows in [12, 15, 17, 18, 20, 24] {
            let mut app = stage(Lang::En, (columns, rows));
            app.press("wj9x<enter>");
            let screen = lines(&drawn(&app));
            assert!(screen.contains("no number of people; write 1500 or 1,500"), "{columns}x{rows}\n{screen}");
        }
    }
}

/// Who cannot be paid is said to which month, whatever a filter adds to the budget.
#[test]
fn a_caveat_of_the_budget_is_whole_beside_what_a_filter_costs() {
    for (lang, until) in [(Lang::En, "paid to Dec 2024"), (Lang::Id, "dibiayai s.d. Des 2024")] {
        for filter in ["status:active", "group:nelayan", "group:nelayan age>=60"] {
            for size in [(50, 20), (60, 20), (80, 24)] {
                let mut app = stage(lang, size);
                app.press(&format!("/{filter}<enter>3"));
                let screen = lines(&drawn(&app));
                let text = screen.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(text.contains(until), "{filter} at {size:?}\n{screen}");
            }
        }
    }
}
