//! The presentation: what each slide says, how they follow each other, what an audience never sees, and how one comes
//! back to where one was.

use crate::screens::{goldens, roster};
use crate::stage::{Pace, Stage, drawn, lines, start};
use crate::support::{file, fixture, lindungi};
use crate::terminal::Terminal;
use lindungi::capabilities::Capabilities;
use lindungi::check::Audited;
use lindungi::demo;
use lindungi::lang::Lang;
use lindungi::lang::person::Privacy;
use lindungi::notes::Notes;
use lindungi::tui::msg::Msg;
use lindungi::tui::state::app::Start;
use serde_json::json;

pub const STEPS: &str = "\
# Tindak lanjut
- Dukcapil: cocokkan NIK yang ganda dan yang mustahil; 8 baris; 13 Sep 2024
- BPJS: perpanjang yang dalam masa tenggang sebelum berakhir; 96 pekerja; 31 Agu 2024
- [x] Bagian keuangan: bayar iuran Agustus; 14.212 pekerja; 30 Agu 2024
- Kantor distrik: minta KTP dari yang tanpa NIK dan cocokkan alamatnya bersama ketua RT; 6 pekerja; 20 Sep 2024
";

/// The slides of the demonstration roster with everything that a meeting may know: an older roster, a scenario, steps.
pub fn meeting(lang: Lang, size: (u16, u16)) -> Stage {
    let notes = Notes::read(STEPS).unwrap();
    let mut app = Stage::of(roster("sorong-2024.json"), Start { notes, ..start(lang) }, Pace::AtOnce, size);
    app.since(july());
    // 450 million more from October, and as many more workers each month as that pays.
    app.press("3w450jt<enter>]jj=<esc>P");
    app
}

/// The demonstration roster as it stood a month before.
pub fn july() -> Audited {
    let mut text = Vec::new();
    demo::write_earlier(&mut text, &demo::Options::default()).unwrap();
    crate::support::roster(text)
}

fn screen(app: &Stage) -> String {
    lines(&drawn(app))
}

/// The slides of a fixture.
fn slides(name: &str) -> Stage {
    let mut app = Stage::of(roster(name), start(Lang::En), Pace::AtOnce, (80, 24));
    app.press("P");
    app
}

#[track_caller]
fn shows(app: &Stage, texts: &[&str]) {
    let screen = screen(app);
    for text in texts {
        assert!(screen.contains(text), "«{text}» is missing from\n{screen}");
    }
}

#[track_caller]
fn hides(app: &Stage, texts: &[&str]) {
    let screen = screen(app);
    for text in texts {
        assert!(!screen.contains(text), "«{text}» stands in\n{screen}");
    }
}

const NAMES: [&str; 11] =
    ["protected", "until", "money", "claims", "groups", "districts", "lapses", "mending", "since", "choices", "steps"];

#[test]
fn the_slides_are_those_that_were_looked_at() {
    let mut screens = Vec::new();
    for (lang, code, size) in [
        (Lang::En, "80x24-en", (80, 24)),
        (Lang::Id, "80x24-id", (80, 24)),
        (Lang::En, "160x45-en", (160, 45)),
        (Lang::Id, "160x45-id", (160, 45)),
        (Lang::En, "50x20-en", (50, 20)),
    ] {
        let mut app = meeting(lang, size);
        for name in NAMES {
            screens.push((format!("slide-{name}-{code}"), drawn(&app)));
            app.press("<right>");
        }
    }
    goldens(&screens);
}

#[test]
fn every_way_to_turn_a_slide_turns_it_and_the_ends_stay() {
    for on in ["<right>", " ", "<down>", "l", "j", "n", "<pgdn>", "<enter>"] {
        let mut app = slides("sorong-2024.json");
        app.press(on);
        shows(&app, &["Until when does the money last?", " 2 of 9 "]);
        for back in ["<left>", "<up>", "h", "k", "N", "<pgup>", "<backspace>"] {
            app.press(back);
            shows(&app, &["Who is protected?", " 1 of 9 "]);
            app.press(back);
            shows(&app, &[" 1 of 9 "]);
            app.press(on);
        }
    }
    let mut app = slides("sorong-2024.json");
    app.press("G");
    shows(&app, &["What can be done?", " 9 of 9 "]);
    app.press("<right>");
    shows(&app, &[" 9 of 9 "]);
    app.press("<home>");
    shows(&app, &[" 1 of 9 "]);
}

