//! `lindungi check`: every rule by one planted fault, every form, and a workbook for each office.

use crate::support::{assert_clean, document, file, fixture, lindungi, status_json};
use lindungi::check::expected::{self, Expected, Wrong};
use lindungi::roster::attribute::Attribute;
use lindungi::roster::finding::{Office, Rule};
use lindungi::roster::worker::Standing;
use serde_json::{Value, json};
use std::fs;
use std::os::unix::fs::PermissionsExt;

/// A roster in which nothing is wrong.
pub fn clean() -> Value {
    let worker = |number: u32, name: &str| {
        json!({
            "id": format!("W{number}"), "nik": format!("96710002038100{number:02}"), "name": name, "sex": "M",
            "birth_date": "1981-03-02", "occupation": "nelayan", "district": "Sorong", "village": "Remu",
            "status": "active", "registered_on": "2024-02-01", "enrolled_on": "2024-03-01",
            "protected_until": "2024-12-31", "kpj": format!("240123456{number:02}"),
        })
    };
    let mut roster = document(json!([worker(1, "Abdul Karim"), worker(2, "Budi Salossa"), worker(3, "Yusuf Kambu")]));
    roster["program"]["region"] = json!({"code": "96.71", "former_codes": ["92.71"]});
    roster["program"]["target_workers"] = json!(10);
    let months = (3..=8).map(
        |month| json!({"month": format!("2024-0{month}"), "workers": 3, "amount": "50400", "paid_on": "2024-03-10"}),
    );
    roster["payments"] = months.collect();
    roster["claims"] = json!([{"worker": "W1", "scheme": "JKK", "date": "2024-05-02", "amount": "1000"}]);
    roster
}

/// A rule, what is set where to break it, and how many rows or places it then has.
type Planted = (Rule, Vec<(String, Value)>, u64);

fn findings(roster: &Value, more: &[&str]) -> Value {
    let (_folder, path) = file("roster.json", roster.to_string());
    let done = lindungi(&[&["check", &path, "--format", "json"], more].concat()).run();
    assert!(done.code < 2, "{}", done.err);
    assert_clean(&done.out);
    serde_json::from_str(&done.out).unwrap()
}

fn counts(found: &Value) -> Vec<(String, u64)> {
    let rules = found["rules"].as_array().unwrap();
    rules.iter().map(|own| (own["rule"].as_str().unwrap().to_owned(), own["count"].as_u64().unwrap())).collect()
}

/// Sets a value, its path parted by dots.
pub fn set(roster: &mut Value, path: &str, value: Value) {
    let place = path.split('.').fold(roster, |own, name| match name.parse::<usize>() {
        Ok(index) => &mut own[index],
        Err(_) => &mut own[name],
    });
    *place = value;
}

