//! What the interface wants in files: written into the folder of exports, each with its full path.
//!
//! Must not know what is on the screen.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::Together;
use super::tables::{self, Kind};
use super::template::Of;
use super::{files, template};
use crate::domain::ids::{Now, OrganisationId, RoundId, StoreMark};
use crate::domain::record;
use crate::domain::state::State;
use crate::exchange::section::{self, Format};
use crate::exchange::values::form::Forms;
use crate::locale::{Lang, Locale, Phrase};
use crate::report::section::{Asked, paper};
use crate::tui::outgoing::{GoOn, Out, Page, Unwritten, Wanted, Whom, Writer, Written};
use crate::tui::save;

/// Writes what is wanted into the folder of exports; that of what comes in is made with it.
#[must_use]
pub fn writer(
    locale: Arc<Locale>,
    (exports, imports): (PathBuf, PathBuf),
    store: StoreMark,
) -> Writer {
    Arc::new(move |wanted, state, now, go_on| {
        let desk = Desk {
            locale: &locale,
            exports: &exports,
            store,
            now,
        };
        // What goes out to be filled in comes back there.
        drop(save::folder(&imports));
        desk.write(wanted, state, go_on)
    })
}

struct Desk<'a> {
    locale: &'a Locale,
    exports: &'a Path,
    store: StoreMark,
    now: Now,
}

impl Desk<'_> {
    fn write(&self, wanted: &Wanted, state: &State, go_on: GoOn<'_>) -> Written {
        match wanted {
            Wanted::Table { extract, is_text } => {
                let kind = match is_text {
                    true => Kind::Csv { is_1251: false },
                    false => Kind::Xlsx,
                };
                let table = tables::table(state, extract, kind, self.now);
                let table = table.ok_or_else(|| self.failed())?;
                still_wanted(go_on(1, 1))?;
                self.save(self.exports, &table.name, &table.bytes)
            }
            Wanted::Section { round, page } => self.section(state, *round, *page),
            Wanted::Papers { folder, files } => {
                let mut texts = files.iter();
                self.together(folder, files.len(), go_on, || {
                    let next = texts.next();
                    Ok(next.map(|(name, text)| (name.clone(), text.clone().into_bytes())))
                })
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
                    Whom::Several(ids) => self.each(state, (&forms, of), ids, go_on),
                    Whom::Each => self.each(state, (&forms, of), &forms.organisations(), go_on),
                }
            }
        }
    }

    fn one(&self, state: &State, forms: &Forms<'_>, of: Of, id: Option<OrganisationId>) -> Written {
        let book = self.book(forms, id)?;
        let book = book.ok_or_else(|| self.nothing())?;
        self.save(self.exports, &template::name(state, of, id), &book)
    }

    /// The section of a round. It is an official form, written in Russian whatever the language of the interface is.
    fn section(&self, state: &State, round: RoundId, page: Page) -> Written {
        let (format, ending) = match page {
            Page::Text => (Format::Text, "txt"),
            Page::Markdown => (Format::Markdown, "md"),
            Page::Docx => (Format::Docx, "docx"),
            Page::Html => (Format::Html, "html"),
        };
        let locale = Locale::new(Lang::Ru);
        let asked = Asked {
            locale: &locale,
            state,
            round,
            today: self.now.today,
        };
        let paper = paper(&asked).ok_or_else(|| self.failed())?;
        let made = chrono::DateTime::from_timestamp_millis(self.now.at.0).unwrap_or_default();
        let bytes = section::write(format, &paper, made).map_err(|error| {
            tracing::error!(%error, "the section is not written");
            self.failed()
        })?;
        let it = state.rounds.get(&round);
        let code = it.and_then(|it| state.sections.get(&it.section));
        let code = code.map_or("", |it| it.code.as_str());
        let year = it.map(|it| it.year.to_string()).unwrap_or_default();
        let word = locale.word(&record::Kind::Section);
        let name = format!("{}.{ending}", save::plain(&[&word, code, &year]));
        self.save(self.exports, &name, &bytes)
    }

    /// A workbook for each of whom anything is asked.
    fn each(
        &self,
        state: &State,
        (forms, of): (&Forms<'_>, Of),
        ids: &[OrganisationId],
        go_on: GoOn<'_>,
    ) -> Written {
        let period = state.periods.get(&of.0).map_or("", |it| it.name.as_str());
        let direction = template::direction_name(state, of);
        let day = self.now.today.format("%d.%m.%Y").to_string();
        let folder = save::plain(&[period, "формы", &direction, &day]);
        let mut names = template::names(state, of, ids).into_iter();
        let mut ids = ids.iter();
        let books = ids.len();
        self.together(&folder, books, go_on, || {
            let Some((id, name)) = ids.next().zip(names.next()) else {
                return Ok(None);
            };
            Ok(self.book(forms, Some(*id))?.map(|it| (name, it)))
        })
    }

    /// A folder of its own with so many files: with all of them, or not there.
    fn together(
        &self,
        folder: &str,
        n: usize,
        go_on: GoOn<'_>,
        mut next: impl FnMut() -> Result<Option<(String, Vec<u8>)>, Unwritten>,
    ) -> Written {
        let folder = self.new_folder(folder);
        let failed = |it: files::Unwritten| Unwritten::Failed(self.locale.io_error(&it.error));
        let mut all = Together::begin(&folder, false).map_err(failed)?;
        let mut added = 0;
        for done in 0..n {
            still_wanted(go_on(done, n))?;
            if let Some((name, bytes)) = next()? {
                all.add(&name, &bytes).map_err(failed)?;
                added += 1;
            }
        }
        if added == 0 {
            return Err(self.nothing());
        }
        still_wanted(go_on(n, n))?;
        all.done().map_err(failed)?;
        Ok(Out {
            path: files::full(&folder),
            files: Some(added),
        })
    }

    fn book(
        &self,
        forms: &Forms<'_>,
        id: Option<OrganisationId>,
    ) -> Result<Option<Vec<u8>>, Unwritten> {
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

    fn save(&self, folder: &Path, name: &str, bytes: &[u8]) -> Written {
        let failed = |error| Unwritten::Failed(self.locale.io_error(&error));
        let path = save::save(folder, name, bytes).map_err(failed)?;
        Ok(Out {
            path: path.display().to_string(),
            files: None,
        })
    }

    fn failed(&self) -> Unwritten {
        Unwritten::Failed(self.locale.say(Phrase::TroubleFailed))
    }

    fn nothing(&self) -> Unwritten {
        Unwritten::Failed(self.locale.say(Phrase::CliTemplateNothing))
    }
}

/// Nothing has its name yet when this is asked.
fn still_wanted(is_wanted: bool) -> Result<(), Unwritten> {
    is_wanted.then_some(()).ok_or(Unwritten::Stopped)
}
