//! A list in parts: a sheet or a file for each district, village or group, each with its sum.

use super::summary::{money, text};
use super::workers::Sheet;
use super::{Book, Cell, Line, Table};
use crate::figures::budget::Monthly;
use crate::lang::person::Privacy;
use crate::lang::words::export as own;
use crate::lang::{Lang, words};
use crate::roster::Roster;
use crate::roster::attribute::Attribute;
use crate::roster::rows::{Row, RowSet};
use crate::roster::text::fold;
use serde_json::Value;
use std::collections::BTreeMap;

/// By what a list is split.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum By {
    /// A part for each district.
    District,
    /// A part for each village.
    Village,
    /// A part for each occupation group.
    Group,
}

/// The most parts: as many sheets as a person still finds one in, and as many files as a system opens.
pub const MOST: usize = 255;

impl By {
    /// Every way.
    pub const ALL: [By; 3] = [By::District, By::Village, By::Group];

    /// The column that it goes by.
    pub fn column(self) -> Attribute {
        match self {
            By::District => Attribute::District,
            By::Village => Attribute::Village,
            By::Group => Attribute::Group,
        }
    }
}

/// Workers who have one value in common.
pub struct Part {
    /// The value as it is shown.
    pub name: String,
    /// The workers in the order of the list.
    pub rows: Vec<Row>,
    /// What they cost a month.
    pub cost: Monthly,
}

/// The parts of a list in the order of the screen: places by name, groups as the file has them, the unknown last.
pub fn parts(roster: &Roster, rows: &[Row], by: By, lang: Lang) -> Vec<Part> {
    // Whether it is unknown comes first, so that the unknown come last.
    let mut found: BTreeMap<(bool, usize, &str), Vec<Row>> = BTreeMap::new();
    for &row in rows {
        let worker = roster.worker(row);
        let key = match by {
            By::District => (worker.district().is_none(), 0, worker.district().unwrap_or_default()),
            By::Village => (worker.village().is_none(), 0, worker.village().unwrap_or_default()),
            By::Group => (worker.group_index().is_none(), worker.group_index().unwrap_or_default(), ""),
        };
        found.entry(key).or_default().push(row);
    }
    let part = |((unknown, index, name), rows): ((bool, usize, &str), Vec<Row>)| {
        let group = roster.groups.get(index).filter(|_| by == By::Group);
        let name = match (unknown, group) {
            (true, _) if by == By::Group => lang.say(&words::UNKNOWN_GROUP).to_owned(),
            (true, _) => lang.say(&words::UNKNOWN).to_owned(),
            (false, Some(group)) => lang.name(&group.name),
            // It may become the name of a file.
            (false, None) => Privacy::Masked.text(name),
        };
        let cost = cost(roster, &rows);
        Part { name, rows, cost }
    };
    found.into_iter().map(part).collect()
}

/// What workers cost a month.
pub(super) fn cost(roster: &Roster, rows: &[Row]) -> Monthly {
    let mut set = RowSet::none(roster.workers.len());
    rows.iter().for_each(|row| set.insert(*row));
    Monthly::of(roster, &set)
}

/// The sums of a list, a line each: how many workers, and what they cost a month by scheme and in all.
pub(super) fn sums(cost: &Monthly, lang: Lang) -> Vec<Line> {
    let line = |phrase, cell| Line::bold([text(lang.say(phrase)), cell]);
    let mut lines = vec![
        line(&own::SUM_OF_WORKERS, Cell::Number(cost.workers)),
        line(&own::SUM_OF_JKK, money(cost.by_scheme.map(|parts| parts.jkk))),
        line(&own::SUM_OF_JKM, money(cost.by_scheme.map(|parts| parts.jkm))),
        line(&own::SUM_OF_BOTH, money(cost.sum())),
    ];
    lines.extend((cost.unrated > 0).then(|| line(&own::SUM_UNRATED, Cell::Number(cost.unrated))));
    lines
}

/// The parts as a table: a line for each, and the sum of all of them.
pub(super) fn overview(parts: &[Part], whole: &Monthly, by: By, lang: Lang) -> Vec<Line> {
    let heads = [&own::SUM_OF_WORKERS, &own::SUM_OF_JKK, &own::SUM_OF_JKM, &own::SUM_OF_BOTH];
    let by = crate::lang::value::heading(by.column());
    let heads = std::iter::once(&by).chain(heads).map(|phrase| text(lang.say(phrase)));
    let cells = |name: &str, cost: &Monthly| {
        let schemes = [cost.by_scheme.map(|parts| parts.jkk), cost.by_scheme.map(|parts| parts.jkm), cost.sum()];
        [text(name), Cell::Number(cost.workers)].into_iter().chain(schemes.map(money)).collect::<Vec<_>>()
    };
    let mut lines = vec![Line::bold(heads)];
    lines.extend(parts.iter().map(|part| Line::plain(cells(&part.name, &part.cost))));
    lines.push(Line::bold(cells(lang.say(&own::SUM_OF_ALL), whole)));
    lines.push(Line::plain([]));
    lines
}

/// A part as a list of its own, with its sum below.
pub(crate) struct PartSheet<'a> {
    sheet: Sheet<'a>,
    part: &'a Part,
}

impl<'a> PartSheet<'a> {
    /// The part of a list.
    pub fn new(list: Sheet<'a>, part: &'a Part) -> PartSheet<'a> {
        PartSheet { sheet: Sheet { rows: &part.rows, ..list }, part }
    }
}

impl Table for PartSheet<'_> {
    fn heads(&self) -> Vec<String> {
        self.sheet.heads()
    }

    fn len(&self) -> usize {
        self.sheet.len()
    }

    fn cells(&self, place: usize) -> Vec<Cell> {
        self.sheet.cells(place)
    }

    fn document(&self) -> (Value, &'static str) {
        let (mut head, rows) = self.sheet.document();
        if let Some(members) = head.as_object_mut() {
            members.insert("part".to_owned(), self.part.name.clone().into());
        }
        (head, rows)
    }

    fn titles(&self) -> Vec<String> {
        self.sheet.titles()
    }

    fn said(&self, place: usize) -> Vec<Cell> {
        self.sheet.said(place)
    }

    fn brief_titles(&self) -> Vec<String> {
        self.sheet.brief_titles()
    }

    fn brief(&self, place: usize) -> Vec<String> {
        self.sheet.brief(place)
    }

    fn foot(&self) -> Vec<Line> {
        sums(&self.part.cost, self.sheet.lang)
    }

    fn book(&self) -> Book {
        Book { name: self.part.name.clone(), ..self.sheet.book() }
    }
}

/// The most characters of a part's name within a file's.
const LONGEST: usize = 60;

/// A text as it stands in a file's name: letters, digits and single hyphens.
pub(crate) fn slug(text: &str) -> String {
    let folded = fold(text);
    let parts: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let mut name = String::new();
    for part in parts {
        let longer = name.chars().count() + part.chars().count() + 1 > LONGEST;
        if longer && !name.is_empty() {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.extend(part.chars().take(LONGEST));
    }
    name
}

/// The names of parts as files end in them: each its own.
pub(crate) fn slugs(parts: &[Part]) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    for part in parts {
        let own = Some(slug(&part.name)).filter(|own| !own.is_empty()).unwrap_or_else(|| (taken.len() + 1).to_string());
        let mut name = own.clone();
        let mut count = 1;
        while taken.contains(&name) {
            count += 1;
            name = format!("{own}-{count}");
        }
        taken.push(name);
    }
    taken
}
