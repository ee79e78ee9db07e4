//! `lindungi diff`: what changed from one roster to another.

use super::{Failure, document, load};
use crate::args::{Diff, DiffFormat};
use crate::check::Audited;
use crate::disk::Source;
use crate::figures::Figures;
use crate::figures::compare::{self, Aspect, Baseline, Comparison, Headline, Pair};
use crate::lang::changes::Told;
use crate::lang::measure::{pad, right, width};
use crate::lang::person::Privacy;
use crate::lang::{Lang, words};
use crate::roster::attribute::Attribute;
use crate::roster::calendar::Month;
use crate::roster::filter::Filter;
use crate::roster::money::Rupiah;
use crate::roster::query;
use crate::roster::store::Worker;
use crate::roster::worker::Standing;
use serde_json::{Map, Value, json};
use std::io::{self, Write};
use std::sync::Arc;

/// Runs it; the answer is 1 if anything differs, else 0.
pub(crate) fn run(args: &Diff, text: &str, privacy: Privacy, lang: Lang, out: &mut dyn Write) -> Result<u8, Failure> {
    let (old, new) = (Source::named(Some(&args.old)), Source::named(Some(&args.new)));
    if old == Source::Stdin && new == Source::Stdin {
        return Err(super::one_stdin(lang));
    }
    let (old, new) = (load(&old, args.most.max_size, lang)?, load(&new, args.most.max_size, lang)?);
    let filter = filter_of_both(text, &old, &new, lang)?;
    super::say_meant(&filter, &new, lang);
    let baseline = Baseline::of(Arc::clone(old.shared()), &new);
    let comparison = Comparison::of(&baseline, &filter, &new, &Figures::of(&new, &filter));
    let people = People { old: &old, new: &new, privacy };
    match args.format {
        DiffFormat::Text => told(&comparison, &people.counted(&comparison, lang), lang, out)?,
        DiffFormat::Markdown => markdown(&comparison, &people.counted(&comparison, lang), lang, out)?,
        DiffFormat::Json => {
            document::write(&people.document(&comparison, text), out)?;
        }
    }
    Ok(u8::from(!comparison.is_equal()))
}

/// One filter for both files, as the newer one understands it: its values are then the same names in both. What only
/// the older one knows, such as a district that is no more, is asked of that.
pub(crate) fn filter_of_both(text: &str, old: &Audited, new: &Audited, lang: Lang) -> Result<Filter, Failure> {
    let first = query::parse(text, new);
    let mistake = first.or_else(|error| query::parse(text, old).map_err(|_| error));
    mistake.map_err(|error| Failure::Usage(lang.query_mistake(text, &error)))
}

fn told(comparison: &Comparison, counted: &[(String, u64)], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let rows = lang.headline(comparison);
    let dates = [lang.day(comparison.old.as_of), lang.day(comparison.new.as_of), lang.say(&words::CHANGE).to_owned()];
    let wide = |cell: fn(&Told) -> &str, head: &str| {
        rows.iter().map(|row| width(cell(row))).max().unwrap_or(0).max(width(head))
    };
    let name = wide(|row| row.name, "");
    let widths = [wide(|row| &row.old, &dates[0]), wide(|row| &row.new, &dates[1]), wide(|row| &row.change, &dates[2])];
    let line = |name_of: &str, cells: [&str; 3]| {
        let cells: Vec<String> = cells.iter().zip(widths).map(|(cell, columns)| right(cell, columns)).collect();
        format!("{}  {}", pad(name_of, name), cells.join("  "))
    };
    writeln!(out, "{}", line("", dates.each_ref().map(String::as_str)))?;
    for row in &rows {
        writeln!(out, "{}", line(row.name, [&row.old, &row.new, &row.change]))?;
    }
    writeln!(out)?;
    if let Some(doubt) = lang.other_people(comparison) {
        writeln!(out, "{doubt}\n")?;
    }
    for (text, count) in counted {
        writeln!(out, "{:>9}  {text}", lang.count(*count))?;
    }
    for line in lang.besides(comparison) {
        writeln!(out, "           {line}")?;
    }
    if comparison.is_equal() {
        writeln!(out, "{}", lang.say(&words::NO_DIFFERENCE))?;
    }
    Ok(())
}

