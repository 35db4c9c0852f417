### Слова предметной области: состояния, виды, сроки, счёт

## Состояния ячейки и значения

cell-absent = не внесено
cell-empty = пусто
cell-not-applicable = н/п
cell-no-data = нет данных
cell-unreadable = не читается
cell-not-applicable-because = н/п: { $reason }
cell-standing = н/п · постоянно: { $reason }
cell-no-data-because = нет данных: { $reason }
percent-only = { $percent } без состава
value-entered = введено
value-submitted = на проверке
value-approved = утверждено
value-returned = на доработке
value-returned-because = на доработке: { $reason }
yes = да
no = нет

## Рекомендация

recommendation-draft = проект
recommendation-sent = направлена
recommendation-controlled = на контроле
recommendation-done = выполнена
recommendation-partly-done = выполнена частично
recommendation-not-done = не выполнена
recommendation-released = снята с контроля

## Решение

decision-draft = проект
decision-signed = подписано
decision-in-execution = исполняется
decision-executed = исполнено
decision-cancelled = отменено

## Поручение

assignment-controlled = на контроле
assignment-done-in-time = исполнено в срок
assignment-done-late = исполнено с нарушением срока
assignment-not-done = не исполнено
assignment-released = снято с контроля

## Срок

overdue-by = { $n ->
    [one] просрочено на { $n } день
    [few] просрочено на { $n } дня
    [many] просрочено на { $n } дней
   *[other] просрочено на { $n } дня
}
due-on = до { $date }
due-quarterly = ежеквартально до { $day }-го
due-monthly = ежемесячно до { $day }-го
due-standing = постоянно
due-prolonged = до { $date }, продлено с { $first }

## Период

period-school-year = учебный год
period-calendar-year = календарный год
period-half-year = полугодие
period-quarter = квартал
period-planned = не открыт
period-open = ввод открыт
period-review = проверка
period-closed = закрыт

## Каталог

edition-draft = рабочая
edition-published = опубликована
subject-organisation = организация
subject-person = руководитель
subject-municipality = муниципалитет
measure-number = число
measure-ratio = доля
measure-choice = выбор
measure-delta = изменение к прошлому периоду
measure-benchmark = отношение к ориентиру
scoring-bands = по шкале
scoring-options = по варианту ответа
scoring-per-unit = за единицу
scoring-direct = экспертные баллы
scoring-relative = относительно лучшего
periodicity-year = раз в год
periodicity-half-year = раз в полугодие
periodicity-quarter = раз в квартал
periodicity-as-it-happens = по мере проведения
roll-up-sum = сумма
roll-up-last = последнее значение
roll-up-mean = среднее
roll-up-from-parts = по составу
better-higher = больше — лучше
better-lower = меньше — лучше
note-free = примечание по желанию
note-at-zero = примечание обязательно при нуле
note-always = примечание обязательно
origin-found = из опубликованного источника
origin-adapted = по опубликованному источнику, изменено
origin-own = собственная разработка

## Организации и люди

organisation-school = средняя школа
organisation-basic = основная школа
organisation-primary = начальная школа
organisation-boarding = школа-интернат
organisation-gymnasium = гимназия
organisation-lyceum = лицей
organisation-kindergarten = детский сад
organisation-additional = организация дополнительного образования
organisation-other = другая организация
appointment-permanent = постоянно
appointment-acting = и. о.
appointment-concurrent = по совместительству
vacancy = вакансия
vacancy-since = вакансия с { $date }
in-office-since = с { $date }
in-office-until = по { $date }
in-office = с { $from } по { $to }
role-observer-short = набл.
role-methodist-short = мет.
role-head-short = рук.
role-administrator-short = адм.
role-observer = наблюдатель
role-methodist = методист
role-head = руководитель отдела
role-administrator = администратор

## Документы

document-resolution = постановление
document-directive = распоряжение
document-order = приказ
document-letter = письмо
document-letters = письма
document-plan = план
document-analytical-note = аналитическая справка
document-protocol = протокол
document-report-paper = отчёт
document-event = мероприятие
document-decisions = решения
document-other = документ
document-level-federal = федеральный
document-level-regional = региональный
document-level-municipal = муниципальный
document-level-organisation = уровень ОО
document-in-force = действует
document-repealed = утратил силу
document-repealed-by = утратил силу: { $by }
document-dated = от { $date }
document-numbered = № { $number }
document-incomplete = неполные реквизиты
pages = стр. { $pages }

## Управленческий цикл

