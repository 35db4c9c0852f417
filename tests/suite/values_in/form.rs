//! A form that was handed out and comes back.

use smotr::analysis::batch::Whose;
use smotr::domain::catalogue::Measure;
use smotr::domain::command::{Command, Seen, ValueDetail};
use smotr::domain::ids::{OrganisationId, PeriodId};
use smotr::domain::record::{Key, Record};
use smotr::domain::value::Subject;
use smotr::exchange::values::stamp::{SHEET, Stamp, StampRow};
use smotr::exchange::values::titles::FIRST;
use smotr::exchange::workbook::{Book, Sheet};

use super::*;
use crate::workbook::{number, text};

fn stamp() -> Stamp {
    let row = |row, code: &str, indicator| StampRow {
        sheet: "1 Условия".into(),
        row,
        code: code.into(),
        indicator,
        subject: Subject::Organisation(SCHOOL_1),
        seen: None,
        below: None,
    };
    Stamp {
        store: STORE,
        period: OPEN,
        period_name: "2025/26".into(),
        organisation: Some(SCHOOL_1),
        organisation_name: "СШ № 1".into(),
        rows: vec![row(3, "1.1", RATIO), row(4, "1.2", COUNT)],
    }
}

/// The workbook: a title, the titles of the columns below it, and rows; as CSV has no sheets, it is written as XLSX.
fn form(stamp: &Stamp, rows: &[Vec<CellText>]) -> Vec<u8> {
    write_xlsx(&sheets(stamp, rows), made()).unwrap()
}

fn sheets(stamp: &Stamp, rows: &[Vec<CellText>]) -> Vec<SheetOut> {
    let mut all = vec![
        vec![text("Форма"), text("СШ № 1")],
        vec![text("")],
        [
            "Код",
            "Показатель",
            "Числитель",
            "Знаменатель",
            "Значение",
            "Причина",
            "Примечание",
        ]
        .map(text)
        .to_vec(),
    ];
    all.extend(rows.to_vec());
    let sheet = |name: &str, rows: Vec<Vec<CellText>>| {
        let (first, rest) = rows.split_first().unwrap();
        let width = rows.iter().map(Vec::len).max().unwrap();
        let titles = (0..width).map(|at| first.get(at).map_or(String::new(), ToString::to_string));
        SheetOut {
            name: name.into(),
            columns: titles.map(|it| ColumnOut::new(it, 9)).collect(),
            frozen: 0,
            rows: rest.to_vec(),
        }
    };
    vec![sheet("1 Условия", all), sheet(SHEET, stamp.cells())]
}

fn filled() -> Vec<Vec<CellText>> {
    let empty = || text("");
    vec![
        vec![
            text("1.1"),
            text("Охват"),
            number("21"),
            number("24"),
            empty(),
            empty(),
            text("по письму"),
        ],
        vec![
            text("1.2"),
            text("Число"),
            empty(),
            empty(),
            number("7"),
            empty(),
            empty(),
        ],
    ]
}

#[test]
fn a_form_that_comes_back_is_known_and_read() {
    let state = World::new().state;
    let batch = of_bytes(&state, "СШ 1.xlsx", &form(&stamp(), &filled()));
    assert_eq!(batch.files[0].faults, Vec::<String>::new());
    assert_eq!(told(&state, &batch), ["C4 21/24", "E5 7"]);
    assert_eq!(batch.files[0].form_of, Some((OPEN, Some(SCHOOL_1))));
    assert_eq!(batch.claims[0].note.as_deref(), Some("по письму"));
}

/// Who has filled it in is told, clean and short, and kept nowhere.
#[test]
fn who_has_filled_it_in_is_told_and_kept_nowhere() {
    let state = World::new().state;
    let first = |who: &str| SheetOut {
        name: FIRST.into(),
        columns: vec![ColumnOut::new("Сведения", 9), ColumnOut::new("", 9)],
        frozen: 0,
        rows: vec![
            vec![text("Исполнитель"), text(who)],
            vec![text("Телефон"), text("5-12-34")],
            vec![text("Дата"), text("")],
        ],
    };
    let of = |who: &str| {
        let mut sheets = sheets(&stamp(), &filled());
        sheets.insert(0, first(who));
        of_bytes(&state, "СШ 1.xlsx", &write_xlsx(&sheets, made()).unwrap())
    };
    let batch = of("Кузьмина\u{202e} А. А.");
    assert_eq!(batch.files[0].faults, Vec::<String>::new());
    assert_eq!(
        batch.files[0].notes,
        ["СШ 1.xlsx: исполнитель Кузьмина\u{fffd} А. А., телефон 5-12-34"]
    );
    assert!(!format!("{:?}", batch.claims).contains("Кузьмина"));
    let long = of(&"я".repeat(5_000));
    assert!(long.files[0].notes[0].chars().count() < 200);
    // Nobody has said who.
    let bytes = form(&stamp(), &filled());
    let batch = of_bytes(&state, "СШ 1.xlsx", &bytes);
    assert_eq!(batch.files[0].notes, Vec::<String>::new());
}

