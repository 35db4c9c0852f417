//! The evaluation sheet of one head: what stands on it, on the screen and printed.

use smotr::analysis::indicator::IndicatorScores;
use smotr::analysis::measure::Figure;
use smotr::analysis::scores::{PeriodScores, RowScore};
use smotr::domain::command::{Command, DocumentChoice, PeriodStep, Rebinding, SetValue};
use smotr::domain::ids::{OrganisationId, PeriodId, PersonId};
use smotr::domain::people::StandingReason;
use smotr::domain::period::PeriodState;
use smotr::domain::record::Key;
use smotr::domain::results::Lack;
use smotr::domain::state::State;
use smotr::domain::value::Source;
use smotr::locale::{Lang, Locale, Narrator};
use smotr::report::PAPER;
use smotr::report::evaluation::{Line, Whose, sheet, title};

use crate::support::demo;
use crate::support::story;
use crate::support::world::*;

const UTC: chrono::FixedOffset = chrono::FixedOffset::east_opt(0).unwrap();

/// The lines of a sheet, if there is one.
fn lines(
    state: &State,
    period: PeriodId,
    organisation: OrganisationId,
    person: Option<PersonId>,
    lang: Lang,
) -> Option<(String, Vec<Line>)> {
    let locale = Locale::new(lang);
    let scores = PeriodScores::of(state, period);
    let whose = Whose {
        locale: &locale,
        narrator: Narrator::new(&locale, state, UTC).in_period(period),
        state,
        scores: &scores,
        organisation,
        person,
    };
    Some((title(&whose), sheet(&whose, PAPER)?))
}

pub(crate) fn text(
    state: &State,
    period: PeriodId,
    organisation: OrganisationId,
    person: Option<PersonId>,
) -> String {
    let (title, lines) = lines(state, period, organisation, person, Lang::Ru).unwrap();
    let lines: Vec<&str> = lines.iter().map(|it| it.text.trim_end()).collect();
    format!("{title}\n\n{}", lines.join("\n"))
}

/// The latest period of the demo in a state or in any other.
fn latest(state: &State, closed: bool) -> PeriodId {
    let all = state.periods.iter();
    let of_state = all.filter(|(id, it)| {
        (it.state == PeriodState::Closed) == closed
            && state.shard(**id).is_some_and(|it| !it.is_empty())
    });
    *of_state
        .max_by_key(|(_, it)| (it.to, it.to - it.from))
        .unwrap()
        .0
}

#[test]
fn a_head_of_the_demo_in_an_open_and_in_a_closed_period() {
    let state = &demo::store().state;
    let school = *(state.organisations.iter())
        .find(|(_, it)| it.number == Some(12))
        .unwrap()
        .0;
    for (name, closed) in [("open", false), ("closed", true)] {
        let period = latest(state, closed);
        let scores = PeriodScores::of(state, period);
        let person = scores.last_row(school).unwrap().person;
        insta::assert_snapshot!(name, text(state, period, school, person));
    }
}

#[test]
fn every_sheet_of_the_demo_fits_the_paper_and_says_every_indicator_that_counts() {
    let state = &demo::store().state;
    for closed in [false, true] {
        let period = latest(state, closed);
        let scores = PeriodScores::of(state, period);
        for row in &scores.rows {
            for lang in Lang::ALL {
                let organisation = row.organisation.unwrap();
                let (_, lines) = lines(state, period, organisation, row.person, lang).unwrap();
                for it in &lines {
                    assert!(it.text.chars().count() <= PAPER, "{}", it.text);
                }
                let told = lines.iter().filter(|it| it.cell.is_some()).count();
                assert!(told >= usize::try_from(row.filled).unwrap());
            }
        }
    }
}

#[test]
fn both_heads_of_a_year_have_their_own() {
    let state = &story::world().state;
    let acting = text(state, OPEN, SCHOOL_1, Some(DEMINA));
    assert!(
        acting.contains("Дёмина Ольга Петровна, и. о., с 12.01.2026"),
        "{acting}"
    );
    assert!(acting.contains("справочно: и. о."), "{acting}");
    assert!(!acting.contains("Ерёмин"), "{acting}");
    let former = text(state, OPEN, SCHOOL_1, Some(EREMIN));
    assert!(former.contains("с 15.08.2019 по 11.01.2026"), "{former}");
    assert!(!former.contains("Дёмина"), "{former}");
}

