### Экран «Цикл»: ступени и направления, чем доказана каждая позиция, разделы и раунды

## Команды

command-screen-cycle = Цикл
screen-cycle-short = Цикл
command-move-citation = Переместить ссылку
command-copy-citation = Скопировать ссылку
command-replace-document = Заменить документ везде
command-submit-round = Отправить раунд
command-start-round = Начать следующий раунд
command-edit-section = Изменить раздел
command-found-section = Новый раздел
words-screen-cycle = раздел 2.1, управленческий цикл, свидетельства, самооценка, позиции оценивания
words-replace-document = преемник, новая редакция, взамен
words-rounds = раунд, самооценка, отправка, новый год
words-sections = направления раздела, ступени, полный цикл, неполный цикл
way-cycle = к циклу

## Матрица

cycle-row-goals = Цели и задачи
cycle-row-indicators = Показатели
cycle-row-methods = Методы
cycle-row-monitoring = Мониторинг
cycle-row-analysis = Анализ
cycle-row-recommendations = Рекомендации
cycle-row-measures = Меры, мероприятия
cycle-row-decisions = Решения
cycle-row-effectiveness = Эффективность мер
cycle-common = общее
cycle-round-line = раздел { $code }, раунд { $year } · { $state }
cycle-submitted-as = отправлен { $date }, исх. № { $number }
cycle-title = { $max ->
    [one] { $round } · { $got } из { $max } балла
    [few] { $round } · { $got } из { $max } баллов
    [many] { $round } · { $got } из { $max } баллов
   *[other] { $round } · { $got } из { $max } балла
}
cycle-points = { $got } из { $max }
cycle-list = Позиции и документы
cycle-list-marked = { $n ->
    [one] Позиции и документы · выделена { $n }
    [few] Позиции и документы · выделено { $n }
    [many] Позиции и документы · выделено { $n }
   *[other] Позиции и документы · выделено { $n }
}
cycle-detail = Подробнее
cell-under-cursor = { $stage } · { $track }: { $words }
cell-of-several = доказано { $k } из { $n } · { $worst }
cell-asks-nothing = форма здесь ничего не спрашивает
cell-left-out = неприменимо по циклу раздела
gap-no-goal = показатели есть, цели нет
gap-no-indicators = цель есть, показателей нет
standing-proven = доказано
standing-incomplete = неполные реквизиты
standing-data = только данные
standing-repealed = документ утратил силу
standing-missing = документа нет
standing-inapplicable = не применяется
legend-nothing = не спрашивается
legend-gap = пробел методики
no-sections = Разделов оценки ещё нет. Первый создаёт { $command }: раздел 2.1 по форме из поставки или любой другой.

## Позиции и ссылки

cycle-inapplicable-because = не применяется: { $reason }
cycle-nothing-proves = нет ни документа, ни данных
key-cites = { $key } — указать документ
data-without-document = есть данные, нет документа: { $what }
in-the-program = в программе: { $what }
points-by-hand = поставлены вручную
citation-retired = снята
citation-older = старше раунда
document-cited = { $n ->
    [one] документ указан { $n } раз
    [few] документ указан { $n } раза
    [many] документ указан { $n } раз
   *[other] документ указан { $n } раза
}
own-goals = { $n ->
    [one] { $n } цель, обоснование у { $grounds }, целевые значения у { $targets }
    [few] { $n } цели, обоснование у { $grounds }, целевые значения у { $targets }
    [many] { $n } целей, обоснование у { $grounds }, целевые значения у { $targets }
   *[other] { $n } цели, обоснование у { $grounds }, целевые значения у { $targets }
}
own-indicators = { $n ->
    [one] { $n } показатель с порядком расчёта
    [few] { $n } показателя с порядком расчёта
    [many] { $n } показателей с порядком расчёта
   *[other] { $n } показателя с порядком расчёта
}
own-methods = { $n ->
    [one] методика и источник описаны у { $k } из { $n } показателя
    [few] методика и источник описаны у { $k } из { $n } показателей
    [many] методика и источник описаны у { $k } из { $n } показателей
   *[other] методика и источник описаны у { $k } из { $n } показателя
}
own-monitoring = { $n ->
    [one] внесено { $k } из { $n } значения
    [few] внесено { $k } из { $n } значений
    [many] внесено { $k } из { $n } значений
   *[other] внесено { $k } из { $n } значения
}
own-notes = { $n ->
    [one] { $n } запись анализа, с выводами { $k }
    [few] { $n } записи анализа, с выводами { $k }
    [many] { $n } записей анализа, с выводами { $k }
   *[other] { $n } записи анализа, с выводами { $k }
}
own-recommendations = { $n ->
    [one] { $n } рекомендация, ОО — { $k }
    [few] { $n } рекомендации, ОО — { $k }
    [many] { $n } рекомендаций, ОО — { $k }
   *[other] { $n } рекомендации, ОО — { $k }
}
own-activities = { $kind } — проведено { $n }, участвовали ОО — { $k }
own-decisions = { $n ->
    [one] { $n } решение, поручений { $assignments }, исполнено { $done }, просрочено { $overdue }
    [few] { $n } решения, поручений { $assignments }, исполнено { $done }, просрочено { $overdue }
    [many] { $n } решений, поручений { $assignments }, исполнено { $done }, просрочено { $overdue }
   *[other] { $n } решения, поручений { $assignments }, исполнено { $done }, просрочено { $overdue }
}
own-reviews = { $n ->
    [one] { $n } оценка эффективности, с числами «до» и «после» — { $k }
    [few] { $n } оценки эффективности, с числами «до» и «после» — { $k }
    [many] { $n } оценок эффективности, с числами «до» и «после» — { $k }
   *[other] { $n } оценки эффективности, с числами «до» и «после» — { $k }
}

