//! What a person can set: what each key means, and what is wrong with one.

use crate::lang::Phrase;

phrases! {
    HEAD: "Settings of lindungi. What stands behind a # is not set; it is what holds without it." /
        "Setelan lindungi. Yang didahului # tidak disetel; itulah yang berlaku tanpa setelan.";
    PLACE: "Write this to {0}; options and variables win over it." /
        "Simpan ini ke {0}; opsi dan variabel lingkungan menang atasnya.";
    LANGUAGE: "The language: en or id; else as LC_ALL, LC_MESSAGES, LANG say." /
        "Bahasa: en atau id; bila tidak disetel, menurut LC_ALL, LC_MESSAGES, LANG.";
    THEME: "The colours: {0}." / "Warna: {0}.";
    COLOR: "Whether there are colours at all." / "Apakah memakai warna.";
    GLYPHS: "The characters: {0}; else as the terminal's name tells." /
        "Karakter: {0}; bila tidak disetel, menurut nama terminal.";
    MOUSE: "Whether the mouse is taken; without it the terminal selects text." /
        "Apakah tetikus dipakai; tanpa itu terminal memilih teks.";
    ROSTER: "What opens where no roster is named, by the dashboard and every command that shows one; from this folder, or ~. Such as:" /
        "Yang dibuka bila tidak disebut daftar, oleh dasbor dan setiap perintah yang membacanya; dari folder ini, atau ~. Misalnya:";
    TEMPLATES: "Folders of own templates for export --template, besides templates here." /
        "Folder templat sendiri untuk export --template, selain templates di sini.";
    ENDS_SOON: "Protection that ends soon, on the slide and the page: active workers whose grace ends within so many days, besides everybody in grace. The finding lapsing-soon keeps its 31." /
        "Perlindungan yang segera berakhir, di layar paparan dan halaman: pekerja aktif yang masa tenggangnya habis dalam sekian hari, selain semua yang dalam masa tenggang. Temuan lapsing-soon tetap 31.";
    OFFICES: "What the offices that mend findings are called: a name of at most 60 characters, or {0}." /
        "Nama instansi yang memperbaiki temuan: nama paling banyak 60 huruf, atau {0}.";
    KEYS: "The keys of each action, such as [\"x\", \"ctrl-e\", \"f5\", \"space\", \"pgdn\"]; [] is none." /
        "Tombol setiap tindakan, misalnya [\"x\", \"ctrl-e\", \"f5\", \"space\", \"pgdn\"]; [] berarti tanpa tombol.";
    KEYS_FIXED: "Enter, Esc, Ctrl-C, the digits of the tabs and the keys of a line that is typed stay as they are." /
        "Enter, Esc, Ctrl-C, angka tab, dan tombol selagi mengetik tetap seperti adanya.";
    FINE: "{0}: fine" / "{0}: baik";
    NONE: "{0}: there is none; the defaults hold" / "{0}: tidak ada; yang berlaku bawaan";
    NO_FOLDER: "no folder for settings is known (XDG_CONFIG_HOME, HOME)" /
        "folder setelan tidak diketahui (XDG_CONFIG_HOME, HOME)";
    MORE: "{0} more: lindungi --config-check says {0|it|them}" / "{0} lagi: lindungi --config-check menyebutnya";
    UNREAD: "The defaults hold." / "Yang berlaku bawaan.";
    SYNTAX: "no TOML: a setting is written key = value, a text in quotation marks" /
        "bukan TOML: setelan ditulis kunci = nilai, teks dalam tanda petik";
    TWICE: "stands twice; the first holds" / "disebut dua kali; yang pertama berlaku";
    NOT_UTF8: "no UTF-8 from here on: save the file as UTF-8; until then the defaults hold" /
        "bukan UTF-8 mulai di sini: simpan berkasnya sebagai UTF-8; sampai itu yang berlaku bawaan";
    NO_FILE: "there is no file {0}" / "tidak ada berkas {0}";
    NO_SUCH_FOLDER: "there is no folder {0}" / "tidak ada folder {0}";
    WANTS_TABLE: "keys of its own below [{0}]" / "kuncinya sendiri di bawah [{0}]";
    WANTS_DAYS: "a whole number from 1 to 366" / "bilangan bulat dari 1 sampai 366";
    WANTS_TEXTS: "a list of texts, such as [\"…\"]" / "daftar teks, seperti [\"…\"]";
    WANTS_PATH: "a path" / "lokasi berkas";
    WANTS_NAME: "a name of at most 60 characters, or {0}" / "nama paling banyak 60 huruf, atau {0}";
    NO_SETTING: "no key {0}{1}" / "tidak ada kunci {0}{1}";
    NO_VALUE: "{0} has no {1}{2}" / "{0} tidak mempunyai {1}{2}";
    SAME_NAME: "{0} is called so already" / "{0} sudah bernama itu";
    NO_KEY: "no key is called {0}{1}" / "tidak ada tombol bernama {0}{1}";
    NO_KEY_SUCH: "no key is called {0}; keys are such as x, ctrl-e, f5, space, pgdn" /
        "tidak ada tombol bernama {0}; tombol misalnya x, ctrl-e, f5, space, pgdn";
    ARRIVES: "a terminal sends {1} for {0}; choose another key" / "terminal mengirim {1} untuk {0}; pilih tombol lain";
    FIXED: "its keys stay as they are" / "tombolnya tetap seperti adanya";
    NEEDS_CTRL: "it works where letters are typed too: a key with ctrl, or F1 to F12" /
        "berlaku juga selagi mengetik: tombol dengan ctrl, atau F1 sampai F12";
    HELD: "{0} always means “{1}”; choose another key" / "{0} selalu berarti “{1}”; pilih tombol lain";
    HELD_ON_SLIDES: "{0} always means “{1}” on slides; choose another key" /
        "{0} selalu berarti “{1}” pada paparan; pilih tombol lain";
    HELD_WHILE_TYPING: "{0} always means “{1}” where letters are typed; choose another key" /
        "{0} selalu berarti “{1}” selagi mengetik; pilih tombol lain";
    HELD_IN_WHAT_IF: "{0} always means “{1}” in what if; choose another key" /
        "{0} selalu berarti “{1}” pada andai; pilih tombol lain";
    HELD_WHERE_READ: "{0} always means “{1}” where there is only reading; choose another key" /
        "{0} selalu berarti “{1}” pada layar yang hanya dibaca; pilih tombol lain";
    CONFLICT: "{0} is taken by {1}; give {1} another key too" / "{0} sudah dipakai {1}; beri {1} tombol lain juga";
}
