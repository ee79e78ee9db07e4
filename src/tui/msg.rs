//! What happens, and what is to be done because of it. What takes longer than a frame is a [`Request`]; each carries a
//! [`Ticket`], and its [`Reply`] brings the ticket back.

use super::keymap::Key;
use super::picture::{Picture, Place};
use super::target::Target;
use crate::check::Audited;
use crate::disk::Source;
use crate::figures::answer::{Answer, Question};
use crate::figures::compare::Baseline;
use crate::figures::groups::order::GroupOrder;
use crate::figures::reread::Differences;
use crate::import::Draft;
use crate::lang::Lang;
use crate::lang::date::TimeOfDay;
use crate::lang::person::Privacy;
use crate::load::Loading;
use crate::roster::Roster;
use crate::roster::filter::Filter;
use crate::roster::order::{Order, Ranking};
use crate::roster::program::Program;
use crate::roster::rows::Row;
use crate::roster::same;
use crate::sheet::Format;
use crate::sheet::list::List;
use crate::views::{Change, Views};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

/// What happened.
pub enum Msg {
    /// A key was pressed, after a pause.
    Key(Key),
    /// A key that came with others or right behind them, as those of a pasted sentence do: it writes no file.
    Rushed(Key),
    /// A button of the mouse was pressed, in this column and row, from 0.
    Pressed(u16, u16),
    /// It was pressed on what means this: the loop says so of the screen that it has drawn.
    Clicked(Target),
    /// The wheel was turned by a notch.
    Wheel {
        /// Whether towards the end.
        down: bool,
    },
    /// Text was pasted.
    Paste(String),
    /// A paste has begun, and its end does not come.
    PasteHangs,
    /// It was left.
    PasteLeft,
    /// The terminal has so many columns and rows.
    Resize(u16, u16),
    /// It is so late: the loop says so before every reply, since nobody else looks at a clock.
    Clock(TimeOfDay),
    /// What was asked for with that ticket.
    Reply(Ticket, Reply),
    /// The views as they were saved, or why they were not.
    ViewsSaved(Result<Views, String>),
    /// A second has passed: somebody asked for it ([`App::beats`](super::state::app::App::beats)).
    Beat,
    /// The file looks different.
    Changed,
    /// Nobody looks whether it does.
    NotWatched,
    /// The process is asked to end by a signal.
    Signal(i32),
    /// The process is asked to stop, as by Ctrl-Z.
    Stop,
    /// It was stopped by somebody else, and goes on.
    Continued,
}

/// What is to be done outside.
pub enum Effect {
    /// Leave, with this signal if it was one.
    Quit(Option<i32>),
    /// Leave because the roster cannot be read; this is why.
    Fail(String),
    /// Leave because the filter of the command line cannot be read; this is why.
    Misuse(String),
    /// Work that takes longer than a frame.
    Work(Ticket, Request),
    /// Picture the screen, and have that written with this ticket.
    Picture(Ticket, Box<Place>),
    /// Take the mouse from the terminal, or leave it there.
    Mouse(bool),
    /// Hand a text to the terminal's clipboard.
    Copy(String),
    /// Leave our own screen, and write these lines on the plain one, where they can be selected.
    Print(Vec<String>),
    /// Take our own screen again.
    Return,
    /// Save the views with this change.
    SaveViews(Change),
    /// Draw everything anew: something else may have written on the screen.
    Redraw,
    /// Watch another file from now on.
    Watch(PathBuf),
    /// Stop the process until it is continued.
    Suspend,
}

/// What a request and its answer have in common: which reading of the roster it is about, and which of the requests it
/// is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ticket {
    /// The reading shown when it was asked, from 0.
    pub reading: u64,
    /// Which of all requests.
    pub number: u64,
}

/// What is asked of the worker thread.
pub enum Request {
    /// Read the roster, at start or again.
    Read,
    /// Read it again, and if it still says what this reading of it says, hand over that very one.
    ReadUnlessNew(Audited),
    /// Make a reading ready to be shown.
    Arrive(Box<Arriving>),
    /// Answer a question.
    Answer(Audited, Box<Question>),
    /// Sort.
    Rank(Audited, Order),
    /// Read an older roster.
    Older(Source),
    /// Pair the people of an older roster with those of this one.
    Pair(Arc<Roster>, Audited),
    /// What the name of a file may become.
    Paths(String),
    /// Write a list to a file.
    Export(Box<ExportJob>),
    /// Write a picture to a file.
    Picture(Box<PictureJob>),
    /// Write the roster that was made of an office's list, and read that from now on.
    Import(Box<ImportJob>),
}

