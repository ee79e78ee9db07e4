//! What the command line says in Indonesian: for each command and argument its help, its value and its choices. The
//! English stands where the arguments are declared; a test walks both and finds none without the other.

/// Words of one argument.
pub struct Said {
    /// The command that it belongs to; empty for the dashboard and for arguments that several commands share.
    pub command: &'static str,
    /// The argument.
    pub arg: &'static str,
    /// Its help.
    pub help: &'static str,
    /// What stands for its value; empty where it takes none.
    pub value: &'static str,
}

const fn said(command: &'static str, arg: &'static str, value: &'static str, help: &'static str) -> Said {
    Said { command, arg, help, value }
}

/// What each command is for; the dashboard's name is empty.
pub const COMMANDS: &[(&str, &str)] = &[
    ("", "Siapa yang terlindungi, dan sampai kapan dananya cukup?"),
    ("status", "Angka-angka pokok, untuk orang dan skrip."),
    ("export", "Pekerja yang lolos filter, sebagai tabel."),
    ("check", "Apa yang keliru di daftar, aturan demi aturan, dengan tempatnya; keluar dengan 1 bila ada kesalahan."),
    ("import", "Buat daftar dari daftar instansi (.xlsx, .ods, .csv): pratinjau dulu, baris demi baris."),
    ("plan", "Andai: dari pekerja, iuran, bulan, dan pagu, tiga menentukan yang keempat; empat dibandingkan."),
    ("diff", "Apa yang berubah dari satu daftar ke daftar lain; keluar dengan 1 bila ada yang berbeda."),
    ("demo", "Tulis daftar contoh dengan orang rekaan; tanpa opsi, yang bawaan, sama sampai bita terakhir."),
    ("schema", "Tulis JSON Schema berkas daftar: setiap isian, nilainya, dan artinya."),
    ("completions", "Tulis pelengkapan baris perintah ini untuk shell: bash, zsh, fish, atau PowerShell."),
    ("man", "Tulis halaman man utama, atau semuanya ke sebuah folder."),
];

/// What the dashboard's long help adds.
pub const DASHBOARD: &str = "Membuka dasbor; tanpa berkas, daftar contoh bawaan.";

