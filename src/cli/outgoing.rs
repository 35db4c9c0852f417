//! What the interface wants in files: written into the folder of exports, each with its full path.
//!
//! Must not know what is on the screen.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::tables::{self, Kind};
use super::{files, template};
use crate::domain::ids::{Now, OrganisationId, PeriodId, StoreMark};
use crate::domain::state::State;
use crate::exchange::values::form::Forms;
use crate::locale::{Locale, Phrase};
use crate::service::paths::Paths;
use crate::tui::outgoing::{Wanted, Writer};
use crate::tui::save;

/// Writes what is wanted.
#[must_use]
pub fn writer(locale: Arc<Locale>, paths: &Paths, store: StoreMark) -> Writer {
    let (exports, imports) = (paths.exports.clone(), paths.imports.clone());
    Arc::new(move |wanted, state, now| {
        let desk = Desk {
            locale: &locale,
            exports: &exports,
            store,
            now,
        };
        // What goes out to be filled in comes back there.
        drop(save::folder(&imports));
        let written = desk.write(wanted, state);
        written.map(|path| path.display().to_string())
    })
}

struct Desk<'a> {
    locale: &'a Locale,
    exports: &'a Path,
    store: StoreMark,
    now: Now,
}

impl Desk<'_> {
    fn write(&self, wanted: &Wanted, state: &State) -> Result<PathBuf, String> {
        match wanted {
            Wanted::Table { extract, is_text } => {
                let kind = match is_text {
                    true => Kind::Csv { is_1251: false },
                    false => Kind::Xlsx,
                };
                let table = tables::table(state, extract, kind, self.now);
                let table = table.ok_or_else(|| self.failed())?;
                self.save(self.exports, &table.name, &table.bytes)
            }
            Wanted::Form {
                period,
                organisation,
            } => {
                let forms = Forms::of(state, self.store, *period).ok_or_else(|| self.failed())?;
                match organisation {
                    Some(id) => self.one(state, &forms, (*period, *id), self.exports),
                    None => self.each(state, &forms, *period),
                }
            }
        }
    }

    fn one(
        &self,
        state: &State,
        forms: &Forms<'_>,
        (period, id): (PeriodId, OrganisationId),
        folder: &Path,
    ) -> Result<PathBuf, String> {
        let book = template::book(forms, id, self.now).map_err(|_| self.failed())?;
        let nothing = || self.locale.say(Phrase::CliTemplateNothing);
        let book = book.ok_or_else(nothing)?;
        self.save(folder, &template::name(state, period, id), &book)
    }

    /// A folder of its own, with a workbook for each.
    fn each(&self, state: &State, forms: &Forms<'_>, period: PeriodId) -> Result<PathBuf, String> {
        let name = state.periods.get(&period).map_or("", |it| it.name.as_str());
        let day = self.now.today.format("%d.%m.%Y").to_string();
        let folder = self.new_folder(&files::plain(&[name, "формы", &day]));
        let folder = folder.map_err(|error| self.locale.io_error(&error))?;
        for id in forms.organisations() {
            self.one(state, forms, (period, id), &folder)?;
        }
        Ok(folder)
    }

    /// A folder of that name, or of that name with a number.
    fn new_folder(&self, name: &str) -> io::Result<PathBuf> {
        save::folder(self.exports)?;
        let mut path = self.exports.join(name);
        let mut number = 2;
        while path.exists() {
            path = self.exports.join(format!("{name}-{number}"));
            number += 1;
        }
        save::folder(&path)?;
        Ok(path)
    }

    fn save(&self, folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, String> {
        save::save(folder, name, bytes).map_err(|error| self.locale.io_error(&error))
    }

    fn failed(&self) -> String {
        self.locale.say(Phrase::TroubleFailed)
    }
}
