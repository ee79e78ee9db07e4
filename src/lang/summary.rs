//! The key figures in words, line by line: `status`, Markdown and the summary of a workbook say them from here.

use super::measure::short;
use super::number::UNKNOWN;
use super::runway::Caveat;
use super::scrub::scrub;
use super::{Lang, findings, words};
use crate::check::Audited;
use crate::figures::Figures;
use crate::figures::compare::Comparison;
use crate::figures::share::Share;
use crate::roster::filter::Filter;
use crate::roster::finding::Severity;
use crate::roster::program::AsOfFrom;
use crate::roster::worker::Standing;

/// What is summed up.
pub struct Summary<'a> {
    /// The language.
    pub lang: Lang,
    /// The roster.
    pub roster: &'a Audited,
    /// The filter as it was given.
    pub text: Option<&'a str>,
    /// The same, understood.
    pub filter: &'a Filter,
    /// The figures of those who pass it.
    pub figures: Figures,
    /// What changed since an older roster.
    pub comparison: Option<Comparison>,
}

/// A line with its label; an empty label goes on with the one before.
pub type Line = (String, String);

/// A share on a screen.
pub fn percent(lang: Lang, share: Option<Share>) -> String {
    lang.percent(share.and_then(Share::percent_on_screen))
}

/// So many findings of a severity.
pub fn counted(lang: Lang, severity: Severity, count: u64) -> String {
    format!("{} {}", lang.count(count), lang.say(&findings::counted(severity, count)))
}

