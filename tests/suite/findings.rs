//! What the rules find in a period: each rule finds what it is for and nothing else, what was confirmed rests while it stays what it was,
//! and a change renews as much as looking anew would.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rust_decimal::Decimal;
use smotr::analysis::findings::{Finding, PeriodFindings, Rest};
use smotr::analysis::roster::Roster;
use smotr::args;
use smotr::domain::carried::MARKS;
use smotr::domain::catalogue::*;
use smotr::domain::check::{Warning, warnings};
use smotr::domain::ids::*;
use smotr::domain::people::{Organisation, OrganisationKind};
use smotr::domain::period::BaseValue;
use smotr::domain::record::{Key, Record};
use smotr::domain::rule::{Confirmation, Importance, Rule, RuleKind};
use smotr::domain::value::{Cell, Entry, Value};
use smotr::locale::{Lang, Locale, Narrator, Phrase};

use crate::support::measured::*;

/// The period that is looked at: the fourth school year.
const NOW: u32 = 4;
/// A share of teachers, of which the whole is a base quantity; from 0 to 100.
const SHARE: u32 = 1;
/// A count.
const COUNT: u32 = 2;
/// Expert points to 12.
const EXPERT: u32 = 3;
/// A share that may pass its whole.
const PASSING: u32 = 4;
/// Teachers.
const TEACHERS: BaseQuantityId = BaseQuantityId(1);
/// Those of them who are certified.
const CERTIFIED: BaseQuantityId = BaseQuantityId(2);

/// What is told while somebody types; of the others some are refused then, and some are missing only once it is entered.
const WHILE_TYPING: [RuleKind; 7] = [
    RuleKind::MoreThanWhole,
    RuleKind::HalfGiven,
    RuleKind::BaseDiffers,
    RuleKind::Unusual,
    RuleKind::Jump,
    RuleKind::OwnRange,
    RuleKind::Outlier,
];

fn bounds(hard: [Option<i64>; 2], soft: [Option<i64>; 2]) -> Bounds {
    let of = |it: Option<i64>| it.map(Into::into);
    Bounds {
        hard_min: of(hard[0]),
        hard_max: of(hard[1]),
        soft_min: of(soft[0]),
        soft_max: of(soft[1]),
    }
}

fn counted_share() -> Measure {
    match share() {
        Measure::Ratio {
            numerator,
            mut denominator,
            factor,
        } => {
            denominator.base = Some(TEACHERS);
            Measure::Ratio {
                numerator,
                denominator,
                factor,
            }
        }
        other => other,
    }
}

fn world() -> Measured {
    let mut it = Measured::new();
    it.period(NOW, 2026, 1);
    it.direction(1, 100);
    let flat = || bands(&[("-", "0"), ("50", "1")]);
    it.indicator(
        SHARE,
        Indicator {
            bounds: bounds([Some(0), Some(100)], [Some(20), None]),
            ..indicator(1, counted_share(), flat())
        },
    );
    it.indicator(
        COUNT,
        Indicator {
            bounds: bounds([Some(0), None], [None, Some(50)]),
            ..indicator(1, Measure::Number { whole: true }, flat())
        },
    );
    let max = dec("12");
    it.indicator(
        EXPERT,
        indicator(1, Measure::Number { whole: false }, Scoring::Direct { max }),
    );
    it.indicator(
        PASSING,
        Indicator {
            bounds: bounds([Some(0), None], [None, Some(180)]),
            jump: Some(dec("300")),
            ..indicator(1, share(), flat())
        },
    );
    for id in 1..=12 {
        it.organisation(id, &format!("СШ № {id}"));
    }
    it
}

fn looked(it: &Measured) -> PeriodFindings {
    let period = PeriodId(NOW);
    PeriodFindings::of(&it.state, &Roster::of(&it.state, period))
}

fn at_cell(it: &Measured, cell: Cell) -> Vec<Finding> {
    looked(it).get(cell).to_vec()
}

/// The rules that find something at a cell of the first organisation with this entry in it.
fn rules(it: &mut Measured, indicator: u32, text: &str) -> Vec<RuleKind> {
    let cell = at(NOW, indicator, 1);
    let typed = warnings(&it.state, cell, &entry(text));
    it.enter(cell, entry(text));
    let found: Vec<RuleKind> = at_cell(it, cell).iter().map(|it| it.rule).collect();
    // Whoever types it is told of all that can be seen then, and of nothing that is not among the findings afterwards.
    let typed: BTreeSet<RuleKind> = typed.iter().map(Warning::rule).collect();
    let seen = found.iter().copied().filter(|it| WHILE_TYPING.contains(it));
    assert_eq!(typed, seen.collect(), "{indicator}: {text}");
    found
}

