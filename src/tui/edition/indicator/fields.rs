//! The form of an indicator: all that an edition says of one but its scale, in groups, and the indicator that the fields make.

use rust_decimal::Decimal;

use super::super::reading::{Reading, one_of};
use super::names::*;
use super::{measure, wording};
use crate::domain::catalogue::{
    Better, Bounds, Indicator, NoteRule, Origin, Periodicity, RollUp, SubjectKind,
};
use crate::domain::ids::{DirectionId, EditionId, IndicatorId, Seq};
use crate::domain::number::format_typed;
use crate::domain::people::OrganisationKind;
use crate::locale::{Phrase, Word};
use crate::tui::app::App;
use crate::tui::inline::purpose::{self, Fault};
use crate::tui::widget::form::{Candidate, Field, Form, Kind, Lookup, Tick};

const LEVELS: [SubjectKind; 3] = [
    SubjectKind::Organisation,
    SubjectKind::Person,
    SubjectKind::Municipality,
];
const BETTERS: [Better; 2] = [Better::Higher, Better::Lower];
const NOTES: [NoteRule; 3] = [NoteRule::Free, NoteRule::AtZero, NoteRule::Always];
const PERIODICITIES: [Periodicity; 4] = [
    Periodicity::Year,
    Periodicity::HalfYear,
    Periodicity::Quarter,
    Periodicity::AsItHappens,
];
const ROLL_UPS: [RollUp; 4] = [RollUp::Last, RollUp::Sum, RollUp::Mean, RollUp::FromParts];
const ORIGINS: [Origin; 3] = [Origin::Found, Origin::Adapted, Origin::Own];
const KINDS_OF: [(OrganisationKind, &str); 9] = [
    (OrganisationKind::School, "school"),
    (OrganisationKind::Basic, "basic"),
    (OrganisationKind::Primary, "primary"),
    (OrganisationKind::Boarding, "boarding"),
    (OrganisationKind::Gymnasium, "gymnasium"),
    (OrganisationKind::Lyceum, "lyceum"),
    (OrganisationKind::Kindergarten, "kindergarten"),
    (OrganisationKind::Additional, "additional"),
    (OrganisationKind::Other, "other"),
];
/// Decimal places that are offered.
const OFFERED_DECIMALS: u32 = 4;
/// Days of each month, in a leap year.
const DAYS: [u32; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// Where an indicator stands, and what it says.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    pub edition: EditionId,
    pub id: Option<IndicatorId>,
    pub seen: Option<Seq>,
    pub it: &'a Indicator,
}

