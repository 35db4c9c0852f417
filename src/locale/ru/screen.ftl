### Экраны: заголовки, панели, подробности, цепочка, карточка

## Строка состояния и заголовок

header-short = { $period } · { $state }
header-bare = { $kind } { $period } · { $state }
screen-monitoring-short = Мон.
screen-sheet-short = Ввод
screen-catalogue-short = Кат.
screen-journal-short = Журн.
header-state = смотр · { $kind } { $period } · { $state } · каталог, ред. { $edition }
header-term = ввод до { $deadline }
saved-but-unsaved = { $n ->
    [one] Всё принятое сохранено. Осталась { $n } незаконченная запись: она тоже не пропадёт.
    [few] Всё принятое сохранено. Остались { $n } незаконченные записи: они тоже не пропадут.
    [many] Всё принятое сохранено. Осталось { $n } незаконченных записей: они тоже не пропадут.
   *[other] Всё принятое сохранено. Осталось { $n } незаконченной записи: они тоже не пропадут.
}
saved-unsent = { $n ->
    [one] Ждёт связи { $n } значение: оно сохранено здесь и уйдёт на сервер, когда связь появится.
    [few] Ждут связи { $n } значения: они сохранены здесь и уйдут на сервер, когда связь появится.
    [many] Ждут связи { $n } значений: они сохранены здесь и уйдут на сервер, когда связь появится.
   *[other] Ждут связи { $n } значения: они сохранены здесь и уйдут на сервер, когда связь появится.
}
leave-unsent = { $n ->
    [one] Не отправлено { $n } значение: после выхода оно останется незаконченной записью. { $key } ещё раз — выход.
    [few] Не отправлены { $n } значения: после выхода они останутся незаконченными записями. { $key } ещё раз — выход.
    [many] Не отправлено { $n } значений: после выхода они останутся незаконченными записями. { $key } ещё раз — выход.
   *[other] Не отправлено { $n } значения: после выхода они останутся незаконченными записями. { $key } ещё раз — выход.
}
saving = сохраняется
unsaved-count = незаконченных: { $n }
unsaved-count-key = незаконченных: { $n } ({ $key })
values-loading = Значения загружаются…
values-unreadable = Значения не прочитаны: ошибка диска. Выберите период снова.
marked-count = выделено: { $n }
going-to = К показателю { $number }…
no-such-number = Номера { $number } здесь нет.
header-review = период на проверке
header-term-passed = срок прошёл { $deadline }
left-out = Набранное вслед за этим не выполнено: { QUOTE($typed) }.
period-term-passed = срок прошёл { $deadline }, { $state }

## Панели мониторинга

acting-head = и. о. { $name }
caption-change = изм.
caption-head = руководитель
caption-indicator = показатель
caption-organisation = ОО
caption-points = баллы
caption-unit = ед.
caption-value = значение
municipality = Муниципалитет
no-directions = В каталоге периода нет направлений.
no-indicators = В направлении нет показателей.
no-organisations = Организаций ещё нет. Первую добавит { $command }.
no-periods = Периодов ещё нет, вносить значения некуда. Первый откроет { $command }. Пример на вымышленных данных: выйдите по F10 и наберите smotr demo.
not-computed = не рассчитано
pane-directions = Направления
pane-indicators = Показатели
pane-leaders = Руководители
filled-share = внесено { $share }
median-only = медиана { $median }
points-middle = баллы: { $points }
cell-not-collected = не собирается
filled-of = внесено { $k }/{ $n }
index-is = индекс { $index }
place-only = { $place }-е
caption-index = индекс
caption-head-short = рук.
not-computed-short = не рассч.

## Движение и команды, которым не на чем действовать

