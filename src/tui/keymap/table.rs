//! The table itself.

use super::{Context, Key, same};
use crate::capabilities::Capability;
use crate::lang::keys::{self, KeyWords, SPACE, SPACE_KEY, TURN};
use crate::lang::{Lang, Phrase};
use crate::tui::tab::Tab;
use crossterm::event::KeyCode;

/// What a key does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the table says what they do")]
pub enum Action {
    Next,
    Previous,
    Left,
    Right,
    FirstColumn,
    LastColumn,
    First,
    Last,
    PageDown,
    PageUp,
    To(Tab),
    NextTab,
    PreviousTab,
    Open,
    Back,
    /// Whatever lies over the tab is taken away.
    Close,
    Filter,
    Pick,
    Clear,
    Undo,
    Facets,
    Sort,
    FlipSort,
    Mark,
    Unmark,
    NextMatch,
    PreviousMatch,
    CopyRow,
    CopyAll,
    Print,
    Export,
    Picture,
    WhatIf,
    Changes,
    /// What was done last, once more.
    Repeat,
    Present,
    Play,
    Longer,
    Shorter,
    Reload,
    Redraw,
    Palette,
    Reveal,
    Language,
    /// The mouse, taken or left to the terminal.
    Mouse,
    Help,
    Quit,
    Suspend,
    Confirm,
    Earlier,
    Later,
    /// Any digit: it begins to type a value.
    Digits,
    Solve,
    EraseWord,
    EraseLine,
}

impl Action {
    /// As settings and messages call it.
    pub fn name(self) -> &'static str {
        match self {
            Action::Next => "next",
            Action::Previous => "previous",
            Action::Left => "left",
            Action::Right => "right",
            Action::FirstColumn => "first-column",
            Action::LastColumn => "last-column",
            Action::First => "first",
            Action::Last => "last",
            Action::PageDown => "page-down",
            Action::PageUp => "page-up",
            Action::To(Tab::Groups) => "groups",
            Action::To(Tab::Enrollment) => "enrollment",
            Action::To(Tab::Budget) => "budget",
            Action::To(Tab::Workers) => "workers",
            Action::To(Tab::Checks) => "checks",
            Action::NextTab => "next-tab",
            Action::PreviousTab => "previous-tab",
            Action::Open => "open",
            Action::Back => "back",
            Action::Close => "close",
            Action::Filter => "filter",
            Action::Pick => "pick",
            Action::Clear => "clear",
            Action::Undo => "undo",
            Action::Facets => "facets",
            Action::Sort => "sort",
            Action::FlipSort => "flip-sort",
            Action::Mark => "mark",
            Action::Unmark => "unmark",
            Action::NextMatch => "next-match",
            Action::PreviousMatch => "previous-match",
            Action::CopyRow => "copy",
            Action::CopyAll => "copy-all",
            Action::Print => "print",
            Action::Export => "export",
            Action::Picture => "picture",
            Action::WhatIf => "what-if",
            Action::Changes => "changes",
            Action::Repeat => "repeat",
            Action::Present => "present",
            Action::Play => "play",
            Action::Longer => "longer",
            Action::Shorter => "shorter",
            Action::Reload => "reload",
            Action::Redraw => "redraw",
            Action::Mouse => "mouse",
            Action::Palette => "commands",
            Action::Reveal => "reveal",
            Action::Language => "language",
            Action::Help => "help",
            Action::Quit => "quit",
            Action::Suspend => "suspend",
            Action::Confirm => "confirm",
            Action::Earlier => "earlier",
            Action::Later => "later",
            Action::Digits => "digits",
            Action::Solve => "solve",
            Action::EraseWord => "erase-word",
            Action::EraseLine => "erase-line",
        }
    }

    /// The action of that name.
    pub fn named(name: &str) -> Option<Action> {
        BINDINGS.iter().map(|row| row.action).find(|action| action.name() == name)
    }

    /// Whether it goes on by a page.
    pub fn pages(self) -> bool {
        matches!(self, Action::PageDown | Action::PageUp)
    }

    /// Whether its keys stay as they are: those by which everybody leaves and answers, those that type or erase, and the
    /// digits that stand on the tabs.
    pub fn is_fixed(self) -> bool {
        use Action::{Back, Confirm, Digits, EraseLine, EraseWord, Open, Suspend, To};
        matches!(self, Back | Confirm | Digits | EraseLine | EraseWord | Open | Suspend | To(_))
    }

    /// Whether it does something on a tab: what is done to one list does nothing on the others.
    pub fn works_on(self, tab: Tab) -> bool {
        match self {
            Action::Sort | Action::FlipSort => matches!(tab, Tab::Groups | Tab::Workers),
            Action::Mark | Action::Unmark | Action::NextMatch | Action::PreviousMatch => tab == Tab::Workers,
            _ => true,
        }
    }
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
    /// Not in the help: it works in one place, and stands in the key bar there.
    Hidden,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// What it does.
    pub action: Action,
    /// Its keys.
    pub keys: &'static [Key],
    /// Where they work.
    pub when: fn(Context) -> bool,
    /// What a login must be allowed to.
    pub needs: Option<Capability>,
    /// Where in the help.
    pub purpose: Purpose,
    /// Its keys as the help shows them; empty where the row before shows them too.
    pub shown: &'static str,
    /// Its key in the key bar.
    pub label: Phrase,
    /// What it does, in words.
    pub words: &'static KeyWords,
}

