//! What the slides ask, and what they answer.

use crate::lang::Phrase;

phrases! {
    WHO: "Who is protected?" / "Siapa yang terlindungi?";
    UNTIL: "Until when does the money last?" / "Sampai kapan dana cukup?";
    MONEY: "Where is the money?" / "Ke mana dananya?";
    CLAIMS: "What was paid, and what was received?" / "Berapa iuran dibayar, berapa klaim diterima?";
    GROUPS: "Which groups are behind?" / "Kelompok mana yang tertinggal?";
    DISTRICTS: "Which districts are behind?" / "Distrik mana yang tertinggal?";
    LAPSES: "Whose protection ends soon?" / "Perlindungan siapa yang segera berakhir?";
    MENDING: "What is to be mended, and by whom?" / "Data apa yang perlu diperbaiki, dan oleh siapa?";
    SINCE: "What changed since {0}?" / "Apa yang berubah sejak {0}?";
    CHOICES: "What can be done?" / "Apa pilihannya?";
    SCENARIO: "What would this change?" / "Apa jadinya dengan perubahan ini?";
    STEPS: "What is next?" / "Apa langkah berikutnya?";
    STEPS_ON: "What is next? {0} of {1}" / "Apa langkah berikutnya? {0} dari {1}";

    OF_THE_TARGET: "of the {0} workers whom the city means to protect: {1}" /
        "dari {0} pekerja yang hendak dilindungi kota: {1}";
    OF_THEIR_TARGET: "of the {0} workers who are to be protected among these: {1}" /
        "dari {0} pekerja yang hendak dilindungi di antaranya: {1}";
    ACTIVE_AMONG: "active among the {0} who match the filter; {1} are to be protected overall" /
        "aktif di antara {0} yang tersaring; yang hendak dilindungi seluruhnya {1}";
    ACTIVE_OF_LISTED: "active among the {0} listed" / "aktif di antara {0} yang terdata";
    FURTHEST: "Furthest behind: " / "Paling tertinggal: ";

    AS_MANY: "Enough for {0} {0|worker|workers} to {1}, {2} more than now." /
        "Cukup untuk {0} pekerja s.d. {1}, {2} lebih banyak dari sekarang.";
    PERCENT_LEFT: "{0} of the budget is left" / "sisa {0} dari pagu";
    UNIT_LEFT: "{0} left" / "{0} sisa pagu";
    UNIT_OVER: "{0} over the budget" / "{0} melebihi pagu";
    MONTH: "Month" / "Bulan";
    OTHER: "other" / "lainnya";
    NOT_BY_RATE: "other: what workers × rate does not explain: a difference, money that came back." /
        "lainnya: yang tidak dijelaskan pekerja × iuran: selisih, uang kembali.";
    TO_BE_PAID: "▒ to be paid" / "▒ belum dibayar";
    EARLIER: "{0} earlier {0|month|months}" / "{0} bulan sebelumnya";
    ALL_MONTHS: "All" / "Jumlah";

    RECEIVED: "{0} received" / "{0} diterima";
    FOR_CLAIMS: "for {0} {0|claim|claims}" / "untuk {0} klaim";
    PAID_AND_RECEIVED: "{0} of contributions were paid up to {1}. BPJS paid {2} to members, clinics and heirs: no money of this budget." /
        "Iuran yang dibayar s.d. {1}: {0}. BPJS membayar {2} kepada peserta, fasilitas kesehatan, atau ahli waris: bukan uang pagu ini.";
    CONTRIBUTIONS: "Contributions" / "Iuran";
    SCHEME: "Scheme" / "Program";
    CLAIMS_RP: "Claims, Rp" / "Klaim, Rp";
    CLAIMS_MANY: "Claims" / "Klaim";
    CONTRIBUTIONS_RP: "Contributions, Rp" / "Iuran, Rp";

    ACTIVE_OF: "{0} of {1} active" / "{0} dari {1} aktif";
    ACTIVE_OF_LISTED_N: "{0} of {1} listed are active" / "{0} dari {1} yang terdata aktif";
    MISSING: "{0} to go" / "kurang {0}";
    NONE_BEHIND: "none is below its target" / "tidak ada yang di bawah target";
    ALL_ACTIVE: "all listed are active" / "semua yang terdata aktif";
    NOT_ACTIVE: "{0} listed and not active" / "{0} terdata dan tidak aktif";
    DISTRICT: "District" / "Distrik";
    TO_GO: "to go" / "kurang";
    REST: "not active" / "tidak aktif";
    OTHERS: "{0} more" / "{0} lagi";

    LAPSING: "{0|worker|workers} in the last months of protection" / "pekerja dalam masa akhir perlindungan";
    FIRST_ON: "{0} of them without it from {1} on" / "{0} di antaranya tanpa perlindungan mulai {1}";
    UNLESS: "unless they are paid for before" / "kecuali dibayar sebelumnya";
    LATER: "later" / "sesudahnya";
    FROM: "without protection from" / "tanpa perlindungan mulai";

    ERRORS: "{0|error|errors}" / "kesalahan";
    WARNINGS: "{0|warning|warnings}" / "peringatan";
    NO_ERRORS: "and no error" / "dan tanpa kesalahan";
    WARNINGS_TOO: "and {0} {0|warning|warnings}" / "dan {0} peringatan";
    OFFICE: "Office" / "Instansi";
    WHAT: "what most of all" / "terutama apa";

    ACTIVE_SINCE: "active, from {0} to {1}" / "aktif, dari {0} menjadi {1}";

    CAN_BE_PAID: "workers can be paid for to {0}" / "pekerja dapat dibiayai s.d. {0}";
    WITH_WHAT_IS_LEFT: "with what is left" / "dengan sisa pagu";
    NOTHING_ADDED: "Nothing added" / "Tanpa tambahan";

    PLACE: "{0} of {1}" / "{0} dari {1}";
    OF_ALL: "this slide: everybody" / "layar ini: semua pekerja";
    CLAIMS_ASIDE: "{0} {0|claim|claims} set aside: more may have been received" / "{0} klaim disisihkan: yang diterima bisa lebih besar";
    PLACE_UNKNOWN: "{0}" / "{0}";
    SECONDS: "{0} s" / "{0} dtk";
    PERSONAL: "by names or numbers of persons" / "menurut nama atau nomor orang";
}
