//! What is wrong with a TOML file: where, and what was expected there.

use crate::args;
use crate::locale::{Locale, Phrase};

/// A fault in a file: which file, which line, which field, what about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TomlError {
    /// The file as named by whoever gave it.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// The field, with what it belongs to: `indicators 6.2: scoring.bands`.
    pub field: String,
    /// What about it.
    pub problem: Problem,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file is not TOML.
    Syntax {
        /// What the TOML reader says of it, in English.
        said: String,
        /// Where in the line, from 1.
        column: usize,
    },
    /// A field stands twice in its table.
    Twice,
    /// There is no such field.
    Unknown,
    /// The field must be there.
    Missing,
    /// The field holds something else.
    Expected(Wanted),
    /// Not one of the names that are possible.
    NotOneOf {
        /// What stands there.
        given: String,
        /// What may stand there.
        names: Vec<String>,
    },
    /// It names something that the file does not hold.
    Unresolved {
        /// What it names.
        given: String,
    },
    /// It is there twice.
    Duplicate {
        /// What.
        given: String,
    },
    /// The bounds of a scale do not rise.
    Scale,
    /// A band begins both at a value and above one.
    TwoEdges,
    /// The options of the scale are not those of the measure, in their order.
    Options,
    /// A text with characters that a screen can't show.
    Unprintable,
    /// The file is of a format that a later version of the program writes.
    Newer {
        /// The format of the file.
        given: u32,
        /// The one that is known.
        known: u32,
    },
}

/// What should have stood in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A text.
    Text,
    /// A text that is not empty.
    Words,
    /// An exact number.
    Number,
    /// A whole number ≥ 0.
    Whole,
    /// A number > 0.
    Positive,
    /// `true` or `false`.
    Truth,
    /// A date such as 2023-09-01.
    Date,
    /// A day and month such as "20.05".
    DayMonth,
    /// A list.
    List,
    /// A table.
    Table,
}

impl Wanted {
    fn phrase(self) -> Phrase {
        match self {
            Wanted::Text => Phrase::TomlWantsText,
            Wanted::Words => Phrase::TomlWantsWords,
            Wanted::Number => Phrase::TomlWantsNumber,
            Wanted::Whole => Phrase::TomlWantsWhole,
            Wanted::Positive => Phrase::TomlWantsPositive,
            Wanted::Truth => Phrase::TomlWantsTruth,
            Wanted::Date => Phrase::TomlWantsDate,
            Wanted::DayMonth => Phrase::TomlWantsDayMonth,
            Wanted::List => Phrase::TomlWantsList,
            Wanted::Table => Phrase::TomlWantsTable,
        }
    }
}

impl TomlError {
    /// The sentence for a person: file and line, what is wrong, what to do.
    #[must_use]
    pub fn say(&self, locale: &Locale) -> String {
        let (file, line, field) = (self.file.as_str(), self.line, self.field.as_str());
        match &self.problem {
            Problem::Syntax { said, column } => {
                let detail = locale.toml_words(said);
                let args = args![file = file, line = line, column = *column, detail];
                locale.say_with(Phrase::TomlSyntaxAt, &args)
            }
            Problem::Twice => locale.say_with(
                Phrase::TomlTwice,
                &args![file = file, line = line, field = field],
            ),
            Problem::Unknown => locale.say_with(
                Phrase::TomlUnknown,
                &args![file = file, line = line, field = field],
            ),
            Problem::Missing => locale.say_with(
                Phrase::TomlMissing,
                &args![file = file, line = line, field = field],
            ),
            Problem::Expected(wanted) => locale.say_with(
                wanted.phrase(),
                &args![file = file, line = line, field = field],
            ),
            Problem::NotOneOf { given, names } => locale.say_with(
                Phrase::TomlNotOneOf,
                &args![
                    file = file,
                    line = line,
                    field = field,
                    given = given.as_str(),
                    names = names.join(", "),
                ],
            ),
            Problem::Unresolved { given } => locale.say_with(
                Phrase::TomlUnresolved,
                &args![
                    file = file,
                    line = line,
                    field = field,
                    given = given.as_str()
                ],
            ),
            Problem::Duplicate { given } => locale.say_with(
                Phrase::TomlDuplicate,
                &args![
                    file = file,
                    line = line,
                    field = field,
                    given = given.as_str()
                ],
            ),
            Problem::Scale => locale.say_with(
                Phrase::TomlScale,
                &args![file = file, line = line, field = field],
            ),
            Problem::TwoEdges => locale.say_with(
                Phrase::TomlTwoEdges,
                &args![file = file, line = line, field = field],
            ),
            Problem::Options => locale.say_with(
                Phrase::TomlOptions,
                &args![file = file, line = line, field = field],
            ),
            Problem::Newer { given, known } => locale.say_with(
                Phrase::TomlNewer,
                &args![
                    file = file,
                    line = line,
                    given = given.to_string(),
                    known = known.to_string()
                ],
            ),
            Problem::Unprintable => locale.say_with(
                Phrase::TomlUnprintable,
                &args![file = file, line = line, field = field],
            ),
        }
    }
}
