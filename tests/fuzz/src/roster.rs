//! Any bytes as a roster. It is read or refused, however they come: whole, in pieces, at any place. A refusal is said in a
//! few clean lines. Of a roster everything can be said, and written again it is the same roster.

use super::{BOTH, assert_clean};
use lindungi::check::{self, Audited};
use lindungi::commands::status::{json as status_json, text as status_text};
use lindungi::disk::Source;
use lindungi::figures::Figures;
use lindungi::import;
use lindungi::lang::summary::Summary;
use lindungi::load::{self, How};
use lindungi::roster::filter::Filter;
use lindungi::roster::finding::Rule;
use lindungi::roster::json::{self, LoadError};
use lindungi::roster::rows::Row;
use lindungi::roster::{Roster, same};
use std::fs;
use std::io::{self, Read};

/// See the module.
pub fn hold(bytes: &[u8]) {
    let packed = [(&b"\x1f\x8b"[..], "gz"), (b"\x28\xb5\x2f\xfd", "zst")];
    if let Some((_, ending)) = packed.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return hold_packed(bytes, ending);
    }
    let whole = read(bytes);
    let mut pieces = Pieces { rest: bytes, most: 1 + bytes.len() % 7 };
    assert_same(&whole, &json::read(&mut pieces, &mut |_| ()));
    assert_same(&whole, &json::read_at(&bytes, &mut |_| ()));
    match whole {
        Ok(roster) => hold_roster(check::audit(roster)),
        Err(error) => BOTH.iter().for_each(|lang| assert_clean(&lang.load_error("x", &error), 5)),
    }
}

fn read(mut bytes: &[u8]) -> Result<Roster, LoadError> {
    json::read(&mut bytes, &mut |_| ())
}

/// Bytes that come a few at a time, as from a slow line.
struct Pieces<'a> {
    rest: &'a [u8],
    most: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let room = self.most.min(buffer.len());
        self.rest.read(&mut buffer[..room])
    }
}

fn assert_same(one: &Result<Roster, LoadError>, other: &Result<Roster, LoadError>) {
    match (one, other) {
        (Ok(one), Ok(other)) => assert!(same::is_one(one, other), "two rosters of the same bytes"),
        (one, other) => assert_eq!(one.as_ref().err(), other.as_ref().err(), "two outcomes of the same bytes"),
    }
}

/// What is compressed swells: the limit of size holds as well.
fn hold_packed(bytes: &[u8], ending: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(format!("roster.{ending}"));
    fs::write(&path, bytes).expect("a file");
    let most = "4M".parse().expect("a size");
    let readings = BOTH.map(|lang| load::reader(How::open(most, lang))(&Source::File(path.clone())));
    assert_eq!(readings[0].is_ok(), readings[1].is_ok());
    for reading in readings {
        match reading {
            Ok(roster) => hold_roster(roster),
            Err(said) => assert_clean(&said, 5),
        }
    }
}

/// What holds of every roster, wherever it comes from.
pub fn hold_roster(roster: Audited) {
    say(&roster);
    let text = written(&roster);
    let again = read(text.as_bytes()).expect("what was written is a roster");
    assert_eq!(again.set_aside.count(), 0, "rows of what was written");
    assert_eq!(again.workers.len(), roster.workers.len());
    for row in 0..roster.workers.len() as Row {
        assert!(same::is_equal(&roster, &again, row), "row {row} is another one");
    }
    assert_eq!((&again.program, &again.groups), (&roster.program, &roster.groups));
    assert_eq!((&again.payments, again.payments_known), (&roster.payments, roster.payments_known));
    assert_eq!((&again.plan, &again.claims), (&roster.plan, &roster.claims));
    assert_eq!((&again.districts, &again.history), (&roster.districts, &roster.history));
    assert_eq!((again.as_of(), again.synthetic), (roster.as_of(), roster.synthetic));
    assert_eq!(written(&again), text);
}

fn written(roster: &Roster) -> String {
    let mut text = Vec::new();
    import::write_roster(roster, &roster.program, &mut text).expect("written into memory");
    String::from_utf8(text).expect("UTF-8")
}

/// Says everything of a roster, for everybody and for nobody.
pub fn say(roster: &Audited) {
    let nobody = Filter::Not(Box::new(Filter::EVERYBODY));
    for (lang, filter) in BOTH.into_iter().flat_map(|lang| [(lang, Filter::EVERYBODY), (lang, nobody.clone())]) {
        let report = Summary {
            lang,
            roster,
            text: None,
            filter: &filter,
            figures: Figures::of(roster, &filter),
            comparison: None,
        };
        let expected = if filter == nobody { 0 } else { roster.workers.len() };
        assert_eq!(report.figures.matched, expected as u64);
        let said = |write: fn(&Summary<'_>, &mut dyn io::Write) -> io::Result<()>| {
            let mut said = Vec::new();
            write(&report, &mut said).expect("written into memory");
            let said = String::from_utf8(said).expect("UTF-8");
            assert_clean(&said, usize::MAX);
            said
        };
        said(status_text::screen);
        said(status_text::markdown);
        serde_json::from_str::<serde_json::Value>(&said(status_json::write)).expect("JSON");
        let findings = &roster.findings;
        for rule in Rule::ALL.iter().filter(|rule| findings.count(**rule) > 0) {
            assert_clean(&lang.finding(roster, *rule), 1);
            let places = findings.places(*rule).iter();
            places
                .for_each(|at| assert_clean(&lang.place(roster, &report.figures.budget, roster.paid_months(), at), 1));
        }
        roster.set_aside.kept().iter().for_each(|aside| assert_clean(&lang.set_aside(aside), 1));
    }
}
