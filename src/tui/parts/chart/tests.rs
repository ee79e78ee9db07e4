//! The charts as they were drawn by hand, and what no chart may do.

use super::*;
use ratatui::style::Modifier;

const PLAIN: Style = Style::new();
const ENDS: [i64; 10] = [31, 61, 92, 122, 153, 184, 214, 245, 275, 306];

fn months(names: &str) -> Vec<Month> {
    let names = names.split(' ').enumerate();
    let months = names.map(|(i, name)| Month { end: ENDS[i], name: name.into(), current: i == 5 });
    months.collect()
}

fn label(text: &str, x: i64, place: Place) -> Label {
    Label { text: text.into(), style: PLAIN, x, place }
}

fn line(stroke: Stroke, points: &[(i64, i128)], name: Option<Label>) -> Line {
    Line { points: points.to_vec(), stroke, style: PLAIN, name }
}

fn worded(ticks: Vec<i128>, word: impl Fn(i128) -> String) -> Vec<(i128, String)> {
    ticks.into_iter().map(|tick| (tick, word(tick))).collect()
}

fn enrollment(height: u16) -> Chart {
    let totals = [8_104, 10_420, 12_132, 13_073, 13_975, 14_929];
    let happened: Vec<_> = std::iter::once((0, 0)).chain(ENDS.into_iter().zip(totals)).collect();
    let plan = [8_000, 10_500, 12_500, 14_500, 16_500, 18_000, 19_336];
    let plan: Vec<_> = std::iter::once((0, 0)).chain(ENDS.into_iter().zip(plan)).collect();
    let ticks = round_ticks(19_336, 5, Chart::rows(height));
    Chart {
        ticks: worded(ticks, |t| match t {
            0 => "0".into(),
            t => format!("{},000", t / 1_000),
        }),
        x_max: 306,
        months: months("Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
        lines: vec![
            line(Stroke::Limit, &[(0, 19_336), (306, 19_336)], Some(label("target", 0, Place::Within))),
            line(Stroke::Plan, &plan, Some(label("plan", 135, Place::Left))),
            line(Stroke::Happened, &happened, None),
            line(Stroke::Would, &[(184, 14_212), (306, 19_336)], Some(label("needed", 262, Place::Below))),
        ],
        notes: vec![Note { y: 14_929, label: label("14,929", 184, Place::Below) }],
        ..Chart::default()
    }
}

fn budget(height: u16) -> Chart {
    let ticks = round_ticks(2_200_000_000, 5, Chart::rows(height));
    let left = 1_021_379_200;
    Chart {
        ticks: worded(ticks, |t| match t {
            0 => "0".into(),
            t => format!("{}.{}", t / 1_000_000_000, t / 100_000_000 % 10),
        }),
        x_max: 306,
        months: months("Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
        lines: vec![
            line(Stroke::Happened, &[(0, 2_200_000_000), (184, left)], None),
            line(Stroke::Would, &[(184, left), (306, 66_332_800)], Some(label("active", 265, Place::Above))),
            line(Stroke::WouldOther, &[(184, left), (279, 0)], Some(label("target", 240, Place::Left))),
        ],
        notes: vec![Note { y: left, label: label("1.02", 184, Place::Right) }],
        ..Chart::default()
    }
}

fn drawn(chart: &Chart, width: u16, height: u16) -> Vec<String> {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    assert!(chart.draw(buf.area, &mut buf));
    rows(&buf)
}

fn rows(buf: &Buffer) -> Vec<String> {
    let cells: Vec<&str> = buf.content.iter().map(|cell| cell.symbol()).collect();
    let rows = cells.chunks(usize::from(buf.area.width));
    rows.map(|row| row.concat().trim_end().to_owned()).collect()
}

#[test]
fn the_chart_of_enrollment_is_the_drawn_one() {
    let rows = drawn(&enrollment(10), 47, 10);
    assert_eq!(
        rows,
        [
            "20,000┤⠂target ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂⡀⢂ ⠆⠐⠂ ⠂ ⠂ ⠂⣀⠂⠠⠦⠂",
            "      │            plan  ⢀ ⠄⠐     ⣀⣀ ⠠⠒⠂ ⠉",
            "15,000┤            ⢀ ⠄⣐⣀⣁⣤⣤⣤⠶⠶⠛⠒⠁     needed",
            "      │       ⢀⣀⣤⣤⠷⠶⠛⠛⠉⠉⠉   14,929",
            "10,000┤   ⢀⣠⡴⠞⠋⠉",
            "      │  ⢠⠏⠁",
            " 5,000┤ ⣠⠏",
            "      │⣰⠃",
            "     0└───┴───┴───┴───┴───┴───┴───┴───┴───┴───┴",
            "       Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        ]
    );
}

#[test]
fn the_axes_of_the_budget_are_the_drawn_ones() {
    let rows = drawn(&budget(9), 46, 9);
    let starts: Vec<String> = rows.iter().map(|row| row.chars().take(5).collect()).collect();
    let axis = ["   │⣤", "2.0┤", "   │", "   │", "1.0┤", "   │", "   │", "  0└─", "    M"];
    for (row, start) in starts.iter().zip(axis) {
        assert!(row.starts_with(start), "{row} is not {start}");
    }
    assert!(rows[3].ends_with(" 1.02"));
    assert!(rows[4].ends_with(" active"));
}

#[test]
fn without_braille_each_kind_of_line_keeps_its_sign() {
    let rows = drawn(&Chart { glyphs: Glyphs::Ascii, ..enrollment(10) }, 47, 10);
    assert_eq!(rows[0], "20,000+.target . . . . . . . ... ... . . .-.---");
    assert_eq!(rows[2], "15,000+            . .*********--     needed");
    assert_eq!(rows[7], "      |**");
    assert_eq!(rows[8], format!("     0+{}", "-".repeat(40)));
    assert!(rows.concat().is_ascii());
}

#[test]
fn ticks_are_round_and_stand_on_rows() {
    assert_eq!(round_ticks(19_336, 5, 8), [0, 5_000, 10_000, 15_000, 20_000]);
    assert_eq!(round_ticks(19_336, 5, 12), [0, 5_000, 10_000, 15_000, 20_000]);
    assert_eq!(round_ticks(22, 5, 7), [0, 10, 20]);
    assert_eq!(round_ticks(22, 5, 14), [0, 5, 10, 15, 20]);
    assert_eq!(round_ticks(0, 5, 8), [0, 1]);
    for rows in 3..40 {
        for max in (1..300).chain([4_999, 5_001, 99_999, i128::MAX / 2, i128::MAX]) {
            let ticks = round_ticks(max, 5, rows);
            assert!((2..=5).contains(&ticks.len()), "{max} in {rows}: {ticks:?}");
            assert_eq!(ticks[0], 0);
        }
    }
    assert_eq!(round_ticks(5, 5, 0), []);
    assert_eq!(round_ticks(5, 0, 5), []);
    assert_eq!(round_ticks(i128::MIN, 5, 5), [0, 1]);
}

#[test]
fn every_tick_of_a_plot_is_drawn_and_the_highest_value_is_in_it() {
    for height in 5..40 {
        for max in [1, 3, 7, 11, 44, 101, 999, 19_336] {
            let ticks = round_ticks(max, 5, Chart::rows(height));
            let chart = Chart {
                ticks: worded(ticks.clone(), |t| format!("{t}!")),
                x_max: 9,
                lines: vec![line(Stroke::Plan, &[(9, max)], None)],
                ..Chart::default()
            };
            let rows = drawn(&chart, 40, height).join("\n");
            for tick in &ticks {
                assert!(rows.contains(&format!("{tick}!")), "{tick} of {max} in {height}\n{rows}");
            }
            let up = chart.plot(Rect::new(0, 0, 40, height)).unwrap();
            let free = i128::from(up.rows) * up.step - max * i128::from(up.each);
            assert!(free >= 0, "{max} is above the plot of {height}");
        }
    }
}

#[test]
fn a_chart_too_small_to_read_is_not_drawn() {
    let mut buf = Buffer::empty(Rect::new(0, 0, 80, 20));
    let blank = buf.clone();
    for (width, height) in [(29, 5), (30, 4), (0, 0), (29, 20), (80, 0)] {
        assert!(!enrollment(10).draw(Rect::new(0, 0, width, height), &mut buf));
        assert!(!enrollment(10).draw(Rect::new(60, 16, width, height), &mut buf));
    }
    let wide = Chart { label_width: 71, ..enrollment(10) };
    assert!(!wide.draw(blank.area, &mut buf));
    assert_eq!(buf, blank);
    assert!(enrollment(5).draw(Rect::new(0, 0, 30, 5), &mut buf));
}

#[test]
fn where_names_collide_the_plans_goes() {
    let level = |stroke, name| line(stroke, &[(0, 50), (100, 50)], Some(label(name, 99, Place::Left)));
    let chart = Chart {
        ticks: worded(vec![0, 100], |t| t.to_string()),
        x_max: 100,
        lines: vec![level(Stroke::Plan, "the long name of a plan"), level(Stroke::Would, "what would be")],
        ..Chart::default()
    };
    let rows = drawn(&chart, 30, 5).join("\n");
    assert!(rows.contains("what would be"), "{rows}");
    let crowded = Chart { notes: vec![], ..chart.clone() };
    let text = "x".repeat(26);
    let notes = ["Above", "Within", "Below"].map(|_| Note { y: 50, label: label(&text, 50, Place::Above) });
    let crowded = Chart { notes: notes.into(), ..crowded };
    let rows = drawn(&crowded, 30, 5).join("\n");
    assert!(!rows.contains("plan"), "{rows}");
    assert!(rows.contains(&text), "{rows}");
}

#[test]
fn a_label_has_its_own_style_where_it_covers_dots() {
    let mut chart = enrollment(10);
    chart.lines[0].style = Style::new().add_modifier(Modifier::DIM);
    let mut buf = Buffer::empty(Rect::new(0, 0, 47, 10));
    chart.draw(buf.area, &mut buf);
    assert_eq!(buf[(7, 0)].modifier, Modifier::DIM);
    assert_eq!(buf[(8, 0)].modifier, Modifier::empty());
}

#[test]
fn names_of_narrow_months_thin_out_but_the_current_one_stays() {
    let mut chart = enrollment(10);
    chart.current = Style::new().add_modifier(Modifier::BOLD);
    for width in 30..47 {
        let rows = drawn(&chart, width, 10);
        let names: Vec<&str> = rows[9].split_whitespace().collect();
        assert!(names.contains(&"Aug"), "{width}: {names:?}");
        assert!(names.iter().all(|name| name.len() == 3), "{width}: {names:?}");
    }
    assert_eq!(drawn(&chart, 36, 10)[9].trim(), "Apr   Jun   Aug  Oct   Dec");
}

#[test]
fn no_size_and_no_value_stops_it() {
    let far = [i128::MIN, -1, 0, 1, i128::MAX];
    for base in [enrollment(10), budget(9), Chart::default()] {
        for (width, height) in (0..50).flat_map(|w| (0..9).map(move |h| (w, h))) {
            let mut buf = Buffer::empty(Rect::new(3, 2, width, height));
            base.draw(buf.area, &mut buf);
            base.draw(Rect::new(0, 0, u16::MAX, u16::MAX), &mut buf);
        }
        for (low, high) in far.iter().flat_map(|a| far.map(|b| (*a, b))) {
            for x in [i64::MIN, 0, i64::MAX] {
                let mut chart = base.clone();
                chart.x_max = x;
                chart.ticks.push((high, "high".into()));
                chart.ticks.insert(0, (low, "low".into()));
                let name = Some(label("name", x, Place::Within));
                let points = [(i64::MIN, low), (x, high), (i64::MAX, low)];
                chart.lines.push(line(Stroke::Happened, &points, name));
                chart.notes.push(Note { y: high, label: label("", x, Place::Below) });
                drawn(&chart, 40, 9);
            }
        }
    }
}
