//! Keys as cases of one line: from what, which keys, and what the screen then says.

use crate::screens::roster;
use crate::stage::{Pace, Stage, drawn, lines, start};
use crate::support::fixture_text;
use crossterm::event::{KeyCode, KeyModifiers};
use lindungi::capabilities::Capabilities;
use lindungi::lang::Lang;
use lindungi::tui::msg::{Effect, Msg};
use lindungi::tui::state::app::Start;
use lindungi::views::{Change, View, Views};
use serde_json::Value;

/// Presses keys on the demonstration roster at 80×24 and asks for what must, and what must not, be on the screen.
fn case(keys: &str, shows: &[&str], hides: &[&str]) {
    for pace in [Pace::AtOnce, Pace::Overtaking] {
        let mut app = Stage::of(roster("sorong-2024.json"), start(Lang::En), pace, (80, 24));
        app.press(keys);
        holds(keys, &lines(&drawn(&app)), shows, hides);
    }
}

fn holds(keys: &str, screen: &str, shows: &[&str], hides: &[&str]) {
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
    case("3j", &["> and the verified"], &[]);
    case("3jj", &["> the whole target"], &[]);
    case("3jjjj", &[">Mar", "Payments  ▼ 3 more"], &[]);
    case("3G", &[">26 claims"], &[]);
    case("4jj", &["> Agustina Naa"], &[]);
    case("4<end>", &["17,625–17,640"], &[]);
    case("5j", &["> ■    5  NIK is not 16 digits"], &["of the whole list"]);
    case("/group:nelayan<enter>5", &["of the whole list · ", "37 errors"], &[]);
    case("2j", &["> Mar", "running total"], &[]);
    case("2jk", &["running total"], &["> Mar"]);
    case("2G", &["protected in 2023", ">unknown"], &["running total"]);
    case("<tab>", &["running total"], &[]);
    case("[", &["37 errors"], &[]);
    case("4l", &["‹1"], &[]);
}

#[test]
fn habits_of_other_programs() {
    case("4:100<enter>", &["85–100"], &[]);
    case("4:0<enter>", &["1–16"], &[]);
    case("4:99999999999999999999<enter>", &["17,625–17,640"], &[]);
    case("4:99999<enter>", &["17,625–17,640"], &[]);
    case(":3<enter>", &["> Honorary staff"], &[]);
    case("4$", &["‹"], &["8›"]);
    case("4$0", &["8›"], &["‹"]);
    case("F", &["Facets"], &[]);
    case(".", &["nothing was done yet that can be repeated"], &[]);
    case(" j.", &["group:pedagang_pasar,tukang_ojek"], &[]);
    case("4lw.", &["nothing was done yet that can be repeated", "14,212         14,212"], &["◆"]);
    case("4:20<enter>.", &["> "], &[]);
    case("3<enter> ", &["How"], &[]);
    case("wq", &["1 Groups"], &["WHAT IF"]);
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
    case("f j<up> ", &["Filter  none"], &["◆"]);
    case("f jj<up> ", &["group:pedagang_pasar,tukang_ojek"], &[]);
    case("fl ", &["◆proposed", "Filter  status:proposed", "1,218 of 17,640"], &[]);
    case("f<tab><tab><tab>j ", &["◆verified", "1,390 of 17,640"], &[]);
    case("fljjj<tab>jj ", &["◆30–39", "Filter  age:30..39", "4,975 of 17,640"], &[]);
    case("fll ", &["Facets 3 of 9 lists ‹3 3›", ">◆Sorong Manoi"], &[]);
    case("f <backspace>", &["Filter  none", "> Market traders"], &["◆"]);
    case("f <backspace>u", &[">◆Market traders"], &[]);
    case("f <esc>", &["Filter  group:pedagang_pasar", "   Filtered"], &["Facets"]);
    case("f<enter>", &["4 Workers", "6,648 of 17,640"], &["Facets"]);
    case(&format!("f{}<esc>", "j".repeat(99)), &["> Market traders"], &["Facets"]);
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
    case("/zz<enter><backspace>/<down>", &[], &["/ zz"]);
    case("/zz<enter>/y<enter>", &["Filter  zz y"], &[]);
}

#[test]
fn the_table_of_workers() {
    case("4s", &["Sort by", "> Name", "order of the file"], &[]);
    case("4sG", &["> order of the file"], &[]);
    case("4sGj", &["> Name"], &["> order of the file"]);
    case("4s<enter>g", &["Name ↑", "> Abdul"], &["Sort by"]);
    case("4s<enter>S", &["Name ↓"], &["Name ↑"]);
    case("4s<enter>sj<enter>", &["Group ↑", "Name ↑"], &[]);
    case("4S<esc>", &["Name ↑"], &[]);
    case("4s<enter>u", &["Name "], &["Name ↑"]);
    case("4jjs<enter>", &["> Abdul Karim"], &["> Agustina Naa"]);
    case("4jjs<enter>jjS", &["Name ↓", "1–16"], &["> Abdul"]);
    case("4jjs<enter>u", &["> Abdul Karim"], &["Name ↑"]);
    case("4y", &["1 sent to your terminal's clipboard"], &[]);
    case("4Y", &["▲ nothing is selected: / filters, v marks, e exports all"], &["sent to"]);
    case("4/zzzz<enter>Y", &["▲ nobody passes the filter who could be copied"], &["sent to"]);
    case("4/yustinus antoh<enter>Y", &["3 sent to your terminal's clipboard"], &[]);
    case("4vvY", &["2 sent to your terminal's clipboard"], &[]);
    case("3y", &["there is no row to copy here"], &[]);
    case(
        "4/yust<enter>e",
        &["Export", "◆Excel (.xlsx)", "lindungi-search-2024-08-30.xlsx", "190 workers", "NIK, KPJ and phone masked"],
        &[],
    );
    case("4ve<tab>", &["◆CSV (.csv)", "lindungi-marked-2024-08-30.csv", "1 marked worker"], &["workers written"]);
    case("pye", &["with NIK, KPJ, phone and birth date in full"], &[]);
    case("4e<esc>", &["1–16"], &["Export"]);
    case("4v", &["1 marked", "*"], &[]);
    case("4vv/zzzz<enter><backspace>", &["2 marked"], &[]);
    case("4/agus<enter>n", &["> Agustinus Renyaan"], &[]);
    case("4/agus<enter>N", &["353 of 17,640", "> Agus"], &["> Agustina Naa", "no other name"]);
    case("4N", &["no other name shows a word of the filter"], &[]);
    case("4n", &["no other name shows a word of the filter"], &[]);
    case("4G", &["17,625–17,640"], &[]);
}