#[test]
fn rows_that_were_moved_are_found_by_their_codes() {
    let state = World::new().state;
    let mut rows = filled();
    rows.swap(0, 1);
    rows.insert(0, vec![text("от школы")]);
    let batch = of_bytes(&state, "СШ 1.xlsx", &form(&stamp(), &rows));
    assert_eq!(told(&state, &batch), ["C6 21/24", "E5 7"]);
    // One that is gone is told.
    rows.pop();
    let batch = of_bytes(&state, "СШ 1.xlsx", &form(&stamp(), &rows));
    assert_eq!(told(&state, &batch), ["E5 7"]);
    assert_eq!(
        batch.files[0].faults,
        [
            "СШ 1.xlsx: в форме не найдена строка показателя 1.1. Верните строку или возьмите форму заново."
        ]
    );
}

#[test]
fn a_form_of_another_store_gives_nothing() {
    let state = World::new().state;
    let foreign = Stamp {
        store: StoreMark(1),
        ..stamp()
    };
    let said = fault(&of_bytes(&state, "СШ 1.xlsx", &form(&foreign, &filled())));
    assert_eq!(
        said,
        "СШ 1.xlsx: это форма другой базы (2025/26, СШ № 1). Из неё ничего не внесено."
    );
    for of in [
        Stamp {
            period: PeriodId(77),
            ..stamp()
        },
        Stamp {
            organisation: Some(OrganisationId(77)),
            ..stamp()
        },
    ] {
        let said = fault(&of_bytes(&state, "СШ 1.xlsx", &form(&of, &filled())));
        assert!(
            said.contains("составлена для периода или организации, которых в базе нет"),
            "{said}"
        );
    }
}

#[test]
fn a_form_whose_hidden_sheet_was_changed_is_not_guessed_at() {
    let state = World::new().state;
    let bytes = form(&stamp(), &filled());
    let mut book = Book::read("f", &bytes).unwrap();
    let hidden: &mut Sheet = book.sheets.iter_mut().find(|it| it.name == SHEET).unwrap();
    hidden.rows[5][3] = text("ноль");
    let rows = hidden.rows.clone();
    let again = SheetOut {
        name: SHEET.into(),
        columns: rows[0]
            .iter()
            .chain(&rows[4])
            .take(7)
            .enumerate()
            .map(|(at, _)| {
                ColumnOut::new(
                    rows[0].get(at).map_or(String::new(), ToString::to_string),
                    9,
                )
            })
            .collect(),
        frozen: 0,
        rows: rows[1..].to_vec(),
    };
    let bytes = write_xlsx(&[again], made()).unwrap();
    let said = fault(&of_bytes(&state, "СШ 1.xlsx", &bytes));
    assert!(said.contains("скрытый лист формы изменён"), "{said}");
}

#[test]
fn a_form_that_came_twice_is_told() {
    let state = World::new().state;
    let mut batch = of_bytes(&state, "СШ 1.xlsx", &form(&stamp(), &filled()));
    let mut rows = filled();
    rows[1][4] = number("8");
    add(&mut batch, &state, "СШ 1 (2).xlsx", &form(&stamp(), &rows));
    assert_eq!(
        batch.twice(),
        [(OPEN, Some(SCHOOL_1), vec!["СШ 1.xlsx", "СШ 1 (2).xlsx"])]
    );
    // What both say is taken, of what they dispute neither.
    assert_eq!(
        told(&state, &batch),
        ["C4 21/24", "E5 спорит", "C4 то же", "E5 спорит"]
    );
}

