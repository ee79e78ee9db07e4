//! Columns by their words: as the file and data formats call them, as the filter does in either language, and as they
//! are headed. Orders and lists of columns on a command line are read here.

use super::errors::without_numbers;
use super::value::{heading, heading_of_group, word_of_group};
use super::words::export as words;
use super::words::plain::IS_GROUPS;
use super::{Lang, Phrase};
use crate::figures::groups::order::GroupColumn;
use crate::roster::attribute::Attribute;
use crate::roster::filter::{Field, Tongue};
use crate::roster::order::{Column, Level, Order};
use crate::roster::text::fold;

/// A word as names are compared.
fn plain(word: &str) -> String {
    fold(word).replace(['/', '.'], " ").trim().to_owned()
}

/// The column that a word means. What the filter calls so comes first: `status` is the standing there, on the screen and
/// in every heading, though a file has a field of that name.
pub fn named(word: &str) -> Option<Attribute> {
    let plain_word = plain(word);
    let of_filter = || {
        let field = Field::named(word)?;
        Attribute::ALL.into_iter().find(|own| own.field() == Some(field))
    };
    let is_headed = |own: &Attribute| {
        let Phrase { en, id } = heading(*own);
        [en, id].iter().any(|head| plain(head) == plain_word)
    };
    // The occupation as the file has it is headed as the group is, which stands in every table.
    let headed = || Attribute::SHEET.into_iter().chain(Attribute::ALL).find(is_headed);
    of_filter().or_else(headed).or_else(|| Attribute::ALL.into_iter().find(|own| plain(own.code()) == plain_word))
}

/// What the words of a list of columns are wrong about.
fn no_such(lang: Lang, option: &str, word: &str, among: &[Attribute]) -> String {
    let words: Vec<&str> = among.iter().map(|own| lang.word(*own)).collect();
    let tongues = [Tongue::English, Tongue::Indonesian];
    let called = |own: Attribute| own.field().map(|field| tongues.map(|tongue| field.called(tongue)));
    let names = |own: Attribute| called(own).into_iter().flatten().chain([own.code()]);
    let wanted = plain(word);
    let slips = |own: &Attribute| {
        names(*own).map(|name| strsim::damerau_levenshtein(&wanted, &plain(name))).min().unwrap_or(usize::MAX)
    };
    let near = among.iter().min_by_key(|own| slips(own));
    let near = near.filter(|own| slips(own) <= (wanted.chars().count() / 2).min(3));
    // Whatever word it was near to, it is said in that of the list behind it.
    let near = near.map_or(String::new(), |own| lang.fill(&words::NEAREST, &[lang.word(*own)]));
    lang.fill(&words::NO_COLUMN, &[option, &without_numbers(word), &near, &words.join(", ")])
}

