//! What is written to the terminal: whatever was shown before, an emulator shows what ratatui's own backend would show
//! on an empty screen, and it takes few bytes to get there.

use crate::laws::{Event, event};
use crate::stage::{Pace, Stage, start};
use crate::support::{fixture_text, roster, sorong};
use crossterm::event::KeyCode;
use lindungi::lang::Lang;
use lindungi::lang::glyphs::Glyphs;
use lindungi::tui::draw::view;
use lindungi::tui::frames::Frames;
use lindungi::tui::msg::Msg;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};
use std::num::NonZeroU16;
use vt100::Parser;

fn emulator(area: Rect) -> Parser {
    let some = |side: u16| NonZeroU16::new(side.max(1)).unwrap();
    Parser::new(some(area.height), some(area.width), 0)
}

/// What is seen: each cell with its style, a blank one with what is seen of its style, and the cursor if it is seen.
type Seen = (Vec<String>, Option<(u16, u16)>);

fn seen(parser: &Parser) -> Seen {
    let screen = parser.screen();
    let (height, width) = screen.size();
    let places = (0..height.get()).flat_map(|y| (0..width.get()).map(move |x| (y, x)));
    let cells = places.map(|(y, x)| {
        let cell = screen.cell(y, x).unwrap();
        let text = if cell.has_contents() { cell.contents() } else { " " };
        let lines = format!("{:?}{}{}", cell.bgcolor(), cell.underline(), cell.inverse());
        if cell.is_wide_continuation() {
            return "half".to_owned();
        }
        if text == " " && !cell.underline() && !cell.inverse() {
            return lines;
        }
        format!("{text}{lines}{:?}{}{}{}", cell.fgcolor(), cell.bold(), cell.dim(), cell.italic())
    });
    (cells.collect(), (!screen.hide_cursor()).then(|| screen.cursor_position()))
}

/// What ratatui's own backend shows on an empty screen, each cell in its place.
fn expected(buffer: &Buffer, cursor: Option<Position>) -> Seen {
    // crossterm would leave colours out where NO_COLOR is set.
    crossterm::style::force_color_output(true);
    let mut bytes = Vec::new();
    let mut backend = CrosstermBackend::new(&mut bytes);
    for (x, y, cell) in Buffer::empty(buffer.area).diff(buffer) {
        backend.draw([(x, y, cell)].into_iter()).unwrap();
    }
    match cursor {
        Some(cursor) => {
            backend.set_cursor_position(cursor).unwrap();
            backend.show_cursor().unwrap();
        }
        None => backend.hide_cursor().unwrap(),
    }
    let mut parser = emulator(buffer.area);
    parser.process(&bytes);
    seen(&parser)
}

/// A terminal that is written to by frames.
struct Shown {
    frames: Frames,
    parser: Parser,
    regions: bool,
}

impl Shown {
    fn new(regions: bool) -> Shown {
        let mut parser = emulator(Rect::new(0, 0, 1, 1));
        parser.process(b"\x1b[?25l");
        Shown { frames: Frames::new(regions), parser, regions }
    }

    /// Something else writes all over it, and is known to have.
    fn spoil(&mut self) {
        self.parser.process(b"\x1b[2;1r\x1b[H\x1b[7;41mold\r\ntext\r\n\r\nold text\x1b[1;2r\x1b[2;2H");
        self.frames.forget();
    }

    /// Draws, and checks what is seen then.
    fn draw(&mut self, buffer: &Buffer, cursor: Option<Position>) -> Result<Vec<u8>, TestCaseError> {
        let area = buffer.area;
        let sides = self.parser.screen().size();
        if (sides.1.get(), sides.0.get()) != (area.width.max(1), area.height.max(1)) {
            let some = |side: u16| NonZeroU16::new(side.max(1)).unwrap();
            self.parser.set_size(some(area.height), some(area.width));
            self.spoil();
        }
        let copy = |own: &mut Buffer| {
            *own = buffer.clone();
            cursor
        };
        let bytes = self.frames.draw(area, copy).to_vec();
        self.parser.process(&bytes);
        if !area.is_empty() {
            let (found, wanted) = (seen(&self.parser), expected(buffer, cursor));
            prop_assert_eq!(found, wanted, "{:?} after {:?}", buffer, String::from_utf8_lossy(&bytes));
        }
        let again = self.frames.draw(area, copy).to_vec();
        prop_assert_eq!(again, b"".to_vec(), "what is shown already is not written again");
        if !self.regions {
            prop_assert!(!moves_rows(&bytes), "{:?}", String::from_utf8_lossy(&bytes));
        }
        Ok(bytes)
    }
}

