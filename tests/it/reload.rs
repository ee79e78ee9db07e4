//! Reading again: what is kept, what is found again, and what is said, on a file that has changed; and answers that come
//! too late.

use crate::stage::{Pace, Stage, drawn, lines, start};
use crate::support::{document, fixture_text, roster};
use crossterm::event::{KeyCode, KeyModifiers};
use lindungi::check::Audited;
use lindungi::lang::Lang;
use lindungi::tui::msg::{Effect, Kind, Msg, Reply, Request, Written};
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
    shows(
        &after,
        &[
            "✓ read again: active 42 → 49",
            "7 joined",
            "Filter  status:active",
            "2 marked",
            "Group ↑",
            "49 of 68 workers",
        ],
    );
    // What is said goes with the next key.
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
fn with_other_workers_the_cursor_keeps_its_place() {
    let others = city(|city| {
        for (number, worker) in workers(city).iter_mut().enumerate() {
            worker["id"] = json!(format!("X{number:03}"));
            worker["nik"] = Value::Null;
        }
    });
    let after = reloaded("4vvGs<enter>", &others, "");
    shows(&after, &["61 of 61 workers", "Name ↑"]);
    assert!(!after.contains("marked"), "{after}");
    // Whoever stands there now, in any order; the last of all where the list has become too short for it.
    let under =
        |screen: &str| screen.lines().find(|line| line.starts_with(" > ")).expect("somebody is under it").to_owned();
    for (view, keys) in [("4s<enter>gjj", "4s<enter>gjj"), ("4s<enter>G", "4s<enter>G"), ("4jjj", "4jjj")] {
        let mut fresh = Stage::of(roster(&others), start(Lang::En), Pace::AtOnce, (80, 24));
        fresh.press(keys);
        assert_eq!(under(&reloaded(view, &others, "<esc>")), under(&lines(&drawn(&fresh))), "{view}");
    }
    let fewer = city(|city| {
        workers(city).truncate(40);
        for (number, worker) in workers(city).iter_mut().enumerate() {
            worker["id"] = json!(format!("X{number:03}"));
            worker["nik"] = Value::Null;
        }
    });
    let mut fresh = Stage::of(roster(&fewer), start(Lang::En), Pace::AtOnce, (80, 24));
    fresh.press("4G");
    assert_eq!(under(&reloaded("4G", &fewer, "<esc>")), under(&lines(&drawn(&fresh))));
}

#[test]
fn where_nobody_passes_any_more_the_cursor_begins_anew_and_whom_a_filter_hides_gives_way() {
    let under = |screen: &str| screen.lines().find(|line| line.starts_with(" > ")).expect("somebody").to_owned();
    let strangers = city(|city| {
        for (number, worker) in workers(city).iter_mut().enumerate() {
            worker["id"] = json!(format!("X{number:03}"));
            worker["nik"] = Value::Null;
            worker["status"] = json!("verified");
        }
    });
    let after = reloaded("4/status:active<enter>", &strangers, "u");
    assert!(after.contains(" 1–16 ") && under(&after).contains("Obet Howay"), "{after}");
    // The cursor was put on somebody who was only listed, and is on the next one since the filter hides that.
    let view = "4jjjjj/status:active<enter>";
    let mut before = opened(Pace::AtOnce);
    before.press("4jjjjj");
    assert!(under(&lines(&drawn(&before))).contains("Selfina Kalami"), "{}", lines(&drawn(&before)));
    before.press("/status:active<enter>");
    let shown = under(&lines(&drawn(&before)));
    let without = city(|city| {
        let all = workers(city);
        all.retain(|worker| worker["name"] != "Selfina Kalami");
        (0..3).for_each(|number| all.insert(0, newcomer(number)));
    });
    assert_eq!(under(&reloaded(view, &without, "<esc>")), shown);
}

