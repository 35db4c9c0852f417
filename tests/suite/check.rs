//! Warnings while somebody types: unusual, but taken.

use smotr::domain::catalogue::NoteRule;
use smotr::domain::check::{BaseGiven, Warning, warnings};
use smotr::domain::ids::OrganisationId;
use smotr::domain::record::{Change, Key, Record};
use smotr::domain::value::{Cell, Entry, Subject};

use smotr::locale::{Lang, Locale, Narrator};

use super::support::world::*;

#[test]
fn the_unusual_is_pointed_out() {
    let mut world = World::new();
    world.set(cell(RATIO, SCHOOL_2), ratio("20", "25")).unwrap();
    let jump = |figure: &str, before: &str| Warning::Jump {
        figure: number(figure),
        before: number(before),
        period: CLOSED,
    };
    let base = |given: i64| Warning::BaseDiffers {
        first: BaseGiven {
            base: TEACHERS,
            known: 25.into(),
            given: given.into(),
        },
        second: None,
    };
    let below = |figure: &str| Warning::BelowUsual {
        figure: number(figure),
        min: 20.into(),
    };
    for (cell, entry, want) in [
        // 75 % a year before.
        (cell(RATIO, SCHOOL_1), ratio("18", "24"), vec![]),
        (cell(RATIO, SCHOOL_1), ratio("19", "20"), vec![]),
        (
            cell(RATIO, SCHOOL_1),
            ratio("96", "100"),
            vec![jump("96", "75")],
        ),
        (
            cell(RATIO, SCHOOL_1),
            Entry::Percent(number("54.9")),
            vec![jump("54.9", "75")],
        ),
        (
            cell(RATIO, SCHOOL_1),
            ratio("1", "6"),
            vec![below("16.7"), jump("16.7", "75")],
        ),
        // 66,67 % a year before, with 25 teachers this year.
        (cell(RATIO, SCHOOL_2), ratio("20", "25"), vec![]),
        (cell(RATIO, SCHOOL_2), ratio("21", "26"), vec![base(26)]),
        // Refused, but said while it is typed.
        (
            cell(RATIO, NURSERY),
            ratio("5", "4"),
            vec![Warning::MoreThanWhole {
                numerator: 5.into(),
                denominator: 4.into(),
            }],
        ),
        (cell(COUNT, SCHOOL_1), entry("10"), vec![]),
        (
            cell(COUNT, SCHOOL_1),
            entry("11"),
            vec![Warning::AboveUsual {
                figure: 11.into(),
                max: 10.into(),
            }],
        ),
        (
            cell_of(SCORE, EREMIN),
            entry("83"),
            vec![jump("83", "62.5")],
        ),
        (cell_of(SCORE, EREMIN), entry("82.5"), vec![]),
        (cell_of(SCORE, DEMINA), entry("99"), vec![]),
        (cell(RATIO, SCHOOL_1), Entry::Empty, vec![]),
        (
            cell(RATIO, SCHOOL_1),
            Entry::NoData {
                reason: "нет".into(),
            },
            vec![],
        ),
        (cell(RATIO, OrganisationId(77)), ratio("0", "0"), vec![]),
        (
            Cell {
                period: smotr::domain::ids::PeriodId(77),
                indicator: RATIO,
                subject: Subject::Municipality,
            },
            entry("1"),
            vec![],
        ),
    ] {
        assert_eq!(warnings(&world.state, cell, &entry), want, "{entry:?}");
    }
}

#[test]
fn a_warning_is_one_line() {
    let mut world = World::new();
    world.set(cell(RATIO, SCHOOL_2), ratio("20", "25")).unwrap();
    let locale = Locale::new(Lang::Ru);
    let narrator = Narrator::new(&locale, &world.state, chrono::Offset::fix(&chrono::Utc));
    let told = |cell, entry| -> Vec<String> {
        (warnings(&world.state, cell, &entry).iter())
            .map(|it| narrator.warning(cell, it))
            .collect()
    };
    for (cell, entry, want) in [
        (
            cell(RATIO, SCHOOL_1),
            ratio("1", "6"),
            vec![
                "16,7\u{a0}% — меньше обычного (от 20\u{a0}%).",
                "Было 75,0\u{a0}% за 2024/25, стало 16,7\u{a0}%.",
            ],
        ),
        (
            cell(COUNT, SCHOOL_1),
            entry("1234"),
            vec!["1\u{a0}234\u{a0}ед. — больше обычного (до 10\u{a0}ед.)."],
        ),
        (
            cell(RATIO, SCHOOL_2),
            ratio("20", "26"),
            vec!["Внесено 25, здесь 26: педагоги всего (1.1; Орлова, 23.05.2026 12:41)."],
        ),
        (
            cell(RATIO, NURSERY),
            ratio("5", "4"),
            vec!["Числитель 5 больше знаменателя 4."],
        ),
    ] {
        assert_eq!(told(cell, entry), want);
    }
}

#[test]
fn a_changed_bound_or_note_of_an_indicator_is_told_from_what_to_what() {
    let world = World::new();
    let key = Key::Indicator(EDITION, COUNT);
    let before = world.state.record(key).unwrap().0;
    let Record::Indicator(mut it) = before.clone() else {
        panic!("{before:?}");
    };
    it.bounds.soft_max = Some(20.into());
    it.note = match it.note {
        NoteRule::Always => NoteRule::Free,
        _ => NoteRule::Always,
    };
    let change = Change {
        key,
        before: Some(before),
        after: Some(Record::Indicator(it)),
    };
    let locale = Locale::new(Lang::Ru);
    let narrator = Narrator::new(&locale, &world.state, chrono::Offset::fix(&chrono::Utc));
    let told = narrator.each_difference(&change).join("\n");
    let plain = told.replace('\u{a0}', " ");
    assert!(
        plain.contains("≤ 10 → ") && plain.contains("≤ 20"),
        "{plain}"
    );
    assert!(plain.contains(" → примечание"), "{plain}");
    assert!(!plain.contains("описание"), "{plain}");
}
