//! What is wrong with a table, as data: where, in which column, what; and the sentence for a person.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::args;
use crate::domain::date::{MAX_YEAR, MIN_YEAR};
use crate::exchange::workbook::book::{Address, Unread};
use crate::exchange::workbook::error::Place;
use crate::locale::{Locale, Phrase, format};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, the sheet and the cell.
    pub place: Place,
    /// The column's title; empty where it is about the titles themselves.
    pub column: String,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What can be wrong with titles and cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// There is no row with the titles.
    NoTitles {
        /// The titles that have to be there.
        titles: Vec<String>,
    },
    /// An obligatory column is missing.
    NoColumn {
        /// Its title.
        title: String,
    },
    /// Two columns have one title.
    Twice {
        /// The title.
        title: String,
    },
    /// A column that nobody asked for.
    Unknown {
        /// Its title.
        title: String,
    },
    /// The cell has to hold something.
    Empty,
    /// The cell has no value that could be used.
    Unread(Unread),
    /// It should be a number.
    Number {
        /// What stands there.
        given: String,
    },
    /// A date stands where a number should be: spreadsheets make `12.05` one.
    DateForNumber {
        /// What stands there.
        given: NaiveDate,
    },
    /// It should be a whole number, not below zero and not too large.
    Whole {
        /// What stands there.
        given: String,
    },
    /// It should be a date with all of its year.
    Date {
        /// What stands there.
        given: String,
    },
    /// A date outside of the years that are reckoned with.
    Year {
        /// What stands there.
        given: NaiveDate,
    },
    /// It should be a yes or a no.
    YesNo {
        /// What stands there.
        given: String,
    },
    /// It should be one of these.
    NotOneOf {
        /// What stands there.
        given: String,
        /// What may stand there.
        names: Vec<String>,
    },
    /// A number that may not be so small or so large.
    Range {
        /// What stands there.
        given: Decimal,
        /// Least possible.
        min: Decimal,
        /// Greatest possible.
        max: Decimal,
    },
    /// A date before the one that it has to follow.
    Before {
        /// What stands there.
        given: NaiveDate,
        /// The date before it.
        earliest: NaiveDate,
    },
    /// The cell says something else than that of another row about the same thing.
    Differs {
        /// The cell of the other row.
        cell: Address,
    },
    /// The cell has to be empty, because another one is.
    Without {
        /// The title of the other column.
        other: String,
    },
    /// The cell has to be empty, because another one says something with which it makes no sense.
    NotFor {
        /// The title of the other column.
        other: String,
        /// What stands there.
        says: String,
    },
    /// It should be a number above zero.
    Positive {
        /// What stands there.
        given: Decimal,
    },
    /// It should be a day of the year: `20.05`.
    DayOfYear {
        /// What stands there.
        given: String,
    },
    /// A date stands where a text should be: spreadsheets make `6.2` and `1-5` one.
    DateForText {
        /// What stands there.
        given: NaiveDate,
    },
    /// Another sheet has the table already, and one is read.
    OnAnotherSheet {
        /// That sheet.
        sheet: String,
    },
    /// A line is missing.
    NoLine {
        /// What it is about.
        title: String,
    },
    /// It stands in another row already, and there may be one only.
    Again {
        /// What stands there.
        given: String,
    },
    /// The indicator is called by another name elsewhere in the file.
    OtherName {
        /// What stands there.
        given: String,
        /// What it is called there.
        first: String,
    },
    /// It names one thing, and the row is called as another one is.
    OfAnother {
        /// What it names.
        given: String,
        /// What the row is called.
        title: String,
    },
    /// It names something that does not stand on the sheet where it should.
    Nowhere {
        /// What it names.
        given: String,
        /// The sheet.
        sheet: String,
    },
}

