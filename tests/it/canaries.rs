//! A hundred persons who are nowhere else, and every place where a number of theirs must not be left: what is said on
//! standard error, the folder of temporary files, the settings, the names of processes, titles, the clipboard, and
//! images of the memory. Their names may be on a screen; standard error has none.

use crate::support::{BINARY, Done, document, lindungi, names, unpacked};
use crate::terminal::{PATIENCE, Terminal};
use rustix::process::{Signal, kill_process};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What each name of theirs begins with.
const NAME: &str = "Kenariwati";

/// Number by number: NIK of a sub-district that no place has, KPJ, telephone.
fn numbers(place: u64) -> [String; 3] {
    let (day, month) = (1 + place % 28, 1 + place % 12);
    [
        format!("967100{day:02}{month:02}51{:04}", 7_700 + place),
        format!("775{:08}", 31_415_926 + place * 7),
        format!("0899{:08}", 27_182_818 + place * 13),
    ]
}

/// The hundred, and a place of their own.
struct Aviary {
    folder: tempfile::TempDir,
    numbers: Vec<String>,
}

impl Aviary {
    fn new() -> Aviary {
        let folder = tempfile::tempdir().unwrap();
        for name in ["out", "home", "temporary", "work"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let workers: Vec<Value> = (0..100).map(Aviary::worker).collect();
        let aviary = Aviary { folder, numbers: (0..100).flat_map(numbers).collect() };
        let mut older = document(json!(workers[5..]));
        older["workers"][0]["status"] = json!("proposed");
        aviary.write("roster.json", &document(json!(workers)).to_string());
        aviary.write("older.json", &older.to_string());
        let mut program = document(json!([]));
        program["claims"] = json!([]);
        aviary.write("program.json", &program.to_string());
        let row = |place: u64| {
            let [nik, kpj, phone] = numbers(place);
            let day = if place.is_multiple_of(7) { "31-PEB-81" } else { "02-03-1951" };
            let nik = if place.is_multiple_of(5) { format!("{nik}0") } else { nik };
            format!("{nik};{kpj};{NAME} {place};{day};{phone};nelayan\n")
        };
        let rows: String = (0..100).map(row).collect();
        aviary.write("list.csv", &format!("NIK;KPJ;NAMA;TGL_LAHIR;NO_HP;PEKERJAAN\n{rows}{}", row(3)));
        aviary
    }

    fn worker(place: u64) -> Value {
        let [nik, kpj, phone] = numbers(place);
        // Some twice, some of another birth date: findings that name them.
        let nik = if place == 9 { numbers(8)[0].clone() } else { nik };
        json!({"id": format!("K{place:03}"), "nik": nik, "name": format!("{NAME} {place}"), "sex": "M",
               "birth_date": if place.is_multiple_of(9) { "1980-01-01" } else { "1951-06-05" }, "occupation": "nelayan",
               "status": if place.is_multiple_of(4) { "verified" } else { "active" }, "enrolled_on": "2024-03-01",
               "protected_until": "2024-12-31", "district": "Sorong Timur", "kpj": kpj, "phone": phone})
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    fn write(&self, name: &str, text: &str) -> String {
        fs::write(self.path(name), text).unwrap();
        self.text(name)
    }

    /// None of their numbers is whole in a text, however its digits are parted.
    #[track_caller]
    fn assert_none(&self, what: &str, bytes: &[u8]) {
        let text = String::from_utf8_lossy(bytes);
        let joined: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | ',')).collect();
        // A telephone's number is the same with and without its country.
        let found = self.numbers.iter().find(|number| {
            let number = number.strip_prefix('0').unwrap_or(number);
            text.contains(number) || joined.contains(number)
        });
        assert!(found.is_none(), "{what} holds {found:?}:\n{text}");
    }

    #[track_caller]
    fn assert_nobody(&self, what: &str, bytes: &[u8]) {
        self.assert_none(what, bytes);
        assert!(!String::from_utf8_lossy(bytes).contains(NAME), "{what}: {}", String::from_utf8_lossy(bytes));
    }

