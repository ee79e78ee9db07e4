//! Commands run from the list of commands, and saved views.

use super::{App, Stage};
use crate::roster::query;
use crate::roster::text::holds_number;
use crate::tui::keymap::Action;
use crate::tui::msg::Effect;
use crate::tui::state::command::{Entry, Verb};
use crate::tui::state::notice::Notice;
use crate::tui::state::palette::Palette;
use crate::tui::state::shown::Shown;
use crate::tui::tab::Tab;
use crate::views::{Change, View};

impl App {
    pub(super) fn run_entry(&mut self, entry: Entry) {
        // From the help that was called while a filter is typed: that is kept, as by Enter.
        self.close_editor();
        if matches!(entry, Entry::Recall(_) | Entry::Row(_)) {
            self.done = Some(entry.clone());
        }
        match entry {
            Entry::Row(row) => {
                self.close();
                let tab = self.tab;
                if let Stage::Ready(review) = &mut self.stage {
                    review.step(tab, isize::MIN);
                    review.step(tab, isize::try_from(row.saturating_sub(1)).unwrap_or(isize::MAX));
                }
            }
            // The file is to be named, and what lies beneath is to be seen on it.
            Entry::Action(binding) if binding.action == Action::Picture => {
                self.overlay = Some(Palette::of(Verb::Picture, self.lang).into());
            }
            Entry::Action(binding) => {
                self.close();
                // What works in the table alone is asked for there.
                if !binding.action.works_on(self.tab) {
                    self.tab = Tab::Workers;
                }
                self.act(binding.action);
            }
            Entry::Field(field) => {
                self.close();
                self.act(Action::Filter);
                self.paste(&format!("{}:", self.lang.explained_field(field).code));
            }
            Entry::Verb(verb) => self.overlay = Some(Palette::of(verb, self.lang).into()),
            Entry::Recall(name) => {
                self.close();
                self.recall(&name);
            }
            Entry::Save(_) | Entry::SaveOver(_) | Entry::Forget(_) | Entry::Picture(..) if !self.is_meant() => {}
            Entry::Picture(name, format) => self.picture(name, format),
            Entry::Save(name) | Entry::SaveOver(name) => {
                self.close();
                self.save(Notice::ViewSaved(name.clone()), Change::Set, &name);
            }
            Entry::Forget(name) => {
                self.close();
                self.save(Notice::ViewForgotten(name.clone()), |view| Change::Forget(view.name), &name);
            }
        }
    }

    /// Shows a saved view.
    fn recall(&mut self, name: &str) {
        let (Ok(views), Stage::Ready(review)) = (&self.views, &mut self.stage) else { return };
        let Some(view) = views.get(name) else { return };
        match query::parse(&view.filter, &review.roster) {
            Ok(filter) => {
                let (order, groups) = view.orders();
                review.show(Shown { filter, text: view.filter.clone(), order, groups }, &mut self.clerk);
                self.tab = Tab::ALL.get((view.tab as usize).wrapping_sub(1)).copied().unwrap_or(self.tab);
                self.notice = Some(Notice::ViewShown(name.to_owned()));
            }
            Err(error) => self.notice = Some(Notice::Wrong(self.lang.query_mistake(&view.filter, &error))),
        }
    }

    /// Changes the saved views and writes them; a file that could not be read is left as it is. A view outlives the roster
    /// in a file that nobody thinks of: no number of a person goes into it.
    fn save(&mut self, done: Notice, change: impl FnOnce(View) -> Change, name: &str) {
        let (Ok(views), Stage::Ready(review)) = (&mut self.views, &self.stage) else {
            if let Err(why) = &self.views {
                self.notice = Some(Notice::Wrong(why.clone()));
            }
            return;
        };
        let shown = review.shown();
        let view = View {
            name: name.to_owned(),
            filter: shown.text,
            sort: shown.order.to_string(),
            groups: shown.groups.to_string(),
            tab: self.tab as u64 + 1,
        };
        let change = change(view);
        if let Change::Set(view) = &change
            && (holds_number(&view.filter) || holds_number(&view.name))
        {
            self.notice = Some(Notice::ViewOfANumber);
            return;
        }
        views.change(change.clone());
        self.clerk.effect(Effect::SaveViews(change));
        self.notice = Some(done);
    }
}
