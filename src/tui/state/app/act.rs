//! What each action does: to what lies over the tab, else to the tab in front.

use super::{App, Stage};
use crate::lang::Lang;
use crate::lang::person::Privacy;
use crate::lang::words;
use crate::roster::filter::{Field, Filter, Value};
use crate::tui::keymap::{Action, Context};
use crate::tui::msg::{Effect, Request};
use crate::tui::parts::input::Typed;
use crate::tui::state::command::{Entry, Verb};
use crate::tui::state::compare::CompareView;
use crate::tui::state::detail::Detail;
use crate::tui::state::editor::Editor;
use crate::tui::state::explain::Explain;
use crate::tui::state::export::About;
use crate::tui::state::facets::FacetCursor;
use crate::tui::state::help::Help;
use crate::tui::state::layer::Next;
use crate::tui::state::notice::{Notice, Offer};
use crate::tui::state::overlay::Overlay;
use crate::tui::state::palette::Palette;
use crate::tui::state::path::PathLine;
use crate::tui::state::programme::ProgrammeForm;
use crate::tui::state::slides::Opening;
use crate::tui::state::sort::SortList;
use crate::tui::state::whatif::WhatIfPanel;
use crate::tui::tab::Tab;

/// More columns than any list has.
const MOST_COLUMNS: usize = 64;

/// What one does again and again to one row after the other.
fn repeats(action: Action) -> bool {
    use Action::{CopyAll, CopyRow, FlipSort, Left, Mark, NextMatch, PageDown, PageUp, Pick, PreviousMatch, Right};
    matches!(
        action,
        CopyAll | CopyRow | FlipSort | Left | Mark | NextMatch | PageDown | PageUp | Pick | PreviousMatch | Right
    )
}

impl App {
    pub(super) fn act(&mut self, action: Action) {
        if repeats(action) {
            self.done = self.keymap.row(action, self.context()).map(Entry::Action);
        }
        match action {
            Action::Repeat => self.repeat(),
            Action::Quit => self.leave(),
            Action::Suspend => {
                // It goes on with a screen of its own.
                self.printed = false;
                self.clerk.effect(Effect::Suspend);
            }
            Action::Redraw => self.clerk.effect(Effect::Redraw),
            Action::Language => self.speak(self.lang.other()),
            Action::Mouse => self.turn_mouse(),
            Action::Reload => self.reload(),
            Action::Close => self.close(),
            Action::Reveal => match self.privacy {
                Privacy::Masked => self.offer = Some(Offer::Reveal),
                Privacy::Whole => self.privacy = Privacy::Masked,
                Privacy::Locked => {}
            },
            Action::EraseWord => self.erase(Typed::EraseWord),
            Action::EraseLine => self.erase(Typed::EraseLine),
            _ => {
                let next =
                    self.scene().map_or(Next::Tab, |(overlay, mut scene)| overlay.layer_mut().act(action, &mut scene));
                self.follow(next, action);
            }
        }
    }

    /// Does what was done last once more.
    fn repeat(&mut self) {
        match self.done.clone() {
            // Not as a command from the list of them: what lies over the tab stays. Where its key means something else, as
            // among the values of what if, it is not that.
            Some(Entry::Action(binding)) if (binding.when)(self.context()) => self.act(binding.action),
            Some(entry @ (Entry::Recall(_) | Entry::Row(_))) => self.run_entry(entry),
            _ => self.notice = Some(Notice::NothingToRepeat),
        }
    }

    /// Speaks a language from now on.
    pub(super) fn speak(&mut self, lang: Lang) {
        self.lang = lang;
        if let Stage::Ready(review) = &mut self.stage {
            review.speak(lang.tongue(), &mut self.clerk);
        }
    }

    fn erase(&mut self, typed: Typed<'_>) {
        if let Some(overlay) = &mut self.overlay {
            overlay.layer_mut().typed(typed);
        }
    }

