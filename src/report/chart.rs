//! Charts as SVG with real text. Their width is that of the page, and text keeps its size: what lies across is placed in
//! hundredths of a percent, and a curve is stretched in a picture of its own in which lines keep their thickness. A
//! picture that is scaled as a whole is unreadable on a telephone.

use super::block::{Amounts, Bar, Drawing, Plot};
use super::html::Html;
use crate::lang::Lang;
use crate::lang::measure::fit;
use crate::roster::money::Rupiah;

/// Pixels of one bar with the line of text above it.
const BAR: u32 = 34;
/// Pixels of the picture of curves, and of what stands above and below.
const TOP: u32 = 14;
/// See [`TOP`].
const PLOT: u32 = 190;
/// See [`TOP`].
const FOOT: u32 = 22;
/// The side of the box in which curves are drawn before they are stretched.
const BOX: i128 = 10_000;
/// Bars that one picture has at most: who has more reads the table.
const MOST_BARS: usize = 40;
/// Columns of a name above a bar.
const NAME: usize = 30;
/// Names of months under a chart.
const MOST_MONTHS: usize = 12;

/// Draws it. `label` is what is said of it to those who do not see it.
pub fn draw(html: &mut Html, label: &str, drawing: &Drawing, lang: Lang) {
    match drawing {
        Drawing::Bars(all) => bars(html, label, all),
        Drawing::Gauge(bar) => picture(html, label, 30, |html| parts(html, bar, 2, 26)),
        Drawing::Plot(own) => plot(html, label, own, lang),
    }
}

/// A line or a field as the charts have it, for a legend.
pub fn sample(html: &mut Html, class: &str) {
    let size = [("class", "sample"), ("width", "26"), ("height", "12"), ("aria-hidden", "true")];
    html.element("svg", &size, |html| match class.starts_with("curve") || class == "today" {
        true => html.single("line", &[("class", class), ("x1", "0"), ("x2", "26"), ("y1", "6"), ("y2", "6")]),
        false => html.single("rect", &[("class", class), ("x", "0"), ("y", "0"), ("width", "26"), ("height", "12")]),
    });
}

