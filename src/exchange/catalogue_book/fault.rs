//! What is wrong with a workbook of a catalogue, as data: of a cell what tables know, of sheets and scales what only this room knows.

use chrono::{DateTime, FixedOffset};

use crate::args;
use crate::domain::scale::{Defect, Unreadable};
use crate::domain::state::State;
use crate::exchange::workbook::{Place, table};
use crate::locale::{Locale, Narrator, Phrase};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, the sheet and the cell.
    pub place: Place,
    /// The column, the line or the indicator that it is about; may be empty.
    pub about: String,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A title or a cell, as any table has it.
    Cell(table::Wrong),
    /// A sheet is missing.
    NoSheet {
        /// Its name.
        sheet: String,
    },
    /// A sheet that nobody asked for, with something on it.
    UnknownSheet {
        /// The names that there are.
        names: Vec<String>,
    },
    /// A column that nobody asked for.
    UnknownColumn,
    /// The file is of a format that a later version of the program writes.
    Newer {
        /// The format of the file.
        given: u32,
        /// The one that is known.
        known: u32,
    },
    /// A line of a scale cannot be read.
    Line(Unreadable),
    /// The lines of a scale are no scale. Rows are counted within it.
    Scale(Defect),
    /// The scale has no lines, or not those that belong to its kind.
    NoLines,
    /// Fewer than two options.
    FewOptions,
}

impl Wrong {
    /// Whether it is about a sheet or its titles, so that what is read there is of no use.
    pub(super) fn is_of_layout(&self) -> bool {
        matches!(
            self,
            Wrong::NoSheet { .. }
                | Wrong::Cell(
                    table::Wrong::NoTitles { .. }
                        | table::Wrong::NoColumn { .. }
                        | table::Wrong::Twice { .. }
                )
        )
    }
}

impl From<table::Fault> for Fault {
    fn from(it: table::Fault) -> Fault {
        Fault {
            place: it.place,
            about: it.column,
            wrong: Wrong::Cell(it.wrong),
        }
    }
}

impl Fault {
    /// The sentence for a person: where, what is wrong, what to do.
    #[must_use]
    pub fn say(&self, locale: &Locale) -> String {
        let place = self.place.say(locale);
        let about = self.about.as_str();
        let with_about =
            |phrase| locale.say_with(phrase, &args![place = place.as_str(), about = about]);
        // Lines and defects of scales name nothing of a store.
        let nothing = State::default();
        let told = |why: String| {
            let why = why.trim_end_matches('.').to_owned();
            let (place, about) = (place.as_str(), about);
            locale.say_with(
                Phrase::CatalogueBookScale,
                &args![place = place, about = about, why = why],
            )
        };
        let narrator = Narrator::new(
            locale,
            &nothing,
            *DateTime::<FixedOffset>::default().offset(),
        );
        match &self.wrong {
            Wrong::Cell(wrong) => {
                let fault = table::Fault {
                    place: self.place.clone(),
                    column: self.about.clone(),
                    wrong: wrong.clone(),
                };
                fault.say(locale)
            }
            Wrong::NoSheet { sheet } => locale.say_with(
                Phrase::CatalogueBookNoSheet,
                &args![place = place.as_str(), sheet = sheet.as_str()],
            ),
            Wrong::UnknownSheet { names } => locale.say_with(
                Phrase::CatalogueBookUnknownSheet,
                &args![place = place.as_str(), names = names.join(", ")],
            ),
            Wrong::UnknownColumn => with_about(Phrase::CatalogueBookUnknownColumn),
            Wrong::Newer { given, known } => locale.say_with(
                Phrase::CatalogueBookNewer,
                &args![
                    place = place.as_str(),
                    given = given.to_string(),
                    known = known.to_string()
                ],
            ),
            Wrong::Line(why) => told(narrator.unreadable_line(why)),
            Wrong::Scale(defect) => told(narrator.scale_defect(defect)),
            Wrong::NoLines => with_about(Phrase::CatalogueBookNoLines),
            Wrong::FewOptions => with_about(Phrase::CatalogueBookFewOptions),
        }
    }
}
