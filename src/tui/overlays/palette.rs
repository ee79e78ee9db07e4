//! Every command by its words: typing narrows the one table of actions in either language's words, Enter does the one
//! under the cursor.

use crate::lang::words;
use crate::roster::text::fold;
use crate::tui::keymap::{BINDINGS, Binding, Purpose};
use crate::tui::layout::{Canvas, Layout, fit, pad, width};
use crate::tui::parts::input::Input;
use ratatui::layout::Position;
use ratatui::text::Span;

/// What is typed, and the line under the cursor.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Palette {
    /// The words.
    pub input: Input,
    /// The line.
    pub line: usize,
}

impl Palette {
    /// The actions whose words hold all that is typed.
    pub fn found(&self) -> Vec<&'static Binding> {
        let typed = fold(&self.input.text());
        let fits = |binding: &&Binding| {
            let words = format!("{} {} {}", fold(binding.help.en), fold(binding.help.id), binding.shown);
            binding.is_named() && typed.split_whitespace().all(|word| words.contains(word))
        };
        let mut found: Vec<&Binding> = BINDINGS.iter().filter(fits).collect();
        // Tabs last: their keys stand on every screen.
        found.sort_by_key(|binding| binding.purpose == Purpose::Move);
        found
    }

    /// The action under the cursor.
    pub fn chosen(&self) -> Option<&'static Binding> {
        self.found().get(self.line).copied()
    }

    /// Moves the cursor, around the ends.
    pub fn step(&mut self, forward: bool) {
        let many = self.found().len().max(1);
        self.line = (self.line.min(many - 1) + if forward { 1 } else { many - 1 }) % many;
    }
}

/// Draws the list over the content; the answer stands at the right end of the rule.
pub fn draw(palette: &Palette, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let content = layout.content;
    let found = palette.found();
    canvas.put(1, content.y, Span::styled(":", theme.bold()));
    let text = palette.input.text();
    let room = usize::from(layout.area.width).saturating_sub(5);
    canvas.put(3, content.y, Span::styled(fit(&text, room), theme.chosen()));
    let caret = Position::new(3 + width(&palette.input.before()).min(room) as u16, content.y);
    if let Some(cell) = canvas.buffer.cell_mut(caret) {
        cell.set_style(theme.reverse());
    }
    let keys = found.iter().map(|binding| width(&binding.key())).max().unwrap_or(0);
    let room = usize::from(content.height.saturating_sub(2));
    let line = palette.line.min(found.len().saturating_sub(1));
    let top = (line + 1).saturating_sub(room);
    for (row, (place, binding)) in found.iter().enumerate().skip(top).take(room).enumerate() {
        let y = content.y + 2 + row as u16;
        let x = canvas.put(3, y, Span::styled(pad(&binding.key(), keys), theme.bold())) + 2;
        let room = usize::from(layout.area.width.saturating_sub(x + 1));
        let behind = canvas.put(x, y, Span::raw(fit(lang.say(&binding.help), room)));
        if place == line {
            canvas.put(1, y, Span::raw(">"));
            canvas.select(0, behind, y);
        }
    }
    if found.is_empty() {
        canvas.put(3, content.y + 2, Span::styled(canvas.say(&words::NO_COMMAND), theme.dim()));
    }
    canvas.cursor = Some(caret);
    let count = lang.fill(&words::ACTIONS, &[&found.len().to_string()]);
    vec![Span::styled(canvas.say(&words::COMMANDS), theme.bold()), Span::styled(format!(" {count}"), theme.dim())]
}
