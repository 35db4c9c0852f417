### Рекомендации, решения, поручения, отчёты

## Форма: клавиши и ответы

form-nothing-found = Ничего не найдено. Выберите из списка или сотрите набранное.
picker-nothing = Ничего не найдено
form-kept = Сохранено как незаконченная запись.
form-kept-keys = Незаконченная запись: { $back } вернуть, { $drop } выбросить
form-key-accept = записать
form-key-next = дальше
form-key-leave = отложить
form-key-confirm = выбрать
form-key-turn = листать
form-key-other = другой вариант
form-key-back = к форме
form-writing = Записывается…
form-left-writing = Ответа ещё нет. Набранное хранится, пока запись не подтверждена.
form-key-discard = выбросить
form-discard-question = Выбросить набранное без возврата?
form-discarded = Набранное выброшено.
form-several-found = Выберите из списка: стрелки и Enter. Набранное само не записывается.

## Незаконченные записи

unsaved-restored = Незаконченная запись от { $when } возвращена.
place-is-gone = Того, к чему относилась эта запись, больше нет. Текст остаётся в незаконченных записях.
kept-in-list-key = Набранное — в незаконченных записях: { $key }.
kept-in-list = Набранное — в незаконченных записях.
unsaved-drop-title = Выбросить незаконченную запись
unsaved-of-nobody = запись о том, чего больше нет
unsaved-at-start-key = Незаконченных записей: { $n }; их список — { $key }.
unsaved-at-start = Незаконченных записей: { $n }.

## Двое изменили одно

conflict-theirs = Уже записано ({ $who }):
conflict-mine = Набрано здесь ({ $who }):
conflict-write-mine = Записать набранное здесь
conflict-keep-theirs = Оставить записанное
conflict-both = Соединить: записанное, под ним набранное здесь
conflict-joined = Сверху записанное, под ним набранное здесь. Проверьте текст и запишите.
conflict-joined-in-part = В тексте сверху записанное, под ним набранное здесь. В других полях — набранное, а записанное стоит под полем. Проверьте и запишите.
conflict-theirs-here = Уже записано: { $value }
form-overtaken = { $who }, { $time }: здесь уже записано другое, F2 покажет обе версии
form-beside = { $who }, { $time }: об этом же уже записано { QUOTE($what) }
conflict-theirs-stay = Осталось то, что уже записано.

## Срок

term-needs-day = до какого числа? например: ежеквартально до 5
term-how = 15.12, 15.12.2026, +30, постоянно, ежеквартально до 5
term-passed = уже прошло
term-day-out-of-range = Число месяца — от 1 до { $last }, например: ежеквартально до 5.
weekday-mon = пн
weekday-tue = вт
weekday-wed = ср
weekday-thu = чт
weekday-fri = пт
weekday-sat = сб
weekday-sun = вс
label-due = Срок
label-new-term = Новый срок
term-empty = Срок не введён. Введите 15.12, 15.12.2026, +30, постоянно или ежеквартально до 5.
term-unreadable = Это не срок: { QUOTE($typed) }. Введите 15.12, 15.12.2026, +30, постоянно или ежеквартально до 5.
date-unreadable-typed = Это не дата: { QUOTE($typed) }. Введите 15.12, 15.12.2026 или +30.

## Рекомендация

form-key-wording = готовый текст
nothing-to-fill-in = { $whom }: вместо { QUOTE($placeholder) } подставить нечего. Уберите подстановку или снимите выделение строки.
filled-preview = { $whom }: { $text }
recommendation-title = Рекомендация · { $whom }
recommendations-title = Рекомендации · выделено ОО: { $n }
recommendation-edit-title = Правка · { $what }
recommendation-needs-text = Напишите, что рекомендуется.
label-recommendation = Рекомендация
label-expected = Ожидается
button-write-recommendation = Записать рекомендацию
button-write-recommendations = Записать рекомендации: { $n }
nobody-to-recommend = Рекомендация адресуется руководителю. Перейдите к строке организации.
sent-is-not-changed = Направленная рекомендация не меняется. Её можно продлить, закрыть или снять с контроля.
unknown-placeholder = Подстановки { QUOTE($what) } нет. Есть: { $known }.
nothing-to-fill-in-here = { $whom }: вместо { QUOTE($placeholder) } подставить нечего. Уберите подстановку и напишите словами.
value-not-entered = значение не внесено
recommendation-is-draft = проект, направить: { $key }

