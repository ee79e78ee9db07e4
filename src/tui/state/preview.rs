//! What will come of an office's list, scrolled; Enter makes a roster of it.

use super::layer::{Layer, Next, Scene};
use crate::import::Draft;
use crate::lang::Lang;
use crate::lang::measure::wrap;
use crate::lang::words::import as words;
use crate::tui::keymap::{Action, Context};
use crate::tui::layout::Layout;
use crate::tui::parts::scroll::Scroll;
use std::sync::Arc;

/// So many places of one reason are told: who wants all of a million writes what is refused, or asks `import --all`.
const PLACES: usize = 200;

/// Rows scrolled of what is told of a list.
#[derive(Clone, Debug)]
pub struct Preview {
    draft: Arc<Draft>,
    /// The first row in sight.
    pub top: usize,
}

impl PartialEq for Preview {
    fn eq(&self, other: &Preview) -> bool {
        Arc::ptr_eq(&self.draft, &other.draft) && self.top == other.top
    }
}

impl Eq for Preview {}

impl Preview {
    /// From its first row on.
    pub fn new(draft: Arc<Draft>) -> Preview {
        Preview { draft, top: 0 }
    }

    /// The rows of the screen: first what Enter does, then what `import` says. `workers` is how many the roster has.
    pub fn rows(&self, layout: &Layout, workers: usize, key: &str, lang: Lang) -> Vec<String> {
        let room = usize::from(layout.area.width).saturating_sub(2);
        let file = |path: &std::path::Path| crate::lang::scrub::scrub(&path.to_string_lossy()).into_owned();
        let values = [key.to_owned(), lang.count(workers as u64), file(&self.draft.roster_file())];
        let mut said = lang.fill(&words::WRITES, &values.each_ref().map(String::as_str));
        if let Some(refused) = self.draft.refused_file() {
            let values = [lang.count(self.draft.refused.len() as u64), file(&refused)];
            let more = lang.fill(&words::WRITES_REFUSED, &values.each_ref().map(String::as_str));
            said = format!("{said} {more}");
        }
        let mut rows = wrap(&format!("{said}."), room);
        if !self.draft.has_programme {
            rows.extend(wrap(&lang.fill(&words::NO_PROGRAMME, &[key]), room));
        }
        let preview = &self.draft.preview;
        let counts = [preview.rows(), preview.good, preview.doubtful, preview.refused];
        let counts = counts.map(|count| lang.count(count as u64));
        rows.extend(wrap(&lang.fill(&words::SUMMARY, &counts.each_ref().map(String::as_str)), room));
        rows.push(String::new());
        rows.extend(preview.said(lang, room, PLACES).lines().map(str::to_owned));
        rows
    }
}

impl Layer for Preview {
    fn context(&self) -> Context {
        Context::Preview
    }

    fn act(&mut self, action: Action, scene: &mut Scene<'_>) -> Next {
        let Some(layout) = scene.layout else { return Next::Stay };
        match action {
            Action::Open if self.draft.has_programme => return Next::WriteDraft(None),
            Action::Open => return Next::AskProgramme,
            _ => {}
        }
        let key = scene.keymap.long_name(Action::Open, Context::Preview, scene.lang);
        let rows = self.rows(&layout, scene.review.roster.workers.len(), &key, scene.lang).len();
        let Some(top) = Scroll::new(rows, &layout).act(self.top, action) else { return Next::Tab };
        self.top = top;
        Next::Stay
    }
}
