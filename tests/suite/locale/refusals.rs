//! Every refusal is told as what happened, then what to do.

use smotr::domain::ids::*;
use smotr::domain::people::{OrganisationKind, Role};
use smotr::domain::record::{Key, Kind, Record};
use smotr::domain::refusal::{Able, CycleRefusal, Field, Refusal, Who};
use smotr::domain::value::Entry;
use smotr::locale::{Lang, Locale, Narrator, Told};

use super::scene::*;

/// What each refusal says about the scene. A new kind of refusal does not compile until it has its place here.
fn examples() -> Vec<(Refusal, &'static str)> {
    let here = cell(CATEGORIES, SCHOOL);
    let theirs = Record::Value(value(ratio(17, 20)));
    let key = Key::Recommendation(ADVICE);
    let mut all = vec![
        (
            Refusal::Conflict {
                key: Key::Value(here),
                theirs: Some(Box::new(theirs)),
                stamp: Some(STAMP),
            },
            "6.2 · СШ № 12: за это время внесено 85,0 % (17 из 20) — Орлова, 23.05.2026 12:40. Введённое сохранено: выберите, какое значение остаётся.",
        ),
        (
            Refusal::Conflict {
                key,
                theirs: Some(Box::new(Record::Recommendation(advice()))),
                stamp: Some(STAMP),
            },
            "рекомендация · 6.2 · СШ № 12: за это время запись изменена (Орлова, 23.05.2026 12:40). Введённое сохранено: сравните с новой записью и внесите ещё раз.",
        ),
        (
            Refusal::Conflict {
                key,
                theirs: None,
                stamp: None,
            },
            "рекомендация · 6.2 · СШ № 12: за это время запись убрана. Введённое сохранено: добавьте запись заново, если она нужна.",
        ),
        (
            Refusal::PeriodClosed { period: YEAR },
            "Период 2025/26 закрыт, его итоги не меняются. Ввод — в открытом периоде; ошибку в закрытом исправляет руководитель отдела, с основанием.",
        ),
        (
            Refusal::PeriodClosed { period: NEXT_YEAR },
            "Ввод за период 2026/27 ещё не открыт. Выберите другой период; открывает периоды руководитель отдела или администратор.",
        ),
        (
            Refusal::DeadlinePassed {
                period: YEAR,
                organisation: Some(SCHOOL),
                until: "2026-06-25".parse().unwrap(),
                may: who(1, 0),
            },
            "Срок ввода для СШ № 12 истёк 25.06.2026. Отсрочку может дать Орлова К. Л.: F8 → «Периоды».",
        ),
        (
            Refusal::DeadlinePassed {
                period: YEAR,
                organisation: None,
                until: "2026-06-25".parse().unwrap(),
                may: who(0, 0),
            },
            "Срок ввода истёк 25.06.2026. Отсрочку даёт администратор или руководитель отдела: F8 → «Периоды».",
        ),
        (
            Refusal::PeriodOverlaps {
                with: "2025/26".into(),
            },
            "Эти дни уже входят в период 2025/26 того же вида. Измените даты: периоды одного вида не пересекаются.",
        ),
        (
            Refusal::MoveInstead { period: YEAR },
            "В период 2025/26 уже внесены значения. Вид периода больше не меняется, а редакцию меняет перевод: F8 → «Периоды», шаг «Перевести на другую редакцию».",
        ),
        (
            Refusal::Unconfirmed {
                period: YEAR,
                things: 3,
            },
            "Период 2025/26 не закрывается: 3 важных замечания проверки не разобраны. Исправьте значения или подтвердите замечания с пояснением: «Проверка значений».",
        ),
        (
            Refusal::Unready {
                period: YEAR,
                things: 12,
            },
            "Период 2025/26 не готов к закрытию: 12 замечаний. Просмотрите список готовности; закрыть можно и так, подтвердив это.",
        ),
        (
            Refusal::StillOpen { period: YEAR },
            "Период 2025/26 не закрыт. Итоги появятся при закрытии; пока период открыт, значения вносятся и меняются обычным вводом.",
        ),
        (
            Refusal::ClosingStands { period: YEAR },
            "Период 2025/26 закрыт, итоги подведены: закрытие не отменяется. Если период надо открыть снова: F8 → «Периоды», шаг «Открыть закрытый период», с причиной.",
        ),
        (
            Refusal::ResultsDiffer {
                period: YEAR,
                closed: false,
            },
            "После отмены закрытия изменилось то, из чего складываются итоги периода 2025/26. Закройте период заново: итоги будут подведены по сегодняшним данным.",
        ),
        (
            Refusal::ResultsDiffer {
                period: YEAR,
                closed: true,
            },
            "После отмены пересчёта изменилось то, из чего складываются итоги периода 2025/26. Пересчитайте итоги заново: они будут подведены по сегодняшним данным.",
        ),
        (
            Refusal::NoOtherEdition { period: YEAR },
            "Для периода 2025/26 нет другой опубликованной редакции. Опубликуйте редакцию, которая применяется раньше, чем период кончится: F8 → «Редакции».",
        ),
        (
            Refusal::Denied {
                needs: Role::Head,
                outside: false,
                may: who(1, 0),
            },
            "Для этого нужна роль «руководитель отдела». Это может другой сотрудник (Орлова К. Л.).",
        ),
        (
            Refusal::Denied {
                needs: Role::Methodist,
                outside: true,
                may: who(3, 2),
            },
            "Это вне ваших направлений и организаций. Это могут другие сотрудники (Орлова К. Л., Орлова К. Л., Орлова К. Л. и ещё 2).",
        ),
        (
            Refusal::Denied {
                needs: Role::Head,
                outside: false,
                may: Who::default(),
            },
            "Для этого нужна роль «руководитель отдела». Сейчас этого права ни у кого нет: передайте администратору команду «smotr user role УЧЁТНАЯ-ЗАПИСЬ head».",
        ),
        (
            Refusal::UnderReview {
                cell: here,
                may: Who {
                    named: vec![Able {
                        user: ORLOVA,
                        until: None,
                    }],
                    more: 0,
                },
            },
            "6.2 · СШ № 12: период на проверке, и значение утверждено. Прежде чем менять, его возвращают на доработку. Это может другой сотрудник (Орлова К. Л.).",
        ),
        (
            Refusal::OwnEntry {
                cell: here,
                may: Who {
                    named: vec![Able {
                        user: ORLOVA,
                        until: Some(day("14.08.2026")),
                    }],
                    more: 0,
                },
            },
            "6.2 · СШ № 12: своё значение не утверждают. Это может другой сотрудник (Орлова К. Л. — замещение до 14.08.2026).",
        ),
        (
            Refusal::AlreadyStoodIn { by: DeputyId(1) },
            "Замещение уже назначено: Орлова К. Л. → Орлова К. Л., с 01.08.2026 по 14.08.2026. Выберите другие дни или сначала завершите это замещение.",
        ),
        (
            Refusal::NotHead { user: ORLOVA },
            "У пользователя orlova нет роли «руководитель отдела». Замещают только руководителя отдела; роли назначает администратор.",
        ),
        (
            Refusal::OwnDeputy,
            "Никто не замещает самого себя. Выберите другого сотрудника.",
        ),
        (
            Refusal::Retired { user: ORLOVA },
            "Пользователь orlova больше не допущен. Сначала верните доступ командой smotr user add orlova.",
        ),
        (
            Refusal::Missing {
                key: Key::Organisation(OrganisationId(99)),
            },
            "Записи нет: организация № 99. Возможно, её добавление отменено. Найдите её через поиск.",
        ),
        (
            Refusal::Taken {
                key: Key::Period(YEAR),
            },
            "Запись уже есть: период 2025/26. Откройте её и внесите изменение там.",
        ),
        (
            Refusal::InUse {
                key: Key::Document(ORDER),
                by: Key::Decision(DECISION),
            },
            "приказ от 01.06.2026 № 259/1: на эту запись ссылается другая (решение · приказ от 01.06.2026 № 259/1). Сначала уберите ссылку, затем повторите.",
        ),
        (
            Refusal::WrongMeasure { cell: here },
            "6.2 · СШ № 12: здесь вносится доля. Введите часть и целое, например 21/24, или процент со знаком: 87,5 %.",
        ),
        (
            Refusal::WrongMeasure {
                cell: cell(LIST, SCHOOL),
            },
            "1.6 · СШ № 12: здесь вносится выбор. Выберите вариант цифрой или пробелом.",
        ),
        (
            Refusal::Computed {
                cell: cell(CHANGE, SCHOOL),
            },
            "2.4 · СШ № 12: значение вычисляется, вносить его не нужно. Внесите показатель 6.2: из него оно вычисляется.",
        ),
        (
            Refusal::NotCollected { cell: here },
            "6.2 · СШ № 12: показатель здесь не собирается. Перейдите к другой строке.",
        ),
        (
            Refusal::ZeroDenominator,
            "Знаменатель — ноль. Если считать не от чего, внесите «н/п» с причиной.",
        ),
        (
            Refusal::NotWhole {
                number: dec("21.50"),
            },
            "21,5 — не целое число. Введите целое: дробных значений здесь не бывает.",
        ),
        (
            Refusal::OutOfRange {
                number: dec("120"),
                min: Some(dec("0")),
                max: Some(dec("100")),
            },
            "120 не подходит: возможно от 0 до 100. Проверьте число и введите заново.",
        ),
        (
            Refusal::OutOfRange {
                number: dec("-1"),
                min: Some(dec("0")),
                max: None,
            },
            "−1 не подходит: возможно от 0. Проверьте число и введите заново.",
        ),
        (
            Refusal::OutOfRange {
                number: dec("13"),
                min: None,
                max: Some(dec("12")),
            },
            "13 не подходит: возможно до 12. Проверьте число и введите заново.",
        ),
        (
            Refusal::PartExceedsWhole {
                numerator: dec("30"),
                denominator: dec("24"),
            },
            "Числитель 30 больше знаменателя 24. Проверьте, не поменялись ли они местами.",
        ),
        (
            Refusal::NoSuchOption { options: 3 },
            "Такого варианта нет. Введите цифру от 1 до 3.",
        ),
        (
            Refusal::ReasonRequired,
            "Не указана причина. Выберите её цифрой или напишите.",
        ),
        (
            Refusal::NoteRequired { cell: here },
            "6.2 · СШ № 12: к такому значению нужно примечание. Напишите, чем оно объясняется.",
        ),
        (
            Refusal::Empty {
                field: Field::Addressees,
            },
            "Не заполнено: кому. Заполните и сохраните ещё раз.",
        ),
        (
            Refusal::NoWords { field: Field::Text },
            "Ни одной буквы: текст. Напишите словами и сохраните ещё раз.",
        ),
        (
            Refusal::TooLong {
                field: Field::Text,
                max: 4000,
                given: 4021,
            },
            "Слишком длинно: текст — 4 021 зн., а можно 4 000. Сократите на 21 знак.",
        ),
        (
            Refusal::TooMany {
                field: Field::Executors,
                max: 255,
                given: 300,
            },
            "Слишком много: исполнители — 300, а можно 255. Разделите на несколько.",
        ),
        (
            Refusal::TooManyDecimals {
                field: None,
                max: 9,
            },
            "Слишком много знаков после запятой. Оставьте не больше 9 знаков.",
        ),
        (
            Refusal::Unprintable {
                field: Field::Title,
            },
            "Есть невидимые знаки: название. Наберите это место заново.",
        ),
        (
            Refusal::DateBefore {
                field: Field::Due,
                given: day("01.05.2026"),
                earliest: day("01.06.2026"),
            },
            "Слишком рано: срок — 01.05.2026. Введите дату не раньше 01.06.2026.",
        ),
        (
            Refusal::DateAfter {
                field: Field::Date,
                given: day("01.06.2026"),
                latest: day("23.05.2026"),
            },
            "Слишком поздно: дата — 01.06.2026. Введите дату не позже 23.05.2026.",
        ),
        (
            Refusal::NotLoaded { period: YEAR },
            "Значения за период 2025/26 ещё не прочитаны с диска. Повторите через несколько секунд.",
        ),
        (
            Refusal::WrongKind {
                key: Key::Report(ReportId(5)),
            },
            "отчёт об исполнении № 5: под этим номером стоит запись другого вида. Исправьте файл, из которого загружаются записи.",
        ),
        (
            Refusal::WrongState {
                key: Key::Assignment(TASK),
            },
            "поручение 2.1 · решение · приказ от 01.06.2026 № 259/1: из состояния «на контроле» этот шаг невозможен. Посмотрите историю записи и выберите другой шаг.",
        ),
        (
            Refusal::WrongState {
                key: Key::Report(ReportId(5)),
            },
            "отчёт об исполнении № 5: сейчас этот шаг невозможен. Посмотрите историю записи и выберите другой шаг.",
        ),
        (
            Refusal::NothingToSubmit { cell: here },
            "6.2 · СШ № 12: сдавать нечего, значения нет. Внесите значение, «н/п» или «нет данных».",
        ),
        (
            Refusal::IncompleteDocument { lacks: Field::Date },
            "В документе не указано: дата. Дополните реквизиты: акт узнают по дате и номеру.",
        ),
        (
            Refusal::DuplicateNumber {
                kind: OrganisationKind::School,
                number: 1012,
                holder: SCHOOL,
            },
            "Номер 1012 уже занят: СШ № 12. Введите другой номер.",
        ),
        (
            Refusal::DuplicatePeriod {
                name: "2025/26".into(),
            },
            "Период 2025/26 уже есть. Введите другое название.",
        ),
        (
            Refusal::NamesHidden,
            "Имена и тексты для вас скрыты, поэтому менять и создавать записи с ними нельзя. Открыть имена может администратор: smotr user names.",
        ),
        (
            Refusal::AdministratorSeesNames,
            "Администратор видит имена: он ведёт пользователей и организации. Сначала откройте имена или снимите роль администратора: smotr user names, smotr user role.",
        ),
        (
            Refusal::LastAdministrator,
            "Тогда у хранилища не останется администратора. Сначала назначьте другого: smotr user role.",
        ),
        (
            Refusal::EditionPublished,
            "Редакция каталога опубликована и больше не меняется. Внесите изменение в новую редакцию.",
        ),
        (
            Refusal::EditionUnfit {
                edition: EditionId(1),
                at: Key::Indicator(EditionId(1), CATEGORIES),
                faults: 3,
            },
            "Публикации мешают 3 ошибки, первая в «6.2 Первая и высшая категории». Откройте список замечаний к редакции: он ведёт к каждой ошибке.",
        ),
        (
            Refusal::RetireInstead {
                key: Key::Indicator(EditionId(1), CATEGORIES),
                by: Key::Indicator(EditionId(1), CATEGORIES),
            },
            "«6.2 Первая и высшая категории» не удаляется: эта запись есть и в другой редакции (показатель 6.2, ред. 3), под ней могут стоять значения. Снимите запись: она перестанет собираться, а прошлое останется.",
        ),
        (
            Refusal::PeriodHasValues { period: YEAR },
            "За период 2025/26 уже внесены значения. Переведите период на новую редакцию: F8, «Периоды».",
        ),
        (
            Refusal::NothingToUndo,
            "Отменять нечего. Отменяются только собственные изменения.",
        ),
        (
            Refusal::NothingToRedo,
            "Повторять нечего. Повторяется только то, что отменено последним.",
        ),
        (
            Refusal::TooOld { seq: Seq(12345) },
            "Изменение № 12345 слишком давнее, отменить его нельзя. Внесите прежнее значение вручную: оно есть в истории.",
        ),
        (
            Refusal::TooLarge {
                key: Some(Key::Value(here)),
                limit: 65_536,
            },
            "Слишком много текста в одной записи, хранится не больше 64 КБ: 6.2 · СШ № 12. Сократите текст, а целиком приложите документом.",
        ),
        (
            Refusal::TooLarge {
                key: None,
                limit: 65_536,
            },
            "Изменение больше, чем журнал принимает за один раз. Разделите его на части.",
        ),
        (
            Refusal::Erased { seq: Seq(12345) },
            "В изменении № 12345 были персональные данные, которые удалены, вернуть его нельзя. Внесите нужное заново.",
        ),
        (
            Refusal::PersonErased {
                person: PersonId(1500),
            },
            "Персональные данные удалены раньше: лицо № 1500. Второй раз удалять нечего.",
        ),
        (
            Refusal::PersonUses { user: UserId(1500) },
            "Это лицо работает в программе, учётная запись пользователь № 1500. Сначала закройте вход: smotr user remove пользователь № 1500.",
        ),
        (
            Refusal::NameInReason,
            "Основание называет само лицо, а хранится дольше его данных. Укажите документ без фамилии, например «заявление, вх. № 15 от 01.06.2026».",
        ),
        (
            Refusal::Overlapping {
                by: AppointmentId(1),
                person: PersonId(1500),
                from: "2021-09-01".parse().unwrap(),
                to: Some("2026-05-31".parse().unwrap()),
            },
            "На эти дни уже есть назначение: лицо № 1500, с 01.09.2021 по 31.05.2026. Исправьте даты одного из назначений. Вместе с отсутствующим руководителем может быть назначен только один и. о., и позже его.",
        ),
        (
            Refusal::OrganisationClosed {
                organisation: SCHOOL,
                closed: "2026-05-31".parse().unwrap(),
            },
            "СШ № 12 закрыта 31.05.2026. Укажите дату не позже этой или исправьте дату закрытия.",
        ),
        (
            Refusal::MergedInCircle { into: SCHOOL },
            "Организация окажется присоединённой к самой себе: СШ № 12. Выберите организацию, которая продолжает работать.",
        ),
        (
            Refusal::OwnMentor,
            "Кандидат не может быть наставником самому себе. Выберите наставником другое лицо.",
        ),
        (
            Refusal::Fixed {
                field: Field::Whole,
                by: Key::Value(here),
            },
            "Поле «только целые» больше не меняется: оно используется (6.2 · СШ № 12). Заведите новую запись, а эту снимите с учёта.",
        ),
        (
            Refusal::NeverHeaded {
                person: HEAD,
                organisation: SCHOOL,
                period: YEAR,
            },
            "Ерёмин К. Л. не значится среди руководителей организации СШ № 12 в периоде 2025/26. Запишите возражение от имени того, кто возглавлял организацию в этом периоде, или дополните её назначения.",
        ),
        (Refusal::NoChange, "Изменений нет. Так уже записано."),
    ];
    all.extend(of_the_cycle());
    for (refusal, _) in &all {
        covered(refusal);
    }
    all
}

