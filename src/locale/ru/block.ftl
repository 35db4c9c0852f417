# Много ячеек одним шагом: вставка, заполнение, очистка.

block-paste = Вставка
block-fill-down = Заполнить вниз
block-as-before = Как в прошлом периоде
block-repeat = Повторить ввод
block-clear = Очистить
block-not-applicable = Поставить «н/п»
block-no-data = Поставить «нет данных»
block-title = { $what }: { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
    [many] { $rows } строк
   *[other] { $rows } строки
} × { $columns ->
    [one] { $columns } столбец
    [few] { $columns } столбца
    [many] { $columns } столбцов
   *[other] { $columns } столбца
}
block-changes = изменится: { $n }
block-reopened = из них сданных и утверждённых: { $n }
block-returned = возвращённых: { $n }
block-waits = ждут пояснения: { $n }
block-refused = отклонено: { $n }
block-left-out = останется как есть: { $n }
block-same = уже внесено: { $n }
block-nothing = не собирается: { $n }
block-computed = считается само: { $n }
block-blank = пустых: { $n }
block-beyond = за краем листа: { $n }
block-cell = Ячейка
block-was = Сейчас
block-becomes = Станет
block-why = Примечание
block-says-same = Так и внесено.
block-contradicts = Для этой ячейки дано ещё и другое значение.
block-is-left-out = Останется как есть.
block-waits-note = Нужно примечание.
block-waits-reason = Нужна причина.
block-reopens = Снова станет «введено».
block-met = { $who }, { $time }: здесь уже { QUOTE($value) }.
block-take-theirs = Оставить чужое
block-take-mine = Внести моё
block-take-theirs-all = Оставить чужое везде: { $n }
block-take-mine-all = Внести моё везде: { $n }
block-note-question = { $n ->
    [one] Примечание к { $n } строке.
    [few] Одно примечание к { $n } строкам.
    [many] Одно примечание к { $n } строкам.
   *[other] Одно примечание к { $n } строки.
}
block-waits-first = Сначала пояснение, строк: { $n }. { $note } пишет одно на всех, Enter — к этой строке, { $out } оставляет её как есть.
block-by-both = строки и столбцы — по названиям
block-by-rows = строки — по названиям
block-by-columns = столбцы — по показателям
block-unknown = не узнаны и не вносятся: { $names }
block-nameless = без названия в строке: { $n }
block-several = руководителей двое, внесите на листе: { $n }
block-columns-unknown = Непонятно, каких показателей столбцы: первый из них — слова. Скопируйте таблицу вместе со строкой кодов или названий показателей.
block-of-two-heads = В этих строках есть организации, где руководителей было двое и у каждого своё значение: непонятно, чьё в таблице. Вставьте её вместе со столбцом названий, а значения таких руководителей внесите по одному.
block-rows-unclear = На листе у некоторых организаций две строки, и непонятно, есть ли вторые строки в таблице. Вставьте её вместе со столбцом названий.
block-over = заменит внесённое: { $n }
block-lost = не сохранилось, вставьте заново: { $n }
block-met-count = изменено коллегами: { $n }
block-unkept = не вернётся, если закрыть окно: { $n }
block-retype = Что внести в эту ячейку?
block-hint-edit = исправить
block-refused-block = Отклонённое осталось незаконченной вставкой, значений: { $n }.
block-nothing-changes = Изменять нечего. Esc закрывает.
block-nothing-here = { $what }: вносить здесь нечего
block-still-saving = Прежний ввод ещё отправляется. Нажмите Enter ещё раз.
block-left = Ничего не изменено.
block-refused-kept = Отклонённое осталось в своих ячейках незаконченными записями: { $n }.
block-no-problem = Ни одна строка не требует внимания.
block-unsaved = Примечание к строкам вставки
block-nothing-copied = На этом экране ещё ничего не скопировано. Скопированное в другой программе вставляет терминал: Shift+Insert или Ctrl+Shift+V.
block-carried = Перенесено из { $period }
block-carried-note = Перенесено из { $period }: { $note }
block-nothing-above = Выше ничего не внесено.
block-no-before = Прошлого периода в мониторинге нет.
block-nothing-before = В прошлом периоде здесь ничего не внесено.
block-nothing-last = Повторять нечего: на этом экране ещё ничего не введено.
block-hint-write = внести
block-hint-clear = очистить
block-hint-leave = не вносить
block-hint-row = строка
block-hint-next = замечание
block-hint-note = пояснить
block-hint-all = все строки
