//! How fast: `cargo bench`. Every figure is the median of several runs in one process, and what is compared is compared
//! within this run: on a busy machine ratios say more than times. Nothing here fails a build.
//!
//! `LINDUNGI_BENCH_WORKERS` sets the number of workers, a million without it.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "it prints, and its input is its own"
)]

use lindungi::check;
use lindungi::demo;
use lindungi::figures::Figures;
use lindungi::figures::answer::{Answer, Question};
use lindungi::figures::compare::Baseline;
use lindungi::roster::attribute::Attribute;
use lindungi::roster::calendar::parse_day;
use lindungi::roster::columns::Held;
use lindungi::roster::filter::{Field, Filter, Value};
use lindungi::roster::order::{Order, Ranking};
use lindungi::roster::program::Segment;
use lindungi::roster::store::Store;
use lindungi::roster::worker::{Record, Sex, Standing, Status};
use lindungi::roster::{json, query};
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A question in the order of the file, nothing laid over the tab.
fn asked(filter: &Filter) -> Question {
    Question { filter: filter.clone(), ranking: Arc::default(), facets: false, typed: None, baseline: None }
}

fn main() {
    let workers = std::env::var("LINDUNGI_BENCH_WORKERS").ok().and_then(|n| n.parse().ok()).unwrap_or(1_000_000);
    let mut text = Vec::new();
    demo::write(&mut text, &demo::Options { workers, ..demo::Options::default() }).unwrap();
    println!("{workers} workers, {} MB", text.len() / 1_000_000);

    let (mut plain, mut ours) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        plain.push(time(|| black_box(plain_load(&text))));
        ours.push(time(|| black_box(json::read(&mut text.as_slice(), &mut |_| ()).unwrap())));
    }
    let ratios: Vec<f64> = ours.iter().zip(&plain).map(|(a, b)| a.as_secs_f64() / b.as_secs_f64()).collect();
    println!("plain serde_json into the same columns  {:>9.1} ms", ms(median(&mut plain)));
    println!("load (columns, groups, index)           {:>9.1} ms  {:.2} x plain", ms(median(&mut ours)), mid(ratios));

    let read = json::read(&mut text.as_slice(), &mut |_| ()).unwrap();
    let mut audited = None;
    let audit = time(|| audited = Some(check::audit(read)));
    println!("audit                                   {:>9.1} ms", ms(audit));
    let roster = audited.unwrap();
    for text in [
        "",
        "a",
        "yo",
        "yohana",
        "812",
        "status:active",
        "group:ojek district:manoi",
        "age>=60",
        "enrolled:2024-06",
        "-finding:any",
        "siti or -(sex:p age:..30)",
    ] {
        let filter = query::parse(text, &roster).unwrap();
        let mut times: Vec<Duration> = (0..9).map(|_| time(|| black_box(Figures::of(&roster, &filter)))).collect();
        let mut answers: Vec<Duration> =
            (0..9).map(|_| time(|| black_box(Answer::of(&roster, &asked(&filter))))).collect();
        println!(
            "figures of {text:<28} {:>9.2} ms   with its rows {:>7.2} ms",
            ms(median(&mut times)),
            ms(median(&mut answers))
        );
    }
    let pick = Filter::EVERYBODY.toggled(Field::Status, Value::Standing(Standing::Active));
    let mut times: Vec<Duration> = (0..9).map(|_| time(|| black_box(Figures::of(&roster, &pick)))).collect();
    println!("a picked facet                          {:>9.2} ms", ms(median(&mut times)));

    // What changed, against the same people a moment ago: the pairs once, then each filter.
    let older = Arc::new(json::read(&mut text.as_slice(), &mut |_| ()).unwrap());
    let pairing = time(|| black_box(Baseline::of(Arc::clone(&older), &roster)));
    println!("pairing with an older roster            {:>9.1} ms", ms(pairing));
    let compared = Question { baseline: Some(Arc::new(Baseline::of(older, &roster))), ..asked(&Filter::EVERYBODY) };
    let mut times: Vec<Duration> = (0..5).map(|_| time(|| black_box(Answer::of(&roster, &compared)))).collect();
    println!("all figures and what changed            {:>9.2} ms", ms(median(&mut times)));
    let names = Order::default().by(Attribute::Name);
    println!("sorting by name                         {:>9.1} ms", ms(time(|| black_box(Ranking::of(&roster, names)))));
}

fn time<T>(run: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let result = run();
    let taken = start.elapsed();
    drop(result);
    taken
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn mid(mut ratios: Vec<f64>) -> f64 {
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// What serde_json does with derived rows, streamed by a seed into the same columns, from memory.
fn plain_load(text: &[u8]) -> Store {
    let mut store = Store::default();
    let mut json = serde_json::Deserializer::from_slice(text);
    json.deserialize_map(Top(&mut store)).unwrap();
    store
}

#[derive(Deserialize)]
struct Plain<'a> {
    #[serde(borrow)]
    id: Option<Cow<'a, str>>,
    nik: Option<Cow<'a, str>>,
    name: Cow<'a, str>,
    sex: Option<&'a str>,
    birth_date: Option<&'a str>,
    occupation: Cow<'a, str>,
    district: Option<Cow<'a, str>>,
    village: Option<Cow<'a, str>>,
    status: &'a str,
    registered_on: Option<&'a str>,
    enrolled_on: Option<&'a str>,
    protected_until: Option<&'a str>,
    kpj: Option<Cow<'a, str>>,
    phone: Option<Cow<'a, str>>,
    welfare_decile: Option<u8>,
    segment: Option<&'a str>,
}

struct Top<'s>(&'s mut Store);
struct Rows<'s>(&'s mut Store);

impl<'de> Visitor<'de> for Top<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a roster")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<&str>()? {
            match key {
                "workers" => map.next_value_seed(Rows(self.0))?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Rows<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Rows<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("workers")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<(), A::Error> {
        let held = |text: Option<Cow<'de, str>>| text.map_or(Held::Missing, Held::Text);
        while let Some(row) = rows.next_element::<Plain<'de>>()? {
            let record = Record {
                id: row.id,
                nik: held(row.nik),
                name: row.name,
                sex: row.sex.and_then(Sex::parse),
                birth: row.birth_date.and_then(parse_day),
                occupation: row.occupation,
                segment: row.segment.and_then(Segment::parse),
                district: row.district,
                village: row.village,
                status: Status::parse(row.status).unwrap(),
                registered: row.registered_on.and_then(parse_day),
                enrolled: row.enrolled_on.and_then(parse_day),
                until: row.protected_until.and_then(parse_day),
                kpj: held(row.kpj),
                phone: held(row.phone),
                decile: row.welfare_decile,
                reason: None,
            };
            self.0.push(&record);
        }
        Ok(())
    }
}
