//! The manual beside the options: examples of each command, the filter, exit codes, environment, files and the shared
//! login. `--help` and the man pages show it from here.

use super::measure::{pad, widest, wrap};
use super::{Lang, Phrase};

/// What is typed or met, and what it means.
#[derive(Debug)]
pub struct Entry {
    /// What is typed or met.
    pub sign: Phrase,
    /// What it means.
    pub what: Phrase,
}

macro_rules! entries {
    ($($name:ident { $($sign_en:literal $(/ $sign_id:literal)? => $en:literal / $id:literal;)* })*) => {
        $(
            #[allow(missing_docs, reason = "the entries say what they are")]
            pub const $name: &[Entry] = &[$(Entry {
                sign: entries!(@ $sign_en $(, $sign_id)?),
                what: Phrase { en: $en, id: $id },
            },)*];
        )*
    };
    (@ $both:literal) => { Phrase::same($both) };
    (@ $en:literal, $id:literal) => { Phrase { en: $en, id: $id } };
}

entries! {
    DASHBOARD {
        "lindungi" => "the demonstration roster, which is built in" / "data contoh bawaan";
        "lindungi roster.json" / "lindungi daftar.json" =>
            "your own; ? shows every key" / "daftar sendiri; ? menampilkan semua tombol";
        "lindungi roster.json --filter 'group:fishers age>=60'" / "lindungi daftar.json --filter 'kelompok:nelayan usia>=60'" =>
            "only these workers, on every tab" / "hanya pekerja ini, di setiap tab";
        "lindungi roster.json --since old.json" / "lindungi daftar.json --since lama.json" =>
            "what changed since then" / "apa yang berubah sejak itu";
    }
    STATUS {
        "lindungi status roster.json" / "lindungi status daftar.json" =>
            "the key figures on one screen" / "angka pokok dalam satu layar";
        "lindungi status roster.json --format line" / "lindungi status daftar.json --format line" =>
            "one line, for motd or tmux" / "satu baris, untuk motd atau tmux";
        "lindungi status roster.json --fail-if 'runway_months<3'" / "lindungi status daftar.json --fail-if 'runway_months<3'" =>
            "exit 1 where the money lasts less than three months" / "keluar dengan 1 bila dana cukup kurang dari tiga bulan";
    }
    PRESENT {
        "lindungi present roster.json --since old.json" / "lindungi present daftar.json --since lama.json" =>
            "slides, one of them what changed since then" / "paparan, dengan layar apa yang berubah sejak itu";
        "lindungi present roster.json --notes steps.md --autoplay 20" /
        "lindungi present daftar.json --notes langkah.md --autoplay 20" =>
            "the next steps as the last slide, each slide for 20 seconds" / "langkah berikutnya di layar terakhir, tiap layar 20 detik";
    }
    SNAPSHOT {
        "lindungi snapshot roster.json --tab budget -o budget.png" /
        "lindungi snapshot daftar.json --tab anggaran -o anggaran.png" =>
            "Budget as a picture, for a chat or a letter" / "Anggaran sebagai gambar, untuk obrolan atau surat";
        "lindungi snapshot roster.json --tab slide:2 --size 160x45 -o until.svg" /
        "lindungi snapshot daftar.json --tab layar:2 --size 160x45 -o sampai-kapan.svg" =>
            "the second slide, for a page" / "layar paparan kedua, untuk halaman";
        "lindungi snapshot roster.json --format ansi | less -R" / "lindungi snapshot daftar.json --format ansi | less -R" =>
            "Groups in a pager" / "Kelompok di penampil teks";
    }
    REPORT {
        "lindungi report roster.json -o report.html" / "lindungi report daftar.json -o laporan.html" =>
            "one page for a browser, in both languages" / "satu halaman untuk peramban, dalam dua bahasa";
        "lindungi report roster.json --list none --since old.json -o report.html" /
        "lindungi report daftar.json --list none --since lama.json -o laporan.html" =>
            "without names, and with what changed since then" / "tanpa nama, dengan apa yang berubah sejak itu";
    }
    CHECK {
        "lindungi check roster.json" / "lindungi check daftar.json" =>
            "what is wrong, rule by rule" / "apa yang keliru, aturan demi aturan";
        "lindungi check roster.json --by office -o for-offices" / "lindungi check daftar.json --by office -o untuk-instansi" =>
            "a workbook for each office that has something to mend" / "satu berkas Excel per instansi yang perlu memperbaiki";
    }
    EXPORT {
        "lindungi export roster.json --filter -status:active -o not-active.xlsx" /
        "lindungi export daftar.json --filter -status:aktif -o belum-aktif.xlsx" =>
            "everybody who is not active, as a workbook" / "semua yang belum aktif, sebagai Excel";
        "lindungi export roster.json --columns name,district,age --sort district,-age" /
        "lindungi export daftar.json --columns nama,distrik,usia --sort distrik,-usia" =>
            "three columns as CSV, the oldest of each district first" / "tiga kolom sebagai CSV, yang tertua dari tiap distrik dulu";
        "lindungi export roster.json --template bnba -o bnba.xlsx" / "lindungi export daftar.json --template bnba -o bnba.xlsx" =>
            "the annex of a decree, by name and address" / "lampiran SK, menurut nama dan alamat";
    }
    IMPORT {
        "lindungi import list.xlsx" / "lindungi import daftar.xlsx" =>
            "the preview: what is good, doubtful and refused" / "pratinjau: yang baik, meragukan, dan ditolak";
        "lindungi import list.xlsx --program program.json -o roster.json" /
        "lindungi import daftar.xlsx --program program.json -o daftar.json" =>
            "the roster, with its programme" / "daftarnya, dengan programnya";
        "lindungi import list.xlsx --into roster.json -o new.json" /
        "lindungi import daftar.xlsx --into daftar.json -o baru.json" =>
            "joined to the roster that there is, by NIK" / "digabungkan ke daftar yang ada, menurut NIK";
    }
    PLAN {
        "lindungi plan --workers 19336 --monthly 16800 --budget '2,2 miliar'" =>
            "how many months the money lasts" / "berapa bulan dananya cukup";
        "lindungi plan --workers 19336 --monthly 10000+6800 --months 12 --from 2025-01" =>
            "what a year costs, month by month" / "berapa biaya setahun, bulan demi bulan";
    }
    DIFF {
        "lindungi diff old.json new.json" / "lindungi diff lama.json baru.json" =>
            "who joined, who left, what changed" / "siapa yang masuk, siapa yang keluar, apa yang berubah";
        "lindungi diff old.json new.json --format markdown" / "lindungi diff lama.json baru.json --format markdown" =>
            "the same for minutes and messages" / "hal yang sama untuk notulen dan pesan";
    }
    DEMO {
        "lindungi demo --earlier > july.json" / "lindungi demo --earlier > juli.json" =>
            "the built-in city a month before, to compare with" / "kota bawaan sebulan sebelumnya, untuk dibandingkan";
        "lindungi demo --workers 5 > small.json" / "lindungi demo --workers 5 > kecil.json" =>
            "five invented workers, every field in use" / "lima pekerja rekaan, semua isian terpakai";
    }
    SCHEMA {
        "lindungi schema > roster.schema.json" =>
            "for an editor, or a program that writes rosters" / "untuk penyunting teks, atau program yang menulis daftar";
    }
    COMPLETIONS {
        "lindungi completions bash > ~/.local/share/bash-completion/completions/lindungi" =>
            "for bash, from the next shell on" / "untuk bash, mulai dari shell berikutnya";
        "lindungi completions zsh > ~/.zfunc/_lindungi" =>
            "for zsh, where ~/.zfunc is in fpath" / "untuk zsh, bila ~/.zfunc ada di fpath";
        "lindungi completions fish > ~/.config/fish/completions/lindungi.fish" => "for fish" / "untuk fish";
        "lindungi completions powershell | Out-String | Invoke-Expression" =>
            "for PowerShell, in its profile" / "untuk PowerShell, di profilnya";
    }
    MAN {
        "lindungi man | man -l -" => "the main page, read at once" / "halaman utama, langsung dibaca";
        "lindungi man -o ~/.local/share/man/man1" =>
            "all pages, for man lindungi-status" / "semua halaman, untuk man lindungi-status";
    }

    SYNTAX {
        "siti" => "part of a name or a number of a person" / "bagian nama atau nomor orang";
        "status:active" / "status:aktif" => "a field and its value" / "isian dan nilainya";
        "status:active,grace" / "status:aktif,tenggang" => "one of several values" / "salah satu dari beberapa nilai";
        "age>=60" / "usia>=60" => "compared: < <= > >= =" / "dibandingkan: < <= > >= =";
        "until:2024-05..2024-07" / "sampai:2024-05..2024-07" =>
            "from one to another; either may be missing" / "dari satu sampai yang lain; salah satu boleh tidak ada";
        "district:none" / "distrik:kosong" => "unknown; any is known" / "tidak diketahui; terisi berarti diketahui";
        "\"Sorong Timur\"" => "what has spaces or signs, in quotation marks" / "yang memuat spasi atau tanda, dalam tanda petik";
        "a b" => "both; so is a and b" / "keduanya; sama dengan a and b";
        "a or b" => "one of them; and binds tighter" / "salah satu; and lebih erat";
        "-a" => "not; so is not a" / "bukan; sama dengan not a";
        "(a or b) c" => "brackets bind first" / "kurung didahulukan";
    }

    EXIT {
        "0" => "fine" / "baik";
        "1" =>
            "a condition holds: --fail-if; diff found a difference, check errors, import rows that it refuses without --accept-partial" /
            "syaratnya berlaku: --fail-if; diff menemukan perbedaan, check kesalahan, import baris yang ditolak tanpa --accept-partial";
        "2" => "wrong usage" / "cara pakai keliru";
        "3" => "the input cannot be read" / "masukan tidak terbaca";
        "4" => "output cannot be written" / "keluaran tidak dapat ditulis";
        "101" => "an internal error" / "kesalahan di dalam program";
        "128+n" => "ended by signal n; a closed pipe is 141" / "dihentikan sinyal n; pipa yang tertutup 141";
    }

    CONDITIONS {
        "percent" => "active of the target, in percent" / "aktif dari target, dalam persen";
        "to_go" => "workers still to be enrolled" / "pekerja yang masih harus didaftarkan";
        "left" => "rupiah left of the budget" / "rupiah sisa anggaran";
        "absorbed_percent" => "spent of the budget, in percent" / "terpakai dari anggaran, dalam persen";
        "runway_months" => "months that the rest pays the active" / "bulan yang terbayar untuk yang aktif";
        "runway_target_months" => "the same for the whole target" / "sama, untuk seluruh target";
        "balance_at_end" => "rupiah over at the end of coverage; what is short is below 0" /
            "rupiah lebih pada akhir perlindungan; yang kurang di bawah 0";
        "affordable_workers" => "workers that the rest pays to the end" / "pekerja yang terbayar sampai akhir";
        "over_affordable" => "active workers beyond those" / "pekerja aktif di luar itu";
        "errors" => "errors in the list, whatever the filter" / "kesalahan di daftar, apa pun saringannya";
        "warnings" => "warnings in the list, whatever the filter" / "peringatan di daftar, apa pun saringannya";
    }

    ENVIRONMENT {
        "LINDUNGI_LANG" => "the language, en or id, before all others" / "bahasa, en atau id, sebelum yang lain";
        "LC_ALL, LC_MESSAGES, LANG" =>
            "the language; without UTF-8 in them, or in LC_CTYPE, texts are ASCII" /
            "bahasa; bila tanpa UTF-8, seperti LC_CTYPE, teksnya ASCII";
        "NO_COLOR" => "no colours, unless --color says otherwise" / "tanpa warna, kecuali --color meminta lain";
        "COLORTERM" => "whether --theme truecolor has its colours" / "apakah --theme truecolor mendapat warnanya";
        "TERM, TMUX, STY" => "what the terminal takes; dumb has no dashboard" /
            "kemampuan terminal; dumb tidak punya dasbor";
        "LINDUNGI_SECURE" => "as --secure, unless it is empty or 0" / "sama dengan --secure, kecuali kosong atau 0";
        "XDG_CONFIG_HOME, HOME" => "where settings, saved views and own templates lie" /
            "tempat setelan, tampilan tersimpan, dan templat sendiri";
    }

    FILES {
        "~/.config/lindungi/config.toml" =>
            "settings; lindungi --print-config writes all of them" / "setelan; lindungi --print-config menulis semuanya";
        "~/.config/lindungi/views.json" => "saved views, written by :save" / "tampilan tersimpan, ditulis oleh :save";
        "~/.config/lindungi/templates/*.json" => "an office's own lists for export --template" /
            "daftar buatan sendiri untuk export --template";
    }
}

