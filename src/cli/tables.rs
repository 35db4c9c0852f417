//! `smotr export --matrix` and `--list`: values of a period as a table in a file, for the command line and for the interface.

use std::path::{Path, PathBuf};

use super::context::Context;
use super::desk::Desk;
use super::exit::Exit;
use super::{files, place};
use crate::analysis::extract::{Extract, Shape};
use crate::analysis::rows;
use crate::domain::ids::{DirectionId, EditionId, IndicatorId, Now, PeriodId};
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::domain::text::fold;
use crate::exchange::values::table::{Around, organisations, people, sheet, write_lines};
use crate::exchange::workbook::{write_csv, write_csv_1251, write_xlsx};
use crate::locale::{Phrase, args};
use crate::service::clock;
use crate::tui::save;

/// What is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The period's name.
    pub period: String,
    /// A direction by its code or name; none is all.
    pub direction: Option<String>,
    /// How it is laid out.
    pub shape: Shape,
    /// Without names, with small counts hidden.
    pub published: bool,
    /// Windows-1251 instead of UTF-8.
    pub is_1251: bool,
    /// The file; none is one in the folder of exports.
    pub file: Option<PathBuf>,
    /// Write over a file that is there.
    pub replace: bool,
}

/// What a table is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A workbook.
    Xlsx,
    /// A table in text.
    Csv {
        /// In Windows-1251.
        is_1251: bool,
    },
    /// JSON Lines.
    Lines,
}

impl Kind {
    /// What a name asks for; `None` for an ending that says nothing.
    fn of(path: &Path, is_1251: bool) -> Option<Kind> {
        let end = path
            .extension()
            .map(|it| it.to_string_lossy().to_lowercase());
        match end.as_deref() {
            Some("xlsx") => Some(Kind::Xlsx),
            Some("csv") => Some(Kind::Csv { is_1251 }),
            Some("jsonl") => Some(Kind::Lines),
            _ => None,
        }
    }
}

/// Writes the table.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context, wanted: &Wanted) -> Result<(), Exit> {
    let mut desk = Desk::open(context)?;
    let written = written(context, &mut desk, wanted);
    desk.close();
    context.out.line(&written?)
}

fn written(context: &Context, desk: &mut Desk, wanted: &Wanted) -> Result<String, Exit> {
    let file = wanted.file.as_deref();
    // A charset is a matter of tables in text: whoever names one wants such a table.
    let default = if wanted.is_1251 {
        Kind::Csv { is_1251: true }
    } else {
        Kind::Xlsx
    };
    let kind = match file {
        Some(file) => Kind::of(file, wanted.is_1251).ok_or_else(|| {
            context.refuse(&(context.locale).told(Phrase::CliTableKind, Phrase::CliTableKindNext))
        })?,
        None => default,
    };
    let period = place::period(context, &desk.state, &wanted.period)?;
    desk.load(context, period)?;
    let columns = columns(context, &desk.state, period, wanted.direction.as_deref())?;
    let extract = Extract {
        period,
        columns,
        rows: None,
        shape: wanted.shape,
        published: wanted.published,
    };
    desk.took(period);
    for person in people(&desk.state, &extract) {
        desk.looked(Key::Person(person));
    }
    let table = table(&desk.state, &extract, kind, clock::now()).ok_or_else(|| {
        context.refuse(&(context.locale).told(Phrase::TroubleFailed, Phrase::TroubleFailedNext))
    })?;
    let path = match file {
        Some(file) => {
            files::write(file, &table.bytes, wanted.replace)
                .map_err(|error| files::refused(context, file, &error))?;
            files::full(file)
        }
        None => files::to_exports(context, &table.name, &table.bytes)?,
    };
    let rows = table.rows;
    Ok((context.locale).say_with(Phrase::CliRegisterWritten, &args![rows, path]))
}

/// The indicators that are asked for, in order.
fn columns(
    context: &Context,
    state: &State,
    period: PeriodId,
    direction: Option<&str>,
) -> Result<Vec<IndicatorId>, Exit> {
    let Some(span) = state.periods.get(&period) else {
        return Ok(Vec::new());
    };
    let due = rows::due(state, span);
    let Some(wanted) = direction else {
        return Ok(due.into_iter().map(|(id, _)| id).collect());
    };
    let direction = self::direction(context, state, span.edition, wanted)?;
    let of_it = due.into_iter().filter(|(_, it)| it.direction == direction);
    Ok(of_it.map(|(id, _)| id).collect())
}

/// The direction of a code or of the beginning of its name.
pub(super) fn direction(
    context: &Context,
    state: &State,
    edition: EditionId,
    wanted: &str,
) -> Result<DirectionId, Exit> {
    let all = state.directions_of(edition);
    let all = || all.iter().filter(|it| !it.1.retired);
    let folded = fold(wanted.trim());
    let found = all().find(|(_, it)| it.code == wanted.trim());
    let found = found.or_else(|| all().find(|(_, it)| fold(&it.short).starts_with(&folded)));
    if let Some((direction, _)) = found {
        return Ok(*direction);
    }
    let known: Vec<String> = all()
        .map(|(_, it)| format!("{} {}", it.code, it.short))
        .collect();
    let known = known.join(", ");
    let fact = (context.locale).say_with(Phrase::CliNoDirection, &args![name = wanted, known]);
    Err(context.refuse_line(&fact))
}

/// A table, ready to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What its file is called.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its rows.
    pub rows: usize,
}

/// The table of what is asked for; `None` where it is more than a workbook holds.
#[must_use]
pub fn table(state: &State, extract: &Extract, kind: Kind, now: Now) -> Option<Table> {
    let mut drawn = organisations(state, extract);
    fastrand::shuffle(&mut drawn);
    let around = Around {
        drawn: &drawn,
        offset: clock::offset(),
    };
    let sheet = sheet(state, extract, around)?;
    let rows = sheet.rows.len();
    let (end, bytes) = match kind {
        Kind::Csv { is_1251: false } => ("csv", write_csv(&sheet)),
        Kind::Csv { is_1251: true } => ("csv", write_csv_1251(&sheet)),
        Kind::Lines => ("jsonl", write_lines(&sheet)),
        Kind::Xlsx => {
            let made = chrono::DateTime::from_timestamp_millis(now.at.0).unwrap_or_default();
            ("xlsx", write_xlsx(&[sheet], made).ok()?)
        }
    };
    Some(Table {
        name: name(state, extract, now, end),
        bytes,
        rows,
    })
}

/// «2025-26 значения 23.11.2026.xlsx», «2025-26 значения для публикации 23.11.2026.csv».
fn name(state: &State, extract: &Extract, now: Now, end: &str) -> String {
    let period = state.periods.get(&extract.period);
    let period = period.map_or("", |it| it.name.as_str());
    let what = match extract.published {
        true => "значения для публикации",
        false => "значения",
    };
    let day = now.today.format("%d.%m.%Y").to_string();
    save::name(&[period, what, &day], end)
}
