//! What is put into files for other people: the values that are shown as a table, and the workbook that a school fills in.
//!
//! Owns the choices. Rows and columns are those that are shown, in their order.

use super::collecting::whom_here;
use super::picker::{Item, Picker};
use crate::analysis::extract::{Extract, RowOf, Shape};
use crate::analysis::roster::Roster;
use crate::analysis::rows::due;
use crate::args;
use crate::domain::catalogue::SubjectKind;
use crate::domain::ids::{DirectionId, IndicatorId, OrganisationId, PeriodId, PersonId};
use crate::domain::period::PeriodState;
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::service::link::Request;
use crate::tui::app::App;
use crate::tui::layer::Outcome;
use crate::tui::msg::Effect;
use crate::tui::outgoing::{Wanted, Whom};
use crate::tui::screen::Screen;
use crate::tui::status::Tone;
use crate::tui::underway;

/// A way of writing a table: its shape, as text, and to be published.
type Way = (Phrase, Shape, bool, bool);

const WHOLE: Shape = Shape::Matrix { parts: false };
const PARTS: Shape = Shape::Matrix { parts: true };
const WAYS: [Way; 6] = [
    (Phrase::ExportBook, WHOLE, false, false),
    (Phrase::ExportParts, PARTS, false, false),
    (Phrase::ExportList, Shape::List, false, false),
    (Phrase::ExportText, WHOLE, true, false),
    (Phrase::ExportListText, Shape::List, true, false),
    (Phrase::ExportPublished, WHOLE, false, true),
];

/// Lets the person choose as what the values that are shown are written.
pub fn table(app: &mut App) {
    if underway::is_busy(app) {
        return;
    }
    let Some((period, columns, rows)) = shown(app) else {
        return loading(app);
    };
    let n = rows.as_ref().map(Vec::len);
    let size = match n {
        Some(n) => app.say_with(
            Phrase::ExportSize,
            &args![rows = n, columns = columns.len()],
        ),
        None => app.say_with(Phrase::ExportSizeAll, &args![columns = columns.len()]),
    };
    let items = WAYS.iter().map(|way| Item {
        label: app.say(way.0),
        right: String::new(),
        value: *way,
    });
    let items = items.collect();
    let title = format!(
        "{} {} {size}",
        app.say(Phrase::CommandExportTable),
        app.theme.glyphs.dot
    );
    let picker = Picker::new(
        title,
        items,
        0,
        Box::new(move |app, (_, shape, is_text, published)| {
            let extract = Extract {
                period,
                columns: columns.clone(),
                rows: rows.clone(),
                shape,
                published,
            };
            took(app, &extract);
            underway::begin(app, Wanted::Table { extract, is_text });
            Outcome::Close
        }),
    );
    app.open(Box::new(picker.by_digit()));
}

/// Lets the person choose for whom the workbook is: the organisation under the cursor, the marked ones, or each.
pub fn form(app: &mut App) {
    let Some(period) = loaded(app) else {
        return loading(app);
    };
    let marked = whom_here(app);
    let whom = match marked.len() {
        0 | 1 => under_cursor(app).into_iter().collect(),
        _ => marked,
    };
    choose(app, period, (under_cursor(app), whom), direction_shown(app));
}

/// The same for these, of a period.
pub fn form_of(app: &mut App, period: PeriodId, whom: Vec<OrganisationId>) {
    if app.state().shard(period).is_none() {
        return loading(app);
    }
    let one = whom.first().copied().filter(|_| whom.len() == 1);
    choose(app, period, (one, whom), None);
}

fn choose(
    app: &mut App,
    period: PeriodId,
    (one, whom): (Option<OrganisationId>, Vec<OrganisationId>),
    direction: Option<(DirectionId, String)>,
) {
    if underway::is_busy(app) {
        return;
    }
    let span = app.state().periods.get(&period);
    if span.is_some_and(|it| it.state == PeriodState::Closed) {
        let name = app.narrator().period(period);
        let fact = app.say_with(Phrase::CliTemplateClosed, &args![period = name]);
        return app.status.tell(Tone::Warning, fact);
    }
    let items = forms(app, period, (one, whom), direction);
    let title = app.say(Phrase::CommandWriteForm);
    let picker = Picker::new(
        title,
        items,
        0,
        Box::new(move |app, (whom, direction): (Whom, Option<DirectionId>)| {
            app.emit(Effect::Send(Request::Took(period)));
            for person in named(app, period, &whom) {
                app.emit(Effect::Send(Request::Looked(Key::Person(person))));
            }
            underway::begin(
                app,
                Wanted::Form {
                    period,
                    direction,
                    whom,
                },
            );
            Outcome::Close
        }),
    );
    app.open(Box::new(picker.by_digit()));
}

