//! Tables to be published: nobody is named, no small count is told, and none can be reckoned back.

use proptest::prelude::*;
use smotr::analysis::extract::{Extract, Shape};
use smotr::domain::record::Record;
use smotr::domain::value::Entry;
use smotr::exchange::workbook::{CellText, SheetOut, write_csv};

use super::form::told;
use super::table::{at, extract, table};
use crate::support::world::*;

const PARTS: Shape = Shape::Matrix { parts: true };

fn published(world: &World, shape: Shape) -> SheetOut {
    let extract = Extract {
        published: true,
        ..extract(&world.state, OPEN, shape)
    };
    table(&world.state, &extract)
}

/// What a ratio comes to in a published matrix, and all that the list says of it.
fn of_ratio(of: Entry) -> (String, String) {
    let mut world = World::new();
    world.set(cell(RATIO, SCHOOL_1), of).unwrap();
    let number = numbered(&world, "СШ № 1");
    let of_school = |table: &SheetOut| {
        // The row of the head towards whom it counts: the first of the organisation.
        let mut rows = table.rows.iter();
        let row = rows.find(|it| it[0].to_string() == number);
        row.unwrap().clone()
    };
    let table = published(&world, PARTS);
    let title = "1.1 Первая и высшая категория, %";
    let column = table.columns.iter().position(|it| it.title == title);
    let list = of_school(&published(&world, Shape::List));
    let list: Vec<String> = list.iter().map(ToString::to_string).collect();
    (
        of_school(&table)[column.unwrap()].to_string(),
        list[1..].join(" "),
    )
}

/// As what an organisation is told: the tests draw in the order of names.
fn numbered(world: &World, name: &str) -> String {
    let all = smotr::exchange::values::table::organisations(
        &world.state,
        &extract(&world.state, OPEN, PARTS),
    );
    let is = |it: &_| world.state.organisations[it].name == name;
    format!("ОО {:02}", all.iter().position(is).unwrap() + 1)
}

#[test]
fn a_small_part_hides_what_the_ratio_comes_to() {
    for (above, below, told) in [
        ("21", "24", "87,5"),
        ("3", "24", "12,5"),
        ("2", "24", "скрыто"),
        ("0", "24", "скрыто"),
        ("2", "2", "скрыто"),
        // What is left of the whole is no count of the table.
        ("24", "24", "100"),
    ] {
        assert_eq!(of_ratio(ratio(above, below)).0, told, "{above}/{below}");
    }
}

/// By the number of its pupils a school is known.
#[test]
fn no_part_of_a_ratio_is_told() {
    let mut world = World::new();
    world
        .set(cell(RATIO, SCHOOL_1), ratio("674", "678"))
        .unwrap();
    for shape in [PARTS, Shape::List] {
        let text = String::from_utf8(write_csv(&published(&world, shape))).unwrap();
        assert!(text.contains("99,4"), "{text}");
        let told = ["678", "674", "ислитель", "наменатель"];
        assert!(!told.iter().any(|it| text.contains(it)), "{text}");
        let open = Extract {
            published: false,
            ..extract(&world.state, OPEN, shape)
        };
        let text = String::from_utf8(write_csv(&table(&world.state, &open))).unwrap();
        assert!(told.iter().all(|it| text.contains(it)), "{text}");
    }
}

/// Why there is no value is said of a head.
#[test]
fn no_reason_is_told() {
    let mut world = World::new();
    let reason = || "не подлежал аттестации в периоде".to_owned();
    let of_head = cell_of(CHOICE, ZIMIN);
    world
        .set(of_head, Entry::NotApplicable { reason: reason() })
        .unwrap();
    let of_school = cell(COUNT, SCHOOL_1);
    world
        .set(of_school, Entry::NoData { reason: reason() })
        .unwrap();
    for shape in [PARTS, Shape::List] {
        let text = String::from_utf8(write_csv(&published(&world, shape))).unwrap();
        assert!(
            text.contains("н/п") && text.contains("нет данных"),
            "{text}"
        );
        assert!(!text.contains("аттестации"), "{text}");
        assert!(!text.contains("ричина"), "{text}");
    }
}