impl Binding {
    const fn new(action: Action, keys: &'static [Key], words: &'static KeyWords) -> Binding {
        let (when, needs) = (commands as fn(Context) -> bool, None);
        Binding { action, keys, when, needs, purpose: Purpose::Hidden, shown: "", label: same(""), words }
    }

    const fn when(self, when: fn(Context) -> bool) -> Binding {
        Binding { when, ..self }
    }

    const fn needs(self, capability: Capability) -> Binding {
        Binding { needs: Some(capability), ..self }
    }

    const fn help(self, purpose: Purpose, shown: &'static str) -> Binding {
        Binding { purpose, shown, ..self }
    }

    const fn bar(self, label: &'static str) -> Binding {
        Binding { label: same(label), ..self }
    }

    const fn called(self, label: Phrase) -> Binding {
        Binding { label, ..self }
    }

    /// Whether the list of commands names it: what moves a cursor there is no command.
    pub fn is_named(&self) -> bool {
        match self.purpose {
            Purpose::Choose | Purpose::Do => self.action != Action::Pick && self.action != Action::Palette,
            Purpose::Move => matches!(self.action, Action::To(_) | Action::Redraw),
            Purpose::Hidden => false,
        }
    }

    /// Its keys as its line of the help has them; what is typed, in that language's words.
    pub fn line(&self, lang: Lang) -> String {
        let said = |token: &str| match token.strip_prefix(':').filter(|name| !name.is_empty()) {
            Some(name) => format!(":{}", lang.say(&Action::named(name).unwrap_or(self.action).word())),
            None => token.replace(SPACE_KEY.en, lang.say(&SPACE_KEY)),
        };
        self.shown.split(' ').map(said).collect::<Vec<_>>().join(" ")
    }

    /// Its first key, as people write it; what has none is typed as a command.
    pub fn name(&self, lang: Lang) -> String {
        self.keys.first().map_or_else(|| lang.say(&self.action.word()).to_owned(), |key| key.name(lang))
    }

    /// What it does where its line stands alone: in the help one line speaks for all tabs.
    pub fn alone(&self, lang: Lang) -> &'static str {
        lang.say(&self.own_words())
    }

    /// The same in both languages.
    pub fn own_words(&self) -> Phrase {
        if self.action == Action::To(Tab::Groups) { keys::TAB_GROUPS.help } else { self.words.help }
    }
}

/// Where keys are commands: before an audience only those of the slides are.
fn commands(context: Context) -> bool {
    always(context) && context != Context::Loading
}

fn slides(context: Context) -> bool {
    context == Context::Slides
}

/// Where nobody is shown anything that the audience has not to see.
fn always_and_slides(context: Context) -> bool {
    always(context) || slides(context)
}

fn anywhere(_: Context) -> bool {
    true
}

/// On a tab with nothing over it, and while a roster is read.
fn top(context: Context) -> bool {
    matches!(context, Context::Loading | Context::Tab(_) | Context::Figures(_))
}

/// In what lies over a tab, where letters are commands.
fn over(context: Context) -> bool {
    always_and_slides(context) && !top(context)
}

fn compared(context: Context) -> bool {
    matches!(context, Context::Changes | Context::People)
}

fn not_compared(context: Context) -> bool {
    commands(context) && !compared(context)
}

/// Lists that are searched by typing.
fn searched(context: Context) -> bool {
    matches!(context, Context::Help | Context::Palette)
}

/// Where keys are commands, also while a roster is read.
fn always(context: Context) -> bool {
    !context.is_typing() && !slides(context)
}