/// A part of a whole across, as SVG writes it.
fn across(part: u128, whole: u128) -> String {
    let hundredths = part.min(whole).saturating_mul(10_000).checked_div(whole).unwrap_or(0);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// The picture around everything.
fn picture(html: &mut Html, label: &str, height: u32, inside: impl FnOnce(&mut Html)) {
    let height = height.to_string();
    let attributes =
        [("class", "chart"), ("role", "img"), ("aria-label", label), ("width", "100%"), ("height", &*height)];
    html.element("svg", &attributes, inside);
    html.line();
}

/// The parts of a bar, one behind the other.
fn parts(html: &mut Html, bar: &Bar, y: u32, height: u32) {
    let [top, high] = [y, height].map(|pixels| pixels.to_string());
    html.single("rect", &[("class", "track"), ("x", "0"), ("y", &*top), ("width", "100%"), ("height", &*high)]);
    let mut from = 0_u128;
    for &(size, class) in &bar.parts {
        let size = size.min(bar.whole.saturating_sub(from));
        let (x, wide) = (across(from, bar.whole), across(size, bar.whole));
        html.single("rect", &[("class", class), ("x", &*x), ("y", &*top), ("width", &*wide), ("height", &*high)]);
        from += size;
    }
}

/// What is filled with stripes: it is told from a full field without colours, on paper too.
pub fn fills(html: &mut Html) {
    let nowhere = [("class", "fills"), ("width", "0"), ("height", "0"), ("aria-hidden", "true")];
    html.element("svg", &nowhere, |html| {
        let stripes = [
            ("id", "hatch"),
            ("width", "6"),
            ("height", "6"),
            ("patternUnits", "userSpaceOnUse"),
            ("patternTransform", "rotate(45)"),
        ];
        html.element("pattern", &stripes, |html| {
            html.single("rect", &[("class", "track"), ("width", "6"), ("height", "6")]);
            html.single("rect", &[("class", "stripe"), ("width", "2.5"), ("height", "6")]);
        });
    });
}

/// Bars one below the other, each with its name and its number above it.
fn bars(html: &mut Html, label: &str, bars: &[Bar]) {
    let bars = bars.get(..MOST_BARS).unwrap_or(bars);
    picture(html, label, BAR * bars.len() as u32, |html| {
        for (place, bar) in (0_u32..).zip(bars) {
            let line = (place * BAR + 14).to_string();
            html.words("text", &[("x", "0"), ("y", &*line)], &fit(&bar.name, NAME));
            let number = [("class", "number"), ("x", "100%"), ("y", &*line), ("text-anchor", "end")];
            html.words("text", &number, &bar.shown);
            parts(html, bar, place * BAR + 19, 9);
        }
    });
}

/// Steps at the side of a chart: at most five, at round numbers.
fn steps(most: i128) -> Vec<i128> {
    let mut step = 1_i128;
    while most / step > 5 {
        let leading = step.to_string().starts_with('2');
        step = if leading { step / 2 * 5 } else { step * 2 };
    }
    (1..=most / step).map(|place| place * step).collect()
}

/// Lines over the months: amounts stand at the left above their rule, so that no margin is needed for them.
fn plot(html: &mut Html, label: &str, plot: &Plot, lang: Lang) {
    let most = plot.curves.iter().flat_map(|curve| &curve.points).map(|(_, amount)| *amount).max().unwrap_or(0).max(1);
    let days = i128::from(plot.days.max(1));
    // A fifth of a step stays free above the highest point.
    let top = most + most / 20;
    let amount = |amount: i128| match plot.amounts {
        Amounts::People => lang.integer(amount),
        Amounts::Rupiah => Rupiah::new(amount).map_or(String::new(), |amount| lang.compact(amount)),
    };
    let pixel = |amount: i128| TOP + PLOT - u32::try_from(amount * i128::from(PLOT) / top).unwrap_or(0).min(PLOT);
    picture(html, label, TOP + PLOT + FOOT, |html| {
        for step in std::iter::once(0).chain(steps(most)) {
            let y = pixel(step).to_string();
            html.single("line", &[("class", "rule"), ("x1", "0"), ("x2", "100%"), ("y1", &*y), ("y2", &*y)]);
        }
        let today = across(u128::try_from(plot.today).unwrap_or(0), days.unsigned_abs());
        let [from, to] = [TOP, TOP + PLOT].map(|pixels| pixels.to_string());
        html.single("line", &[("class", "today"), ("x1", &*today), ("x2", &*today), ("y1", &*from), ("y2", &*to)]);
        // Before the curves: what happened lies over its scale.
        for step in steps(most) {
            let y = pixel(step).saturating_sub(3).to_string();
            html.words("text", &[("class", "side"), ("x", "0"), ("y", &*y)], &amount(step));
        }
        let (y, height) = (TOP.to_string(), PLOT.to_string());
        let frame = format!("0 0 {BOX} {BOX}");
        let stretched = [
            ("y", &*y),
            ("width", "100%"),
            ("height", &*height),
            ("viewBox", &*frame),
            ("preserveAspectRatio", "none"),
            ("overflow", "visible"),
        ];
        html.element("svg", &stretched, |html| {
            for curve in &plot.curves {
                let place = |&(day, amount): &(i64, i128)| {
                    let x = i128::from(day) * BOX / days;
                    format!("{x},{}", BOX - amount.max(0) * BOX / top)
                };
                let points = curve.points.iter().map(place).collect::<Vec<_>>().join(" ");
                html.single("polyline", &[("class", curve.class), ("points", &*points)]);
            }
        });
        let every = plot.months.len().div_ceil(MOST_MONTHS).max(1);
        let foot = (TOP + PLOT + 16).to_string();
        for (place, (day, name)) in plot.months.iter().enumerate().step_by(every) {
            let next = plot.months.get(place + 1).map_or(plot.days, |(day, _)| *day);
            let middle = across(u128::try_from(day + next).unwrap_or(0), days.unsigned_abs() * 2);
            html.words("text", &[("x", &*middle), ("y", &*foot), ("text-anchor", "middle")], name);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_at_the_side_are_round_and_never_more_than_five() {
        for (most, wanted) in
            [(19_336, &[5_000, 10_000, 15_000][..]), (3, &[1, 2, 3]), (2_200, &[500, 1_000, 1_500, 2_000]), (1, &[1])]
        {
            assert_eq!(steps(most), wanted, "{most}");
        }
    }

    #[test]
    fn a_part_is_cut_and_what_is_more_than_the_whole_is_the_whole() {
        for (part, whole, wanted) in [(1, 3, "33.33%"), (0, 0, "0.00%"), (5, 4, "100.00%"), (u128::MAX, 7, "100.00%")] {
            assert_eq!(across(part, whole), wanted);
        }
    }
}
