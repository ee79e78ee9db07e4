//! `lindungi diff`: what changed from one roster to another.

use super::{Failure, filter, load};
use crate::args::{Diff, DiffFormat};
use crate::disk::Source;
use crate::figures::compare::{Comparison, Headline, Pair, Part};
use crate::lang::changes::Told;
use crate::lang::scrub::scrub;
use crate::lang::{Lang, words};
use crate::roster::Roster;
use crate::roster::columns::Held;
use crate::roster::money::Rupiah;
use crate::roster::rows::Row;
use crate::roster::worker::Standing;
use serde_json::{Map, Value, json};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Runs it; the answer is 1 if anything differs, else 0.
pub fn run(args: &Diff, text: &str, reveal: bool, lang: Lang, out: &mut dyn Write) -> Result<u8, Failure> {
    let (old, new) = (Source::named(Some(&args.old)), Source::named(Some(&args.new)));
    if old == Source::Stdin && new == Source::Stdin {
        let phrase = crate::lang::Phrase {
            en: "standard input can be only one of the two",
            id: "masukan standar hanya dapat menjadi salah satunya",
        };
        return Err(Failure::Usage(lang.say(&phrase).to_owned()));
    }
    let (old, new) = (load(&old, lang, &mut |_| ())?, load(&new, lang, &mut |_| ())?);
    let comparison = compare(&old, &new, text, lang)?;
    match args.format {
        DiffFormat::Text => told(&comparison, lang, out)?,
        DiffFormat::Markdown => markdown(&comparison, lang, out)?,
        DiffFormat::Json => {
            let document = document(&comparison, &old, &new, text, reveal);
            writeln!(out, "{}", serde_json::to_string_pretty(&document).unwrap_or_default())?;
        }
    }
    Ok(u8::from(!comparison.is_equal()))
}

/// Compares under one text, which each file reads for itself.
pub fn compare(old: &Roster, new: &Roster, text: &str, lang: Lang) -> Result<Comparison, Failure> {
    Ok(Comparison::of(old, &filter(text, old, lang)?, new, &filter(text, new, lang)?))
}

fn told(comparison: &Comparison, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let rows = lang.headline(comparison);
    let dates = [lang.day(comparison.old.as_of), lang.day(comparison.new.as_of), lang.say(&words::CHANGE).to_owned()];
    let wide = |cell: fn(&Told) -> &str, head: &str| {
        rows.iter().map(|row| cell(row).width()).max().unwrap_or(0).max(head.width())
    };
    let name = wide(|row| row.name, "");
    let widths = [wide(|row| &row.old, &dates[0]), wide(|row| &row.new, &dates[1]), wide(|row| &row.change, &dates[2])];
    let pad = |text: &str, columns: usize| format!("{}{text}", " ".repeat(columns.saturating_sub(text.width())));
    let line = |name_of: &str, cells: [&str; 3]| {
        let cells: Vec<String> = cells.iter().zip(widths).map(|(cell, columns)| pad(cell, columns)).collect();
        format!("{name_of}{}  {}", " ".repeat(name - name_of.width()), cells.join("  "))
    };
    writeln!(out, "{}", line("", dates.each_ref().map(String::as_str)))?;
    for row in &rows {
        writeln!(out, "{}", line(row.name, [&row.old, &row.new, &row.change]))?;
    }
    writeln!(out)?;
    for (_, text, count) in lang.people(comparison).into_iter().chain(lang.moves(comparison)) {
        writeln!(out, "{:>9}  {text}", lang.count(count))?;
    }
    if comparison.programme {
        writeln!(out, "{}", lang.say(&words::PROGRAMME_CHANGED))?;
    }
    if comparison.is_equal() {
        writeln!(out, "{}", lang.say(&words::NO_DIFFERENCE))?;
    }
    Ok(())
}

fn markdown(comparison: &Comparison, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let (old, new) = (lang.day(comparison.old.as_of), lang.day(comparison.new.as_of));
    writeln!(out, "|  | {old} | {new} | {} |", lang.say(&words::CHANGE))?;
    writeln!(out, "| --- | ---: | ---: | ---: |")?;
    for Told { name, old, new, change, .. } in lang.headline(comparison) {
        writeln!(out, "| {name} | {old} | {new} | {change} |")?;
    }
    writeln!(out)?;
    for (_, text, count) in lang.people(comparison).into_iter().chain(lang.moves(comparison)) {
        writeln!(out, "- {text}: {}", lang.count(count))?;
    }
    Ok(())
}

