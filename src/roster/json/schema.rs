//! The format as a JSON Schema, made from the field table. It is the contract for a file that is clean as a whole: what
//! the reader would refuse or set aside is not valid by it, and what the reader takes whole is. Where JSON Schema has
//! no words for a rule, [`UNSAID`] says so; a test holds both against each other.

use super::SCHEMA;
use super::fields::{Form, Member, Object};
use crate::roster::text::is_blank;
use serde_json::{Map, Value, json};

/// What people read in it.
pub(crate) struct Said<'a> {
    /// What it is of.
    pub title: &'a str,
    /// What such a file is.
    pub description: &'a str,
    /// What a member means.
    pub meaning: &'a dyn Fn(Member) -> String,
}

/// The rules of the format that JSON Schema has no words for.
const UNSAID: &str = "Not said here, and held all the same: no member stands twice in an object; no two groups have \
one id; no two contributions have the same segment, scheme and from; coverage.to is not before coverage.from; through \
is not before month; BPU and PU of by_segment add up to workers; whole numbers have neither point nor exponent. A nik, \
kpj or phone that is a number keeps its row and is held as unknown. Patterns mean the same in ECMA-262, with the flag u \
and without, and in Python; since these name no character beyond U+FFFF alike, a text of nothing but such characters is \
valid here as a text and as a blank, whatever they are.";

/// A character beyond U+FFFF: one to a pattern that counts in characters, a half of one to a pattern that counts in
/// UTF-16.
const BEYOND: &str = r"[^\u0000-\ud7ff\ue000-\uffff]";
const MONTH: &str = "^(19|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])$";
/// Every date that there is, 29 February only of leap years: `format` is a hint that many programs pass over. What ends
/// such a pattern ends a line too in Python, hence the lengths.
const DAY: &str = "^(((19|[2-9][0-9])[0-9]{2})-(((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01]))|\
((0[469]|11)-(0[1-9]|[12][0-9]|30))|(02-(0[1-9]|1[0-9]|2[0-8])))|\
((19|[2-9][0-9])(0[48]|[2468][048]|[13579][26])|([2468][048]|[3579][26])00)-02-29)$";
const MONEY: &str = "^(0|[1-9][0-9]{0,27})$";

/// The schema.
pub(crate) fn schema(said: &Said<'_>) -> Value {
    let whole = object(Object::Document, said);
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": said.title,
        "description": said.description,
        "$comment": UNSAID,
    });
    let mut parts = json!({
        "said": {"type": "string", "pattern": filled_characters()},
        "blank": {"type": ["null", "string"], "not": part("said")},
        "text": {"type": "string", "anyOf": [part("said"), {"pattern": BEYOND}]},
        "date": {"type": "string", "format": "date", "pattern": DAY, "maxLength": 10},
        "month": {"type": "string", "pattern": MONTH, "maxLength": 7},
        // Beyond 10^28 is said of all numbers, exactly: as 28 nines it would be rounded on its way.
        "money": {"anyOf": [
            {"type": "string", "pattern": MONEY, "not": {"pattern": r"\n"}},
            {"type": "integer", "minimum": 0, "exclusiveMaximum": 1e28},
        ]},
    });
    for of in Object::ALL.into_iter().filter(|of| *of != Object::Document) {
        parts[name(of)] = object(of, said).into();
    }
    if let Value::Object(schema) = &mut schema {
        schema.extend(whole);
        schema.insert("$defs".to_owned(), parts);
    }
    schema
}

/// The characters of which one is enough to say something, up to U+FFFF, as a class of a pattern. The reader itself is
/// asked for them: a class of letters by its name is not known to every validator.
fn filled_characters() -> String {
    let says = |code: u32| char::from_u32(code).is_some_and(|c| !is_blank(c.encode_utf8(&mut [0; 4])));
    let named = |code: u32| match char::from_u32(code) {
        Some(c) if c.is_ascii_alphanumeric() => c.to_string(),
        _ => format!("\\u{code:04x}"),
    };
    let mut class = String::from("[");
    let mut from = None;
    for code in 0..=0x1_0000 {
        match (code <= 0xffff && says(code), from) {
            (true, None) => from = Some(code),
            (false, Some(first)) => {
                class += &named(first);
                if first + 1 < code {
                    class += &format!("-{}", named(code - 1));
                }
                from = None;
            }
            _ => {}
        }
    }
    class + "]"
}

/// What an object is called among the parts of the schema.
fn name(of: Object) -> &'static str {
    match of {
        Object::Document => "roster",
        Object::Program => "program",
        Object::Region => "region",
        Object::Contribution => "contribution",
        Object::Coverage => "coverage",
        Object::Group => "group",
        Object::Name => "name",
        Object::Worker => "worker",
        Object::Payment => "payment",
        Object::BySegment => "by_segment",
        Object::Planned => "planned",
        Object::Claim => "claim",
        Object::District => "district",
        Object::PastYear => "past_year",
    }
}

fn part(name: &str) -> Value {
    json!({"$ref": format!("#/$defs/{name}")})
}

