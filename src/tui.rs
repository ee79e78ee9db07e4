//! THE TERMINAL: on and off, signals, and the loop: wait → [`Msg`] → update → effects → draw. The only place that
//! knows ratatui and crossterm. The order of its modules is the law here too: one imports only from those above it.
//!
//! Threads: one reads keys and notices when the line hangs up, one waits for signals, one looks whether the file has
//! changed, one works (reads rosters, makes answers that take longer than a frame). All they do is send a [`Msg`]; the loop alone changes anything. Nothing is
//! asked of the terminal at start and nothing is written while nothing changes.

pub mod theme;
pub mod tab;
pub mod layout;
pub mod keymap;
pub mod target;
pub mod picture;
pub mod msg;
pub mod parts;
pub mod state;
pub mod draw;
pub mod paint;
pub mod work;
pub mod still;
pub mod clock;
pub mod frames;
pub mod screen;
pub mod keyboard;
pub mod watch;

use crate::disk;
use crate::lang::Lang;
use crate::load::{self, Loading};
use crate::roster::room;
use crate::views::{Change, Views};
use draw::view;
use frames::Frames;
use frames::throttle::Throttle;
use msg::{Effect, Msg, PictureJob, Request, Ticket};
use ratatui::buffer::Buffer;
use screen::Screen;
use screen::clipboard::Between;
use screen::drain::Drain;
use state::app::App;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};
use target::{Region, Target};
use work::Hands;

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
    /// Nobody touched a key for as long as one may stay so.
    Idle,
    /// It could not begin, and nothing was taken; this is why.
    Unable(io::Error),
}

/// What is known of the terminal without asking it.
#[derive(Clone, Debug)]
pub struct Terminal {
    /// Whether it moves the rows of a region: see [`frames::has_regions`].
    pub regions: bool,
    /// What stands before it.
    pub between: Between,
    /// What is looked at for changes.
    pub watch: Watch,
    /// How long somebody may stay without touching a key; nothing is for ever.
    pub patience: Option<Duration>,
}

/// What is looked at for changes.
#[derive(Clone, Debug)]
pub enum Watch {
    /// Nothing, whatever is shown.
    Never,
    /// This file, if it is one, until another is shown.
    File(Option<PathBuf>),
}

/// So long nothing is shown where nothing is known of the reading yet. Keys that come by then wait as well: those who
/// type ahead of a small roster have it under their first key.
const PATIENCE: Duration = Duration::from_millis(25);

/// Runs the dashboard until it is left; `views` is where the saved views lie.
pub fn run(mut app: App, hands: Hands, views: Option<PathBuf>, terminal: Terminal) -> io::Result<End> {
    let started = Instant::now();
    let (sender, messages) = mpsc::channel();
    let (files, changing) = mpsc::channel();
    let begin = || {
        // What the threads take before one of them asks whether there is room for a roster: it aborts where it is refused.
        if !room::is_there(room::SPARE) {
            return Err(io::ErrorKind::OutOfMemory.into());
        }
        screen::signals::watch(sender.clone())?;
        // The roster is being read while the terminal is taken.
        let work = work::start(sender.clone(), hands)?;
        for effect in app.begin() {
            if let Effect::Work(ticket, request) = effect {
                drop(work.send((ticket, request)));
            }
        }
        let size = screen::size()?;
        let watched = match &terminal.watch {
            Watch::Never => Ok(()),
            Watch::File(file) => {
                file.iter().for_each(|file| drop(files.send(file.clone())));
                watch::start(sender.clone(), changing)
            }
        };
        if watched.is_err() {
            // It is read again by hand.
            drop(sender.send(Msg::NotWatched));
        }
        keyboard::listen(sender, screen::keyboard()?)?;
        // Last of all: whoever cannot be answered has no terminal taken from them.
        Ok((work, size, Screen::enter(app.has_mouse())?))
    };
    let (work, size, screen) = match begin() {
        Ok(begun) => begun,
        Err(error) => return Ok(End::Unable(error)),
    };
    let frames = Frames::new(terminal.regions);
    let (throttle, drain) = (Throttle::default(), Drain::watch());
    let idle = terminal.patience.map(|patience| Idle::new(patience, started));
    let mut session =
        Session { app, work, views, between: terminal.between, files, frames, throttle, drain, idle, regions: None };
    let end = session.run(&messages, started, size);
    screen.leave();
    // Whoever left without waiting for it wants no half of a file.
    disk::remove_unfinished();
    end
}

/// The loop.
struct Session {
    app: App,
    work: Sender<(Ticket, Request)>,
    views: Option<PathBuf>,
    between: Between,
    files: Sender<PathBuf>,
    frames: Frames,
    throttle: Throttle,
    drain: Drain,
    idle: Option<Idle>,
    /// What the cells of the last drawing mean to a pointer, while that is what is so.
    regions: Option<Vec<Region>>,
}

