//! The one table of actions and keys: it feeds the key bar, the help, and the keys themselves. Habits of k9s, bottom,
//! lazygit and less carry over.

use super::tab::Tab;
use crate::lang::Phrase;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What a key does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the table says what they do")]
pub enum Action {
    Next,
    Previous,
    Left,
    Right,
    First,
    Last,
    PageDown,
    PageUp,
    To(Tab),
    NextTab,
    PreviousTab,
    Open,
    Back,
    Filter,
    Pick,
    Clear,
    Undo,
    Facets,
    Sort,
    FlipSort,
    Mark,
    NextMatch,
    PreviousMatch,
    CopyRow,
    CopyAll,
    Export,
    WhatIf,
    Changes,
    Reload,
    Palette,
    Reveal,
    Language,
    Help,
    Quit,
    Suspend,
}

/// Which column of the help an action stands in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// Moving about.
    Move,
    /// Choosing workers.
    Choose,
    /// Anything else.
    Do,
    /// Not in the help.
    Hidden,
}

/// One row of the table.
pub struct Binding {
    /// What it does.
    pub action: Action,
    /// Its keys.
    pub keys: &'static [Key],
    /// Its keys as the help shows them; empty where the row before shows them too.
    pub shown: &'static str,
    /// Where in the help.
    pub purpose: Purpose,
    /// What it does, in the help.
    pub help: Phrase,
    /// Its key in the key bar.
    pub bar_key: Phrase,
    /// What it does, in the key bar.
    pub bar: Phrase,
}

impl Binding {
    /// Whether the list of commands names it: what moves a cursor there is no command.
    pub fn is_named(&self) -> bool {
        match self.purpose {
            Purpose::Choose | Purpose::Do => self.action != Action::Pick && self.action != Action::Palette,
            Purpose::Move => matches!(self.action, Action::To(_)),
            Purpose::Hidden => false,
        }
    }

    /// Its first key, as people write it.
    pub fn key(&self) -> String {
        match self.keys.first() {
            Some(Char(' ')) => "Space".to_owned(),
            Some(Char(c)) => c.to_string(),
            Some(Ctrl(c)) => format!("^{c}"),
            Some(Named(code)) => code.to_string(),
            None => String::new(),
        }
    }
}

/// A key as it arrives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Key {
    /// A character, as typed.
    Char(char),
    /// With Ctrl.
    Ctrl(char),
    /// A named key.
    Named(KeyCode),
}

impl Key {
    fn is(self, event: KeyEvent) -> bool {
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let alt = event.modifiers.contains(KeyModifiers::ALT);
        match (self, event.code) {
            (Key::Char(own), KeyCode::Char(typed)) => own == typed && !ctrl && !alt,
            (Key::Ctrl(own), KeyCode::Char(typed)) => own == typed.to_ascii_lowercase() && ctrl && !alt,
            (Key::Named(own), code) => own == code,
            _ => false,
        }
    }
}

use Key::{Char, Ctrl, Named};

const NOTHING: Phrase = Phrase { en: "", id: "" };

macro_rules! binding {
    ($action:expr, $keys:expr, $shown:literal, $purpose:ident, $help_en:literal / $help_id:literal) => {
        Binding {
            action: $action,
            keys: $keys,
            shown: $shown,
            purpose: Purpose::$purpose,
            help: Phrase { en: $help_en, id: $help_id },
            bar_key: NOTHING,
            bar: NOTHING,
        }
    };
    ($action:expr, $keys:expr, $shown:literal, $purpose:ident, $help_en:literal / $help_id:literal,
     $key_en:literal / $key_id:literal, $bar_en:literal / $bar_id:literal) => {
        Binding {
            action: $action,
            keys: $keys,
            shown: $shown,
            purpose: Purpose::$purpose,
            help: Phrase { en: $help_en, id: $help_id },
            bar_key: Phrase { en: $key_en, id: $key_id },
            bar: Phrase { en: $bar_en, id: $bar_id },
        }
    };
}

