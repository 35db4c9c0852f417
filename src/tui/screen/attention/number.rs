//! Digits on the list go to the next item about the organisation of that number: «12» to what there is about СШ № 12.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{AttentionScreen, Group, Row};
use crate::analysis::agenda::Item;
use crate::tui::app::App;
use crate::tui::screen::monitoring::number::tell_missed;
use crate::tui::screen::monitoring::walk::Step;

/// A key that the keymap does not know.
pub fn key(app: &mut App, key: KeyEvent) {
    let held = KeyModifiers::CONTROL | KeyModifiers::ALT;
    if let KeyCode::Char(c) = key.code
        && !key.modifiers.intersects(held)
    {
        typed(app, c);
    }
}

/// Takes a digit. A group in which the item lies folded is unfolded.
fn typed(app: &mut App, c: char) {
    if !c.is_ascii_digit() {
        return;
    }
    let number = app.attention.number.with(c, app.now.at);
    let Some(item) = found(app, &number) else {
        app.attention.number.end();
        return tell_missed(app, number);
    };
    let group = Group::Of(item.kind);
    if app.attention.is_folded(group) {
        AttentionScreen::fold(app, group, false);
    }
    let row = Row::Item(item);
    let at = app.attention.rows.iter().position(|it| it.0.is(&row));
    if let Some(at) = at {
        AttentionScreen::step(app, Step::To(at));
    }
    app.attention.number.begin(number, app.now.at);
}

/// The first item about the organisation of this number after the cursor, else from the beginning on. While a number is typed the one under
/// the cursor will do.
fn found(app: &App, number: &str) -> Option<Item> {
    let it = &app.attention;
    let is_of = |item: &&Item| {
        let organisation = item
            .organisation
            .and_then(|id| app.state().organisations.get(&id));
        let own = organisation.and_then(|it| it.number);
        own.is_some_and(|it| it.to_string() == number)
    };
    let place = |item: &Item| {
        (
            Group::Of(item.kind),
            it.items.iter().position(|it| it == item),
        )
    };
    let here = it.row().map(|row| match row {
        Row::Item(item) => (place(item), number.len() > 1),
        row => ((row.group().unwrap_or(Group::Unsaved), None), true),
    });
    let mut all: Vec<_> = it
        .items
        .iter()
        .filter(is_of)
        .map(|it| (place(it), *it))
        .collect();
    all.sort_by_key(|it| it.0);
    let after = |at: &(Group, Option<usize>)| {
        here.is_none_or(|(here, also)| *at > here || also && *at == here)
    };
    let next = all.iter().find(|it| after(&it.0)).or(all.first());
    next.map(|it| it.1)
}
