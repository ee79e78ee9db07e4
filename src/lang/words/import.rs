//! The words of `import`: what was found in an office's list, what is not taken, and what was understood.

use crate::lang::Phrase;

phrases! {
    ROSTER_ENDING: "A roster is JSON: call its file something that ends in .json, not {0}." /
        "Daftar berbentuk JSON: beri nama berkas yang berakhiran .json, bukan {0}.";
    NIK_NUMBER: "NIK is a number: a spreadsheet has lost its last digit; copy it again as text" /
        "NIK berupa bilangan: Excel sudah membuang angka terakhirnya; salin ulang sebagai teks";
    NIK_EXPONENT: "NIK is shortened (3.2E+15): its digits are lost; copy it again as text" /
        "NIK tersingkat (3,2E+15): angkanya hilang; salin ulang sebagai teks";
    NIK_DIGITS: "NIK has {0} {0|digit|digits} instead of 16; compare with the KTP" /
        "NIK terdiri dari {0} angka, bukan 16; cocokkan dengan KTP";
    NIK_SIGNS: "NIK holds more than digits; compare with the KTP" /
        "NIK berisi selain angka; cocokkan dengan KTP";
    NIK_MASKED: "NIK is masked; ask for the list with whole numbers" /
        "NIK disamarkan; minta daftar dengan nomor lengkap";
    TWO_NIKS: "two columns are headed as NIK and hold two; divide the list, or name one of them otherwise" /
        "dua kolom berjudul NIK dengan isi berbeda; pisahkan daftarnya, atau ubah judul salah satunya";
    FAULT: "the cell holds {0}: its formula failed; put the value in" /
        "sel berisi {0}: rumusnya gagal; isikan nilainya";
    UNSAVED: "the result of a formula was not saved; open the list in a spreadsheet and save it again" /
        "hasil rumus tidak tersimpan; buka daftarnya di Excel lalu simpan ulang";
    DATE: "{0} is no date that can be read; write it as 31-12-1981" /
        "{0} bukan tanggal yang terbaca; tulis seperti 31-12-1981";
    STATUS: "status is not known; write proposed, verified, active, inactive or rejected (--map \"HEADING=-\" leaves the column out)" /
        "status tidak dikenal; tulis diusulkan, terverifikasi, aktif, nonaktif, atau ditolak (--map \"JUDUL=-\" melewati kolomnya)";
    NOBODY: "neither a name nor a NIK" / "tanpa nama dan tanpa NIK";
    REPEATED: "the same NIK on several rows; keep the right one" / "NIK yang sama di beberapa baris; sisakan yang benar";
    AMBIGUOUS: "several rows of the roster have this NIK; mend the roster first" /
        "beberapa baris daftar memakai NIK ini; perbaiki daftarnya dulu";
    UNMERGEABLE: "no NIK that tells whom of the roster it is" / "tanpa NIK yang memastikan siapa di daftar";
    FULL: "the roster holds no more names" / "daftar tidak memuat nama lagi";

    NIK_MISSING: "no NIK" / "tanpa NIK";
    NIK_PLACEHOLDER: "NIK is one digit over and over" / "NIK hanya satu angka yang diulang";
    NIK_REPEATED: "the same NIK stands on an earlier row" / "NIK yang sama ada di baris sebelumnya";
    NAME_MISSING: "no name" / "tanpa nama";
    SWAPPED: "day and month of birth turned round, as the NIK has them" /
        "tanggal dan bulan lahir tertukar; dipakai menurut NIK";
    MONTH_FIRST: "the month stands first; there is no such day the other way round" /
        "bulan di depan; sebaliknya tanggalnya tidak ada";
    CENTURY: "born in the wrong century; the year of the NIK is taken" /
        "abad kelahiran keliru; dipakai tahun menurut NIK";
    SHORT_YEAR: "year of birth in two digits and no NIK that says which; the latest that can be is taken" /
        "tahun lahir dua angka tanpa NIK yang memastikan; dipakai yang paling baru";
    PHONE_ZERO: "telephone was a number; the 0 at its start is put back" /
        "telepon berupa bilangan; angka 0 di depan dikembalikan";
    KPJ_DIGITS: "KPJ is not 11 digits; kept as it stands" / "KPJ bukan 11 angka; disimpan apa adanya";
    OCCUPATION_UNKNOWN: "occupation in no group of the programme; kept as it stands" /
        "pekerjaan di luar kelompok program; disimpan apa adanya";
    OCCUPATION_MISSING: "no occupation" / "tanpa pekerjaan";
    BIRTH_NIK: "birth date is not that of the NIK; one of the two is wrong" /
        "tanggal lahir berbeda dari NIK; salah satunya keliru";
    SEX_NIK: "sex is not that of the NIK; one of the two is wrong" /
        "jenis kelamin berbeda dari NIK; salah satunya keliru";
    LEFT: "a note says that the person has died, left or is not known; kept as the reason, the status does not follow it" /
        "keterangan menyebut orang ini meninggal, keluar, atau tidak dikenal; disimpan sebagai alasan, status tidak ikut berubah";
    SEX_UNKNOWN: "sex is not known; left blank" / "jenis kelamin tidak dikenal; dikosongkan";
    SEGMENT_UNKNOWN: "segment is not known; that of the group holds" / "segmen tidak dikenal; berlaku segmen kelompok";
    DISTRICT_UNKNOWN: "district is not in the programme's list; kept as it stands" /
        "distrik tidak ada di daftar program; disimpan apa adanya";
    DECILE_UNKNOWN: "decile is not 1 to 10; left blank" / "desil bukan 1 sampai 10; dikosongkan";
    STATUS_MISSING: "no status" / "tanpa status";

    SHEET: "{0}: {1} {1|row|rows}, headings in row {2}" / "{0}: {1} baris, judul kolom di baris {2}";
    SHEET_GOES_ON: "{0}: {1} {1|row|rows}, columns as on the sheet before" / "{0}: {1} baris, kolom seperti lembar sebelumnya";
    NOTES: "{0} {0|line is|lines are} of no list (titles, notes, signatures): {1}" /
        "{0} baris bukan isi daftar (kop, catatan, tanda tangan): {1}";
    HIDDEN_ROWS: "{0} hidden {0|row is|rows are} read as well: {1}" / "{0} baris tersembunyi ikut dibaca: {1}";
    HIDDEN_COLUMNS: "Hidden columns are read as well: {0}" / "Kolom tersembunyi ikut dibaca: {0}";
    OTHERS: "{0} {0|row|rows} of other people not read (no column for NIK, KPJ, birth date or occupation): {1}. If they are workers, import them from a file of their own" /
        "{0} baris orang lain tidak dibaca (tanpa kolom NIK, KPJ, tanggal lahir, atau pekerjaan): {1}. Bila mereka pekerja, impor dari berkas tersendiri";
    NOTE_COLUMNS: "Looked through for who has left: {0}" / "Dicari siapa yang sudah keluar: {0}";
    UNREAD_NIKS: "Column “{0}” holds {1} {1|NIK|NIKs} and is not read as such: --map \"{0}=nik\" does" /
        "Kolom “{0}” berisi {1} NIK tetapi tidak dibaca sebagai NIK: --map \"{0}=nik\" membacanya";
    UNMAPPED: "--map: no heading is called {0}" / "--map: tidak ada judul kolom {0}";
    NO_HEADINGS: "{0}: not read, no headings that are known" / "{0}: tidak dibaca, tanpa judul kolom yang dikenal";
    HIDDEN: "{0}: not read, the sheet is hidden" / "{0}: tidak dibaca, lembarnya tersembunyi";
    COLUMNS: "Read: {0}" / "Dibaca: {0}";
    UNUSED: "Not needed: {0}" / "Tidak diperlukan: {0}";
    UNKNOWN_COLUMNS: "Not known, so not read (--map \"HEADING=field\" reads it): {0}" /
        "Tidak dikenal, jadi tidak dibaca (--map \"JUDUL=isian\" membacanya): {0}";
    FOUND: "Read as {0}, columns parted by {1}" / "Dibaca sebagai {0}, kolom dipisah {1}";
    TAB: "tabs" / "tab";
    A_NUMBER: "a number" / "sebuah nomor";
    ROW: "row {0}" / "baris {0}";
    ROWS_READ: "Rows read" / "Baris dibaca";
    GOOD: "good" / "baik";
    DOUBTFUL: "doubtful" / "meragukan";
    REFUSED: "refused" / "ditolak";
    TOTALS: "{0} {0|row|rows} of sums left out: {1}" / "{0} baris jumlah dilewati: {1}";
    OVERLAP: "A row can stand under several of these." / "Satu baris dapat muncul di beberapa butir.";
    REFUSED_TITLE: "Refused" / "Ditolak";
    DOUBTFUL_TITLE: "Doubtful: taken so" / "Meragukan: diambil begini";
    AND_MORE: "and {0} more" / "dan {0} lagi";
    UNKNOWN: "Unknown, {0}: {1}" / "Tidak dikenal, {0}: {1}";
    INFERRED: "{0} without a status in the list become: {1}" / "{0} tanpa status di daftar menjadi: {1}";
    FORMULAS: "{0} {0|cell|cells} in column {1} made by formulas: read as they were saved" /
        "{0} sel di kolom {1} dari rumus: dibaca sebagaimana tersimpan";
    MERGED: "{0} {0|cell|cells} in column {1} merged with the one above: its value holds" /
        "{0} sel di kolom {1} digabung dengan sel di atasnya: nilainya berlaku";

    JOINED: "joined" / "baru";
    CHANGED: "changed" / "berubah";
    UNCHANGED: "unchanged" / "tetap";
    NOT_IN_LIST: "{0} {0|worker|workers} of {1} are not in the list and stay as they are" /
        "{0} pekerja di {1} tidak ada di daftar ini dan tetap seperti adanya";
    FINDINGS: "In the roster that this makes, check finds {0}, {1}, {2}" /
        "Di daftar hasilnya, check menemukan {0}, {1}, {2}";
    WROTE: "{0} {0|worker|workers} written to {1}" / "{0} pekerja ditulis ke {1}";
    WROTE_REFUSED: "{0} refused {0|row|rows} written to {1}; mend them there and import that file" /
        "{0} baris yang ditolak ditulis ke {1}; perbaiki di sana lalu impor berkas itu";
    NOT_WRITTEN: "nothing is written: {0} {0|row is|rows are} refused. Mend the list, or take the others with --accept-partial" /
        "tidak ada yang ditulis: {0} baris ditolak. Perbaiki daftarnya, atau ambil yang lain dengan --accept-partial";
    PREVIEW_ONLY: "nothing is written yet: -o FILE writes the roster" / "belum ada yang ditulis: -o BERKAS menulis daftarnya";
    TEMPLATE: "the programme is not known: {0} was written; fill in {1}, then run this again with --program {0}" /
        "programnya belum dikenal: {0} sudah ditulis; isi {1}, lalu jalankan lagi dengan --program {0}";
    WILL_BE_REFUSED: "{0} {0|row is|rows are} refused and will be in no roster until mended" /
        "{0} baris ditolak dan tidak akan masuk daftar sebelum diperbaiki";
    TEMPLATE_THERE: "the programme is not known: fill in {0}, then run this again with --program {0}" /
        "programnya belum dikenal: isi {0}, lalu jalankan lagi dengan --program {0}";
    PROGRAM_OF_LIST: "--program belongs to an office's list (.xlsx, .ods, .csv)" /
        "--program hanya untuk daftar instansi (.xlsx, .ods, .csv)";
    PREVIEW: "preview of a list" / "pratinjau daftar";
    SUMMARY: "{0} {0|row|rows} read: {1} good, {2} doubtful, {3} refused" /
        "{0} baris dibaca: {1} baik, {2} meragukan, {3} ditolak";
    WRITES: "{0} writes {1} {1|worker|workers} to {2}" / "{0} menulis {1} pekerja ke {2}";
    WRITES_REFUSED: "and {0} refused {0|row|rows} to {1}" / "dan {0} baris yang ditolak ke {1}";
    NO_PROGRAMME: "Its programme is not known: {0} asks for target and budget first (--program PROGRAM gives them)." /
        "Programnya belum dikenal: {0} menanyakan target dan pagu dulu (--program PROGRAM menyebutnya).";
    PROGRAMME: "programme" / "program";
    ASK_PROGRAMME: "What only the office knows of this programme:" / "Yang hanya diketahui dinas tentang program ini:";
    ASK_NAME: "name" / "nama";
    ASK_YEAR: "budget year" / "tahun anggaran";
    ASK_DATE: "date of the list" / "tanggal daftar";
    ASK_TARGET: "target, workers" / "target, pekerja";
    ASK_BUDGET: "budget, Rp" / "pagu, Rp";
    WANT_NAME: "the programme needs a name" / "program perlu nama";
    WANT_YEAR: "the budget year is one from 2000 to 2100" / "tahun anggaran antara 2000 dan 2100";
    WANT_DATE: "the date is one such as 2024-08-30 or 30-08-2024" / "tanggal ditulis seperti 2024-08-30 atau 30-08-2024";
    WANT_TARGET: "the target is a number of workers, such as 19,336" / "target adalah jumlah pekerja, seperti 19.336";
    WANT_BUDGET: "the budget is in rupiah, such as 2,200,000,000 or 2.2 billion" /
        "pagu dalam rupiah, seperti 2.200.000.000 atau 2,2 miliar";
    ASSUMED: "Contributions are {0} a worker a month, to the end of that year: change them in the file if they are others." /
        "Iuran {0} per pekerja per bulan, sampai akhir tahun itu: ubah di berkas bila lain.";
    STATE: "{0} is a list, no roster yet: {1} shows its preview and writes one" /
        "{0} masih daftar instansi: {1} menampilkan pratinjau dan menulis daftarnya";
    STATE_SHORT: "a list, not a roster yet: {1}" / "masih daftar instansi: {1}";
    SAVED: "{0} {0|worker|workers} written to {1}, shown from there now" / "{0} pekerja ditulis ke {1}, kini ditampilkan dari sana";
    PROGRAM_HAS_WORKERS: "{0} has workers of its own: --into adds the list to them" /
        "{0} sudah berisi pekerja: --into menambahkan daftar ini ke dalamnya";
    INTO_SET_ASIDE: "{0} has {1} {1|row|rows} that cannot be read and would be lost; mend them first (lindungi check {0})" /
        "{0} punya {1} baris yang tidak terbaca dan akan hilang; perbaiki dulu (lindungi check {0})";
    NO_LIST: "{0} holds no list: no row with a heading for names or NIKs and one more. Where other headings stand, --map \"HEADING=field\" names them; where none stand, write them above the first person. The fields: {1}" /
        "{0} tidak memuat daftar: tidak ada baris dengan judul nama atau NIK dan satu lagi. Bila judulnya lain, --map \"JUDUL=isian\" menyebutnya; bila tidak ada judul, tuliskan di atas orang pertama. Isian: {1}";
    NO_ROWS: "{0} has headings, and no row of a worker under them" / "{0} memuat judul kolom, tanpa baris pekerja di bawahnya";
    MAP_FORM: "--map takes HEADING=field, such as \"No Induk=nik\", not {0}" /
        "--map memerlukan JUDUL=isian, seperti \"No Induk=nik\", bukan {0}";
    MAP_FIELD: "--map knows no field {0}; these are: {1}" / "--map tidak mengenal isian {0}; yang ada: {1}";
    COUNTED: "reading {0}: {1} {1|row|rows}" / "membaca {0}: {1} baris";

    ENCRYPTED: "{0} is protected by a password. Open it, save it without one, and import that." /
        "{0} dilindungi kata sandi. Buka, simpan tanpa kata sandi, lalu impor yang itu.";
    MACROS: "{0} holds macros (programs). Save it as .xlsx, without them, and import that." /
        "{0} berisi makro (program). Simpan sebagai .xlsx tanpa makro, lalu impor yang itu.";
    XLS: "{0} is an old Excel workbook (.xls). Save it as .xlsx and import that." /
        "{0} adalah berkas Excel lama (.xls). Simpan sebagai .xlsx, lalu impor yang itu.";
    XLSB: "{0} is a binary Excel workbook (.xlsb). Save it as .xlsx and import that." /
        "{0} adalah berkas Excel biner (.xlsb). Simpan sebagai .xlsx, lalu impor yang itu.";
    ARCHIVE: "{0} is an archive, not a workbook. Unpack it and import the list in it." /
        "{0} adalah arsip, bukan daftar Excel. Buka arsipnya, lalu impor daftar di dalamnya.";
    WEB_PAGE: "{0} is a web page, whatever its name says. Open it in a spreadsheet, save it as .xlsx and import that." /
        "{0} adalah halaman web, apa pun namanya. Buka di Excel, simpan sebagai .xlsx, lalu impor yang itu.";
    TEXT_NAMED_BOOK: "{0} is named as a workbook, but is a text. If it holds columns, name it .csv." /
        "{0} bernama seperti berkas Excel, tetapi isinya teks. Bila berisi kolom, beri nama .csv.";
    JSON: "{0} is JSON, not an office's list. A roster is opened as it is: lindungi {0}" /
        "{0} adalah JSON, bukan daftar instansi. Daftar lindungi dibuka langsung: lindungi {0}";
    PDF: "{0} is a PDF: printed, its columns are lost. Ask for the spreadsheet that it was printed from." /
        "{0} adalah PDF: kolomnya sudah hilang. Minta berkas Excel asalnya.";
    EMPTY: "{0} is empty" / "{0} kosong";
    NO_TEXT: "{0} holds neither a workbook nor a text" / "{0} bukan berkas Excel dan bukan teks";
    BYTES: "{0} unfolds into more than {1} MB, as no list does. Divide it, or save it as .csv." /
        "{0} mengembang menjadi lebih dari {1} MB, tidak seperti daftar. Bagi dua, atau simpan sebagai .csv.";
    TEXTS: "{0} holds more than {1} different texts. Divide it, or save it as .csv." /
        "{0} memuat lebih dari {1} teks yang berbeda. Bagi dua, atau simpan sebagai .csv.";
    CELLS: "{0} holds more than {1} cells. Divide it, or save it as .csv or .xlsx." /
        "{0} memuat lebih dari {1} sel. Bagi dua, atau simpan sebagai .csv atau .xlsx.";
    COLUMNS_FAR: "{0} has a value beyond column {1}, far to the right of any list. Delete what stands there." /
        "{0} berisi nilai di luar kolom {1}, jauh di kanan daftar mana pun. Hapus yang ada di sana.";
    QUOTE: "{0}: in line {1} a quotation mark opens a field that is not closed in its row, so the rows after it would be lost in one cell. Close the mark or delete it in a text editor, and import again." /
        "{0}: di baris {1} sebuah tanda petik membuka isian yang tidak ditutup di barisnya, sehingga baris-baris sesudahnya akan hilang dalam satu sel. Tutup atau hapus petik itu dengan penyunting teks, lalu impor lagi.";
    NESTED: "{0} has another archive inside. Save the list alone as .xlsx and import that." /
        "{0} berisi arsip lain di dalamnya. Simpan daftarnya saja sebagai .xlsx, lalu impor yang itu.";
    BROKEN: "{0} is damaged and cannot be read. Open it in a spreadsheet and save it again." /
        "{0} rusak dan tidak terbaca. Buka di Excel lalu simpan ulang.";
}
