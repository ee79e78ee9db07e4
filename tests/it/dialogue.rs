//! `--plain`: the dashboard as a dialogue in lines, for those who hear a screen, for terminals that have none, and for
//! pipes. What it says is what the other ways say; nothing is drawn over, and no byte of it moves a cursor.

use crate::support::{assert_clean, document, file, fixture, lindungi};
use crate::terminal::Terminal;
use serde_json::json;
use std::fs;

/// What is said to these lines.
fn said(args: &[&str], lines: &str) -> String {
    let done = lindungi(&[&["--plain"], args].concat()).stdin(lines).run();
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{args:?} {lines:?}");
    assert_clean(&done.out);
    done.out
}

#[test]
fn each_tab_is_told_in_lines_with_the_figures_of_status() {
    let city = fixture("sorong-2024.json");
    for (lang, lines, told) in [
        (
            "en",
            "groups\nenrollment\nbudget\nrunway\npayments\nways\nends\nchecks\ndistricts\nwho\n",
            [
                "Protected: 14,212 of 19,336 active, 73.5%",
                "Market traders: target 7,200; active 5,480; 76.1%; proposed 407; verified 524;",
                "Aug 2024: new 742; total 14,812; plan 17,500; gap −2,688",
                "Dec 2024: for the active lacks Rp20,338,400; for the target –",
                "the active: paid to Nov 2024; months 3.91; workers 14,212; on 31 Dec 2024 short −Rp20,338,400; a month Rp238,761,600;",
                "386 workers in the last months of protection, 96 of them without it from 1 Sep 2024 on",
                "37 errors, 212 warnings, 300 notes in 17,640 workers, 7 payments.",
                "Sorong Manoi: listed 3,206; active 2,605;",
            ],
        ),
        (
            "id",
            "kelompok\nkepesertaan\nanggaran\ntahan\npembayaran\ncara\nberakhir\npemeriksaan\ndistrik\nsiapa\n",
            [
                "Terlindungi: 14.212 dari 19.336 aktif, 73,5%",
                "Pedagang pasar: target 7.200; aktif 5.480; 76,1%; diusulkan 407; terverifikasi 524;",
                "Agu 2024: baru 742; jumlah 14.812; rencana 17.500; selisih −2.688",
                "Des 2024: untuk yang aktif kurang Rp20.338.400; untuk target –",
                "pekerja aktif: terbayar Nov 2024; bulan 3,91; pekerja 14.212; pada 31 Des 2024 kurang −Rp20.338.400; per bulan Rp238.761.600;",
                "386 pekerja dalam masa akhir perlindungan, 96 di antaranya tanpa perlindungan mulai 1 Sep 2024",
                "37 kesalahan, 212 peringatan, 300 catatan pada 17.640 pekerja, 7 pembayaran.",
                "Sorong Manoi: terdata 3.206; aktif 2.605;",
            ],
        ),
    ] {
        let out = said(&[&city, "--lang", lang], lines);
        for told in told {
            assert!(out.contains(told), "{lang}: {told}\n{out}");
        }
        assert!(!out.contains(['│', '█', '─', '>']), "a border or a prompt");
    }
}

#[test]
fn who_they_are_is_told_under_a_heading_for_each_way_to_count_them() {
    for (lang, line, headed) in [
        ("en", "who\n", ["Funnel:\nlisted: ", "Status:\nproposed: ", "Age:\n", "Sex:\nfemale: ", "Segment:\nBPU: "]),
        (
            "id",
            "siapa\n",
            ["Alur:\nterdata: ", "Status:\ndiusulkan: ", "Usia:\n", "Jenis kelamin:\nperempuan: ", "Segmen:\nBPU: "],
        ),
    ] {
        let out = said(&[&fixture("sorong-2024.json"), "--lang", lang], line);
        for headed in headed {
            assert_eq!(out.matches(&format!("\n{headed}")).count(), 1, "{lang}: {headed}\n{out}");
        }
    }
}

