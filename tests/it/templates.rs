//! `lindungi export --template`: the lists that offices take, what their rows lack, and an office's own.

use crate::support::{Done, document, file, fixture, lindungi};
use serde_json::{Value, json};
use std::path::Path;

fn table(text: &str) -> Vec<Vec<String>> {
    let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.into_records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn export(path: &str, args: &[&str]) -> Done {
    lindungi(&[&["export", path], args].concat()).run()
}

/// A roster of workers of that status, each of whom has all that any template needs.
fn whole(many: usize, status: &str) -> String {
    let worker = |place: usize| {
        // One day holds 9,999 of them.
        let (day, number) = (12 + place / 9_999, place % 9_999 + 1);
        json!({
            "id": format!("W{place:05}"), "name": format!("Orang {place}"), "occupation": "nelayan", "status": status,
            "nik": format!("967100{}0580{number:04}", day + 40), "birth_date": format!("1980-05-{day}"),
            "kpj": format!("240000{place:05}"), "phone": "081234567890", "sex": "F", "district": "Sorong",
            "village": if place.is_multiple_of(2) { "Klawalu" } else { "Remu" }, "reason": "pindah",
            "enrolled_on": "2024-03-01", "protected_until": "2024-08-31",
        })
    };
    document((0..many).map(worker).collect::<Value>()).to_string()
}

#[test]
fn each_list_has_its_headings_and_its_cells_in_the_order_of_the_office() {
    let row = |status: &str, args: &[&str]| {
        let (_folder, path) = file("a.json", whole(3, status));
        let done = export(&path, &[args, &["--format", "csv", "--reveal"]].concat());
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{args:?}");
        let rows = table(&done.out);
        assert_eq!(rows.len(), 4, "{args:?}");
        rows[0].iter().cloned().zip(rows[1].iter().cloned()).collect::<Vec<(String, String)>>()
    };
    let cells = |own: &[(&str, &str)]| own.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<Vec<_>>();
    assert_eq!(
        row("verified", &["--template", "bpu", "--months", "4", "--lang", "id"]),
        cells(&[
            ("NOMOR_IDENTITAS", "9671005205800001"),
            ("NAMA_LENGKAP", "Orang 0"),
            ("TGL_LAHIR", "12-05-1980"),
            ("HANDPHONE", "081234567890"),
            ("EMAIL", ""),
            ("JENIS_PEKERJAAN_1", "Nelayan"),
            ("JENIS_PEKERJAAN_2", ""),
            ("LOKASI_PEKERJAAN", "Klawalu, Sorong"),
            ("UPAH", "1000000"),
            ("KODE_PAKET", "T"),
            ("BULAN_IURAN", "4"),
        ])
    );
    assert_eq!(
        row("inactive", &["--template", "na"]),
        cells(&[
            ("KPJ", "24000000000"),
            ("NAMA_LENGKAP", "Orang 0"),
            ("TGL_LAHIR", "12-05-1980"),
            ("SEBAB_NA", "pindah"),
            ("TGL_KEJADIAN", "31-08-2024"),
            ("KETERANGAN", ""),
        ])
    );
    let iuran = row("active", &["--template", "iuran"]);
    let heads: Vec<&str> = iuran.iter().map(|(head, _)| head.as_str()).collect();
    assert_eq!(
        heads.join(", "),
        "No, KI, Nomor KPJ, NIK, Nama, Tgl Lahir, Status, Upah, Iuran JKK, JKM, JHT TK, JHT Prsh, Total, Ket"
    );
    let values: Vec<&str> = iuran.iter().map(|(_, value)| value.as_str()).collect();
    assert_eq!(values[7..13], ["1000000", "10000", "6800", "0", "0", "16800"]);
}

#[test]
fn what_needs_whole_numbers_is_refused_without_them_and_says_why() {
    let (_folder, path) = file("a.json", whole(2, "active"));
    for (args, said) in [
        (&["--template", "bpu", "--months", "3", "--lang", "en"][..], "bpu needs whole numbers: add --reveal"),
        (&["--template", "iuran", "--lang", "id"], "iuran memerlukan nomor lengkap: tambahkan --reveal"),
        (&["--template", "bpu", "--reveal", "--lang", "en"], "the list bpu needs --months, 1 to 12"),
        (&["--template", "na", "--months", "3", "--reveal"], "na has no column for --months"),
        (&["--template", "na", "--reveal", "--format", "json"], "na is written as .xlsx or .csv"),
        (&["--template", "bpuu"], "no template bpuu (did you mean bpu?); there are:"),
        (&["--template", "x", "--lang", "id"], "\n  bnba     by name by address, lampiran surat keputusan"),
        (&["--template", "bpu", "--months", "13"], "--months <N> takes a whole number from 1 to 12, not 13"),
        (&["--months", "3"], "missing: --template <NAME>\n"),
        (&["--template", "bpu", "--columns", "nik"], "exclude each other"),
    ] {
        let done = export(&path, &[args, &["-o", "/nowhere/a"]].concat());
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{args:?}: {}", done.err);
        assert!(done.err.contains(said), "{args:?}: {}", done.err);
    }
    // One of them has a finding.
    let mut city: Value = serde_json::from_str(&whole(2, "active")).unwrap();
    city["workers"][1]["kpj"] = Value::Null;
    let (_folder, path) = file("b.json", city.to_string());
    for name in ["bnba", "temuan"] {
        let done = export(&path, &["--template", name, "--format", "csv"]);
        assert_eq!(done.code, 0, "{name}: {}", done.err);
        assert!(!done.out.contains("96710052") && !done.out.contains("1980"), "masked: {}", done.out);
    }
}

#[test]
fn an_age_that_stands_for_a_hidden_birth_date_is_never_headed_as_a_date() {
    let config = tempfile::tempdir().unwrap();
    let folder = config.path().join("lindungi/templates");
    std::fs::create_dir_all(&folder).unwrap();
    let own = std::fs::read_to_string(fixture("templates/kelurahan.json")).unwrap();
    std::fs::write(folder.join("kelurahan.json"), own).unwrap();
    let (_folder, path) = file("a.json", whole(2, "active"));
    let column = |args: &[&str], heading: &str| {
        let all = [&["export", path.as_str(), "--lang", "en", "--format", "csv", "--template"], args].concat();
        let rows = table(&lindungi(&all).env("XDG_CONFIG_HOME", config.path().to_str().unwrap()).run().out);
        let place = rows[0].iter().position(|head| head == heading)?;
        Some(rows[1][place].clone())
    };
    for (name, heading, whole) in
        [("bnba", "Tanggal Lahir", "12-05-1980"), ("kelurahan", "Tanggal lahir", "12/05/1980")]
    {
        assert_eq!(column(&[name], heading), None, "{name}");
        assert_eq!(column(&[name], "Usia").as_deref(), Some("44 tahun"), "{name}");
        assert_eq!(column(&[name, "--reveal"], heading).as_deref(), Some(whole), "{name}");
        assert_eq!(column(&[name, "--reveal"], "Usia"), None, "{name}");
    }
}

/// A roster of one worker for each kind of case, each called after it.
fn cases() -> Value {
    let mut city: Value = serde_json::from_str(&whole(12, "active")).unwrap();
    let mut segment = city["groups"][0].clone();
    (segment["id"], segment["segment"], segment["target"]) = (json!("honorer"), json!("PU"), json!(0));
    city["groups"].as_array_mut().unwrap().push(segment);
    city["program"]["contributions"].as_array_mut().unwrap().extend([
        json!({"segment": "PU", "scheme": "JKK", "monthly": "2400"}),
        json!({"segment": "PU", "scheme": "JKM", "monthly": "3000"}),
    ]);
    let kinds = [
        ("aktif", json!({"status": "active"})),
        ("tenggang", json!({"status": "active", "protected_until": "2024-07-31"})),
        ("kedaluwarsa", json!({"status": "active", "protected_until": "2024-01-31"})),
        ("keluar", json!({"status": "inactive"})),
        ("mati klaim", json!({"status": "inactive"})),
        ("mati alasan", json!({"status": "inactive", "reason": "Meninggal dunia, 3 Mei"})),
        ("meninggalkan", json!({"status": "inactive", "reason": "meninggalkan Sorong"})),
        ("ditolak", json!({"status": "rejected", "enrolled_on": null})),
        ("batal", json!({"status": "rejected"})),
        ("diusulkan", json!({"status": "proposed", "enrolled_on": null})),
        ("terverifikasi", json!({"status": "verified", "enrolled_on": null})),
        ("penerima upah", json!({"status": "verified", "enrolled_on": null, "occupation": "honorer"})),
    ];
    for (place, (name, changes)) in kinds.into_iter().enumerate() {
        let worker = city["workers"][place].as_object_mut().unwrap();
        worker.insert("name".to_owned(), name.into());
        worker.extend(changes.as_object().unwrap().clone());
    }
    city["claims"] = json!([
        {"worker": "W00004", "scheme": "JKM", "date": "2024-05-02", "amount": "42000000"},
        {"worker": "W00003", "scheme": "JKK", "date": "2024-05-02", "amount": "1000000"},
        {"worker": "W00002", "scheme": "JKM", "date": "2024-09-02", "amount": "42000000"},
    ]);
    city
}

#[test]
fn a_list_holds_whom_it_is_for_and_says_how_many_it_is_not_for_and_why() {
    let (_folder, path) = file("a.json", cases().to_string());
    let names = |args: &[&str], heading: &str| {
        let done = export(&path, &[&["--format", "csv", "--reveal", "--template"], args].concat());
        assert_eq!(done.code, 0, "{args:?}: {}", done.err);
        let rows = table(&done.out);
        let place = rows[0].iter().position(|head| head == heading).unwrap();
        (rows[1..].iter().map(|row| row[place].clone()).collect::<Vec<_>>().join(", "), done.err)
    };
    let (who, said) = names(&["bpu", "--months", "1", "--lang", "en"], "NAMA_LENGKAP");
    assert_eq!(who, "terverifikasi");
    assert_eq!(
        said, "lindungi: 11 of 12 workers left out: the list bpu is for status:verified segment:bpu\n",
        "nobody goes missing without a word"
    );
    let (who, said) = names(&["na", "--lang", "id"], "NAMA_LENGKAP");
    assert_eq!(who, "kedaluwarsa, keluar, meninggalkan, batal");
    let why = [
        "lindungi: 6 dari 12 pekerja tidak dimuat: daftar na untuk status:nonaktif or (status:ditolak terdaftar:terisi)",
        "lindungi: 2 dari 12 pekerja tidak dimuat: meninggal menurut klaim JKM atau alasan di berkas, dan daftar na \
         untuk yang masih hidup",
    ];
    assert_eq!(said.lines().collect::<Vec<_>>(), why);
    let (who, said) = names(&["iuran", "--lang", "en"], "Nama");
    assert_eq!(who, "aktif");
    assert!(said.contains("11 of 12 workers left out: the list iuran is for status:active"), "{said}");
    // Within what is asked for.
    let (who, said) = names(&["bpu", "--months", "1", "--filter", "status:verified", "--lang", "en"], "NAMA_LENGKAP");
    assert_eq!((who.as_str(), said.contains("1 of 2 workers left out")), ("terverifikasi", true), "{said}");
    for name in ["bnba", "temuan"] {
        let (who, said) = names(&[name], "Nama");
        assert_eq!(said, "", "{name} is for everybody");
        assert!(name == "temuan" || who.split(", ").count() == 12, "{who}");
    }
}

#[test]
fn a_list_of_nobody_is_refused_and_not_written() {
    let (folder, path) = file("a.json", cases().to_string());
    let out = folder.path().join("b.xlsx").to_str().unwrap().to_owned();
    for (args, lang, said) in [
        (&["na", "--filter", "status:active"][..], "en", "nothing is left for the list na, so it is not written"),
        (&["na", "--filter", "id:W00004"], "id", "tidak ada isi untuk daftar na, jadi tidak ditulis"),
        (&["iuran", "--filter", "name:nobody"], "en", "nothing is left for the list iuran"),
        (&["temuan", "--filter", "finding:none"], "en", "nothing is left for the list temuan"),
    ] {
        let done = export(&path, &[&["--reveal", "--lang", lang, "-o", &out, "--template"], args].concat());
        assert_eq!((done.code, done.out.as_str()), (4, ""), "{args:?}");
        assert!(done.err.contains(said), "{args:?}: {}", done.err);
        assert!(!Path::new(&out).exists(), "{args:?}");
    }
    // Nor where all of them lack something.
    let mut city: Value = serde_json::from_str(&whole(2, "inactive")).unwrap();
    city["workers"].as_array_mut().unwrap().iter_mut().for_each(|worker| worker["reason"] = Value::Null);
    let (_folder, path) = file("a.json", city.to_string());
    let done = export(&path, &["--template", "na", "--reveal", "--accept-partial", "--lang", "en", "-o", &out]);
    assert_eq!(done.code, 4);
    assert!(done.err.contains("SEBAB_NA") && done.err.contains("nothing is left for the list na"), "{}", done.err);
    assert!(!Path::new(&out).exists());
}

#[test]
fn a_list_speaks_the_language_of_its_office_whatever_the_screen_speaks() {
    let (folder, path) = file("a.json", cases().to_string());
    let bytes = |name: &str, ending: &str, lang: &str| {
        let out = folder.path().join(format!("{name}-{lang}.{ending}")).to_str().unwrap().to_owned();
        let months = if name == "bpu" { &["--months", "1"][..] } else { &[] };
        let privacy = if matches!(name, "bnba" | "temuan") { &[][..] } else { &["--reveal"] };
        let done =
            export(&path, &[&["--template", name, "--lang", lang, "--force", "-o", &out], months, privacy].concat());
        assert_eq!(done.code, 0, "{name}: {}", done.err);
        std::fs::read(out).unwrap()
    };
    for name in ["bpu", "na", "iuran", "bnba", "temuan"] {
        for ending in ["csv", "xlsx"] {
            assert!(bytes(name, ending, "en") == bytes(name, ending, "id"), "{name}.{ending}");
        }
    }
    let bpu = String::from_utf8(bytes("bpu", "csv", "en")).unwrap();
    assert!(bpu.contains(",Nelayan,") && !bpu.contains("Fishers"), "{bpu}");
    let bnba = part(folder.path().join("bnba-en.xlsx").to_str().unwrap(), "xl/worksheets/sheet1.xml");
    assert!(bnba.contains("<t>Jumlah: 12</t>") && bnba.contains("Halaman &amp;P dari &amp;N"), "{bnba}");
}

#[test]
fn every_cell_of_a_workbook_for_an_office_is_text_sums_too() {
    let (folder, path) = file("a.json", cases().to_string());
    for name in ["bpu", "na", "iuran", "bnba", "temuan"] {
        let out = folder.path().join(format!("{name}.xlsx")).to_str().unwrap().to_owned();
        let months = if name == "bpu" { &["--months", "1"][..] } else { &[] };
        let done = export(&path, &[&["--template", name, "--reveal", "-o", &out], months].concat());
        assert_eq!(done.code, 0, "{name}: {}", done.err);
        let sheet = part(&out, "xl/worksheets/sheet1.xml");
        assert!(sheet.contains("<t>") && !sheet.contains("<v>"), "{name}: {sheet}");
    }
}

#[test]
fn what_rows_lack_is_told_first_and_nothing_is_written_unless_it_is_accepted() {
    let mut city: Value = serde_json::from_str(&whole(9, "verified")).unwrap();
    city["workers"][1]["nik"] = json!("96710050");
    city["workers"][2]["nik"] = Value::Null;
    city["workers"][2]["birth_date"] = Value::Null;
    city["workers"][8]["occupation"] = json!("penambang");
    let (folder, path) = file("a.json", city.to_string());
    let out = folder.path().join("b.csv").to_str().unwrap().to_owned();
    let args = ["--template", "bpu", "--months", "1", "--reveal", "-o", &out];
    let done = export(&path, &args);
    assert_eq!((done.code, done.out.as_str()), (4, ""));
    for said in [
        "NOMOR_IDENTITAS: missing or not usable in 2 rows (in the file: 2; 3)",
        "TGL_LAHIR: missing or not usable in 1 row (in the file: 3)",
        "JENIS_PEKERJAAN_1: missing or not usable in 1 row (in the file: 9)",
        "3 rows of 9 cannot be in the list bpu, nothing is written",
        "--accept-partial",
    ] {
        assert!(done.err.contains(said), "{said}: {}", done.err);
    }
    assert!(!done.err.contains("96710050") && !done.err.contains("Orang"), "no value of a person: {}", done.err);
    assert!(!Path::new(&out).exists());
    let done = export(&path, &[&args[..], &["--accept-partial"]].concat());
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(done.err.contains("3 rows left out, 6 written"), "{}", done.err);
    assert_eq!(table(&std::fs::read_to_string(&out).unwrap()).len(), 7);
}

#[test]
fn more_rows_than_an_office_takes_are_numbered_files_all_of_them_or_none() {
    let (folder, path) = file("a.json", whole(10_003, "verified"));
    let out = folder.path().join("tk.csv").to_str().unwrap().to_owned();
    let args = ["--template", "bpu", "--months", "1", "--reveal", "-o", &out];
    let numbered = |number: usize| folder.path().join(format!("tk-{number}.csv"));
    std::fs::write(numbered(2), "mine").unwrap();
    let done = export(&path, &args);
    assert_eq!(done.code, 4, "{}", done.err);
    assert!(done.err.contains("tk-2.csv") && !numbered(1).exists(), "{}", done.err);
    std::fs::remove_file(numbered(2)).unwrap();
    let done = export(&path, &args);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(done.err.contains("10,003 rows in 2 files of at most 10,000"), "{}", done.err);
    let rows: Vec<usize> =
        [1, 2].map(|number| table(&std::fs::read_to_string(numbered(number)).unwrap()).len() - 1).to_vec();
    assert_eq!(rows, [10_000, 3]);
    let done = export(&path, &args[..5]);
    assert_eq!((done.code, done.out.as_str()), (2, ""));
    assert!(done.err.contains("name one with -o"), "{}", done.err);
}

/// A file of a workbook's archive.
fn part(path: &str, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}

#[test]
fn the_annex_of_a_decree_has_a_sheet_for_each_district_with_sums_of_its_villages() {
    let (folder, path) = file("a.json", whole(5, "active"));
    let out = folder.path().join("b.xlsx").to_str().unwrap().to_owned();
    let done = export(&path, &["--template", "bnba", "--lang", "id", "-o", &out]);
    assert_eq!((done.code, done.err), (0, format!("lindungi: 5 baris ditulis ke {out}\n")));
    assert!(part(&out, "xl/workbook.xml").contains("<sheet name=\"Sorong\""));
    let sheet = part(&out, "xl/worksheets/sheet1.xml");
    for said in ["<t>Klawalu: 3</t>", "<t>Remu: 2</t>", "<t>Jumlah: 5</t>", "<t>84000</t>", "<t>50000</t>"] {
        assert!(sheet.contains(said), "{said} in {sheet}");
    }
    let place = |name: &str| sheet.find(&format!("<t>Orang {name}</t>")).unwrap();
    assert!(place("0") < place("4") && place("4") < place("1"), "by village, then by name");
}

#[test]
fn findings_go_to_an_office_with_an_empty_column_for_what_it_found() {
    let done = lindungi(&["export", "--demo", "--template", "temuan", "--format", "csv", "--lang", "id"]).run();
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let rows = table(&done.out);
    let heads = ["Temuan", "Isian", "Isi di daftar", "Seharusnya", "Yang perlu dilakukan", "hasil"];
    assert_eq!(rows[0][7..], heads);
    let status = crate::support::status_json(&[&fixture("sorong-2024.json")]);
    let by_rule = status["findings"]["by_rule"].as_object().unwrap();
    assert!(rows.len() > by_rule["nik-missing"].as_u64().unwrap() as usize);
    assert!(rows[1..].iter().all(|row| row[12].is_empty() && !row[7].is_empty()));
    let ojek =
        ["export", "--demo", "--template", "temuan", "--format", "csv", "--lang", "en", "--filter", "group:ojek"];
    let done = lindungi(&ojek).run();
    let few = table(&done.out);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!((2..rows.len()).contains(&few.len()) && few[1..].iter().all(|row| row[4] == "Tukang ojek"));
}

#[test]
fn an_office_adds_its_own_and_a_mistake_in_one_is_told_with_file_line_and_key() {
    let config = tempfile::tempdir().unwrap();
    let folder = config.path().join("lindungi/templates");
    std::fs::create_dir_all(&folder).unwrap();
    let own = std::fs::read_to_string(fixture("templates/kelurahan.json")).unwrap();
    std::fs::write(folder.join("kelurahan.json"), &own).unwrap();
    let (_folder, path) = file("a.json", whole(4, "active"));
    let run = |args: &[&str]| {
        let all = [&["export", path.as_str(), "--format", "csv"], args].concat();
        lindungi(&all).env("XDG_CONFIG_HOME", config.path().to_str().unwrap()).run()
    };
    let done = run(&["--template", "kelurahan", "--reveal", "--lang", "id"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let rows = table(&done.out);
    assert_eq!(rows[0], ["No", "Nama", "JK", "Tanggal lahir", "Alamat", "Status", "Iuran", "Hasil pemeriksaan"]);
    assert_eq!(rows[1], ["1", "Orang 0", "P", "12/05/1980", "Klawalu, Sorong", "aktif", "16800", ""]);
    assert!(run(&["--template", "x"]).err.contains("\n  kelurahan"), "it stands among the others");
    // In a language of its own, for those it names.
    let english =
        own.replace("\"name\": \"kelurahan\"", "\"name\": \"y\", \"lang\": \"en\", \"only\": \"jk:p age<40\"");
    std::fs::write(folder.join("y.json"), &english).unwrap();
    let done = run(&["--template", "y", "--reveal", "--lang", "id"]);
    assert_eq!(done.code, 4);
    assert!(done.err.contains("4 dari 4 pekerja tidak dimuat: daftar y untuk jk:perempuan usia<40"), "{}", done.err);
    std::fs::write(folder.join("y.json"), english.replace("age<40", "age>40")).unwrap();
    assert_eq!(table(&run(&["--template", "y", "--reveal", "--lang", "id"]).out)[1][5], "active");
    std::fs::write(
        folder.join("z.json"),
        own.replace("\"heading\": \"JK\", \"field\"", "\"heading\": \"JK\", \"feild\""),
    )
    .unwrap();
    for (lang, said) in [
        ("en", "z.json:7: columns[2].feild: no key feild (did you mean field?)"),
        ("id", "z.json:7: columns[2].feild: tidak ada kunci feild (maksudnya field?)"),
    ] {
        let done = run(&["--template", "z", "--lang", lang]);
        assert_eq!((done.code, done.out.as_str()), (2, ""));
        assert!(done.err.contains(said), "{}", done.err);
        let none = run(&["--template", "zz", "--lang", lang]);
        assert!(none.code == 2 && none.err.contains(said) && none.err.contains("\n  kelurahan"), "{}", none.err);
        // The others are as they were, and what is not is told.
        let done = run(&["--template", "kelurahan", "--reveal", "--lang", lang]);
        assert!(done.code == 0 && table(&done.out).len() == 5 && done.err.contains(said), "{}", done.err);
        let told = lindungi(&["--config-check", "--lang", lang]);
        let told = told.env("XDG_CONFIG_HOME", config.path().to_str().unwrap()).run();
        assert!(told.code == 2 && told.out.contains(said), "{}", told.out);
    }
}
