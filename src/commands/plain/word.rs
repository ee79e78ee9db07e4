//! The words of the dialogue: one table, from which each is found, helped with and, where a login may not, absent.

use crate::capabilities::{Capabilities, Capability};
use crate::lang::words::plain as words;
use crate::lang::{Lang, Phrase};
use crate::report::Part;
use crate::roster::text::fold;

/// What is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the table says what they do")]
pub enum Do {
    Help,
    Tell(Part),
    Workers,
    More,
    Worker,
    Filter,
    Clear,
    Undo,
    Sort,
    WhatIf,
    Since,
    Export,
    Report,
    Save,
    View,
    Forget,
    Reveal,
    Mask,
    Language,
    Reload,
    Quit,
}

impl Do {
    /// Whether anything may stand behind the word. Where nothing may, what stands there was meant, and is not passed over.
    pub fn takes(self) -> bool {
        match self {
            Do::Tell(part) => matches!(part, Part::Groups | Part::Checks),
            Do::Workers | Do::More | Do::Clear | Do::Undo | Do::Reveal | Do::Mask | Do::Reload | Do::Quit => false,
            Do::Help | Do::Worker | Do::Filter | Do::Sort | Do::WhatIf | Do::Since | Do::Export | Do::Report => true,
            Do::Save | Do::View | Do::Forget | Do::Language => true,
        }
    }

    /// Its word.
    pub fn name(self, lang: Lang) -> &'static str {
        WORDS.iter().find(|word| word.does == self).map_or("", |word| lang.say(&word.name))
    }
}

/// A row of the table.
pub struct Word {
    /// What it does.
    pub does: Do,
    /// What is written, in English and Indonesian.
    pub name: Phrase,
    /// What it does, in words.
    pub help: Phrase,
    /// What a login must be allowed.
    needs: Option<Capability>,
}

const fn word(does: Do, name: Phrase, help: Phrase) -> Word {
    Word { does, name, help, needs: None }
}

const fn guarded(needs: Capability, does: Do, name: Phrase, help: Phrase) -> Word {
    Word { does, name, help, needs: Some(needs) }
}

/// Every command, in the order of the help.
pub const WORDS: [Word; 32] = [
    word(Do::Help, words::IS_HELP, words::DO_HELP),
    word(Do::Tell(Part::Overview), words::IS_OVERVIEW, words::DO_OVERVIEW),
    word(Do::Tell(Part::Groups), words::IS_GROUPS, words::DO_GROUPS),
    word(Do::Tell(Part::Enrollment), words::IS_ENROLLMENT, words::DO_ENROLLMENT),
    word(Do::Tell(Part::Districts), words::IS_DISTRICTS, words::DO_DISTRICTS),
    word(Do::Tell(Part::Who), words::IS_WHO, words::DO_WHO),
    word(Do::Tell(Part::Budget), words::IS_BUDGET, words::DO_BUDGET),
    word(Do::Tell(Part::Runway), words::IS_RUNWAY, words::DO_RUNWAY),
    word(Do::Tell(Part::Payments), words::IS_PAYMENTS, words::DO_PAYMENTS),
    word(Do::Tell(Part::Ways), words::IS_WAYS, words::DO_WAYS),
    word(Do::Tell(Part::Lapses), words::IS_ENDS, words::DO_ENDS),
    word(Do::Tell(Part::Checks), words::IS_CHECKS, words::DO_CHECKS),
    word(Do::Workers, words::IS_WORKERS, words::DO_WORKERS),
    word(Do::More, words::IS_MORE, words::DO_MORE),
    word(Do::Worker, words::IS_WORKER, words::DO_WORKER),
    word(Do::Filter, words::IS_FILTER, words::DO_FILTER),
    word(Do::Clear, words::IS_CLEAR, words::DO_CLEAR),
    word(Do::Undo, words::IS_UNDO, words::DO_UNDO),
    word(Do::Sort, words::IS_SORT, words::DO_SORT),
    word(Do::WhatIf, words::IS_WHATIF, words::DO_WHATIF),
    guarded(Capability::Open, Do::Since, words::IS_SINCE, words::DO_SINCE),
    guarded(Capability::Compare, Do::Tell(Part::Since), words::IS_CHANGES, words::DO_CHANGES),
    guarded(Capability::Export, Do::Export, words::IS_EXPORT, words::DO_EXPORT),
    guarded(Capability::Export, Do::Report, words::IS_REPORT, words::DO_REPORT),
    guarded(Capability::Export, Do::Save, words::IS_SAVE, words::DO_SAVE),
    guarded(Capability::Export, Do::View, words::IS_VIEW, words::DO_VIEW),
    guarded(Capability::Export, Do::Forget, words::IS_FORGET, words::DO_FORGET),
    guarded(Capability::Reveal, Do::Reveal, words::IS_REVEAL, words::DO_REVEAL),
    guarded(Capability::Reveal, Do::Mask, words::IS_MASK, words::DO_MASK),
    word(Do::Language, words::IS_LANGUAGE, words::DO_LANGUAGE),
    word(Do::Reload, words::IS_RELOAD, words::DO_RELOAD),
    word(Do::Quit, words::IS_QUIT, words::DO_QUIT),
];