fn say(it: &mut Measured, cell: Cell, text: &str, note: &str) {
    let value = Value {
        note: note.into(),
        ..Value::entered(entry(text), UserId(1))
    };
    it.put(Key::Value(cell), Record::Value(value));
}

fn rule(it: &mut Measured, kind: RuleKind, change: impl FnOnce(&mut Rule)) {
    let mut rule = kind.usual();
    change(&mut rule);
    it.put(Key::Rule(EditionId(1), kind), Record::Rule(rule));
}

#[test]
fn a_value_that_an_edition_no_longer_takes_is_found() {
    let mut it = world();
    // Entered while the indicator was a share; now it is to be a choice.
    assert_eq!(rules(&mut it, SHARE, "12/24"), []);
    assert_eq!(rules(&mut it, SHARE, "104%"), [RuleKind::Unfit]);
    let found = at_cell(&it, at(NOW, SHARE, 1));
    let beyond = Warning::Impossible {
        figure: dec("104"),
        min: Some(dec("0")),
        max: Some(dec("100")),
    };
    assert_eq!(
        (&found[0].fact, found[0].importance),
        (&beyond, Importance::High)
    );
    assert!(found[0].blocks());
    it.indicator(
        SHARE,
        indicator(
            1,
            Measure::Choice {
                options: vec!["нет".into(), "да".into()],
            },
            Scoring::Options(vec![dec("0"), dec("1")]),
        ),
    );
    assert_eq!(rules(&mut it, SHARE, "12/24"), [RuleKind::Unfit]);
    assert_eq!(rules(&mut it, SHARE, "#1"), []);
    assert_eq!(rules(&mut it, SHARE, "#2"), [RuleKind::Unfit]);
}

#[test]
fn a_part_is_no_more_than_its_whole_unless_the_indicator_says_so() {
    let mut it = world();
    assert_eq!(rules(&mut it, SHARE, "24/24"), []);
    assert_eq!(rules(&mut it, SHARE, "25/24"), [RuleKind::MoreThanWhole]);
    assert_eq!(rules(&mut it, PASSING, "30/24"), []);
    assert_eq!(rules(&mut it, PASSING, "50/24"), [RuleKind::Unusual]);
}

fn teachers(it: &mut Measured, number: i64) {
    let number = number.into();
    it.put(
        Key::BaseValue(PeriodId(NOW), TEACHERS, OrganisationId(1)),
        Record::BaseValue(BaseValue { number }),
    );
}

#[test]
fn of_two_parts_both_are_given_or_none() {
    let mut it = world();
    assert_eq!(rules(&mut it, SHARE, "87.5%"), [], "neither is known");
    teachers(&mut it, 24);
    assert_eq!(rules(&mut it, SHARE, "87.5%"), [RuleKind::HalfGiven]);
    // The design allows the percent alone: it keeps no period open, unless an edition says so.
    let found = at_cell(&it, at(NOW, SHARE, 1)).remove(0);
    assert_eq!(
        (found.importance, found.blocks()),
        (Importance::Medium, false)
    );
    rule(&mut it, RuleKind::HalfGiven, |it| {
        it.importance = Importance::High
    });
    assert!(at_cell(&it, at(NOW, SHARE, 1))[0].blocks());
    assert_eq!(rules(&mut it, SHARE, "21/24"), []);
}

#[test]
fn a_base_quantity_is_one_number_everywhere() {
    let mut it = world();
    assert_eq!(rules(&mut it, SHARE, "21/24"), []);
    teachers(&mut it, 25);
    assert_eq!(rules(&mut it, SHARE, "21/24"), [RuleKind::BaseDiffers]);
    assert_eq!(rules(&mut it, SHARE, "21/25"), []);
}

