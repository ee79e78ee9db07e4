//! The themes and the characters of terminals: every colour can be read on the grounds that its theme is for, what a theme
//! writes is what a terminal obeys, and a terminal with a poor font or without a clipboard is told so.

use crate::screens::roster;
use crate::stage::{Pace, Stage, drawn, start};
use crate::support::{BINARY, lindungi};
use crate::terminal::Terminal;
use lindungi::config::Colors;
use lindungi::lang::Lang;
use lindungi::lang::glyphs::{CONSOLE, Glyphs};
use lindungi::tui::msg::Effect;
use lindungi::tui::state::app::Start;
use lindungi::tui::tab::Tab;
use lindungi::tui::theme::{self, Theme};
use ratatui::style::Color;

/// The least contrast of text (WCAG 2, AA), in hundredths.
const TEXT: u32 = 450;

/// The light of a colour (WCAG 2, relative luminance).
fn light([r, g, b]: [u8; 3]) -> f64 {
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
}

/// The contrast of two colours, in hundredths, cut.
fn contrast(ink: [u8; 3], ground: [u8; 3]) -> u32 {
    let (ink, ground) = (light(ink) + 0.05, light(ground) + 0.05);
    (100.0 * ink.max(ground) / ink.min(ground)) as u32
}

fn hex(rgb: u32) -> [u8; 3] {
    let [_, r, g, b] = rgb.to_be_bytes();
    [r, g, b]
}

/// The colours of a theme that are written in, with what they mean.
fn inks(colors: Colors) -> Vec<(&'static str, Color)> {
    let own = theme::palette(colors);
    let mut inks = vec![("chosen", own.chosen), ("good", own.good), ("attention", own.attention), ("bad", own.bad)];
    inks.extend(own.dim.map(|dim| ("dim", dim)));
    inks.extend(own.paper.map(|paper| ("text", paper.ink)));
    inks
}

#[test]
fn every_colour_of_a_theme_with_a_ground_of_its_own_can_be_read_on_it() {
    for (colors, least) in [(Colors::TrueColor, TEXT), (Colors::TrueColorLight, TEXT), (Colors::HighContrast, 700)] {
        let ground = theme::rgb(theme::palette(colors).paper.unwrap().ground).unwrap();
        for (meaning, ink) in inks(colors) {
            let found = contrast(theme::rgb(ink).unwrap(), ground);
            assert!(found >= least, "{}: {meaning} has {found}", colors.name());
        }
    }
}

#[test]
fn every_colour_of_the_light_theme_can_be_read_on_the_usual_light_grounds() {
    let grounds = [
        ("white: xterm, VS Code, GNOME", 0xff_ffff),
        ("One Half Light of Windows Terminal", 0xfa_fafa),
        ("Solarized Light", 0xfd_f6e3),
        ("Tango Light of Windows Terminal, GNOME's grey", 0xee_eeec),
    ];
    for (name, ground) in grounds {
        for (meaning, ink) in inks(Colors::Light) {
            let found = contrast(theme::rgb(ink).expect("the same on every terminal"), hex(ground));
            assert!(found >= TEXT, "{name}: {meaning} has {found}");
        }
    }
}

/// Usual palettes: their dark ground, and red, green, yellow and cyan of the sixteen.
const PALETTES: [(&str, u32, [u32; 4]); 6] = [
    ("xterm", 0x00_0000, [0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_cdcd]),
    ("VS Code", 0x1e_1e1e, [0xcd_3131, 0x0d_bc79, 0xe5_e510, 0x11_a8cd]),
    ("Windows Terminal", 0x0c_0c0c, [0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x3a_96dd]),
    ("PuTTY", 0x00_0000, [0xbb_0000, 0x00_bb00, 0xbb_bb00, 0x00_bbbb]),
    ("Linux console", 0x00_0000, [0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_aaaa]),
    ("GNOME", 0x17_1421, [0xc0_1c28, 0x26_a269, 0xa2_734c, 0x2a_a1b3]),
];

/// The terminal's own sixteen are what it makes of them: on a dark ground green and cyan can be read everywhere, yellow
/// where it is not brown. Red, which no palette draws light enough, has about the contrast of shapes (3): a sign or a word
/// stands beside it. The bright half would be clearer there and unreadable on white; `high-contrast` is for that.
#[test]
fn the_terminals_own_colours_can_be_read_on_dark_grounds_but_for_red_and_brown() {
    let own = theme::palette(Colors::Default);
    assert_eq!((own.bad, own.good, own.attention, own.chosen), (Color::Red, Color::Green, Color::Yellow, Color::Cyan));
    let mut poor = Vec::new();
    for (name, ground, inks) in PALETTES {
        for (color, ink) in ["red", "green", "yellow", "cyan"].into_iter().zip(inks) {
            let found = contrast(hex(ink), hex(ground));
            if found < TEXT {
                poor.push(format!("{name}: {color} {}.{:02}", found / 100, found % 100));
            }
        }
    }
    let known = [
        "xterm: red 3.59",
        "VS Code: red 3.23",
        "Windows Terminal: red 3.22",
        "PuTTY: red 3.11",
        "Linux console: red 2.70",
        "Linux console: yellow 4.00",
        "GNOME: red 2.96",
        "GNOME: yellow 4.39",
    ];
    assert_eq!(poor, known);
}

fn app(tab: Tab, start: Start) -> Stage {
    Stage::of(roster("sorong-2024.json"), Start { tab: Some(tab), ..start }, Pace::AtOnce, (80, 24))
}

