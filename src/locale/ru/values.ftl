### Значения из файлов: что не читается и почему

## Ячейки

values-date = { $place }: здесь дата { $given }, а нужно число. Похоже, Excel принял { $typed } за дату. Задайте ячейке текстовый формат и впишите дробь снова или внесите числитель и знаменатель в два столбца.
values-no-numerator = { $place }: есть знаменатель, а числителя нет. Впишите числитель.
values-whose = { $place }: не указана организация, а значения в строке есть. Впишите организацию.
values-which-period = { $place }: неизвестно, к какому периоду относится значение. Добавьте столбец «Период» или укажите период ключом --period.
values-no-such-period = { $place }: периода { QUOTE($name) } нет. Исправьте название периода.
values-which-indicator = { $place }: не указан показатель. Впишите его код.

## Листы и столбцы

values-no-table = { $place }: здесь нет ни формы, ни таблицы со значениями. В названиях столбцов нужны коды показателей, например 6.2, или столбцы «Организация», «Код», «Значение».
values-nothing = { $file }: в файле нет ни одного значения.
values-sheet-aside = { $place }: лист не прочитан, таблицы со значениями на нём нет.
values-column-aside = { $place }: столбец { $column } { QUOTE($title) } не прочитан, такого показателя в периоде нет.
values-twice = { $place }: показатель { QUOTE($title) } стоит в двух столбцах. Оставьте один.

## Формы

values-form-newer = { $file }: форма сделана более новой программой. Обновите smotr.
values-form-damaged = { $place }: скрытый лист формы изменён, и узнать её нельзя. Возьмите форму заново и перенесите в неё значения.
values-form-of-nothing = { $file }: форма ({ $whose }) говорит о периоде или организации, которых в базе нет. Проверьте, та ли база открыта.
values-other-store = { $file }: это форма другой базы ({ $whose }). Из неё ничего не внесено.
values-sheet-gone = { $file }: в форме нет листа { QUOTE($sheet) }. Верните лист или возьмите форму заново.
values-titles-gone = { $place }: в форме изменены названия столбцов. Возьмите форму заново и перенесите в неё значения.
values-row-gone = { $file }: в форме не найдена строка показателя { $code }. Верните строку или возьмите форму заново.

## Строки JSON

values-line = { $file }, строка { $line }
values-bad-line = { $file }, строка { $line }: это не запись с полями organisation, code и value. Исправьте строку.
values-too-many-lines = { $file }, строка { $line }: слишком много строк. Разделите файл на части.

## Что изменит файл

brings-line = { $place } · { $cell } — { $said }
brings-refused = { $place } · { $cell }: не внести. { $said }
brings-instead = { $now } вместо { $was }
brings-words = { $now }, меняются примечание или источник
brings-reopens = {", снова «введено»"}
brings-wants-note = { $what }, но к значению обязательно примечание. Впишите его в файл или внесите значение в таблице.
brings-wants-reason = { $what } вносится только с причиной. Впишите её после двоеточия или в столбец «Причина».
brings-contradicts = О той же ячейке по-другому говорит { $place }. Оставьте одно из двух.
brings-which-head = В периоде было несколько руководителей. Добавьте столбец «Руководитель» с фамилией.
brings-no-organisation = Организации { QUOTE($name) } нет. Исправьте название.
brings-like-organisation = Организации { QUOTE($name) } нет. Похожие: { $like }.
brings-no-indicator = Показателя { QUOTE($name) } нет. Исправьте название или код.
brings-like-indicator = Показателя { QUOTE($name) } нет. Похожие: { $like }.
brings-twice = { $whose }, { $period }: форма пришла несколько раз. Это { $files }.
brings-same = { $n ->
    [one] Без изменений { $n } значение
    [few] Без изменений { $n } значения
    [many] Без изменений { $n } значений
   *[other] Без изменений { $n } значения
}
brings-changes = { $n ->
    [one] Изменится { $n } значение
    [few] Изменятся { $n } значения
    [many] Изменится { $n } значений
   *[other] Изменятся { $n } значения
}

## Командная строка: значения из файлов

cli-import-about = Внести значения из файлов, сначала показав, что изменится
cli-arg-import-paths = Файлы XLSX, XLS, ODS, CSV, JSON Lines или папки с ними: формы, своды «организации × показатели», списки
cli-option-import-period = Период, если в файле он не назван; без ключа — тот, что идёт сейчас
cli-name-meant = ТЕКСТ=НАЗВАНИЕ
cli-option-meant = Что означает неизвестное название в файле: организацию или код показателя; ключ можно повторять
cli-option-similar = Считать похожее название тем же, если похоже только одно
cli-option-skip-refused = Внести остальное, даже если часть значений не внести
cli-example-import-show = показать, что изменят все файлы папки
cli-example-import = внести свод
cli-example-import-name = сказать, какая школа имеется в виду
cli-import-reading = Чтение файлов
cli-import-writing = Запись
cli-import-empty-folder = В папке { $path } нет файлов XLSX, XLS, ODS, CSV или JSON Lines.
cli-import-no-sign = { QUOTE($said) }: между текстом из файла и названием нужен знак равенства.
cli-import-means-nothing = { QUOTE($said) }: после знака равенства нет ни организации, ни показателя с таким названием.
cli-import-nothing = Изменений нет: всё это уже записано.
cli-import-not-yet = Ничего не записано. Чтобы внести, добавьте --yes.
cli-import-refused = { $n ->
    [one] { $n } место в файлах не внести; ничего не записано.
    [few] { $n } места в файлах не внести; ничего не записано.
    [many] { $n } мест в файлах не внести; ничего не записано.
   *[other] { $n } места в файлах не внести; ничего не записано.
}
cli-import-refused-next = Исправьте файлы и повторите. Внести остальное: добавьте --skip-refused.

## Загрузка в программе

command-import = Загрузить значения из файла
words-import = импорт, загрузить, загрузка, excel, эксель, формы от школ, свод
hint-bring = внести
hint-take = отметить
hint-take-all = все
hint-which = что это
incoming-title = Файлы в папке { $path }
incoming-unread = Папка { $path } не читается: { $why }
incoming-none = В папке { $path } нет файлов со значениями. Положите туда файл XLSX, XLS, ODS, CSV или JSON Lines.
incoming-all = { $n ->
    [one] Все, { $n } файл
    [few] Все, { $n } файла
    [many] Все, { $n } файлов
   *[other] Все, { $n } файла
}
incoming-of = Загрузка, { $file }
incoming-of-several = { $n ->
    [one] Загрузка, { $n } файл
    [few] Загрузка, { $n } файла
    [many] Загрузка, { $n } файлов
   *[other] Загрузка, { $n } файла
}
incoming-reading = Файл читается…
incoming-counts = внести { $taken } из { $changes } · без изменений { $same } · не внести { $refused }
incoming-line = { $cell } — { $said } · { $place }
incoming-nothing = Вносить нечего. Отметьте значения пробелом или закройте страницу.
incoming-which = Что такое { QUOTE($name) }
incoming-broke = Файл не прочитан, программа на нём сломалась. Откройте его в Excel или LibreOffice и сохраните заново.

## Названия из файлов

kind-alias = название из файлов
name-alias = название из файлов { QUOTE($name) }
