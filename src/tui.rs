//! THE TERMINAL: on and off, signals, and the loop: wait → [`Msg`] → update → effects → draw. The only place that
//! knows ratatui and crossterm.
//!
//! Threads: one reads keys, one waits for signals, one waits for the line to hang up, one works (reads the roster,
//! makes answers that take longer than a frame). All they do is send a [`Msg`]; the loop alone changes anything.
//! Nothing is asked of the terminal at start and nothing is written while nothing changes.

pub mod theme;
pub mod tab;
pub mod layout;
pub mod keymap;
pub mod parts;
pub mod value;
pub mod state;
pub mod draw;
pub mod screen;

use crate::check::Audited;
use crate::disk::{self, Source};
use crate::figures::answer::{Answer, Question};
use crate::roster::order::{Order, Ranking};
use crate::sheet::{self, Sheet};
use crossterm::event::{self, Event, KeyCode, KeyEventKind};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use screen::Screen;
use state::app::{App, Effect, ExportJob, Msg, Stage};
use state::review::Older;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// How the dashboard ended.
pub enum End {
    /// The person left.
    Quit,
    /// A signal ended it.
    Signal(i32),
    /// The roster could not be read; this is why.
    Failed(String),
    /// The command line was wrong; this is why.
    Misused(String),
}

/// Reads the roster on the worker thread, at start and whenever it is to be read again: tells of its progress, then
/// hands over the roster or the reason.
pub type Loader = Box<dyn FnMut(&mut dyn FnMut(Msg)) + Send>;

/// Reads an older roster on the worker thread; or why it cannot be read.
pub type Reader = Box<dyn FnMut(&Source) -> Result<Audited, String> + Send>;

/// A file that is read within this time shows no loading screen.
const PATIENCE: Duration = Duration::from_millis(150);

/// Draws at most so often while messages keep coming: a link has no back-pressure until megabytes of stale frames are
/// queued.
const FRAME: Duration = Duration::from_millis(33);

/// Runs the dashboard until it is left.
pub fn run(mut app: App, load: Loader, read: Reader) -> io::Result<End> {
    let (sender, messages) = mpsc::channel();
    let screen = Screen::enter(&sender)?;
    let work = worker(sender.clone(), load, read);
    let end = session(&mut app, &work, &sender, &messages);
    screen.leave();
    end
}

fn session(app: &mut App, work: &Sender<Work>, sender: &Sender<Msg>, messages: &Receiver<Msg>) -> io::Result<End> {
    read_keys(sender.clone());
    let mut terminal = blank()?;
    let (width, height) = crossterm::terminal::size()?;
    app.update(Msg::Resize(width, height));
    let started = Instant::now();
    let mut drawn: Option<Instant> = None;
    // A message that came while a frame was held back: it is the first of the next turn, or keys would change places.
    let mut held: Option<Msg> = None;
    loop {
        let loading = matches!(app.stage, Stage::Loading(_));
        let first = match loading && drawn.is_none() {
            _ if held.is_some() => held.take(),
            true => messages.recv_timeout(PATIENCE.saturating_sub(started.elapsed())).ok(),
            false => messages.recv().ok(),
        };
        // Everything that is waiting is taken in before one frame is drawn.
        let mut effects = Vec::new();
        for msg in first.into_iter().chain(std::iter::from_fn(|| messages.try_recv().ok())) {
            effects.extend(app.update(msg));
            if effects.iter().any(|effect| matches!(effect, Effect::Quit(_) | Effect::Fail(_) | Effect::Misuse(_))) {
                break;
            }
        }
        for effect in effects {
            match effect {
                Effect::Quit(None) => return Ok(End::Quit),
                Effect::Quit(Some(signal)) => return Ok(End::Signal(signal)),
                Effect::Fail(why) => return Ok(End::Failed(why)),
                Effect::Misuse(why) => return Ok(End::Misused(why)),
                Effect::Ask(roster, number, question) => drop(work.send(Work::Ask(roster, number, question))),
                Effect::Rank(roster, order) => drop(work.send(Work::Rank(roster, order))),
                Effect::ReadOld(source, new) => drop(work.send(Work::ReadOld(source, new))),
                Effect::Pair(old, new) => drop(work.send(Work::Pair(old, new))),
                Effect::Reload => drop(work.send(Work::Reload)),
                Effect::Copy(text) => screen::copy(&text)?,
                Effect::Export(job) => drop(work.send(Work::Export(job))),
                Effect::SaveViews(text) => {
                    let saved = disk::save_views(&text);
                    let path = || disk::views_path().map_or(String::new(), |path| path.to_string_lossy().into_owned());
                    let saved = saved.map_err(|error| app.lang.cannot_write(&path(), error.kind()));
                    drop(app.update(Msg::ViewsSaved(saved)));
                }
                Effect::Suspend => {
                    screen::suspend();
                    let (width, height) = crossterm::terminal::size()?;
                    app.update(Msg::Resize(width, height));
                    // ratatui's own clearing would ask the terminal where its cursor is; the screen is a new one, and
                    // so is what is known of it.
                    terminal = blank()?;
                }
            }
        }
        let still_loading = matches!(app.stage, Stage::Loading(_));
        if still_loading && started.elapsed() < PATIENCE {
            continue;
        }
        if let Some(wait) = drawn.and_then(|at| FRAME.checked_sub(at.elapsed())) {
            // A burst of keys or of sizes becomes one frame; a single key after a pause does not wait.
            if let Ok(msg) = messages.recv_timeout(wait.min(Duration::from_millis(2))) {
                held = Some(msg);
                continue;
            }
        }
        draw(&mut terminal, app)?;
        drawn = Some(Instant::now());
    }
}

