//! Titles of sheets and columns, and words for choices: the first is the one that is written, the others are understood.

use crate::domain::catalogue::{
    Better, EditionState, NoteRule, Origin, Periodicity, RollUp, SubjectKind,
};
use crate::domain::rule::{Importance, RuleKind};
use crate::exchange::workbook::CellText;
use crate::exchange::workbook::table::Column;
pub(super) use crate::exchange::workbook::table::{Words, word};

/// A sheet: its name, and what else it may be called.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub(super) title: &'static str,
    pub(super) alias: &'static str,
}

const fn name(title: &'static str, alias: &'static str) -> Name {
    Name { title, alias }
}

pub(super) const EDITION: Name = name("Редакция", "edition");
pub(super) const LEVELS: Name = name("Уровни индекса", "levels");
pub(super) const DIRECTIONS: Name = name("Направления", "directions");
pub(super) const INDICATORS: Name = name("Показатели", "indicators");
pub(super) const SCALES: Name = name("Шкалы", "scoring");
pub(super) const WORDINGS: Name = name("Рекомендации", "wording");
pub(super) const REASONS: Name = name("Причины неприменимости", "na_reasons");
pub(super) const BASES: Name = name("Базовые величины", "base_quantities");
pub(super) const RULES: Name = name("Правила проверки", "rules");
/// For people only: it is not read.
pub(super) const HELP: Name = name("Пояснения", "readme");

pub(super) const SHEETS: [Name; 10] = [
    EDITION, LEVELS, DIRECTIONS, INDICATORS, SCALES, WORDINGS, REASONS, BASES, RULES, HELP,
];

pub(super) const WHAT: &str = "Сведения";
pub(super) const VALUE: &str = "Значение";
pub(super) const EDITION_COLUMNS: [Column; 2] = [
    Column::needed(WHAT, &["field"]),
    Column::needed(VALUE, &["value"]),
];

pub(super) const FROM: &str = "От";
pub(super) const LEVEL_TITLE: &str = "Уровень";
pub(super) const LEVEL_COLUMNS: [Column; 2] = [
    Column::needed(FROM, &["from"]),
    Column::needed(LEVEL_TITLE, &["title"]),
];

pub(super) const ID: &str = "№ записи";
pub(super) const CODE: &str = "Код";
pub(super) const TITLE: &str = "Название";
pub(super) const SHORT: &str = "Краткое название";
pub(super) const WEIGHT: &str = "Вес";
pub(super) const RETIRED: &str = "Больше не действует";
pub(super) const DIRECTION_COLUMNS: [Column; 6] = [
    Column::free(ID, &["id"]),
    Column::needed(CODE, &["code"]),
    Column::needed(TITLE, &["title"]),
    Column::needed(SHORT, &["short"]),
    Column::needed(WEIGHT, &["weight"]),
    Column::free(RETIRED, &["retired"]),
];

pub(super) const UNIT: &str = "Единица";
pub(super) const WHOLE: &str = "Только целые";
pub(super) const BASE_COLUMNS: [Column; 5] = [
    Column::free(ID, &["id"]),
    Column::needed(TITLE, &["title"]),
    Column::needed(UNIT, &["unit"]),
    Column::free(WHOLE, &["whole"]),
    Column::free(RETIRED, &["retired"]),
];

pub(super) const INDICATOR: &str = "Показатель";
/// Beside the code, for whoever reads the sheet; the code alone counts.
pub(super) const FOR_READERS: &str = "Краткое название (для справки)";
pub(super) const POINTS: &str = "Баллы";
pub(super) const SCALE_COLUMNS: [Column; 4] = [
    Column::needed(INDICATOR, &["indicator"]),
    Column::free(FOR_READERS, &["short"]),
    Column::needed(VALUE, &["values"]),
    Column::needed(POINTS, &["points"]),
];

pub(super) const UP_TO: &str = "До баллов";
pub(super) const ADVICE: &str = "Рекомендация";
pub(super) const WORDING_COLUMNS: [Column; 4] = [
    Column::needed(INDICATOR, &["indicator"]),
    Column::free(FOR_READERS, &["short"]),
    Column::needed(UP_TO, &["points"]),
    Column::needed(ADVICE, &["text"]),
];

pub(super) const REASON: &str = "Причина";
pub(super) const REASON_COLUMNS: [Column; 3] = [
    Column::needed(INDICATOR, &["indicator"]),
    Column::free(FOR_READERS, &["short"]),
    Column::needed(REASON, &["reason"]),
];

pub(super) const RULE: &str = "Правило";
pub(super) const IMPORTANCE: &str = "Важность";
pub(super) const THRESHOLD: &str = "Порог";
pub(super) const TO_DO: &str = "Что делать";
pub(super) const RULE_COLUMNS: [Column; 4] = [
    Column::needed(RULE, &["rule"]),
    Column::needed(IMPORTANCE, &["importance"]),
    Column::free(THRESHOLD, &["threshold"]),
    Column::free(TO_DO, &["instruction"]),
];

