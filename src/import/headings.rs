//! What offices write over their columns, in both languages and in the lists met in the field (domain.md §4 and §14): the
//! list that a regency took back from BPJS, P3KE, "Data TK Baru", KTP-style lists of villages, and what lindungi itself
//! exports.

use crate::lang::Lang;
use crate::lang::value;
use crate::roster::Expected;
use crate::roster::attribute::Attribute;
use crate::roster::looks::{self, Look};
use crate::roster::text::fold;
use crate::roster::worker::Sex;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a column is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Meaning {
    /// This field of a worker. Of two columns for one field the lower rank holds, then the one further to the left.
    Field(Attribute, usize),
    /// A mark in this column says the sex, where another column is for the other one.
    Mark(Sex),
    /// What offices write beside a person.
    Note,
    /// Something that a roster has no use for, or reckons itself.
    Unused,
}

/// The fields that a list may give, each with what its column is called; the plainer name first.
const FIELDS: [(Attribute, &[&str]); 17] = [
    (
        Attribute::Nik,
        &[
            "nik",
            "no nik",
            "nomor nik",
            "nik ktp",
            "nomor induk kependudukan",
            "no ktp",
            "nomor ktp",
            "no ktp nik",
            "nik no ktp",
            "ktp",
            "nomor identitas",
            "no identitas",
            "nomor id kependudukan",
            "national id",
            "identity number",
            "n i k",
            "nik pekerja",
            "nik peserta",
            "nik tenaga kerja",
            "nik tk",
            "nik ktp el",
        ],
    ),
    (
        Attribute::Name,
        &[
            "nama",
            "nama lengkap",
            "nama pekerja",
            "nama peserta",
            "nama tk",
            "nama tenaga kerja",
            "nama penduduk",
            "nama sesuai ktp",
            "nama lengkap sesuai ktp",
            "nama penerima",
            "nama calon peserta",
            "name",
            "full name",
            "worker",
            "worker name",
        ],
    ),
    (Attribute::Sex, &["jenis kelamin", "jns kelamin", "jenkel", "kelamin", "jk", "l p", "lp", "p l", "sex", "gender"]),
    (
        Attribute::Birth,
        &[
            "tgl lahir",
            "tanggal lahir",
            "tgl lhr",
            "lahir",
            "birth date",
            "date of birth",
            "birthdate",
            "dob",
            "born",
            "tempat tanggal lahir",
            "tempat tgl lahir",
            "tempat dan tanggal lahir",
            "ttl",
        ],
    ),
    (
        Attribute::Occupation,
        &[
            "occupation",
            "pekerjaan",
            "jenis pekerjaan",
            "jenis pekerjaan 1",
            "pekerjaan 1",
            "pekerjaan utama",
            "profesi",
            "mata pencaharian",
            "kelompok pekerjaan",
            "kelompok",
            "job",
            "profession",
            "group",
        ],
    ),
    (Attribute::Segment, &["segmen", "segment", "segmen kepesertaan"]),
    (
        Attribute::District,
        &[
            "distrik",
            "kecamatan",
            "kec",
            "nama kecamatan",
            "nama distrik",
            "distrik kecamatan",
            "kecamatan distrik",
            "district",
            "subdistrict",
        ],
    ),
    (
        Attribute::Village,
        &[
            "kelurahan",
            "desa",
            "desa kelurahan",
            "kelurahan desa",
            "kel desa",
            "kel",
            "nama kelurahan",
            "nama desa",
            "kampung",
            "kelurahan kampung",
            "kampung kelurahan",
            "village",
            "ward",
        ],
    ),
    (
        Attribute::Status,
        &["status", "status kepesertaan", "status peserta", "status pekerja", "standing", "membership status"],
    ),
    (
        Attribute::Registered,
        &[
            "didata",
            "tgl didata",
            "tanggal didata",
            "tgl pendataan",
            "tanggal pendataan",
            "registered on",
            "registered",
        ],
    ),
    (
        Attribute::Enrolled,
        &[
            "tgl kepesertaan",
            "tanggal kepesertaan",
            "tgl didaftarkan",
            "tanggal didaftarkan",
            "didaftarkan",
            "terdaftar",
            "tgl terdaftar",
            "tanggal terdaftar",
            "tgl mulai",
            "tanggal mulai",
            "tmt",
            "enrolled on",
            "enrolled",
        ],
    ),
    (
        Attribute::Until,
        &[
            "tgl berakhir",
            "tanggal berakhir",
            "akhir perlindungan",
            "berlaku sampai",
            "terlindungi sampai",
            "terlindungi s d",
            "masa berlaku",
            "protected until",
            "until",
        ],
    ),
    (
        Attribute::Kpj,
        &["kpj", "no kpj", "nomor kpj", "no peserta", "nomor peserta", "nomor kepesertaan", "membership number"],
    ),
    (
        Attribute::Phone,
        &[
            "no hp",
            "no hp wa",
            "no telp hp",
            "no telepon hp",
            "telp hp wa",
            "telp hp",
            "hp",
            "nomor hp",
            "no handphone",
            "handphone",
            "nomor handphone",
            "telepon",
            "no telepon",
            "nomor telepon",
            "no telp",
            "telp",
            "telepon hp",
            "no wa",
            "wa",
            "whatsapp",
            "phone",
            "telephone",
            "mobile",
        ],
    ),
    (Attribute::Decile, &["desil", "desil kesejahteraan", "desil nasional", "welfare decile", "decile"]),
    (Attribute::Reason, &["alasan", "sebab na", "sebab", "alasan keluar", "keluar alasan", "reason"]),
    (Attribute::Id, &["id", "id pekerja", "kode pekerja", "no pegawai", "id individu", "worker id"]),
];

