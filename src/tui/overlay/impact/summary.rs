//! How many an edition moves, what becomes of the indicators, and where the indices lie before and after.

use super::found;
use super::list::indicator;
use crate::analysis::exact::Exact;
use crate::analysis::impact::{DirectionImpact, FindingsImpact, Impact, Step, Unscored};
use crate::analysis::municipality::Spread;
use crate::args;
use crate::domain::ids::IndicatorId;
use crate::domain::number;
use crate::domain::period::PeriodState;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::bars::{self, Pair};
use crate::tui::overlay::page::Line;
use crate::tui::text::{self, Align, fit};
use crate::tui::theme::Role;

/// Everything above the list of heads.
pub fn lines(
    app: &App,
    impact: &Impact,
    findings: Option<&FindingsImpact>,
    width: usize,
) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut say = |text: String, role| {
        let wrapped = text::wrap(&text, width).into_iter();
        lines.extend(wrapped.map(|it| Line::new(it, role)));
    };
    let period = app.state().periods.get(&impact.period);
    if period.is_some_and(|it| it.state == PeriodState::Closed) {
        say(app.say(Phrase::ImpactClosed), Role::Dim);
    }
    if impact.from == impact.to {
        say(app.say(Phrase::ImpactOwn), Role::Dim);
        return lines;
    }
    for (text, role) in heads(app, impact) {
        say(text, role);
    }
    let other_rules = !impact.wordings.rules.is_empty();
    if let Some((text, role)) = findings.and_then(|it| found::counted(app, it, other_rules)) {
        say(text, role);
    }
    for (text, role) in wordings(app, impact) {
        say(text, role);
    }
    lines.extend(findings.map_or_else(Vec::new, |it| found::lines(app, it, width)));
    if impact.rows.is_empty() {
        return lines;
    }
    lines.push(Line::default());
    lines.extend(levels(app, impact, width));
    lines.push(Line::default());
    lines.extend(directions(app, impact, width));
    lines
}

/// How many heads are moved, and how.
fn heads(app: &App, impact: &Impact) -> Vec<(String, Role)> {
    if impact.is_empty() {
        return vec![(app.say(Phrase::ImpactNobody), Role::Good)];
    }
    let of = impact.rows.len();
    let (up, down) = impact.ways();
    let n = impact.changed().filter(|it| it.moves_index()).count();
    let mut out = vec![(
        app.say_with(Phrase::ImpactIndices, &args![n, of, up, down]),
        Role::Text,
    )];
    let steps = [
        (Step::Up, Phrase::ImpactLevelUp),
        (Step::Down, Phrase::ImpactLevelDown),
        (Step::Gained, Phrase::ImpactLevelGained),
        (Step::Lost, Phrase::ImpactLevelLost),
    ];
    let said: Vec<String> = (steps.into_iter())
        .map(|(step, phrase)| (impact.steps(step), phrase))
        .filter(|it| it.0 > 0)
        .map(|(n, phrase)| app.say_with(phrase, &args![n]))
        .collect();
    if !said.is_empty() {
        let text = app.say_with(Phrase::ImpactLevels, &args![what = said.join(", ")]);
        out.push((text, Role::Text));
    }
    let place = |it: &Option<crate::analysis::scores::RowScore>| it.as_ref()?.place;
    let moved = (impact.rows.iter()).filter(|it| place(&it.before) != place(&it.after));
    let n = moved.count();
    if n > 0 {
        let (before, after) = impact.placed;
        let text = app.say_with(Phrase::ImpactPlaces, &args![n, before, after]);
        out.push((text, Role::Text));
    }
    let (before, after) = impact.municipality;
    if before != after {
        let text = |it: Option<Exact>| match it {
            Some(it) => number::format(it.rounded(1), 1),
            None => app.theme.glyphs.none.to_owned(),
        };
        let values = args![before = text(before), after = text(after)];
        out.push((
            app.say_with(Phrase::ImpactMunicipality, &values),
            Role::Text,
        ));
    }
    out
}

