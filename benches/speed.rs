//! How fast, from inside: `cargo bench`. Every time is the median of several rounds in one process, and what is compared
//! takes turns within this run: on a busy machine ratios say more than times. Nothing here fails a build. What a user
//! feels, and what other programs do, is measured from outside by `peers.sh`.
//!
//! `LINDUNGI_BENCH_WORKERS` says of how many workers, such as `19336,1000000`; without it 19,336, a million and ten
//! million. `LINDUNGI_BENCH_TSV` names a file that the same numbers are added to, for `table.py`.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "it prints, and its input and its clock are its own"
)]

#[path = "speed/crowded.rs"]
mod crowded;
#[path = "speed/references.rs"]
mod references;

use lindungi::check::{self, Audited};
use lindungi::demo;
use lindungi::disk::MaxSize;
use lindungi::figures::Figures;
use lindungi::figures::answer::{Answer, Question};
use lindungi::figures::compare::Baseline;
use lindungi::figures::groups::order::GroupOrder;
use lindungi::lang::Lang;
use lindungi::load::How;
use lindungi::roster::attribute::Attribute;
use lindungi::roster::filter::{Field, Filter, Value};
use lindungi::roster::order::{Order, Ranking};
use lindungi::roster::worker::Standing;
use lindungi::roster::{Roster, json, query};
use lindungi::tui::draw::view;
use lindungi::tui::keymap::Key;
use lindungi::tui::msg::{Effect, Msg};
use lindungi::tui::state::app::{App, Start};
use lindungi::tui::work::Hands;
use ratatui::buffer::Buffer;
use std::collections::VecDeque;
use std::fs::File;
use std::hint::black_box;
use std::io::{self, BufWriter, Read, Seek, Write};
use std::os::unix::fs::FileExt;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Up to so many workers the text is held in memory, as the references need it; beyond, it is read from a file, and they
/// are left out: they would hold gigabytes beside their columns to say what they say at a million.
const IN_MEMORY: u64 = 1_000_000;

/// A line that has taken so long is not run once more.
const PATIENCE: Duration = Duration::from_secs(20);

/// One that takes a millisecond is run for so long, or so many times: five of them would be a moment of the machine's.
const BRIEF: Duration = Duration::from_millis(200);
const MANY: usize = 100;

/// What is typed, each read by every figure of every tab.
const QUERIES: [&str; 11] = [
    "",
    "a",
    "yo",
    "yohanis",
    "812",
    "status:active",
    "group:ojek district:manoi",
    "age>=60",
    "enrolled:2024-06",
    "-finding:any",
    "siti or -(sex:p age:..30)",
];

type Outcome<T> = Result<T, String>;

fn main() {
    let sizes = std::env::var("LINDUNGI_BENCH_WORKERS").unwrap_or_else(|_| "19336,1000000,10000000".to_owned());
    for size in sizes.split(',') {
        let done = match size.trim().parse() {
            Ok(workers) => Bench::new(workers).and_then(|mut bench| bench.run()),
            Err(_) => Err("LINDUNGI_BENCH_WORKERS wants whole numbers with commas between them".to_owned()),
        };
        if let Err(why) = done {
            println!("{size} workers: not measured: {why}");
        }
    }
    if let Err(why) = crowded::run() {
        println!("not measured: {why}");
    }
}

/// The text of a roster.
enum Input {
    Memory(Vec<u8>),
    File(File),
}

/// A file that is read at any place.
struct Anywhere<'a>(&'a File);

impl json::ReadAt for Anywhere<'_> {
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        self.0.read_at(buffer, offset)
    }

    fn size(&self) -> u64 {
        self.0.metadata().map_or(0, |about| about.len())
    }
}

impl Input {
    fn new(workers: u64) -> io::Result<Input> {
        let options = demo::Options { workers, ..demo::Options::default() };
        if workers <= IN_MEMORY {
            let mut text = Vec::new();
            demo::write(&mut text, &options)?;
            return Ok(Input::Memory(text));
        }
        let mut out = BufWriter::new(tempfile::tempfile()?);
        demo::write(&mut out, &options)?;
        Ok(Input::File(out.into_inner()?))
    }

    fn size(&mut self) -> io::Result<u64> {
        match self {
            Input::Memory(text) => Ok(text.len() as u64),
            Input::File(file) => file.seek(io::SeekFrom::End(0)),
        }
    }

    /// From its beginning.
    fn read<T>(&mut self, read: impl FnOnce(&mut dyn Read) -> Outcome<T>) -> Outcome<T> {
        match self {
            Input::Memory(text) => read(&mut text.as_slice()),
            Input::File(file) => {
                file.rewind().map_err(|error| error.to_string())?;
                read(file)
            }
        }
    }

    /// As the program reads a file: by two readers where it is worth it.
    fn columns(&mut self) -> Outcome<Roster> {
        let read = match self {
            Input::Memory(text) => json::read_at(&text.as_slice(), &mut |_| ()),
            Input::File(file) => json::read_at(&Anywhere(file), &mut |_| ()),
        };
        read.map_err(|error| format!("{error:?}"))
    }