/// What is read and not picked from: the long key pages there, as in every other reader.
fn reads(context: Context) -> bool {
    use Context::{Changes, Detail, Explain, Figures, People, Preview, Sort};
    matches!(
        context,
        Changes | Detail | Explain | People | Preview | Sort | Context::Tab(Tab::Budget) | Figures(Tab::Budget)
    )
}

fn picks(context: Context) -> bool {
    commands(context) && !reads(context)
}

/// Where commands are, but values are changed by the same keys.
fn outside_what_if(context: Context) -> bool {
    commands(context) && !what_if(context)
}

fn what_if(context: Context) -> bool {
    matches!(context, Context::WhatIf { .. })
}

/// Where `=` finds the value under the cursor.
fn solves(context: Context) -> bool {
    matches!(context, Context::WhatIf { solves: true, .. })
}

fn line(context: Context) -> bool {
    context.is_typing() && context != Context::Question
}

/// Where a line is typed that is not the help's own.
fn typed_elsewhere(context: Context) -> bool {
    line(context) && context != Context::Help
}

/// Where Enter opens what is under the cursor.
fn opens(context: Context) -> bool {
    use Context::{Changes, Figures, Preview, Sort};
    outside_what_if(context) && !matches!(context, Figures(_) | Changes | Preview | Sort)
}

/// Where a digit shows a tab: not where it begins to type a value.
fn no_digits(context: Context) -> bool {
    always(context) && !what_if(context)
}

fn brackets(context: Context) -> bool {
    always(context) && !what_if(context)
}

const fn c(c: char) -> Key {
    Key::char(c)
}

const fn ctrl(c: char) -> Key {
    Key::ctrl(c)
}

const fn named(code: KeyCode) -> Key {
    Key::named(code)
}

const DOWN: Key = named(KeyCode::Down);
const UP: Key = named(KeyCode::Up);
const LEFT: Key = named(KeyCode::Left);
const RIGHT: Key = named(KeyCode::Right);
const TAB: Key = named(KeyCode::Tab);
const BACK_TAB: Key = named(KeyCode::BackTab);
const BACKSPACE: Key = named(KeyCode::Backspace);

use Action as A;
use Purpose::{Choose, Do, Move};

const fn row(action: Action, keys: &'static [Key], words: &'static KeyWords) -> Binding {
    Binding::new(action, keys, words)
}

