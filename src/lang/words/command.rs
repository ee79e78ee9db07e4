//! What the other subcommands answer to a command line, and what `status` says of its conditions.

use crate::lang::Phrase;

phrases! {
    AS_OF: "--as-of takes a date YYYY-MM-DD from {0} to {1}" / "--as-of memerlukan tanggal YYYY-MM-DD dari {0} sampai {1}";

    NO_TEXT: "a workbook is no text for a terminal; name a file with -o" /
        "Excel (.xlsx) bukan teks untuk terminal; sebut berkas dengan -o";
    ITSELF: "{0} is the roster itself; name another file" / "{0} adalah daftar itu sendiri; sebut berkas lain";
    READ_HERE: "{0} is read by this command and stays as it is; name another file" / "{0} dibaca oleh perintah ini dan dibiarkan; sebut berkas lain";
    OR_FORCE: ", or use --force" / ", atau pakai --force";

    CHECK_HEAD: "{0}, {1}, {2} in {3} {3|worker|workers}, {4} {4|payment|payments}" /
        "{0}, {1}, {2} pada {3} pekerja, {4} pembayaran";
    CHECK_HEAD_AMONG: "{0}, {1}, {2} in {3} of {4} {4|worker|workers}" / "{0}, {1}, {2} pada {3} dari {4} pekerja";
    CHECK_FILTERED: "only of the workers who pass {0}" / "hanya pekerja yang lolos {0}";
    CHECK_NOTHING: "Nothing found." / "Tidak ada temuan.";
    RULE_FOUND: "{0} {1}, {2} {2|row|rows}: {3}" / "{0} {1}, {2} baris: {3}";
    CHECK_ROW: "row {0}" / "baris {0}";
    CHECK_MORE: "and {0} more; --all lists every one" / "dan {0} lagi; --all menyebut semuanya";
    CHECK_UNLISTED: "and {0} more that are only counted" / "dan {0} lagi yang hanya dihitung";
    CHECK_WROTE: "{0}: {1} {1|finding|findings}" / "{0}: {1} temuan";
    CHECK_MASKED: "numbers of persons are masked; --reveal writes them whole for the offices" /
        "nomor pribadi disamarkan; --reveal menulisnya lengkap untuk instansi";
    CHECK_STEM: "findings" / "temuan";

    CONDITION_FORM: "--fail-if takes NAME OP NUMBER, such as 'runway_months<3', not '{0}'" /
        "--fail-if memerlukan NAMA TANDA BILANGAN, seperti 'runway_months<3', bukan '{0}'";
    CONDITION_NAME: "--fail-if knows no '{0}', only {1}" / "--fail-if tidak mengenal '{0}', hanya {1}";
    CONDITION_NUMBER: "--fail-if needs a plain number after '{0}'" / "--fail-if memerlukan bilangan sesudah '{0}'";
    HOLDS: "{0} holds: {1}" / "{0} berlaku: {1}";
    HOLDS_UNKNOWN: "{0} counts as holding: unknown" / "{0} dianggap berlaku: tidak diketahui";
}