impl Session {
    fn run(&mut self, messages: &Receiver<Msg>, started: Instant, size: (u16, u16)) -> io::Result<End> {
        self.app.update(Msg::Resize(size.0, size.1));
        let mut effects = Vec::new();
        let mut early = Vec::new();
        let mut drawn: Option<Instant> = None;
        // Whether something has come since the last frame.
        let mut due = true;
        // For how long a frame is held back: more may come until then, and is shown with it.
        let mut held: Option<Duration> = None;
        // When somebody who counts seconds is to be told that one has passed.
        let mut beat: Option<Instant> = None;
        loop {
            if let Some(end) = self.carry_out(std::mem::take(&mut effects))? {
                return Ok(end);
            }
            let first = match self.app.is_loading() && drawn.is_none() {
                true => messages.recv_timeout(patience(&self.app).saturating_sub(started.elapsed())).ok(),
                false => {
                    let now = Instant::now();
                    let idle = self.idle.as_ref().map(|idle| idle.left(now));
                    let beat = beat.map(|beat| beat.saturating_duration_since(now));
                    match [held.take(), idle, beat].into_iter().flatten().min() {
                        Some(left) => messages.recv_timeout(left).ok(),
                        None => messages.recv().ok(),
                    }
                }
            };
            // Everything that is waiting is taken in before one frame is drawn.
            for msg in first.into_iter().chain(messages.try_iter()) {
                due = true;
                let waits = drawn.is_none() && (self.app.is_loading() || !early.is_empty());
                if waits && matches!(msg, Msg::Key(_) | Msg::Rushed(_) | Msg::Paste(_)) {
                    early.push(msg);
                    continue;
                }
                let msg = match msg {
                    // Nobody points at what is not drawn yet.
                    Msg::Pressed(..) | Msg::Wheel { .. } if waits => continue,
                    Msg::Pressed(x, y) => match self.target((x, y)) {
                        Some(target) => Msg::Clicked(target),
                        None => msg,
                    },
                    msg => msg,
                };
                match msg {
                    Msg::Key(_)
                    | Msg::Rushed(_)
                    | Msg::Paste(_)
                    | Msg::Pressed(..)
                    | Msg::Clicked(_)
                    | Msg::Wheel { .. } => {
                        self.idle.iter_mut().for_each(|idle| idle.touched(Instant::now()));
                    }
                    Msg::Reply(..) => effects.extend(self.app.update(Msg::Clock(clock::now()))),
                    // Terminals cut, wrap anew or fill: also where the size is the old one again before it is drawn.
                    Msg::Resize(..) => self.frames.forget(),
                    _ => {}
                }
                effects.extend(self.app.update(msg));
                self.regions = None;
                if effects.iter().any(ends) {
                    break;
                }
            }
            if self.idle.as_ref().is_some_and(|idle| idle.left(Instant::now()).is_zero()) {
                return Ok(End::Idle);
            }
            let now = Instant::now();
            if beat.is_some_and(|beat| beat <= now) {
                effects.extend(self.app.update(Msg::Beat));
                (beat, due) = (None, true);
            }
            // Nobody is woken who counts nothing.
            beat = self.app.beats().map(|every| beat.unwrap_or(now + every));
            if let Some(end) = self.carry_out(std::mem::take(&mut effects))? {
                return Ok(end);
            }
            if self.app.is_loading() && drawn.is_none() && started.elapsed() < patience(&self.app) {
                continue;
            }
            for msg in early.drain(..) {
                effects.extend(self.app.update(msg));
            }
            if let Some(end) = self.carry_out(std::mem::take(&mut effects))? {
                return Ok(end);
            }
            if self.app.is_printed() {
                continue;
            }
            let look = self.throttle.look(Instant::now(), self.drain.called());
            if !due {
                held = look;
                continue;
            }
            held = self.throttle.hold(Instant::now(), screen::is_writable());
            if held.is_some() {
                continue;
            }
            self.draw()?;
            due = false;
            held = self.throttle.look(Instant::now(), false);
            drawn = Some(Instant::now());
        }
    }