## Замечания

remarks-title = Замечания к циклу
no-remarks = Замечаний нет.
all-proven = Все позиции доказаны документами.
remarks-older = Старше раунда: пора проверить, годится ли документ этому году
check-about = О чём
check-of-one = { $sentence }: { $what }
check-of-many = { $n ->
    [one] { $sentence } — { $n } раз
    [few] { $sentence } — { $n } раза
    [many] { $sentence } — { $n } раз
   *[other] { $sentence } — { $n } раза
}
one-for-all-of = { $n ->
    [one] { $document } — { $n } позиция
    [few] { $document } — { $n } позиции
    [many] { $document } — { $n } позиций
   *[other] { $document } — { $n } позиции
}
check-goal-without-grounds = цель без обоснования проблемой
check-goal-without-indicator = цель без показателей
check-indicators-without-goal = показатели без цели
check-indicator-without-method = показатель без методики расчёта
check-monitoring-not-fixed = период кончился, данные не зафиксированы закрытием
check-analysis-without-conclusions = анализ без выводов
check-recommendation-without-addressee = рекомендация без адресата
check-activity-not-derived = мера не выведена из анализа
check-decision-incomplete = решение без реквизитов или поручений
check-assignment-without-executor = поручение без исполнителя
check-review-without-effect = оценка говорит о проведении, а не об эффекте
check-not-reviewed = эффективность не оценена
check-repealed = документ утратил силу
check-incomplete = неполные реквизиты документа
check-no-link = у документа нет ссылки на публикацию
check-other-level = только региональный или федеральный документ
check-one-for-all = один документ на многое

## Указать документ

paper-to-be-made = Данные есть, документа нет: ниже предложен новый, всё можно изменить. Готовый документ ищут в первом поле.
proposed-goals = О целях и задачах управления качеством образования на { $year } учебный год
proposed-indicators = О показателях эффективности руководителей образовательных организаций на { $year } учебный год
proposed-methods = О методах сбора и обработки информации о показателях на { $year } учебный год
proposed-monitoring = О результатах мониторинга показателей эффективности руководителей за { $year } учебный год
proposed-analysis = О результатах анализа показателей эффективности руководителей за { $year } учебный год
proposed-recommendations = Об адресных рекомендациях по результатам анализа за { $year } учебный год
proposed-measures = О проведении мер по результатам анализа за { $year } учебный год
proposed-decisions = Об управленческих решениях по результатам анализа за { $year } учебный год
proposed-effectiveness = Об эффективности мер, принятых по результатам { $year } учебного года
proposed-of-direction = { $title }, направление { QUOTE($direction) }
requirement-in-round = { $requirement }, раунд { $year }
cite-title-of = Указать документ · { $what }
cite-title-many = { $n ->
    [one] Указать документ · { $n } позиция
    [few] Указать документ · { $n } позиции
    [many] Указать документ · { $n } позиций
   *[other] Указать документ · { $n } позиции
}
label-requirements = Позиции
label-pages = Страницы
label-citation-note = Примечание
pages-how = номера через запятую, например 4-17, 62-64; можно не указывать
button-cite = Указать документ
cited-there-already = Уже указан на этих страницах, второй раз не запишется; позиции { $numbers }
cite-needs-document = Найдите документ по номеру или словам либо внесите новый.
cite-needs-requirement = Выберите хотя бы одну позицию.
no-requirement-here = Здесь нет позиции. Поставьте курсор на неё.
no-citation-here = Здесь нет ссылки на документ. Поставьте курсор на неё в списке.
no-document-here = Здесь нет документа. Поставьте курсор на него.
no-round-here = Раунда оценки ещё нет. Создайте раздел.
pick-requirement = Какую позицию
move-where = Куда переместить: { $what }
copy-where = Куда скопировать: { $what }

