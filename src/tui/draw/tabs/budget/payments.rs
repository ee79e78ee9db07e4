//! Payments month by month against workers and rates, what is odd about them, and below them the claims.

use super::amount;
use crate::figures::budget::Budget;
use crate::figures::payments::PaidMonth;
use crate::figures::unpaid::covers;
use crate::lang::measure::{width, wrap};
use crate::lang::number::UNKNOWN;
use crate::lang::{Lang, words};
use crate::roster::money::Rupiah;
use crate::roster::program::Payment;
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::list::List;
use crate::tui::parts::table::{Column, Names, Table};
use crate::tui::state::budget::BudgetRow;
use crate::tui::state::budget::{CLAIMS_LIST, PAYMENTS_LIST};
use crate::tui::state::review::Review;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// Rows of the claims where they have a panel of their own: a space, its head, the schemes and the sum.
const CLAIMS_PANEL: u16 = 5;

/// What there is to show, and how many rows each part has.
struct Parts<'a> {
    /// Marks and what they say, in as many rows as it takes.
    remarks: Vec<(&'a str, Vec<String>)>,
    remark_rows: u16,
    /// Rule and sum, where all that is summed stands above.
    total_rows: u16,
    claim_rows: u16,
}

impl Parts<'_> {
    fn of<'a>(review: &'a Review, canvas: &Canvas<'_>, area: Rect, differences: bool) -> Parts<'a> {
        let roster = &review.roster;
        let budget = &review.answer.figures.budget;
        // A remark goes on in a second row before a number of it is cut.
        let room = usize::from(end(area).saturating_sub(from(area) + 2));
        let told = canvas.lang.remarks(roster, budget, roster.paid_months());
        let remarks: Vec<(&str, Vec<String>)> =
            told.into_iter().map(|(mark, text)| (mark, wrap(&text, room))).collect();
        let remark_rows: usize = remarks.iter().map(|(_, rows)| rows.len()).sum();
        let (payments, height) = (roster.payments.len(), usize::from(area.height));
        let total_rows = if differences && payments > 1 && payments + remark_rows + 5 <= height { 2 } else { 0 };
        let others = payments + remark_rows + usize::from(total_rows) + 2;
        let claim_rows = match budget.claimed().count {
            0 => 0,
            _ if differences && others + usize::from(CLAIMS_PANEL) <= height => CLAIMS_PANEL,
            _ => 1,
        };
        Parts { remarks, remark_rows: remark_rows as u16, total_rows, claim_rows }
    }
}

/// Where the lines of the panel begin.
fn from(area: Rect) -> u16 {
    area.x + if area.x == 0 { 1 } else { 2 }
}

/// Where they end.
fn end(area: Rect) -> u16 {
    area.x + area.width - 1
}

/// Payments month by month with what is odd about them, then the claims.
pub fn panel(review: &Review, canvas: &mut Canvas<'_>, area: Rect, differences: bool) {
    if area.height < 2 {
        return;
    }
    let theme = canvas.theme;
    let budget = &review.answer.figures.budget;
    let unit = if differences { &words::RUPIAH } else { &words::RP };
    let unit = [Span::styled(canvas.say(unit), theme.dim())];
    canvas.panel(area.x, area.x + area.width, area.y, canvas.say(&words::PAYMENTS), &unit);
    let bottom = area.y + area.height;
    let parts = Parts::of(review, canvas, area, differences);
    let columns = Columns::of(review, canvas, area, differences);
    let mut y = area.y + 1;
    if review.roster.payments.is_empty() {
        canvas.put(from(area), y, Span::styled(canvas.say(&words::NO_PAYMENTS), theme.dim()));
        y += 1;
    } else if columns.has(Cell::Difference) {
        columns.heads(canvas, y);
        y += 1;
    }
    let reserve = parts.claim_rows + parts.remark_rows + parts.total_rows;
    let rows = Rect { y, height: bottom.saturating_sub(y), ..area };
    let room = usize::from(bottom.saturating_sub(y + reserve)).max(1);
    let hidden;
    (y, hidden) = payments(review, &columns, canvas, rows, room);
    if let Some(text) = hidden {
        let x = area.x + 4 + width(canvas.say(&words::PAYMENTS)) as u16;
        canvas.put(x, area.y, Span::styled(text, theme.dim()));
    }
    if parts.total_rows > 0 && y + 1 < bottom {
        canvas.rule(from(area), columns.amount_end, y);
        let sum: Option<Rupiah> = review.roster.payments.iter().map(Payment::outgo).sum();
        canvas.put(from(area), y + 1, Span::raw(canvas.say(&words::SUM)));
        canvas.put_right(columns.amount_end, y + 1, Span::styled(amount(canvas.lang, sum), theme.bold()));
        y += 2;
    }
    y = remarks(&parts.remarks, canvas, Rect { y, height: bottom.saturating_sub(y), ..area });
    let below = Rect { y, height: bottom.saturating_sub(y), ..area };
    let selected = review.budget.row == BudgetRow::Claims;
    if parts.claim_rows == CLAIMS_PANEL && below.height >= CLAIMS_PANEL {
        claims_panel(budget, canvas, below, selected);
    } else if budget.claimed().count > 0 && below.height > 0 {
        claims_line(budget, canvas, below, columns.amount_end, selected);
    }
}

