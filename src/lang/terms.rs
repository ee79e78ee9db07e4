//! In which words a table tells of the roster file: the file's own codes, those of its reader's language, or both.

use super::{Lang, Phrase, words};
use crate::roster::Section;
use crate::roster::attribute::Attribute;

/// See the module.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Terms {
    /// The codes: for programs.
    Codes,
    /// Words: for an office, which has a list and no roster file.
    Words,
    /// Words with the codes behind them: whoever mends the file finds it and types it so. The codes are English, so
    /// that in English they stand alone.
    Both,
}

impl Terms {
    /// A word and the code for it.
    pub fn tell(self, lang: Lang, word: &str, code: &str) -> String {
        match self {
            Terms::Codes => code.to_owned(),
            Terms::Words => word.to_owned(),
            Terms::Both if lang == Lang::En || word.eq_ignore_ascii_case(code) => code.to_owned(),
            Terms::Both => format!("{word} ({code})"),
        }
    }
}

impl Lang {
    /// A field of a worker.
    pub fn worker_term(self, field: Attribute, terms: Terms) -> String {
        match field {
            // It is no field of the file, which has the birth date.
            Attribute::Age if terms == Terms::Both => self.within(field),
            // That it is the file's need not be said where there is no other.
            Attribute::Status => terms.tell(self, &self.say(&words::STATUS).to_lowercase(), field.code()),
            _ => terms.tell(self, &self.within(field), field.code()),
        }
    }

    /// A field of an element of a list.
    pub fn term(self, section: Section, code: &str, terms: Terms) -> String {
        let own = Attribute::ALL.into_iter().find(|own| section == Section::Workers && own.code() == code);
        match (own, field(code)) {
            (Some(own), _) => self.worker_term(own, terms),
            (None, Some(word)) => terms.tell(self, self.say(&word), code),
            (None, None) => code.to_owned(),
        }
    }

    /// A list of the file, as it names one of its elements: `payment 3`.
    pub fn section_term(self, section: Section, terms: Terms) -> String {
        terms.tell(self, self.say(&element(section)), section.code())
    }
}

/// A field that is of no worker; `None` where nobody but who keeps the file is told of it.
fn field(code: &str) -> Option<Phrase> {
    let (en, id) = match code {
        "amount" => ("amount", "jumlah"),
        "budget" => ("budget", "pagu"),
        "date" => ("date", "tanggal"),
        "fiscal_year" => ("fiscal year", "tahun anggaran"),
        "month" => ("month", "bulan"),
        "name" => ("name", "nama"),
        "paid_on" => ("date of payment", "tanggal bayar"),
        "payments" => ("payments", "pembayaran"),
        "reference" => ("reference", "nomor bukti"),
        "target" => ("target", "target"),
        "through" => ("last month", "bulan terakhir"),
        "worker" => ("worker", "pekerja"),
        "workers" => ("workers", "jumlah pekerja"),
        _ => return None,
    };
    Some(Phrase { en, id })
}

/// One element of a list.
fn element(section: Section) -> Phrase {
    match section {
        Section::Workers => Phrase { en: "worker", id: "pekerja" },
        Section::Payments => Phrase { en: "payment", id: "pembayaran" },
        Section::Plan => Phrase { en: "step of the plan", id: "rencana" },
        Section::Claims => Phrase { en: "claim", id: "klaim" },
        Section::Districts => Phrase { en: "district", id: "distrik" },
        Section::History => Phrase { en: "earlier year", id: "tahun sebelumnya" },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_stands_behind_the_word_where_the_file_is_mended_and_nowhere_else() {
        let told = |lang: Lang, terms| {
            let own = [Attribute::Birth, Attribute::Nik, Attribute::Age].map(|own| lang.worker_term(own, terms));
            own.join("; ") + "; " + &lang.section_term(Section::Payments, terms)
        };
        for (lang, terms, text) in [
            (Lang::Id, Terms::Codes, "birth_date; nik; age; payments"),
            (Lang::Id, Terms::Words, "tanggal lahir; NIK; usia; pembayaran"),
            (Lang::Id, Terms::Both, "tanggal lahir (birth_date); nik; usia; pembayaran (payments)"),
            (Lang::En, Terms::Words, "birth date; NIK; age; payment"),
            (Lang::En, Terms::Both, "birth_date; nik; age; payments"),
        ] {
            assert_eq!(told(lang, terms), text);
        }
    }
}