stage-goals = цели и задачи
stage-indicators = показатели
stage-methods = методы сбора и обработки информации
stage-monitoring = мониторинг показателей
stage-analysis = анализ результатов мониторинга
stage-recommendations = адресные рекомендации
stage-measures = меры, мероприятия
stage-decisions = управленческие решения
stage-effectiveness = анализ эффективности принятых мер

## Виды записей

kind-settings = настройки
kind-edition = редакция каталога
kind-direction = направление
kind-indicator = показатель
kind-base-quantity = базовая величина
kind-base-value = значение базовой величины
kind-reference = ориентир
kind-organisation = организация
kind-person = лицо
kind-appointment = назначение
kind-period = период
kind-value = значение
kind-recommendation = рекомендация
kind-decision = решение
kind-assignment = поручение
kind-report = отчёт об исполнении
kind-document = документ
kind-requirement = позиция оценивания
kind-citation = ссылка на документ
kind-user = пользователь
kind-deputy = замещение
kind-command = команда

## Счёт

count-editions = { $n ->
    [one] { $n } редакция
    [few] { $n } редакции
    [many] { $n } редакций
   *[other] { $n } редакции
}
count-directions = { $n ->
    [one] { $n } направление
    [few] { $n } направления
    [many] { $n } направлений
   *[other] { $n } направления
}
count-indicators = { $n ->
    [one] { $n } показатель
    [few] { $n } показателя
    [many] { $n } показателей
   *[other] { $n } показателя
}
count-organisations = { $n ->
    [one] { $n } организация
    [few] { $n } организации
    [many] { $n } организаций
   *[other] { $n } организации
}
count-people = { $n ->
    [one] { $n } лицо
    [few] { $n } лица
    [many] { $n } лиц
   *[other] { $n } лица
}
count-appointments = { $n ->
    [one] { $n } назначение
    [few] { $n } назначения
    [many] { $n } назначений
   *[other] { $n } назначения
}
count-periods = { $n ->
    [one] { $n } период
    [few] { $n } периода
    [many] { $n } периодов
   *[other] { $n } периода
}
count-values = { $n ->
    [one] { $n } значение
    [few] { $n } значения
    [many] { $n } значений
   *[other] { $n } значения
}
count-recommendations = { $n ->
    [one] { $n } рекомендация
    [few] { $n } рекомендации
    [many] { $n } рекомендаций
   *[other] { $n } рекомендации
}
count-decisions = { $n ->
    [one] { $n } решение
    [few] { $n } решения
    [many] { $n } решений
   *[other] { $n } решения
}
count-assignments = { $n ->
    [one] { $n } поручение
    [few] { $n } поручения
    [many] { $n } поручений
   *[other] { $n } поручения
}
count-reports = { $n ->
    [one] { $n } отчёт
    [few] { $n } отчёта
    [many] { $n } отчётов
   *[other] { $n } отчёта
}
count-documents = { $n ->
    [one] { $n } документ
    [few] { $n } документа
    [many] { $n } документов
   *[other] { $n } документа
}
count-requirements = { $n ->
    [one] { $n } позиция
    [few] { $n } позиции
    [many] { $n } позиций
   *[other] { $n } позиции
}
count-citations = { $n ->
    [one] { $n } ссылка
    [few] { $n } ссылки
    [many] { $n } ссылок
   *[other] { $n } ссылки
}
count-records = { $n ->
    [one] { $n } запись
    [few] { $n } записи
    [many] { $n } записей
   *[other] { $n } записи
}
count-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
    [many] { $n } дней
   *[other] { $n } дня
}
count-points = { $n ->
    [one] { $n } балл
    [few] { $n } балла
    [many] { $n } баллов
   *[other] { $n } балла
}
points-of = { $n ->
    [one] { $n } балл из { $max }
    [few] { $n } балла из { $max }
    [many] { $n } баллов из { $max }
   *[other] { $n } балла из { $max }
}

## Итоги

index = индекс
overall-index = общий индекс
for-reference = справочно
not-comparable = несопоставимо: ред. { $before } → { $after }
place-of = { $place }-е место из { $n }
municipality-value = муниципалитет { $value }
of-heads = { $n ->
    [one] по { $k } из { $n } руководителя
    [few] по { $k } из { $n } руководителей
    [many] по { $k } из { $n } руководителей
   *[other] по { $k } из { $n } руководителей
}
of-organisations = по { $k } из { $n } ОО
level-below-completeness = внесено { $k } из { $n }: для уровня и места мало
mean-and-median = в среднем { $mean }, медиана { $median }
share-of-yes = доля «да» { $percent }
mean-only = в среднем { $mean }
municipality-short = мун. { $value }

