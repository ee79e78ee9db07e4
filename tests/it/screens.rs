//! The screens as goldens: text to read in a diff, coloured SVG to look at. `LINDUNGI_BLESS=1 cargo test` writes them
//! anew; look at each before it is accepted.

use crate::stage::{Pace, Stage, drawn, lines, start};
use crate::support::fixture_text;
use lindungi::check::Audited;
use lindungi::lang::Lang;
use lindungi::lang::glyphs::Glyphs;
use lindungi::tui::draw::view;
use lindungi::tui::paint::svg::svg;
use lindungi::tui::state::app::Start;
use lindungi::tui::tab::Tab;
use lindungi::tui::target::Target;
use ratatui::buffer::Buffer;
use std::path::PathBuf;

/// A roster of the fixtures, audited.
pub fn roster(name: &str) -> Audited {
    crate::support::roster(fixture_text(name))
}

/// An app of that size with its roster.
pub fn app(name: &str, lang: Lang, width: u16, height: u16) -> Stage {
    app_of(roster(name), lang, width, height)
}

/// The same of a roster that is already read.
pub fn app_of(roster: Audited, lang: Lang, width: u16, height: u16) -> Stage {
    Stage::of(roster, start(lang), Pace::AtOnce, (width, height))
}

/// The same where every cell has to be ASCII.
fn ascii(width: u16, height: u16) -> Stage {
    let start = Start { glyphs: Glyphs::Ascii, ..start(Lang::En) };
    Stage::of(roster("sorong-2024.json"), start, Pace::AtOnce, (width, height))
}

/// Compares with the golden of that name, or writes it.
fn golden(name: &str, buffer: &Buffer) -> Result<(), String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/screens");
    for (ending, found) in [("txt", lines(buffer)), ("svg", svg(buffer))] {
        let path = folder.join(format!("{name}.{ending}"));
        if std::env::var_os("LINDUNGI_BLESS").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, &found).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        if found != expected {
            return Err(format!("{name}.{ending} differs; the screen is now\n{}", lines(buffer)));
        }
    }
    Ok(())
}