/// What a shared login is, paragraph by paragraph.
pub const SECURITY: &[Phrase] = &[
    Phrase {
        en: "Numbers of persons are masked unless --reveal, or p on the screen, shows them. The roster that is shown is never written to.",
        id: "Nomor orang disamarkan kecuali --reveal, atau p di layar, menampilkannya. Daftar yang ditampilkan tidak pernah ditulisi.",
    },
    Phrase {
        en: "--secure, or LINDUNGI_SECURE=1, is for a login that many share, such as a ForceCommand of OpenSSH. It shows the dashboard of one roster, and status; nothing is written, copied or shown whole, no other file is opened, names are initials, and no filter looks for a number or a birth date. Of the environment only TERM, LANG, LC_*, NO_COLOR and COLORTERM count. Fifteen minutes without a key end it. The file itself still holds whole numbers: only the login may be able to read it.",
        id: "--secure, atau LINDUNGI_SECURE=1, untuk login yang dipakai bersama, seperti ForceCommand di OpenSSH. Yang ditampilkan dasbor satu daftar dan status; tidak ada yang ditulis, disalin, atau tampil lengkap, berkas lain tidak dibuka, nama menjadi inisial, dan filter tidak mencari nomor atau tanggal lahir. Dari lingkungan hanya TERM, LANG, LC_*, NO_COLOR, dan COLORTERM yang berlaku. Lima belas menit tanpa tombol mengakhirinya. Berkasnya sendiri tetap memuat nomor lengkap: hanya login itu yang boleh membacanya.",
    },
];

