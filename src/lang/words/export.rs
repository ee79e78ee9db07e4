//! The words of tables that are written: what the audit expected, and the form that asks where to.

use crate::lang::Phrase;

phrases! {
    DIGITS: "{0} digits" / "{0} angka";
    POSSIBLE: "a known province, a real date, a serial" / "provinsi yang dikenal, tanggal yang ada, nomor urut";
    OF_ITS_OWN: "not also on {0}" / "tidak juga pada {0}";
    FILLED: "to be filled in" / "perlu diisi";
    ONE_OF_GROUPS: "one of the programme's groups" / "salah satu kelompok program";
    NOT_AFTER: "not after {0}" / "tidak sesudah {0}";
    IN_ORDER: "in order: birth, registered, enrolled, protected until" / "berurutan: lahir, didata, didaftarkan, akhir perlindungan";
    BELOW: "below {0} years" / "di bawah {0} tahun";
    AT_LEAST: "{0} years at least" / "paling sedikit {0} tahun";
    PAID_BY: "paid by {0}, the end of grace" / "dibayar s.d. {0}, akhir masa tenggang";
    PLAIN: "without hidden characters" / "tanpa huruf tersembunyi";
    YEARS: "a year from {0} to {1}" / "tahun {0} sampai {1}";
    A_PAYMENT: "a payment that covers it" / "pembayaran untuk bulan ini";
    AN_ID: "the id of a worker in the list" / "id pekerja yang ada di daftar";
    ONE_CLAIM: "one claim" / "satu klaim";
    READABLE: "readable" / "terbaca";

    RULE_ROWS: "{0} {0|row|rows} of {1}, with what was expected and what to do" / "{0} baris {1}, dengan yang seharusnya dan yang perlu dilakukan";
    CHANGE_ROWS: "{0} {0|change|changes}, each with its old and new value" / "{0} perubahan, masing-masing dengan nilai lama dan baru";
    TITLE_XLSX: "Excel (.xlsx)" / "Excel (.xlsx)";
    TITLE_CSV: "CSV (.csv)" / "CSV (.csv)";
    TITLE_JSONL: "JSON Lines (.jsonl)" / "JSON Lines (.jsonl)";
    TITLE_JSON: "JSON (.json)" / "JSON (.json)";
    TITLE_MD: "Markdown (.md)" / "Markdown (.md)";
    IN_FOLDER: "in the folder {0}" / "di folder {0}";
    MASKED: "NIK, KPJ and phone masked, age instead of birth date" / "NIK, KPJ, dan telepon disamarkan, usia sebagai ganti tanggal lahir";
    MASKED_KEY: "; {0}, then {1} reveals" / "; {0}, lalu {1} menampilkan";
    EXISTS: "exists already. {0} again replaces it." / "sudah ada. {0} sekali lagi menggantinya.";
    EXISTS_NOT_WRITTEN: "a file of that name exists already; nothing was written" / "berkas bernama itu sudah ada; tidak ada yang ditulis";
    OWN_ROSTER: "{0} is the roster itself; name another file" / "{0} adalah daftar itu sendiri; sebut berkas lain";
    ENDING: "no list is written as .{0}; these are: {1}" / "daftar tidak ditulis sebagai .{0}; yang ada: {1}";
    MISMATCH: "{0} ends as {1} does, but --format says {2}" / "{0} berakhiran seperti {1}, tetapi --format menyebut {2}";
    TOO_MANY_ROWS: "a workbook holds {0} rows, not {1}: write .csv, or filter" / "buku kerja memuat {0} baris, bukan {1}: tulis .csv, atau saring";
    WRITING: "writing {0}" / "menulis {0}";
    WROTE_ROWS: "{0} {0|row|rows} written to {1}" / "{0} baris ditulis ke {1}";
    ASIDE: "{0} of {1} rows could not be read, were set aside and are not in the list" / "{0} dari {1} baris tidak terbaca, disisihkan, dan tidak ada dalam daftar ini";
}
