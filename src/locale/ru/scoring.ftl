### Редактор шкалы

scoring-title = Шкала
scoring-method = Способ оценки
scoring-values = Значения
scoring-option = Вариант ответа
scoring-points = Баллы
scoring-understood = Понято как
scoring-now = Сейчас
scoring-most = наибольший балл { $n }
scoring-start = Баллы при нуле
scoring-each-unit = За каждую единицу
scoring-floor = Не меньше
scoring-cap = Не больше
scoring-reached-at = при значении { $value }
scoring-never-reached = от значения не зависит
scoring-direct-most = Наибольший балл
scoring-note = Пояснение
scoring-relative-explained = Лучшее значение периода получает 100 баллов, остальные — свою долю от него. Настраивать здесь нечего.

## Замечания

scoring-fault = ошибка
scoring-remark = замечание
scoring-clean = Замечаний нет.
scoring-unread-field = Поле { QUOTE($field) }. { $why }
scoring-unread-row = Строка { $row }. { $why }
scoring-too-wide = Таблица не вставлена: в ней больше столбцов, чем «Значения» и «Баллы». Скопируйте два столбца.
scoring-more = … и ещё { $n }

## Проба

scoring-trial = Проба
scoring-trial-hint = введите значение, чтобы увидеть баллы
scoring-trial-none = ни одна строка
scoring-trial-several = строки { $rows }, а баллы разные
scoring-trial-row = { $points } · строка { $row }
scoring-trial-row-no-points = строка { $row }, баллы не указаны
scoring-trial-no-points = без баллов
scoring-trial-impossible = таких значений не бывает

## Внесённые значения

scoring-spread = { $period }: { $n ->
    [0] значений пока нет
    [one] { $n } значение
    [few] { $n } значения
    [many] { $n } значений
   *[other] { $n } значения
}
scoring-without = без баллов { $n }
scoring-moved = баллы изменятся у { $n }
scoring-former = По шкале ред. { $number }: { $rows }
scoring-option-moved = Вариант { $option } был { QUOTE($was) }, станет { QUOTE($is) }: внесённые значения хранят номер варианта.
scoring-not-in-period = { $period }: показателя в каталоге этого периода нет.
scoring-other-measure = { $period }: показатель измерялся иначе, сравнить не с чем.

## Подсказки к полям

scoring-help-method = Способ оценки: ← →. Набранное для другого способа сохраняется, пока открыт редактор.
scoring-help-values = Значения, как напечатано в документе: «до 40», «40–59», «60 и выше», «0,1–5», «[50; 65)». Можно вставить таблицу целиком.
scoring-help-points = Баллы за эти значения; бывают и дробные, и отрицательные.
scoring-help-option = Вариант ответа, как его увидит тот, кто вносит.
scoring-help-start = Сколько баллов, когда значение равно нулю.
scoring-help-per-unit = Сколько баллов прибавляет каждая единица значения; для снижения — с минусом.
scoring-help-floor = Ниже этого баллы не опускаются.
scoring-help-cap = Выше этого баллы не поднимаются; это наибольший балл показателя.
scoring-help-most = Сколько баллов эксперт может поставить самое большее.
scoring-help-note = Когда к баллам нужно пояснение: ← → или пробел.
scoring-help-trial = Любое значение: число или дробь, например 21/24. В каталог оно не попадает.

## Клавиши и что ими сделано

scoring-key-mend = исправить
scoring-key-add = ещё строка
scoring-key-remove = убрать
scoring-key-move = сдвинуть
scoring-key-close = закрыть
scoring-mended = Исправлено. Было: { $rows }. { $key } вернёт прежнее.
scoring-nothing-to-mend = Исправлять нечего: у каждого значения одна строка.
scoring-mend-left = Осталось исправить вручную. { $defect }
scoring-mend-nothing = Исправьте вручную. { $defect }
scoring-mend-first = { $defect } Сначала поправьте это.
scoring-nothing-back = Здесь ещё ничего не изменено, возвращать нечего.
scoring-nothing-forth = Повторять нечего.
scoring-kept-printed = Сохранено строками документа: пока есть ошибки, публиковать нельзя.
scoring-unchanged = Шкала не изменена.
scoring-published = Опубликованная редакция не меняется, шкалу можно только смотреть.
scoring-no-number = Укажите число.
scoring-no-option = Назовите вариант ответа.
scoring-version = { $way }: { $rows }
