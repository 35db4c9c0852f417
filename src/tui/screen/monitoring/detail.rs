//! The detail below the panes: everything about the cell on which the cursor has rested.

use super::panes::DetailLine;
use crate::tui::app::App;
use crate::tui::theme::Role;

/// Makes the lines of the detail ready.
pub fn renew(app: &mut App) {
    let Some(row) = app.monitoring.followed.clone() else {
        app.monitoring.panes.detail.clear();
        app.monitoring.panes.detail_title.clear();
        return;
    };
    let narrator = app.narrator();
    let title = row
        .cell
        .map_or_else(|| row.name.clone(), |cell| narrator.cell(cell));
    let lines = vec![DetailLine {
        parts: vec![
            (row.value.clone(), Role::Text),
            (format!("  {}", row.points), Role::Dim),
        ],
        opens: None,
    }];
    app.monitoring.panes.detail_title = title;
    app.monitoring.panes.detail = lines;
}
