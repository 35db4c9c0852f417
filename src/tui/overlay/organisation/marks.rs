//! What an organisation is marked as over time, and why some indicators are «н/п» there, as groups of fields: a group for each, added by an
//! action and taken away by a key.

use super::date_typed;
use crate::domain::date::Side;
use crate::domain::ids::{EditionId, IndicatorId};
use crate::domain::people::{FlagKind, OrganisationFlag, StandingReason};
use crate::domain::text::collation_key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::followup::term;
use crate::tui::inline::purpose::Fault;
use crate::tui::widget::form::{Candidate, Field, Form, Kind, Lookup};

/// The action that adds a mark; their groups stand before it.
pub const ADD_FLAG: &str = "add-flag";
/// The action that adds a reason; their groups stand before it.
pub const ADD_STANDING: &str = "add-standing";

/// Lists that organisations are on, the most usual first.
const LISTS: [FlagKind; 3] = [
    FlagKind::LowResults,
    FlagKind::AdverseConditions,
    FlagKind::Other,
];

/// One of the two kinds of groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// ШНОР, ШНСУ.
    Flag,
    /// A standing reason.
    Standing,
}

impl Sort {
    const ALL: [Sort; 2] = [Sort::Flag, Sort::Standing];

    const fn prefix(self) -> &'static str {
        match self {
            Sort::Flag => "flag",
            Sort::Standing => "standing",
        }
    }

    const fn adds(self) -> &'static str {
        match self {
            Sort::Flag => ADD_FLAG,
            Sort::Standing => ADD_STANDING,
        }
    }

    /// The field by which a group is known.
    const fn first(self) -> &'static str {
        match self {
            Sort::Flag => "list",
            Sort::Standing => "why",
        }
    }

    fn name(self, group: usize, field: &str) -> String {
        format!("{}{group}.{field}", self.prefix())
    }

    fn fields(self, app: &App, group: usize) -> Vec<Field> {
        match self {
            Sort::Flag => flag(app, group, None),
            Sort::Standing => standing(app, group, None),
        }
    }
}

/// The group that a field belongs to.
fn group_of(field: &str) -> Option<(Sort, usize)> {
    let (group, _) = field.split_once('.')?;
    (Sort::ALL.into_iter()).find_map(|sort| {
        let number = group.strip_prefix(sort.prefix())?.parse().ok()?;
        Some((sort, number))
    })
}

/// The groups of a form, from top to bottom.
fn groups(form: &Form, sort: Sort) -> Vec<usize> {
    let first = format!(".{}", sort.first());
    (form.fields.iter())
        .filter(|it| it.name.ends_with(&first))
        .filter_map(|it| group_of(&it.name))
        .filter(|(it, _)| *it == sort)
        .map(|(_, group)| group)
        .collect()
}

/// The groups of what stands there, each kind with the action that adds one more.
#[must_use]
pub fn fields(app: &App, flags: &[OrganisationFlag], reasons: &[StandingReason]) -> Vec<Field> {
    let mut out = Vec::new();
    for (group, it) in flags.iter().enumerate() {
        out.extend(flag(app, group, Some(it)));
    }
    out.push(Field::new(
        ADD_FLAG,
        app.say(Phrase::ButtonAddFlag),
        Kind::Action,
    ));
    for (group, it) in reasons.iter().enumerate() {
        out.extend(standing(app, group, Some(it)));
    }
    out.push(Field::new(
        ADD_STANDING,
        app.say(Phrase::ButtonAddStanding),
        Kind::Action,
    ));
    out
}

fn flag(app: &App, group: usize, it: Option<&OrganisationFlag>) -> Vec<Field> {
    let name = |field| Sort::Flag.name(group, field);
    let at = LISTS
        .iter()
        .position(|list| it.is_some_and(|it| it.kind == *list));
    let words = LISTS.iter().map(|it| app.locale.word(it)).collect();
    vec![
        heading(app, name("heading"), Phrase::HeadingFlag),
        Field::choice(
            name("list"),
            app.say(Phrase::LabelList),
            words,
            at.unwrap_or(0),
        ),
        line(
            app,
            name("from"),
            Phrase::LabelSince,
            &date_typed(it.map(|it| it.from)),
        ),
        line(
            app,
            name("to"),
            Phrase::LabelUntil,
            &date_typed(it.and_then(|it| it.to)),
        ),
        line(
            app,
            name("note"),
            Phrase::LabelNote,
            it.map_or("", |it| &it.note),
        ),
    ]
}

fn standing(app: &App, group: usize, it: Option<&StandingReason>) -> Vec<Field> {
    let name = |field| Sort::Standing.name(group, field);
    let chosen = it.map_or(&[][..], |it| it.indicators.as_slice());
    vec![
        heading(app, name("heading"), Phrase::HeadingStanding),
        line(
            app,
            name("why"),
            Phrase::LabelReason,
            it.map_or("", |it| &it.reason),
        ),
        Field::lookup(
            name("indicators"),
            app.say(Phrase::LabelIndicators),
            indicators(app, chosen),
        ),
        line(
            app,
            name("from"),
            Phrase::LabelSince,
            &date_typed(it.and_then(|it| it.from)),
        ),
        line(
            app,
            name("to"),
            Phrase::LabelUntil,
            &date_typed(it.and_then(|it| it.to)),
        ),
    ]
}

fn heading(app: &App, name: String, label: Phrase) -> Field {
    Field::new(name, app.say(label), Kind::Heading)
}

fn line(app: &App, name: String, label: Phrase, text: &str) -> Field {
    Field::line(name, app.say(label), text)
}

