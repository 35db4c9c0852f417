//! What stands in a cell of a table of values: as it would be typed, or why it can't be used, in a sentence with the address.

use chrono::Datelike as _;
use rust_decimal::Decimal;

use crate::analysis::batch::{Beside, Named, Spot, Told, Whose};
use crate::domain::entry_text::read_mark;
use crate::domain::number::parse_decimal;
use crate::domain::text::{clean, clean_multiline};
use crate::exchange::workbook::table::{Fault, Wrong};
use crate::exchange::workbook::{Address, CellText, Place, Sheet};
use crate::locale::Phrase;

use super::{Against, Reading, say};
use crate::domain::ids::{IndicatorId, PeriodId};
use crate::domain::value::Entry;
use crate::exchange::values::titles::{NO_DATA, NOT_APPLICABLE, because};

/// Characters of a school's own words that are told.
pub(super) const WORDS: usize = 80;

/// A sheet that is being read.
pub(super) struct Cells<'a> {
    pub(super) against: Against<'a>,
    pub(super) file: &'a str,
    pub(super) sheet: &'a Sheet,
    first: Spot,
    /// So many values are read yet; one more says that there are too many.
    pub(super) room: usize,
    /// The sheet is looked at with its rows for columns.
    turned: bool,
}

impl<'a> Cells<'a> {
    pub(super) fn of(reading: &'a Reading<'_>, at: usize, sheet: &'a Sheet) -> Cells<'a> {
        Cells {
            against: reading.against,
            file: &reading.file.name,
            sheet,
            first: reading.spot(at, 0, None),
            room: reading.room(),
            turned: false,
        }
    }

    /// The same with rows for columns: `sheet` is turned already.
    pub(super) fn turned<'b>(&'b self, sheet: &'b Sheet) -> Cells<'b> {
        Cells {
            sheet,
            turned: true,
            ..*self
        }
    }

    pub(super) fn is_turned(&self) -> bool {
        self.turned
    }

    /// Where a cell stands in the file.
    fn real(&self, at: Address) -> Address {
        match self.turned {
            true => Address {
                row: at.column,
                column: at.row,
            },
            false => at,
        }
    }

    pub(super) fn spot(&self, at: Address) -> Spot {
        let at = self.real(at);
        Spot {
            row: at.row,
            column: Some(at.column),
            ..self.first
        }
    }

    /// «форма.xlsx, лист «Условия», ячейка B12».
    pub(super) fn place(&self, cell: Address) -> String {
        self.sheet_place(Some(cell)).say(self.against.locale)
    }

    pub(super) fn sheet_place(&self, cell: Option<Address>) -> Place {
        Place {
            file: self.file.to_owned(),
            sheet: self.sheet.name.clone(),
            cell: cell.map(|it| self.real(it)),
        }
    }

    /// The indicator of a code or a name in a cell; `title` is the name that stands beside a code.
    ///
    /// # Errors
    /// The sentence where a number does not say which code it is.
    pub(super) fn indicator(
        &self,
        period: PeriodId,
        at: Address,
        title: Option<&str>,
    ) -> Result<Option<Named<IndicatorId>>, String> {
        let names = self.against.names;
        if let CellText::Number(number) = self.sheet.at(at) {
            let found = names.indicator_of_number(period, *number, title);
            return found.map(Some).map_err(|alike| {
                self.say(
                    Phrase::ValuesCodeNumber,
                    &[
                        ("place", &self.place(at)),
                        ("code", &alike.short),
                        ("other", &alike.long),
                    ],
                )
            });
        }
        Ok(self.text(at).map(|it| names.indicator(period, &it)))
    }

    pub(super) fn say(&self, phrase: Phrase, args: &[(&'static str, &str)]) -> String {
        say(self.against.locale, phrase, args)
    }

    /// One line of text without stray spaces; `None` where there is none.
    pub(super) fn text(&self, at: Address) -> Option<String> {
        let cell = self.sheet.at(at);
        let text = tidy(&cell.to_string());
        (!text.is_empty() && !matches!(cell, CellText::Unread(_))).then_some(text)
    }

    /// The same with its line breaks.
    pub(super) fn lines(&self, at: Address) -> Option<String> {
        self.text(at)?;
        Some(
            clean_multiline(&self.sheet.at(at).to_string())
                .trim()
                .to_owned(),
        )
    }

    /// What the cell says of a value; `None` where nothing stands there. `column` is what a sentence calls it.
    pub(super) fn told(&self, at: Address, column: &str, percents: bool) -> Option<Told> {
        let wrong = |wrong| {
            let fault = Fault {
                place: self.sheet_place(Some(at)),
                column: column.to_owned(),
                wrong,
            };
            Some(Told::Wrong(fault.say(self.against.locale)))
        };
        match self.sheet.at(at) {
            cell if cell.is_blank() => None,
            CellText::Empty => None,
            CellText::Text(text) => {
                let text = tidy(text);
                if let Some(typed) = like_a_date(&text) {
                    return Some(self.taken_for_a_date(at, &text, &typed));
                }
                (!is_dash(&text)).then(|| of_text(text, percents))
            }
            CellText::Number(number) => Some(Told::Number {
                number: *number,
                percents,
            }),
            CellText::Percent(share) => match share.checked_mul(Decimal::ONE_HUNDRED) {
                Some(percent) => Some(Told::Percent(percent.normalize())),
                None => wrong(Wrong::Number {
                    given: share.to_string(),
                }),
            },
            CellText::Date(day) => {
                let typed = format!("{}/{}", day.day(), day.month());
                let given = day.format("%d.%m.%Y").to_string();
                Some(self.taken_for_a_date(at, &given, &typed))
            }
            cell @ CellText::Bool(_) => Some(Told::Text(cell.to_string())),
            CellText::Unread(why) => wrong(Wrong::Unread(why.clone())),
        }
    }

    /// A date where a number is needed: what was typed there, as likely as not.
    fn taken_for_a_date(&self, at: Address, given: &str, typed: &str) -> Told {
        let place = self.place(at);
        let args = [("place", &*place), ("given", given), ("typed", typed)];
        Told::Wrong(self.say(Phrase::ValuesDate, &args))
    }

    /// What the cells of a row say together: the entry, or the parts of a ratio, or its percent; and why, where it is «н/п».
    pub(super) fn together(&self, of: Several) -> Option<(Address, Told)> {
        let part = |at: Option<Address>, column| Some((at?, self.told(at?, column, of.percents)?));
        let numerator = part(of.numerator, "Числитель");
        let denominator = part(of.denominator, "Знаменатель");
        let entry = part(of.entry, "Значение");
        let parts = [&numerator, &denominator];
        for (at, told) in parts.into_iter().chain([&entry]).flatten() {
            if matches!(told, Told::Wrong(_)) {
                return Some((*at, told.clone()));
            }
        }
        let percent = || Some((of.percent?, self.told(of.percent?, "Процент", true)?));
        let whole = entry.clone().or_else(percent);
        let two_things = |at: Address| {
            let beside = whole.as_ref().map_or(at, |it| it.0);
            let (place, beside) = (self.place(at), self.real(beside).to_string());
            self.say(
                Phrase::ValuesTwoThings,
                &[("place", &place), ("beside", &beside)],
            )
        };
        if let Some((at, mark)) = entry.as_ref().and_then(|(at, it)| Some((*at, mark(it)?))) {
            if let Some((above, _)) = &numerator
                && !of.are_there
            {
                return Some((*above, Told::Wrong(two_things(*above))));
            }
            let reason = of.reason.and_then(|it| self.text(it)).unwrap_or_default();
            return Some((at, Told::Text(because(mark, &reason))));
        }
        match (numerator, denominator) {
            (Some((at, above)), below) => {
                let below = below.map(|(_, it)| it.as_typed());
                let number = match whole.as_ref().map(|it| figure(&it.1)) {
                    Some(None) => return Some((at, Told::Wrong(two_things(at)))),
                    number => number.flatten(),
                };
                let parts = Told::Parts {
                    numerator: above.as_typed(),
                    denominator: below,
                    beside: number.map(|number| Beside {
                        number,
                        said: two_things(at),
                    }),
                };
                return Some((at, parts));
            }
            // What is below the line may be known beforehand: alone it says nothing.
            (None, Some((at, _)))
                if entry.is_none() && of.percent.and_then(|it| self.text(it)).is_none() =>
            {
                let place = self.place(at);
                let said = self.say(Phrase::ValuesNoNumerator, &[("place", &place)]);
                let denominator = self.text(at).unwrap_or_default();
                return Some((at, Told::Below { denominator, said }));
            }
            (None, _) => {}
        }
        if let Some((at, told)) = entry {
            return Some((at, told));
        }
        let at = of.percent?;
        let told = match self.told(at, "Процент", true)? {
            Told::Text(text) => Told::Text(match text.ends_with('%') {
                true => text,
                false => format!("{text} %"),
            }),
            other => other,
        };
        Some((at, told))
    }

    /// A row that has no value, and words: they are no answer, and are not to be lost without one.
    pub(super) fn only_words(&self, at: Address, code: &str, words: &str) -> String {
        let short: String = words.chars().take(WORDS).collect();
        let place = self.place(at);
        self.say(
            Phrase::ValuesOnlyWords,
            &[("place", &place), ("code", code), ("words", &short)],
        )
    }

    /// Whom a row is about.
    pub(super) fn whose(&self, name: &str, head: Option<String>) -> Whose {
        let names = self.against.names;
        match names.organisation(name) {
            Named::Unknown(_) if names.is_municipality(name) => Whose::Municipality,
            organisation => Whose::Organisation { organisation, head },
        }
    }
}

/// Cells that belong together.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Several {
    pub(super) entry: Option<Address>,
    pub(super) numerator: Option<Address>,
    pub(super) denominator: Option<Address>,
    pub(super) percent: Option<Address>,
    pub(super) reason: Option<Address>,
    /// The parts are those that the cell has: whoever writes a word beside them means the word.
    pub(super) are_there: bool,
    /// What stands for the whole of a ratio is what it comes to: the file says so.
    pub(super) percents: bool,
}

/// A text as a number, where it is one: the comma in a table is a decimal sign and nothing else.
pub(super) fn of_text(text: String, percents: bool) -> Told {
    match parse_decimal(&text) {
        Ok(number) => Told::Number { number, percents },
        Err(_) => Told::Text(text),
    }
}

/// The figure that stands for a ratio, whatever sign is with it.
pub(super) fn figure(told: &Told) -> Option<Decimal> {
    match told {
        Told::Number { number, .. } | Told::Percent(number) => Some(*number),
        Told::Text(text) => parse_decimal(text.strip_suffix('%')?).ok(),
        _ => None,
    }
}

/// A text without control characters and stray spaces of any kind.
pub(super) fn tidy(text: &str) -> String {
    let clean = clean(text);
    let words: Vec<&str> = clean.split_whitespace().collect();
    words.join(" ")
}

/// What a spreadsheet writes into a table in text for what it took for a date, `05.12.2025` or «05.дек»: the fraction that was typed.
fn like_a_date(text: &str) -> Option<String> {
    let mut parts = text.split(['.', '-']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next());
    let number = |it: &str| it.parse::<usize>().ok().filter(|_| it.len() <= 2);
    let is_year = |it: &str| it.len() == 4 && it.parse::<u32>().is_ok();
    let named = MONTHS
        .iter()
        .position(|it| month.to_lowercase().starts_with(it));
    let month = match (named, year) {
        (Some(at), _) => at + 1,
        (None, Some(year)) if is_year(year) => number(month).filter(|it| (1..=12).contains(it))?,
        (None, _) => return None,
    };
    let day = number(day).filter(|it| (1..=31).contains(it))?;
    parts.next().is_none().then(|| format!("{day}/{month}"))
}

/// How the names of months begin.
const MONTHS: [&str; 12] = [
    "янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
];

/// A dash is how people leave a cell empty.
fn is_dash(text: &str) -> bool {
    matches!(text, "-" | "–" | "—" | "−")
}

/// «н/п» and «нет данных» in any of their spellings, where no reason is said with it.
fn mark(told: &Told) -> Option<&'static str> {
    match told {
        Told::Text(text) => mark_of(text),
        _ => None,
    }
}

/// The same of a text.
pub(super) fn mark_of(text: &str) -> Option<&'static str> {
    match read_mark(text)? {
        Entry::NotApplicable { reason } if reason.is_empty() => Some(NOT_APPLICABLE),
        Entry::NoData { reason } if reason.is_empty() => Some(NO_DATA),
        _ => None,
    }
}
