//! What each command would do now, as the list of commands says it behind its words; and why it would do nothing.

use crate::lang::Phrase;

phrases! {
    WHO_PASS: "the {0} who pass" / "{0} yang lolos";
    ALL_OF_THEM: "all {0}" / "semua {0}";
    MARKED: "the {0} marked" / "{0} bertanda";
    FOUND: "the {0} of {1}" / "{0} dari {1}";
    ROW_OF: "the row of {0}" / "baris {0}";
    BY: "by {0}, {1}" / "menurut {0}, {1}";
    RISING: "rising" / "naik";
    FALLING: "falling" / "turun";
    AS_IN_FILE: "now as in the file" / "kini menurut berkas";
    BACK_TO: "back to {0}" / "kembali ke {0}";
    NO_FILTER: "no filter" / "tanpa filter";
    NO_FILTER_NOW: "no filter is set" / "tidak ada filter";
    NO_MARKS: "nobody is marked" / "tidak ada yang ditandai";
    NO_WORD: "the filter holds no word" / "filter tanpa kata";
    NOBODY: "nobody passes" / "tidak ada yang lolos";
    NOTHING_SELECTED: "nobody is selected" / "tidak ada yang terpilih";
    NOTHING_TO_COPY: "no row here" / "tidak ada baris di sini";
    NOTHING_TO_REPEAT: "nothing to repeat" / "tidak ada yang diulangi";
    READ_ONCE: "read once only" / "hanya dibaca sekali";
    MASKED_HERE: "masked before an audience" / "disamarkan di depan hadirin";
    REVEAL: "shows them" / "menampilkan";
    MASK: "masks them" / "menyamarkan";
    OTHER_LANGUAGE: "Bahasa Indonesia" / "English";
    MOUSE_OFF: "leaves it to select text" / "melepas untuk memilih teks";
    MOUSE_ON: "clicks and scrolls again" / "klik dan gulir kembali";
    NO_MOUSE: "none is reported" / "tidak dilaporkan";
    NEW_SCENARIO: "a new scenario" / "skenario baru";
    SCENARIO: "the scenario as it stands" / "skenario yang ada";
    SINCE: "since {0}" / "sejak {0}";
    ASKS_FOR_FILE: "asks for an older file" / "menanyakan berkas lama";
    ON_TOP: "you are on it" / "sedang tampil";
}