/// Other columns that such lists have. They tell a row of headings from one of titles, and whoever reads the preview that
/// they were understood and left.
const UNUSED: &[&str] = &[
    "no",
    "nomor",
    "no urut",
    "nomor urut",
    "nr",
    "alamat",
    "alamat rumah",
    "alamat lengkap",
    "alamat ktp",
    "rt",
    "rw",
    "rt rw",
    "tempat lahir",
    "email",
    "e mail",
    "provinsi",
    "kab kota",
    "kabupaten kota",
    "kabupaten",
    "kota",
    "kode",
    "kode kemdagri",
    "kode wilayah",
    "kode pos",
    "id keluarga",
    "no kk",
    "nomor kk",
    "nomor kartu keluarga",
    "nama ibu kandung",
    "nama ibu",
    "padan dukcapil",
    "hubungan",
    "hubungan keluarga",
    "hubungan dengan kepala keluarga",
    "alamat jalan",
    "jalan",
    "status kawin",
    "status perkawinan",
    "pendidikan",
    "agama",
    "bpnt",
    "bpum",
    "bst",
    "pkh",
    "sembako",
    "resiko stunting",
    "risiko stunting",
    "program",
    "jht",
    "jkk",
    "jkm",
    "jp",
    "masa grace",
    "upah",
    "penghasilan",
    "kode paket",
    "bulan iuran",
    "lokasi pekerjaan",
    "lokasi kerja",
    "jenis pekerjaan 2",
    "pekerjaan 2",
    "gelar",
    "golongan darah",
    "npwp",
    "kode negara",
    "surat menyurat ke",
    "jenis identitas",
    "masa laku identitas",
    "ki",
    "total",
    "tgl kejadian",
    "tanda tangan",
    "ttd",
    "foto",
    "kode kelurahan",
    "kode kecamatan",
    "kode provinsi",
    "kode kabupaten",
    "file ktp",
    "persetujuan data",
    "waktu persetujuan",
    "status rumah",
    "iuran jkk",
    "iuran jkm",
    "jht tk",
    "jht prsh",
];