fn of_the_cycle() -> Vec<(Refusal, &'static str)> {
    let all = [
        (
            CycleRefusal::Submitted {
                round: RoundId(1),
                on: "2026-05-20".parse().unwrap(),
            },
            "Отправлен 20.05.2026: раздел 2.1, раунд 2026 года. Изменить в нём ничего нельзя. Начните следующий раунд: он возьмёт всё из этого.",
        ),
        (
            CycleRefusal::DuplicateSection { code: "2.1".into() },
            "Раздел 2.1 уже есть. Дайте разделу другой номер.",
        ),
        (
            CycleRefusal::DuplicateRound { year: 2026 },
            "Раунд 2026 года в этом разделе уже есть. Откройте его или укажите другой год.",
        ),
        (
            CycleRefusal::CitedAlready { by: CitationId(1) },
            "Этот документ с теми же страницами здесь уже указан: ссылка на документ · приказ от 01.06.2026 № 259/1. Укажите другие страницы или откройте прежнюю ссылку.",
        ),
        (
            CycleRefusal::KnownAct {
                document: DocumentId(1),
            },
            "Такой документ в реестре уже есть: приказ от 01.06.2026 № 259/1. Найдите его по номеру и укажите из реестра.",
        ),
        (
            CycleRefusal::NotAsked,
            "По циклу этого раздела такая позиция здесь не предусмотрена. Выберите другую ступень или направление либо измените цикл раздела.",
        ),
        (
            CycleRefusal::SamePeriod,
            "«После» должно быть позже, чем «до»: эффект виден только между двумя периодами. Выберите для «после» более поздний период.",
        ),
    ];
    let all = all.map(|(refusal, told)| (Refusal::Cycle(refusal), told));
    all.to_vec()
}

