//! The page for whoever has no terminal: one file, both languages, the figures of `status`, and nothing of anybody's
//! numbers. A real browser looks at it in `tests/real/pages.py`.

use crate::support::{
    assert_clean, document, file, fixture, fixture_text, home, lindungi, roster, sorong, status_json,
};
use lindungi::figures::Figures;
use lindungi::figures::month_ends::{Then, month_ends};
use lindungi::roster::filter::Filter;
use lindungi::roster::money::Rupiah;
use serde_json::json;
use std::fs;

/// The page of a command line.
fn page(args: &[&str]) -> String {
    let done = lindungi(&[&["report"], args].concat()).run();
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{args:?}");
    assert_clean(&done.out);
    done.out
}

/// The article of a language.
fn article<'a>(page: &'a str, code: &str) -> &'a str {
    let begins = page.find(&format!("<article lang=\"{code}\"")).unwrap_or_else(|| panic!("no article in {code}"));
    let rest = page.get(begins..).unwrap();
    rest.get(..rest.find("</article>").unwrap()).unwrap()
}

/// What is read of a page: its text, a space where an element begins or ends.
pub fn text(page: &str) -> String {
    let mut text = String::new();
    let mut within = false;
    for c in page.chars() {
        match c {
            '<' => (within, text) = (true, text + " "),
            '>' if within => within = false,
            c if !within => text.push(c),
            _ => {}
        }
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_page_says_the_figures_of_status_in_both_languages() {
    let city = fixture("sorong-2024.json");
    let page = page(&[&city, "--since", &fixture("sorong-2024-07.json.gz")]);
    for (lang, told) in [
        (
            "en",
            [
                "14,212 of 19,336 active",
                "Rp934,708,000 left",
                "to Nov 2024",
                "24 Feb 2025",
                "lacks 20,338,400",
                "37 errors",
            ],
        ),
        (
            "id",
            [
                "14.212 dari 19.336 aktif",
                "Rp934.708.000 sisa pagu",
                "s.d. Nov 2024",
                "24 Feb 2025",
                "kurang 20.338.400",
                "37 kesalahan",
            ],
        ),
    ] {
        let text = text(article(&page, lang));
        for told in told {
            assert!(text.contains(told), "{lang}: {told}");
        }
    }
    // Every group, every district, every month and every payment with the numbers that `status` has for scripts.
    let status = status_json(&[&city]);
    let english = text(article(&page, "en"));
    let spaced = |number: &serde_json::Value| {
        let digits = number.to_string().replace('"', "");
        let mut text = String::new();
        for (place, c) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push(',');
            }
            text.push(c);
        }
        text
    };
    for group in status["groups"].as_array().unwrap() {
        let name = group["name"].as_str().unwrap();
        let row = format!("{name} {}", [&group["target"], &group["active"]].map(spaced).join(" "));
        assert!(english.contains(&row), "{row}");
    }
    for district in status["districts"].as_array().unwrap() {
        let name = district["name"].as_str().unwrap_or("unknown");
        let row = format!("{name} {} {}", spaced(&district["workers"]), spaced(&district["active"]));
        assert!(english.contains(&row), "{row}");
    }
    for payment in status["payments"].as_array().unwrap() {
        assert!(english.contains(&spaced(&payment["amount"])), "{payment}");
    }
    for month in status["enrollment"]["months"].as_array().unwrap() {
        assert!(month["total"].is_null() || english.contains(&spaced(&month["total"])), "{month}");
    }
    assert!(english.contains("What changed since 31 Jul 2024?") && english.contains("Four ways, nothing added"));
}

/// As the contract has it: percentages half away from zero, months cut.
#[test]
fn what_is_rounded_and_how_is_said_alike_in_both_languages() {
    let page = page(&["--demo"]);
    for (code, told) in [
        ("en", "percentages are rounded to the nearest, months are rounded down."),
        ("id", "persentase dibulatkan ke yang terdekat, bulan dibulatkan ke bawah."),
    ] {
        assert!(article(&page, code).contains(told), "{code}");
    }
}