/// Compares several screens with their goldens and tells of all that differ.
pub fn goldens(screens: &[(String, Buffer)]) {
    let differing: Vec<String> = screens.iter().filter_map(|(name, buffer)| golden(name, buffer).err()).collect();
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn the_screens_are_those_that_were_looked_at() {
    let tabs = [("groups", "1"), ("enrollment", "2"), ("budget", "3"), ("workers", "4"), ("checks", "5")];
    let sizes = [("80x24", 80, 24), ("120x40", 120, 40), ("50x20", 50, 20)];
    let mut screens = Vec::new();
    for (lang, code) in [(Lang::En, "en"), (Lang::Id, "id")] {
        for (size, width, height) in sizes {
            let mut app = app("sorong-2024.json", lang, width, height);
            for (tab, key) in tabs {
                app.press(key);
                screens.push((format!("{tab}-{size}-{code}"), drawn(&app)));
            }
        }
    }
    goldens(&screens);
}

/// 450 million more from October, and as many more workers each month as that pays.
const STAGED: &str = "3w450jt<enter>]jj=";

#[test]
fn what_changed_is_as_it_was_looked_at() {
    let mut screens = Vec::new();
    for (lang, code) in [(Lang::En, "en"), (Lang::Id, "id")] {
        for (size, width, height) in [("80x24", 80, 24), ("120x40", 120, 40), ("50x20", 50, 20)] {
            for (name, keys) in [("since", ""), ("compare", "D"), ("compare-list", "Djj<enter>")] {
                let mut app = app("small-city.json", lang, width, height);
                app.since(roster("small-city-may.json"));
                app.press(keys);
                screens.push((format!("{name}-{size}-{code}"), drawn(&app)));
            }
        }
    }
    let mut app = app("small-city.json", Lang::En, 80, 24);
    app.press("D");
    screens.push(("compare-asking".to_owned(), drawn(&app)));
    goldens(&screens);
}

#[test]
fn what_lies_over_a_tab_is_as_it_was_looked_at() {
    let mut screens = Vec::new();
    let detail = "4/finding:nik-birth-date status:active<enter><enter>";
    for (name, keys, width, height, lang) in [
        ("help", "1?", 80, 24, Lang::En),
        ("detail", detail, 80, 24, Lang::En),
        ("detail-wide", detail, 120, 40, Lang::Id),
        ("detail-narrow", detail, 50, 20, Lang::En),
        ("detail-narrow-id", detail, 50, 20, Lang::Id),
        ("filter", "1/age>=60", 80, 24, Lang::En),
        ("filter-error", "1/status:active distrct:manoi", 80, 24, Lang::En),
        ("filter-error-wide", "4/status:aktif kelompk:ojek", 120, 40, Lang::Id),
        ("completion", "1/status:active district:s<tab>", 80, 24, Lang::En),
        ("completion-wide", "1/status:aktif ojek", 120, 40, Lang::Id),
        ("facets", "fl jj", 80, 24, Lang::En),
        ("facets-wide", "fll ", 120, 40, Lang::Id),
        ("facets-narrow", "f j ", 50, 20, Lang::En),
        ("sort", "4s<enter>sj<enter>s", 80, 24, Lang::En),
        ("sorted", "4s<enter>vvjv/yust<enter>", 80, 24, Lang::En),
        ("commands", ":fil", 80, 24, Lang::En),
        ("export", "4/yust<enter>e", 80, 24, Lang::En),
        ("picked", "1 j ", 80, 24, Lang::En),
        ("picked-months", "2jjj ", 80, 24, Lang::En),
        ("reveal", "4p", 80, 24, Lang::En),
        ("nobody", "4/zzzz<enter>", 80, 24, Lang::En),
        ("enrollment-below", "2G", 80, 24, Lang::En),
        ("enrollment-below-id", "2G", 80, 24, Lang::Id),
        ("enrollment-wider", "2", 160, 50, Lang::En),
        ("explain-enrollment", "2<enter>", 80, 24, Lang::En),
        ("explain-enrollment-wide", "2<enter>", 120, 40, Lang::Id),
        ("explain-budget", "3<enter>", 80, 24, Lang::En),
        ("explain-budget-narrow", "3<enter>", 50, 20, Lang::Id),
        ("explain-payment", "3jjjjjj<enter>", 80, 24, Lang::En),
        ("what-if", STAGED, 80, 24, Lang::En),
        ("what-if-id", STAGED, 80, 24, Lang::Id),
        ("what-if-wide", STAGED, 120, 40, Lang::En),
        ("what-if-wide-id", STAGED, 120, 40, Lang::Id),
        ("what-if-narrow", STAGED, 50, 20, Lang::En),
        ("what-if-error", "3wj2.2<enter>", 80, 24, Lang::En),
    ] {
        let mut app = app("sorong-2024.json", lang, width, height);
        app.press(keys);
        screens.push((name.to_owned(), drawn(&app)));
    }
    for (name, key) in [("enrollment-ascii", "2"), ("budget-ascii", "3")] {
        let mut ascii = ascii(80, 24);
        ascii.press(key);
        screens.push((name.to_owned(), drawn(&ascii)));
    }
    screens.push(("tiny-ascii".to_owned(), drawn(&ascii(36, 6))));
    goldens(&screens);
}

#[test]
fn every_tab_and_every_line_of_a_list_means_itself_to_a_pointer() {
    let mut app = app("small-city.json", Lang::En, 80, 24);
    for (keys, list, place, text) in [
        ("1", 0, 1, "   Fishers "),
        ("2", 0, 2, "  May"),
        ("3", 0, 1, "   and the verified"),
        ("3", 1, 0, " Mar"),
        ("3", 2, 0, " 2 claims"),
        ("4", 0, 1, "   Obet Kambu "),
        ("5", 0, 0, " > "),
        ("4s", 0, 1, "   Group"),
        (":", 0, 0, " > /"),
        ("f", 1, 0, "  female"),
    ] {
        app.press("<esc>");
        app.press(keys);
        let mut buffer = Buffer::empty(app.area());
        let regions = view::draw(&mut buffer, &app).regions;
        let line = regions.iter().rev().find(|region| region.target == Target::Line { list, place });
        let area = line.unwrap_or_else(|| panic!("{keys}: line {place} of list {list} is nowhere")).area;
        let cells: String = area.positions().map(|position| buffer[position].symbol()).collect();
        assert!(cells.starts_with(text), "{keys}: {cells:?}");
        let tabs = regions.iter().filter_map(|region| match region.target {
            Target::Tab(tab) => Some((tab, buffer[region.area.as_position()].symbol().to_owned())),
            _ => None,
        });
        let numbers: Vec<(Tab, String)> = tabs.collect();
        assert_eq!(numbers, Tab::ALL.map(|tab| (tab, (tab as usize + 1).to_string())));
    }
}