/// The workbooks there are to choose from: of all directions and of the one that is shown.
fn forms(
    app: &App,
    period: PeriodId,
    (one, marked): (Option<OrganisationId>, Vec<OrganisationId>),
    of_direction: Option<(DirectionId, String)>,
) -> Vec<Item<(Whom, Option<DirectionId>)>> {
    let item = |label: String, whom: Whom, direction: Option<DirectionId>| Item {
        label,
        right: String::new(),
        value: (whom, direction),
    };
    let one = one.map(|id| (app.narrator().organisation(id), id));
    let mut items = Vec::new();
    items.extend((one.iter()).map(|(name, id)| item(name.clone(), Whom::One(*id), None)));
    items.push(item(app.say(Phrase::ExportEach), Whom::Each, None));
    if let Some((id, direction)) = &of_direction {
        items.extend(one.iter().map(|(name, organisation)| {
            let args = args![name = name.as_str(), direction = direction.as_str()];
            let label = app.say_with(Phrase::ExportOneDirection, &args);
            item(label, Whom::One(*organisation), Some(*id))
        }));
        let args = args![direction = direction.as_str()];
        let label = app.say_with(Phrase::ExportEachDirection, &args);
        items.push(item(label, Whom::Each, Some(*id)));
    }
    let n = marked.len();
    if n > 1 {
        let label = app.say_with(Phrase::ExportMarked, &args![n]);
        items.push(item(label, Whom::Several(marked.clone()), None));
        items.extend(of_direction.map(|(id, direction)| {
            let args = args![n, direction];
            let label = app.say_with(Phrase::ExportMarkedDirection, &args);
            item(label, Whom::Several(marked), Some(id))
        }));
    }
    if has_own(app, period) {
        let label = app.say(Phrase::Municipality);
        items.push(item(label, Whom::Municipality, None));
    }
    items
}

/// The direction that is shown, if it is one, with its code and name.
fn direction_shown(app: &App) -> Option<(DirectionId, String)> {
    let (period, columns, _) = shown(app)?;
    let state = app.state();
    let mut all = columns.iter().map(|it| {
        let indicator = state.indicator_in(period, *it)?;
        Some(indicator.direction)
    });
    let id = all.next()??;
    let edition = state.edition_of(period)?;
    let direction = state.directions.get(&(edition, id))?;
    let is_only = all.all(|it| it == Some(id));
    is_only.then(|| (id, format!("{} {}", direction.code, direction.short)))
}

/// Whether anything is collected of the municipality itself.
fn has_own(app: &App, period: PeriodId) -> bool {
    let state = app.state();
    let span = state.periods.get(&period);
    let mut due = span.map(|it| due(state, it)).into_iter().flatten();
    due.any(|(_, it)| it.level == SubjectKind::Municipality)
}

/// Whose names stand in workbooks: those who headed the organisations.
fn named(app: &App, period: PeriodId, whom: &Whom) -> Vec<PersonId> {
    let is_asked = |id: OrganisationId| match whom {
        Whom::One(one) => *one == id,
        Whom::Several(several) => several.contains(&id),
        Whom::Each => true,
        Whom::Municipality => false,
    };
    let roster = Roster::of(app.state(), period);
    let staffed = roster.organisations.iter();
    staffed
        .filter(|it| is_asked(it.organisation))
        .flat_map(|it| it.persons())
        .collect()
}

fn loading(app: &mut App) {
    let sentence = app.say(Phrase::ValuesLoading);
    app.status.tell(Tone::Warning, sentence);
}

/// The period that is shown, if its values are here.
fn loaded(app: &App) -> Option<PeriodId> {
    let period = app.monitoring.chosen.period?;
    app.state().shard(period).map(|_| period)
}

/// What is shown: the period, the indicators, and the rows where they are not all there are.
fn shown(app: &App) -> Option<(PeriodId, Vec<IndicatorId>, Option<Vec<RowOf>>)> {
    let period = loaded(app)?;
    if app.screen == Screen::Sheet {
        let columns = app.sheet.columns.iter().map(|it| it.indicator).collect();
        let rows = app.sheet.lines.iter();
        let rows = rows.map(|it| (it.leader.organisation, it.leader.person));
        return Some((period, columns, Some(rows.collect())));
    }
    let state = app.state();
    let span = state.periods.get(&period)?;
    let due = due(state, span).into_iter();
    let m = &app.monitoring;
    if m.pivot {
        let leader = m.chosen.leader?;
        let rows = vec![(leader.organisation, leader.person)];
        return Some((period, due.map(|it| it.0).collect(), Some(rows)));
    }
    let of_direction = due.filter(|(_, it)| Some(it.direction) == m.chosen.direction);
    let columns = of_direction.map(|it| it.0).collect();
    let [.., filter] = &m.filters;
    let rows = (m.panes.rows.iter()).map(|it| (it.leader.organisation, it.leader.person));
    let rows = (!filter.trim().is_empty()).then(|| rows.collect());
    Some((period, columns, rows))
}

/// The organisation of the row under the cursor.
fn under_cursor(app: &App) -> Option<OrganisationId> {
    if app.screen == Screen::Sheet {
        let line = app.sheet.lines.get(app.sheet.at.row)?;
        return line.leader.organisation;
    }
    let m = &app.monitoring;
    if m.pivot {
        return m.chosen.leader?.organisation;
    }
    let [.., cursor] = &m.cursors;
    m.panes.rows.get(cursor.at)?.leader.organisation
}

/// Lets it be known what goes out, and whose names are in it.
fn took(app: &mut App, extract: &Extract) {
    app.emit(Effect::Send(Request::Took(extract.period)));
    if extract.published {
        return;
    }
    let named: Vec<_> = match &extract.rows {
        Some(rows) => rows.iter().filter_map(|it| it.1).collect(),
        None => (app.derived.iter())
            .flat_map(|it| &it.roster().organisations)
            .flat_map(|it| it.persons())
            .collect(),
    };
    for person in named {
        app.emit(Effect::Send(Request::Looked(Key::Person(person))));
    }
}
