//! Numbers of persons out of cells: never a digit more or less than the list holds.

use super::reason::{Doubt, Refusal};
use crate::roster::text::{self, fold, is_blank};
use crate::roster::worker::{Kpj, Nik};
use crate::sheet::read::Value;

/// A number of a person as a text, where there is one, and what is doubtful about it.
pub type Read = (Option<String>, Option<Doubt>);

/// A NIK. What a spreadsheet holds as a number has lost its last digit (it keeps 15), even where the sixteenth happens to
/// be a zero: nobody can tell.
pub fn nik(value: &Value) -> Result<Read, Refusal> {
    let own = match value {
        Value::Empty => return Ok((None, Some(Doubt::NikMissing))),
        Value::Number(_) | Value::Day(_) | Value::Bool(_) => return Err(Refusal::NikNumber),
        Value::Fault(sign) => return Err(Refusal::Fault(sign)),
        Value::Text(own) => own.trim(),
    };
    if own.contains('*') {
        return Err(Refusal::NikMasked);
    }
    if is_blank(own) {
        return Ok((None, Some(Doubt::NikMissing)));
    }
    if is_exponent(own) {
        return Err(Refusal::NikExponent);
    }
    let digits = text::parted_digits(&fold(own)).ok_or(Refusal::NikSigns)?;
    match digits.len() {
        16 => {
            let doubt = (!Nik::new(&digits).is_well_formed()).then_some(Doubt::NikPlaceholder);
            Ok((Some(digits), doubt))
        }
        many => Err(Refusal::NikDigits(many)),
    }
}

/// Whether a text is a number as spreadsheets shorten it: `3.2E+15`, `9,67101E+15`.
fn is_exponent(text: &str) -> bool {
    let Some((number, power)) = text.split_once(['E', 'e']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    number.split(['.', ',']).all(digits) && digits(power.trim_start_matches(['+', '-']))
}

/// A KPJ. Its eleven digits are few enough for a number to hold them all.
pub fn kpj(value: &Value) -> Read {
    let Some(own) = plain(value) else { return (None, None) };
    let own = text::parted_digits(&fold(&own)).unwrap_or(own);
    let doubt = (!Kpj::new(&own).is_well_formed()).then_some(Doubt::KpjDigits);
    (Some(own), doubt)
}

/// A telephone number as it is written. As a number it has lost the zero at its start: mobile numbers go on with an 8.
pub fn phone(value: &Value) -> Read {
    let is_number = matches!(value, Value::Number(_));
    match plain(value) {
        Some(own) if is_number && own.starts_with('8') && (9..=12).contains(&own.len()) => {
            (Some(format!("0{own}")), Some(Doubt::PhoneZero))
        }
        own => (own, None),
    }
}

/// A cell as a text: what is blank is nothing.
pub fn plain(value: &Value) -> Option<String> {
    let own = match value {
        Value::Text(own) => own.trim().to_owned(),
        Value::Number(number) if number.fract() == 0.0 => format!("{number:.0}"),
        Value::Number(number) => number.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Bool(answer) => answer.to_string(),
        Value::Empty | Value::Fault(_) => return None,
    };
    (!is_blank(&own)).then_some(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    #[test]
    fn a_nik_is_taken_digit_by_digit_or_not_at_all() {
        let whole = || Ok((Some("9671004203810001".to_owned()), None));
        for (value, read) in [
            (text("9671004203810001"), whole()),
            (text(" 9671004203810001 "), whole()),
            (text("'9671004203810001"), whole()),
            (text("96.71.00.420381.0001"), whole()),
            (text("967100 420381 0001"), whole()),
            (text("9671-0042-0381-0001"), whole()),
            (text("9671004203810001\u{a0}"), whole()),
            (Value::Number(9_671_004_203_810_001.0), Err(Refusal::NikNumber)),
            (Value::Number(9.0), Err(Refusal::NikNumber)),
            (text("9,671E+15"), Err(Refusal::NikExponent)),
            (text("3.2E+15"), Err(Refusal::NikExponent)),
            (text("967100420381000"), Err(Refusal::NikDigits(15))),
            (text("96710042038100011"), Err(Refusal::NikDigits(17))),
            (text("967100420381000O"), Err(Refusal::NikSigns)),
            (text("belum ada"), Err(Refusal::NikSigns)),
            (text("************0001"), Err(Refusal::NikMasked)),
            (Value::Fault("#REF!"), Err(Refusal::Fault("#REF!"))),
            (text(""), Ok((None, Some(Doubt::NikMissing)))),
            (text("-"), Ok((None, Some(Doubt::NikMissing)))),
            (Value::Empty, Ok((None, Some(Doubt::NikMissing)))),
            (text("0000000000000000"), Ok((Some("0".repeat(16)), Some(Doubt::NikPlaceholder)))),
        ] {
            assert_eq!(nik(&value), read, "{value:?}");
        }
    }

    #[test]
    fn shorter_numbers_survive_a_spreadsheet_and_say_what_was_put_back() {
        for (value, read) in [
            (Value::Number(24_012_345_678.0), (Some("24012345678"), None)),
            (text("24-0123-45678"), (Some("24012345678"), None)),
            (Value::Number(2_401.0), (Some("2401"), Some(Doubt::KpjDigits))),
            (text("dalam proses"), (Some("dalam proses"), Some(Doubt::KpjDigits))),
            (text("-"), (None, None)),
        ] {
            assert_eq!(kpj(&value), (read.0.map(str::to_owned), read.1), "{value:?}");
        }
        for (value, read) in [
            (Value::Number(81_234_567_890.0), (Some("081234567890"), Some(Doubt::PhoneZero))),
            (text("0812-3456-7890"), (Some("0812-3456-7890"), None)),
            (text("+6281234567890"), (Some("+6281234567890"), None)),
            (Value::Number(951_321_456.0), (Some("951321456"), None)),
        ] {
            assert_eq!(phone(&value), (read.0.map(str::to_owned), read.1), "{value:?}");
        }
    }
}
