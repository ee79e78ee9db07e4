//! What is said above the filter: states, offers, words; and what differs between two readings.

use crate::lang::Phrase;

phrases! {
    OLD_DATA: "OLD DATA" / "DATA LAMA";
    SHOWN_OF: "Shown: the reading of {0}." / "Yang tampil: pembacaan pukul {0}.";
    SHOWN_OLD: "Shown: what was read before." / "Yang tampil: pembacaan sebelumnya.";
    AT_PLACE: "line {0}, column {1}: {2}" / "baris {0}, kolom {1}: {2}";
    FEWER: "{0} {0|worker|workers} instead of {1} in the file. {2} takes this reading, any other key keeps the old one." /
        "{0} pekerja, bukan {1}, di berkas. {2} memakai pembacaan ini, tombol lain mempertahankan yang lama.";
    FEWER_SHORT: "{0} {0|worker|workers}, not {1}. {2} takes {0|this|them}, other keys do not." /
        "{0} pekerja, bukan {1}. {2} memakainya, tombol lain tidak.";
    OFFER_LAPSED: "The file has changed again." / "Berkas sudah berubah lagi.";
    NOTHING_TO_OPEN: "no worker stands behind this line" / "tidak ada pekerja di balik baris ini";
    NOTHING_TO_PICK: "this column holds nothing here that the filter picks" / "kolom ini tidak berisi yang dapat dipilih filter di sini";
    TOO_LARGE: "{0} {0|row is|rows are} {1} bytes; a terminal takes {2} at once." /
        "{0} baris sebesar {1} byte; terminal memuat {2} sekaligus.";
    TOO_LARGE_SHORT: "{1} bytes, at most {2}." / "{1} byte, paling banyak {2}.";
    TOO_MANY: "{0} {0|row is|rows are} too large; a terminal takes {1} bytes at once." /
        "{0} baris terlalu besar; terminal memuat {1} byte sekaligus.";
    TOO_MANY_SHORT: "{0} {0|row|rows}, at most {1} bytes." / "{0} baris, paling banyak {1} byte.";
    TO_FILE: "{0} or {1} writes a file." / "{0} atau {1} menulis berkas.";
    NOTHING_SELECTED: "nothing is selected: {0} filters, {1} marks" / "tidak ada yang terpilih: {0} menyaring, {1} menandai";
    EXPORT_ALL: ", {0} exports all" / ", {0} mengekspor semua";
    NO_CLIPBOARD: "this terminal takes no text to a clipboard: {0} writes it on the plain screen" /
        "terminal ini tidak menerima teks ke papan klip: {0} menulisnya di layar polos";
    NO_CLIPBOARD_SHORT: "no clipboard here: {0} writes it plain" / "tanpa papan klip: {0} mencetaknya polos";
    NOBODY_TO_COPY: "nobody passes the filter who could be copied" / "tidak ada yang lolos filter untuk disalin";
    NOBODY_TO_EXPORT: "nobody passes the filter who could be exported" / "tidak ada yang lolos filter untuk diekspor";
    NOTHING_TO_PRESENT: "there is nobody, no target and no budget: nothing to present" / "tidak ada pekerja, target, atau pagu: tidak ada yang dipaparkan";
    PRINTED: "Select it with the mouse. {0} comes back." / "Pilih dengan tetikus. {0} kembali.";
    UNMARKED: "{0} {0|mark|marks} taken off" / "{0} tanda dihapus";
    HELD: "{0}: done as soon as all is read" / "{0}: dijalankan begitu semua terbaca";
    NOT_YET: "{0} works once all is read" / "{0} baru bisa setelah semua terbaca";
    PASTE_HANGS: "a paste has begun and does not end: {0} leaves it" / "tempelan belum berakhir: {0} meninggalkannya";
    PASTE_LEFT: "the paste was left, nothing of it was taken" / "tempelan ditinggalkan, tidak ada yang diambil";
    TOO_FAST: "that came too fast to be meant, and nothing is written: {0} once more writes" /
        "terlalu cepat untuk disengaja, tidak ada yang ditulis: {0} sekali lagi menulis";
    NO_CLICK: "a click writes no file: {0} does" / "klik tidak menulis berkas: {0} yang menulis";
    MOUSE_ON: "the mouse clicks and scrolls again; {0} leaves it to select text" /
        "tetikus kembali untuk klik dan gulir; {0} melepasnya untuk memilih teks";
    MOUSE_OFF: "text can be selected with the mouse now; {0} takes the mouse again" /
        "teks kini dapat dipilih dengan tetikus; {0} memakai tetikus lagi";
    NO_MOUSE: "this terminal reports no mouse" / "terminal ini tidak melaporkan tetikus";
    FIRST_TIME: "First time here? {0} shows every key, {1} every command, {2} leaves." /
        "Baru pertama kali? {0} menampilkan semua tombol, {1} semua perintah, {2} keluar.";
    FIRST_TIME_SHORT: "{0} every key, {1} every command, {2} leaves" / "{0} semua tombol, {1} semua perintah, {2} keluar";
    STILL_WRITING: "still writing, {0} MB so far: it leaves when that is done, {1} leaves without it" /
        "masih menulis, {0} MB sejauh ini: keluar setelah selesai, {1} keluar tanpa berkas itu";
    VIEW_OF_A_NUMBER: "a view stays in a file: one whose filter names a person's number is not saved" /
        "tampilan tersimpan dalam berkas: yang filternya memuat nomor seseorang tidak disimpan";
    OF_WORKERS: "that is done to the table of workers; {0} shows it" / "itu untuk tabel pekerja; {0} menampilkannya";
    NOT_WATCHED: "the file is not watched for changes: {0} reads it again" / "perubahan berkas tidak dipantau: {0} membacanya lagi";
    CANNOT_READ: "The file cannot be read." / "Berkas tidak dapat dibaca.";

    READ_AGAIN: "read again: {0}" / "dibaca ulang: {0}";
    READ_SAME: "read again: nothing changed" / "dibaca ulang: tidak ada yang berubah";
    FROM_TO: "{0} {1} → {2}" / "{0} {1} → {2}";
    MORE_CHANGES: "{0} more" / "{0} lagi";
    BUDGET: "budget" / "pagu";
    LEFT: "left" / "sisa pagu";
    PAID_TO: "paid to" / "terbayar s.d.";
    MONTHS: "months" / "bulan";
    FIRST_UNPAID: "first unpaid month" / "bulan pertama yang belum dibayar";
    SPENT: "spent" / "realisasi";
    TARGET_PAID_TO: "whole target paid to" / "seluruh target terbayar s.d.";
    TARGET: "target" / "target";
    LISTED: "listed" / "terdata";
    CLAIMS: "claims" / "klaim";
    CLAIMS_PAID: "paid for claims" / "nilai klaim";
    SET_ASIDE: "rows set aside" / "baris disisihkan";
    AS_OF: "as of" / "per";
    COVERAGE_TO: "coverage to" / "kepesertaan s.d.";
    FISCAL_YEAR: "fiscal year" / "tahun anggaran";
    GRACE_MONTHS: "months of grace" / "bulan tenggang";
    AGE_LIMIT: "age limit" / "batas usia";
    JOINED: "{0} joined" / "{0} bergabung";
    GONE: "{0} left the list" / "{0} keluar dari daftar";
    CHANGED_OF: "{0} of {1}" / "{0} pada {1}";
    ROWS_ELSE: "{0} {0|row|rows}" / "{0} baris";
    ROW_ORDER: "the order of the rows" / "urutan baris";
    ITS_NAME: "the programme's name" / "nama program";
    ITS_REGION: "region" / "wilayah";
    ITS_RATES: "rates" / "iuran";
    ITS_COVERAGE: "coverage" / "masa kepesertaan";
    ITS_GROUPS: "groups" / "kelompok";
    ITS_PAYMENTS: "payments" / "pembayaran";
    ITS_PLAN: "plan" / "rencana";
    ITS_CLAIMS: "particulars of claims" / "rincian klaim";
    ITS_DISTRICTS: "districts" / "distrik";
    ITS_HISTORY: "earlier years" / "tahun-tahun sebelumnya";
    ITS_FINDINGS: "findings" / "temuan";
    ITS_REST: "other fields of the file" / "isian lain di berkas";
}