/// A ratio that rests on two of them is one finding: what is confirmed of it is both.
#[test]
fn two_base_quantities_that_differ_are_told_in_one() {
    let mut it = world();
    let both = match counted_share() {
        Measure::Ratio {
            mut numerator,
            denominator,
            factor,
        } => {
            numerator.base = Some(CERTIFIED);
            Measure::Ratio {
                numerator,
                denominator,
                factor,
            }
        }
        other => other,
    };
    let scale = bands(&[("-", "0"), ("50", "1")]);
    it.indicator(PASSING, indicator(1, both, scale));
    let known = |it: &mut Measured, base, number: i64| {
        let number = number.into();
        let key = Key::BaseValue(PeriodId(NOW), base, OrganisationId(1));
        it.put(key, Record::BaseValue(BaseValue { number }));
    };
    known(&mut it, TEACHERS, 24);
    known(&mut it, CERTIFIED, 12);
    assert_eq!(rules(&mut it, PASSING, "12/24"), []);
    assert_eq!(rules(&mut it, PASSING, "13/25"), [RuleKind::BaseDiffers]);
    let cell = at(NOW, PASSING, 1);
    let told = at_cell(&it, cell).remove(0);
    let Warning::BaseDiffers { first, second } = &told.fact else {
        panic!("{:?}", told.fact);
    };
    assert_eq!((first.base, first.known), (TEACHERS, 24.into()));
    assert_eq!(second.unwrap().base, CERTIFIED);
    // Of the two only one was put right: it is another finding than what was confirmed.
    confirm(&mut it, &told);
    known(&mut it, TEACHERS, 25);
    assert!(at_cell(&it, cell)[0].is_open());
}

#[test]
fn where_the_other_number_stands_is_told() {
    let mut it = world();
    let scale = bands(&[("-", "0"), ("50", "1")]);
    let code = "6.3".to_owned();
    let other = Indicator {
        code,
        ..indicator(1, counted_share(), scale)
    };
    it.indicator(PASSING, other);
    teachers(&mut it, 25);
    it.enter(at(NOW, PASSING, 1), entry("20/25"));
    assert_eq!(rules(&mut it, SHARE, "21/24"), [RuleKind::BaseDiffers]);
    let cell = at(NOW, SHARE, 1);
    let fact = at_cell(&it, cell).remove(0).fact;
    let locale = Locale::new(Lang::Ru);
    let offset = chrono::FixedOffset::east_opt(0).unwrap();
    let said = Narrator::new(&locale, &it.state, offset).finding(cell, &fact);
    assert!(said.starts_with("здесь 24, внесено 25: "), "{said}");
    assert!(said.contains(" (6.3; "), "{said}");
}

/// What is found, and whether a confirmation counts, must not depend on how many earlier years somebody has in memory.
#[test]
fn only_the_latest_periods_are_looked_back_at() {
    let mut it = world();
    it.period(NOW + 1, 2027, 1);
    it.period(NOW + 2, 2028, 1);
    for (period, text) in [(1, "50"), (2, "50"), (3, "10"), (4, "14"), (5, "12")] {
        it.enter(at(period, COUNT, 1), entry(text));
    }
    let last = at(NOW + 2, COUNT, 1);
    it.enter(last, entry("40"));
    let found = |it: &Measured| {
        let roster = Roster::of(&it.state, last.period);
        PeriodFindings::of(&it.state, &roster).get(last).to_vec()
    };
    let all = found(&it);
    assert_eq!(
        all.iter().map(|it| it.rule).collect::<Vec<_>>(),
        [RuleKind::OwnRange]
    );
    for period in [1, 2] {
        it.state.unload_shard(PeriodId(period));
        assert_eq!(found(&it), all);
    }
    it.state.unload_shard(PeriodId(3));
    assert_ne!(found(&it), all);
}

#[test]
fn counts_are_whole_and_points_within_what_can_be_given() {
    let mut it = world();
    for (text, found) in [
        ("3", &[][..]),
        ("3.5", &[RuleKind::Count]),
        ("-2", &[RuleKind::Count]),
    ] {
        assert_eq!(rules(&mut it, COUNT, text), found, "{text}");
    }
    for (text, found) in [
        ("12", &[][..]),
        ("13", &[RuleKind::Count]),
        ("-1", &[RuleKind::Count]),
    ] {
        assert_eq!(rules(&mut it, EXPERT, text), found, "{text}");
    }
}

#[test]
fn no_points_are_given_without_a_word() {
    let mut it = world();
    assert_eq!(rules(&mut it, EXPERT, "0"), [RuleKind::ZeroUnexplained]);
    let cell = at(NOW, EXPERT, 1);
    say(&mut it, cell, "0", "12");
    assert_eq!(at_cell(&it, cell).len(), 1, "a number explains nothing");
    say(&mut it, cell, "0", "экспертизы не было");
    assert_eq!(at_cell(&it, cell), []);
}

