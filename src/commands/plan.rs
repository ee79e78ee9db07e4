//! `lindungi plan`: what if, without a roster. Every figure stands beside the formula with its numbers put in.

use super::{Failure, document};
use crate::args::{Plan as Asked, PlanFormat};
use crate::figures::budget::Runway;
use crate::figures::plan::{self, Given, Plan, Solved, Unsolved};
use crate::figures::unpaid::Unpaid;
use crate::figures::whatif::{Beyond, Everybody, MOST_MONTHS, Outcome, Unknown, Way, WhatIf, four_ways};
use crate::lang::amount::{self, AmountError, Counted};
use crate::lang::errors::without_numbers;
use crate::lang::measure::{pad, right, width};
use crate::lang::number::UNKNOWN;
use crate::lang::{Lang, Phrase, words};
use crate::roster::calendar::Month;
use crate::roster::money::Rupiah;
use crate::roster::program::ByScheme;
use serde_json::{Value, json};
use std::io::Write;

/// The monthly contribution of a BPU worker by scheme (domain.md): known without a roster.
const BPU: (i128, i128) = (10_000, 6_800);

/// Runs it.
pub(crate) fn run(asked: &Asked, lang: Lang, out: &mut dyn Write) -> Result<u8, Failure> {
    let Monthly { rate, schemes } = Monthly::read(asked.monthly.as_deref(), lang)?;
    let given = Given {
        workers: count(asked.workers.as_deref(), "--workers", Counted::People, lang)?,
        monthly: rate,
        months: count(asked.months.as_deref(), "--months", Counted::Months, lang)?,
        budget: money(asked.budget.as_deref(), "--budget", lang)?,
    };
    if given.months.is_some_and(|months| months > MOST_MONTHS) {
        return Err(beyond(Beyond::Months, lang));
    }
    let plan = plan::solve(given).map_err(|why| Failure::Usage(unsolved(why, lang)))?;
    let from = match asked.from.as_deref() {
        None => None,
        Some(text) => Some(Month::parse(text).ok_or_else(|| no_month("--from", lang))?),
    };
    let told = Told { plan, schemes, schedule: schedule(asked, &plan, from, lang)?, ways: ways(&plan, from) };
    match asked.format {
        PlanFormat::Json => document::write(&told.document(), out)?,
        PlanFormat::Text => told.text(lang, out)?,
    }
    Ok(0)
}

/// Everything that the forms say.
struct Told {
    plan: Plan,
    schemes: Option<ByScheme>,
    /// The months one by one, where a first month is given.
    schedule: Option<(WhatIf, Outcome)>,
    /// The four ways that every meeting compares, where the months are given.
    ways: Option<[Option<Way>; 4]>,
}

/// Who would be paid by this budget: without a roster a staged start begins with nobody.
fn ways(plan: &Plan, from: Option<Month>) -> Option<[Option<Way>; 4]> {
    // Without a first month the months have no names, and which it is does not matter.
    let nameless = from.is_none();
    let from = from.or(Month::new(2024, 1))?;
    let now = WhatIf {
        left: plan.budget,
        added: Rupiah::ZERO,
        added_from: from,
        workers: 0,
        base: None,
        more: 0,
        replaced: 0,
        rate: plan.monthly,
        unpaid: Unpaid::every(from),
        months: plan.months?,
    };
    let ways = four_ways(&now, Everybody { workers: plan.workers, monthly: plan.monthly_cost });
    Some(ways.map(|way| way.map(|way| Way { through: way.through.filter(|_| !nameless), ..way })))
}

fn no_month(option: &str, lang: Lang) -> Failure {
    Failure::Usage(lang.fill(&words::plan::NO_MONTH, &[option]))
}

/// Why an option's text is refused.
fn refused(option: &str, text: &str, why: AmountError, lang: Lang) -> Failure {
    Failure::Usage(format!("{option} {}: {}", without_numbers(text), why.words(lang)))
}