#[test]
fn an_amount_says_that_it_is_rupiah_and_what_is_paid_is_said_once() {
    for (lang, lines, told) in [
        (
            "en",
            "ways\nbudget\npayments\n",
            [
                "as many as fit to the end: workers 13,909; paid 4 months, to Dec 2024; result over +Rp23,200\n",
                "Nov 2024: for the active Rp218,423,200; for the target lacks Rp39,826,400\n",
                "JKK: Contributions Rp745,720,000; Claims 17; Claims Rp86,214,500\n",
            ],
        ),
        (
            "id",
            "cara\nanggaran\npembayaran\n",
            [
                "sebanyak yang cukup: pekerja 13.909; terbayar 4 bulan, s.d. Des 2024; hasil lebih +Rp23.200\n",
                "Nov 2024: untuk yang aktif Rp218.423.200; untuk target kurang Rp39.826.400\n",
                "JKK: Iuran Rp745.720.000; Klaim 17; Klaim Rp86.214.500\n",
            ],
        ),
    ] {
        let out = said(&[&fixture("sorong-2024.json"), "--lang", lang], lines);
        for told in told {
            assert!(out.contains(told), "{lang}: {told}\n{out}");
        }
        assert!(!out.contains(", Rp "), "{lang}\n{out}");
    }
}

/// Every word of the dialogue that takes nothing, in both languages.
const ALONE: [(&str, &str); 17] = [
    ("overview", "ringkasan"),
    ("enrollment", "kepesertaan"),
    ("districts", "distrik"),
    ("who", "siapa"),
    ("budget", "anggaran"),
    ("runway", "tahan"),
    ("payments", "pembayaran"),
    ("ways", "cara"),
    ("ends", "berakhir"),
    ("workers", "pekerja"),
    ("more", "lagi"),
    ("clear", "hapus"),
    ("undo", "batalkan"),
    ("changes", "perubahan"),
    ("reveal", "buka"),
    ("mask", "samarkan"),
    ("reload", "muat"),
];

#[test]
fn what_stands_behind_a_word_that_takes_nothing_is_not_passed_over() {
    let city = fixture("small-city.json");
    for (en, id) in ALONE {
        for (lang, word, told) in [
            ("en", en, format!("{en} takes nothing behind it, and nothing was done with 3")),
            ("id", id, format!("{id} tidak memakai kata di belakangnya, dan 3 tidak dikerjakan")),
        ] {
            let (alone, out) =
                (said(&[&city, "--lang", lang], ""), said(&[&city, "--lang", lang], &format!("{word} 3\n")));
            let answer = out.strip_prefix(&alone).unwrap();
            assert!(answer.starts_with(&told) && answer.trim_end().lines().count() == 1, "{word} 3: {answer}");
        }
    }
    let out = said(&[&city], "help zzz\nbudget 9271004203810001\nquit now\ngroups\n");
    assert!(out.contains("No command has zzz in it") && out.contains("nothing was done with ****"), "{out}");
    assert!(!out.contains("\nGroups\n"), "whoever wants to leave leaves");
}

#[test]
fn a_rule_is_told_with_its_rows_by_their_number_in_the_list() {
    let city = fixture("sorong-2024.json");
    for (lang, lines, told) in [
        (
            "en",
            "checks nik-missing\n",
            ["error nik-missing, 6 rows: no NIK\nDistrict office: Ask for the KTP", "\n851. "],
        ),
        ("en", "checks two rows, one NIK\n", ["error nik-duplicate, 4 rows: two rows, one NIK\n", "\n5,913. "]),
        ("en", "checks nik-region\n", ["note nik-region, 64 rows: ", "\nand 54 more; filter finding:nik-region and"]),
        ("en", "checks payment-mismatch\n", ["error payment-mismatch, 1 row: ", "\nMay 2024"]),
        (
            "en",
            "/name:zzzzz\nchecks nik-missing\n",
            ["6 rows: no NIK", "\nOf the whole list; 0 of these 6 workers pass name:zzzzz.\n"],
        ),
        (
            "id",
            "saring kelompok:nelayan\npemeriksaan nik-missing\n",
            ["6 baris: tanpa NIK", "\nDari seluruh daftar; 1 dari 6 pekerja ini lolos kelompok:nelayan.\n"],
        ),
        ("en", "checks 3\n", ["There is no rule 3; checks alone tells of all, or of one of these: nik-missing, ", "."]),
        (
            "id",
            "pemeriksaan nik-missing\n",
            ["kesalahan nik-missing, 6 baris: tanpa NIK\nKantor distrik: Minta KTP", "\n851. "],
        ),
        ("id", "pemeriksaan 3\n", ["Tidak ada aturan 3; pemeriksaan saja menyebut semua", "."]),
    ] {
        let out = said(&[&city, "--lang", lang], lines);
        for told in told {
            assert!(out.contains(told), "{lang}: {lines:?}: {told}\n{out}");
        }
    }
    for number in ["851", "5,670", "5.670", "5670"] {
        let worker = said(&[&city], &format!("worker {number}\n"));
        assert!(worker.contains("no NIK. District office:"), "{number} is the number of the list\n{worker}");
    }
}

