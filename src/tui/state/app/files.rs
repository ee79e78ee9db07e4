//! Lists on their way to a file: which one is meant, the form that asks where to, and what became of it.

use super::App;
use crate::disk;
use crate::lang::scrub::scrub;
use crate::lang::words::export as words;
use crate::roster::program::Program;
use crate::sheet::list::List;
use crate::sheet::split::By;
use crate::sheet::{Ending, no_such_ending, template};
use crate::tui::msg::{Effect, ExportJob, ImportJob, Request, Unwritten, Written};
use crate::tui::state::export::{About, Choice, ExportForm, Trouble};
use crate::tui::state::notice::Notice;
use crate::tui::state::overlay::Overlay;
use crate::tui::state::review::Review;
use crate::tui::tab::Tab;
use std::path::{Path, PathBuf};

impl App {
    /// What the cursor is about: on Checks the rule, else workers.
    pub(super) fn about(&self) -> About {
        if self.overlay.is_none() { self.about_on_tab() } else { About::Workers }
    }

    /// The same where nothing lies over the tab.
    pub(super) fn about_on_tab(&self) -> About {
        let rule = self.review().and_then(|review| review.checks.rule);
        match (self.tab, rule) {
            (Tab::Checks, Some(rule)) => About::Rule(rule),
            _ => About::Workers,
        }
    }

    /// Lays the form over what is in sight, and remembers what that was.
    pub(super) fn ask_for_file(&mut self, about: About) {
        // A list of nobody is a slip of the filter, and nobody looks for it in a file.
        let nobody = |review: &Review| about == About::Workers && ExportForm::rows_of(about, review) == 0;
        if self.review().is_some_and(nobody) {
            self.notice = Some(Notice::NobodyToExport);
            return;
        }
        let Some(form) = self.review().map(|review| ExportForm::new(review, about, self.privacy)) else { return };
        self.under.extend(self.overlay.take().map(|overlay| (overlay, self.tab)));
        self.lay_over(form);
    }

    /// A file as it is named in a form: beside the working folder, `~` for the home.
    pub(crate) fn full_path(&self, name: &str) -> PathBuf {
        let path = disk::at_home(Path::new(name), self.home.as_deref());
        // A whole path stays as it is.
        self.folder.as_ref().map_or_else(|| path.clone(), |folder| folder.join(&path))
    }

    /// Writes the list to the file that the form names; the form stays until that is done.
    pub(super) fn write(&mut self) {
        let lang = self.lang;
        let Some(Overlay::Export(form)) = &mut self.overlay else { return };
        if form.writing || form.name().is_empty() {
            return;
        }
        form.finish_name();
        if let Ending::Foreign(ending) = Ending::of(&form.name()) {
            form.trouble = Some(Trouble::Why(no_such_ending(lang, &ending)));
            return;
        }
        let (about, choice, name) = (form.about, form.choice, form.name());
        let force = form.trouble == Some(Trouble::Exists);
        let (Some(list), Some(review)) = (self.list(about, choice), self.review()) else { return };
        let job = ExportJob {
            list,
            filter: review.text.clone(),
            privacy: self.privacy,
            lang,
            format: choice.format(),
            path: self.full_path(&name),
            name,
            force,
            own: self.file.clone(),
        };
        self.written = 0;
        self.clerk.send(Request::Export(Box::new(job)));
        if let Some(Overlay::Export(form)) = &mut self.overlay {
            form.writing = true;
        }
    }

    fn list(&self, about: About, choice: Choice) -> Option<List> {
        let review = self.review()?;
        let (roster, chosen) = (|| review.roster.clone(), || review.chosen());
        Some(match about {
            About::Workers => match choice {
                Choice::Plain(_) => List::Workers(roster(), chosen()),
                Choice::ByDistrict => List::Parts(roster(), chosen(), By::District),
                Choice::Office(name) => List::Office(roster(), chosen(), Box::new(template::named(name)?.clone())),
            },
            About::Rule(rule) => List::Rule(review.roster.clone(), rule),
            About::Changes(people) => List::Changes {
                older: review.older()?.clone(),
                newer: review.roster.clone(),
                comparison: Box::new(review.answer.comparison.clone()?),
                people,
            },
        })
    }

    /// Has the roster written that was made of an office's list.
    pub(super) fn write_draft(&mut self, program: Option<Box<Program>>) {
        let (Some(draft), Some(review)) = (self.draft.clone(), self.review()) else { return };
        let program = program.map_or_else(|| review.roster.program.clone(), |program| *program);
        let job = ImportJob { draft, roster: review.roster.clone(), program, lang: self.lang };
        self.clerk.send(Request::Import(Box::new(job)));
    }

    /// The roster is a file, and is shown from there; or it is not, and this is why.
    pub(super) fn imported(&mut self, done: Result<PathBuf, String>) {
        match done {
            Ok(path) => {
                let name = path.to_string_lossy().into_owned();
                let workers = self.review().map_or(0, |review| review.roster.workers.len());
                let knew = self.draft.take().is_some_and(|draft| draft.has_programme);
                (self.source, self.file, self.again) = (scrub(&name).into_owned(), Some(path.clone()), true);
                self.clerk.effect(Effect::Watch(path));
                self.close();
                // What was answered stands in the file, and not in what is shown.
                if !knew {
                    self.reload();
                }
                self.notice = Some(Notice::Imported(workers, name));
                self.leave_now();
            }
            Err(why) => {
                self.leaving = false;
                self.notice = Some(Notice::Wrong(why));
            }
        }
    }

    /// The file is written, or it is not: then the form stays and says why, with what was typed.
    pub(super) fn exported(&mut self, done: Result<Written, Unwritten>) {
        let form = match &mut self.overlay {
            Some(Overlay::Export(form)) if form.writing => Some(form),
            _ => None,
        };
        let about = form.as_ref().map_or(About::Workers, |form| form.about);
        let is_for_office = form.as_ref().is_some_and(|form| matches!(form.choice, Choice::Office(_)));
        if done.is_err() {
            self.leaving = false;
        }
        match (done, form) {
            (Ok(Written { rows, name, cut }), form) => {
                if form.is_some() {
                    self.back();
                }
                self.notice = Some(match about {
                    _ if cut > 0 => Notice::WrittenCut(rows, name, cut),
                    // Its rows may be findings.
                    _ if is_for_office => Notice::RowsWritten(rows, name),
                    About::Workers => Notice::Exported(rows, name),
                    About::Rule(_) | About::Changes(_) => Notice::RowsWritten(rows, name),
                });
                self.leave_now();
            }
            (Err(why), Some(form)) => {
                form.writing = false;
                form.trouble = Some(match why {
                    Unwritten::Exists => Trouble::Exists,
                    Unwritten::Why(why) => Trouble::Why(why),
                });
            }
            (Err(Unwritten::Why(why)), None) => self.notice = Some(Notice::Wrong(why)),
            (Err(Unwritten::Exists), None) => {
                self.notice = Some(Notice::Wrong(self.lang.say(&words::EXISTS_NOT_WRITTEN).to_owned()));
            }
        }
    }
}