#[test]
fn one_planted_fault_gives_one_finding_of_its_rule_and_a_clean_list_none() {
    assert_eq!(counts(&findings(&clean(), &[])), []);
    let first = |field: &str| format!("workers.0.{field}");
    // What is planted, and how many rows or places the rule then has: of a pair both.
    let faults: Vec<Planted> = vec![
        (Rule::NikMissing, vec![(first("nik"), json!(null))], 1),
        (Rule::NikFormat, vec![(first("nik"), json!("967100020381"))], 1),
        (Rule::NikImpossible, vec![(first("nik"), json!("9671000203810000"))], 1),
        (Rule::NikDuplicate, vec![(first("nik"), json!("9671000203810002"))], 2),
        (Rule::KpjFormat, vec![(first("kpj"), json!("24"))], 1),
        (Rule::KpjDuplicate, vec![(first("kpj"), json!("24012345602"))], 2),
        (Rule::NameMissing, vec![(first("name"), json!("-"))], 1),
        (Rule::OccupationUnknown, vec![(first("occupation"), json!("sopir"))], 1),
        (Rule::DateOrder, vec![(first("registered_on"), json!("2024-04-01"))], 1),
        (Rule::DateFuture, vec![(first("enrolled_on"), json!("2024-09-01"))], 1),
        (Rule::ActiveWithoutEnrolledOn, vec![(first("enrolled_on"), json!(null))], 1),
        (
            Rule::AgeOverLimit,
            vec![(first("birth_date"), json!("1950-03-02")), (first("nik"), json!("9671000203500001"))],
            1,
        ),
        (Rule::PaymentMismatch, vec![("payments.0.amount".into(), json!("50401"))], 1),
        (Rule::ClaimWorker, vec![("claims.0.worker".into(), json!("W9"))], 1),
        (
            Rule::ClaimDuplicate,
            vec![("claims.1".into(), json!({"worker": "W1", "scheme": "JKK", "date": "2024-05-02", "amount": "1"}))],
            1,
        ),
        (Rule::DeceasedActive, vec![("claims.0.scheme".into(), json!("JKM"))], 1),
        (Rule::PaymentGap, vec![("payments.2.month".into(), json!("2024-03"))], 1),
        (Rule::PaymentDate, vec![("payments.0.paid_on".into(), json!("2042-03-10"))], 1),
        (Rule::BudgetExceeded, vec![("program.budget".into(), json!("100"))], 1),
        (Rule::RateMissing, vec![("program.contributions.0.from".into(), json!("2024-09"))], 1),
        (Rule::RowUnreadable, vec![(first("status"), json!("entah"))], 1),
        (Rule::NikBirthDate, vec![(first("birth_date"), json!("1981-03-03"))], 1),
        (Rule::NikSex, vec![(first("sex"), json!("F"))], 1),
        (Rule::PersonDuplicate, vec![(first("name"), json!("Budi Salossa"))], 2),
        (Rule::KpjMissing, vec![(first("kpj"), json!(null))], 1),
        (
            Rule::AgeUnder18,
            vec![(first("birth_date"), json!("2010-03-02")), (first("nik"), json!("9671000203100001"))],
            1,
        ),
        (Rule::DistrictMissing, vec![(first("district"), json!(null))], 1),
        (Rule::StatusStale, vec![(first("protected_until"), json!("2024-03-31"))], 1),
        (Rule::StatusEarly, vec![(first("status"), json!("inactive"))], 1),
        (Rule::DateUnlikely, vec![(first("protected_until"), json!("2042-12-31"))], 1),
        (
            Rule::PaymentWorkers,
            vec![("payments.0.workers".into(), json!(4)), ("payments.0.amount".into(), json!("67200"))],
            1,
        ),
        (Rule::PaymentsMissing, vec![("payments".into(), json!(null))], 1),
        (Rule::GroupTargets, vec![("groups.0.target".into(), json!(9))], 1),
        (Rule::TextSuspicious, vec![(first("name"), json!("Abdul\u{200b} Karim"))], 1),
        (Rule::LapsingSoon, vec![(first("protected_until"), json!("2024-06-30"))], 1),
        (Rule::NikRegion, vec![(first("nik"), json!("3171000203810001"))], 1),
        (Rule::PlaceSpelling, vec![(first("district"), json!("SORONG"))], 1),
        (
            Rule::TargetExceeded,
            vec![("program.target_workers".into(), json!(2)), ("groups.0.target".into(), Value::Null)],
            1,
        ),
        (Rule::UnknownField, vec![(first("alamat"), json!("Jl. X"))], 1),
    ];
    let planted: Vec<Rule> = faults.iter().map(|(rule, ..)| *rule).collect();
    assert_eq!(planted, Rule::ALL, "every rule, in its order");
    for (rule, changes, many) in faults {
        let mut roster = clean();
        for (path, value) in changes {
            if path == "claims.1" {
                roster["claims"].as_array_mut().unwrap().push(value);
            } else if path == "payments" {
                roster.as_object_mut().unwrap().remove("payments");
            } else {
                set(&mut roster, &path, value);
            }
        }
        let found = findings(&roster, &[]);
        let own = counts(&found).into_iter().find(|(code, _)| code == rule.code());
        assert_eq!(own, Some((rule.code().to_owned(), many)), "{:?}: {:?}", rule, counts(&found));
        assert_eq!(
            found["rows"].as_array().unwrap().iter().filter(|row| row["rule"] == rule.code()).count() as u64,
            many
        );
    }
}

