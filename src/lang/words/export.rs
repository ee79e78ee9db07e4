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
    OTHER_DAY: "{0}, by the birthday in the NIK" / "{0}, menurut tanggal lahir di NIK";
    PAID_BY: "paid by {0}, the end of grace" / "dibayar s.d. {0}, akhir masa tenggang";
    PLAIN: "without hidden characters" / "tanpa huruf tersembunyi";
    YEARS: "a year from {0} to {1}" / "tahun {0} sampai {1}";
    A_PAYMENT: "a payment that covers it" / "pembayaran untuk bulan ini";
    AN_ID: "the id of a worker in the list" / "id pekerja yang ada di daftar";
    ONE_CLAIM: "one claim" / "satu klaim";
    READABLE: "readable" / "terbaca";

    PLACE: "Place" / "Tempat";
    ROW: "Row" / "Baris";
    LINE: "Line" / "Baris berkas";
    SEVERITY: "Severity" / "Tingkat";
    OFFICE: "Office" / "Instansi";
    SUM_FILTER: "Filter" / "Filter";
    NO_DISTRICT: "No district" / "Tanpa distrik";
    FIELD: "Field" / "Isian";
    VALUE: "In the list" / "Isi di daftar";
    EXPECTED: "Expected" / "Seharusnya";
    WHAT: "What it means" / "Artinya";
    TO_DO: "What to do" / "Yang perlu dilakukan";
    CHANGE: "Change" / "Perubahan";
    CHANGES: "Changes" / "Perubahan";
    OLD: "Old value" / "Nilai lama";
    NEW: "New value" / "Nilai baru";
    JOINED: "joined" / "masuk";
    GONE: "left the list" / "keluar dari daftar";
    NOW_AMONG: "now among them" / "kini termasuk";
    NO_LONGER_AMONG: "no longer among them" / "tidak lagi termasuk";
    CHANGED: "changed" / "berubah";

    SUMMARY: "Summary" / "Ringkasan";
    PAGE_OF: "Page {0} of {1}" / "Halaman {0} dari {1}";
    SUM_PROGRAM: "Programme" / "Program";
    SUM_REGION: "Region" / "Daerah";
    SUM_DATE: "Date of the data" / "Tanggal data";
    SUM_DATE_DATA: "Newest date in the data" / "Tanggal terbaru dalam data";
    SUM_DATE_YEAR: "End of the fiscal year" / "Akhir tahun anggaran";
    SUM_SYNTHETIC: "synthetic data: invented people, no list to act on" /
        "data rekaan: orang yang tidak ada, bukan daftar untuk ditindaklanjuti";
    SUM_ROWS: "Rows in this list" / "Baris dalam daftar ini";
    SUM_READABLE: "Workers in the data" / "Pekerja dalam data";
    SUM_ASIDE: "Rows set aside" / "Data disisihkan";
    SUM_PRIVACY: "Personal data" / "Data pribadi";
    SUM_OF_WORKERS: "Workers" / "Jumlah pekerja";
    SUM_OF_JKK: "JKK a month, Rp" / "JKK per bulan, Rp";
    SUM_OF_JKM: "JKM a month, Rp" / "JKM per bulan, Rp";
    SUM_OF_BOTH: "Contribution a month, Rp" / "Iuran per bulan, Rp";
    SUM_UNRATED: "Without a full rate, not in the sum" / "Tanpa iuran lengkap, tidak terhitung";
    SUM_OF_ALL: "All" / "Jumlah";
    SUM_RULE: "Finding" / "Temuan";
    SUM_SINCE: "Since" / "Sejak";
    CUT: "{0} {0|text was|texts were} longer than a cell of a workbook takes and {0|ends|end} in …; .csv has them whole" /
        "{0} teks lebih panjang dari isi satu sel Excel dan diakhiri …; .csv memuatnya utuh";
    WROTE_CUT_SHORT: "{0} {0|row|rows} written; {2} too long, cut" / "{0} baris ditulis; {2} terlalu panjang, dipotong";
    WROTE_CUT: "{0} {0|row|rows} written to {1}; {2} {2|text was|texts were} too long for a cell and cut short" /
        "{0} baris ditulis ke {1}; {2} teks terlalu panjang untuk satu sel dan dipotong";

    NO_COLUMN: "{0}: no column {1}{2}; there are: {3}" / "{0}: tidak ada kolom {1}{2}; yang ada: {3}";
    NEAREST: " (did you mean {0}?)" / " (maksudnya {0}?)";
    NO_COLUMNS: "{0} needs a column; there are: {1}" / "{0} memerlukan kolom; yang ada: {1}";
    TWO_LEVELS: "--sort takes one column or two" / "--sort memerlukan satu atau dua kolom";
    OF_CSV: "{0} is of CSV alone" / "{0} hanya untuk CSV";
    MANY_PARTS: "that would be {0} parts, more than {1}: filter, or split by what has fewer values" /
        "menjadi {0} bagian, lebih dari {1}: saring, atau bagi menurut yang nilainya lebih sedikit";
    PARTS_NEED_FILE: "{0} writes several files: name one with -o, the others are called after it" /
        "{0} menulis beberapa berkas: sebut satu dengan -o, yang lain dinamai menurut itu";
    PROGRESS: "{0} of {1} rows" / "{0} dari {1} baris";

    SUM_OF: "{0}: {1}" / "{0}: {1}";
    NO_TEMPLATE: "no template {0}{1}; there are:" / "tidak ada templat {0}{1}; yang ada:";
    TEMPLATE_SYNTAX: "no JSON from here on" / "bukan JSON mulai di sini";
    TEMPLATE_KEY: "no key {0}{1}; there are: {2}" / "tidak ada kunci {0}{1}; yang ada: {2}";
    TEMPLATE_MISSING: "{0} is missing" / "{0} belum ada";
    TEMPLATE_WANTS: "{0} takes {1}" / "{0} memerlukan {1}";
    TEMPLATE_WORD: "{0} has no {1}{2}; there are: {3}" / "{0} tidak mempunyai {1}{2}; yang ada: {3}";
    TEMPLATE_FILTER: "column {0}: {1}" / "kolom {0}: {1}";
    TEMPLATE_SOURCE: "one of {0} says where its cells come from, and only one" /
        "satu dari {0} menyebut asal isinya, dan hanya satu";
    WANTS_OBJECT: "an object {…}" / "objek {…}";
    WANTS_LIST: "a list […] that is not empty" / "daftar […] yang tidak kosong";
    WANTS_TEXT: "a text of at most 200 characters" / "teks paling banyak 200 huruf";
    WANTS_TRUTH: "true or false" / "true atau false";
    WANTS_NUMBER: "a whole number from 1 on" / "bilangan bulat mulai 1";
    WANTS_SCHEMA: "lindungi/template/1" / "lindungi/template/1";
    WANTS_NAME: "letters, digits, - and _" / "huruf, angka, - dan _";
    WANTS_DATE: "dd, mm and yyyy, each once, with signs between, for a field that is a date" /
        "dd, mm, dan yyyy, masing-masing sekali, dengan tanda di antaranya, untuk isian tanggal";
    NEEDS_REVEAL: "whoever takes the list {0} needs whole numbers: add --reveal, and hand the file to nobody else" /
        "penerima daftar {0} memerlukan nomor lengkap: tambahkan --reveal, dan jangan berikan berkasnya kepada yang lain";
    NEEDS_MONTHS: "the list {0} needs --months, 1 to 12" / "daftar {0} memerlukan --months, 1 sampai 12";
    NO_MONTHS: "the list {0} has no column for --months" / "daftar {0} tidak mempunyai kolom untuk --months";
    TEMPLATE_FORMS: "the list {0} is written as .xlsx or .csv" / "daftar {0} ditulis sebagai .xlsx atau .csv";
    NOT_FOR: "{0} of {1} {1|worker|workers} left out: the list {2} is for {3}" /
        "{0} dari {1} pekerja tidak dimuat: daftar {2} untuk {3}";
    THE_DEAD: "{0} of {1} {1|worker|workers} left out: dead by a JKM claim or the reason in the file, and the list {2} is for the living" /
        "{0} dari {1} pekerja tidak dimuat: meninggal menurut klaim JKM atau alasan di berkas, dan daftar {2} untuk yang masih hidup";
    NOBODY_FOR: "nothing is left for the list {0}, so it is not written" /
        "tidak ada isi untuk daftar {0}, jadi tidak ditulis";
    LACKS: "{0}: missing or not usable in {1} {1|row|rows} (in the file: {2})" /
        "{0}: tidak ada atau tidak dapat dipakai di {1} baris (di berkas: {2})";
    LACKING: "{0} {0|row|rows} of {1} cannot be in the list {2}, nothing is written: mend them, filter, or add --accept-partial to leave them out" /
        "{0} dari {1} baris tidak dapat masuk daftar {2}, tidak ada yang ditulis: perbaiki, saring, atau tambahkan --accept-partial untuk melewatinya";
    LEFT_OUT: "{0} {0|row|rows} left out, {1} written" / "{0} baris dilewati, {1} ditulis";
    FILES: "{0} {0|row|rows} in {1} {1|file|files} of at most {2}" / "{0} baris dalam {1} berkas, masing-masing paling banyak {2}";

    RULE_ROWS: "{0} {0|row|rows} of {1}, with what was expected and what to do" / "{0} baris {1}, dengan yang seharusnya dan yang perlu dilakukan";
    CHANGE_ROWS: "{0} {0|change|changes}, each with its old and new value" / "{0} perubahan, masing-masing dengan nilai lama dan baru";
    TITLE_XLSX: "Excel (.xlsx)" / "Excel (.xlsx)";
    TITLE_CSV: "CSV (.csv)" / "CSV (.csv)";
    TITLE_JSONL: "JSON Lines (.jsonl)" / "JSON Lines (.jsonl)";
    TITLE_JSON: "JSON (.json)" / "JSON (.json)";
    TITLE_MD: "Markdown (.md)" / "Markdown (.md)";
    TITLE_DISTRICT: "By district (.xlsx)" / "Per distrik (.xlsx)";
    FORMAT_DISTRICT: "a sheet for each, with its sum" / "satu lembar masing-masing, dengan jumlahnya";
    LACKING_HERE: "{0} cannot be in the list {1}: {2}; the command line leaves them out (--accept-partial)" /
        "{0} tidak dapat masuk daftar {1}: {2}; baris perintah dapat melewatinya (--accept-partial)";
    OFFICE_ROWS: "of {0} {0|worker|workers} only {1}" / "dari {0} pekerja hanya {1}";
    SEVERAL_FILES: "{0} {0|row|rows}, but a file of {1} takes {2}: filter, or let the command line write several" /
        "{0} baris, tetapi satu berkas {1} memuat {2}: saring, atau tulis beberapa berkas lewat baris perintah";
    LACKS_SHORT: "{0} {1}" / "{0} {1}";
    IN_FOLDER: "in the folder {0}" / "di folder {0}";
    MASKED: "NIK, KPJ and phone masked, age instead of birth date" / "NIK, KPJ, dan telepon disamarkan, usia sebagai ganti tanggal lahir";
    MASKED_KEY: "; {0}, then {1} reveals" / "; {0}, lalu {1} menampilkan";
    EXISTS: "exists already. {0} again replaces it." / "sudah ada. {0} sekali lagi menggantinya.";
    EXISTS_NOT_WRITTEN: "a file of that name exists already; nothing was written" / "berkas bernama itu sudah ada; tidak ada yang ditulis";
    OWN_ROSTER: "{0} is the roster itself; name another file" / "{0} adalah daftar itu sendiri; sebut berkas lain";
    ENDING: "no list is written as .{0}; these are: {1}" / "daftar tidak ditulis sebagai .{0}; yang ada: {1}";
    MISMATCH: "{0} ends as {1} does, but --format says {2}" / "{0} berakhiran seperti {1}, tetapi --format menyebut {2}";
    TOO_MANY_ROWS: "a sheet of a workbook holds {0} rows, not {1}: write .csv, filter, or split the list by district" /
        "satu lembar buku kerja memuat {0} baris, bukan {1}: tulis .csv, saring, atau bagi daftarnya per distrik";
    WRITING: "writing {0}, {1} MB so far" / "menulis {0}, {1} MB sejauh ini";
    WROTE_ROWS: "{0} {0|row|rows} written to {1}" / "{0} baris ditulis ke {1}";
    WROTE_FILES: "{0} {0|row|rows} written to {1} files, {2} to {3}" / "{0} baris ditulis ke {1} berkas, {2} sampai {3}";
    ASIDE: "{0} of {1} rows could not be read, were set aside and are not in the list" / "{0} dari {1} baris tidak terbaca, disisihkan, dan tidak ada dalam daftar ini";
}
