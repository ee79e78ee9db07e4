//! Nothing is cut at any width from 40 to 250. A number that is cut, or that stands so close to another that both look
//! like one, is a wrong number: each number on the screen must be one that a wide screen shows too. A word that has no
//! room goes or its line wraps: `…` ends names alone, no state is half a word, and nothing runs into the last column.

use crate::cases::twelve_digits;
use crate::screens::app_of;
use crate::stage::{Stage, drawn, lines};
use crate::support::{fixture_text, roster};
use lindungi::lang::Lang;
use lindungi::lang::measure::width;
use lindungi::lang::person::{Mask, Privacy};
use lindungi::roster::attribute::Attribute;
use lindungi::roster::worker::Standing;
use lindungi::tui::msg::Msg;
use lindungi::tui::state::app::App;
use std::collections::BTreeSet;

/// The numbers of a screen that have a sign inside: digits with points and commas, as long as they stand together.
fn numbers<'a>(app: &App, screen: &'a str) -> BTreeSet<String> {
    let sign = if app.lang() == Lang::En { ',' } else { '.' };
    // "3 more 1,639" sums what does not fit, and that depends on the height.
    let more = if app.lang() == Lang::En { " more " } else { " lagi " };
    let rest = |line: &'a str| match line.split_once(more) {
        Some((before, _)) if before.ends_with(|c: char| c.is_ascii_digit()) => before,
        _ => line,
    };
    let whole = screen.lines().map(rest).collect::<Vec<_>>().join("\n");
    let parts = whole.split(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'));
    let signed = parts.map(|part| part.trim_matches([',', '.'])).filter(|part| part.contains([',', '.']));
    // Round ticks of an axis depend on its height.
    let tick = |number: &str| number.contains(sign) && number.ends_with("000");
    signed.filter(|number| !tick(number)).map(str::to_owned).collect()
}

/// A city as it is shown, and what its texts may be.
pub(crate) struct Show<'a> {
    pub(crate) app: Stage,
    screens: &'a [&'a str],
    known: BTreeSet<String>,
    /// Names of the data, which may be cut.
    names: BTreeSet<String>,
}

