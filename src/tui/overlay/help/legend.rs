//! What the signs on the screen mean, read from the table of glyphs: a sign that is added there has to be put here to compile.

use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::theme::Glyphs;

/// Every sign of the set in use that carries a meaning, with its words; one that has two meanings stands once.
#[must_use]
pub fn legend(app: &App) -> Vec<(&'static str, String)> {
    // Without `..` on purpose.
    let Glyphs {
        cursor,
        cursor_idle,
        marked,
        done,
        running,
        open,
        failed,
        warning,
        noted,
        submitted,
        changed,
        corrected,
        pending,
        fresh,
        colleague,
        empty,
        none,
        break_mark,
        up,
        down,
        same,
        ellipsis,
        more_above,
        more_below,
        more_left,
        more_right,
        refused,
        percent_only,
        outlier,
        closed,
        // Frames, bars and what stands between words say nothing by themselves.
        arrow: _,
        dot: _,
        // Said in words beside it.
        unsaved: _,
        bar_full: _,
        bar_empty: _,
        border: _,
    } = *app.theme.glyphs;
    let mut out: Vec<(&'static str, String)> = Vec::new();
    for (sign, phrase) in [
        (done, Phrase::SignDone),
        (submitted, Phrase::SignPending),
        (failed, Phrase::SignFailed),
        (noted, Phrase::SignNote),
        (changed, Phrase::SignChanged),
        (corrected, Phrase::SignCorrected),
        (pending, Phrase::SignUnconfirmed),
        (fresh, Phrase::SignFresh),
        (colleague, Phrase::SignColleague),
        (warning, Phrase::SignWarning),
        (open, Phrase::SignOpen),
        (running, Phrase::SignRunning),
        (empty, Phrase::SignEmpty),
        (none, Phrase::SignNone),
        (break_mark, Phrase::SignBreak),
        (up, Phrase::SignUp),
        (down, Phrase::SignDown),
        (same, Phrase::SignSame),
        (cursor, Phrase::SignCursor),
        (cursor_idle, Phrase::SignCursorIdle),
        (marked, Phrase::SignMarked),
        (ellipsis, Phrase::SignEllipsis),
        (more_above, Phrase::SignMoreAbove),
        (more_below, Phrase::SignMoreBelow),
        (more_left, Phrase::SignMoreLeft),
        (more_right, Phrase::SignMoreRight),
        (refused, Phrase::GridSignRefused),
        (percent_only, Phrase::GridSignPercentOnly),
        (outlier, Phrase::GridSignOutlier),
        (closed, Phrase::GridSignClosed),
    ] {
        let meaning = app.say(phrase);
        match out.iter_mut().find(|it| it.0 == sign) {
            Some((_, said)) => said.push_str(&format!("; {meaning}")),
            None => out.push((sign, meaning)),
        }
    }
    out
}
