//! What is said above the filter, in rows of the screen: the state that stands, under it the newest word or offer. Each
//! takes two rows at most; what has no room in them is said shorter, never half.

use super::app::App;
use super::clip::MOST;
use super::notice::{Excess, Notice, Offer, OldData, Tone};
use super::overlay::Overlay;
use crate::lang::measure::{fit, width, wrap};
use crate::lang::scrub::scrub;
use crate::lang::words::{self, notice};
use crate::lang::{Lang, errors};
use crate::tui::keymap::{Action, Context};
use crate::tui::parts::input::MOST as MOST_TYPED;
use crate::tui::tab::Tab;

/// What stands before the words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// `✓`: it is done.
    Done,
    /// `·`: by the way.
    Aside,
    /// `▲`: look at this.
    Look,
    /// `■`: it is broken.
    Broken,
}

/// One thing that is said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    /// What stands before it.
    pub mark: Mark,
    /// Its rows.
    pub rows: Vec<String>,
}

/// Rows that one thing may take.
const MOST_ROWS: usize = 2;

/// Below so many rows of the screen the state waits until the word beside it is gone.
const ROOM_FOR_BOTH: u16 = 24;

impl App {
    /// All that is said now.
    pub(crate) fn said(&self) -> Vec<Said> {
        let room = usize::from(self.area.width).saturating_sub(4);
        let newest = self.word(room).or_else(|| self.offered(room));
        // Before an audience the chip beside the date says that the file is another by now.
        let state = self.state(room).filter(|_| !self.is_presenting());
        let state = state.filter(|_| newest.is_none() || self.area.height >= ROOM_FOR_BOTH);
        state.into_iter().chain(newest).collect()
    }

    /// Rows that it takes.
    pub(crate) fn said_rows(&self) -> u16 {
        self.said().iter().map(|said| said.rows.len() as u16).sum()
    }

    /// The state that stands.
    fn state(&self, room: usize) -> Option<Said> {
        if self.draft.is_some() && !matches!(self.overlay, Some(Overlay::Preview(_) | Overlay::Programme(_))) {
            let values = [self.file_name(), self.key_of(Action::Reload)];
            let values = values.each_ref().map(String::as_str);
            let ways = [&words::import::STATE, &words::import::STATE_SHORT].map(|way| self.lang.fill(way, &values));
            return Some(Said { mark: Mark::Look, rows: shortest_way(&ways, room) });
        }
        let OldData { unread: Some(why), hidden: false, .. } = self.old_data.as_ref()? else { return None };
        let (file, why) = self.placed(why);
        let shown = match self.read_at {
            Some(time) => self.lang.fill(&notice::SHOWN_OF, &[&self.lang.time(time)]),
            None => self.lang.say(&notice::SHOWN_OLD).to_owned(),
        };
        let cannot = self.lang.say(&notice::CANNOT_READ);
        let ways = [
            format!("{file}: {why}. {shown}"),
            format!("{why}. {shown}"),
            format!("{why}."),
            format!("{cannot} {shown}"),
            cannot.to_owned(),
        ];
        Some(Said { mark: Mark::Broken, rows: shortest_way(&ways, room) })
    }

    /// The name of the file without its folder, and why it cannot be read, the place in words.
    fn placed(&self, why: &str) -> (String, String) {
        let why = why.lines().next().unwrap_or_default();
        let Some(rest) = why.strip_prefix(self.source.as_str()) else { return (self.file_name(), scrub(why).into()) };
        let rest = rest.strip_prefix(':').unwrap_or(rest);
        let place = |text: &str| {
            text.split_once(':').and_then(|(number, rest)| Some((number.parse::<u64>().ok()?, rest.to_owned())))
        };
        let words = match place(rest).and_then(|(line, rest)| Some((line, place(&rest)?))) {
            Some((line, (column, what))) => {
                let numbers = [line, column].map(|number| self.lang.count(number));
                self.lang.fill(&notice::AT_PLACE, &[&numbers[0], &numbers[1], what.trim()])
            }
            None => rest.trim().to_owned(),
        };
        (self.file_name(), words.trim_end_matches('.').to_owned())
    }

