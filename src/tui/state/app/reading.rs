//! Readings: the first one, newer ones of the same file, and an older one to compare with.
//!
//! A reading is shown whole or not at all: until its first answer is there, the one before stays on the screen with its
//! own figures, and keys go on working on that. If the view was changed meanwhile, the answer is asked for again.

use super::{App, Stage};
use crate::check::Audited;
use crate::disk::Source;
use crate::figures::answer::Answer;
use crate::figures::groups::order::GroupOrder;
use crate::roster::filter::Filter;
use crate::roster::order::Order;
use crate::roster::query;
use crate::roster::rows::Row;
use crate::roster::same;
use crate::tui::msg::{Arrived, Arriving, Effect, Kind, Reply, Request};
use crate::tui::state::compare::CompareView;
use crate::tui::state::notice::{Notice, Offer, OldData};
use crate::tui::state::overlay::Overlay;
use crate::tui::state::path::PathLine;
use crate::tui::state::preview::Preview;
use crate::tui::state::review::{Renewal, Review};
use crate::tui::state::workers::WorkersTab;
use crate::tui::tab::Tab;
use std::collections::{BTreeMap, BTreeSet};

/// A reading that is being made ready to be shown, and the view that it is made ready for.
pub(super) struct Arrival {
    roster: Audited,
    text: String,
    order: Order,
    groups: GroupOrder,
    filter: Filter,
    /// Whether the text can be read with this reading; else everybody is shown.
    fits: bool,
    /// The workers who are looked for in it.
    kept: BTreeSet<Row>,
}

impl App {
    pub(super) fn reply(&mut self, reply: Reply) {
        match reply {
            Reply::Loading(loading) => {
                if loading.list.is_some() {
                    self.draft = loading.list.clone();
                }
                if let Stage::Loading(waiting) = &mut self.stage {
                    waiting.loading = *loading;
                }
            }
            Reply::Roster(Ok(roster)) => self.read_roster(roster),
            Reply::Roster(Err(why)) => match self.stage {
                Stage::Loading(_) => self.clerk.effect(Effect::Fail(why)),
                Stage::Ready(_) => {
                    let asked = std::mem::take(&mut self.asked);
                    // Whatever was offered, the file is not that any more.
                    let stays = |word: &Notice| !asked && !matches!(word, Notice::Read(_));
                    (self.taken, self.notice) = (None, self.notice.take().filter(stays));
                    self.drop_reading_offered();
                    self.is_old(Some(why));
                }
            },
            Reply::Arrived(arrived) => self.arrived(*arrived),
            Reply::Older(Ok(older)) => {
                // Other changes have other lines.
                if let Some(Overlay::Compare(view @ CompareView::Lines(_))) = &mut self.overlay {
                    *view = CompareView::Lines(0);
                }
                if let Stage::Ready(review) = &mut self.stage {
                    review.compare_with(older, &mut self.clerk);
                }
            }
            Reply::Older(Err(why)) => self.no_older(why),
            Reply::Paths(typed, paths) => {
                if let Some(Overlay::Compare(CompareView::Asking(path, _))) = &mut self.overlay {
                    path.offered(&typed, paths);
                }
            }
            Reply::Writing(bytes) => self.written = bytes,
            Reply::Exported(done) => self.exported(done),
            Reply::Pictured(job, done) => self.pictured(job, done),
            Reply::Imported(done) => self.imported(done),
            Reply::Answer(answer) => self.with_review(|review, _| review.answered(*answer)),
            Reply::Ranking(ranking) => self.with_review(|review, clerk| review.ranked(*ranking, clerk)),
            Reply::Paired(baseline) => {
                self.comparing = None;
                self.with_review(|review, clerk| review.paired(*baseline, clerk));
            }
        }
    }

    fn with_review(&mut self, change: impl FnOnce(&mut Review, &mut crate::tui::state::clerk::Clerk)) {
        if let Stage::Ready(review) = &mut self.stage {
            change(review, &mut self.clerk);
        }
    }

    /// Asks for the roster, at start or again.
    pub(super) fn read(&mut self) {
        self.stale = false;
        self.clerk.send(Request::Read);
    }