/// Every argument. What a command says of its own stands before what several share.
pub const ARGS: &[Said] = &[
    said(
        "",
        "roster",
        "DAFTAR",
        "Daftar berformat lindungi/roster/1 (.json, .json.gz, .json.zst), - untuk masukan standar, atau daftar instansi.",
    ),
    said(
        "",
        "program",
        "PROGRAM",
        "Bila DAFTAR adalah daftar instansi (.xlsx, .ods, .csv): daftar tanpa pekerja, berisi program dan kelompoknya.",
    ),
    said("status", "roster", "DAFTAR", "Daftar yang dibaca, atau - untuk masukan standar."),
    said("export", "roster", "DAFTAR", "Daftar yang dibaca, atau - untuk masukan standar."),
    said("", "demo", "", "Pakai daftar contoh bawaan."),
    said("", "filter", "TEKS", "Tampilkan hanya pekerja yang lolos filter ini, seperti 'status:aktif usia>=60'."),
    said(
        "",
        "view",
        "NAMA",
        "Tampilkan tampilan yang disimpan dengan :view NAMA; bersama --filter, yang lolos keduanya.",
    ),
    said("", "since", "LAMA", "Tampilkan apa yang berubah sejak daftar lama ini."),
    said(
        "",
        "max_size",
        "UKURAN",
        "Tolak masukan yang teksnya, setelah dibuka, lebih besar dari ini: bita, atau seperti 512M atau 8G.",
    ),
    said("", "lang", "BAHASA", "Bahasa; bila tidak disebut, LINDUNGI_LANG, lalu LC_ALL, LC_MESSAGES, LANG."),
    said("", "color", "KAPAN", "Apakah memakai warna."),
    said("", "reveal", "", "Tampilkan nomor pribadi lengkap: untuk satu orang di satu meja, bukan untuk rapat."),
    said("", "ascii", "", "Gambar dengan karakter ASCII biasa."),
    said(
        "",
        "secure",
        "",
        "Untuk login yang dipakai bersama (ForceCommand OpenSSH): hanya melihat, tanpa nomor lengkap; sama dengan LINDUNGI_SECURE=1.",
    ),
    said("", "no_watch", "", "Jangan periksa apakah berkas berubah; r membacanya lagi."),
    said("", "help", "", "Tampilkan bantuan ('-h' ringkas, '--help' lengkap)."),
    said("", "version", "", "Tampilkan versi."),
    said("status", "format", "FORMAT", "Satu layar teks, satu baris paling banyak 80 kolom, JSON, atau Markdown."),
    said("status", "fail_if", "SYARAT", "Keluar dengan 1 bila ini berlaku, seperti 'runway_months<3'; boleh diulang."),
    said("plan", "workers", "N", "Pekerja yang dilindungi."),
    said("plan", "monthly", "RP", "Rupiah per pekerja dan bulan, atau JKK dan JKM sebagai 10000+6800."),
    said("plan", "months", "N", "Bulan yang dibayar."),
    said("plan", "budget", "RP", "Rupiah yang tersedia."),
    said("plan", "from", "YYYY-MM", "Bulan pertama; lalu bulan-bulannya disebut namanya."),
    said(
        "plan",
        "add",
        "RP@YYYY-MM",
        "Tambahan pagu (APBD-P) mulai suatu bulan; perlu --from; tanpa --months menyebut sampai bulan mana.",
    ),
    said(
        "plan",
        "more",
        "N",
        "Tambahan pekerja tiap bulan, mulai bertahap; perlu --from; tanpa --months menyebut sampai bulan mana.",
    ),
    said("plan", "replaced", "N", "Pekerja yang keluar tiap bulan dan diganti; perlu --from."),
    said("plan", "format", "FORMAT", "Untuk orang, atau JSON."),
    said("diff", "old", "LAMA", "Daftar yang lebih lama, atau - untuk masukan standar."),
    said("diff", "new", "BARU", "Daftar yang lebih baru, atau - untuk masukan standar."),
    said("diff", "format", "FORMAT", "Untuk orang, JSON, atau Markdown."),
    said(
        "export",
        "format",
        "FORMAT",
        "Data sebagai csv, xlsx, jsonl, atau json; untuk orang markdown; bila tidak disebut, menurut akhir nama berkas, lalu csv.",
    ),
    said(
        "export",
        "output",
        "BERKAS",
        "Tulis berkas ini, utuh atau tidak sama sekali, hanya terbaca pemiliknya; tanpa ini ke keluaran standar.",
    ),
    said("export", "force", "", "Timpa berkas yang sudah ada."),
    said("check", "roster", "DAFTAR", "Daftar yang dibaca, atau - untuk masukan standar."),
    said(
        "check",
        "format",
        "FORMAT",
        "Untuk orang, atau tabel semua temuan sebagai json, csv, atau xlsx; bila tidak disebut, menurut akhir nama berkas, lalu teks.",
    ),
    said("check", "strict", "", "Keluar dengan 1 juga bila ada peringatan."),
    said("check", "all", "", "Sebut setiap tempat, bukan hanya yang pertama dari tiap aturan."),
    said("check", "by", "MENURUT", "Tulis satu berkas Excel per instansi yang perlu memperbaiki, ke folder -o."),
    said(
        "check",
        "output",
        "BERKAS",
        "Tulis berkas ini, atau dengan --by ke folder ini; tanpa ini ke keluaran standar.",
    ),
    said("check", "force", "", "Timpa berkas yang sudah ada."),
    said("import", "list", "DAFTAR", "Daftar instansi: .xlsx, .ods, atau .csv, atau - untuk masukan standar."),
    said(
        "import",
        "output",
        "BERKAS",
        "Tulis daftar lindungi ke berkas ini, hanya terbaca pemiliknya; tanpa ini hanya pratinjau.",
    ),
    said(
        "import",
        "program",
        "PROGRAM",
        "Daftar tanpa pekerja, berisi program dan kelompoknya; tanpa ini ditulis contoh untuk diisi.",
    ),
    said("import", "into", "DAFTAR", "Gabungkan ke daftar ini menurut NIK; yang tidak disebut tetap."),
    said(
        "import",
        "map",
        "JUDUL=ISIAN",
        "Arti sebuah judul kolom, seperti \"No Induk=nik\", atau \"Status=-\" untuk melewatinya; boleh diulang.",
    ),
    said(
        "import",
        "status",
        "STATUS",
        "Status pekerja yang tidak disebut statusnya; bila tidak ada, aktif dengan KPJ atau tanggal didaftarkan, selain itu diusulkan.",
    ),
    said(
        "import",
        "accept_partial",
        "",
        "Tulis daftarnya walau ada baris yang ditolak; baris itu ke berkas kedua, dengan alasannya.",
    ),
    said("import", "all", "", "Sebut setiap sel, bukan hanya yang pertama."),
    said("import", "force", "", "Timpa berkas yang sudah ada."),
    said(
        "export",
        "sort",
        "KOLOM",
        "Urutkan menurut satu atau dua kolom seperti tabel di layar, misalnya 'distrik,-usia'; - terbesar dulu.",
    ),
    said("export", "columns", "KOLOM", "Tulis kolom-kolom ini dalam urutan ini, misalnya 'nik,nama,distrik'."),
    said("export", "excel", "", "CSV seperti dibuka Excel berbahasa Indonesia: titik koma, tanda UTF-8, CRLF."),
    said("export", "raw", "", "CSV tanpa tanda petik di depan isi yang mirip rumus: berbahaya di Excel."),
    said(
        "export",
        "split_by",
        "MENURUT",
        "Satu lembar Excel, atau satu berkas, per distrik, kelurahan, atau kelompok, dengan jumlahnya.",
    ),
    said(
        "export",
        "template",
        "NAMA",
        "Daftar untuk suatu instansi: bpu, na, iuran, bnba, temuan, atau buatan sendiri; nama yang tidak ada menampilkan semuanya.",
    ),
    said("export", "months", "N", "Bulan iuran, 1 sampai 12, bila diminta templat."),
    said(
        "export",
        "accept_partial",
        "",
        "Lewati baris yang tidak memuat keperluan templat; tanpa ini tidak ada yang ditulis.",
    ),
    said("demo", "workers", "N", "Berapa pekerja."),
    said("demo", "seed", "S", "Benih lain memberi orang lain dengan angka yang sama."),
    said("demo", "as_of", "TANGGAL", "Tanggal daftar, YYYY-MM-DD."),
    said("completions", "shell", "SHELL", "Shell yang akan mengenal setiap perintah, opsi, dan pilihannya."),
    said("man", "output", "FOLDER", "Tulis semua halaman ke folder ini; tanpa ini halaman utama ke keluaran standar."),
    said("man", "force", "", "Timpa halaman yang sudah ada."),
];

