//! The lines of the detail about the objections to a value: how each stands, and what is objected to.

use super::flow;
use super::panes::DetailLine;
use crate::domain::record::Key;
use crate::domain::value::Cell;
use crate::tui::app::App;
use crate::tui::overlay::objection;
use crate::tui::theme::Role;

/// «• возражение вх. № 7 от 02.07.2026   ответить до 16.07.2026   Не учтён …»; Enter opens it, as its line on the card does.
pub(super) fn lines(app: &App, cell: Cell) -> Vec<DetailLine> {
    let told = objection::to_value(app, cell).into_iter();
    told.map(|(id, it)| {
        let (said, role) = objection::standing(app, it);
        let substance: Vec<&str> = it.substance.split_whitespace().collect();
        let sign = objection::sign(app, it, role);
        let name = flow::unbroken(&objection::name(app, it));
        DetailLine {
            parts: vec![
                (format!("{sign}\u{a0}{name}"), Role::Text),
                (format!("   {}", flow::unbroken(&said)), role),
                (format!("   {}", substance.join(" ")), Role::Dim),
            ],
            opens: Some(Key::Objection(id)),
            ..DetailLine::default()
        }
    })
    .collect()
}