impl Lang {
    /// The word by which this language means a column.
    pub fn word(self, column: Attribute) -> &'static str {
        column.field().map_or(column.code(), |field| field.called(self.tongue()))
    }

    /// The columns that a text lists: `name,district,nik`.
    pub fn columns(self, text: &str) -> Result<Vec<Attribute>, String> {
        let words: Vec<&str> = text.split(',').map(str::trim).filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return Err(self.fill(&words::NO_COLUMNS, &["--columns", &self.all(&Attribute::SHEET)]));
        }
        let column = |word: &&str| named(word).ok_or_else(|| no_such(self, "--columns", word, &Attribute::SHEET));
        words.iter().map(column).collect()
    }

    /// The order that a text means: `district,-age`; by the columns that the table of the screen is sorted by.
    pub fn order(self, text: &str) -> Result<Order, String> {
        let column = |word: &str| {
            let column = named(word).filter(|own| Attribute::TABLE.contains(own));
            column.ok_or_else(|| no_such(self, "--sort", word, &Attribute::TABLE))
        };
        match self.levels(text, column)? {
            Order { first: None, .. } => Err(self.fill(&words::NO_COLUMNS, &["--sort", &self.all(&Attribute::TABLE)])),
            order => Ok(order),
        }
    }

    /// The order of the groups that a text means: `percent,-target`; by those columns, in the words of either language.
    /// No text is the order of the programme.
    pub fn order_of_groups(self, text: &str, among: &[GroupColumn]) -> Result<Order<GroupColumn>, String> {
        let column = |word: &str| {
            let wanted = plain(word);
            let is_meant = |own: &&GroupColumn| {
                let [head, name] = [heading_of_group(**own), word_of_group(**own)];
                [head.en, head.id, name.en, name.id, own.word()].iter().any(|own| plain(own) == wanted)
            };
            among.iter().find(is_meant).copied().ok_or_else(|| {
                let names: Vec<String> =
                    among.iter().map(|own| self.say(&word_of_group(*own)).to_lowercase()).collect();
                self.fill(&words::NO_COLUMN, &[self.say(&IS_GROUPS), &without_numbers(word), "", &names.join(", ")])
            })
        };
        self.levels(text, column)
    }

    /// An order of at most two columns, each as it is found by its word.
    fn levels<C: Copy>(self, text: &str, column: impl Fn(&str) -> Result<C, String>) -> Result<Order<C>, String> {
        let words = text.split(',').map(str::trim).filter(|word| !word.is_empty());
        let level = |word: &str| {
            let (descending, word) = word.strip_prefix('-').map_or((false, word), |word| (true, word.trim()));
            Ok(Level { column: column(word)?, descending })
        };
        let levels: Vec<Level<C>> = words.map(level).collect::<Result<_, String>>()?;
        match levels.as_slice() {
            [] => Ok(Order::default()),
            [first] => Ok(Order { first: Some(*first), second: None }),
            [first, second] => Ok(Order { first: Some(*first), second: Some(*second) }),
            _ => Err(self.say(&words::TWO_LEVELS).to_owned()),
        }
    }

    fn all(self, among: &[Attribute]) -> String {
        among.iter().map(|own| self.word(*own)).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_known_by_every_name_that_it_has() {
        for column in Attribute::SHEET {
            let Phrase { en, id } = heading(column);
            for word in [column.code(), Lang::En.word(column), Lang::Id.word(column), en, id, &en.to_uppercase()] {
                assert_eq!(named(word), Some(column), "{word}");
            }
        }
        for (word, column) in [
            ("status", Attribute::Standing),
            ("occupation", Attribute::Group),
            ("kecamatan", Attribute::District),
            ("status di berkas", Attribute::Status),
        ] {
            assert_eq!(named(word), Some(column), "{word}");
        }
        assert_eq!(named("colour"), None);
    }

    #[test]
    fn an_order_is_that_of_the_screen_in_words_of_either_language() {
        for (text, order) in [("usia", "age"), ("-age", "-age"), ("district,-Usia", "district,-age"), ("nama", "name")]
        {
            assert_eq!(Lang::En.order(text).map(|order| order.to_string()).as_deref(), Ok(order));
        }
        let wrong = |lang: Lang, text: &str| lang.order(text).err().unwrap_or_default();
        assert!(wrong(Lang::En, "agee").contains("no column agee (did you mean age?)"), "{}", wrong(Lang::En, "agee"));
        assert!(wrong(Lang::Id, "usai").contains("(maksudnya usia?)"), "{}", wrong(Lang::Id, "usai"));
        assert!(wrong(Lang::En, "usai").contains("(did you mean age?)"), "in the words of the list");
        assert!(wrong(Lang::En, "reason").contains("there are: name, group"), "no order of the screen");
        assert!(wrong(Lang::En, "name,age,group").contains("two"));
        assert!(wrong(Lang::En, "").contains("--sort"));
        let columns = Lang::En.columns("nik, Nama,birth_date");
        assert_eq!(columns, Ok(vec![Attribute::Nik, Attribute::Name, Attribute::Birth]));
        let long = Lang::En.columns("9671004203810001").err().unwrap_or_default();
        assert!(!long.contains("9671"), "{long}");
    }
}
