//! The way through the panes of the catalogue: cursors, Enter, Esc, the editor of what is under the cursor.

use super::{Catalogue, Pane, Stood, sections};
use crate::domain::record::{Key, Kind};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::run::run;
use crate::tui::command::table::CommandId;
use crate::tui::layer::Outcome;
use crate::tui::overlay::{go, period};
use crate::tui::screen::Screen;
use crate::tui::screen::monitoring::walk::{Step, move_cursor};
use crate::tui::status::Tone;
use crate::tui::widget::list::ListCursor;

/// Moves the cursor of the pane that has the keys.
pub fn step(app: &mut App, step: Step) {
    let Some(areas) = app.catalogue.areas(app.size) else {
        return;
    };
    let c = &mut app.catalogue;
    match c.focus {
        Pane::Sections => {
            let mut cursor = c.sections;
            let height = areas.sections_height();
            move_cursor(&mut cursor, step, sections::ALL.len(), height);
            choose(app, cursor.at);
        }
        Pane::List => {
            move_cursor(&mut c.list, step, c.rows.len(), areas.list_height());
            Catalogue::follow_soon(app);
        }
        Pane::Detail => {
            let height = areas.detail_height();
            move_cursor(&mut c.detail_at, step, c.detail.len(), height);
        }
    }
}

/// Shows the section that lists a kind of records, and gives the keys to its list.
pub fn to_section(app: &mut App, kind: Kind) {
    if let Some(at) = sections::ALL.iter().position(|it| it.kind() == kind) {
        choose(app, at);
        if app.catalogue.inside.take().is_some() {
            Catalogue::rebuild(app);
        }
        focus(app, Pane::List);
    }
}

/// Shows another section, as it was left.
fn choose(app: &mut App, chosen: usize) {
    let c = &mut app.catalogue;
    if c.chosen == chosen {
        return;
    }
    let stood = c.stood();
    c.left.retain(|it| it.section != stood.section);
    c.left.push(stood);
    c.trail.clear();
    c.filter.clear();
    let again = c.left.iter().find(|it| it.section == chosen).cloned();
    let again = again.unwrap_or(Stood {
        section: chosen,
        inside: None,
        key: None,
    });
    go_back_to(app, &again);
}

fn go_back_to(app: &mut App, stood: &Stood) {
    let c = &mut app.catalogue;
    (c.chosen, c.inside) = (stood.section, stood.inside);
    (c.rows, c.list) = (Vec::new(), ListCursor::default());
    Catalogue::rebuild(app);
    if let Some(key) = stood.key {
        Catalogue::stand_on(app, key);
    }
    Catalogue::follow(app);
}

/// Gives the keys to a pane. Where the detail changes its height, the list keeps its cursor in sight.
pub fn focus(app: &mut App, pane: Pane) {
    if pane == Pane::Detail {
        return Catalogue::enter_detail(app);
    }
    app.catalogue.focus = pane;
    Catalogue::resized(app);
    Catalogue::follow(app);
}

/// Gives the keys to the next pane, or to the one before.
pub fn cycle(app: &mut App, back: bool) {
    let next = match (app.catalogue.focus, back) {
        // A list with nothing in it has no detail to go to.
        (Pane::List, false) if app.catalogue.key().is_none() => Pane::Sections,
        (Pane::Sections, true) if app.catalogue.key().is_none() => Pane::List,
        (Pane::Sections, false) | (Pane::Detail, true) => Pane::List,
        (Pane::List, false) | (Pane::Sections, true) => Pane::Detail,
        (Pane::Detail, false) | (Pane::List, true) => Pane::Sections,
    };
    focus(app, next);
}

/// To the pane on the right, or into the list of the record; to the left, or out of that list.
pub fn sideways(app: &mut App, right: bool) {
    match (app.catalogue.focus, right) {
        (_, true) => {
            enter(app);
        }
        (Pane::Detail, false) => focus(app, Pane::List),
        (Pane::List, false) => out(app),
        (Pane::Sections, false) => {}
    }
}

/// Enter and →: from the sections into the list, from a row into its own list or its detail.
fn enter(app: &mut App) {
    match app.catalogue.focus {
        Pane::Sections => focus(app, Pane::List),
        Pane::List => match app.catalogue.key() {
            Some(key) if app.catalogue.inside.is_none() && leads_into(app, key) => into(app, key),
            _ => focus(app, Pane::Detail),
        },
        Pane::Detail => {}
    }
}

