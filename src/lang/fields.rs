//! The fields of the filter with an example each, as the language on types them: `--help`, the help of the screen and
//! the error for an unknown field show them from here.

use super::value::heading_of;
use super::{Lang, Phrase};
use crate::roster::filter::Field;

/// An example of a field's values; the field's name stands before it.
fn example(field: Field) -> Phrase {
    let (en, id) = match field {
        Field::Group => (":fishers", ":nelayan"),
        Field::Status => (":active,grace", ":aktif,tenggang"),
        Field::District => (":\"Sorong Timur\"", ":\"Sorong Timur\""),
        Field::Village => (":klawalu", ":klawalu"),
        Field::Sex => (":f", ":p"),
        Field::Segment => (":bpu", ":bpu"),
        Field::Age => (":18..29", ":18..29"),
        Field::Decile => (":1", ":1"),
        Field::Born => ("<1960", "<1960"),
        Field::Registered => (":2024-02", ":2024-02"),
        Field::Enrolled => (":none", ":kosong"),
        Field::Until => ("<=2024-08-31", "<=2024-08-31"),
        Field::Lapse => (":2024-09", ":2024-09"),
        Field::Finding => (":nik-duplicate", ":nik-duplicate"),
        Field::Name => (":siti", ":siti"),
        Field::Id => (":W0001", ":W0001"),
        Field::Nik => (":9671", ":9671"),
        Field::Kpj => (":2401", ":2401"),
        Field::Phone => (":0812", ":0812"),
        Field::Reason => (":none", ":kosong"),
    };
    Phrase { en, id }
}

/// A field as it is explained.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explained {
    /// Its name in the filter, in the language of the screen.
    pub code: &'static str,
    /// What it is.
    pub what: &'static str,
    /// How it is used.
    pub example: String,
    /// What else people call it, in both languages: to find it by.
    pub also: String,
}

impl Lang {
    /// A field in words.
    pub fn explained_field(self, field: Field) -> Explained {
        Explained {
            code: self.field(field),
            what: self.say(&heading_of(field)),
            example: self.field_example(field),
            also: field.other_words().collect::<Vec<&str>>().join(" "),
        }
    }

    /// A field with an example: `age:18..29`.
    pub fn field_example(self, field: Field) -> String {
        format!("{}{}", self.field(field), self.say(&example(field)))
    }

    /// All fields, two a line, each with an example and what it asks for.
    pub fn fields_of_filter(self) -> String {
        let fields: Vec<(String, &str)> =
            Field::ALL.iter().map(|(field, ..)| (self.field_example(*field), self.say(&heading_of(*field)))).collect();
        let wide = |cell: fn(&(String, &str)) -> usize| fields.iter().map(cell).max().unwrap_or(0);
        let (examples, headings) = (wide(|(example, _)| example.len()), wide(|(_, heading)| heading.chars().count()));
        let head = Phrase { en: "fields of the filter, with examples:", id: "isian filter, dengan contoh:" };
        let mut text = format!("{}\n", self.say(&head));
        for pair in fields.chunks(2) {
            let cell = |(example, heading): &(String, &str)| format!("{example:examples$}  {heading:headings$}");
            let line: Vec<String> = pair.iter().map(cell).collect();
            text += &format!("  {}\n", line.join("   ").trim_end());
        }
        text
    }
}