impl Fault {
    /// The sentence for a person: where, what is wrong, what to do.
    #[must_use]
    pub fn say(&self, locale: &Locale) -> String {
        let place = self.place.say(locale);
        let column = self.column.as_str();
        let list = |names: &[String]| names.join(", ");
        let about_title = |phrase, title: &str| {
            let title = title.to_owned();
            locale.say_with(phrase, &args![place = place.as_str(), title = title])
        };
        let about_cell = |phrase, given: String| {
            let (place, column) = (place.as_str(), column);
            locale.say_with(
                phrase,
                &args![place = place, column = column, given = given],
            )
        };
        let plain = |phrase| {
            let (place, column) = (place.as_str(), column);
            locale.say_with(phrase, &args![place = place, column = column])
        };
        match &self.wrong {
            Wrong::NoTitles { titles } => locale.say_with(
                Phrase::TableNoTitles,
                &args![place = place.as_str(), titles = list(titles)],
            ),
            Wrong::NoColumn { title } => about_title(Phrase::TableNoColumn, title),
            Wrong::Twice { title } => about_title(Phrase::TableTwice, title),
            Wrong::Unknown { title } => about_title(Phrase::TableUnknown, title),
            Wrong::OnAnotherSheet { sheet } => locale.say_with(
                Phrase::TableOnAnotherSheet,
                &args![place = place.as_str(), sheet = sheet.as_str()],
            ),
            Wrong::Empty => plain(Phrase::TableEmpty),
            Wrong::Unread(Unread::Error(given)) => {
                about_cell(Phrase::TableFormulaError, given.clone())
            }
            Wrong::Unread(Unread::NotReckoned) => plain(Phrase::TableNotReckoned),
            Wrong::Unread(Unread::NoDate(given)) => about_cell(Phrase::TableNoDate, given.clone()),
            Wrong::Unread(Unread::TooLarge(given)) => {
                about_cell(Phrase::TableTooLarge, given.clone())
            }
            Wrong::Number { given } => about_cell(Phrase::TableWantsNumber, given.clone()),
            Wrong::DateForNumber { given } => {
                about_cell(Phrase::TableDateForNumber, format::date(*given))
            }
            Wrong::Whole { given } => about_cell(Phrase::TableWantsWhole, given.clone()),
            Wrong::Date { given } => about_cell(Phrase::TableWantsDate, given.clone()),
            Wrong::Year { given } => locale.say_with(
                Phrase::TableYear,
                &args![
                    place = place.as_str(),
                    column = column,
                    given = format::date(*given),
                    min = MIN_YEAR.to_string(),
                    max = MAX_YEAR.to_string(),
                ],
            ),
            Wrong::YesNo { given } => about_cell(Phrase::TableWantsYesNo, given.clone()),
            Wrong::NotOneOf { given, names } => locale.say_with(
                Phrase::TableNotOneOf,
                &args![
                    place = place.as_str(),
                    column = column,
                    given = given.as_str(),
                    names = list(names),
                ],
            ),
            Wrong::Range { given, min, max } => locale.say_with(
                Phrase::TableRange,
                &args![
                    place = place.as_str(),
                    column = column,
                    given = format::number(*given),
                    min = format::number(*min),
                    max = format::number(*max),
                ],
            ),
            Wrong::Before { given, earliest } => locale.say_with(
                Phrase::TableBefore,
                &args![
                    place = place.as_str(),
                    column = column,
                    given = format::date(*given),
                    earliest = format::date(*earliest),
                ],
            ),
            Wrong::Differs { cell } => locale.say_with(
                Phrase::TableDiffers,
                &args![
                    place = place.as_str(),
                    column = column,
                    cell = cell.to_string()
                ],
            ),
            Wrong::NotFor { other, says } => locale.say_with(
                Phrase::TableNotFor,
                &args![
                    place = place.as_str(),
                    column = column,
                    other = other.as_str(),
                    says = says.as_str()
                ],
            ),
            Wrong::Positive { given } => {
                about_cell(Phrase::TableWantsPositive, format::number(*given))
            }
            Wrong::DayOfYear { given } => about_cell(Phrase::TableWantsDayOfYear, given.clone()),
            Wrong::DateForText { given } => {
                about_cell(Phrase::TableDateForText, format::date(*given))
            }
            Wrong::NoLine { title } => about_title(Phrase::TableNoLine, title),
            Wrong::Again { given } => about_cell(Phrase::TableAgain, given.clone()),
            Wrong::OfAnother { given, title } => locale.say_with(
                Phrase::TableOfAnother,
                &args![
                    place = place.as_str(),
                    column = column,
                    given = given.as_str(),
                    title = title.as_str()
                ],
            ),
            Wrong::OtherName { given, first } => locale.say_with(
                Phrase::TableOtherName,
                &args![
                    place = place.as_str(),
                    column = column,
                    given = given.as_str(),
                    first = first.as_str()
                ],
            ),
            Wrong::Nowhere { given, sheet } => locale.say_with(
                Phrase::TableNowhere,
                &args![
                    place = place.as_str(),
                    column = column,
                    given = given.as_str(),
                    sheet = sheet.as_str()
                ],
            ),
            Wrong::Without { other } => locale.say_with(
                Phrase::TableWithout,
                &args![
                    place = place.as_str(),
                    column = column,
                    other = other.as_str()
                ],
            ),
        }
    }
}
