//! A screen as a picture: cells of a buffer to SVG, for the goldens, for the README and for whoever has no terminal.
//!
//! Words are text, laid out by columns, so that they can be read in a diff, searched, and stand right in any monospaced
//! font; shapes are drawn. The same buffer always gives the same bytes, one line for each row.

use super::shapes::{self, Area, BASE, HEIGHT, Letter, Look, MARGIN, Row, Sheet, WIDTH};
use crate::tui::picture::Caption;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use std::fmt::Write;

/// The buffer as a well-formed SVG picture on a dark ground.
pub fn svg(buffer: &Buffer) -> String {
    drawn(buffer, Theme::default(), ["ui-monospace,'DejaVu Sans Mono'", "", ""], false)
}

/// The same with what it is of, for those who cannot see it. No name inside the picture: two of them may stand in one
/// page.
pub fn captioned(buffer: &Buffer, caption: &Caption, theme: Theme) -> String {
    let [title, about] = [&caption.title, &caption.about].map(|text| escaped(text));
    let lang = caption.lang.code();
    let attributes = format!(" role=\"img\" lang=\"{lang}\" xml:lang=\"{lang}\"");
    let front = format!("<title>{title}</title>\n<desc>{about}</desc>\n");
    // Programs that look at the first font alone (LibreOffice) take one that there is.
    drawn(buffer, theme, ["'DejaVu Sans Mono',ui-monospace", &attributes, &front], true)
}

