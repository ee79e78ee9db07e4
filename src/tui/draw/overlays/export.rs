//! Where and how to export a list: a form and a file's name, in which folder it comes to lie, and in words what will
//! stand in it.
//!
//! ```text
//!  >◆Excel (.xlsx)         opens in Excel, no digit is lost
//!    CSV (.csv)            for spreadsheets and programs
//!    By district (.xlsx)   a sheet for each, with its sum
//!    bnba (.xlsx)          by name by address, the annex of a decree
//!
//!    to the file  lindungi-nik-duplicate-2024-08-30.xlsx
//!    in the folder /home/dinas
//! ```

use crate::lang::measure::{pad, width, wrap};
use crate::lang::scrub::scrub;
use crate::lang::words::export;
use crate::lang::{Lang, Phrase, words};
use crate::sheet::{Format, template};
use crate::tui::keymap::{Action, Context};
use crate::tui::layout::Layout;
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::list;
use crate::tui::state::app::App;
use crate::tui::state::export::{About, Choice, ExportForm, Trouble};
use crate::tui::state::review::Review;
use crate::tui::target::Target;
use ratatui::style::Style;
use ratatui::text::Span;

/// A choice by its name, and what it is good for.
fn about(choice: Choice, lang: Lang) -> (String, String) {
    let said = |(title, good_for): (Phrase, Phrase)| (lang.say(&title).to_owned(), lang.say(&good_for).to_owned());
    match choice {
        Choice::Plain(format) => said(about_format(format)),
        Choice::ByDistrict => said((export::TITLE_DISTRICT, export::FORMAT_DISTRICT)),
        Choice::Office(name) => {
            (format!("{name} (.xlsx)"), template::named(name).map_or("", |own| own.about(lang)).to_owned())
        }
    }
}

fn about_format(format: Format) -> (Phrase, Phrase) {
    match format {
        Format::Csv => (export::TITLE_CSV, words::FORMAT_CSV),
        Format::Xlsx => (export::TITLE_XLSX, words::FORMAT_XLSX),
        Format::Jsonl => (export::TITLE_JSONL, words::FORMAT_JSONL),
        Format::Json => (export::TITLE_JSON, words::FORMAT_JSON),
        Format::Markdown => (export::TITLE_MD, words::FORMAT_MD),
    }
}

/// Draws the form over the content; the answer stands at the right end of the rule.
pub fn draw(
    app: &App,
    review: &Review,
    form: &ExportForm,
    layout: &Layout,
    canvas: &mut Canvas<'_>,
) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let top = layout.content.y;
    let bottom = top + layout.content.height;
    let room = usize::from(layout.area.width).saturating_sub(5);
    // What each form is good for stands beside all of them, or that of the chosen one below, where lines wrap.
    let choices: Vec<(Choice, (String, String))> = form.choices.iter().map(|own| (*own, about(*own, lang))).collect();
    let beside = choices.iter().all(|(_, (_, good_for))| width(good_for) + 22 <= room);
    let good_for = (!beside).then(|| (about(form.choice, lang).1, theme.dim()));
    let told: Vec<(String, Style)> = told(app, review, form, canvas)
        .into_iter()
        .chain(good_for)
        .flat_map(|(text, style)| wrap(&text, room).into_iter().map(move |line| (line, style)))
        .collect();
    // On a low screen only the chosen form stands, and on the lowest the file's name alone.
    let height = usize::from(layout.content.height);
    let tall = height >= choices.len() + 2 + told.len();
    let shown = choices.into_iter().enumerate().filter(|(_, (own, _))| tall || (height > 1 && *own == form.choice));
    let mut y = top;
    for (place, (choice, (title, good_for))) in shown {
        let chosen = choice == form.choice;
        let style = if chosen { theme.chosen().patch(theme.bold()) } else { theme.plain() };
        if chosen {
            list::pick(canvas, 2, y, style);
        }
        let x = canvas.put(3, y, Span::styled(pad(&title, 20), style));
        canvas.means(0, layout.area.width, y, Target::Line { list: 0, place });
        if beside {
            canvas.put(x + 1, y, Span::styled(good_for, theme.dim()));
        }
        y += 1;
    }
    y += u16::from(tall);
    let x = canvas.put(3, y, Span::styled(canvas.say(&words::EXPORT_TO), theme.dim())) + 2;
    let own = usize::from(layout.area.width).saturating_sub(usize::from(x) + 2);
    let (caret, _) = canvas.typed(x, y, own, &form.input.text(), &form.input.before());
    for (place, (text, style)) in told.into_iter().enumerate() {
        let y = y + 1 + place as u16;
        if y < bottom {
            canvas.put(3, y, Span::styled(text, style));
        }
    }
    canvas.cursor = Some(caret);
    vec![Span::styled(canvas.say(&words::EXPORT), theme.bold())]
}

/// Everything that is said under the name, the most urgent first.
fn told(app: &App, review: &Review, form: &ExportForm, canvas: &Canvas<'_>) -> Vec<(String, Style)> {
    let (theme, lang) = (canvas.theme, canvas.lang);
    let name = form.name();
    let key = |action, context| app.keymap.name(action, context, lang);
    let mut told = Vec::new();
    match &form.trouble {
        _ if form.writing => {
            told.push((lang.fill(&export::WRITING, &[&scrub(&name), &lang.megabytes(app.written)]), theme.chosen()))
        }
        Some(Trouble::Exists) => {
            let enter = key(Action::Open, Context::Export);
            told.push((format!("▲ {}", lang.fill(&export::EXISTS, &[&enter])), theme.attention()));
        }
        Some(Trouble::Why(why)) => {
            told.extend(format!("■ {why}").lines().map(|line| (scrub(line).into_owned(), theme.bad())))
        }
        None => {}
    }
    let full = app.full_path(&name);
    let folder = full.parent().unwrap_or(&full).to_string_lossy().into_owned();
    if !folder.is_empty() {
        told.push((lang.fill(&export::IN_FOLDER, &[&scrub(&folder)]), theme.dim()));
    }
    told.push((rows(lang, review, form), theme.plain()));
    if app.privacy.hides() {
        let mut text = lang.say(&export::MASKED).to_owned();
        // The key works outside of the form: here it is a letter.
        if app.keymap.row(Action::Reveal, Context::Tab(app.tab)).is_some() {
            let keys = [key(Action::Back, Context::Export), key(Action::Reveal, Context::Tab(app.tab))];
            text += &lang.fill(&export::MASKED_KEY, &keys.each_ref().map(String::as_str));
        }
        told.push((text, theme.dim()));
    } else {
        told.push((format!("▲ {}", lang.say(&words::EXPORT_REVEALED)), theme.attention()));
    }
    told.push((lang.say(&words::EXPORT_OWNER).to_owned(), theme.dim()));
    told
}

/// How many rows of what; where an office takes only some of them, which.
fn rows(lang: Lang, review: &Review, form: &ExportForm) -> String {
    let count = lang.count(form.rows(review) as u64);
    if let Choice::Office(name) = form.choice
        && let Some(only) = template::named(name).and_then(|own| own.only(lang))
    {
        return lang.fill(&export::OFFICE_ROWS, &[&count, &only]);
    }
    match form.about {
        About::Rule(rule) => lang.fill(&export::RULE_ROWS, &[&count, rule.code()]),
        About::Changes(_) => lang.fill(&export::CHANGE_ROWS, &[&count]),
        About::Workers if review.workers.marks.is_empty() => lang.fill(&words::EXPORT_ROWS, &[&count]),
        About::Workers => lang.fill(&words::EXPORT_MARKED, &[&count]),
    }
}
