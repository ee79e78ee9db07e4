//! Reading again: what is kept, what is found again, and what is said, on a file that has changed; and answers that come
//! too late.

use crate::stage::{Pace, Stage, drawn, lines, start};
use crate::support::{fixture_text, roster};
use lindungi::lang::Lang;
use lindungi::tui::msg::{Effect, Kind, Reply, Request};
use lindungi::tui::state::app::Start;
use serde_json::{Value, json};

/// The small city, changed.
fn city(change: impl FnOnce(&mut Value)) -> String {
    let mut city: Value = serde_json::from_str(&fixture_text("small-city.json")).unwrap();
    change(&mut city);
    city.to_string()
}

fn workers(city: &mut Value) -> &mut Vec<Value> {
    city["workers"].as_array_mut().unwrap()
}

/// A worker who was not in the list.
fn newcomer(number: usize) -> Value {
    json!({"id": format!("N{number:03}"), "name": format!("Aaa Pendatang {number}"), "occupation": "nelayan",
           "status": "active", "enrolled_on": "2024-06-01"})
}

fn opened(pace: Pace) -> Stage {
    let start = Start { again: true, ..start(Lang::En) };
    Stage::of(roster(fixture_text("small-city.json")), start, pace, (80, 24))
}

/// The screen after keys, a reload of the changed city, and more keys; the same on the spot and by the worker thread,
/// which lets the newest answer come first.
fn reloaded(before: &str, changed: &str, after: &str) -> String {
    let screens = [Pace::AtOnce, Pace::Overtaking, Pace::Late].map(|pace| {
        let mut app = opened(pace);
        app.press_slowly(before);
        app.readings.push_back(Ok(roster(changed)));
        app.press("r");
        app.deliver();
        app.press_slowly(after);
        lines(&drawn(&app))
    });
    assert_eq!(screens[0], screens[1], "by the worker thread");
    assert_eq!(screens[0], screens[2], "the newest answer first");
    screens[0].clone()
}

#[track_caller]
fn shows(screen: &str, texts: &[&str]) {
    for text in texts {
        assert!(screen.contains(text), "«{text}» is missing from\n{screen}");
    }
}

/// A filter, two marks, an order of two columns, and the cursor on the last of the first page.
const VIEW: &str = "4/status:active<enter>s<enter>sj<enter>vvjjj";

#[test]
fn with_more_workers_the_view_stays_and_the_cursor_on_its_worker() {
    let before = {
        let mut app = opened(Pace::AtOnce);
        app.press(VIEW);
        lines(&drawn(&app))
    };
    let under = before.lines().find(|line| line.starts_with(" > ")).unwrap().to_owned();
    let marked: Vec<&str> = before.lines().filter(|line| line.starts_with('*')).collect();
    assert_eq!(marked.len(), 2, "{before}");
    // In front of everybody else, so that no row keeps its number.
    let longer = city(|city| {
        let all = workers(city);
        (0..7).for_each(|number| all.insert(0, newcomer(number)));
    });
    let after = reloaded(VIEW, &longer, "");
    shows(&after, &["read again: +7 workers", "Filter  status:active", "2 marked", "Group ↑", "49 of 68 workers"]);
    // What is said covers the last lines; the next key takes it away.
    shows(&reloaded(VIEW, &longer, "<esc>"), &[&under]);
    for line in marked {
        shows(&after, &[line]);
    }
}

#[test]
fn with_fewer_workers_the_gone_ones_take_their_marks_with_them() {
    let shorter = city(|city| {
        workers(city).retain(|worker| worker["status"] != "active" || worker["occupation"] != "nelayan");
    });
    let after = reloaded("4/group:nelayan status:active<enter>vv<backspace>Gkv", &shorter, "");
    shows(&after, &["1 marked", "Filter  none"]);
    let nobody = reloaded("4/group:nelayan status:active<enter>vv", &shorter, "");
    shows(&nobody, &["No worker matches", "group:nelayan status:active"]);
}

#[test]
fn with_other_workers_the_cursor_goes_to_the_first() {
    let others = city(|city| {
        for (number, worker) in workers(city).iter_mut().enumerate() {
            worker["id"] = json!(format!("X{number:03}"));
            worker["nik"] = Value::Null;
        }
    });
    let after = reloaded("4vvGs<enter>", &others, "");
    shows(&after, &["61 of 61 workers", "Name ↑"]);
    assert!(!after.contains("marked"), "{after}");
}

#[test]
fn with_other_money_every_figure_is_the_new_one() {
    let richer = city(|city| city["program"]["budget"] = json!("90000000"));
    let after = reloaded("3jj", &richer, "");
    let mut fresh = Stage::of(roster(&richer), start(Lang::En), Pace::AtOnce, (80, 24));
    fresh.press("3jj");
    let fresh = lines(&drawn(&fresh));
    let said = after.lines().position(|line| line.contains("read again")).unwrap();
    for (place, (after, fresh)) in after.lines().zip(fresh.lines()).enumerate().filter(|(place, _)| *place != said) {
        assert_eq!(after, fresh, "line {place}");
    }
}