/// The table.
pub const BINDINGS: &[Binding] = &[
    row(A::Next, &[c('j'), DOWN], &keys::ROWS).help(Move, "j k ↓ ↑").bar("j k"),
    row(A::Previous, &[c('k'), UP], &keys::ROWS).help(Move, ""),
    row(A::Left, &[c('h'), LEFT], &keys::COLUMNS).help(Move, "h l ← →").bar("h l").when(outside_what_if),
    row(A::Right, &[c('l'), RIGHT], &keys::COLUMNS).help(Move, "").when(outside_what_if),
    row(A::First, &[c('g'), named(KeyCode::Home)], &keys::ENDS).help(Move, "g G Home End"),
    row(A::Last, &[c('G'), named(KeyCode::End)], &keys::ENDS).help(Move, ""),
    row(A::PageDown, &[ctrl('d'), ctrl('f'), named(KeyCode::PageDown)], &keys::PAGES).help(Move, "^d ^u PgDn PgUp"),
    row(A::PageUp, &[ctrl('u'), ctrl('b'), named(KeyCode::PageUp)], &keys::PAGES).help(Move, ""),
    row(A::FirstColumn, &[c('0')], &keys::EDGES).help(Move, "0 $").when(outside_what_if),
    row(A::LastColumn, &[c('$')], &keys::LAST_COLUMN).help(Move, "").when(outside_what_if),
    row(A::To(Tab::Groups), &[c('1')], &keys::TABS).help(Move, "1–5 Tab [ ]").bar("1-5").when(no_digits),
    row(A::To(Tab::Enrollment), &[c('2')], &keys::TAB_ENROLLMENT).help(Move, "").when(no_digits),
    row(A::To(Tab::Budget), &[c('3')], &keys::TAB_BUDGET).help(Move, "").when(no_digits),
    row(A::To(Tab::Workers), &[c('4')], &keys::TAB_WORKERS).help(Move, "").when(no_digits),
    row(A::To(Tab::Checks), &[c('5')], &keys::TAB_CHECKS).help(Move, "").when(no_digits),
    row(A::NextTab, &[TAB, c(']')], &keys::NEXT_TAB).help(Move, "").bar("tab").when(brackets),
    row(A::PreviousTab, &[BACK_TAB, c('[')], &keys::TAB_BEFORE).help(Move, "").when(brackets),
    row(A::Open, &[Key::ENTER], &keys::OPEN).help(Move, "Enter").bar("enter").when(opens),
    row(A::Back, &[Key::ESC], &keys::BACK).help(Move, "Esc").bar("esc").when(anywhere),
    row(A::Filter, &[c('/'), c('&')], &keys::FILTER).help(Choose, "/ &").bar("/").when(always),
    row(A::Pick, &[c(' ')], &keys::PICK).help(Choose, "Space").called(SPACE).when(picks),
    row(A::PageDown, &[c(' ')], &keys::PAGES).when(reads),
    row(A::PageUp, &[c('b')], &keys::PAGES).when(reads),
    row(A::Clear, &[BACKSPACE], &keys::CLEAR).help(Choose, "Backspace").bar("backspace").when(outside_what_if),
    row(A::Undo, &[c('u')], &keys::UNDO).help(Choose, "u").bar("u"),
    row(A::Facets, &[c('f'), c('F')], &keys::FACETS).help(Choose, "f F").bar("f"),
    row(A::Sort, &[c('s')], &keys::SORT).help(Choose, "s S").bar("s"),
    row(A::FlipSort, &[c('S')], &keys::FLIP_SORT).help(Choose, ""),
    row(A::Mark, &[c('v')], &keys::MARK).help(Choose, "v V").bar("v"),
    row(A::Unmark, &[c('V')], &keys::UNMARK).help(Choose, ""),
    row(A::NextMatch, &[c('n')], &keys::MATCHES).help(Move, "n N"),
    row(A::PreviousMatch, &[c('N')], &keys::MATCH_BEFORE).help(Move, ""),
    row(A::Reveal, &[c('p')], &keys::REVEAL).help(Choose, "p").bar("p").needs(Capability::Reveal),
    row(A::Language, &[c('L')], &keys::LANGUAGE).help(Choose, "L").bar("L").when(always_and_slides),
    row(A::Redraw, &[ctrl('l')], &keys::REDRAW).help(Move, "^l").when(anywhere),
    row(A::CopyRow, &[c('y')], &keys::COPY).help(Do, "y Y").bar("y").needs(Capability::Copy),
    row(A::CopyAll, &[c('Y')], &keys::COPY_ALL).help(Do, "").needs(Capability::Copy),
    row(A::Print, &[], &keys::PRINT).help(Choose, ":print").needs(Capability::Copy),
    row(A::Export, &[c('e')], &keys::EXPORT).help(Do, "e").bar("e").needs(Capability::Export),
    row(A::Picture, &[], &keys::PICTURE).help(Choose, ":picture").needs(Capability::Export),
    row(A::WhatIf, &[c('w')], &keys::WHAT_IF).help(Do, "w").bar("w"),
    row(A::Changes, &[c('D')], &keys::CHANGES).help(Do, "D").bar("D").when(not_compared).needs(Capability::Compare),
    row(A::Changes, &[c('D')], &keys::OTHER_FILE).bar("D").when(compared).needs(Capability::Open),
    row(A::Repeat, &[c('.')], &keys::REPEAT).help(Do, "."),
    row(A::Present, &[c('P'), named(KeyCode::F(5))], &keys::PRESENT).help(Do, "P F5").bar("P"),
    row(A::Reload, &[c('r'), ctrl('r')], &keys::READ_AGAIN).help(Do, "r ^r").bar("r"),
    row(A::Palette, &[c(':'), ctrl('p')], &keys::COMMANDS).help(Do, ": ^p").bar(":").when(always),
    row(A::Help, &[c('?'), named(KeyCode::F(1))], &keys::HELP).help(Do, "? F1").bar("?").when(always_and_slides),
    row(A::Help, &[named(KeyCode::F(1))], &keys::HELP).bar("F1").when(typed_elsewhere),
    row(A::Mouse, &[c('m')], &keys::MOUSE).help(Do, "m").when(always_and_slides),
    row(A::Quit, &[c('q')], &keys::QUIT).help(Do, "q ^c").bar("q").when(top),
    row(A::Quit, &[ctrl('c')], &keys::QUIT).when(anywhere),
    row(A::Close, &[c('q')], &keys::CLOSE).when(over),
    row(A::Suspend, &[ctrl('z')], &keys::SUSPEND).when(anywhere).needs(Capability::Suspend),
    // Enter, where it does something of its own.
    row(A::Open, &[Key::ENTER], &keys::EXPLAIN).bar("enter").when(|context| matches!(context, Context::Figures(_))),
    row(A::Open, &[Key::ENTER], &keys::LIST).bar("enter").when(|context| context == Context::Changes),
    row(A::Open, &[Key::ENTER], &keys::SORT_BY).bar("enter").when(|context| context == Context::Sort),
    row(A::Open, &[Key::ENTER], &keys::RUN).bar("enter").when(searched),
    row(A::Open, &[Key::ENTER], &keys::WRITE)
        .bar("enter")
        .when(|context| matches!(context, Context::Export | Context::Preview | Context::Programme))
        .needs(Capability::Export),
    row(A::Open, &[Key::ENTER], &keys::COMPARE).bar("enter").when(|context| context == Context::Path),
    row(A::Open, &[Key::ENTER], &keys::KEEP)
        .bar("enter")
        .when(|context| matches!(context, Context::Amount | Context::Filter)),
    row(A::Open, &[Key::ENTER], &keys::KEEP).bar("enter").when(what_if),
    // The panel of what if.
    row(A::Right, &[c('l'), RIGHT], &keys::CHANGE).bar("← →").when(what_if),
    row(A::Left, &[c('h'), LEFT], &keys::CHANGE).when(what_if),
    row(A::Later, &[c(']')], &keys::MONTH).bar("[ ]").when(what_if),
    row(A::Earlier, &[c('[')], &keys::MONTH).when(what_if),
    row(A::NextTab, &[TAB], &keys::NEXT_TAB).when(what_if),
    row(A::PreviousTab, &[BACK_TAB], &keys::TAB_BEFORE).when(what_if),
    row(A::Digits, &[], &keys::TYPE).bar("0-9").when(what_if),
    row(A::Solve, &[c('=')], &keys::SOLVE).bar("=").when(solves),
    row(A::Clear, &[BACKSPACE], &keys::RESET).bar("backspace").when(what_if),
    // Slides: what goes on with a slide on other programs goes on here, and what a presenter's remote sends.
    row(A::Next, &[RIGHT, c(' '), DOWN, c('l'), c('j'), c('n'), named(KeyCode::PageDown), Key::ENTER], &keys::SLIDES)
        .called(TURN)
        .when(slides),
    row(A::Previous, &[LEFT, UP, c('h'), c('k'), c('N'), named(KeyCode::PageUp), BACKSPACE], &keys::SLIDE_BEFORE)
        .when(slides),
    row(A::First, &[c('g'), named(KeyCode::Home)], &keys::FIRST_SLIDE).when(slides),
    row(A::Last, &[c('G'), named(KeyCode::End)], &keys::LAST_SLIDE).when(slides),
    row(A::Play, &[c('a')], &keys::PLAY).bar("a").when(slides),
    row(A::Longer, &[c('+')], &keys::LONGER).bar("+ -").when(slides),
    row(A::Shorter, &[c('-')], &keys::SHORTER).when(slides),
    // Where a line is typed.
    row(A::Next, &[DOWN], &keys::MOVE).bar("↑ ↓").when(searched),
    row(A::Next, &[DOWN], &keys::FORM).bar("↑ ↓").when(|context| context == Context::Export),
    row(A::Next, &[DOWN], &keys::HISTORY).bar("↑ ↓").when(|context| context == Context::Filter),
    row(A::Next, &[DOWN], &keys::MOVE).bar("↑ ↓").when(|context| context == Context::Programme),
    row(A::Next, &[DOWN], &keys::MOVE).when(|context| context == Context::Amount),
    row(A::Previous, &[UP], &keys::MOVE).when(line),
    row(A::PageDown, &[named(KeyCode::PageDown)], &keys::PAGES).when(searched),
    row(A::PageUp, &[named(KeyCode::PageUp)], &keys::PAGES).when(searched),
    row(A::NextTab, &[TAB], &keys::NEXT_CHOICE).bar("tab").when(|context| line(context) && context != Context::Path),
    row(A::NextTab, &[TAB], &keys::COMPLETE).bar("tab").when(|context| context == Context::Path),
    row(A::PreviousTab, &[BACK_TAB], &keys::NEXT_CHOICE).when(line),
    row(A::EraseWord, &[ctrl('w')], &keys::WORD).bar("^w").when(line),
    row(A::EraseLine, &[ctrl('u')], &keys::CLEAR_LINE).bar("^u").when(line),
    row(A::Confirm, &[c('y'), c('Y')], &keys::CONFIRM).when(|context| context == Context::Question),
];
