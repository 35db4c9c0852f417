//! What columns are called in tables of values, and the words that stand in their cells; for writing and for reading alike.
//!
//! A *list* has a row for each value. A *matrix* has a row for each organisation with its head and a column for each indicator; with parts,
//! a ratio has two more behind it. A *form* is what a school fills in: a sheet for each direction, a row for each indicator.
//!
//! What comes back is to be the same: a ratio in a matrix without parts is the figure that is shown, so whoever reads it takes it for
//! the ratio that stands where that shows the same.

use crate::domain::catalogue::{Indicator, Input, Measure};
use crate::domain::value::ValueState;
use crate::exchange::workbook::table::Column;

/// The organisation, by its name.
pub const ORGANISATION: &str = "Организация";
/// Who heads it.
pub const HEAD: &str = "Руководитель";
/// Whom a row of a form is about, where that is a person.
pub const WHOM: &str = "О ком";
/// The code of an indicator.
pub const CODE: &str = "Код";
/// Its title.
pub const INDICATOR: &str = "Показатель";
/// The period, by its name.
pub const PERIOD: &str = "Период";
/// Its unit.
pub const UNIT: &str = "Единица";
/// What is counted, in words.
pub const COUNTED: &str = "Что считается";
/// What stands under [`COUNTED`] where nothing is to be filled in.
pub const NOT_TO_FILL: &str = "Рассчитывается программой, заполнять не нужно.";
/// What was entered: a number, an option, «н/п», «нет данных»; of a ratio nothing, for its parts or its percent stand beside it.
pub const ENTRY: &str = "Значение";
/// What is above the line.
pub const NUMERATOR: &str = "Числитель";
/// What is below it.
pub const DENOMINATOR: &str = "Знаменатель";
/// What a ratio comes to; beside its parts it has to be what they come to.
pub const PERCENT: &str = "Процент";
/// What is computed and not entered: of other cells, of sub-periods, of a standing reason. Never read.
pub const RESULT: &str = "Расчёт";
/// Why «н/п» or «нет данных».
pub const REASON: &str = "Причина";
/// Where the value stands on its way to approval.
pub const STATE: &str = "Состояние";
/// The note.
pub const NOTE: &str = "Примечание";
/// Where the number comes from.
pub const SOURCE: &str = "Источник";
/// The document that it comes from, where that is on record. Never read: a document is named by its number, and not by words.
pub const DOCUMENT: &str = "Документ";
/// Who entered it.
pub const BY: &str = "Кто ввёл";
/// When it was changed last.
pub const AT: &str = "Изменено";

/// The row of the municipality.
pub const MUNICIPALITY: &str = "Муниципалитет";
/// The name of the first sheet of a form.
pub const FIRST: &str = "Как заполнить";
/// What a form asks of whoever fills it in: it is told when the form comes back, and kept nowhere.
pub const FILLED_BY: [&str; 3] = ["Исполнитель", "Телефон", "Дата"];
/// What the organisations come to together; a line of sums, which is nobody's when it is read.
pub const TOGETHER: &str = "Итого по муниципалитету";
/// «вакансия» where nobody is the head.
pub const VACANCY: &str = "вакансия";
/// The state of a cell that is computed.
pub const COMPUTED: &str = "расчётное";

/// «н/п» in a cell; behind a colon, where there is no column for it, the reason.
pub const NOT_APPLICABLE: &str = "н/п";
/// «нет данных», likewise.
pub const NO_DATA: &str = "нет данных";

/// The words of states, the first of which is written.
pub const STATES: [(Step, &[&str]); 4] = [
    (Step::Entered, &["введено"]),
    (Step::Submitted, &["на проверке"]),
    (Step::Approved, &["утверждено"]),
    (
        Step::Returned,
        &["на доработке", "на доработку", "возвращено"],
    ),
];

/// Where a value stands, without the reasons of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Введено.
    Entered,
    /// На проверке.
    Submitted,
    /// Утверждено.
    Approved,
    /// Возвращено.
    Returned,
}

impl Step {
    /// Where a value stands.
    #[must_use]
    pub fn of(state: &ValueState) -> Step {
        match state {
            ValueState::Entered => Step::Entered,
            ValueState::Submitted => Step::Submitted,
            ValueState::Approved => Step::Approved,
            ValueState::Returned { .. } => Step::Returned,
        }
    }
}

