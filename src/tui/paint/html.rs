//! A screen as one page for a browser: real text in a `<pre>`, one line for each row, nothing fetched from anywhere.
//!
//! Whatever is not plain ASCII in the looks of its surroundings stands in a box as wide as its columns (`ch`), so that no
//! letter of another font moves what follows. Blocks, rules and braille dots are drawn as the background of their box,
//! since no two fonts agree on them; the characters stay, unseen, for whoever copies the text. Colours are those of the
//! reader's setting, dark or light, and a picture that is printed keeps its bars.

use super::seen;
use super::shapes::exact;
use super::svg::escaped;
use crate::tui::picture::Caption;
use crate::tui::theme::{Paper, Theme};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The page.
pub fn html(buffer: &Buffer, caption: &Caption, theme: Theme) -> String {
    let columns = usize::from(buffer.area.width);
    let mut dots = BTreeSet::new();
    let rows: Vec<String> = buffer.content.chunks(columns.max(1)).map(|cells| row(cells, theme, &mut dots)).collect();
    let dots: String = dots.into_iter().map(dotted).collect();
    let [title, about] = [&caption.title, &caption.about].map(|text| escaped(text).replace('"', "&quot;"));
    let lang = caption.lang.code();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <meta name=\"description\" content=\"{about}\">\n<style>\n{root}{STYLE}\
         pre{{font-size:{size};font-size:round(down,{size},.8px)}}\n{dots}</style>\n</head>\n<body>\n\
         <main aria-label=\"{title}\">\n<pre>{rows}</pre>\n</main>\n</body>\n</html>\n",
        // Letters of nearly every monospaced font are at most 0.61 as wide as the font is high. Rows of whole pixels have
        // no seams: a row is 1.25 as high as the font.
        size = format_args!("min(16px,calc((100vw - 3rem)/{}.{:02}))", columns * 61 / 100, columns * 61 % 100),
        rows = rows.join("\n"),
        root = root(theme),
    )
}

/// The colours of a theme: its own, else those of the reader's setting.
fn root(theme: Theme) -> String {
    let own = theme.palette().filter(|own| own.dim.is_some());
    let Some(own) = own else { return ROOT.to_owned() };
    let Paper { ground, ink } = theme.paper();
    let dim = own.dim.unwrap_or(ink);
    let all = [("g", ground), ("t", ink), ("d", dim), ("r", own.bad), ("n", own.good), ("y", own.attention)];
    let all = all.into_iter().chain([("b", own.chosen), ("m", own.chosen), ("k", own.chosen)]);
    let all: Vec<String> =
        all.map(|(name, color)| format!("--{name}:#{:06x}", exact(color).unwrap_or_default())).collect();
    format!(":root{{{}}}\n", all.join(";"))
}