impl Summary<'_> {
    /// What keeps the figures from being the whole truth.
    pub fn caveats(&self) -> Vec<Caveat> {
        Caveat::of(&self.figures.budget, self.roster.payments_set_aside())
    }

    /// The programme and its date.
    pub fn title(&self) -> String {
        let lang = self.lang;
        let roster = self.roster;
        let day = lang.day(roster.as_of());
        let as_of = match roster.as_of_from() {
            AsOfFrom::Program => words::AS_OF,
            AsOfFrom::Data => words::AS_OF_DATA,
            AsOfFrom::FiscalYear => words::AS_OF_YEAR,
        };
        let name = short(&scrub(&roster.program.name));
        let year = roster.program.fiscal_year.to_string();
        let year = if name.contains(&year) { String::new() } else { format!(" {year}") };
        format!("{name}{year}, {}", lang.fill(&as_of, &[&day]))
    }

    /// Every line.
    pub fn lines(&self) -> Vec<Line> {
        self.key_lines().into_iter().chain(self.selection()).collect()
    }

    /// The key figures and what changed of them.
    pub fn key_lines(&self) -> Vec<Line> {
        let lang = self.lang;
        let mut lines = self.people();
        lines.extend(self.money());
        lines.push((lang.say(&words::ST_PACE).to_owned(), lang.forecast(&self.figures.enrollment).text()));
        let end = self.roster.program.coverage.to.last_day();
        let needed = lang.needed(&self.figures.enrollment, end);
        lines.extend(needed.map(|needed| (String::new(), needed.text())));
        if let Some(comparison) = &self.comparison {
            let mut label = lang.fill(&words::SINCE, &[&lang.day(comparison.old.as_of)]);
            lines.extend(lang.other_people(comparison).map(|doubt| (std::mem::take(&mut label), doubt)));
            for told in lang.headline(comparison) {
                let text = format!("{} {} ({} → {})", told.name, told.change, told.old, told.new);
                lines.push((std::mem::take(&mut label), text));
            }
            lines.push((String::new(), lang.traffic(comparison)));
            lines.extend(lang.besides(comparison).into_iter().map(|text| (String::new(), text)));
        }
        let findings = &self.roster.findings;
        let counts = Severity::ALL.map(|severity| counted(lang, severity, findings.severity(severity)));
        // A filter changes no finding.
        let whole = match self.filter.is_everybody() {
            true => String::new(),
            false => format!(" {}", lang.say(&words::OF_WHOLE_LIST)),
        };
        lines.push((lang.say(&words::ST_FINDINGS).to_owned(), counts.join(", ") + &whole));
        lines
    }

    /// Who is active of how many, and the others by standing.
    fn people(&self) -> Vec<Line> {
        let lang = self.lang;
        let enrollment = &self.figures.enrollment;
        let mut first = lang.active_of(enrollment, self.roster.program.target).text();
        if enrollment.progress.is_some() {
            first += &format!(", {}", percent(lang, enrollment.progress));
        }
        if let Some(to_go) = enrollment.to_go.filter(|&to_go| to_go > 0) {
            first += &format!(", {}", lang.fill(&words::TO_GO, &[&lang.count(to_go)]));
        }
        let standing = |standing: Standing| {
            format!("{} {}", lang.count(enrollment.standing.get(standing)), lang.say(&words::standing(standing)))
        };
        let others = Standing::ALL.into_iter().filter(|&own| own != Standing::Active).map(standing);
        let others = others.collect::<Vec<_>>().join(", ");
        vec![(lang.say(&words::ST_PROTECTED).to_owned(), first), (String::new(), others)]
    }

    /// The money, how long it lasts, and what keeps that from being the whole truth.
    fn money(&self) -> Vec<Line> {
        let lang = self.lang;
        let budget = &self.figures.budget;
        let mut lines = vec![(lang.say(&words::ST_MONEY).to_owned(), lang.money(budget))];
        let (of_money, mut others): (Vec<Caveat>, Vec<Caveat>) =
            self.caveats().into_iter().partition(|caveat| caveat.doubts_money());
        // Who cannot be paid follows from the runway that it stands under.
        others.sort_by_key(|caveat| caveat.doubts_time());
        let said = |caveats: Vec<Caveat>| caveats.into_iter().map(|caveat| (String::new(), lang.caveat(caveat)));
        // Without payments neither what is left nor how long it lasts is what it seems.
        others.extend(of_money.iter().copied().filter(|caveat| *caveat == Caveat::NoPayments));
        lines.extend(said(of_money));
        let mut label = lang.say(&words::ST_RUNWAY).to_owned();
        lines.extend(lang.all_paid(budget).map(|paid| (std::mem::take(&mut label), paid.text())));
        let target = budget.target.as_ref().map(|target| (&words::WHOLE_TARGET, target));
        for (whom, outlook) in std::iter::once((&words::THE_ACTIVE, &budget.active)).chain(target) {
            lines.push((std::mem::take(&mut label), lang.lasts(outlook, whom)));
            lines.extend(lang.balance(budget, outlook).map(|text| (String::new(), text)));
        }
        lines.extend(said(others));
        lines
    }

    /// The filter, how many pass, and what they cost.
    pub fn selection(&self) -> Vec<Line> {
        let lang = self.lang;
        let roster = self.roster;
        let mut lines = Vec::new();
        if let Some(text) = self.text {
            lines.push((lang.say(&words::ST_SELECTION).to_owned(), scrub(text).into_owned()));
        }
        let readable = lang.count(roster.workers.len() as u64);
        let aside = lang.count(roster.workers_set_aside() as u64);
        let matched = lang.fill(&words::ST_MATCHED, &[&lang.count(self.figures.matched), &readable, &aside]);
        let label = if self.text.is_some() { String::new() } else { lang.say(&words::TAB_WORKERS).to_owned() };
        lines.push((label, matched));
        if let Some(selection) = &self.figures.budget.selection {
            lines.push((String::new(), lang.cost_of_selection(&self.figures.budget, selection).text()));
        }
        lines
    }

    /// The headings of the groups, then each of them: under a filter that is not of groups alone how many match comes first.
    pub fn group_rows(&self) -> Vec<Vec<String>> {
        let lang = self.lang;
        let leads = !self.filter.is_of_groups_alone();
        let name = |place: Option<usize>| match place.and_then(|place| self.roster.groups.get(place)) {
            Some(group) => short(&lang.name(&group.name)),
            None => lang.say(&words::UNKNOWN_GROUP).to_owned(),
        };
        let row = |row: &crate::figures::groups::GroupRow| {
            let mut cells = vec![name(row.group)];
            cells.extend(leads.then(|| lang.count(row.matched())));
            cells.push(lang.count(row.standing.get(Standing::Active)));
            cells.push(row.target.map_or(UNKNOWN.to_owned(), |target| lang.count(target)));
            cells.push(percent(lang, row.progress));
            cells
        };
        let mut heads = vec![&words::ST_GROUPS];
        heads.extend(leads.then_some(&words::MATCHED_STEP));
        heads.extend([&words::ACTIVE_STEP, &words::GOAL]);
        let mut heads: Vec<String> = heads.into_iter().map(|head| lang.say(head).to_owned()).collect();
        heads.push("%".to_owned());
        std::iter::once(heads).chain(self.figures.groups.iter().map(row)).collect()
    }
}
