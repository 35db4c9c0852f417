//! The list of what waits in the folder «загрузка», the newest first: one file is chosen, or all that were not brought in yet.
//!
//! Must not know what files say.

use super::Bringing;
use crate::args;
use crate::domain::brought::last;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::incoming::{Folder, Incoming};
use crate::tui::layer::Outcome;
use crate::tui::msg::Effect;
use crate::tui::overlay::picker::{Item, Picker};
use crate::tui::status::Tone;

/// Asks what is in the folder.
pub fn ask(app: &mut App) {
    app.emit(Effect::ListIncoming);
}

/// What is in the folder: a list to choose from, the newest first.
pub fn listed(app: &mut App, folder: Folder) {
    let path = folder.path;
    let files = match folder.files {
        Ok(files) => files,
        Err(why) => {
            let sentence = app.say_with(Phrase::IncomingUnread, &args![path, why]);
            return app.status.tell(Tone::Error, sentence);
        }
    };
    if files.is_empty() {
        let sentence = app.say_with(Phrase::IncomingNone, &args![path]);
        return app.status.tell(Tone::Plain, sentence);
    }
    let told: Vec<Option<String>> = files.iter().map(|it| brought(app, it)).collect();
    let mut items: Vec<Item<Vec<String>>> = (files.iter().zip(&told))
        .map(|(it, brought)| Item {
            label: it.name.clone(),
            right: brought
                .clone()
                .unwrap_or_else(|| app.narrator().moment(it.at)),
            value: vec![it.name.clone()],
        })
        .collect();
    let new = files.iter().zip(&told).filter(|it| it.1.is_none());
    let new: Vec<String> = new.map(|it| it.0.name.clone()).collect();
    if let 2.. = new.len() {
        let (n, left) = (new.len(), files.len() - new.len());
        items.push(Item {
            label: match left {
                0 => app.say_with(Phrase::IncomingAll, &args![n]),
                _ => app.say_with(Phrase::IncomingAllNew, &args![n]),
            },
            right: match left {
                0 => String::new(),
                _ => app.say_with(Phrase::IncomingLeft, &args![n = left]),
            },
            value: new,
        });
    }
    let title = app.say_with(Phrase::IncomingTitle, &args![path]);
    let on_pick = |app: &mut App, files: Vec<String>| {
        app.close_what_gives_way();
        let layer = Bringing::of(app, files);
        Outcome::Replace(Box::new(layer))
    };
    app.open(Box::new(Picker::new(title, items, 0, Box::new(on_pick))));
}

/// When a file was brought in, and by whom; none where it was not, or where nobody knows.
fn brought(app: &App, it: &Incoming) -> Option<String> {
    let stamp = last(app.state(), it.digest?)?;
    Some(app.narrator().brought(&stamp))
}