#[test]
fn leaving_leads_back_to_the_same_tab_filter_and_row() {
    for (before, after) in [
        ("jj", &["> Honorary staff", "1 Groups"][..]),
        ("4jjj", &["> Bertha Yumame"]),
        ("/status:grace<enter>4jj", &["status:grace", "386 of 17,640"]),
        ("4jj<enter>", &["3 of 17,640"]),
        ("3w100jt<enter>", &["WHAT IF", "100,000,000"]),
        ("f", &["Facets"]),
        ("5jjj<enter>", &["finding:nik-duplicate"]),
    ] {
        let mut app = Stage::of(roster("sorong-2024.json"), start(Lang::En), Pace::AtOnce, (80, 24));
        app.press(before);
        let was = screen(&app);
        app.press("P");
        assert_ne!(screen(&app), was);
        for leave in ["<esc>", "q"] {
            app.press("<right><right>a");
            app.press(leave);
            match leave {
                "<esc>" => {
                    assert_eq!(screen(&app), was, "after {before:?}");
                    shows(&app, after);
                    app.press("P");
                }
                // It takes all away that lies over the tab.
                _ => assert!(app.overlay().is_none() && screen(&app).contains("1 Groups"), "after {before:?}"),
            }
        }
    }
}

#[test]
fn before_an_audience_nothing_is_whole_and_behind_it_all_is_masked() {
    for (may, privacy, behind) in [
        (Capabilities::ALL, Privacy::Whole, Privacy::Masked),
        (Capabilities::ALL, Privacy::Masked, Privacy::Masked),
        (Capabilities::GUEST, Privacy::Locked, Privacy::Locked),
    ] {
        let start = Start { may, privacy, ..start(Lang::En) };
        let mut app = Stage::of(roster("sorong-2024.json"), start, Pace::AtOnce, (80, 24));
        app.press("4P");
        assert_eq!(app.privacy(), Privacy::Locked);
        hides(&app, &["REVEALED"]);
        app.press("<esc>");
        assert_eq!(app.privacy(), behind);
        app.press("P1");
        assert_eq!(app.privacy(), Privacy::Locked, "a key that shows a tab elsewhere shows none here");
    }
}

#[test]
fn no_key_but_those_of_the_slides_does_anything() {
    let mut app = slides("sorong-2024.json");
    let was = screen(&app);
    for key in "/:&efswDyYvVpPrSuRTxz12345=[]0".chars() {
        app.press(&key.to_string());
        assert_eq!(screen(&app), was, "{key}");
    }
    app.press("L");
    shows(&app, &["Siapa yang terlindungi?", "1 dari 9"]);
}

#[test]
fn a_slide_without_data_is_left_out_and_the_count_says_so() {
    let worker = json!({"name": "Ani", "occupation": "nelayan", "status": "active", "enrolled_on": "2024-03-01"});
    let mut document = crate::support::document(json!([worker]));
    document["program"]["budget"] = json!("1000000000");
    let mut app = Stage::of(crate::support::roster(document.to_string()), start(Lang::En), Pace::AtOnce, (80, 24));
    app.press("P");
    let mut asked = Vec::new();
    for _ in 0..12 {
        asked.push(screen(&app).lines().nth(2).unwrap().trim().to_owned());
        app.press("<right>");
    }
    asked.dedup();
    assert!(!asked.iter().any(|question| question.contains("received") || question.contains("since")), "{asked:?}");
    shows(&app, &[&format!(" {0} of {0} ", asked.len())]);
}

#[test]
fn they_follow_each_other_by_themselves_until_somebody_pauses() {
    let mut app = slides("sorong-2024.json");
    assert_eq!(app.beats(), None, "nobody is woken who counts nothing");
    app.press("a");
    assert!(app.beats().is_some());
    shows(&app, &[" 1 of 9  20 s ", "a pause", "+ - seconds"]);
    let beat = |app: &mut Stage, times: usize| (0..times).for_each(|_| drop(app.update(Msg::Beat)));
    beat(&mut app, 19);
    shows(&app, &[" 1 of 9  1 s "]);
    beat(&mut app, 1);
    shows(&app, &[" 2 of 9  20 s ", "Until when"]);
    beat(&mut app, 7);
    app.press("<left>");
    shows(&app, &[" 1 of 9  20 s "]);
    app.press("+");
    shows(&app, &[" 25 s "]);
    app.press("-----------");
    shows(&app, &[" 3 s "]);
    app.press("G");
    beat(&mut app, 3);
    shows(&app, &[" 1 of 9  3 s "]);
    app.press("a");
    assert_eq!(app.beats(), None);
    beat(&mut app, 50);
    shows(&app, &[" 1 of 9 ", "a play"]);
    app.press("a<esc>");
    assert_eq!(app.beats(), None, "behind them nothing follows");
}