#[test]
fn what_was_closed_stays_and_what_was_put_right_is_said() {
    let mut world = World::new();
    world.set(cell(RATIO, SCHOOL_2), ratio("10", "30")).unwrap();
    let close = Command::StepPeriod {
        id: OPEN,
        seen: rev(&world.state, Key::Period(OPEN)),
        step: PeriodStep::Close { unready: true },
    };
    world.act_as(GROMOV, close).unwrap();
    let closed = text(&world.state, OPEN, SCHOOL_2, Some(ZIMIN));
    assert!(closed.contains("закрыт"), "{closed}");
    let here = cell(RATIO, SCHOOL_2);
    let correct = Command::CorrectValue {
        set: SetValue {
            cell: here,
            seen: seen(&world.state, Key::Value(here)),
            entry: ratio("20", "30"),
            note: None,
            source: None,
        },
        reason: "ошибка в отчёте школы".into(),
        document: DocumentChoice::Known(ORDER),
    };
    world.act_as(GROMOV, correct).unwrap();
    let corrected = text(&world.state, OPEN, SCHOOL_2, Some(ZIMIN));
    assert!(corrected.contains("с исправлениями"), "{corrected}");
    let before = |text: &str| text.split("Общий индекс").next().unwrap().to_owned();
    let (closed, corrected) = (before(&closed), before(&corrected));
    let added: Vec<&str> = (corrected.lines())
        .filter(|it| !closed.contains(it))
        .collect();
    assert_eq!(
        added.len(),
        corrected.lines().count() - closed.lines().count(),
        "{corrected}"
    );
    let added = added.join(" ");
    assert!(added.contains("исправлено было «33,3"), "{added}");
    assert!(added.contains("стало «66,7"), "{added}");
}

/// A school has a standing reason for an indicator, or none any more.
fn standing(world: &mut World, reason: Option<&str>) {
    let id = SCHOOL_2;
    let mut organisation = world.state.organisations[&id].body.clone();
    organisation.standing = (reason.into_iter())
        .map(|reason| StandingReason {
            reason: reason.into(),
            indicators: vec![COUNT],
            from: None,
            to: None,
        })
        .collect();
    let seen = rev(&world.state, Key::Organisation(id));
    let edit = Command::EditOrganisation {
        id,
        seen,
        organisation,
    };
    world.act(edit).unwrap();
}

fn close(world: &mut World) {
    let close = Command::StepPeriod {
        id: OPEN,
        seen: rev(&world.state, Key::Period(OPEN)),
        step: PeriodStep::Close { unready: true },
    };
    world.act_as(GROMOV, close).unwrap();
}

/// What a cell comes to, and what its index does.
fn told(world: &World) -> (String, Figure, Vec<RowScore>) {
    let cells = IndicatorScores::of(&world.state, OPEN, COUNT);
    let here = cells.get(cell(COUNT, SCHOOL_2).subject).unwrap();
    let anew = PeriodScores::anew(&world.state, OPEN);
    (
        text(&world.state, OPEN, SCHOOL_2, Some(ZIMIN)),
        here.figure,
        anew.rows,
    )
}

#[test]
fn a_standing_reason_added_later_changes_nothing_of_a_closed_period() {
    let mut world = World::new();
    close(&mut world);
    let then = told(&world);
    assert_eq!(then.1, Figure::Absent);
    standing(&mut world, Some("нет 11 классов"));
    assert_eq!(told(&world), then);
    // Opened again, the period is of today.
    let reopen = Command::StepPeriod {
        id: OPEN,
        seen: rev(&world.state, Key::Period(OPEN)),
        step: PeriodStep::Reopen {
            reason: "уточнение".into(),
        },
    };
    world.act_as(GROMOV, reopen).unwrap();
    assert_eq!(told(&world).1, Figure::NotApplicable);
}

#[test]
fn the_standing_reason_that_held_is_told_after_it_is_gone() {
    let mut world = World::new();
    standing(&mut world, Some("нет 11 классов"));
    close(&mut world);
    let then = told(&world);
    assert_eq!(then.1, Figure::NotApplicable);
    assert!(
        then.0.contains("н/п · постоянно: нет 11 классов"),
        "{}",
        then.0
    );
    for reason in [Some("другая причина"), None] {
        standing(&mut world, reason);
        assert_eq!(told(&world), then);
    }
    // It stands in the results themselves.
    let state = &world.state;
    let row = state.result_row(OPEN, SCHOOL_2).unwrap();
    let found = row.heads.iter().flat_map(|it| &it.cells);
    let lacks: Vec<_> = found.filter_map(|it| it.lack.clone()).collect();
    assert!(
        lacks.contains(&Lack::Standing("нет 11 классов".into())),
        "{lacks:?}"
    );
}

#[test]
fn why_a_figure_was_missing_is_told_as_it_was() {
    let mut world = World::new();
    world.set(cell(BENCHMARK, SCHOOL_2), entry("10")).unwrap();
    close(&mut world);
    let sheet = text(&world.state, OPEN, SCHOOL_2, Some(ZIMIN));
    assert!(sheet.contains("не рассчитано: нет ориентира"), "{sheet}");
}

