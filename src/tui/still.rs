//! A screen that nobody sits at: an app with its roster and no terminal, no keys and no clock, drawn once. What it shows
//! is what the dashboard of the same command line shows first, cell by cell.

use super::draw::{slides, view};
use super::msg::{Effect, Msg};
use super::picture::{Caption, Picture};
use super::state::app::{App, Start};
use super::work::Hands;
use crate::check::Audited;
use crate::disk::Source;
use crate::lang::summary::Summary;
use crate::lang::words::{self, picture, slide};
use crate::load::How;
use ratatui::buffer::Buffer;
use std::collections::VecDeque;

/// What is shown, and how large.
pub struct Still {
    /// The roster.
    pub roster: Audited,
    /// The older roster that it is compared with.
    pub older: Option<Audited>,
    /// With what the dashboard begins. Both rosters are read already: what it says of them is not looked at.
    pub start: Start,
    /// Columns and rows.
    pub size: (u16, u16),
}

impl Still {
    /// The screen; or why there is none: the filter cannot be read.
    pub fn app(self, how: How) -> Result<App, String> {
        let Still { roster, older, start, size } = self;
        let since = older.is_some().then_some(Source::Demo);
        let mut app = App::new(Start { since, ..start });
        let mut hands = Hands {
            load: Box::new(move |_| Ok(roster.clone())),
            // Nothing else is asked for than what is there.
            older: Box::new(move |_| older.clone().ok_or_else(String::new)),
            home: None,
            how,
        };
        app.update(Msg::Resize(size.0, size.1));
        let mut effects = VecDeque::from(app.begin());
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::Work(ticket, request) => {
                    let reply = hands.reply(request, &mut |_| (), &mut || true);
                    effects.extend(reply.into_iter().flat_map(|reply| app.update(Msg::Reply(ticket, reply))));
                }
                Effect::Fail(why) | Effect::Misuse(why) => return Err(why),
                _ => {}
            }
        }
        Ok(app)
    }
}

/// The screen as it stands.
pub fn picture(app: &App) -> Picture {
    let mut cells = Buffer::empty(app.area());
    view::draw(&mut cells, app);
    Picture { cells, caption: caption(app), theme: app.theme }
}

/// What is said of it; before there is a roster, which tab it is.
fn caption(app: &App) -> Caption {
    let lang = app.lang();
    let tab = slides::question(app).unwrap_or_else(|| lang.say(&app.tab().name()).to_owned());
    let Some(review) = app.review() else { return Caption { title: tab, about: String::new(), lang } };
    // A slide says of a filter that looks for a person what it is, and no more.
    let hidden = app.is_presenting() && review.filter.names_persons();
    let text = if hidden { lang.say(&slide::PERSONAL).to_owned() } else { app.privacy.text(&review.text) };
    let answer = &review.answer;
    let summary = Summary {
        lang,
        roster: &review.roster,
        text: Some(text.as_str()).filter(|text| !text.trim().is_empty()),
        filter: &review.filter,
        figures: answer.figures.clone(),
        comparison: answer.comparison.clone(),
    };
    let demo = review.roster.synthetic.then(|| lang.say(&words::DEMO).to_owned());
    let unfiltered = summary.text.is_none().then(|| lang.say(&picture::NO_FILTER).to_owned());
    let lines = summary.lines().into_iter().map(|(label, line)| {
        let line = line.trim_end_matches('.');
        if label.is_empty() { line.to_owned() } else { format!("{label}: {line}") }
    });
    let about: Vec<String> = demo.into_iter().chain(unfiltered).chain(lines).collect();
    let title = lang.fill(&picture::TITLE, &[&tab, &summary.title()]);
    Caption { title, about: about.join(". "), lang }
}