/// What becomes of the indicators.
fn wordings(app: &App, impact: &Impact) -> Vec<(String, Role)> {
    let it = &impact.wordings;
    let name = |id: &IndicatorId| indicator(app, impact, *id);
    let names = |ids: &[IndicatorId]| ids.iter().map(name).collect::<Vec<_>>().join("; ");
    let mut out = Vec::new();
    let mut say = |phrase, what: String, role| {
        if !what.is_empty() {
            out.push((app.say_with(phrase, &args![what]), role));
        }
    };
    // What is computed of another indicator nobody enters.
    let is_computed = |id: &IndicatorId| {
        let found = app.state().indicators.get(&(impact.to, *id));
        found.is_some_and(|it| it.measure.computed_from().is_some())
    };
    let (computed, due): (Vec<IndicatorId>, Vec<_>) = it.due.iter().copied().partition(is_computed);
    say(Phrase::ImpactDue, names(&due), Role::Text);
    say(Phrase::ImpactComputed, names(&computed), Role::Text);
    let dropped = it.dropped.iter().map(|it| {
        let (what, n) = (name(&it.indicator), it.values);
        app.say_with(Phrase::ImpactDroppedOne, &args![what, n])
    });
    let dropped = dropped.collect::<Vec<_>>().join("; ");
    say(Phrase::ImpactDropped, dropped, Role::Text);
    say(
        Phrase::ImpactIncomparable,
        names(&it.incomparable),
        Role::Warning,
    );
    let unscored = it.unscored.iter().map(|(id, why)| {
        let why = app.say(match why {
            Unscored::Blank => Phrase::UnscoredBlank,
            Unscored::Printed => Phrase::UnscoredPrinted,
            Unscored::NothingToGain => Phrase::UnscoredNothing,
            Unscored::NoDirection => Phrase::UnscoredNoDirection,
        });
        format!("{} ({why})", name(id))
    });
    let unscored = unscored.collect::<Vec<_>>().join("; ");
    say(Phrase::ImpactUnscored, unscored, Role::Warning);
    say(Phrase::ImpactRescaled, names(&it.rescaled), Role::Dim);
    say(Phrase::ImpactReweighted, names(&it.reweighted), Role::Dim);
    let state = app.state();
    let directions = it.directions.iter().filter_map(|id| {
        let direction = state.directions.get(&(impact.to, *id))?;
        Some(format!("{} {}", direction.code, direction.short))
    });
    let directions = directions.collect::<Vec<_>>().join("; ");
    say(Phrase::ImpactDirections, directions, Role::Dim);
    let rules = [
        (it.levels, Phrase::RuleLevels),
        (it.completeness, Phrase::RuleCompleteness),
        (it.min_months, Phrase::RuleMinMonths),
    ];
    let rules = rules.into_iter().filter(|it| it.0).map(|it| app.say(it.1));
    let rules = rules.collect::<Vec<_>>().join(", ");
    say(Phrase::ImpactRules, rules, Role::Dim);
    let checks = it.rules.iter().map(|kind| app.locale.word(kind));
    let checks = checks.collect::<Vec<_>>().join("; ");
    say(Phrase::ImpactChecks, checks, Role::Dim);
    out
}

fn levels(app: &App, impact: &Impact, width: usize) -> Vec<Line> {
    let mut rows: Vec<Pair> = (impact.levels.list.iter())
        .map(|it| Pair {
            label: it.title.clone(),
            before: it.before,
            after: it.after,
        })
        .collect();
    rows.push(Pair {
        label: app.say(Phrase::ImpactNoLevel),
        before: Some(impact.levels.without.0),
        after: Some(impact.levels.without.1),
    });
    bars::pairs(app, &app.say(Phrase::ImpactHeads), &rows, width)
}

/// Columns of «58,3 → 41,7».
const MIDDLE: usize = 15;
/// Columns of how many indices change.
const CHANGED: usize = 11;
/// A line per direction: how many indices change, their median, and how many lie on each level before and after.
fn directions(app: &App, impact: &Impact, width: usize) -> Vec<Line> {
    let dots = app.theme.glyphs.ellipsis;
    let arrow = app.theme.glyphs.arrow;
    // A column per level, as wide as its name: «12→7».
    let columns: Vec<usize> = (impact.levels.list.iter())
        .map(|it| text::width(&it.title).max(5) + 2)
        .collect();
    let wanted: usize = columns.iter().sum();
    let with_levels = width >= 18 + MIDDLE + CHANGED + wanted;
    let taken = MIDDLE + CHANGED + if with_levels { wanted } else { 0 };
    let label = width.saturating_sub(taken).clamp(12, 36);
    let right = |text: &str, columns| fit(text, columns, Align::Right, dots);
    let caption = fit(&app.say(Phrase::PaneDirections), label, Align::Left, dots);
    let mut head = Line::new(caption, Role::Label)
        .and(right(&app.say(Phrase::ImpactChanged), CHANGED), Role::Dim)
        .and(right(&app.say(Phrase::ImpactMedian), MIDDLE), Role::Dim);
    if with_levels {
        for (level, columns) in impact.levels.list.iter().zip(&columns) {
            head = head.and(right(&level.title, *columns), Role::Dim);
        }
    }
    let mut lines = vec![head];
    for it in &impact.directions {
        let role = match it.changed {
            0 => Role::Dim,
            _ => Role::Text,
        };
        let changed = match it.changed {
            0 => app.theme.glyphs.none.to_owned(),
            n => n.to_string(),
        };
        let mut line = Line::new(fit(&name(app, impact, it), label, Align::Left, dots), role)
            .and(right(&changed, CHANGED), role)
            .and(right(&medians(app, it), MIDDLE), role);
        let levels = it.levels.iter().zip(&columns);
        for (level, columns) in levels.filter(|_| with_levels) {
            let count = |it: Option<usize>| {
                it.map_or_else(|| app.theme.glyphs.none.to_owned(), |it| it.to_string())
            };
            let text = match level.before == level.after {
                true => count(level.after),
                false => format!("{}{arrow}{}", count(level.before), count(level.after)),
            };
            line = line.and(right(&text, *columns), role);
        }
        lines.push(line);
    }
    lines
}

fn name(app: &App, impact: &Impact, it: &DirectionImpact) -> String {
    let state = app.state();
    let found = [impact.to, impact.from]
        .into_iter()
        .find_map(|edition| state.directions.get(&(edition, it.direction)));
    found.map_or_else(String::new, |it| format!("{} {}", it.code, it.short))
}

fn medians(app: &App, it: &DirectionImpact) -> String {
    let text = |it: &Option<Spread>| match it {
        Some(it) => number::format(it.median.rounded(1), 1),
        None => app.theme.glyphs.none.to_owned(),
    };
    let (before, after) = (text(&it.before), text(&it.after));
    match before == after {
        true => after,
        false => format!("{before} {} {after}", app.theme.glyphs.arrow),
    }
}