/// People or months.
fn count(text: Option<&str>, option: &str, of: Counted, lang: Lang) -> Result<Option<u64>, Failure> {
    text.map(|text| amount::count(text, of).map_err(|why| refused(option, text, why, lang))).transpose()
}

fn too_large(option: &str, lang: Lang) -> Failure {
    Failure::Usage(format!("{option}: {}", AmountError::TooLarge.words(lang)))
}

fn money(text: Option<&str>, option: &str, lang: Lang) -> Result<Option<Rupiah>, Failure> {
    let amount = text.map(|text| amount::parse(text).map_err(|why| refused(option, text, why, lang))).transpose()?;
    amount.map(|amount| Rupiah::new(amount).ok_or_else(|| too_large(option, lang))).transpose()
}

/// The rate that was given, and its two schemes where they are known: given as a sum, or the BPU rate of the law.
struct Monthly {
    rate: Option<Rupiah>,
    schemes: Option<ByScheme>,
}

impl Monthly {
    fn read(text: Option<&str>, lang: Lang) -> Result<Monthly, Failure> {
        let option = "--monthly";
        if let Some((jkk, jkm)) = text.and_then(|text| text.split_once('+')) {
            let both = money(Some(jkk), option, lang)?.zip(money(Some(jkm), option, lang)?);
            let schemes = both.map(|(jkk, jkm)| ByScheme { jkk, jkm });
            let rate = schemes.and_then(ByScheme::sum).ok_or_else(|| too_large(option, lang))?;
            return Ok(Monthly { rate: Some(rate), schemes });
        }
        let rate = money(text, option, lang)?;
        let law = Rupiah::new(BPU.0).zip(Rupiah::new(BPU.1)).map(|(jkk, jkm)| ByScheme { jkk, jkm });
        Ok(Monthly { rate, schemes: law.filter(|law| rate.is_some() && law.sum() == rate) })
    }
}

fn unsolved(why: Unsolved, lang: Lang) -> String {
    let phrase = match why {
        Unsolved::TooFew => &words::plan::TOO_FEW,
        Unsolved::NoAnswer => &words::plan::NO_ANSWER,
        Unsolved::TooLarge => &words::TOO_LARGE,
    };
    lang.say(phrase).to_owned()
}

/// That a plan goes on beyond a limit.
fn beyond(what: Beyond, lang: Lang) -> Failure {
    Failure::Usage(format!("--months: {}", lang.beyond(what)))
}

/// The months one by one, where a first month is given.
fn schedule(asked: &Asked, plan: &Plan, from: Option<Month>, lang: Lang) -> Result<Option<(WhatIf, Outcome)>, Failure> {
    let Some(from) = from else { return Ok(None) };
    let (added, added_from) = match asked.add.as_deref() {
        None => (Rupiah::ZERO, from),
        Some(text) => {
            let (amount, month) = text.split_once('@').ok_or_else(|| no_month("--add", lang))?;
            let month = Month::parse(month).ok_or_else(|| no_month("--add", lang))?;
            (money(Some(amount), "--add", lang)?.unwrap_or_default(), month)
        }
    };
    let people = |text: &Option<String>, option: &str| count(text.as_deref(), option, Counted::People, lang);
    let own = WhatIf {
        left: plan.budget,
        added,
        added_from,
        workers: plan.workers,
        base: None,
        more: people(&asked.more, "--more")?.unwrap_or(0),
        replaced: people(&asked.replaced, "--replaced")?.unwrap_or(0),
        rate: plan.monthly,
        unpaid: Unpaid::every(from),
        months: plan.months.unwrap_or(0),
    };
    // Without months the answer is until when: every month that is paid, and the one that is not.
    let own = match plan.months {
        Some(_) => own,
        None => {
            let paid = own.solved(Unknown::Months).map(|own| own.months);
            let never = || match plan.lasts {
                None => Failure::Usage(lang.say(&words::plan::NEEDS_MONTHS).to_owned()),
                Some(_) => beyond(own.ends_beyond(), lang),
            };
            WhatIf { months: paid.ok_or_else(never)? + 1, ..own }
        }
    };
    let outcome = own.outcome().ok_or_else(|| beyond(own.beyond(), lang))?;
    Ok(Some((own, outcome)))
}