#[test]
fn a_filter_that_looks_for_a_person_is_not_shown_to_an_audience() {
    for filter in ["agustina", "nik:9671", "name:siti", "-id:W000001", "born:1981", "(status:active or kpj:12)"] {
        let filter_of = Start { filter: Some(filter.to_owned()), ..start(Lang::En) };
        let mut app = Stage::of(roster("sorong-2024.json"), filter_of, Pace::AtOnce, (80, 24));
        app.press("P");
        shows(&app, &["Filter  by names or numbers of persons"]);
        hides(&app, &[filter]);
    }
    for filter in ["status:active", "group:nelayan", "age>=60", "district:none", "nik:none"] {
        let filter_of = Start { filter: Some(filter.to_owned()), ..start(Lang::En) };
        let mut app = Stage::of(roster("sorong-2024.json"), filter_of, Pace::AtOnce, (80, 24));
        app.press("P");
        shows(&app, &[&format!("Filter  {filter}")]);
    }
}

#[test]
fn a_number_in_the_notes_is_masked() {
    for number in ["9671004203810001", "9671-0042-0381-0001", "9671 0042 0381 0001", "96.71.00.420381.0001"] {
        let notes = format!("- Dukcapil: cek NIK {number}, hp 0812-3456-7890; 1\n- X: KPJ 24-01234567-8 kini\n");
        let notes = Notes::read(&notes).unwrap();
        let mut app = Stage::of(roster("small-city.json"), Start { notes, ..start(Lang::En) }, Pace::AtOnce, (80, 24));
        app.press("PG");
        shows(&app, &["What is next?", "************0001"]);
        hides(&app, &[number, "0812-3456-7890", "24-01234567-8"]);
    }
}

#[test]
fn a_slide_of_everybody_says_so_whole_beside_any_filter() {
    let long = "group:nelayan,tukang_ojek age:30..49 district:manoi";
    for (lang, said) in [(Lang::En, "this slide: everybody"), (Lang::Id, "layar ini: semua pekerja")] {
        for size in [(160, 45), (120, 40), (80, 24), (50, 20), (40, 12)] {
            // Groups and districts are compared with each other, whichever of them are picked.
            for (filter, which) in [(long, 1), ("group:nelayan", 4), ("district:manoi", 4)] {
                let mut app = Stage::of(roster("sorong-2024.json"), start(lang), Pace::AtOnce, size);
                app.press(&format!("/{filter}<enter>P"));
                assert!(!screen(&app).contains(said), "who is protected is of the filter");
                (0..which).for_each(|_| drop(app.press("<right>")));
                assert!(screen(&app).contains(said), "{filter} at {size:?}\n{}", screen(&app));
            }
        }
    }
    // Of the districts of one group the figures are its own.
    let mut app = slides("sorong-2024.json");
    app.press("<esc>/group:nelayan<enter>P<right><right><right><right><right>");
    shows(&app, &["Which districts are behind?"]);
    hides(&app, &["this slide: everybody"]);
}

#[test]
fn the_keys_of_the_slides_are_told_where_they_are_asked_for() {
    let mut app = slides("sorong-2024.json");
    app.press("<esc>/group:nelayan,tukang_ojek age:30..49<enter>P<right>");
    hides(&app, &["← → space slides"]);
    let was = screen(&app);
    app.press("?");
    shows(&app, &["2 of ", "← → space slides", "a play", "esc back", "? help", "L language"]);
    hides(&app, &["Filter"]);
    app.press("?");
    assert_eq!(screen(&app), was, "and are taken away again");
    app.key(crossterm::event::KeyCode::F(1), crossterm::event::KeyModifiers::NONE);
    shows(&app, &["← → space slides"]);
    app.press("<right>");
    shows(&app, &["3 of ", "Filter"]);
    hides(&app, &["← → space slides"]);
}