#[test]
fn a_number_that_is_none_is_called_so_and_money_only_where_money_was_written() {
    for (lang, lines, told) in [
        ("en", "whatif workers abc\n", "abc: no number of people; write 1500 or 1,500"),
        ("en", "whatif workers -5\n", "-5: no number of people;"),
        ("en", "whatif more\n", "\nno number of people;"),
        ("en", "whatif months soon\n", "soon: no number of months; write 4"),
        ("en", "whatif workers Rp5\n", "Rp5: people are counted here, as 1,500: no rupiah"),
        ("en", "whatif workers 300 jt\n", "300 jt: people are counted here"),
        ("id", "andai pekerja abc\n", "abc: bukan jumlah orang; tulis 1500 atau 1.500"),
        ("id", "andai bulan -5\n", "-5: bukan jumlah bulan; tulis 4"),
        ("id", "andai bulan 300 juta\n", "300 juta: di sini jumlah bulan, mis. 4: bukan rupiah"),
    ] {
        let out = said(&[&fixture("small-city.json"), "--lang", lang], lines);
        assert!(out.contains(told), "{lines:?}: {told}\n{out}");
    }
}

#[test]
fn where_a_filter_leaves_nothing_to_tell_it_is_named() {
    let city = fixture("sorong-2024.json");
    for (lang, lines, told) in [
        (
            "en",
            "/status:proposed\nends\n",
            "Nothing to tell here of those who pass status:proposed; clear counts everybody",
        ),
        ("en", "/name:zzzzz\ndistricts\n", "Nothing to tell here of those who pass name:zzzzz;"),
        ("en", "/name:zzzzz\nchanges\n", "Name an older roster"),
        ("id", "/status:diusulkan\nberakhir\n", "Tidak ada yang perlu disebut dari yang lolos status:diusulkan; hapus"),
    ] {
        let out = said(&[&city, "--lang", lang], lines);
        assert!(out.contains(told), "{lines:?}: {told}\n{out}");
    }
    let (_folder, path) = file("a.json", document(json!([])).to_string());
    let out = said(&[&path], "/name:zzzzz\nends\n");
    assert!(out.contains("\nNothing to tell here.\n"), "without the filter there would be nothing too\n{out}");
}