fn amount(amount: Option<Rupiah>) -> Value {
    amount.map_or(Value::Null, |amount| amount.get().to_string().into())
}

fn headline(headline: &Headline) -> Value {
    let standing: Map<String, Value> =
        Standing::ALL.into_iter().map(|own| (own.code().to_owned(), headline.standing.get(own).into())).collect();
    json!({
        "as_of": headline.as_of.to_string(),
        "listed": headline.listed,
        "standing": standing,
        "percent": headline.progress.and_then(|share| share.percent()).map(|percent| format!("{percent:.2}")),
        "left": amount(headline.left),
        "spent": amount(headline.spent),
        "runway_months": headline.months.map(|months| format!("{months:.2}")),
        "funded_through": headline.paid_active.map(|month| month.to_string()),
        "target_funded_through": headline.paid_target.map(|month| month.to_string()),
    })
}

/// What changed of the headline figures, as data.
pub fn changes(comparison: &Comparison) -> Value {
    let (old, new) = (&comparison.old, &comparison.new);
    let money = |was: Option<Rupiah>, is: Option<Rupiah>| amount(was.zip(is).and_then(|(was, is)| is.minus(was)));
    json!({
        "as_of": old.as_of.to_string(),
        "active": i128_of(new.active(), old.active()),
        "listed": i128_of(new.listed, old.listed),
        "left": money(old.left, new.left),
        "spent": money(old.spent, new.spent),
        "runway_months": old.months.zip(new.months).map(|(was, is)| format!("{:.2}", is - was)),
        "joined": comparison.joined.len(),
        "left_the_list": comparison.left.len(),
        "changed": comparison.changed.len(),
    })
}

fn i128_of(new: u64, old: u64) -> i64 {
    i64::try_from(i128::from(new) - i128::from(old)).unwrap_or(0)
}

/// The whole comparison as data.
fn document(comparison: &Comparison, old: &Roster, new: &Roster, text: &str, reveal: bool) -> Value {
    let person = |roster: &Roster, row: Row| {
        let worker = roster.worker(row);
        let nik = match worker.nik() {
            Held::Text(nik) if reveal => Some(scrub(nik.reveal()).into_owned()),
            Held::Text(nik) => Some(nik.to_string()),
            _ => None,
        };
        json!({
            "id": worker.id().map(|id| scrub(&id).into_owned()),
            "name": scrub(&worker.name()),
            "nik": nik,
        })
    };
    let pair = |pair: &Pair| {
        let mut own = person(new, pair.new);
        let parts: Vec<&str> = pair.parts().map(Part::code).collect();
        if let Some(members) = own.as_object_mut() {
            members.insert("changed".to_owned(), parts.into());
        }
        own
    };
    let parts = Part::ALL.into_iter().map(|part| (part, comparison.changed_in(part))).filter(|(_, count)| *count > 0);
    let moves = comparison.standings.iter();
    json!({
        "schema": "lindungi/diff/1",
        "filter": Some(text).filter(|text| !text.trim().is_empty()),
        "equal": comparison.is_equal(),
        "old": headline(&comparison.old),
        "new": headline(&comparison.new),
        "change": changes(comparison),
        "programme_changed": comparison.programme,
        "joined": comparison.joined.iter().map(|&row| person(new, row)).collect::<Vec<_>>(),
        "left": comparison.left.iter().map(|&row| person(old, row)).collect::<Vec<_>>(),
        "changed": comparison.changed.iter().map(pair).collect::<Vec<_>>(),
        "fields": parts.map(|(part, count)| (part.code().to_owned(), count.into())).collect::<Map<String, Value>>(),
        "groups": comparison.groups(old, new).into_iter()
            .map(|(from, to, count)| json!({"from": scrub(from), "to": scrub(to), "workers": count})).collect::<Vec<_>>(),
        "standings": moves
            .map(|(from, to, pairs)| json!({"from": from.code(), "to": to.code(), "workers": pairs.len()})).collect::<Vec<_>>(),
    })
}
