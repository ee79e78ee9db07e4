//! `--plain`, and whoever has no screen: the dashboard as a dialogue in lines. A line is written, its answer comes below,
//! and nothing is ever drawn over: for those who hear a screen or feel it under their fingers, for terminals that can do
//! nothing else, and for scripts that write the lines.
//!
//! It says the sentences of the other ways: a tab is the part of the page of `lindungi report`, a filter is that of the
//! screen, and what a login may not is no word here.

mod files;
mod people;
mod rule;
mod scenario;
mod word;

use super::{Failure, filter, load_as, say_meant, views};
use crate::capabilities::Capabilities;
use crate::check::Audited;
use crate::disk::Source;
use crate::figures::Figures;
use crate::figures::compare::{Baseline, Comparison};
use crate::figures::groups::order::{GroupColumn, GroupOrder};
use crate::figures::whatif::WhatIf;
use crate::lang::amount::{Counted, count};
use crate::lang::errors::without_numbers;
use crate::lang::person::Privacy;
use crate::lang::scrub::scrub;
use crate::lang::words::notice;
use crate::lang::words::plain as words;
use crate::lang::{Lang, ascii};
use crate::load::How;
use crate::report::{Listed, Part, Report};
use crate::roster::filter::Filter;
use crate::roster::order::{Order, Ranking};
use crate::roster::rows::Row;
use crate::roster::text::holds_number;
use crate::tui::save_views;
use crate::views::{Change, View, is_name};
use std::io::{self, BufRead, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use word::{Do, Unclear};

/// Workers that are told at a time.
const AT_A_TIME: usize = 10;
/// Bytes of a line: a filter is at most 256 characters, and a path a few thousand.
const LONGEST: u64 = 8 * 1024;

/// How the dialogue begins.
pub(crate) struct Beginning<'a> {
    /// The roster.
    pub source: Source,
    /// An older one.
    pub since: Option<Source>,
    /// How they are read; the language too.
    pub how: How,
    /// What this login may.
    pub may: Capabilities,
    /// How much of a person is told.
    pub privacy: Privacy,
    /// The filter.
    pub filter: Option<String>,
    /// Where the saved views lie.
    pub views: Option<&'a Path>,
    /// Whether it takes ASCII alone.
    pub ascii: bool,
    /// Whether somebody writes the lines at a terminal, and is asked for each.
    pub asks: bool,
}

/// What is told about, and how.
struct Dialogue<'a> {
    begun: Beginning<'a>,
    lang: Lang,
    privacy: Privacy,
    roster: Audited,
    older: Option<Audited>,
    /// The filter's text, and those before it.
    text: String,
    past: Vec<Former>,
    order: Order,
    figures: Figures,
    scenario: Option<WhatIf>,
    /// Those who pass in their order, and how many of them were told.
    rows: Vec<Row>,
    told: usize,
}

/// What was before a change.
enum Former {
    /// The filter.
    Filter(String),
    /// The scenario.
    Scenario(Option<WhatIf>),
}

/// Takes lines until there are none, or one says to end.
pub(crate) fn run(begun: Beginning<'_>, lines: &mut dyn BufRead, out: &mut dyn Write) -> Result<u8, Failure> {
    let lang = begun.how.lang;
    let roster = load_as(&begun.source, begun.how)?;
    let older = begun.since.as_ref().map(|since| load_as(since, begun.how)).transpose()?;
    let text = begun.filter.clone().unwrap_or_default();
    let figures = Figures::of(&roster, &filter(&text, &roster, lang)?);
    let (privacy, order, past) = (begun.privacy, Order::default(), Vec::new());
    let (rows, told, scenario) = (Vec::new(), 0, None);
    let mut dialogue =
        Dialogue { begun, lang, privacy, roster, older, text, past, order, figures, scenario, rows, told };
    dialogue.arrange();
    dialogue.answer(dialogue.tell(Part::Overview, dialogue.figures.clone()), out)?;
    if dialogue.begun.asks {
        dialogue.answer(vec![lang.say(&words::WELCOME).to_owned()], out)?;
    }
    while let Some(line) = dialogue.next(lines, out)? {
        let line = line.trim();
        let (head, rest) = match line.strip_prefix('/') {
            Some(filter) => ("filter", filter.trim()),
            None => line.split_once(char::is_whitespace).map_or((line, ""), |(head, rest)| (head, rest.trim())),
        };
        // An empty line goes on with a list, as in every pager.
        let does = match head {
            "" if dialogue.told > 0 => Ok(Do::More),
            "" => continue,
            head => word::find(head, dialogue.begun.may, dialogue.lang),
        };
        let said = match does {
            Ok(Do::Quit) => break,
            Ok(does) => dialogue.obey(does, rest),
            Err(unclear) => Err(dialogue.unclear(head, &unclear)),
        };
        let said = said.unwrap_or_else(|why| why.lines().map(str::to_owned).collect());
        dialogue.answer(said, out)?;
    }
    Ok(0)
}

