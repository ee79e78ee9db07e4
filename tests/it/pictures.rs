//! Pictures of the screen, by `snapshot` and by `:picture`: each form says what the screen says, cell by cell, to the eye
//! and to whoever cannot see it; asks for nothing from anywhere; and lies in a file as it should. `LINDUNGI_BLESS=1 cargo
//! test` writes the goldens anew; look at each before it is accepted.

use crate::screens::{app, roster};
use crate::stage::{Pace, Stage, drawn, lines, start};
use crate::support::{assert_clean, document, file, fixture, fixture_text, home, lindungi};
use crate::terminal::{Terminal, some};
use crossterm::event::KeyCode;
use flate2::Crc;
use flate2::read::ZlibDecoder;
use lindungi::capabilities::{Capabilities, Capability};
use lindungi::disk::MaxSize;
use lindungi::lang::Lang;
use lindungi::load::How;
use lindungi::tui::keymap::Key;
use lindungi::tui::msg::{Effect, Msg, PictureJob, Request};
use lindungi::tui::paint::ansi::ansi;
use lindungi::tui::state::app::Start;
use lindungi::tui::still;
use lindungi::tui::tab::Tab;
use lindungi::tui::work::Hands;
use quick_xml::Reader;
use quick_xml::events::Event;
use ratatui::style::{Color, Modifier};
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

const ENDINGS: [&str; 5] = ["svg", "png", "html", "ans", "txt"];
const TABS: [&str; 5] = ["groups", "enrollment", "budget", "workers", "checks"];

/// Has a picture written to a file of that name in a folder.
#[track_caller]
fn snap(folder: &Path, name: &str, args: &[&str]) -> Vec<u8> {
    let path = folder.join(name);
    let done = lindungi(&[&["snapshot"], args, &["-o", path.to_str().unwrap()]].concat()).run();
    assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (0, "", ""), "{args:?}");
    fs::read(path).unwrap()
}

/// Has a picture written to standard output, as text.
#[track_caller]
fn out(args: &[&str]) -> String {
    let done = lindungi(&[&["snapshot"], args].concat()).run();
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{args:?}");
    done.out
}

#[test]
fn pictures_are_those_that_were_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let goldens = home().join("tests/it/pictures");
    let mut differing = Vec::new();
    for (lang, tab) in [("en", "budget"), ("id", "kepesertaan")] {
        for ending in ENDINGS {
            let name = format!("{tab}-{lang}.{ending}");
            let city = fixture("small-city.json");
            // Pixels are many, and nobody reads them in a diff.
            let size = if ending == "png" { "40x12" } else { "60x24" };
            let found = snap(folder.path(), &name, &[&city, "--tab", tab, "--size", size, "--lang", lang]);
            if std::env::var_os("LINDUNGI_BLESS").is_some() {
                fs::create_dir_all(&goldens).unwrap();
                fs::write(goldens.join(&name), &found).unwrap();
            }
            if fs::read(goldens.join(&name)).unwrap_or_default() != found {
                differing.push(name);
            }
        }
    }
    // Those of the README are made by the commands that it names.
    for (name, place, size) in [("readme-budget.svg", "budget", "120x40"), ("readme-slide-2.svg", "slide:2", "80x24")] {
        let found = snap(folder.path(), name, &["--demo", "--tab", place, "--size", size, "--lang", "en"]);
        if std::env::var_os("LINDUNGI_BLESS").is_some() {
            fs::write(goldens.join(name), &found).unwrap();
        }
        if fs::read(goldens.join(name)).unwrap_or_default() != found {
            differing.push(name.to_owned());
        }
    }
    assert!(differing.is_empty(), "these differ: {}", differing.join(", "));
}

/// What the dashboard shows first of this tab.
fn began(lang: Lang, tab: Tab, filter: Option<&str>, size: (u16, u16)) -> Stage {
    let start = Start { tab: Some(tab), filter: filter.map(str::to_owned), ..start(lang) };
    Stage::of(roster("small-city.json"), start, Pace::AtOnce, size)
}