macro_rules! headings {
    ($($name:ident: $en:literal / $id:literal;)*) => {
        $(#[doc = concat!("“", $en, "”")] pub const $name: Phrase = Phrase { en: $en, id: $id };)*
    };
}

headings! {
    EXAMPLES_HEAD: "Examples" / "Contoh";
    SYNTAX_HEAD: "Filter" / "Filter";
    FIELDS_HEAD: "Fields" / "Isian";
    CONDITIONS_HEAD: "Figures of --fail-if, before < <= > >= = != and a number" /
        "Angka untuk --fail-if, sebelum < <= > >= = != dan bilangan";
    KEYS_HEAD: "Keys" / "Tombol";
    KEYS_ELSEWHERE: "Where something lies over the tab, or a line is typed:" /
        "Bila ada sesuatu di atas tab, atau selagi mengetik:";
    EXIT_HEAD: "Exit status" / "Kode keluar";
    ENVIRONMENT_HEAD: "Environment" / "Lingkungan";
    FILES_HEAD: "Files" / "Berkas";
    SECURITY_HEAD: "Security" / "Keamanan";
    SEE_HEAD: "See also" / "Lihat juga";
    NAME_HEAD: "Name" / "Nama";
    SYNOPSIS_HEAD: "Synopsis" / "Ringkasan";
    DESCRIPTION_HEAD: "Description" / "Uraian";
    COMMANDS_HEAD: "Commands" / "Perintah";
    OPTIONS_HEAD: "Options" / "Opsi";
    REST_OF_HELP: "Exit codes and environment: lindungi --help" / "Kode keluar dan lingkungan: lindungi --help --lang id";
}

/// The examples of a command; the dashboard's name is empty.
pub fn examples(command: &str) -> &'static [Entry] {
    match command {
        "" => DASHBOARD,
        "status" => STATUS,
        "present" => PRESENT,
        "snapshot" => SNAPSHOT,
        "report" => REPORT,
        "check" => CHECK,
        "export" => EXPORT,
        "import" => IMPORT,
        "plan" => PLAN,
        "diff" => DIFF,
        "demo" => DEMO,
        "schema" => SCHEMA,
        "completions" => COMPLETIONS,
        "man" => MAN,
        _ => &[],
    }
}

