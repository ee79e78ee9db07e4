//! What a text is that is no JSON, told by its beginning: each is called what it is, so that its remedy can be named.

/// A text of another kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Alien {
    /// A page of the web.
    Html,
    /// Another document in angle brackets.
    Xml,
    /// A table, its cells parted by commas, semicolons, tabs or bars.
    Csv,
    /// Names and values with colons and dashes.
    Yaml,
    /// A word processor's text.
    Rtf,
    /// JSON behind comments.
    Comments,
}

/// So many bytes of a text that begins like no roster are looked at.
pub const TOLD_BY: usize = 4_000;

/// What the beginning of a text is, if it is none of JSON.
pub fn alien(head: &str) -> Option<Alien> {
    // No more than was waited for: else the answer would hang on how much more had come.
    let head: String = head.chars().take(TOLD_BY / 4).collect();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let lower: String = head.chars().take(200).collect::<String>().to_ascii_lowercase();
    if lower.starts_with('<') {
        let page = ["<!doctype html", "<html", "<head", "<body", "<script", "<meta"];
        return Some(if page.iter().any(|tag| lower.starts_with(tag)) { Alien::Html } else { Alien::Xml });
    }
    if lower.starts_with("{\\rtf") {
        return Some(Alien::Rtf);
    }
    if is_comment(&lower) {
        return Some(Alien::Comments);
    }
    // What closes is the end of an answer whose beginning is missing: a database without a programme gives one.
    if lower.starts_with(['{', '[', '}', ']']) {
        return None;
    }
    let line = head.lines().next().unwrap_or("");
    if line.starts_with("---") || line.starts_with("schema:") || line.starts_with("program:") {
        return Some(Alien::Yaml);
    }
    line.contains([',', ';', '\t', '|']).then_some(Alien::Csv)
}

/// Whether a comment begins here.
pub fn is_comment(text: &str) -> bool {
    text.starts_with("//") || text.starts_with("/*") || text.starts_with('#')
}
