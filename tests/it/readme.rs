//! The README shows what is so: its samples are what the program prints, its keys are those of the table of keys, its
//! pictures are goldens.

use crate::stage::{Pace, Stage, drawn, lines, start};
use crate::support::{home, lindungi, roster, sorong};
use lindungi::lang::Lang;
use lindungi::tui::keymap::BINDINGS;
use std::io::Read;

fn readme() -> String {
    std::fs::read_to_string(home().join("README.md")).unwrap()
}

/// The words of a command line as a shell takes them, as far as the README needs.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words
}

#[test]
fn its_samples_are_what_the_program_prints() {
    let readme = readme();
    let mut samples = 0;
    for sample in readme.split("    $ lindungi ").skip(1) {
        let (command, rest) = sample.split_once('\n').unwrap();
        let mut shown: Vec<&str> = Vec::new();
        // The block ends with the first line that is neither indented nor empty.
        for line in rest.lines().take_while(|line| line.is_empty() || line.starts_with("    ")) {
            shown.push(line.strip_prefix("    ").unwrap_or(""));
        }
        while shown.last() == Some(&"") {
            shown.pop();
        }
        let words = words(command);
        let arguments: Vec<&str> = words.iter().map(String::as_str).collect();
        let printed = lindungi(&arguments).run();
        assert_eq!(printed.err, "", "{command}");
        let printed: Vec<&str> = printed.out.trim_end().lines().map(str::trim_end).collect();
        assert_eq!(shown, printed, "{command}");
        samples += 1;
    }
    assert_eq!(samples, 4, "the samples are found");
}

#[test]
fn it_says_how_to_install_the_program_before_it_calls_it() {
    let readme = readme();
    let install = readme.find("\n    cargo install --path . --locked\n").unwrap();
    assert!(install < readme.find("$ lindungi").unwrap());
}

#[test]
fn the_package_has_its_recipe_for_guests_with_the_path_of_its_own_program() {
    let readme = readme();
    let (_, recipe) = readme.split_once("```sshd_config\n").unwrap();
    let (recipe, _) = recipe.split_once("```").unwrap();
    let packaged = std::fs::read_to_string(home().join(".deb/sshd_config.d-lindungi.conf")).unwrap();
    assert_eq!(packaged, recipe.replace("/usr/local/bin/lindungi", "/usr/bin/lindungi"));
    assert!(packaged.contains("ForceCommand /usr/bin/lindungi --secure "));
}

#[test]
fn its_keys_are_those_of_the_table() {
    let rows = BINDINGS.iter().filter(|binding| !binding.shown.is_empty());
    let rows = rows
        .map(|binding| format!("| `{}` | {} | {} |\n", binding.shown, binding.words.help.en, binding.words.help.id));
    let table = format!("| key | does |  |\n|---|---|---|\n{}\n", rows.collect::<String>());
    let mut readme = readme();
    if std::env::var_os("LINDUNGI_BLESS").is_some() {
        let at = readme.find("| key | does |  |\n").unwrap();
        let end = at + readme[at..].find("\n\n").unwrap() + 2;
        readme.replace_range(at..end, &table);
        std::fs::write(home().join("README.md"), &readme).unwrap();
    }
    assert!(readme.contains(&table), "the README needs\n{table}");
}

/// What stands between two marks that nobody sees, and where.
fn marked<'a>(readme: &'a str, name: &str) -> (usize, &'a str) {
    let start = format!("<!-- {name} -->\n");
    let at = readme.find(&start).unwrap() + start.len();
    let rest = &readme[at..];
    (at, &rest[..rest.find(&format!("<!-- /{name} -->")).unwrap()])
}

#[test]
fn its_tables_of_fields_are_made_from_the_table_of_the_format() {
    for (lang, name) in [(Lang::En, "fields"), (Lang::Id, "isian")] {
        let mut readme = readme();
        let table = format!("\n{}\n", lang.table_of_format());
        let (at, shown) = marked(&readme, name);
        if std::env::var_os("LINDUNGI_BLESS").is_some() {
            let end = at + shown.len();
            readme.replace_range(at..end, &table);
            std::fs::write(home().join("README.md"), &readme).unwrap();
        } else {
            assert!(shown == table, "LINDUNGI_BLESS=1 cargo test writes it anew:\n{table}");
        }
    }
}

#[test]
fn its_queries_of_databases_are_those_that_the_queries_themselves_show() {
    let readme = readme();
    let (_, section) = readme.split_once("## From a database\n").unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    let commands: Vec<&str> = section.lines().filter_map(|line| line.strip_prefix("    ")).collect();
    assert_eq!(commands.len(), 3);
    for command in commands {
        let (_, file) = command.split_once("fixtures/sources/").unwrap();
        let file = file.split(' ').next().unwrap();
        let query = std::fs::read_to_string(home().join("fixtures/sources").join(file)).unwrap();
        assert!(query.contains(&format!("--     {command}\n")), "{file} shows another than {command}");
    }
}

