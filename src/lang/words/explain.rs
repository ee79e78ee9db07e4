//! The formulas of the explanations, their numbers left open.

use crate::lang::Phrase;

phrases! {
    FORECAST: "{0} × {1} / {2} = {3} {3|day|days}, rounded up, after {4}: {5}" /
        "{0} × {1} / {2} = {3} hari, dibulatkan ke atas, sesudah {4}: {5}";
    NEEDED: "{0} × 30 / {1} {1|day|days} to {2} = {3} per 30 days" / "{0} × 30 / {1} hari s.d. {2} = {3} per 30 hari";
    PACE: "{0} enrolled from {1} to {2}; / 3 = {3} per 30 days" / "{0} didaftarkan {1} s.d. {2}; / 3 = {3} per 30 hari";
    DECILE_1: "{0} active of {1} listed = {2}; decile 1 is the poorest tenth" /
        "{0} aktif dari {1} terdata = {2}; desil 1 adalah sepersepuluh termiskin";
    LEFT: "budget − spent − committed: {0}" / "pagu − realisasi − komitmen: {0}";
    MONTH_BY_SEGMENT: "{0} {0|worker|workers}, {1} each: {2}" / "{0} pekerja, masing-masing {1}: {2}";
    MONTHS: "{0} / {1} = {2}, cut, never rounded up" / "{0} / {1} = {2}, dibulatkan ke bawah, tidak pernah ke atas";
    PAID_TO: "{0} is the first unpaid month; {1} {1|month from it ends|months from it end} with {2}" /
        "mulai {0} (belum dibayar), {1} bulan = s.d. {2}";
    PAID_TO_SKIPPING: "{0} is the first unpaid month; {1} months from it, those paid ahead left out, end with {2}" /
        "mulai {0} (belum dibayar), {1} bulan tanpa yang dibayar di muka = s.d. {2}";
    NO_RATE: "{0}: the file has no rate for {1}" / "{0}: di berkas tidak ada iuran {1}";
    FIRST_UNPAID: "{0}, which lacks {1} − {2} = {3}" / "{0}, kurang {1} − {2} = {3}";
    LAPSES: "end of {0} + {1} {1|month|months} of grace, the day after: {2}" / "akhir {0} + {1} bulan tenggang, sehari sesudahnya: {2}";
    NEED_TO_END: "{0} {0|month|months} to {1} × {2} = {3}" / "{0} bulan s.d. {1} × {2} = {3}";
    TO_THE_END: "{0} {0|month|months} to {1} × {2} = {3}; {4} − {3} = {5}" / "{0} bulan s.d. {1} × {2} = {3}; {4} − {3} = {5}";
    AFFORDABLE: "{0} / ({1} × {2}) = {3} {3|worker|workers}, cut; {4} active are {5} too many" /
        "{0} / ({1} × {2}) = {3} pekerja, dibulatkan ke bawah; {4} aktif lebih {5}";
}