/// The screen that nobody sits at is the one that somebody would see.
#[test]
fn a_picture_is_what_the_dashboard_shows() {
    let city = fixture("small-city.json");
    for (lang, code) in [(Lang::En, "en"), (Lang::Id, "id")] {
        for (place, tab) in TABS.iter().enumerate() {
            let shown = lines(&drawn(&began(lang, Tab::ALL[place], None, (80, 24))));
            assert_eq!(out(&[&city, "--tab", tab, "--size", "80x24", "--lang", code]), shown, "{tab}");
            let number = (place + 1).to_string();
            assert_eq!(out(&[&city, "--tab", &number, "--size", "80×24", "--lang", code]), shown, "{tab}");
        }
        for (word, tab) in ["kelompok", "Kepesertaan", "ANGGARAN", "pekerja", "pemeriksaan"].into_iter().zip(TABS) {
            assert_eq!(out(&[&city, "--tab", word, "--lang", code]), out(&[&city, "--tab", tab, "--lang", code]));
        }
    }
    let app = began(Lang::En, Tab::Workers, Some("group:nelayan"), (100, 30));
    let filtered = out(&[&city, "--tab", "workers", "--filter", "group:nelayan", "--size", "100x30"]);
    assert_eq!(filtered, lines(&drawn(&app)));
    let compared = out(&[&city, "--since", &fixture("small-city-may.json"), "--size", "120x40"]);
    assert!(compared.contains("since 31 May"), "{compared}");
}

#[test]
fn the_same_roster_gives_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let city = fixture("small-city.json");
    for ending in ENDINGS {
        let one = snap(folder.path(), &format!("one.{ending}"), &[&city, "--tab", "2"]);
        let other = snap(folder.path(), &format!("other.{ending}"), &[&city, "--tab", "2"]);
        assert!(one == other && !one.is_empty(), "{ending}");
    }
    for format in ["svg", "html", "ansi", "txt"] {
        let path = folder.path().join("odd");
        let written = ["--format", format, "--force", "-o", path.to_str().unwrap()];
        lindungi(&[&["snapshot", &city][..], &written].concat()).run();
        let told = out(&[&city, "--format", format]);
        assert_eq!(told.as_bytes(), fs::read(&path).unwrap(), "{format}: a file holds what standard output says");
    }
    assert_eq!(out(&[&city]), out(&[&city, "--format", "txt", "--size", "120x40", "--tab", "groups"]), "by itself");
}

/// The text of each element of an XML document.
fn elements(text: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<(String, String)> = Vec::new();
    let mut found = Vec::new();
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(start) => {
                open.push((start.name().as_ref().to_owned(), String::new()));
            }
            Event::End(_) => found.push(open.pop().expect("it was opened")),
            Event::Text(text) => {
                if let Some((_, own)) = open.last_mut() {
                    own.push_str(&text);
                }
            }
            Event::GeneralRef(named) => {
                let sign = match named.as_ref() {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    other => panic!("&{other};"),
                };
                open.last_mut().unwrap().1.push_str(sign);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "every element is closed");
    found
}

#[test]
fn an_svg_is_xml_and_says_what_it_is_of() {
    for (lang, tab, title, filter) in
        [("en", "budget", "Budget: ", "Filter: none"), ("id", "budget", "Anggaran: ", "Filter: tidak ada")]
    {
        let svg = out(&[&fixture("small-city.json"), "--tab", tab, "--format", "svg", "--lang", lang]);
        assert_clean(&svg);
        let found: BTreeMap<String, String> = elements(&svg).into_iter().collect();
        assert!(found["title"].starts_with(title) && found["title"].contains("2024"), "{}", found["title"]);
        assert!(found["desc"].contains(filter), "{}", found["desc"]);
        assert!(svg.starts_with("<svg ") && svg.contains("role=\"img\"") && svg.contains(&format!("lang=\"{lang}\"")));
        let asks = svg.replace("http://www.w3.org/2000/svg", "");
        for word in ["http", "href", "url(", "@import", "<script", "<image"] {
            assert!(!asks.contains(word), "{word}");
        }
    }
    let mut city = document(json!([]));
    city["program"]["name"] = json!("<b>&amp; \"x\" 'y'</b> \u{1}");
    let (_folder, path) = file("odd.json", city.to_string());
    for format in ["svg", "html"] {
        let picture = out(&[&path, "--format", format, "--filter", "name:\"<i>\""]);
        assert!(!picture.contains("<b>") && !picture.contains("<i>\""), "{picture}");
        assert!(format == "html" || !elements(&picture).is_empty());
    }
}