/// The table.
pub const BINDINGS: &[Binding] = &[
    binding!(
        Action::Next,
        &[Char('j'), Named(KeyCode::Down)],
        "j k ↓ ↑",
        Move,
        "rows" / "baris",
        "j k" / "j k",
        "move" / "gerak"
    ),
    binding!(Action::Previous, &[Char('k'), Named(KeyCode::Up)], "", Move, "rows" / "baris"),
    binding!(
        Action::Left,
        &[Char('h'), Named(KeyCode::Left)],
        "h l ← →",
        Move,
        "columns" / "kolom",
        "h l" / "h l",
        "columns" / "kolom"
    ),
    binding!(Action::Right, &[Char('l'), Named(KeyCode::Right)], "", Move, "columns" / "kolom"),
    binding!(Action::First, &[Char('g'), Named(KeyCode::Home)], "g G Home End", Move, "first, last" / "awal, akhir"),
    binding!(Action::Last, &[Char('G'), Named(KeyCode::End)], "", Move, "first, last" / "awal, akhir"),
    binding!(
        Action::PageDown,
        &[Ctrl('d'), Ctrl('f'), Named(KeyCode::PageDown)],
        "^d ^u PgDn PgUp",
        Move,
        "page" / "halaman"
    ),
    binding!(Action::PageUp, &[Ctrl('u'), Ctrl('b'), Named(KeyCode::PageUp)], "", Move, "page" / "halaman"),
    binding!(Action::To(Tab::Groups), &[Char('1')], "1–5 Tab [ ]", Move, "tabs" / "tab", "1-5" / "1-5", "tabs" / "tab"),
    binding!(Action::To(Tab::Enrollment), &[Char('2')], "", Move, "tab Enrollment" / "tab Kepesertaan"),
    binding!(Action::To(Tab::Budget), &[Char('3')], "", Move, "tab Budget" / "tab Anggaran"),
    binding!(Action::To(Tab::Workers), &[Char('4')], "", Move, "tab Workers" / "tab Pekerja"),
    binding!(Action::To(Tab::Checks), &[Char('5')], "", Move, "tab Checks" / "tab Pemeriksaan"),
    binding!(
        Action::NextTab,
        &[Named(KeyCode::Tab), Char(']')],
        "",
        Move,
        "next tab" / "tab berikutnya",
        "tab" / "tab",
        "next list" / "daftar berikut"
    ),
    binding!(Action::PreviousTab, &[Named(KeyCode::BackTab), Char('[')], "", Move, "tab before" / "tab sebelumnya"),
    binding!(
        Action::Open,
        &[Named(KeyCode::Enter)],
        "Enter",
        Move,
        "open" / "buka",
        "enter" / "enter",
        "open" / "buka"
    ),
    binding!(Action::Back, &[Named(KeyCode::Esc)], "Esc", Move, "back" / "kembali", "esc" / "esc", "back" / "kembali"),
    binding!(
        Action::Filter,
        &[Char('/'), Char('&')],
        "/ &",
        Choose,
        "filter" / "filter",
        "/" / "/",
        "filter" / "filter"
    ),
    binding!(Action::Pick, &[Char(' ')], "Space", Choose, "pick" / "pilih", "space" / "spasi", "pick" / "pilih"),
    binding!(
        Action::Clear,
        &[Named(KeyCode::Backspace)],
        "Backspace",
        Choose,
        "clear filter" / "hapus filter",
        "backspace" / "backspace",
        "clear" / "hapus"
    ),
    binding!(Action::Undo, &[Char('u')], "u", Choose, "undo" / "batalkan", "u" / "u", "undo" / "batalkan"),
    binding!(Action::Facets, &[Char('f')], "f", Choose, "facets" / "faset", "f" / "f", "facets" / "faset"),
    binding!(Action::Sort, &[Char('s')], "s S", Choose, "sort, flip" / "urutkan, balik", "s" / "s", "sort" / "urut"),
    binding!(Action::FlipSort, &[Char('S')], "", Choose, "flip the sort" / "balik urutan"),
    binding!(Action::Mark, &[Char('v')], "v", Choose, "mark row" / "tandai baris", "v" / "v", "mark" / "tandai"),
    binding!(Action::NextMatch, &[Char('n')], "n N", Move, "matches" / "kecocokan"),
    binding!(Action::PreviousMatch, &[Char('N')], "", Move, "match before" / "kecocokan sebelumnya"),
    binding!(
        Action::CopyRow,
        &[Char('y')],
        "y Y",
        Do,
        "copy row, all" / "salin baris, semua",
        "y" / "y",
        "copy" / "salin"
    ),
    binding!(Action::CopyAll, &[Char('Y')], "", Do, "copy all that pass" / "salin semua yang lolos"),
    binding!(Action::Export, &[Char('e')], "e", Do, "export" / "ekspor", "e" / "e", "export" / "ekspor"),
    binding!(Action::WhatIf, &[Char('w')], "w", Do, "what if" / "andai", "w" / "w", "what if" / "andai"),
    binding!(
        Action::Changes,
        &[Char('D')],
        "D",
        Do,
        "what changed" / "apa yang berubah",
        "D" / "D",
        "changes" / "perubahan"
    ),
    binding!(
        Action::Reload,
        &[Char('r'), Ctrl('r')],
        "r ^r",
        Do,
        "read again" / "baca ulang",
        "r" / "r",
        "read again" / "baca ulang"
    ),
    binding!(
        Action::Palette,
        &[Char(':'), Ctrl('p')],
        ": ^p",
        Do,
        "every command" / "semua perintah",
        ":" / ":",
        "commands" / "perintah"
    ),
    binding!(
        Action::Reveal,
        &[Char('p')],
        "p",
        Do,
        "reveal or mask NIK" / "buka atau samarkan NIK",
        "p" / "p",
        "reveal" / "buka NIK"
    ),
    binding!(Action::Language, &[Char('L')], "L", Do, "language" / "bahasa", "L" / "L", "language" / "bahasa"),
    binding!(
        Action::Help,
        &[Char('?'), Named(KeyCode::F(1))],
        "? F1",
        Do,
        "help" / "bantuan",
        "?" / "?",
        "help" / "bantuan"
    ),
    binding!(Action::Quit, &[Char('q'), Ctrl('c')], "q ^c", Do, "quit" / "keluar", "q" / "q", "quit" / "keluar"),
    binding!(Action::Suspend, &[Ctrl('z')], "", Hidden, "suspend" / "tunda"),
];

