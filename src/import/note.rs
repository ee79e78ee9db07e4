//! What offices write beside a person: a note that says of somebody that he has died or moved away is told. It is no
//! status: what the programme does with those people is decided by people.

use crate::check::says_dead;
use crate::roster::text::fold;

/// Words by which a note says that a living person is not to be protected, or no more.
const LEFT: [&str; 24] = [
    "pindah",
    "keluar",
    "berhenti",
    "mundur",
    "mengundurkan",
    "pensiun",
    "phk",
    "nonaktif",
    "tidak aktif",
    "non aktif",
    "tidak ditemukan",
    "tidak dikenal",
    "tidak layak",
    "tidak memenuhi",
    "tms",
    "ganda",
    "dobel",
    "dihapus",
    "dicoret",
    "moved",
    "left",
    "resigned",
    "retired",
    "duplicate",
];

/// Whether a note says that somebody has left, is not known, or stands there twice.
pub fn says_left(note: &str) -> bool {
    let folded = fold(note);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |phrase: &str| {
        let own: Vec<&str> = phrase.split(' ').collect();
        words.windows(own.len()).any(|window| window == own)
    };
    says_dead(note) || LEFT.into_iter().any(has)
}

#[cfg(test)]
mod tests {
    use super::says_left;

    #[test]
    fn a_note_says_who_has_left() {
        for note in ["Meninggal", "sudah PINDAH ke Manokwari", "(alm.)", "tidak aktif", "NIK ganda", "Died 2023"] {
            assert!(says_left(note), "{note}");
        }
        for note in ["", "-", "ketua kelompok", "almari", "aktif", "perpindahan", "Matius", "kepala keluarga"] {
            assert!(!says_left(note), "{note}");
        }
    }
}
