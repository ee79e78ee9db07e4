//! The settings: read from where they lie, told what is wrong in them, printed and checked.

use super::export::own_templates;
use super::{Failure, narrate};
use crate::capabilities::{Capabilities, Capability};
use crate::config::{Config, Mistake, What, Written};
use crate::disk;
use crate::environment::Environment;
use crate::lang::scrub::scrub;
use crate::lang::words::config as words;
use crate::lang::{Lang, findings};
use crate::tui::keymap::{Binding, bindable, bound};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What is set, and what is wrong in it.
pub(crate) struct Settings {
    /// What is set.
    pub config: Config,
    /// The table of keys as it is set.
    pub bindings: &'static [Binding],
    /// Where it lies or would lie.
    file: Option<PathBuf>,
    /// Whether it is there; or why it cannot be read.
    there: io::Result<bool>,
    mistakes: Vec<Mistake>,
}

impl Settings {
    /// Reads them, where this login may have settings of its own.
    pub(crate) fn read(environment: &Environment, may: Capabilities) -> Settings {
        let file = environment.config.as_ref().filter(|_| may.allow(Capability::Command));
        let file = file.map(|folder| folder.join("config.toml"));
        let text = file.as_deref().map_or(Ok(None), disk::settings_bytes);
        let there = text.as_ref().map(Option::is_some).map_err(|error| io::Error::from(error.kind()));
        let (config, mut mistakes) =
            text.ok().flatten().map_or_else(Default::default, |bytes| Config::of_bytes(&bytes));
        let (bindings, of_keys) = bound(&config.keys);
        mistakes.extend(of_keys);
        mistakes.sort_by_key(|mistake| mistake.line);
        let names = config.offices.iter().map(|own| (own.office, own.en.clone(), own.id.clone()));
        findings::call_offices(names);
        Settings { config, bindings, file, there, mistakes }
    }

    fn name(&self) -> String {
        self.file.as_ref().map_or_else(String::new, |file| file.to_string_lossy().into_owned())
    }

    /// Why the file cannot be read, if it cannot.
    fn unread(&self, lang: Lang, name: &str) -> Option<String> {
        let why = lang.cannot_open(name, self.there.as_ref().err()?);
        let why = why.lines().next().unwrap_or_default();
        // Where it ends in a bracket, the sentence has no full stop of its own.
        let stop = if why.ends_with('.') { "" } else { "." };
        Some(format!("{why}{stop} {}", lang.say(&words::UNREAD)))
    }

    /// What is wrong, a line each.
    pub(crate) fn wrong(&self, lang: Lang) -> Vec<String> {
        let name = self.name();
        self.unread(lang, &name).into_iter().chain(self.mistakes.iter().map(|own| own.words(lang, &name))).collect()
    }

    /// Tells it on standard error.
    pub(crate) fn tell(&self, lang: Lang) {
        self.wrong(lang).iter().for_each(|line| narrate(line));
    }

    /// The first of it, and how many more, for a screen: the folder need not be read there.
    pub(crate) fn first(&self, lang: Lang) -> Option<String> {
        let name = self.file.as_ref()?.file_name()?.to_string_lossy();
        let first = self.unread(lang, &name).or_else(|| Some(self.mistakes.first()?.brief(lang, &name)))?;
        let more = self.mistakes.len().saturating_sub(1);
        let told = lang.fill(&words::MORE, &[&lang.count(more as u64)]);
        Some(if more == 0 { first } else { format!("{first}\n{told}") })
    }

    /// What opens where no roster is named.
    pub(crate) fn roster(&self, environment: &Environment) -> Option<PathBuf> {
        self.config.roster.as_ref().map(|own| self.path(&own.path, environment))
    }

    /// The folders of own templates, the usual one first.
    pub(crate) fn templates(&self, environment: &Environment) -> Vec<PathBuf> {
        let usual = environment.config.as_ref().map(|folder| folder.join("templates"));
        let own = self.config.templates.iter().map(|own| self.path(&own.path, environment));
        usual.into_iter().chain(own).collect()
    }