    fn environment(&self) -> [(&'static str, String); 3] {
        [("HOME", self.text("home")), ("XDG_CONFIG_HOME", self.text("home")), ("TMPDIR", self.text("temporary"))]
    }

    /// Runs a command; its standard error names nobody, and says why where it is refused.
    #[track_caller]
    fn run(&self, args: &[&str]) -> Done {
        let own = self.environment();
        let call = own.iter().fold(lindungi(args), |call, (name, value)| call.env(name, value));
        let done = call.env("RUST_BACKTRACE", "full").folder(&self.path("work")).run();
        assert!((0..=4).contains(&done.code), "{args:?}: {}, {}", done.code, done.err);
        assert!(done.code < 2 || !done.err.is_empty(), "{args:?}: nothing is said of {}", done.code);
        self.assert_nobody(&format!("standard error of {args:?}"), done.err.as_bytes());
        done
    }

    /// The same of what ends well.
    #[track_caller]
    fn writes(&self, args: &[&str]) -> Done {
        let done = self.run(args);
        assert!(done.code < 2, "{args:?}: {}", done.err);
        done
    }

    /// The same, and its standard output says something, and has no number either.
    #[track_caller]
    fn shows(&self, args: &[&str]) {
        let out = self.writes(args).out;
        assert!(!out.is_empty(), "{args:?}");
        self.assert_none(&format!("standard output of {args:?}"), out.as_bytes());
    }

    /// Runs a command that is refused.
    #[track_caller]
    fn refuses(&self, args: &[&str]) {
        let done = self.run(args);
        assert!(done.code >= 2, "{args:?}: {}{}", done.out, done.err);
    }

    /// Nothing of theirs where nobody put it, and nothing else either.
    #[track_caller]
    fn assert_left_nothing(&self) {
        for name in ["temporary", "work"] {
            assert_eq!(names(&self.path(name)), [""; 0], "{name}");
        }
        let mut open = vec![self.path("home")];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                match path.is_dir() {
                    true => open.push(path),
                    false => self.assert_nobody(&path.display().to_string(), &fs::read(&path).unwrap()),
                }
            }
        }
    }

    /// What anybody on the machine sees of a process.
    #[track_caller]
    fn assert_unseen(&self, process: &str) {
        let tasks = fs::read_dir(format!("/proc/{process}/task")).unwrap();
        let tasks = tasks.map(|task| task.unwrap().path().join("comm"));
        for path in tasks.chain(["cmdline", "comm"].map(|name| Path::new("/proc").join(process).join(name))) {
            // A thread may have ended meanwhile.
            self.assert_nobody(&path.display().to_string(), &fs::read(&path).unwrap_or_default());
        }
    }

    fn open(&self, args: &[&str], env: &[(&str, &str)]) -> Terminal {
        let own = self.environment();
        let own = own.iter().map(|(name, value)| (*name, value.as_str()));
        let env: Vec<(&str, &str)> = own.chain(env.iter().copied()).collect();
        Terminal::start_command(&[&[BINARY], args].concat(), &env, None)
    }
}

const FORMATS: [(&str, &[&str]); 5] = [
    ("status", &["text", "line", "json", "markdown"]),
    ("check", &["text", "json", "csv", "xlsx"]),
    ("export", &["csv", "jsonl", "json", "markdown", "xlsx"]),
    ("diff", &["text", "json", "markdown"]),
    ("plan", &["text", "json"]),
];