/// What the reader's setting asks for.
const ROOT: &str = "\
:root{color-scheme:light dark;--g:#fcfcf9;--t:#1c1d22;--d:#5d6068;--r:#b3261e;--n:#2b6e2f;--y:#7d5800;--b:#1f5fbf;--m:#8a3a9c;--k:#00697f}
@media(prefers-color-scheme:dark){:root{--g:#16171d;--t:#d8d8d2;--d:#84878f;--r:#e2574c;--n:#6aae5e;--y:#d4a52f;--b:#5b8dd9;--m:#b57fc4;--k:#4fb3d0}}
";

/// The looks of every picture. `--c` is the colour of a box, `--g` the ground.
const STYLE: &str = "\
body{margin:1.5rem;background:var(--g);color:var(--t)}
pre{margin:0;overflow-x:auto;line-height:1.25;font-family:ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace;print-color-adjust:exact;-webkit-print-color-adjust:exact}
pre span{--c:var(--t);color:var(--c);display:inline-block;vertical-align:top;height:1.25em;white-space:pre}
pre .d{--c:var(--d)}
pre .r{--c:var(--r)}
pre .n{--c:var(--n)}
pre .y{--c:var(--y)}
pre .b{--c:var(--b)}
pre .m{--c:var(--m)}
pre .k{--c:var(--k)}
pre .o{opacity:.75}
pre .w{font-weight:700}
pre .u{text-decoration:underline}
pre .v{background-color:var(--c);color:var(--g)}
pre .s{-webkit-text-fill-color:transparent;background-repeat:no-repeat;forced-color-adjust:none;--i:linear-gradient(currentColor,currentColor)}
pre .f{background-image:var(--i);background-size:var(--e) 100%}
pre .h{background-image:var(--i);background-size:100% 1px;background-position:0 50%}
pre .H{background-image:var(--i);background-size:100% 3px;background-position:0 50%}
pre .l{background-image:var(--i);background-size:1px 100%;background-position:50% 0}
pre .L{background-image:var(--i),var(--i);background-size:1px 100%,50% 1px;background-position:50% 0,0 50%}
pre .c{background-image:var(--i),var(--i);background-size:1px 50%,50% 1px;background-position:50% 0,100% 50%}
pre .t{background-image:var(--i),var(--i);background-size:1px 50%,100% 1px;background-position:50% 0,0 50%}
pre .x{background-image:repeating-linear-gradient(90deg,currentColor 0 1px,transparent 1px 2px)}
pre .p{background-image:radial-gradient(currentColor 45%,transparent 50%);background-size:.5ch .3125em;background-repeat:repeat}
";

/// How a cell looks, by its classes and by a colour that has none.
#[derive(Clone, PartialEq, Eq, Default)]
struct Look {
    classes: String,
    style: String,
}

impl Look {
    fn of(cell: &Cell, theme: Theme) -> Look {
        let is = |modifier| cell.modifier.contains(modifier);
        let mut look = Look::default();
        let mut add = |class: &str| {
            if !look.classes.is_empty() {
                look.classes.push(' ');
            }
            look.classes.push_str(class);
        };
        match (class(cell.fg, theme), is(Modifier::DIM)) {
            (None, false) => {}
            (None, true) => add("d"),
            (Some(class), false) => add(class),
            (Some(class), true) => {
                add(class);
                add("o");
            }
        }
        for (modifier, class) in [(Modifier::BOLD, "w"), (Modifier::UNDERLINED, "u"), (Modifier::REVERSED, "v")] {
            if is(modifier) {
                add(class);
            }
        }
        if let (None, Color::Rgb(r, g, b)) = (meant(cell.fg, theme), cell.fg) {
            let _ = write!(look.style, "--c:#{r:02x}{g:02x}{b:02x};");
        }
        look
    }

    fn is_plain(&self) -> bool {
        self.classes.is_empty() && self.style.is_empty()
    }
}

/// The class of a colour; nothing for that of plain text, and for those that the screens never use.
fn class(color: Color, theme: Theme) -> Option<&'static str> {
    if let Some(meant) = meant(color, theme) {
        return Some(meant).filter(|class| !class.is_empty());
    }
    Some(match color {
        Color::Red | Color::LightRed => "r",
        Color::Green | Color::LightGreen => "n",
        Color::Yellow | Color::LightYellow => "y",
        Color::Blue | Color::LightBlue => "b",
        Color::Magenta | Color::LightMagenta => "m",
        Color::Cyan | Color::LightCyan => "k",
        Color::DarkGray => "d",
        _ => return None,
    })
}

/// The class of one of a theme's own colours; that of plain text has none.
fn meant(color: Color, theme: Theme) -> Option<&'static str> {
    let own = theme.palette()?;
    let all = [(own.bad, "r"), (own.good, "n"), (own.attention, "y"), (own.chosen, "k")].into_iter();
    let all = all.chain(own.dim.map(|dim| (dim, "d"))).chain(own.paper.map(|paper| (paper.ink, "")));
    all.into_iter().find(|(own, _)| *own == color).map(|(_, class)| class)
}

/// What a box holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// ASCII letters, which every font has in one width.
    Letters,
    /// A letter that another font may have to lend.
    Lent,
    /// What is drawn: the class of the drawing.
    Shape(&'static str),
    /// A block of so many eighths.
    Block(u32),
    /// Braille dots.
    Dots(u32),
}

