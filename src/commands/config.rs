//! The settings: read from where they lie, told what is wrong in them, printed and checked.

use super::{Failure, narrate};
use crate::capabilities::{Capabilities, Capability};
use crate::config::{Config, Mistake};
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
        let text = file.as_deref().map_or(Ok(None), disk::settings_text);
        let there = text.as_ref().map(Option::is_some).map_err(|error| io::Error::from(error.kind()));
        let (config, mut mistakes) = text.ok().flatten().map_or_else(Default::default, |text| Config::read(&text));
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
        Some(format!("{} {}", why.lines().next().unwrap_or_default(), lang.say(&words::UNREAD)))
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
        self.config.roster.as_deref().map(|path| self.path(path, environment))
    }

    /// The folders of own templates, the usual one first.
    pub(crate) fn templates(&self, environment: &Environment) -> Vec<PathBuf> {
        let usual = environment.config.as_ref().map(|folder| folder.join("templates"));
        let own = self.config.templates.iter().map(|path| self.path(path, environment));
        usual.into_iter().chain(own).collect()
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

/// Writes all of them, with what each is for.
pub(crate) fn print(settings: &Settings, lang: Lang, out: &mut dyn Write) -> Result<u8, Failure> {
    settings.tell(lang);
    let name = if settings.file.is_some() { settings.name() } else { "config.toml".to_owned() };
    let text = settings.config.text(lang, &scrub(&name), &bindable(settings.bindings, lang));
    out.write_all(text.as_bytes())?;
    Ok(0)
}

/// Says whether they can be read.
pub(crate) fn check(settings: &Settings, lang: Lang, out: &mut dyn Write) -> Result<u8, Failure> {
    if settings.file.is_none() {
        return Err(Failure::Usage(lang.say(&words::NO_FOLDER).to_owned()));
    }
    let wrong = settings.wrong(lang);
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