#[test]
fn every_command_by_its_words() {
    case(":", &["Commands", "filter", "facets"], &[]);
    case(":baha", &["> L", "language"], &["read again"]);
    case(":langu<enter>", &["14.212 dari 19.336 aktif"], &["Commands"]);
    case(":zzz", &["No command has these words."], &[]);
    // What is typed begins a new list, at its first line.
    case(":<down><down><down>fi", &["> /", "filter"], &["> Backspace"]);
    case(":fi<down>l", &["> /", "clear filter"], &["> Backspace"]);
    case("?<down><down><down><down><down><down><down><down><down><down>fi", &["> g G Home End"], &[]);
    case(":<esc>", &["All groups"], &["Commands"]);
    case(":quit this<esc>", &["All groups"], &[]);
}

#[test]
fn a_word_of_a_command_is_meant_before_one_in_whose_middle_it_stands() {
    kasus(":andai", &["> w"], &["> v"]);
    kasus(":andai<enter>", &["Tambahan (APBD-P)"], &["bertanda"]);
    kasus("?andai", &["> w"], &["> v"]);
    kasus(":tandai", &["> v"], &["> w"]);
    case(":sort", &["> s"], &["> S"]);
    case(":copy all", &["> Y"], &["> y"]);
    // The name of a key is no word of what it does.
    case(":back", &[], &["Backspace"]);
    case(":backspace", &["> Backspace"], &[]);
}

#[test]
fn the_list_of_commands_knows_the_words_of_the_key_bar_of_settings_and_of_the_dialogue_in_lines() {
    for (word, key) in [
        ("paparan", "P"),
        ("perubahan", "D"),
        ("saring", "/"),
        ("muat", "r"),
        ("ulangi", "."),
        ("samarkan", "p"),
        ("anggaran", "3"),
        ("orang", "4"),
        ("gambar-ulang", "^l"),
    ] {
        kasus(&format!(":{word}"), &[&format!("> {key} ")], &[]);
    }
    for (word, key) in [
        ("changes", "D"),
        ("since", "D"),
        ("reload", "r"),
        ("repeat", "."),
        ("whatif", "w"),
        ("flip-sort", "S"),
        ("copy-all", "Y"),
        ("draw again", "^l"),
    ] {
        case(&format!(":{word}"), &[&format!("> {key} ")], &[]);
    }
    // No action of the dashboard writes the page.
    case(":report", &["No command has these words."], &[]);
}

#[test]
fn the_screen_is_drawn_again_from_the_list_of_commands_too() {
    let mut app = Stage::of(roster("sorong-2024.json"), start(Lang::En), Pace::AtOnce, (80, 24));
    assert!(app.press(":draw again<enter>").iter().any(|effect| matches!(effect, Effect::Redraw)));
}

#[test]
fn typing_a_filter() {
    case("/status:active", &["14,212 of 17,640", "enter keep"], &[]);
    case("/status:active<enter>", &["Filter  status:active", "/ filter"], &["enter keep"]);
    case("/status:active<esc>", &["Filter  none", "All groups"], &["enter keep"]);
    case("/status:active<enter>/ age:20..30<esc>", &["Filter  status:active ", "14,212 of 17,640"], &["age"]);
    case("/status:active<enter>/<backspace><backspace>grace distrct:x<esc>", &["Filter  status:active "], &["^"]);
    case("/status:grace<enter>/ group:fishers<esc>u", &["Filter  none"], &[]);
    case("/status:active distrct:x<enter>", &["^ no field distrct; nearest: district (column 15)"], &["Filter  "]);
    // A mistake is told while another word is completed; a word that is not whole yet is none.
    case("/distrct:x dist", &["^ no field distrct", "District"], &[]);
    case("/district:", &["Sorong Manoi ██"], &["   ^"]);
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
    case("4<enter>py", &["Born        6 Aug 1970", "p mask"], &["****", "p reveal"]);
    case("4<enter>", &["p reveal"], &["Born"]);
    case("4<enter>Lpy", &["6 Agu 1970", "p samarkan"], &["****"]);
    case("4<enter>pyp", &["************0682"], &[]);
    case("?", &["Help 32 actions", "On this tab", "▼ 28 more · fields of the filter"], &["> Market traders"]);
    case("?<esc>", &["> Market traders"], &["On this tab"]);
    case(" <esc><esc>", &["Filter  group:pedagang_pasar"], &[]);
}