/// The words of a page, line by line, without its tags.
fn words(page: &str) -> String {
    let (_, rest) = page.split_once("<pre>").unwrap();
    let (mut text, mut tag) = (String::new(), false);
    for c in rest.split_once("</pre>").unwrap().0.chars() {
        match c {
            '<' => tag = true,
            '>' if tag => tag = false,
            c if !tag => text.push(c),
            _ => {}
        }
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    text.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

#[test]
fn a_page_holds_the_words_of_the_screen_and_asks_for_nothing() {
    for (lang, tab) in ["en", "id"].into_iter().flat_map(|lang| TABS.map(|tab| (lang, tab))) {
        let args = [&fixture("small-city.json"), "--tab", tab, "--lang", lang];
        let page = out(&[&args[..], &["--format", "html"]].concat());
        assert_clean(&page);
        assert_eq!(words(&page), out(&args), "{tab}");
        assert!(page.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{lang}\">")));
        assert!(page.contains("<title>") && page.contains("prefers-color-scheme:dark"));
        assert_eq!(page.matches("<span").count(), page.matches("</span>").count());
        for word in ["http", "src=", "href", "url(", "@import", "<script", "<link", "<img"] {
            assert!(!page.contains(word), "{tab} holds {word}");
        }
        // Whatever may come from another font stands in a box of its own.
        let pre = page.split_once("<pre>").unwrap().1;
        let bare: String =
            pre.split("<span").map(|part| part.split_once("</span>").map_or(part, |(_, bare)| bare)).collect();
        assert!(bare.split("</pre>").next().unwrap().is_ascii(), "{tab}");
    }
}

#[test]
fn a_terminal_shows_of_ansi_the_very_cells_of_the_screen() {
    let color = |color| match color {
        Color::Reset => vt100::Color::Default,
        Color::Red => vt100::Color::Idx(1),
        Color::Green => vt100::Color::Idx(2),
        Color::Yellow => vt100::Color::Idx(3),
        Color::Cyan => vt100::Color::Idx(6),
        other => panic!("{other:?} is none of ours"),
    };
    for (lang, keys) in
        [Lang::En, Lang::Id].into_iter().flat_map(|lang| ["1", "2", "3", "4", "5"].map(|key| (lang, key)))
    {
        let mut app = app("small-city.json", lang, 100, 30);
        app.press(keys);
        let cells = drawn(&app);
        let text = ansi(&cells);
        assert!(text.lines().all(|line| !line.contains('\u{1b}') || line.ends_with("\u{1b}[0m") || {
            // What follows the last look is plain.
            line.rsplit_once("\u{1b}[0m").is_some_and(|(_, rest)| !rest.contains('\u{1b}') && !rest.ends_with(' '))
        }));
        let codes = text.split('\u{1b}').skip(1).map(|code| code.split_once('m').unwrap().0);
        assert!(
            codes.clone().all(|code| code.trim_matches(['[', ';']).split(';').all(|own| own.parse::<u8>().is_ok()))
        );
        let mut terminal = vt100::Parser::new(some(31), some(100), 0);
        terminal.process(text.replace('\n', "\r\n").as_bytes());
        for (place, own) in cells.content.iter().enumerate() {
            let (row, column) = ((place / 100) as u16, (place % 100) as u16);
            let seen = terminal.screen().cell(row, column).unwrap();
            let is = |modifier| own.modifier.contains(modifier);
            let at = format!("tab {keys}, row {row}, column {column}");
            assert_eq!(seen.contents().trim(), own.symbol().trim(), "{at}");
            if own.symbol() == " " && !is(Modifier::REVERSED) && !is(Modifier::UNDERLINED) {
                continue;
            }
            assert_eq!(seen.fgcolor(), color(own.fg), "{at}");
            let looks = [seen.bold(), seen.dim(), seen.underline(), seen.inverse()];
            let own = [Modifier::BOLD, Modifier::DIM, Modifier::UNDERLINED, Modifier::REVERSED].map(is);
            assert_eq!(looks, own, "{at}");
        }
    }
}

