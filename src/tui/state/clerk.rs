//! Who hands work out: an answer about a roster of usual size is made on the spot, since it is there before the next
//! frame; anything else becomes an effect, and its ticket says later whether the answer is still wanted.

use crate::check::Audited;
use crate::figures::answer::{Answer, Question};
use crate::roster::Roster;
use crate::roster::order::{Order, Ranking};
use crate::tui::msg::{Arrived, Arriving, Desk, Effect, Kind, Reply, Request, Ticket};
use crate::tui::picture::Place;
use std::sync::Arc;

/// See the module.
#[derive(Default)]
pub struct Clerk {
    desk: Desk,
    /// See [`Clerk::new`].
    inline: usize,
    effects: Vec<Effect>,
}

impl Clerk {
    /// One who answers rosters of up to so many workers, and a tenth as many groups and places, on the spot.
    pub fn new(inline: usize) -> Clerk {
        Clerk { inline, ..Clerk::default() }
    }

    /// Whether an answer about a roster is there before the next frame. A line of a table, which is named and counted
    /// anew, takes as long as ten workers.
    fn is_quick(&self, roster: &Roster) -> bool {
        let index = roster.index();
        let lines = index.groups.len() + index.districts.len() + index.villages.len();
        roster.workers.len().max(lines.saturating_mul(10)) <= self.inline
    }

    /// What is to be done outside.
    pub fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// All of it, in the order in which it came.
    pub fn effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Hands a request out.
    pub fn send(&mut self, request: Request) {
        let ticket = self.desk.ticket(request.kind());
        self.effects.push(Effect::Work(ticket, request));
    }

    /// Has the screen pictured as it stands once this is carried out.
    pub fn picture(&mut self, place: Place) {
        let ticket = self.desk.ticket(Kind::Export);
        self.effect(Effect::Picture(ticket, Box::new(place)));
    }

    /// The answer to a question, if it is there at once.
    pub fn answer(&mut self, roster: &Audited, question: Question) -> Option<Answer> {
        if self.is_quick(roster) {
            self.forget(Kind::Answer);
            return Some(Answer::of(roster, &question));
        }
        self.send(Request::Answer(roster.clone(), Box::new(question)));
        None
    }

    /// An order, if it is there at once; that of the file always is.
    pub fn rank(&mut self, roster: &Audited, order: Order) -> Option<Ranking> {
        self.forget(Kind::Rank);
        if self.is_quick(roster) || order.first.is_none() {
            return Some(Ranking::of(roster, order));
        }
        self.send(Request::Rank(roster.clone(), order));
        None
    }

    /// What a reading shows first, if it is there at once.
    pub fn arrive(&mut self, arriving: Arriving) -> Option<Arrived> {
        if self.is_quick(&arriving.roster) {
            self.forget(Kind::Arrive);
            return Some(Arrived::of(arriving));
        }
        self.send(Request::Arrive(Box::new(arriving)));
        None
    }

    /// Pairs the people of an older reading with those of this one.
    pub fn pair(&mut self, older: &Audited, roster: &Audited) {
        self.send(Request::Pair(Arc::clone(older.shared()), roster.clone()));
    }

    /// Whether an answer is wanted; see [`Desk::takes`].
    pub fn takes(&mut self, ticket: Ticket, reply: &Reply) -> bool {
        self.desk.takes(ticket, reply)
    }

    /// What is on its way of a kind is not wanted any more.
    pub fn forget(&mut self, kind: Kind) {
        self.desk.drop(kind);
    }

    /// Whether something of a kind is on its way.
    pub fn waits(&self, kind: Kind) -> bool {
        self.desk.waits(kind)
    }

    /// Another reading is shown from now on.
    pub fn next_reading(&mut self) {
        self.desk.next_reading();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::groups::order::GroupOrder;
    use crate::roster::filter::Filter;
    use crate::{check, demo};

    #[test]
    fn a_roster_of_few_workers_and_many_places_is_answered_outside() {
        let fifty = demo::roster(&demo::Options { workers: 50, ..demo::Options::default() });
        let fifty = check::audit(fifty.unwrap_or_else(|| unreachable!("fifty names have room")));
        let index = fifty.index();
        let lines = index.groups.len() + index.districts.len() + index.villages.len();
        assert!(lines > 10, "{lines}");
        let question = Question {
            filter: Filter::EVERYBODY,
            ranking: Arc::default(),
            groups: GroupOrder::default(),
            facets: true,
            meeting: false,
            typed: None,
            baseline: None,
            money: None,
        };
        for (inline, is_there) in [(49, false), (50, false), (lines * 10 - 1, false), (lines * 10, true)] {
            assert_eq!(Clerk::new(inline).answer(&fifty, question.clone()).is_some(), is_there, "{inline}");
        }
    }
}