/// A percent alone tells a count where the denominator is known: here from a ratio that was entered before.
#[test]
fn a_percent_is_hidden_where_its_denominator_is_known() {
    let percent = |it: &str| Entry::Percent(number(it));
    assert_eq!(of_ratio(percent("4.2")).0, "4,2");
    let mut world = World::new();
    world.set(cell(RATIO, SCHOOL_1), ratio("21", "24")).unwrap();
    for (given, told) in [("4.2", "скрыто"), ("12.5", "12,5"), ("12.4", "скрыто")] {
        world.set(cell(RATIO, SCHOOL_1), percent(given)).unwrap();
        let table = published(&world, Shape::Matrix { parts: false });
        let text = String::from_utf8(write_csv(&table)).unwrap();
        assert!(text.contains(told), "{given}: {text}");
    }
}

#[test]
fn counts_are_hidden_and_points_and_choices_are_not() {
    let mut world = World::new();
    let entries = [
        (cell(COUNT, SCHOOL_1), entry("2")),
        (cell(COUNT, SCHOOL_2), entry("3")),
        (cell(EXPERT, SCHOOL_2), entry("2")),
        (cell_of(CHOICE, ZIMIN), Entry::Choice(1)),
        (cell_of(SCORE, ZIMIN), entry("1")),
    ];
    for (cell, entry) in entries {
        let command =
            smotr::domain::command::Command::SetValues(vec![smotr::domain::command::SetValue {
                note: Some("Смирнова передала по телефону".into()),
                ..one(&world, cell, entry)
            }]);
        world.act(command).unwrap();
    }
    let table = published(&world, Shape::List);
    let of = |organisation: &str, code: &str| {
        let number = numbered(&world, organisation);
        at(&table, &[&number, code], "Значение").to_string()
    };
    assert_eq!(of("СШ № 2", "1.2"), "3");
    assert_eq!(of("СШ № 2", "1.3"), "2");
    assert_eq!(of("СШ № 2", "2.1"), "нет");
    assert_eq!(of("СШ № 2", "2.2"), "1");
    let number = numbered(&world, "СШ № 1");
    let small = |it: &&Vec<CellText>| {
        it[0].to_string() == number && it[1].to_string() == "1.2" && !it[4].is_blank()
    };
    let small: Vec<_> = table.rows.iter().filter(small).collect();
    assert_eq!(small[0][4], CellText::text("<3"));
}

fn one(
    world: &World,
    cell: smotr::domain::value::Cell,
    entry: Entry,
) -> smotr::domain::command::SetValue {
    let smotr::domain::command::Command::SetValues(mut all) = set(&world.state, cell, entry) else {
        unreachable!();
    };
    all.remove(0)
}

/// No name of a person, an organisation or an account, no note, no source, no reason of somebody's own.
#[test]
fn nobody_and_no_place_is_named() {
    let (state, period) = told();
    for shape in [PARTS, Shape::List] {
        let asked = Extract {
            published: true,
            ..extract(state, period, shape)
        };
        let text = String::from_utf8(write_csv(&table(state, &asked))).unwrap();
        let mut looked_for = 0;
        let mut absent = |what: &str| {
            looked_for += 1;
            assert!(!text.contains(what), "{what}");
        };
        for key in state.keys() {
            match state.record(key).unwrap().0 {
                Record::Person(it) => absent(&it.surname),
                Record::Organisation(it) => {
                    absent(&format!("{};", it.name));
                    absent(&it.full_name);
                }
                Record::Value(it) if it.note.chars().count() > 3 => absent(&it.note),
                _ => {}
            }
        }
        assert!(looked_for > 100, "{looked_for}");
    }
}

proptest! {
    /// Whatever the parts, the table tells no part below three nor what the ratio comes to with one.
    #[test]
    fn no_small_part_can_be_reckoned_back(above in 0_u32..40, more in 0_u32..40) {
        let below = above + more;
        prop_assume!(below > 0);
        let (told, _) = of_ratio(ratio(&above.to_string(), &below.to_string()));
        let is_small = above < 3 || below < 3;
        prop_assert_eq!(told == "скрыто", is_small);
    }
}
