//! What a person has set: the text of `config.toml`, [`Config`], and what is wrong in it. It knows nothing of where the
//! text lies. A key that cannot be read is a [`Mistake`] and holds its default: whoever slips in one line still has a
//! dashboard.
//!
//! An option of the command line wins over the environment, and that over what is set here.

mod colors;
mod mistake;
mod read;
mod text;

pub use colors::Colors;
pub use mistake::{Held, Kind, Mistake, Place, What};
pub use text::Bindable;

use crate::lang::Lang;
use crate::lang::glyphs::Glyphs;
use crate::roster::finding::Office;

/// What is set; `None` and nothing in a list is the default.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Config {
    /// The language.
    pub language: Option<Lang>,
    /// The colours.
    pub theme: Option<Colors>,
    /// Whether there are colours.
    pub color: Option<bool>,
    /// The characters.
    pub glyphs: Option<Glyphs>,
    /// Whether the mouse is taken.
    pub mouse: Option<bool>,
    /// What opens where no roster is named, as it is written.
    pub roster: Option<Written>,
    /// Folders of own templates, as they are written.
    pub templates: Vec<Written>,
    /// So many days before the end of grace protection ends soon.
    pub ends_soon: Option<u64>,
    /// What offices are called.
    pub offices: Vec<OfficeName>,
    /// Which keys actions have.
    pub keys: Vec<Wanted>,
}

/// A path as it is written, and the line that says so: whether anything lies there, whoever opens it knows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    /// The path.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
}

/// What an office is called, in each language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OfficeName {
    /// Which.
    pub office: Office,
    /// In English.
    pub en: String,
    /// In Indonesian.
    pub id: String,
}

/// That an action is to have these keys. Which actions and keys there are, the table of keys knows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// The action's name.
    pub action: String,
    /// Its keys; `None` where what stands there is no list of texts.
    pub keys: Option<Vec<String>>,
    /// The line that says so.
    pub line: usize,
}

/// The keys of the file, outside its tables.
const KEYS: [&str; 10] =
    ["language", "theme", "color", "glyphs", "mouse", "roster", "templates", "thresholds", "offices", "keys"];

/// The only key of `[thresholds]`.
const ENDS_SOON: &str = "ends_soon_days";

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = r#"
        language = "id"
        theme = "light"
        color = false
        glyphs = "console"
        mouse = false
        roster = "~/daftar \"baru\".json"
        templates = ["~/templat", 'a\b']
        [thresholds]
        ends_soon_days = 45
        [offices]
        district = "Kantor Distrik Kota Sorong"
        bpjs = { en = "BPJS, Sorong branch", id = "BPJS Cabang Sorong" }
        [keys]
        export = ["x", "ctrl-e"]
        sort = []
    "#;

    /// Where it was written does not matter.
    fn same(mut config: Config) -> Config {
        config.keys.iter_mut().for_each(|wanted| wanted.line = 0);
        config.roster.iter_mut().chain(&mut config.templates).for_each(|written| written.line = 0);
        config
    }

    #[test]
    fn what_is_printed_is_read_back_as_the_same() {
        let keys = ["export", "filter", "sort"].map(|name| Bindable {
            name,
            keys: if name == "export" { vec!["x".to_owned(), "ctrl-e".to_owned()] } else { Vec::new() },
            what: name.to_owned(),
        });
        for text in ["", WHOLE] {
            let (config, mistakes) = Config::read(text);
            assert_eq!(mistakes, []);
            for lang in [Lang::En, Lang::Id] {
                let printed = config.text(lang, "config.toml", &keys);
                let (again, mistakes) = Config::read(&printed);
                assert_eq!((same(again), mistakes), (same(config.clone()), Vec::new()), "{printed}");
            }
        }
    }

    #[test]
    fn the_defaults_that_are_printed_are_settings_too() {
        let printed = Config::default().text(Lang::En, "config.toml", &[]);
        let set: Vec<&str> = printed.lines().filter_map(|line| line.strip_prefix("# ")).collect();
        let set: Vec<&str> = set.into_iter().filter(|line| line.split(' ').nth(1) == Some("=")).collect();
        assert!(set.len() >= 8, "{printed}");
        for line in set {
            let head = printed.split(line).next().and_then(|head| head.lines().rfind(|line| line.starts_with('[')));
            let (_, mistakes) = Config::read(&format!("{}\n{line}", head.unwrap_or_default()));
            assert_eq!(mistakes, [], "{line}");
        }
    }

    #[test]
    fn a_mistake_names_file_line_key_and_the_nearest_word_and_the_rest_holds() {
        for (text, said) in [
            ("theem = \"light\"", "c.toml:1: theem: no key theem (did you mean theme?); there are: "),
            ("\ntheme = \"lihgt\"", "c.toml:2: theme: theme has no lihgt (did you mean light?); there are: terminal,"),
            ("language = 5", "c.toml:1: language: language has no 5; there are: en, id"),
            ("color = \"no\"", "c.toml:1: color: color takes true or false"),
            ("thresholds = 3", "c.toml:1: thresholds: thresholds takes keys of its own below [thresholds]"),
            ("[thresholds]\nends_soon_days = 0", "c.toml:2: thresholds.ends_soon_days: "),
            ("[thresholds]\nend_soon = 3", "c.toml:2: thresholds.end_soon: no key end_soon; there are: ends_soon_days"),
            ("[offices]\nbjps = \"x\"", "c.toml:2: offices.bjps: no key bjps (did you mean bpjs?); there are: "),
            ("[offices]\nbpjs = \" \"", "c.toml:2: offices.bpjs: bpjs takes a name of at most 60 characters, or "),
            ("[offices]\nbpjs = \"dukcapil\"", "c.toml:2: offices.bpjs: dukcapil is called so already"),
            ("\n[offices]\nbpjs = \"B\"\nbpjs = \"C\"", "c.toml:4: offices.bpjs: stands twice; the first holds"),
            ("[offices]\n[keys]\n[offices]", "c.toml:3: offices: stands twice; the first holds"),
            ("mouse = false\nmouse = true", "c.toml:2: mouse: stands twice; the first holds"),
            ("templates = \"a\"", "c.toml:1: templates: templates takes a list of texts"),
            ("roster = \"\"", "c.toml:1: roster: roster takes a path"),
            ("a b", "c.toml:1: no TOML: "),
            ("\"the\\u001bme\" = 1", "c.toml:1: the�me: no key the�me"),
        ] {
            let (config, mistakes) = Config::read(&format!("{text}\n"));
            let first = mistakes.first().map(|mistake| mistake.words(Lang::En, "c.toml")).unwrap_or_default();
            assert!(first.starts_with(said), "{text:?}: {first}");
            let first_holds = said.contains("twice");
            assert_eq!(config != Config::default(), first_holds && !text.starts_with("[offices]"), "{text:?}");
        }
        let (config, mistakes) = Config::read("theme = \"lite\"\nmouse = false\n= 3\ncolor = false\n");
        assert_eq!((config.mouse, config.theme), (Some(false), None));
        assert_eq!(mistakes.iter().map(|mistake| mistake.line).collect::<Vec<_>>(), [1, 3]);
    }
}