/// The columns of a list, in the order in which they are written.
pub const LIST: [Column; 17] = [
    Column::needed(
        ORGANISATION,
        &[
            "Наименование",
            "Школа",
            "ОО",
            "ОУ",
            "Учреждение",
            "Образовательная организация",
            "Образовательное учреждение",
            "Наименование организации",
            "Наименование учреждения",
            "Наименование школы",
            "Наименование ОО",
            "Наименование ОУ",
            "Краткое наименование",
            "Краткое наименование ОО",
            "Название организации",
            "Название школы",
        ],
    ),
    Column::free(HEAD, &["ФИО руководителя", WHOM, "Директор"]),
    Column::needed(CODE, &["Код показателя", "№ показателя"]),
    Column::free(INDICATOR, &["Наименование показателя"]),
    Column::free(PERIOD, &["Учебный год"]),
    Column::needed(
        ENTRY,
        &[
            "Число",
            "Факт",
            "Фактическое значение",
            "Значение показателя",
            "Результат",
        ],
    ),
    Column::free(NUMERATOR, &["А", "A"]),
    Column::free(DENOMINATOR, &["В", "B", "Б"]),
    Column::free(PERCENT, &["%", "Доля", "Доля, %", "Значение, %"]),
    Column::free(RESULT, &[]),
    Column::free(REASON, &["Причина н/п"]),
    Column::free(STATE, &["Статус"]),
    Column::free(NOTE, &["Комментарий"]),
    Column::free(SOURCE, &["Источник ввода", "Основание"]),
    Column::free(DOCUMENT, &[]),
    Column::free(BY, &[]),
    Column::free(AT, &["Когда"]),
];

/// Columns of a list that are read and not written: a table of one organisation has them from its form.
pub const BESIDE: [Column; 2] = [
    Column::free(UNIT, &["Ед. изм.", "Единица измерения"]),
    Column::free(COUNTED, &[]),
];

/// What fields of JSON Lines are called that have a title in a list.
pub const KEYS: [(&str, &str); 17] = [
    (ORGANISATION, "organisation"),
    (HEAD, "head"),
    (CODE, "code"),
    (INDICATOR, "indicator"),
    (PERIOD, "period"),
    (ENTRY, "value"),
    (NUMERATOR, "numerator"),
    (DENOMINATOR, "denominator"),
    (PERCENT, "percent"),
    (RESULT, "result"),
    (REASON, "reason"),
    (STATE, "state"),
    (NOTE, "note"),
    (SOURCE, "source"),
    (DOCUMENT, "document"),
    (BY, "by"),
    (AT, "at"),
];

/// The columns of a sheet of a form, in the order in which they are written.
pub const FORM: [Column; 10] = [
    Column::needed(CODE, &[]),
    Column::needed(INDICATOR, &[]),
    Column::free(UNIT, &[]),
    Column::free(COUNTED, &[]),
    Column::free(WHOM, &[]),
    Column::free(NUMERATOR, &[]),
    Column::free(DENOMINATOR, &[]),
    Column::needed(ENTRY, &[]),
    Column::free(REASON, &[]),
    Column::free(NOTE, &[]),
];

/// What a column of a matrix holds of its indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// What was entered, or what it comes to.
    Entry,
    /// What is above the line.
    Numerator,
    /// What is below it.
    Denominator,
    /// What is computed. Never read.
    Result,
}

/// What columns of parts are called, behind the code.
const PARTS: [(Held, &[&str]); 3] = [
    (Held::Numerator, &["числитель"]),
    (Held::Denominator, &["знаменатель"]),
    (Held::Result, &["расчёт"]),
];

/// «6.2 Первая и высшая категория, %», «6.2 числитель», «3.4 качество знаний, %», «3.4 расчёт: Изменение качества знаний, п.п.».
#[must_use]
pub fn matrix_title(indicator: &Indicator, held: Held) -> String {
    let code = &indicator.code;
    let named = || match indicator.unit.as_str() {
        "" => indicator.short.clone(),
        unit => format!("{}, {unit}", indicator.short),
    };
    let part = PARTS.iter().find(|it| it.0 == held);
    match (part.and_then(|it| it.1.first()), own_input(indicator)) {
        (Some(part), _) if held == Held::Result => format!("{code} {part}: {}", named()),
        (Some(part), _) => format!("{code} {part}"),
        (None, Some(input)) => format!("{code} {input}"),
        (None, None) => format!("{code} {}", named()),
    }
}

/// What is typed where the indicator itself is computed from it: «качество знаний, %».
#[must_use]
pub fn own_input(indicator: &Indicator) -> Option<&str> {
    match &indicator.measure {
        Measure::Delta {
            input: Input::Own { title },
        }
        | Measure::Benchmark {
            input: Input::Own { title },
        } => Some(title),
        _ => None,
    }
}

/// The code that a title of a matrix begins with, what its column holds, and the words behind the code.
#[must_use]
pub fn of_matrix_title(title: &str) -> (&str, Held, &str) {
    let title = title.trim();
    let (code, words) = title.split_once(char::is_whitespace).unwrap_or((title, ""));
    let folded = words.trim().to_lowercase();
    let word = folded.split(':').next().unwrap_or_default();
    let part = PARTS.iter().find(|it| it.1.contains(&word));
    (code, part.map_or(Held::Entry, |it| it.0), words.trim())
}

/// What is told of «н/п» and «нет данных» where there is no column for the reason.
#[must_use]
pub fn because(word: &str, reason: &str) -> String {
    match reason.trim() {
        "" => word.to_owned(),
        reason => format!("{word}: {reason}"),
    }
}