    /// Reads the roster again, since somebody wants to.
    pub(super) fn reload(&mut self) {
        if !self.again {
            self.notice = Some(Notice::ReadOnce);
            return;
        }
        (self.notice, self.taken, self.asked) = (Some(Notice::Reading), None, true);
        self.read();
    }

    /// The file has changed: it is read, after what is being read of it already. A reading that began before would be
    /// dropped otherwise, and one file that changes faster than it is read would never be shown.
    pub(super) fn changed(&mut self) {
        self.stale = true;
        self.read_if_stale();
    }

    /// Reads what has changed since the last reading began, once that is shown or refused.
    pub(super) fn read_if_stale(&mut self) {
        let busy = self.is_loading() || self.clerk.waits(Kind::Read) || self.arrival.is_some();
        if self.stale && self.again && !busy {
            self.taken = None;
            self.read();
        }
    }

    /// Takes the reading that was offered, if the file still says that: it is read once more.
    pub(super) fn take(&mut self, reading: Audited) {
        (self.notice, self.asked) = (Some(Notice::Reading), true);
        self.taken = Some(reading.clone());
        self.clerk.send(Request::ReadUnlessNew(reading));
    }

    /// A reading is there. One that lost half of the workers is probably half written, and is only offered; one that was
    /// offered and taken is shown, unless the file has changed again and it is another one.
    fn read_roster(&mut self, roster: Audited) {
        let taken = self.taken.take();
        let (old, new) = (self.review().map_or(0, |review| review.roster.workers.len()), roster.workers.len());
        if new * 2 <= old && old > 1 && !taken.as_ref().is_some_and(|taken| taken.is(&roster)) {
            self.is_old(None);
            self.asked = false;
            self.drop_reading_offered();
            // Another question stands until it is answered: its yes must not be taken for this one's.
            if self.offer.is_none() {
                self.notice = None;
                self.offer = Some(Offer::Fewer { reading: roster, instead_of: old as u64, lapsed: taken.is_some() });
            }
        } else {
            self.drop_reading_offered();
            self.prepare(roster);
        }
    }

    /// What was offered of the file is not what it says any more; another question stands.
    fn drop_reading_offered(&mut self) {
        self.offer = self.offer.take().filter(|offer| !matches!(offer, Offer::Fewer { .. }));
    }

    /// From now on what is shown is not what the file says; `why` it cannot be read, if it cannot.
    fn is_old(&mut self, why: Option<String>) {
        let since = self.old_data.take().map_or(self.now, |old| old.since);
        self.old_data = Some(OldData { since, unread: why, hidden: false });
    }

    /// Has a reading made ready for the view that is in force.
    fn prepare(&mut self, roster: Audited) {
        let (text, order, groups) = match &self.stage {
            Stage::Ready(review) => (review.text.clone(), review.shown().order, review.group_order()),
            Stage::Loading(_) => {
                let (order, groups) = self.orders;
                (self.wanted.clone(), order, GroupOrder { order: groups, tongue: self.lang.tongue() })
            }
        };
        let parsed = query::parse(&text, &roster);
        if let (Err(error), true) = (&parsed, self.is_loading()) {
            self.clerk.effect(Effect::Misuse(self.lang.query_mistake(&text, error)));
        }
        let fits = parsed.is_ok();
        let filter = parsed.unwrap_or(Filter::EVERYBODY);
        let kept = self.review().map_or_else(BTreeSet::new, |review| review.workers.kept());
        let former = self.review().map(|review| (review.roster.clone(), kept.clone()));
        self.arrival =
            Some(Arrival { roster: roster.clone(), text, order, groups, filter: filter.clone(), fits, kept });
        if let Some(arrived) = self.clerk.arrive(Arriving { roster, former, filter, order, groups }) {
            self.arrived(arrived);
        }
    }

    /// A reading is ready: it is shown, unless the view is another one by now.
    fn arrived(&mut self, arrived: Arrived) {
        let Some(arrival) = self.arrival.take() else { return };
        match &self.stage {
            Stage::Loading(_) => self.first(arrival, arrived),
            Stage::Ready(review)
                if (&review.text, review.shown().order, review.group_order())
                    != (&arrival.text, arrival.order, arrival.groups) =>
            {
                self.prepare(arrival.roster);
            }
            Stage::Ready(_) => self.renewed(arrival, arrived),
        }
    }

