//! Rosters that no city has: a hundred thousand groups and as many places, sixty thousand rates, a million payments, a
//! million claims. Of each key what the thread does that reads keys, its frame included; what the worker thread does is
//! nobody's wait.

use super::{Outcome, app, carry_out, median, timed};
use lindungi::check;
use lindungi::roster::json;
use lindungi::tui::draw::view;
use lindungi::tui::keymap::Key;
use lindungi::tui::msg::{Effect, Msg};
use ratatui::buffer::Buffer;
use std::fmt::Write;
use std::time::Duration;

/// What is pressed: every tab is walked, and a filter typed whose values are counted under every letter.
const KEYS: [&str; 3] = ["1jjjG2jjG3jjjG4jjjG5jj", "/village:desa 12", "/district:dis,distrik 7 -group:kelompok 9"];

/// Measures and says it.
pub fn run() -> Outcome<()> {
    let many = |count: usize, row: &dyn Fn(usize) -> String| (0..count).map(row).collect::<Vec<_>>().join(",\n");
    let groups = many(100_000, &|i| format!(r#"{{"id": "g{i}", "name": "Kelompok {i}"}}"#));
    let people = many(100_000, &|i| {
        let (district, village) = (i % 70_000, i % 70_000);
        format!(
            r#"{{"name": "Nama {i}", "occupation": "g{i}", "status": "active", "enrolled_on": "2024-03-01",
                "district": "Distrik {district}", "village": "Desa {village}"}}"#
        )
    });
    let payment = |i: usize| format!(r#"{{"month": "2024-{:02}", "workers": 1, "amount": "16800"}}"#, 3 + i % 10);
    let claim = |i: usize| format!(r#"{{"worker": "{}", "scheme": "JKM", "amount": "42000000"}}"#, i % 100_000);
    let rates = many(60_000, &|i| {
        let (year, month) = (2024 + i / 12, 1 + i % 12);
        format!(r#"{{"segment": "BPU", "scheme": "JKK", "monthly": "{}", "from": "{year}-{month:02}"}}"#, 10_000 + i)
    });
    let none = String::new;
    for (name, sections) in [
        ("100,000 groups, 70,000 places", [none(), groups, people.clone(), none(), none()]),
        ("60,000 rates", [rates, none(), people.clone(), none(), none()]),
        ("a million payments", [none(), none(), people.clone(), many(1_000_000, &payment), none()]),
        ("a million claims", [none(), none(), people, none(), many(1_000_000, &claim)]),
    ] {
        keys(name, &roster(&sections)?)?;
    }
    Ok(())
}

fn roster([rates, groups, workers, payments, claims]: &[String; 5]) -> Outcome<String> {
    let mut text = String::new();
    let rates = if rates.is_empty() { r#"{"segment": "BPU", "scheme": "JKK", "monthly": "10000"}"# } else { rates };
    write!(
        text,
        r#"{{"schema": "lindungi/roster/1", "synthetic": true, "program": {{"name": "A", "fiscal_year": 2024,
            "as_of": "2024-08-30", "target_workers": 100000, "budget": "220000000000",
            "contributions": [{rates}],
            "coverage": {{"from": "2024-03", "to": "2024-12"}}}},
            "groups": [{groups}], "payments": [{payments}], "claims": [{claims}], "workers": [{workers}]}}"#
    )
    .map_err(|error| error.to_string())?;
    Ok(text)
}

fn keys(name: &str, text: &str) -> Outcome<()> {
    let read = json::read_at(&text.as_bytes(), &mut |_| ()).map_err(|error| format!("{name}: {error:?}"))?;
    let roster = check::audit(read);
    println!("{name}");
    // The names of the values are made by the worker thread once a reading is shown: here, in a round that is not told.
    for (round, typed) in KEYS.iter().chain(&KEYS).enumerate() {
        let mut app = app(&roster, (80, 24));
        let mut buffer = Buffer::empty(app.area());
        let mut times: Vec<(Duration, char)> = Vec::new();
        for letter in typed.chars() {
            let (effects, time): (Vec<Effect>, Duration) = timed(|| {
                let effects = app.update(Msg::Key(Key::char(letter)));
                buffer.reset();
                view::draw(&mut buffer, &app);
                effects
            });
            times.push((time, letter));
            carry_out(&mut app, &roster, |_| effects);
        }
        if round < KEYS.len() {
            continue;
        }
        let (worst, letter) = times.iter().max().copied().unwrap_or_default();
        let usual = median(times.into_iter().map(|(time, _)| time).collect()).unwrap_or_default();
        let [usual, worst] = [usual, worst].map(|time| time.as_secs_f64() * 1000.0);
        println!("  {typed:<44}{usual:>11.3} ms a key, {worst:.3} ms the longest ({letter})");
    }
    Ok(())
}
