//! The worker thread: whatever takes longer than a frame. Of several requests of a kind only the newest is done, and an
//! answer before anything else, since somebody waits for it.

use super::msg::{Arrived, ExportJob, Kind, Msg, PictureJob, Reply, Request, Ticket, Unwritten, Written};
use super::paint;
use super::picture::Place;
use crate::disk::{self, Source};
use crate::figures::answer::Answer;
use crate::figures::compare::Baseline;
use crate::lang::scrub::scrub;
use crate::lang::words::export as words;
use crate::load::{self, How, Loader, Reader};
use crate::roster::order::Ranking;
use crate::roster::query;
use crate::roster::same;
use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// How the thread reads rosters.
pub struct Hands {
    /// The one that is shown.
    pub load: Loader,
    /// Older ones.
    pub older: Reader,
    /// The folder that `~` means.
    pub home: Option<PathBuf>,
    /// How they are read.
    pub how: How,
}

impl Hands {
    /// Does what is asked for; an answer is given up once it `is_wanted` no more.
    pub fn reply(
        &mut self,
        request: Request,
        tell: &mut dyn FnMut(Reply),
        is_wanted: &mut dyn FnMut() -> bool,
    ) -> Option<Reply> {
        Some(match request {
            Request::Read => Reply::Roster((self.load)(&mut |loading| tell(Reply::Loading(Box::new(loading))))),
            Request::ReadUnlessNew(held) => {
                let read = (self.load)(&mut |loading| tell(Reply::Loading(Box::new(loading))));
                Reply::Roster(read.map(|read| if same::is_one(&held, &read) { held } else { read }))
            }
            Request::Older(source) => Reply::Older((self.older)(&source.at_home(self.home.as_deref()))),
            Request::Paths(typed) => {
                let paths = disk::paths(&typed, self.home.as_deref());
                Reply::Paths(typed, paths)
            }
            Request::Export(job) => Reply::Exported(export(&job, &mut |bytes| tell(Reply::Writing(bytes)))),
            Request::Picture(job) => {
                let done = write_picture(&job);
                Reply::Pictured(job, done)
            }
            Request::Import(job) => {
                let saved = job.draft.save(&job.roster, &job.program, job.lang);
                let file = job.draft.roster_file();
                if saved.is_ok() {
                    self.load = load::loader(Source::File(file.clone()), self.how);
                }
                let why =
                    |(path, error): (PathBuf, std::io::Error)| job.lang.cannot_write(&path.to_string_lossy(), &error);
                Reply::Imported(saved.map(|_| file).map_err(why))
            }
            Request::Arrive(arriving) => Reply::Arrived(Box::new(Arrived::of(*arriving))),
            Request::Answer(roster, question) => {
                let mut go_on = || if is_wanted() { Ok(()) } else { Err(()) };
                Reply::Answer(Box::new(Answer::part_by_part(&roster, &question, &mut go_on).ok()?))
            }
            Request::Rank(roster, order) => Reply::Ranking(Box::new(Ranking::of(&roster, order))),
            Request::Pair(older, roster) => Reply::Paired(Box::new(Baseline::of(older, &roster))),
        })
    }
}

/// What is to be done first.
const FIRST: [Kind; 9] = {
    use Kind::{Answer, Arrive, Export, Import, Older, Pair, Paths, Rank, Read};
    [Answer, Arrive, Rank, Paths, Older, Pair, Export, Import, Read]
};

/// Starts the thread; what is sent there is done, and answered by messages.
pub fn start(sender: Sender<Msg>, mut hands: Hands) -> io::Result<Sender<(Ticket, Request)>> {
    let (requests, waiting) = mpsc::channel();
    let work = move || {
        let mut queue = Vec::new();
        while let Some((ticket, request)) = next(&mut queue, &waiting) {
            crate::fault::strike("work");
            let mut tell = |reply| drop(sender.send(Msg::Reply(ticket, reply)));
            let kind = request.kind();
            let mut is_wanted = || {
                fetch(&mut queue, &waiting);
                queue.iter().all(|(_, newer)| newer.kind() != kind)
            };
            let arrives = match &request {
                Request::Arrive(arriving) => Some(arriving.roster.clone()),
                _ => None,
            };
            let Some(reply) = hands.reply(request, &mut tell, &mut is_wanted) else { continue };
            if sender.send(Msg::Reply(ticket, reply)).is_err() {
                break;
            }
            // While it is looked at, and before anybody types.
            arrives.iter().for_each(|roster| query::name_values(roster));
        }
    };
    thread::Builder::new().name("work".to_owned()).spawn(work)?;
    Ok(requests)
}

/// The request to be done next; `None` once nobody asks any more.
fn next(queue: &mut Vec<(Ticket, Request)>, waiting: &Receiver<(Ticket, Request)>) -> Option<(Ticket, Request)> {
    if queue.is_empty() {
        queue.push(waiting.recv().ok()?);
    }
    fetch(queue, waiting);
    let rank = |request: &Request| FIRST.iter().position(|kind| *kind == request.kind());
    let first = queue.iter().enumerate().min_by_key(|(_, (_, request))| rank(request))?.0;
    Some(queue.remove(first))
}

/// Takes in what was asked for since, in the place of older requests of its kind.
fn fetch(queue: &mut Vec<(Ticket, Request)>, waiting: &Receiver<(Ticket, Request)>) {
    for newer in waiting.try_iter() {
        let kind = newer.1.kind();
        // Every file is written.
        queue.retain(|(_, older)| kind == Kind::Export || older.kind() != kind);
        queue.push(newer);
    }
}

/// So often it is told how much of a file is written.
const TELL: Duration = Duration::from_millis(100);

