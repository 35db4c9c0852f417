### Каталог: разделы, списки, подробности

## Разделы

catalogue-sections = Разделы
section-editions = Редакции
section-periods = Периоды
section-organisations = Организации
section-persons = Лица
section-documents = Документы
section-base-quantities = Базовые величины
section-users = Пользователи

## Редакции и их показатели

edition-short = ред. { $number }
edition-holds = состав
edition-periods = Какие периоды по ней считаются
edition-no-periods = Пока никакие.
level-from = { $title }: от { $from }
completeness-means = уровень и место присваиваются, если внесено не меньше { $share }
min-months-mean = { $n ->
    [one] место присваивается, если руководитель проработал не меньше { $n } месяца
    [few] место присваивается, если руководитель проработал не меньше { $n } месяцев
    [many] место присваивается, если руководитель проработал не меньше { $n } месяцев
   *[other] место присваивается, если руководитель проработал не меньше { $n } месяца
}
weights-sum = Σ { $sum }
weights-sum-off = Σ { $sum } ≠ 100
weights-of-directions = веса направлений
weights-of-indicators = веса показателей
caption-indicators = показателей
indicator-about = описывает
indicator-due-in = собирается за
indicator-roll-up = итог за год
indicator-decimals = знаков после «,»
indicator-base = базовая величина
indicator-wording = Заготовки рекомендаций
wording-up-to = { $n ->
    [one] не больше { $n } балла
    [few] не больше { $n } баллов
    [many] не больше { $n } баллов
   *[other] не больше { $n } балла
}
row-not-collected = снято
no-editions = Редакций каталога ещё нет. Новое хранилище получает каталог при создании: smotr --data ПАПКА.

## Периоды

caption-days = дни
no-deadline = без срока

## Организации и лица

kind-short-additional = доп. образование
kind-short-other = другая
organisation-closed = закрыта { $date }
appointments-heading = Назначения
contract-until = договор по { $date }
caption-heads = где и кем
caption-since = когда
no-persons = Лиц ещё нет. Руководителя вносят вместе с организацией: { $command }.

## Документы, базовые величины, пользователи

no-documents = Документов ещё нет. Первый внесёт { $command }.
row-incomplete = неполные
caption-used-by = показатели
empty-base-quantities = Базовых величин нет: ни один показатель не делит на общее для нескольких число.
caption-scope = участок
scope-directions = напр. { $codes }
scope-organisations = ОО: { $n }
row-no-access = нет доступа
no-users = Пользователей ещё нет. Первого добавит { $command }.