#[test]
fn the_unusual_is_found_and_a_note_explains_it() {
    let mut it = world();
    assert_eq!(rules(&mut it, COUNT, "50"), []);
    assert_eq!(rules(&mut it, COUNT, "51"), [RuleKind::Unusual]);
    let cell = at(NOW, COUNT, 1);
    assert!(at_cell(&it, cell)[0].is_open());
    say(&mut it, cell, "51", "две смены");
    assert_eq!(at_cell(&it, cell)[0].rest, Some(Rest::Note));
    assert_eq!(looked(&it).open(), 0);
}

#[test]
fn that_a_value_was_carried_over_explains_nothing() {
    let mut it = world();
    let name = it.state.periods[&PeriodId(NOW - 1)].name.clone();
    let (count, expert) = (at(NOW, COUNT, 1), at(NOW, EXPERT, 1));
    for mark in MARKS {
        for (note, explains) in [
            (format!("{mark}{name}"), false),
            (format!("{mark}{name}: {mark}{name}."), false),
            (format!("{mark}{name}: две смены"), true),
            (format!("{mark}{name}\nпо журналу"), true),
            // No period is called so: these are somebody's words.
            (format!("{mark}второго корпуса"), true),
            (format!("{mark}{name}а"), true),
        ] {
            say(&mut it, count, "51", &note);
            let rest = at_cell(&it, count)[0].rest;
            assert_eq!(rest, explains.then_some(Rest::Note), "{note}");
            say(&mut it, expert, "0", &note);
            let told = at_cell(&it, expert)
                .iter()
                .map(|it| it.rule)
                .collect::<Vec<_>>();
            let wanted = if explains {
                vec![]
            } else {
                vec![RuleKind::ZeroUnexplained]
            };
            assert_eq!(told, wanted, "{note}");
        }
    }
}

#[test]
fn the_mark_of_carrying_begins_as_the_locale_words_it() {
    for (lang, mark) in [Lang::Ru, Lang::En].into_iter().zip(MARKS) {
        let locale = Locale::new(lang);
        let period = "2024/25";
        let said = locale.say_with(Phrase::BlockCarried, &args![period]);
        assert_eq!(said, format!("{mark}{period}"));
        let note = "по журналу";
        let said = locale.say_with(Phrase::BlockCarriedNote, &args![period, note]);
        assert_eq!(said, format!("{mark}{period}: {note}"));
    }
}

#[test]
fn a_jump_is_measured_by_the_indicator_else_by_the_rule() {
    let mut it = world();
    it.enter(at(NOW - 1, SHARE, 1), entry("60%"));
    it.enter(at(NOW - 1, COUNT, 1), entry("1"));
    assert_eq!(rules(&mut it, SHARE, "80%"), []);
    assert_eq!(rules(&mut it, SHARE, "80.1%"), [RuleKind::Jump]);
    assert_eq!(rules(&mut it, SHARE, "39.9%"), [RuleKind::Jump]);
    // Points of percent are no measure of a count.
    assert_eq!(rules(&mut it, COUNT, "40"), []);
    rule(&mut it, RuleKind::Jump, |it| it.threshold = Some(dec("5")));
    assert_eq!(rules(&mut it, SHARE, "66%"), [RuleKind::Jump]);
    let own = Indicator {
        jump: Some(dec("50")),
        ..it.state.indicators[&(EditionId(1), IndicatorId(SHARE))]
            .body
            .clone()
    };
    it.indicator(SHARE, own);
    assert_eq!(rules(&mut it, SHARE, "90%"), []);
    // Neither is a period that is not the one before.
    it.change(Key::Value(at(NOW - 1, SHARE, 1)), None);
    it.enter(at(NOW - 2, SHARE, 1), entry("20%"));
    assert_eq!(rules(&mut it, SHARE, "99%"), []);
}