choose-leader = Слева выберите организацию.
does-not-apply-here = { QUOTE($what) }: здесь не действует.
no-earlier-period = Более раннего периода нет.
no-later-period = Более позднего периода нет.
no-earlier-of-kind = Более раннего периода этого вида нет. Остальные периоды: { $key }.
no-later-of-kind = Более позднего периода этого вида нет. Остальные периоды: { $key }.
nothing-collected-here = По этому показателю здесь ничего не собирается.
nothing-empty = Незаполненных ячеек в периоде нет.
nothing-fits-filter = Под фильтр ничего не подходит. Esc снимает фильтр.
nothing-needs-attention = Ничто в периоде не требует внимания.
nobody-under-cursor = Под курсором нет ни организации, ни значения. Выберите строку и повторите.
not-working-in-period = В этом периоде организация не работает.
choose-value-line = Сначала выберите строку показателя: ниже, в разделе «Значения».
nothing-to-copy = Копировать здесь нечего.
digits-in-detail = Здесь цифры ничего не вводят: { $key } изменит значение, Esc вернёт к строкам.
esc-leads-back = Esc — назад, откуда пришли.
marked-elsewhere = Выделенных строк здесь нет: их скрывает фильтр или они не участвуют в показателе. Esc снимает фильтр, потом выделение.
nothing-under-filter = Среди строк, которые оставил фильтр, больше таких нет. Esc снимает фильтр.

## Подробности

for-reference-acting = справочно: и. о.
for-reference-short = { $n ->
    [one] справочно: в должности { $n } месяц
    [few] справочно: в должности { $n } месяца
    [many] справочно: в должности { $n } месяцев
   *[other] справочно: в должности { $n } месяца
}
detail-scale = Шкала:
detail-past = Периоды:
detail-note = Примечание: { $note }
detail-source = Источник: { $source }
detail-evidence = Документ: { $document }
detail-recommendation = Рекомендация
detail-decision = Решение
detail-assignment = п. { $number }
detail-report = Отчёт
detail-nothing = Рекомендаций и решений нет.
detail-vacancy = Некого оценивать: вакансия. Заполнит её { $command }.
detail-not-entered = не внесено
detail-not-computed = не рассчитано: { $why }
missing-input = нет значения { QUOTE($what) }
missing-period-before = нет предыдущего периода
missing-value-before = нет значения за { $period }
missing-not-loaded = { $period } загружается
missing-reference = нет ориентира, его внесёт { $command }
lack-reference = нет ориентира
missing-reference-zero = ориентир равен нулю
missing-unreadable = { $period } не читается
detail-delta = { $now } − { $before }
detail-benchmark = { $own } ÷ { $reference }
detail-of-quarters = расчётное: { $filled } из { $of } { $of ->
    [one] квартала
    [few] кварталов
    [many] кварталов
   *[other] кварталов
}
detail-of-halves = расчётное: { $filled } из { $of } { $of ->
    [one] полугодия
    [few] полугодий
    [many] полугодий
   *[other] полугодий
}
detail-instead-of = внесено вместо расчётного: { $what }
concern-low = низкое значение без рекомендации
concern-no-decision = { $days ->
    [one] { $days } день без решения
    [few] { $days } дня без решения
    [many] { $days } дней без решения
   *[other] { $days } дня без решения
}
concern-recommendation-overdue = рекомендация просрочена
concern-assignment-overdue = поручение просрочено
concern-follow-up = взято на заметку
concern-returned = возвращено на доработку
concern-note-missing = нет примечания
concern-evidence-missing = нет подтверждающего документа
needed-for = { $points ->
    [one] для { $points } балла нужно { $needed }
    [few] для { $points } баллов нужно { $needed }
    [many] для { $points } баллов нужно { $needed }
   *[other] для { $points } балла нужно { $needed }
}
detail-changed-by = изменено: { $who }
detail-empty = пусто, последнее изменение:
detail-report-on-recommendation = Отчёт по рекомендации

## Шкала и определение

not-in-this-edition = В каталоге этого периода такого показателя нет.
scale-method = методика
scale-measure = измеряется
scale-formula = формула
scale-ratio = { $above } ÷ { $below } × { $factor }
scale-options = варианты
scale-input = исходное
scale-rule = правило
scale-per-unit = { $start } и { $points } за каждую единицу, не меньше { $floor } и не больше { $cap }
scale-direct = эксперт ставит от 0 до { $max }; ноль с пояснением
scale-relative = лучшее значение периода даёт 100, остальные — долю от него
scale-reached = здесь
scale-measured-on = по состоянию на { $date }
scale-collected = собирается
scale-evidence = нужен подтверждающий документ
scale-reasons = причины «н/п»
bounds-hard = возможно { $range }
bounds-soft = обычно { $range }
scale-responsible = ответственный
scale-origin = происхождение
scale-needs = требуется
scale-points = { $range } → { $points }
interval-any = любое
interval-from = { $low } и выше
interval-over = свыше { $low }
interval-at-most = не более { $high }
interval-under = менее { $high }
interval-from-to = от { $low }, но менее { $high }
interval-over-to = свыше { $low } до { $high } включительно
interval-over-under = свыше { $low }, но менее { $high }
scale-from = от { $from }
threshold-above = более { $value }
scale-in-per-unit = { $start } и по { $points } за единицу, от { $floor } до { $cap }
scale-in-direct = баллы эксперта, до { $max }
scale-in-relative = лучшее значение = 100