#[test]
fn figures_explain_themselves() {
    case("3<enter>", &["How it is counted: the active", "934,708,000 / 238,761,600 = 3.91, cut"], &["Left pays for"]);
    case("3<enter>j", &["and the verified", "15,602 × 16,800 = 262,113,600"], &[]);
    case("3<enter><enter>", &["Left pays for"], &["How it is counted"]);
    case("3jjjjjj<enter>", &["12,106 × 16,800 = 203,380,800", "203,397,600 − 203,380,800 = +16,800"], &[]);
    case("3G<enter>", &["26 claims, Rp464,214,500", "no money of this budget"], &[]);
    case("2<enter>", &["14,212 / 19,336 = 0.7350 = 73.50%", "5,124 × 90 / 2,592 = 178 days"], &["running total"]);
    case("2<enter>jj<esc>", &["running total", "enter explain"], &["> Mar", "space pick"]);
    case("2", &["enter explain", "w what if"], &["space pick"]);
    case("2j", &["enter open", "space pick"], &["enter explain"]);
    case("2/status:active<enter><enter>", &["How it is counted"], &["19,336 ="]);
}

#[test]
fn what_if() {
    case("w", &["WHAT IF", "Paid to Nov 2024, 14,212 workers. Dec 2024 lacks Rp20,338,400."], &["All groups"]);
    case("w<esc>", &["All groups"], &["WHAT IF"]);
    case("w50jt<enter>", &["50,000,000", "◆ from Sep 2024", "Over on 31 Dec: Rp29,661,600."], &[]);
    case("w50jt<esc>", &["‹ 0 ›", "lacks Rp20,338,400"], &["50,000,000"]);
    case("w50jt<enter><backspace>", &["‹ 0 ›", "lacks Rp20,338,400"], &[]);
    case("wRp1,5 miliar<enter>", &["1,500,000,000"], &[]);
    case("wlll", &["‹ 30,000,000 ›"], &[]);
    case("whhh", &["‹ 0 ›"], &[]);
    case("w1.5 miliar<enter>]", &["1,500,000,000", "◆ from Oct 2024"], &[]);
    case("w=", &["= 20,338,400", "Exactly used up on 31 Dec.", "enter keep"], &["lacks"]);
    case("wj=", &["= 13,909", "Over on 31 Dec: Rp23,200."], &[]);
    case("wj=<enter>", &["‹ 13,909 ›", "Over on 31 Dec: Rp23,200."], &["= 13,909"]);
    case("wj19336<enter>", &["19,336", "Paid to Oct 2024, 19,336 workers. Nov 2024 lacks Rp39,826,400."], &[]);
    case("wjjjj8.400<enter>", &["8,400"], &["lacks"]);
    case("wjjj20<enter>", &["◆ 14,252 people"], &[]);
    case("wjjjjjl", &["‹ Oct 2024 ›", "Oct to Dec 2024"], &[]);
    case("wjjjjjlhhh", &["‹ Sep 2024 ›", "Sep to Dec 2024"], &[]);
    case("wjjjjjj=", &["= 3", "Over on 30 Nov: Rp218,423,200."], &[]);
    case("w2.2<enter>", &["2.2", "rupiah and people are whole ^", "lacks Rp20,338,400"], &[]);
    case("wj19336", &["19336", "Nov 2024 lacks Rp39,826,400.", "enter keep"], &[]);
    case("wj19336<esc>", &["‹ 14,212 ›", "Dec 2024 lacks Rp20,338,400."], &[]);
    case("w2.2<enter><esc>", &["‹ 0 ›"], &["^"]);
    case("wy", &["1 sent to your terminal's clipboard"], &[]);
    // Nothing of it reaches another screen.
    case("w900jt<enter>jj500<enter><esc>3", &["934,708,000 left", "3.91"], &["900,000,000"]);
}

