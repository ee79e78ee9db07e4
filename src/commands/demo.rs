//! `lindungi demo`: a synthetic roster on standard output.

use super::Failure;
use crate::args;
use crate::demo::{self, Options};
use crate::lang::Lang;
use crate::lang::words::command as words;
use crate::roster::calendar::parse_day;
use chrono::Datelike;
use std::io::Write;

/// Writes it.
pub(crate) fn run(args: &args::Demo, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    let standard = Options::default();
    let as_of = match &args.as_of {
        None => standard.as_of,
        Some(text) => {
            let day = parse_day(text).filter(|day| Options::YEARS.contains(&day.year()));
            day.ok_or_else(|| {
                let years = [Options::YEARS.start().to_string(), Options::YEARS.end().to_string()];
                Failure::Usage(lang.fill(&words::AS_OF, &[&years[0], &years[1]]))
            })?
        }
    };
    let options =
        Options { workers: args.workers.unwrap_or(standard.workers), seed: args.seed.unwrap_or(standard.seed), as_of };
    if args.earlier {
        demo::write_earlier(out, &options)?;
    } else {
        demo::write(out, &options)?;
    }
    Ok(out.flush()?)
}