    /// What is set to open and does not lie there.
    fn missing(&self, environment: &Environment) -> Vec<Mistake> {
        let roster = self.config.roster.as_ref().filter(|own| !disk::exists(&self.path(&own.path, environment)));
        let roster = roster.map(|own| ("roster", own, What::NoFile(own.path.clone())));
        let folders = self.config.templates.iter();
        let folders = folders.filter(|own| !disk::is_folder(&self.path(&own.path, environment)));
        let folders = folders.map(|own| ("templates", own, What::NoFolder(own.path.clone())));
        let mistake = |(key, own, what): (&str, &Written, What)| Mistake { line: own.line, key: key.to_owned(), what };
        roster.into_iter().chain(folders).map(mistake).collect()
    }

    /// A message about a roster that does not lie where it is set: nobody has typed that name, so it says where it stands.
    pub(crate) fn with_reason(&self, message: String, environment: &Environment, lang: Lang) -> String {
        let set = self.roster(environment).map(|path| scrub(&path.to_string_lossy()).into_owned());
        let is_of_set = set.is_some_and(|path| message.starts_with(&path));
        match self.missing(environment).into_iter().find(|own| is_of_set && own.key == "roster") {
            Some(why) => format!("{message}\n{}", why.words(lang, &self.name())),
            None => message,
        }
    }

    /// A path as it is meant: from home, else from the folder in which the settings lie.
    fn path(&self, path: &str, environment: &Environment) -> PathBuf {
        let within = path.strip_prefix("~/").or((path == "~").then_some(""));
        if let (Some(within), Some(home)) = (within, &environment.home) {
            return home.join(within);
        }
        let folder = self.file.as_deref().and_then(Path::parent);
        folder.map_or_else(|| PathBuf::from(path), |folder| folder.join(path))
    }
}

/// Whether nobody was here before, as far as can be told: where there is no folder for settings nothing is remembered.
pub(crate) fn is_first_time(environment: &Environment) -> bool {
    environment.config.as_ref().is_none_or(|folder| !disk::exists(folder))
}

/// Remembers that somebody was here: the folder of the settings says so. A guest has none; and where it cannot be made,
/// the greeting comes again, and that is all.
pub(crate) fn remember(environment: &Environment, seen: bool) {
    let folder = environment.config.as_ref().filter(|folder| seen && !disk::exists(folder));
    let _ = folder.map(|folder| disk::make_folder(folder));
}

/// Writes all of them, with what each is for.
pub(crate) fn print(settings: &Settings, lang: Lang, out: &mut dyn Write) -> Result<u8, Failure> {
    settings.tell(lang);
    let name = if settings.file.is_some() { settings.name() } else { "config.toml".to_owned() };
    let text = settings.config.text(lang, &scrub(&name), &bindable(settings.bindings, lang));
    out.write_all(text.as_bytes())?;
    Ok(0)
}

/// Says whether they can be read.
pub(crate) fn check(
    settings: &Settings,
    environment: &Environment,
    lang: Lang,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    if settings.file.is_none() {
        return Err(Failure::Usage(lang.say(&words::NO_FOLDER).to_owned()));
    }
    let mut wrong = settings.wrong(lang);
    // Whoever opens it says so too, and everything else runs on: it is told here alone.
    let name = settings.name();
    wrong.extend(settings.missing(environment).iter().map(|own| own.words(lang, &name)));
    wrong.extend(own_templates(&settings.templates(environment), lang).1.into_iter().map(|(_, why)| why));
    for line in &wrong {
        writeln!(out, "{line}")?;
    }
    if !wrong.is_empty() {
        return Ok(2);
    }
    let phrase = if matches!(settings.there, Ok(true)) { &words::FINE } else { &words::NONE };
    writeln!(out, "{}", lang.fill(phrase, &[&scrub(&settings.name())]))?;
    Ok(0)
}
