//! What the other subcommands answer to a command line, and what `status` says of its conditions.

use crate::lang::Phrase;

phrases! {
    AS_OF: "--as-of takes a date YYYY-MM-DD from {0} to {1}" / "--as-of memerlukan tanggal YYYY-MM-DD dari {0} sampai {1}";

    NO_TEXT: "a workbook is no text for a terminal; name a file with -o" /
        "Excel (.xlsx) bukan teks untuk terminal; sebut berkas dengan -o";
    ITSELF: "{0} is the roster itself; name another file" / "{0} adalah daftar itu sendiri; sebut berkas lain";
    OR_FORCE: ", or use --force" / ", atau pakai --force";

    CONDITION_FORM: "--fail-if takes NAME OP NUMBER, such as 'runway_months<3', not '{0}'" /
        "--fail-if memerlukan NAMA TANDA BILANGAN, seperti 'runway_months<3', bukan '{0}'";
    CONDITION_NAME: "--fail-if knows no '{0}', only {1}" / "--fail-if tidak mengenal '{0}', hanya {1}";
    CONDITION_NUMBER: "--fail-if needs a plain number after '{0}'" / "--fail-if memerlukan bilangan sesudah '{0}'";
    HOLDS: "{0} holds: {1}" / "{0} berlaku: {1}";
    HOLDS_UNKNOWN: "{0} counts as holding: unknown" / "{0} dianggap berlaku: tidak diketahui";
}