/// Lines, and what is said to them, of the small city.
const DIALOGUES: [(&str, &[&str]); 18] = [
    (
        "worker\nworker 9271004203810001\n",
        &["Name a worker by the number in the list, 1 to 61, such as worker 1.\n\nName a worker by the number"],
    ),
    (
        "whatif add 1000 a month\nbahasa\nandai tambah 500 per bulan\nandai tambah 150 juta per bulan\nbantuan usia\n",
        &[
            "What if: 1,000 workers more each month",
            "Andai: 500 pekerja lagi tiap bulan",
            "seperti saring status:aktif",
        ],
    ),
    ("workers\nmore\n", &["Workers 1 to 10 of 61; more goes on", "Workers 11 to 20 of 61"]),
    ("workers\n\n", &["Workers 11 to 20 of 61"]),
    ("filter status:active\nundo\n", &["status:active: 42 of 61 workers match.", "No filter: all 61 workers count."]),
    ("/status:active\nclear\nundo\nfilter\n", &["42 of 61", "status:active: 42 of 61 workers match."]),
    ("undo\n", &["Nothing to undo."]),
    ("filter stats:active\n", &["filter, column 1: ", "stats:active\n  ^"]),
    ("sort -age\nworkers\n", &["Sorted by -age.", "\n1. "]),
    ("worker 1\nworker 99\nworker x\n", &["NIK: ************", "There are workers 1 to 61, not 99."]),
    ("whatif\nwhatif add 150 mn\nwhatif reset\n", &["Nothing is changed yet.", "What if: Rp150,000,000 more"]),
    ("whatif add 150 mn\nundo\n", &["What if: Rp150,000,000 more", "Nothing is changed yet."]),
    (
        "filter age>=150\nworker 1\nsort size\nxylophone\n",
        &["Nobody matches.", "sort: no column size", "xylophone is no command here"],
    ),
    ("forget\nexport a.foo\n", &["Name a view: forget NAME;", "no list is written as .foo; these are: "]),
    ("whatif add water\nwhatif paint 3\n", &["whatif takes add, more"]),
    ("budgt\nw\n", &["budgt is no command; did you mean budget?", "w may be who, ways, workers, worker, whatif."]),
    ("bahasa\nkelompok\n", &["Mulai sekarang bahasa Indonesia.", "\nKelompok\n"]),
    ("help age\nquit\ngroups\n", &["count only those who pass"]),
];

#[test]
fn a_line_is_answered_below_it() {
    for (lines, answers) in DIALOGUES {
        let out = said(&[&fixture("small-city.json")], lines);
        for answer in answers {
            assert!(out.contains(answer), "{lines:?}: {answer}\n{out}");
        }
    }
    let ended = said(&[&fixture("small-city.json")], "quit\ngroups\n");
    assert!(!ended.contains("\nGroups\n"), "nothing is done behind the end");
}

#[test]
fn the_language_that_is_named_is_spoken_and_none_is_turned_by_a_word_that_names_no_language() {
    let (english, indonesian) = ("English from here on.", "Mulai sekarang bahasa Indonesia.");
    for (lang, line, answer) in [
        ("id", "bahasa id", indonesian),
        ("id", "bahasa indonesia", indonesian),
        ("id", "bahasa inggris", english),
        ("id", "bahasa", english),
        ("en", "language en", english),
        ("en", "language ENGLISH", english),
        ("en", "language bahasa Indonesia", indonesian),
        ("en", "language", indonesian),
        ("en", "language xx", "There is no language xx here, only english and indonesian."),
        ("id", "bahasa xx", "Di sini tidak ada bahasa xx, hanya inggris dan indonesia."),
    ] {
        let out = said(&[&fixture("small-city.json"), "--lang", lang], &format!("{line}\n"));
        assert_eq!(out.trim_end().lines().last(), Some(answer), "{lang}: {line}\n{out}");
    }
}

#[test]
fn what_changed_is_told_beside_an_older_roster() {
    let (city, older) = (fixture("small-city.json"), fixture("small-city-may.json"));
    let since = said(&[&city, "--since", &older], "changes\n");
    let later = said(&[&city], &format!("changes\nsince {older}\nchanges\n"));
    for out in [&since, &later] {
        assert!(out.contains("What changed since 31 May 2024?") && out.contains("Active: 31 May 2024 41;"), "{out}");
    }
    assert!(later.contains("Name an older roster"));
    let missing = lindungi(&["--plain", &city]).stdin("since nowhere.json\n").run();
    assert!(missing.code == 0 && missing.out.contains("nowhere.json"), "{}", missing.out);
}