/// So many who may: the first of them Орлова each time.
fn who(named: usize, more: usize) -> Who {
    let (user, until) = (ORLOVA, None);
    Who {
        named: vec![Able { user, until }; named],
        more,
    }
}

/// Names every kind of refusal, so that the compiler asks for an example of a new one.
fn covered(refusal: &Refusal) {
    match refusal {
        Refusal::Conflict { .. }
        | Refusal::PeriodClosed { .. }
        | Refusal::DeadlinePassed { .. }
        | Refusal::PeriodOverlaps { .. }
        | Refusal::MoveInstead { .. }
        | Refusal::Unready { .. }
        | Refusal::Unconfirmed { .. }
        | Refusal::StillOpen { .. }
        | Refusal::ClosingStands { .. }
        | Refusal::ResultsDiffer { .. }
        | Refusal::NoOtherEdition { .. }
        | Refusal::Denied { .. }
        | Refusal::UnderReview { .. }
        | Refusal::OwnEntry { .. } => {}
        Refusal::AlreadyStoodIn { .. }
        | Refusal::NotHead { .. }
        | Refusal::OwnDeputy
        | Refusal::Retired { .. } => {}
        Refusal::Missing { .. }
        | Refusal::Taken { .. }
        | Refusal::InUse { .. }
        | Refusal::WrongMeasure { .. } => {}
        Refusal::Computed { .. }
        | Refusal::NotCollected { .. }
        | Refusal::ZeroDenominator
        | Refusal::NotWhole { .. } => {}
        Refusal::OutOfRange { .. }
        | Refusal::PartExceedsWhole { .. }
        | Refusal::NoSuchOption { .. } => {}
        Refusal::ReasonRequired
        | Refusal::NoteRequired { .. }
        | Refusal::Empty { .. }
        | Refusal::NoWords { .. }
        | Refusal::TooLong { .. } => {}
        Refusal::Unprintable { .. } | Refusal::DateBefore { .. } | Refusal::WrongState { .. } => {}
        Refusal::NothingToSubmit { .. }
        | Refusal::IncompleteDocument { .. }
        | Refusal::DuplicateNumber { .. } => {}
        Refusal::TooMany { .. } | Refusal::TooManyDecimals { .. } | Refusal::TooLarge { .. } => {}
        Refusal::NotLoaded { .. } | Refusal::WrongKind { .. } | Refusal::DateAfter { .. } => {}
        Refusal::DuplicatePeriod { .. }
        | Refusal::EditionPublished
        | Refusal::EditionUnfit { .. }
        | Refusal::RetireInstead { .. }
        | Refusal::PeriodHasValues { .. }
        | Refusal::LastAdministrator
        | Refusal::NamesHidden
        | Refusal::AdministratorSeesNames
        | Refusal::NothingToUndo => {}
        Refusal::NothingToRedo | Refusal::TooOld { .. } | Refusal::NoChange => {}
        Refusal::Overlapping { .. }
        | Refusal::OrganisationClosed { .. }
        | Refusal::NeverHeaded { .. }
        | Refusal::MergedInCircle { .. }
        | Refusal::OwnMentor
        | Refusal::Fixed { .. } => {}
        Refusal::Erased { .. }
        | Refusal::PersonErased { .. }
        | Refusal::PersonUses { .. }
        | Refusal::NameInReason => {}
        Refusal::Cycle(it) => match it {
            CycleRefusal::Submitted { .. }
            | CycleRefusal::DuplicateSection { .. }
            | CycleRefusal::DuplicateRound { .. }
            | CycleRefusal::CitedAlready { .. }
            | CycleRefusal::KnownAct { .. }
            | CycleRefusal::NotAsked
            | CycleRefusal::SamePeriod => {}
        },
    }
}

