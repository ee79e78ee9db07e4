//! What each place is for and what its keys do there, as the help says it that is called there.

use crate::lang::Phrase;

phrases! {
    HERE: "Here" / "Di sini";
    LOADING: "The roster is being read: what you press is done as soon as it is there." /
        "Daftar sedang dibaca: yang Anda tekan dijalankan begitu semua terbaca.";
    HELP: "Every key and every field: what you type searches them, {0} runs what is found." /
        "Semua tombol dan bidang: yang diketik mencarinya, {0} menjalankan yang ditemukan.";
    DETAIL: "One worker, whole: {0} goes to the next, {1} leads back." /
        "Satu pekerja, lengkap: {0} ke yang berikut, {1} kembali.";
    EXPLAIN: "How the figure is counted, with its numbers: {0} goes on, {1} leads back." /
        "Cara angka dihitung, dengan bilangannya: {0} melanjutkan, {1} kembali.";
    PREVIEW: "What will come of this list: {0} makes a roster of it, {1} leaves it as it is." /
        "Hasil daftar ini nanti: {0} menjadikannya data program, {1} membiarkannya.";
    PROGRAMME: "What only the office knows of its programme: {0} goes to the next answer, {1} writes the roster." /
        "Yang hanya diketahui instansi tentang programnya: {0} ke jawaban berikut, {1} menulis datanya.";
    FACETS: "How many have what: {0} picks a value or no longer, {1} goes to the next list, {2} shows its workers." /
        "Berapa yang punya apa: {0} memilih atau melepas nilai, {1} ke daftar berikut, {2} menampilkan pekerjanya.";
    SORT: "What the table is sorted by: {0} sorts by it, once more the other way round." /
        "Urutan tabel: {0} mengurutkan menurut ini, sekali lagi membaliknya.";
    CHANGES: "What changed since the older roster: {0} lists the people behind a line." /
        "Yang berubah sejak daftar lama: {0} menyebut orang di balik baris.";
    PEOPLE: "The people behind one line: {0} opens the worker, {1} leads back to the lines." /
        "Orang di balik satu baris: {0} membuka pekerjanya, {1} kembali ke baris.";
    WHAT_IF: "Values to try out, nothing of it is saved: {0} changes one, digits type it, {1} resets it." /
        "Nilai untuk dicoba, tidak ada yang disimpan: {0} mengubahnya, angka mengetiknya, {1} mengembalikannya.";
    AMOUNT: "A value is being typed: {0} takes it, {1} leaves the one before." /
        "Nilai sedang diketik: {0} memakainya, {1} membiarkan yang lama.";
    FILTER: "Who is shown: words and field:value. {0} completes, {1} keeps it, {2} brings the former back." /
        "Siapa yang tampil: kata dan bidang:nilai. {0} melengkapi, {1} memakainya, {2} mengembalikan yang lama.";
    PALETTE: "Every command, and what it would do now: what you type narrows them, {0} runs one." /
        "Semua perintah dan hasilnya kini: yang diketik menyaringnya, {0} menjalankan satu.";
    EXPORT: "The list becomes a file: {0} chooses its form, {1} writes it." /
        "Daftar menjadi berkas: {0} memilih bentuknya, {1} menulisnya.";
    PATH: "The older roster to compare with: {0} completes its name, {1} reads it." /
        "Daftar lama sebagai pembanding: {0} melengkapi namanya, {1} membacanya.";
    QUESTION: "A question: {0} says yes, any other key no." / "Pertanyaan: {0} berarti ya, tombol lain tidak.";
    SLIDES: "A question a slide: {0} goes on, {1} leads back." / "Satu pertanyaan satu layar: {0} lanjut, {1} kembali.";
}
