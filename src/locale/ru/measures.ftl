# Цели, анализ, меры, анализ эффективности

## Формы

note-title = Анализ · { $direction } · { $period }
note-title-marked = Анализ · { $direction } · { $period } · значений: { $n }
note-of-direction = О направлении в целом.
label-findings = Что показали данные
label-causes = Причины
label-conclusions = Выводы
button-write-note = Записать анализ
note-needs-findings = Напишите, что показали данные.
note-without-conclusions = Без выводов это только таблица: напишите, что из этого следует.
note-next = Дальше — мера: { $key }.
note-of-what = Анализ какого направления
goal-title = Новая цель · { $direction }
goal-of-what = Цель какого направления
label-goal = Цель
label-relevance = Проблемы
relevance-how = почему цель нужна: проблемы, которые она решает
label-targets = Целевые значения
targets-how = номер показателя, число и год: 6.2, 75, 2027
caption-target-indicator = показатель
caption-target-number = значение
caption-target-year = год
button-write-goal = Записать цель
goal-needs-text = Напишите цель.
target-unknown = Показателя { QUOTE($code) } в каталоге нет. Наберите его номер, например 6.2.
target-number = Показатель { $code }: { $why }
target-year = Показатель { $code }: наберите год четырьмя цифрами, например 2027.
activity-title = Новая мера
activity-title-for = Новая мера · { $whom }
activity-title-marked = Новая мера · участников: { $n }
activity-of-period = Период: { $period }.
label-activity-title = Название
label-activity-kind = Вид меры
label-begins = Начало
label-ends = Окончание
one-day-is-enough = пусто — один день
label-participants = Участники
participants-how = наберите школу или фамилию руководителя
label-others = Другие участники
label-activity-outcome = Что получилось
label-documents = Документы
label-follows-from = Из чего следует
direction-none = не одно
activity-not-derived = Мера ни из чего не следует: ни из значения, ни из анализа, ни из рекомендации.
button-write-activity = Записать меру
activity-needs-title = Напишите, как называется мера.
held-needs-day = Укажите, когда мера проведена.
activity-next = Когда пройдёт — { $key }.
activity-held-next = Дальше — анализ эффективности: { $key }.
review-title = Анализ эффективности · { $what }
label-review-indicator = По показателю
label-before = Период до
label-before-number = Значение до
label-period-after = Период после
label-after-number = Значение после
period-none = нет
label-verdict = Вывод
label-next-step = Дальше
label-review-text = Пояснение
button-write-review = Записать анализ эффективности
review-needs-verdict = Выберите вывод: стрелкой или пробелом.
review-needs-next = Выберите, что делать дальше: стрелкой или пробелом.
number-of-municipality = муниципалитет, { $n } из { $of }
number-from-store = из данных: { $whose }
number-in-store = в данных { $number }: { $whose }
number-not-there = в данных нет: { $whose }
numbers-incomparable = показатель считается иначе, числа несопоставимы
effect-same = { $change }, без изменений
effect-better = { $change }, стало лучше
effect-worse = { $change }, стало хуже
label-kept = Состояние
kept-yes = действует
kept-no = больше не действует

## Вопросы и ответы

choose-direction = Выберите направление.
nothing-to-analyse = Здесь нет значения: выберите строку или направление.
review-of-what = Эффективность чего
nothing-to-review = Оценивать нечего: выберите меру, рекомендацию или решение.
step-hold = Проведено
step-cancel-activity = Отменить
step-plan-again = Вернуть в план

## Команды

command-analyse = Запись анализа
hint-analyse = анализ
command-act = Мера
hint-act = мера
command-review = Анализ эффективности
hint-review = эффект
command-add-goal = Новая цель

## Связи

detail-analysis = Анализ
detail-activity = Мера
detail-review = Эффект
effect-both = { $indicator }: { $before } → { $after } ({ $then } → { $now })
effect-one = { $indicator }: { $number } ({ $period })
lack-grounds = нет проблем, которые она решает
lack-targets = нет показателей
lack-conclusions = без выводов
lack-consequence = ничего не последовало
lack-decision = решения нет
lack-assignment = поручений нет
lack-ground = ни из чего не следует
lack-participants = нет участников
lack-review = эффект не оценён
section-goals = Цели
section-analysis = Анализ
section-recommendations = Рекомендации
section-activities = Меры
section-decisions = Решения
section-reviews = Эффективность
field-effect = до и после
field-lacks = не хватает

## Экран Меры

command-screen-measures = Меры
screen-measures-short = Меры
words-measures = цели, анализ, мероприятия, эффективность
words-review = эффективность, оценка меры, что дало
measures-parts = Цикл
caption-whom = Кому
caption-when = Когда
caption-take-part = Рук.
caption-assignments = Поручения
caption-reviewed = Что оценено
caption-before-after = До и после
done-of = { $k } из { $n }
no-goals = Целей нет. Новая цель: { $key }.
no-notes = За период анализа нет. Запись анализа: { $key }.
no-advice = За период рекомендаций нет. Рекомендация пишется под значением: { $key }.
no-activities = За период мер нет. Новая мера: { $key }.
no-decisions = За период решений нет. Решение пишется под значением: { $key }.
no-reviews = За период эффективность не оценивали. На мере, рекомендации или решении: { $key }.
narrow-title = Показать
narrow-nothing = Всё
narrow-all = снять фильтр
narrow-hanging = только висячие
narrow-links = связи
narrow-mine = только мои
narrow-whose = чьи
standing-planned = в плане
standing-under-way = в работе
standing-done = завершено
standing-dropped = отменено
choose-record = Выберите запись в списке.
recommend-on-value = Рекомендация пишется под значением: откройте запись, в которой есть значение.
card-measures = Меры, в которых участвует: { $n }