    /// Goes on after an overlay has had its key.
    fn follow(&mut self, next: Next, action: Action) {
        match next {
            Next::Stay => {}
            Next::Tab => self.tab_act(action),
            Next::Close => self.close(),
            Next::Show(field, value) => {
                self.close();
                self.open(field, value);
            }
            Next::Detail(row) => {
                if let Stage::Ready(review) = &mut self.stage {
                    review.workers.put(row);
                }
                self.under.extend(self.overlay.take().map(|overlay| (overlay, self.tab)));
                self.tab = Tab::Workers;
                self.overlay = Some(Detail.into());
            }
            Next::Copy(text) => self.copy(text),
            Next::CopyAll(people) => self.copy_all(people),
            Next::Export(people) => self.ask_for_file(About::Changes(people)),
            Next::Write if self.is_meant() => self.write(),
            Next::WriteDraft(program) if self.is_meant() => self.write_draft(program),
            Next::Write | Next::WriteDraft(_) => {}
            Next::AskProgramme => {
                let Stage::Ready(review) = &self.stage else { return };
                let form = ProgrammeForm::new(&review.roster);
                self.under.extend(self.overlay.take().map(|overlay| (overlay, self.tab)));
                self.overlay = Some(form.into());
            }
            Next::Compare(source) => self.compare_with(source),
            Next::Complete(typed) => self.clerk.send(Request::Paths(typed)),
            Next::Say(notice) => self.notice = Some(notice),
            Next::Run(entry) => self.run_entry(entry),
        }
    }

    fn show(&mut self, tab: Tab) {
        self.tab = tab;
        self.close();
    }

    /// Where the help was called: what it says first is about that.
    pub(crate) fn beneath(&self) -> Context {
        let own = |overlay: &Overlay| overlay.layer().context();
        match (&self.stage, self.under.last()) {
            (Stage::Loading(_), _) => Context::Loading,
            (Stage::Ready(review), _) if review.editor.is_some() => Context::Filter,
            (_, Some((overlay, _))) => own(overlay),
            (_, None) => Context::Tab(self.tab),
        }
    }

    /// Back to the tab.
    pub(super) fn close(&mut self) {
        self.overlay = None;
        self.under.clear();
        if let Stage::Ready(review) = &mut self.stage {
            review.show_facets(false, &mut self.clerk);
        }
    }

    /// One layer back; where nothing lies over the tab, what stands above the filter is taken away.
    pub(super) fn back(&mut self) {
        match (&mut self.old_data, self.under.pop()) {
            (_, Some((overlay, tab))) => {
                self.lay_over(overlay);
                self.tab = tab;
            }
            (Some(old), None) if self.overlay.is_none() => old.hidden = true,
            _ => self.close(),
        }
    }

    /// Lays something over the tab.
    pub(super) fn lay(&mut self, overlay: impl Into<Overlay>) {
        self.close();
        self.lay_over(overlay);
    }

    /// Lays something over the tab, and keeps what it is to go back to.
    pub(super) fn lay_over(&mut self, overlay: impl Into<Overlay>) {
        let overlay = overlay.into();
        if let (Overlay::Facets(_), Stage::Ready(review)) = (&overlay, &mut self.stage) {
            review.show_facets(true, &mut self.clerk);
        }
        self.overlay = Some(overlay);
    }

    /// Lays the help or the list of commands over what is in sight: the help is about that, a picture shows it, and
    /// whoever runs nothing goes back to it.
    fn lay_list(&mut self, list: impl Into<Overlay>) {
        self.under.extend(self.overlay.take().map(|overlay| (overlay, self.tab)));
        self.lay_over(list);
    }

    /// What the keys do on the tab itself.
    fn tab_act(&mut self, action: Action) {
        match action {
            Action::To(tab) => self.show(tab),
            Action::NextTab => self.show(self.tab.step(1)),
            Action::PreviousTab => self.show(self.tab.step(Tab::ALL.len() - 1)),
            Action::Back => self.back(),
            _ if self.is_loading() => {}
            Action::Help => self.lay_list(Help::default()),
            Action::Palette => self.lay_list(Palette::default()),
            Action::Picture => self.lay_list(Palette::of(Verb::Picture, self.lang)),
            Action::Facets => self.lay(FacetCursor::default()),
            Action::WhatIf => self.what_if(),
            Action::Changes => self.show_changes(),
            Action::Present => self.present(Opening::default()),
            Action::Open => self.open_under_cursor(),
            Action::Export => self.ask_for_file(self.about()),
            Action::CopyAll => self.copy_all(None),
            Action::CopyRow => self.copy_row(),
            Action::Print => self.print(),
            _ if !action.works_on(self.tab) => self.notice = Some(Notice::OfWorkers),
            Action::Sort | Action::FlipSort => self.sort_act(action),
            _ if self.tab == Tab::Workers => self.table_act(action),
            _ => self.review_act(action),
        }
    }