impl Dialogue<'_> {
    /// The next line; `None` where there is none any more.
    fn next(&self, lines: &mut dyn BufRead, out: &mut dyn Write) -> Result<Option<String>, Failure> {
        loop {
            if self.begun.asks {
                write!(out, "> ")?;
                out.flush()?;
            }
            let mut line = Vec::new();
            let read = Read::take(&mut *lines, LONGEST).read_until(b'\n', &mut line);
            if read.map_err(|error| Failure::Input(self.lang.system(&error)))? == 0 {
                return Ok(None);
            }
            if line.last() == Some(&b'\n') || (line.len() as u64) < LONGEST {
                return Ok(Some(String::from_utf8_lossy(&line).into_owned()));
            }
            // The rest of it is no line of its own.
            lines.skip_until(b'\n').map_err(|error| Failure::Input(self.lang.system(&error)))?;
            self.answer(vec![self.lang.say(&words::LONG_LINE).to_owned()], out)?;
        }
    }

    /// Writes an answer, and a free line behind it.
    fn answer(&self, lines: Vec<String>, out: &mut dyn Write) -> io::Result<()> {
        for line in lines.into_iter().chain([String::new()]) {
            let line = if self.begun.ascii { ascii::text(&line) } else { line };
            writeln!(out, "{line}")?;
        }
        out.flush()
    }

    fn say(&self, phrase: &crate::lang::Phrase) -> Vec<String> {
        vec![self.lang.say(phrase).to_owned()]
    }

    /// Why nothing was done: the word takes nothing behind it.
    fn too_much(&self, does: Do, rest: &str) -> String {
        let phrase = if does == Do::Workers { &words::WORKERS_TAKE_NOTHING } else { &words::TAKES_NOTHING };
        self.lang.fill(phrase, &[does.name(self.lang), &without_numbers(rest)])
    }

    fn unclear(&self, head: &str, unclear: &Unclear) -> String {
        let head = without_numbers(head);
        match unclear {
            Unclear::Several(names) => self.lang.fill(&words::SEVERAL_WORDS, &[&head, &names.join(", ")]),
            Unclear::Unknown(Some(near)) => self.lang.fill(&words::UNKNOWN_WORD, &[&head, near]),
            Unclear::Unknown(None) => self.lang.fill(&words::NO_WORD, &[&head]),
        }
    }

    /// The parts of the page of what passes the filter.
    fn tell(&self, part: Part, figures: Figures) -> Vec<String> {
        let lines = self.lines(part, &self.text, figures);
        match (lines.is_empty(), part) {
            (false, _) => lines,
            (true, Part::Since) => self.say(&words::NO_OLDER),
            // Where everybody together would have something, it is the filter that leaves nothing.
            (true, _) => {
                let of_all = || self.lines(part, "", Figures::of(&self.roster, &Filter::EVERYBODY));
                match self.text.is_empty() || of_all().is_empty() {
                    true => self.say(&words::NOTHING_THERE),
                    false => vec![self.lang.fill(&words::NOTHING_OF_THOSE, &[&Privacy::Masked.text(&self.text)])],
                }
            }
        }
    }

    /// A part of the page under a filter; nothing where it has nothing.
    fn lines(&self, part: Part, text: &str, figures: Figures) -> Vec<String> {
        let Ok(filter) = crate::roster::query::parse(text, &self.roster) else { return Vec::new() };
        // Two lists are compared where that is asked for.
        let older = self.older.as_ref().filter(|_| part == Part::Since);
        let compared = older.map(|older| {
            let baseline = Baseline::of(Arc::clone(older.shared()), &self.roster);
            (Comparison::of(&baseline, &filter, &self.roster, &self.figures), older)
        });
        let report = Report {
            roster: &self.roster,
            text: Some(text).filter(|text| !text.is_empty()),
            filter: &filter,
            figures,
            since: compared,
            listed: Listed::Nobody,
        };
        report.lines(part, self.lang)
    }

    /// The groups, in the order that is asked for.
    fn groups(&self, rest: &str) -> Result<Vec<String>, String> {
        let (lang, mut figures) = (self.lang, self.figures.clone());
        let filter = crate::roster::query::parse(&self.text, &self.roster).unwrap_or(Filter::EVERYBODY);
        let in_sight = GroupColumn::in_sight(&filter);
        let order = lang.order_of_groups(rest, in_sight)?;
        GroupOrder { order, tongue: lang.tongue() }.sort(&mut figures.groups, &self.roster.groups);
        Ok(self.tell(Part::Groups, figures))
    }

    /// Does it; what it says, or why it does not.
    fn obey(&mut self, does: Do, rest: &str) -> Result<Vec<String>, String> {
        if !does.takes() && !rest.is_empty() {
            return Err(self.too_much(does, rest));
        }
        Ok(match does {
            Do::Help => self.help(rest)?,
            Do::Tell(Part::Groups) => self.groups(rest)?,
            Do::Tell(Part::Checks) if !rest.is_empty() => self.rule(rest)?,
            Do::Tell(part) => self.tell(part, self.figures.clone()),
            Do::Workers => {
                self.told = 0;
                self.more()
            }
            Do::More => self.more(),
            Do::Worker => self.card(rest)?,
            Do::Filter if rest.is_empty() => self.filtered(),
            Do::Filter => self.narrow(rest, true)?,
            Do::Clear => self.narrow("", true)?,
            Do::Undo => match self.past.pop() {
                Some(Former::Filter(before)) => self.narrow(&before, false)?,
                Some(Former::Scenario(before)) => {
                    self.scenario = before;
                    self.what_if("")?
                }
                None => self.say(&words::NOTHING_UNDONE),
            },
            Do::Sort => self.sort(rest)?,
            Do::WhatIf => self.what_if(rest)?,
            Do::Since => self.since(rest)?,
            Do::Export => self.export(rest)?,
            Do::Report => self.report(rest)?,
            Do::Save => self.save(rest)?,
            Do::View => self.view(rest)?,
            Do::Forget => self.forget(rest)?,
            Do::Reveal => {
                self.privacy = Privacy::Whole;
                self.say(&words::REVEALED)
            }
            Do::Mask => {
                self.privacy = Privacy::Masked;
                self.say(&words::MASKED)
            }
            Do::Language => self.speak(rest)?,
            Do::Reload => self.reload()?,
            Do::Quit => Vec::new(),
        })
    }

    /// Another language, or the one that is named.
    fn speak(&mut self, rest: &str) -> Result<Vec<String>, String> {
        let named = if rest.is_empty() { Some(self.lang.other()) } else { Lang::called(rest) };
        let unknown = || self.lang.fill(&words::NO_LANGUAGE, &[&scrub(&without_numbers(rest))]);
        self.lang = named.ok_or_else(unknown)?;
        self.begun.how.lang = self.lang;
        Ok(self.say(&words::LANGUAGE_NOW))
    }

    fn help(&self, rest: &str) -> Result<Vec<String>, String> {
        let wanted = crate::roster::text::fold(rest);
        let line = |word: &word::Word| format!("{}: {}", self.lang.say(&word.name), self.lang.say(&word.help));
        let lines = word::of(self.begun.may).map(line).filter(|line| crate::roster::text::fold(line).contains(&wanted));
        let lines: Vec<String> = lines.collect();
        if lines.is_empty() {
            return Err(self.lang.fill(&words::NO_HELP, &[&without_numbers(rest)]));
        }
        Ok(std::iter::once(self.lang.say(&words::HELP_HEAD).to_owned()).chain(lines).collect())
    }

    fn arrange(&mut self) {
        self.rows = Ranking::of(&self.roster, self.order).arrange(&self.figures.selection);
        self.told = 0;
    }

    /// How many pass, and by what.
    fn filtered(&self) -> Vec<String> {
        let lang = self.lang;
        let [matched, all] = [self.figures.matched, self.roster.workers.len() as u64].map(|count| lang.count(count));
        match self.text.is_empty() {
            true => vec![lang.fill(&words::NO_FILTER_NOW, &[&all])],
            false => {
                let text = Privacy::Masked.text(&self.text);
                vec![format!("{text}: {}", lang.fill(&words::MATCHING, &[&matched, &all]))]
            }
        }
    }

    /// Another filter; `remembers` the one before for undo.
    fn narrow(&mut self, text: &str, remembers: bool) -> Result<Vec<String>, String> {
        let lang = self.lang;
        let found = crate::roster::query::parse(text, &self.roster);
        let found = found.map_err(|error| lang.query_mistake(text, &error))?;
        say_meant(&found, &self.roster, lang);
        self.figures = Figures::of(&self.roster, &found);
        let before = std::mem::replace(&mut self.text, text.to_owned());
        if remembers && before != self.text {
            self.past.push(Former::Filter(before));
        }
        self.arrange();
        Ok(self.filtered())
    }

    fn more(&mut self) -> Vec<String> {
        let (lang, from) = (self.lang, self.told);
        let rows = self.rows.iter().enumerate().skip(from).take(AT_A_TIME);
        let line = |(place, &row): (usize, &Row)| people::line(&self.roster, row, place + 1, self.privacy, lang);
        let mut lines: Vec<String> = rows.map(line).collect();
        if lines.is_empty() {
            return if self.rows.is_empty() { self.nobody() } else { self.say(&words::NOTHING_THERE) };
        }
        self.told = from + lines.len();
        let ends = self.told == self.rows.len();
        let counts = [from + 1, self.told, self.rows.len()].map(|count| lang.count(count as u64));
        let phrase = if ends { &words::PEOPLE_END } else { &words::PEOPLE };
        lines.push(lang.fill(phrase, &counts.each_ref().map(String::as_str)));
        lines
    }

    /// Why there is nobody to tell of.
    fn nobody(&self) -> Vec<String> {
        self.say(if self.roster.workers.is_empty() { &crate::lang::words::NO_WORKERS } else { &words::NOBODY })
    }

    fn card(&self, rest: &str) -> Result<Vec<String>, String> {
        if self.rows.is_empty() {
            return Err(self.nobody().join(" "));
        }
        // As the list tells it, with its thousands parted, or without.
        let number = count(rest, Counted::People).ok().and_then(|number| usize::try_from(number).ok());
        let number = number.and_then(|number| number.checked_sub(1));
        let row = number.and_then(|place| self.rows.get(place));
        let row = row.ok_or_else(|| {
            let many = self.lang.count(self.rows.len() as u64);
            // What could be a person's number is not repeated.
            match rest.is_empty() || without_numbers(rest) != rest {
                true => self.lang.fill(&words::NAME_WORKER, &[&many]),
                false => self.lang.fill(&words::NO_SUCH_WORKER, &[&many, &scrub(rest)]),
            }
        })?;
        Ok(people::card(&self.roster, *row, self.privacy, self.lang))
    }

    fn sort(&mut self, rest: &str) -> Result<Vec<String>, String> {
        let order = |rest| self.lang.order(rest).map_err(|why| why.replace("--sort", self.lang.say(&words::IS_SORT)));
        self.order = if rest.is_empty() { Order::default() } else { order(rest)? };
        self.arrange();
        Ok(match rest {
            "" => self.say(&words::SORTED_NOT),
            rest => vec![self.lang.fill(&words::SORTED, &[&scrub(rest)])],
        })
    }

    fn what_if(&mut self, rest: &str) -> Result<Vec<String>, String> {
        let lang = self.lang;
        let now = WhatIf::now(&self.roster, &self.figures.budget);
        let now = now.ok_or_else(|| lang.say(&words::NOT_KNOWN).to_owned())?;
        let mut own = self.scenario.unwrap_or(now);
        match rest {
            "" => {}
            "reset" | "ulang" => own = now,
            change => scenario::change(&mut own, change, lang)?,
        }
        let before = self.scenario.replace(own);
        if !rest.is_empty() {
            self.past.push(Former::Scenario(before));
        }
        Ok(scenario::told(&now, &own, self.roster.program.target, lang))
    }

    fn since(&mut self, rest: &str) -> Result<Vec<String>, String> {
        if rest.is_empty() {
            return Err(self.lang.say(&words::NO_OLDER).to_owned());
        }
        let older = load_as(&Source::File(PathBuf::from(rest)), self.begun.how);
        self.older = Some(older.map_err(|failure| self.why(&failure))?);
        Ok(vec![self.lang.fill(&words::OLDER_READ, &[&scrub(rest)])])
    }

    /// Reads the roster again, losing nothing.
    fn reload(&mut self) -> Result<Vec<String>, String> {
        if self.begun.source == Source::Stdin {
            return Err(self.lang.say(&words::NOT_AGAIN).to_owned());
        }
        let roster = load_as(&self.begun.source, self.begun.how).map_err(|failure| self.why(&failure))?;
        let found = crate::roster::query::parse(&self.text, &roster);
        let found = found.map_err(|error| self.lang.query_mistake(&self.text, &error))?;
        self.figures = Figures::of(&roster, &found);
        self.roster = roster;
        self.arrange();
        Ok(vec![self.lang.fill(&words::READ_AGAIN, &[&self.lang.count(self.roster.workers.len() as u64)])])
    }

    fn why(&self, failure: &Failure) -> String {
        failure.message(self.lang).unwrap_or_default()
    }

    fn save(&self, name: &str) -> Result<Vec<String>, String> {
        let lang = self.lang;
        if !is_name(name) {
            let longest = crate::views::LONGEST.to_string();
            return Err(lang.fill(&crate::lang::words::VIEW_NAME_RULE, &[&longest]));
        }
        if holds_number(&self.text) {
            return Err(lang.say(&notice::VIEW_OF_A_NUMBER).to_owned());
        }
        let (filter, sort) = (self.text.clone(), self.order.to_string());
        let view = View { name: name.to_owned(), filter, sort, groups: String::new(), tab: 4 };
        save_views(self.begun.views, Change::Set(view), lang)?;
        Ok(vec![lang.fill(&words::SAVED, &[name])])
    }

    fn forget(&self, name: &str) -> Result<Vec<String>, String> {
        let lang = self.lang;
        if name.is_empty() {
            return Err(lang.say(&words::NAME_VIEW).to_owned());
        }
        let all = views(self.begun.views, lang)?;
        let view = all.get(name).ok_or_else(|| all.unknown(lang, name))?;
        save_views(self.begun.views, Change::Forget(view.name.clone()), lang)?;
        Ok(vec![lang.fill(&crate::lang::words::VIEW_FORGOTTEN, &[name])])
    }

    fn view(&mut self, name: &str) -> Result<Vec<String>, String> {
        let lang = self.lang;
        let all = views(self.begun.views, lang)?;
        if name.is_empty() {
            let names: Vec<&str> = all.names().collect();
            return Ok(vec![match names.as_slice() {
                [] => lang.say(&crate::lang::words::NO_VIEWS).to_owned(),
                names => lang.fill(&words::VIEWS_ARE, &[&names.join(", ")]),
            }]);
        }
        let view = all.get(name).ok_or_else(|| all.unknown(lang, name))?.clone();
        self.order = view.orders().0;
        self.narrow(&view.filter, true)
    }
}