#[test]
fn case_92_no_command_says_a_number_of_a_person_whom_nobody_asked_to_reveal() {
    let aviary = Aviary::new();
    let (roster, older) = (aviary.text("roster.json"), aviary.text("older.json"));
    for lang in ["en", "id"] {
        for (command, formats) in FORMATS {
            for format in formats {
                let shared = ["--format", format, "--lang", lang];
                let own: &[&str] = match command {
                    "diff" => &[&older, &roster],
                    "plan" => &["--workers", "100", "--monthly", "16800", "--months", "3"],
                    _ => &[&roster],
                };
                let args = [&[command], own, &shared].concat();
                match *format {
                    // A workbook is a file.
                    "xlsx" => {
                        let book = aviary.text(&format!("out/{command}-{lang}.xlsx"));
                        aviary.writes(&[&args[..], &["-o", &book]].concat());
                        let text = unpacked(Path::new(&book));
                        assert!(text.contains("************"), "{command} holds masked numbers");
                        aviary.assert_none(command, text.as_bytes());
                    }
                    _ => aviary.shows(&args),
                }
                if matches!(command, "check" | "export") {
                    aviary.writes(&[&args[..], &["--reveal", "--force", "-o", &aviary.text("out/whole")]].concat());
                }
            }
        }
        aviary.shows(&["check", &roster, "--all", "--lang", lang]);
        aviary.shows(&["status", &roster, "--since", &older, "--lang", lang]);
        aviary.shows(&["schema", "--lang", lang]);
        for format in ["svg", "html", "ansi", "txt"] {
            aviary.shows(&["snapshot", &roster, "--tab", "workers", "--format", format, "--lang", lang]);
        }
        aviary.shows(&["report", &roster, "--since", &older, "--list", "all", "--lang", lang]);
        let args = ["snapshot", &roster, "--tab", "workers", "--lang", lang, "--force", "-o"];
        let png = aviary.text("out/workers.png");
        aviary.writes(&[&args[..], &[&png]].concat());
        aviary.assert_none("what a picture says of itself", &fs::read(&png).unwrap());
        aviary.writes(&[&args[..], &[&aviary.text("out/whole.svg"), "--reveal"]].concat());
        // A list with mistakes, as it is told.
        let (list, program) = (aviary.text("list.csv"), aviary.text("program.json"));
        for base in [&["--program", &program][..], &["--into", &older], &[]] {
            let args = ["import", &list, "--all", "--lang", lang];
            aviary.shows(&[&args[..], base].concat());
            let made = aviary.text("out/made.json");
            let args = [&args[..], base, &["--accept-partial", "--force", "-o", &made]].concat();
            // Without a programme it writes what is to be filled in first.
            if base.is_empty() { aviary.refuses(&args) } else { aviary.shows(&args) }
        }
    }
    aviary.assert_left_nothing();
}

