//! What is understood of what is typed: the scoring that would be stored, its table, and everything that is wrong with it.

use rust_decimal::Decimal;

use super::contents::{Contents, Method, Spot, points};
use crate::args;
use crate::domain::catalogue::{Indicator, Measure, PrintedBand, Scoring};
use crate::domain::number::parse_decimal;
use crate::domain::scale::{
    Defect, Severity, Table, Values, close, defects, ends_at_whole, misfits,
};
use crate::locale::Phrase;
use crate::tui::app::App;

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How heavy it is.
    pub severity: Severity,
    /// What it is.
    pub sentence: String,
    /// The rows it stands at, as they are typed.
    pub rows: Vec<usize>,
}

/// What is understood.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The indicator as it would be stored; or what keeps it from being stored, and where.
    pub draft: Result<Indicator, (Spot, String)>,
    /// The table of a scale.
    pub table: Option<Table>,
    /// In which row as typed each row of the table stands.
    pub places: Vec<usize>,
    /// What is wrong, the faults first.
    pub findings: Vec<Finding>,
}

impl Reading {
    /// Reads what is typed about an indicator.
    #[must_use]
    pub fn of(app: &App, base: &Indicator, contents: &Contents) -> Reading {
        let mut it = Reading {
            draft: draft(app, base, contents),
            table: None,
            places: Vec::new(),
            findings: Vec::new(),
        };
        let narrator = app.narrator();
        match (contents.method, Values::of(base)) {
            (Method::Bands, Some(values)) => {
                let (table, places) = contents.table(base, values);
                let of_row = |row: usize| places.get(row).copied();
                let no_end = ends_at_whole(base, &table).is_some();
                it.findings = defects(&table)
                    .into_iter()
                    .map(|found| Finding {
                        severity: found.severity(),
                        sentence: match (&found, no_end) {
                            (Defect::AboveHighest { .. }, true) => {
                                narrator.share_without_end(&found)
                            }
                            _ => narrator.scale_defect(&found),
                        },
                        rows: found.rows().into_iter().filter_map(of_row).collect(),
                    })
                    .collect();
                (it.table, it.places) = (Some(table), places);
            }
            _ => {
                let draft = it.draft.iter();
                it.findings = draft
                    .flat_map(misfits)
                    .map(|found| Finding {
                        severity: found.severity(),
                        sentence: narrator.scoring_misfit(&found),
                        rows: Vec::new(),
                    })
                    .collect();
                if let Err((spot, why)) = &it.draft {
                    it.findings.push(Finding {
                        severity: Severity::Fault,
                        sentence: unread(app, contents.method, *spot, why),
                        rows: Vec::new(),
                    });
                }
            }
        }
        (it.findings).sort_by_key(|it| std::cmp::Reverse(it.severity));
        it
    }

    /// The heaviest that is wrong with a row.
    #[must_use]
    pub fn flag(&self, row: usize) -> Option<Severity> {
        let here = self.findings.iter().filter(|it| it.rows.contains(&row));
        here.map(|it| it.severity).max()
    }

    /// The first sentence that tells what must not stay.
    #[must_use]
    pub fn fault(&self) -> Option<&str> {
        let found = (self.findings.iter()).find(|it| it.severity == Severity::Fault);
        found.map(|it| it.sentence.as_str())
    }

    /// The first thing that has to be put right by hand before the rest can be mended.
    #[must_use]
    pub fn by_hand(&self) -> Option<Defect> {
        let unclear = |it: &Defect| {
            matches!(
                it,
                Defect::NoRow | Defect::Unreadable { .. } | Defect::NoPoints { .. }
            )
        };
        defects(self.table.as_ref()?).into_iter().find(unclear)
    }
}

/// What keeps a field from being read, and which field it is.
fn unread(app: &App, method: Method, spot: Spot, why: &str) -> String {
    let Spot::Cell { row, .. } = spot else {
        return why.to_owned();
    };
    match method.label(row) {
        Some(label) => {
            let field = app.say(label);
            app.say_with(Phrase::ScoringUnreadField, &args![field, why])
        }
        None => app.say_with(Phrase::ScoringUnreadRow, &args![row = row + 1, why]),
    }
}

