//! The binary in a real terminal, and the screen that its bytes draw. Nothing here sleeps: each step waits for what must
//! come, and fails if it does not.

use crate::support::BINARY;
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use std::fmt::Debug;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};
use vt100::Parser;

/// Long enough for a loaded machine; nobody waits so long for what comes.
pub const PATIENCE: Duration = Duration::from_secs(60);

pub struct Terminal {
    pub master: Option<Box<dyn MasterPty + Send>>,
    pub writer: Option<Box<dyn Write + Send>>,
    pub pid: Pid,
    ended: Receiver<ExitStatus>,
    pub bytes: Receiver<Vec<u8>>,
    pub raw: Vec<u8>,
    pub screen: Parser,
    before: String,
    tty: PathBuf,
    usual: Termios,
    /// What a terminal shows that has no screen of its own for programs, as tmux and GNU screen can be set up.
    shared: Option<Parser>,
    /// Nobody closes it before the end.
    is_read_whole: bool,
    folder: tempfile::TempDir,
    /// Kept as long as it runs.
    #[expect(dead_code, reason = "it lies there until it is dropped")]
    settings: tempfile::TempDir,
}

/// A program's own screen, on and off.
const OWN_SCREEN: [&str; 2] = ["\u{1b}[?1049h", "\u{1b}[?1049l"];

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

pub fn some(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap()
}

