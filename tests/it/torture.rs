//! Small inputs of the faults found by force, as they came (the widths have theirs in `widths`, the limits in `money`).

use crate::screens::app_of;
use crate::stage::{drawn, lines};
use crate::support::{fixture, fixture_text, lindungi, roster};
use lindungi::lang::Lang;

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
