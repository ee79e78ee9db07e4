//! The summary of a workbook: what the list is of, how much of it, and the figures that `status` says, so that whoever is
//! handed the file alone knows what it holds.

use super::{Cell, Line};
use crate::check::Audited;
use crate::figures::Figures;
use crate::figures::groups::GroupRow;
use crate::lang::person::Privacy;
use crate::lang::scrub::scrub;
use crate::lang::summary::{Summary, percent};
use crate::lang::words::export as own;
use crate::lang::{Lang, Phrase, words};
use crate::roster::filter::Filter;
use crate::roster::money::Rupiah;
use crate::roster::program::AsOfFrom;
use crate::roster::query;
use crate::roster::worker::Standing;

/// What is known of every list.
#[derive(Clone, Copy)]
pub(super) struct Facts<'a> {
    /// The roster.
    pub roster: &'a Audited,
    /// The language.
    pub lang: Lang,
    /// How much of a person the list holds.
    pub privacy: Privacy,
}

pub(super) fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

/// Money as a number where a spreadsheet holds it exactly, else as text.
pub(super) fn money(amount: Option<Rupiah>) -> Cell {
    match amount.map(Rupiah::get) {
        None => Cell::Empty,
        Some(amount) if (0..1 << 53).contains(&amount) => Cell::Number(u64::try_from(amount).unwrap_or(0)),
        Some(amount) => Cell::Text(amount.to_string()),
    }
}

impl Facts<'_> {
    fn line(self, label: &Phrase, cell: Cell) -> Line {
        Line::plain([text(self.lang.say(label)), cell])
    }

    /// The programme, its date, how many rows, and what of a person is hidden.
    pub(super) fn head(self, rows: usize) -> Vec<Line> {
        let Facts { roster, lang, privacy } = self;
        let program = &roster.program;
        let name = scrub(&program.name).into_owned();
        let mut lines = vec![Line::bold([text(lang.say(&own::SUM_PROGRAM)), text(name)])];
        let region = [&program.region.name, &program.region.province].into_iter().flatten();
        let region: Vec<String> = region.map(|name| scrub(name).into_owned()).collect();
        if !region.is_empty() {
            lines.push(self.line(&own::SUM_REGION, text(region.join(", "))));
        }
        let date = match roster.as_of_from() {
            AsOfFrom::Program => &own::SUM_DATE,
            AsOfFrom::Data => &own::SUM_DATE_DATA,
            AsOfFrom::FiscalYear => &own::SUM_DATE_YEAR,
        };
        lines.push(self.line(date, Cell::Day(roster.as_of())));
        if roster.synthetic {
            lines.push(Line::bold([text(lang.say(&words::DEMO)), text(lang.say(&own::SUM_SYNTHETIC))]));
        }
        lines.push(self.line(&own::SUM_ROWS, Cell::Number(rows as u64)));
        lines.push(self.line(&own::SUM_READABLE, Cell::Number(roster.workers.len() as u64)));
        lines.push(self.line(&own::SUM_ASIDE, Cell::Number(roster.workers_set_aside() as u64)));
        let hidden = if privacy.hides() { &own::MASKED } else { &words::EXPORT_REVEALED };
        lines.push(self.line(&own::SUM_PRIVACY, text(lang.say(hidden))));
        lines
    }

    /// The filter, and the figures of those who pass it as `status` has them.
    pub(super) fn figures(self, filter: &str) -> Vec<Line> {
        let Facts { roster, lang, privacy } = self;
        let given = Some(filter).filter(|filter| !filter.trim().is_empty());
        // It was understood before it selected anybody.
        let filter = query::parse(given.unwrap_or(""), roster).unwrap_or(Filter::EVERYBODY);
        let figures = Figures::of(roster, &filter);
        // A number that was searched for would stand beside the only name that has it.
        let shown = given.map(|text| privacy.written(text));
        let summary = Summary { lang, roster, text: shown.as_deref(), filter: &filter, figures, comparison: None };
        let said = |(label, words): (String, String)| Line::plain([text(label), text(words)]);
        let mut lines: Vec<Line> = summary.selection().into_iter().chain(summary.key_lines()).map(said).collect();
        lines.push(Line::plain([]));
        lines.extend(self.groups(&summary));
        lines
    }

    /// Each group: how many match, are active, are meant to be.
    fn groups(self, summary: &Summary<'_>) -> Vec<Line> {
        let lang = self.lang;
        let heads = [&words::ST_GROUPS, &words::MATCHED_STEP, &words::ACTIVE_STEP, &words::GOAL];
        let heads = heads.map(|head| text(lang.say(head))).into_iter().chain([text("%")]);
        let row = |row: &GroupRow| {
            let group = row.group.and_then(|place| self.roster.groups.get(place));
            let name = group.map_or(lang.say(&words::UNKNOWN_GROUP).to_owned(), |group| lang.name(&group.name));
            Line::plain([
                text(name),
                Cell::Number(row.matched()),
                Cell::Number(row.standing.get(Standing::Active)),
                row.target.map_or(Cell::Empty, Cell::Number),
                text(percent(lang, row.progress)),
            ])
        };
        std::iter::once(Line::bold(heads)).chain(summary.figures.groups.iter().map(row)).collect()
    }
}