/// What a command knows by names of its own, under headings.
pub fn tables(command: &str) -> &'static [(Phrase, &'static [Entry])] {
    match command {
        "status" => &[(CONDITIONS_HEAD, CONDITIONS)],
        _ => &[],
    }
}

/// So wide is what the help adds, on any terminal.
const COLUMNS: usize = 80;

/// What the long help of a command says behind its options.
pub fn behind_options(lang: Lang, command: &str, filters: bool) -> String {
    let mut parts = vec![example_lines(lang, examples(command))];
    if filters {
        parts.push(lang.fields_of_filter());
    }
    match command {
        "" => {
            let tables =
                [(&SYNTAX_HEAD, SYNTAX), (&EXIT_HEAD, EXIT), (&ENVIRONMENT_HEAD, ENVIRONMENT), (&FILES_HEAD, FILES)];
            parts.extend(tables.map(|(head, entries)| columns(lang, head, entries)));
        }
        _ => {
            parts.extend(tables(command).iter().map(|(head, entries)| columns(lang, head, entries)));
            parts.push(format!("{}\n", lang.say(&REST_OF_HELP)));
        }
    }
    parts.join("\n")
}

/// A command line, and what it does below it.
fn example_lines(lang: Lang, entries: &[Entry]) -> String {
    let lines = |entry: &Entry| format!("  {}\n      {}\n", lang.say(&entry.sign), lang.say(&entry.what));
    format!("{}:\n{}", lang.say(&EXAMPLES_HEAD), entries.iter().map(lines).collect::<String>())
}