#[test]
fn what_changed() {
    case("D", &["Compare with", "matched by NIK, KPJ, id"], &["All groups"]);
    case("D<down><down><up><esc>", &["> Market traders"], &["Compare with"]);
    case("D<down><esc>", &["> Market traders"], &["Compare with"]);
    case("Dold.jsonq<esc>", &["All groups"], &["Compare with"]);
    case("Dfixtures/small<tab>", &["fixtures/small-city", "small-city-may.json", "small-city.json"], &[]);
    case("Dfixtures/small<tab><tab>x", &["fixtures/small-city-may.jsonx"], &[]);
    case("Dfixtures/small<tab><backtab>x", &["fixtures/small-city.jsonx"], &[]);
    let compared = |keys: &str, shows: &[&str], hides: &[&str]| {
        for pace in [Pace::AtOnce, Pace::Overtaking] {
            let mut app = Stage::of(roster("small-city.json"), start(Lang::En), pace, (80, 24));
            app.since(roster("small-city-may.json"));
            app.press(keys);
            holds(keys, &lines(&drawn(&app)), shows, hides);
        }
    };
    // While the older file is read and paired, the view can be left like any other.
    let mut waiting = Stage::of(roster("small-city.json"), start(Lang::En), Pace::Late, (80, 24));
    waiting.older = Some(roster("small-city-may.json"));
    waiting.press("Dmay.json<enter>");
    holds("Dmay.json<enter>", &lines(&drawn(&waiting)), &["reading may.json to compare"], &["All groups"]);
    waiting.press("<esc>");
    holds("<esc>", &lines(&drawn(&waiting)), &["All groups"], &[]);
    compared("", &["42 of 80 active", "+1", "−580,200", "−1.38 months", "since 31 May"], &[]);
    compared("D", &["Since 31 May 2024", "> joined", "+4", "left the list", "−1", "also changed: payments"], &[]);
    compared("Djjj", &["> end of protection changed"], &[]);
    compared("DjjD<esc>", &["> moved to another group"], &[]);
    compared("Djjjl", &["> ▒ active → grace"], &[]);
    compared("Djjjlh", &["> left the list"], &[]);
    compared("Dj<enter>", &["left the list 1–1 of 1", "> Yosina Kalami", "****0900"], &["joined"]);
    compared("Dj<enter><esc>", &["> left the list"], &["Yosina"]);
    compared("Dj<enter><esc><esc>", &["All groups"], &["Since 31 May"]);
    compared("Dj<enter>py", &["9271001505700900"], &["****0900"]);
    compared("Dl<enter>", &["verified → active 1–1 of 1", "○ verified → ● active"], &[]);
    compared("Dlh", &["> joined"], &[]);
    // Beside the last line of the longer half stands the last of the shorter; beyond either there is nothing.
    compared("Dll", &["> ● verified → active"], &[]);
    compared("Dhh", &["> joined"], &[]);
    compared("Djj<enter>", &["moved to another group", "Motorcycle-taxi"], &[]);
    compared("Djjj<enter>", &["end of protection changed", "31 May 2024 → 30 Jun 2024"], &[]);
    compared("D<enter><enter>", &["4 Workers", "of 61 ─"], &["joined"]);
    compared("D/group:nelayan<enter>", &["Since 31 May 2024", "Filter  group:nelayan"], &[]);
    compared("D<enter>/zzzz<enter>", &["now among them ─", "No worker matches"], &["1–0"]);
    compared("D/group:nelayan<enter>", &["money and months: everybody's,"], &[]);
    compared("D", &["Since 31 May 2024", "also changed"], &["everybody's"]);
    compared("Dy", &["1 sent to your terminal's clipboard"], &[]);
    compared("D<enter>Y", &["4 sent to your terminal's clipboard"], &[]);
    compared("D<enter>e", &["Export", "4 changes", "lindungi-changes-joined-2024-06-30.xlsx"], &[]);
    compared("DD", &["Compare with"], &["Since 31 May 2024"]);
    compared("DjD<esc>", &["Since 31 May 2024", "> left the list"], &["Compare with"]);
    // Nothing is done to the tab behind it.
    compared("DsSv", &["> joined", "Filter  none"], &["Sort by", "marked"]);
    compared("Dj<enter>sSvlhV", &["> Yosina Kalami", "Filter  none"], &["Sort by", "marked"]);
    // The long key pages where it picks nothing, and b back.
    compared("D ", &["Filter  none"], &["> joined"]);
    compared("D bbb", &["> joined", "Filter  none"], &[]);
    compared("Dq", &["All groups"], &["Since 31 May 2024"]);
    compared("Dj<enter>q", &["All groups"], &["left the list"]);
    compared("Djjj<enter>j<enter><esc>", &["end of protection changed 1–", "→ 30 Jun 2024"], &["of 61 ─"]);
}

/// What a login may not do it does not do either when it is asked for from outside.
#[test]
fn only_who_may_suspend_is_stopped() {
    for (may, stops) in [(Capabilities::ALL, true), (Capabilities::GUEST, false)] {
        let start = Start { may, ..start(Lang::En) };
        let mut app = Stage::of(roster("twelve.json"), start, Pace::AtOnce, (80, 24));
        let asked = app.update(Msg::Stop);
        assert_eq!(matches!(asked[..], [Effect::Suspend]), stops);
        assert!(stops || asked.is_empty());
    }
}

/// Who holds the key down comes back with as many presses as there are columns.
#[test]
fn the_columns_of_the_groups_end_with_the_last() {
    let after = |keys: &str| {
        let mut app = Stage::of(roster("sorong-2024.json"), start(Lang::En), Pace::AtOnce, (50, 20));
        app.press(keys);
        lines(&drawn(&app))
    };
    assert_ne!(after("llllllllllll"), after(""));
    assert_eq!(after("llllllllllllhhhhhh"), after(""));
}

#[test]
fn languages() {
    case("L", &["14.212 dari 19.336 aktif", "73,5%", "> Pedagang pasar"], &[]);
    case("LL", &["14,212 of 19,336 active"], &[]);
}

/// The same in Indonesian.
fn kasus(keys: &str, shows: &[&str], hides: &[&str]) {
    let mut app = Stage::of(roster("sorong-2024.json"), start(Lang::Id), Pace::AtOnce, (80, 24));
    app.press(keys);
    holds(keys, &lines(&drawn(&app)), shows, hides);
}

#[test]
fn the_help_is_searched_and_no_letter_runs_anything() {
    case("?rev", &["? rev", "> p", "reveal or mask NIK", "Help 1 action ─"], &["read again", "On this tab"]);
    case("?q", &["? q", "> q ^c", "quit"], &["> Market traders"]);
    case("?bahasa<enter>", &["14.212 dari 19.336 aktif"], &["Help"]);
    case("?flip<down><enter>", &["Group ↑"], &["flip"]);
    case("?read<esc>", &["> Market traders"], &["? read"]);
    case("?kecamatan", &["> district:", "district:\"Sorong Timur\""], &["village:"]);
    case("?gender<enter>", &["/ sex:", "female", "male"], &["Help"]);
    case("?zzz", &["No command has these words."], &["> "]);
    case("?<down><down>", &[">g G Home End"], &[">j k"]);
    case("?<up>", &["> phone:", "phone:0812", "▲"], &[">j k"]);
    case("?<up><down>", &[">j k"], &["> phone:"]);
    case("?p", &["> p", "reveal or mask NIK"], &["Show personal numbers"]);
    kasus("?kecamatan", &["> distrik:", "distrik:\"Sorong Timur\""], &["kelurahan:"]);
    kasus("?urut<enter>", &["4 Pekerja", "urutan berkas"], &["Bantuan"]);
    kasus("?quit", &["> q ^c", "keluar"], &[]);
    for size in [(40, 10), (50, 20), (80, 24), (120, 40)] {
        let mut app = Stage::of(roster("small-city.json"), start(Lang::Id), Pace::AtOnce, size);
        app.press("?");
        // Every line of it can be reached, and each is whole.
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..60 {
            let screen = lines(&drawn(&app));
            let cursor = screen.lines().find(|line| line.contains('>')).unwrap_or_else(|| panic!("{size:?}\n{screen}"));
            assert!(size.0 < 80 || !screen.contains('…'), "{size:?}\n{screen}");
            seen.insert(cursor.to_owned());
            app.press("<down>");
        }
        assert!(seen.len() >= 26, "{size:?}: {seen:?}");
    }
}