#[test]
fn what_an_organisation_never_had_is_found_by_the_span_of_what_it_had() {
    let mut it = world();
    for (period, text) in [(1, "10"), (2, "14"), (3, "12")] {
        it.enter(at(period, COUNT, 1), entry(text));
    }
    // From 10 to 14, and as much again beyond the ends.
    for (text, found) in [
        ("14", &[][..]),
        ("18", &[]),
        ("19", &[RuleKind::OwnRange]),
        ("6", &[]),
        ("5", &[RuleKind::OwnRange]),
    ] {
        assert_eq!(rules(&mut it, COUNT, text), found, "{text}");
    }
    rule(&mut it, RuleKind::OwnRange, |it| {
        it.threshold = Some(dec("2"))
    });
    assert_eq!(rules(&mut it, COUNT, "19"), []);
    rule(&mut it, RuleKind::OwnRange, |_| {});
    // Two periods are no span, and what was always the same has none.
    it.change(Key::Value(at(2, COUNT, 1)), None);
    assert_eq!(rules(&mut it, COUNT, "40"), []);
    it.enter(at(1, COUNT, 1), entry("12"));
    it.enter(at(2, COUNT, 1), entry("12"));
    assert_eq!(rules(&mut it, COUNT, "40"), []);
}

/// Figures of the organisations from the second on.
fn others(it: &mut Measured, indicator: u32, figures: &[i64]) {
    for (id, figure) in (2..).zip(figures) {
        it.enter(at(NOW, indicator, id), Entry::Number((*figure).into()));
    }
}

#[test]
fn an_outlier_is_found_by_the_median_and_not_by_the_mean() {
    let mut it = world();
    others(&mut it, COUNT, &[10, 11, 12, 13, 14, 15, 16, 17, 18]);
    assert_eq!(rules(&mut it, COUNT, "20"), []);
    // Median 14 and MAD 3: 0,6745 × 26 ÷ 3 is 5,8.
    assert_eq!(rules(&mut it, COUNT, "40"), [RuleKind::Outlier]);
    let fact = at_cell(&it, at(NOW, COUNT, 1))[0].fact.clone();
    let Warning::Outlier {
        figure,
        median,
        peers,
        alike,
    } = fact
    else {
        panic!("{fact:?}");
    };
    assert_eq!(
        (figure, median, peers, alike),
        (dec("40"), dec("14.5"), 10, true)
    );
    rule(&mut it, RuleKind::Outlier, |it| {
        it.threshold = Some(dec("8"))
    });
    assert_eq!(rules(&mut it, COUNT, "40"), []);
    rule(&mut it, RuleKind::Outlier, |it| {
        it.importance = Importance::Off
    });
    assert_eq!(rules(&mut it, COUNT, "49"), []);
}

#[test]
fn where_most_have_the_same_nothing_is_an_outlier_and_too_few_are_no_others() {
    let mut it = world();
    others(&mut it, COUNT, &[0, 0, 0, 0, 0, 0, 3, 5, 9]);
    assert_eq!(rules(&mut it, COUNT, "40"), []);
    let mut it = world();
    others(&mut it, COUNT, &[10, 11, 12, 13, 14, 15]);
    assert_eq!(rules(&mut it, COUNT, "40"), [], "seven with this one");
    it.enter(at(NOW, COUNT, 9), entry("16"));
    assert_eq!(rules(&mut it, COUNT, "40"), [RuleKind::Outlier]);
}

#[test]
fn close_to_the_whole_a_little_less_is_no_outlier() {
    let mut it = world();
    // Median 99 and MAD 0,5: without a floor 96 would be 4 of them away.
    for (id, figure) in (2..).zip(["98", "98.5", "99", "99", "99", "99.5", "99.5", "100"]) {
        it.enter(at(NOW, SHARE, id), entry(&format!("{figure}%")));
    }
    assert_eq!(rules(&mut it, SHARE, "96%"), []);
    assert_eq!(rules(&mut it, SHARE, "93.9%"), []);
    // 0,6745 × 5,2 ÷ 1 passes 3,5.
    assert_eq!(rules(&mut it, SHARE, "93.8%"), [RuleKind::Outlier]);
}

#[test]
fn organisations_are_held_against_their_own_kind_where_there_are_enough() {
    let mut it = world();
    others(&mut it, COUNT, &[10, 11, 12, 13, 14, 15, 16, 17, 18]);
    let nursery = |it: &mut Measured, id: u32| {
        let key = Key::Organisation(OrganisationId(id));
        let Some((Record::Organisation(school), _)) = it.state.record(key) else {
            panic!("{key:?}");
        };
        it.put(
            key,
            Record::Organisation(Organisation {
                kind: OrganisationKind::Kindergarten,
                ..school
            }),
        );
    };
    nursery(&mut it, 1);
    assert_eq!(rules(&mut it, COUNT, "40"), [RuleKind::Outlier]);
    let alike = |it: &Measured| match at_cell(it, at(NOW, COUNT, 1))[0].fact {
        Warning::Outlier { alike, peers, .. } => (alike, peers),
        ref other => panic!("{other:?}"),
    };
    assert_eq!(alike(&it), (false, 10), "alone of its kind: against all");
    // Eight of a kind have figures of their own.
    for id in 13..=20 {
        it.organisation(id, &format!("ДС № {id}"));
        nursery(&mut it, id);
        it.enter(
            at(NOW, COUNT, id),
            Entry::Number((30 + i64::from(id)).into()),
        );
    }
    assert_eq!(rules(&mut it, COUNT, "40"), []);
}