/// What the worker thread answers.
pub enum Reply {
    /// So much of the roster has been read.
    Loading(Box<Loading>),
    /// The roster, or why it cannot be read.
    Roster(Result<Audited, String>),
    /// What the screen shows of the reading that arrives.
    Arrived(Box<Arrived>),
    /// An answer.
    Answer(Box<Answer>),
    /// An order.
    Ranking(Box<Ranking>),
    /// The older roster, or why it cannot be read.
    Older(Result<Audited, String>),
    /// Its people, paired with those of this one.
    Paired(Box<Baseline>),
    /// What that name may become.
    Paths(String, Vec<String>),
    /// So many bytes of a file are written.
    Writing(u64),
    /// What was written, or why it was not.
    Exported(Result<Written, Unwritten>),
    /// What became of that picture.
    Pictured(Box<PictureJob>, Result<(), Unwritten>),
    /// The file of the roster, or why it was not written.
    Imported(Result<PathBuf, String>),
}

/// A reading that is to be shown, in the view that was in force when it was asked for.
pub struct Arriving {
    /// The reading.
    pub roster: Audited,
    /// The one that is shown, and its workers who are to be found again; `None` at start.
    pub former: Option<(Audited, BTreeSet<Row>)>,
    /// Which workers.
    pub filter: Filter,
    /// In which order.
    pub order: Order,
    /// In which order the groups are listed.
    pub groups: GroupOrder,
}

/// The first answer of a reading.
pub struct Arrived {
    /// The answer.
    pub answer: Answer,
    /// Where those workers of the former reading stand in this one.
    pub again: BTreeMap<Row, Row>,
    /// What differs from the former reading; nothing at start.
    pub differences: Differences,
}

impl Arrived {
    /// Makes a reading ready.
    pub fn of(arriving: Arriving) -> Arrived {
        let Arriving { roster, former, filter, order, groups } = arriving;
        let differs = |(former, _): &(Audited, _)| Differences::of(former.shared(), &roster);
        let differences = former.as_ref().map(differs).unwrap_or_default();
        let again = former.map(|(former, rows)| same::again(&former, &rows, &roster)).unwrap_or_default();
        let ranking = Arc::new(Ranking::of(&roster, order));
        let (facets, meeting, typed, baseline, money) = (false, false, None, None, None);
        let question = Question { filter, ranking, groups, facets, meeting, typed, baseline, money };
        Arrived { answer: Answer::of(&roster, &question), again, differences }
    }
}

/// A list that is to be written to a file.
pub struct ExportJob {
    /// The list.
    pub list: List,
    /// The filter's text.
    pub filter: String,
    /// How much of a person is written.
    pub privacy: Privacy,
    /// The language of headings for people.
    pub lang: Lang,
    /// The form.
    pub format: Format,
    /// The file.
    pub path: PathBuf,
    /// What the form calls it.
    pub name: String,
    /// Whether a file of that name is replaced, as it was asked for.
    pub force: bool,
    /// The roster that is shown: that file is never replaced.
    pub own: Option<PathBuf>,
}

/// A picture that is to be written to a file.
#[derive(Clone, Debug)]
pub struct PictureJob {
    /// The picture.
    pub picture: Picture,
    /// Where it is to lie.
    pub place: Place,
}

/// A roster that was made of an office's list.
pub struct ImportJob {
    /// The list.
    pub draft: Arc<Draft>,
    /// The roster.
    pub roster: Audited,
    /// Its programme.
    pub program: Program,
    /// The language of what is said of it.
    pub lang: Lang,
}

/// What was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    /// How many rows.
    pub rows: usize,
    /// What the form calls the file.
    pub name: String,
    /// Texts that no cell of a workbook takes whole: they were cut.
    pub cut: u64,
}

/// Why a list was not written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unwritten {
    /// There is a file of that name.
    Exists,
    /// Anything else, in words.
    Why(String),
}

/// Kinds of requests: of each only the newest is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// The roster itself.
    Read,
    /// A reading made ready.
    Arrive,
    /// An answer.
    Answer,
    /// An order.
    Rank,
    /// An older roster.
    Older,
    /// Its pairs.
    Pair,
    /// Names of files.
    Paths,
    /// A file.
    Export,
    /// A roster's file.
    Import,
}

impl Kind {
    const MANY: usize = Kind::Import as usize + 1;

    /// Whether it is about one reading of the roster, and about no other.
    fn is_of_a_reading(self) -> bool {
        matches!(self, Kind::Arrive | Kind::Answer | Kind::Rank | Kind::Pair)
    }
}

