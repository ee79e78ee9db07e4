//! What each action does: to the tab in front, or to what lies over it.

use super::{App, Effect, ExportJob, Overlay, Stage};
use crate::check::Audited;
use crate::figures::compare::People;
use crate::roster::filter::Filter;
use crate::roster::order::SortColumn;
use crate::roster::rows::Row;
use crate::sheet::Sheet;
use crate::tui::draw::overlays::explain;
use crate::tui::keymap::Action;
use crate::tui::layout::Layout;
use crate::tui::parts::input::Input;
use crate::tui::state::clip;
use crate::tui::state::compare::{self, CompareView};
use crate::tui::state::editor::Editor;
use crate::tui::state::export::ExportForm;
use crate::tui::state::facets::{self, FacetCursor};
use crate::tui::state::notice::Notice;
use crate::tui::state::palette::Palette;
use crate::tui::state::sort;
use crate::tui::state::whatif::WhatIfPanel;
use crate::tui::tab::Tab;

impl App {
    pub(super) fn act(&mut self, action: Action, effects: &mut Vec<Effect>) {
        match action {
            Action::Quit => effects.push(Effect::Quit(None)),
            Action::Suspend => effects.push(Effect::Suspend),
            Action::Language => self.lang = self.lang.other(),
            Action::To(tab) => self.show(tab),
            Action::NextTab | Action::PreviousTab if matches!(self.overlay, Some(Overlay::Facets(_))) => {
                self.review_act(action, effects);
            }
            Action::NextTab => self.show(self.tab.step(1)),
            Action::PreviousTab => self.show(self.tab.step(Tab::ALL.len() - 1)),
            Action::Help if self.overlay == Some(Overlay::Help) => self.overlay = None,
            Action::Help => self.lay(Overlay::Help, effects),
            Action::Back => {
                if let Some(Overlay::Compare(view)) = &mut self.overlay
                    && view.back()
                {
                    return;
                }
                self.close();
            }
            Action::Reload => self.reload(effects),
            Action::Palette => self.lay(Overlay::Palette(Palette::default()), effects),
            Action::Reveal if self.masked => self.notice = Some(Notice::AskReveal),
            Action::Reveal => self.masked = true,
            _ => self.review_act(action, effects),
        }
    }

    fn show(&mut self, tab: Tab) {
        self.tab = tab;
        self.close();
    }

    /// Back to the tab.
    pub(super) fn close(&mut self) {
        self.overlay = None;
        if let Stage::Ready(review) = &mut self.stage {
            review.facets = false;
        }
    }

    fn lay(&mut self, overlay: Overlay, effects: &mut Vec<Effect>) {
        self.close();
        if let (Overlay::Facets(_), Stage::Ready(review)) = (&overlay, &mut self.stage) {
            review.facets = true;
            review.ask(effects);
        }
        self.overlay = Some(overlay);
    }

    fn reload(&mut self, effects: &mut Vec<Effect>) {
        match self.shrunk.take() {
            _ if matches!(self.stage, Stage::Loading(_)) => {}
            Some(roster) => self.take(roster, effects),
            None if self.again => {
                self.notice = Some(Notice::Reading);
                effects.push(Effect::Reload);
            }
            None => self.notice = Some(Notice::ReadOnce),
        }
    }