#[test]
fn more_steps_than_a_slide_holds_take_several_and_none_is_lost() {
    let text: String =
        (1..=40).map(|at| format!("- Office {at}: do the thing number {at} as it was agreed; {at}\n")).collect();
    for size in [(80, 24), (50, 20), (160, 45), (40, 10)] {
        let start = Start { notes: Notes::read(&text).unwrap(), ..start(Lang::En) };
        let mut app = Stage::of(roster("small-city.json"), start, Pace::AtOnce, size);
        app.press("P");
        let mut told = String::new();
        for _ in 0..80 {
            told += &screen(&app);
            app.press("<right>");
        }
        for at in 1..=40 {
            assert!(
                told.contains(&format!("Office {at} ")) || told.contains(&format!("Office {at}\n")),
                "{at} at {size:?}"
            );
        }
    }
}

#[test]
fn a_newer_reading_leaves_the_slide_in_front_and_its_figures_follow() {
    let again = Start { again: true, ..start(Lang::En) };
    let mut app = Stage::of(roster("small-city.json"), again, Pace::Late, (80, 24));
    app.press("P");
    app.deliver();
    app.press("<right>");
    let was = screen(&app);
    app.readings.push_back(Ok(roster("small-city-may.json")));
    app.update(Msg::Changed);
    app.deliver();
    shows(&app, &["Until when does the money last?", "31 May 2024"]);
    assert_ne!(screen(&app), was);
    // One that cannot be read is told by the mark alone: what is shown is whole.
    app.readings.push_back(Err("roster.json:1:1: broken".to_owned()));
    app.update(Msg::Changed);
    app.deliver();
    shows(&app, &["OLD DATA"]);
    hides(&app, &["broken"]);
}

#[test]
fn the_scenario_stands_on_its_own_slide_and_marks_no_other() {
    let mut app = meeting(Lang::En, (80, 24));
    hides(&app, &["WHAT IF"]);
    app.press("GGh");
    shows(&app, &["What would this change?", "WHAT IF", "450,000,000"]);
    app.press("<esc>3");
    shows(&app, &["WHAT IF"]);
}

#[test]
fn the_command_line_begins_with_slides_and_says_what_is_wrong_with_the_notes() {
    let (_folder, steps) = file("steps.md", "# nothing\n\nto do\n");
    for (args, code, told) in [
        (vec!["present", "--notes", &steps], 3, "no step; write a Markdown list"),
        (vec!["present", "--notes", &fixture("sorong-2024.json")], 3, "no step; write a Markdown list"),
        (vec!["present", "--notes", &fixture("small-city.json")], 3, "no step; write a Markdown list"),
        (vec!["present", "--notes", "/nowhere/steps.md"], 3, "no such file"),
        (vec!["present", "--autoplay", "2"], 2, "a whole number from 3 to 600"),
        (vec!["present"], 2, "terminal"),
        (vec!["present", "--demo", "x.json"], 2, "--demo"),
    ] {
        let done = lindungi(&args).env("TERM", "xterm").run();
        assert_eq!(done.code, code, "{args:?}: {}", done.err);
        assert!(done.err.contains(told), "{args:?}: {}", done.err);
    }
}

#[test]
fn in_a_terminal_they_follow_each_other_and_leave_to_the_dashboard() {
    let (_folder, steps) = file("steps.md", STEPS);
    let mut terminal = Terminal::start(&["present", &fixture("small-city.json"), "--autoplay", "3", "--notes", &steps]);
    terminal.wait_for("Who is protected?");
    terminal.wait_for("Until when does the money last?");
    terminal.keys("a");
    terminal.wait_for("a play");
    terminal.keys("G");
    terminal.wait_for("Dukcapil");
    terminal.keys("\u{1b}");
    terminal.wait_for("1 Groups");
    terminal.leave();
}

