//! Bars of text: how many fall where, alone or before and after. For pages; nothing is computed here.

use crate::analysis::spread::Distribution;
use crate::args;
use crate::domain::catalogue::Indicator;
use crate::domain::value::Subject;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::overlay::page::Line;
use crate::tui::text::{Align, fit};
use crate::tui::theme::Role;

/// Columns of a count.
const COUNT: usize = 5;
/// Most columns of a bar: longer ones say no more.
const LONGEST: usize = 30;

/// A bar that is as long as its share of the most; whoever is there at all is seen.
#[must_use]
pub fn bar(app: &App, count: usize, most: usize, columns: usize) -> String {
    let cells = match most {
        0 => 0,
        _ => (count * columns).div_ceil(most).min(columns),
    };
    app.theme.glyphs.bar_full.repeat(cells)
}

/// A count before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// What is counted.
    pub label: String,
    /// How many there are; `None` where there is no such thing.
    pub before: Option<usize>,
    /// How many there would be.
    pub after: Option<usize>,
}

/// Counts before and after, a bar for each, under a caption that names both.
#[must_use]
pub fn pairs(app: &App, caption: &str, rows: &[Pair], width: usize) -> Vec<Line> {
    let dots = app.theme.glyphs.ellipsis;
    let label = label_width(rows.iter().map(|it| it.label.as_str()), width);
    let room = (width.saturating_sub(label + 2 * COUNT + 4) / 2).clamp(4, LONGEST);
    let most = (rows
        .iter()
        .flat_map(|it| [it.before, it.after])
        .flatten()
        .max())
    .unwrap_or(0);
    let head = |phrase| fit(&app.say(phrase), COUNT + 1 + room, Align::Left, dots);
    let mut lines = vec![
        Line::new(fit(caption, label, Align::Left, dots), Role::Label)
            .and(format!("  {}", head(Phrase::ImpactWas)), Role::Dim)
            .and(format!("  {}", head(Phrase::ImpactWould)), Role::Dim),
    ];
    for row in rows {
        let side = |count: Option<usize>| match count {
            Some(count) => {
                let bar = fit(&bar(app, count, most, room), room, Align::Left, "");
                format!("{count:>COUNT$} {bar}")
            }
            None => format!("{:>COUNT$} {}", app.theme.glyphs.none, " ".repeat(room)),
        };
        let role = match row.before == row.after {
            true => Role::Dim,
            false => Role::Text,
        };
        lines.push(
            Line::new(fit(&row.label, label, Align::Left, dots), role)
                .and(format!("  {}", side(row.before)), Role::Dim)
                .and(format!("  {}", side(row.after)), role),
        );
    }
    lines
}

/// How the present values lie under a scale: a bar for each step with those who stand on it, then who has no place on it, then the middle.
/// `indicator` is the wording with the scale that is meant, which may be one being typed.
#[must_use]
pub fn distribution(
    app: &App,
    indicator: &Indicator,
    spread: &Distribution,
    width: usize,
) -> Vec<Line> {
    let dots = app.theme.glyphs.ellipsis;
    let mut lines = Vec::new();
    let steps: Vec<String> = match spread.steps.is_empty() {
        true => Vec::new(),
        false => app.locale.whole_steps(indicator),
    };
    let outside = (!spread.outside.is_empty()).then(|| app.say(Phrase::SpreadOutside));
    let labels = steps.iter().chain(&outside).map(String::as_str);
    let label = label_width(labels, width);
    let room = (width.saturating_sub(label + COUNT + 3) / 3).clamp(4, LONGEST);
    let names = width.saturating_sub(label + COUNT + room + 4);
    let most = spread.fullest().max(spread.outside.len());
    let row = |name: &str, who: &[Subject], role: Role| {
        let bar = fit(&bar(app, who.len(), most, room), room, Align::Left, "");
        let count = format!("{:>COUNT$} {bar}  ", who.len());
        Line::new(fit(name, label, Align::Left, dots), role)
            .and(count, role)
            .and(named(app, who, names), Role::Dim)
    };
    for (name, who) in steps.iter().zip(&spread.steps) {
        let role = match who.is_empty() {
            true => Role::Dim,
            false => Role::Text,
        };
        lines.push(row(name, who, role));
    }
    lines.extend(outside.map(|it| row(&it, &spread.outside, Role::Warning)));
    let n = spread.counted;
    let mut told = vec![app.say_with(Phrase::SpreadCounted, &args![n])];
    if let Some(values) = spread.values {
        let text = |it| crate::tui::show::number_of(indicator, it);
        told.push(app.say_with(
            Phrase::SpreadMiddle,
            &args![
                min = text(values.min),
                median = text(values.median),
                max = text(values.max)
            ],
        ));
    }
    let missing = spread.nothing.len();
    if missing > 0 {
        told.push(app.say_with(Phrase::SpreadNothing, &args![n = missing]));
    }
    let dot = app.theme.glyphs.dot;
    let told = told.join(&format!(" {dot} "));
    let wrapped = crate::tui::text::wrap(&told, width).into_iter();
    lines.extend(wrapped.map(|it| Line::new(it, Role::Dim)));
    lines
}

/// As wide as the widest label, but no wider than a third.
fn label_width<'a>(labels: impl Iterator<Item = &'a str>, width: usize) -> usize {
    let widest = labels.map(crate::tui::text::width).max().unwrap_or(0);
    widest.clamp(8, (width / 3).max(8))
}

/// As many names as fit, and how many more.
fn named(app: &App, who: &[Subject], width: usize) -> String {
    let narrator = app.narrator();
    let mut text = String::new();
    for (n, subject) in who.iter().enumerate() {
        let name = narrator.subject(*subject);
        let longer = match n {
            0 => name,
            _ => format!("{text}, {name}"),
        };
        let rest = who.len() - n - 1;
        let whole = match rest {
            0 => longer.clone(),
            _ => app.say_with(
                Phrase::NamesAndMore,
                &args![names = longer.as_str(), n = rest],
            ),
        };
        if crate::tui::text::width(&whole) > width {
            let left = who.len() - n;
            return match n {
                0 => String::new(),
                _ => app.say_with(Phrase::NamesAndMore, &args![names = text, n = left]),
            };
        }
        text = longer;
    }
    text
}