    /// Does what the app asks for; the answer is how the dashboard ends, if it does.
    fn carry_out(&mut self, effects: Vec<Effect>) -> io::Result<Option<End>> {
        for effect in effects {
            match effect {
                Effect::Quit(None) => return Ok(Some(End::Quit)),
                Effect::Quit(Some(signal)) => return Ok(Some(End::Signal(signal))),
                Effect::Fail(why) => return Ok(Some(End::Failed(why))),
                Effect::Misuse(why) => return Ok(Some(End::Misused(why))),
                Effect::Work(ticket, request) => drop(self.work.send((ticket, request))),
                Effect::Picture(ticket, place) => {
                    let job = PictureJob { picture: still::picture(&self.app), place: *place };
                    drop(self.work.send((ticket, Request::Picture(Box::new(job)))));
                }
                Effect::Copy(text) => screen::copy(&text, self.between)?,
                Effect::SaveViews(change) => {
                    let saved = self.save_views(change);
                    drop(self.app.update(Msg::ViewsSaved(saved)));
                }
                Effect::Watch(file) => drop(self.files.send(file)),
                Effect::Redraw => self.frames.forget(),
                Effect::Mouse(on) => screen::mouse(on)?,
                Effect::Print(lines) => screen::print(&lines)?,
                Effect::Return => {
                    screen::resume();
                    self.begin_anew()?;
                }
                Effect::Suspend => {
                    screen::suspend();
                    self.begin_anew()?;
                }
            }
        }
        Ok(None)
    }

    /// The screen is ours again, after anything may have happened to it.
    fn begin_anew(&mut self) -> io::Result<()> {
        let (width, height) = screen::size()?;
        self.app.update(Msg::Resize(width, height));
        self.frames.forget();
        Ok(())
    }

    /// Changes the views as they lie there now, since another window may have saved some.
    fn save_views(&self, change: Change) -> Result<Views, String> {
        save_views(self.views.as_deref(), change, self.app.lang())
    }

    /// What stands in this column and row as things are now: keys before the click in the same breath are done, as they
    /// would be before another key. It is looked up in what was drawn last, or where something came since, drawn aside.
    fn target(&mut self, at: (u16, u16)) -> Option<Target> {
        if self.app.is_printed() {
            return None;
        }
        let app = &self.app;
        let aside = || view::draw(&mut Buffer::empty(app.area()), app).regions;
        target::at(self.regions.get_or_insert_with(aside), at)
    }

    fn draw(&mut self) -> io::Result<()> {
        crate::fault::strike("draw");
        let app = &self.app;
        let regions = &mut self.regions;
        let bytes = self.frames.draw(app.area(), |buffer| {
            let drawn = view::draw(buffer, app);
            *regions = Some(drawn.regions);
            drawn.cursor
        });
        let (began, size) = (Instant::now(), bytes.len());
        screen::write(bytes)?;
        // The end of the write itself.
        let _ = self.drain.called();
        self.throttle.wrote(began, Instant::now(), size);
        Ok(())
    }
}

/// Changes the saved views in their file; the answer is all of them as they are then.
pub(crate) fn save_views(path: Option<&Path>, change: Change, lang: Lang) -> Result<Views, String> {
    let path = path.ok_or_else(|| lang.no_settings())?;
    let name = path.to_string_lossy();
    let mut views = Views::default();
    let changed = disk::change_views(path, |text| {
        if let Some(text) = text {
            views = Views::read(&text).map_err(|error| Unsaved::Why(error.words(lang, &name)))?;
        }
        views.change(change);
        Ok(views.text())
    });
    match changed {
        Ok(()) => Ok(views),
        Err(Unsaved::Why(why)) => Err(why),
        Err(Unsaved::Io(error)) => Err(lang.cannot_write(&name, &error)),
    }
}

/// Why the views were not saved.
enum Unsaved {
    Why(String),
    Io(io::Error),
}

impl From<io::Error> for Unsaved {
    fn from(error: io::Error) -> Unsaved {
        Unsaved::Io(error)
    }
}

/// How long nobody has touched a key.
struct Idle {
    patience: Duration,
    touched: Instant,
}

impl Idle {
    fn new(patience: Duration, now: Instant) -> Idle {
        Idle { patience, touched: now }
    }

    fn touched(&mut self, now: Instant) {
        self.touched = now;
    }

    /// How much longer it may be so.
    fn left(&self, now: Instant) -> Duration {
        (self.touched + self.patience).saturating_duration_since(now)
    }
}

/// How long after the start nothing is shown of a reading that goes on.
fn patience(app: &App) -> Duration {
    match app.loading().and_then(Loading::lasts) {
        None => PATIENCE,
        Some(lasts) if lasts <= load::BRIEF => load::BRIEF,
        Some(_) => Duration::ZERO,
    }
}

/// Whether nothing is done after it.
fn ends(effect: &Effect) -> bool {
    matches!(effect, Effect::Quit(_) | Effect::Fail(_) | Effect::Misuse(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_89_whoever_touches_no_key_is_left_alone_for_a_while_and_no_longer() {
        let start = Instant::now();
        let minutes = |many: u64| Duration::from_secs(60 * many);
        let mut idle = Idle::new(minutes(15), start);
        assert_eq!(idle.left(start + minutes(14)), minutes(1));
        idle.touched(start + minutes(14));
        assert_eq!(idle.left(start + minutes(28)), minutes(1));
        assert_eq!(idle.left(start + minutes(30)), Duration::ZERO);
    }
}