/// The amount of a payment; what came back has a sign.
fn paid(lang: Lang, payment: &Payment) -> String {
    if payment.is_refund() { lang.signed(payment.outgo().get()) } else { lang.amount(payment.amount) }
}

/// For how many it pays, or that it came back.
fn people(lang: Lang, payment: &Payment) -> Option<String> {
    match payment.is_refund() {
        true => Some(lang.say(&words::REFUND).to_owned()),
        false => payment.workers.map(|workers| lang.count(workers)),
    }
}

/// Columns that the months and their amounts need, with the sum of the claims.
pub fn least(review: &Review, canvas: &Canvas<'_>) -> u16 {
    let lang = canvas.lang;
    if review.roster.payments.is_empty() {
        return width(canvas.say(&words::NO_PAYMENTS)) as u16 + 4;
    }
    let most = Widest::of(review, lang);
    let claimed = review.answer.figures.budget.claimed().amount.map_or(0, |sum| width(&lang.amount(sum)));
    (most.span + most.amount.max(claimed) + 8) as u16
}

/// The widest texts of all payments, in sight or not, so that nothing moves as they scroll.
struct Widest {
    /// Whether a month's name needs its year.
    years: bool,
    span: usize,
    amount: usize,
    people: usize,
    gap: usize,
}

impl Widest {
    fn of(review: &Review, lang: Lang) -> Widest {
        let payments = &review.answer.figures.budget.payments;
        let years = lang.payment_years(&review.roster, &review.answer.figures.budget);
        let longest = |texts: &mut dyn Iterator<Item = String>| texts.map(|text| width(&text)).max().unwrap_or(0);
        let came_back = payments.largest_refund.map(|amount| lang.signed(-amount.get()));
        let refund = payments.largest_refund.map(|_| lang.say(&words::REFUND).to_owned());
        let gap = |difference| format!("≠ {}", amount(lang, difference));
        // Where an expectation passes 28 digits the gap is unknown.
        let gaps = payments.differences.map(|(least, largest)| [gap(Some(least)), gap(Some(largest))]);
        Widest {
            years,
            span: longest(&mut payments.spans.iter().map(|&(month, through)| lang.span_among(month, through, years))),
            amount: longest(&mut payments.largest.map(|paid| lang.amount(paid)).into_iter().chain(came_back)),
            people: longest(&mut payments.most_workers.map(|most| lang.count(most)).into_iter().chain(refund)),
            gap: longest(&mut gaps.into_iter().flatten().chain([gap(None)])),
        }
    }
}

/// What stands behind a month.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cell {
    Workers,
    /// Their number by the roster's own list.
    Listed,
    Amount,
    Expected,
    Difference,
    /// What is odd, where no column says it.
    Mark,
}

/// The cells that are in sight, and where each ends.
struct Columns {
    from: u16,
    /// Whether a month's name needs its year.
    years: bool,
    /// Where the marks stand, and how many have room.
    marks: (u16, usize),
    cells: Vec<(Cell, u16)>,
    amount_end: u16,
}