/// The rows of a screen; a space written at the end of one is as good as none.
pub fn text_of(screen: &vt100::Screen) -> String {
    screen.contents().lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn settings(master: &dyn MasterPty) -> String {
    let settings: &dyn Debug = &master.get_termios().expect("a terminal has settings");
    format!("{settings:?}")
}

impl Terminal {
    /// Starts the binary in a terminal of 80×24.
    pub fn start(args: &[&str]) -> Terminal {
        Terminal::start_command(&[&[BINARY], args].concat(), &[], None)
    }

    /// Starts a command; reading ends where the screen first holds `until`, so that the terminal can then be closed.
    pub fn start_command(command: &[&str], env: &[(&str, &str)], until: Option<&'static str>) -> Terminal {
        Terminal::spawn(command, env, until, None)
    }

    /// Starts the binary behind a line that carries so many bytes a second.
    pub fn on_a_slow_line(args: &[&str], rate: u32) -> Terminal {
        Terminal::spawn(&[&[BINARY], args].concat(), &[], None, Some(rate))
    }

    fn spawn(command: &[&str], env: &[(&str, &str)], until: Option<&'static str>, rate: Option<u32>) -> Terminal {
        let pair = native_pty_system().openpty(size(80, 24)).unwrap();
        let before = settings(pair.master.as_ref());
        let tty = pair.master.tty_name().unwrap();
        let usual = tcgetattr(std::fs::File::open(&tty).unwrap()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let mut builder = CommandBuilder::new(command[0]);
        builder.args(&command[1..]);
        builder.env_clear();
        builder.env("TERM", "xterm-256color");
        builder.env("LANG", "C.UTF-8");
        // Whoever has set something was here before: nobody is greeted, and nobody's own settings are looked at.
        let settings = tempfile::tempdir().unwrap();
        std::fs::create_dir(settings.path().join("lindungi")).unwrap();
        builder.env("XDG_CONFIG_HOME", settings.path());
        env.iter().for_each(|(name, value)| builder.env(name, value));
        builder.cwd(folder.path());
        let mut child: Box<dyn Child + Send + Sync> = pair.slave.spawn_command(builder).unwrap();
        let pid = Pid::from_raw(i32::try_from(child.process_id().unwrap()).unwrap()).unwrap();
        // Only the child may hold the other side: then the end of its output is the end of the reading.
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (read, bytes) = channel();
        thread::spawn(move || {
            let mut seen = Parser::new(some(24), some(80), 0);
            // A slow line carries a little at a time, and its pauses are its own: nobody waits for anything here.
            let mut block = vec![0; rate.map_or(64 * 1024, |_| 64)];
            let pause = rate.map(|rate| Duration::from_secs(64) / rate);
            while let Ok(count) = reader.read(&mut block) {
                let part = &block[..count];
                pause.into_iter().for_each(thread::sleep);
                seen.process(part);
                let enough = until.is_some_and(|text| seen.screen().contents().contains(text));
                if count == 0 || enough || read.send(part.to_vec()).is_err() {
                    drop(reader);
                    let _ = read.send(part.to_vec());
                    return;
                }
            }
        });
        let (told, ended) = channel();
        thread::spawn(move || {
            let status = child.wait();
            status.map(|status| told.send(status))
        });
        let writer = pair.master.take_writer().unwrap();
        Terminal {
            master: Some(pair.master),
            writer: Some(writer),
            pid,
            ended,
            bytes,
            raw: Vec::new(),
            screen: Parser::new(some(24), some(80), 0),
            before,
            tty,
            usual,
            shared: None,
            is_read_whole: until.is_none(),
            folder,
            settings,
        }
    }

    pub fn contents(&self) -> String {
        text_of(self.screen.screen())
    }

    pub fn take(&mut self, bytes: &[u8]) {
        self.raw.extend(bytes);
        self.screen.process(bytes);
        if let Some(shared) = &mut self.shared {
            // Each switch is written in one piece, in a write of its own.
            let text =
                OWN_SCREEN.iter().fold(String::from_utf8_lossy(bytes).into_owned(), |text, own| text.replace(own, ""));
            shared.process(text.as_bytes());
        }
    }

    /// The same terminal without a screen of its own for programs, on which a shell has written.
    pub fn without_own_screen(mut self) -> Terminal {
        self.shared = Some(Parser::new(some(24), some(80), 0));
        self.scribble();
        self
    }

    /// Something else writes all over the screen.
    pub fn scribble(&mut self) {
        let lines = vec!["4,1".repeat(26); 24].join("\r\n");
        let text = format!("\u{1b}[H{lines}\u{1b}[H");
        self.shared.as_mut().unwrap_or(&mut self.screen).process(text.as_bytes());
    }

    pub fn shared_contents(&self) -> String {
        text_of(self.shared.as_ref().unwrap().screen())
    }

    #[track_caller]
    pub fn wait_on(&mut self, what: &str, is_so: impl Fn(&vt100::Screen) -> bool) {
        let patience = Instant::now();
        while !is_so(self.screen.screen()) {
            match self.bytes.recv_timeout(PATIENCE.saturating_sub(patience.elapsed())) {
                Ok(bytes) => self.take(&bytes),
                Err(error) => panic!("waited for {what} ({error}), the screen is\n{}", self.contents()),
            }
        }
    }

    #[track_caller]
    pub fn wait_until(&mut self, what: &str, shows: impl Fn(&str) -> bool) {
        self.wait_on(what, |screen| shows(&text_of(screen)));
    }

    #[track_caller]
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |screen| screen.contains(text));
    }

    pub fn keys(&mut self, keys: &str) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Bytes, whatever they are.
    pub fn write(&mut self, bytes: &[u8]) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(bytes).unwrap();
        writer.flush().unwrap();
    }

    /// Lets so much time pass on the line, as a network does; what comes meanwhile is taken.
    pub fn pause(&mut self, time: Duration) {
        let end = Instant::now() + time;
        while let Ok(bytes) = self.bytes.recv_timeout(end.saturating_duration_since(Instant::now())) {
            self.take(&bytes);
        }
    }

    /// Waits for one of two texts on the screen; whether it was the first.
    #[track_caller]
    pub fn wait_for_either(&mut self, one: &str, other: &str) -> bool {
        self.wait_until(&format!("{one} or {other}"), |screen| screen.contains(one) || screen.contains(other));
        self.contents().contains(one)
    }

    /// Waits until there is a file of such a name.
    #[track_caller]
    pub fn wait_for_file(&mut self, folder: &Path, is: impl Fn(&str) -> bool) {
        let patience = Instant::now();
        let named =
            |entry: std::io::Result<std::fs::DirEntry>| entry.is_ok_and(|it| it.file_name().to_str().is_some_and(&is));
        while !std::fs::read_dir(folder).unwrap().any(named) {
            assert!(patience.elapsed() < PATIENCE, "no file came");
            self.pause(Duration::from_millis(1));
        }
    }

    /// Waits until it has stopped: what goes on before that is stopped after.
    #[track_caller]
    pub fn wait_until_stopped(&mut self) {
        let stat = format!("/proc/{}/stat", self.pid.as_raw_nonzero());
        let patience = Instant::now();
        while !std::fs::read_to_string(&stat).unwrap().contains(") T ") {
            assert!(patience.elapsed() < PATIENCE, "does not stop");
            self.pause(Duration::from_millis(1));
        }
    }

    /// Presses keys in turn, each of which is answered with another drawing, until the line takes nothing more: nobody may
    /// read it.
    #[track_caller]
    pub fn keys_until_the_line_is_full(&mut self, keys: &str) {
        let line = std::fs::File::open(&self.tty).unwrap();
        let patience = Instant::now();
        let takes = || poll(&mut [PollFd::new(&line, PollFlags::OUT)], Some(&Timespec::default())).unwrap() > 0;
        for key in keys.split_inclusive(|_| true).cycle().take_while(|_| takes()) {
            assert!(patience.elapsed() < PATIENCE, "the line takes everything");
            self.keys(key);
            // Keys that come at once are answered with one drawing.
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Where it was started.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Somebody else sets the terminal as shells have it.
    pub fn set_as_before(&self) {
        let tty = std::fs::File::open(&self.tty).unwrap();
        tcsetattr(tty, OptionalActions::Now, &self.usual).unwrap();
    }

    /// Whether keys come one by one.
    pub fn is_raw(&self) -> bool {
        settings(self.master.as_ref().unwrap().as_ref()) != self.before
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.master.as_ref().unwrap().resize(size(columns, rows)).unwrap();
        self.screen.set_size(some(rows), some(columns));
    }

    /// Takes what comes until nothing comes for a while.
    pub fn settle(&mut self) {
        while let Ok(bytes) = self.bytes.recv_timeout(Duration::from_millis(300)) {
            self.take(&bytes);
        }
    }

    /// How it ended, after all that it wrote was read: whatever the end, the terminal is as it was, unless it was killed
    /// by what nobody can answer.
    #[track_caller]
    pub fn end(&mut self) -> ExitStatus {
        let ended = self.ended.recv_timeout(PATIENCE);
        if ended.is_err() {
            let _ = kill_process(self.pid, Signal::KILL);
        }
        let ended = ended.unwrap_or_else(|_| panic!("does not end, the screen is\n{}", self.contents()));
        while let Ok(bytes) = self.bytes.recv_timeout(PATIENCE) {
            self.take(&bytes);
        }
        let at_once = ["Killed", "Aborted", "Segmentation fault", "Bus error"];
        match (ended.signal().is_some_and(|signal| at_once.contains(&signal)), self.is_read_whole) {
            (true, _) => {}
            (false, true) => self.assert_restored(),
            // What was written to nobody is not known; the settings are.
            (false, false) => self.assert_set_as_before(),
        }
        ended
    }

    /// Leaves by `q`: it ends well, and the terminal is as it was.
    #[track_caller]
    pub fn leave(&mut self) {
        self.keys("q");
        let ended = self.end();
        assert!(ended.success(), "{ended:?}");
    }

    #[track_caller]
    fn assert_set_as_before(&self) {
        let now = self.master.as_ref().map(|master| settings(master.as_ref()));
        assert!(now.is_none_or(|now| now == self.before), "the settings are as before");
    }

    /// Settings as before, usual screen, cursor, no mode left on.
    #[track_caller]
    pub fn assert_restored(&self) {
        self.assert_set_as_before();
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "the usual screen is back");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "pastes are not bracketed any more");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert!(!screen.bold() && !screen.inverse() && screen.fgcolor() == vt100::Color::Default);
        let raw = String::from_utf8_lossy(&self.raw);
        for (on, off) in [
            ("\u{1b}[?1049h", "\u{1b}[?1049l"),
            ("\u{1b}[?25l", "\u{1b}[?25h"),
            ("\u{1b}[?2004h", "\u{1b}[?2004l"),
            ("\u{1b}[?2026h", "\u{1b}[?2026l"),
            ("\u{1b}[?1000h", "\u{1b}[?1000l"),
            ("\u{1b}[?1006h", "\u{1b}[?1006l"),
            ("\u{1b}[?1004h", "\u{1b}[?1004l"),
        ] {
            assert!(raw.rfind(on) <= raw.rfind(off), "{on:?} is not taken back");
        }
        assert!(!raw.contains("\u{1b}[>"), "no keyboard protocol was asked for");
    }

    /// The hardware cursor sits on the `>` of the selected row, where a screen reader looks for it.
    #[track_caller]
    pub fn wait_for_the_cursor_on_the_selected_row(&mut self) {
        self.wait_on("the cursor on the selected row", |screen| {
            let (row, column) = screen.cursor_position();
            !screen.hide_cursor() && screen.cell(row, column).is_some_and(|cell| cell.contents() == ">")
        });
    }

    /// Nothing was asked of the terminal: no report of cursor, colours, device or mode.
    #[track_caller]
    pub fn assert_asked_nothing(&self) {
        let raw = String::from_utf8_lossy(&self.raw);
        for question in
            ["\u{1b}[6n", "\u{1b}[5n", "\u{1b}[c", "\u{1b}[0c", "\u{1b}[?u", "$p", "\u{1b}]10;?", "\u{1b}]11;?"]
        {
            assert!(!raw.contains(question), "{question:?} was asked");
        }
        assert!(!raw.contains("\u{1b}]"), "no title, no clipboard, no link");
    }
}
