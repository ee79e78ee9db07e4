//! The format as a JSON Schema, made from the field table. It is the contract for a file that is clean as a whole: what
//! the reader would refuse or set aside is not valid by it, and what the reader takes whole is. Where JSON Schema has
//! no words for a rule, [`UNSAID`] says so; a test holds both against each other.

use super::SCHEMA;
use super::fields::{Form, Member, Object};
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
kpj or phone that is a number keeps its row and is held as unknown. Patterns are ECMA-262 with Unicode.";

/// A text of which something remains: a letter, a digit, or a sign that is a picture.
const FILLED: &str = r"[\p{Alphabetic}\p{N}\u2600-\u27bf\u{1f000}-\u{1faff}]";
/// The same turned round: nothing is said.
const BLANK: &str = r"^[^\p{Alphabetic}\p{N}\u2600-\u27bf\u{1f000}-\u{1faff}]*$";
const MONTH: &str = "^(19|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])$";
/// Every date that there is, 29 February only of leap years: `format` is a hint that many programs pass over.
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
        "blank": {"type": ["null", "string"], "pattern": BLANK},
        "text": {"type": "string", "pattern": FILLED},
        "date": {"type": "string", "format": "date", "pattern": DAY},
        "month": {"type": "string", "pattern": MONTH},
        // Beyond 10^28 is said of all numbers, exactly: as 28 nines it would be rounded on its way.
        "money": {"anyOf": [
            {"type": "string", "pattern": MONEY},
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