/// An object: any member may stand in it that the format does not know.
fn object(of: Object, said: &Said<'_>) -> Map<String, Value> {
    let members = of.members();
    let mut properties = Map::new();
    for member in &members {
        let mut property = Map::new();
        property.insert("description".to_owned(), (said.meaning)(*member).into());
        if let Value::Object(value) = value(*member) {
            property.extend(value);
        }
        properties.insert(member.name().to_owned(), property.into());
    }
    let mut object = Map::new();
    object.insert("type".to_owned(), "object".into());
    let required = members.iter().filter(|member| member.shape().required).map(|member| member.name());
    let required: Vec<Value> = required.map(Value::from).collect();
    if !required.is_empty() {
        object.insert("required".to_owned(), required.into());
    }
    object.insert("properties".to_owned(), properties.into());
    if of == Object::Name {
        // None of its members must be there, and yet one of them.
        let one = |member: &Member| json!({"required": [member.name()], "properties": {member.name(): part("text")}});
        object.insert("anyOf".to_owned(), members.iter().map(one).collect());
    }
    object
}

/// What a member may hold; where it need not be there, also `null` and a blank text.
fn value(member: Member) -> Value {
    let shape = member.shape();
    match (shape.form, shape.required) {
        (Form::Text | Form::Number, false) => json!({"type": ["string", "null"]}),
        (form, true) => filled(form),
        (form, false) => json!({"anyOf": [filled(form), part("blank")]}),
    }
}

fn filled(form: Form) -> Value {
    match form {
        Form::Schema => json!({"const": SCHEMA}),
        Form::Bool => json!({"type": "boolean"}),
        Form::Text | Form::Number => part("text"),
        Form::Blankable => json!({"type": "string"}),
        Form::Day => part("date"),
        Form::Month => part("month"),
        Form::Money => part("money"),
        Form::Count(least, most) => json!({"type": "integer", "minimum": least, "maximum": most}),
        Form::OneOf(words) => json!({"enum": words}),
        Form::Name => json!({"anyOf": [part("text"), part(name(Object::Name))]}),
        Form::Texts => json!({"type": "array", "items": {"type": ["string", "null"]}}),
        Form::One(of) => part(name(of)),
        Form::List(of) => json!({"type": "array", "items": part(name(of))}),
        Form::Set(of) => json!({"type": "array", "items": part(name(of)), "uniqueItems": true}),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot make its schema fails")]
mod tests {
    use super::*;
    use jsonschema::Validator;

    fn whole() -> Value {
        schema(&Said { title: "", description: "", meaning: &|_| String::new() })
    }

    fn of_part(name: &str) -> Validator {
        let mut schema = json!({"$ref": format!("#/$defs/{name}")});
        schema["$defs"] = whole()["$defs"].clone();
        jsonschema::draft202012::new(&schema).unwrap()
    }

    #[test]
    fn every_character_is_a_text_or_a_blank_as_it_is_to_the_reader_and_beyond_the_basic_plane_it_is_both() {
        let (text, blank) = (of_part("text"), of_part("blank"));
        // The validator of this test takes the two beside the halves, which are no letters, for characters beyond.
        let basic = ('\0'..='\u{ffff}').filter(|c| !matches!(c, '\u{d7ff}' | '\u{e000}'));
        for c in basic.chain(('\u{10000}'..=char::MAX).step_by(0x101)) {
            let own = json!(c.to_string());
            let judged = (text.is_valid(&own), blank.is_valid(&own));
            let read = !is_blank(&c.to_string());
            let expected = if c > '\u{ffff}' { (true, true) } else { (read, !read) };
            assert_eq!(judged, expected, "U+{:04X}", u32::from(c));
        }
        assert!(blank.is_valid(&json!(null)) && blank.is_valid(&json!("")) && !text.is_valid(&json!("")));
    }

    fn patterns(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                found.extend(members.get("pattern").and_then(Value::as_str).map(str::to_owned));
                members.values().for_each(|own| patterns(own, found));
            }
            Value::Array(list) => list.iter().for_each(|own| patterns(own, found)),
            _ => {}
        }
    }

    #[test]
    fn patterns_have_only_what_means_the_same_in_every_validator() {
        let mut found = Vec::new();
        patterns(&whole(), &mut found);
        assert!(found.len() > 5);
        for pattern in found {
            for (at, _) in pattern.match_indices('\\') {
                let behind = pattern.get(at + 1..).unwrap_or("");
                let code = behind.strip_prefix('u').and_then(|code| u32::from_str_radix(code.get(..4)?, 16).ok());
                assert!(
                    behind.starts_with('n') || code.is_some_and(|code| char::from_u32(code).is_some()),
                    "{pattern}"
                );
            }
            // Groups with a meaning, and sets within classes, which some read otherwise.
            assert!(
                pattern.is_ascii() && !["(?", "[[", "&&", "--", "~~", "||"].iter().any(|own| pattern.contains(own))
            );
        }
    }
}