/// The whole form.
pub fn form(app: &App, shown: Shown<'_>) -> Form {
    let it = shown.it;
    let mut fields = Vec::new();
    heading(app, Phrase::HeadingIndicator, "heading.what", &mut fields);
    fields.extend([
        line(app, CODE, Phrase::LabelCode, &it.code),
        Field::text(TITLE, app.say(Phrase::LabelTitle), &it.title),
        line(app, SHORT, Phrase::LabelShort, &it.short),
        Field::lookup(
            DIRECTION,
            app.say(Phrase::LabelDirection),
            directions(app, shown.edition, it.direction),
        ),
        choice(app, LEVEL, Phrase::LabelAbout, &LEVELS, it.level),
        line(app, WEIGHT, Phrase::LabelWeight, &number(it.weight)),
    ]);
    heading(app, Phrase::HeadingMeasure, "heading.measure", &mut fields);
    fields.push(ways(app, it));
    fields.extend(measure::fields(app, shown.edition, shown.id, &it.measure));
    fields.extend([
        line(app, UNIT, Phrase::LabelUnit, &it.unit),
        Field::choice(
            DECIMALS,
            app.say(Phrase::LabelDecimals),
            (0..=it.decimals.max(OFFERED_DECIMALS))
                .map(|it| it.to_string())
                .collect(),
            usize::try_from(it.decimals).unwrap_or(0),
        ),
        choice(app, BETTER, Phrase::LabelBetter, &BETTERS, it.better),
        Field::text(METHOD, app.say(Phrase::LabelMethod), &it.method),
        Field::new(SCALE, app.say(Phrase::HeadingScale), Kind::Heading),
    ]);
    heading(app, Phrase::HeadingChecks, "heading.checks", &mut fields);
    let Bounds {
        hard_min,
        hard_max,
        soft_min,
        soft_max,
    } = it.bounds;
    let maybe = |it: Option<Decimal>| it.map(number).unwrap_or_default();
    fields.extend([
        line(app, HARD_MIN, Phrase::LabelHardMin, &maybe(hard_min)),
        line(app, HARD_MAX, Phrase::LabelHardMax, &maybe(hard_max)),
        line(app, SOFT_MIN, Phrase::LabelSoftMin, &maybe(soft_min)),
        line(app, SOFT_MAX, Phrase::LabelSoftMax, &maybe(soft_max)),
        line(app, JUMP, Phrase::LabelJump, &maybe(it.jump)),
        choice(app, NOTE, Phrase::LabelNoteRule, &NOTES, it.note),
        measure::yes_no(
            app,
            EVIDENCE,
            Phrase::LabelEvidenceRequired,
            it.evidence_required,
        ),
        Field::text(
            INSTRUCTION,
            app.say(Phrase::LabelInstruction),
            &it.instruction,
        ),
    ]);
    heading(
        app,
        Phrase::HeadingCollecting,
        "heading.collecting",
        &mut fields,
    );
    let kinds = (KINDS_OF.iter())
        .map(|(kind, token)| Tick {
            token: (*token).to_owned(),
            label: app.locale.word(kind),
            on: it.kinds.contains(kind),
        })
        .collect();
    fields.extend([
        choice(
            app,
            PERIODICITY,
            Phrase::LabelPeriodicity,
            &PERIODICITIES,
            it.periodicity,
        ),
        choice(app, ROLL_UP, Phrase::LabelRollUp, &ROLL_UPS, it.roll_up),
        line(
            app,
            MEASURED_ON,
            Phrase::LabelMeasuredOn,
            &it.measured_on.map(day).unwrap_or_default(),
        ),
        Field::new(
            KINDS,
            app.say(Phrase::LabelKinds),
            Kind::Ticks {
                items: kinds,
                at: 0,
            },
        ),
        Field::text(
            REASONS,
            app.say(Phrase::LabelReasons),
            &it.na_reasons.join("\n"),
        ),
        Field::text(SOURCE, app.say(Phrase::LabelWhereFrom), &it.source),
        line(app, RESPONSIBLE, Phrase::LabelResponsible, &it.responsible),
    ]);
    heading(app, Phrase::HeadingOrigin, "heading.origin", &mut fields);
    fields.extend([
        choice(app, ORIGIN, Phrase::LabelOrigin, &ORIGINS, it.origin),
        Field::text(
            ORIGIN_NOTE,
            app.say(Phrase::LabelOriginNote),
            &it.origin_note,
        ),
    ]);
    heading(app, Phrase::HeadingWording, "heading.wording", &mut fields);
    fields.extend(wording::fields(app, &it.wording));
    fields.push(Field::new(
        wording::ADD,
        app.say(Phrase::ButtonAddWording),
        Kind::Action,
    ));
    fields.push(purpose::seen_or_absent_field(shown.seen));
    let mut form = Form::new(fields, app.say(Phrase::ButtonWriteIndicator));
    measure::show(&mut form, app);
    form
}

fn heading(app: &App, phrase: Phrase, name: &str, fields: &mut Vec<Field>) {
    fields.push(Field::new(name, app.say(phrase), Kind::Heading));
}

fn line(app: &App, name: &str, label: Phrase, text: &str) -> Field {
    Field::line(name, app.say(label), text)
}

fn choice<T: Word + PartialEq>(app: &App, name: &str, label: Phrase, all: &[T], it: T) -> Field {
    let words = all.iter().map(|it| app.locale.word(it)).collect();
    let at = all.iter().position(|other| *other == it).unwrap_or(0);
    Field::choice(name, app.say(label), words, at)
}

/// The ways in which a number comes about.
fn ways(app: &App, it: &Indicator) -> Field {
    let words = [
        Phrase::MeasureNumber,
        Phrase::MeasureRatio,
        Phrase::MeasureChoice,
        Phrase::MeasureDelta,
        Phrase::MeasureBenchmark,
    ];
    let words: Vec<String> = words.into_iter().map(|it| app.say(it)).collect();
    let own = app.locale.word(&it.measure);
    let at = words.iter().position(|it| *it == own).unwrap_or(0);
    Field::choice(MEASURE, app.say(Phrase::LabelMeasure), words, at)
}