/// What is refused is not repeated with the number that was in it.
#[test]
fn case_92_no_refusal_repeats_a_number() {
    let aviary = Aviary::new();
    let roster = aviary.text("roster.json");
    for number in numbers(17) {
        let with = |text: &str| text.replace('#', &number);
        for filter in ["statu:#", "nik:# statu:x", "(nik:#", "status:#", "age:#", "born:#", "\"#", "sex:#", "finding:#"]
        {
            aviary.refuses(&["status", &roster, "--filter", &with(filter)]);
            aviary.refuses(&["status", &roster, "--lang", "id", "--filter", &with(filter)]);
        }
        aviary.refuses(&["status", &roster, "--secure", "--filter", &with("nik:#")]);
        for args in [
            &["export", &roster, "--columns", "#"][..],
            &["export", &roster, "--sort", "#"],
            &["export", &roster, "--view", "#"],
            &["export", &roster, "--template", "#"],
            &["export", &roster, "--template", "iuran", "--months", "#"],
            &["export", &roster, "--split-by", "#"],
            &["export", &roster, "--format", "#"],
            &["check", &roster, "--by", "#"],
            &["snapshot", &roster, "--tab", "#"],
            &["snapshot", &roster, "--size", "#"],
            &["snapshot", &roster, "--size", "#x40"],
            &["snapshot", &roster, "--format", "#"],
            &["snapshot", &roster, "--view", "#"],
            &["report", &roster, "--list", "#"],
            &["report", &roster, "--filter", "nik:#"],
            &["snapshot", &roster, "--filter", "nik:#"],
            &["status", &roster, "--#"],
            &["status", &roster, "#"],
            &["status", &roster, "--fail-if", "#"],
            &["status", &roster, "--fail-if", "#<3"],
            &["status", &roster, "--lang", "#"],
            &["status", &roster, "--max-size", "x#"],
            &["plan", "--workers", "x#", "--monthly", "16800", "--months", "3"],
            &["plan", "--workers", "9", "--monthly", "x#", "--months", "3"],
            &["plan", "--workers", "9", "--monthly", "16800", "--budget", "x#"],
            &["plan", "--workers", "9", "--monthly", "16800", "--months", "x#"],
            &["import", &roster, "--map", "#=nik"],
            &["import", &aviary.text("list.csv"), "--map", "#=nik"],
            &["import", &aviary.text("list.csv"), "--map", "#"],
            &["import", &aviary.text("list.csv"), "--map", "NIK=#"],
            &["import", &aviary.text("list.csv"), "--status", "#"],
            &["demo", "--seed", "x#"],
            &["demo", "--as-of", "#"],
            &["demo", "--workers", "x#"],
            &["#", &roster],
        ] {
            let args: Vec<String> = args.iter().map(|arg| with(arg)).collect();
            aviary.refuses(&args.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
    aviary.assert_left_nothing();
}

#[test]
fn case_92_a_broken_file_is_told_without_what_stands_where_it_breaks() {
    let aviary = Aviary::new();
    let text = fs::read_to_string(aviary.path("roster.json")).unwrap();
    let [nik, kpj, phone] = numbers(42);
    let mut broken = Vec::new();
    for number in [&nik, &kpj, &phone] {
        let at = text.find(number.as_str()).unwrap();
        let quoted = format!("\"{number}\"");
        broken.push(text[..at + 8].to_owned());
        broken.push(text[..at + number.len() + 1].to_owned());
        for instead in [
            "#",
            "\"#",
            "\"#\" \"#\"",
            "\"#\\u12\"",
            "[\"#\"]",
            "{\"#\": 1}",
            "\"#\u{1}\"",
            "-#",
            "#e9",
            "\"#\", \"#\": \"#\"",
        ] {
            broken.push(text.replace(&quoted, &instead.replace('#', number)));
        }
        for (section, key) in [
            ("program", "fiscal_year"),
            ("program", "as_of"),
            ("program", "budget"),
            ("program", "target_workers"),
            ("program", "contributions"),
            ("program", "grace_months"),
            ("program", "coverage"),
            ("program", "region"),
        ] {
            let mut document: Value = serde_json::from_str(&text).unwrap();
            document[section][key] = json!(number);
            broken.push(document.to_string());
        }
        for key in ["schema", "groups", "workers", "payments", "plan", "claims", "districts", "history"] {
            for value in [json!(number), json!([number]), json!([{number: number}])] {
                let mut document: Value = serde_json::from_str(&text).unwrap();
                document[key] = value;
                broken.push(document.to_string());
            }
        }
        for key in [
            "id",
            "name",
            "sex",
            "birth_date",
            "occupation",
            "status",
            "registered_on",
            "welfare_decile",
            "segment",
            "district",
        ] {
            let mut document: Value = serde_json::from_str(&text).unwrap();
            document["workers"][42][key] = json!(number);
            document["workers"][43][key] = json!([number]);
            broken.push(document.to_string());
        }
    }
    for text in broken {
        let path = aviary.write("broken.json", &text);
        aviary.run(&["status", &path]);
        aviary.run(&["check", &path, "--lang", "id"]);
        aviary.run(&["export", &path, "-o", &aviary.text("out/of-broken.csv"), "--force"]);
        aviary.run(&["diff", &path, &path]);
        aviary.run(&["import", &aviary.text("list.csv"), "--into", &path]);
    }
    aviary.write("broken.csv", &format!("NIK;NAMA\n\"{nik};{NAME}\n"));
    for (name, bytes) in
        [("list.xlsx", text.clone()), ("list.ods", nik.clone()), ("list.json", format!("NIK\n{nik}\n"))]
    {
        aviary.write(name, &bytes);
    }
    for name in ["broken.csv", "list.xlsx", "list.ods", "list.json"] {
        aviary.refuses(&["import", &aviary.text(name), "--program", &aviary.text("program.json")]);
    }
    aviary.assert_left_nothing();
}

#[test]
fn case_92_nothing_is_left_where_nothing_can_be_written_and_after_who_was_killed() {
    let aviary = Aviary::new();
    let roster = aviary.text("roster.json");
    fs::write(aviary.path("out/there.csv"), "old").unwrap();
    for target in ["none/list.csv", "out", "out/there.csv", "roster.json/list.csv"] {
        for ending in [&["--format", "csv"][..], &["--format", "xlsx"]] {
            aviary.refuses(&[&["export", &roster, "--reveal", "-o", &aviary.text(target)], ending].concat());
        }
    }
    assert_eq!(names(&aviary.path("out")), ["there.csv"]);
    // A full device, and somebody who reads a little and leaves.
    for after in ["> /dev/full", "| head -c 100 > /dev/null", ">&-"] {
        let script = format!("'{BINARY}' export '{roster}' --reveal {after}");
        let mut command = Command::new("/bin/sh");
        command.args(["-c", &script]).env_clear().env("PATH", "/usr/bin:/bin").current_dir(aviary.path("work"));
        let done = command.envs(aviary.environment()).output().unwrap();
        aviary.assert_nobody(after, &done.stderr);
    }
    for _ in 0..20 {
        let mut child = Command::new(BINARY)
            .args(["export", &roster, "--reveal", "--force", "-o", &aviary.text("out/killed.xlsx")])
            .env_clear()
            .envs(aviary.environment())
            .current_dir(aviary.path("work"))
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        aviary.assert_unseen(&child.id().to_string());
        while names(&aviary.path("out")).len() < 2 && child.try_wait().unwrap().is_none() {}
        let _ = child.kill();
        child.wait().unwrap();
        let _ = fs::remove_file(aviary.path("out/killed.xlsx"));
    }
    aviary.writes(&["export", &roster, "--force", "-o", &aviary.text("out/killed.xlsx")]);
    assert_eq!(names(&aviary.path("out")), ["killed.xlsx", "there.csv"], "the next who writes sweeps");
    aviary.assert_left_nothing();
}

/// The bytes of a text in base 64; what is none of it ends it.
fn from_base_64(text: &[u8]) -> Vec<u8> {
    let value = |byte: &u8| match byte {
        b'A'..=b'Z' => Some(u32::from(byte - b'A')),
        b'a'..=b'z' => Some(u32::from(byte - b'a') + 26),
        b'0'..=b'9' => Some(u32::from(byte - b'0') + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let values: Vec<u32> = text.iter().map_while(value).collect();
    let block = |four: &[u32]| {
        let bits = four.iter().fold(0, |bits, value| bits << 6 | value) << (6 * (4 - four.len()));
        bits.to_be_bytes()[1..four.len()].to_vec()
    };
    values.chunks(4).filter(|four| four.len() > 1).flat_map(block).collect()
}

/// Each copy in what was written to a terminal, decoded.
fn copies(raw: &[u8]) -> Vec<Vec<u8>> {
    let front = b"\x1b]52;c;";
    let places = raw.windows(front.len()).enumerate().filter(|(_, bytes)| bytes == front);
    places.map(|(at, _)| from_base_64(&raw[at + front.len()..])).collect()
}

#[test]
fn base_64_is_read() {
    assert_eq!(
        [&b"TWE="[..], b"TQ==", b"TWFu\x07"].map(from_base_64),
        [b"Ma".to_vec(), b"M".to_vec(), b"Man".to_vec()]
    );
}

/// Every key on every tab; where it opens something, on which tabs, and what then stands on the screen.
const OVERLAYS: [(&str, &str, &str); 22] = [
    ("\r", "4", " 2 of 100 ─"),
    ("/nik:9\u{15}", "12345", "enter keep"),
    ("/\u{15}kenari\r", "12345", "Filter  kenari"),
    (" ", "", ""),
    ("\u{7f}", "12345", "Filter  none"),
    ("f", "12345", " Facets "),
    ("s", "4", " Sort by "),
    ("v", "", ""),
    ("n", "", ""),
    ("N", "", ""),
    ("y", "14", "✓ 1 sent"),
    ("e", "12345", " Export "),
    ("w", "12345", " WHAT IF "),
    ("D", "12345", " Since 30 Aug 2024 "),
    ("?", "12345", " Help "),
    (":", "12345", " Commands "),
    ("r", "12345", "read again: "),
    ("L", "12345", "? bantuan"),
    ("L", "12345", "? help"),
    ("S", "", ""),
    ("u", "", ""),
    ("h\u{1b}[C", "", ""),
];

#[test]
fn case_92_the_dashboard_writes_masked_numbers_and_no_title() {
    let aviary = Aviary::new();
    let (roster, older) = (aviary.text("roster.json"), aviary.text("older.json"));
    let mut terminal = aviary.open(&[&roster, "--since", &older], &[]);
    terminal.wait_for("100 of 100");
    for tab in ["1", "2", "3", "4", "5"] {
        for (keys, tabs, text) in OVERLAYS {
            terminal.keys(&format!("{tab}j"));
            terminal.keys(keys);
            if tabs.contains(tab) {
                terminal.wait_for(text);
            }
            terminal.pause(Duration::from_millis(30));
            aviary.assert_none("a screen", terminal.contents().as_bytes());
            terminal.keys("\u{1b}");
            terminal.pause(Duration::from_millis(110));
            aviary.assert_none("a screen", terminal.contents().as_bytes());
        }
        aviary.assert_unseen(&terminal.pid.as_raw_nonzero().to_string());
    }
    terminal.keys("\u{7f}4V/kenari\r");
    terminal.wait_for("Filter  kenari");
    terminal.keys("Y");
    terminal.wait_for("sent to your terminal's clipboard");
    terminal.keys(":print\r");
    terminal.wait_for("Enter comes back.");
    terminal.keys("\r");
    terminal.wait_for("100 of 100");
    aviary.assert_none("the screen", &terminal.raw);
    let copied = copies(&terminal.raw);
    assert!(copied.iter().any(|copy| copy.len() > 5_000), "the table was copied");
    copied.iter().for_each(|copy| aviary.assert_none("the clipboard", copy));
    // What is asked for is whole: on the screen, and then in the clipboard. Elsewhere it still is nowhere.
    terminal.keys("p");
    terminal.wait_for("y shows them");
    terminal.keys("y");
    terminal.wait_for("REVEALED");
    terminal.keys(&format!("/nik:{}\r", numbers(17)[0]));
    terminal.wait_for(&numbers(17)[0]);
    terminal.keys(":save kenari");
    terminal.settle();
    terminal.keys("\r");
    terminal.wait_for("names a person's number");
    aviary.assert_unseen(&terminal.pid.as_raw_nonzero().to_string());
    terminal.leave();
    let raw = String::from_utf8_lossy(&terminal.raw).into_owned();
    let commands: Vec<&str> = raw.split("\u{1b}]").skip(1).collect();
    assert!(commands.iter().all(|command| command.starts_with("52;c;")), "no title and no link");
    aviary.assert_left_nothing();
    assert_eq!(names(terminal.folder()), [""; 0]);
}

#[test]
fn case_92_who_fails_inside_or_is_killed_from_outside_leaves_nothing_of_anybody() {
    let aviary = Aviary::new();
    let roster = aviary.text("roster.json");
    let errors = aviary.text("out/errors");
    // Standard error is a file here, so that it is told from the screen.
    let script = format!("exec '{BINARY}' '{roster}' 2>'{errors}'");
    let start = |env: &[(&str, &str)]| {
        let own = aviary.environment();
        let own = own.iter().map(|(name, value)| (*name, value.as_str()));
        let env: Vec<(&str, &str)> = own.chain(env.iter().copied()).chain([("PATH", "/usr/bin:/bin")]).collect();
        Terminal::start_command(&["/bin/sh", "-c", &script], &env, None)
    };
    let look = |terminal: &Terminal, what: &str| {
        aviary.assert_nobody(what, &fs::read(&errors).unwrap());
        aviary.assert_none(what, &terminal.raw);
        aviary.assert_none(what, terminal.contents().as_bytes());
        assert_eq!(names(terminal.folder()), [""; 0], "no image of the memory");
        aviary.assert_left_nothing();
    };
    if cfg!(debug_assertions) {
        for (fault, keys) in [("draw", ""), ("keyboard", "j"), ("work", ""), ("watch", ""), ("draw,hook", "")] {
            let mut terminal = start(&[("LINDUNGI_FAULT", fault), ("RUST_BACKTRACE", "full"), ("RUST_LOG", "trace")]);
            if !keys.is_empty() {
                terminal.wait_for("100 of 100");
                terminal.keys(keys);
            }
            assert!(!terminal.end().success());
            look(&terminal, fault);
        }
    }
    for signal in [Signal::SEGV, Signal::ABORT, Signal::BUS, Signal::KILL, Signal::TERM, Signal::HUP] {
        let mut terminal = start(&[]);
        terminal.wait_for("100 of 100");
        terminal.keys("4");
        terminal.wait_for(NAME);
        aviary.assert_none("the screen", terminal.contents().as_bytes());
        let patience = Instant::now();
        // The first fault is taken by the language, to see whether a stack has run over; another ends it.
        while fs::read_to_string(format!("/proc/{}/stat", terminal.pid.as_raw_nonzero()))
            .is_ok_and(|it| !it.contains(") Z "))
        {
            assert!(patience.elapsed() < PATIENCE, "{signal:?} does not end it");
            let _ = kill_process(terminal.pid, signal);
            terminal.pause(Duration::from_millis(20));
        }
        assert!(!terminal.end().success());
        look(&terminal, &format!("{signal:?}"));
    }
}