fn leads_into(app: &App, key: Key) -> bool {
    app.catalogue.section().leads_into(key)
}

/// Shows the list of a record of its own.
fn into(app: &mut App, key: Key) {
    let c = &mut app.catalogue;
    c.inside = Some(key);
    c.filter.clear();
    (c.rows, c.list) = (Vec::new(), ListCursor::default());
    Catalogue::rebuild(app);
    Catalogue::follow(app);
}

/// Out of a record's own list, with the cursor on the record; else to the sections.
fn out(app: &mut App) {
    match app.catalogue.inside.take() {
        Some(key) => {
            app.catalogue.filter.clear();
            Catalogue::rebuild(app);
            Catalogue::stand_on(app, key);
            Catalogue::follow(app);
        }
        None => focus(app, Pane::Sections),
    }
}

/// Enter: on to what follows; on a line of the detail, to the record that it names.
pub fn open(app: &mut App) {
    if app.catalogue.focus != Pane::Detail {
        return enter(app);
    }
    let line = app.catalogue.detail.get(app.catalogue.detail_at.at);
    let Some(key) = line.and_then(|it| it.opens) else {
        return;
    };
    let key = app.catalogue.section().opened(app, key);
    // What the catalogue lists is shown here; Esc leads back.
    if Catalogue::show(app, key) {
        return;
    }
    // What only its form tells is opened in it.
    if !go::opens(app, key) && app.catalogue.section().has_editor(key) {
        return edit(app);
    }
    match go::open(app, key) {
        Outcome::Open(page) => app.open(page),
        Outcome::Aside => app.put_screen_aside(Screen::Catalogue),
        _ => {}
    }
}

/// Esc: takes the filter away, then leads back the way one came, be it from another screen, then out of this one.
pub fn escape(app: &mut App) {
    let c = &mut app.catalogue;
    if c.focus == Pane::Detail {
        return focus(app, Pane::List);
    }
    if !c.filter.is_empty() {
        c.filter.clear();
        Catalogue::rebuild(app);
        return Catalogue::follow(app);
    }
    if let Some(stood) = c.trail.pop() {
        c.focus = Pane::List;
        return go_back_to(app, &stood);
    }
    if app.back() {
        return;
    }
    match app.catalogue.focus {
        Pane::List | Pane::Detail => out(app),
        Pane::Sections => Screen::home(app),
    }
}

/// Adds a record of the section, where it has no way of its own.
pub fn add(app: &mut App) {
    match app.catalogue.section().adds() {
        Some(CommandId::Add) | None => {
            let what = app.say(CommandId::Add.title());
            let sentence = app.say_with(Phrase::DoesNotApplyHere, &crate::args![what = what]);
            app.status.tell(Tone::Warning, sentence);
        }
        Some(command) => run(app, command),
    }
}

/// Whether the record that F2 opens takes changes: its key is told only where it does something.
#[must_use]
pub fn takes_edit(app: &App) -> bool {
    let section = app.catalogue.section();
    (app.catalogue.editable()).is_some_and(|it| section.takes_changes(app, it))
}

/// The steps of the period under the cursor, in whichever section it is named. Whether it is one.
pub fn steps(app: &mut App) -> bool {
    let Some(Key::Period(id)) = app.catalogue.under_cursor() else {
        return false;
    };
    period::steps(app, id);
    true
}

/// F2: the editor of the record under the cursor; says so where it has none.
pub fn edit(app: &mut App) {
    if !app.catalogue.can_edit() {
        let what = app.say(CommandId::Edit.title());
        let sentence = app.say_with(Phrase::DoesNotApplyHere, &crate::args![what = what]);
        return app.status.tell(Tone::Warning, sentence);
    }
    let section = app.catalogue.section();
    if let Some(key) = app.catalogue.editable()
        && let Some(editor) = section.editor(app, key)
    {
        app.open(editor);
    }
}

/// A command that the section has its own way of carrying out. Whether it has.
pub fn command(app: &mut App, command: CommandId) -> bool {
    let at = app.catalogue.under_cursor();
    app.catalogue.section().command(app, command, at)
}

/// Filters the list by words; the cursor stays on its record as long as it is there.
pub fn set_filter(app: &mut App, filter: &str) {
    filter.clone_into(&mut app.catalogue.filter);
    Catalogue::rebuild(app);
    Catalogue::follow_soon(app);
}
