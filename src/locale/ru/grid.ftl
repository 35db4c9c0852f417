# Экран «Ввод»: строки – организации, столбцы – показатели.

grid-options = { $n ->
    [one] { $n } вариант
    [few] { $n } варианта
    [many] { $n } вариантов
   *[other] { $n } варианта
}
grid-computed = { $unit }, расч.
grid-bounds = { $min }–{ $max }
grid-block = Выделено: { $rows ->
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
grid-end = Последняя ячейка листа: дальше вводить нечего.
grid-row-is-filled = В этой строке внесено всё. { $key } ещё раз — к следующей незаполненной ячейке листа.
grid-next-column = Столбец закончился, дальше показатель { $code }.
grid-no-columns = В этом периоде показатели направления не собираются.
grid-no-rows = В этом периоде нет ни одной организации.
grid-nothing-fits = Под фильтр ничего не подходит. Esc снимает его.
grid-vacancy = Показатель личный, а руководителя в это время не было: вводить нечего.
grid-not-collected = С этой организации показатель не собирается.
grid-rows = { $n ->
    [one] { $n } строка
    [few] { $n } строки
    [many] { $n } строк
   *[other] { $n } строки
}
grid-all-directions = Все направления
grid-marking = выделение
grid-filled = внесено
grid-no-data-short = н/д
grid-sign-conflict = два значения
grid-sign-refused = отклонено, отложено
grid-sign-pending = отправляется
grid-sign-fresh = изменено коллегой
grid-sign-returned = на доработке
grid-sign-corrected = исправлено
grid-sign-outlier = выброс
grid-sign-attention = требует внимания
grid-sign-submitted = на проверке
grid-sign-approved = утверждено
grid-sign-percent-only = без состава
grid-sign-noted = с примечанием
grid-sign-computed = расчётное
grid-sign-entered = введено
grid-sign-not-applicable = «н/п»
grid-sign-no-data = «нет данных»
grid-sign-closed = закрыто
grid-sign-empty = пусто
grid-sign-not-collected = не собирается
sign-more-left = Слева есть ещё столбцы
sign-more-right = Справа есть ещё столбцы
command-screen-sheet = Ввод
command-extend-up = Выделить вверх
command-extend-down = Выделить вниз
command-extend-left = Выделить влево
command-extend-right = Выделить вправо
command-sheet-start = К первой ячейке
command-sheet-end = К последней ячейке
command-next-direction = Следующее направление
command-previous-direction = Предыдущее направление
hint-next-direction = направление
words-sheet = лист таблица внести занести набор
grid-order-title = Порядок и отбор строк
grid-by-name = по названию
grid-by-falling = { $code }: сначала большие
grid-by-rising = { $code }: сначала меньшие
grid-by-filled = сначала незаполненные
grid-by-index = по индексу
grid-all-rows = все строки
grid-incomplete = только строки, где внесено не всё
grid-only-sign = только { $code }: { $word }
grid-municipal = Показатель муниципальный: его значение вносится в строке муниципалитета.
grid-of-organisations = Показатель собирается с организаций: в строке муниципалитета он не вносится.
grid-in-other-row = Значение этой организации вносится в другой её строке: { $head }
grid-by-first-option = { $code }: с первого варианта
grid-by-last-option = { $code }: с последнего варианта
words-sort = сортировка сортировать отбор отобрать порядок строк пустые незаполненные возвращённые
words-next-direction = все направления другое направление
words-next-empty = пустые незаполненные не внесено
grid-stays = Ввод: закрывать нечего. { $command }