/// The directions of the edition that are in use, and the indicator's own.
fn directions(app: &App, edition: EditionId, chosen: DirectionId) -> Lookup {
    let all = (app.state().directions_of(edition).into_iter())
        .filter(|(id, it)| !it.retired || *id == chosen)
        .map(|(id, it)| Candidate {
            token: id.0.to_string(),
            label: format!("{} {}", it.code, it.short),
            more: String::new(),
        })
        .collect();
    let mut lookup = Lookup::new(all, false);
    lookup.choose([chosen.0.to_string().as_str()].into_iter());
    lookup
}

fn number(it: Decimal) -> String {
    format_typed(it.normalize())
}

/// «30.06».
fn day((month, day): (u32, u32)) -> String {
    format!("{day:02}.{month:02}")
}

/// A day of the year as it is typed: day, then month.
fn read_day(typed: &str) -> Option<(u32, u32)> {
    let (day, month) = typed.split_once(['.', ',', '/', ' ', 'ю', 'б'])?;
    let (day, month): (u32, u32) = (
        day.trim().parse().ok()?,
        month.trim_end_matches(['.', ',']).trim().parse().ok()?,
    );
    let days = DAYS.get(usize::try_from(month.checked_sub(1)?).ok()?)?;
    (1..=*days).contains(&day).then_some((month, day))
}

/// The indicator that the form makes, with what could not be read. What the form does not show is as it stands.
pub fn read(app: &App, form: &Form, stands: &Indicator) -> (Indicator, Vec<Fault>) {
    let mut reading = Reading::new(form, app);
    let direction = match reading.found(DIRECTION) {
        Some(id) => DirectionId(id),
        None => {
            reading.fault(DIRECTION, app.say(Phrase::DirectionNeeded));
            stands.direction
        }
    };
    let weight = reading.number(WEIGHT, stands.weight);
    let measure = measure::read(&mut reading, &stands.measure);
    let was = &stands.bounds;
    let bounds = Bounds {
        hard_min: reading.number_or_none(HARD_MIN, was.hard_min),
        hard_max: reading.number_or_none(HARD_MAX, was.hard_max),
        soft_min: reading.number_or_none(SOFT_MIN, was.soft_min),
        soft_max: reading.number_or_none(SOFT_MAX, was.soft_max),
    };
    let jump = reading.number_or_none(JUMP, stands.jump);
    let typed = form.text(MEASURED_ON);
    let measured_on = match (typed.is_empty(), read_day(&typed)) {
        (true, _) => None,
        (false, None) => {
            reading.fault(MEASURED_ON, app.say(Phrase::DayOfYearNeeded));
            stands.measured_on
        }
        (false, day) => day,
    };
    let ticked = form.tokens(KINDS);
    let kinds = (KINDS_OF.iter())
        .filter(|(_, token)| ticked.iter().any(|it| it == token))
        .map(|(kind, _)| *kind)
        .collect();
    let na_reasons = reading.lines(REASONS);
    let wording = wording::read(&mut reading);
    let indicator = Indicator {
        direction,
        code: form.text(CODE),
        title: form.text(TITLE),
        short: form.text(SHORT),
        unit: form.text(UNIT),
        level: one_of(&LEVELS, form.choice(LEVEL), stands.level),
        measure,
        scoring: stands.scoring.clone(),
        weight,
        periodicity: one_of(&PERIODICITIES, form.choice(PERIODICITY), stands.periodicity),
        roll_up: one_of(&ROLL_UPS, form.choice(ROLL_UP), stands.roll_up),
        measured_on,
        bounds,
        decimals: u32::try_from(form.choice(DECIMALS)).unwrap_or(0),
        better: one_of(&BETTERS, form.choice(BETTER), stands.better),
        source: form.text(SOURCE),
        method: form.text(METHOD),
        responsible: form.text(RESPONSIBLE),
        note: one_of(&NOTES, form.choice(NOTE), stands.note),
        evidence_required: form.choice(EVIDENCE) == 0,
        kinds,
        na_reasons,
        wording,
        origin: one_of(&ORIGINS, form.choice(ORIGIN), stands.origin),
        origin_note: form.text(ORIGIN_NOTE),
        retired: stands.retired,
        order: stands.order,
        jump,
        instruction: form.text(INSTRUCTION),
    };
    (indicator, reading.faults)
}