#[test]
fn those_who_pass_are_written_whole_or_not_at_all_and_numbers_masked() {
    let (folder, path) = file("city.json", fs::read(fixture("small-city.json")).unwrap());
    let inside = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let lines = format!(
        "filter status:active\nexport {0}\nexport {0}\nreport {1}\nexport {2}\nexport\nexport {3}\n",
        inside("w.csv"),
        inside("w.html"),
        path,
        inside("w.doc")
    );
    let out = said(&[&path], &lines);
    assert!(out.contains("42 workers written to ") && out.contains("The page is written to "), "{out}");
    assert_eq!(out.matches("42 workers written").count(), 1, "no file is written over");
    let written = fs::read_to_string(inside("w.csv")).unwrap();
    assert_eq!(written.lines().count(), 43);
    assert!(written.contains("************"), "masked");
    assert!(fs::read_to_string(inside("w.html")).unwrap().contains("Filter: status:active"));
    assert_eq!(fs::read(&path).unwrap(), fs::read(fixture("small-city.json")).unwrap(), "the roster is as it was");
    assert!(out.contains("Name a file, such as workers.xlsx."));
}

#[test]
fn a_file_is_suggested_in_the_language_that_is_spoken() {
    for (lang, lines, names) in [
        ("en", "export\nexport list\nreport\n", ["workers.xlsx", "report.html"]),
        ("id", "ekspor\nekspor daftar\nlaporan\n", ["pekerja.xlsx", "laporan.html"]),
    ] {
        let out = said(&[&fixture("small-city.json"), "--lang", lang], lines);
        assert_eq!(names.map(|name| out.matches(name).count()), [2, 1], "{out}");
    }
}

#[test]
fn a_file_that_exists_is_written_over_where_the_word_of_the_refusal_says_so() {
    let (folder, path) = file("city.json", fs::read(fixture("small-city.json")).unwrap());
    let inside = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    for (command, name, said_of_it) in
        [("export", "a list.csv", "61 workers written to "), ("report", "page.html", "The page is written to ")]
    {
        fs::write(inside(name), "old").unwrap();
        let file = inside(name);
        let lines =
            format!("{command} {file}\n{command} {file} --force\n{command} --force\n{command} {path} --force\n");
        let out = said(&[&path], &lines);
        assert!(out.contains("name another, or use --force") && out.contains("Name a file, such as"), "{out}");
        assert_eq!(out.matches(said_of_it).count(), 1, "{out}");
        assert_ne!(fs::read_to_string(&file).unwrap(), "old");
    }
    assert_eq!(fs::read(&path).unwrap(), fs::read(fixture("small-city.json")).unwrap(), "the roster is as it was");
}

#[test]
fn numbers_are_whole_where_that_is_asked_for_and_never_for_a_guest() {
    let nik = "9671004203810001";
    let roster = document(json!([
        {"id": "W1", "nik": nik, "name": "Maria Rumbiak", "occupation": "ojek", "status": "active"},
    ]));
    let (_folder, path) = file("roster.json", roster.to_string());
    let lines = "worker 1\nreveal\nworker 1\nmask\nworker 1\n";
    let out = said(&[&path], lines);
    assert_eq!((out.matches(nik).count(), out.matches("************0001").count()), (1, 2), "{out}");
    // What is saved is never a person's number.
    let saved = said(&[&path], &format!("filter nik:{nik}\nsave ani\n"));
    assert!(saved.contains("names a person's number is not saved") && !saved.contains("Saved as"), "{saved}");
    let guest = said(&[&path, "--secure"], "worker 1\nreveal\nworker 1\nexport x.csv\nhelp\n");
    assert!(!guest.contains(nik) && !guest.contains("Maria Rumbiak") && guest.contains("M. R."), "{guest}");
    assert!(guest.contains("reveal is no command here") && guest.contains("export is no command here"), "{guest}");
    assert!(!guest.contains("reveal: ") && !guest.contains("export: ") && !guest.contains("save: "), "{guest}");
    let asked = lindungi(&["--plain", &path, "--secure"]).stdin(format!("filter nik:{nik}\n")).run();
    assert!(!asked.out.contains(nik) && !asked.out.contains("match"), "{}", asked.out);
}

