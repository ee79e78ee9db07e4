//! Both languages are complete: on no screen in Indonesian stands a word that only the English phrases have, and on none
//! in English one that only the Indonesian ones have. Words of the data, codes and keys are of no language.

use crate::slides;
use crate::stage::{Pace, Stage, drawn, lines, start};
use crate::support::{fixture, fixture_text, lindungi};
use lindungi::lang::words;
use lindungi::lang::{Lang, Phrase, findings, keys};
use lindungi::roster::finding::Rule;
use lindungi::tui::keymap::BINDINGS;
use std::collections::BTreeSet;

/// The words of a text: letters alone, three or more. What has a sign in it is a code, a key or a date.
fn words_of(text: &str) -> BTreeSet<String> {
    let whole = |word: &&str| {
        let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
        inner.chars().count() >= 3 && inner.chars().all(char::is_alphabetic)
    };
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    text.split_whitespace().filter(whole).map(plain).collect()
}

/// A phrase in one language, without its places for values.
fn of(phrase: &Phrase, lang: Lang) -> String {
    let parts = lang.pieces(phrase).into_iter();
    let told = parts.filter_map(|piece| piece.words(&["1"]).map(str::to_owned));
    told.collect::<Vec<_>>().join(" ")
}

/// The words that only one language has, and no name of the data.
fn own_words(data: &BTreeSet<String>) -> [BTreeSet<String>; 2] {
    let mut phrases: Vec<Phrase> = words::EVERY.iter().copied().flatten().copied().collect();
    phrases.extend(BINDINGS.iter().flat_map(|row| [row.words.help, row.words.bar]));
    phrases.extend(Rule::ALL.iter().flat_map(|rule| {
        let own = findings::words(*rule);
        [own.short, own.what, own.todo]
    }));
    phrases.push(keys::SPACE);
    let [english, indonesian] = [Lang::En, Lang::Id].map(|lang| {
        let all = phrases.iter().flat_map(|phrase| words_of(&of(phrase, lang)));
        all.collect::<BTreeSet<String>>()
    });
    let only = |one: &BTreeSet<String>, other: &BTreeSet<String>| -> BTreeSet<String> {
        one.iter()
            .filter(|word| !other.contains(*word) && !data.contains(*word) && !CODES.contains(&word.as_str()))
            .cloned()
            .collect()
    };
    [only(&english, &indonesian), only(&indonesian, &english)]
}

/// What is typed is of no language: names of keys, of commands and of templates.
const CODES: [&str; 6] = ["enter", "end", "home", "print", "picture", "temuan"];

/// Every screen: each tab, what lies over one, what is said, and the slides.
const SCREENS: [&str; 34] = [
    "1",
    "2",
    "2jjj",
    "3",
    "3jjjj",
    "4",
    "4$",
    "5",
    "5jjjj",
    "?",
    "?cop",
    "4<enter>",
    "/",
    "/st",
    "/statu:",
    "/zz:",
    "p",
    "2<enter>",
    "3<enter>",
    "w",
    "w150jt<enter>=",
    "w9zz",
    "D",
    "D<enter>",
    "DD",
    "e",
    "f",
    ":",
    ":save x",
    ":view y",
    "4s",
    ".",
    "u",
    "4v",
];

/// The words of both rosters, and of the notes of the slides.
fn data() -> BTreeSet<String> {
    let city = fixture_text("sorong-2024.json");
    // Its programme, its groups and some of its people.
    let some = city.chars().take(6_000).collect::<String>();
    let texts = fixture_text("small-city.json") + &some + slides::STEPS;
    words_of(&texts.replace(['"', ',', ':', '{', '}', '[', ']', '_', ';', '-'], " "))
}