#[test]
fn the_demonstration_has_the_counts_of_the_screen() {
    let found: Value = serde_json::from_str(&lindungi(&["check", "--demo", "--format", "json"]).run().out).unwrap();
    let status = status_json(&["--demo"]);
    let of = |kind: &str| (found["findings"][kind].as_u64(), status["findings"][kind].as_u64());
    for kind in ["errors", "warnings", "notes"] {
        let (check, screen) = of(kind);
        assert_eq!(check, screen, "{kind}");
    }
    let by_rule: serde_json::Map<String, Value> =
        counts(&found).into_iter().map(|(rule, count)| (rule, json!(count))).collect();
    assert_eq!(Value::Object(by_rule), status["findings"]["by_rule"]);
    let text = lindungi(&["check", "--demo"]).run();
    assert_eq!(text.code, 1);
    assert!(text.out.contains("37 errors, 212 warnings, 300 notes in 17,640 workers, 7 payments"), "{}", text.out);
}

#[test]
fn a_finding_stands_with_its_place_what_was_found_and_what_was_expected() {
    let done = lindungi(&["check", &fixture("defects/row-bad-date.json")]).run();
    assert_eq!(done.code, 1);
    let mut roster = clean();
    roster["workers"][1]["nik"] = json!("967100020381");
    roster["workers"][0] = json!({"name": 5});
    let (_folder, path) = file("roster.json", serde_json::to_string_pretty(&roster).unwrap());
    let text = fs::read_to_string(&path).unwrap();
    let line = text.lines().position(|line| line.contains("\"id\": \"W2\"")).unwrap();
    let check = |args: &[&str]| lindungi(&[&["check", path.as_str()], args].concat()).run();
    let done = check(&[]);
    assert_clean(&done.out);
    // The row that cannot be read stands before it in the file.
    let told = format!("roster.json:{line}  row 1  W2  nik ********0381 → 16 digits");
    assert!(done.out.contains(&told), "{told}\n{}", done.out);
    assert!(done.out.contains("District office: Copy the NIK from the KTP again, as text."), "{}", done.out);
    assert!(check(&["--reveal"]).out.contains("nik 967100020381 → 16 digits"));
    let id = check(&["--lang", "id"]);
    assert!(id.out.contains("baris 1  W2  nik ********0381 → 16 angka"), "{}", id.out);
    // Of a filter only its workers are told of.
    let only = check(&["--filter", "id:W3"]);
    assert_eq!(only.code, 0, "{}", only.out);
    assert!(only.out.contains("only of the workers who pass id:W3") && only.out.contains("Nothing found."));
    let workers = roster["workers"].as_array().unwrap().len();
    assert!(only.out.contains(&format!("0 notes in 1 of {} workers\n", workers - 1)), "{}", only.out);
    let csv = check(&["--format", "csv"]).out;
    assert!(csv.starts_with("rule,severity,office,line,place,row,id,name,group,"), "{csv}");
    assert!(csv.lines().next().unwrap().ends_with("field,value,expected,what,to_do,hasil"), "{csv}");
}

/// A roster with a wrong sex, birth date and status, and a payment that is too much.
fn at_odds() -> Value {
    let mut roster = clean();
    set(&mut roster, "workers.0.sex", json!("F"));
    set(&mut roster, "workers.1.birth_date", json!("1981-03-03"));
    set(&mut roster, "workers.2.protected_until", json!("2024-03-31"));
    set(&mut roster, "payments.2.amount", json!("50401"));
    roster
}

/// The field, the value and what was expected of each finding, and where those stand that are of no worker.
fn told(rows: &Value) -> Vec<String> {
    let text = |row: &Value, name: &str| match &row[name] {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| ["place", "field", "value", "expected"].map(|name| text(row, name)).join(" | ")).collect()
}

