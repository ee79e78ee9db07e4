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
    case("2j", &["> Mar", "running total"], &[]);
    case("2jk", &["running total"], &["> Mar"]);
    case("2G", &["protected in 2023", ">unknown"], &["running total"]);
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
    case("2j ", &["◆Mar", "Filter  enrolled:2024-03", "10,900 of 17,640", "Apr"], &[]);
    case("2jj<enter>", &["4 Workers", "Filter  enrolled:2024-04", "700 of 17,640"], &[]);
    case("2Gk ", &[">◆Sorong Kepulauan", "Filter  district:\"Sorong Kepulauan\"", "Malaimsimsa"], &[]);
}

#[test]
fn picking_in_the_facets() {
    case("f", &["Facets 5 of 9 lists 4›", "> Market traders", "6,648", "65+"], &["17 of"]);
    case("f ", &[">◆Market traders", "Group (all 17,640)", "Motorcycle-taxi riders ███▋     4,020"], &[]);
    case("f j ", &["group:pedagang_pasar,tukang_ojek", "10,668 of 17,640", "◆Market traders"], &[]);
    case("fl ", &["◆proposed", "Filter  status:proposed", "1,218 of 17,640"], &[]);
    case("f<tab><tab><tab>j ", &["◆verified", "1,390 of 17,640"], &[]);
    case("fljjj<tab>jj ", &["◆30–39", "Filter  age:30..39", "4,975 of 17,640"], &[]);
    case("fll ", &["Facets 3 of 9 lists ‹3 3›", ">◆Sorong Manoi"], &[]);
    case("f <backspace>", &["Filter  none", "> Market traders"], &["◆"]);
    case("f <backspace>u", &[">◆Market traders"], &[]);
    case("f <esc>", &["Filter  group:pedagang_pasar", "All groups"], &["Facets"]);
    case("f<enter>", &["4 Workers", "6,648 of 17,640"], &["Facets"]);
    case("f/status:act<enter>", &["Facets", "14,212 of 17,640", "Status"], &[]);
}

#[test]
fn completing_what_is_typed() {
    case("/ojek", &["group: Motorcycle-taxi riders", "4,020"], &[]);
    case("/ojek<tab>", &["/ group:tukang_ojek", "4,020 of 17,640"], &[]);
    case("/distri<tab>", &["/ district:", "> district:", "17,640 of 17,640"], &[]);
    case("/villag<tab><tab>", &["/ village:", "── village:"], &[]);
    case(
        "/status:active district:s",
        &[
            "── district:",
            "counted under status:active",
            "Sorong Timur",
            "still shown: status:active",
            "14,212 of 17,640",
        ],
        &["Klaurung", "^ "],
    );
    case("/district:s<tab><tab>", &[">\u{20}Sorong", "of 17,640"], &["still shown"]);
    case("/district:s<tab><tab><tab><tab><tab><tab><tab>", &["district:\"Sorong"], &[]);
    case("/zz<enter><backspace>/<up>", &["/ zz"], &[]);
    case("/zz<enter><backspace>/yy<enter><backspace>/<up><up><down>", &["/ yy"], &[]);
    case("/zz<enter><backspace>/ab<up><down>", &["/ ab"], &[]);
    case("/zz<enter>/y<enter>", &["Filter  zz y"], &[]);
}

#[test]
fn the_table_of_workers() {
    case("4s", &["Sort by", "> Name", "order of the file"], &[]);
    case("4s<enter>g", &["Name ↑", "> Abdul"], &["Sort by"]);
    case("4s<enter>S", &["Name ↓"], &["Name ↑"]);
    case("4s<enter>sj<enter>", &["Group ↑", "Name ↑"], &[]);
    case("4S<esc>", &["Name ↑"], &[]);
    case("4s<enter>u", &["Name "], &["Name ↑"]);
    case("4jjs<enter>", &["> Agustina Naa"], &[]);
    case("4y", &["1 sent to your terminal's clipboard"], &[]);
    case("4Y", &["more than a terminal's clipboard takes"], &[]);
    case("4/yustinus antoh<enter>Y", &["3 sent to your terminal's clipboard"], &[]);
    case("4vvY", &["2 sent to your terminal's clipboard"], &[]);
    case("3y", &["there is no row to copy here"], &[]);
    case(
        "4/yust<enter>e",
        &["Export", "◆csv", "lindungi-2024-08-30.csv", "190 workers", "NIK, KPJ and phone masked"],
        &[],
    );
    case("4ve<tab>", &["◆xlsx", "lindungi-2024-08-30.xlsx", "1 marked workers"], &[]);
    case("pye", &["with NIK, KPJ, phone and birth date in full"], &[]);
    case("4e<esc>", &["1–16"], &["Export"]);
    case("4v", &["1 marked", "*"], &[]);
    case("4vv/zzzz<enter><backspace>", &["2 marked"], &[]);
    case("4/agus<enter>n", &["> Agustinus Renyaan"], &[]);
    case("4/agus<enter>N", &["353 of 17,640", "> Agus"], &["> Agustina Naa"]);
    case("4n", &["no other name shows a word of the filter"], &[]);
    case("4G", &["17,625–17,640"], &[]);
}

#[test]
fn every_command_by_its_words() {
    case(":", &["Commands", "filter", "facets"], &[]);
    case(":baha", &["> L", "language"], &["read again"]);
    case(":langu<enter>", &["14.212 dari 19.336 aktif"], &["Commands"]);
    case(":zzz", &["No command has these words."], &[]);
    case(":<esc>", &["All groups"], &["Commands"]);
    case(":quit this<esc>", &["All groups"], &[]);
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
    case("?", &["Help 23 actions", "On this tab"], &["> Market traders"]);
    case("?<esc>", &["> Market traders"], &["On this tab"]);
    case(" <esc><esc>", &["Filter  group:pedagang_pasar"], &[]);
}

#[test]
fn languages() {
    case("L", &["14.212 dari 19.336 aktif", "73,5%", "> Pedagang pasar"], &[]);
    case("LL", &["14,212 of 19,336 active"], &[]);
}