/// The action of a key.
pub fn action(event: KeyEvent) -> Option<Action> {
    BINDINGS.iter().find(|binding| binding.keys.iter().any(|key| key.is(event))).map(|binding| binding.action)
}

/// The row of an action.
pub fn binding(action: Action) -> Option<&'static Binding> {
    BINDINGS.iter().find(|binding| binding.action == action)
}

/// What the key bar offers on a tab, most wanted first; help and quit follow.
pub fn bar(tab: Tab) -> &'static [Action] {
    use Action::*;
    match tab {
        Tab::Groups => &[Filter, Facets, Pick, Open, Clear, Undo, CopyRow, Export, Palette, Language],
        Tab::Enrollment => &[Filter, Facets, Next, Pick, Open, WhatIf, Changes, Clear, Undo, Palette, Language],
        Tab::Budget => &[Filter, Facets, Next, Open, WhatIf, Changes, Clear, Undo, Palette, Language],
        Tab::Workers => {
            &[Filter, Facets, Open, Sort, Left, Mark, CopyRow, Export, Clear, Undo, Reveal, Palette, Language]
        }
        Tab::Checks => &[Filter, Facets, Pick, Open, Clear, Undo, Palette, Language],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_does_two_things() {
        let mut keys: Vec<Key> = Vec::new();
        for key in BINDINGS.iter().flat_map(|binding| binding.keys) {
            assert!(!keys.contains(key), "{key:?} stands twice in the table");
            keys.push(*key);
        }
    }

    #[test]
    fn what_the_key_bar_offers_has_words_there() {
        let offered = Tab::ALL.into_iter().flat_map(bar).copied().chain([Action::Help, Action::Quit]);
        for action in offered {
            let words = binding(action).map(|binding| (binding.bar.en, binding.bar.id, binding.bar_key.en));
            assert!(
                words.is_some_and(|(en, id, key)| !en.is_empty() && !id.is_empty() && !key.is_empty()),
                "{action:?}"
            );
        }
    }
}