impl Columns {
    /// Month and amount stay; workers, the gap, the list's own number and what was expected come as there is room, and
    /// where the gap has none, `≠` and the remarks below say it.
    fn of(review: &Review, canvas: &Canvas<'_>, area: Rect, differences: bool) -> Columns {
        let lang = canvas.lang;
        let head = |phrase| width(canvas.say(phrase));
        let most = Widest::of(review, lang);
        let (amounts, workers, gaps, month) = (most.amount.max(6), most.people, most.gap.max(8), most.span.max(3));
        let years = most.years;
        let fit = |columns: &[(Cell, Column)], gap| {
            // The month takes all the room that is left, so that the numbers stand at the right end.
            let names = Names { least: month, most: usize::MAX, yields_to: usize::MAX, gap };
            let (cells, columns): (Vec<Cell>, Vec<Column>) = columns.iter().copied().unzip();
            let table = Table { from: from(area), end: end(area), names, columns: &columns, skip: 0, parted: false };
            let shown = table.fit().shown.into_iter();
            shown.filter_map(|shown| Some((*cells.get(shown.place)?, shown.end()))).collect::<Vec<_>>()
        };
        let wide = [
            (Cell::Workers, Column::exactly(workers.max(head(&words::WORKERS)), 2, 1)),
            (Cell::Listed, Column::exactly(workers.max(head(&words::IN_LIST)), 2, 3)),
            (Cell::Amount, Column::exactly(amounts, 2, 0)),
            (Cell::Expected, Column::exactly(amounts.max(head(&words::EXPECTED)), 3, 4)),
            (Cell::Difference, Column::exactly(gaps, 2, 2)),
        ];
        // Two numbers never touch: in the narrowest list the workers stand in the explanation alone, and marks below.
        let narrow = [
            (Cell::Workers, Column::exactly(workers, 1, 2)),
            (Cell::Amount, Column::exactly(amounts, 2, 0)),
            (Cell::Mark, Column::exactly(1, 2, 1)),
        ];
        let cells = fit(&wide, 3);
        let with_gap = differences && cells.iter().any(|(cell, _)| *cell == Cell::Difference);
        let cells = if with_gap { cells } else { fit(&narrow, 1) };
        let end_of = |cell| cells.iter().find(|(own, _)| *own == cell).map(|(_, end)| *end);
        // Two marks stand behind the month, or one behind the amount.
        let marks = match end_of(Cell::Mark) {
            _ if with_gap => (from(area) + month as u16 + 1, 2),
            Some(end) => (end - 1, 1),
            None => (end(area), 0),
        };
        let amount_end = end_of(Cell::Amount).unwrap_or(end(area));
        Columns { from: from(area), years, marks, cells, amount_end }
    }

    fn has(&self, cell: Cell) -> bool {
        self.cells.iter().any(|(own, _)| *own == cell)
    }

    fn heads(&self, canvas: &mut Canvas<'_>, y: u16) {
        let dim = canvas.theme.dim();
        canvas.put(self.from, y, Span::styled(canvas.say(&words::MONTH), dim));
        for &(cell, end) in &self.cells {
            let head = match cell {
                Cell::Workers => &words::WORKERS,
                Cell::Listed => &words::IN_LIST,
                Cell::Amount => &words::AMOUNT,
                Cell::Expected => &words::EXPECTED,
                Cell::Difference => &words::DIFFERENCE,
                Cell::Mark => continue,
            };
            canvas.put_right(end, y, Span::styled(canvas.say(head), dim));
        }
    }

    /// Draws a payment, by its place among all.
    fn payment(&self, review: &Review, canvas: &mut Canvas<'_>, place: usize, payment: &Payment, y: u16) {
        let theme = canvas.theme;
        let lang = canvas.lang;
        let found = review.answer.figures.budget.payments.get(place);
        let difference = found.and_then(|found| found.difference);
        let differs = difference.is_some_and(|difference| difference != Rupiah::ZERO);
        let committed = payment.paid_on.is_none_or(|day| day > review.roster.as_of());
        let months = review.roster.paid_months();
        let within = |paid: &PaidMonth| payment.month <= paid.month && paid.month <= payment.through;
        let odd = covers(review.roster.program.fiscal_year, payment)
            && months.iter().any(|paid| paid.paid_for != paid.listed && within(paid));
        canvas.put(self.from, y, Span::raw(lang.span_among(payment.month, payment.through, self.years)));
        let count = |count: Option<u64>| count.map_or(UNKNOWN.to_owned(), |count| lang.count(count));
        for &(cell, end) in &self.cells {
            let (text, style) = match cell {
                Cell::Workers => (people(lang, payment).unwrap_or(UNKNOWN.to_owned()), theme.plain()),
                Cell::Listed => {
                    let listed = months.iter().find(|paid| paid.month == payment.month).map(|paid| paid.listed);
                    (count(listed), if odd { theme.attention() } else { theme.dim() })
                }
                Cell::Amount => (paid(lang, payment), theme.plain()),
                Cell::Expected => (amount(lang, found.and_then(|found| found.expected?.sum())), theme.dim()),
                Cell::Difference if differs => (format!("≠ {}", amount(lang, difference)), theme.bad()),
                Cell::Difference => (amount(lang, difference), theme.dim()),
                Cell::Mark => continue,
            };
            canvas.put_right(end, y, Span::styled(text, style));
        }
        let differs = differs && !self.has(Cell::Difference);
        let marks = [(differs, "≠", theme.bad()), (committed, "▒", theme.dim()), (odd, "▲", theme.attention())];
        let (first, most) = self.marks;
        for (x, (_, mark, style)) in (first..).zip(marks.into_iter().filter(|(holds, ..)| *holds).take(most)) {
            canvas.put(x, y, Span::styled(mark, style));
        }
    }
}

