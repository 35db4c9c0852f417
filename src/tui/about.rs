//! The lines above the rows of the right-hand pane: about the indicator, or about the leader when the panes are turned round.

use super::show::{
    index_text, leader_row, municipal, municipal_short, municipal_value, of_how_many,
};
use crate::analysis::measure::Figure;
use crate::analysis::scores::RowScore;
use crate::args;
use crate::domain::ids::PeriodId;
use crate::locale::Phrase;
use crate::report::standing::if_approved;
use crate::tui::app::App;
use crate::tui::scale;
use crate::tui::text;

/// The lines above the rows, as many as the pane has room for: the indicator's full title; what the municipality comes to and how
/// much is filled; the scale; where the number comes from.
#[must_use]
pub fn about_indicator(app: &App, period: PeriodId) -> Vec<String> {
    let Some(areas) = app.monitoring.areas(app.size) else {
        return Vec::new();
    };
    let width = usize::from(areas.panes[2].width.saturating_sub(4));
    let lines = usize::from(areas.head.saturating_sub(1));
    let state = app.state();
    let Some(id) = app.monitoring.chosen.indicator else {
        return Vec::new();
    };
    let Some(indicator) = state.indicator_in(period, id) else {
        return Vec::new();
    };
    let mut parts = Vec::new();
    let (mut of, mut shorter) = (None, Vec::new());
    let loaded = state.shard(period).is_some();
    if !loaded {
        // What is not here yet is neither empty nor nothing.
        parts.push(app.say(Phrase::ValuesLoading));
    }
    let municipal = municipal(app, period, id);
    if let Some(value) = municipal_value(app, indicator, &municipal) {
        parts.push(app.say_with(Phrase::MunicipalityValue, &args![value = value.as_str()]));
        let short = municipal_short(app, indicator, &municipal).unwrap_or_default();
        shorter = [value, short]
            .map(|it| app.say_with(Phrase::MunicipalityShort, &args![value = it]))
            .to_vec();
        if municipal.counted < municipal.applicable {
            of = Some(of_how_many(app, indicator, &municipal));
        }
    }
    if let Some(derived) = app.derived.as_ref().filter(|_| loaded) {
        let filling = derived.filling.indicator(id);
        if filling.due > 0 {
            parts.push(app.say_with(
                Phrase::FilledOf,
                &args![k = filling.entered, n = filling.due],
            ));
        }
    }
    // Of how many the municipality's figure is made gives way first where there is little room.
    let dot = format!(" {} ", app.theme.glyphs.dot);
    if let Some(of) = of {
        let rest: usize = parts.iter().map(|it| text::width(it) + 3).sum();
        if rest + text::width(&of) <= width {
            parts.insert(1, of);
        }
    }
    // The municipality's figure is said in fewer words rather than cut.
    for said in shorter {
        let together: usize = parts.iter().map(|it| text::width(it) + 3).sum();
        if together <= width + 3 {
            break;
        }
        if let Some(first) = parts.first_mut() {
            *first = said;
        }
    }
    let steps = scale::steps(app, indicator, &Figure::Absent);
    let steps: Vec<String> = steps.into_iter().map(|(text, _)| text).collect();
    let steps: Vec<String> = steps.iter().map(|it| it.replace(' ', "\u{a0}")).collect();
    let scale = format!(
        "{}\u{a0}{}",
        app.say(Phrase::DetailScale),
        steps.join(&format!("\u{a0}{} ", app.theme.glyphs.dot))
    );
    let mut below = vec![parts.join(&dot)];
    below.extend(
        text::wrap(&scale, width)
            .into_iter()
            .take(3)
            .map(str::to_owned),
    );
    below.push(app.say_with(
        Phrase::DetailSource,
        &args![source = indicator.source.as_str()],
    ));
    let mut title = format!("{} {}", indicator.code, indicator.title);
    let room = lines.saturating_sub(below.len()).max(1);
    let mut about: Vec<String> = if room == 1 {
        if text::width(&title) > width {
            title = format!("{} {}", indicator.code, indicator.short);
        }
        vec![title]
    } else {
        let wrapped = text::wrap(&title, width).into_iter();
        wrapped.take(room).map(str::to_owned).collect()
    };
    about.extend(below);
    about.truncate(lines);
    about
}

