//! What the fields of the language are called, in both languages and in other words, and the text of a filter in one
//! of them. A model knows no screen; that its text has two tongues is a fact of the language itself (design.md §4).

use super::{Comparison, Field, Filter, Scalar, Value};
use crate::roster::finding::Severity;
use crate::roster::text::fold;
use crate::roster::worker::{Sex, Standing};
use std::fmt;

/// In which words a filter is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tongue {
    /// `status:active`, which data formats and saved texts use.
    #[default]
    English,
    /// `status:aktif`.
    Indonesian,
}

/// Other names that a field is understood by.
const ALIASES: [(&str, Field); 5] = [
    ("occupation", Field::Group),
    ("standing", Field::Status),
    ("kecamatan", Field::District),
    ("gender", Field::Sex),
    ("gugur", Field::Lapse),
];

/// Words that people type for a field and that are no name of it: each with the names that it may mean. A word that
/// could be two things is a question, and so is one that the table of the language does not list.
const MEANT: [(&[&str], &[&str]); 19] = [
    (&["pekerjaan", "profesi", "jenis_pekerjaan", "okupasi"], &["kelompok", "group"]),
    (&["job", "work", "profession", "groups", "occupations", "trade"], &["group", "kelompok"]),
    (&["kondisi", "keadaan", "state", "state_of", "stand"], &["status"]),
    (&["wilayah", "lokasi", "alamat", "daerah", "tempat"], &["distrik", "kelurahan"]),
    (&["region", "area", "place", "location", "address"], &["district", "village"]),
    (&["kec", "districts", "subdistrict", "sub_district"], &["district", "distrik"]),
    (&["desa", "kampung", "kel", "dusun", "kelurahan_desa", "desa_kelurahan"], &["kelurahan", "village"]),
    (&["villages", "ward", "neighbourhood"], &["village", "kelurahan"]),
    (&["kelamin", "jenis_kelamin", "jns_kelamin", "l_p", "lp"], &["jk", "sex"]),
    (&["umur", "years", "ages"], &["usia", "age"]),
    (&["tanggal_lahir", "tgl_lahir", "ttl", "kelahiran", "birth_date", "birth", "birthday", "dob"], &["lahir", "born"]),
    (&["terdata", "tanggal_didata", "tgl_didata", "pendataan", "listed"], &["didata", "registered"]),
    (&["didaftarkan", "tanggal_didaftarkan", "tanggal_daftar", "tgl_daftar", "enrolment"], &["terdaftar", "enrolled"]),
    (&["terlindungi", "berlaku", "masa_berlaku", "protected", "s_d"], &["sampai", "until"]),
    (&["lapses", "lapsed", "habis", "kedaluwarsa", "expires", "ends"], &["berakhir", "lapse"]),
    (&["masalah", "pemeriksaan", "aturan", "check", "checks", "rule", "findings", "error"], &["temuan", "finding"]),
    (
        &["hp", "no_hp", "telp", "telpon", "handphone", "ponsel", "wa", "whatsapp", "tel", "mobile"],
        &["telepon", "phone"],
    ),
    (&["sebab", "keterangan", "ket", "catatan", "why", "note", "remark"], &["alasan", "reason"]),
    (&["ktp", "no_ktp", "nomor_ktp", "no_nik", "nomor_induk"], &["nik"]),
];

/// A word as names are compared: `Tanggal-Lahir` is `tanggal_lahir`.
fn plain(word: &str) -> String {
    fold(word).trim().replace([' ', '-', '/', '.'], "_")
}

impl Field {
    /// The field of that name, in either language or by another name of it.
    pub fn named(word: &str) -> Option<Field> {
        let word = plain(word);
        let own = Field::ALL.into_iter().find(|(_, en, id)| word == *en || word == *id).map(|(field, ..)| field);
        own.or_else(|| ALIASES.iter().find(|(alias, _)| *alias == word).map(|(_, field)| *field))
    }

    /// The names that a word may mean which is none itself.
    pub(in crate::roster) fn meant_by(word: &str) -> Vec<&'static str> {
        let word = plain(word);
        // The file's own names end in what they are.
        let word = ["_until", "_on"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(&word);
        let meant = MEANT.iter().find(|(words, _)| words.contains(&word));
        meant.map_or(Vec::new(), |(_, names)| names.to_vec())
    }

    /// What else people call it, in both languages.
    pub fn other_words(self) -> impl Iterator<Item = &'static str> {
        let own = self.called(Tongue::English);
        let meant = MEANT.iter().filter(move |(_, names)| names.contains(&own)).flat_map(|(words, _)| *words);
        let aliases = ALIASES.iter().filter(move |(_, field)| *field == self).map(|(alias, _)| alias);
        meant.chain(aliases).copied()
    }

    /// Its name in a tongue.
    pub fn called(self, tongue: Tongue) -> &'static str {
        let names = Field::ALL.iter().find(|(field, ..)| *field == self);
        names.map_or("", |(_, en, id)| if tongue == Tongue::English { en } else { id })
    }
}

/// The Indonesian name of a standing, as one word.
fn standing_id(standing: Standing) -> &'static str {
    match standing {
        Standing::Proposed => "diusulkan",
        Standing::Verified => "terverifikasi",
        Standing::Active => "aktif",
        Standing::Grace => "tenggang",
        Standing::Inactive => "nonaktif",
        Standing::Rejected => "ditolak",
    }
}

