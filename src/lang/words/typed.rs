//! The words that the list of commands takes for what the dialogue in lines has no word of its own.

use crate::lang::Phrase;

phrases! {
    WHAT_IF: "what-if" / "andai";
    FACETS: "facets" / "rincian";
    FORMER_FACETS: "facets" / "faset";
    FLIP_SORT: "flip-sort" / "balik";
    MARK: "mark" / "tandai";
    UNMARK: "unmark" / "lepas";
    COPY: "copy" / "salin";
    COPY_ALL: "copy-all" / "salin-semua";
    REPEAT: "repeat" / "ulangi";
    PRESENT: "present" / "paparan";
    MOUSE: "mouse" / "tetikus";
    REDRAW: "redraw" / "gambar-ulang";
}