    pub(super) fn file_name(&self) -> String {
        self.source.rsplit('/').next().unwrap_or_default().to_owned()
    }

    /// The offer, where a key can take it: not while letters are typed.
    fn offered(&self, room: usize) -> Option<Said> {
        let lang = self.lang;
        let ways = match self.offer.as_ref()? {
            Offer::Reveal => {
                let yes = self.keymap.name(Action::Confirm, Context::Question, lang);
                let keys = lang.fill(&words::REVEAL_YES, &[&yes]);
                let ask = lang.say(&words::REVEAL_ASK);
                vec![format!("{ask}\n{keys}"), format!("{ask} {keys}"), keys]
            }
            Offer::Fewer { .. } if self.is_typing() || self.is_presenting() => return None,
            Offer::Fewer { reading, instead_of, lapsed } => {
                let many = reading.workers.len() as u64;
                let values = [lang.count(many), lang.count(*instead_of), self.key_of(Action::Reload)];
                let values = values.each_ref().map(String::as_str);
                let text = lang.fill(&notice::FEWER, &values);
                let again = if *lapsed { format!("{} ", lang.say(&notice::OFFER_LAPSED)) } else { String::new() };
                vec![format!("{again}{text}"), text, lang.fill(&notice::FEWER_SHORT, &values)]
            }
            Offer::Replace(job) => {
                let yes = self.keymap.name(Action::Confirm, Context::Question, lang);
                let values = [scrub(&job.place.name).into_owned(), yes];
                let values = values.each_ref().map(String::as_str);
                [&words::picture::EXISTS, &words::picture::EXISTS_SHORT].map(|way| lang.fill(way, &values)).to_vec()
            }
            Offer::File { excess, .. } => {
                let keys = [Action::Open, Action::Export].map(|action| self.key_of(action));
                let file = lang.fill(&notice::TO_FILE, &keys.each_ref().map(String::as_str));
                let [text, short] = self.excess(*excess);
                vec![format!("{text}\n{file}"), format!("{text} {file}"), format!("{short} {file}")]
            }
        };
        Some(Said { mark: Mark::Look, rows: shortest_way(&ways, room) })
    }

    /// The word.
    fn word(&self, room: usize) -> Option<Said> {
        let word = self.notice.as_ref()?;
        let mark = match word.tone() {
            Tone::Done => Mark::Done,
            Tone::Aside => Mark::Aside,
            Tone::Trouble => Mark::Look,
        };
        Some(Said { mark, rows: self.worded(word, room) })
    }

    /// How large it is, and how large it may be; then the same shorter.
    fn excess(&self, excess: Excess) -> [String; 2] {
        let count = |many: usize| self.lang.count(many as u64);
        let most = count(MOST);
        match excess.bytes.map(count) {
            Some(bytes) => [&notice::TOO_LARGE, &notice::TOO_LARGE_SHORT]
                .map(|phrase| self.lang.fill(phrase, &[&count(excess.rows), &bytes, &most])),
            None => [&notice::TOO_MANY, &notice::TOO_MANY_SHORT]
                .map(|phrase| self.lang.fill(phrase, &[&count(excess.rows), &most])),
        }
    }

    fn key_of(&self, action: Action) -> String {
        self.keymap.name(action, Context::Tab(self.tab), self.lang)
    }