    fn review_act(&mut self, action: Action, effects: &mut Vec<Effect>) {
        match (&mut self.overlay, &mut self.stage) {
            (_, Stage::Loading(_)) | (Some(Overlay::Help | Overlay::Palette(_)), _) => {}
            (Some(Overlay::Facets(cursor)), Stage::Ready(review)) => {
                let lists = &review.answer.facets;
                let height = Layout::of(self.area).map_or(1, |layout| layout.content.height);
                if cursor.act(action, lists, &facets::columns(lists, height), usize::from(height)) {
                    return;
                }
                let value = review.facet_value(cursor);
                match (action, value) {
                    (Action::Pick, Some((field, value))) => review.pick(field, value, effects),
                    (Action::Open, Some((field, value))) => {
                        self.close();
                        self.open(field, value, effects);
                    }
                    (Action::Pick | Action::Open, None) => {}
                    _ => self.tab_act(action, effects),
                }
            }
            (Some(Overlay::WhatIf(panel)), Stage::Ready(review)) => match action {
                Action::Next => panel.step(1),
                Action::Previous => panel.step(-1),
                Action::First => panel.step(isize::MIN),
                Action::Last => panel.step(isize::MAX),
                Action::Left => panel.turn(false),
                Action::Right => panel.turn(true),
                Action::Open => panel.solve(),
                Action::Clear => panel.reset(),
                Action::WhatIf => self.close(),
                Action::CopyRow => {
                    let (text, _) = panel.answer(self.lang, review.roster.program.target);
                    effects.push(Effect::Copy(text));
                    self.notice = Some(Notice::Copied(1));
                }
                _ => {}
            },
            (Some(Overlay::Compare(view)), Stage::Ready(review)) => {
                let page = Layout::of(self.area).map_or(1, |layout| compare::rows_in_sight(&layout));
                let Some(comparison) = &review.answer.comparison else { return };
                if view.act(action, comparison, page) {
                    return;
                }
                match action {
                    Action::Open => {
                        if let Some(row) = view.open(comparison) {
                            review.wanted = Some(row);
                            self.tab = Tab::Workers;
                            self.overlay = Some(Overlay::Detail);
                        }
                    }
                    Action::Changes => self.close(),
                    Action::CopyRow => match view.copied(review, self.masked, self.lang) {
                        Some(text) => {
                            effects.push(Effect::Copy(text));
                            self.notice = Some(Notice::Copied(1));
                        }
                        None => self.notice = Some(Notice::NothingToCopy),
                    },
                    Action::CopyAll => {
                        let people = view.people(comparison);
                        self.copy_all(people, effects);
                    }
                    Action::Export => {
                        let people = view.people(comparison);
                        let form = ExportForm::new(&review.roster, people);
                        self.lay(Overlay::Export(form), effects);
                    }
                    Action::Pick | Action::Sort | Action::FlipSort | Action::Mark | Action::Left | Action::Right => {}
                    _ => self.tab_act(action, effects),
                }
            }
            (Some(Overlay::Explain(top)), Stage::Ready(review)) => {
                let Some(layout) = Layout::of(self.area) else { return };
                let page = usize::from(layout.content.height).max(2) - 1;
                let last = explain::rows(self.tab, review, &layout, self.lang).saturating_sub(page + 1);
                // On Budget the cursor goes on through its lines, and each is explained from its beginning.
                let lines = self.tab == Tab::Budget;
                *top = match action {
                    Action::PageDown => (*top + page).min(last),
                    Action::PageUp => top.saturating_sub(page),
                    Action::Next if !lines => (*top + 1).min(last),
                    Action::Previous if !lines => top.saturating_sub(1),
                    Action::First if !lines => 0,
                    Action::Last if !lines => last,
                    Action::Next | Action::Previous | Action::First | Action::Last => {
                        *top = 0;
                        return self.tab_act(action, effects);
                    }
                    _ => return self.tab_act(action, effects),
                };
            }
            (Some(Overlay::Sort(line)), Stage::Ready(review)) => {
                let lines = sort::LINES;
                match action {
                    Action::Next | Action::Sort => *line = (*line + 1) % lines,
                    Action::Previous => *line = (*line + lines - 1) % lines,
                    Action::First => *line = 0,
                    Action::Last => *line = lines - 1,
                    Action::Open | Action::Pick => {
                        let order = sort::order(*line, review.shown().order);
                        review.remember_and_sort(order, effects);
                        self.close();
                    }
                    _ => {}
                }
            }
            _ => self.tab_act(action, effects),
        }
    }