## Карточка руководителя

card-indices = Индексы
card-values = Значения
nothing-open = Открытых рекомендаций и поручений нет
open-follow-ups = Открытые рекомендации и поручения: { $n }
open-follow-ups-overdue = Открытые рекомендации и поручения: { $n }, из них просрочено { $overdue }

## Цепочка

recommendation-about = рекомендация по { $indicator }
chain-title = Цепочка · { $name }
chain-empty = В этом периоде нет ни рекомендаций, ни решений, ни поводов для тревоги.
chain-later = что стало
gap-no-recommendation = рекомендации нет
gap-no-decision = решения нет
gap-no-assignment = поручений нет
gap-no-report = отчёта нет
gap-no-later-value = значения следующего периода по { $indicator } ещё нет
change-since = изменение { $change }
sent-as = исх. № { $number } от { $date }
incoming-number = вх. № { $number }
prolonged-to = до { $to }: { $ground } ({ $who }, { $on })
chain-prolonged = основание продления: { $ground }

## История и запись

history-title = История · { $cell }
history-corrected = { $what }. Исправлено после закрытия периода: { $reason }, { $document }
history-empty = Изменений ещё не было.
record-gone = Этой записи больше нет.
last-changed = изменено
field-reports = Отчёты об исполнении
field-decisions = Управленческие решения
field-state = состояние
report-about = о чём
document-uses = Где используется
document-unused = Пока нигде.
assignment-numbered = поручение { $number }

## Организация и её руководитель

button-add-organisation = Добавить организацию
button-appoint = Назначить
user-is-you = это вы
label-account = Учётная запись
label-person = Лицо
label-roles = Роли
label-directions = Направления
label-organisations = Организации
label-names = Имена
names-shown = видны
names-hidden = скрыты
label-access = Доступ
access-open = открыт
access-closed = закрыт
empty-is-all = пусто — все
account-how = как в системе, например ivanova
user-needs-role = Отметьте пробелом хотя бы одну роль.
scope-all = все
label-head-away = Кого замещают
label-deputy = Кто замещает
label-deputation = Замещение
button-add-user = Добавить
button-name-deputy = Назначить
choose-user = Введите начало фамилии и выберите из списка.
deputy-means = В эти дни права руководителя отдела есть у обоих.
deputy-goes = Замещение ещё не началось и будет убрано.
no-heads = Среди пользователей нет руководителя отдела; роли назначает администратор.
hours-are-whole = Часы — целое число, например 72. Если их нет в документе, оставьте поле пустым.
number-is-whole = Номер — целое число, например 12. Если номера нет, оставьте поле пустым.
head-now = Сейчас: { $head }
label-new-head = Новый руководитель
label-leaving = Причина ухода
unready-contradicted = «н/п» по организации, а значение внесено
detail-contradicted = Для организации указано «н/п» ({ $reason }), а значение внесено, и оно учитывается.
form-help-back = предыдущее поле
form-help-fields = по полям
form-help-choice = другой вариант в поле с выбором
form-help-enter = следующее поле; на кнопке — записать
key-up-down = Вверх, Вниз
key-left-right-space = Влево, Вправо, Пробел
help-cell-discard = выбросить набранное
label-present-head = Кого замещает
head-is-absent = остаётся в должности, временно отсутствует
head-leaves = уходит, назначение заканчивается
empty-is-since-before = пусто — давно: с { $date }
about-first-head-from = Пусто — в должности с начала первого периода или раньше: весь период считается отработанным. Дату нужно указать, если руководитель сменился позже.
acting-until = { $person } замещает по { $date }
about-absent = Назначение на время отпуска, болезни или командировки не заканчивает назначения того, кто отсутствует.
about-acting-to = Последний день замещения. Пока он не указан, значения организации в этом периоде остаются за тем, кто отсутствует.
nobody-is-vacancy = фамилия; пусто — вакансия
label-footing = Назначение
new-person = новое лицо
label-given = Имя
label-patronymic = Отчество
named-school = СШ № { $number }
named-basic = ОШ № { $number }
named-primary = НШ № { $number }
named-boarding = Школа-интернат № { $number }
named-gymnasium = Гимназия № { $number }
named-lyceum = Лицей № { $number }
named-kindergarten = ДС № { $number }
label-name = Наименование
label-full-name = Полное
label-head = Руководитель
label-surname = Фамилия
label-since = С какого дня
label-works-since = Работает с
label-closed-on = Закрыта
empty-is-always = пусто — всегда
empty-is-open = пусто — работает
closed-means = В периодах, которые начнутся позже, организации не будет; внесённое остаётся.
closed-without-act = Документ не указан.