pub(super) const DIRECTION: &str = "Направление";
pub(super) const LEVEL: &str = "Описывает";
pub(super) const DECIMALS: &str = "Знаков после запятой";
pub(super) const BETTER: &str = "Что лучше";
pub(super) const PERIODICITY: &str = "Собирается";
pub(super) const ROLL_UP: &str = "Итог за год";
pub(super) const MEASURED_ON: &str = "На какой день";
pub(super) const MEASURE: &str = "Измеряется";
pub(super) const NUMERATOR: &str = "Числитель";
pub(super) const NUMERATOR_BASE: &str = "Числитель: базовая величина";
pub(super) const NUMERATOR_WHOLE: &str = "Числитель: только целые";
pub(super) const DENOMINATOR: &str = "Знаменатель";
pub(super) const DENOMINATOR_BASE: &str = "Знаменатель: базовая величина";
pub(super) const DENOMINATOR_WHOLE: &str = "Знаменатель: только целые";
pub(super) const FACTOR: &str = "Множитель";
pub(super) const INPUT: &str = "Считается по показателю";
pub(super) const OWN: &str = "Что вносится";
pub(super) const SCALE: &str = "Шкала";
pub(super) const HARD_MIN: &str = "Возможно от";
pub(super) const HARD_MAX: &str = "Возможно до";
pub(super) const SOFT_MIN: &str = "Обычно от";
pub(super) const SOFT_MAX: &str = "Обычно до";
pub(super) const JUMP: &str = "Скачок больше";
pub(super) const NOTE: &str = "Пояснение к значению";
pub(super) const EVIDENCE: &str = "Нужен документ";
pub(super) const KINDS: &str = "Виды организаций";
pub(super) const SOURCE: &str = "Источник";
pub(super) const METHOD: &str = "Методика";
pub(super) const RESPONSIBLE: &str = "Кто собирает";
pub(super) const INSTRUCTION: &str = "Что проверить";
pub(super) const ORIGIN: &str = "Откуда взят";
pub(super) const ORIGIN_NOTE: &str = "Подробнее";

pub(super) const INDICATOR_COLUMNS: [Column; 40] = [
    Column::free(ID, &["id"]),
    Column::needed(CODE, &["code"]),
    Column::needed(TITLE, &["title"]),
    Column::needed(SHORT, &["short"]),
    Column::needed(DIRECTION, &["direction"]),
    Column::needed(WEIGHT, &["weight"]),
    Column::needed(MEASURE, &["measure"]),
    Column::free(UNIT, &["unit"]),
    Column::needed(SCALE, &["scoring"]),
    Column::needed(BETTER, &["better"]),
    Column::needed(DECIMALS, &["decimals"]),
    Column::needed(LEVEL, &["level"]),
    Column::needed(PERIODICITY, &["periodicity"]),
    Column::needed(ROLL_UP, &["roll_up"]),
    Column::free(MEASURED_ON, &["measured_on"]),
    Column::free(WHOLE, &["whole"]),
    Column::free(NUMERATOR, &["numerator"]),
    Column::free(NUMERATOR_BASE, &["numerator_base"]),
    Column::free(NUMERATOR_WHOLE, &["numerator_whole"]),
    Column::free(DENOMINATOR, &["denominator"]),
    Column::free(DENOMINATOR_BASE, &["denominator_base"]),
    Column::free(DENOMINATOR_WHOLE, &["denominator_whole"]),
    Column::free(FACTOR, &["factor"]),
    Column::free(INPUT, &["indicator"]),
    Column::free(OWN, &["own"]),
    Column::free(HARD_MIN, &["hard_min"]),
    Column::free(HARD_MAX, &["hard_max"]),
    Column::free(SOFT_MIN, &["soft_min"]),
    Column::free(SOFT_MAX, &["soft_max"]),
    Column::free(JUMP, &["jump"]),
    Column::free(NOTE, &["note"]),
    Column::free(EVIDENCE, &["evidence_required"]),
    Column::free(KINDS, &["kinds"]),
    Column::free(SOURCE, &["source"]),
    Column::free(METHOD, &["method"]),
    Column::free(RESPONSIBLE, &["responsible"]),
    Column::free(INSTRUCTION, &["instruction"]),
    Column::needed(ORIGIN, &["origin"]),
    Column::free(ORIGIN_NOTE, &["origin_note"]),
    Column::free(RETIRED, &["retired"]),
];

/// How a number comes about, without what belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Number,
    Ratio,
    Choice,
    Delta,
    Benchmark,
}

pub(super) const WAYS: [(Way, &[&str]); 5] = [
    (Way::Number, &["число", "number"]),
    (Way::Ratio, &["доля", "отношение", "ratio"]),
    (Way::Choice, &["выбор", "choice"]),
    (
        Way::Delta,
        &["изменение к прошлому периоду", "изменение", "delta"],
    ),
    (
        Way::Benchmark,
        &["отношение к ориентиру", "сравнение", "benchmark"],
    ),
];