impl Show<'_> {
    pub(crate) fn new<'a>(mut app: Stage, screens: &'a [&'a str]) -> Show<'a> {
        let lang = app.lang();
        let review = app.review().unwrap();
        let roster = &review.roster;
        let mut names: BTreeSet<String> = [format!("{} {}", roster.program.name, roster.program.fiscal_year)].into();
        // These two stand with an ellipsis of their own: a name follows there.
        names.extend(
            ["view …", "save …", "tampilan …", "simpan …", "lindungi-nik-duplicate-2024-08-30.xlsx"].map(str::to_owned),
        );
        names.extend(roster.groups.iter().flat_map(|group| [group.name.en.clone(), group.name.id.clone()]));
        for row in 0..roster.workers.len() {
            let worker = roster.worker(row as u32);
            names.insert(worker.name().into_owned());
            names.extend(
                [Attribute::District, Attribute::Village]
                    .map(|own| lang.attribute(worker, own, Privacy::Masked, Mask::Long)),
            );
        }
        app.update(Msg::Resize(250, 60));
        // A tick of a small axis, at few heights.
        let known = ["0.1", "0,1"].map(str::to_owned).into();
        let mut show = Show { app, screens, known, names };
        show.app.update(Msg::Resize(80, 24));
        for keys in screens {
            show.press(keys);
            let found = lines(&drawn(&show.app));
            let tab = (show.app.tab() as usize + 1).to_string();
            // A tab alone is what it is; whatever else is pressed leads away from its beginning.
            show.press(&if tab == "4" { "4gghhhhhhhh".to_owned() } else { format!("{tab}gg") });
            assert!(*keys == tab || found != lines(&drawn(&show.app)), "{keys:?} lead nowhere");
        }
        for keys in screens {
            show.press(keys);
            // Where nothing lacks room: what is cut on a small screen would be learned as right.
            for (width, height) in [(300, 90), (250, 60), (250, 40), (250, 24), (250, 16), (200, 60), (200, 24)] {
                show.app.update(Msg::Resize(width, height));
                let found = numbers(&show.app, &lines(&drawn(&show.app)));
                show.known.extend(found);
            }
        }
        show
    }

    pub(crate) fn press(&mut self, keys: &str) {
        self.app.press("<esc><esc><esc><backspace>2gg1gg");
        self.app.press(&keys.replace('\r', "<enter>"));
    }

    /// What is wrong on the screen as it is.
    pub(crate) fn wrong(&self) -> Vec<String> {
        let buffer = drawn(&self.app);
        let screen = lines(&buffer);
        let mut wrong: Vec<String> = numbers(&self.app, &screen).difference(&self.known).cloned().collect();
        let last = buffer.area.width - 1;
        let edge = (0..buffer.area.height).map(|y| (y, buffer[(last, y)].symbol()));
        wrong.extend(
            edge.filter(|(_, cell)| !matches!(*cell, " " | "─" | "━"))
                .map(|(y, cell)| format!("{cell} at the edge of row {y}")),
        );
        for line in screen.lines() {
            wrong.extend(self.cut(line).map(|cut| format!("«{cut}…»")));
            wrong.extend(covered(line).map(|pair| format!("«{pair}» run into each other")));
        }
        wrong
    }

    /// Texts of a line that end in `…` and are no names.
    fn cut<'t>(&'t self, line: &'t str) -> impl Iterator<Item = String> + 't {
        // The text of a filter may be cut like a name.
        let filter = &self.app.review().unwrap().text;
        let pieces: Vec<&str> = line.split('…').collect();
        let before = pieces.len() - 1;
        pieces.into_iter().take(before).filter_map(move |text| {
            let text = text.rsplit("  ").next().unwrap_or("").trim_start();
            let starts = text.char_indices().filter(|(at, _)| *at == 0 || text[..*at].ends_with([' ', '◆', '>']));
            let mut tails = starts.map(|(at, _)| &text[at..]);
            let known = |tail: &str| {
                let next = self.names.range(tail.to_owned()..).next();
                filter.starts_with(tail) || next.is_some_and(|name| name.starts_with(tail))
            };
            let is_name = tails.any(|tail| !tail.is_empty() && known(tail));
            (!is_name).then(|| text.to_owned())
        })
    }

    /// Every width and what is wrong there.
    pub(crate) fn walk(&mut self) -> Vec<String> {
        let mut wrong = Vec::new();
        for keys in self.screens {
            self.press(keys);
            wrong.extend(self.at_every_width(&format!("{keys:?}")));
        }
        wrong
    }

    /// The screen as it is, at every width, and at one height of each that take turns.
    pub(crate) fn at_turns(&mut self, name: &str) -> Vec<String> {
        self.at(name, |width| vec![[24, 16, 40, 12, 20, 11, 30][usize::from(width) % 7]])
    }

    /// The screen as it is, at every width.
    pub(crate) fn at_every_width(&mut self, name: &str) -> Vec<String> {
        // Every width at a usual height, and in turn at a low and a high one.
        self.at(name, |width| vec![24, [16, 40, 11, 12, 20][usize::from(width) % 5]])
    }

    fn at(&mut self, name: &str, heights: fn(u16) -> Vec<u16>) -> Vec<String> {
        let mut wrong = Vec::new();
        self.app.update(Msg::Resize(250, 60));
        let found = numbers(&self.app, &lines(&drawn(&self.app)));
        self.known.extend(found);
        for width in 40..=250 {
            for height in heights(width) {
                self.app.update(Msg::Resize(width, height));
                let found = self.wrong();
                if !found.is_empty() {
                    wrong.push(format!("{name} at {width}×{height}: {}", found.join(" ")));
                }
            }
        }
        wrong
    }
}

/// Where a digit runs into the sign of another text, or a sign into a text.
fn covered(line: &str) -> impl Iterator<Item = String> {
    let signs = ['▼', '▲', '■'];
    let pairs = line.chars().zip(line.chars().skip(1)).filter(move |&(one, next)| {
        (one.is_ascii_digit() && signs.contains(&next)) || (signs.contains(&one) && next.is_alphanumeric())
    });
    pairs.map(|(one, next)| format!("{one}{next}"))
}

/// The demonstration roster, and an older reading of it.
pub(crate) fn sorong(lang: Lang) -> Stage {
    let mut app = app_of(roster(fixture_text("sorong-2024.json")), lang, 200, 60);
    let mut older: serde_json::Value = serde_json::from_str(&fixture_text("sorong-2024.json")).unwrap();
    older["workers"].as_array_mut().unwrap().truncate(15_000);
    older["program"]["as_of"] = "2024-07-31".into();
    app.since(roster(older.to_string()));
    app
}

#[track_caller]
pub(crate) fn nothing_is_wrong(app: Stage, screens: &[&str]) {
    nothing_but(&[], app, screens);
}

/// The same where an amount stands in billions or trillions if the whole one has no room.
#[track_caller]
fn nothing_but(short: &[&str], app: Stage, screens: &[&str]) {
    let mut show = Show::new(app, screens);
    show.known.extend(short.iter().map(|number| (*number).to_owned()));
    let wrong = show.walk();
    let all = wrong.join("\n");
    assert!(wrong.is_empty(), "{} screens\n{}", wrong.len(), all.chars().take(20_000).collect::<String>());
}

/// Every tab, where it is scrolled and filtered too.
const TABS: &[&str] = &[
    "1",
    "1 ",
    "1jjjjj",
    "2",
    "2jj",
    "2G",
    "3",
    "3jjjjjj",
    "4",
    "4llllll",
    "5",
    "5jjj",
    "/lapse:2024-09\r1",
    "/lapse:2024-09\r2",
    "/lapse:2024-09\r2G",
    "/lapse:2024-09\r3",
    "/age>=60\r4",
    "/group:nelayan\r2",
];