/// What is no line of anybody: bytes that are no text, control characters, a line without an end.
#[test]
fn whatever_bytes_come_are_answered_and_move_no_cursor() {
    let long = "x".repeat(20_000);
    for bytes in [
        &b"\xff\xfe\n\x1b[2Jgroups\n\x00\n"[..],
        format!("{long}\ngroups\n").as_bytes(),
        long.as_bytes(),
        b"filter \x1b]0;x\x07\n",
        b"",
    ] {
        let done = lindungi(&["--plain", &fixture("small-city.json")]).stdin(bytes).run();
        assert_eq!(done.code, 0, "{}", done.err);
        assert_clean(&done.out);
    }
    let out = said(&[&fixture("small-city.json")], &format!("{long}\ngroups\n"));
    assert!(out.contains("That line is too long") && out.contains("\nGroups\n"), "the next line is one again");
}

#[test]
fn a_pipe_and_a_terminal_without_a_screen_get_the_dialogue() {
    let city = fixture("small-city.json");
    let piped = lindungi(&[&city]).stdin("groups\n").run();
    assert_eq!((piped.code, piped.err.as_str()), (0, ""));
    assert!(piped.out.contains("\nGroups\n"), "{}", piped.out);
    // A roster from standard input leaves no room for lines.
    let own = lindungi(&["-"]).stdin(fs::read(&city).unwrap()).run();
    assert!(own.code == 0 && own.out.contains("42 of 80 active"), "{}{}", own.out, own.err);
    let both = lindungi(&["--plain", "-"]).stdin(fs::read(&city).unwrap()).run();
    assert!(both.code == 2 && both.out.is_empty() && both.err.contains("cannot both"), "{}", both.err);
    let plain = lindungi(&["--plain", &city]).env("LC_ALL", "C").stdin("groups\nbudget\nchecks\nworkers\n").run();
    assert!(plain.out.is_ascii(), "ASCII alone where the terminal knows nothing else");
}

#[test]
fn at_a_terminal_a_line_is_asked_for_and_the_screen_is_left_as_it_is() {
    let city = fixture("small-city.json");
    for (args, env) in [(&["--plain", &*city][..], &[][..]), (&[&*city][..], &[("TERM", "dumb")][..])] {
        let command = [&[crate::support::BINARY], args].concat();
        let mut terminal = Terminal::start_command(&command, env, None);
        let is_asked = |shown: &str| shown.trim_end().ends_with('>');
        terminal.wait_until("the first question", is_asked);
        assert!(terminal.contents().contains("Write a word and press Enter"));
        terminal.keys("groups\n");
        terminal.wait_for("All groups: target");
        terminal.wait_until("the next question", is_asked);
        terminal.keys("quit\n");
        assert_eq!(terminal.end().exit_code(), 0);
        let raw = String::from_utf8_lossy(&terminal.raw).into_owned();
        assert!(!raw.contains('\u{1b}'), "no escape sequence: {raw:?}");
        assert!(raw.contains("> groups"), "{raw:?}");
    }
}

#[test]
fn a_payment_that_waits_is_told_in_words_and_no_line_begins_with_a_mark() {
    let city = fixture("sorong-2024.json");
    let page = lindungi(&["report", &city]).run().out;
    assert!(page.contains("May pays 16,800 too much"), "the page has what is odd");
    for (lang, line, legend, told) in [
        (
            "en",
            "payments\n",
            "committed, billed",
            ["Aug 2024, to be paid: workers 742;", "\nother: what workers", "\nMay pays 16,800 too much\n"],
        ),
        (
            "id",
            "pembayaran\n",
            "komitmen, sudah ditagih",
            ["Agu 2024, belum dibayar: pekerja 742;", "\nlainnya: yang tidak", "\nMei lebih bayar 16.800\n"],
        ),
    ] {
        let out = said(&[&city, "--lang", lang], line);
        for told in told {
            assert!(out.contains(told), "{lang}: {told}\n{out}");
        }
        assert!(!out.contains(['▒', '≠', '▲']), "{lang}: a mark\n{out}");
        assert!(
            !out.contains(legend) && !page.contains(legend),
            "{lang}: the legend of a mark that is not there\n{out}"
        );
    }
}