#[test]
fn what_lies_over_a_tab_is_closed_by_q_and_the_program_is_left_from_a_tab() {
    for over in ["f", "w", "4s", "4<enter>", "3<enter>"] {
        let mut app = Stage::of(roster("small-city.json"), start(Lang::En), Pace::AtOnce, (80, 24));
        app.press(over);
        assert!(app.overlay().is_some());
        assert!(app.press("q").is_empty() && app.overlay().is_none(), "{over}q closes it");
        assert!(matches!(app.press("q")[..], [Effect::Quit(None)]), "{over}qq leaves");
    }
    for over in ["?", ":", "D", "e", "w", "f", "4s", "/", "3<enter>", "4p"] {
        let mut app = Stage::of(roster("small-city.json"), start(Lang::En), Pace::AtOnce, (80, 24));
        app.press(over);
        let before = lines(&drawn(&app));
        let ctrl = KeyModifiers::CONTROL;
        assert!(matches!(app.key(KeyCode::Char('l'), ctrl)[..], [Effect::Redraw]), "{over}^L draws anew");
        assert_eq!(lines(&drawn(&app)), before, "{over}^L changes nothing");
        assert!(matches!(app.key(KeyCode::Char('z'), ctrl)[..], [Effect::Suspend]), "{over}^Z stops");
        assert_eq!(lines(&drawn(&app)), before, "{over}^Z changes nothing");
        assert!(matches!(app.key(KeyCode::Char('c'), ctrl)[..], [Effect::Quit(None)]), "{over}^C leaves");
    }
}

#[test]
fn every_change_of_the_view_is_undone_one_by_one() {
    case("2u", &["> Market traders"], &["running total"]);
    case("24s<enter>u", &["4 Workers", "Name "], &["Name ↑"]);
    case("24s<enter>uu", &["running total"], &[]);
    case("24s<enter>uuu", &["> Market traders"], &[]);
    case("<enter>u", &["> Market traders", "Filter  none"], &[]);
    case("4/agus<enter>u", &["Filter  none", "1–16"], &[]);
    case("/agus<enter>/ x<esc>u", &["Filter  none"], &[]);
    case("2uu", &["nothing to undo"], &[]);
    case(" u", &["Filter  none", "space pick"], &["u undo", "backspace clear"]);
    case(" ", &["backspace clear"], &[]);
    kasus("2uu", &["tidak ada yang dibatalkan"], &[]);
}

#[test]
fn marks_are_taken_off_at_once() {
    case("4vvV", &["✓ 2 marks taken off"], &["2 marked"]);
    case("4vV", &["✓ 1 mark taken off"], &[]);
    case("4V", &["1–16"], &["✓"]);
    case("4v1:marks off<enter>", &["4 Workers", "✓ 1 mark taken off"], &["1 marked"]);
    kasus("4vvV", &["✓ 2 tanda dihapus"], &["2 ditandai"]);
}

#[test]
fn space_picks_the_value_of_the_first_column_in_the_table() {
    case("4 ", &["Filter  group:pedagang_pasar", "> Yanti Indrawati"], &[]);
    case("4  ", &["Filter  none"], &[]);
    case("4l ", &["Filter  status:active"], &[]);
    case("4ll ", &["Filter  district:\"Sorong Kota\""], &[]);
    case("4lll ", &["Filter  age:54"], &[]);
    case("4llll ", &["Filter  enrolled:2024-"], &[]);
    case("4llllll ", &["▲ this column holds nothing here that the filter picks", "Filter  none"], &[]);
    kasus("4llllll ", &["▲ kolom ini tidak berisi"], &[]);
}

#[test]
fn a_rule_without_workers_opens_nothing_and_offers_nothing() {
    let city = serde_json::from_str::<serde_json::Value>(&crate::support::fixture_text("twelve.json"));
    let mut city = city.unwrap();
    city["program"]["budget"] = serde_json::json!("1");
    let roster = crate::support::roster(city.to_string());
    for (lang, said, keys) in [
        (Lang::En, "▲ no worker stands behind this line", ["enter open", "space pick"]),
        (Lang::Id, "▲ tidak ada pekerja di balik baris ini", ["enter buka", "spasi pilih"]),
    ] {
        let mut app = Stage::of(roster.clone(), start(lang), Pace::AtOnce, (80, 24));
        app.press("5");
        let rules = roster.findings.rules().count();
        let place = roster.findings.rules().position(|rule| rule.code() == "budget-exceeded").unwrap();
        assert!(place < rules);
        (0..place).for_each(|_| drop(app.press("j")));
        holds("5", &lines(&drawn(&app)), &[], &keys);
        app.press("<enter>");
        holds("5<enter>", &lines(&drawn(&app)), &[said], &[]);
    }
}