/// What each choice of an argument means, by command, argument and choice; an empty command is any.
pub const CHOICES: &[(&str, &str, &str, &str)] = &[
    ("", "lang", "en", "Inggris."),
    ("", "lang", "id", "Bahasa Indonesia."),
    ("", "color", "auto", "Di terminal, kecuali NO_COLOR dipasang."),
    ("", "color", "always", "Selalu."),
    ("", "color", "never", "Tidak pernah."),
    ("", "format", "text", "Satu layar."),
    ("", "format", "line", "Paling banyak 80 kolom, untuk motd dan tmux."),
    ("status", "format", "json", "lindungi/status/1."),
    ("plan", "format", "json", "lindungi/plan/1."),
    ("diff", "format", "json", "lindungi/diff/1."),
    ("export", "format", "markdown", "Tabel untuk notulen dan pesan."),
    ("", "format", "markdown", "Untuk notulen dan pesan."),
    ("check", "format", "text", "Menurut aturan."),
    ("check", "format", "json", "lindungi/check/1."),
    ("check", "format", "csv", "Nilai dipisah koma."),
    ("check", "format", "xlsx", "Berkas Excel."),
    ("check", "by", "office", "Satu berkas Excel per instansi."),
    ("import", "status", "proposed", "Didata instansi."),
    ("import", "status", "verified", "Dinyatakan memenuhi syarat."),
    ("import", "status", "active", "Didaftarkan."),
    ("import", "status", "inactive", "Tidak lagi terlindungi."),
    ("import", "status", "rejected", "Tidak memenuhi syarat."),
    ("export", "format", "csv", "Nilai dipisah koma."),
    ("export", "format", "xlsx", "Berkas Excel."),
    ("export", "format", "jsonl", "Satu objek JSON per baris."),
    ("export", "format", "json", "Satu objek JSON."),
    ("export", "split_by", "district", "Satu bagian per distrik."),
    ("export", "split_by", "village", "Satu bagian per kelurahan."),
    ("export", "split_by", "group", "Satu bagian per kelompok pekerjaan."),
    ("completions", "shell", "bash", "Bash dari GNU."),
    ("completions", "shell", "zsh", "Shell Z."),
    ("completions", "shell", "fish", "Shell fish."),
    ("completions", "shell", "powershell", "Shell PowerShell."),
];
