//! Any bytes are claims or sentences: no file stops the program, and nothing is entered that no file says.

use proptest::prelude::*;

use super::*;
use crate::workbook::text;

fn a_cell() -> impl Strategy<Value = CellText> {
    prop_oneof![
        Just(CellText::Empty),
        "[0-9]{1,3}([,./][0-9]{1,3})?".prop_map(|it| text(&it)),
        "[а-яА-Я №0-9.%/;\"]{0,12}".prop_map(|it| text(&it)),
        prop::sample::select(vec![
            "СШ № 1",
            "СШ № 2",
            "ДС № 1",
            "1.1",
            "1.2",
            "1.3",
            "2.1",
            "Организация",
            "Код",
            "Значение",
            "числитель",
            "знаменатель",
            "Руководитель",
            "Показатель",
            "Период",
            "2025/26",
            "н/п",
            "нет данных",
            "да",
            "Итого",
            "87,5 %",
        ])
        .prop_map(text),
        (0_i64..4_000).prop_map(|it| CellText::Number(rust_decimal::Decimal::new(it, 1))),
        (0_i64..1_000).prop_map(|it| CellText::Percent(rust_decimal::Decimal::new(it, 3))),
        (1_u64..60_000).prop_map(|it| CellText::date(
            chrono::NaiveDate::from_ymd_opt(1990, 1, 1)
                .unwrap()
                .checked_add_days(chrono::Days::new(it))
        )),
        any::<bool>().prop_map(CellText::Bool),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A workbook of anything: whatever is entered stands in the file at the place that is told, and entering it twice is entering it once.
    #[test]
    fn any_table_is_claims_and_sentences(
        rows in prop::collection::vec(prop::collection::vec(a_cell(), 0..7), 1..12),
    ) {
        let mut world = World::new();
        let batch = of_bytes(&world.state, "что-то.xlsx", &workbook(&rows));
        for claim in &batch.claims {
            let column = claim.spot.column.unwrap();
            prop_assert!(rows.get(claim.spot.row).and_then(|it| it.get(column)).is_some_and(|it| !it.is_blank()));
        }
        let brought = brings(&world.state, &batch);
        prop_assert_eq!(brought.outcomes.len(), batch.claims.len());
        prop_assert_eq!(brought.changes() + brought.same() + brought.refused(), batch.claims.len());
        if let Some(command) = brought.command(&batch, |_| true) {
            world.act(command).unwrap();
            prop_assert_eq!(brings(&world.state, &batch).changes(), 0);
        }
    }

    #[test]
    fn any_bytes_are_told(bytes in prop::collection::vec(any::<u8>(), 0..600), brace in any::<bool>()) {
        let state = World::new().state;
        let mut bytes = bytes;
        if brace {
            bytes.splice(0..0, *b"{\"value\": ");
        }
        let batch = of_bytes(&state, "что-то", &bytes);
        prop_assert!(!batch.claims.is_empty() || !batch.files[0].faults.is_empty());
    }

    /// A byte of a good workbook changed: the worst is a sentence.
    #[test]
    fn a_damaged_workbook_is_told(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let state = World::new().state;
        let rows = [
            vec![text("Организация"), text("1.1"), text("1.2")],
            vec![text("СШ № 1"), text("21/24"), text("7")],
        ];
        let mut bytes = workbook(&rows);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let batch = of_bytes(&state, "свод.xlsx", &bytes);
        brings(&state, &batch);
    }

    #[test]
    fn any_lines_are_told(values in prop::collection::vec(("[а-я№0-9 \\\\\"]{0,9}", "[0-9./,%а-я]{0,6}", any::<f64>()), 0..9)) {
        let state = World::new().state;
        let lines: Vec<String> = values.iter().map(|(name, value, number)| {
            format!("{{\"organisation\": \"{name}\", \"code\": \"1.2\", \"value\": \"{value}\", \"numerator\": {number}}}")
        }).collect();
        let batch = of_bytes(&state, "обмен.jsonl", lines.join("\n").as_bytes());
        brings(&state, &batch);
    }
}
