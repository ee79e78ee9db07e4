//! What went wrong, in words: where, what was found (its kind, never a value), what was expected, how to mend it.

use super::{Lang, Phrase};
use crate::roster::filter::{Field, Filter, Value};
use crate::roster::finding::Severity;
use crate::roster::json::{Alien, Fault, LONGEST, Lack, LoadError, LoadErrorKind, SCHEMA};
use crate::roster::looks::Look;
use crate::roster::query::{QueryError, QueryErrorKind};
use crate::roster::worker::{Sex, Standing};
use crate::roster::{Expected, Kind, Limit, Reason, SetAside, YEARS};
use rustix::io::Errno;

use super::measure::short;
use super::scrub::scrub;

macro_rules! phrase {
    ($en:literal / $id:literal) => {
        Phrase { en: $en, id: $id }
    };
}

/// What a name leads to that is no regular file.
pub const DIRECTORY: Phrase = phrase!("a folder" / "folder");
/// See [`DIRECTORY`].
pub const PIPE: Phrase = phrase!("a pipe" / "pipa (pipe)");
/// See [`DIRECTORY`].
pub const DEVICE: Phrase = phrase!("a device" / "perangkat");
/// See [`DIRECTORY`].
pub const SOCKET: Phrase = phrase!("a socket" / "soket");
/// What to do with it.
pub const TO_NAME_IN_IT: Phrase = phrase!("Name the roster file in it." / "Sebutkan berkas daftar di dalamnya.");
/// See [`TO_NAME_IN_IT`].
pub const TO_PIPE: Phrase = phrase!(
    "Only files are read by name; standard input is -, as in `cat {0} | lindungi status -`."
        / "Hanya berkas yang dibaca menurut namanya; masukan standar adalah -, misalnya `cat {0} | lindungi status -`."
);
/// See [`TO_NAME_IN_IT`].
pub const TO_COPY: Phrase = phrase!(
    "Save what it holds as a file and name that, or give it on standard input, which is -."
        / "Simpan isinya sebagai berkas dan sebutkan berkas itu, atau berikan lewat masukan standar, yaitu -."
);

/// What a file looks like that is no JSON.
pub const ZIP: Phrase = phrase!("a ZIP archive" / "arsip ZIP");
/// See [`ZIP`].
pub const XLSX: Phrase = phrase!("an Excel workbook (.xlsx)" / "berkas Excel (.xlsx)");
/// See [`ZIP`].
pub const ODS: Phrase = phrase!("a LibreOffice document" / "dokumen LibreOffice");
/// See [`ZIP`].
pub const XZ: Phrase = phrase!("an xz file" / "berkas xz");
/// See [`ZIP`].
pub const BZIP2: Phrase = phrase!("a bzip2 file" / "berkas bzip2");
/// See [`ZIP`].
pub const SEVEN_ZIP: Phrase = phrase!("a 7-Zip archive" / "arsip 7-Zip");
/// See [`ZIP`].
pub const RAR: Phrase = phrase!("a RAR archive" / "arsip RAR");
/// See [`ZIP`].
pub const SQLITE: Phrase = phrase!("a SQLite database" / "basis data SQLite");
/// See [`ZIP`].
pub const IMAGE: Phrase = phrase!("a picture" / "gambar");
/// See [`ZIP`].
pub const XLS: Phrase = phrase!("an old Excel workbook (.xls)" / "berkas Excel lama (.xls)");
/// See [`ZIP`].
pub const PDF: Phrase = phrase!("a PDF" / "PDF");
/// See [`ZIP`].
pub const GZIP: Phrase = phrase!("gzip" / "gzip");
/// See [`ZIP`].
pub const ZSTD: Phrase = phrase!("zstandard" / "zstandard");
/// What to do with a compressed file of another name.
pub const TO_RENAME: Phrase = phrase!(
    "Name it as what it is (.json.gz, .json.zst), then it is read."
        / "Beri nama sesuai isinya (.json.gz, .json.zst), lalu dapat dibaca."
);
/// What to do with what holds no table.
pub const TO_WRITE_JSON: Phrase = phrase!(
    "A roster is JSON of format lindungi/roster/1; `lindungi demo` writes an example."
        / "Daftar adalah JSON berformat lindungi/roster/1; `lindungi demo` menulis contohnya."
);
/// What to do with a spreadsheet.
pub const TO_CONVERT: Phrase = phrase!(
    "A table is no roster yet: write its rows as JSON of format lindungi/roster/1; `lindungi demo --workers 5` shows one."
        / "Tabel belum menjadi daftar: tulis barisnya sebagai JSON berformat lindungi/roster/1; contoh: `lindungi demo --workers 5`."
);
/// What to do with a list that `import` reads.
pub const TO_IMPORT: Phrase = phrase!(
    "It is an office's list: `lindungi import LIST` makes a roster of it, `lindungi LIST` shows it."
        / "Ini daftar instansi: `lindungi import DAFTAR` menjadikannya daftar lindungi, `lindungi DAFTAR` menampilkannya."
);
/// What to do with a list of an older form.
pub const TO_SAVE: Phrase = phrase!(
    "Save it as .xlsx in a spreadsheet; then `lindungi import LIST` makes a roster of it."
        / "Simpan sebagai .xlsx; lalu `lindungi import DAFTAR` menjadikannya daftar lindungi."
);
/// What to do with an archive.
pub const TO_UNPACK: Phrase = phrase!(
    "Unpack it and name the JSON file in it; packed, only .json.gz and .json.zst are read."
        / "Buka arsipnya dan sebutkan berkas JSON di dalamnya; yang terkompresi hanya .json.gz dan .json.zst yang terbaca."
);

