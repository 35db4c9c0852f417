//! The first sheet of a form: of whom what is asked until when, and how to answer.

use super::Forms;
use crate::domain::collection::{Collection, expected_by};
use crate::domain::ids::OrganisationId;
use crate::exchange::values::titles::{FILLED_BY, FIRST};
use crate::exchange::workbook::{CellText, FormOut, FormRow, Look, Slot};

/// Where the head signs what is printed.
const SIGNATURE: &str = "______________________________";
/// How to answer.
const STEPS: [&str; 8] = [
    "Заполняйте только жёлтые ячейки: остальные закрыты от случайной правки. Серые считает программа.",
    "Там, где есть числитель и знаменатель, впишите оба числа. Процент считать не нужно.",
    "Если числитель и знаменатель неизвестны, а процент известен, впишите процент в столбец «Значение».",
    "Если показатель к организации не относится, впишите «н/п» в столбец «Значение» и причину рядом. Ноль — это число: «н/п» его не заменяет.",
    "Если показатель относится, но сведений нет, впишите «нет данных» и причину.",
    "Дробную часть отделяйте запятой. Где есть список, выбирайте из списка.",
    "Оранжевая ячейка — необычное значение или не хватает причины, знаменателя, примечания. Проверьте её; если всё верно, поясните в примечании.",
    "Не переименовывайте листы и не вставляйте строки: по ним книга узнаётся при загрузке. Сохраните её в том же виде (XLSX) и отправьте обратно.",
];

/// The sheet. `sheets` are those that follow, each with how many cells it asks for.
pub(super) fn of(
    forms: &Forms<'_>,
    (id, named): (Option<OrganisationId>, &str),
    sheets: &[(String, usize)],
) -> FormOut {
    let period = forms.period.1;
    let settings = forms.state.settings.as_ref();
    let mut rows: Vec<FormRow> = Vec::new();
    if settings.is_some_and(|it| it.demo) {
        rows.push(line("ДЕМО: организации и люди вымышлены", Look::Strong));
    }
    if let Some(it) = settings.filter(|it| id.is_some() && !it.municipality.is_empty()) {
        rows.push(line(&it.municipality, Look::Line));
    }
    rows.push(line("Сведения для мониторинга", Look::Title));
    rows.push(Vec::new());
    let whose = if id.is_some() {
        "Организация"
    } else {
        "Муниципалитет"
    };
    rows.push(pair(whose, CellText::text(named)));
    let days = format!(
        "{} ({} – {})",
        period.name,
        period.from.format("%d.%m.%Y"),
        period.to.format("%d.%m.%Y"),
    );
    rows.push(pair("Период", CellText::text(days)));
    // Whoever was asked again has another term.
    let collection = id.and_then(|it| Some(&forms.state.collection(forms.period.0, it)?.body));
    let due = match id {
        Some(id) => expected_by(period, id, collection),
        None => period.deadline,
    };
    rows.push(match due {
        Some(day) => pair("Отправить до", CellText::Date(day)),
        // It was sent back, and its term is over.
        None if period.deadline.is_some() => {
            pair("Отправить", CellText::text("в возможно короткий срок"))
        }
        None => pair("Отправить до", CellText::text("срок не назначен")),
    });
    let requested = collection.and_then(Collection::request);
    rows.extend(requested.map(|(number, day)| {
        let day = day.format("%d.%m.%Y");
        let told = match number {
            "" => format!("от {day}"),
            number => format!("исх. № {number} от {day}"),
        };
        pair("Запрос", CellText::text(told))
    }));
    rows.push(Vec::new());
    rows.push(line("Что заполнить", Look::Strong));
    for (name, n) in sheets {
        rows.push(pair(name, CellText::text(format!("показателей: {n}"))));
    }
    rows.push(Vec::new());
    rows.push(line("Кто заполнил", Look::Strong));
    rows.extend(FILLED_BY.map(|name| {
        let mut row = pair(name, CellText::Empty);
        if let Some(field) = row.last_mut() {
            field.look = Look::Field;
        }
        row
    }));
    if id.is_some() {
        rows.push(pair("Подпись руководителя", CellText::text(SIGNATURE)));
    }
    rows.push(Vec::new());
    rows.push(line("Как заполнить", Look::Strong));
    for (n, step) in (1..).zip(STEPS) {
        rows.push(pair("", CellText::text(format!("{n}. {step}"))));
    }
    FormOut {
        name: FIRST.to_owned(),
        widths: vec![30, 100],
        rows,
        ..FormOut::default()
    }
}

fn line(text: &str, look: Look) -> FormRow {
    super::sheet::line(text, look)
}

fn pair(name: &str, cell: CellText) -> FormRow {
    let slot = |cell, look| Slot {
        cell,
        look,
        rule: None,
    };
    vec![
        slot(CellText::text(name), Look::Plain),
        slot(cell, Look::Plain),
    ]
}