#[test]
fn with_other_groups_a_filter_that_names_one_is_given_up_and_can_be_had_again() {
    let renamed = city(|city| {
        for group in city["groups"].as_array_mut().unwrap() {
            if group["id"] == "nelayan" {
                group["id"] = json!("penangkap_ikan");
                group["name"] = json!({"id": "Penangkap ikan", "en": "Catchers"});
            }
        }
        for worker in workers(city).iter_mut().filter(|worker| worker["occupation"] == "nelayan") {
            worker["occupation"] = json!("penangkap_ikan");
        }
    });
    let after = reloaded("1/group:nelayan<enter>", &renamed, "");
    shows(&after, &["the filter names something that is there no more", "u brings", "Catchers", "Filter  none"]);
    // Whatever else is picked stays.
    let picked = reloaded("fl ", &renamed, "");
    shows(&picked, &["Filter  status:proposed", "◆proposed", "Catchers"]);
}

#[test]
fn the_facets_and_a_filter_being_typed_go_on() {
    let longer = city(|city| workers(city).push(newcomer(1)));
    shows(&reloaded("f", &longer, "j "), &["Facets", "◆"]);
    let mut app = opened(Pace::Late);
    app.readings.push_back(Ok(roster(&longer)));
    app.press("r/aaa");
    app.deliver();
    shows(&lines(&drawn(&app)), &["/ aaa", "1 of 62 workers"]);
}

#[test]
fn an_order_of_the_former_reading_orders_nothing() {
    let longer = city(|city| (0..30).for_each(|number| workers(city).push(newcomer(number))));
    let mut app = opened(Pace::Late);
    app.press("4s<enter>");
    let order = app.held();
    assert!(matches!(order[..], [(_, Request::Rank(..))]), "the order is being made");
    app.readings.push_back(Ok(roster(&longer)));
    app.press("r");
    app.deliver();
    shows(&lines(&drawn(&app)), &["91 of 91 workers", "Name ↑"]);
    // Now the order of the shorter file comes.
    for late in order {
        app.answer(late);
    }
    app.deliver();
    app.press("g");
    shows(&lines(&drawn(&app)), &["> Aaa Pendatang 0", "91 of 91 workers", "1–16", "Name ↑"]);
    assert_eq!(app.review().unwrap().answer.rows.len(), 91, "no row of the longer file is lost");
}

#[test]
fn an_answer_of_the_former_reading_is_dropped() {
    let longer = city(|city| (0..30).for_each(|number| workers(city).push(newcomer(number))));
    let mut app = opened(Pace::Late);
    app.press("4/status:active<enter>");
    let answers = app.held();
    assert!(answers.len() > 1 && answers.iter().all(|(_, request)| request.kind() == Kind::Answer));
    app.readings.push_back(Ok(roster(&longer)));
    app.press("r");
    app.deliver();
    let shown = lines(&drawn(&app));
    shows(&shown, &["72 of 91 workers"]);
    for late in answers {
        assert!(app.answer(late).is_empty());
    }
    assert_eq!(shown, lines(&drawn(&app)));
}

#[test]
fn a_view_changed_while_a_reading_is_made_ready_is_the_one_it_is_shown_in() {
    let longer = city(|city| (0..30).for_each(|number| workers(city).push(newcomer(number))));
    let mut app = opened(Pace::Late);
    app.readings.push_back(Ok(roster(&longer)));
    app.press("4r");
    let read = app.held();
    read.into_iter().for_each(|request| drop(app.answer(request)));
    let arriving = app.held();
    assert!(matches!(arriving[..], [(_, Request::Arrive(_))]), "it is made ready for everybody");
    app.press("/status:active<enter>");
    let screen = lines(&drawn(&app));
    shows(&screen, &["counting"]);
    for request in arriving {
        app.answer(request);
    }
    app.deliver();
    shows(&lines(&drawn(&app)), &["Filter  status:active", "72 of 91 workers"]);
}

#[test]
fn of_two_readings_the_newer_one_is_shown() {
    let (one, two) = (
        city(|city| workers(city).push(newcomer(1))),
        city(|city| {
            workers(city).push(newcomer(1));
            workers(city).push(newcomer(2));
        }),
    );
    let mut app = opened(Pace::Late);
    app.readings.push_back(Ok(roster(&one)));
    app.press("r");
    app.readings.push_back(Ok(roster(&two)));
    app.press("r");
    let [first, second] = app.held().try_into().unwrap_or_else(|_| panic!("two readings are asked for"));
    // The worker thread would not even begin the first; should it have begun, its answer is overtaken.
    app.answer(first);
    app.answer(second);
    app.deliver();
    shows(&lines(&drawn(&app)), &["63 of 63 workers"]);
}

#[test]
fn an_older_roster_is_compared_with_the_reading_that_is_shown() {
    let longer = city(|city| workers(city).push(newcomer(1)));
    let mut app = opened(Pace::Late);
    app.since(roster(fixture_text("small-city-may.json")));
    app.press("D");
    shows(&lines(&drawn(&app)), &["Since 31 May 2024", "> joined", "+4"]);
    app.readings.push_back(Ok(roster(&longer)));
    app.press("r");
    app.deliver();
    shows(&lines(&drawn(&app)), &["Since 31 May 2024", "> joined", "+5"]);
}

#[test]
fn a_file_that_was_written_is_told_whatever_is_shown_by_then() {
    let mut app = opened(Pace::Late);
    let written = app.press("4e<enter>");
    let [Effect::Work(ticket, Request::Export(job))] = &written[..] else { panic!("a file is to be written") };
    assert_eq!(job.rows.len(), 61);
    app.readings.push_back(Ok(roster(city(|city| workers(city).push(newcomer(1))))));
    app.press("r");
    app.deliver();
    app.update(lindungi::tui::msg::Msg::Reply(*ticket, Reply::Exported(Ok((61, "a.csv".to_owned())))));
    shows(&lines(&drawn(&app)), &["61 workers written to a.csv"]);
}