/// Slides where nothing can be drawn, at a pipe or at a terminal that only writes lines.
pub const SLIDES_NEED_SCREEN: Phrase = phrase!(
    "slides need a terminal with a screen; `lindungi --plain` tells the same in lines, `lindungi report` writes a page for whoever has none"
        / "paparan memerlukan terminal berlayar; `lindungi --plain` menyebut yang sama dalam baris, `lindungi report` menulis halaman bagi yang tidak punya"
);
/// The preview of an office's list there.
pub const LIST_NEEDS_SCREEN: Phrase = phrase!(
    "a list is shown on a terminal with a screen; `lindungi import LIST` tells the same in lines"
        / "daftar instansi ditampilkan di terminal berlayar; `lindungi import DAFTAR` menyebut yang sama dalam baris"
);
/// A command or an option that a shared login does not have.
pub const NOT_FOR_GUESTS: Phrase = phrase!(
    "{0}: not for this login, which shows one roster; `status` and the dashboard are"
        / "{0}: tidak ada pada login ini, yang menampilkan satu daftar; yang ada `status` dan dasbor"
);
/// A shared login was left alone.
pub const IDLE: Phrase =
    phrase!("nobody pressed a key for {0} minutes: closed" / "tidak ada tombol ditekan selama {0} menit: ditutup");
/// The dashboard cannot start, and why.
pub const CANNOT_START: Phrase = phrase!(
    "the dashboard cannot start: {0}; `lindungi status` needs less"
        / "dasbor tidak dapat dimulai: {0}; `lindungi status` memerlukan lebih sedikit"
);
/// A compressed file that goes on behind its end.
pub const TRAILING_BYTES: Phrase = phrase!(
    "{0}: what follows the end of its compression was not read" / "{0}: isi sesudah akhir kompresinya tidak dibaca"
);
/// Both rosters are to come from standard input.
pub const ONE_STDIN: Phrase = phrase!(
    "standard input can be only one of the two rosters"
        / "masukan standar hanya dapat menjadi salah satu dari kedua daftar"
);
/// The output ends: why.
pub const CANNOT_WRITE: Phrase = phrase!("cannot write: {0}" / "tidak dapat menulis: {0}");
/// An unknown view, and the nearest known one.
pub const NO_VIEW_NEAR: Phrase = phrase!("no view {0}; nearest: {1}" / "tidak ada tampilan {0}; terdekat: {1}");
/// An unknown view where none is saved.
pub const NO_VIEW: Phrase = phrase!(
    "no view {0}; none is saved yet (:save NAME saves one)"
        / "tidak ada tampilan {0}; belum ada yang disimpan (:simpan NAMA menyimpan)"
);
/// A file of views that is no JSON.
pub const VIEWS_SYNTAX: Phrase = phrase!("not JSON" / "bukan JSON");
/// A file of views of another shape.
pub const VIEWS_SHAPE: Phrase = phrase!("not as lindungi writes it" / "tidak seperti yang ditulis lindungi");
/// Notes without a step.
pub const NO_STEPS: Phrase = phrase!(
    "{0}: no step; write a Markdown list, an item a step: \"- Office: what; how many; by when\""
        / "{0}: tidak ada langkah; tulis daftar Markdown, satu butir satu langkah: \"- Instansi: apa; berapa; kapan\""
);
/// A theme that the terminal would not show as it is.
pub const NO_TRUECOLOR: Phrase = phrase!(
    "theme {0}: this terminal does not say that it has 24 bits a colour (COLORTERM=truecolor); its own sixteen are used"
        / "tema {0}: terminal ini tidak menyebut punya warna 24 bit (COLORTERM=truecolor); enam belas warnanya yang dipakai"
);
/// What to do with such a file.
pub const VIEWS_TO_DO: Phrase = phrase!(
    "The saved views are left as they are: mend that place, or move the file away."
        / "Tampilan tersimpan dibiarkan: perbaiki tempat itu, atau pindahkan berkasnya."
);

