//! The page for whoever has no terminal.

use crate::lang::Phrase;

phrases! {
    OF_EVERYBODY: "This part counts everybody, whatever the filter." /
        "Bagian ini menghitung semua pekerja, apa pun saringannya.";
    WROTE: "page written to {0}" / "halaman ditulis ke {0}";
    LANGUAGE: "English" / "Bahasa Indonesia";
    LANGUAGES: "Language of the page" / "Bahasa halaman";
    HOW_TO_READ: "A dash (–) is unknown, never zero. Counts and rupiah are exact; percentages are rounded to the nearest, months are rounded down. Numbers of persons are masked." /
        "Tanda – berarti tidak diketahui, bukan nol. Jumlah orang dan rupiah tepat; persentase dibulatkan ke yang terdekat, bulan dibulatkan ke bawah. Nomor orang disamarkan.";
    STORY_SHARE: ", that is {0}" / ", yaitu {0}";
    STORY_TO_GO: "; {0} to go" / "; masih kurang {0}";
    STORY_LAPSES: "{0} {0|worker is|workers are} in the last months of protection, {1} of them without it from {2} on." /
        "{0} pekerja dalam masa akhir perlindungan, {1} di antaranya tanpa perlindungan mulai {2}.";
    STORY_FINDINGS: "The list has {0} and {1} to be mended." / "Dalam daftar ada {0} dan {1} yang perlu diperbaiki.";
    MIND: "Mind: {0}" / "Perhatikan: {0}";
    MORE_ROWS: "{0} more {0|row is|rows are} not shown; lindungi export writes all of them." /
        "{0} baris lagi tidak ditampilkan; lindungi export menulis semuanya.";

    GROUPS_CHART: "Bars: active workers of each group, of its target" / "Batang: pekerja aktif tiap kelompok, dari targetnya";
    GROUPS_TABLE: "Groups by standing" / "Kelompok menurut status";
    GROUPS_CHART_MATCHED: "Bars: workers of each group who match, the active of them solid" /
        "Batang: pekerja tiap kelompok yang tersaring, yang aktif penuh";
    MATCHED_NOT_ACTIVE: "matched, not active" / "tersaring, tidak aktif";
    UP_TO_TARGET: "up to the target" / "sampai target";
    ALL_STANDINGS: "listed" / "terdata";

    ENROLLED_CHART: "Chart: workers enrolled since the start, beside plan and target" /
        "Grafik: pekerja yang didaftarkan sejak awal, di samping rencana dan target";
    ENROLLED_TABLE: "Enrolled by month" / "Pendaftaran per bulan";
    ENROLLED_CURVE: "enrolled since the start" / "didaftarkan sejak awal";
    PLAN_CURVE: "plan" / "rencana";
    NEEDED_CURVE: "needed, from the active of today to the target" / "diperlukan, dari yang aktif hari ini sampai target";

    DISTRICTS: "Districts" / "Distrik";
    DISTRICTS_CHART: "Bars: workers of each district, the active of them solid" /
        "Batang: pekerja tiap distrik, yang aktif penuh";
    DISTRICTS_TABLE: "Workers by district" / "Pekerja per distrik";
    LISTED_NOT_ACTIVE: "listed, not active" / "terdata, tidak aktif";
    OF_LISTED: "% of listed" / "% dari terdata";
    OF_MATCHED: "% of matched" / "% dari tersaring";
    OF_QUOTA: "% of target" / "% dari target";

    WHO: "Who they are" / "Siapa mereka";
    BY_STANDING: "Status" / "Status";
    BY_AGE: "Age" / "Usia";
    BY_SEX: "Sex" / "Jenis kelamin";
    BY_SEGMENT: "Segment" / "Segmen";
    FUNNEL_CHART: "How many came how far" / "Berapa orang sampai tahap mana";

    LEFT_PART: "left" / "sisa";
    COMMITTED_PART: "committed" / "komitmen";
    SPENT_PART: "spent" / "realisasi";
    LEFT_CHART: "Chart: what was left of the budget, and how it goes down" / "Grafik: sisa pagu dan bagaimana berkurangnya";
    LEFT_TABLE: "What is left at the end of each month" / "Sisa pagu pada akhir tiap bulan";
    LEFT_CURVE: "left so far" / "sisa sampai kini";
    LEFT_FOR_ACTIVE: "for the active" / "untuk pekerja aktif";
    LEFT_FOR_TARGET: "for the whole target" / "untuk seluruh target";
    ARREARS: "The months still to pay begin with {0}: what those before today cost is taken off first." /
        "Bulan yang belum dibayar mulai {0}: biaya bulan-bulan sebelum hari ini dikurangkan lebih dulu.";
    MONTH_END: "End of" / "Akhir bulan";
    LEFT_RP: "left, Rp" / "sisa, Rp";
    FOR_ACTIVE_RP: "for the active, Rp" / "untuk yang aktif, Rp";
    FOR_TARGET_RP: "for the target, Rp" / "untuk target, Rp";
    LACKS: "lacks {0}" / "kurang {0}";

    RUNWAY_TABLE: "For whom what is left pays" / "Siapa yang dibiayai sisa pagu";
    HOW_IT_COMES: "How the active's months come about" / "Bagaimana bulan untuk pekerja aktif dihitung";
    HOW_ENROLLED: "How enrollment comes about" / "Bagaimana kepesertaan dihitung";

    PAYMENTS_AND_CLAIMS: "Payments and claims" / "Pembayaran dan klaim";
    PAYMENTS_CHART: "Bars: rupiah paid for each month" / "Batang: rupiah yang dibayar untuk tiap bulan";
    PAYMENTS_TABLE: "Payments by month and scheme" / "Pembayaran per bulan dan program";
    AWAITS: "{0}, to be paid" / "{0}, belum dibayar";
    CLAIMS_TABLE: "Contributions and claims by scheme" / "Iuran dan klaim per program";

    WAYS_CHART: "Bars: months paid in full of those to the end of coverage" /
        "Batang: bulan yang terbayar penuh sampai akhir cakupan";
    PAID_FOR: "paid" / "terbayar";
    PAID_MONTHS: "months paid in full" / "bulan terbayar penuh";
    PAID_MONTHS_SHORT: "the same, not to the end" / "sama, tidak sampai akhir";
    MONTHS_TO_END: "to the end of coverage" / "sampai akhir cakupan";
    WAYS_NOTE: "Nothing is added to the budget in any of them." / "Pada semuanya pagu tidak ditambah.";

    LAPSES_CHART: "Bars: workers of each district whose protection ends soon" /
        "Batang: pekerja tiap distrik yang perlindungannya segera berakhir";
    LAPSES_TABLE: "By district and first day without protection" / "Per distrik dan hari pertama tanpa perlindungan";

    OFFICES_CHART: "Bars: errors and warnings that each office can mend" /
        "Batang: kesalahan dan peringatan yang dapat diperbaiki tiap instansi";
    OFFICES_TABLE: "What each office has to mend" / "Yang perlu diperbaiki tiap instansi";
    ASIDE_TABLE: "Rows set aside: their place and what is wrong with them" /
        "Baris yang disisihkan: tempatnya dan apa yang salah";
    PLAN_ASIDE: "{0} {0|row|rows} of the plan set aside" / "{0} baris rencana disisihkan";
    RULES_TABLE: "Every finding, rule by rule" / "Semua temuan, aturan demi aturan";
    WHAT_IS_WRONG: "What is wrong" / "Apa yang salah";
    ROWS: "rows" / "baris";
    TO_DO: "What to do" / "Yang perlu dilakukan";

    SINCE_TABLE: "Every headline figure, then and now" / "Tiap angka utama, dulu dan kini";
    FIGURE: "Figure" / "Angka";
    HAPPENED: "What happened to workers" / "Apa yang terjadi pada pekerja";

    LIST_SOON: "By name: {0} {0|worker|workers} whose protection ends soon" /
        "Menurut nama: {0} pekerja yang perlindungannya segera berakhir";
    LIST_ALL: "By name: {0} {0|worker|workers}" / "Menurut nama: {0} pekerja";
    LIST_NOTE: "Names are whole, numbers masked: hand it only to those who may read the list." /
        "Nama ditulis lengkap, nomor disamarkan: berikan hanya kepada yang berhak membaca daftar.";
    TOO_MANY: "{0} workers are too many for a page (at most {1}). Narrow it with --filter, or write a workbook: lindungi export --template bnba -o FILE.xlsx." /
        "{0} pekerja terlalu banyak untuk satu halaman (paling banyak {1}). Persempit dengan --filter, atau tulis buku kerja: lindungi export --template bnba -o BERKAS.xlsx.";
    NO_REVEAL: "Numbers of persons are masked on a page whatever is asked for; for one person at one desk: lindungi export --reveal." /
        "Nomor orang selalu disamarkan di halaman; untuk satu orang di satu meja: lindungi export --reveal.";
    OF_A_NUMBER: "a page goes from hand to hand: none is made whose filter names a person's number" /
        "halaman berpindah tangan: tidak dibuat bila filternya memuat nomor seseorang";
    ENDING: "The page is HTML: call its file something that ends in .html, not {0}." /
        "Halamannya HTML: beri nama berkas yang berakhir .html, bukan {0}.";
}
