//! Thirty filters with their counts: the same on the screen, in `status --filter` and in `export --filter`.

use crate::screens::app;
use crate::stage::{Stage, drawn, lines};
use crate::support::{lindungi, sorong};
use lindungi::lang::Lang;
use lindungi::roster::query;

/// Filters of the demonstration roster, each with how many workers pass. Those that ask for no finding were counted by
/// another program over the file.
const QUERIES: [(&str, u64); 30] = [
    ("status:active", 14212),
    ("status:aktif,tenggang", 14598),
    ("kelompok:ojek", 4020),
    ("group:ojek district:manoi", 786),
    ("group:\"Market traders\",nelayan", 7995),
    ("yustinus", 190),
    ("Yústinus", 190),
    ("\"la ode\"", 206),
    ("age>=60", 1105),
    ("usia:18..29", 3981),
    ("age:..17,60..", 1110),
    ("age:none", 1),
    ("born:1980", 477),
    ("born>=2000-01-01", 2078),
    ("registered:2024-02", 7170),
    ("enrolled:2024-06", 1000),
    ("enrolled:..2024-03-15", 9347),
    ("enrolled:none", 2828),
    ("until<2024-08", 600),
    ("sampai:2024-08-31 jk:p", 5655),
    ("lapse:2024-09", 196),
    ("district:none", 17),
    ("distrik:\"sorong timur\",kota -status:ditolak", 4519),
    ("village:klawalu", 753),
    ("segmen:bpu decile:1", 4094),
    ("desil:2..3 not status:active", 1265),
    ("finding:nik-duplicate", 4),
    ("temuan:error or finding:age-under-18", 41),
    ("finding:any -finding:note", 242),
    ("(siti or maria) -(sex:p age:..30) and status:verified", 16),
];

fn grouped(count: u64) -> String {
    Lang::En.count(count)
}

#[test]
fn a_filter_means_the_same_on_the_screen_and_in_every_command() {
    let roster = sorong();
    for (text, count) in QUERIES {
        let filter = query::parse(text, &roster).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        assert_eq!(filter.select(&roster).count(), count, "{text}");
        let mut app = app("sorong-2024.json", Lang::En, 80, 24);
        app.press(&format!("4/{text}"));
        app.press("<enter>");
        let screen = lines(&drawn(&app));
        assert!(screen.contains(&format!("{} of 17,640 workers", grouped(count))), "{text}:\n{screen}");
    }
    // The commands read the whole file anew for each filter: all at once, on all cores.
    std::thread::scope(|scope| {
        for (text, count) in QUERIES {
            scope.spawn(move || {
                let status = lindungi(&["status", "--demo", "--format", "json", "--filter", text]).run();
                assert!(status.out.contains(&format!("\"matched\": {count}")), "{text}: {}{}", status.out, status.err);
                let table = lindungi(&["export", "--demo", "--format", "csv", "--filter", text]).run();
                let rows = csv::Reader::from_reader(table.out.as_bytes()).into_records().map(Result::unwrap).count();
                assert_eq!((table.code, rows as u64), (0, count), "{text}: {}", table.err);
            });
        }
    });
}

#[test]
fn a_filter_for_any_roster_means_the_same_of_this_one_or_is_refused_for_what_only_this_one_has() {
    let roster = sorong();
    let mut refused = 0;
    for (text, _) in QUERIES {
        match query::parse_for_any(text) {
            Ok(filter) => assert_eq!(Ok(filter), query::parse(text, &roster), "{text}"),
            Err(error) => {
                assert_eq!(error.kind, query::QueryErrorKind::OfOneRoster, "{text}");
                refused += 1;
            }
        }
    }
    // Those that name a group or a place, or hold a part of a text.
    assert_eq!(refused, 9);
}

#[test]
fn a_pick_changes_every_tab_in_the_same_frame_and_the_list_keeps_its_rows() {
    let mut app = app("twelve.json", Lang::En, 80, 24);
    let on_tab = |app: &mut Stage, tab: &str| {
        app.press(tab);
        lines(&drawn(app))
    };
    app.press(" ");
    let groups = on_tab(&mut app, "1");
    for text in ["◆Market traders", "Motorcycle-taxi riders", "Fishers", "3 of 5 active", "5 of 12 workers"] {
        assert!(groups.contains(text), "«{text}» is missing from\n{groups}");
    }
    for (tab, text) in [
        ("2", "60.0% active"),
        ("3", "a month for these 5"),
        ("4", "1–5"),
        ("5", "5 of 12 workers"),
        ("4", "Marthina Kalami"),
    ] {
        let screen = on_tab(&mut app, tab);
        assert!(
            screen.contains(text) && screen.contains("group:pedagang"),
            "{tab}: «{text}» is missing from\n{screen}"
        );
    }
    assert!(!on_tab(&mut app, "4").contains("Benyamin Osok"));
    // The facets: the picked list counts everybody, the others those who were picked.
    app.press("f");
    let facets = lines(&drawn(&app));
    for text in ["Group (all 12)", "◆Market traders", "Fishers"] {
        assert!(facets.contains(text), "«{text}» is missing from\n{facets}");
    }
}