/// The lines above the indicators of a leader: who it is, and what the index comes to.
#[must_use]
pub fn about_leader(app: &App) -> Vec<String> {
    let Some(leader) = app.monitoring.chosen.leader else {
        return Vec::new();
    };
    let narrator = app.narrator();
    let name = leader.organisation.map_or_else(
        || app.say(Phrase::Municipality),
        |it| narrator.organisation(it),
    );
    let head = match (leader.organisation, leader.person) {
        (_, Some(person)) => narrator.person(person),
        (Some(_), None) => app.say(Phrase::Vacancy),
        (None, None) => String::new(),
    };
    let mut about = vec![join(app, &[name, head])];
    if let Some(row) = leader_row(app, leader) {
        about.extend(index_lines(app, row));
    }
    about
}

/// What the index of a leader comes to, in the lines there are; in fewer words where it would be cut.
fn index_lines(app: &App, row: &RowScore) -> Vec<String> {
    let areas = app.monitoring.areas(app.size);
    let width = areas.map_or(0, |it| usize::from(it.panes[2].width.saturating_sub(4)));
    let lines = areas.map_or(0, |it| usize::from(it.head.saturating_sub(2)));
    for short in [false, true] {
        let words = index_words(app, row, short);
        let words: Vec<String> = words.iter().map(|it| it.replace(' ', "\u{a0}")).collect();
        let said = join(app, &words);
        let wrapped = text::wrap(&said, width);
        if wrapped.len() <= lines {
            let plain = wrapped.into_iter().map(|it| it.replace('\u{a0}', " "));
            return plain.collect();
        }
    }
    vec![join(app, &index_words(app, row, true))]
}

/// «индекс 86,8», «высокий», «8 место из 30», «внесено 32/34», as far as they apply; with what was put right in a closed period, both
/// indices.
fn index_words(app: &App, row: &RowScore, short: bool) -> Vec<String> {
    let state = app.state();
    let mut words = Vec::new();
    if let Some(index) = row.overall {
        let index = index_text(app, index);
        let period = app.monitoring.chosen.period;
        let put_right = |it| Some((it, app.scores.put_right(state, it, row)?));
        match period.and_then(put_right) {
            None => words.push(app.say_with(Phrase::IndexIs, &args![index = index])),
            Some((period, corrected)) => {
                let none = || app.theme.glyphs.none.to_owned();
                let now = (corrected.overall).map_or_else(none, |it| index_text(app, it));
                let approved = match short {
                    true => Phrase::IndexIs,
                    false => if_approved(
                        state,
                        period,
                        Phrase::IndexIsApproved,
                        Phrase::IndexIsClosed,
                    ),
                };
                words.push(app.say_with(approved, &args![index = index]));
                words.push(app.say_with(Phrase::IndexCorrected, &args![index = now]));
            }
        }
    }
    let levels = (app.monitoring.chosen.period)
        .and_then(|it| state.edition_of(it))
        .and_then(|it| state.editions.get(&it))
        .map_or(&[][..], |it| &it.levels);
    words.extend(
        row.level
            .and_then(|it| levels.get(it))
            .map(|it| it.title.clone()),
    );
    let placed = app.derived.as_ref().map_or(0, |it| it.scores.placed());
    words.extend(
        row.place
            .map(|it| app.say_with(Phrase::PlaceOf, &args![place = it, n = placed])),
    );
    words.push(app.say_with(Phrase::FilledOf, &args![k = row.filled, n = row.applicable]));
    words
}

fn join(app: &App, parts: &[String]) -> String {
    let parts: Vec<&str> = (parts.iter().map(String::as_str))
        .filter(|it| !it.is_empty())
        .collect();
    parts.join(&format!(" {} ", app.theme.glyphs.dot))
}