#[test]
fn under_a_filter_a_group_tells_how_many_match_and_no_target() {
    let city = fixture("sorong-2024.json");
    for (lang, line, told) in [
        (
            "en",
            "groups\ndistricts\n",
            [
                "Fishers: matched 46; active 0; proposed 0; verified 0; grace 46;",
                "Filtered: matched 386;",
                "Sorong Manoi: matched 68; active 0; not active 68; % of matched 0.0%",
            ],
        ),
        (
            "id",
            "kelompok\ndistrik\n",
            [
                "Nelayan: tersaring 46; aktif 0;",
                "Yang tersaring: tersaring 386;",
                "Sorong Manoi: tersaring 68; aktif 0; tidak aktif 68; % dari tersaring 0,0%",
            ],
        ),
    ] {
        let out = said(&[&city, "--lang", lang, "--filter", "status:grace"], line);
        for told in told {
            assert!(out.contains(told), "{lang}: {told}\n{out}");
        }
        assert!(!out.contains("target 1") && !out.contains("active 0; –"), "{lang}\n{out}");
    }
    // Of whole groups a target is one.
    let own = said(&[&city, "--filter", "group:nelayan"], "groups\n");
    assert!(own.contains("Fishers: target 1,500; active 968; 64.5%;"), "{own}");
}

#[test]
fn the_groups_are_told_in_the_order_that_is_asked_for() {
    let city = fixture("small-city.json");
    let told = |lang: &str, lines: &str| {
        let out = said(&[&city, "--lang", lang], lines);
        let (_, groups) =
            out.split_once(if lang == "en" { "\nGroups\n" } else { "\nKelompok\n" }).unwrap_or(("", &out));
        let names = groups.lines().take_while(|line| !line.is_empty()).filter_map(|line| line.split_once(':'));
        names.map(|(name, _)| name.to_owned()).collect::<Vec<_>>().join(", ")
    };
    for (lang, lines, names) in [
        ("en", "groups\n", "Market traders, Fishers, Motorcycle-taxi riders, Honorary staff, All groups"),
        ("en", "groups percent\n", "Fishers, Market traders, Motorcycle-taxi riders, Honorary staff, All groups"),
        ("en", "groups -target\n", "Market traders, Fishers, Honorary staff, Motorcycle-taxi riders, All groups"),
        ("en", "groups Name\n", "Fishers, Honorary staff, Market traders, Motorcycle-taxi riders, All groups"),
        (
            "en",
            "filter sex:f\ngroups matched,-name\n",
            "Motorcycle-taxi riders, Fishers, Honorary staff, Market traders, Filtered",
        ),
        ("id", "kelompok -persen\n", "Tenaga honorer, Tukang ojek, Pedagang pasar, Nelayan, Semua kelompok"),
        ("id", "kelompok diusulkan,nama\n", "Tenaga honorer, Tukang ojek, Pedagang pasar, Nelayan, Semua kelompok"),
    ] {
        assert_eq!(told(lang, lines), names, "{lines}");
    }
    let wrong = |lang, line| said(&[&city, "--lang", lang], line).lines().rev().nth(1).unwrap_or_default().to_owned();
    assert_eq!(
        wrong("en", "groups persem\n"),
        "groups: no column persem; there are: name, target, proposed, verified, active, percent"
    );
    // Under a filter a target means nothing, and is no column.
    assert!(
        wrong("id", "saring jk:p\nkelompok target\n")
            .ends_with("nama, tersaring, diusulkan, terverifikasi, aktif, tenggang, nonaktif, ditolak")
    );
}

#[test]
fn a_saved_view_is_forgotten_by_its_name() {
    let home = tempfile::tempdir().unwrap();
    let said = |lines: &str| {
        let city = fixture("small-city.json");
        let run = lindungi(&["--plain", &city, "--lang", "id"]).env("XDG_CONFIG_HOME", home.path().to_str().unwrap());
        run.stdin(lines).run().out
    };
    assert!(said("saring jk:p\nsimpan perempuan\n").contains("Disimpan sebagai perempuan."));
    assert!(said("tampilan perempuan\n").contains("jk:p: 25 dari 61"));
    let forgotten = said("lupakan perempuan\ntampilan\nlupakan perempuan\n");
    assert!(forgotten.contains("tampilan perempuan dihapus"), "{forgotten}");
    assert!(forgotten.contains("tidak ada tampilan perempuan"), "{forgotten}");
}