    fn worded(&self, word: &Notice, room: usize) -> Vec<String> {
        let lang = self.lang;
        let count = |many: usize| lang.count(many as u64);
        let text = match word {
            Notice::PasteCut => lang.fill(&words::PASTE_CUT, &[&MOST_TYPED.to_string()]),
            Notice::PasteHangs => {
                lang.fill(&notice::PASTE_HANGS, &[&self.keymap.name(Action::Quit, Context::Filter, lang)])
            }
            Notice::PasteLeft => lang.say(&notice::PASTE_LEFT).to_owned(),
            Notice::TooFast => lang.fill(&notice::TOO_FAST, &[&self.keymap.name(Action::Open, Context::Export, lang)]),
            Notice::NoClick => lang.fill(&notice::NO_CLICK, &[&self.keymap.name(Action::Open, Context::Export, lang)]),
            Notice::Mouse(on) => {
                let key = self.key_of(Action::Mouse);
                lang.fill(if *on { &notice::MOUSE_ON } else { &notice::MOUSE_OFF }, &[&key])
            }
            Notice::NoMouse => lang.say(&notice::NO_MOUSE).to_owned(),
            Notice::FirstTime => {
                let keys = [Action::Help, Action::Palette, Action::Quit].map(|action| self.key_of(action));
                let keys = keys.each_ref().map(String::as_str);
                let ways = [&notice::FIRST_TIME, &notice::FIRST_TIME_SHORT];
                return shortest_way(&ways.map(|way| lang.fill(way, &keys)), room);
            }
            Notice::StillWriting => {
                let key = self.keymap.name(Action::Quit, Context::Filter, lang);
                lang.fill(&notice::STILL_WRITING, &[&lang.megabytes(self.written), &key])
            }
            Notice::NotWatched => lang.fill(&notice::NOT_WATCHED, &[&self.key_of(Action::Reload)]),
            Notice::ViewOfANumber => lang.say(&notice::VIEW_OF_A_NUMBER).to_owned(),
            Notice::NothingToRepeat => lang.say(&words::NOTHING_TO_REPEAT).to_owned(),
            Notice::CannotUndo => lang.say(&words::CANNOT_UNDO).to_owned(),
            Notice::NoMatch => lang.say(&words::NO_MATCH).to_owned(),
            Notice::Copied(rows) => lang.fill(&words::COPIED, &[&count(*rows)]),
            Notice::TooLarge(excess) => return shortest_way(&self.excess(*excess), room),
            Notice::NothingSelected => {
                let key = |action| self.keymap.name(action, Context::Tab(self.tab), lang);
                let text = lang.fill(&notice::NOTHING_SELECTED, &[&key(Action::Filter), &key(Action::Mark)]);
                let export = Some(key(Action::Export)).filter(|key| !key.is_empty());
                let export = export.map_or(String::new(), |key| lang.fill(&notice::EXPORT_ALL, &[&key]));
                return shortest_way(&[format!("{text}{export}"), text], room);
            }
            Notice::NothingToPresent => lang.say(&notice::NOTHING_TO_PRESENT).to_owned(),
            Notice::NoClipboard => {
                let print = self.keymap.name(Action::Print, Context::Tab(self.tab), lang);
                let ways = [&notice::NO_CLIPBOARD, &notice::NO_CLIPBOARD_SHORT];
                return shortest_way(&ways.map(|way| lang.fill(way, &[&print])), room);
            }
            Notice::NobodyToExport => lang.say(&notice::NOBODY_TO_EXPORT).to_owned(),
            Notice::NobodyToCopy => lang.say(&notice::NOBODY_TO_COPY).to_owned(),
            Notice::TooManyDigits => lang.say(&words::TOO_LARGE).to_owned(),
            Notice::NothingToCopy => lang.say(&words::NOTHING_TO_COPY).to_owned(),
            Notice::OfWorkers => lang.fill(&notice::OF_WORKERS, &[&self.key_of(Action::To(Tab::Workers))]),
            Notice::NothingToOpen => lang.say(&notice::NOTHING_TO_OPEN).to_owned(),
            Notice::NothingToPick => lang.say(&notice::NOTHING_TO_PICK).to_owned(),
            Notice::Unmarked(many) => lang.fill(&notice::UNMARKED, &[&count(*many)]),
            Notice::Exported(rows, path) => lang.fill(&words::EXPORTED, &[&count(*rows), &scrub(path)]),
            Notice::Pictured(path, whole) => {
                let way = if *whole { &words::picture::WRITTEN_WHOLE } else { &words::picture::WRITTEN };
                lang.fill(way, &[&scrub(path)])
            }
            Notice::Imported(workers, path) => lang.fill(&words::import::SAVED, &[&count(*workers), &scrub(path)]),
            Notice::WrittenCut(rows, path, cut) => {
                let values = [count(*rows), scrub(path).into_owned(), lang.count(*cut)];
                let values = values.each_ref().map(String::as_str);
                let ways = [&words::export::WROTE_CUT, &words::export::WROTE_CUT_SHORT];
                return shortest_way(&ways.map(|way| lang.fill(way, &values)), room);
            }
            Notice::RowsWritten(rows, path) => lang.fill(&words::export::WROTE_ROWS, &[&count(*rows), &scrub(path)]),
            Notice::Wrong(why) => {
                let lines: Vec<String> = why.lines().map(|line| scrub(line).into_owned()).collect();
                let first = lines.first().cloned().unwrap_or_default();
                return shortest_way(&[lines.join("\n"), lines.join(" "), first], room);
            }
            Notice::ViewSaved(name) => lang.fill(&words::VIEW_SAVED, &[name]),
            Notice::ViewShown(name) => lang.fill(&words::VIEW_SHOWN, &[name]),
            Notice::ViewForgotten(name) => lang.fill(&words::VIEW_FORGOTTEN, &[name]),
            Notice::Reading => lang.say(&words::READING_AGAIN).to_owned(),
            Notice::Read(differences) => return read(lang, &lang.differences(differences), room),
            Notice::ReadWithout => {
                let todo = lang.fill(&words::READ_WITHOUT_TODO, &[&self.key_of(Action::Undo)]);
                let text = lang.say(&words::READ_WITHOUT);
                return shortest_way(&[format!("{text};\n{todo}"), format!("{text}; {todo}"), todo], room);
            }
            Notice::TrailingBytes(name) => lang.fill(&errors::TRAILING_BYTES, &[&scrub(name)]),
            Notice::Held(key) => lang.fill(&notice::HELD, &[key]),
            Notice::NotYet(key) => lang.fill(&notice::NOT_YET, &[key]),
            Notice::ReadOnce => lang.say(&words::READ_ONCE).to_owned(),
        };
        shortest_way(&[text], room)
    }
}