#[test]
fn a_refusal_says_what_happened_and_what_to_do() {
    for (refusal, want) in examples() {
        let told = in_russian(|it| it.refusal(&refusal))
            .to_string()
            .replace('\u{a0}', " ");
        assert_eq!(told, want);
    }
}

#[test]
fn both_halves_are_sentences_in_both_languages() {
    for lang in Lang::ALL {
        let (locale, state) = (Locale::new(lang), state());
        let narrator = Narrator::new(&locale, &state, chrono::Offset::fix(&chrono::Utc));
        for (refusal, _) in examples() {
            let Told { fact, next } = narrator.refusal(&refusal);
            assert!(
                fact.ends_with('.') && next.ends_with('.'),
                "{fact} | {next}"
            );
        }
    }
}

#[test]
fn a_refusal_about_records_that_are_gone_still_has_words() {
    let (locale, empty) = (
        Locale::new(Lang::Ru),
        smotr::domain::state::State::default(),
    );
    let narrator = Narrator::new(&locale, &empty, chrono::Offset::fix(&chrono::Utc));
    for (refusal, _) in examples() {
        assert!(!narrator.refusal(&refusal).fact.is_empty());
    }
    for kind in Kind::ALL {
        let key = Key::from_bytes(
            &records()
                .into_iter()
                .find(|(key, _)| key.kind() == kind)
                .unwrap()
                .0
                .to_bytes(),
        )
        .unwrap();
        assert!(!narrator.key(key).is_empty());
    }
}