/// Whether the rows make bands: nothing is wrong with them that has to be mended.
fn is_sound(table: &Table) -> bool {
    let faults = |it: &Defect| it.severity() == Severity::Fault;
    !defects(table).iter().any(faults)
}

fn draft(app: &App, base: &Indicator, contents: &Contents) -> Result<Indicator, (Spot, String)> {
    let mut it = base.clone();
    let as_it_was = Contents::of(base, &app.locale);
    let untouched = as_it_was.method == contents.method
        && match contents.method {
            Method::Bands => same_lines(&as_it_was.bands, &contents.bands),
            Method::Options => same_lines(&as_it_was.options, &contents.options),
            _ => false,
        };
    if untouched {
        return Ok(it);
    }
    it.scoring = match contents.method {
        Method::Bands => bands(app, base, contents)?,
        Method::Options => options(app, &mut it, contents)?,
        Method::PerUnit => {
            let at = |n: usize| {
                let text = contents.per_unit.get(n).map(|it| it.text());
                number(app, &text.unwrap_or_default(), n, 0)
            };
            Scoring::PerUnit {
                start: at(0)?,
                points: at(1)?,
                floor: at(2)?,
                cap: at(3)?,
            }
        }
        Method::Direct => {
            it.note = contents.note;
            let max = number(app, &contents.most.text(), 0, 0)?;
            Scoring::Direct { max }
        }
        Method::Relative => Scoring::Relative,
    };
    Ok(it)
}

fn same_lines(one: &[super::contents::Line], other: &[super::contents::Line]) -> bool {
    let texts = |lines: &[super::contents::Line]| -> Vec<[String; 2]> {
        let all = lines
            .iter()
            .map(|[left, right]| [left.text(), right.text()]);
        all.filter(|it| it.iter().any(|it| !it.trim().is_empty()))
            .collect()
    };
    texts(one) == texts(other)
}

fn bands(app: &App, base: &Indicator, contents: &Contents) -> Result<Scoring, (Spot, String)> {
    let mut lines = Vec::new();
    for (row, [left, right]) in contents.bands.iter().enumerate() {
        if contents.is_blank(row) {
            continue;
        }
        let points = match points(&right.text()) {
            Some(points) => points,
            None => number(app, &right.text(), row, 1)?,
        };
        lines.push(PrintedBand {
            values: left.text().trim().to_owned(),
            points,
        });
    }
    let sound = Values::of(base)
        .map(|values| contents.table(base, values).0)
        .filter(is_sound)
        .and_then(|table| close(&table).ok());
    Ok(match sound {
        Some(bands) => Scoring::Bands(bands),
        None => Scoring::Printed(lines),
    })
}

fn options(app: &App, it: &mut Indicator, contents: &Contents) -> Result<Scoring, (Spot, String)> {
    let (mut titles, mut all) = (Vec::new(), Vec::new());
    for (row, [left, right]) in contents.options.iter().enumerate() {
        if contents.is_blank(row) {
            continue;
        }
        let title = left.text().trim().to_owned();
        if title.is_empty() {
            let spot = Spot::Cell { row, column: 0 };
            return Err((spot, app.say(Phrase::ScoringNoOption)));
        }
        titles.push(title);
        all.push(match points(&right.text()) {
            Some(points) => points,
            None => number(app, &right.text(), row, 1)?,
        });
    }
    if let Measure::Choice { options } = &mut it.measure {
        *options = titles;
    }
    Ok(Scoring::Options(all))
}

fn number(app: &App, text: &str, row: usize, column: usize) -> Result<Decimal, (Spot, String)> {
    let spot = Spot::Cell { row, column };
    if text.trim().is_empty() {
        return Err((spot, app.say(Phrase::ScoringNoNumber)));
    }
    parse_decimal(text.trim()).map_err(|it| (spot, app.locale.number_error(it).to_string()))
}