impl Lang {
    /// A kind of JSON value.
    fn kind(self, kind: Kind) -> &'static str {
        self.say(&match kind {
            Kind::Null => phrase!("nothing" / "kosong"),
            Kind::Bool => phrase!("true or false" / "true atau false"),
            Kind::Number => phrase!("a number" / "bilangan"),
            Kind::Text => phrase!("a text" / "teks"),
            Kind::List => phrase!("a list" / "daftar"),
            Kind::Object => phrase!("an object" / "objek"),
        })
    }

    /// What should have stood there.
    pub fn expected(self, expected: Expected) -> String {
        let phrase = match expected {
            Expected::Object => phrase!("an object { … }" / "objek { … }"),
            Expected::List => phrase!("a list [ … ]" / "daftar [ … ]"),
            Expected::Text => phrase!("a text in quotes" / "teks dalam tanda kutip"),
            Expected::Bool => phrase!("true or false" / "true atau false"),
            Expected::Count => {
                phrase!("a whole number without sign or point" / "bilangan bulat tanpa tanda atau titik")
            }
            Expected::Date => phrase!("a date YYYY-MM-DD" / "tanggal YYYY-MM-DD"),
            Expected::Month => phrase!("a month YYYY-MM" / "bulan YYYY-MM"),
            Expected::Money => phrase!(
                "whole rupiah in at most 28 digits, such as \"16800\""
                    / "rupiah bulat paling banyak 28 angka, seperti \"16800\""
            ),
            Expected::Year => phrase!("a year of four digits" / "tahun empat angka"),
            Expected::Name => phrase!("a name, or {\"id\": …, \"en\": …}" / "nama, atau {\"id\": …, \"en\": …}"),
            Expected::OneOf(words) => {
                return format!("{} {}", self.say(&phrase!("one of" / "salah satu dari")), words.join(", "));
            }
        };
        // The braces of JSON are no places of a phrase.
        self.say(&phrase).to_owned()
    }

    /// Why a row was set aside or a part is wrong.
    pub fn reason(self, reason: Reason) -> String {
        let phrase = match reason {
            Reason::WrongKind(kind, expected) => {
                let phrase = phrase!("{0} stands where {1} is expected" / "ada {0}, seharusnya {1}");
                return self.fill(&phrase, &[self.kind(kind), &self.expected(expected)]);
            }
            Reason::WrongForm(expected) => {
                let phrase = phrase!("not {0}" / "bukan {0}");
                return self.fill(&phrase, &[&self.expected(expected)]);
            }
            Reason::Looks(expected, look) => {
                let not = self.reason(Reason::WrongForm(expected));
                return format!("{not}; {}", self.looks(expected, look));
            }
            Reason::Beyond(Limit::Years) => {
                let phrase = phrase!("outside the years {0} to {1}" / "di luar tahun {0} sampai {1}");
                return self.fill(&phrase, &[&YEARS.0.to_string(), &YEARS.1.to_string()]);
            }
            Reason::Beyond(Limit::Number(least, most)) => {
                let phrase = phrase!("outside {0} to {1}" / "di luar {0} sampai {1}");
                return self.fill(&phrase, &[&self.count(least), &self.count(most)]);
            }
            Reason::Missing => phrase!("required, but missing" / "wajib ada, tetapi tidak ada"),
            Reason::Duplicate => phrase!("duplicate field" / "isian ganda"),
            Reason::ThroughBeforeMonth => phrase!("through lies before month" / "through sebelum month"),
            Reason::SegmentsDoNotAddUp => {
                phrase!("BPU and PU do not add up to workers" / "BPU dan PU tidak sama dengan workers")
            }
            Reason::Encoding => phrase!("half a character (lone surrogate)" / "separuh karakter (surrogate tunggal)"),
            Reason::Full => phrase!("too much text for one roster" / "teks terlalu banyak untuk satu daftar"),
        };
        self.say(&phrase).to_owned()
    }

    /// What a value of another form looks like, and how it is written.
    fn looks(self, expected: Expected, look: Look) -> String {
        let phrase = match look {
            Look::Word(word) => return self.fill(&phrase!("write \"{0}\"" / "tulis \"{0}\""), &[word]),
            Look::DayFirst => phrase!("the year stands first: {0}" / "tahun di depan: {0}"),
            Look::Unpadded => phrase!("months and days have two digits: {0}" / "bulan dan hari dua angka: {0}"),
            Look::Signs => phrase!("parted by hyphens: {0}" / "dipisah tanda hubung: {0}"),
            Look::WithTime => phrase!("without the time: {0}" / "tanpa jam: {0}"),
            Look::ShortYear => {
                phrase!("the year has four digits and stands first: {0}" / "tahun empat angka, di depan: {0}")
            }
            Look::MonthName => phrase!("the month is a number: {0}" / "bulan ditulis angka: {0}"),
            Look::Serial => {
                phrase!("this is a date number of a spreadsheet: {0}" / "ini angka tanggal dari Excel; tulis {0}")
            }
            Look::NoSuchDay => phrase!("the calendar has no such date" / "tidak ada tanggal itu di kalender"),
            Look::OnlyMonth => phrase!("the day is missing: {0}" / "tanggalnya kurang: {0}"),
            Look::WholeDay => phrase!("the month alone: {0}" / "bulannya saja: {0}"),
            Look::Grouped => phrase!(
                "digits alone, without Rp, points or commas: \"16800\""
                    / "angka saja, tanpa Rp, titik, atau koma: \"16800\""
            ),
        };
        let example = if expected == Expected::Month { "\"2024-03\"" } else { "\"2024-08-30\"" };
        self.fill(&phrase, &[example])
    }

    /// A row set aside: `workers row 124 (line 131), birth_date: not a date YYYY-MM-DD`. People count from 1.
    pub fn set_aside(self, aside: &SetAside) -> String {
        let phrase = phrase!("{0} row {1} (line {2}){3}: {4}" / "{0} data ke-{1} (baris {2}){3}: {4}");
        let (row, line) = ((aside.position + 1).to_string(), aside.line.to_string());
        let field = aside.field.map(|field| format!(", {field}")).unwrap_or_default();
        self.fill(&phrase, &[aside.section.code(), &row, &line, &field, &self.reason(aside.reason)])
    }

    /// A path of the document as people read it: `groups[1].id` is `groups row 2, id`.
    fn path(self, path: &str) -> String {
        let mut parts = path.split('[');
        let mut said = parts.next().unwrap_or("").to_owned();
        for part in parts {
            let (place, rest) = part.split_once(']').unwrap_or((part, ""));
            let row = place.parse::<u64>().map_or(place.to_owned(), |place| (place + 1).to_string());
            said += &self.fill(&phrase!(" row {0}" / " data ke-{0}"), &[&row]);
            if let Some(field) = rest.strip_prefix('.') {
                said += &format!(", {field}");
            }
        }
        scrub(&said).into_owned()
    }

    /// What is missing, as a list, and the smallest text that would be right.
    fn lacking(self, lacks: &[Lack]) -> (String, String) {
        const MOST: usize = 8;
        let one = |lack: &Lack| {
            let path = self.path(&lack.path);
            let phrase = phrase!("{0} (is \"{1}\" meant?)" / "{0} (maksudnya \"{1}\"?)");
            lack.instead.as_ref().map_or(path.clone(), |instead| self.fill(&phrase, &[&path, &scrub(instead)]))
        };
        let mut list: Vec<String> = lacks.iter().take(MOST).map(one).collect();
        if lacks.len() > MOST {
            let more = (lacks.len() - MOST).to_string();
            list.push(self.fill(&phrase!("{0} more" / "{0} lagi"), &[&more]));
        }
        let missing = self.reason(Reason::Missing);
        // Where it is one, its path stands before it.
        let what = match lacks {
            [lack] => format!("{missing}{}", list.concat().replacen(&self.path(&lack.path), "", 1)),
            _ => format!("{missing}: {}", list.join("; ")),
        };
        let mut examples: Vec<String> = Vec::new();
        for lack in lacks {
            let (within, example) = example(&lack.path);
            let example = match within {
                "" => example.to_owned(),
                within => self.fill(&phrase!("in {0}: {1}" / "di {0}: {1}"), &[within, example]),
            };
            if !examples.contains(&example) {
                examples.push(example);
            }
        }
        let todo = phrase!("Mend it in the file, such as {0}" / "Perbaiki di berkas, misalnya {0}");
        // The braces of JSON are no places of a phrase.
        (what, self.say(&todo).replace("{0}", &examples.join("; ")))
    }

    fn fault(self, fault: Fault) -> &'static str {
        self.say(&match fault {
            Fault::Cut => phrase!("the file ends too early" / "berkas berakhir terlalu awal"),
            Fault::Separator => phrase!("a comma or bracket is missing" / "kurang koma atau kurung"),
            Fault::Colon => {
                phrase!("a colon is missing after the field's name" / "kurang titik dua sesudah nama isian")
            }
            Fault::Key => phrase!("a field's name in quotes is expected" / "seharusnya nama isian dalam tanda kutip"),
            Fault::Value => phrase!(
                "a value is expected; perhaps a comma too many before it"
                    / "seharusnya ada nilai; mungkin kelebihan koma sebelumnya"
            ),
            Fault::Number => phrase!("no such number in JSON" / "bukan bilangan JSON"),
            Fault::Text => phrase!(
                "a control character or an unknown escape in a text"
                    / "karakter kendali atau escape tak dikenal dalam teks"
            ),
            Fault::Comment => phrase!("JSON has no comments" / "JSON tidak mengenal komentar"),
            Fault::Trailing => phrase!("something follows the end of the roster" / "ada isi sesudah akhir daftar"),
        })
    }

    /// A file that is no roster, in up to three lines: where and what, and how to mend it.
    pub fn load_error(self, file: &str, error: &LoadError) -> String {
        let place = error.place;
        let whole = matches!(error.kind, LoadErrorKind::Empty | LoadErrorKind::Io(_));
        let at = if whole { String::new() } else { format!(":{}:{}", place.line, place.column) };
        let path = if error.path.is_empty() { String::new() } else { format!("{}: ", self.path(&error.path)) };
        let (what, todo) = self.load_error_words(error);
        format!("{}{at}: {path}{what}\n{todo}", scrub(file))
    }

    /// A text of another kind, and what to do with it.
    fn alien(self, alien: Alien) -> (String, String) {
        let (what, todo) = match alien {
            Alien::Html => (
                phrase!("an HTML page, not JSON" / "halaman HTML, bukan JSON"),
                phrase!(
                    "Perhaps a login or error page was saved instead: fetch the file again."
                        / "Mungkin yang tersimpan halaman masuk atau pesan galat: unduh ulang berkasnya."
                ),
            ),
            Alien::Xml => (phrase!("XML, not JSON" / "XML, bukan JSON"), TO_WRITE_JSON),
            Alien::Csv => (phrase!("a table as text (CSV), not JSON" / "tabel teks (CSV), bukan JSON"), TO_IMPORT),
            Alien::Yaml => (phrase!("YAML, not JSON" / "YAML, bukan JSON"), TO_WRITE_JSON),
            Alien::Rtf => (
                phrase!("a word processor's text (RTF), not JSON" / "teks pengolah kata (RTF), bukan JSON"),
                phrase!("Save it as plain text in UTF-8." / "Simpan sebagai teks biasa dalam UTF-8."),
            ),
            Alien::Comments => (
                phrase!("not JSON: JSON has no comments" / "bukan JSON: JSON tidak mengenal komentar"),
                phrase!(
                    "Take out everything from // or # to the end of its line, and /* … */."
                        / "Hapus semua dari // atau # sampai akhir barisnya, dan /* … */."
                ),
            ),
        };
        (self.say(&what).to_owned(), self.say(&todo).to_owned())
    }

    /// What is wrong with a file, and how to mend it.
    fn load_error_words(self, error: &LoadError) -> (String, String) {
        let (what, todo) = match &error.kind {
            LoadErrorKind::Empty => (
                phrase!("the file is empty" / "berkas kosong"),
                phrase!(
                    "A roster is one JSON object; `lindungi demo` writes an example."
                        / "Daftar adalah satu objek JSON; `lindungi demo` menulis contohnya."
                ),
            ),
            LoadErrorKind::Io(kind) => {
                let phrase = phrase!("cannot be read ({0})" / "tidak dapat dibaca ({0})");
                return (self.fill(&phrase, &[&self.system_kind(*kind)]), self.to_read(*kind).to_owned());
            }
            LoadErrorKind::Syntax(fault) => {
                let todo = match fault {
                    Fault::Comment => phrase!(
                        "Take out everything from // or # to the end of its line, and /* … */."
                            / "Hapus semua dari // atau # sampai akhir barisnya, dan /* … */."
                    ),
                    Fault::Cut => phrase!(
                        "It was probably not copied whole: copy or export it again."
                            / "Mungkin tersalin sebagian: salin atau ekspor ulang."
                    ),
                    _ => phrase!(
                        "Mend that place, or export the list again." / "Perbaiki tempat itu, atau ekspor ulang."
                    ),
                };
                let what = phrase!("not JSON: {0}" / "bukan JSON: {0}");
                return (self.fill(&what, &[self.fault(*fault)]), self.say(&todo).to_owned());
            }
            LoadErrorKind::Encoding { offset, utf16 } => {
                let what = match utf16 {
                    true => {
                        phrase!("encoded as UTF-16, not UTF-8 (byte {0})" / "berkode UTF-16, bukan UTF-8 (bita {0})")
                    }
                    false => {
                        phrase!("not UTF-8 at byte {0}; perhaps Latin-1" / "bukan UTF-8 pada bita {0}; mungkin Latin-1")
                    }
                };
                let todo = phrase!("Save it as UTF-8." / "Simpan sebagai UTF-8.");
                return (self.fill(&what, &[&offset.to_string()]), self.say(&todo).to_owned());
            }
            LoadErrorKind::Endless => {
                let what = phrase!(
                    "a text or row that begins here is longer than {0} MiB"
                        / "teks atau baris yang mulai di sini lebih panjang dari {0} MiB"
                );
                let todo = phrase!(
                    "No row of a list is so long: perhaps a quote is missing, or it is no list."
                        / "Tidak ada baris daftar sepanjang itu: mungkin tanda petik kurang, atau ini bukan daftar."
                );
                return (self.fill(&what, &[&(LONGEST >> 20).to_string()]), self.say(&todo).to_owned());
            }
            LoadErrorKind::Alien(alien) => return self.alien(*alien),
            LoadErrorKind::Missing(lacks) => return self.lacking(lacks),
            LoadErrorKind::ListAtTop => {
                let what = phrase!(
                    "a list [ … ] stands at the top, where one object { … } is expected"
                        / "di paling atas ada daftar [ … ], seharusnya satu objek { … }"
                );
                let todo = phrase!(
                    "Put the list into an object as its \"workers\", beside \"schema\", \"program\" and \"groups\"; `lindungi demo --workers 5` shows one."
                        / "Masukkan daftar itu ke objek sebagai \"workers\", di samping \"schema\", \"program\", dan \"groups\"; contoh: `lindungi demo --workers 5`."
                );
                return (self.say(&what).to_owned(), self.say(&todo).to_owned());
            }
            LoadErrorKind::JsonLines => (
                phrase!(
                    "a second document follows: this looks like JSON Lines"
                        / "ada dokumen kedua: ini tampak seperti JSON Lines"
                ),
                phrase!(
                    "A roster is one object with a list \"workers\"; see `lindungi demo`."
                        / "Daftar adalah satu objek dengan daftar \"workers\"; lihat `lindungi demo`."
                ),
            ),
            LoadErrorKind::Schema(found) => {
                // Only the name of one of our schemas is repeated: any other text may be a person's.
                let is_own = found.len() <= 40
                    && found.strip_prefix("lindungi/").and_then(|rest| rest.split_once('/')).is_some_and(
                        |(name, version)| {
                            name.chars().all(|c| c.is_ascii_lowercase()) && version.chars().all(|c| c.is_ascii_digit())
                        },
                    );
                let what = match is_own {
                    true => phrase!(
                        "unknown schema \"{0}\", expected \"{1}\"" / "skema \"{0}\" tidak dikenal, seharusnya \"{1}\""
                    ),
                    false => phrase!("unknown schema, expected \"{1}\"" / "skema tidak dikenal, seharusnya \"{1}\""),
                };
                let todo = phrase!(
                    "It is another kind of file, or needs a newer lindungi."
                        / "Ini berkas jenis lain, atau memerlukan lindungi yang lebih baru."
                );
                return (self.fill(&what, &[found, SCHEMA]), self.say(&todo).to_owned());
            }
            LoadErrorKind::Field(reason) => return (self.reason(*reason), self.mend(&error.path, *reason)),
            LoadErrorKind::RateTwice => (
                phrase!("the same segment, scheme and month twice" / "segmen, program, dan bulan yang sama dua kali"),
                phrase!("Keep the one that holds." / "Pertahankan yang berlaku."),
            ),
            LoadErrorKind::GroupTwice => (
                phrase!("this group id stands twice" / "id kelompok ini dua kali"),
                phrase!("Give each group its own id." / "Beri setiap kelompok id sendiri."),
            ),
            LoadErrorKind::CoverageReversed => (
                phrase!("coverage ends before it begins" / "masa cakupan berakhir sebelum mulai"),
                phrase!("Correct coverage.from or coverage.to." / "Perbaiki coverage.from atau coverage.to."),
            ),
        };
        (self.say(&what).to_owned(), self.say(&todo).to_owned())
    }

    /// How to mend a field of the programme: how it is written, and whether it may be left out.
    fn mend(self, path: &str, reason: Reason) -> String {
        let how = match reason {
            Reason::WrongKind(_, expected) | Reason::WrongForm(expected) | Reason::Looks(expected, _) => match expected
            {
                Expected::Money => phrase!(
                    "Write whole rupiah as digits in quotes, without Rp, points or commas: \"2200000000\"."
                        / "Tulis rupiah bulat sebagai angka dalam kutip, tanpa Rp, titik, atau koma: \"2200000000\"."
                ),
                Expected::Date => phrase!("Write it as \"2024-08-30\"." / "Tulis sebagai \"2024-08-30\"."),
                Expected::Month => phrase!("Write it as \"2024-03\"." / "Tulis sebagai \"2024-03\"."),
                Expected::Year => phrase!("Write it as 2024, without quotes." / "Tulis sebagai 2024, tanpa kutip."),
                Expected::Count => phrase!(
                    "Write a whole number without quotes, points or commas: 19336."
                        / "Tulis bilangan bulat tanpa kutip, titik, atau koma: 19336."
                ),
                Expected::Name => phrase!(
                    "Write a name in quotes, or {\"id\": …, \"en\": …}."
                        / "Tulis nama dalam kutip, atau {\"id\": …, \"en\": …}."
                ),
                _ => phrase!("Write what is expected there." / "Tulis sesuai yang diharapkan di sana."),
            },
            Reason::Beyond(_) => phrase!("Write a value within that limit." / "Tulis nilai dalam batas itu."),
            Reason::Missing => phrase!("Add it to the file." / "Tambahkan di berkas."),
            Reason::Duplicate => phrase!("Keep the one that holds." / "Pertahankan yang berlaku."),
            _ => phrase!("Correct it in the file." / "Perbaiki di berkas."),
        };
        let optional = [
            "synthetic",
            "as_of",
            "region",
            "code",
            "former_codes",
            "province",
            "coverage",
            "from",
            "to",
            "grace_months",
            "max_age",
            "segment",
            "target",
        ];
        let last = path.rsplit('.').next().unwrap_or("").split('[').next().unwrap_or("");
        let rest = match optional.contains(&last) {
            true => phrase!(
                "Or leave the field out: it may be unknown." / "Atau hilangkan isian itu: boleh tidak diketahui."
            ),
            false => phrase!(
                "Without this part no figure would be right: mend it in the file."
                    / "Tanpa bagian ini angka tidak akan benar: perbaiki di berkas."
            ),
        };
        format!("{} {}", self.say(&how), self.say(&rest))
    }

    /// A field's name in this language, whichever of its names that is.
    pub fn field_called(self, name: &str) -> String {
        Field::named(name).map_or(name, |field| field.called(self.tongue())).to_owned()
    }

    /// What is wrong with the text of a filter, in one line without its column.
    pub fn query_error(self, error: &QueryError) -> String {
        let list = |words: &[String], left: usize| {
            let shown: Vec<String> = words.iter().map(|word| short(word)).collect();
            let more = self.fill(&phrase!(", {0} more" / ", {0} lagi"), &[&left.to_string()]);
            scrub(&format!("{}{}", shown.join(", "), if left > 0 { more.as_str() } else { "" })).into_owned()
        };
        let nearest = |words: &[String]| match words {
            [] => String::new(),
            words => format!("; {}: {}", self.say(&phrase!("nearest" / "terdekat")), list(words, 0)),
        };
        // A word of many digits may be a person's number: a message may end in a log.
        let said = |word: &str| match word.bytes().filter(u8::is_ascii_digit).count() {
            0..8 => scrub(word).into_owned(),
            digits => self.fill(
                &phrase!("(a word with {0} {0|digit|digits})" / "(kata dengan {0} angka)"),
                &[&digits.to_string()],
            ),
        };
        match &error.kind {
            QueryErrorKind::UnknownField { word, nearest: near } if near.is_empty() => {
                let phrase = phrase!(
                    "no field {0}; quote a text that holds : < > ="
                        / "tidak ada isian {0}; beri kutip teks yang memuat : < > ="
                );
                self.fill(&phrase, &[&said(word)])
            }
            QueryErrorKind::UnknownField { word, nearest: near } => {
                let phrase = phrase!("no field {0}{1}" / "tidak ada isian {0}{1}");
                let mut near: Vec<String> = near.iter().map(|name| self.field_called(name)).collect();
                near.dedup();
                self.fill(&phrase, &[&said(word), &nearest(&near)])
            }
            QueryErrorKind::UnknownValue { field, word, nearest: near, choices } => {
                let there_are = || {
                    let names = self.values_of(*field, &choices.names);
                    format!("; {}: {}", self.say(&phrase!("there are" / "yang ada")), list(&names, choices.more))
                };
                let beside = if near.is_empty() && !choices.names.is_empty() { there_are() } else { nearest(near) };
                let phrase = phrase!("{0} has no value {1}{2}" / "{0} tidak mempunyai nilai {1}{2}");
                self.fill(&phrase, &[self.field(*field), &said(word), &beside])
            }
            QueryErrorKind::Ambiguous { word, choices } => {
                let phrase = phrase!("{0} may be {1}" / "{0} dapat berarti {1}");
                self.fill(&phrase, &[&said(word), &list(&choices.names, choices.more)])
            }
            QueryErrorKind::NoField(operator) => {
                let phrase = phrase!("a field must stand before {0}" / "harus ada isian di depan {0}");
                self.fill(&phrase, &[operator])
            }
            QueryErrorKind::Space(operator) => {
                self.fill(&phrase!("no space around {0}" / "tanpa spasi di sekitar {0}"), &[operator])
            }
            QueryErrorKind::Instead(text) => self.fill(&phrase!("write {0}" / "tulis {0}"), &[&without_numbers(text)]),
            QueryErrorKind::NoValue(field) => {
                let phrase = phrase!("a value must follow here, such as {0}" / "isi nilainya, mis. {0}");
                self.fill(&phrase, &[&self.field_example(*field)])
            }
            QueryErrorKind::Backwards(text) => {
                self.fill(&phrase!("this range runs backwards; write {0}" / "rentang ini terbalik; tulis {0}"), &[text])
            }
            QueryErrorKind::Impossible(field, least, most) => {
                let phrase = phrase!("{0} is {1} to {2}" / "{0} antara {1} dan {2}");
                self.fill(&phrase, &[self.field(*field), &least.to_string(), &most.to_string()])
            }
            QueryErrorKind::NoOrder(field) => {
                let phrase = phrase!("{0} has no order; use {0}:" / "{0} tidak berurutan; pakai {0}:");
                self.fill(&phrase, &[self.field(*field)])
            }
            kind => {
                let phrase = match kind {
                    QueryErrorKind::Missing => {
                        phrase!("something must follow here" / "isi lanjutannya di sini")
                    }
                    QueryErrorKind::YearLimit => phrase!("years are 1900 to 9999" / "tahun antara 1900 dan 9999"),
                    QueryErrorKind::BadNumber => phrase!("not a whole number" / "bukan bilangan bulat"),
                    QueryErrorKind::LargeNumber => phrase!("too large a number" / "bilangan terlalu besar"),
                    QueryErrorKind::NoSuchDay => {
                        phrase!("the calendar has no such day" / "tidak ada hari itu di kalender")
                    }
                    QueryErrorKind::BadDate => phrase!(
                        "not a date: 2024, 2024-03 or 2024-03-31" / "bukan tanggal: 2024, 2024-03, atau 2024-03-31"
                    ),
                    QueryErrorKind::OpenQuote => phrase!("this quote is not closed" / "tanda kutip ini tidak ditutup"),
                    QueryErrorKind::OpenBracket => phrase!("this bracket is not closed" / "kurung ini tidak ditutup"),
                    QueryErrorKind::StrayBracket => {
                        phrase!("no bracket is open here" / "tidak ada kurung yang terbuka")
                    }
                    QueryErrorKind::Closed => phrase!(
                        "numbers and birth dates of persons are not looked for here"
                            / "nomor dan tanggal lahir orang tidak dicari di sini"
                    ),
                    QueryErrorKind::OfOneRoster => phrase!(
                        "not every roster has this; names and texts are for --filter"
                            / "tidak setiap daftar memuat ini; nama dan teks lewat --filter"
                    ),
                    QueryErrorKind::OneValue => {
                        phrase!("only : takes several values" / "hanya : menerima beberapa nilai")
                    }
                    _ => phrase!("too many brackets inside each other" / "kurung bertumpuk terlalu dalam"),
                };
                self.say(&phrase).to_owned()
            }
        }
    }

    /// A mistake in a filter of the command line: what, the text, and a caret under its column.
    pub fn query_mistake(self, text: &str, error: &QueryError) -> String {
        // A mask is as wide as what it hides, so that the caret stays under its word; numbers of people stay out of logs.
        let shown = masked(&scrub(text));
        // The scrub leaves characters out: those before the column are counted as they were typed.
        let before: String = text.chars().take(error.column - 1).collect();
        let caret = " ".repeat(super::measure::width(&scrub(&before)));
        let phrase = phrase!("filter, column {0}: {1}" / "filter, kolom {0}: {1}");
        let head = self.fill(&phrase, &[&error.column.to_string(), &self.query_error(error)]);
        let fields = match &error.kind {
            QueryErrorKind::UnknownField { .. } | QueryErrorKind::NoField(_) => {
                format!("\n{}", self.fields_of_filter().trim_end())
            }
            _ => String::new(),
        };
        format!("{head}\n  {shown}\n  {caret}^{fields}")
    }

    /// The values of a field as this language types them.
    fn values_of(self, field: Field, codes: &[String]) -> Vec<String> {
        let own = |code: &String| {
            let standing = Standing::ALL.into_iter().find(|own| own.code() == code).map(Value::Standing);
            let sex = Sex::ALL.into_iter().map(Value::Sex).find(|own| own.to_string() == *code);
            let severity = Severity::ALL.into_iter().find(|own| own.code() == code).map(Value::Severity);
            match field {
                Field::Status => standing,
                Field::Sex => sex,
                Field::Finding => severity,
                _ => None,
            }
        };
        codes.iter().map(|code| own(code).map_or(code.clone(), |value| value.written(self.tongue()))).collect()
    }

    /// What the bare words of a filter were probably meant to be; it repeats names of values, never a person's.
    pub fn meant(self, meant: &[Filter]) -> Option<String> {
        let one = |filter: &Filter| match filter {
            Filter::Not(inner) => format!("not {}", inner.written(self.tongue())),
            filter => filter.written(self.tongue()),
        };
        let list: Vec<String> = meant.iter().map(|filter| without_numbers(&one(filter))).collect();
        let phrase = phrase!(
            "bare words are looked for in names and numbers of people; probably meant: {0}"
                / "kata lepas dicari di nama dan nomor orang; mungkin maksudnya: {0}"
        );
        (!list.is_empty()).then(|| self.fill(&phrase, &[&list.join(" ")]))
    }

    /// What the system says of a file, in words.
    pub fn system(self, error: &std::io::Error) -> String {
        let phrase = match Errno::from_io_error(error) {
            Some(Errno::MFILE | Errno::NFILE) => {
                phrase!("no more files may be open (ulimit -n)" / "tidak boleh membuka berkas lagi (ulimit -n)")
            }
            Some(Errno::FBIG) => {
                phrase!("no file may grow so large (ulimit -f)" / "berkas tidak boleh sebesar itu (ulimit -f)")
            }
            Some(Errno::DQUOT) => {
                phrase!("your share of the disk is used up (quota)" / "jatah penyimpanan Anda habis (kuota)")
            }
            Some(Errno::XDEV) => phrase!("it leads out of its folder" / "mengarah ke luar foldernya"),
            Some(Errno::LOOP) => phrase!("its links lead in a circle" / "tautannya berputar-putar"),
            Some(Errno::AGAIN) => {
                // A thread that finds no room for its stack is refused so too.
                phrase!(
                    "no more threads may be started (ulimit -u, ulimit -v)"
                        / "tidak boleh memulai utas lagi (ulimit -u, ulimit -v)"
                )
            }
            _ => return self.system_kind(error.kind()),
        };
        self.say(&phrase).to_owned()
    }

    fn system_kind(self, kind: std::io::ErrorKind) -> String {
        use std::io::ErrorKind;
        let phrase = match kind {
            ErrorKind::OutOfMemory => phrase!("there is no more memory" / "memori tidak cukup"),
            ErrorKind::Unsupported => {
                phrase!("it is a device or a pipe, no file" / "itu perangkat atau pipa, bukan berkas")
            }
            ErrorKind::NotFound => phrase!("no such file or folder" / "berkas atau folder tidak ada"),
            ErrorKind::PermissionDenied => phrase!("no permission" / "tidak diizinkan"),
            ErrorKind::StorageFull | ErrorKind::FileTooLarge => {
                phrase!("the disk is full" / "penyimpanan penuh")
            }
            ErrorKind::UnexpectedEof => phrase!("it ends too early" / "berakhir sebelum selesai"),
            ErrorKind::InvalidData | ErrorKind::InvalidInput => phrase!("its data is damaged" / "datanya rusak"),
            ErrorKind::IsADirectory => phrase!("it is a folder" / "itu folder"),
            ErrorKind::NotADirectory => phrase!("a part of its path is no folder" / "bagian jalurnya bukan folder"),
            ErrorKind::ReadOnlyFilesystem => phrase!("the disk is read-only" / "penyimpanan hanya-baca"),
            ErrorKind::AlreadyExists => phrase!("it exists already" / "sudah ada"),
            ErrorKind::InvalidFilename => phrase!("its name is too long" / "namanya terlalu panjang"),
            ErrorKind::TimedOut | ErrorKind::StaleNetworkFileHandle | ErrorKind::HostUnreachable => {
                phrase!("the network folder does not answer" / "folder jaringan tidak menjawab")
            }
            // What the system calls it is English, and tells nobody what to do.
            _ => phrase!("the disk reports an error" / "penyimpanan melaporkan kesalahan"),
        };
        self.say(&phrase).to_owned()
    }

    /// A source that cannot be opened, and how to mend it.
    pub fn cannot_open(self, name: &str, why: &std::io::Error) -> String {
        let name = scrub(name);
        if why.kind() == std::io::ErrorKind::NotFound {
            let todo = phrase!(
                "Check the name; `lindungi --help` shows the usage."
                    / "Periksa namanya; `lindungi --help` menampilkan cara pakai."
            );
            let what = self.fill(&phrase!("{0}: no such file" / "{0}: berkas tidak ada"), &[&name]);
            return format!("{what}\n{}", self.say(&todo));
        }
        let what = phrase!("{0}: cannot be read ({1})" / "{0}: tidak dapat dibaca ({1})");
        format!("{}\n{}", self.fill(&what, &[&name, &self.system(why)]), self.to_read(why.kind()))
    }

    /// How to mend what keeps a source from being read.
    fn to_read(self, kind: std::io::ErrorKind) -> &'static str {
        self.say(&match kind {
            std::io::ErrorKind::OutOfMemory => phrase!(
                "Close other programs, allow this one more (ulimit -v), or read a part of the roster."
                    / "Tutup program lain, izinkan lebih banyak memori (ulimit -v), atau baca sebagian daftar."
            ),
            _ => phrase!("Check the file and its permissions." / "Periksa berkas dan izinnya."),
        })
    }

    /// An input that holds more than is read.
    pub fn too_large(self, name: &str, most: &str) -> String {
        let what = phrase!(
            "{0}: holds more than {1} of text, the limit of --max-size"
                / "{0}: berisi lebih dari {1} teks, batas --max-size"
        );
        let todo = phrase!(
            "No list of a city is so large. If this one is, give --max-size more, such as 16G."
                / "Tidak ada daftar kota sebesar itu. Bila memang sebesar itu, naikkan --max-size, misalnya 16G."
        );
        format!("{}\n{}", self.fill(&what, &[&scrub(name), most]), self.say(&todo))
    }

    /// What is no regular file where one is expected, and what to do.
    pub fn is_irregular(self, name: &str, what: &Phrase, todo: &Phrase) -> String {
        let name = scrub(name);
        let phrase = phrase!("{0}: is {1}, not a file" / "{0}: adalah {1}, bukan berkas");
        format!("{}\n{}", self.fill(&phrase, &[&name, self.say(what)]), self.fill(todo, &[&name]))
    }

    /// A file that is no JSON, by its first bytes, and what to do with it.
    pub fn looks_like(self, name: &str, what: &Phrase, todo: &Phrase) -> String {
        let phrase = phrase!("{0}: looks like {1}, not JSON" / "{0}: tampak seperti {1}, bukan JSON");
        format!("{}\n{}", self.fill(&phrase, &[&scrub(name), self.say(what)]), self.say(todo))
    }

    /// Why a file was not written, and how to mend it.
    pub fn cannot_write(self, path: &str, why: &std::io::Error) -> String {
        if path == "-" {
            let phrase = phrase!(
                "-: standard output has no room for this; name a file"
                    / "-: keluaran standar bukan tempatnya; sebut nama berkas"
            );
            return self.say(&phrase).to_owned();
        }
        let path = scrub(path);
        match why.kind() {
            std::io::ErrorKind::AlreadyExists => {
                let phrase = phrase!(
                    "{0} exists and is left as it is; name another" / "{0} sudah ada dan dibiarkan; sebut nama lain"
                );
                self.fill(&phrase, &[&path])
            }
            _ => {
                let phrase = phrase!("{0}: cannot be written ({1})" / "{0}: tidak dapat ditulis ({1})");
                format!("{}\n{}", self.fill(&phrase, &[&path, &self.system(why)]), self.to_write(why.kind()))
            }
        }
    }

    /// How to mend what keeps a file from being written.
    fn to_write(self, kind: std::io::ErrorKind) -> &'static str {
        use std::io::ErrorKind;
        self.say(&match kind {
            ErrorKind::NotFound | ErrorKind::NotADirectory => {
                phrase!("Make the folder first, or choose another." / "Buat foldernya dulu, atau pilih yang lain.")
            }
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                phrase!("Choose a folder in which you may write." / "Pilih folder yang boleh Anda tulisi.")
            }
            ErrorKind::StorageFull | ErrorKind::FileTooLarge | ErrorKind::QuotaExceeded => phrase!(
                "Make room there, or choose another disk." / "Kosongkan ruang di sana, atau pilih penyimpanan lain."
            ),
            ErrorKind::OutOfMemory => phrase!(
                "Close other programs, or allow this one more (ulimit -v)."
                    / "Tutup program lain, atau izinkan lebih banyak memori (ulimit -v)."
            ),
            _ => phrase!("Choose another file, or try again." / "Pilih berkas lain, atau coba lagi."),
        })
    }

    /// Why nothing can be kept for the next time: nobody says in which folder.
    pub fn no_settings(self) -> String {
        let what = phrase!(
            "views.json: cannot be written (HOME names no folder)"
                / "views.json: tidak dapat ditulis (HOME tidak menyebut folder)"
        );
        let todo = phrase!("Set HOME or XDG_CONFIG_HOME." / "Isi HOME atau XDG_CONFIG_HOME.");
        format!("{}\n{}", self.say(&what), self.say(&todo))
    }

    /// A field of the filter by the name that this language types.
    pub fn field(self, field: Field) -> &'static str {
        field.called(self.tongue())
    }
}