impl Request {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Request::Read | Request::ReadUnlessNew(_) => Kind::Read,
            Request::Arrive(_) => Kind::Arrive,
            Request::Answer(..) => Kind::Answer,
            Request::Rank(..) => Kind::Rank,
            Request::Older(_) => Kind::Older,
            Request::Pair(..) => Kind::Pair,
            Request::Paths(_) => Kind::Paths,
            Request::Export(_) | Request::Picture(_) => Kind::Export,
            Request::Import(_) => Kind::Import,
        }
    }
}

impl Reply {
    /// The kind of request that it answers.
    pub fn kind(&self) -> Kind {
        match self {
            Reply::Loading(_) | Reply::Roster(_) => Kind::Read,
            Reply::Arrived(_) => Kind::Arrive,
            Reply::Answer(_) => Kind::Answer,
            Reply::Ranking(_) => Kind::Rank,
            Reply::Older(_) => Kind::Older,
            Reply::Paired(_) => Kind::Pair,
            Reply::Paths(..) => Kind::Paths,
            Reply::Writing(_) | Reply::Exported(_) | Reply::Pictured(..) => Kind::Export,
            Reply::Imported(_) => Kind::Import,
        }
    }

    /// Whether nothing more comes with its ticket.
    fn is_last(&self) -> bool {
        !matches!(self, Reply::Loading(_) | Reply::Writing(_))
    }
}

/// Which answers are waited for. An answer of another reading, or one that a newer request has overtaken, is nobody's.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    reading: u64,
    number: u64,
    waiting: [Option<Ticket>; Kind::MANY],
}

impl Desk {
    /// A ticket for a request: the one before it of its kind is not wanted any more.
    pub fn ticket(&mut self, kind: Kind) -> Ticket {
        self.number += 1;
        let ticket = Ticket { reading: self.reading, number: self.number };
        self.waiting[kind as usize] = Some(ticket);
        ticket
    }

    /// Whether an answer is wanted; then it is waited for no more. A file is written or it is not, whatever is shown by
    /// now: that is always told.
    pub fn takes(&mut self, ticket: Ticket, reply: &Reply) -> bool {
        let kind = reply.kind();
        let own = &mut self.waiting[kind as usize];
        let wanted = *own == Some(ticket) && (ticket.reading == self.reading || !kind.is_of_a_reading());
        if wanted && reply.is_last() {
            *own = None;
        }
        wanted || matches!(kind, Kind::Export | Kind::Import)
    }

    /// Whether something of a kind is on its way.
    pub fn waits(&self, kind: Kind) -> bool {
        self.waiting[kind as usize].is_some()
    }

    /// What is on its way of a kind is not wanted any more.
    pub fn drop(&mut self, kind: Kind) {
        self.waiting[kind as usize] = None;
    }

    /// Another reading is shown from now on.
    pub fn next_reading(&mut self) {
        self.reading += 1;
        for kind in [Kind::Arrive, Kind::Answer, Kind::Rank, Kind::Pair] {
            self.drop(kind);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order() -> Reply {
        Reply::Ranking(Box::default())
    }

    fn older() -> Reply {
        Reply::Older(Err("no such file".to_owned()))
    }

    #[test]
    fn of_two_requests_the_newer_one_is_answered_whatever_comes_first() {
        let mut desk = Desk::default();
        let (first, second) = (desk.ticket(Kind::Rank), desk.ticket(Kind::Rank));
        assert!(!desk.takes(first, &order()), "overtaken");
        assert!(desk.waits(Kind::Rank));
        assert!(desk.takes(second, &order()));
        assert!(!desk.waits(Kind::Rank));
        assert!(!desk.takes(second, &order()), "answered already");
    }

    #[test]
    fn what_was_asked_of_another_reading_is_dropped() {
        let mut desk = Desk::default();
        let (rank, older_file) = (desk.ticket(Kind::Rank), desk.ticket(Kind::Older));
        desk.next_reading();
        assert!(!desk.takes(rank, &order()), "an order of rows that are no more");
        assert!(desk.takes(older_file, &older()), "another file is what it was");
    }

    #[test]
    fn what_was_taken_back_is_dropped_and_a_file_is_always_told() {
        let mut desk = Desk::default();
        let rank = desk.ticket(Kind::Rank);
        desk.drop(Kind::Rank);
        assert!(!desk.takes(rank, &order()));
        let (first, second) = (desk.ticket(Kind::Export), desk.ticket(Kind::Export));
        for ticket in [second, first] {
            assert!(desk.takes(ticket, &Reply::Exported(Err(Unwritten::Exists))));
        }
    }
}