/// What is met, and beside it what it means.
fn columns(lang: Lang, head: &Phrase, entries: &[Entry]) -> String {
    let left = widest(entries.iter().map(|entry| lang.say(&entry.sign)), str::to_owned);
    let mut text = format!("{}:\n", lang.say(head));
    for entry in entries {
        let lines = wrap(lang.say(&entry.what), COLUMNS.saturating_sub(left + 4));
        for (place, line) in lines.iter().enumerate() {
            let sign = if place == 0 { lang.say(&entry.sign) } else { "" };
            text += &format!("  {}  {line}\n", pad(sign, left));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_help_adds_fits_the_narrowest_terminal_that_is_common() {
        for lang in [Lang::En, Lang::Id] {
            for command in [
                "",
                "status",
                "present",
                "snapshot",
                "report",
                "check",
                "export",
                "import",
                "plan",
                "diff",
                "demo",
                "schema",
                "completions",
                "man",
            ] {
                let text = behind_options(lang, command, true);
                let wide = text.lines().find(|line| line.chars().count() > COLUMNS + 4);
                assert_eq!(wide, None, "{command}");
            }
        }
    }

    #[test]
    fn a_meaning_that_needs_two_lines_stays_in_its_column() {
        let text = columns(Lang::En, &EXIT_HEAD, EXIT);
        assert!(text.contains("\n  1      a condition holds: --fail-if;"), "{text}");
        assert!(text.lines().any(|line| line.starts_with("         ") && !line.trim().is_empty()), "{text}");
    }
}
