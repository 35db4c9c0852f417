//! The fields of results, corrections and objections.

use super::bodies;
use super::json::Object;
use crate::domain::results::{
    Correction, Fraction, Lack, Objection, ObjectionAnswer, ResultCell, ResultDirection,
    ResultFigure, ResultHead, ResultRow, Results, Standing, Tenure,
};
use crate::domain::rule::Confirmation;
use crate::domain::value::Entry;
use crate::exchange::names::Named;

pub(super) fn results(out: &mut Object<'_>, it: &Results) {
    let Results {
        edition,
        organisations,
        placed,
        municipality,
    } = it;
    out.whole("edition", edition.0.into());
    out.whole("organisations", (*organisations).into());
    out.whole("placed", (*placed).into());
    match municipality {
        Some(it) => out.object("municipality", |out| head(out, it)),
        None => out.null("municipality"),
    }
}

pub(super) fn row(out: &mut Object<'_>, it: &ResultRow) {
    let ResultRow {
        name,
        kind,
        days,
        tenures,
        heads,
    } = it;
    out.text("name", name);
    out.text("type", kind.name());
    out.date("from", days.0);
    out.date("to", days.1);
    out.objects("tenures", tenures, |out, it| {
        let Tenure { head, from, to } = it;
        if let Some((appointment, person, kind)) = head {
            out.whole("appointment", appointment.0.into());
            out.whole("person", person.0.into());
            out.text("type", kind.name());
        }
        out.date_opt("from", *from);
        out.date_opt("to", *to);
    });
    out.objects("heads", heads, head);
}

fn head(out: &mut Object<'_>, it: &ResultHead) {
    let ResultHead {
        person,
        standing,
        directions,
        overall,
        filled,
        applicable,
        complete,
        level,
        place,
        cells,
    } = it;
    out.id_opt("person", person.map(|it| it.0));
    match standing {
        Standing::Full => out.text("standing", "full"),
        Standing::Short { months } => {
            out.text("standing", "short");
            out.whole("months", (*months).into());
        }
        Standing::Acting => out.text("standing", "acting"),
        Standing::Vacancy => out.text("standing", "vacancy"),
    }
    out.objects("directions", directions, |out, it| {
        let ResultDirection {
            direction,
            index,
            filled,
            applicable,
        } = it;
        out.whole("direction", direction.0.into());
        fraction(out, "index", *index);
        out.whole("filled", (*filled).into());
        out.whole("applicable", (*applicable).into());
    });
    fraction(out, "overall", *overall);
    out.whole("filled", (*filled).into());
    out.whole("applicable", (*applicable).into());
    out.truth("complete", *complete);
    out.id_opt("level", level.map(u32::from));
    out.id_opt("place", *place);
    out.objects("cells", cells, |out, it| {
        let ResultCell {
            indicator,
            entry,
            figure,
            points,
            max,
            lack,
        } = it;
        out.whole("indicator", indicator.0.into());
        // Nobody wrote «н/п» into the cell, and yet that is what stood there: an empty one would be said to be missing.
        let standing = match (entry, lack) {
            (Entry::Empty, Some(Lack::Standing(reason))) => Some(Entry::NotApplicable {
                reason: reason.clone(),
            }),
            _ => None,
        };
        let entry = standing.as_ref().unwrap_or(entry);
        out.object("entry", |out| bodies::entry(out, entry));
        out.object("figure", |out| write_figure(out, *figure));
        fraction(out, "points", *points);
        out.number("max", *max);
        match lack {
            Some(it) => out.object("lack", |out| write_lack(out, it)),
            None => out.null("lack"),
        }
    });
}

fn write_figure(out: &mut Object<'_>, it: ResultFigure) {
    match it {
        ResultFigure::Number(number) => {
            out.text("is", "number");
            fraction(out, "number", Some(number));
        }
        ResultFigure::Choice(option) => {
            out.text("is", "choice");
            out.whole("option", option.into());
        }
        ResultFigure::NotApplicable => out.text("is", "not_applicable"),
        ResultFigure::NoData => out.text("is", "no_data"),
        ResultFigure::Empty => out.text("is", "empty"),
        ResultFigure::Absent => out.text("is", "absent"),
        ResultFigure::Uncomputed => out.text("is", "not_computed"),
        ResultFigure::Untold { .. } => out.text("is", "untold"),
    }
}

fn write_lack(out: &mut Object<'_>, it: &Lack) {
    match it {
        Lack::Standing(reason) => {
            out.text("why", "standing");
            out.text("reason", reason);
        }
        Lack::Input(id) => {
            out.text("why", "input");
            out.whole("indicator", id.0.into());
        }
        Lack::PeriodBefore => out.text("why", "period_before"),
        Lack::ValueBefore(id) => {
            out.text("why", "value_before");
            out.whole("period", id.0.into());
        }
        Lack::Redefined { before, now } => {
            out.text("why", "redefined");
            out.whole("before", (*before).into());
            out.whole("now", (*now).into());
        }
        Lack::Reference => out.text("why", "reference"),
        Lack::ReferenceIsZero => out.text("why", "reference_is_zero"),
    }
}

/// A fraction as it is: `613/18`.
fn fraction(out: &mut Object<'_>, name: &'static str, it: Option<Fraction>) {
    match it {
        Some(Fraction { top, bottom }) => out.text(name, &format!("{top}/{bottom}")),
        None => out.null(name),
    }
}

pub(super) fn correction(out: &mut Object<'_>, it: &Correction) {
    let Correction {
        was,
        source,
        reason,
        document,
    } = it;
    out.object("was", |out| bodies::entry(out, was));
    bodies::write_source(out, source.as_ref());
    out.text("reason", reason);
    out.whole("document", document.0.into());
}

pub(super) fn confirmation(out: &mut Object<'_>, it: &Confirmation) {
    let Confirmation { note, mark } = it;
    out.text("note", note);
    // As a text: a number of JSON would lose its last digits.
    out.text("mark", &format!("{mark:016x}"));
}

pub(super) fn objection(out: &mut Object<'_>, it: &Objection) {
    let Objection {
        period,
        organisation,
        person,
        cell,
        received,
        number,
        substance,
        due,
        answer,
    } = it;
    out.whole("period", period.0.into());
    out.whole("organisation", organisation.0.into());
    out.id_opt("person", person.map(|it| it.0));
    match cell {
        Some(cell) => out.object("cell", |out| bodies::cell(out, *cell)),
        None => out.null("cell"),
    }
    out.date("received", *received);
    out.text("number", number);
    out.text("substance", substance);
    out.date("due", *due);
    match answer {
        Some(ObjectionAnswer {
            on,
            number,
            text,
            outcome,
        }) => out.object("answer", |out| {
            out.date("on", *on);
            out.text("number", number);
            out.text("text", text);
            out.text("outcome", outcome.name());
        }),
        None => out.null("answer"),
    }
}
