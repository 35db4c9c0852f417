//! The bank of wording for recommendations as fields: points and a text for each, added and taken away by keys.

use super::super::reading::Reading;
use crate::domain::catalogue::Wording;
use crate::domain::number::{format_typed, parse_decimal};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::widget::form::{Field, Form};

/// The action that adds one; the groups stand before it.
pub const ADD: &str = "add-wording";
/// The field with the points of the first.
pub const FIRST: &str = "w0.points";

fn name(group: usize, field: &str) -> String {
    format!("w{group}.{field}")
}

/// The group that a field belongs to.
fn group_of(field: &str) -> Option<usize> {
    let (group, _) = field.strip_prefix('w')?.split_once('.')?;
    group.parse().ok()
}

/// The groups of a form, from top to bottom.
fn groups(form: &Form) -> Vec<usize> {
    let points = form.fields.iter().filter(|it| it.name.ends_with(".points"));
    points.filter_map(|it| group_of(&it.name)).collect()
}

fn group(app: &App, n: usize, points: &str, text: &str) -> Vec<Field> {
    vec![
        Field::line(
            name(n, "points"),
            app.say(Phrase::LabelWordingPoints),
            points,
        ),
        Field::text(name(n, "text"), app.say(Phrase::LabelWordingText), text),
    ]
}

/// The fields of all that there are.
pub fn fields(app: &App, all: &[Wording]) -> Vec<Field> {
    (all.iter().enumerate())
        .flat_map(|(n, it)| group(app, n, &format_typed(it.points.normalize()), &it.text))
        .collect()
}

/// Adds one at the end and goes into it.
pub fn add(form: &mut Form, app: &App) {
    let n = groups(form).into_iter().max().map_or(0, |it| it + 1);
    form.insert_before(ADD, group(app, n, "", ""));
    form.focus(&name(n, "points"));
}

/// Whether the cursor is in one.
pub fn is_in(form: &Form) -> bool {
    form.current().and_then(group_of).is_some()
}

/// Takes the one under the cursor away. Whether there was one.
pub fn remove(form: &mut Form) -> bool {
    let Some(group) = form.current().and_then(group_of) else {
        return false;
    };
    form.remove(&format!("w{group}."));
    true
}

/// Makes the groups that kept input has, and takes away those it has not.
pub fn prepare(form: &mut Form, kept: &[(String, String)], app: &App) {
    for n in groups(form) {
        if !kept.iter().any(|(it, _)| group_of(it) == Some(n)) {
            form.remove(&format!("w{n}."));
        }
    }
    let known = kept.iter().filter(|(it, _)| it.ends_with(".points"));
    for n in known.filter_map(|(it, _)| group_of(it)) {
        if form.field(&name(n, "points")).is_none() {
            form.insert_before(ADD, group(app, n, "", ""));
        }
    }
}

/// The bank as the form has it, the fewest points first; one with nothing in it is left out.
pub fn read(reading: &mut Reading<'_>) -> Vec<Wording> {
    let form = reading.form;
    let mut out = Vec::new();
    for n in groups(form) {
        let [points, text] = ["points", "text"].map(|it| name(n, it));
        let words = form.text(&text);
        if words.is_empty() {
            // A row that is only begun is not dropped in silence.
            if !form.text(&points).is_empty() {
                reading.fault(&text, reading.app.say(Phrase::WordingNeedsText));
            }
            continue;
        }
        match parse_decimal(&form.text(&points)) {
            Ok(points) => out.push(Wording {
                points,
                text: words,
            }),
            Err(error) => {
                let sentence = reading.app.locale.number_error(error).to_string();
                reading.fault(&points, sentence);
            }
        }
    }
    out.sort_by_key(|it| it.points);
    out
}