/// Whether any sequence sets a region or moves rows: `CSI r` with numbers, `CSI S`, `T`, `L`, `M` and `ESC M`. A line
/// feed that would scroll is seen by what is shown.
fn moves_rows(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    text.split('\u{1b}').skip(1).any(|sequence| match sequence.strip_prefix('[') {
        Some(rest) => {
            let end = rest.find(|c: char| c.is_ascii_alphabetic()).unwrap();
            let numbers = &rest[..end];
            matches!(rest[end..].chars().next(), Some('S' | 'T' | 'L' | 'M'))
                || rest[end..].starts_with('r') && !numbers.is_empty()
        }
        None => sequence.starts_with(['M', 'D', 'E']),
    })
}

/// One change of what is to be shown.
#[derive(Clone, Debug)]
enum Change {
    Write(u16, u16, &'static str, Style),
    Ground(u16, u16, u16, Style),
    Turn { top: u16, rows: u16, by: u16 },
    Clear,
    Resize(u16, u16),
    Cursor(Option<(u16, u16)>),
    Spoil,
}

fn style() -> impl Strategy<Value = Style> {
    let colors = [
        Color::Reset,
        Color::Reset,
        Color::Green,
        Color::Gray,
        Color::DarkGray,
        Color::White,
        Color::LightRed,
        Color::Indexed(2),
        Color::Indexed(200),
        Color::Rgb(1, 20, 250),
    ];
    let modifiers = [
        Modifier::empty(),
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::DIM,
        Modifier::REVERSED,
        Modifier::UNDERLINED,
        Modifier::CROSSED_OUT,
        Modifier::BOLD.union(Modifier::REVERSED),
        Modifier::DIM.union(Modifier::ITALIC),
    ];
    let grounds = [Color::Reset, Color::Reset, Color::Reset, Color::Blue, Color::LightYellow];
    (select(colors.to_vec()), select(grounds.to_vec()), select(modifiers.to_vec()))
        .prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier))
}

fn change() -> impl Strategy<Value = Change> {
    let texts = [
        "a",
        "abc",
        "   ",
        "a b",
        "some longer text",
        "世",
        "世界",
        "x世",
        "e\u{301}",
        "e\u{301}世\u{301}z",
        "●▒─",
        "●  –",
        "❤\u{fe0f}!",
        "                    ",
    ];
    prop_oneof![
        6 => (0_u16..30, 0_u16..10, select(texts.to_vec()), style())
            .prop_map(|(x, y, text, style)| Change::Write(x, y, text, style)),
        2 => (0_u16..30, 0_u16..10, 0_u16..30, style()).prop_map(|(x, y, width, style)| Change::Ground(x, y, width, style)),
        6 => (0_u16..10, 0_u16..10, 0_u16..10).prop_map(|(top, rows, by)| Change::Turn { top, rows, by }),
        1 => Just(Change::Clear),
        1 => (1_u16..30, 1_u16..10).prop_map(|(width, height)| Change::Resize(width, height)),
        3 => of((0_u16..30, 0_u16..10)).prop_map(Change::Cursor),
        1 => Just(Change::Spoil),
    ]
}