/// Columns of notes.
const NOTES: &[&str] = &["ket", "keterangan", "catatan", "note", "notes", "remark", "remarks"];

/// A heading as headings are compared: `TGL. LAHIR (dd/mm/yyyy)` is `tgl lahir`.
pub fn plain(heading: &str) -> String {
    let outside = heading.split_once('(').map_or(heading, |(before, _)| before);
    // `(L/P)` alone says what it is.
    let outside = if outside.trim().is_empty() { heading } else { outside };
    let spaced: String = fold(outside).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a column with this heading is for; `None` where nobody knows.
pub fn meaning(heading: &str) -> Option<Meaning> {
    let heading = plain(heading);
    if heading.is_empty() {
        return None;
    }
    let known = KNOWN.get(&heading).copied();
    // P3KE marks with yes and no who is how old.
    let unused = || heading.starts_with("usia ").then_some(Meaning::Unused);
    known.or_else(|| mark(&heading).map(Meaning::Mark)).or_else(unused)
}

/// Every heading that means the same wherever it stands; of two meanings the first holds.
static KNOWN: LazyLock<HashMap<String, Meaning>> = LazyLock::new(|| {
    let mut known = HashMap::new();
    let mut know = |name: &str, meaning: Meaning| {
        known.entry(plain(name)).or_insert(meaning);
    };
    for (field, names) in FIELDS {
        names.iter().enumerate().for_each(|(rank, name)| know(name, Meaning::Field(field, rank)));
    }
    NOTES.iter().for_each(|name| know(name, Meaning::Note));
    UNUSED.iter().for_each(|name| know(name, Meaning::Unused));
    // What lindungi itself writes, in either language.
    for attribute in Attribute::ALL {
        let said = value::heading(attribute);
        let meaning = field(attribute).map_or(Meaning::Unused, |field| Meaning::Field(field, usize::MAX));
        [attribute.code(), Lang::En.say(&said), Lang::Id.say(&said)].into_iter().for_each(|name| know(name, meaning));
    }
    known
});

/// The sex that is marked in a column: `L` and `P` have one each, below a heading for both or alone.
fn mark(heading: &str) -> Option<Sex> {
    let both = FIELDS.iter().filter(|(field, _)| *field == Attribute::Sex).flat_map(|(_, names)| names.iter());
    let alone = both.filter_map(|name| heading.strip_prefix(name)?.strip_prefix(' ')).chain([heading]);
    alone.into_iter().find_map(sex)
}

/// The sex that a word means, in either language.
pub fn sex(word: &str) -> Option<Sex> {
    match looks::look(Expected::OneOf(&["F", "M"]), word) {
        Some(Look::Word(code)) => Sex::parse(code),
        _ => None,
    }
}

/// What the headings of a list say together that none of them says alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Of any other list.
    Plain,
    /// Formulir 2a: its status is that of the family, for the tax.
    Contributions,
    /// `data_tk_na`: who has left.
    Leavers,
}

impl Kind {
    /// That of a list with these headings.
    pub fn of(headings: &[String]) -> Kind {
        let has = |name: &str| headings.iter().any(|heading| plain(heading) == name);
        match () {
            () if has("sebab na") => Kind::Leavers,
            () if has("ki") && has("upah") => Kind::Contributions,
            () => Kind::Plain,
        }
    }
}

/// The field that a column of this attribute fills; what is reckoned fills none.
pub fn field(attribute: Attribute) -> Option<Attribute> {
    match attribute {
        Attribute::Group => Some(Attribute::Occupation),
        Attribute::Standing => Some(Attribute::Status),
        Attribute::Age | Attribute::Lapse | Attribute::Findings => None,
        field => Some(field),
    }
}

/// The fields that `--map` may name.
pub fn fields() -> impl Iterator<Item = Attribute> {
    FIELDS.into_iter().map(|(field, _)| field)
}