/// What a school sends again puts right what came from its own form, and nobody else's word.
#[test]
fn a_form_that_is_sent_again_puts_its_own_values_right() {
    let mut world = World::new();
    let first = of_bytes(&world.state, "СШ 1.xlsx", &form(&stamp(), &filled()));
    let command = brings(&world.state, &first).command(&first, |_| true);
    world.act(command.unwrap()).unwrap();
    // The same workbook, put right in both rows.
    let mut rows = filled();
    rows[0][2] = number("20");
    rows[1][4] = number("8");
    let again = of_bytes(&world.state, "СШ 1 испр.xlsx", &form(&stamp(), &rows));
    let told_of = |world: &World| told(&world.state, &again);
    assert_eq!(told_of(&world), ["C4 20/24", "E5 8"]);
    world.set(cell(COUNT, SCHOOL_1), entry("9")).unwrap();
    assert_eq!(told_of(&world), ["C4 20/24", "E5 позже 8"]);
}

/// A form that comes back late does not write over what was entered since, unless somebody says so.
#[test]
fn what_was_entered_since_the_form_was_handed_out_is_asked_about() {
    let mut world = World::new();
    let form = form(&stamp(), &filled());
    world.set(cell(COUNT, SCHOOL_1), entry("9")).unwrap();
    let batch = of_bytes(&world.state, "СШ 1.xlsx", &form);
    assert_eq!(told(&world.state, &batch), ["C4 21/24", "E5 позже 7"]);
    let brings = brings(&world.state, &batch);
    assert_eq!((brings.changes(), brings.refused()), (1, 1));
    let ready = brings.command(&batch, |it| brings.is_ready(it));
    world.act(ready.unwrap()).unwrap();
    assert_eq!(
        world.value(cell(COUNT, SCHOOL_1)).unwrap().entry,
        entry("9")
    );
    let said_so = super::brings(&world.state, &batch);
    world
        .act(said_so.command(&batch, |_| true).unwrap())
        .unwrap();
    assert_eq!(
        world.value(cell(COUNT, SCHOOL_1)).unwrap().entry,
        entry("7")
    );
    // What is the same as in the form is nothing to ask about.
    assert_eq!(told(&world.state, &batch), ["C4 то же", "E5 то же"]);
}

/// The hidden sheet can be changed by anybody: a row counts only for the organisation that the form was made for.
#[test]
fn a_row_of_another_organisation_or_indicator_is_not_believed() {
    let state = World::new().state;
    let changed: [fn(&mut StampRow); 4] = [
        |it| it.subject = Subject::Organisation(SCHOOL_2),
        |it| it.subject = Subject::Person(ZIMIN),
        |it| it.indicator = EXPERT,
        |it| it.indicator = smotr::domain::ids::IndicatorId(77),
    ];
    for change in changed {
        let mut of = stamp();
        change(&mut of.rows[1]);
        let batch = of_bytes(&state, "СШ 1.xlsx", &form(&of, &filled()));
        assert_eq!(told(&state, &batch), ["C4 21/24"]);
        let said = batch.files[0].faults[0].replace('\u{a0}', " ");
        assert!(
            said.contains("строка показателя 1.2 в скрытом листе не сходится"),
            "{said}"
        );
    }
}

/// A form that nobody has filled in says nothing, whatever it was handed out with.
#[test]
fn an_untouched_form_says_nothing() {
    let mut world = World::new();
    world
        .act(Command::SetBase {
            period: OPEN,
            base: TEACHERS,
            organisation: SCHOOL_1,
            seen: Seen::Absent,
            number: Some(24.into()),
            values: Vec::new(),
        })
        .unwrap();
    let there = cell(COUNT, SCHOOL_1);
    world.set(there, entry("7")).unwrap();
    let detail = ValueDetail {
        note: Some("по письму\nот 12 мая".to_owned()),
        ..ValueDetail::default()
    };
    let seen = seen(&world.state, Key::Value(there));
    world
        .act(Command::DetailValue {
            cell: there,
            seen,
            detail,
        })
        .unwrap();
    let mut of = stamp();
    of.rows[1].seen = Some(rev(&world.state, Key::Value(there)));
    let mut rows = filled();
    rows[0][2] = text("");
    rows[0][6] = text("");
    rows[1][6] = text("по письму\nот 12 мая");
    let batch = of_bytes(&world.state, "СШ 1.xlsx", &form(&of, &rows));
    assert_eq!(told(&world.state, &batch), ["D4 то же", "E5 то же"]);
    // Another number below the line, and nothing above it, is something that was begun.
    rows[0][3] = number("25");
    let batch = of_bytes(&world.state, "СШ 1.xlsx", &form(&of, &rows));
    assert!(told(&world.state, &batch)[0].contains("есть знаменатель"));
}