/// The commands of a login.
pub fn of(may: Capabilities) -> impl Iterator<Item = &'static Word> {
    WORDS.iter().filter(move |word| word.needs.is_none_or(|needs| may.allow(needs)))
}

/// Why a word is no command.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unclear {
    /// It begins several.
    Several(Vec<&'static str>),
    /// It begins none; this is the nearest, if one is near.
    Unknown(Option<&'static str>),
}

/// The command that a word names: wholly in either language, else by its first letters, in the language that is on before
/// the other.
pub fn find(text: &str, may: Capabilities, lang: Lang) -> Result<Do, Unclear> {
    let typed = fold(text);
    let names = |word: &Word| [lang, lang.other()].map(|lang| lang.say(&word.name));
    if let Some(word) = of(may).find(|word| names(word).contains(&typed.as_str())) {
        return Ok(word.does);
    }
    for place in 0..2 {
        let begun: Vec<&Word> = of(may).filter(|word| names(word)[place].starts_with(&typed)).collect();
        match begun.as_slice() {
            [] => {}
            [word] => return Ok(word.does),
            several => return Err(Unclear::Several(several.iter().map(|word| names(word)[place]).collect())),
        }
    }
    // Beyond a slip or two nothing was meant.
    let slips = |name: &&str| strsim::damerau_levenshtein(&typed, name);
    let near = of(may).map(|word| lang.say(&word.name)).filter(|name| slips(name) <= 2);
    Err(Unclear::Unknown(near.min_by_key(slips)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_word_stands_for_two_commands_in_either_language() {
        let mut seen = BTreeSet::new();
        for word in &WORDS {
            let own: BTreeSet<&str> = [word.name.en, word.name.id].into();
            for name in own {
                assert!(seen.insert(name), "{name}");
            }
        }
    }

    #[test]
    fn a_word_is_found_by_its_first_letters_and_a_slip_is_told() {
        let find = |text, lang| find(text, Capabilities::ALL, lang);
        assert_eq!(find("gr", Lang::En), Ok(Do::Tell(Part::Groups)));
        assert_eq!(find("KELOMPOK", Lang::En), Ok(Do::Tell(Part::Groups)));
        assert_eq!(find("worker", Lang::En), Ok(Do::Worker), "a whole word is not the beginning of another");
        assert_eq!(find("wo", Lang::En), Err(Unclear::Several(vec!["workers", "worker"])));
        assert_eq!(find("bugdet", Lang::En), Err(Unclear::Unknown(Some("budget"))));
    }

    #[test]
    fn what_a_login_may_not_is_no_word() {
        for (name, there) in [("export", false), ("reveal", false), ("since", false), ("save", false), ("groups", true)]
        {
            assert_eq!(find(name, Capabilities::GUEST, Lang::En).is_ok(), there, "{name}");
        }
    }
}