impl Value {
    /// Its text in a tongue: what the language reads as this value.
    pub fn written(&self, tongue: Tongue) -> String {
        if tongue == Tongue::Indonesian {
            match self {
                Value::Standing(standing) => return standing_id(*standing).to_owned(),
                Value::Sex(Sex::Female) => return "perempuan".to_owned(),
                Value::Sex(Sex::Male) => return "laki-laki".to_owned(),
                Value::Severity(Severity::Error) => return "kesalahan".to_owned(),
                Value::Severity(Severity::Warning) => return "peringatan".to_owned(),
                Value::Severity(Severity::Note) => return "catatan".to_owned(),
                Value::None => return "kosong".to_owned(),
                Value::Any => return "terisi".to_owned(),
                _ => {}
            }
        }
        self.to_string()
    }
}

impl Value {
    /// What a word means in every field: that nothing stands there, or something does.
    pub(crate) fn word(text: &str) -> Option<Value> {
        match text.to_ascii_lowercase().as_str() {
            "none" | "kosong" => Some(Value::None),
            "any" | "terisi" => Some(Value::Any),
            _ => None,
        }
    }
}

impl Filter {
    /// The text that means this filter, in a tongue.
    pub fn written(&self, tongue: Tongue) -> String {
        Written(self, tongue).to_string()
    }
}

struct Written<'a>(&'a Filter, Tongue);

impl fmt::Display for Filter {
    /// The text that means this filter.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Written(self, Tongue::English), f)
    }
}

impl fmt::Display for Written<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Written(filter, tongue) = *self;
        let join = |f: &mut fmt::Formatter<'_>, parts: &[Filter], between: &str| {
            for (place, part) in parts.iter().enumerate() {
                f.write_str(if place == 0 { "" } else { between })?;
                let written = Written(part, tongue);
                match part {
                    Filter::Any(_) | Filter::All(_) => write!(f, "({written})")?,
                    _ => write!(f, "{written}")?,
                }
            }
            Ok(())
        };
        match filter {
            Filter::All(parts) => join(f, parts, " "),
            Filter::Any(parts) => join(f, parts, " or "),
            Filter::Not(part) => match **part {
                Filter::All(_) | Filter::Any(_) => write!(f, "-({})", Written(part, tongue)),
                _ => write!(f, "-{}", Written(part, tongue)),
            },
            Filter::Text(part) => f.write_str(&quoted_text(part)),
            Filter::Has(field, values) => {
                write!(f, "{}:", field.called(tongue))?;
                for (place, value) in values.iter().enumerate() {
                    write!(f, "{}{}", if place == 0 { "" } else { "," }, value.written(tongue))?;
                }
                Ok(())
            }
            Filter::Is(field, comparison, scalar) => {
                write!(f, "{}{}{scalar}", field.called(tongue), Comparison::code(*comparison))
            }
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let open = |scalar: &Option<Scalar>| scalar.map(|scalar| scalar.to_string()).unwrap_or_default();
        match self {
            Value::None => f.write_str("none"),
            Value::Any => f.write_str("any"),
            Value::Name(name) => f.write_str(&quoted_value(name)),
            Value::Standing(standing) => f.write_str(standing.code()),
            Value::Sex(sex) => f.write_str(if *sex == Sex::Female { "female" } else { "male" }),
            Value::Segment(segment) => f.write_str(&segment.code().to_lowercase()),
            Value::Rule(rule) => f.write_str(rule.code()),
            Value::Severity(severity) => f.write_str(severity.code()),
            Value::Scalar(scalar) => write!(f, "{scalar}"),
            Value::Range(from, to) => write!(f, "{}..{}", open(from), open(to)),
        }
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn quoted_text(text: &str) -> String {
    let word = ["and", "or", "not"].iter().any(|word| text.eq_ignore_ascii_case(word));
    let special = |c: char| c.is_whitespace() || matches!(c, '"' | '(' | ')' | ':' | '<' | '>' | '=');
    match text.is_empty() || word || text.starts_with('-') || text.contains(special) {
        true => quoted(text),
        false => text.to_owned(),
    }
}

fn quoted_value(text: &str) -> String {
    let special = |c: char| c.is_whitespace() || matches!(c, '"' | '(' | ')' | ',');
    match text.is_empty() || Value::word(text).is_some() || text.contains("..") || text.contains(special) {
        true => quoted(text),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_that_may_be_meant_leads_to_a_field_and_is_no_name_itself() {
        for (words, names) in MEANT {
            for word in words {
                assert_eq!(Field::named(word), None, "{word} is a name");
            }
            for name in names {
                assert!(Field::ALL.iter().any(|(_, en, id)| name == en || name == id), "{name} is no field's name");
            }
        }
        for (alias, field) in ALIASES {
            assert_eq!(Field::named(alias), Some(field));
            assert!(Field::meant_by(alias).is_empty(), "{alias}");
        }
        assert_eq!(Field::meant_by("Tanggal-Lahir"), ["lahir", "born"]);
        assert_eq!(Field::meant_by("wilayah"), ["distrik", "kelurahan"]);
    }

    #[test]
    fn a_filter_is_written_in_either_tongue() {
        let filter = Filter::All(vec![
            Filter::Has(Field::Status, vec![Value::Standing(Standing::Grace)]),
            Filter::Not(Box::new(Filter::Has(Field::Sex, vec![Value::Sex(Sex::Male)]))),
            Filter::Is(Field::Age, Comparison::GreaterOrEqual, Scalar::Number(60)),
        ]);
        assert_eq!(filter.written(Tongue::Indonesian), "status:tenggang -jk:laki-laki usia>=60");
        assert_eq!(filter.written(Tongue::English), "status:grace -sex:male age>=60");
        let severities = Severity::ALL.map(Value::Severity);
        assert_eq!(
            severities.clone().map(|own| own.written(Tongue::Indonesian)),
            ["kesalahan", "peringatan", "catatan"]
        );
        assert_eq!(severities.map(|own| own.written(Tongue::English)), ["error", "warning", "note"]);
    }
}
