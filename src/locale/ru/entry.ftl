### Ввод значения

## Необычное значение: принимается, но о нём сказано при вводе

warning-below-usual = { $figure } — меньше обычного (от { $min }).
warning-above-usual = { $figure } — больше обычного (до { $max }).
warning-jump = Было { $before } за { $period }, стало { $figure }.
warning-base-differs = Внесено { $known }, здесь { $given }: { $base } ({ $whence }).
warning-base-differs-bare = Внесено { $known }, здесь { $given }: { $base }.
warning-more-than-whole = Числитель { $part } больше знаменателя { $whole }.

## Что можно ввести и что произойдёт

entry-forms-number = число, { $unit }; н — «н/п», нд — «нет данных»
entry-forms-numerator = { $what }: число из { $known }, или 87,5 %
entry-forms-ratio = 21/24 ({ $above } / { $below }) или 87,5 %
entry-forms-input = { $what }
entry-will-ask-note = { $what }: понадобится пояснение
entry-replaces = заменит { QUOTE($value) } ({ $name }, { $state })
entry-meets = { $who }, { $time }: здесь уже { QUOTE($value) }, Enter предложит выбрать
entry-meets-cleared = { $who }, { $time }: значение очищено, Enter предложит выбрать
entry-meets-nothing = значение за это время убрали, Enter предложит выбрать
entry-now = сейчас { $value }
entry-clears = Enter очистит { QUOTE($value) } ({ $name }, { $state })

## Что произошло

entry-no-cell = В этой строке нет ячейки: некого оценивать.
entry-last-row = Это последняя строка.
entry-nothing-to-submit = Здесь нечего сдавать: значений нет.
entry-not-choice = Пробел перебирает варианты; здесь вводится число.
entry-cell-gone = Ячейки, к которой относится запись, здесь больше нет; запись сохранена.
entry-cleared = Значение очищено, было { QUOTE($value) }. Вернёт его «Отменить».

## Причина, примечание, источник, подтверждение

entry-reason-title = { $what }: причина
entry-reason-own = Своя причина…
entry-reason-short = Это вся причина? Enter ещё раз запишет её так.
entry-reason-turns = Enter: { $what }
entry-reason-question = Почему? Причина останется в журнале и в отчётах.
entry-note-title = Примечание · { $what }
entry-note-required = Для этого значения нужно примечание.
entry-note-base = { $why } Если верно это число, поясните; Enter без текста примет и так.
entry-note-unusual = Необычное значение. { $why } Поясните; Enter без текста примет и так.
entry-note-free = Примечание к значению. Пустое снимает прежнее.
entry-source-title = Источник значения
entry-source-question = Например: вх. № 123 от 12.05.2026; стрелкой — недавний или документ из реестра. Добавляется к каждому следующему значению, пока его не сменить. Пустой снимает прежний.
entry-source-typed = как набрано
entry-source-before = недавний
entry-source-nothing = Без источника
entry-source-shown = источник: { $source }
entry-source-long = Источник слишком длинный: сократите его.
entry-source-of = Этот документ — источник значений: { $names }
entry-source-set = Источник значения: { $source }
entry-source-cleared = Источник значения снят.
entry-return-title = Вернуть на доработку
entry-return-question = Что исправить?
entry-evidence-title = Подтверждающий документ
entry-evidence-none = Без документа
entry-no-letters = В пояснении нет ни одной буквы: напишите словами, почему.
entry-note-before-value = Значения ещё нет: примечание останется при ячейке.
entry-note-meets = { $who }, { $time }: здесь уже другое примечание, { QUOTE($note) }. Enter запишет ваше вместо него.
entry-note-new = Примечание к значению.

## Незаконченные записи

entry-restored = Возвращена незаконченная запись от { $at }.
entry-no-unsaved = Незаконченных записей нет.
entry-unsaved-title = Незаконченные записи
entry-dropped = Незаконченная запись выброшена.
ask-restored = Возвращена незаконченная запись от { $at }. Выбросить её: Ctrl+U, затем Esc.

## Двое изменили одно

conflict-title = { $what }: изменено одновременно
conflict-choose-later = Введённое сохранено. Чтобы выбрать, какое оставить, вернитесь в эту строку и нажмите { $key }.
conflict-take-mine = Записать моё ({ $who })
conflict-take-nothing = Оставить без значения: его убрали
conflict-take-theirs = Оставить чужое ({ $who })
conflict-take-note = Оставить чужое, моё в примечание
conflict-note = Другое значение: { $value }
entry-unexplained = { $what }: принято без пояснения.
entry-reopened-so-far = Всего таких правок в этом окне: { $n }.
entry-reopened = { $what }: было { QUOTE($said) }, { $state }. Теперь снова введено.
