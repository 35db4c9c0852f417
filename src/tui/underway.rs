//! The file that is being written for the person: when it is worth telling how far it is, and how it is stopped.
//!
//! Must not know how it is written. Nobody is kept from working meanwhile; one such file is under way at a time.

use super::app::App;
use super::incoming::Patience;
use super::msg::{Effect, Timer};
use super::outgoing::{Out, Told, Unwritten, Wanted, Whom};
use super::status::Tone;
use super::{answer, bars, text};
use crate::args;
use crate::locale::Phrase;

/// Milliseconds after which it is told how far something is: what is shorter is over before anybody could read it.
const WORTH_SHOWING: u32 = 500;

/// Columns of the bar.
const BAR: usize = 20;

/// A file under way.
#[derive(Debug)]
pub struct Underway {
    /// What the writer asks whether it is still wanted; gone when it was stopped.
    patience: Option<Patience>,
    /// So many steps of so many.
    pace: (usize, usize),
    /// Whether the steps are files, which can be counted.
    are_files: bool,
    /// Whether it takes long enough to be told.
    is_shown: bool,
    /// The person was told that leaving stops it.
    asked_to_leave: bool,
}

impl Underway {
    /// Whether Esc stops it.
    #[must_use]
    pub fn stops(&self) -> bool {
        self.is_shown && self.patience.is_some()
    }
}

/// Has something written, unless something is being written already.
pub fn begin(app: &mut App, wanted: Wanted) {
    if is_busy(app) {
        return;
    }
    let sentence = app.say(Phrase::ExportBegun);
    app.status.tell(Tone::Plain, sentence);
    let patience = Patience::default();
    let awaited = patience.awaited();
    app.underway = Some(Underway {
        patience: Some(patience),
        pace: (0, 1),
        are_files: is_of_files(&wanted),
        is_shown: false,
        asked_to_leave: false,
    });
    let state = Box::new(app.state().clone());
    app.emit(Effect::Write {
        wanted,
        state,
        awaited,
    });
    app.emit(Effect::Arm(Timer::Underway, WORTH_SHOWING));
}

fn is_of_files(wanted: &Wanted) -> bool {
    match wanted {
        Wanted::Table { .. } | Wanted::Section { .. } => false,
        Wanted::Papers { .. } => true,
        Wanted::Form { whom, .. } => matches!(whom, Whom::Several(_) | Whom::Each),
    }
}

/// Whether something is being written already; says so.
pub fn is_busy(app: &mut App) -> bool {
    let is_so = app.underway.is_some();
    if is_so {
        let sentence = app.say(Phrase::ExportBusy);
        app.status.tell(Tone::Warning, sentence);
    }
    is_so
}

/// It takes long: from now on it is told.
pub fn show(app: &mut App) {
    let begun = app.say(Phrase::ExportBegun);
    let Some(it) = &mut app.underway else { return };
    it.is_shown = true;
    // The same in more words.
    if app.status.message() == Some((Tone::Plain, begun.as_str())) {
        app.status.forget();
    }
}

/// Esc: stops it. What became of it is told by whoever writes it, for it may be too late. Whether there was anything to stop.
pub fn stop(app: &mut App) -> bool {
    let Some(it) = app.underway.as_mut().filter(|it| it.stops()) else {
        return false;
    };
    it.patience = None;
    true
}

/// Whether the person is to be asked before leaving, which stops it; asks once.
pub fn asks_to_stay(app: &mut App, key: &str) -> bool {
    let Some(it) = &mut app.underway else {
        return false;
    };
    if std::mem::replace(&mut it.asked_to_leave, true) {
        return false;
    }
    let sentence = app.say_with(Phrase::LeaveUnwritten, &args![key]);
    app.status.tell(Tone::Warning, sentence);
    true
}

/// Takes in how far it is, and what came of it.
pub fn told(app: &mut App, told: Told) {
    let written = match told {
        Told::Pace(done, total) => {
            if let Some(it) = &mut app.underway {
                it.pace = (done, total);
            }
            return;
        }
        Told::Written(written) => written,
    };
    // Whoever sees nothing any more is told nothing.
    if app.underway.take().is_none() {
        return;
    }
    match written {
        Ok(Out { path, files: None }) => answer::written(app, Ok(path)),
        Ok(Out {
            path,
            files: Some(n),
        }) => {
            let sentence = app.say_with(Phrase::WrittenAll, &args![n, path]);
            app.status.tell(Tone::Good, sentence);
        }
        Err(Unwritten::Failed(why)) => answer::written(app, Err(why)),
        Err(Unwritten::Stopped) => {
            let sentence = app.say(Phrase::ExportStopped);
            app.status.tell(Tone::Plain, sentence);
        }
    }
}

/// The line that tells how far it is; `None` where that is not worth telling. A bar stands in it where there is room.
#[must_use]
pub fn line(app: &App, room: usize) -> Option<String> {
    let it = app.underway.as_ref().filter(|it| it.is_shown)?;
    let (done, total) = it.pace;
    let said = match (&it.patience, it.are_files && total > 1) {
        (None, _) => app.say(Phrase::ExportStopping),
        (Some(_), true) => {
            let n = (done + 1).min(total);
            app.say_with(Phrase::ExportPaceOf, &args![n, total])
        }
        (Some(_), false) => app.say(Phrase::ExportPace),
    };
    let bar = bars::bar(app, done, total, BAR);
    let rest = BAR.saturating_sub(text::width(&bar));
    let rest = app.theme.glyphs.bar_empty.repeat(rest);
    let whole = format!("{bar}{rest}  {said}");
    Some(match text::width(&whole) <= room {
        true => whole,
        false => said,
    })
}