    /// The least that a reader of these bytes can do.
    fn newlines(&mut self) -> Outcome<usize> {
        self.read(|input| {
            let (mut block, mut lines) = (vec![0; 256 * 1024], 0);
            loop {
                match input.read(&mut block).map_err(|error| error.to_string())? {
                    0 => return Ok(lines),
                    got => lines += memchr::memchr_iter(b'\n', &block[..got]).count(),
                }
            }
        })
    }
}

/// The measuring of one size.
struct Bench {
    workers: u64,
    input: Input,
    rounds: usize,
    tsv: Option<File>,
}

impl Bench {
    fn new(workers: u64) -> Outcome<Bench> {
        let mut input = Input::new(workers).map_err(|error| error.to_string())?;
        let megabytes = input.size().map_err(|error| error.to_string())? / 1_000_000;
        println!("{workers} workers, {megabytes} MB");
        let tsv = std::env::var_os("LINDUNGI_BENCH_TSV");
        let tsv = tsv.map(|path| File::options().append(true).create(true).open(path));
        let rounds = [25, 5, 3][usize::from(workers >= 100_000) + usize::from(workers > IN_MEMORY)];
        Ok(Bench { workers, input, rounds, tsv: tsv.transpose().map_err(|error| error.to_string())? })
    }

    /// One line: its name stands before it is run, so that a panic below it says which it was.
    fn line<T>(&mut self, name: &str, mut run: impl FnMut(&mut Input) -> Outcome<T>) -> Option<Duration> {
        print!("  {name:<44}");
        let _ = io::stdout().flush();
        let mut times = Vec::new();
        let start = Instant::now();
        let is_brief = |times: &[Duration]| times.len() < MANY && start.elapsed() < BRIEF;
        while (times.len() < self.rounds && start.elapsed() < PATIENCE) || is_brief(&times) {
            match timed(|| run(&mut self.input)) {
                (Ok(result), time) => {
                    times.push(time);
                    drop(result);
                }
                (Err(why), _) => {
                    println!("  not measured: {why}");
                    return None;
                }
            }
        }
        self.say(name, median(times), "")
    }

    fn say(&mut self, name: &str, time: Option<Duration>, ratio: &str) -> Option<Duration> {
        let ms = time?.as_secs_f64() * 1000.0;
        println!("{ms:>11.3} ms{ratio}");
        if let Some(tsv) = &mut self.tsv {
            let _ = writeln!(tsv, "bench\t{}\t{name}, ms\t{ms:.4}", self.workers);
        }
        time
    }

    fn run(&mut self) -> Outcome<()> {
        let roster = self.reading()?;
        self.figures(&roster);
        self.sorting(&roster);
        self.drawing(&roster)?;
        if self.workers <= IN_MEMORY {
            self.comparing(&roster)?;
        }
        Ok(())
    }

    /// The roster, and what it takes to have it; what is compared takes turns.
    fn reading(&mut self) -> Outcome<Audited> {
        let mut newlines = Turns::new("newlines counted (memchr), the floor");
        let mut serde_json = Turns::new("serde_json into the same columns");
        let mut sonic_rs = Turns::new("sonic-rs into the same columns");
        let mut columns = Turns::new("columns");
        let mut audit = Turns::new("audit");
        let mut both = Turns::new("columns and audit");
        let mut audited = None;
        for _ in 0..self.rounds {
            let lines = newlines.take(|| self.input.newlines())?;
            if (lines as u64) < self.workers {
                return Err(format!("{lines} lines"));
            }
            if let Input::Memory(text) = &self.input {
                for store in
                    [serde_json.take(|| references::serde_json(text))?, sonic_rs.take(|| references::sonic_rs(text))?]
                {
                    self.whole(store.len())?;
                }
            }
            // Not beside the one of the round before, which would be twice the memory.
            drop(audited.take());
            let roster = columns.take(|| self.input.columns())?;
            self.whole(roster.workers.len())?;
            audited = Some(audit.take(|| Ok(check::audit(roster)))?);
            let last = [&columns, &audit].into_iter().filter_map(|turns| turns.times.last());
            both.times.push(last.sum());
        }
        for turns in [newlines, serde_json, columns, audit, both, sonic_rs.clone()] {
            print!("  {:<44}", turns.name);
            let ratio = turns.against(&sonic_rs).map(|ratio| format!("  {ratio:.2} × sonic-rs")).unwrap_or_default();
            if self.say(turns.name, median(turns.times), &ratio).is_none() {
                println!("  left out: it wants the whole text in memory");
            }
        }
        audited.ok_or_else(|| "no round".to_owned())
    }

    fn whole(&self, rows: usize) -> Outcome<()> {
        if rows as u64 == self.workers { Ok(()) } else { Err(format!("{rows} rows were read")) }
    }

