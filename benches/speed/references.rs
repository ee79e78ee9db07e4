//! What the reader is measured against: rows as plain derived structs, streamed by a seed into the same columns, from
//! memory. It is lenient where the reader is not (a row at fault ends it), so it does less.

use lindungi::roster::calendar::parse_day;
use lindungi::roster::columns::Held;
use lindungi::roster::program::Segment;
use lindungi::roster::store::Store;
use lindungi::roster::worker::{Record, Sex, Status};
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// What serde_json does.
pub fn serde_json(text: &[u8]) -> Result<Store, String> {
    store(&mut serde_json::Deserializer::from_slice(text))
}

/// What sonic-rs does.
pub fn sonic_rs(text: &[u8]) -> Result<Store, String> {
    store(&mut sonic_rs::Deserializer::from_slice(text))
}

fn store<'de, D>(json: D) -> Result<Store, String>
where
    D: Deserializer<'de>,
{
    let mut store = Store::default();
    json.deserialize_map(Top(&mut store)).map_err(|error| error.to_string())?;
    Ok(store)
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
                status: Status::parse(row.status).ok_or_else(|| A::Error::custom(row.status))?,
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
