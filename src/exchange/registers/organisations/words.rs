//! Titles and words of the register of organisations, and what else people write for them.

use crate::domain::people::{AppointmentKind, OrganisationKind};
use crate::exchange::registers::{GIVEN, PATRONYMIC, SURNAME};
use crate::exchange::workbook::table::Column;

pub(super) const KIND: &str = "Вид";
pub(super) const NUMBER: &str = "Номер";
pub(in crate::exchange::registers) const NAME: &str = "Наименование";
pub(super) const FULL_NAME: &str = "Полное наименование";
pub(super) const OPENED: &str = "Открыта";
pub(super) const CLOSED: &str = "Закрыта";
pub(in crate::exchange::registers) const CLOSED_BY: &str = "Документ о закрытии";
pub(in crate::exchange::registers) const MERGED: &str = "Присоединена к";
pub(in crate::exchange::registers) const FOOTING: &str = "Основание назначения";
pub(in crate::exchange::registers) const FROM: &str = "С";
pub(in crate::exchange::registers) const TO: &str = "По";
pub(in crate::exchange::registers) const REASON: &str = "Причина";
pub(in crate::exchange::registers) const ACT: &str = "Документ о назначении";
pub(super) const CONTRACT: &str = "Договор по";

/// The columns, in the order in which they are written.
pub const COLUMNS: [Column; 17] = [
    Column::needed(KIND, &["Тип", "Вид организации", "Тип организации"]),
    Column::free(NUMBER, &["№", "Номер организации"]),
    Column::needed(
        NAME,
        &[
            "Название",
            "Краткое наименование",
            "Сокращённое наименование",
            "Организация",
        ],
    ),
    Column::free(FULL_NAME, &["Полное название"]),
    Column::free(OPENED, &["Дата открытия", "Создана"]),
    Column::free(CLOSED, &["Дата закрытия", "Ликвидирована"]),
    Column::free(CLOSED_BY, &["Документ о закрытии или присоединении"]),
    Column::free(MERGED, &["Присоединена", "Реорганизована в"]),
    Column::free(SURNAME, &["Фамилия руководителя"]),
    Column::free(GIVEN, &["Имя руководителя"]),
    Column::free(PATRONYMIC, &["Отчество руководителя"]),
    Column::free(FOOTING, &["Назначение", "Условие назначения"]),
    Column::free(FROM, &["C", "Дата назначения", "Назначена с", "Назначен с"]),
    Column::free(TO, &["Дата освобождения", "Дата увольнения"]),
    Column::free(REASON, &["Причина освобождения", "Причина увольнения"]),
    Column::free(ACT, &["Приказ о назначении"]),
    Column::free(CONTRACT, &["Срок договора", "Договор до"]),
];

/// Words for a kind of organisation; the first is the one that is written.
pub const KINDS: [(OrganisationKind, &[&str]); 9] = [
    (
        OrganisationKind::School,
        &[
            "средняя школа",
            "школа",
            "СШ",
            "СОШ",
            "общеобразовательная школа",
            "средняя общеобразовательная школа",
        ],
    ),
    (
        OrganisationKind::Basic,
        &[
            "основная школа",
            "основная общеобразовательная школа",
            "ОШ",
            "ООШ",
        ],
    ),
    (
        OrganisationKind::Primary,
        &[
            "начальная школа",
            "начальная общеобразовательная школа",
            "НШ",
            "НОШ",
        ],
    ),
    (OrganisationKind::Boarding, &["школа-интернат", "интернат"]),
    (OrganisationKind::Gymnasium, &["гимназия"]),
    (OrganisationKind::Lyceum, &["лицей"]),
    (
        OrganisationKind::Kindergarten,
        &["детский сад", "ДОУ", "ДОО", "сад"],
    ),
    (
        OrganisationKind::Additional,
        &[
            "организация дополнительного образования",
            "дополнительное образование",
            "УДО",
            "ОДО",
        ],
    ),
    (
        OrganisationKind::Other,
        &["другая организация", "другая", "другое", "иная", "прочее"],
    ),
];

/// Words for a footing; the first is the one that is written.
pub const FOOTINGS: [(AppointmentKind, &[&str]); 3] = [
    (
        AppointmentKind::Permanent,
        &["постоянно", "постоянная", "основная"],
    ),
    (
        AppointmentKind::Acting,
        &[
            "и. о.",
            "ио",
            "врио",
            "исполняющий обязанности",
            "исполняющая обязанности",
        ],
    ),
    (
        AppointmentKind::Concurrent,
        &["по совместительству", "совместительство", "совместитель"],
    ),
];