#[test]
fn with_other_money_every_figure_is_the_new_one() {
    let richer = city(|city| city["program"]["budget"] = json!("90000000"));
    let after = reloaded("3jj", &richer, "");
    let mut fresh = Stage::of(roster(&richer), start(Lang::En), Pace::AtOnce, (80, 24));
    fresh.press("3jj");
    let fresh = lines(&drawn(&fresh));
    // What is said takes the last two rows.
    let said = after.lines().position(|line| line.contains("read again")).unwrap();
    for (place, (after, fresh)) in after.lines().zip(fresh.lines()).enumerate() {
        assert!(after == fresh || (said..said + 2).contains(&place), "line {place}: {after}");
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
    shows(&reloaded("1/group:nelayan<enter>", &renamed, "u"), &["Filter  group:nelayan"]);
    shows(&reloaded("1", &renamed, "u"), &["nothing to undo"]);
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
fn each_change_of_standing_opens_its_own_people() {
    let mut older: Value = serde_json::from_str(&fixture_text("small-city-may.json")).unwrap();
    let first = workers(&mut older).iter_mut().find(|worker| worker["id"] == "K001");
    first.unwrap()["status"] = json!("verified");
    let mut app = opened(Pace::AtOnce);
    app.since(roster(older.to_string()));
    app.press("Dl");
    shows(&lines(&drawn(&app)), &["> ● verified → active                2", "▒ active → grace                   1"]);
    app.press("<enter>");
    shows(&lines(&drawn(&app)), &["verified → active 1–2 of 2", "Obet Howay"]);
    app.press("<esc>j<enter>");
    shows(&lines(&drawn(&app)), &["active → grace 1–1 of 1"]);
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
    assert_eq!(job.list.rows(), 61);
    app.readings.push_back(Ok(roster(city(|city| workers(city).push(newcomer(1))))));
    app.press("r");
    app.deliver();
    app.update(Msg::Reply(*ticket, Reply::Exported(Ok(Written { rows: 61, name: "a.csv".to_owned(), cut: 0 }))));
    shows(&lines(&drawn(&app)), &["61 workers written to a.csv"]);
    // It is asked for once, however often Enter is pressed; and what had no room in it is said.
    let written = app.press("4e<enter>");
    let [Effect::Work(ticket, Request::Export(_))] = &written[..] else { panic!("a file is to be written") };
    assert!(app.press("<enter>").is_empty(), "it is being written");
    app.update(Msg::Reply(*ticket, Reply::Exported(Ok(Written { rows: 61, name: "b.xlsx".to_owned(), cut: 3 }))));
    shows(&lines(&drawn(&app)), &["b.xlsx", "3 "]);
}

/// Nobody leaves a file half written by chance: how far it is is said, and whoever insists leaves.
#[test]
fn who_leaves_while_a_file_is_written_is_told_how_far_it_is() {
    for (lang, said) in [(Lang::En, "still writing, 3.1 MB so far"), (Lang::Id, "masih menulis, 3,1 MB sejauh ini")] {
        // Waits; insists; has changed his mind.
        for (then, leaves_now, leaves_at_the_end) in [("", false, true), ("^c", true, false), ("j", false, false)] {
            let mut app = opened_with(roster(fixture_text("small-city.json")), lang, Pace::Late);
            let written = app.press("4e<enter>");
            let [Effect::Work(ticket, Request::Export(_))] = &written[..] else { panic!("a file is to be written") };
            app.update(Msg::Reply(*ticket, Reply::Writing(3_141_592)));
            let control_c = |app: &mut Stage| app.key(KeyCode::Char('c'), KeyModifiers::CONTROL);
            assert!(control_c(&mut app).is_empty(), "it is waited for");
            shows(&lines(&drawn(&app)), &[said]);
            let next = if then == "^c" { control_c(&mut app) } else { app.press(then) };
            assert_eq!(matches!(next[..], [Effect::Quit(None)]), leaves_now, "{then}");
            let done = Written { rows: 61, name: "a.csv".to_owned(), cut: 0 };
            let after = app.update(Msg::Reply(*ticket, Reply::Exported(Ok(done))));
            assert_eq!(matches!(after[..], [Effect::Quit(None)]), leaves_at_the_end, "{then}");
        }
    }
}

fn case(name: &str) -> Audited {
    roster(fixture_text(&format!("cases/{name}.json")))
}

/// A dashboard of a roster that can be read again.
fn opened_with(roster: Audited, lang: Lang, pace: Pace) -> Stage {
    Stage::of(roster, Start { again: true, ..start(lang) }, pace, (80, 24))
}

const SIX: &str = "reload-takes-stale/a-6-workers";
const TWO: &str = "reload-takes-stale/b-2-workers";
const EIGHT: &str = "reload-takes-stale/c-8-workers";

#[test]
fn an_offer_takes_the_reading_that_it_described_and_no_other() {
    for (lang, offered, active) in [
        (Lang::En, "▲ 2 workers instead of 6 in the file. r takes this reading", ["2 of", "8 of", "6 of"]),
        (Lang::Id, "▲ 2 pekerja, bukan 6, di berkas. r memakai pembacaan ini", ["2 dari", "8 dari", "6 dari"]),
    ] {
        for pace in [Pace::AtOnce, Pace::Overtaking, Pace::Late] {
            let after = |readings: &[&str], keys: &[&str]| {
                let mut app = opened_with(case(SIX), lang, pace);
                app.readings.extend(readings.iter().map(|name| Ok(case(name))));
                for key in keys {
                    app.press(key);
                    app.deliver();
                }
                lines(&drawn(&app))
            };
            shows(&after(&[TWO], &["r"]), &[offered, active[2]]);
            // The file still says that.
            shows(&after(&[TWO, TWO], &["r", "r"]), &[active[0], "✓"]);
            // It has changed again: the offer has lapsed.
            shows(&after(&[TWO, EIGHT], &["r", "r"]), &[active[1], "✓"]);
            // Another key has refused it, and the next r reads anew.
            shows(&after(&[TWO, EIGHT], &["r", "j", "r"]), &[active[1], "✓"]);
            let refused = after(&[TWO, TWO], &["r", "<esc>", "r"]);
            shows(&refused, &[offered, active[2]]);
            // While a filter is typed no letter takes it.
            let typed = after(&[TWO], &["r", "/", "r"]);
            assert!(
                typed.contains("/ r") && typed.contains(if lang == Lang::En { "of 6" } else { "dari 6" }),
                "{typed}"
            );
            assert!(!typed.contains('▲'), "{typed}");
        }
    }
}

#[test]
fn refusing_an_offer_closes_nothing_that_lies_under_it() {
    let mut app = opened_with(case(SIX), Lang::En, Pace::AtOnce);
    app.readings.push_back(Ok(case(TWO)));
    app.press("4<enter>");
    let before = lines(&drawn(&app));
    app.update(Msg::Changed);
    shows(&lines(&drawn(&app)), &["2 workers instead of 6"]);
    app.press("<esc>");
    let after = lines(&drawn(&app));
    assert!(!after.contains("instead of") && after.contains("OLD DATA"), "{after}");
    let detail = |screen: &str| screen.lines().find(|line| line.contains(" 1 of 6")).map(str::to_owned);
    assert!(detail(&before).is_some() && detail(&before) == detail(&after), "{after}");
}

#[test]
fn an_offer_that_lapsed_is_made_anew_for_what_the_file_says_now() {
    let one = roster(
        serde_json::from_str::<Value>(&fixture_text(&format!("cases/{TWO}.json")))
            .map(|mut city| {
                workers(&mut city).truncate(1);
                city.to_string()
            })
            .unwrap(),
    );
    let mut app = opened_with(case(SIX), Lang::En, Pace::AtOnce);
    app.readings.extend([Ok(case(TWO)), Ok(one.clone()), Err("roster.json: no such file".to_owned()), Ok(one)]);
    app.press("rr");
    shows(&lines(&drawn(&app)), &["▲ The file has changed again. 1 worker instead of 6 in the file.", "6 of"]);
    app.press("r");
    shows(&lines(&drawn(&app)), &["■ roster.json: no such file.", "6 of"]);
    assert!(app.old_since().is_some());
    app.press("r");
    shows(&lines(&drawn(&app)), &["1 worker instead of 6", "6 of"]);
}

/// What is said after the first case was read again as the second one, in one line.
fn said(from: &Audited, to: &Audited, lang: Lang) -> String {
    let mut app = opened_with(from.clone(), lang, Pace::AtOnce);
    app.update(Msg::Resize(250, 40));
    app.readings.push_back(Ok(to.clone()));
    app.press("r");
    let screen = lines(&drawn(&app));
    let mut rows = screen.lines().skip_while(|line| !line.starts_with(" ✓"));
    let said: Vec<&str> = rows.by_ref().take_while(|line| !line.starts_with(" Filter")).map(str::trim).collect();
    said.join(" ")
}

#[test]
fn a_reading_that_differs_says_in_what() {
    let start = case("nothing-changed/start");
    for (name, en, id) in [
        ("budget-cut", "budget Rp2,000,000 → Rp20,000", "pagu Rp2.000.000 → Rp20.000"),
        ("target-200", "target 20 → 200", "target 20 → 200"),
    ] {
        let now = case(&format!("nothing-changed/{name}"));
        let told = said(&start, &now, Lang::En);
        assert!(told.starts_with("✓ read again: ") && told.contains(en), "{told}");
        let told = said(&start, &now, Lang::Id);
        assert!(told.starts_with("✓ dibaca ulang: ") && told.contains(id), "{told}");
    }
    assert_eq!(said(&start, &start, Lang::En), "✓ read again: nothing changed");
    assert_eq!(said(&start, &start, Lang::Id), "✓ dibaca ulang: tidak ada yang berubah");
}

/// An office has looked at the first of those who were only listed.
fn verify_one(city: &mut Value) {
    let proposed = workers(city).iter_mut().find(|worker| worker["status"] == "proposed");
    proposed.expect("somebody is only listed")["status"] = json!("verified");
}

#[test]
fn whatever_differs_is_named() {
    type Change = fn(&mut Value);
    let cases: &[(Change, &str)] = &[
        (|city| city["program"]["name"] = json!("Kota Lain"), "the programme's name"),
        (|city| city["program"]["contributions"][0]["monthly"] = json!("10001"), "rates"),
        (|city| city["program"]["grace_months"] = json!(4), "months of grace 3 → 4"),
        (|city| city["program"]["max_age"] = json!(64), "age limit 65 → 64"),
        (|city| city["program"]["as_of"] = json!("2024-07-01"), "as of 30 Jun 2024 → 1 Jul 2024"),
        (|city| city["program"]["coverage"]["from"] = json!("2024-02"), "· coverage"),
        (|city| city["program"]["coverage"]["to"] = json!("2024-11"), "coverage to Dec 2024 → Nov 2024"),
        (|city| city["program"]["region"]["province"] = json!("Lain"), "region"),
        (|city| city["groups"][0]["name"] = json!("Lain"), "groups"),
        (|city| city["payments"][0]["amount"] = json!("1000"), "left Rp"),
        (|city| city["program"]["budget"] = json!("7000000"), "paid to "),
        (|city| city["program"]["budget"] = json!("7000000"), "· months "),
        (|city| city["payments"][0]["reference"] = json!("SP2D lain"), "payments"),
        (|city| city["plan"] = json!([{"month": "2024-11", "workers": 70}]), "plan"),
        (|city| city["history"] = json!([{"fiscal_year": 2022, "workers": 7}]), "earlier years"),
        (|city| city["claims"] = json!([{"scheme": "JKM", "amount": "42000000"}]), "claims 2 → 1"),
        (|city| verify_one(city), "proposed 6 → 5"),
        (|city| verify_one(city), "verified 5 → 6"),
        (|city| workers(city)[3]["name"] = json!("Nama Lain"), "name of 1 worker"),
        (|city| workers(city)[3]["phone"] = json!("08119999999"), "phone of 1 worker"),
        (|city| workers(city)[3]["id"] = json!("X1"), "1 row"),
        (|city| workers(city).reverse(), "the order of the rows"),
        (|city| drop(workers(city).pop()), "1 left the list"),
        (|city| workers(city).push(newcomer(1)), "1 joined"),
        (|city| workers(city)[3]["alamat"] = json!("Jalan"), "notes 2 → 3"),
        (|city| workers(city)[3]["birth_date"] = json!(7), "rows set aside 0 → 1"),
        (|city| city["synthetic"] = json!(false), "other fields of the file"),
    ];
    let start = roster(fixture_text("small-city.json"));
    for (number, (change, named)) in cases.iter().enumerate() {
        let told = said(&start, &roster(city(change)), Lang::En);
        assert!(told.contains(named), "case {number}: «{named}» is missing from {told}");
        assert!(!told.contains("nothing changed") && !told.contains(" more"), "{told}");
        // Unasked it is told as well: only what says the same is nothing to talk about.
        let mut app = opened(Pace::AtOnce);
        app.update(Msg::Resize(250, 40));
        app.readings.push_back(Ok(roster(city(change))));
        app.update(Msg::Changed);
        app.deliver();
        shows(&lines(&drawn(&app)), &["read again: ", named]);
        let back = said(&roster(city(change)), &start, Lang::En);
        assert!(back.starts_with("✓ read again: ") && !back.contains("nothing"), "case {number}, back: {back}");
    }
}

/// Rows that no number tells apart are told apart by all that stands in them.
#[test]
fn rows_without_numbers_are_neither_new_nor_gone_as_long_as_they_say_the_same() {
    let bare = |names: &[&str]| {
        let rows = names.iter().map(|name| json!({"name": name, "occupation": "nelayan", "status": "active"}));
        roster(document(rows.collect()).to_string())
    };
    let told = said(&bare(&["A", "B", "B"]), &bare(&["C", "A", "B", "B"]), Lang::En);
    assert!(told.contains("1 joined") && !told.contains("left the list"), "{told}");
    let told = said(&bare(&["A", "B", "B"]), &bare(&["B", "A", "D"]), Lang::En);
    assert!(told.contains("1 joined · 1 left the list"), "{told}");
    // Three of whom one was there before are two more.
    let told = said(&bare(&["A", "B"]), &bare(&["A", "A", "A"]), Lang::En);
    assert!(told.contains("2 joined · 1 left the list"), "{told}");
}

#[test]
fn money_that_fell_is_said_as_it_fell() {
    let start = roster(city(|city| city["program"]["budget"] = json!("90000000")));
    let told = said(&start, &roster(fixture_text("small-city.json")), Lang::En);
    assert!(told.contains("budget Rp90,000,000 → Rp9,000,000") && told.contains("left Rp"), "{told}");
    assert!(!told.contains("spent"), "what did not move is not said: {told}");
}

#[test]
fn a_file_that_changes_while_it_is_read_is_read_once_more_and_what_says_the_same_is_silent() {
    let mut app = opened(Pace::Late);
    app.readings.push_back(Ok(roster(fixture_text("small-city.json"))));
    app.update(Msg::Changed);
    app.deliver();
    let screen = lines(&drawn(&app));
    assert!(!screen.contains("read again") && !screen.contains("OLD DATA"), "{screen}");
    // Two changes while one is being read: the first is shown, then the last.
    let verified = city(|city| workers(city)[0]["status"] = json!("verified"));
    let (first, last) = (city(|city| workers(city).push(newcomer(1))), verified);
    app.readings.extend([Ok(roster(first)), Ok(roster(last))]);
    app.update(Msg::Changed);
    app.update(Msg::Changed);
    app.update(Msg::Changed);
    app.deliver();
    app.deliver();
    assert!(app.readings.is_empty(), "read twice, not three times");
    shows(&lines(&drawn(&app)), &["61 of 61"]);
}

#[test]
fn what_comes_unasked_takes_no_answer_that_was_meant_for_another_question() {
    let mut app = opened(Pace::AtOnce);
    app.press("4p");
    let few = city(|city| workers(city).truncate(3));
    app.readings.push_back(Ok(roster(few)));
    app.update(Msg::Changed);
    app.deliver();
    let screen = lines(&drawn(&app));
    shows(&screen, &["OLD DATA", "y shows them"]);
    app.press("y");
    shows(&lines(&drawn(&app)), &["REVEALED", "OLD DATA"]);
}

/// A list that is numbered anew gives each id to somebody else: a mark stays on the person, whose NIK it is.
#[test]
fn marks_stay_on_the_person_where_the_ids_are_given_anew() {
    let marked = |screen: &str| -> Vec<String> {
        let lines = screen.lines().filter(|line| line.starts_with('*'));
        lines.map(|line| line.chars().skip(3).take(20).collect::<String>().trim().to_owned()).collect()
    };
    let before = {
        let mut app = opened(Pace::AtOnce);
        app.press("4vvk");
        marked(&lines(&drawn(&app)))
    };
    let renumbered = city(|city| {
        let all = workers(city);
        let ids: Vec<Value> = all.iter().map(|worker| worker["id"].clone()).collect();
        let many = ids.len();
        for (place, worker) in all.iter_mut().enumerate() {
            worker["id"] = ids[(place + 1) % many].clone();
        }
        all.rotate_left(2);
        // One whose name was corrected is the same by his NIK.
        let last = all.len() - 1;
        all[last]["name"] = json!("Zz Diperbaiki");
        all[last]["birth_date"] = Value::Null;
    });
    let mut app = opened(Pace::AtOnce);
    app.press("4vvk");
    app.readings.push_back(Ok(roster(renumbered)));
    app.press("r");
    app.press("<end>");
    let after = marked(&lines(&drawn(&app)));
    assert_eq!(after.len(), 2, "{after:?}");
    assert_eq!((after[0].as_str(), after[1].as_str()), (before[0].as_str(), "Zz Diperbaiki"));
}

/// What a figure has said of the payments or the claims is not said of them again.
#[test]
fn a_part_whose_figure_is_told_is_not_named_as_well() {
    let start = roster(fixture_text("small-city.json"));
    let told = |change: fn(&mut Value)| said(&start, &roster(city(change)), Lang::En);
    let paid = told(|city| city["payments"][0]["amount"] = json!("1000"));
    assert!(paid.contains("left Rp") && !paid.contains("payments"), "{paid}");
    let claimed = told(|city| city["claims"] = json!([{"scheme": "JKM", "amount": "42000000"}]));
    assert!(claimed.contains("claims 2 → 1") && !claimed.contains("particulars of claims"), "{claimed}");
    let noted = told(|city| city["claims"][0]["date"] = json!("2024-04-23"));
    assert!(noted.contains("particulars of claims") && !noted.contains("→"), "{noted}");
    // One warning less and another one more are as many as before, and yet other ones.
    let with = |field: &str, text: &str| roster(city(|city| workers(city)[3][field] = json!(text)));
    let (hidden, late) = (with("phone", "0812\u{200b}3456789"), with("district", " "));
    let found = said(&hidden, &late, Lang::En);
    assert!(found.contains("· findings") && !found.contains("warnings"), "{found}");
    let found = said(&hidden, &with("phone", "08123456789"), Lang::En);
    assert!(found.contains("warnings ") && !found.contains("· findings"), "{found}");
}

/// What the file lost is offered while nobody types, and waits while somebody does.
#[test]
fn an_offer_waits_until_the_filter_is_typed() {
    let mut app = opened_with(case(SIX), Lang::En, Pace::AtOnce);
    app.press("/");
    app.readings.push_back(Ok(case(TWO)));
    app.update(Msg::Changed);
    app.deliver();
    assert!(!lines(&drawn(&app)).contains("2 workers instead of 6"), "{}", lines(&drawn(&app)));
    app.press("<esc>");
    shows(&lines(&drawn(&app)), &["2 workers instead of 6"]);
}

/// Half of a list is offered only; the last of one person is shown gone.
#[test]
fn a_list_that_lost_half_is_offered_and_one_that_lost_its_only_worker_is_shown() {
    let of = |many: usize| {
        let six = serde_json::from_str::<Value>(&fixture_text(&format!("cases/{SIX}.json")));
        let mut six = six.unwrap();
        workers(&mut six).truncate(many);
        roster(six.to_string())
    };
    for (old, new, offered) in [(6, 4, false), (6, 3, true), (2, 1, true), (1, 0, false)] {
        let mut app = opened_with(of(old), Lang::En, Pace::AtOnce);
        app.readings.push_back(Ok(of(new)));
        app.press("r");
        app.deliver();
        let screen = lines(&drawn(&app));
        assert_eq!(screen.contains("instead of"), offered, "{old} → {new}\n{screen}");
    }
}

/// A form that is opened while another file is being written stays, whatever comes of that file.
#[test]
fn a_form_that_is_opened_meanwhile_stays() {
    let mut app = opened(Pace::Late);
    let written = app.press("4e<enter>");
    let [Effect::Work(ticket, _)] = &written[..] else { panic!("a file is to be written") };
    app.press("<esc>");
    app.press("e");
    let form = lines(&drawn(&app));
    app.update(Msg::Reply(*ticket, Reply::Exported(Ok(Written { rows: 61, name: "a.csv".to_owned(), cut: 0 }))));
    assert!(app.overlay().is_some(), "{form}");
    shows(&lines(&drawn(&app)), &["61 workers written to a.csv"]);
}