/// Two heads have a row each under one code; a row that was put in above moves neither to the other.
#[test]
fn rows_of_two_heads_are_told_apart_by_their_names() {
    let state = World::new().state;
    let row = |row, person| StampRow {
        sheet: "2".into(),
        row,
        code: "2.1".into(),
        indicator: CHOICE,
        subject: Subject::Person(person),
        seen: None,
        below: None,
    };
    let of = Stamp {
        rows: vec![row(3, EREMIN), row(4, DEMINA)],
        ..stamp()
    };
    let sheet = |name: &str, rows: Vec<Vec<CellText>>| {
        let width = rows.iter().map(Vec::len).max().unwrap();
        let first = &rows[0];
        let titles = (0..width).map(|at| first.get(at).map_or(String::new(), ToString::to_string));
        SheetOut {
            name: name.into(),
            columns: titles.map(|it| ColumnOut::new(it, 9)).collect(),
            frozen: 0,
            rows: rows[1..].to_vec(),
        }
    };
    let words = |all: &[&str]| all.iter().map(|it| text(it)).collect::<Vec<_>>();
    let rows = vec![
        words(&["Форма"]),
        words(&[""]),
        words(&["Код", "Показатель", "О ком", "Значение"]),
        words(&["от школы"]),
        words(&["2.1", "Повышение", "Ерёмин К. Л.", "да"]),
        words(&["2.1", "Повышение", "Дёмина О. П.", "нет"]),
    ];
    let bytes = write_xlsx(&[sheet("2", rows), sheet(SHEET, of.cells())], made()).unwrap();
    let batch = of_bytes(&state, "СШ 1.xlsx", &bytes);
    assert_eq!(told(&state, &batch), ["D5 выбор 0", "D6 выбор 1"]);
    let whose = |at: usize| batch.claims[at].whose.clone();
    assert_eq!(whose(0), Whose::Subject(Subject::Person(EREMIN)));
    assert_eq!(whose(1), Whose::Subject(Subject::Person(DEMINA)));
    // Where there is one row of the code, it is that one, whatever the head is called by now.
    let one = Stamp {
        rows: vec![row(4, EREMIN)],
        ..stamp()
    };
    let renamed = vec![
        words(&["Форма"]),
        words(&[""]),
        words(&["Код", "Показатель", "О ком", "Значение"]),
        words(&["2.1", "Повышение", "Ерёминская К. Л.", "да"]),
    ];
    let bytes = write_xlsx(&[sheet("2", renamed), sheet(SHEET, one.cells())], made()).unwrap();
    let batch = of_bytes(&state, "СШ 1.xlsx", &bytes);
    assert_eq!(told(&state, &batch), ["D4 выбор 0"]);
}

/// A hidden sheet and a sheet of any length: no more sentences than there is to say, and none of it reckoned over and over.
#[test]
fn a_form_of_a_hundred_thousand_rows_is_read() {
    let state = World::new().state;
    let mut of = stamp();
    let moved = of.rows[0].clone();
    of.rows[0].row = 99;
    of.rows.extend((0..49_000).map(|_| moved.clone()));
    of.rows.extend((0..49_000).map(|row| StampRow {
        code: format!("9.{row}"),
        ..moved.clone()
    }));
    let mut rows = filled();
    rows.extend((0..90_000).map(|_| vec![text("1.3")]));
    let batch = of_bytes(&state, "СШ 1.xlsx", &form(&of, &rows));
    assert_eq!(told(&state, &batch), ["C4 21/24", "E5 7"]);
    // The row that stands there twice, and 49 000 that nobody knows: the first are told, the others counted.
    let faults = &batch.files[0].faults;
    assert_eq!(faults.len(), 101);
    assert!(
        faults[100]
            .replace('\u{a0}', " ")
            .contains("и ещё 48 901 такая строка"),
        "{faults:?}"
    );
}

