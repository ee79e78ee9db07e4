//! The words of pictures of the screen.

use crate::lang::Phrase;

phrases! {
    TITLE: "{0}: {1}" / "{0}: {1}";
    NO_FILTER: "Filter: none" / "Filter: tidak ada";
    ENDING: "{0} says no form of a picture; its name may end in {1}" /
        "{0} tidak menyebut bentuk gambar; namanya dapat berakhir dengan {1}";
    NO_NAME: "type the name of a file behind it, such as :picture budget.svg" /
        "ketik nama berkas di belakangnya, seperti :gambar anggaran.svg";
    MISMATCH: "{0} ends as {1} does, but --format says {2}" / "{0} berakhiran seperti {1}, tetapi --format menyebut {2}";
    NO_TAB: "--tab has no {0}{1}; there are: {2}, their numbers 1 to {3}, and slide:1 and so on" /
        "--tab tidak mempunyai {0}{1}; yang ada: {2}, nomornya 1 sampai {3}, dan layar:1 dan seterusnya";
    SLIDE: "slide" / "layar";
    NO_SLIDE: "there is no slide {0}; with what is known there {1|is|are} {1}" /
        "tidak ada layar {0}; dari yang diketahui ada {1}";
    SIZE: "--size takes COLUMNSxROWS from {0} to {1}, such as 120x40, not {2}" /
        "--size memerlukan KOLOMxBARIS dari {0} sampai {1}, seperti 120x40, bukan {2}";
    NO_TEXT: "a png is no text for a terminal; name a file with -o" /
        "png bukan teks untuk terminal; sebut berkas dengan -o";
    OF_A_NUMBER: "a picture goes from hand to hand: one whose filter names a person's number is made only while numbers are shown whole" /
        "gambar berpindah tangan: yang filternya memuat nomor seseorang dibuat hanya selama nomor ditampilkan lengkap";
    WRITTEN: "picture written to {0}" / "gambar ditulis ke {0}";
    WRITTEN_WHOLE: "picture written to {0}; it shows numbers of persons whole" /
        "gambar ditulis ke {0}; nomor pribadi tampil lengkap di dalamnya";
    EXISTS: "{0} exists already; {1} replaces it" / "{0} sudah ada; {1} menggantinya";
    EXISTS_SHORT: "it exists already; {1} replaces it" / "berkas itu sudah ada; {1} menggantinya";
    HELP_FILE: "a picture of this screen, in that file" / "gambar layar ini, ke berkas itu";
}