/// Width, height, the texts by their keywords, and the pixels of a PNG.
fn unpacked(png: &[u8]) -> (usize, usize, BTreeMap<String, String>, Vec<[u8; 3]>) {
    let mut rest = png.strip_prefix(b"\x89PNG\r\n\x1a\n").expect("a PNG");
    let (mut size, mut texts, mut packed, mut last) = ((0, 0), BTreeMap::new(), Vec::new(), Vec::new());
    let number = |bytes: &[u8]| u32::from_be_bytes(bytes.try_into().unwrap()) as usize;
    while !rest.is_empty() {
        let (length, behind) = rest.split_at(4);
        let (chunk, behind) = behind.split_at(4 + number(length));
        let (sum, behind) = behind.split_at(4);
        let mut own = Crc::new();
        own.update(chunk);
        assert_eq!(own.sum() as usize, number(sum), "the sum of a chunk");
        let (name, data) = chunk.split_at(4);
        match name {
            b"IHDR" => {
                size = (number(&data[..4]), number(&data[4..8]));
                assert_eq!(data[8..], [8, 2, 0, 0, 0]);
            }
            b"iTXt" => {
                let text = String::from_utf8(data.to_vec()).unwrap();
                let parts: Vec<&str> = text.split('\0').collect();
                texts.insert(parts[0].to_owned(), parts.last().unwrap().to_string());
            }
            b"IDAT" => packed.extend_from_slice(data),
            _ => {}
        }
        (last, rest) = (name.to_vec(), behind);
    }
    assert_eq!(last, b"IEND");
    let mut raw = Vec::new();
    ZlibDecoder::new(&packed[..]).read_to_end(&mut raw).unwrap();
    let rows = raw.chunks(size.0 * 3 + 1);
    assert_eq!(rows.len(), size.1);
    let pixels = rows.flat_map(|row| {
        assert_eq!(row[0], 0, "no filter of lines");
        row[1..].chunks(3).map(|own| own.try_into().unwrap()).collect::<Vec<[u8; 3]>>()
    });
    (size.0, size.1, texts, pixels.collect())
}

/// The ground of pictures, and the green of what is reached.
const GROUND: [u8; 3] = [0x16, 0x17, 0x1d];
const GREEN: [u8; 3] = [0x6a, 0xae, 0x5e];

#[test]
fn a_png_has_two_pixels_for_each_unit_of_the_svg_and_says_what_it_is_of() {
    let folder = tempfile::tempdir().unwrap();
    let city = fixture("small-city.json");
    for (size, columns, rows) in [("40x10", 40, 10), ("80x24", 80, 24), ("200x50", 200, 50)] {
        let png = snap(folder.path(), &format!("{size}.png"), &[&city, "--size", size]);
        let (width, height, texts, pixels) = unpacked(&png);
        assert_eq!((width, height), (2 * (columns * 8 + 24), 2 * (rows * 16 + 24)), "{size}");
        assert!(texts["Title"].starts_with("Groups: ") && texts["Description"].contains("Filter: none"), "{texts:?}");
        assert_eq!(pixels[0], GROUND, "a corner");
        assert!(pixels.contains(&GREEN), "a bar");
    }
    let plain = snap(folder.path(), "plain.png", &[&city, "--color", "never"]);
    assert!(!unpacked(&plain).3.contains(&GREEN), "without colours");
}