    /// The list in front is sorted by a column, or the other way round.
    fn sort_act(&mut self, action: Action) {
        let tab = self.tab;
        let Stage::Ready(review) = &mut self.stage else { return };
        match action {
            Action::Sort => {
                let list = SortList::new(review, tab);
                self.lay(list);
            }
            _ => review.sort_anew(review.shown().sorted(tab).flipped(), &mut self.clerk),
        }
    }

    /// What the keys do to the table of workers.
    fn table_act(&mut self, action: Action) {
        let Stage::Ready(review) = &mut self.stage else { return };
        match action {
            Action::Mark => review.mark(),
            Action::Unmark => {
                let marks = std::mem::take(&mut review.workers.marks);
                self.notice = (!marks.is_empty()).then_some(Notice::Unmarked(marks.len()));
            }
            Action::NextMatch if !review.next_match(true) => self.notice = Some(Notice::NoMatch),
            Action::PreviousMatch if !review.next_match(false) => self.notice = Some(Notice::NoMatch),
            _ => self.review_act(action),
        }
    }

    /// What the keys do to the filter and to the cursor of any tab.
    fn review_act(&mut self, action: Action) {
        let (tab, layout) = (self.tab, self.layout());
        let Stage::Ready(review) = &mut self.stage else { return };
        let page = review.page(tab, layout.as_ref()) as isize;
        match action {
            Action::Filter => {
                review.editor = Some(Editor::new(review.shown(), self.lang));
                review.ask(&mut self.clerk);
                // The lists stay in sight while a filter is typed over them.
                if !matches!(self.overlay, Some(Overlay::Facets(_) | Overlay::Compare(_))) {
                    self.overlay = None;
                    self.under.clear();
                }
            }
            Action::Clear => review.change(Filter::EVERYBODY, String::new(), &mut self.clerk),
            Action::Undo => self.undo(),
            Action::Next => review.step(tab, 1),
            Action::Previous => review.step(tab, -1),
            Action::PageDown => review.step(tab, page),
            Action::PageUp => review.step(tab, -page),
            Action::First => review.step(tab, isize::MIN),
            Action::Last => review.step(tab, isize::MAX),
            Action::FirstColumn => (0..MOST_COLUMNS).for_each(|_| review.columns(tab, false)),
            Action::LastColumn => (0..MOST_COLUMNS).for_each(|_| review.columns(tab, true)),
            Action::Left => review.columns(tab, false),
            Action::Right => review.columns(tab, true),
            Action::Pick => match review.value(tab) {
                Some((field, value)) => review.pick(field, value, self.lang, &mut self.clerk),
                None => self.notice = Some(Notice::NothingToPick),
            },
            _ => {}
        }
    }

    fn open_under_cursor(&mut self) {
        let Stage::Ready(review) = &mut self.stage else { return };
        let (value, worker) = (review.value(self.tab), review.workers.row);
        match (self.tab, value) {
            (Tab::Workers, _) => {
                // Who is opened stays, whatever the filter lets through from then on.
                worker.into_iter().for_each(|row| review.workers.put(row));
                self.overlay = worker.map(|_| Detail.into());
            }
            (_, Some((field, value))) => self.open(field, value),
            (Tab::Budget | Tab::Enrollment, None) => self.overlay = Some(Explain::default().into()),
            (Tab::Groups | Tab::Checks, None) => self.notice = Some(Notice::NothingToOpen),
        }
    }

    fn what_if(&mut self) {
        match self.what_if.clone().or_else(|| self.review().and_then(WhatIfPanel::new)) {
            Some(panel) => self.lay(panel),
            None => {
                let Some(budget) = self.review().map(|own| &own.answer.figures.budget) else { return };
                let why = |phrase| Notice::Wrong(self.lang.say(phrase).to_owned());
                self.notice = Some(match (budget.total, budget.rates_missing.is_empty()) {
                    (None, _) => why(&words::WI_NO_BUDGET),
                    (_, false) => why(&words::WI_NO_RATE),
                    (_, true) => Notice::TooManyDigits,
                });
            }
        }
    }

    fn show_changes(&mut self) {
        let known = self.comparing.is_some() || self.review().is_some_and(|review| review.baseline.is_some());
        self.lay(if known { CompareView::Lines(0) } else { CompareView::Asking(PathLine::default(), 0) });
    }

    /// Opens the workers who have a value.
    fn open(&mut self, field: Field, value: Value) {
        let Stage::Ready(review) = &mut self.stage else { return };
        review.open(field, value, self.lang, &mut self.clerk);
        self.tab = Tab::Workers;
    }
}