#[test]
fn the_filter_begins_with_its_fields_and_with_the_filter_before() {
    case("/<tab>", &["group:       Group", "group:fishers", "▼"], &["/ group:"]);
    case("/<tab><tab><tab>", &["/ status:", "> status:"], &[]);
    case("/status:active <tab>", &["group:       Group", "/ status:active"], &[]);
    case("/<tab>z", &["/ z"], &["group:       Group"]);
    kasus("/<tab><tab>", &["/ kelompok:", "> kelompok:", "kelompok:nelayan"], &[]);
    kasus("/<tab><tab><tab><tab>", &["/ distrik:"], &[]);
    case("/aa<enter><backspace>/zz<enter>/<up>", &["/ aa"], &["/ zz"]);
    case("/aa<enter>/<up>x", &["/ aa x"], &[]);
}

/// A saved view of the workers' table.
fn view(name: &str, filter: &str) -> View {
    let (name, filter) = (name.to_owned(), filter.to_owned());
    View { name, filter, sort: String::new(), groups: String::new(), tab: 4 }
}

#[test]
fn the_list_of_commands_counts_what_is_below_and_knows_the_saved_views() {
    case(":", &["▼ "], &[]);
    case(":view a/b", &["No view is saved yet; save NAME saves what is shown."], &["No command"]);
    let mut views = Views::default();
    for name in ["lansia-ojek", "semua"] {
        let filter = if name == "semua" { "" } else { "age>=60 group:ojek" };
        views.change(Change::Set(view(name, filter)));
    }
    for (lang, found, there, refused) in [
        (Lang::En, "> view lansia-ojek", "> view …", "There is no view lansiaojek; there are: lansia-ojek, semua."),
        (
            Lang::Id,
            "> tampilan lansia-ojek",
            "> tampilan …",
            "Tidak ada tampilan lansiaojek; yang ada: lansia-ojek, semua.",
        ),
    ] {
        let start = Start { views: Ok(views.clone()), ..start(lang) };
        let mut app = Stage::of(roster("sorong-2024.json"), start, Pace::AtOnce, (80, 24));
        app.press(":view lansiaojek");
        holds("unknown", &lines(&drawn(&app)), &[refused], &[]);
        assert!(app.press("<enter>").is_empty() && app.overlay().is_some(), "it is refused, nothing is saved");
        app.press("<esc>:ansia");
        holds("found", &lines(&drawn(&app)), &[found], &["view semua", "tampilan semua"]);
        app.press("<enter>");
        holds("shown", &lines(&drawn(&app)), &["age>=60 group:ojek", "✓"], &[]);
        app.press(":<up><up>");
        let listed = [found.trim_start_matches("> "), &found.replace("> ", "").replace("lansia-ojek", "semua"), there];
        holds("listed", &lines(&drawn(&app)), &listed, &[]);
    }
}

/// The screen after keys, on a list with an older one beside it.
fn walked(size: (u16, u16), keys: &str) -> String {
    let mut app = Stage::of(roster("small-city.json"), start(Lang::En), Pace::AtOnce, size);
    app.since(roster("small-city-may.json"));
    app.press(keys);
    lines(&drawn(&app))
}

/// Each way that leads somewhere and back: two keys that do something, and after which all is as before.
#[test]
fn every_list_is_walked_by_the_same_keys_and_back() {
    const LINE: (&str, &str) = ("<down>", "<up>");
    const PAGE: (&str, &str) = ("<pgdn>", "<pgup>");
    const ENDS: (&str, &str) = ("<end>", "<home>");
    const SIDE: (&str, &str) = ("<right>", "<left>");
    for (front, ways) in [
        ("1", &[LINE, ENDS][..]),
        ("2j", &[LINE, ENDS]),
        ("3", &[LINE, ENDS]),
        ("4", &[LINE, PAGE, ENDS, SIDE]),
        ("5", &[LINE, PAGE, ENDS]),
        ("f", &[LINE, PAGE, ENDS, SIDE, ("<tab>", "<backtab>"), ("<backtab>", "<tab>")]),
        ("?", &[LINE, PAGE, ("<tab>", "<backtab>")]),
        (":", &[LINE, PAGE, ("<tab>", "<backtab>")]),
        ("4s", &[LINE, ENDS]),
        ("w", &[LINE, ENDS]),
        ("D", &[LINE, PAGE, ENDS, SIDE, ("<enter>", "<esc>")]),
        ("Dj", &[LINE, SIDE]),
        ("D<enter>", &[LINE, PAGE, ENDS]),
        ("Djj<enter>", &[("", "<esc><enter>")]),
        ("Djj", &[("<enter>", "<esc>")]),
    ] {
        let size = (50, 20);
        let before = walked(size, front);
        for (there, back) in ways {
            let after = walked(size, &format!("{front}{there}"));
            assert_eq!(after == before, there.is_empty(), "{front}{there}:\n{after}");
            assert_eq!(walked(size, &format!("{front}{there}{back}")), before, "{front}{there}{back}");
        }
    }
    // A page is more than a line, and two pages are more than one.
    for front in ["4", "?", ":"] {
        let pages = ["<down>", "<pgdn>", "<pgdn><pgdn>"].map(|keys| walked((50, 20), &format!("{front}{keys}")));
        assert!(pages[0] != pages[1] && pages[1] != pages[2], "{front}");
    }
    // Where nothing lies further on nothing moves.
    for (front, key) in [("D", "<left>"), ("D", "<up>"), ("f", "<up>"), ("f<backtab><end>", "<down>"), ("4s", "<left>")]
    {
        assert_eq!(walked((50, 20), &format!("{front}{key}")), walked((50, 20), front), "{front}{key}");
    }
    // Behind the last value of a list stands the first of the next, and before the first the last of the one before.
    assert_eq!(walked((50, 20), "f<end><down>"), walked((50, 20), "f<end><tab>"));
    assert_eq!(walked((50, 20), "f<end><down><up>"), walked((50, 20), "f<end>"));
    // The columns that have no room are beside those that have, and the last is the end.
    for tab in ["1", "4"] {
        let first = walked((50, 20), tab);
        assert_ne!(walked((50, 20), &format!("{tab}l")), first, "{tab}l");
        assert_eq!(walked((50, 20), &format!("{tab}lh")), first, "{tab}lh");
        assert_eq!(walked((50, 20), &format!("{tab}h")), first, "{tab}h");
        let last = walked((50, 20), &format!("{tab}{}", "l".repeat(20)));
        assert_eq!(walked((50, 20), &format!("{tab}{}", "l".repeat(21))), last, "{tab}");
    }
}

