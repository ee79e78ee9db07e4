//! What several tests need: the real binary in a clean environment, fixtures, the figures as JSON, and the question
//! whether an output holds nothing that a terminal would obey.

use lindungi::check::{self, Audited};
use lindungi::roster::Roster;
use lindungi::roster::json::{self, LoadError};
use rustix::fs::{CWD, FileType, Mode, mknodat};
use serde_json::Value;
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread;

/// The binary that `cargo test` built.
pub const BINARY: &str = env!("CARGO_BIN_EXE_lindungi");

/// The package's folder.
pub fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The path of a fixture, such as `defects/empty.json`.
pub fn fixture(name: &str) -> String {
    home().join("fixtures").join(name).to_str().unwrap().to_owned()
}

/// The text of a fixture.
pub fn fixture_text(name: &str) -> String {
    std::fs::read_to_string(fixture(name)).unwrap()
}

/// A run of the binary, before it starts: no environment but LANG.
pub struct Call {
    command: Command,
    stdin: Vec<u8>,
}

/// A run of the binary, after it ended.
pub struct Done {
    /// Its exit code.
    pub code: i32,
    /// Its standard output.
    pub out: String,
    /// Its standard error.
    pub err: String,
}

/// `lindungi` with these arguments.
pub fn lindungi(args: &[&str]) -> Call {
    let mut command = Command::new(BINARY);
    command.env_clear().env("LANG", "C.UTF-8").args(args);
    Call { command, stdin: Vec::new() }
}

impl Call {
    /// Sets a variable of its environment.
    pub fn env(mut self, name: &str, value: &str) -> Call {
        self.command.env(name, value);
        self
    }

    /// Its working folder.
    pub fn folder(mut self, folder: &Path) -> Call {
        self.command.current_dir(folder);
        self
    }

    /// What it reads.
    pub fn stdin(mut self, bytes: impl Into<Vec<u8>>) -> Call {
        self.stdin = bytes.into();
        self
    }

    /// Where its standard output goes instead of here.
    pub fn stdout(mut self, to: impl Into<Stdio>) -> Call {
        self.command.stdout(to);
        self
    }

    /// Runs it to its end.
    pub fn run(mut self) -> Done {
        self.command.stdout(Stdio::piped());
        self.finish()
    }

    /// Runs it to its end; standard output went elsewhere.
    pub fn finish(mut self) -> Done {
        let mut child = self.command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let bytes = std::mem::take(&mut self.stdin);
        // Who does not read to the end closes the pipe; that is no failure of the test.
        let writer = thread::spawn(move || drop(stdin.write_all(&bytes)));
        let ended = child.wait_with_output().unwrap();
        writer.join().unwrap();
        let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
        let code = ended.status.code().expect("ended by itself, not by a signal");
        Done { code, out: text(ended.stdout), err: text(ended.stderr) }
    }
}

/// The figures of `status --format json` with these arguments, which must end well.
pub fn status_json(args: &[&str]) -> Value {
    let done = lindungi(&[&["status", "--format", "json"], args].concat()).run();
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{args:?}");
    assert_clean(&done.out);
    serde_json::from_str(&done.out).unwrap()
}

/// Whether a text holds nothing below a space but line feeds, no DEL, no C1, no bidi control (torture.md, "clean out").
pub fn is_clean(text: &str) -> bool {
    let bad = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    !text.chars().any(bad)
}

/// See [`is_clean`].
#[track_caller]
pub fn assert_clean(text: &str) {
    assert!(is_clean(text), "not clean: {text:?}");
}

/// Reads a roster.
pub fn read(bytes: impl AsRef<[u8]>) -> Result<Roster, LoadError> {
    json::read(&mut bytes.as_ref(), &mut |_| ())
}

/// Reads and audits a roster that is good.
#[track_caller]
pub fn roster(bytes: impl AsRef<[u8]>) -> Audited {
    check::audit(read(bytes).expect("a good roster"))
}

/// The fixture that the binary carries.
pub fn sorong() -> Audited {
    roster(fixture_text("sorong-2024.json"))
}

/// A roster of one BPU group `nelayan` with these workers, as a document that tests change.
pub fn document(workers: Value) -> Value {
    serde_json::json!({
        "schema": "lindungi/roster/1", "synthetic": true,
        "program": {
            "name": "Contoh", "fiscal_year": 2024, "as_of": "2024-08-30", "target_workers": 10, "budget": "2000000",
            "contributions": [
                {"scheme": "JKK", "monthly": "10000"},
                {"scheme": "JKM", "monthly": "6800"},
            ],
            "coverage": {"from": "2024-03", "to": "2024-12"},
        },
        "groups": [{"id": "nelayan", "name": {"id": "Nelayan", "en": "Fishers"}, "target": 10}],
        "workers": workers,
    })
}

/// A file of its own for a test, gone with the folder.
pub fn file(name: &str, bytes: impl AsRef<[u8]>) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

/// Makes a pipe.
pub fn pipe(path: &Path) {
    mknodat(CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
}

/// Makes a pipe and writes the parts into it, each after the first when it is told to; it ends with who can tell. Nobody
/// waits for who may never read: that does a thread of its own.
pub fn feed(path: &Path, parts: Vec<Vec<u8>>) -> Sender<()> {
    pipe(path);
    // To open it for reading too waits for nobody.
    let mut pipe = File::options().read(true).write(true).open(path).unwrap();
    let (tell, told) = channel();
    thread::spawn(move || parts.iter().all(|part| pipe.write_all(part).is_ok() && told.recv().is_ok()));
    tell
}

/// Writes a workbook of sheets with these names and rows, as its XML has them.
pub fn workbook(path: &str, sheets: &[(&str, &str)]) {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let (mut names, mut parts) = (String::new(), String::new());
    for (place, (name, _)) in sheets.iter().enumerate() {
        names += &format!(r#"<sheet name="{name}" sheetId="{0}" r:id="r{0}"/>"#, place + 1);
        let target = format!("worksheets/sheet{}.xml", place + 1);
        parts += &format!(r#"<Relationship Id="r{}" Type="{office}/worksheet" Target="{target}"/>"#, place + 1);
    }
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), format!(r#"<Types xmlns="{package}/content-types"/>"#)),
        (
            "_rels/.rels".to_owned(),
            format!(
                r#"<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!(r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{names}</sheets></workbook>"#),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!(r#"<Relationships xmlns="{package}/relationships">{parts}</Relationships>"#),
        ),
    ];
    for (place, (_, rows)) in sheets.iter().enumerate() {
        let sheet = format!(r#"<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>"#);
        files.push((format!("xl/worksheets/sheet{}.xml", place + 1), sheet));
    }
    let mut archive = zip::ZipWriter::new(File::create(path).unwrap());
    for (name, text) in files {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut archive, text.as_bytes()).unwrap();
    }
    archive.finish().unwrap();
}

/// Every text in a workbook, part by part.
pub fn unpacked(path: &Path) -> String {
    let mut archive = zip::ZipArchive::new(File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    for place in 0..archive.len() {
        archive.by_index(place).unwrap().read_to_string(&mut text).unwrap();
    }
    text
}

/// The names of everything in a folder, hidden ones too.
pub fn names(folder: &Path) -> Vec<String> {
    let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    let mut names: Vec<String> = std::fs::read_dir(folder).unwrap().map(name).collect();
    names.sort();
    names
}

/// What happens by chance, the same each time: a test that fails can be looked at again.
pub struct Chance(pub u64);

impl Chance {
    /// A number below another.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end.max(1)
    }

    /// One of several.
    pub fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len() as u64) as usize]
    }
}