impl Kind {
    fn of(symbol: &str) -> Kind {
        if symbol.is_ascii() {
            return Kind::Letters;
        }
        let mut chars = symbol.chars();
        let (Some(c), None) = (chars.next(), chars.next()) else { return Kind::Lent };
        match c {
            '█'..='▏' => Kind::Block(8 - (u32::from(c) - 0x2588)),
            '─' => Kind::Shape("h"),
            '━' => Kind::Shape("H"),
            '│' => Kind::Shape("l"),
            '┤' => Kind::Shape("L"),
            '└' => Kind::Shape("c"),
            '┴' => Kind::Shape("t"),
            '▒' => Kind::Shape("x"),
            '░' => Kind::Shape("p"),
            '\u{2800}'..='\u{28ff}' => Kind::Dots(u32::from(c) - 0x2800),
            _ => Kind::Lent,
        }
    }

    /// Whether its cells go together in one box.
    fn joins(self) -> bool {
        match self {
            Kind::Letters | Kind::Block(8) => true,
            // A seam between two boxes of a rule would be seen, a crossing stands in the middle of its own.
            Kind::Shape(class) => matches!(class, "h" | "H" | "x" | "p"),
            Kind::Lent | Kind::Block(_) | Kind::Dots(_) => false,
        }
    }
}

/// Neighbouring cells in one box.
struct Run {
    kind: Kind,
    look: Look,
    columns: usize,
    text: String,
}

fn row(cells: &[Cell], theme: Theme, dots: &mut BTreeSet<u32>) -> String {
    let mut runs: Vec<Run> = Vec::new();
    for (_, columns, cell) in seen(cells) {
        let (kind, look) = (Kind::of(cell.symbol()), Look::of(cell, theme));
        match runs.last_mut() {
            Some(run) if kind.joins() && run.kind == kind && run.look == look => {
                run.columns += columns;
                run.text.push_str(cell.symbol());
            }
            _ => runs.push(Run { kind, look, columns, text: cell.symbol().to_owned() }),
        }
    }
    // Blanks at the end are nothing, unless they are seen.
    let is_blank = |run: &Run| run.text.trim().is_empty() && !run.look.classes.contains(['u', 'v']);
    while let Some(last) = runs.last_mut() {
        if is_blank(last) {
            runs.pop();
        } else {
            if last.look.is_plain() && last.kind == Kind::Letters {
                last.text.truncate(last.text.trim_end().len());
            }
            break;
        }
    }
    let mut out = String::new();
    for run in &runs {
        if let Kind::Dots(bits) = run.kind {
            dots.insert(bits);
        }
        run.write(&mut out);
    }
    out
}

impl Run {
    fn write(&self, out: &mut String) {
        let text = escaped(&self.text);
        if self.look.is_plain() && self.kind == Kind::Letters {
            out.push_str(&text);
            return;
        }
        let shape = match self.kind {
            Kind::Letters | Kind::Lent => String::new(),
            Kind::Shape(class) => format!("s {class}"),
            Kind::Block(_) => "s f".to_owned(),
            Kind::Dots(bits) => format!("s q{bits:02x}"),
        };
        let classes = [self.look.classes.as_str(), shape.as_str()].join(" ");
        let _ = write!(out, "<span");
        if !classes.trim().is_empty() {
            let _ = write!(out, " class=\"{}\"", classes.trim());
        }
        let _ = write!(out, " style=\"width:{}ch", self.columns);
        if let Kind::Block(eighths) = self.kind {
            let _ = write!(out, ";--e:{}.{}%", eighths * 125 / 10, eighths * 125 % 10);
        }
        if !self.look.style.is_empty() {
            let _ = write!(out, ";{}", self.look.style.trim_end_matches(';'));
        }
        let _ = write!(out, "\">{text}</span>");
    }
}

/// The drawing of a pattern of braille dots, for all its cells.
fn dotted(bits: u32) -> String {
    const DOTS: [(u32, &str); 8] = [
        (25, "12.5%"),
        (25, "37.5%"),
        (25, "62.5%"),
        (75, "12.5%"),
        (75, "37.5%"),
        (75, "62.5%"),
        (25, "87.5%"),
        (75, "87.5%"),
    ];
    let set = DOTS.iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1);
    let images: Vec<String> = set
        .map(|(_, (x, y))| format!("radial-gradient(circle at {x}% {y},currentColor .08em,transparent .1em)"))
        .collect();
    let image = if images.is_empty() { "none".to_owned() } else { images.join(",") };
    format!("pre .q{bits:02x}{{background-image:{image}}}\n")
}