/// Letters that the font has not, and letters that are twice as wide.
#[test]
fn a_name_of_another_script_moves_nothing_beside_it() {
    let worker = |name: &str| {
        json!({"id": "W1", "name": name, "sex": "F", "birth_date": "1981-03-02", "occupation": "nelayan",
               "district": "Remu", "status": "active", "enrolled_on": "2024-03-01"})
    };
    let picture = |name: &str, ending: &str| {
        let (folder, path) = file("city.json", document(json!([worker(name)])).to_string());
        snap(folder.path(), &format!("a.{ending}"), &[&path, "--tab", "workers", "--size", "100x20"])
    };
    let [latin, han] = ["Ani Osok", "张伟 你好 Ωμ"].map(|name| String::from_utf8(picture(name, "txt")).unwrap());
    let line = |text: &str| text.lines().find(|line| line.contains("Remu")).unwrap().to_owned();
    let before = |text: &str| line(text).split("Remu").next().unwrap().to_owned();
    assert_eq!(lindungi::lang::measure::width(&before(&han)), lindungi::lang::measure::width(&before(&latin)));
    let [latin, han] = ["Ani Osok", "张伟 你好 Ωμ"].map(|name| unpacked(&picture(name, "png")));
    assert_eq!((latin.0, latin.1), (han.0, han.1));
    let differing = |columns: std::ops::Range<usize>| {
        let place = |place: usize| (place % latin.0).checked_sub(24).map(|x| x / 16);
        (0..latin.3.len()).any(|own| place(own).is_some_and(|own| columns.contains(&own)) && latin.3[own] != han.3[own])
    };
    assert!(differing(3..18), "the name is another");
    assert!(!differing(30..100), "what stands beside it is the same");
}

#[test]
fn a_number_of_a_person_is_in_a_picture_only_where_it_is_revealed() {
    let city = fixture("small-city.json");
    let known: serde_json::Value = serde_json::from_str(&fixture_text("small-city.json")).unwrap();
    let niks: Vec<&str> = known["workers"].as_array().unwrap().iter().filter_map(|own| own["nik"].as_str()).collect();
    assert!(niks.len() > 50);
    for format in ["svg", "html", "ansi", "txt"] {
        let args = [&city, "--tab", "workers", "--size", "200x90", "--format", format];
        let holds = |text: &str| niks.iter().filter(|nik| text.contains(**nik)).count();
        assert_eq!(holds(&out(&args)), 0, "{format}");
        assert!(holds(&out(&[&args[..], &["--reveal"]].concat())) > 50, "{format}");
    }
    // Who looks for somebody's number shows it with the filter.
    for (lang, said) in [("en", "a picture goes from hand to hand"), ("id", "gambar berpindah tangan")] {
        let args = ["snapshot", &city, "--filter", "nik:9671004203810001", "--lang", lang];
        let done = lindungi(&args).run();
        assert_eq!((done.code, done.out.as_str()), (2, ""));
        assert!(done.err.contains(said) && !done.err.contains("96710042"), "{}", done.err);
        assert_eq!(lindungi(&[&args[..], &["--reveal"]].concat()).run().code, 0);
    }
}

#[test]
fn a_saved_view_brings_its_tab_and_its_order() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("lindungi")).unwrap();
    let views = json!({"schema": "lindungi/views/1", "views": [{"name": "tua", "filter": "age>=50", "sort": "-age", "tab": 4}]});
    fs::write(folder.path().join("lindungi/views.json"), views.to_string()).unwrap();
    let config = folder.path().to_str().unwrap();
    let city = fixture("small-city.json");
    let run = |args: &[&str]| {
        let args = [&["snapshot", &city, "--view", "tua", "--size", "100x30"], args].concat();
        let done = lindungi(&args).env("XDG_CONFIG_HOME", config).env("HOME", config).run();
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{args:?}");
        done.out
    };
    let viewed = run(&[]);
    assert!(viewed.contains("age>=50") && viewed.contains("Age ↓"), "{viewed}");
    assert_eq!(run(&["--tab", "4"]), viewed);
    let budget = run(&["--tab", "budget"]);
    assert!(budget.contains("age>=50") && budget.contains("Left pays for") && !budget.contains("Age ↓"), "{budget}");
}

