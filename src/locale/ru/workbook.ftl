### Таблицы Excel и LibreOffice: что не читается и что в них не так

## Место в файле

book-place-cell = { $file }, ячейка { $cell }
book-place-sheet = { $file }, лист { QUOTE($sheet) }
book-place-sheet-cell = { $file }, лист { QUOTE($sheet) }, ячейка { $cell }

## Файл не читается

book-empty = { $place }: файл пуст. Проверьте, тот ли это файл.
book-not-a-table = { $place }: это не таблица. Нужен файл XLSX, XLS, ODS или CSV. Откройте его в Excel или LibreOffice и сохраните заново.
book-old-excel = { $place }: это формат Excel до 1997 года. Откройте файл в Excel или LibreOffice и сохраните как XLSX.
book-encrypted = { $place }: файл закрыт паролем. Снимите пароль и сохраните файл заново.
book-damaged = { $place }: файл повреждён, не читается часть { QUOTE($part) }. Откройте его в Excel или LibreOffice и сохраните заново.

## Больше, чем читается

book-limit-file-bytes = { $place }: файл слишком велик, самое большее { $n } МБ. Разделите его на части.
book-limit-inflated-bytes = { $place }: файл слишком велик в распакованном виде, самое большее { $n } МБ. Оставьте в нём только нужные листы.
book-limit-entries = { $place }: в файле слишком много частей, самое большее { $n }. Перенесите таблицу в новый файл.
book-limit-sheets = { $place }: слишком много листов, самое большее { $n }. Оставьте только нужные.
book-limit-rows = { $place }: слишком много строк, самое большее { $n }. Удалите лишнее ниже таблицы или разделите её.
book-limit-columns = { $place }: слишком много столбцов, самое большее { $n }. Удалите лишнее справа от таблицы.
book-limit-cells = { $place }: слишком много ячеек во всём файле, самое большее { $n }. Оставьте в нём только нужное.
book-limit-text-chars = { $place }: слишком длинный текст, знаков в ячейке самое большее { $n }. Сократите его.
book-limit-text-bytes = { $place }: слишком много текста во всём файле, самое большее { $n } МБ. Оставьте в нём только нужное.
book-limit-pieces = { $place }: запись книги XLS разбита на слишком много частей, самое большее { $n }. Откройте файл и сохраните как XLSX.
book-limit-formats = { $place }: слишком много форматов ячеек, самое большее { $n }. Перенесите таблицу в новый файл, вставив только значения.

## Столбцы

table-no-titles = { $place }: не нашлась строка с названиями столбцов. Нужны столбцы { $titles }.
table-no-column = { $place }: не хватает столбца { QUOTE($title) }. Добавьте его или исправьте название.
table-twice = { $place }: второй столбец с названием { QUOTE($title) }. Оставьте один.
table-on-another-sheet = { $place }: такая же таблица есть на листе { QUOTE($sheet) }, а читается одна. Перенесите строки на один лист или скройте лишний.
table-unknown = { $place }: столбец { QUOTE($title) } не читается. Если он нужен, исправьте название.

## Ячейки