## Замена документа

replace-title = Заменить везде · { $what }
replace-about = { $n ->
    [one] Изменится { $n } ссылка в незакрытых раундах. Пробел оставляет её как есть.
    [few] Изменятся { $n } ссылки в незакрытых раундах. Пробел оставляет любую как есть.
    [many] Изменятся { $n } ссылок в незакрытых раундах. Пробел оставляет любую как есть.
   *[other] Изменятся { $n } ссылки в незакрытых раундах. Пробел оставляет любую как есть.
}
label-successor = На какой
label-citations = Ссылки
label-keep-pages = Оставить страницы
label-mark-repealed = Прежний утратил силу
pages-go = стр. { $pages } — уйдут
button-replace = Заменить
replace-needs-successor = Найдите документ, который заменяет прежний, или внесите новый.
replace-nothing = Ничего не выбрано: отметьте хотя бы одну ссылку.

## Позиция

new-requirement-title = Новая позиция
label-requirement = Требование
label-stage = Ступень
label-order = Номер в форме
label-most-points = Баллов всего
label-points-by-hand = Баллы вручную
label-asked = Нужен документ
label-inapplicable = Не применяется
button-add-requirement = Добавить позицию
points-are-reckoned = пусто — считаются по документам
points-are-number = Укажите число баллов.
order-is-number = Укажите номер строки формы.
inapplicable-how = причина; пусто — применяется
cycle-leaves-out = Цикл этого направления такой ступени не содержит: запись не пройдёт

## Разделы и раунды

section-export = Записать раздел в файл
section-as-docx = Документ Word (docx)
section-as-html = Страница для печати (html)
section-as-text = Текст (txt)
section-as-markdown = Markdown (md)
section-supplied = Раздел 2.1 по форме из поставки
section-other = Другой раздел
choose-round = Раздел и раунд
label-section-code = Номер
label-round-year = Год раунда
column-track = направление
column-cycle = цикл
cycle-full = полный
cycle-partial = неполный
button-found-section = Создать раздел
about-tracks = Код или название направления каталога либо своё название. Цикл: полный, неполный (только меры, решения, эффективность) или номера ступеней, например 1-5, 7.
about-section-code = Номер раздела в оценке, например 2.1 или 1.3.
about-round-year = Год, за который раздел отправляют.
cycle-how = Цикл { QUOTE($text) } не понят. Напишите «полный», «неполный» или номера ступеней от 1 до 9.
track-twice = Направление { QUOTE($name) } указано дважды.
year-how = Укажите год, например 2026.
round-copies = { $n ->
    [one] Новый раунд возьмёт из прежнего ({ $what }) { $n } позицию и ссылки, их { $citations }.
    [few] Новый раунд возьмёт из прежнего ({ $what }) { $n } позиции и ссылки, их { $citations }.
    [many] Новый раунд возьмёт из прежнего ({ $what }) { $n } позиций и ссылки, их { $citations }.
   *[other] Новый раунд возьмёт из прежнего ({ $what }) { $n } позиции и ссылки, их { $citations }.
}
round-older-next = Что старше раунда — { $command }
button-start-round = Начать раунд
submit-round-title = Отправить · { $what }
submit-round-means = Отправленный раунд больше не меняется: его можно читать и печатать, а следующий раунд возьмёт всё из него.
button-submit-round = Отправить раунд
no-later-round = Это последний раунд раздела.
no-earlier-round = Это первый раунд раздела.
