//! What lies over a tab, seen from outside: what has its keys, what they do, what is typed into it. Each overlay is one
//! file that says it of itself; nobody else asks which one it is.

use super::clerk::Clerk;
use super::command::Entry;
use super::notice::Notice;
use super::review::Review;
use super::tabs::Pointed;
use crate::disk::Source;
use crate::figures::compare::People;
use crate::lang::Lang;
use crate::lang::person::Privacy;
use crate::roster::filter::{Field, Value};
use crate::roster::program::Program;
use crate::roster::rows::Row;
use crate::tui::keymap::{Action, Context, Keymap};
use crate::tui::layout::Layout;
use crate::tui::parts::input::Typed;
use crate::tui::tab::Tab;
use crate::views::Views;

/// What an overlay may look at and change.
pub struct Scene<'a> {
    /// The roster under review.
    pub review: &'a mut Review,
    /// Who hands work out.
    pub clerk: &'a mut Clerk,
    /// Where things stand; `None` where the screen is too small for an overlay.
    pub layout: Option<Layout>,
    /// The tab behind.
    pub tab: Tab,
    /// The language.
    pub lang: Lang,
    /// How much of a person is shown.
    pub privacy: Privacy,
    /// The saved views.
    pub views: Option<&'a Views>,
    /// The keys that there are.
    pub keymap: &'a Keymap,
}

impl Scene<'_> {
    /// Rows of the content.
    pub fn height(&self) -> usize {
        self.layout.map_or(1, |layout| usize::from(layout.content.height))
    }
}

/// How it goes on after a key.
pub enum Next {
    /// The overlay has done what there was to do, or nothing.
    Stay,
    /// It is the tab's key.
    Tab,
    /// Back to the tab.
    Close,
    /// The workers who have a value are to be shown.
    Show(Field, Value),
    /// One worker is to be shown, whole.
    Detail(Row),
    /// A text for the clipboard; nothing where the cursor stands on nothing.
    Copy(Option<String>),
    /// Workers for the clipboard: those behind a line of the comparison, else the chosen ones.
    CopyAll(Option<People>),
    /// What changed, for a file: all of it, or what happened to some people.
    Export(Option<People>),
    /// What the form says is to be written.
    Write,
    /// What only the office knows of a list's programme is to be asked.
    AskProgramme,
    /// The roster that was made of an office's list is to be written, of this programme if it was asked for.
    WriteDraft(Option<Box<Program>>),
    /// An older roster is to be read.
    Compare(Source),
    /// What the name of a file may become is to be looked for.
    Complete(String),
    /// Nothing is done, and this is why.
    Say(Notice),
    /// A command is to be run.
    Run(Entry),
}

/// An overlay.
pub trait Layer {
    /// What has its keys.
    fn context(&self) -> Context;

    /// What an action does.
    fn act(&mut self, action: Action, scene: &mut Scene<'_>) -> Next;

    /// Puts its cursor on the line at `place` of one of its lists. Where Enter writes a file, no line is one to be opened.
    fn point(&mut self, (list, place): (usize, usize), scene: &mut Scene<'_>) -> Pointed {
        let _ = (list, place, scene);
        Pointed::Nowhere
    }

    /// The line under its cursor, and how many there are, where keys go round at the ends: a wheel does not.
    fn line(&self, scene: &Scene<'_>) -> Option<(usize, usize)> {
        let _ = scene;
        None
    }

    /// Whether Enter would do something now.
    fn opens(&self, review: &Review) -> bool {
        let _ = review;
        true
    }

    /// Whether what the key bar has here would do something now.
    fn offers(&self, action: Action, review: &Review) -> bool {
        action != Action::Open || self.opens(review)
    }

    /// Takes in what is typed; `false` if not all of it had room.
    fn typed(&mut self, typed: Typed<'_>) -> bool {
        let _ = typed;
        true
    }

    /// Keeps its cursor among what there is, after anything changed.
    fn settle(&mut self, review: &Review) {
        let _ = review;
    }
}