/// Counts the bytes that pass, and tells of them.
struct Counted<'a> {
    out: &'a mut dyn Write,
    bytes: u64,
    told: Instant,
    tell: &'a mut dyn FnMut(u64),
}

impl Write for Counted<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.out.write(bytes)?;
        self.bytes += count as u64;
        if self.told.elapsed() >= TELL {
            self.told = Instant::now();
            (self.tell)(self.bytes);
        }
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Writes a list to a file; the answer is what became of it, or why there is none.
fn export(job: &ExportJob, tell: &mut dyn FnMut(u64)) -> Result<Written, Unwritten> {
    let ExportJob { list, filter, privacy, lang, format, path, name, force, own } = job;
    if own.as_ref().is_some_and(|own| disk::is_same_file(own, path)) {
        return Err(Unwritten::Why(lang.fill(&words::OWN_ROSTER, &[&scrub(name)])));
    }
    if let Some(why) = list.refused(*format, (*privacy, *lang)) {
        return Err(Unwritten::Why(why));
    }
    let mut cut = 0;
    let written = disk::write_whole(path, *force, &mut |out| {
        let mut out = Counted { out, bytes: 0, told: Instant::now(), tell };
        cut = list.write(filter, (*privacy, *lang), *format, &mut out)?;
        Ok(())
    });
    match written {
        Ok(()) => Ok(Written { rows: list.rows(), name: name.clone(), cut }),
        Err(error) if error.kind() == ErrorKind::AlreadyExists && !force => Err(Unwritten::Exists),
        Err(error) => Err(Unwritten::Why(lang.cannot_write(name, &error))),
    }
}

/// Writes a picture to a file.
fn write_picture(PictureJob { picture, place }: &PictureJob) -> Result<(), Unwritten> {
    let Place { format, path, name, force, own, .. } = place;
    let lang = picture.caption.lang;
    if own.as_ref().is_some_and(|own| disk::is_same_file(own, path)) {
        return Err(Unwritten::Why(lang.fill(&words::OWN_ROSTER, &[&scrub(name)])));
    }
    disk::write_whole(path, *force, &mut |out| paint::write(picture, *format, out)).map_err(|error| {
        match error.kind() == ErrorKind::AlreadyExists && !force {
            true => Unwritten::Exists,
            false => Unwritten::Why(lang.cannot_write(name, &error)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{self, Audited};
    use crate::demo;
    use crate::disk::MaxSize;
    use crate::figures::answer::Question;
    use crate::figures::groups::order::GroupOrder;
    use crate::lang::Lang;
    use crate::roster::filter::{Field, Filter};
    use crate::roster::order::Order;
    use crate::tui::msg::Arriving;
    use std::sync::Arc;

    fn fifty() -> Audited {
        let fifty = demo::roster(&demo::Options { workers: 50, ..demo::Options::default() });
        check::audit(fifty.unwrap_or_else(|| unreachable!("fifty names have room")))
    }

    fn hands() -> Hands {
        Hands {
            load: Box::new(|_| Err(String::new())),
            older: Box::new(|_| Err(String::new())),
            home: None,
            how: How::open(MaxSize::default(), Lang::En),
        }
    }

    #[test]
    fn the_values_of_a_reading_are_named_once_it_is_shown_and_before_anybody_types() {
        let roster = fifty();
        let arriving = Arriving {
            roster: roster.clone(),
            former: None,
            filter: Filter::EVERYBODY,
            order: Order::default(),
            groups: GroupOrder::default(),
        };
        let (sender, replies) = mpsc::channel();
        let requests = start(sender, hands()).unwrap_or_else(|_| unreachable!("a thread can be had"));
        let ticket = Ticket { reading: 0, number: 0 };
        let sent = requests.send((ticket, Request::Arrive(Box::new(arriving))));
        drop(requests);
        // Until the thread has ended.
        let replies: Vec<Msg> = replies.iter().collect();
        assert!(sent.is_ok() && matches!(replies[..], [Msg::Reply(_, Reply::Arrived(_))]));
        for field in [Field::Group, Field::District, Field::Village, Field::Reason] {
            assert!(query::is_named(field, &roster), "{field:?}");
        }
    }

    #[test]
    fn an_answer_that_is_overtaken_is_given_up_between_any_two_of_its_parts() {
        let roster = fifty();
        let asked = || {
            let filter = Filter::EVERYBODY;
            Question {
                filter,
                ranking: Arc::default(),
                groups: GroupOrder::default(),
                facets: true,
                meeting: false,
                typed: None,
                baseline: None,
                money: None,
            }
        };
        let mut hands = hands();
        let mut given_up = 0;
        loop {
            let mut parts = 0;
            let mut is_wanted = || {
                parts += 1;
                parts <= given_up
            };
            let request = Request::Answer(roster.clone(), Box::new(asked()));
            match hands.reply(request, &mut |_| (), &mut is_wanted) {
                None => given_up += 1,
                Some(Reply::Answer(answer)) => break assert_eq!(answer.figures.matched, 50),
                Some(_) => unreachable!("another reply"),
            }
        }
        assert!(given_up >= 5, "{given_up} parts");
    }

    #[test]
    fn of_each_kind_the_newest_is_done_an_answer_first_and_every_file() {
        let (sender, waiting) = mpsc::channel();
        let ticket = |number| Ticket { reading: 0, number };
        let older = |name: &str| Request::Older(Source::File(name.into()));
        let requests = [(1, Request::Read), (2, older("a")), (3, Request::Read), (4, older("b"))];
        for (number, request) in requests {
            let _ = sender.send((ticket(number), request));
        }
        drop(sender);
        let mut queue = Vec::new();
        let done: Vec<u64> = std::iter::from_fn(|| next(&mut queue, &waiting)).map(|(own, _)| own.number).collect();
        assert_eq!(done, [4, 3]);
    }
}
