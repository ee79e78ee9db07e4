//! What each key does, in words: for the help and the list of commands, and in one or two words for the key bar. The
//! keys themselves stand in the table of keys.

use super::Phrase;

/// What a key does.
#[derive(Clone, Copy, Debug)]
pub struct KeyWords {
    /// In the help and in the list of commands.
    pub help: Phrase,
    /// In the key bar.
    pub bar: Phrase,
}

macro_rules! keys {
    ($($name:ident: $help_en:literal / $help_id:literal $(, $bar_en:literal / $bar_id:literal)?;)*) => {
        $(
            #[allow(missing_docs, reason = "the words say what it is")]
            pub const $name: KeyWords = keys!(@ $help_en, $help_id $(, $bar_en, $bar_id)?);
        )*
    };
    (@ $help_en:literal, $help_id:literal) => { keys!(@ $help_en, $help_id, $help_en, $help_id) };
    (@ $help_en:literal, $help_id:literal, $bar_en:literal, $bar_id:literal) => {
        KeyWords { help: Phrase { en: $help_en, id: $help_id }, bar: Phrase { en: $bar_en, id: $bar_id } }
    };
}

keys! {
    ROWS: "rows" / "baris", "move" / "gerak";
    COLUMNS: "columns" / "kolom";
    EDGES: "edge columns" / "kolom tepi";
    LAST_COLUMN: "last column" / "kolom akhir";
    REPEAT: "once more" / "sekali lagi";
    ENDS: "first, last" / "awal, akhir";
    PAGES: "page" / "halaman";
    TABS: "tabs" / "tab";
    TAB_GROUPS: "tab Groups" / "tab Kelompok";
    TAB_ENROLLMENT: "tab Enrollment" / "tab Kepesertaan";
    TAB_BUDGET: "tab Budget" / "tab Anggaran";
    TAB_WORKERS: "tab Workers" / "tab Pekerja";
    TAB_CHECKS: "tab Checks" / "tab Pemeriksaan";
    NEXT_TAB: "next tab" / "tab berikutnya", "next list" / "daftar berikut";
    TAB_BEFORE: "tab before" / "tab sebelumnya";
    OPEN: "open" / "buka";
    EXPLAIN: "explain" / "jelaskan";
    LIST: "list" / "daftar";
    BACK: "back" / "kembali";
    FILTER: "filter" / "filter";
    PICK: "pick" / "pilih";
    CLEAR: "clear filter" / "hapus filter", "clear" / "hapus";
    UNDO: "undo" / "batalkan";
    FACETS: "facets" / "rincian pilihan", "facets" / "rinci";
    SORT: "sort, flip" / "urutkan, balik", "sort" / "urut";
    FLIP_SORT: "flip the sort" / "balik urutan";
    MARK: "mark, unmark" / "tandai, lepas", "mark" / "tandai";
    UNMARK: "all marks off" / "lepas semua tanda";
    MATCHES: "matches" / "kecocokan";
    MATCH_BEFORE: "match before" / "kecocokan sebelumnya";
    COPY: "copy row, all" / "salin baris, semua", "copy" / "salin";
    COPY_ALL: "copy all that pass" / "salin semua yang lolos";
    PRINT: "print plain" / "cetak polos";
    EXPORT: "export" / "ekspor";
    PICTURE: "screen picture" / "gambar layar";
    WHAT_IF: "what if" / "andai";
    CHANGES: "what changed" / "apa yang berubah", "changes" / "perubahan";
    READ_AGAIN: "read again" / "baca ulang";
    REDRAW: "draw again" / "gambar ulang";
    COMMANDS: "every command" / "semua perintah", "commands" / "perintah";
    REVEAL: "reveal or mask NIK" / "buka, samarkan NIK", "reveal" / "buka NIK";
    LANGUAGE: "language" / "bahasa";
    MOUSE: "mouse on, off" / "pakai tetikus";
    HELP: "help" / "bantuan";
    QUIT: "quit" / "keluar";
    SUSPEND: "suspend" / "tunda";
    CLOSE: "close" / "tutup";
    SEARCH: "to search" / "untuk mencari";
    MASK: "mask" / "samarkan";
    OTHER_FILE: "another file" / "berkas lain";
    COMPLETE: "complete" / "lengkapi";
    CONFIRM: "yes" / "ya";
    SORT_BY: "sort" / "urutkan";
    RUN: "do it" / "jalankan";
    MOVE: "move" / "gerak";
    WRITE: "write" / "tulis";
    FORM: "form" / "bentuk";
    COMPARE: "compare" / "bandingkan";
    KEEP: "keep" / "pakai";
    CHANGE: "change" / "ubah";
    MONTH: "month" / "bulan";
    TYPE: "type" / "ketik";
    SOLVE: "solve for this" / "cari nilai ini";
    RESET: "reset" / "semula";
    PRESENT: "present" / "paparkan", "present" / "paparan";
    SLIDES: "slides" / "layar";
    SLIDE_BEFORE: "slide before" / "layar sebelumnya";
    FIRST_SLIDE: "first slide" / "layar pertama";
    LAST_SLIDE: "last slide" / "layar terakhir";
    PLAY: "play by themselves, pause" / "putar sendiri, jeda", "play" / "putar";
    PAUSE: "pause" / "jeda";
    LONGER: "longer, shorter" / "lebih lama, lebih singkat", "seconds" / "detik";
    SHORTER: "shorter" / "lebih singkat";
    COPY_ANSWER: "copy" / "salin";
    NEXT_CHOICE: "next" / "berikut";
    HISTORY: "history" / "riwayat";
    WORD: "word" / "kata";
    CLEAR_LINE: "clear" / "hapus";
}

/// The long key, as the key bar names it.
pub const SPACE: Phrase = Phrase { en: "space", id: "spasi" };
/// The keys that turn slides.
pub const TURN: Phrase = Phrase { en: "← → space", id: "← → spasi" };
/// The same key in a sentence.
pub const SPACE_KEY: Phrase = Phrase { en: "Space", id: "Spasi" };