#[test]
fn a_row_that_is_all_as_before_is_found_once() {
    let mut it = world();
    rule(&mut it, RuleKind::Copied, |it| {
        it.threshold = Some(dec("3"))
    });
    for (indicator, text) in [(SHARE, "21/24"), (COUNT, "7"), (EXPERT, "11")] {
        it.enter(at(NOW - 1, indicator, 1), entry(text));
        it.enter(at(NOW, indicator, 1), entry(text));
    }
    let findings = looked(&it);
    let found = findings.copied(OrganisationId(1)).unwrap();
    assert_eq!(
        (found.rule, found.cell),
        (RuleKind::Copied, at(NOW, SHARE, 1))
    );
    assert!(matches!(
        found.fact,
        Warning::Copied {
            figures: 3,
            period: PeriodId(3),
            ..
        }
    ));
    assert_eq!(findings.all().len(), 1);
    assert_eq!(findings.get(found.cell), [], "it is no finding of a cell");
    // One figure that is another is enough, and so are too few of them.
    it.enter(at(NOW, COUNT, 1), entry("8"));
    assert_eq!(looked(&it).copied(OrganisationId(1)), None);
    it.enter(at(NOW, COUNT, 1), entry("нд"));
    assert_eq!(looked(&it).copied(OrganisationId(1)), None);
}

#[test]
fn what_is_obligatory_is_there() {
    let mut it = world();
    let asked = Indicator {
        note: NoteRule::Always,
        evidence_required: true,
        ..it.state.indicators[&(EditionId(1), IndicatorId(COUNT))]
            .body
            .clone()
    };
    it.indicator(COUNT, asked);
    let both = [RuleKind::NoteMissing, RuleKind::EvidenceMissing];
    assert_eq!(rules(&mut it, COUNT, "3"), both);
    let cell = at(NOW, COUNT, 1);
    let value = Value {
        note: "по журналу".into(),
        evidence: Some(DocumentId(1)),
        ..Value::entered(entry("3"), UserId(1))
    };
    it.put(Key::Value(cell), Record::Value(value));
    assert_eq!(at_cell(&it, cell), []);
    assert_eq!(rules(&mut it, COUNT, "нп"), []);
}

fn confirm(it: &mut Measured, finding: &Finding) {
    let key = Key::Confirmation(finding.cell, finding.rule);
    let mark = finding.mark;
    let note = "сверено".into();
    it.put(key, Record::Confirmation(Confirmation { note, mark }));
}

#[test]
fn what_is_confirmed_rests_while_it_stays_what_it_was() {
    let mut it = world();
    assert_eq!(rules(&mut it, SHARE, "25/24"), [RuleKind::MoreThanWhole]);
    let cell = at(NOW, SHARE, 1);
    let finding = at_cell(&it, cell).remove(0);
    assert!(finding.blocks());
    confirm(&mut it, &finding);
    let rests = at_cell(&it, cell).remove(0);
    assert_eq!(rests.rest, Some(Rest::Confirmed));
    assert!(!rests.blocks() && looked(&it).open() == 0);
    it.enter(cell, entry("26/24"));
    assert!(at_cell(&it, cell)[0].blocks(), "it is about another number");
    it.enter(cell, entry("25.0/24"));
    assert!(
        !at_cell(&it, cell)[0].is_open(),
        "and this is the one again"
    );
    // Another rule has found nothing confirmed.
    assert_eq!(it.state.confirmation(cell, RuleKind::Unfit), None);

    // That others enter their figures moves the middle and not what was confirmed.
    others(&mut it, COUNT, &[10, 11, 12, 13, 14, 15, 16, 17]);
    assert_eq!(rules(&mut it, COUNT, "40"), [RuleKind::Outlier]);
    let outlier = at_cell(&it, at(NOW, COUNT, 1)).remove(0);
    confirm(&mut it, &outlier);
    it.enter(at(NOW, COUNT, 11), entry("13"));
    assert_eq!(
        at_cell(&it, at(NOW, COUNT, 1))[0].rest,
        Some(Rest::Confirmed)
    );
}