    fn figures(&mut self, roster: &Audited) {
        for text in QUERIES {
            let parsed = query::parse(text, roster).map_err(|error| format!("{error:?}"));
            let filter = parsed.clone();
            self.line(&format!("figures of '{text}'"), move |_| {
                filter.clone().map(|filter| black_box(Figures::of(roster, &filter)))
            });
            self.line(&format!("answer to '{text}'"), move |_| {
                parsed.clone().map(|filter| black_box(Answer::of(roster, &asked(&filter))))
            });
        }
        let pick = Filter::EVERYBODY.toggled(Field::Status, Value::Standing(Standing::Active));
        self.line("a picked facet", |_| Ok(black_box(Figures::of(roster, &pick))));
    }

    fn sorting(&mut self, roster: &Audited) {
        for column in Attribute::TABLE {
            let order = Order::default().by(column);
            self.line(&format!("sort by {}", column.word()), |_| Ok(black_box(Ranking::of(roster, order))));
        }
    }

    /// Every tab at a usual and at a large size: the whole screen from the whole state.
    fn drawing(&mut self, roster: &Audited) -> Outcome<()> {
        for (width, height) in [(80, 24), (120, 40), (250, 70)] {
            for tab in '1'..='5' {
                let mut app = app(roster, (width, height));
                carry_out(&mut app, roster, |app| app.update(press(tab)));
                let mut buffer = Buffer::empty(app.area());
                // A loop that draws holds one buffer and blanks it.
                self.line(&format!("draw tab {tab} at {width}x{height}"), |_| {
                    buffer.reset();
                    Ok(black_box(view::draw(&mut buffer, &app)))
                });
                if !buffer.content.iter().any(|cell| cell.symbol() == "5") {
                    return Err(format!("nothing was drawn on tab {tab}"));
                }
            }
        }
        Ok(())
    }

    /// What changed, against the same people a moment ago: the pairs once, then what every key costs.
    fn comparing(&mut self, roster: &Audited) -> Outcome<()> {
        let older = Arc::new(self.input.columns()?);
        self.line("pairing with an older roster", |_| Ok(black_box(Baseline::of(Arc::clone(&older), roster))));
        let compared = Question { baseline: Some(Arc::new(Baseline::of(older, roster))), ..asked(&Filter::EVERYBODY) };
        self.line("answer with what changed", |_| Ok(black_box(Answer::of(roster, &compared))));
        Ok(())
    }
}

/// The times of one of several that take turns.
#[derive(Clone)]
struct Turns {
    name: &'static str,
    times: Vec<Duration>,
}

impl Turns {
    fn new(name: &'static str) -> Turns {
        Turns { name, times: Vec::new() }
    }

    /// One turn. Its result lives on, so that freeing it is nobody's time.
    fn take<T>(&mut self, run: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        let (outcome, time) = timed(run);
        self.times.push(time);
        outcome.map_err(|why| format!("{}: {why}", self.name))
    }

    /// The median of the ratios of each turn to the other's of the same round.
    fn against(&self, other: &Turns) -> Option<f64> {
        let ratios = self.times.iter().zip(&other.times).map(|(own, its)| own.as_secs_f64() / its.as_secs_f64());
        let mut ratios: Vec<f64> = ratios.collect();
        ratios.sort_by(f64::total_cmp);
        ratios.get(ratios.len() / 2).copied()
    }
}

/// A question in the order of the file, nothing laid over the tab.
fn asked(filter: &Filter) -> Question {
    Question {
        meeting: false,
        filter: filter.clone(),
        ranking: Arc::default(),
        groups: GroupOrder::default(),
        facets: false,
        typed: None,
        baseline: None,
        money: None,
    }
}

fn press(letter: char) -> Msg {
    Msg::Key(Key::char(letter))
}

/// The dashboard with its roster, as the loop would have it after the first reading.
fn app(roster: &Audited, (width, height): (u16, u16)) -> App {
    let mut app = App::new(Start { source: "roster.json".to_owned(), ..Start::default() });
    carry_out(&mut app, roster, |app| app.update(Msg::Resize(width, height)));
    carry_out(&mut app, roster, App::begin);
    app
}

/// Does a thing, and whatever work it asks for, and whatever that asks for.
fn carry_out(app: &mut App, roster: &Audited, first: impl FnOnce(&mut App) -> Vec<Effect>) {
    let (read, older) = (roster.clone(), roster.clone());
    let mut hands = Hands {
        load: Box::new(move |_| Ok(read.clone())),
        older: Box::new(move |_| Ok(older.clone())),
        home: None,
        how: How::open(MaxSize::default(), Lang::En),
    };
    let mut effects = VecDeque::from(first(app));
    while let Some(effect) = effects.pop_front() {
        if let Effect::Work(ticket, request) = effect
            && let Some(reply) = hands.reply(request, &mut |_| (), &mut || true)
        {
            effects.extend(app.update(Msg::Reply(ticket, reply)));
        }
    }
}

fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = run();
    (result, start.elapsed())
}

fn median(mut times: Vec<Duration>) -> Option<Duration> {
    times.sort();
    times.get(times.len() / 2).copied()
}
