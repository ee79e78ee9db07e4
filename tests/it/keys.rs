//! Keys as cases of one line: from what, which keys, and what the screen then says.

use crate::screens::{app, drawn, lines, press};
use lindungi::lang::Lang;

/// Presses keys on the demonstration roster at 80×24 and asks for what must, and what must not, be on the screen.
fn case(keys: &str, shows: &[&str], hides: &[&str]) {
    let mut app = app("sorong-2024.json", Lang::En, 80, 24);
    press(&mut app, keys);
    let screen = lines(&drawn(&app));
    for text in shows {
        assert!(screen.contains(text), "after {keys:?} «{text}» is missing from\n{screen}");
    }
    for text in hides {
        assert!(!screen.contains(text), "after {keys:?} «{text}» still stands in\n{screen}");
    }
}

#[test]
fn moving() {
    case("", &[">\u{20}Market traders", "1,720 to go"], &[]);
    case("j", &["> Motorcycle-taxi riders", "── Motorcycle-taxi riders"], &["> Market traders"]);
    case("G", &["> Street vendors"], &[]);
    case("Gg", &["> Market traders"], &[]);
    case("k", &["> Market traders"], &[]);
    case("3j", &["> the whole target"], &[]);
    case("4jj", &["> Agustina Naa"], &[]);
    case("4<end>", &["17,625–17,640"], &[]);
    case("5j", &["> ■    5  NIK is not 16 digits"], &[]);
    case("2j", &["protected in 2023"], &["running total"]);
    case("<tab>", &["running total"], &[]);
    case("[", &["37 errors"], &[]);
    case("4l", &["‹1"], &[]);
}

#[test]
fn choosing() {
    case(" ", &["◆Market traders", "Filter  group:pedagang_pasar", "5,480 of 7,200 active"], &[]);
    case(" j ", &["group:pedagang_pasar,tukang_ojek", "8,748 of 11,500 active"], &[]);
    case("  ", &["Filter  none"], &["◆"]);
    case("<enter>", &["4 Workers", "Filter  group:pedagang_pasar", "6,648 of 17,640"], &[]);
    case("5<enter>", &["finding:nik-missing", "6 of 17,640"], &[]);
    case(" <backspace>", &["Filter  none"], &[]);
    case(" <backspace>u", &["Filter  group:pedagang_pasar"], &[]);
    case("u", &["nothing to undo"], &[]);
}

#[test]
fn typing_a_filter() {
    case("/status:active", &["14,212 of 17,640", "enter keep"], &[]);
    case("/status:active<enter>", &["Filter  status:active", "/ filter"], &["enter keep"]);
    case("/status:active<esc>", &["Filter  status:active"], &[]);
    case("/status:active distrct:x<enter>", &["^ no field distrct; nearest: district (column 15)"], &["Filter  "]);
    case("/status:active distrct:man<tab>", &["status:active district:man"], &["^ no field"]);
    case("/q<enter>", &["Filter  q"], &[]);
    case("4jj/zzzz<backspace><backspace><backspace><backspace><enter>", &["> Agustina Naa"], &[]);
}

#[test]
fn opening_and_leaving() {
    case("4<enter>", &["Yanti Indrawati 1 of 17,640", "************0682"], &[]);
    case("4<enter>j", &["Markus Renyaan 2 of 17,640"], &[]);
    case("4<enter><esc>", &["> Yanti Indrawati"], &["1 of 17,640 ─"]);
    case("4<enter>p", &["Show personal numbers whole", "************0682"], &[]);
    case("4<enter>px", &["************0682"], &["Show personal numbers"]);
    case("4<enter>py", &[], &["****"]);
    case("4<enter>pyp", &["************0682"], &[]);
    case("?", &["Help 15 actions", "On this tab"], &["> Market traders"]);
    case("?<esc>", &["> Market traders"], &["On this tab"]);
    case(" <esc><esc>", &["Filter  group:pedagang_pasar"], &[]);
}

#[test]
fn languages() {
    case("L", &["14.212 dari 19.336 aktif", "73,5%", "> Pedagang pasar"], &[]);
    case("LL", &["14,212 of 19,336 active"], &[]);
}
