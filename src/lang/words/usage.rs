//! What is wrong with a command line.

use crate::lang::Phrase;

phrases! {
    NO_COMMAND: "{0}: no command and no such file; did you mean `lindungi {1}`?" /
        "{0}: bukan perintah dan bukan berkas; maksudnya `lindungi {1}`?";
    NONE_OF: "; {0} is no command, there are: {1}" / "; {0} bukan perintah, yang ada: {1}";
    REST: "Usage: {0}\nSee `lindungi{1} --help`." / "Penggunaan: {0}\nLihat `lindungi{1} --help`.";
    NEAR: "; did you mean {0}?" / "; maksudnya {0}?";
    NO_OPTION: "no option {0}{1}" / "tidak ada opsi {0}{1}";
    TOO_MANY: "one argument too many: {0}{1}" / "argumen berlebih: {0}{1}";
    NO_VALUE: "{0} needs a value{1}" / "{0} memerlukan nilai{1}";
    UNKNOWN_VALUE: "{0} has no value {1}{2}{3}" / "{0} tidak mempunyai nilai {1}{2}{3}";
    CHOICES: "; there are: {0}" / "; yang ada: {0}";
    WORKERS_LIMIT: "a whole number from 1 to 50,000,000" / "bilangan bulat dari 1 sampai 50.000.000";
    SECONDS_LIMIT: "a whole number from 3 to 600" / "bilangan bulat dari 3 sampai 600";
    MONTHS_LIMIT: "a whole number from 1 to 12" / "bilangan bulat dari 1 sampai 12";
    SIZE: "a size in bytes, or such as 512M or 8G" / "ukuran dalam bita, atau seperti 512M atau 8G";
    NUMBER: "a whole number from 0 on" / "bilangan bulat mulai 0";
    TAKES: "{0} takes {2}, not {1}" / "{0} memerlukan {2}, bukan {1}";
    MISSING: "required, but missing: {0}" / "belum disebut: {0}";
    OR_DEMO: "; --demo takes the built-in roster" / "; --demo memakai daftar contoh bawaan";
    ONE_VALUE: "{0} takes one value" / "{0} memerlukan satu nilai";
    NOT_UTF8: "an argument is not UTF-8" / "ada argumen yang bukan UTF-8";
    TOGETHER: "these arguments do not go together" / "argumen-argumen ini tidak cocok";
    BEHIND: "{1} stands behind the command: lindungi {0} … {1}" / "{1} ditulis sesudah perintah: lindungi {0} … {1}";
    TWICE: "{0} stands twice" / "{0} disebut dua kali";
    EXCLUDE: "{0} and {1} exclude each other" / "{0} dan {1} tidak dapat bersama";
}