## Документ

new-document = новый документ
new-document-title = Новый документ
document-how = номер или слова; «новый» — внести новый
label-document-kind = Вид
label-number = №
label-date = Дата
label-title = Название
label-issuer = Орган
label-level = Уровень
label-document = Документ
label-act = Акт
label-incoming = Вх. №
label-outgoing = Исх. №
button-write-document = Записать документ

## Решение и поручения

label-reason = Причина
label-control = Контроль
label-after = По рекомендациям
label-decision-title = О чём
label-assignment-number = Пункт
label-assignment-text = Поручение
label-executors = Исполнители
label-cancelled-by = Чем отменено
heading-assignment = поручение
button-add-assignment = Добавить поручение
button-write-decision-draft = Записать проект решения
button-write-decision-signed = Записать подписанное решение
form-key-add-assignment = ещё поручение
form-key-remove-assignment = убрать
assignment-needs-text = Напишите, что поручается.
executors-how = фамилия, ОО или должность
executor-is-user = сотрудник
executor-is-group = выделенные
group-of = ОО: { $n } ({ $first } и другие)
decision-needs-title = Напишите, о чём решение.
decision-needs-reason = Напишите, почему решение принято.
new-decision-title = Управленческое решение
decision-title = Управленческое решение · { $whom }
decision-title-marked = Управленческое решение · выделено ОО: { $n }
assignment-item = п. { $number } { $text }
not-a-name = Здесь нужна фамилия или должность, а набрано { QUOTE($typed) }.
executor-is-vacancy = У организации нет руководителя, исполнять некому. Назовите другого исполнителя или сначала назначьте руководителя: { $key }.
decision-is-draft = проект, подписать: { $key }
decision-is-signed = подписано, начать исполнение: { $key }

## Отчёт

label-reporter = Кто отчитался
label-report-text = Что сделано
label-outcome = Итог
button-write-report = Записать отчёт
report-title = Отчёт · { $what }
report-needs-text = Напишите, что сделано.
outcome-none = остаётся на контроле
outcome-late = Состояние уже другое: { $state }. Чтобы записать отчёт без итога, выберите { QUOTE($none) }.
report-on-what = О чём отчёт
report-on-assignments = Отчёт вносится по поручению. Выберите строку поручения.
report-on-sent = Рекомендация ещё не направлена: отчитываться не о чем. Сначала направьте её.

## Следующий шаг

label-state = Состояние
label-ground = Основание
button-write-changes = Записать изменения
step-send = Направить
step-control = Взять на контроль
step-done = Отметить: выполнена
step-partly-done = Отметить: выполнена частично
step-not-done = Отметить: не выполнена
step-assignment-done = Отметить: исполнено
step-assignment-not-done = Отметить: не исполнено
step-prolong = Продлить
step-release = Снять с контроля
step-reopen = Вернуть на контроль
step-sign = Подписать
step-execute = Начать исполнение
step-complete = Завершить решение
step-cancel = Отменить решение
step-needs-number = Укажите исходящий номер.
step-needs-reason = Напишите основание.
step-needs-cause = Напишите причину.
step-needs-act = Выберите акт или внесите новый.
no-steps-now = Сейчас этот шаг невозможен.
step-of-what = Следующий шаг
prolong-what = Что продлить
release-what = Что снять с контроля
nothing-to-step = Такой шаг есть у периода, рекомендации, решения и поручения, у этой записи его нет.
nothing-to-follow = У этого значения нет рекомендаций и решений для такого шага.
nothing-to-open-here = У этой строки открывать нечего.