#[test]
fn who_mends_the_file_reads_its_codes_behind_the_words_and_programs_the_codes_alone() {
    let (_folder, path) = file("roster.json", at_odds().to_string());
    let check = |args: &[&str]| lindungi(&[&["check", path.as_str(), "--reveal", "--all"], args].concat()).run().out;
    let id = check(&["--lang", "id"]);
    for line in [
        "jenis kelamin (sex) perempuan (F) → laki-laki (M)",
        "tanggal lahir (birth_date) 1981-03-03 → 1981-03-02",
        "status aktif (active); akhir perlindungan (protected_until) 2024-03-31 → nonaktif (inactive)",
        "pembayaran (payments) 3 2024-05  jumlah (amount) 50401 → 50400",
    ] {
        assert!(id.contains(line), "{line}\n{id}");
    }
    let en = check(&["--lang", "en"]);
    for line in ["sex F → M", "birth_date 1981-03-03 → 1981-03-02", "payments 3 2024-05  amount 50401 → 50400"] {
        assert!(en.contains(line), "{line}\n{en}");
    }
    for lang in ["en", "id"] {
        let found: Value = serde_json::from_str(&check(&["--format", "json", "--lang", lang])).unwrap();
        let told = told(&found["rows"]);
        for line in [
            "null | sex | F | M",
            "null | birth_date | 1981-03-03 | 1981-03-02",
            "null | status, protected_until | status active; protected_until 2024-03-31 | inactive",
            "payments 3 2024-05 | amount | 50401 | 50400",
        ] {
            assert!(told.iter().any(|own| own == line), "{lang}: {line}\n{told:#?}");
        }
    }
}

#[test]
fn an_office_reads_words_and_no_code_of_the_file() {
    let (folder, path) = file("roster.json", at_odds().to_string());
    for (lang, words, heading) in [
        (
            "id",
            ["jenis kelamin", "perempuan", "laki-laki", "tanggal lahir", "nonaktif", "pembayaran 3 2024-05"],
            "Isian",
        ),
        ("en", ["sex", "female", "male", "birth date", "inactive", "payment 3 2024-05"], "Field"),
    ] {
        let out = folder.path().join(lang);
        let done =
            lindungi(&["check", &path, "--by", "office", "--reveal", "--lang", lang, "-o", out.to_str().unwrap()])
                .run();
        assert_eq!(done.code, 1, "{}", done.err);
        let books = fs::read_dir(&out).unwrap().map(|entry| crate::support::unpacked(&entry.unwrap().path()));
        let books: String = books.collect();
        let cell = |text: &str| books.contains(&format!("<t>{text}</t>"));
        for word in words.into_iter().chain([heading, "hasil"]) {
            assert!(cell(word), "{lang}: {word}");
        }
        assert!(!cell("Hasil"), "the empty column has one name");
        for code in ["birth_date", "protected_until", "payments 3", ">F<", ">M<"] {
            assert!(!books.contains(code), "{lang}: {code}");
        }
    }
    let args = ["export", path.as_str(), "--template", "temuan", "--format", "csv", "--reveal"];
    let list = lindungi(&args).run().out;
    for told in [
        ",jenis kelamin,perempuan,laki-laki,",
        ",tanggal lahir,1981-03-03,1981-03-02,",
        ",\"status, akhir perlindungan\",status aktif; akhir perlindungan 2024-03-31,nonaktif,",
    ] {
        assert!(list.contains(told), "{told}\n{list}");
    }
}

#[test]
fn a_condition_is_an_exit_code() {
    let warned = {
        let mut roster = clean();
        roster["workers"][0]["kpj"] = Value::Null;
        roster
    };
    let code = |roster: &Value, args: &[&str]| {
        let (_folder, path) = file("roster.json", roster.to_string());
        lindungi(&[&["check", path.as_str()], args].concat()).run().code
    };
    assert_eq!((code(&clean(), &[]), code(&clean(), &["--strict"])), (0, 0));
    assert_eq!((code(&warned, &[]), code(&warned, &["--strict"])), (0, 1));
    assert_eq!(code(&json!({}), &[]), 3);
    for args in [&["--by", "office"][..], &["--by", "office", "--format", "csv", "-o", "x"], &["-o", "x.ods"]] {
        assert_eq!(code(&clean(), args), 2, "{args:?}");
    }
}