#[test]
fn what_cannot_be_pictured_is_told_in_either_language() {
    let folder = tempfile::tempdir().unwrap();
    let inside = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::copy(fixture("small-city.json"), inside("own.svg")).unwrap();
    fs::write(inside("there.svg"), "old").unwrap();
    let city = fixture("small-city.json");
    let cases: [(&[&str], i32, &str, &str); 17] = [
        (&["--size", "39x10"], 2, "from 40x10 to 500x200, such as 120x40, not 39x10", "dari 40x10 sampai 500x200"),
        (&["--size", "40x9"], 2, "not 40x9", "bukan 40x9"),
        (&["--size", "501x200"], 2, "not 501x200", "bukan 501x200"),
        (&["--size", "80"], 2, "not 80", "bukan 80"),
        (&["--size", "99999999999x0"], 2, "--size", "--size"),
        (&["--tab", "budgett"], 2, "did you mean budget?", "yang ada: kelompok, kepesertaan, anggaran"),
        (
            &["--tab", "6"],
            2,
            "there are: groups, enrollment, budget, workers, checks, their numbers 1 to 5, and slide:1 and so on",
            "1 sampai 5",
        ),
        (&["--format", "gif"], 2, "there are: svg, png, html, ansi, txt", "yang ada: svg, png, html, ansi, txt"),
        (&["-o", &inside("a.bmp")], 2, "may end in .svg .png .html .ans .txt", "dapat berakhir dengan .svg .png"),
        (&["-o", &inside("a")], 2, "may end in .svg", "dapat berakhir dengan .svg"),
        (
            &["-o", &inside("a.svg"), "--format", "png"],
            2,
            "ends as svg does, but --format says png",
            "berakhiran seperti svg",
        ),
        (&["-o", &inside("there.svg")], 4, "--force", "--force"),
        (&["-o", &inside("no/a.svg")], 4, "no/a.svg", "no/a.svg"),
        (&["-o", &inside("own.svg"), "--force"], 0, "", ""),
        (&["--filter", "statu:active"], 2, "statu", "statu"),
        (&["--view", "none"], 2, "none", "none"),
        (&["--since", &inside("none.json")], 3, "none.json", "none.json"),
    ];
    for (args, code, english, indonesian) in cases {
        for (lang, said) in [("en", english), ("id", indonesian)] {
            let done = lindungi(&[&["snapshot", &city], args, &["--lang", lang]].concat()).run();
            assert_eq!((done.code, done.out.as_str()), (code, ""), "{args:?}: {}", done.err);
            assert!(done.err.contains(said), "{lang} {args:?}: {}", done.err);
            assert_clean(&done.err);
        }
    }
    assert_eq!(fs::read_to_string(inside("there.svg")).unwrap(), "old");
    fs::copy(fixture("small-city.json"), inside("own.svg")).unwrap();
    let own = lindungi(&["snapshot", &inside("own.svg"), "-o", &inside("own.svg"), "--force"]).run();
    assert_eq!(own.code, 4);
    assert!(own.err.contains("is the roster itself"), "{}", own.err);
    assert_eq!(fs::read_to_string(inside("own.svg")).unwrap(), fixture_text("small-city.json"));
    let twice = lindungi(&["snapshot", "-", "--since", "-"]).stdin("{}").run();
    assert_eq!(twice.code, 2, "{}", twice.err);
    let none = lindungi(&["snapshot", &inside("none.json")]).run();
    assert_eq!(none.code, 3, "{}", none.err);
    let mut left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|own| own.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["own.svg", "there.svg"], "nothing else was written");
}

#[test]
fn a_picture_lies_there_for_its_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let city = fixture("small-city.json");
    let path = folder.path().join("a.svg");
    let first = snap(folder.path(), "a.svg", &[&city]);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    let second = snap(folder.path(), "a.svg", &[&city, "--tab", "3", "--force"]);
    assert_ne!(first, second);
}

#[test]
fn where_no_more_than_ascii_is_understood_a_text_has_no_more_and_a_page_is_whole() {
    let city = fixture("small-city.json");
    let run = |args: &[&str]| lindungi(&[&["snapshot", &city, "--tab", "3"], args].concat()).env("LANG", "C").run().out;
    assert!(run(&[]).is_ascii() && run(&["--format", "ansi"]).is_ascii());
    assert!(!run(&["--format", "svg"]).is_ascii());
    assert_eq!(run(&["--format", "svg"]), out(&[&city, "--tab", "3", "--format", "svg"]));
    assert!(run(&["--format", "html", "--ascii"]).is_ascii(), "who asks for it has it");
}

