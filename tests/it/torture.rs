//! Small inputs of the faults found by force, as they came (the widths have theirs in `widths`, the limits in `money`).

use crate::screens::app_of;
use crate::stage::{drawn, lines};
use crate::support::{document, file, fixture, fixture_text, lindungi, roster};
use lindungi::lang::Lang;
use lindungi::roster::text::is_hidden;
use serde_json::{Value, json};

fn case(name: &str) -> String {
    fixture(&format!("cases/torture/{name}.json"))
}

#[test]
fn the_escapes_of_a_masked_number_go_nowhere() {
    let path = case("03-masked-number-escape");
    for reveal in [&[][..], &["--reveal"]] {
        for format in ["csv", "json", "jsonl", "markdown"] {
            let done = lindungi(&[&["export", &path, "--format", format][..], reveal].concat()).run();
            assert_eq!(done.code, 0, "{format}: {}", done.err);
            assert!(!done.out.contains(|c: char| c.is_control() && c != '\n' && c != '\r'), "{format}: {:?}", done.out);
        }
    }
}

#[test]
fn a_list_that_is_called_otherwise_is_a_bad_file() {
    let done = lindungi(&["status", &case("own-22-no-workers")]).run();
    assert_eq!(done.code, 3);
    assert!(done.err.contains("workers") && done.out.is_empty(), "{}", done.err);
}

#[test]
fn an_id_that_is_a_nik_is_masked_like_one() {
    let name = "own-23-nik-as-id";
    let text = fixture_text(&format!("cases/torture/{name}.json"));
    let city: serde_json::Value = serde_json::from_str(&text).unwrap();
    let ids = city["workers"].as_array().unwrap().iter().filter_map(|worker| worker["id"].as_str());
    let numbers: Vec<&str> = ids.filter(|id| id.len() == 16 && id.bytes().all(|byte| byte.is_ascii_digit())).collect();
    assert!(!numbers.is_empty(), "the case is about them");
    let mut said = String::new();
    for keys in ["4", "4\r", "5", "4y"] {
        let mut app = app_of(roster(&text), Lang::En, 120, 40);
        app.press(&keys.replace('\r', "<enter>"));
        said += &lines(&drawn(&app));
    }
    for format in ["csv", "json", "jsonl", "markdown"] {
        said += &lindungi(&["export", &case(name), "--format", format]).run().out;
    }
    for number in numbers {
        assert!(!said.contains(number), "an id that is a NIK stands whole");
    }
}

/// What a terminal obeys or a reader does not see: C1, DEL, both directions, a line separator, no width, a tag.
const HIDDEN: &str = "\u{9b}31m\u{7f}\u{202e}\u{2066}\u{61c}\u{200f}\u{2028}\u{200b}\u{e0041}";

#[test]
fn case_16_no_json_that_leaves_the_program_holds_a_hidden_character_and_each_keeps_its_text() {
    let named = |id: &str, name: &str| {
        json!({
            "id": format!("{id}{HIDDEN}"), "name": format!("{name} {HIDDEN}"), "occupation": "nelayan",
            "district": format!("Timur{HIDDEN}"), "status": "active", "reason": HIDDEN,
        })
    };
    let city = |workers: Value| {
        let mut city = document(workers);
        city["program"]["name"] = json!(format!("P{HIDDEN}"));
        city["program"]["region"] = json!({"name": format!("Kota{HIDDEN}")});
        city["groups"][0]["name"]["en"] = json!(format!("Fishers{HIDDEN}"));
        city.to_string()
    };
    let (_old, old) = file("old.json", city(json!([named("A", "Siti"), named("B", "Ani")])));
    let (_new, new) = file("new.json", city(json!([named("A", "Siti Aminah"), named("C", "Budi")])));
    let filter = format!("-name:\"x{HIDDEN}\"");
    let (json, jsonl) = (["--format", "json"], ["--format", "jsonl"]);
    for args in [
        [&["status", &new, "--since", &old, "--filter", &filter][..], &json].concat(),
        [&["export", &new, "--filter", &filter][..], &json].concat(),
        [&["export", &new, "--filter", &filter][..], &jsonl].concat(),
        [&["diff", &old, &new, "--filter", &filter][..], &json].concat(),
        [&["plan", "--workers", "5", "--monthly", "16800", "--months", "3"][..], &json].concat(),
    ] {
        let done = lindungi(&args).run();
        assert!(done.code < 2, "{args:?}: {}", done.err);
        assert!(!done.out.chars().any(|c| is_hidden(c) && c != '\n'), "{args:?}: {:?}", done.out);
        if args.contains(&"jsonl") || args[0] == "plan" {
            continue;
        }
        let read: Value = serde_json::from_str(&done.out).unwrap();
        assert_eq!(read["filter"], json!(filter), "{args:?}");
    }
}