#[test]
fn each_office_gets_a_workbook_of_what_it_can_mend() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("offices");
    let run = |args: &[&str]| {
        lindungi(&[&["check", "--demo", "--by", "office", "-o", out.to_str().unwrap()], args].concat()).run()
    };
    let done = run(&[]);
    assert_eq!((done.code, done.out.as_str()), (1, ""));
    let mut names: Vec<String> =
        fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(
        names,
        [
            "findings-bpjs.xlsx",
            "findings-district-office.xlsx",
            "findings-dukcapil.xlsx",
            "findings-finance-office.xlsx",
            "findings-programme-office.xlsx"
        ]
    );
    // Every finding is somebody's.
    let told: u64 =
        done.err.lines().filter_map(|line| line.split(": ").last()?.split(' ').next()?.parse::<u64>().ok()).sum();
    assert_eq!(told, 37 + 212 + 300);
    for name in &names {
        assert_eq!(fs::metadata(out.join(name)).unwrap().permissions().mode() & 0o777, 0o600);
    }
    // The folder holds what is of persons, and so do those that were made on the way to it.
    let deep = folder.path().join("a/b");
    lindungi(&["check", "--demo", "--by", "office", "-o", deep.to_str().unwrap()]).run();
    for made in [out.as_path(), deep.as_path(), deep.parent().unwrap()] {
        assert_eq!(fs::metadata(made).unwrap().permissions().mode() & 0o777, 0o700, "{made:?}");
    }
    assert!(done.err.contains("--reveal"));
    let again = run(&[]);
    assert!(again.code == 4 && again.err.contains("--force"), "{}", again.err);
    assert_eq!(run(&["--force"]).code, 1);
    // Nothing to mend, nothing to write.
    let (_own, path) = file("clean.json", clean().to_string());
    let none = folder.path().join("none");
    let done = lindungi(&["check", &path, "--by", "office", "-o", none.to_str().unwrap()]).run();
    assert_eq!((done.code, fs::read_dir(&none).unwrap().count()), (0, 0));
}

#[test]
fn every_rule_has_an_office_and_every_office_a_rule() {
    for office in Office::ALL {
        assert!(Rule::ALL.iter().any(|rule| rule.office() == office), "{office:?}");
    }
}

/// What stands beside each finding of a rule: its row, and what `wrong` says of it.
fn wrongs(roster: &Value, rule: Rule) -> Vec<(u32, Wrong)> {
    let roster = crate::support::roster(roster.to_string());
    let rows = roster.findings.paired(rule).to_vec();
    rows.into_iter().enumerate().map(|(place, row)| (row, expected::wrong(&roster, rule, place).unwrap())).collect()
}

#[test]
fn whoever_has_one_number_is_told_of_the_others_who_have_it_and_of_nobody_else() {
    // Two pairs that lie crossed in the list, and everybody of one name and day of birth, or of another each.
    let nik = |number: u32| json!(format!("96710002038100{number:02}"));
    let kpj = |number: u32| json!(format!("240123456{number:02}"));
    for alike in [true, false] {
        for (rule, field, numbers) in
            [(Rule::NikDuplicate, "nik", [1, 2, 1, 2].map(nik)), (Rule::KpjDuplicate, "kpj", [1, 2, 1, 2].map(kpj))]
        {
            let mut city = clean();
            let one = city["workers"][0].clone();
            let workers = numbers.into_iter().enumerate().map(|(place, number)| {
                let mut worker = one.clone();
                worker["id"] = json!(format!("W{place}"));
                worker["name"] = json!(if alike { "Budi" } else { ["Ani", "Budi", "Cici", "Dedi"][place] });
                worker["nik"] = nik(10 + place as u32);
                worker["kpj"] = kpj(10 + place as u32);
                worker[field] = number;
                worker
            });
            city["workers"] = workers.collect();
            let told: Vec<_> = wrongs(&city, rule).into_iter().map(|(row, wrong)| (row, wrong.expected)).collect();
            let own = |row: u32, other: u32| (row, Expected::OfItsOwn(vec![other]));
            assert_eq!(told, [own(0, 2), own(2, 0), own(1, 3), own(3, 1)], "{rule:?}, alike: {alike}");
        }
    }
    // Of one name there are people born on several days: only those of one day may be one person.
    let mut city = clean();
    let one = city["workers"][0].clone();
    let born = ["1981-03-02", "1990-01-01", "1981-03-02", "1990-01-01"];
    let workers = born.iter().enumerate().map(|(place, born)| {
        let mut worker = one.clone();
        (worker["id"], worker["nik"]) = (json!(format!("W{place}")), nik(10 + place as u32));
        (worker["birth_date"], worker["kpj"]) = (json!(born), kpj(10 + place as u32));
        worker
    });
    city["workers"] = workers.collect();
    let told: Vec<_> = wrongs(&city, Rule::PersonDuplicate).into_iter().map(|(row, own)| (row, own.expected)).collect();
    let own = |row: u32, other: u32| (row, Expected::OfItsOwn(vec![other]));
    assert_eq!(told, [own(0, 2), own(2, 0), own(1, 3), own(3, 1)]);
}