impl Told {
    fn document(&self) -> Value {
        let Told { plan, schemes, schedule, ways } = self;
        let solved = match plan.solved {
            Solved::Workers => Some("workers"),
            Solved::Monthly => Some("monthly"),
            Solved::Months => Some("months"),
            Solved::Budget => Some("budget"),
            Solved::Nothing => None,
        };
        let by_scheme = schemes.and_then(|schemes| schemes.times(plan.workers));
        let lasts = plan.lasts;
        let full = lasts.map(|lasts| i64::try_from(lasts.full_months).map_or(Value::Null, Value::from));
        let mut document = json!({
            "schema": "lindungi/plan/1",
            "solved": solved,
            "workers": plan.workers,
            "monthly": digits(plan.monthly),
            "budget": digits(plan.budget),
            "months": match plan.months {
                Some(months) => Some(months.to_string()),
                None => lasts.and_then(|lasts| lasts.months).map(|months| format!("{months:.2}")),
            },
            "full_months": full,
            "monthly_cost": digits(plan.monthly_cost),
            "by_scheme": by_scheme.map(|schemes| json!({"JKK": digits(schemes.jkk), "JKM": digits(schemes.jkm)})),
            "remainder": lasts.map(|lasts| digits(lasts.remainder)),
            "next_month_lacks": lasts.map(|lasts| digits(lasts.next_month_lacks)),
            "total_cost": plan.total_cost.map(digits),
            "balance": plan.balance.map(digits),
            "year": {
                "cost": digits(plan.year.cost),
                "balance": digits(plan.year.balance),
                "affordable_workers": plan.year.affordable_workers,
            },
        });
        if let (Some(ways), Some(members)) = (ways, document.as_object_mut()) {
            members.insert("ways".to_owned(), ways_document(ways));
        }
        if let (Some((own, outcome)), Some(members)) = (schedule, document.as_object_mut()) {
            members.insert("schedule".to_owned(), schedule_document(own, outcome, plan.months.is_none()));
        }
        document
    }

    fn text(&self, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
        let Told { plan, schemes, schedule, ways } = self;
        let mut lines = given_lines(plan, *schemes, lang);
        lines.extend(lasts_lines(plan, lang));
        lines.extend(cost_lines(plan, lang));
        if let Some((own, outcome)) = schedule.as_ref().filter(|_| plan.months.is_none()) {
            lines.extend(until_line(own, outcome, lang));
        }
        for (label, text) in lines {
            writeln!(out, "{:<13}{text}", label.map_or("", |label| lang.say(label)))?;
        }
        if let Some(ways) = ways {
            writeln!(out)?;
            write_ways(ways, lang, out)?;
        }
        if let Some((own, outcome)) = schedule {
            writeln!(out)?;
            write_schedule(own, outcome, plan.months.is_none(), lang, out)?;
        }
        Ok(())
    }
}

fn digits(amount: Rupiah) -> String {
    amount.get().to_string()
}

fn ways_document(ways: &[Option<Way>; 4]) -> Value {
    let names = ["until_the_money_ends", "as_many_as_fit", "staged", "all_to_the_end"];
    let way = |way: &Way| {
        json!({
            "workers": way.workers,
            "months": i64::try_from(way.months).ok(),
            "through": way.through.map(|month| month.to_string()),
            "balance": way.balance.map(digits),
            "more_each_month": way.more,
        })
    };
    let told = names.into_iter().zip(ways);
    told.map(|(name, own)| (name.to_owned(), own.as_ref().map_or(Value::Null, way))).collect()
}