#[test]
fn a_line_behind_which_nobody_stands_opens_nothing() {
    let mut app = Stage::of(roster("small-city.json"), start(Lang::En), Pace::AtOnce, (80, 24));
    let mut fewer: Value = serde_json::from_str(&fixture_text("small-city.json")).unwrap();
    fewer["workers"].as_array_mut().unwrap().pop();
    app.since(crate::support::roster(fewer.to_string()));
    app.press("D");
    holds("D", &lines(&drawn(&app)), &["> joined", "enter "], &[]);
    app.press("j");
    let before = lines(&drawn(&app));
    holds("Dj", &before, &["> left"], &["enter "]);
    app.press("<enter>");
    assert_eq!(lines(&drawn(&app)), before);
}

#[test]
fn tab_goes_through_what_is_offered_and_back() {
    let typed = |keys: &str| {
        let mut app = Stage::of(roster("sorong-2024.json"), start(Lang::En), Pace::AtOnce, (80, 24));
        app.press(&format!("/district:s{keys}"));
        let screen = lines(&drawn(&app));
        screen.lines().find(|line| line.starts_with(" / ")).unwrap_or_default().trim_end().to_owned()
    };
    let offers: Vec<String> = (1..=20).map(|many| typed(&"<tab>".repeat(many))).collect();
    let many = offers.iter().skip(1).position(|offer| *offer == offers[0]).expect("they come again") + 1;
    assert!(many > 2, "{offers:?}");
    assert_eq!(typed("<backtab>"), offers[many - 1]);
    assert_eq!(typed("<backtab><tab>"), offers[0]);
    assert_eq!(typed("<tab><tab><backtab>"), offers[0]);
    assert_eq!(typed("<tab><backtab>"), offers[many - 1]);
    case("/siti distrct:manoi<tab>", &["/ siti district:manoi"], &[]);
    case("/siti (statsu:active sex:f)<tab>", &["/ siti (status:active sex:f)"], &[]);
}

#[test]
fn of_saved_views_that_begin_alike_the_one_of_that_name_is_meant() {
    let mut views = Views::default();
    for (name, filter) in [("ojek-lansia", "age>=60"), ("ojek", "group:ojek")] {
        views.change(Change::Set(view(name, filter)));
    }
    let start = Start { views: Ok(views), ..start(Lang::En) };
    let mut app = Stage::of(roster("sorong-2024.json"), start, Pace::AtOnce, (80, 24));
    app.press(":view ojek<enter>");
    holds("shown", &lines(&drawn(&app)), &["Filter  group:ojek"], &["age>=60"]);
}

#[test]
fn a_word_and_a_line_are_erased_where_a_filter_is_typed() {
    for (typed, erase, left) in [
        ("/siti budi", 'w', "/siti "),
        ("/siti budi", 'u', "/"),
        ("/siti", 'w', "/"),
        (":fil ter", 'w', ":fil "),
        (":fil ter", 'u', ":"),
        ("?fil ter", 'w', "?fil "),
        ("?fil ter", 'u', "?"),
        ("Dmei juni", 'w', "Dmei "),
        ("Dmei juni", 'u', "D"),
        ("w1 500", 'w', "w1 "),
    ] {
        let [mut app, mut wanted] = [typed, left].map(|keys| {
            let mut app = Stage::of(roster("small-city.json"), start(Lang::En), Pace::AtOnce, (80, 24));
            app.press(keys);
            app
        });
        app.key(KeyCode::Char(erase), KeyModifiers::CONTROL);
        assert_eq!(lines(&drawn(&app)), lines(&drawn(&wanted)), "{typed} ^{erase}");
        app.press("5<enter>");
        wanted.press("5<enter>");
        assert_eq!(lines(&drawn(&app)), lines(&drawn(&wanted)), "{typed} ^{erase}");
    }
}

#[test]
fn help_and_commands_are_there_over_every_list() {
    for front in ["1", "2", "3", "4", "5", "f", "4s", "w", "D", "D<enter>", "4<enter>", "3<enter>"] {
        for (key, prompt) in [("?", " ? zz"), (":", " : zz")] {
            let screen = walked((80, 24), &format!("{front}{key}zz"));
            assert!(screen.lines().any(|line| line.starts_with(prompt)), "{front}{key}\n{screen}");
        }
    }
}