/// A screen whose pictures come to lie in a folder.
fn stage(lang: Lang, folder: &Path) -> Stage {
    let own = Some(PathBuf::from(fixture("small-city.json")));
    let start = Start { folder: Some(folder.to_owned()), file: own, ..start(lang) };
    Stage::of(roster("small-city.json"), start, Pace::AtOnce, (80, 24))
}

/// Presses keys, and does what the loop does for pictures.
fn press(app: &mut Stage, keys: &str) {
    let asked = app.press(keys);
    carry_out(app, asked);
}

fn carry_out(app: &mut Stage, asked: Vec<Effect>) {
    for effect in asked {
        let (ticket, request) = match effect {
            Effect::Picture(ticket, place) => {
                (ticket, Request::Picture(Box::new(PictureJob { picture: still::picture(app), place: *place })))
            }
            Effect::Work(ticket, request @ Request::Picture(_)) => (ticket, request),
            _ => continue,
        };
        let mut hands = Hands {
            load: Box::new(|_| Err(String::new())),
            older: Box::new(|_| Err(String::new())),
            home: None,
            how: How::open(MaxSize::default(), Lang::En),
        };
        let reply = hands.reply(request, &mut |_| (), &mut || true).unwrap();
        app.update(Msg::Reply(ticket, reply));
    }
}

#[track_caller]
fn shows(app: &Stage, text: &str) {
    let screen = lines(&drawn(app));
    assert!(screen.contains(text), "«{text}» is missing from\n{screen}");
}

fn read(folder: &Path, name: &str) -> String {
    String::from_utf8_lossy(&fs::read(folder.join(name)).unwrap()).into_owned()
}

#[test]
fn the_screen_beneath_the_list_of_commands_is_pictured() {
    for (lang, said) in [(Lang::En, "✓ picture written to"), (Lang::Id, "✓ gambar ditulis ke")] {
        let folder = tempfile::tempdir().unwrap();
        let mut app = stage(lang, folder.path());
        press(&mut app, "3");
        let before = lines(&drawn(&app));
        for ending in ENDINGS {
            press(&mut app, &format!(":picture a.{ending}<enter>"));
            shows(&app, &format!("{said} a.{ending}"));
            press(&mut app, "<esc>");
        }
        assert_eq!(read(folder.path(), "a.txt"), before);
        assert_eq!(words(&read(folder.path(), "a.html")), before);
        assert!(read(folder.path(), "a.svg").contains("<title>") && read(folder.path(), "a.ans").contains("\u{1b}[0m"));
        unpacked(&fs::read(folder.path().join("a.png")).unwrap());
        assert_eq!(fs::metadata(folder.path().join("a.png")).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn what_lies_over_a_tab_is_on_the_picture_and_is_still_there_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = stage(Lang::En, folder.path());
    press(&mut app, "3w");
    let before = lines(&drawn(&app));
    press(&mut app, ":<esc>");
    assert_eq!(lines(&drawn(&app)), before, "who runs nothing goes back to it");
    press(&mut app, ":pict<enter>what-if.txt<enter>");
    assert_eq!(read(folder.path(), "what-if.txt"), before);
    shows(&app, "✓ picture written to what-if.txt");
    press(&mut app, "<esc>");
    shows(&app, "Left pays for");
}

#[test]
fn a_picture_that_is_there_is_replaced_only_by_who_says_so() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "old").unwrap();
    for (lang, said) in
        [(Lang::En, "a.txt exists already; y replaces it"), (Lang::Id, "a.txt sudah ada; y menggantinya")]
    {
        for refusal in ["<esc>", "j", "2"] {
            let mut app = stage(lang, folder.path());
            press(&mut app, ":picture a.txt<enter>");
            shows(&app, said);
            press(&mut app, refusal);
            press(&mut app, "y");
            assert_eq!(read(folder.path(), "a.txt"), "old", "{refusal} is no yes");
        }
    }
    let mut app = stage(Lang::En, folder.path());
    let before = lines(&drawn(&app));
    press(&mut app, ":picture a.txt<enter>");
    let rushed = app.update(Msg::Rushed(Key { code: KeyCode::Char('y'), ctrl: false, alt: false }));
    carry_out(&mut app, rushed);
    assert_eq!(read(folder.path(), "a.txt"), "old", "a letter of a pasted sentence is no yes");
    press(&mut app, ":picture a.txt<enter>");
    press(&mut app, "y");
    shows(&app, "✓ picture written to a.txt");
    assert_eq!(read(folder.path(), "a.txt"), before);
}

