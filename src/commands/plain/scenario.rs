//! What if, in words: values that are changed one after the other, and what comes of them.

use crate::figures::whatif::WhatIf;
use crate::lang::Lang;
use crate::lang::amount::{Counted, count, parse};
use crate::lang::errors::without_numbers;
use crate::lang::words::plain as words;
use crate::roster::money::Rupiah;
use crate::roster::text::fold;

/// Changes a value as it is written: `add 150 mn`, `tambah 150 juta`. The answer is why it is not.
pub fn change(own: &mut WhatIf, text: &str, lang: Lang) -> Result<(), String> {
    let (knob, number) = text.trim().split_once(char::is_whitespace).unwrap_or((text.trim(), ""));
    let why = |error: crate::lang::amount::AmountError| match number.trim() {
        "" => error.words(lang).to_owned(),
        number => format!("{}: {}", without_numbers(number), error.words(lang)),
    };
    let rupiah = || {
        parse(number)
            .map_err(why)
            .and_then(|rupiah| Rupiah::new(rupiah).ok_or_else(|| lang.say(&words::NO_KNOB).to_owned()))
    };
    // As it is told back: so many more each month.
    let monthly = ["per bulan", "tiap bulan", "a month", "each month"];
    let monthly = monthly.iter().find_map(|each| number.trim_end().strip_suffix(each));
    let number = |of| count(monthly.unwrap_or(number), of).map_err(why);
    match fold(knob).as_str() {
        "add" | "tambah" if monthly.is_some() => own.more = number(Counted::People)?,
        "add" | "tambah" => own.added = rupiah()?,
        "more" | "lagi" => own.more = number(Counted::People)?,
        "workers" | "pekerja" => (own.workers, own.base) = (number(Counted::People)?, None),
        "rate" | "iuran" => (own.rate, own.base) = (rupiah()?, None),
        "months" | "bulan" => own.months = number(Counted::Months)?,
        _ => return Err(lang.say(&words::NO_KNOB).to_owned()),
    }
    Ok(())
}

/// What was changed, and what comes of it.
pub fn told(now: &WhatIf, own: &WhatIf, target: Option<u64>, lang: Lang) -> Vec<String> {
    let changed = [
        (own.added != now.added, &words::KNOB_ADDED, lang.rupiah(own.added)),
        (own.more != now.more, &words::KNOB_MORE, lang.count(own.more)),
        (own.workers != now.workers, &words::KNOB_WORKERS, lang.count(own.workers)),
        (own.rate != now.rate, &words::KNOB_RATE, lang.rupiah(own.rate)),
        (own.months != now.months, &words::KNOB_MONTHS, lang.count(own.months)),
    ];
    let changed = changed.into_iter().filter(|(differs, ..)| *differs);
    let changed: Vec<String> = changed.map(|(_, phrase, value)| lang.fill(phrase, &[&value])).collect();
    let head = match changed.as_slice() {
        [] => lang.say(&words::SCENARIO_NONE).to_owned(),
        changed => lang.fill(&words::SCENARIO_HEAD, &[&changed.join(", ")]),
    };
    let outcome = own.outcome().map_or_else(|| lang.beyond(own.beyond()), |own| lang.outcome(&own, target));
    vec![head, outcome]
}