#[test]
fn no_command_says_a_word_of_the_other_language() {
    let [english, indonesian] = own_words(&data());
    let (city, older) = (fixture("small-city.json"), fixture("small-city-may.json"));
    let list = fixture("import/dinas.xlsx");
    let mut wrong = BTreeSet::new();
    for (lang, foreign) in [("en", &indonesian), ("id", &english)] {
        for args in [
            &["status", &city][..],
            &["status", &city, "--since", &older],
            &["status", &city, "--format", "line"],
            &["status", &city, "--format", "markdown"],
            &["status", &city, "--filter", "age>=40", "--fail-if", "percent<100"],
            &["check", &city, "--all"],
            &["diff", &older, &city],
            &["diff", &older, &city, "--format", "markdown"],
            &["import", &list, "--all"],
            &["plan", "--workers", "19336", "--monthly", "10000+6800", "--budget", "2200000000"],
            &["plan", "--workers", "19336", "--monthly", "16800", "--months", "12", "--from", "2025-01"],
        ] {
            // The headings of an office's list are quoted as they stand there.
            if (lang, args[0]) == ("en", "import") {
                continue;
            }
            let done = lindungi(&[args, &["--lang", lang]].concat()).run();
            let said = words_of(&format!("{}{}", done.out, done.err));
            wrong.extend(said.intersection(foreign).map(|word| format!("{lang} {args:?}: {word}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_page_says_a_word_of_the_other_language() {
    let [english, indonesian] = own_words(&data());
    let older = fixture("small-city-may.json");
    let done = lindungi(&["report", &fixture("small-city.json"), "--since", &older, "--list", "all"]).run();
    let (_, articles) = done.out.split_once("<article").unwrap();
    let (own, other) = articles.split_once("<article").unwrap();
    for (article, foreign) in [(own, &indonesian), (other, &english)] {
        let said = words_of(&crate::report::text(article));
        assert!(said.len() > 100, "{said:?}");
        assert_eq!(said.intersection(foreign).collect::<Vec<_>>(), Vec::<&String>::new());
    }
}

#[test]
fn no_dialogue_says_a_word_of_the_other_language() {
    let [english, indonesian] = own_words(&data());
    let [lines, baris] = [
        "help\ngroups\nenrollment\nbudget\nrunway\npayments\nways\nends\nchecks\ndistricts\nwho\nworkers\nmore\nworker 1\n\
         filter status:active\nclear\nundo\nsort -age\nwhatif add 150 mn\nsince\nchanges\nexport\nreport\nview\nreveal\nmask\nreload\n",
        "bantuan\nkelompok\nkepesertaan\nanggaran\ntahan\npembayaran\ncara\nberakhir\npemeriksaan\ndistrik\nsiapa\npekerja\nlagi\norang 1\n\
         saring status:aktif\nhapus\nbatalkan\nurut -usia\nandai tambah 150 jt\nsejak\nperubahan\nekspor\nlaporan\ntampilan\nbuka\nsamarkan\nmuat\n",
    ];
    for (lang, lines, foreign) in [("en", lines, &indonesian), ("id", baris, &english)] {
        let done = lindungi(&["--plain", &fixture("small-city.json"), "--lang", lang]).stdin(lines).run();
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        let said = words_of(&done.out);
        assert!(said.len() > 200, "{said:?}");
        assert_eq!(said.intersection(foreign).collect::<Vec<_>>(), Vec::<&String>::new(), "{lang}: {}", done.out);
    }
}

#[test]
fn no_screen_says_a_word_of_the_other_language() {
    let [english, indonesian] = own_words(&data());
    assert!(english.len() > 400 && indonesian.len() > 400, "{} and {}", english.len(), indonesian.len());
    let mut wrong = BTreeSet::new();
    for (lang, foreign) in [(Lang::En, &indonesian), (Lang::Id, &english)] {
        for size in [(80, 24), (160, 45), (50, 20)] {
            let mut screens: Vec<(String, String)> = Vec::new();
            for keys in SCREENS {
                let keys = match (lang, keys) {
                    (Lang::Id, ":save x") => ":simpan x",
                    (Lang::Id, ":view y") => ":tampilan y",
                    (_, keys) => keys,
                };
                let roster = || crate::support::roster(fixture_text("small-city.json"));
                let mut app = Stage::of(roster(), start(lang), Pace::AtOnce, size);
                if keys != "D" {
                    app.since(crate::support::roster(fixture_text("small-city-may.json")));
                }
                app.press(keys);
                screens.push((keys.to_owned(), lines(&drawn(&app))));
            }
            let mut app = slides::meeting(lang, size);
            for number in 1..=12 {
                screens.push((format!("slide {number}"), lines(&drawn(&app))));
                app.press("<right>");
            }
            for (keys, screen) in screens {
                let found = words_of(&screen).intersection(foreign).cloned().collect::<Vec<_>>();
                wrong.extend(found.into_iter().map(|word| format!("{lang:?} {size:?} {keys}: {word}")));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