table-empty = { $place }: не заполнено { QUOTE($column) }. Заполните ячейку.
table-formula-error = { $place }: формула даёт ошибку { $given }, поэтому { QUOTE($column) } не читается. Исправьте формулу или впишите значение.
table-not-reckoned = { $place }: в файле нет результата формулы, поэтому { QUOTE($column) } не читается. Откройте файл в Excel или LibreOffice и сохраните заново.
table-no-date = { $place }: в { QUOTE($column) } стоит { QUOTE($given) } в формате даты, а такой даты нет. Исправьте дату.
table-too-large = { $place }: в { QUOTE($column) } стоит слишком большое число { $given }. Исправьте его.
table-wants-number = { $place }: в { QUOTE($column) } нужно число, а стоит { QUOTE($given) }.
table-date-for-number = { $place }: в { QUOTE($column) } нужно число, а стоит дата { $given }. Задайте ячейке числовой формат и впишите число снова.
table-wants-whole = { $place }: в { QUOTE($column) } нужно целое число, не меньше нуля, а стоит { QUOTE($given) }.
table-wants-date = { $place }: в { QUOTE($column) } нужна дата вида 01.09.2026, а стоит { QUOTE($given) }.
table-year = { $place }: в { QUOTE($column) } стоит { $given }, а год может быть от { $min } до { $max }.
table-wants-yes-no = { $place }: в { QUOTE($column) } нужно «да» или «нет», а стоит { QUOTE($given) }.
table-not-one-of = { $place }: в { QUOTE($column) } стоит { QUOTE($given) }, а возможны { $names }.
table-range = { $place }: в { QUOTE($column) } стоит { $given }, а возможно от { $min } до { $max }.
table-before = { $place }: в { QUOTE($column) } стоит { $given }, а это раньше, чем { $earliest }.
table-without = { $place }: { QUOTE($column) } заполнено, а { QUOTE($other) } нет. Заполните обе ячейки или очистите.
table-differs = { $place }: { QUOTE($column) } здесь не то же, что в ячейке { $cell } у той же записи. Исправьте одну из них.
table-not-for = { $place }: { QUOTE($column) } заполнено, а при { QUOTE($other) } { QUOTE($says) } здесь должно быть пусто. Очистите ячейку.
table-wants-positive = { $place }: в { QUOTE($column) } нужно число больше нуля, а стоит { $given }.
table-wants-day-of-year = { $place }: в { QUOTE($column) } нужен день вида 20.05, а стоит { QUOTE($given) }.
table-date-for-text = { $place }: в { QUOTE($column) } стоит дата { $given }, и вписано было, по-видимому, другое. Задайте ячейке текстовый формат и впишите снова.
table-no-line = { $place }: не хватает строки { QUOTE($title) }. Добавьте её.
table-again = { $place }: { QUOTE($given) } в { QUOTE($column) } уже есть в другой строке. Оставьте одну.
table-other-name = { $place }: в { QUOTE($column) } стоит { QUOTE($given) }, а другие строки этого исключённого показателя подписаны { QUOTE($first) }. Подпишите все одинаково; если показатель новый, добавьте и его.
table-of-another = { $place }: в { QUOTE($column) } стоит { QUOTE($given) }, а подписана строка { QUOTE($title) }, и это другой показатель. Исправьте код или подпись.
table-nowhere = { $place }: в { QUOTE($column) } стоит { QUOTE($given) }, а на листе { QUOTE($sheet) } такого нет.

## Каталог показателей книгой

catalogue-book-no-sheet = { $place }: нет листа { QUOTE($sheet) }. Возьмите за образец файл, который пишет smotr catalogue export.
catalogue-book-unknown-sheet = { $place }: такого листа в каталоге не бывает, а бывают { $names }. Исправьте название или удалите лист.
catalogue-book-unknown-column = { $place }: столбца { QUOTE($about) } в каталоге не бывает. Исправьте название или удалите столбец.
catalogue-book-newer = { $place }: файл формата { $given } написан более новой версией smotr, эта знает формат { $known }. Обновите программу.
catalogue-book-scale = { $place }, шкала показателя { $about }: { $why }. Исправьте строки шкалы или выберите шкалу «как в документе».
catalogue-book-no-lines = { $place }: у показателя { $about } нет строк шкалы. Добавьте их или выберите другую шкалу на листе «Показатели».
catalogue-book-few-options = { $place }: у показателя { $about } нужно не меньше двух вариантов ответа. Добавьте строки.
catalogue-book-more = И ещё { $n ->
    [one] { $n } ошибка.
    [few] { $n } ошибки.
    [many] { $n } ошибок.
   *[other] { $n } ошибки.
 }