#[test]
fn what_matters_most_comes_first() {
    let mut it = world();
    it.enter(at(NOW, COUNT, 1), entry("51"));
    it.enter(at(NOW, EXPERT, 1), entry("13"));
    it.enter(at(NOW, SHARE, 2), entry("1/24"));
    let findings = looked(&it);
    let told: Vec<_> = findings.all().iter().map(|it| it.importance).collect();
    let expected = [Importance::High, Importance::Medium, Importance::Medium];
    assert_eq!(told, expected);
    assert_eq!(findings.open(), 3);
}

/// What somebody does next, as numbers.
type Deed = (u8, u32, u32, u32, u8);

fn done(it: &mut Measured, (what, period, indicator, organisation, n): Deed) -> Key {
    let cell = at(period, indicator, organisation);
    match what {
        0..=5 => {
            let text = match (indicator, n % 5) {
                (_, 0) => "нп".to_owned(),
                (SHARE | PASSING, 1) => format!("{n}%"),
                (SHARE | PASSING, _) => format!("{}/24", n % 30),
                _ => format!("{}", n % 20),
            };
            it.enter(cell, entry(&text))
        }
        6 => it.change(Key::Value(cell), None),
        7 => {
            let number = (20 + i64::from(n % 8)).into();
            let key = Key::BaseValue(PeriodId(period), TEACHERS, OrganisationId(organisation));
            it.put(key, Record::BaseValue(BaseValue { number }))
        }
        8 => match at_cell(
            it,
            Cell {
                period: PeriodId(NOW),
                ..cell
            },
        )
        .first()
        {
            Some(finding) => {
                let (note, mark) = ("сверено".into(), finding.mark);
                let key = Key::Confirmation(finding.cell, finding.rule);
                it.put(key, Record::Confirmation(Confirmation { note, mark }))
            }
            None => it.enter(cell, entry("1")),
        },
        _ => {
            let importance = Importance::ALL[usize::from(n % 4)];
            let kind = RuleKind::ALL[usize::from(n) % RuleKind::ALL.len()];
            let rule = Rule {
                importance,
                ..kind.usual()
            };
            it.put(Key::Rule(EditionId(1), kind), Record::Rule(rule))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// However close the others stand together, what is within the least distance of the middle is no outlier; and of two figures on one
    /// side of it the one further away is no less one.
    #[test]
    fn an_outlier_is_a_matter_of_distance(
        others in prop::collection::vec(9_900..=10_000_u32, 8..12), near in 0..1_500_i64, far in 0..4_000_i64
    ) {
        let mut it = world();
        let percent = |hundredths: i64| Entry::Percent(Decimal::new(hundredths, 2));
        for (id, figure) in (2..).zip(&others) {
            it.enter(at(NOW, SHARE, id), percent(i64::from(*figure)));
        }
        let outlies = |it: &mut Measured, figure: i64| {
            it.enter(at(NOW, SHARE, 1), percent(figure));
            at_cell(it, at(NOW, SHARE, 1)).into_iter().find_map(|it| match it.fact {
                Warning::Outlier { median, .. } => Some(median),
                _ => None,
            })
        };
        let least = i64::from(*others.iter().min().unwrap_or(&0)) - near;
        if let Some(median) = outlies(&mut it, least) {
            prop_assert!(median - Decimal::new(least, 2) > Decimal::new(51, 1));
            prop_assert!(outlies(&mut it, least - far).is_some());
        }
    }

    #[test]
    fn renewed_is_as_looked_for_anew(
        deeds in prop::collection::vec((0..10_u8, 1..=NOW, 1..=4_u32, 1..=9_u32, any::<u8>()), 1..40)
    ) {
        let mut it = world();
        others(&mut it, COUNT, &[10, 11, 12, 13, 14, 15, 16, 17]);
        let mut findings = looked(&it);
        for deed in deeds {
            let key = done(&mut it, deed);
            let roster = Roster::of(&it.state, PeriodId(NOW));
            findings.renew(&it.state, &roster, [key]);
            prop_assert_eq!(&findings, &looked(&it), "{:?}", deed);
        }
    }
}