/// Whatever may lie over a tab.
const OVERLAYS: &[&str] = &[
    "2\r",
    "3\r",
    "3jjjjjj\r",
    "3G\r",
    "/lapse:2024-09\r3jjjj\r",
    "4\r",
    "f",
    "fj ",
    "3w",
    "3w450jt\r",
    "D",
    "D\r",
    "4s",
];

#[test]
fn no_width_cuts_a_tab_in_english() {
    nothing_is_wrong(sorong(Lang::En), TABS);
}

#[test]
fn no_width_cuts_a_tab_in_indonesian() {
    nothing_is_wrong(sorong(Lang::Id), TABS);
}

#[test]
fn no_width_cuts_what_lies_over_it_in_english() {
    nothing_is_wrong(sorong(Lang::En), OVERLAYS);
}

#[test]
fn no_width_cuts_what_lies_over_it_in_indonesian() {
    nothing_is_wrong(sorong(Lang::Id), OVERLAYS);
}

#[test]
fn nor_do_twelve_digits() {
    let city = twelve_digits().to_string();
    let mut app = app_of(roster(&city), Lang::Id, 200, 60);
    app.since(roster(city.replace("2024-08-30", "2024-07-31")));
    let screens = ["1", "2", "2\r", "3", "3jjjj", "3jjjj\r", "3\r", "w", "w2,5 triliun\r", "D"];
    nothing_but(&["780,1"], app, &screens);
}

/// A case of numbers as large as they come.
fn torture(name: &str, lang: Lang) -> Stage {
    app_of(roster(fixture_text(&format!("cases/torture/{name}.json"))), lang, 200, 60)
}

#[test]
fn nor_do_thirteen_digits() {
    for (lang, short) in [(Lang::En, &[][..]), (Lang::Id, &["4,5"])] {
        nothing_but(short, torture("39-thirteen-digits-120x24", lang), &["1", "2", "3", "3jjjj", "3\r", "3G"]);
    }
}

#[test]
fn case_39_nor_do_as_many_digits_as_there_can_be() {
    // People beyond 2^53 are refused: here stand as many as there can be.
    let text = fixture_text("cases/torture/39-wide-numbers.json");
    let mut most = text.clone();
    for count in ["18446744073709551615", "9223372036854775807", "1234567890123456789,", "1234567890123456789}"] {
        let end = count.trim_start_matches(|c: char| c.is_ascii_digit());
        most = most.replace(count, &format!("9007199254740991{end}"));
    }
    let mut show = Show::new(app_of(roster(most), Lang::En, 200, 60), &["3"]);
    // Where the whole amount has no room it stands in trillions.
    show.known.insert("8,765,431,332,098,765.4".to_owned());
    for (width, height) in [(120, 24), (120, 40), (76, 24), (80, 24)] {
        show.press("3");
        show.app.update(Msg::Resize(width, height));
        let wrong = show.wrong();
        assert!(wrong.is_empty(), "{width}×{height}: {wrong:?}\n{}", lines(&drawn(&show.app)));
    }
}

#[test]
fn case_08_marks_of_half_a_width_move_nothing() {
    // Terminals give these a column, or none; so none is left on a screen.
    for (lang, size) in [(Lang::En, (80, 24)), (Lang::Id, (120, 40)), (Lang::En, (50, 20))] {
        let mut app = torture("08-dakuten", lang);
        app.update(Msg::Resize(size.0, size.1));
        for keys in ["1", "4"] {
            app.press(keys);
            let screen = lines(&drawn(&app));
            assert!(!screen.contains(['\u{ff9e}', '\u{ff9f}']), "{screen}");
        }
        let buffer = drawn(&app);
        let marks: Vec<u16> =
            (0..size.1 - 2).filter_map(|y| (0..size.0).find(|&x| buffer[(x, y)].symbol() == "●")).collect();
        assert!(marks.len() >= 8 && marks.iter().all(|x| *x == marks[0]), "every state stands under the one above");
    }
}

#[test]
fn a_worker_s_state_is_a_whole_word_at_every_width() {
    for lang in [Lang::En, Lang::Id] {
        let mut app = app_of(roster(fixture_text("sorong-2024.json")), lang, 200, 60);
        app.press("4");
        let states = Standing::ALL.map(|own| lang.say(&lindungi::lang::words::standing(own)));
        for columns in 40..=250 {
            app.update(Msg::Resize(columns, 20));
            let screen = lines(&drawn(&app));
            let rows: Vec<&str> = screen.lines().skip(7).take(8).collect();
            for row in rows {
                let found = states.iter().any(|state| format!("{row} ").contains(&format!(" {state} ")));
                assert!(found, "{columns}: {row}\n{screen}");
            }
            assert!(screen.lines().all(|line| width(line) <= usize::from(columns)));
        }
    }
}