    /// What the keys do on the tab itself.
    fn tab_act(&mut self, action: Action, effects: &mut Vec<Effect>) {
        let page = self.page() as isize;
        let tab = self.tab;
        let Stage::Ready(review) = &mut self.stage else { return };
        match action {
            Action::Filter => {
                review.editor = Some(Editor::new(review.shown()));
                review.ask(effects);
                if !matches!(self.overlay, Some(Overlay::Facets(_) | Overlay::Compare(_))) {
                    self.overlay = None;
                }
            }
            Action::WhatIf => match WhatIfPanel::new(review) {
                Some(panel) => self.lay(Overlay::WhatIf(Box::new(panel)), effects),
                None => self.notice = Some(Notice::TooManyDigits),
            },
            Action::Changes => {
                let view = match review.older.is_some() || self.comparing.is_some() {
                    true => CompareView::Lines(0),
                    false => CompareView::Asking(Input::default()),
                };
                self.lay(Overlay::Compare(view), effects);
            }
            Action::Facets => self.lay(Overlay::Facets(FacetCursor::default()), effects),
            Action::Clear => review.change(Filter::EVERYBODY, String::new(), effects),
            Action::Undo if !review.undo(effects) => self.notice = Some(Notice::CannotUndo),
            Action::Next => review.step(tab, 1),
            Action::Previous => review.step(tab, -1),
            Action::PageDown => review.step(tab, page),
            Action::PageUp => review.step(tab, -page),
            Action::First => review.step(tab, isize::MIN),
            Action::Last => review.step(tab, isize::MAX),
            Action::Left => review.columns(tab, false),
            Action::Right => review.columns(tab, true),
            Action::Pick => {
                if let Some((field, value)) = review.value_under_cursor(tab) {
                    review.pick(field, value, effects);
                }
            }
            Action::Open if tab == Tab::Workers => {
                self.overlay = review.worker.map(|_| Overlay::Detail);
            }
            Action::Open if matches!(self.overlay, Some(Overlay::Explain(_))) => self.overlay = None,
            Action::Open => match review.value_under_cursor(tab) {
                Some((field, value)) => self.open(field, value, effects),
                None if matches!(tab, Tab::Budget | Tab::Enrollment) => self.overlay = Some(Overlay::Explain(0)),
                None => {}
            },
            Action::Sort if tab == Tab::Workers => {
                let current = review.shown().order.first.map_or(0, |level| sort::line(level.column));
                self.lay(Overlay::Sort(current), effects);
            }
            Action::FlipSort if tab == Tab::Workers => {
                let order = review.shown().order;
                let order = if order.first.is_none() { order.by(SortColumn::Name) } else { order.flipped() };
                review.remember_and_sort(order, effects);
            }
            Action::CopyRow => match clip::row(review, tab, self.masked, self.lang) {
                Some(text) => {
                    effects.push(Effect::Copy(text));
                    self.notice = Some(Notice::Copied(1));
                }
                None => self.notice = Some(Notice::NothingToCopy),
            },
            Action::CopyAll => self.copy_all(None, effects),
            Action::Export => {
                let form = ExportForm::new(&review.roster, None);
                self.lay(Overlay::Export(form), effects);
            }
            Action::Mark if tab == Tab::Workers => review.mark(),
            Action::NextMatch if tab == Tab::Workers && !review.next_match(true) => {
                self.notice = Some(Notice::NoMatch);
            }
            Action::PreviousMatch if tab == Tab::Workers && !review.next_match(false) => {
                self.notice = Some(Notice::NoMatch);
            }
            _ => {}
        }
    }

    /// The workers that are meant: those behind a line of the comparison, else the marked ones or all that pass.
    fn meant(&self, people: Option<People>) -> Option<(Audited, Vec<Row>)> {
        let review = self.review()?;
        let Some(people) = people else { return Some((review.roster.clone(), review.chosen())) };
        let roster = if people == People::Left { &review.older.as_ref()?.roster } else { &review.roster };
        Some((roster.clone(), review.answer.comparison.as_ref()?.rows(people)))
    }

    fn copy_all(&mut self, people: Option<People>, effects: &mut Vec<Effect>) {
        let (Some((roster, rows)), Some(review)) = (self.meant(people), self.review()) else { return };
        let sheet = Sheet { roster: &roster, rows: &rows, filter: &review.text, masked: self.masked, lang: self.lang };
        self.notice = Some(match clip::clipped(&sheet) {
            Some(text) => {
                effects.push(Effect::Copy(text));
                Notice::Copied(rows.len())
            }
            None => Notice::TooLarge,
        });
    }

    /// Writes what is chosen to the file that the form names.
    pub(super) fn export(&mut self, effects: &mut Vec<Effect>) {
        let (Some(Overlay::Export(form)), Some(review)) = (&self.overlay, self.review()) else { return };
        let Some((roster, rows)) = self.meant(form.people) else { return };
        if form.input.text().trim().is_empty() {
            return;
        }
        effects.push(Effect::Export(Box::new(ExportJob {
            roster,
            rows,
            filter: review.text.clone(),
            masked: self.masked,
            lang: self.lang,
            format: form.format,
            path: form.input.text().trim().to_owned(),
        })));
        self.close();
    }

    /// Opens the workers who have a value.
    fn open(
        &mut self,
        field: crate::roster::filter::Field,
        value: crate::roster::filter::Value,
        effects: &mut Vec<Effect>,
    ) {
        let Stage::Ready(review) = &mut self.stage else { return };
        let filter = review.filter.without(field).toggled(field, value);
        let text = filter.to_string();
        review.change(filter, text, effects);
        self.tab = Tab::Workers;
    }
}