#[test]
fn months_of_enrolment_and_deciles_are_offered_with_how_many() {
    case("/decile:", &["── decile:", "11 of 11", "1 ███", "4,094"], &[]);
    case("/enrolled:2024-0", &["── enrolled:", "6 of 6", "Mar 2024 ████", "10,900", "Jun 2024 ██", "1,000"], &["2023"]);
}

#[test]
fn no_view_keeps_a_number_of_a_person_however_it_is_written() {
    for number in ["9271004608700682", "\"9271 0046 0870 0682\"", "\"927100 460870 0682\"", "nik:9271-0046-0870-0682"] {
        case(&format!("/{number}<enter>:save x<enter>"), &["▲ "], &["saved as", "✓"]);
    }
}

#[test]
fn the_help_knows_the_commands_that_have_no_key() {
    case("?save", &["> :save NAME", "save what is shown"], &[]);
    case("?view", &["> :view NAME", "show a saved view", ":forget NAME"], &[]);
    case("?row<enter>", &[], &["Help"]);
    kasus("?simpan", &["> :simpan NAMA", "simpan yang tampil"], &[":save"]);
    kasus("?cetak", &["> :cetak", "cetak polos"], &[":print"]);
    case("?save<enter>", &[" : save"], &["Help"]);
    case(":groups", &["> 1", "tab Groups"], &["0 actions"]);
    case("4:groups<enter>", &["> Market traders"], &["1–16"]);
    kasus(":kelompok", &["> 1", "tab Kelompok"], &[]);
    kasus(":cetak", &["> cetak", "cetak polos"], &[]);
}

#[test]
fn the_commands_that_take_a_name_are_understood_in_either_language() {
    kasus(":simpan jauh<enter>", &["✓ disimpan sebagai tampilan jauh; :tampilan jauh"], &[]);
    kasus(":simpan jauh<enter>:save jauh", &["> simpan jauh", "timpa"], &["save jauh  "]);
    kasus(":simpan jauh<enter>4:tampilan ja<enter>", &["> Pedagang pasar", "tampilan jauh"], &["4 Pekerja ━"]);
    kasus(":simpan jauh<enter>:lupakan jauh<enter>", &["tampilan jauh dihapus"], &[]);
    kasus(":gambar x.svg", &["> gambar x.svg", "gambar layar ini"], &[]);
    kasus(":gambar ", &["seperti :gambar anggaran.svg"], &[]);
    case(":simpan far<enter>", &["✓ saved as the view far; :view far"], &[]);
    // The words of an action are no name of a view.
    case(":screen pic", &["> picture", "screen picture"], &["save"]);
    kasus(":gambar", &["> gambar", "gambar layar"], &[]);
}

#[test]
fn keys_of_the_table_of_workers_say_elsewhere_where_it_is() {
    for key in ["s", "S", "v", "V", "n", "N"] {
        for tab in ["1", "2", "3", "5"].iter().filter(|tab| **tab != "1" || !"sS".contains(key)) {
            case(&format!("{tab}{key}"), &["▲ that is done to the table of workers; 4 shows it"], &[]);
        }
    }
    kasus("2s", &["▲ itu untuk tabel pekerja; 4 menampilkannya"], &[]);
}

#[test]
fn space_and_b_page_on_the_budget_where_nothing_is_picked() {
    case("3", &["> the active"], &["space pick"]);
    case("3 ", &[">Apr"], &["> the active", "this column"]);
    case("3G", &[">26 claims"], &[]);
    case("3Gbbb", &["> the active"], &[">26 claims"]);
}

#[test]
fn who_is_opened_stays_open_when_the_filter_goes() {
    let open = "/status:grace district:manoi<enter>4<enter>";
    case(open, &["Amos Nauw", "1 of 68"], &[]);
    case(&format!("{open}<backspace>"), &["Amos Nauw", "of 17,640"], &["1 of 17,640"]);
}

/// Under 40 × 10 nothing but the key figures is drawn: what would be opened there nobody sees.
#[test]
fn where_the_figures_stand_alone_no_key_opens_types_or_writes() {
    let mut app = Stage::of(roster("sorong-2024.json"), start(Lang::En), Pace::AtOnce, (80, 24));
    let before = lines(&drawn(&app));
    app.update(Msg::Resize(20, 5));
    for keys in ["e<enter>", "4", "/ojek<enter>", "w150<enter>", ":export<enter>", "P", "D"] {
        assert!(app.press(keys).is_empty(), "{keys}");
    }
    app.update(Msg::Paste("status:active".to_owned()));
    app.update(Msg::Resize(80, 24));
    assert_eq!(lines(&drawn(&app)), before);
    // What was open is not gone on with either, and can be left.
    app.press("e");
    app.update(Msg::Resize(39, 24));
    assert!(app.press("<enter>").is_empty());
    app.press("L<esc>");
    app.update(Msg::Resize(80, 24));
    holds("e, Esc", &lines(&drawn(&app)), &["Market traders"], &["Excel"]);
    app.update(Msg::Resize(20, 5));
    assert!(matches!(app.press("q").as_slice(), [Effect::Quit(None)]));
}

#[test]
fn a_column_of_a_comparison_that_has_no_room_is_counted() {
    for (size, told) in [((50, 20), "1 kolom lagi ›"), ((40, 10), "1 kolom lagi ›"), ((80, 24), "perubahan")] {
        let mut app = Stage::of(roster("sorong-2024.json"), start(Lang::Id), Pace::AtOnce, size);
        app.since(crate::slides::july());
        app.press("D");
        let screen = lines(&drawn(&app));
        assert!(screen.contains(told), "{size:?}\n{screen}");
        assert_ne!(screen.contains("perubahan"), screen.contains("kolom lagi"), "{size:?}\n{screen}");
    }
}