/// Where a missing part belongs, and the smallest text of it that is right.
fn example(path: &str) -> (&'static str, &'static str) {
    let field = path.rsplit('.').next().unwrap_or(path);
    match (path.split(['.', '[']).next(), field) {
        _ if path.contains("contributions[") => ("program.contributions", r#"{"scheme": "JKK", "monthly": "10000"}"#),
        (_, "schema") => ("", r#""schema": "lindungi/roster/1""#),
        (_, "program") => (
            "",
            r#""program": {"name": "…", "fiscal_year": 2024, "target_workers": 19336, "budget": "2200000000", "contributions": [{"scheme": "JKK", "monthly": "10000"}, {"scheme": "JKM", "monthly": "6800"}]}"#,
        ),
        (_, "groups") => ("", r#""groups": [{"id": "nelayan", "name": "Nelayan"}]"#),
        (_, "workers") => ("", r#""workers": [{"name": "…", "occupation": "nelayan", "status": "active"}]"#),
        (Some("groups"), _) => ("groups", r#"{"id": "nelayan", "name": "Nelayan"}"#),
        (_, "name") => ("program", r#""name": "…""#),
        (_, "fiscal_year") => ("program", r#""fiscal_year": 2024"#),
        (_, "target_workers") => ("program", r#""target_workers": 19336"#),
        (_, "budget") => ("program", r#""budget": "2200000000""#),
        _ => (
            "program",
            r#""contributions": [{"scheme": "JKK", "monthly": "10000"}, {"scheme": "JKM", "monthly": "6800"}]"#,
        ),
    }
}

/// A text that was typed, as a message may repeat it: scrubbed, and without the numbers of people.
pub(crate) fn without_numbers(text: &str) -> String {
    masked(&scrub(text))
}

/// Runs of eight digits and more become `*`: the numbers of people have that many.
fn masked(text: &str) -> String {
    let mut shown = String::new();
    let mut run = String::new();
    for c in text.chars().chain(std::iter::once(' ')) {
        if c.is_ascii_digit() {
            run.push(c);
            continue;
        }
        shown += &if run.len() < 8 { run.clone() } else { "*".repeat(run.len()) };
        run.clear();
        shown.push(c);
    }
    shown.pop();
    shown
}
