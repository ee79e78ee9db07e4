//! A number of a person is masked wherever it stands: in any text of any row, in every output, on every screen. What is
//! no such number is left alone.

use crate::support::{assert_clean, document, file, lindungi, roster, unpacked};
use lindungi::lang::Lang;
use serde_json::{Value, json};

/// Where each number stands, as it is written there.
const NUMBERS: [(&str, &str); 8] = [
    ("id", "24012345602"),
    ("name", "0812-3456-7803"),
    ("occupation", "+62 812 3456 7804"),
    ("district", "081234567805"),
    ("village", "628123456706"),
    ("reason", "9671000203810007"),
    ("reference", "0813.3456.7808"),
    ("claim", "24012345609"),
];

fn number(field: &str) -> &'static str {
    NUMBERS.iter().find(|(own, _)| *own == field).map(|(_, number)| *number).unwrap()
}

/// A roster in which a number stands in every text, and money, dates, years and houses beside them.
fn city() -> Value {
    let worker = |place: u32| {
        json!({
            "id": number("id"), "name": format!("Siti {}", number("name")), "sex": "F", "nik": format!("967100420381000{}", place + 1), "birth_date": "1981-03-02",
            "occupation": format!("jual {}", number("occupation")), "district": number("district"),
            "village": format!("Remu hp {}", number("village")), "status": if place == 0 { "active" } else { "rejected" },
            "registered_on": "2024-02-01", "reason": format!("NIK {} Rp62.500.000.000", number("reason")),
        })
    };
    let mut city = document(json!([worker(0), worker(1)]));
    let plain = json!({
        "id": "W0001", "name": "Ani", "occupation": "nelayan", "district": "Jl. Merdeka 628 RT 02", "status": "rejected",
        "village": "Remu 2024-08-30", "registered_on": "2024-02-01", "reason": "pindah 08-12-2024, Rp10000000000",
    });
    city["workers"].as_array_mut().unwrap().push(plain);
    city["payments"] = json!([
        {"month": "2024-03", "workers": 2, "amount": "33600", "paid_on": "2024-03-10", "reference": number("reference")},
    ]);
    city["claims"] = json!([{"worker": number("claim"), "scheme": "JKM", "date": "2024-05-02", "amount": "1000"}]);
    city
}

/// What of the numbers a text shows.
fn shown(text: &str) -> Vec<&'static str> {
    // Markdown puts a sign before a sign.
    let text = text.replace('\\', "");
    NUMBERS.iter().filter(|(_, number)| text.contains(number)).map(|(field, _)| *field).collect()
}

#[test]
fn no_output_shows_a_number_of_a_person_whatever_text_it_stands_in() {
    let (folder, path) = file("city.json", city().to_string());
    let (_older, old) = file("old.json", document(json!([])).to_string());
    let mut runs: Vec<Vec<&str>> = vec![
        vec!["status", &path],
        vec!["diff", &old, &path],
        vec!["diff", &old, &path, "--format", "json"],
        vec!["status", &path, "--format", "json"],
        vec!["check", &path, "--all"],
    ];
    runs.extend(["json", "csv"].map(|format| vec!["check", &path, "--format", format]));
    runs.extend(["csv", "json", "jsonl", "markdown"].map(|format| vec!["export", &path, "--format", format]));
    runs.extend(
        ["bnba", "temuan"].map(|name| vec!["export", &path, "--template", name, "--format", "csv", "--accept-partial"]),
    );
    for args in &runs {
        for lang in ["en", "id"] {
            let done = lindungi(&[args.as_slice(), &["--lang", lang]].concat()).run();
            assert!(done.code < 2, "{args:?}: {}", done.err);
            assert_clean(&done.out);
            assert_eq!(shown(&(done.out + &done.err)), Vec::<&str>::new(), "{args:?}");
        }
    }
    for (tab, format) in ["1", "2", "3", "4", "5"].iter().flat_map(|tab| ["svg", "html", "txt"].map(|form| (tab, form)))
    {
        let args = ["snapshot", &path, "--tab", tab, "--format", format, "--size", "300x60"];
        let done = lindungi(&args).run();
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{args:?}");
        assert_clean(&done.out);
        assert_eq!(shown(&done.out), Vec::<&str>::new(), "{args:?}");
    }
    let page = lindungi(&["report", &path, "--list", "all"]).run();
    assert_eq!((page.code, page.err.as_str()), (0, ""));
    assert_clean(&page.out);
    assert_eq!(shown(&page.out), Vec::<&str>::new());
    let revealed = lindungi(&["export", &path, "--format", "csv", "--reveal"]).run().out;
    assert_eq!(shown(&revealed), ["id", "name", "occupation", "district", "village", "reason"]);
    let masked = lindungi(&["export", &path, "--format", "csv"]).run().out;
    for kept in ["Rp62.500.000.000", "W0001", "Jl. Merdeka 628 RT 02", "Remu 2024-08-30", "08-12-2024, Rp10000000000"] {
        assert!(masked.contains(kept), "{kept}: {masked}");
    }
    let out = folder.path().join("offices");
    let out = out.to_str().unwrap();
    lindungi(&["check", &path, "--by", "office", "-o", out]).run();
    let book = folder.path().join("city.xlsx");
    lindungi(&["export", &path, "--split-by", "district", "-o", book.to_str().unwrap()]).run();
    let mut books: Vec<_> = std::fs::read_dir(out).unwrap().map(|entry| entry.unwrap().path()).collect();
    books.push(book);
    assert!(books.len() > 2);
    for book in books {
        let text = unpacked(&book);
        assert!(text.contains("sheetData"), "{book:?}");
        assert_eq!(shown(&text), Vec::<&str>::new(), "{book:?}");
    }
}

#[test]
fn no_screen_shows_a_number_of_a_person_whatever_text_it_stands_in() {
    for lang in [Lang::En, Lang::Id] {
        for (width, height) in [(80, 24), (160, 50)] {
            for keys in
                ["1", "2", "2<down><down>", "3", "3?", "4", "4<enter>", "4<right><right><right>", "5", "5<enter>"]
            {
                let mut app = crate::screens::app_of(roster(city().to_string()), lang, width, height);
                app.press(keys);
                let screen = crate::stage::lines(&crate::stage::drawn(&app));
                assert_eq!(shown(&screen), Vec::<&str>::new(), "{keys}: {screen}");
            }
        }
    }
}