#[test]
fn a_finding_names_the_fields_it_is_of_and_no_other() {
    let named = |changes: &[(&str, &str)], rule| {
        let mut city = clean();
        changes.iter().for_each(|(path, words)| set(&mut city, path, json!(words)));
        let mut all = wrongs(&city, rule);
        assert_eq!(all.len(), 1, "{rule:?}: {changes:?}");
        all.remove(0).1.fields
    };
    // The roster's own day is not after it.
    let late = [("workers.0.birth_date", "2024-08-30"), ("workers.0.enrolled_on", "2024-08-31")];
    assert_eq!(named(&late, Rule::DateFuture), [Attribute::Enrolled]);
    for (field, attribute) in [
        ("id", Attribute::Id),
        ("nik", Attribute::Nik),
        ("name", Attribute::Name),
        ("occupation", Attribute::Occupation),
        ("district", Attribute::District),
        ("village", Attribute::Village),
        ("kpj", Attribute::Kpj),
        ("phone", Attribute::Phone),
        ("reason", Attribute::Reason),
    ] {
        let path = format!("workers.0.{field}");
        for text in
            ["0812\u{200b}99", "W\u{200b}1", "\u{ad}12", "12\u{2060}", "A\u{202e}B", "+62\u{7f}811", "A\u{3164}9 b"]
        {
            assert_eq!(named(&[(&path, text)], Rule::TextSuspicious), [attribute], "{field}: {text:?}");
        }
    }
}

/// Who was struck off too early is still what the dates say: protected up to the roster's own day, in grace from the next.
#[test]
fn who_is_inactive_too_early_should_be_what_the_dates_say() {
    for (until, standing) in [("2024-08-30", Standing::Active), ("2024-08-29", Standing::Grace)] {
        let mut city = clean();
        set(&mut city, "workers.0.status", json!("inactive"));
        set(&mut city, "workers.0.protected_until", json!(until));
        let expected: Vec<Expected> =
            wrongs(&city, Rule::StatusEarly).into_iter().map(|(_, own)| own.expected).collect();
        assert_eq!(expected, [Expected::Standing(standing)], "{until}");
    }
}

/// What is found has commas and numbers of its own: "4 two rows, one NIK, 20 NIK" did not say where it ends.
#[test]
fn how_many_a_rule_finds_is_parted_from_what_it_finds() {
    let city = fixture("sorong-2024.json");
    for (lang, line, cell) in [
        (
            "en",
            "\nerror nik-duplicate, 4 rows: two rows, one NIK\n",
            "4 NIK names no place or day; 4 two rows, one NIK; 20 NIK differs from birth date<",
        ),
        (
            "id",
            "\nkesalahan nik-duplicate, 4 baris: dua baris dengan satu NIK\n",
            "4 dua baris dengan satu NIK; 20 NIK berbeda dari tanggal lahir<",
        ),
    ] {
        let out = lindungi(&["check", &city, "--lang", lang]).run().out;
        assert!(out.contains(line), "{lang}\n{out}");
        let page = lindungi(&["report", &city]).run().out;
        assert!(page.contains(cell), "{lang}: {cell}");
    }
    let one = lindungi(&["check", &city]).run().out;
    assert!(one.contains("error payment-mismatch, 1 row: "), "{one}");
}