#[test]
fn a_slide_is_pictured_by_its_number_and_tells_where_there_is_none() {
    let city = fixture("small-city.json");
    let of = |args: &[&str]| lindungi(&[&["snapshot", &city, "--size", "80x24"], args].concat()).run();
    let second = of(&["--tab", "slide:2"]);
    assert_eq!((second.code, second.err.as_str()), (0, ""));
    assert!(second.out.contains("Until when does the money last?"), "{}", second.out);
    let also = of(&["--tab", "layar:2", "--lang", "id"]);
    assert!(also.out.contains("Sampai kapan dana cukup?"), "{}", also.out);
    let svg = of(&["--tab", "slide:1", "--format", "svg"]).out;
    assert!(svg.contains("<title") && svg.contains("Who is protected?: "), "{}", &svg[..400]);
    for (tab, told) in
        [("slide:0", "slide:1 and so on"), ("slide:99", "there is no slide 99; with what is known there are")]
    {
        let done = of(&["--tab", tab]);
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{tab}");
        assert!(done.err.contains(told), "{}", done.err);
    }
    // Neither the picture nor what is said of it names whom its filter looks for.
    let of_one = of(&["--tab", "slide:1", "--filter", "yosina", "--format", "svg"]);
    assert_eq!(of_one.code, 0, "{}", of_one.err);
    assert!(!of_one.out.to_lowercase().contains("yosina"), "{}", of_one.out);
    let (_folder, steps) = file("steps.md", STEPS);
    let many = of(&["--tab", "slide:99", "--notes", &steps]).err;
    let last = many.trim().rsplit(' ').next().unwrap().to_owned();
    let last = of(&["--tab", &format!("slide:{last}"), "--notes", &steps]);
    assert!(last.out.contains("What is next?"), "{}{}", last.out, last.err);
}

/// A slide as text, of a fixture.
fn pictured(name: &str, args: &[&str]) -> String {
    let done = lindungi(&[&["snapshot", &fixture(name), "--size", "80x24"], args].concat()).run();
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{name} {args:?}");
    done.out
}

#[test]
fn what_large_letters_cannot_say_stands_in_words_and_never_in_part() {
    let until = pictured("defects/budget-28-nines.json", &["--tab", "slide:2"]);
    assert!(until.contains("more than 28 digits") && !until.contains("██"), "{until}");
    let money = pictured("defects/budget-28-nines.json", &["--tab", "slide:3"]);
    assert!(money.contains("budget exceeded by far") && !money.contains("rupiah left"), "{money}");
}

#[test]
fn under_a_filter_of_groups_every_group_keeps_its_own_figures() {
    let groups = pictured("sorong-2024.json", &["--tab", "slide:5", "--filter", "group:nelayan"]);
    assert!(groups.contains("48.3%") || groups.contains("386 of 800 active"), "{groups}");
    assert!(groups.contains("5,480") && !groups.contains(" 0.0%"), "{groups}");
    let who = pictured("sorong-2024.json", &["--tab", "slide:1", "--filter", "group:nelayan"]);
    assert!(who.contains("of the 1,500 workers who are to be protected among these: 64.5%"), "{who}");
    assert!(!who.contains("Furthest behind"), "{who}");
    let money = pictured("sorong-2024.json", &["--tab", "slide:3", "--filter", "group:nelayan"]);
    assert!(money.contains("group:nelayan · this slide: everybody"), "{money}");
}

#[test]
fn what_changed_is_a_slide_of_its_place_as_soon_as_it_is_known() {
    let since = ["--since", &fixture("small-city-may.json")].map(str::to_owned);
    let all: Vec<String> = (1..=9)
        .map(|at| pictured("small-city.json", &["--tab", &format!("slide:{at}"), &since[0], &since[1]]))
        .collect();
    let places: Vec<usize> = (0..9).filter(|at| all[*at].contains("What changed since 31 May 2024?")).collect();
    assert_eq!(places.len(), 1, "{all:#?}");
    for (at, slide) in all.iter().enumerate() {
        assert!(slide.contains(&format!("\n {} of ", at + 1)), "{slide}");
    }
}