/// Indicators as the latest edition that has each words it.
fn indicators(app: &App, chosen: &[IndicatorId]) -> Lookup {
    let number = |id: &EditionId| app.state().editions.get(id).map(|it| it.number);
    let mut latest = std::collections::BTreeMap::new();
    let mut all: Vec<_> = app.state().indicators.iter().collect();
    all.sort_by_key(|((edition, _), _)| (number(edition), *edition));
    for ((_, id), it) in all {
        latest.insert(*id, (collation_key(&it.code), it));
    }
    let mut all: Vec<_> = latest.into_iter().collect();
    all.sort_by(|a, b| a.1.0.cmp(&b.1.0));
    let candidates = (all.into_iter())
        .map(|(id, (_, it))| Candidate {
            token: id.0.to_string(),
            label: format!("{} {}", it.code, it.short),
            more: String::new(),
        })
        .collect();
    let mut lookup = Lookup::new(candidates, true);
    let tokens: Vec<String> = chosen.iter().map(|it| it.0.to_string()).collect();
    lookup.choose(tokens.iter().map(String::as_str));
    lookup
}

/// Adds a group at the end of its kind and goes into it.
pub fn add(form: &mut Form, sort: Sort, app: &App) {
    let group = groups(form, sort).into_iter().max().map_or(0, |it| it + 1);
    form.insert_before(sort.adds(), sort.fields(app, group));
    form.focus(&sort.name(group, sort.first()));
}

/// The kind of groups that the cursor is among.
#[must_use]
pub fn under_cursor(form: &Form) -> Option<Sort> {
    let current = form.current()?;
    (Sort::ALL.into_iter())
        .find(|it| it.adds() == current)
        .or_else(|| group_of(current).map(|it| it.0))
}

/// Whether the cursor is in a group, which can be taken away.
#[must_use]
pub fn can_remove(form: &Form) -> bool {
    form.current().and_then(group_of).is_some()
}

/// Takes the group under the cursor away. Whether there was one.
pub fn remove(form: &mut Form) -> bool {
    let Some((sort, group)) = form.current().and_then(group_of) else {
        return false;
    };
    form.remove(&format!("{}{group}.", sort.prefix()));
    true
}

/// Makes the groups that kept input has, and takes away those it has not.
pub fn prepare(form: &mut Form, kept: &[(String, String)], app: &App) {
    for sort in Sort::ALL {
        let first = format!(".{}", sort.first());
        let known: Vec<usize> = (kept.iter())
            .filter(|(name, _)| name.ends_with(&first))
            .filter_map(|(name, _)| group_of(name))
            .filter(|(it, _)| *it == sort)
            .map(|(_, group)| group)
            .collect();
        for group in groups(form, sort) {
            if !known.contains(&group) {
                form.remove(&format!("{}{group}.", sort.prefix()));
            }
        }
        for group in known {
            if form.field(&sort.name(group, sort.first())).is_none() {
                form.insert_before(sort.adds(), sort.fields(app, group));
            }
        }
    }
}

/// Says anew what was understood of the dates.
pub fn renew(form: &mut Form, app: &App) {
    for sort in Sort::ALL {
        for group in groups(form, sort) {
            for (field, empty) in [
                ("from", Phrase::EmptyIsAlways),
                ("to", Phrase::EmptyIsStill),
            ] {
                let name = sort.name(group, field);
                match form.text(&name).is_empty() {
                    true if sort == Sort::Flag && field == "from" => {
                        form.hint(&name, String::new())
                    }
                    true => form.hint(&name, app.say(empty)),
                    false => term::hint_date(form, &name, app, Side::Past),
                }
            }
        }
    }
}

/// The marks of a form.
///
/// # Errors
/// What cannot be read, at its field.
pub fn flags(form: &Form, app: &App) -> Result<Vec<OrganisationFlag>, Fault> {
    let read = |group: usize| {
        let name = |field| Sort::Flag.name(group, field);
        let kind = LISTS.get(form.choice(&name("list"))).copied();
        Ok(OrganisationFlag {
            kind: kind.unwrap_or(FlagKind::Other),
            from: term::date_of(form, &name("from"), app, Side::Past)?,
            to: until(form, &name("from"), &name("to"), app)?,
            note: form.text(&name("note")),
        })
    };
    groups(form, Sort::Flag).into_iter().map(read).collect()
}

/// The standing reasons of a form.
///
/// # Errors
/// What cannot be read, at its field.
pub fn reasons(form: &Form, app: &App) -> Result<Vec<StandingReason>, Fault> {
    let read = |group: usize| {
        let name = |field| Sort::Standing.name(group, field);
        let reason = form.text(&name("why"));
        if reason.is_empty() {
            return Err(Fault::new(
                name("why"),
                app.say(Phrase::StandingNeedsReason),
            ));
        }
        let tokens = form.tokens(&name("indicators"));
        let indicators: Vec<IndicatorId> = (tokens.iter())
            .filter_map(|it| it.parse().ok().map(IndicatorId))
            .collect();
        if indicators.is_empty() {
            let sentence = app.say(Phrase::StandingNeedsIndicators);
            return Err(Fault::new(name("indicators"), sentence));
        }
        Ok(StandingReason {
            reason,
            indicators,
            from: term::date_or_none(form, &name("from"), app, Side::Past)?,
            to: until(form, &name("from"), &name("to"), app)?,
        })
    };
    groups(form, Sort::Standing).into_iter().map(read).collect()
}

/// A last day, which does not come before the first.
fn until(form: &Form, from: &str, to: &str, app: &App) -> Result<Option<chrono::NaiveDate>, Fault> {
    let first = term::date_or_none(form, from, app, Side::Past)?;
    let last = term::date_or_none(form, to, app, Side::Past)?;
    match (first, last) {
        (Some(first), Some(last)) if last < first => {
            Err(Fault::new(to, app.say(Phrase::UntilBeforeSince)))
        }
        _ => Ok(last),
    }
}
