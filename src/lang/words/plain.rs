//! The dialogue in lines, for those who hear or feel a screen.

use crate::lang::Phrase;

phrases! {
    WELCOME: "Write a word and press Enter: overview, groups, budget, workers, filter, help; quit ends." /
        "Tulis satu kata lalu tekan Enter: ringkasan, kelompok, anggaran, pekerja, saring, bantuan; keluar mengakhiri.";
    HELP_HEAD: "Each line is a command; its first letters are enough where no other begins so." /
        "Setiap baris satu perintah; cukup huruf awalnya bila tidak ada yang sama.";
    UNKNOWN_WORD: "{0} is no command; did you mean {1}? help lists all." /
        "{0} bukan perintah; maksudnya {1}? bantuan menyebut semuanya.";
    NO_WORD: "{0} is no command here; help lists all." / "{0} bukan perintah di sini; bantuan menyebut semuanya.";
    SEVERAL_WORDS: "{0} may be {1}." / "{0} bisa berarti {1}.";
    NOTHING_THERE: "Nothing to tell here." / "Tidak ada yang perlu disebut di sini.";
    NOTHING_OF_THOSE: "Nothing to tell here of those who pass {0}; clear counts everybody again." /
        "Tidak ada yang perlu disebut dari yang lolos {0}; hapus menghitung semua lagi.";
    TAKES_NOTHING: "{0} takes nothing behind it, and nothing was done with {1}; write {0} alone." /
        "{0} tidak memakai kata di belakangnya, dan {1} tidak dikerjakan; tulis {0} saja.";
    WORKERS_TAKE_NOTHING: "{0} takes nothing behind it, and nothing was done with {1}: worker N tells all of one, filter counts only some, more goes on." /
        "{0} tidak memakai kata di belakangnya, dan {1} tidak dikerjakan: orang N menyebut semua isian, saring menghitung sebagian, lagi melanjutkan.";
    NO_HELP: "No command has {0} in it; help alone lists all." /
        "Tidak ada perintah yang memuat {0}; bantuan saja menyebut semuanya.";
    NO_RULE: "There is no rule {0}; checks alone tells of all, or of one of these: {1}." /
        "Tidak ada aturan {0}; pemeriksaan saja menyebut semua, atau salah satu dari ini: {1}.";
    OF_RULE_PASS: "Of the whole list; {0} of these {1} {1|worker|workers} pass {2}." /
        "Dari seluruh daftar; {0} dari {1} pekerja ini lolos {2}.";
    MORE_OF_RULE: "and {0} more; filter finding:{1} and then workers lists all." /
        "dan {0} lagi; saring temuan:{1} lalu pekerja menyebut semuanya.";
    MORE_PLACES: "and {0} more; lindungi check --all lists all." / "dan {0} lagi; lindungi check --all menyebut semuanya.";
    MATCHING: "{0} of {1} workers match." / "{0} dari {1} pekerja tersaring.";
    NO_FILTER_NOW: "No filter: all {0} workers count." / "Tanpa filter: semua {0} pekerja dihitung.";
    NOTHING_UNDONE: "Nothing to undo." / "Tidak ada yang dibatalkan.";
    PEOPLE: "Workers {0} to {1} of {2}; more goes on, worker N tells all of one." /
        "Pekerja {0} sampai {1} dari {2}; lagi melanjutkan, orang N menyebut semua isian.";
    PEOPLE_END: "Workers {0} to {1} of {2}, the last ones." / "Pekerja {0} sampai {1} dari {2}, yang terakhir.";
    NOBODY: "Nobody matches." / "Tidak ada yang tersaring.";
    NO_SUCH_WORKER: "There are workers 1 to {0}, not {1}." / "Yang ada pekerja 1 sampai {0}, bukan {1}.";
    NAME_WORKER: "Name a worker by the number in the list, 1 to {0}, such as worker 1." /
        "Sebut pekerja menurut nomornya di daftar, 1 sampai {0}, seperti orang 1.";
    SORTED: "Sorted by {0}." / "Diurutkan menurut {0}.";
    SORTED_NOT: "As the file has them." / "Seperti urutan berkas.";
    WRITTEN: "{0} workers written to {1}." / "{0} pekerja ditulis ke {1}.";
    PAGE_WRITTEN: "The page is written to {0}." / "Halaman ditulis ke {0}.";
    NAME_FILE: "Name a file, such as {0}." / "Sebut nama berkas, seperti {0}.";
    NAME_VIEW: "Name a view: forget NAME; view alone tells which there are." /
        "Sebut tampilan: lupakan NAMA; tampilan saja menyebut yang ada.";
    LIST_FILE: "workers.xlsx" / "pekerja.xlsx";
    PAGE_FILE: "report.html" / "laporan.html";
    REVEALED: "Numbers of persons are told whole from here on; mask hides them." /
        "Mulai sekarang nomor orang disebut lengkap; samarkan menyembunyikannya.";
    MASKED: "Numbers of persons are masked." / "Nomor orang disamarkan.";
    READ_AGAIN: "Read again: {0} workers." / "Dibaca ulang: {0} pekerja.";
    NOT_AGAIN: "This roster came by standard input and cannot be read again." /
        "Daftar ini datang lewat masukan standar dan tidak dapat dibaca ulang.";
    LANGUAGE_NOW: "English from here on." / "Mulai sekarang bahasa Indonesia.";
    NO_LANGUAGE: "There is no language {0} here, only english and indonesian." /
        "Di sini tidak ada bahasa {0}, hanya inggris dan indonesia.";
    OLDER_READ: "Compared with {0}; changes tells what changed." / "Dibandingkan dengan {0}; perubahan menyebut apa yang berubah.";
    NO_OLDER: "Name an older roster: since FILE." / "Sebut daftar yang lebih lama: sejak BERKAS.";
    NOT_KNOWN: "What it would cost is not known here." / "Biayanya tidak diketahui di sini.";
    SCENARIO_HEAD: "What if: {0}" / "Andai: {0}";
    SCENARIO_NONE: "Nothing is changed yet. Add to it: whatif add 150 mn; whatif more 1000; whatif workers 16000; whatif rate 20000; whatif months 4; whatif reset." /
        "Belum ada yang diubah. Ubahlah: andai tambah 150 juta; andai tambah 1000 per bulan; andai pekerja 16000; andai iuran 20000; andai bulan 4; andai ulang.";
    KNOB_ADDED: "{0} more" / "tambahan {0}";
    KNOB_MORE: "{0} workers more each month" / "{0} pekerja lagi tiap bulan";
    KNOB_WORKERS: "{0} workers" / "{0} pekerja";
    KNOB_RATE: "{0} a worker and month" / "{0} per pekerja dan bulan";
    KNOB_MONTHS: "{0} months" / "{0} bulan";
    NO_KNOB: "whatif takes add, more, workers, rate, months, each with a number, or reset." /
        "andai menerima tambah, tambah … per bulan, pekerja, iuran, bulan, masing-masing dengan bilangan, atau ulang.";
    SAVED: "Saved as {0}." / "Disimpan sebagai {0}.";
    VIEWS_ARE: "Saved views: {0}." / "Tampilan tersimpan: {0}.";
    LONG_LINE: "That line is too long; nothing was done." / "Baris itu terlalu panjang; tidak ada yang dilakukan.";
    BOTH_FROM_INPUT: "The roster and the commands cannot both come by standard input; name the roster's file." /
        "Daftar dan perintah tidak dapat sama-sama lewat masukan standar; sebut berkas daftarnya.";

    IS_HELP: "help" / "bantuan";
    IS_OVERVIEW: "overview" / "ringkasan";
    IS_GROUPS: "groups" / "kelompok";
    IS_ENROLLMENT: "enrollment" / "kepesertaan";
    IS_DISTRICTS: "districts" / "distrik";
    IS_WHO: "who" / "siapa";
    IS_BUDGET: "budget" / "anggaran";
    IS_RUNWAY: "runway" / "tahan";
    IS_PAYMENTS: "payments" / "pembayaran";
    IS_WAYS: "ways" / "cara";
    IS_ENDS: "ends" / "berakhir";
    IS_CHECKS: "checks" / "pemeriksaan";
    IS_WORKERS: "workers" / "pekerja";
    IS_MORE: "more" / "lagi";
    IS_WORKER: "worker" / "orang";
    IS_FILTER: "filter" / "saring";
    IS_CLEAR: "clear" / "hapus";
    IS_UNDO: "undo" / "batalkan";
    IS_SORT: "sort" / "urut";
    IS_WHATIF: "whatif" / "andai";
    IS_SINCE: "since" / "sejak";
    IS_CHANGES: "changes" / "perubahan";
    IS_EXPORT: "export" / "ekspor";
    IS_REPORT: "report" / "laporan";
    IS_SAVE: "save" / "simpan";
    IS_VIEW: "view" / "tampilan";
    IS_FORGET: "forget" / "lupakan";
    IS_REVEAL: "reveal" / "buka";
    IS_MASK: "mask" / "samarkan";
    IS_LANGUAGE: "language" / "bahasa";
    IS_RELOAD: "reload" / "muat";
    IS_QUIT: "quit" / "keluar";

    DO_HELP: "every command, or those with a word" / "semua perintah, atau yang memuat sebuah kata";
    DO_OVERVIEW: "the answer in a paragraph, and the key figures" / "jawabannya dalam satu alinea, dan angka utama";
    DO_GROUPS: "each group against its target; groups percent tells the furthest behind first" /
        "tiap kelompok dan targetnya; kelompok persen menyebut yang paling tertinggal lebih dulu";
    DO_ENROLLMENT: "how far, how fast, month by month" / "seberapa jauh, seberapa cepat, per bulan";
    DO_DISTRICTS: "each district" / "tiap distrik";
    DO_WHO: "by status, age and sex" / "menurut status, usia, dan jenis kelamin";
    DO_BUDGET: "what is left, and until when" / "sisa pagu, dan sampai kapan";
    DO_RUNWAY: "for whom the money lasts how long, with the formula" / "untuk siapa dana cukup berapa lama, dengan rumusnya";
    DO_PAYMENTS: "what was paid, and what was received" / "yang dibayar, dan yang diterima";
    DO_WAYS: "four ways with what is left" / "empat cara dengan sisa pagu";
    DO_ENDS: "whose protection ends soon" / "perlindungan siapa yang segera berakhir";
    DO_CHECKS: "what is wrong in the list, and who mends it; checks nik-missing tells of one rule" /
        "apa yang salah di daftar, dan siapa yang memperbaiki; pemeriksaan nik-missing menyebut satu aturan";
    DO_WORKERS: "the workers, ten at a time" / "para pekerja, sepuluh sekali";
    DO_MORE: "the next ten" / "sepuluh berikutnya";
    DO_WORKER: "everything about one, by the number in the list" / "semua tentang seorang, menurut nomor di daftar";
    DO_FILTER: "count only those who pass, such as filter status:active age>=60; also /" /
        "hitung hanya yang lolos, seperti saring status:aktif usia>=60; juga /";
    DO_CLEAR: "count everybody again" / "hitung semua lagi";
    DO_UNDO: "the filter before" / "filter sebelumnya";
    DO_SORT: "sort the workers, such as sort district,-age" / "urutkan pekerja, seperti urut distrik,-usia";
    DO_WHATIF: "what if: whatif add 150 mn" / "andai: andai tambah 150 juta";
    DO_SINCE: "compare with an older roster" / "bandingkan dengan daftar yang lebih lama";
    DO_CHANGES: "what changed since then" / "apa yang berubah sejak itu";
    DO_EXPORT: "write those who pass to a file (csv, xlsx, json, markdown); --force behind its name writes over one" /
        "tulis yang lolos ke berkas (csv, xlsx, json, markdown); --force di belakang namanya menimpa";
    DO_REPORT: "write the page for a browser; --force behind its name writes over one" /
        "tulis halaman untuk peramban; --force di belakang namanya menimpa";
    DO_SAVE: "save filter and order under a name" / "simpan filter dan urutan dengan nama";
    DO_FORGET: "forget what was saved under a name" / "hapus yang tersimpan dengan nama itu";
    DO_VIEW: "take what was saved; without a name, which there are" / "pakai yang tersimpan; tanpa nama, apa saja yang ada";
    DO_REVEAL: "tell numbers of persons whole" / "sebut nomor orang lengkap";
    DO_MASK: "mask them again" / "samarkan lagi";
    DO_LANGUAGE: "the other language, or the one that is named: language indonesian" /
        "bahasa lain, atau yang disebut: bahasa inggris";
    DO_RELOAD: "read the roster again" / "baca daftar lagi";
    DO_QUIT: "end" / "akhiri";
}