#[test]
fn its_pictures_are_goldens() {
    let readme = readme();
    let pictures: Vec<&str> = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    assert!(!pictures.is_empty());
    // A link to a part of the page is to one that is there.
    let headings = |line: &str| line.trim_start_matches('#').trim().to_lowercase().replace(' ', "-").replace('\'', "");
    let parts: Vec<String> = readme.lines().filter(|line| line.starts_with("## ")).map(headings).collect();
    for part in pictures.iter().filter_map(|link| link.strip_prefix('#')) {
        assert!(parts.iter().any(|own| own == part), "no part {part}");
    }
    for picture in pictures.into_iter().filter(|link| !link.starts_with('#')) {
        let is_golden = ["tests/it/screens/", "tests/it/pictures/"].iter().any(|folder| picture.starts_with(folder));
        assert!(is_golden && picture.ends_with(".svg"), "{picture}");
        assert!(home().join(picture).exists(), "{picture}");
    }
}

/// What the README has one press, as the tests of keys write it.
fn pressed(cell: &str) -> String {
    let spans = cell.split('`').skip(1).step_by(2);
    let key = |span: &str| match span {
        "Enter" | "Esc" | "Backspace" => format!("<{}>", span.to_lowercase()),
        typed => typed.to_owned(),
    };
    spans.map(key).collect()
}

/// Each row of the tour leads to what it says, one after the other in one sitting.
#[test]
fn its_tour_shows_what_it_says() {
    let readme = readme();
    let (_, tour) = marked(&readme, "tour");
    let mut app = Stage::of(sorong(), start(Lang::En), Pace::AtOnce, (80, 24));
    let july = std::fs::read(home().join("fixtures/sorong-2024-07.json.gz")).unwrap();
    let mut text = Vec::new();
    flate2::read::GzDecoder::new(&*july).read_to_end(&mut text).unwrap();
    app.since(roster(text));
    let rows: Vec<&str> = tour.lines().filter(|line| line.starts_with("| `")).collect();
    assert_eq!(rows.len(), 9);
    for row in rows {
        let (keys, told) = row.trim_start_matches("| ").split_once(" | ").unwrap();
        app.press(&pressed(keys));
        let screen = lines(&drawn(&app));
        let flat = screen.split_whitespace().collect::<Vec<_>>().join(" ");
        for shown in told.split("**").skip(1).step_by(2) {
            assert!(flat.contains(shown), "{keys}: {shown}\n{screen}");
        }
        // What a row calls the way back is gone before the next.
        if told.contains("`Esc` leaves") {
            assert!(flat.contains("1 of 1"), "slides\n{screen}");
        }
    }
}

#[test]
fn its_three_commands_give_a_list_a_comparison_and_a_page() {
    let readme = readme();
    let (_, commands) = marked(&readme, "three");
    let folder = tempfile::tempdir().unwrap();
    let commands: Vec<&str> = commands.lines().filter_map(|line| line.trim().strip_prefix("lindungi ")).collect();
    assert_eq!(commands.len(), 3);
    let fixtures = home().join("fixtures/");
    for (command, code) in commands.into_iter().zip([0, 1, 0]) {
        let words: Vec<String> =
            words(command).iter().map(|word| word.replace("fixtures/", fixtures.to_str().unwrap())).collect();
        let arguments: Vec<&str> = words.iter().map(String::as_str).collect();
        let done = lindungi(&arguments).folder(folder.path()).run();
        assert_eq!((done.code, done.err.contains(" written to ")), (code, code == 0), "{command}: {}", done.err);
    }
    assert!(folder.path().join("manoi.xlsx").exists() && folder.path().join("report.html").exists());
}

#[test]
fn its_five_commands_lead_from_an_offices_list_to_a_file_for_each_office() {
    let readme = readme();
    let (_, commands) = marked(&readme, "five commands");
    let commands: Vec<&str> = commands.lines().filter_map(|line| line.trim().strip_prefix("lindungi ")).collect();
    assert_eq!(commands.len(), 5);
    let indonesian = readme.split("**Dari daftar instansi.**").nth(1).unwrap();
    assert!(commands.iter().all(|command| indonesian.contains(&format!("lindungi {command} --lang id"))));
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::copy(home().join("fixtures/import/data-tk-baru.xlsx"), path("daftar.xlsx")).unwrap();
    for (place, command) in commands.iter().enumerate() {
        if place == 2 {
            let text = std::fs::read_to_string(path("daftar.program.json")).unwrap();
            let text = text.replacen("\"name\": null", "\"name\": \"Perlindungan\"", 1);
            let text = text.replace("\"fiscal_year\": null", "\"fiscal_year\": 2024");
            let text = text.replace("\"target_workers\": null", "\"target_workers\": 10");
            std::fs::write(path("daftar.program.json"), text.replace("\"budget\": null", "\"budget\": \"5000000\""))
                .unwrap();
        }
        let words = words(command);
        let arguments: Vec<&str> = words.iter().map(String::as_str).collect();
        let done = lindungi(&arguments).folder(folder.path()).run();
        // A refused row, no programme yet, written, warnings only, files for those who mend them.
        assert_eq!(done.code, [1, 2, 0, 0, 0][place], "{command}: {}{}", done.out, done.err);
    }
    let files = std::fs::read_dir(path("untuk-instansi")).unwrap().count();
    assert!(files > 0, "no office has a file");
    assert!(path("daftar.refused.xlsx").exists());
}