#[test]
fn what_stands_in_a_cell_is_one_of_four_things() {
    let ru = Locale::new(Lang::Ru);
    let (share, list) = (
        categories(),
        indicator(
            "1.6",
            smotr::domain::catalogue::Measure::Choice {
                options: vec!["нет".into(), "да".into()],
            },
            smotr::domain::catalogue::Scoring::Relative,
        ),
    );
    let points = indicator(
        "1.4",
        smotr::domain::catalogue::Measure::Number { whole: false },
        smotr::domain::catalogue::Scoring::Direct { max: 12.into() },
    );
    for (indicator, entry, want) in [
        (Some(&share), Entry::Empty, "пусто"),
        (Some(&share), ratio(21, 24), "87,5 %"),
        (Some(&share), ratio(1999, 2500), "79,96 %"),
        (
            Some(&share),
            Entry::Percent(dec("87.5")),
            "87,5 % без состава",
        ),
        (None, ratio(21, 24), "21 из 24"),
        (Some(&list), Entry::Choice(1), "да"),
        (Some(&list), Entry::Choice(7), "8"),
        (Some(&points), Entry::Number(dec("7.00")), "7 баллов"),
        (Some(&points), Entry::Number(dec("1.5")), "1,5 балла"),
        (
            Some(&share),
            Entry::NotApplicable {
                reason: "нет 11 классов".into(),
            },
            "н/п: нет 11 классов",
        ),
        (
            Some(&share),
            Entry::NoData {
                reason: String::new(),
            },
            "нет данных",
        ),
    ] {
        assert_eq!(ru.entry(indicator, &entry).replace('\u{a0}', " "), want);
    }
}