fn make(change: &Change, buffer: &mut Buffer, cursor: &mut Option<Position>) {
    let area = buffer.area;
    match *change {
        Change::Write(x, y, text, style) if area.contains(Position { x, y }) => {
            // ratatui hides what is written over the second half of a wide character, but shows it over that of an
            // emoji of two characters. No screen does it (`no_half_is_written_over`), so the law is silent on it.
            let before = x.checked_sub(1).and_then(|before| buffer.cell_mut((before, y)));
            if let Some(cut) = before.filter(|before| before.cell_width() == 2) {
                cut.set_symbol(" ");
            }
            buffer.set_string(x, y, text, style);
        }
        Change::Ground(x, y, width, style) => buffer.set_style(Rect { x, y, width, height: 1 }, style),
        Change::Turn { top, rows, by } => {
            let width = usize::from(area.width);
            let (top, end) = (usize::from(top.min(area.height)), usize::from((top + rows).min(area.height)));
            let region = &mut buffer.content[top * width..end * width];
            if !region.is_empty() {
                let by = usize::from(by) % (end - top);
                region.rotate_left(by * width);
            }
        }
        Change::Clear => buffer.reset(),
        Change::Resize(width, height) => {
            *buffer = Buffer::empty(Rect { width, height, ..area });
            *cursor = None;
        }
        Change::Cursor(at) => *cursor = at.map(Position::from).filter(|at| area.contains(*at)),
        Change::Write(..) | Change::Spoil => {}
    }
}

fn shows_what_is_drawn(regions: bool, size: (u16, u16), frames: &[Vec<Change>]) -> Result<(), TestCaseError> {
    let mut shown = Shown::new(regions);
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    let mut cursor = None;
    for changes in frames {
        for change in changes {
            make(change, &mut buffer, &mut cursor);
            if matches!(change, Change::Spoil) {
                shown.spoil();
            }
        }
        shown.draw(&buffer, cursor)?;
    }
    Ok(())
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn whatever_was_shown_the_terminal_shows_what_ratatui_would(
        regions in any::<bool>(),
        size in (1_u16..30, 1_u16..10),
        frames in vec(vec(change(), 1..5), 1..12),
    ) {
        shows_what_is_drawn(regions, size, &frames)?;
    }
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn whatever_keys_are_pressed_the_terminal_shows_what_ratatui_would(
        regions in any::<bool>(),
        start in (1_u16..130, 1_u16..50),
        ascii in any::<bool>(),
        events in vec(event(), 1..30),
    ) {
        let begin = crate::stage::start(Lang::En);
        let glyphs = if ascii { Glyphs::Ascii } else { Glyphs::Full };
        let mut app = Stage::new(lindungi::tui::state::app::Start { glyphs, again: true, ..begin }, Pace::AtOnce, start);
        app.read(roster(fixture_text("small-city.json")));
        let mut shown = Shown::new(regions);
        for event in events {
            let event = match event {
                // Emulators differ on the columns of rarer clusters.
                Event::Paste(text) if !text.is_ascii() => Event::Paste("张伟 Yu\u{301}stinus".to_owned()),
                Event::Key(KeyCode::Char(c), _) if !c.is_ascii() => Event::Deliver,
                event => event,
            };
            if app.readings.is_empty() {
                app.readings.push_back(Ok(roster(fixture_text("small-city-may.json"))));
            }
            event.happen(&mut app);
            let (buffer, cursor) = screen(&app);
            no_half_is_written_over(&buffer)?;
            shown.draw(&buffer, cursor)?;
        }
    }
}

/// A wide character takes two columns, and nothing else is written into the second.
fn no_half_is_written_over(buffer: &Buffer) -> Result<(), TestCaseError> {
    for row in buffer.content.chunks(usize::from(buffer.area.width).max(1)) {
        for (first, half) in row.iter().zip(row.iter().skip(1)) {
            prop_assert!(first.cell_width() != 2 || half.symbol() == " ", "{buffer:?}");
        }
    }
    Ok(())
}

fn screen(app: &Stage) -> (Buffer, Option<Position>) {
    let mut buffer = Buffer::empty(app.area());
    let cursor = view::draw(&mut buffer, app).cursor;
    (buffer, cursor)
}

