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

/// A roster of workers each of whom has all that any template needs.
fn whole(many: usize) -> String {
    let worker = |place: usize| {
        json!({
            "id": format!("W{place:05}"), "name": format!("Orang {place}"), "occupation": "nelayan", "status": "active",
            "nik": format!("96710050{:02}80{:04}", place % 28 + 1, place % 9_999 + 1), "birth_date": "1980-05-12",
            "kpj": format!("240000{place:05}"), "phone": "081234567890", "sex": "F", "district": "Sorong",
            "village": if place.is_multiple_of(2) { "Klawalu" } else { "Remu" }, "reason": "pindah",
            "enrolled_on": "2024-03-01", "protected_until": "2024-08-31",
        })
    };
    document((0..many).map(worker).collect::<Value>()).to_string()
}

#[test]
fn each_list_has_its_headings_and_every_cell_as_text() {
    let (_folder, path) = file("a.json", whole(3));
    let row = |args: &[&str]| {
        let done = export(&path, &[args, &["--format", "csv", "--reveal"]].concat());
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{args:?}");
        let rows = table(&done.out);
        assert_eq!(rows.len(), 4, "{args:?}");
        rows[0].iter().cloned().zip(rows[1].iter().cloned()).collect::<Vec<(String, String)>>()
    };
    let cells = |own: &[(&str, &str)]| own.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<Vec<_>>();
    assert_eq!(
        row(&["--template", "bpu", "--months", "4", "--lang", "id"]),
        cells(&[
            ("NOMOR_IDENTITAS", "9671005001800001"),
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
        row(&["--template", "na"]),
        cells(&[
            ("KPJ", "24000000000"),
            ("NAMA_LENGKAP", "Orang 0"),
            ("TGL_LAHIR", "12-05-1980"),
            ("SEBAB_NA", "pindah"),
            ("TGL_KEJADIAN", "31-08-2024"),
            ("KETERANGAN", ""),
        ])
    );
    let iuran = row(&["--template", "iuran"]);
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
    let (_folder, path) = file("a.json", whole(2));
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
    for name in ["bnba", "temuan"] {
        let done = export(&path, &["--template", name, "--format", "csv"]);
        assert_eq!(done.code, 0, "{name}: {}", done.err);
        assert!(!done.out.contains("96710050") && !done.out.contains("1980"), "masked: {}", done.out);
    }
    assert!(export(&path, &["--template", "bnba", "--format", "csv"]).out.contains("44 years"), "an age is shown");
}

#[test]
fn what_rows_lack_is_told_first_and_nothing_is_written_unless_it_is_accepted() {
    let mut city: Value = serde_json::from_str(&whole(9)).unwrap();
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
        "NOMOR_IDENTITAS: missing or not usable in 2 rows (in the file: 2, 3)",
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
    let (folder, path) = file("a.json", whole(10_003));
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
    let (folder, path) = file("a.json", whole(5));
    let out = folder.path().join("b.xlsx").to_str().unwrap().to_owned();
    let done = export(&path, &["--template", "bnba", "--lang", "id", "-o", &out]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    assert!(part(&out, "xl/workbook.xml").contains("<sheet name=\"Sorong\""));
    let sheet = part(&out, "xl/worksheets/sheet1.xml");
    for said in ["<t>Klawalu: 3</t>", "<t>Remu: 2</t>", "<t>Jumlah: 5</t>", "<v>84000</v>", "<v>50000</v>"] {
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
    let heads = ["Temuan", "Isian", "Isi di daftar", "Seharusnya", "Yang perlu dilakukan", "Hasil"];
    assert_eq!(rows[0][7..], heads);
    let status = crate::support::status_json(&[&fixture("sorong-2024.json")]);
    let by_rule = status["findings"]["by_rule"].as_object().unwrap();
    assert!(rows.len() > by_rule["nik-missing"].as_u64().unwrap() as usize);
    assert!(rows[1..].iter().all(|row| row[12].is_empty() && !row[7].is_empty()));
    let ojek = ["export", "--demo", "--template", "temuan", "--format", "csv", "--filter", "group:ojek"];
    let few = table(&lindungi(&ojek).run().out);
    assert!(few.len() < rows.len() && few[1..].iter().all(|row| row[4] == "Motorcycle-taxi riders"));
}

#[test]
fn an_office_adds_its_own_and_a_mistake_in_one_is_told_with_file_line_and_key() {
    let config = tempfile::tempdir().unwrap();
    let folder = config.path().join("lindungi/templates");
    std::fs::create_dir_all(&folder).unwrap();
    let own = std::fs::read_to_string(fixture("templates/kelurahan.json")).unwrap();
    std::fs::write(folder.join("kelurahan.json"), &own).unwrap();
    let (_folder, path) = file("a.json", whole(4));
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
    std::fs::write(
        folder.join("z.json"),
        own.replace("\"heading\": \"JK\", \"field\"", "\"heading\": \"JK\", \"feild\""),
    )
    .unwrap();
    for (lang, said) in [
        ("en", "z.json:7: columns[2].feild: no key feild (did you mean field?)"),
        ("id", "z.json:7: columns[2].feild: tidak ada kunci feild (maksudnya field?)"),
    ] {
        let done = run(&["--template", "kelurahan", "--lang", lang]);
        assert_eq!((done.code, done.out.as_str()), (2, ""));
        assert!(done.err.contains(said), "{}", done.err);
    }
}
