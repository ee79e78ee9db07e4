//! What `benches/README.md` says is measured is what `benches/table.py` measures: an aim that is added, dropped or
//! worded anew in one of them is so in the other.

use crate::support::home;

#[test]
fn the_readme_of_the_benches_has_every_line_and_every_aim_of_its_table() {
    let read = |name: &str| std::fs::read_to_string(home().join("benches").join(name)).unwrap();
    let (table, readme) = (read("table.py"), read("README.md"));
    let lines = table.lines().filter_map(|line| {
        let mut quoted = line.strip_prefix("    line(\"")?.split('"');
        Some(format!("{} | {}", quoted.next()?, quoted.nth(1)?))
    });
    let lines: Vec<String> = lines.collect();
    let rows = readme.lines().skip_while(|line| !line.starts_with("| line | aim |")).skip(2);
    let rows = rows.take_while(|line| line.starts_with("| ")).map(|row| {
        let cells: Vec<&str> = row.split(" | ").take(2).collect();
        cells.join(" | ").trim_start_matches("| ").to_owned()
    });
    let rows: Vec<String> = rows.collect();
    assert!(lines.len() > 20, "the lines are found");
    assert_eq!(lines, rows);
}