/// The bytes of each key, after the Workers tab was opened.
fn bytes_of(size: (u16, u16), regions: bool, keys: &[&str]) -> Vec<usize> {
    let mut app = Stage::of(sorong(), start(Lang::En), Pace::AtOnce, size);
    let mut shown = Shown::new(regions);
    app.press("4");
    let mut key = |app: &mut Stage, key: &str| {
        match key {
            "page" => drop(app.key(KeyCode::PageDown, crossterm::event::KeyModifiers::NONE)),
            key => drop(app.press(key)),
        }
        let (buffer, cursor) = screen(app);
        shown.draw(&buffer, cursor).unwrap().len()
    };
    key(&mut app, "");
    keys.iter().map(|pressed| key(&mut app, pressed)).collect()
}

fn median(mut numbers: Vec<usize>) -> usize {
    numbers.sort_unstable();
    numbers[numbers.len() / 2]
}

#[test]
fn case_67_a_moved_cursor_a_moved_list_and_a_new_page_take_few_bytes() {
    let inside = bytes_of((80, 24), true, &["j"; 8]);
    let scrolled = bytes_of((80, 24), true, &["j"; 40]).split_off(20);
    let pages = bytes_of((80, 24), true, &["page"; 10]);
    for all in [&inside, &scrolled, &pages] {
        assert!(all.iter().all(|bytes| *bytes > 0), "each key is answered: {all:?}");
    }
    let found = (median(inside), median(scrolled), median(pages));
    assert!(found.0 <= 220 && found.1 <= 218 && found.2 <= 1_495, "{found:?}");
}

#[test]
fn a_list_beside_a_panel_is_moved_too() {
    let scrolled = bytes_of((120, 40), true, &["j"; 60]).split_off(40);
    assert!(scrolled.iter().all(|bytes| *bytes > 0), "each key is answered: {scrolled:?}");
    let found = median(scrolled);
    assert!(found <= 800, "{found}");
}

#[test]
fn a_list_is_moved_by_the_terminal_in_both_directions_where_it_can() {
    let moved = |regions| {
        let mut app = Stage::of(sorong(), start(Lang::En), Pace::AtOnce, (80, 24));
        let mut shown = Shown::new(regions);
        app.press("4");
        let mut count = 0;
        for key in [&["<down>"; 40][..], &["<up>"; 40]].concat() {
            app.press(key);
            let (buffer, cursor) = screen(&app);
            count += usize::from(moves_rows(&shown.draw(&buffer, cursor).unwrap()));
        }
        count
    };
    assert!(moved(true) >= 48, "the list scrolls by at least 24 rows each way");
    assert_eq!(moved(false), 0);
}

#[test]
fn case_08_what_terminals_take_for_different_widths_moves_nothing_after_it() {
    // The emulator takes the family for three characters of two columns.
    const FAMILY: &str = "👨\u{200d}👩\u{200d}👧";
    let area = Rect::new(0, 0, 20, 1);
    let mut parser = emulator(area);
    parser.process(Frames::new(true).draw(area, |buffer| {
        buffer.set_string(0, 0, format!("{FAMILY} 12,345"), Style::new());
        None
    }));
    let number: String = (3..9).map(|x| parser.screen().cell(0, x).unwrap().contents().to_owned()).collect();
    assert_eq!(number, "12,345", "the number stands in its own columns");
}

#[test]
fn a_large_frame_is_shown_at_once_and_a_small_one_has_no_marks() {
    let mut app = Stage::of(sorong(), start(Lang::En), Pace::AtOnce, (80, 24));
    let mut shown = Shown::new(true);
    let (buffer, cursor) = screen(&app);
    let whole = String::from_utf8(shown.draw(&buffer, cursor).unwrap()).unwrap();
    assert!(whole.starts_with("\u{1b}[?2026h") && whole.ends_with("\u{1b}[?2026l"));
    app.press("j");
    let (buffer, cursor) = screen(&app);
    let moved = String::from_utf8(shown.draw(&buffer, cursor).unwrap()).unwrap();
    assert!(!moved.contains("2026") && moved.contains('>'), "{moved:?}");
    app.update(Msg::Resize(100, 30));
    let (buffer, cursor) = screen(&app);
    let resized = String::from_utf8(shown.draw(&buffer, cursor).unwrap()).unwrap();
    assert!(resized.contains("\u{1b}[2J"), "what a resize leaves is not known");
}
