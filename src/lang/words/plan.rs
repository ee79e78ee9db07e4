//! The words of `plan`.

use crate::lang::Phrase;

phrases! {
    WORKERS: "Workers" / "Pekerja";
    RATE: "Rate" / "Iuran";
    BUDGET: "Budget" / "Pagu";
    A_MONTH: "A month" / "Sebulan";
    LASTS: "Lasts" / "Cukup untuk";
    IN_ALL: "In all" / "Seluruhnya";
    A_YEAR: "A year" / "Setahun";
    CUT: "{0} / {1} = {2}, cut" / "{0} / {1} = {2}, dibulatkan ke bawah";
    FULL_MONTHS: "{0} full {0|month|months}, {1} over; month {2} lacks {3}" / "{0} bulan penuh, sisa {1}; bulan ke-{2} kurang {3}";
    MONTHS: "{0} {0|month|months} × {1} = {2}: {3}" / "{0} bulan × {1} = {2}: {3}";
    AFFORDABLE: "12 months can be paid for {0} {0|worker|workers}" / "12 bulan cukup untuk {0} pekerja";
    WITH: "With that" / "Dengan itu";
    UNTIL: "{0}, to {1}; {2} lacks {3}" / "{0}, s.d. {1}; {2} kurang {3}";
    NOT_ONE: "no month; {0} lacks {1}" / "tak sebulan pun; {0} kurang {1}";
    LACKS: "lacks {0}" / "kurang {0}";
    PEOPLE: "{0} {0|person|people} protected in all" / "{0} orang berbeda terlindungi seluruhnya";

    NO_MONTH: "{0}: not a month YYYY-MM" / "{0}: bukan bulan YYYY-MM";
    NEEDS_MONTHS: "the money would never end here; give --months" /
        "di sini dana tidak pernah habis; beri --months";
    TOO_FEW: "give three of --workers --monthly --months --budget; the fourth is solved, all four are compared" /
        "beri tiga dari --workers --monthly --months --budget; yang keempat dihitung, keempatnya dibandingkan";
    NO_ANSWER: "what costs nothing lasts for ever" / "yang tanpa biaya tidak ada habisnya";
}