## Базовая величина и ориентир

label-amount = Число
label-put-right = Исправить с ней
label-where-from = Источник
empty-takes-out = пусто — убрать
button-write-base = Записать величину
button-write-reference = Записать ориентир
no-base-quantities = В каталоге периода нет базовых величин: править нечего.
no-benchmarks = В каталоге периода ни один показатель не сравнивается с ориентиром.
base-unknown-short = не внесено
base-unknown = Сейчас: не внесено. Величина станет известна с первым значением, где она названа.
base-now = Сейчас: { $number } · { $who }
base-came-with = вместе со значением { $code }
base-serves = По ней в { $period } считаются: { $codes }. Неотмеченное останется прежним.
base-value-changed = Отмеченное значение за это время изменено. Снимите отметку или отложите форму (Esc) и откройте её снова.
reference-of-what = Ориентир какого показателя?
reference-now = Сейчас: { $number }
reference-before = За { $period }: { $number }
reference-serves = На него делится значение каждой организации: { $what }.
reference-source-how = откуда число: «регион, ФИС ОКО»

## Период и настройки

label-first-day = Первый день
label-last-day = Последний день
label-entry-until = Ввод до
label-edition = Редакция
empty-is-no-deadline = пусто — без срока
button-add-period = Добавить период
no-published-edition = Опубликованного каталога нет, а период считается по нему. Новое хранилище получает каталог при создании: smotr --data ПАПКА.
municipality-how = например: «Приозёрский район»
last-period = Последний: { $kind } { $name }, { $dates }
period-is-chosen-by = перейти к нему: { $key }
municipality-serves = Название стоит на странице без рамок и в выгрузке.
link-gone = Связь потеряна, правки сохранены. Программа ищет связь сама.
link-back = Связь восстановлена.
shut-title = Доступ закрыт
shut-what = Учётную запись { $account } больше не допускают к этому хранилищу.
shut-kept = Незаконченное сохранено и дождётся вас.
shut-next = Открыть доступ снова может администратор: smotr user add { $account } --role methodist. Тогда окно продолжит работу само в течение минуты.
barred-version = На сервере другая версия программы, { $theirs }, здесь { $own }. Набранное сохранено; выйдите и запустите смотр снова.
barred-build = На сервере другая сборка программы. Набранное сохранено; выйдите и запустите смотр снова.
writing-stopped-barred = нет доступа
here-line = здесь: { $who }
here-count = здесь ещё { $n ->
    [one] { $n } человек
    [few] { $n } человека
    [many] { $n } человек
   *[other] { $n } человека
}
here-editing = { $what }, правка
here-nobody = Кроме вас, здесь никого.
here-own-window = ваше другое окно
here-since = с { $time }
changed-by-other = изменено: { $who }, { $time }
changed-by-other-what = { $who }, { $time } — { $what }
changed-by-other-value = { $who }, { $time }: вместо { QUOTE($before) } теперь { QUOTE($after) }.
undo-no-link = Пока связи нет, отменить и вернуть ничего нельзя.
undo-met-later = Отменить своё нельзя, осталось то, что внесено позже.
step-met-later = Посмотрите, что там теперь, и повторите.
redo-met-later = Вернуть своё нельзя, осталось то, что внесено позже.
cell-pending = записывается
cell-waits = ждёт связи
cell-in-conflict = изменено одновременно: выберите значение
cell-in-conflict-key = изменено одновременно: выберите значение ({ $key })
header-names-hidden = имена скрыты
rights-changed = Ваши права или доступ к именам изменились: всё показано заново.
writing-stopped-unreached = нет связи