/// With the fonts that come first, attributes of its root, and what stands before the drawing; and whether what joins
/// from row to row is bridged.
fn drawn(buffer: &Buffer, theme: Theme, [fonts, attributes, front]: [&str; 3], bridged: bool) -> String {
    let sheet = Sheet::of(theme);
    let Sheet { ground, text } = sheet;
    let (width, height) = shapes::size(buffer);
    // 13.33 units make letters of the usual fonts 8 wide; where they are not, `textLength` sets it right.
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\"{attributes}>\n{front}\
         <rect width=\"{width}\" height=\"{height}\" rx=\"6\" fill=\"#{ground:06x}\"/>\n\
         <g transform=\"translate({MARGIN} {MARGIN})\" fill=\"#{text:06x}\" font-size=\"13.33\" \
         font-family=\"{fonts},Menlo,Consolas,'Liberation Mono',monospace\">\n"
    );
    let mut above: Option<Row> = None;
    for row in shapes::rows(buffer, sheet) {
        if let Some(above) = above.filter(|_| bridged) {
            bridge(&above, &row, &mut out);
        }
        write(&row, text, &mut out);
        out.push('\n');
        above = Some(row);
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// Covers the seam between two rows where a shape goes on from one to the other: where a picture is drawn at another
/// size, the edges of both would let the ground through.
fn bridge(above: &Row, below: &Row, out: &mut String) {
    for (colour, areas) in &above.solid {
        let mut path = String::new();
        for upper in areas.iter().filter(|area| area.y + area.height == below.top) {
            for lower in below.solid.get(colour).into_iter().flatten().filter(|area| area.y == below.top) {
                let (left, right) = (upper.x.max(lower.x), (upper.x + upper.width).min(lower.x + lower.width));
                if left < right {
                    let width = right - left;
                    let _ = write!(path, "M{left} {}h{width}v2h-{width}z", below.top - 1);
                }
            }
        }
        if !path.is_empty() {
            let _ = write!(out, "<path d=\"{path}\" fill=\"#{colour:06x}\" shape-rendering=\"crispEdges\"/>");
        }
    }
}

/// Words of one look, beginning in a column.
struct Run {
    column: usize,
    columns: usize,
    text: String,
    look: Look,
}

/// Letters as runs. Two spaces end a run, so that none needs to be preserved, and so does a sign that another font may
/// have to lend, with its own width.
fn runs(letters: &[Letter]) -> Vec<Run> {
    let lent = |text: &str| text.chars().any(|c| c > '\u{24f}');
    let mut runs: Vec<Run> = Vec::new();
    for Letter { column, columns, symbol, look } in letters {
        if let Some(run) = runs.last_mut() {
            let gap = column - run.column - run.columns;
            let same = run.look == *look && !lent(&run.text) && !lent(symbol);
            if same && gap <= 1 {
                run.text.extend(std::iter::repeat_n(' ', gap));
                run.columns += gap + columns;
                run.text.push_str(symbol);
                continue;
            }
        }
        runs.push(Run { column: *column, columns: *columns, text: symbol.clone(), look: *look });
    }
    runs
}

fn write(row: &Row, text: u32, out: &mut String) {
    for (colour, areas) in row.grounds.iter().chain(&row.solid) {
        out.push_str("<path d=\"");
        for Area { x, y, width, height } in areas {
            let _ = write!(out, "M{x} {y}h{width}v{height}h-{width}z");
        }
        let _ = write!(out, "\" fill=\"#{colour:06x}\" shape-rendering=\"crispEdges\"/>");
    }
    // Broad dashed strokes: stripes for what is hatched, dots for what is dotted.
    for (colour, areas) in &row.hatched {
        let lines = areas.iter().map(|a| format!("M{} {}h{}", a.x, a.y + HEIGHT / 2, a.width));
        stroke(out, lines.collect(), *colour, HEIGHT, "1 1");
    }
    for (colour, areas) in &row.dotted {
        let lines = areas.iter().flat_map(|a| {
            let line = |y| format!("M{} {}h{}", a.x + 1, a.y + y, a.width - 1);
            [2, 6, 10, 14].map(line)
        });
        stroke(out, lines.collect(), *colour, 2, "1 3");
    }
    for (colour, dots) in &row.dots {
        let path: String = dots.iter().map(|(x, y)| format!("M{x} {y}h0")).collect();
        let _ =
            write!(out, "<path d=\"{path}\" stroke=\"#{colour:06x}\" stroke-width=\"2.2\" stroke-linecap=\"round\"/>");
    }
    for run in runs(&row.letters) {
        run.write(out, row.top + BASE, text);
    }
}

impl Run {
    fn write(&self, out: &mut String, base: usize, text: u32) {
        let _ = write!(out, "<text x=\"{}\" y=\"{base}\"", self.column * WIDTH);
        if self.columns > 1 {
            let _ = write!(out, " textLength=\"{}\"", self.columns * WIDTH);
        }
        if self.look.ink != text {
            let _ = write!(out, " fill=\"#{:06x}\"", self.look.ink);
        }
        if self.look.bold {
            out.push_str(" font-weight=\"700\"");
        }
        if self.look.underlined {
            out.push_str(" text-decoration=\"underline\"");
        }
        out.push('>');
        out.push_str(&escaped(&self.text));
        out.push_str("</text>");
    }
}

fn stroke(out: &mut String, path: String, colour: u32, width: usize, dashes: &str) {
    let _ = write!(
        out,
        "<path d=\"{path}\" stroke=\"#{colour:06x}\" stroke-width=\"{width}\" stroke-dasharray=\"{dashes}\"/>"
    );
}

/// A text as XML and HTML take it. They have no place for some characters, however these are escaped.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::svg;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    /// The picture's rows, without its frame.
    fn rows(lines: &[(&str, Style)]) -> Vec<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, lines.len() as u16));
        for (y, (text, style)) in lines.iter().enumerate() {
            buffer.set_string(0, y as u16, text, *style);
        }
        svg(&buffer).lines().skip(3).take(lines.len()).map(str::to_owned).collect()
    }

    #[test]
    fn svg_words_stand_in_their_columns_and_are_escaped() {
        assert_eq!(
            rows(&[(" a < b  & c", Style::new())]),
            [
                "<text x=\"8\" y=\"12\" textLength=\"40\">a &lt; b</text><text x=\"64\" y=\"12\" textLength=\"24\">&amp; c</text>"
            ]
        );
    }

    #[test]
    fn svg_styles_are_colours_and_weights() {
        let row = |style| rows(&[("x", style)]).concat();
        assert!(row(Style::new().dim()).contains("fill=\"#84878f\""));
        assert!(row(Style::new().green().bold()).contains("fill=\"#6aae5e\" font-weight=\"700\""));
        assert!(row(Style::new().underlined()).contains("underline"));
        let reversed = row(Style::new().reversed());
        assert!(reversed.starts_with("<path d=\"M0 0h8v16h-8z\" fill=\"#d8d8d2\""), "{reversed}");
        assert!(reversed.contains("fill=\"#16171d\">x<"), "{reversed}");
    }

    #[test]
    fn svg_blocks_and_dots_are_drawn_as_one_shape_a_colour() {
        let row = rows(&[("███▌│ ⠉", Style::new())]).concat();
        assert!(row.starts_with("<path d=\"M0 0h28v16h-28zM36 0h1v16h-1z\""), "{row}");
        assert!(row.contains("M50 2h0M54 2h0"), "{row}");
        assert!(!row.contains("<text"), "{row}");
    }

    #[test]
    fn svg_of_nothing_is_still_a_picture() {
        for (width, height) in [(0, 0), (0, 3), (3, 0)] {
            let picture = svg(&Buffer::empty(Rect::new(0, 0, width, height)));
            assert!(picture.starts_with("<svg ") && picture.ends_with("</svg>\n"));
        }
    }

    #[test]
    fn svg_wide_characters_take_two_columns() {
        assert!(rows(&[("日a", Style::new())]).concat().contains("<text x=\"16\" y=\"12\">a<"));
    }
}
