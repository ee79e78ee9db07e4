//! A number that is cut, or that stands so close to another that both look like one, is a wrong number. So at every
//! width each number on the screen must be one that a wide screen shows too.

use crate::cases::twelve_digits;
use crate::screens::app_of;
use crate::stage::{Stage, drawn, lines};
use crate::support::{fixture_text, roster};
use lindungi::lang::Lang;
use lindungi::tui::msg::Msg;
use lindungi::tui::state::app::App;
use std::collections::BTreeSet;

/// The grouped numbers of a screen: digits with the language's sign between thousands, as long as they stand together.
fn numbers(app: &App) -> BTreeSet<String> {
    let sign = if app.lang() == Lang::En { ',' } else { '.' };
    let screen = lines(&drawn(app));
    // "3 more 1,639" sums what does not fit, and that depends on the height.
    let whole = screen
        .lines()
        .map(|line| line.split(if app.lang() == Lang::En { " more " } else { " lagi " }).next().unwrap_or(""))
        .collect::<Vec<_>>()
        .join("\n");
    let parts = whole.split(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'));
    let grouped = parts.map(|part| part.trim_matches([',', '.'])).filter(|part| part.contains(sign));
    // Round ticks of an axis depend on its height.
    grouped.filter(|number| !number.ends_with("000")).map(str::to_owned).collect()
}

/// Shows each of these screens at every width and says which numbers on them are none.
fn strange(app: &mut Stage, screens: &[&str]) -> Vec<String> {
    let show = |app: &mut Stage, keys: &str| {
        app.press("<esc><esc><esc><backspace>1gg");
        app.press(&keys.replace('\r', "<enter>"));
    };
    let mut known = BTreeSet::new();
    for keys in screens {
        show(app, keys);
        for (width, height) in [(300, 90), (200, 60), (160, 50), (120, 40), (120, 60), (80, 60)] {
            app.update(Msg::Resize(width, height));
            known.extend(numbers(app));
        }
    }
    let mut wrong = Vec::new();
    for keys in screens {
        show(app, keys);
        for width in 40..=200 {
            for height in [16, 24, 40] {
                app.update(Msg::Resize(width, height));
                let strange: Vec<String> = numbers(app).difference(&known).cloned().collect();
                if !strange.is_empty() {
                    wrong.push(format!("{keys:?} at {width}×{height}: {}", strange.join(" ")));
                }
            }
        }
    }
    wrong
}

#[test]
fn no_width_makes_another_number() {
    let mut app = app_of(roster(fixture_text("sorong-2024.json")), Lang::En, 200, 60);
    let mut older: serde_json::Value = serde_json::from_str(&fixture_text("sorong-2024.json")).unwrap();
    older["workers"].as_array_mut().unwrap().truncate(15_000);
    older["program"]["as_of"] = "2024-07-31".into();
    app.since(roster(older.to_string()));
    let screens = [
        "1",
        "1 ",
        "2",
        "2jj",
        "2G",
        "2\r",
        "3",
        "3jjjjjj",
        "3jjjjjj\r",
        "3\r",
        "3G\r",
        "4",
        "4\r",
        "5",
        "f",
        "w",
        "w450jt\r",
        "D",
        "D\r",
        "/age>=60\r3",
        "/group:nelayan\r2",
    ];
    let wrong = strange(&mut app, &screens);
    assert!(wrong.is_empty(), "{} screens\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn nor_do_twelve_digits() {
    let city = twelve_digits().to_string();
    let mut app = app_of(roster(&city), Lang::Id, 200, 60);
    app.since(roster(city.replace("2024-08-30", "2024-07-31")));
    let wrong = strange(&mut app, &["1", "2", "2\r", "3", "3jjjj", "3jjjj\r", "3\r", "w", "w2,5 triliun\r", "D"]);
    assert!(wrong.is_empty(), "{} screens\n{}", wrong.len(), wrong.join("\n"));
}