type Screenful = Terminal<CrosstermBackend<BufWriter<io::Stdout>>>;

/// A terminal that shows nothing yet. One write a frame: the buffer is larger than any frame of a usual size.
fn blank() -> io::Result<Screenful> {
    Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(256 * 1024, io::stdout())))
}

fn draw(terminal: &mut Screenful, app: &App) -> io::Result<()> {
    terminal.autoresize()?;
    terminal.draw(|frame| {
        if let Some(position) = draw::view::draw(frame.buffer_mut(), app) {
            frame.set_cursor_position(position);
        }
    })?;
    terminal.backend_mut().flush()
}

/// Sends keys, pastes and sizes.
///
/// A slow link may tear the sequence of an arrow key after its Esc; what comes within [`TORN`] of a lone Esc and looks
/// like the rest of a sequence is not typed text.
fn read_keys(sender: Sender<Msg>) {
    const TORN: Duration = Duration::from_millis(100);
    thread::spawn(move || {
        let mut escaped: Option<Instant> = None;
        let mut tail = false;
        while let Ok(event) = event::read() {
            let msg = match event {
                Event::Key(key) if key.kind != KeyEventKind::Release => {
                    let recent = escaped.is_some_and(|at| at.elapsed() < TORN);
                    match key.code {
                        KeyCode::Char('[' | 'O') if recent && !tail => {
                            tail = true;
                            continue;
                        }
                        KeyCode::Char(c) if recent && tail => {
                            tail = !('@'..='~').contains(&c);
                            continue;
                        }
                        _ => {}
                    }
                    tail = false;
                    escaped = (key.code == KeyCode::Esc).then(Instant::now);
                    Msg::Key(key)
                }
                Event::Paste(text) => Msg::Paste(text),
                Event::Resize(width, height) => Msg::Resize(width, height),
                _ => continue,
            };
            if sender.send(msg).is_err() {
                break;
            }
        }
    });
}

/// What the worker thread is asked for.
enum Work {
    /// The answer to the question of that number.
    Ask(Audited, u64, Box<Question>),
    /// An order.
    Rank(Audited, Order),
    /// An older roster, its people paired with those of this one.
    ReadOld(Source, Audited),
    /// The pairs of an older and a newer one.
    Pair(Audited, Audited),
    /// The roster, read again.
    Reload,
    /// A file.
    Export(Box<ExportJob>),
}

/// The worker thread: first the roster, then whatever takes longer than a frame; of several questions and of several
/// orders the newest, and an answer before an order, since somebody waits for it.
fn worker(sender: Sender<Msg>, mut load: Loader, mut read: Reader) -> Sender<Work> {
    let (requests, waiting) = mpsc::channel::<Work>();
    thread::spawn(move || {
        load(&mut |msg| drop(sender.send(msg)));
        while let Ok(first) = waiting.recv() {
            let (mut ask, mut rank, mut reload, mut exports, mut pairs) = (None, None, false, Vec::new(), Vec::new());
            for work in std::iter::once(first).chain(std::iter::from_fn(|| waiting.try_recv().ok())) {
                match work {
                    Work::Ask(roster, number, question) => ask = Some((roster, number, question)),
                    Work::Rank(roster, order) => rank = Some((roster, order)),
                    Work::ReadOld(source, new) => pairs.push((read(&source), new)),
                    Work::Pair(old, new) => pairs.push((Ok(old), new)),
                    Work::Reload => reload = true,
                    Work::Export(job) => exports.push(job),
                }
            }
            if let Some((roster, number, question)) = ask {
                let answer = Answer::of(&roster, &question);
                let _ = sender.send(Msg::Answered(number, Box::new(answer)));
            }
            if let Some((roster, order)) = rank {
                let _ = sender.send(Msg::Ranked(Box::new(Ranking::of(&roster, order))));
            }
            for (old, new) in pairs {
                let paired = old.map(|old| Older::of(old, &new));
                let _ = sender.send(Msg::Paired(new, paired));
            }
            for job in exports {
                let _ = sender.send(Msg::Exported(export(*job)));
            }
            if reload {
                load(&mut |msg| drop(sender.send(msg)));
            }
        }
    });
    requests
}

/// Writes workers to a new file; the answer is how many and where, or why not.
fn export(job: ExportJob) -> Result<(usize, String), String> {
    let ExportJob { roster, rows, filter, masked, lang, format, path } = job;
    let sheet = Sheet { roster: &roster, rows: &rows, filter: &filter, masked, lang };
    let written = disk::write_whole(Path::new(&path), false, &mut |out| sheet::write(&sheet, format, out));
    written.map(|()| (rows.len(), path.clone())).map_err(|error| lang.cannot_write(&path, error.kind()))
}