#[test]
fn the_page_is_the_same_bytes_again_and_asks_nobody_for_anything() {
    let first = page(&["--demo"]);
    assert_eq!(first, page(&["--demo"]));
    for foreign in ["<script", "http:", "https:", "url(\"", "@import", "<img", "<iframe", "src="] {
        assert!(!first.contains(foreign), "{foreign}");
    }
    assert!(first.contains("default-src 'none'") && first.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    // The language of the command line is that in which it opens.
    let other = page(&["--demo", "--lang", "id"]);
    assert!(
        other.contains("<html lang=\"id\">") && other.contains("id=\"in-id\" class=\"switch\" checked=\"checked\"")
    );
    assert_eq!(article(&first, "id"), article(&other, "id"));
}

/// Every roster that we have, and what they hold: from whole cities to what has no groups, no payments and no budget left.
#[test]
fn a_page_is_made_of_every_roster_and_each_element_that_is_opened_is_closed() {
    let mut rosters: Vec<_> = ["fixtures", "../shared/cases"]
        .iter()
        .filter_map(|folder| fs::read_dir(home().join(folder)).ok())
        .flat_map(|files| files.map(|file| file.unwrap().path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    rosters.sort();
    let mut made = 0;
    for path in &rosters {
        let done = lindungi(&["report", path.to_str().unwrap(), "--list", "all"]).run();
        // What is no roster, and what holds more people than a page names, is refused with its reason.
        if done.code != 0 {
            assert!(
                matches!(done.code, 3 | 4) && !done.err.is_empty() && done.out.is_empty(),
                "{path:?}: {}",
                done.err
            );
            continue;
        }
        made += 1;
        assert_clean(&done.out);
        let body = done.out.split_once("<body>").unwrap().1.split_once("</body>").unwrap().0;
        let mut open: Vec<&str> = Vec::new();
        for tag in body.split('<').skip(1) {
            let tag = tag.split_once('>').unwrap().0;
            let name = tag.split([' ', '/']).find(|name| !name.is_empty()).unwrap();
            match () {
                () if tag.ends_with('/') => {}
                () if tag.starts_with('/') => assert_eq!(open.pop(), Some(name), "{path:?}"),
                () => open.push(name),
            }
        }
        assert_eq!(open, Vec::<&str>::new(), "{path:?}");
    }
    assert!(made >= 4, "{made} of {}", rosters.len());
}

#[test]
fn numbers_of_persons_are_masked_whatever_is_asked_for_and_what_a_name_holds_is_text() {
    let document = crate::support::document(json!([
        {"id": "W1", "nik": "9671004203810001", "name": "<script>alert(1)</script> 9671004203810001", "sex": "F",
         "birth_date": "1981-03-02", "occupation": "ojek", "district": "Remu & \"Utara\"", "village": "\u{1b}[31mKlawalu",
         "status": "active", "enrolled_on": "2024-03-01", "protected_until": "2024-06-30", "kpj": "24012345678"},
    ]));
    let (_folder, path) = file("roster.json", document.to_string());
    let page = page(&[&path, "--list", "all"]);
    for whole in ["9671004203810001", "24012345678", "1981", "<script", "\u{1b}"] {
        assert!(!page.contains(whole), "{whole}");
    }
    assert!(page.contains("************0001") && page.contains("&lt;script&gt;alert(1)"));
    assert!(page.contains("Remu &amp; &quot;Utara&quot;"), "the district is a name");
    // However its digits are parted: it is found by them.
    for filter in [
        "nik:9671004203810001",
        "nik:9671-0042-0381-0001",
        "\"9671 0042 0381 0001\"",
        "\"9671-0042-0381-0001\"",
        "\"96.71.00.420381.0001\"",
        "\"967100/420381/0001\"",
        "\"240 1234 5678\"",
        "kpj:24-012345678",
    ] {
        for command in ["report", "snapshot"] {
            let of_one = lindungi(&[command, &path, "--filter", filter]).run();
            let number = filter.trim_matches(['"']).rsplit(':').next().unwrap();
            assert!(of_one.code == 2 && of_one.out.is_empty(), "{command} {filter}: {}", of_one.code);
            assert!(!of_one.err.contains(number), "{}", of_one.err);
        }
    }
    let without = lindungi(&["report", &path, "--list", "none"]).run().out;
    assert!(!without.contains("alert(1)"), "nobody is named");
    for (lang, why) in [("en", "lindungi export --reveal"), ("id", "lindungi export --reveal")] {
        let asked = lindungi(&["report", &path, "--reveal", "--lang", lang]).run();
        assert_eq!((asked.code, asked.out.as_str()), (2, ""));
        assert!(asked.err.contains(why), "{}", asked.err);
    }
}

#[test]
fn a_page_is_written_whole_or_not_at_all_and_its_file_is_one_that_a_browser_opens() {
    let city = fixture("small-city.json");
    let (folder, _) = file("empty", "");
    let inside = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let run = |args: &[&str]| lindungi(&[&["report", &city], args].concat()).run();
    let path = inside("page.html");
    assert_eq!(run(&["-o", &path]).code, 0);
    let written = fs::read_to_string(&path).unwrap();
    assert_eq!(written, run(&[]).out);
    let again = run(&["-o", &path]);
    assert!(again.code == 4 && again.err.contains("--force"), "{}", again.err);
    assert_eq!(run(&["-o", &path, "--force", "--lang", "id"]).code, 0);
    for (lang, told) in [("en", "ends in .html"), ("id", "berakhir .html")] {
        let done = run(&["-o", &inside("page.pdf"), "--lang", lang]);
        assert!(done.code == 2 && done.err.contains(told), "{}", done.err);
    }
    assert!(!folder.path().join("page.pdf").exists());
    let twice = lindungi(&["report", "-", "--since", "-"]).stdin("{}").run();
    assert_eq!(twice.code, 2, "{}", twice.err);
    let guest = run(&["--secure"]);
    assert!(guest.code == 2 && guest.out.is_empty(), "{}", guest.err);
}

#[test]
fn a_filter_rules_the_page_and_stands_on_each_of_its_papers() {
    let page = page(&[&fixture("sorong-2024.json"), "--filter", "group:nelayan age>=60", "--list", "all"]);
    let english = article(&page, "en");
    let sections = english.matches("<section ").count();
    // The beginning has it too.
    assert_eq!(english.matches("<span>Filter: group:nelayan age&gt;=60</span>").count(), sections + 1);
    let text = text(english);
    let status = status_json(&[&fixture("sorong-2024.json"), "--filter", "group:nelayan age>=60"]);
    let matched = status["workers"]["matched"].to_string();
    assert!(text.contains(&format!("By name: {matched} workers")), "{matched}");
    assert!(text.contains("of 19,336 overall"));
    // What a filter leaves as it is says so: the money, its months, and what is wrong in the list.
    let whole = "This part counts everybody, whatever the filter.";
    for part in ["budget", "runway", "ways", "payments", "checks", "rules"] {
        let section = english
            .split(&format!("<section aria-labelledby=\"en-{part}\""))
            .nth(1)
            .unwrap_or_else(|| panic!("no {part}"));
        assert!(section.split("</section>").next().unwrap().contains(whole), "{part}");
    }
    assert_eq!(english.matches(whole).count(), 6);
}

#[test]
fn more_people_than_anybody_reads_are_no_page() {
    let (folder, path) = file("many.json", "");
    let made = lindungi(&["demo", "--workers", "20001"]).run().out;
    fs::write(&path, made).unwrap();
    let done = lindungi(&["report", &path, "--list", "all"]).run();
    assert!(done.code == 4 && done.err.contains("20,001") && done.err.contains("bnba"), "{}", done.err);
    assert_eq!(lindungi(&["report", &path]).run().code, 0);
    drop(folder);
}

/// A hundred thousand groups are counted, and the first thousand told.
#[test]
fn what_is_longer_than_a_table_that_anybody_reads_is_cut_and_says_so() {
    let mut document: serde_json::Value = serde_json::from_str(&fixture_text("small-city.json")).unwrap();
    let group = |place: usize| json!({"id": format!("g{place}"), "name": format!("Group {place}"), "target": 1});
    document["groups"] = (0..1_500).map(group).collect();
    let (_folder, path) = file("groups.json", document.to_string());
    let page = page(&[&path]);
    let text = text(article(&page, "en"));
    assert!(text.contains("Group 998 ") && !text.contains("Group 1200 "));
    // And those of no group.
    assert!(text.contains("rows are not shown; lindungi export writes all of them."), "cut silently");
}

#[test]
fn the_months_of_the_demonstration_end_as_its_runways_say() {
    let roster = sorong();
    let budget = Figures::of(&roster, &Filter::EVERYBODY).budget;
    let rows = month_ends(&roster, &budget);
    let of = |text: &str| *rows.iter().find(|row| row.month.to_string() == text).unwrap();
    let rupiah = |amount: i128| Rupiah::new(amount).unwrap();
    assert_eq!(of("2024-08").left, budget.left);
    assert_eq!(of("2024-03").left, Some(rupiah(2_200_000_000 - 183_120_000)));
    assert_eq!(of("2024-09").active, Some(Then::Left(rupiah(934_708_000 - 238_761_600))));
    assert_eq!(of("2024-12").active, Some(Then::Lacks(rupiah(20_338_400))));
    assert_eq!(of("2024-11").target, Some(Then::Lacks(rupiah(39_826_400))));
    assert_eq!(of("2024-12").target, Some(Then::Gone));
    assert_eq!((of("2024-07").active, of("2024-09").left), (None, None));
}

/// What is spent beyond the budget is owed first: nothing starts again from nothing.
#[test]
fn an_overspent_budget_goes_on_from_what_is_owed() {
    let own = roster(fixture_text("defects/overspent.json"));
    let budget = Figures::of(&own, &Filter::EVERYBODY).budget;
    let (left, monthly) = (budget.left.unwrap().get(), budget.active.monthly.unwrap().get());
    assert!(left < 0);
    let rows = month_ends(&own, &budget);
    let owed = |amount: i128| Some(Then::Lacks(Rupiah::new(amount).unwrap()));
    assert!(rows.iter().any(|row| row.active == owed(monthly - left)), "{rows:?}");
    let page = page(&[&fixture("defects/overspent.json")]);
    let english = article(&page, "en");
    assert!(!text(english).contains("over +0") && !english.contains("left so far"), "a chart that starts at nothing");
}

#[test]
fn rows_that_are_set_aside_are_named_by_their_place_and_never_by_what_stands_there() {
    let page = page(&[&fixture("defects/row-bad-date.json")]);
    let told = text(article(&page, "en"));
    assert!(told.contains("Rows set aside: their place and what is wrong with them workers row "), "{told}");
}

/// Arrears are due at once, a month paid ahead costs nothing.
#[test]
fn the_months_to_come_are_those_that_no_payment_covers() {
    let mut document: serde_json::Value = serde_json::from_str(&fixture_text("small-city.json")).unwrap();
    document["payments"] = json!([{"month": "2024-08", "amount": "0", "paid_on": "2024-06-01"}]);
    let own = roster(document.to_string());
    let budget = Figures::of(&own, &Filter::EVERYBODY).budget;
    let left = |then: Option<Then>| match then {
        Some(Then::Left(left)) => left.get(),
        other => panic!("{other:?}"),
    };
    let rows = month_ends(&own, &budget);
    let of = |text: &str| left(rows.iter().find(|row| row.month.to_string() == text).unwrap().active);
    assert_eq!(of("2024-07"), of("2024-08"), "August is paid");
    let monthly = budget.active.monthly.unwrap().get();
    assert_eq!(of("2024-08") - of("2024-09"), monthly);
}

#[test]
fn under_a_filter_the_page_shows_how_many_match_where_a_target_means_nothing() {
    let filtered = page(&[&fixture("sorong-2024.json"), "--filter", "status:grace", "--list", "none"]);
    let section = |code: &str| {
        let article = article(&filtered, code);
        let from = article.find(&format!("id=\"{code}-groups\"")).unwrap_or_else(|| panic!("no groups in {code}"));
        let rest = article.get(from..).unwrap().to_owned();
        text(rest.get(..rest.find("</section>").unwrap()).unwrap())
    };
    for (code, told, hidden) in [
        ("en", ["Group matched active", "Fishers 46 0 ", "matched, not active"], ["target", "listed", "–"]),
        ("id", ["tersaring aktif", "Nelayan 46 0 ", "tersaring, tidak aktif"], ["target", "terdata", "–"]),
    ] {
        let section = section(code);
        for told in told {
            assert!(section.contains(told), "{code}: {told}\n{section}");
        }
        for hidden in hidden {
            assert!(!section.contains(hidden), "{code}: {hidden}\n{section}");
        }
    }
}

#[test]
fn where_nobody_is_counted_a_sentence_says_so_and_no_table_is_a_head_alone() {
    let mut nobody = document(json!([]));
    nobody["groups"] = json!([]);
    let (_folder, path) = file("nobody.json", nobody.to_string());
    let filtered: &[&str] = &["--demo", "--filter", "name:zzzzz"];
    for (args, told, bars) in [
        (filtered, ["Nobody matches.", "Tidak ada yang tersaring."], true),
        (&[&path], ["The roster has no workers.", "Daftar tidak berisi pekerja."], false),
    ] {
        let page = page(args);
        assert!(!page.contains("<tbody></tbody>"), "{args:?}: a head alone");
        for (code, told) in ["en", "id"].into_iter().zip(told) {
            let article = article(&page, code);
            assert_eq!(article.matches(told).count(), 1, "{args:?}: {told}");
            let groups = article.split_once(&format!("id=\"{code}-groups\"")).unwrap().1;
            let groups = groups.split_once("</section>").unwrap().0;
            assert_eq!(groups.contains("class=\"chart\""), bars, "{args:?}: a picture of nothing");
        }
    }
}

#[test]
fn the_two_languages_are_a_group_that_has_a_name_and_the_switch_needs_no_script() {
    let page = page(&["--demo"]);
    let group =
        "<div role=\"radiogroup\" aria-label=\"Language of the page / Bahasa halaman\" aria-owns=\"in-en in-id\">";
    assert_eq!(page.matches(group).count(), 1);
    // The style chooses an article by the button before it, so both have one parent.
    let main = page.split_once("<main>").unwrap().1;
    for code in ["en", "id"] {
        let before = main.split_once(&format!("id=\"in-{code}\"")).unwrap().0;
        assert_eq!(before.matches("<div").count(), before.matches("</div>").count(), "{code}: in no other element");
        assert!(
            main.contains(&format!("<article lang=\"{code}\"")) && page.contains(&format!("#in-{code}:checked ~ "))
        );
    }
}

#[test]
fn the_page_calls_a_severity_as_the_workbooks_do() {
    let page = page(&["--demo"]);
    for (code, told, not) in [("en", ">Severity</th>", "Weight"), ("id", ">Tingkat</th>", "Bobot")] {
        assert!(article(&page, code).contains(told) && !article(&page, code).contains(not), "{code}");
    }
}