/// Where it goes on until the money ends, its cost and balance are those of the months that are paid.
fn schedule_document(own: &WhatIf, outcome: &Outcome, open: bool) -> Value {
    let last = outcome.paid.last();
    let unpaid = own.months.saturating_sub(1);
    let paid_alone = || WhatIf { months: unpaid, ..*own }.outcome();
    let sums = if open { paid_alone() } else { None };
    let sums = sums.as_ref().unwrap_or(outcome);
    let paid = outcome.paid.iter().map(|paid| {
        json!({
            "month": paid.month.to_string(),
            "workers": paid.workers,
            "cost": digits(paid.cost),
            "left": digits(paid.left),
        })
    });
    json!({
        "from": own.from().to_string(),
        "added": digits(own.added),
        "added_from": own.added_from.to_string(),
        "more_each_month": own.more,
        "replaced_each_month": own.replaced,
        "paid": paid.collect::<Vec<_>>(),
        "lacks": outcome.lacks.map(|(month, workers, lacks)| {
            json!({"month": month.to_string(), "workers": workers, "amount": digits(lacks)})
        }),
        "through": last.map(|paid| paid.month.to_string()),
        "cost": digits(sums.cost),
        "balance": digits(sums.balance),
        "people": outcome.people,
    })
}

/// A line with its label; without one it goes on with the line before.
type Line = (Option<&'static Phrase>, String);

/// What was solved for is marked.
fn marked(plan: &Plan, solved: Solved, text: String) -> String {
    if plan.solved == solved { format!("= {text}") } else { text }
}

/// Workers, rate, budget, and what a month costs.
fn given_lines(plan: &Plan, schemes: Option<ByScheme>, lang: Lang) -> Vec<Line> {
    let rp = |amount: Rupiah| lang.rupiah(amount);
    let workers = lang.count(plan.workers);
    let rate = format!("{} {}", rp(plan.monthly), lang.say(&words::PER_MONTH));
    let month = format!("{workers} × {} = {}", rp(plan.monthly), rp(plan.monthly_cost));
    let mut lines: Vec<Line> = vec![
        (Some(&words::plan::WORKERS), marked(plan, Solved::Workers, workers)),
        (Some(&words::plan::RATE), marked(plan, Solved::Monthly, rate)),
        (Some(&words::plan::BUDGET), marked(plan, Solved::Budget, rp(plan.budget))),
        (Some(&words::plan::A_MONTH), month),
    ];
    if let Some(ByScheme { jkk, jkm }) = schemes.and_then(|schemes| schemes.times(plan.workers)) {
        lines.push((None, format!("JKK {} + JKM {}", rp(jkk), rp(jkm))));
    }
    lines
}

/// How long the budget lasts.
fn lasts_lines(plan: &Plan, lang: Lang) -> Vec<Line> {
    let Some(lasts) = plan.lasts else {
        return vec![(Some(&words::plan::LASTS), lang.runway(&Runway::Unlimited).text())];
    };
    let rp = |amount: Rupiah| lang.rupiah(amount);
    let months = lasts.months.map_or(UNKNOWN.to_owned(), |months| lang.decimal(months));
    let formula = lang.fill(&words::plan::CUT, &[&rp(plan.budget), &rp(plan.monthly_cost), &months]);
    let values = [
        lang.integer(lasts.full_months),
        rp(lasts.remainder),
        lang.integer(lasts.full_months + 1),
        rp(lasts.next_month_lacks),
    ];
    let full = lang.fill(&words::plan::FULL_MONTHS, &values.each_ref().map(String::as_str));
    vec![(Some(&words::plan::LASTS), marked(plan, Solved::Months, formula)), (None, full)]
}

/// What all its months cost, and what a year does.
fn cost_lines(plan: &Plan, lang: Lang) -> Vec<Line> {
    let rp = |amount: Rupiah| lang.rupiah(amount);
    let mut lines: Vec<Line> = Vec::new();
    if let (Some(months), Some(total), Some(balance)) = (plan.months, plan.total_cost, plan.balance) {
        let values = [lang.count(months), rp(plan.monthly_cost), rp(total), lang.short_or_over(balance)];
        let text = lang.fill(&words::plan::MONTHS, &values.each_ref().map(String::as_str));
        lines.push((Some(&words::plan::IN_ALL), text));
    }
    let (cost, balance) = (rp(plan.year.cost), lang.short_or_over(plan.year.balance));
    lines.push((Some(&words::plan::A_YEAR), format!("12 × {} = {cost}: {balance}", rp(plan.monthly_cost))));
    if let Some(affordable) = plan.year.affordable_workers {
        lines.push((None, lang.fill(&words::plan::AFFORDABLE, &[&lang.count(affordable)])));
    }
    lines
}

/// Until when the money lasts with what was added to it.
fn until_line(own: &WhatIf, outcome: &Outcome, lang: Lang) -> Option<Line> {
    if own.more == 0 && own.added == Rupiah::ZERO {
        return None;
    }
    let (month, _, lacks) = outcome.lacks?;
    let (month, lacks) = (lang.month(month), lang.rupiah(lacks));
    let text = match outcome.paid.last() {
        None => lang.fill(&words::plan::NOT_ONE, &[&month, &lacks]),
        Some(last) => {
            let many = lang.so_many_months(outcome.paid.len() as i128);
            lang.fill(&words::plan::UNTIL, &[&many, &lang.month(last.month), &month, &lacks])
        }
    };
    Some((Some(&words::plan::WITH), format!("= {text}")))
}

fn write_ways(ways: &[Option<Way>; 4], lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    let told = ways.iter().enumerate().filter(|(_, way)| way.is_some());
    let rows = told.map(|(place, way)| {
        let told = lang.way(place, way.as_ref());
        let balance = way.as_ref().and_then(|way| way.balance);
        let result = balance.map_or(UNKNOWN.to_owned(), |balance| lang.short_or_over(balance));
        let [months, ..] = told.months;
        [format!("  {}", told.name), told.workers, months, result]
    });
    let heads = lang.ways_heads().map(str::to_owned);
    let rows: Vec<[String; 4]> = std::iter::once(heads).chain(rows).collect();
    let wide = |column: usize| rows.iter().map(|row| width(&row[column])).max().unwrap_or(0);
    let (name, workers, months) = (wide(0), wide(1), wide(2));
    for [a, b, c, d] in &rows {
        writeln!(out, "{}  {}  {}  {d}", pad(a, name), right(b, workers), pad(c, months))?;
    }
    Ok(())
}

/// The months one by one.
fn write_schedule(own: &WhatIf, outcome: &Outcome, open: bool, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    let rp = |amount: Rupiah| lang.rupiah(amount);
    let heads = [words::MONTH, words::WORKERS, words::PER_MONTH, words::LEFT].map(|head| lang.say(&head));
    writeln!(out, "{:<10}{:>12}{:>20}{:>20}", heads[0], heads[1], heads[2], heads[3])?;
    for paid in &outcome.paid {
        let (month, workers) = (lang.month(paid.month), lang.count(paid.workers));
        writeln!(out, "{month:<10}{workers:>12}{:>20}{:>20}", rp(paid.cost), rp(paid.left))?;
    }
    if let Some((month, workers, lacks)) = outcome.lacks {
        let lacks = lang.fill(&words::plan::LACKS, &[&rp(lacks)]);
        writeln!(out, "{:<10}{:>12}  {lacks}", lang.month(month), lang.count(workers))?;
    }
    // Where it goes on until the money ends, that is what the line before says.
    if !open {
        let end = own.last().map_or(UNKNOWN.to_owned(), |month| lang.month(month));
        writeln!(out, "{end:<10}{}", lang.short_or_over(outcome.balance))?;
    }
    if own.replaced > 0 {
        writeln!(out, "{}", lang.fill(&words::plan::PEOPLE, &[&lang.count(outcome.people)]))?;
    }
    Ok(())
}