#[test]
fn the_source_of_what_was_approved_stays_when_the_value_is_put_right() {
    let mut world = World::new();
    let here = cell(RATIO, SCHOOL_2);
    let put = |world: &World, source: &str, entry| SetValue {
        cell: here,
        seen: seen(&world.state, Key::Value(here)),
        entry,
        note: None,
        source: Some(Source::Text(source.into())),
    };
    let first = put(&world, "вх. № 12 от 12.05.2026", ratio("10", "30"));
    world.act(Command::SetValues(vec![first])).unwrap();
    close(&mut world);
    for (source, top) in [("вх. № 40", "20"), ("вх. № 41", "21")] {
        let correct = Command::CorrectValue {
            set: put(&world, source, ratio(top, "30")),
            reason: "ошибка в отчёте школы".into(),
            document: DocumentChoice::Known(ORDER),
        };
        world.act_as(GROMOV, correct).unwrap();
        let sheet = text(&world.state, OPEN, SCHOOL_2, Some(ZIMIN));
        assert!(sheet.contains("вх. № 12 от 12.05.2026"), "{sheet}");
        assert!(!sheet.contains(source), "{sheet}");
    }
    // Scored anew, the results have taken it in: their figure comes from where the new value does, and nothing differs any more.
    let anew = Command::Rescore(Rebinding {
        id: OPEN,
        seen: rev(&world.state, Key::Period(OPEN)),
        edition: EDITION,
        reason: "решение комиссии".into(),
        act: None,
    });
    world.act_as(GROMOV, anew).unwrap();
    let sheet = text(&world.state, OPEN, SCHOOL_2, Some(ZIMIN));
    assert!(sheet.contains("вх. № 41"), "{sheet}");
    assert!(!sheet.contains("исправлен"), "{sheet}");
}

#[test]
fn nobody_has_the_sheet_of_another_school() {
    let state = &story::world().state;
    assert!(lines(state, OPEN, SCHOOL_1, Some(ZIMIN), Lang::Ru).is_none());
}

#[test]
fn it_opens_from_a_row_and_from_the_card_and_goes_on_paper() {
    let mut stage = story::stage((80, 24));
    stage.press("п2⏎Б").expect("Оценочный лист").expect("Зимин");
    stage.press("<End>").expect("Ознакомление с результатами");
    stage.press("⎋").expect("91,1 · высокий");
    let mut stage = story::stage((120, 36));
    stage.press("Б").expect("Оценочный лист");
    stage.press("Л").expect("Общий индекс");
}

#[test]
fn it_looks_so() {
    for (name, keys) in [("sheet", "п1⏎Б"), ("sheet_end", "п1⏎Б<End>")] {
        insta::assert_snapshot!(name, story::pictures(keys));
        story::at_every_size(keys);
    }
}

#[test]
fn points_are_said_as_exactly_as_the_most_that_there_are() {
    use smotr::domain::catalogue::Scoring;
    use smotr::domain::record::Record;
    let mut world = World::new();
    let key = Key::Indicator(EDITION, RATIO);
    let (record, stamp) = world.state.record(key).unwrap();
    let Record::Indicator(mut it) = record else {
        panic!("{record:?}")
    };
    if let Scoring::Bands(bands) = &mut it.scoring {
        bands.last_mut().unwrap().points = number("2.25");
    }
    world.state.put(key, Some(Record::Indicator(it)), stamp);
    world.set(cell(RATIO, SCHOOL_2), ratio("30", "30")).unwrap();
    let told = text(&world.state, OPEN, SCHOOL_2, Some(ZIMIN));
    assert!(told.contains("2,25 из 2,25"), "{told}");
}

#[test]
fn the_note_of_a_value_is_printed_beneath_it() {
    let mut world = World::new();
    let here = cell(COUNT, SCHOOL_2);
    let plain = text(&world.state, OPEN, SCHOOL_2, Some(ZIMIN));
    assert!(!plain.contains("примечание"), "{plain}");
    let noted = SetValue {
        cell: here,
        seen: seen(&world.state, Key::Value(here)),
        entry: entry("0"),
        note: Some("листа нет".into()),
        source: None,
    };
    world.act(Command::SetValues(vec![noted])).unwrap();
    let told = text(&world.state, OPEN, SCHOOL_2, Some(ZIMIN));
    let lines: Vec<&str> = told.lines().map(str::trim).collect();
    let at = lines.iter().position(|it| it.ends_with("листа нет"));
    let at = at.unwrap_or_else(|| panic!("{told}"));
    assert!(lines[at].starts_with("примечание"), "{told}");
    assert!(lines[at - 1].starts_with("значение"), "{told}");
}