#[test]
fn a_payment_that_names_no_workers_says_nothing_of_schemes_and_many_months_leave_the_figure_large() {
    let payment = |month: u32, workers: bool| {
        let mut one =
            json!({"month": format!("2024-{month:02}"), "amount": "16800", "paid_on": format!("2024-{month:02}-10")});
        if workers {
            one["workers"] = json!(1);
        }
        one
    };
    let worker = json!({"name": "Ani", "occupation": "nelayan", "status": "active", "enrolled_on": "2024-01-01"});
    let of = |payments: Vec<serde_json::Value>| {
        let mut document = crate::support::document(json!([worker]));
        document["program"]["budget"] = json!("1000000000");
        document["payments"] = json!(payments);
        let (_folder, path) = file("roster.json", document.to_string());
        lindungi(&["snapshot", &path, "--size", "80x24", "--tab", "slide:3"]).run().out
    };
    let unsaid = of(vec![payment(1, true), payment(2, false)]);
    let row = |name: &str| unsaid.lines().find(|line| line.trim_start().starts_with(name)).unwrap().to_owned();
    assert!(row("Jan").contains("10,000"), "{unsaid}");
    assert!(row("Feb").contains('–') && row("All").contains('–') && row("All").contains("33,600"), "{unsaid}");
    let many = of((1..=8).map(|month| payment(month, true)).collect());
    assert!(many.contains("██") && many.contains("earlier month"), "{many}");
}

/// What a slide says between its title and its keys.
fn said(app: &Stage) -> Vec<String> {
    let screen = screen(app);
    let lines: Vec<&str> = screen.lines().collect();
    lines[1..lines.len() - 1].iter().map(|line| line.trim().to_owned()).collect()
}

/// Its words, and its numbers with sign, separators and percent: as they stand between spaces, but for what ends a
/// sentence or a clause.
fn words(lines: &[String]) -> Vec<String> {
    let ends = |c: char| ".,;:?()".contains(c);
    let words = lines.iter().flat_map(|line| line.split(' '));
    words
        .map(|word| word.trim_matches(ends).to_owned())
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect()
}

#[test]
fn on_a_small_screen_no_number_no_date_and_no_word_of_a_slide_is_cut() {
    for lang in [Lang::En, Lang::Id] {
        // Large digits are no text: on a low screen the figure stands in letters, and a wide one cuts nothing.
        let mut whole: Vec<String> = Vec::new();
        for size in [(160, 45), (160, 11), (250, 60)] {
            let mut app = meeting(lang, size);
            for _ in 0..20 {
                whole.extend(words(&said(&app)));
                app.press("<right>");
            }
        }
        for size in [(40, 10), (45, 16), (50, 20), (60, 20), (80, 24)] {
            let mut app = meeting(lang, size);
            for _ in 0..20 {
                let lines = said(&app);
                let screen = screen(&app);
                for line in lines.iter().filter(|line| !line.is_empty()) {
                    let drawn = line.contains(|c: char| c.is_alphanumeric() || "█▒│▼".contains(c));
                    assert!(drawn, "a line of punctuation alone, {line:?}, at {size:?} in\n{screen}");
                }
                // How many rows and columns are out of sight stands on no larger screen; a name may be cut, and says so.
                let counted = |line: &&String| {
                    line.starts_with('▼') || line.contains("earlier month") || line.contains("bulan sebelumnya")
                };
                let shown: Vec<String> = lines.iter().filter(|line| !counted(line)).cloned().collect();
                for word in words(&shown).iter().filter(|word| !word.ends_with('›') && !word.contains('…')) {
                    assert!(whole.contains(word), "«{word}» is no whole word, at {size:?} in\n{screen}");
                }
                app.press("<right>");
            }
        }
    }
}

#[test]
fn what_has_no_room_on_a_slide_is_counted_or_marked() {
    let mut app = meeting(Lang::Id, (40, 10));
    app.press("<right><right><right>");
    shows(&app, &["diterima?                            ▼", "1›", "▼ 2 lagi"]);
    hides(&app, &["Iuran yang dibayar"]);
    let mut app = meeting(Lang::Id, (80, 24));
    app.press("<right><right><right>");
    hides(&app, &["▼"]);
}

#[test]
fn whose_protection_ends_stands_in_large_digits_in_both_languages_and_a_zero_is_one() {
    for lang in [Lang::En, Lang::Id] {
        let mut app = meeting(lang, (80, 24));
        app.press("<right><right><right><right><right><right>");
        shows(&app, &["██████  ██████  ██████"]);
        let unknown = screen(&{
            let mut app = meeting(lang, (160, 45));
            app.press("<right><right><right><right><right><right>");
            app
        });
        let row = unknown.lines().find(|line| line.contains("tak diketahui") || line.contains("unknown")).unwrap();
        let cells: Vec<&str> = row.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
        assert_eq!(cells[1..], ["0", "0", "1", "1"], "{unknown}");
    }
}