/// How it turns into points, without the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Bands,
    Options,
    PerUnit,
    Direct,
    Relative,
    Printed,
}

pub(super) const SORTS: [(Sort, &[&str]); 6] = [
    (Sort::Bands, &["по шкале", "ступени", "bands"]),
    (
        Sort::Options,
        &["по варианту ответа", "варианты", "options"],
    ),
    (Sort::PerUnit, &["за единицу", "per_unit"]),
    (Sort::Direct, &["экспертные баллы", "direct"]),
    (Sort::Relative, &["относительно лучшего", "relative"]),
    (Sort::Printed, &["как в документе", "как в акте", "printed"]),
];

/// A line of a scale that is no band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Term {
    Start,
    PerUnit,
    Floor,
    Cap,
}

pub(super) const TERMS: [(Term, &[&str]); 4] = [
    (Term::Start, &["при нуле", "баллы при нуле", "start"]),
    (
        Term::PerUnit,
        &["за каждую единицу", "за единицу", "points"],
    ),
    (Term::Floor, &["не меньше", "наименьший балл", "floor"]),
    (Term::Cap, &["не больше", "наибольший балл", "cap", "max"]),
];

pub(super) const STATES: [(EditionState, &[&str]); 2] = [
    (EditionState::Draft, &["рабочая"]),
    (EditionState::Published, &["опубликована", "опубликованная"]),
];
pub(super) const ABOUT: [(SubjectKind, &[&str]); 3] = [
    (SubjectKind::Organisation, &["организация", "ОО"]),
    (SubjectKind::Person, &["руководитель"]),
    (SubjectKind::Municipality, &["муниципалитет"]),
];
pub(super) const BETTERS: [(Better, &[&str]); 2] = [
    (Better::Higher, &["больше", "больше — лучше", "выше"]),
    (Better::Lower, &["меньше", "меньше — лучше", "ниже"]),
];
pub(super) const PERIODICITIES: [(Periodicity, &[&str]); 4] = [
    (Periodicity::Year, &["раз в год", "год", "ежегодно"]),
    (
        Periodicity::HalfYear,
        &["раз в полугодие", "полугодие", "два раза в год"],
    ),
    (
        Periodicity::Quarter,
        &["раз в квартал", "квартал", "ежеквартально"],
    ),
    (Periodicity::AsItHappens, &["по мере проведения"]),
];
pub(super) const ROLL_UPS: [(RollUp, &[&str]); 4] = [
    (RollUp::Last, &["последнее значение", "последнее"]),
    (RollUp::Sum, &["сумма"]),
    (RollUp::Mean, &["среднее"]),
    (RollUp::FromParts, &["по составу"]),
];
pub(super) const NOTES: [(NoteRule, &[&str]); 3] = [
    (NoteRule::Free, &["по желанию", "примечание по желанию"]),
    (
        NoteRule::AtZero,
        &["обязательно при нуле", "примечание обязательно при нуле"],
    ),
    (
        NoteRule::Always,
        &["обязательно", "примечание обязательно", "всегда"],
    ),
];
pub(super) const ORIGINS: [(Origin, &[&str]); 3] = [
    (
        Origin::Found,
        &["из опубликованного источника", "из источника"],
    ),
    (
        Origin::Adapted,
        &["по опубликованному источнику, изменено", "по источнику"],
    ),
    (Origin::Own, &["собственная разработка", "своя разработка"]),
];

pub(super) const IMPORTANCES: [(Importance, &[&str]); 4] = [
    (Importance::High, &["высокая"]),
    (Importance::Medium, &["средняя"]),
    (Importance::Low, &["низкая"]),
    (Importance::Off, &["не проверять", "выключено"]),
];
pub(super) const RULE_NAMES: [(RuleKind, &[&str]); 13] = [
    (RuleKind::Unfit, &["значение не подходит показателю"]),
    (RuleKind::MoreThanWhole, &["часть больше целого"]),
    (RuleKind::HalfGiven, &["указана одна часть из двух"]),
    (RuleKind::BaseDiffers, &["базовая величина расходится"]),
    (
        RuleKind::Count,
        &["не целое, меньше нуля или больше предела"],
    ),
    (
        RuleKind::ZeroUnexplained,
        &["0 экспертных баллов без пояснения"],
    ),
    (RuleKind::Unusual, &["вне обычных пределов"]),
    (RuleKind::Jump, &["скачок к прошлому периоду"]),
    (RuleKind::OwnRange, &["вне своих прежних значений"]),
    (RuleKind::Outlier, &["выброс среди организаций"]),
    (RuleKind::Copied, &["повтор прошлого периода"]),
    (RuleKind::NoteMissing, &["нет обязательного примечания"]),
    (
        RuleKind::EvidenceMissing,
        &["нет подтверждающего документа"],
    ),
];

/// «да» or «нет», as they are offered; spreadsheets have words of their own for what is true.
pub(super) fn yes_no(truth: bool) -> CellText {
    CellText::text(if truth { "да" } else { "нет" })
}