    fn first(&mut self, arrival: Arrival, arrived: Arrived) {
        let Arrival { roster, text, filter, .. } = arrival;
        self.read_at = self.now;
        let trailing = roster.trailing_bytes.then(|| Notice::TrailingBytes(self.file_name()));
        let review = Stage::Ready(Box::new(Review::new(roster, filter, text, arrived.answer)));
        let waited = std::mem::replace(&mut self.stage, review);
        // It may have been another language when the reading was prepared.
        self.speak(self.lang);
        if let Some(source) = self.since.take() {
            self.compare_with(source);
        }
        if let Stage::Loading(waiting) = waited {
            self.press_held(*waiting);
        }
        self.show_draft();
        if let Some(opening) = self.present.take() {
            self.present(opening);
        }
        // Nobody has seen it before those keys.
        self.notice = match self.notice.take() {
            // What is wrong with the file comes before a greeting.
            Some(Notice::FirstTime) | None if trailing.is_some() => trailing,
            word => word,
        };
    }

    fn renewed(&mut self, arrival: Arrival, arrived: Arrived) {
        let Stage::Ready(review) = &mut self.stage else { return };
        let Arrival { roster, text, filter, fits, kept, .. } = arrival;
        self.clerk.next_reading();
        if !fits {
            self.former.push((self.tab, review.shown()));
        }
        let text = if fits { text } else { String::new() };
        let workers = moved(review, (&roster, &arrived.answer), &kept, arrived.again);
        review.renew(Renewal { roster, filter, text, answer: arrived.answer, workers }, &mut self.clerk);
        // Unasked, a reading that says the same is nothing to talk about.
        let silent = !std::mem::take(&mut self.asked) && arrived.differences.is_empty() && self.old_data.is_none();
        let read = Notice::Read(Box::new(arrived.differences));
        self.notice = match self.notice.take() {
            // It is read for the first time, and that it is there at all says more.
            imported @ Some(Notice::Imported(..)) => imported,
            _ if !fits => Some(Notice::ReadWithout),
            other if silent => other,
            _ => Some(read),
        };
        (self.old_data, self.read_at) = (None, self.now);
        self.show_draft();
    }

    /// What was read is an office's list: its preview is laid over the checks.
    fn show_draft(&mut self) {
        if let Some(draft) = self.draft.clone() {
            self.tab = Tab::Checks;
            self.lay(Preview::new(draft));
        }
    }

    /// Reads an older roster to compare with.
    pub(super) fn compare_with(&mut self, source: Source) {
        self.comparing = Some(source.name());
        self.clerk.send(Request::Older(source));
    }

    fn no_older(&mut self, why: String) {
        let name = self.comparing.take().unwrap_or_default();
        match &mut self.overlay {
            // Where it was asked for, the name can be mended.
            Some(Overlay::Compare(view)) => {
                *view = CompareView::Asking(PathLine::refused(&name, why), view.line());
            }
            _ => self.notice = Some(Notice::Wrong(why)),
        }
    }
}

/// The cursor and the marks on the same workers in another reading. Who was put under them since it was asked for is
/// looked for now; where nobody is found, the cursor stays in its place of the list.
fn moved(
    review: &Review,
    (roster, answer): (&Audited, &Answer),
    kept: &BTreeSet<Row>,
    mut again: BTreeMap<Row, Row>,
) -> WorkersTab {
    let late = review.workers.kept().difference(kept).copied().collect();
    again.extend(same::again(&review.roster, &late, roster));
    let under = [review.workers.wanted(), review.workers.row];
    let wanted = under.into_iter().flatten().find_map(|row| again.get(&row)).copied();
    let place = review.workers.place(review.facts()).unwrap_or(0).min(answer.rows.len().saturating_sub(1));
    // Where nobody passes, the first is found again by whoever takes the filter away.
    let next = answer.rows.get(place).copied().or((!roster.workers.is_empty()).then_some(0));
    let marks = review.workers.marks.iter().filter_map(|row| again.get(row)).copied().collect();
    review.workers.with(wanted.or(next), marks)
}
