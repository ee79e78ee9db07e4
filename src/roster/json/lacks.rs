//! What a file lacks, all of it at once: whoever mends one part should not be sent away for the next. Where a field of
//! another name stands there that is probably meant, it is named.

use super::fields::*;
use super::raw::{Fields, Raw};
use crate::roster::text::fold;

/// A required part that is not there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lack {
    /// Where it belongs, such as `program.budget`.
    pub path: String,
    /// The name that stands there instead, if one is near.
    pub instead: Option<String>,
}

/// What people call the parts of the file.
const CALLED: [(&str, &[&str]); 14] = [
    ("schema", &["skema", "format", "version", "versi"]),
    ("program", &["programme", "programa", "info", "header", "meta"]),
    ("groups", &["kelompok", "kelompok_pekerjaan", "occupations", "pekerjaan"]),
    (
        "workers",
        &["pekerja", "peserta", "members", "people", "data", "rows", "penerima", "list", "daftar", "tenaga_kerja"],
    ),
    ("name", &["nama", "nama_program", "title", "judul", "nama_kelompok"]),
    ("fiscal_year", &["tahun", "tahun_anggaran", "year"]),
    ("target_workers", &["target", "sasaran", "target_pekerja"]),
    ("budget", &["anggaran", "pagu", "apbd"]),
    ("contributions", &["iuran", "rates", "rate", "tarif"]),
    ("scheme", &["program", "jaminan", "skema"]),
    ("monthly", &["amount", "iuran", "rate", "nominal", "tarif", "per_month"]),
    ("id", &["kode", "code", "key"]),
    ("status", &["keadaan"]),
    ("occupation", &["pekerjaan", "kelompok", "group"]),
];

/// The name among those that stand there which is probably meant: another word for it, or a slip of the finger.
pub fn near(wanted: &str, others: &[String]) -> Option<String> {
    let plain = |name: &str| fold(name).replace([' ', '-', '$'], "_").trim_matches('_').to_owned();
    let called = |name: &str| CALLED.iter().any(|(own, words)| *own == wanted && words.contains(&plain(name).as_str()));
    let slips = |name: &str| strsim::damerau_levenshtein(wanted, &plain(name));
    let most = if wanted.len() > 4 { 2 } else { 1 };
    let found = others.iter().find(|name| called(name));
    found.or_else(|| others.iter().filter(|name| slips(name) <= most).min_by_key(|name| slips(name))).cloned()
}

/// Which members that must be there an object lacks, each below `path`.
fn of<F: Field, const N: usize>(raw: Raw<'_>, known: &'static [(F, &'static str); N], path: &str) -> Vec<Lack> {
    let mut others = Vec::new();
    let Ok(fields) = Fields::read(raw, known, &mut |name| others.push(name.to_owned())) else { return Vec::new() };
    let lacking = known.iter().filter(|(field, _)| field.shape().required && fields.get(*field).is_none());
    lacking.map(|(_, name)| Lack { path: format!("{path}.{name}"), instead: near(name, &others) }).collect()
}

/// The elements of a list, each with its path; nothing where it is no list.
fn elements<'a>(raw: Raw<'a>, path: &str) -> Vec<(Raw<'a>, String)> {
    let mut found = Vec::new();
    // What else is wrong with the list is told where it is read.
    let _ = raw.list(|element| {
        found.push((element, format!("{path}[{}]", found.len())));
        Ok(())
    });
    found
}

/// What the programme lacks.
pub fn program(raw: Raw<'_>) -> Vec<Lack> {
    use ProgramField as Of;
    let path = DocumentField::Program.name();
    let mut lacks = of(raw, &Of::ALL, path);
    if let Ok(fields) = Fields::read(raw, &Of::ALL, &mut |_| ())
        && let Some(rates) = fields.get(Of::Contributions)
    {
        let path = format!("{path}.{}", Of::Contributions.name());
        for (rate, path) in elements(rates, &path) {
            lacks.extend(of(rate, &ContributionField::ALL, &path));
        }
    }
    lacks
}

/// What the groups lack.
pub fn groups(raw: Raw<'_>) -> Vec<Lack> {
    let each = elements(raw, DocumentField::Groups.name()).into_iter();
    each.flat_map(|(group, path)| of(group, &GroupField::ALL, &path)).collect()
}