fn markdown(comparison: &Comparison, counted: &[(String, u64)], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let (old, new) = (lang.day(comparison.old.as_of), lang.day(comparison.new.as_of));
    writeln!(out, "|  | {old} | {new} | {} |", lang.say(&words::CHANGE))?;
    writeln!(out, "| --- | ---: | ---: | ---: |")?;
    for Told { name, old, new, change, .. } in lang.headline(comparison) {
        writeln!(out, "| {name} | {old} | {new} | {change} |")?;
    }
    writeln!(out)?;
    if let Some(doubt) = lang.other_people(comparison) {
        writeln!(out, "**{doubt}**\n")?;
    }
    for (text, count) in counted {
        writeln!(out, "- {text}: {}", lang.count(*count))?;
    }
    for line in lang.besides(comparison) {
        writeln!(out, "- {line}")?;
    }
    if comparison.is_equal() {
        writeln!(out, "- {}", lang.say(&words::NO_DIFFERENCE))?;
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

/// What changed of the headline figures, as data: newer less older.
pub(crate) fn changes(comparison: &Comparison) -> Value {
    let (old, new) = (&comparison.old, &comparison.new);
    let money = |was: Option<Rupiah>, is: Option<Rupiah>| amount(was.zip(is).and_then(|(was, is)| is.minus(was)));
    let count = |was: u64, is: u64| i64::try_from(i128::from(is) - i128::from(was)).ok();
    let months = |was: Option<Month>, is: Option<Month>| was.zip(is).map(|(was, is)| is.since(was));
    json!({
        "active": count(old.active(), new.active()),
        "listed": count(old.listed, new.listed),
        "left": money(old.left, new.left),
        "spent": money(old.spent, new.spent),
        "runway_months": old.months.zip(new.months).map(|(was, is)| (is - was).to_string()),
        "funded_through_months": months(old.paid_active, new.paid_active),
        "target_funded_through_months": months(old.paid_target, new.paid_target),
    })
}

/// What changed since an older roster, for `status --since`: no person is named.
pub(crate) fn since(comparison: &Comparison) -> Value {
    json!({
        "as_of": comparison.old.as_of.to_string(),
        "change": changes(comparison),
        "paired": comparison.paired,
        "probably_other_people": comparison.is_of_other_people(),
        "joined": comparison.joined.len(),
        "left": comparison.left.len(),
        "changed": comparison.changed.len(),
    })
}

fn aspect_code(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Program => "program",
        Aspect::Groups => "groups",
        Aspect::Payments => "payments",
        Aspect::Plan => "plan",
        Aspect::Claims => "claims",
        Aspect::Districts => "districts",
        Aspect::History => "history",
    }
}

/// Whose data is written.
struct People<'a> {
    old: &'a Audited,
    new: &'a Audited,
    privacy: Privacy,
}

impl People<'_> {
    /// What happened to the workers, line by line, each with how many.
    fn counted(&self, comparison: &Comparison, lang: Lang) -> Vec<(String, u64)> {
        let (lines, second) = comparison.lines();
        let (people, moves) = lines.split_at(second);
        let worded = |(people, count): &(compare::People, u64)| (lang.happened(*people, comparison), *count);
        let mut counted: Vec<(String, u64)> = people.iter().map(worded).collect();
        counted.extend(lang.group_moves(comparison, self.old, self.new));
        counted.extend(moves.iter().map(worded));
        counted
    }

    /// The whole comparison.
    fn document(&self, comparison: &Comparison, text: &str) -> Value {
        let fields = Attribute::COMPARED.into_iter().map(|own| (own.code().to_owned(), comparison.changed_in(own)));
        let groups = comparison.groups(self.old, self.new).into_iter();
        let columns = |newer: bool| -> Vec<&str> {
            let own = comparison.columns.iter().filter(|column| column.newer == newer);
            own.map(|column| column.attribute.code()).collect()
        };
        json!({
            "schema": "lindungi/diff/1",
            "filter": Some(text).filter(|text| !text.trim().is_empty()),
            "equal": comparison.is_equal(),
            "old": headline(&comparison.old),
            "new": headline(&comparison.new),
            "change": changes(comparison),
            "paired": comparison.paired,
            "probably_other_people": comparison.is_of_other_people(),
            "also_changed": comparison.aspects.iter().map(|aspect| aspect_code(*aspect)).collect::<Value>(),
            "columns_only_in": {"old": columns(false), "new": columns(true)},
            "fields": fields.filter(|(_, count)| *count > 0).map(|(code, count)| (code, json!(count))).collect::<Value>(),
            "groups": groups.map(|(from, to, count)| json!({"from": from, "to": to, "workers": count})).collect::<Value>(),
            "standings": comparison.standings.iter().map(|(from, to, pairs)| {
                json!({"from": from.code(), "to": to.code(), "workers": pairs.len()})
            }).collect::<Value>(),
            "joined": comparison.joined.iter().map(|&row| self.person(self.new.worker(row))).collect::<Value>(),
            "left": comparison.left.iter().map(|&row| self.person(self.old.worker(row))).collect::<Value>(),
            "changed": comparison.changed.iter().map(|pair| self.pair(pair)).collect::<Value>(),
        })
    }

    fn field(&self, worker: Worker<'_>, attribute: Attribute) -> Value {
        self.privacy.cell(worker, attribute).into()
    }

    /// Who somebody is.
    fn person(&self, worker: Worker<'_>) -> Map<String, Value> {
        let who = [Attribute::Id, Attribute::Name, Attribute::Nik];
        who.into_iter().map(|own| (own.code().to_owned(), self.field(worker, own))).collect()
    }

    /// A person with each field that differs, as it was and as it is.
    fn pair(&self, pair: &Pair) -> Map<String, Value> {
        let (was, is) = (self.old.worker(pair.old), self.new.worker(pair.new));
        let fields = pair
            .differing()
            .map(|own| (own.code().to_owned(), json!({"old": self.field(was, own), "new": self.field(is, own)})));
        let mut told = self.person(is);
        told.insert("fields".to_owned(), fields.collect());
        told
    }
}