/// What a school types is its answer, though the store knows the same numbers from elsewhere.
#[test]
fn an_answer_that_is_known_from_elsewhere_is_an_answer() {
    let mut world = World::new();
    let base = |number: i64| Command::SetBase {
        period: OPEN,
        base: TEACHERS,
        organisation: SCHOOL_1,
        seen: Seen::Absent,
        number: Some(number.into()),
        values: Vec::new(),
    };
    world.act(base(24)).unwrap();
    let stamped = &world.state.indicators[&(EDITION, RATIO)];
    let (stamp, mut body) = (stamped.stamp, stamped.body.clone());
    if let Measure::Ratio { numerator, .. } = &mut body.measure {
        numerator.base = Some(TEACHERS);
    }
    let key = Key::Indicator(EDITION, RATIO);
    world.state.put(key, Some(Record::Indicator(body)), stamp);
    let mut rows = filled();
    rows[0][2] = number("24");
    let batch = of_bytes(&world.state, "СШ 1.xlsx", &form(&self::stamp(), &rows));
    assert_eq!(told(&world.state, &batch)[0], "C4 24/24");
}

/// Beside the parts that it was handed out with a word is the answer; a percent is a second one.
#[test]
fn a_word_beside_parts_that_were_there_is_the_answer() {
    let mut world = World::new();
    world.set(cell(RATIO, SCHOOL_1), ratio("21", "24")).unwrap();
    let mut of = stamp();
    of.rows[0].seen = Some(rev(&world.state, Key::Value(cell(RATIO, SCHOOL_1))));
    let mut rows = filled();
    rows[0][6] = text("");
    let mut answer = |given: CellText| {
        rows[0][4] = given;
        rows[0][5] = text("ремонт");
        let batch = of_bytes(&world.state, "СШ 1.xlsx", &form(&of, &rows));
        told(&world.state, &batch)[0].clone()
    };
    assert_eq!(answer(text("н/п")), "E4 н/п ремонт");
    let said = answer(number("90"));
    assert!(said.contains("ячейка E4 — другое"), "{said}");
    assert_eq!(answer(number("87.5")), "C4 то же");
    rows[0][2] = number("20");
    rows[0][4] = text("н/п");
    let batch = of_bytes(&world.state, "СШ 1.xlsx", &form(&of, &rows));
    let said = &told(&world.state, &batch)[0];
    assert!(said.contains("ячейка E4 — другое"), "{said}");
}

/// Words without a value, and a value that was taken out: both are told, neither is entered.
#[test]
fn what_a_school_wrote_without_a_value_is_told() {
    let mut world = World::new();
    let there = cell(COUNT, SCHOOL_1);
    world.set(there, entry("7")).unwrap();
    let mut of = stamp();
    of.rows[1].seen = Some(rev(&world.state, Key::Value(there)));
    let mut rows = filled();
    rows[0] = vec![
        text("1.1"),
        text("Охват"),
        text(""),
        text(""),
        text(""),
        text(""),
        text("после 20.05"),
    ];
    rows[1][4] = text("");
    let batch = of_bytes(&world.state, "СШ 1.xlsx", &form(&of, &rows));
    assert_eq!(told(&world.state, &batch), Vec::<String>::new());
    let notes: Vec<_> = batch.files[0]
        .notes
        .iter()
        .map(|it| it.replace('\u{a0}', " "))
        .collect();
    assert_eq!(
        notes,
        [
            "СШ 1.xlsx, лист «1 Условия», ячейка G4: значения показателя 1.1 нет, только слова «после 20.05». Они не загружены.",
            "СШ 1.xlsx, лист «1 Условия», ячейка E5: значение показателя 1.2 в форме стёрто, а в базе осталось. Если это не ошибка, \
             очистите его в таблице."
        ]
    );
}

/// What the form was handed out with below the line says nothing, though it is another number by now.
#[test]
fn a_denominator_that_is_another_by_now_is_no_fault() {
    let state = World::new().state;
    let mut of = stamp();
    of.rows[0].below = Some(120.into());
    let mut rows = filled();
    rows[0] = vec![text("1.1"), text("Охват"), text(""), number("120")];
    let batch = of_bytes(&state, "СШ 1.xlsx", &form(&of, &rows));
    assert_eq!(told(&state, &batch), ["E5 7"]);
    rows[0][3] = number("118");
    let batch = of_bytes(&state, "СШ 1.xlsx", &form(&of, &rows));
    assert!(told(&state, &batch)[0].contains("есть знаменатель, а числителя нет"));
}