/// Draws as many payments as there is room for, the last ones if not all; the answer is the row behind
/// them, and how many are not in sight, in words.
fn payments(
    review: &Review,
    columns: &Columns,
    canvas: &mut Canvas<'_>,
    area: Rect,
    room: usize,
) -> (u16, Option<String>) {
    let payments = &review.roster.payments;
    let cursor = match review.budget.row {
        BudgetRow::Payment(place) => Some(place),
        _ => None,
    };
    let list = List::ending(cursor, room.min(usize::from(area.height)), payments.len()).behind(PAYMENTS_LIST);
    let mut y = area.y;
    for place in list.lines() {
        let Some(payment) = payments.get(place) else { continue };
        columns.payment(review, canvas, place, payment, y);
        mark(&list, canvas, place, area, end(area), y);
        y += 1;
    }
    (y, list.hidden(canvas.lang).map(|hidden| format!(" {hidden} ")))
}

/// Draws what is odd; the answer is the row behind it.
fn remarks(remarks: &[(&str, Vec<String>)], canvas: &mut Canvas<'_>, area: Rect) -> u16 {
    let theme = canvas.theme;
    let (from, bottom) = (from(area), area.y + area.height);
    let mut y = area.y;
    for (mark, text) in remarks {
        if y >= bottom {
            break;
        }
        let style = match *mark {
            "≠" => theme.bad(),
            "▲" => theme.attention(),
            _ => theme.dim(),
        };
        canvas.put(from, y, Span::styled(*mark, style));
        for row in text.iter().take(usize::from(bottom - y)) {
            canvas.put(from + 2, y, Span::styled(row.as_str(), theme.plain()));
            y += 1;
        }
    }
    y
}

/// The claims in one line, their sum under the payments.
fn claims_line(budget: &Budget, canvas: &mut Canvas<'_>, area: Rect, sum_end: u16, selected: bool) {
    let theme = canvas.theme;
    let claims = budget.claimed();
    let count = canvas.lang.count(claims.count);
    let line = canvas.fill(&words::CLAIMS_OF, theme.dim(), &[(&count, theme.plain())]);
    canvas.put(from(area), area.y, line);
    canvas.put_right(sum_end, area.y, Span::raw(amount(canvas.lang, claims.amount)));
    mark(&claims_list(selected), canvas, 0, area, end(area), area.y);
}

/// The claims by scheme, and their sum.
fn claims_panel(budget: &Budget, canvas: &mut Canvas<'_>, area: Rect, selected: bool) {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let from = from(area);
    let unit = [Span::styled(canvas.say(&words::RUPIAH), theme.dim())];
    canvas.panel(area.x, area.x + area.width, area.y + 1, canvas.say(&words::CLAIMS), &unit);
    let rows =
        budget.claims.into_iter().rev().map(|(scheme, claimed)| (scheme.code().to_owned(), claimed, theme.plain()));
    let all = std::iter::once((canvas.say(&words::SUM).to_owned(), budget.claimed(), theme.bold()));
    let longest = width(&amount(lang, budget.claimed().amount)) as u16;
    let sums = (from + 16 + longest.max(14)).min(end(area));
    let counts = (from + 14).min(sums.saturating_sub(longest + 2));
    for (place, (name, claimed, style)) in rows.chain(all).enumerate() {
        let y = area.y + 2 + place as u16;
        canvas.put(from, y, Span::raw(name));
        canvas.put_right(counts, y, Span::raw(lang.count(claimed.count)));
        canvas.put_right(sums, y, Span::styled(amount(lang, claimed.amount), style));
        if place == budget.claims.len() {
            mark(&claims_list(selected), canvas, 0, area, sums, y);
        }
    }
}

/// The claims: one line to stand on.
fn claims_list(selected: bool) -> List {
    List::from(0, 1, 1, selected.then_some(0)).behind(CLAIMS_LIST)
}

fn mark(list: &List, canvas: &mut Canvas<'_>, place: usize, area: Rect, end: u16, y: u16) {
    let mark = from(area) - 1;
    list.mark(canvas, place, mark, (mark, end), y);
}