#[test]
fn a_picture_that_cannot_be_is_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = stage(Lang::En, folder.path());
    for (name, said) in [
        ("a.bmp", "its name may end in .svg .png"),
        ("a", "its name may end in .svg .png"),
        ("", "type the name of a file behind it, such as :picture budget.svg"),
    ] {
        press(&mut app, &format!(":picture {name}"));
        shows(&app, said);
        press(&mut app, "<enter><esc>");
    }
    press(&mut app, ":picture no/a.svg<enter>");
    shows(&app, "no/a.svg");
    shows(&app, "▲");
    press(&mut app, &format!("<esc>:picture {}", folder.path().join("a.svg").to_str().unwrap()));
    let rushed = app.update(Msg::Rushed(Key::ENTER));
    carry_out(&mut app, rushed);
    assert!(!folder.path().join("a.svg").exists(), "a key that comes with others writes nothing");
    press(&mut app, "<esc>4/nik:9671004203810001<enter>:picture a.svg<enter>");
    shows(&app, "a picture goes from hand to hand");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was written");
}

#[test]
fn numbers_that_are_revealed_are_on_the_picture_and_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    for (lang, said) in [(Lang::En, "numbers of persons whole"), (Lang::Id, "nomor pribadi tampil lengkap")] {
        let start = Start { folder: Some(folder.path().to_owned()), ..start(lang) };
        let mut app = Stage::of(roster("small-city.json"), start, Pace::AtOnce, (200, 50));
        let name = format!("{lang:?}.txt");
        press(&mut app, &format!("4py:picture {name}<enter>"));
        shows(&app, said);
        assert!(read(folder.path(), &name).contains("9671"), "{}", read(folder.path(), &name));
    }
}

#[test]
fn whoever_may_write_no_file_has_no_pictures() {
    let may = Capabilities::ALL.without(Capability::Export);
    let folder = tempfile::tempdir().unwrap();
    let start = Start { may, folder: Some(folder.path().to_owned()), ..start(Lang::En) };
    let mut app = Stage::of(roster("small-city.json"), start, Pace::AtOnce, (80, 24));
    press(&mut app, ":picture");
    assert!(!lines(&drawn(&app)).contains("screen picture"), "it is not offered");
    press(&mut app, " a.svg<enter>");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    press(&mut app, "<esc>?pict");
    assert!(!lines(&drawn(&app)).contains("screen picture"), "nor in the help");
}

#[test]
fn a_picture_is_written_in_a_real_terminal() {
    let mut terminal = Terminal::start(&[&fixture("small-city.json")]);
    let path = terminal.folder().join("a.txt");
    terminal.wait_for("61 of 61");
    terminal.keys("3");
    terminal.wait_for("Left pays for");
    terminal.settle();
    let before = terminal.contents();
    terminal.keys(":");
    terminal.wait_for("clear filter");
    // As long a name as that of a temporary folder may be would push the words aside.
    terminal.keys("picture a.txt");
    terminal.wait_for("a picture of this screen, in that file");
    terminal.settle();
    terminal.keys("\r");
    terminal.wait_for("picture written to");
    let pictured = fs::read_to_string(&path).unwrap();
    assert_eq!(pictured.trim_end(), before.trim_end());
    terminal.leave();
}

#[test]
fn a_picture_without_a_name_asks_for_one() {
    for (lang, said) in [
        (Lang::En, "type the name of a file behind it, such as :picture budget.svg"),
        (Lang::Id, "ketik nama berkas di belakangnya, seperti :gambar anggaran.svg"),
    ] {
        let mut app = app("small-city.json", lang, 100, 30);
        app.press(":picture <enter>");
        assert!(lines(&drawn(&app)).contains(said), "{}", lines(&drawn(&app)));
    }
}
