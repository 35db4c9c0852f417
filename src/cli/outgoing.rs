//! What the interface wants in files: written into the folder of exports, each with its full path.
//!
//! Must not know what is on the screen.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::tables::{self, Kind};
use super::template::Of;
use super::{files, template};
use crate::domain::ids::{Now, OrganisationId, StoreMark};
use crate::domain::state::State;
use crate::exchange::values::form::Forms;
use crate::locale::{Locale, Phrase};
use crate::service::paths::Paths;
use crate::tui::outgoing::{Wanted, Whom, Writer};
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
                direction,
                whom,
            } => {
                let forms = Forms::of(state, self.store, *period, *direction);
                let forms = forms.ok_or_else(|| self.failed())?;
                let of = (*period, *direction);
                match whom {
                    Whom::One(id) => self.one(state, &forms, of, Some(*id)),
                    Whom::Municipality => self.one(state, &forms, of, None),
                    Whom::Several(ids) => self.each(state, &forms, of, ids),
                    Whom::Each => self.each(state, &forms, of, &forms.organisations()),
                }
            }
        }
    }

    fn one(
        &self,
        state: &State,
        forms: &Forms<'_>,
        of: Of,
        id: Option<OrganisationId>,
    ) -> Result<PathBuf, String> {
        let book = self.book(forms, id)?;
        let nothing = || self.locale.say(Phrase::CliTemplateNothing);
        let book = book.ok_or_else(nothing)?;
        self.save(self.exports, &template::name(state, of, id), &book)
    }

    /// A folder of its own, with a workbook for each of whom anything is asked: with all of them, or not there.
    fn each(
        &self,
        state: &State,
        forms: &Forms<'_>,
        of: Of,
        ids: &[OrganisationId],
    ) -> Result<PathBuf, String> {
        let mut books = Vec::with_capacity(ids.len());
        for (id, name) in ids.iter().zip(template::names(state, of, ids)) {
            books.extend(self.book(forms, Some(*id))?.map(|it| (name, it)));
        }
        if books.is_empty() {
            return Err(self.locale.say(Phrase::CliTemplateNothing));
        }
        let period = state.periods.get(&of.0).map_or("", |it| it.name.as_str());
        let day = self.now.today.format("%d.%m.%Y").to_string();
        let folder = self.new_folder(&files::plain(&[period, "формы", &day]));
        files::write_all(&folder, &books, false).map_err(|it| self.locale.io_error(&it.error))?;
        Ok(folder)
    }

    fn book(
        &self,
        forms: &Forms<'_>,
        id: Option<OrganisationId>,
    ) -> Result<Option<Vec<u8>>, String> {
        template::book(forms, id, self.now).map_err(|_| self.failed())
    }

    /// Where a folder of that name, or of that name with a number, may be made.
    fn new_folder(&self, name: &str) -> PathBuf {
        let mut path = self.exports.join(name);
        let mut number = 2;
        while path.exists() {
            path = self.exports.join(format!("{name}-{number}"));
            number += 1;
        }
        path
    }

    fn save(&self, folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, String> {
        save::save(folder, name, bytes).map_err(|error| self.locale.io_error(&error))
    }

    fn failed(&self) -> String {
        self.locale.say(Phrase::TroubleFailed)
    }
}