## Поля

field-text = текст
field-expected = ожидаемый результат
field-due = срок
field-title = название
field-reason = причина
field-note = примечание
field-source = источник
field-number = номер
field-date = дата
field-name = наименование
field-surname = фамилия
field-addressees = кому
field-executors = исполнители
field-assignments = поручения
field-document = документ
field-control = контроль
field-ground = основание
field-issuer = орган
field-from = дата начала
field-to = дата окончания

## Поля, видимые в журнале

field-code = код
field-short = краткое название
field-weight = вес
field-kind = вид
field-level = уровень
field-link = адрес
field-evidence = подтверждение
field-follow-up = пометка
field-self-assessment = самооценка
field-sent = отправлено
field-closed-on = дата закрытия
field-pages = страницы
field-executor = исполнитель
field-account = учётная запись
field-person = лицо
field-roles = роли
field-deputy = кто замещает
field-deputy-of = кого замещает
field-named-by = кем назначено
field-directions = направления
field-organisations = организации
field-access = доступ
field-retired = снято
field-names = имена скрыты
field-opened = открыта
field-closed = закрыта
field-full-name = полное наименование
field-contract = срок договора
field-act = документ
field-deadline = ввод до
field-edition = редакция
field-period = период
field-municipality = муниципалитет
field-decimals = знаки после запятой
field-heads = назначения в одной организации
field-demo = демонстрационные данные
field-unit = единица
field-measure = способ измерения
field-scoring = шкала
field-bounds = границы
field-description = описание
field-levels = уровни
field-options = варианты ответа
field-kinds = виды организаций
field-base-quantities = базовые величины
field-completeness = полнота
field-min-months = срок в должности
field-adopted = принята
field-in-force = действует с
field-applies-from = применяется с
field-grounds = по значениям
field-recommendations = по рекомендациям
field-prolongations = продление
field-whole = только целые
field-redaction = редакция документа
field-stage = этап
field-direction = направление
field-requirement = позиция
field-order = порядок
field-max-points = наибольший балл
deputy-days = с { $from } по { $to }
deputy-stands-in = кто замещает: { $who }, с { $from } по { $to }
deputy-stands-for = кого замещает: { $who }, с { $from } по { $to }

flag-low-results = ШНОР: низкие образовательные результаты
flag-adverse-conditions = ШНСУ: сложные социальные условия
flag-other = иная отметка
qualification-higher = высшее образование
qualification-retraining = профессиональная переподготовка
qualification-course = повышение квалификации
attestation-fit = соответствует занимаемой должности
attestation-fit-with-advice = соответствует, с рекомендациями
attestation-unfit = не соответствует
candidate-in-reserve = в резерве
candidate-trained = подготовка завершена
candidate-appointed = назначение на должность
candidate-excluded = исключение из резерва
objection-granted = удовлетворено
objection-partly-granted = удовлетворено частично
objection-rejected = отклонено
deed-opened = открытие
deed-reviewed = передача на проверку
deed-closed = закрытие
deed-reopened = повторное открытие
deed-moved = перевод на новую редакцию
deed-rescored = пересчёт итогов
kind-results = итоги периода
kind-result-row = итоги периода по ОО
kind-correction = исправление после закрытия
kind-objection = возражение
kind-qualification = квалификация
kind-attestation = аттестация
kind-contract = трудовой договор
kind-candidate = кандидат резерва
scoring-printed = шкала из документа, ещё не приведённая к интервалам
scoring-unset = шкала ещё не задана
field-based-on = на основе
field-jump = скачок
field-instruction = пояснение к проверке
field-closed-by = акт о закрытии
field-merged-into = присоединена к
field-flags = отметки
field-standing = постоянные причины «н/п»
field-locks = после срока
field-exceptions = отсрочки
field-approved-by = итоги утверждены
field-events = действия с периодом
field-substance = суть
field-answer = ответ
field-received = поступило
field-until = по
field-institution = организация обучения
field-hours = часов
field-paper = документ об обучении
field-issued = выдан
field-held = дата аттестации
field-candidate = кандидат
field-post = должность
field-programme = программа
field-mentor = наставник
field-outcome = итог
field-placed = мест в рейтинге
field-was = было
field-cell = показатель
name-results = итоги периода { $period }
name-result-row = итоги периода { $period } · { $organisation }
name-correction = исправление · { $cell }
name-objection = возражение · { $organisation } · вх. № { $number }
name-qualification = квалификация · { $person }
name-attestation = аттестация · { $person }
name-contract = трудовой договор · { $organisation } · { $person }
name-candidate = резерв · { $person }
