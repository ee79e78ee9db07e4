//! Every phrase of the screens and of `status`, both languages side by side. Key words stand in `tui::keymap`, the
//! audit's in [`super::findings`], errors in [`super::errors`].

use super::Phrase;
use crate::roster::worker::{AGE_BANDS, Sex, Standing, Status};

macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident: $en:literal / $id:literal;)*) => {
        $($(#[$doc])* #[doc = concat!("“", $en, "”")] pub const $name: Phrase = Phrase { en: $en, id: $id };)*

        /// All of them, for the test that both languages name the same values.
        pub const ALL: &[Phrase] = &[$($name,)*];
    };
}

pub mod command;
pub mod config;
pub mod explain;
pub mod export;
pub mod here;
pub mod import;
pub mod notice;
pub mod picture;
pub mod plain;
pub mod plan;
pub mod report;
pub mod slide;
pub mod typed;
pub mod usage;
pub mod would;

/// Every list of phrases, for the tests that walk them all.
pub const EVERY: &[&[Phrase]] = &[
    ALL,
    command::ALL,
    config::ALL,
    explain::ALL,
    export::ALL,
    here::ALL,
    import::ALL,
    notice::ALL,
    picture::ALL,
    plain::ALL,
    plan::ALL,
    report::ALL,
    slide::ALL,
    typed::ALL,
    usage::ALL,
    would::ALL,
];

phrases! {
    DEMO: "DEMO" / "DATA CONTOH";
    DEMO_SHORT: "DEMO" / "CONTOH";
    ERRORS_SHORT: "{0} {0|error|errors}" / "{0} salah";
    CHIP_OLD_DATA: "OLD DATA {0}" / "DATA LAMA {0}";
    CHIP_OLD_SHORT: "OLD {0}" / "LAMA {0}";
    CHIP_READ: "READ {0}" / "DIBACA {0}";
    CHIP_READ_SHORT: "{0}" / "{0}";
    CHIP_REVEALED: "REVEALED" / "TERBUKA";
    CHIP_REVEALED_SHORT: "NIK" / "NIK";
    CHIP_WHAT_IF_SHORT: "IF" / "ANDAI";
    AS_OF: "as of {0}" / "per {0}";
    AS_OF_DATA: "newest date {0}" / "tanggal terbaru {0}";
    AS_OF_YEAR: "end of year {0}" / "akhir tahun {0}";

    TAB_GROUPS: "Groups" / "Kelompok";
    TAB_ENROLLMENT: "Enrollment" / "Kepesertaan";
    TAB_BUDGET: "Budget" / "Anggaran";
    TAB_WORKERS: "Workers" / "Pekerja";
    TAB_CHECKS: "Checks" / "Pemeriksaan";

    FIGURE_ACTIVE_OF: "{0} of {1} active" / "{0} dari {1} aktif";
    FIGURE_ACTIVE: "{0} active" / "{0} aktif";
    FIGURE_OF: "{0} active, of {1}" / "{0} aktif, dari {1}";
    FIGURE_OVERALL: " overall" / " seluruhnya";
    FIGURE_LEFT: "{0} left" / "{0} sisa pagu";
    LEFT_OF: "{0} left of {1}" / "{0} sisa dari {1}";
    FIGURE_OVER: "{0} over" / "{0} lebih dari pagu";
    FIGURE_MONTHS: "{0} {0|month|months}" / "{0} bulan";
    FIGURE_TO: ", to {0}" / ", s.d. {0}";
    NO_FURTHER_MONTH: "no further month; " / "tidak ada bulan lagi; ";
    PAID_UNTIL: "paid " / "dibayar ";
    TO_MONTH: "to {0}" / "s.d. {0}";
    PAID_TO_MONTH: "paid to {0}" / "dibayar s.d. {0}";
    ALL_PAID_TO: "all paid to {0}" / "lunas s.d. {0}";
    SHORT_OF_MONTH: "{0} short of {1}" / "−{0} s.d. {1}";
    FIGURE_NO_MONTH: "no month paid" / "tanpa bulan terbayar";
    FIGURE_UNLIMITED: "unlimited" / "tanpa batas";
    NO_RATE: "no rate" / "tanpa iuran";
    FIGURE_WHOLE: "whole " / "seluruh ";
    FIGURE_TARGET: "target: " / "target: ";
    FIGURE_TARGET_TO: "target: to {0}" / "target: s.d. {0}";
    FIGURE_TARGET_NONE: "whole target: no month" / "seluruh target: tak sebulan pun";
    FIGURE_TARGET_NO_RATE: "whole target: no rate" / "seluruh target: tanpa iuran";
    FIGURE_TARGET_UNLIMITED: "whole target: unlimited" / "seluruh target: tanpa batas";
    FIGURE_THESE: "all {0}: {1}/month" / "semua {0}: {1}/bulan";
    NO_BUDGET: "no budget yet" / "belum ada pagu";
    TOO_LARGE: "more than 28 digits" / "lebih dari 28 angka";
    TOO_LONG: "more than {0} months" / "lebih dari {0} bulan";
    TOO_LATE: "beyond December 9999, the calendar's last month" / "sesudah Desember 9999, bulan terakhir kalender";
    FIGURE_OVER_LARGE: "budget exceeded by far" / "jauh melebihi pagu";
    ST_OVER_LARGE: "far over the budget of {0}: {1} spent, {2} committed" / "jauh melebihi pagu {0}: {1} realisasi, {2} komitmen";
    RATE_CHANGES: "a rate changes in {0}" / "iuran berubah {0}";
    UNRATED: "{0} {0|worker|workers} without a full rate not included" / "{0} pekerja tanpa iuran lengkap tidak terhitung";
    PAYMENTS_MISSING: "no payments in the file" / "tidak ada pembayaran di berkas";
    PAYMENTS_MISSING_SHORT: "no payments" / "tanpa pembayaran";
    MONTH_UNCOVERED_SHORT: "{0} skipped" / "{0} terlewat";
    PAYMENT_MISDATED_SHORT: "unlikely year" / "tahun janggal";
    MONTH_UNCOVERED: "no payment covers {0}" / "tidak ada pembayaran untuk {0}";
    MONTHS_UNCOVERED: "no payment covers {0}; months skipped: {1}" / "tidak ada pembayaran untuk {0}; bulan terlewat: {1}";
    PAYMENT_MISDATED: "a payment names an unlikely year" / "satu pembayaran menyebut tahun yang janggal";
    PAYMENTS_MISDATED: "{0} payments name an unlikely year" / "{0} pembayaran menyebut tahun yang janggal";
    PAYMENTS_ASIDE: "{0} {0|payment|payments} set aside: less may be left" / "{0} pembayaran disisihkan: sisa bisa lebih kecil";

    FILTER: "Filter" / "Filter";
    NO_FILTER: "none" / "tidak ada";
    MATCHED: "{0} of {1} {1|worker|workers}" / "{0} dari {1} pekerja";
    MATCHED_SHORT: "{0} of {1}" / "{0} dari {1}";
    SET_ASIDE: "{0} set aside" / "{0} disisihkan";
    PAYMENTS_ASIDE_SHORT: "payments set aside: {0}" / "pembayaran disisihkan: {0}";
    RATE_CHANGES_SHORT: "another rate from {0}" / "iuran lain mulai {0}";
    SET_ASIDE_SHORT: "{0} aside" / "{0} sisih";
    COUNTING: "counting" / "menghitung";
    COLUMN: "column {0}" / "kolom {0}";

    GROUP: "Group" / "Kelompok pekerjaan";
    TARGET: "Target" / "Target";
    ALL_GROUPS: "All groups" / "Semua kelompok";
    FILTERED: "Filtered" / "Yang tersaring";
    PERCENT: "percent" / "persen";
    MATCHED_HEAD: "Matched" / "Tersaring";
    MATCHED_STEP: "matched" / "tersaring";
    UNKNOWN_GROUP: "unknown occupation" / "pekerjaan tak dikenal";
    TO_GO: "{0} to go" / "kurang {0}";
    TO_GO_OF: "{0} to go to {1}" / "kurang {0} dari target {1}";
    ABOVE_TARGET: "{0} above target" / "{0} di atas target";
    NO_TARGET: "no target" / "tanpa target";
    GOAL: "target" / "target";
    LISTED: "listed" / "terdata";
    VERIFIED_STEP: "verified" / "terverifikasi";
    ENROLLED_STEP: "enrolled" / "didaftarkan";
    ACTIVE_STEP: "active" / "aktif";
    FUNNEL: "Funnel" / "Alur";
    DISTRICTS_ACTIVE: "Districts, active" / "Distrik, aktif";
    AGES_ACTIVE: "Age, active" / "Usia, aktif";
    SEXES_ACTIVE: "Sex, active" / "Jenis kelamin, aktif";
    DISTRICTS_MATCHED: "Districts, matched" / "Distrik, tersaring";
    AGES_MATCHED: "Age, matched" / "Usia, tersaring";
    SEXES_MATCHED: "Sex, matched" / "Jenis kelamin, tersaring";
    GAP: "{0} to go, that is" / "Kurang {0}, yaitu";
    NOT_LISTED: "not listed yet" / "belum terdata";
    LISTED_BEYOND: "listed beyond target" / "terdata di atas target";
    UNKNOWN: "unknown" / "tak diketahui";
    MORE: "{0} more" / "{0} lagi";
    MORE_COLUMNS: "{0} more {0|column|columns}" / "{0} kolom lagi";

    GRACE_OF: "{0} grace" / "{0} masa tenggang";
    TARGET_IS: "target {0}" / "target {0}";
    PERCENT_ACTIVE: "{0} active" / "{0} aktif";
    TO_GO_PEOPLE: "{0} to go" / "kurang {0}";
    REACHED: "The target is reached." / "Target tercapai.";
    PACE_FORECAST: "At the pace of {0} per 30 days (last 90 days) the target comes on {1}." /
        "Dengan laju {0} per 30 hari (90 hari terakhir) target tercapai {1}.";
    PACE_NEVER: "At the pace of {0} per 30 days (last 90 days) the target is out of sight." /
        "Dengan laju {0} per 30 hari (90 hari terakhir) target tidak terjangkau.";
    PACE_NONE: "Nobody was enrolled in the last 90 days." / "Tidak ada yang didaftarkan dalam 90 hari terakhir.";
    PACE_ONLY: "The pace is {0} per 30 days (last 90 days)." / "Laju {0} per 30 hari (90 hari terakhir).";
    NEEDED: "To make it by {0} takes {1} per 30 days" / "Agar tercapai {0} perlu {1} per 30 hari";
    NEEDED_TIMES: "{0} times as many." / "{0} kali laju itu.";
    ENROLLED_CHART: "Enrolled" / "Didaftarkan";
    RUNNING_TOTAL: "running total" / "jumlah berjalan";
    PLAN_LINE: "plan" / "rencana";
    NEEDED_LINE: "needed" / "diperlukan";
    MONTHS: "Months" / "Per bulan";
    NEW: "new" / "baru";
    TOTAL: "total" / "jumlah";
    DIFFERENCE: "gap" / "selisih";
    EXPECTED: "expected" / "seharusnya";
    IN_LIST: "in list" / "di daftar";
    DECILE_1: "decile 1" / "desil 1";
    DECILE_1_LISTED: "decile 1 listed" / "desil 1 terdata";
    DECILE_1_ACTIVE: "decile 1 active" / "desil 1 aktif";
    OF: "{0} of {1}" / "{0} dari {1}";
    COMPARE: "For comparison" / "Pembanding";
    PROTECTED_IN: "protected in {0}" / "terlindungi {0}";
    DISTRICTS: "Districts" / "Distrik";
    ACTIVE_OF_QUOTA: "active, of the quota" / "aktif, dari kuota";
    ACTIVE_OF_LISTED: "active, of those listed" / "aktif, dari yang terdata";
    ACTIVE_BESIDE: "of them active" / "di antaranya aktif";
    MATCHED_AS: "{0} matched: " / "{0} tersaring: ";
    BELOW_DISTRICTS: "districts" / "distrik";

    LEFT: "left" / "sisa";
    COMMITTED: "committed" / "komitmen";
    SPENT: "spent" / "realisasi";
    BUDGET_IS: "budget {0}" / "pagu {0}";
    OVER_BY: "over by {0}" / "lebih {0} dari pagu";
    LEFT_PAYS: "Left pays for" / "Sisa pagu membiayai";
    LEFT_PAYS_SHORT: "Left pays for" / "Sisa untuk";
    COLUMNS_AWAY: "{0} more {0|column|columns}" / "{0} kolom lagi";
    WORKERS: "workers" / "pekerja";
    RP_A_MONTH: "Rp a month" / "Rp per bulan";
    PER_MONTH: "per month" / "per bulan";
    MONTHS_UNIT: "months" / "bulan";
    PAID_TO: "paid to" / "terbayar";
    LAPSES: "lapses" / "berakhir";
    ON_DAY: "on {0}" / "pada {0}";
    ON_DAY_RP: "on {0}, Rp" / "pada {0}, Rp";
    THE_ACTIVE: "the active" / "pekerja aktif";
    ACTIVE_AND_VERIFIED: "and the verified" / "dan terverifikasi";
    WHOLE_TARGET: "the whole target" / "seluruh target";
    AS_MANY_AS_FIT: "as many as fit" / "sebanyak yang cukup";
    AS_MANY_SHORT: "as many as fit" / "yang cukup";
    THE_FILTER: "the filter" / "yang tersaring";
    SELECTION_COSTS: "{0} a month for these {1}, {2} to {3}" / "{0} per bulan untuk {1} yang tersaring, {2} s.d. {3}";
    SELECTION_SCHEMES: " (JKK {0} + JKM {1})" / " (JKK {0} + JKM {1})";
    SELECTION_MONTHLY: "{0} a month for these {1}" / "{0} per bulan untuk {1} yang tersaring";
    SURPLUS: "over" / "lebih";
    SHORT: "short" / "kurang";
    RUNWAY: "Runway" / "Daya tahan";
    RUPIAH: "rupiah" / "rupiah";
    RP: "Rp" / "Rp";
    MONEY_LEFT: "Left" / "Sisa pagu";
    RP_BN: "Rp bn" / "Rp miliar";
    RP_M: "Rp mn" / "Rp juta";
    PAYMENTS: "Payments" / "Pembayaran";
    MONTH: "month" / "bulan";
    AMOUNT: "amount" / "jumlah";
    SUM: "total" / "jumlah";
    CLAIMS_OF: "{0} {0|claim|claims}" / "{0} klaim";
    CLAIMS: "Claims paid by BPJS" / "Klaim dibayar BPJS";
    LINE_ACTIVE: "active" / "aktif";
    LINE_TARGET: "target" / "target";
    LINE_ENDS: "{0}, 0 in {1}" / "{0}: habis di {1}";
    TOO_MUCH: "{0} pays {1} too much" / "{0} lebih bayar {1}";
    TOO_LITTLE: "{0} pays {1} too little" / "{0} kurang bayar {1}";
    PAYS_UNLISTED: "{0} pays {1} not listed" / "{0}: {1} tidak ada di daftar";
    PAYS_MISSING: "{0} leaves out {1} listed" / "{0}: {1} di daftar tak dibayar";
    MORE_MISMATCHES: "{0} more {0|differs|differ}" / "{0} lagi berselisih";
    GIVES_BACK: "{0}: refund of {1}" / "{0}: pengembalian {1}";
    REFUND: "refund" / "kembali";
    COMMITTED_PAID_ON: "committed, paid {0}" / "komitmen, dibayar {0}";
    COMMITTED_BILLED: "committed, billed" / "komitmen, sudah ditagih";
    NO_PAYMENTS: "No payments in the file." / "Tidak ada pembayaran di berkas.";
    PAYS_ACTIVE_OVER: "What is left pays the {0} active to {1}, {2} over." /
        "Sisa pagu membiayai {0} pekerja aktif s.d. {1}, lebih {2}.";
    PAYS_ACTIVE_SHORT: "What is left pays the {0} active to {1}; {3} lacks {2}." /
        "Sisa membiayai {0} yang aktif s.d. {1}; {3} kurang {2}.";
    FOR_ACTIVE: "{0} active" / "{0} aktif";
    FOR_ACTIVE_FOR: "for " / "untuk ";
    FOR_ACTIVE_THE: "the " / "";
    ALL_PAID: "all paid" / "lunas";
    NONE_FURTHER: "no further month" / "tak ada bulan lagi";
    NONE_FURTHER_SHORT: "no further" / "tak ada lagi";
    PAYS_ACTIVE_NO_MONTH: "What is left does not pay the {0} active for a month." /
        "Sisa pagu tidak membiayai {0} pekerja aktif sebulan pun.";
    PAYS_ACTIVE_NO_FURTHER: "For the {0} active: {1}." / "Untuk {0} pekerja aktif: {1}.";
    PAYS_ACTIVE_FAR: "What is left pays the {0} active for {1} {1|month|months}." / "Sisa pagu membiayai {0} pekerja aktif selama {1} bulan.";
    PAYS_TARGET_MONTHS: "For the whole target, {0}, full months: {1}." / "Untuk seluruh target, {0}, bulan penuh: {1}.";
    PAYS_TARGET_NO_FURTHER: "For the whole target, {0}: {1}." / "Untuk seluruh target, {0}: {1}.";
    PAYS_TARGET: "For the whole target, {0}, only to {1}, {2}." / "Untuk seluruh target, {0}, hanya s.d. {1}, {2}.";
    PAYS_TARGET_OVER: "For the whole target, {0}, to {1}, {2}." / "Untuk seluruh target, {0}, s.d. {1}, {2}.";
    SHORT_OF: "short {0}" / "kurang {0}";
    OVER_OF: "{0} over" / "lebih {0}";
    EXACT: "Rp0 over" / "tepat habis";
    OVER_AFFORDABLE: "{0} of those active cannot be paid to {1}" / "{0} pekerja aktif tidak dapat dibiayai s.d. {1}";
    LASTS_UNKNOWN: "How long it lasts is unknown: the file has no rate for {0}." /
        "Daya tahannya tidak diketahui: di berkas tidak ada iuran {0}.";
    EVERYTHING_PAID: "Everything to {0} is paid." / "Semua sudah dibayar s.d. {0}.";
    COVERAGE_ENDED: "Coverage has ended." / "Masa cakupan telah berakhir.";

    NAME: "Name" / "Nama";
    STATUS: "Status" / "Status";
    DISTRICT: "District" / "Distrik";
    VILLAGE: "Village" / "Kelurahan";
    AGE: "Age" / "Usia";
    SEX: "Sex" / "Jenis kelamin";
    SEGMENT: "Segment" / "Segmen";
    DECILE: "Decile" / "Desil";
    REASON: "Reason" / "Alasan";
    HIDDEN_IN_FILE: "In the {0}: {1}." / "Dalam {0}: {1}.";
    SPELT_IN_FILE: "In the file “{0}”, counted as {1}." / "Di berkas “{0}”, dihitung sebagai {1}.";
    REGISTERED: "Registered" / "Didata";
    ENROLLED: "Enrolled" / "Didaftarkan";
    UNTIL: "Until" / "Sampai";
    PROTECTED: "Protected" / "Terlindungi";
    LAPSE: "Lapse" / "Berakhir";
    NIK: "NIK" / "NIK";
    KPJ: "KPJ" / "KPJ";
    PHONE: "Phone" / "Telepon";
    FINDINGS: "Findings" / "Temuan";
    FINDING: "Finding" / "Temuan";
    ID: "Id" / "Id";
    GROUP_SHORT: "Group" / "Kelompok";
    NO_WORKER: "No worker matches. Backspace clears the filter." /
        "Tidak ada pekerja yang cocok. Backspace menghapus filter.";
    NO_WORKERS: "The roster has no workers." / "Daftar tidak berisi pekerja.";
    NO_GROUPS: "The roster has no groups." / "Daftar tidak berisi kelompok.";
    TO_THE_DAY: "{0}" / "s.d. {0}";
    YEARS: "{0} {0|year|years}" / "{0} tahun";
    STANDS_ON: "{0} on {1}" / "{0} per {1}";
    UNTIL_THEN: "protected until {0}, then" / "terlindungi s.d. {0}, lalu";
    GRACE_TO: "{0} {0|month|months} of grace, to {1}" / "{0} bulan tenggang s.d. {1}";
    LAPSES_ON: "lapses on {0}, in {1} {1|day|days}" / "berakhir {0}, {1} hari lagi";
    LAPSED_ON: "lapsed on {0}" / "berakhir {0}";
    PROTECTED_UNTIL: "protected until {0}" / "terlindungi s.d. {0}";
    PROTECTED_OPEN: "protected, no end in the list" / "terlindungi, tanpa batas di daftar";
    NOT_ENROLLED: "not enrolled yet" / "belum didaftarkan";
    NOT_PROTECTED: "not protected" / "tidak terlindungi";
    PAID: "Paid" / "Dibayar";
    ONE_FINDING: "1 finding" / "1 temuan";
    SEVERAL_FINDINGS: "{0} {0|finding|findings}" / "{0} temuan";
    NO_FINDINGS: "No findings." / "Tidak ada temuan.";
    PLACE_OF: "{0} of {1}" / "{0} dari {1}";

    OF_WHOLE_LIST: "of the whole list" / "seluruh daftar";
    IN_WORKERS: "in {0} {0|worker|workers}, {1} {1|payment|payments}" / "pada {0} pekerja, {1} pembayaran";
    RULES: "{0} {0|rule|rules}" / "{0} aturan";
    RULES_IN_SIGHT: "{0} of {1}" / "{0} dari {1}";
    MORE_RULES: "{0} more {0|rule|rules}" / "{0} aturan lagi";
    WHAT: "What" / "Arti";
    TO_DO: "To do" / "Lakukan";
    ROWS: "Rows" / "Baris";
    ENTER_OPENS: "opens the rows in Workers" / "membuka baris di tab Pekerja";
    NOTHING_FOUND: "Nothing found in {0} {0|worker|workers} and {1} {1|payment|payments}." /
        "Tidak ada temuan pada {0} pekerja dan {1} pembayaran.";
    PAYMENT_EXPECTED: "{0}: paid {1}, expected {2}" / "{0}: dibayar {1}, seharusnya {2}";
    MONTH_WORKERS: "{0}: paid for {1}, listed {2}" / "{0}: dibayar untuk {1}, di daftar {2}";
    CLAIM_OF: "claim {0}: {1} of {2}, {3}, {4}" / "klaim {0}: {1} untuk {2}, {3}, {4}";
    NO_DATE: "no date" / "tanpa tanggal";
    PAYMENT_DATES: "{0}: {1}, {2}" / "{0}: {1}, {2}";
    PLAN_STEP: "plan for {0}: {1}" / "rencana {0}: {1}";
    WHOLE_PROGRAM: "the whole programme" / "seluruh program";

    READING: "Reading {0}" / "Membaca {0}";
    READ_WORKERS: "{0} {0|worker|workers}" / "{0} pekerja";
    READ_BYTES: "{0} of {1} MB" / "{0} dari {1} MB";
    READ_BYTES_OPEN: "{0} MB" / "{0} MB";
    COUNTING_FILE: "Counting {0}" / "Menghitung {0}";
    SECONDS_LEFT: "about {0} s left" / "sekitar {0} dtk lagi";
    MINUTES_LEFT: "about {0} min left" / "sekitar {0} mnt lagi";
    AUDIT_LATER: "The audit comes when all is read." / "Pemeriksaan dijalankan setelah semua terbaca.";
    FIRST_ROWS: "first rows" / "baris pertama";
    SO_FAR: "so far" / "sejauh ini";
    HELP: "Help" / "Bantuan";
    ACTIONS: "{0} {0|action|actions}" / "{0} tindakan";
    MOVE: "Move" / "Bergerak";
    CHOOSE: "Choose" / "Memilih";
    DO: "Do" / "Melakukan";
    FILTER_FIELDS: "Fields of the filter" / "Isian filter";
    ON_THIS_TAB: "On this tab" / "Di tab ini";
    REVEAL_ASK: "Show personal numbers whole on this screen?" / "Tampilkan nomor pribadi lengkap di layar ini?";
    REVEAL_YES: "{0} shows them, any other key keeps them masked." / "{0} menampilkan, tombol lain tetap menyamarkan.";
    PASTE_CUT: "only the first {0} {0|character|characters} of the paste were taken" / "hanya {0} karakter pertama tempelan yang diambil";
    CANNOT_UNDO: "nothing to undo" / "tidak ada yang dibatalkan";
    WI_CHIP: "WHAT IF" / "ANDAI";
    WI_UNSAVED: "stays until reset" / "tetap sampai dikembalikan";
    WI_NOW: "now" / "kini";
    WI_IF: "what if" / "andai";
    WI_LEFT: "Left, Rp" / "Sisa pagu, Rp";
    WI_ADDED: "Added (APBD-P), Rp" / "Tambahan (APBD-P), Rp";
    WI_WORKERS: "Workers" / "Pekerja";
    WI_MORE: "More each month" / "Tambahan tiap bulan";
    WI_REPLACED: "Replaced each month" / "Diganti tiap bulan";
    WI_RATE: "Rate a month, Rp" / "Iuran sebulan, Rp";
    WI_MONTHS: "Months" / "Bulan";
    WI_FROM: "from {0}" / "mulai {0}";
    WI_SPAN: "{0} to {1}" / "{0} s.d. {1}";
    WI_WHOLE: ", the whole target" / ", seluruh target";
    WI_ABOVE: ", {0} above the target" / ", {0} di atas target";
    WI_OVER: "{0}: {1} {1|worker|workers}{2}. Over on {3}: {4}." / "{0}: {1} pekerja{2}. Lebih per {3}: {4}.";
    WI_EXACT: "{0}: {1} {1|worker|workers}{2}. Exactly used up on {3}." / "{0}: {1} pekerja{2}. Tepat habis per {3}.";
    WI_LACKS: "Paid to {0}, {1} {1|worker|workers}. {2} lacks {3}." / "Terbayar s.d. {0}, {1} pekerja. {2} kurang {3}.";
    WI_NONE: "No month can be paid: {0} lacks {1}." / "Sebulan pun tidak terbayar: {0} kurang {1}.";
    WI_NO_MONTHS: "No month is left to pay." / "Tidak ada bulan yang tersisa.";
    WI_UNSOLVED: "No value of it pays every month." / "Tidak ada nilai yang membiayai semua bulan.";
    WI_PEOPLE: "{0} {0|person|people}" / "{0} orang berbeda";
    WI_START: "First month" / "Bulan pertama";
    WI_SCHEMES: "JKK and JKM" / "JKK dan JKM";
    WI_RATE_CHANGES: "▲ changes {0}" / "▲ berubah {0}";
    WI_NO_RATE: "what if needs the rates of JKK and JKM: the file lacks one" / "andai memerlukan iuran JKK dan JKM: di berkas ada yang kurang";
    WI_NO_BUDGET: "what if needs the budget, which a list does not say" / "andai memerlukan pagu, yang tidak ada di daftar instansi";
    WI_WAYS: "Four ways" / "Empat cara";
    WI_WAYS_TITLE: "Four ways, nothing added" / "Empat cara, tanpa tambahan";
    WI_MONTHS_TO: "months, paid to" / "bulan, terbayar s.d.";
    WI_RESULT: "result" / "hasil";
    WI_RESULT_RP: "result, Rp" / "hasil, Rp";
    WI_NO_MONTH: "no month" / "tak sebulan pun";
    WI_UNTIL: "all, until the money ends" / "semua, sampai dana habis";
    WI_FIT: "as many as fit to the end" / "sebanyak yang cukup";
    WI_STAGED: "{0} more each month" / "tambah {0} tiap bulan";
    WI_AS_NOW: "those of today go on" / "yang sekarang berlanjut";
    WI_ALL: "all, to the end" / "semua, sampai akhir";
    KEY_MOVE: "move" / "gerak";
    KEY_CHANGE: "change" / "ubah";
    KEY_TYPE: "type" / "ketik";
    KEY_SOLVE: "solve for" / "cari nilai ini";
    KEY_RESET: "reset" / "semula";
    KEY_SORT: "sort" / "urutkan";
    KEY_RUN: "do it" / "jalankan";
    KEY_WRITE: "write" / "tulis";
    KEY_FORM: "form" / "bentuk";
    KEY_COMPARE: "compare" / "bandingkan";
    SEGMENT_RATE: "{0}, {1} a month" / "{0}, {1} per bulan";
    KEY_EXPLAIN: "explain" / "jelaskan";
    KEY_LIST: "list" / "daftar";
    KEY_COPY: "copy" / "salin";
    KEY_MONTH: "month" / "bulan";
    EXPLAINED: "How it is counted:" / "Cara menghitung:";
    LISTED_HEAD: "Listed" / "Terdata";
    PROGRESS: "Progress" / "Capaian";
    TO_GO_HEAD: "To go" / "Kurang";
    PACE: "Pace" / "Laju";
    FORECAST: "Forecast" / "Perkiraan";
    NEEDED_HEAD: "Needed" / "Diperlukan";
    DECILE_1_HEAD: "Decile 1" / "Desil 1";
    TIMES: "Of the pace" / "Kali laju";
    A_MONTH: "A month" / "Sebulan";
    SCHEMES: "By scheme" / "Per program";
    MONTHS_HEAD: "Months" / "Bulan";
    FULL_MONTHS: "Remainder" / "Sisa";
    PAID_TO_HEAD: "Paid to" / "Terbayar s.d.";
    FIRST_UNPAID: "Not paid in full" / "Tidak penuh";
    LAPSES_HEAD: "Lapses" / "Berakhir";
    TO_THE_END: "To the end" / "Sampai akhir";
    PAID_ON: "paid on {0}" / "dibayar {0}";
    NOT_PAID_YET: "billed, not yet paid" / "ditagih, belum dibayar";
    MONTH_HEAD: "Month" / "Bulan";
    AMOUNT_HEAD: "Amount" / "Jumlah";
    EXPECTED_HEAD: "Expected" / "Seharusnya";
    DIFFERENCE_HEAD: "Difference" / "Selisih";
    LIST_HEAD: "In the list" / "Di daftar";
    LISTED_AGAINST: "{0}: {1} enrolled by its end and protected to its end; {2} paid for" / "{0}: {1} didaftarkan dan terlindungi sampai akhirnya; {2} dibayar";
    REFUND_HEAD: "Refund" / "Pengembalian";
    REFUND_IS: "money that came back: it comes off what was spent, covers no month and is held against no rate" / "uang yang kembali: mengurangi realisasi, tidak membayar bulan apa pun, tidak diperiksa terhadap iuran";
    REFUNDS_ARE: "{0} refunds among them take off {1}" / "di antaranya {0} pengembalian mengurangi {1}";
    NO_WORKERS_NAMED: "the payment names no workers" / "pembayaran tidak menyebut jumlah pekerja";
    SCHEME_JKM: "JKM, death" / "JKM, kematian";
    SCHEME_JKK: "JKK, accident" / "JKK, kecelakaan";
    SUM_HEAD: "Together" / "Jumlah";
    SOURCE_HEAD: "Source" / "Sumber";
    CLAIMS_ARE: "{0} {0|claim|claims}, {1}" / "{0} klaim, {1}";
    CLAIMS_SOURCE: "BPJS pays members, clinics, heirs: no money of this budget" /
        "dibayar BPJS kepada peserta, fasilitas kesehatan, atau ahli waris, bukan dari pagu ini";
    SPENT_IS: "{0} dated to {1} are spent; {2} later or without a date are committed" / "{0} pembayaran bertanggal s.d. {1} = realisasi; {2} sesudahnya atau tanpa tanggal = komitmen";
    AFFORDABLE: "As many as fit" / "Sebanyak yang cukup";
    ACTIVE_HEAD: "Active" / "Aktif";
    OF_THE_TARGET: "of the target" / "dari target";
    POINTS: "{0} {0|point|points}" / "{0} poin";
    LEFT_RP: "Left, Rp" / "Sisa pagu, Rp";
    SPENT_RP: "Spent, Rp" / "Realisasi, Rp";
    MONTHS_FOR_ACTIVE: "Months for the active" / "Bulan untuk yang aktif";
    PAID_TO_ACTIVE: "Paid to, the active" / "Terbayar, yang aktif";
    PAID_TO_TARGET: "Paid to, whole target" / "Terbayar, seluruh target";
    BY_MONTHS: "{0} {0|month|months}" / "{0} bulan";
    MONEY_OF_EVERYBODY: "money and months: everybody's, whatever the filter" /
        "uang dan bulan: untuk semua pekerja, apa pun saringannya";
    JOINED: "joined" / "bergabung";
    LEFT_LIST: "left the list" / "keluar dari daftar";
    NOW_AMONG: "now among them" / "kini termasuk";
    NO_LONGER_AMONG: "no longer among them" / "tidak lagi termasuk";
    MOVED_GROUP: "moved to another group" / "pindah kelompok";
    PART_CHANGED: "{0} changed" / "{0} berubah";
    ENROLMENT_CHANGED: "enrolment date changed" / "baru didaftarkan";
    REGISTRATION_DATE: "Registration date" / "Tanggal didata";
    ENROLMENT_DATE: "Enrolment date" / "Tanggal didaftarkan";
    PROTECTION: "End of protection" / "Akhir perlindungan";
    STATUS_IN_FILE: "Status in the file" / "Status di berkas";
    BIRTH_DATE: "Birth date" / "Tanggal lahir";
    CHANGE: "change" / "perubahan";
    SINCE: "Since {0}" / "Sejak {0}";
    SINCE_SHORT: "since {0}" / "sejak {0}";
    MATCHED_BY: "matched by NIK, KPJ, id" / "dipadankan menurut NIK, KPJ, id";
    NO_DIFFERENCE: "No difference." / "Tidak ada perbedaan.";
    PROGRAMME: "programme" / "program";
    ITS_GROUPS: "groups" / "kelompok";
    ITS_PAYMENTS: "payments" / "pembayaran";
    ITS_PLAN: "plan" / "rencana";
    ITS_CLAIMS: "claims" / "klaim";
    ITS_DISTRICTS: "districts" / "distrik";
    ITS_HISTORY: "earlier years" / "tahun-tahun sebelumnya";
    ALSO_CHANGED: "also changed: {0}" / "juga berubah: {0}";
    ONLY_NEWER: "only in the newer file: {0}" / "hanya di berkas baru: {0}";
    ONLY_OLDER: "only in the older file: {0}" / "hanya di berkas lama: {0}";
    ASIDE_THEN_NOW: "rows set aside: {0}, now {1}" / "baris disisihkan: {0}, kini {1}";
    OTHER_PEOPLE: "These are probably lists of other people: {0} are in both, of {1} and {2}." / "Kemungkinan besar ini daftar orang lain: {0} ada di keduanya, dari {1} dan {2}.";
    TRAFFIC_AMONG: "{0} now among them, {1} no longer, {2} changed" / "{0} kini termasuk, {1} tidak lagi, {2} berubah";
    TRAFFIC: "{0} joined, {1} left the list, {2} changed" / "{0} bergabung, {1} keluar dari daftar, {2} berubah";
    WHAT_CHANGED: "What changed" / "Apa yang berubah";
    THEN_AND_NOW: "Then → now" / "Dulu → kini";
    NO_MOVES: "nobody moved" / "tidak ada yang berpindah";
    COMPARED_WITH: "Compare with" / "Bandingkan dengan";
    COMPARED_HOW: "An older roster file; its people are matched by NIK, KPJ, id." / "Berkas daftar yang lebih lama; orangnya dipadankan menurut NIK, KPJ, id.";
    NOBODY_HERE: "nobody" / "tidak ada";
    COMPARING: "reading {0} to compare" / "membaca {0} untuk dibandingkan";
    NOTHING_TO_COPY: "there is no row to copy here" / "tidak ada baris untuk disalin di sini";
    EXPORTED: "{0} {0|worker|workers} written to {1}" / "{0} pekerja ditulis ke {1}";
    EXPORT: "Export" / "Ekspor";
    EXPORT_TO: "to the file" / "ke berkas";
    EXPORT_ROWS: "{0} {0|worker|workers}, in the order shown" / "{0} pekerja, dalam urutan yang tampil";
    EXPORT_MARKED: "{0} marked {0|worker|workers}" / "{0} pekerja yang ditandai";
    EXPORT_REVEALED: "with NIK, KPJ, phone and birth date in full" / "dengan NIK, KPJ, telepon, dan tanggal lahir lengkap";
    EXPORT_OWNER: "readable by you alone" / "hanya Anda yang dapat membaca";
    FORMAT_CSV: "for spreadsheets and programs" / "untuk Excel dan program lain";
    FORMAT_XLSX: "opens in Excel, no digit is lost" / "dibuka di Excel, tidak ada angka yang hilang";
    FORMAT_JSONL: "one object a line, for programs" / "satu objek per baris, untuk program";
    FORMAT_JSON: "one object, for programs" / "satu objek, untuk program";
    FORMAT_MD: "a table for minutes" / "tabel untuk notulen";
    VIEW_SAVED: "saved as the view {0}; :view {0} shows it again" / "disimpan sebagai tampilan {0}; :tampilan {0} menampilkannya lagi";
    VIEW_SHOWN: "the view {0}" / "tampilan {0}";
    VIEW_FORGOTTEN: "the view {0} is forgotten" / "tampilan {0} dihapus";
    SAY_VIEW: "view" / "tampilan";
    SAY_SAVE: "save" / "simpan";
    SAY_FORGET: "forget" / "lupakan";
    SAY_PRINT: "print" / "cetak";
    SAY_NAME: "NAME" / "NAMA";
    SAY_PICTURE: "picture" / "gambar";
    VIEW_HELP: "show a saved view" / "tampilkan yang tersimpan";
    VIEW_RECALL: "show it again" / "tampilkan lagi";
    VIEW_SAVE: "save what is shown" / "simpan yang tampil";
    VIEW_SAVE_OVER: "save what is shown over it" / "timpa dengan yang tampil";
    NO_SUCH_VIEW: "There is no view {0}; there are: {1}." / "Tidak ada tampilan {0}; yang ada: {1}.";
    NO_VIEWS: "No view is saved yet; save NAME saves what is shown." /
        "Belum ada tampilan tersimpan; simpan NAMA menyimpan yang tampil.";
    VIEW_NAME_RULE: "A view's name has letters, digits, - and _, at most {0}." /
        "Nama tampilan terdiri dari huruf, angka, - dan _, paling banyak {0}.";
    TO_THIS_ROW: "to this row" / "ke baris ini";
    NOTHING_TO_REPEAT: "nothing was done yet that can be repeated" / "belum ada yang dapat diulangi";
    VIEW_FORGET: "forget it" / "hapus";
    VIEW_FORGETS: "forget a saved view" / "hapus yang tersimpan";
    TO_A_ROW: "to that row" / "ke baris itu";
    KEY_NEXT: "next" / "berikut";
    KEY_TAKE: "take {0}" / "pakai {0}";
    KEY_KEEP: "keep" / "pakai";
    KEY_HISTORY: "history" / "riwayat";
    KEY_WORD: "word" / "kata";
    KEY_CLEAR: "clear" / "hapus";
    KEY_BACK: "back" / "kembali";
    BORN: "Born" / "Lahir";
    FACETS: "Facets" / "Rincian pilihan";
    LISTS_IN_SIGHT: "{0} of {1} {1|list|lists}" / "{0} dari {1} daftar";
    COUNTED_AMONG: "(all {0})" / "(semua {0})";
    COUNTED_UNDER: ", counted under {0}" / ", dihitung dalam {0}";
    FIELDS_AND_VALUES: "fields and values" / "isian dan nilai";
    STILL_SHOWN: "still shown: {0}" / "masih tampil: {0}";
    SORT_BY: "Sort by" / "Urutkan menurut";
    ORDER_OF_FILE: "order of the file" / "urutan berkas";
    AMONG_EQUALS: "among equals" / "di antara yang sama";
    SORTING: "sorting" / "mengurutkan";
    MARKED: "{0} marked" / "{0} ditandai";
    COMMANDS: "Commands" / "Perintah";
    ON_GROUPS: "{0} picks the group under the cursor, {1} opens its workers." /
        "{0} memilih kelompok di kursor, {1} membuka pekerjanya.";
    ON_ENROLLMENT: "{0} shows districts and earlier years where they do not fit." /
        "{0} menampilkan distrik dan tahun lalu bila tidak muat.";
    ON_BUDGET: "{0} move through the lines of the runway." / "{0} bergerak di baris daya tahan anggaran.";
    ON_WORKERS: "{0} opens the worker, {1} move through the columns, {2} picks the value in the first one behind the name." /
        "{0} membuka pekerja, {1} bergerak di kolom, {2} memilih nilai di kolom pertama sesudah nama.";
    ON_CHECKS: "{0} picks the rule into the filter, {1} opens its rows." /
        "{0} memasukkan aturan ke filter, {1} membuka barisnya.";
    NO_COMMAND: "No command has these words." / "Tidak ada perintah dengan kata itu.";
    NO_MATCH: "no other name shows a word of the filter" / "tidak ada nama lain yang memuat kata filter";
    COPIED: "{0} sent to your terminal's clipboard" / "{0} dikirim ke papan klip terminal Anda";
    READING_AGAIN: "reading the file again" / "membaca ulang berkas";
    READ_WITHOUT: "read again; the filter names something that is there no more" /
        "dibaca ulang; filter menyebut sesuatu yang sudah tidak ada";
    READ_WITHOUT_TODO: "everybody is shown; {0} brings the filter's text back" /
        "semua ditampilkan; {0} mengembalikan teks filter";
    READ_ONCE: "standard input can be read only once" / "masukan standar hanya dapat dibaca sekali";

    ST_PROTECTED: "Protected" / "Terlindungi";
    ST_MONEY: "Money" / "Anggaran";
    ST_RUNWAY: "Lasts" / "Daya tahan";
    ST_PACE: "Pace" / "Laju";
    ST_GROUPS: "Groups" / "Kelompok";
    ST_FINDINGS: "Checks" / "Pemeriksaan";
    ST_SELECTION: "Filter" / "Filter";
    ST_OF_BUDGET: "{0} left of {1}: {2} spent, {3} committed" / "{0} sisa dari {1}: {2} realisasi, {3} komitmen";
    ST_OVER_BUDGET: "{0} over the budget of {1}: {2} spent, {3} committed" /
        "{0} melebihi pagu {1}: {2} realisasi, {3} komitmen";
    ST_LASTS: "{0} {0|month|months} for {1}, paid to {2}, protection lapses {3}" /
        "{0} bulan untuk {1}, terbayar s.d. {2}, perlindungan berakhir {3}";
    ST_LASTS_FAR: "{0} {0|month|months} for {1}" / "{0} bulan untuk {1}";
    ST_BALANCE: "to {0}: {1}" / "s.d. {0}: {1}";
    ST_MATCHED: "{0} of {1} readable {1|worker|workers}, {2} set aside" / "{0} dari {1} pekerja terbaca, {2} disisihkan";
    ST_LEFT_LINE: "{0} left" / "sisa {0}";
}

/// A standing in lower case, as it stands beside its mark.
pub fn standing(standing: Standing) -> Phrase {
    match standing {
        Standing::Proposed => Phrase { en: "proposed", id: "diusulkan" },
        Standing::Verified => Phrase { en: "verified", id: "terverifikasi" },
        Standing::Active => Phrase { en: "active", id: "aktif" },
        Standing::Grace => Phrase { en: "grace", id: "masa tenggang" },
        Standing::Inactive => Phrase { en: "inactive", id: "nonaktif" },
        Standing::Rejected => Phrase { en: "rejected", id: "ditolak" },
    }
}

/// A status of the file, in lower case.
pub fn status(status: Status) -> Phrase {
    standing(match status {
        Status::Proposed => Standing::Proposed,
        Status::Verified => Standing::Verified,
        Status::Active => Standing::Active,
        Status::Inactive => Standing::Inactive,
        Status::Rejected => Standing::Rejected,
    })
}

/// A standing as a heading.
pub fn standing_heading(standing: Standing) -> Phrase {
    match standing {
        Standing::Proposed => Phrase { en: "Proposed", id: "Diusulkan" },
        Standing::Verified => Phrase { en: "Verified", id: "Terverifikasi" },
        Standing::Active => Phrase { en: "Active", id: "Aktif" },
        Standing::Grace => Phrase { en: "Grace", id: "Tenggang" },
        Standing::Inactive => Phrase { en: "Inactive", id: "Nonaktif" },
        Standing::Rejected => Phrase { en: "Rejected", id: "Ditolak" },
    }
}

/// A sex.
pub fn sex(sex: Sex) -> Phrase {
    match sex {
        Sex::Female => Phrase { en: "female", id: "perempuan" },
        Sex::Male => Phrase { en: "male", id: "laki-laki" },
    }
}

/// An age band: `<18`, `18–29`, `65+`; `None` past the last, where ages are unknown.
pub fn age_band(band: usize) -> Option<String> {
    AGE_BANDS.get(band).map(|(from, to)| match (from, to) {
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (None, Some(to)) => format!("<{}", to + 1),
        (Some(from), None) => format!("{from}+"),
        (None, None) => String::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Lang, Piece};
    use super::*;

    #[test]
    fn both_languages_name_the_same_values() {
        for phrase in EVERY.iter().copied().flatten() {
            let values = |lang: Lang| {
                let mut values: Vec<usize> = Vec::new();
                for piece in lang.pieces(phrase) {
                    if let Piece::Value(place) = piece {
                        values.push(place);
                    }
                }
                values.sort_unstable();
                values
            };
            assert_eq!(values(Lang::En), values(Lang::Id), "{phrase:?}");
        }
    }
}