#[test]
fn whoever_wants_no_colours_has_none_whatever_the_theme() {
    let ansi = |args: &[&str]| lindungi(&[&["snapshot", "--demo", "--format", "ansi"], args].concat()).run().out;
    assert!(ansi(&["--theme", "truecolor"]).contains(";38;2;"));
    assert!(ansi(&["--theme", "light"]).contains(";38;5;"));
    let bare = ansi(&["--color", "never"]);
    for theme in Colors::ALL.map(Colors::name) {
        assert_eq!(ansi(&["--theme", theme, "--color", "never"]), bare, "{theme}");
    }
    let told = lindungi(&["snapshot", "--demo", "--format", "ansi", "--theme", "light"]).env("NO_COLOR", "1").run();
    assert_eq!(told.out, bare);
}

#[test]
fn a_picture_has_the_ground_of_its_theme() {
    for format in ["svg", "html"] {
        for (theme, ground) in [("light", "#fcfcf9"), ("truecolor", "#16171d"), ("high-contrast", "#000000")] {
            let done = lindungi(&["snapshot", "--demo", "--format", format, "--theme", theme]).run();
            assert_eq!(done.code, 0, "{}", done.err);
            assert!(done.out.contains(ground), "{format} {theme}");
            let others = ["#fcfcf9", "#16171d", "#000000"].into_iter().filter(|own| *own != ground);
            others.for_each(|other| assert!(!done.out.contains(other), "{format} {theme}: {other}"));
        }
    }
}

#[test]
fn a_theme_with_a_ground_of_its_own_leaves_no_cell_without_colours() {
    for colors in [Colors::HighContrast, Colors::TrueColor, Colors::TrueColorLight] {
        for tab in Tab::ALL {
            let stage = app(tab, Start { theme: Theme::Colored(colors), ..start(Lang::En) });
            let bare = |cell: &&ratatui::buffer::Cell| cell.fg == Color::Reset || cell.bg == Color::Reset;
            assert_eq!(drawn(&stage).content.iter().find(bare), None, "{} {tab:?}", colors.name());
        }
    }
}

#[test]
fn on_the_linux_console_no_screen_has_a_character_that_its_font_has_not() {
    for lang in [Lang::En, Lang::Id] {
        for tab in Tab::ALL {
            for size in [(50, 20), (80, 24), (160, 45)] {
                let start = Start { glyphs: Glyphs::Console, tab: Some(tab), ..start(lang) };
                let mut stage = Stage::of(roster("sorong-2024.json"), start, Pace::AtOnce, size);
                for keys in ["", "?", "<esc>f", "<esc>w", "<esc>:", "<esc>P"] {
                    stage.press(keys);
                    let strange = |symbol: &str| symbol.chars().any(|c| !c.is_ascii() && !CONSOLE.contains(c));
                    let screen = drawn(&stage);
                    let found = screen.content.iter().find(|cell| strange(cell.symbol()));
                    assert_eq!(found.map(|cell| cell.symbol()), None, "{tab:?} {size:?} {keys}");
                }
            }
        }
    }
}

#[test]
fn a_terminal_gets_true_colours_where_it_says_that_it_has_them_and_is_told_where_it_does_not() {
    let run = |env: &[(&str, &str)], text: &str| {
        let mut terminal = Terminal::start_command(&[BINARY, "--theme", "truecolor"], env, None);
        terminal.wait_for("17,640 of 17,640");
        terminal.wait_for(text);
        terminal.keys("q");
        terminal.end();
        String::from_utf8_lossy(&terminal.raw).into_owned()
    };
    let told = run(&[], "theme truecolor: this terminal does not say");
    assert!(!told.contains(";2;22;23;29m") && told.contains("[32m"));
    assert!(run(&[("COLORTERM", "truecolor")], "/ filter").contains("48;2;22;23;29"));
}

#[test]
fn the_linux_console_is_known_by_its_name_and_sent_nothing_that_it_does_not_know() {
    let mut terminal = Terminal::start_command(&[BINARY], &[("TERM", "linux")], None);
    terminal.wait_for("17,640 of 17,640");
    terminal.keys("4y");
    terminal.wait_for("this terminal takes no text to a clipboard");
    terminal.keys("3q");
    terminal.end();
    let raw = String::from_utf8_lossy(&terminal.raw).into_owned();
    assert!(!raw.contains("]52;"));
    let strange: Vec<char> = raw.chars().filter(|c| !c.is_ascii() && !CONSOLE.contains(*c)).collect();
    assert_eq!(strange, []);
}

#[test]
fn a_terminal_without_a_clipboard_is_sent_no_text_and_told_how_to_print() {
    for (lang, words) in [(Lang::En, ":print writes it"), (Lang::Id, ":cetak menulisnya")] {
        let mut stage = app(Tab::Workers, Start { clipboard: false, ..start(lang) });
        let effects = stage.press("y");
        assert!(!effects.iter().any(|effect| matches!(effect, Effect::Copy(_))));
        let screen = lindungi::tui::paint::txt::txt(&drawn(&stage));
        assert!(screen.contains(words), "{screen}");
    }
}

#[test]
fn what_is_to_be_said_first_stands_over_the_first_screen_until_a_key() {
    let mut stage = app(Tab::Groups, Start { first: Some("theme truecolor: no".to_owned()), ..start(Lang::En) });
    let text = |stage: &Stage| lindungi::tui::paint::txt::txt(&drawn(stage));
    assert!(text(&stage).contains("theme truecolor: no"));
    stage.press("j");
    assert!(!text(&stage).contains("theme truecolor: no"));
}