/// What was read anew: as many of the differences as have room, and how many more there are.
fn read(lang: Lang, differences: &[String], room: usize) -> Vec<String> {
    if differences.is_empty() {
        return shortest_way(&[lang.say(&notice::READ_SAME).to_owned()], room);
    }
    let told = |many: usize| {
        let mut told: Vec<String> = differences.iter().take(many).cloned().collect();
        let more = differences.len() - told.len();
        told.extend((more > 0).then(|| lang.fill(&notice::MORE_CHANGES, &[&more.to_string()])));
        lang.fill(&notice::READ_AGAIN, &[&told.join(" · ")])
    };
    let ways: Vec<String> = (1..=differences.len()).rev().map(told).collect();
    shortest_way(&ways, room)
}

/// The first way of saying it that has room in two rows; the last one has to.
fn shortest_way(ways: &[String], room: usize) -> Vec<String> {
    let broken = |way: &str| way.lines().flat_map(|line| wrap(line, room)).collect::<Vec<String>>();
    let fits = |way: &&String| broken(way).len() <= MOST_ROWS && way.split_whitespace().all(|word| width(word) <= room);
    match ways.iter().find(fits).or(ways.last()) {
        Some(way) => {
            let rows = broken(way);
            let (first, rest) = rows.split_at(rows.len().min(MOST_ROWS - 1));
            let rest = (!rest.is_empty()).then(|| fit(&rest.join(" "), room));
            first.iter().cloned().chain(rest).collect()
        }
        None => Vec::new(),
    }
}
