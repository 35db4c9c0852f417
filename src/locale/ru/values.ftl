### Значения из файлов: что не читается и почему

## Ячейки

values-date = { $place }: здесь дата { $given }, а нужно число. Похоже, Excel принял { $typed } за дату. Задайте ячейке текстовый формат и впишите дробь снова или внесите числитель и знаменатель в два столбца.
values-no-numerator = { $place }: есть знаменатель, а числителя нет. Впишите числитель.
values-whose = { $place }: не указана организация, а значения в строке есть. Впишите организацию.
values-which-period = { $place }: неизвестно, к какому периоду относится значение. Добавьте столбец «Период» или выберите период до загрузки.
values-no-such-period = { $place }: периода { QUOTE($name) } нет. Исправьте название периода.
values-which-indicator = { $place }: не указан показатель. Впишите его код.
values-code-number = { $place }: код записан числом, и неизвестно, { $code } это или { $other }. Задайте ячейке текстовый формат и впишите код снова.
values-code-or-title = { $place }: код — одного показателя, а название рядом — другого. Исправьте код или название.

## Листы и столбцы

values-no-table = { $place }: здесь нет ни формы, ни таблицы со значениями. В названиях столбцов нужны коды показателей, например 6.2, или столбцы «Код» и «Значение».
values-nothing = { $file }: в файле нет ни одного значения.
values-sheet-aside = { $place }: лист не прочитан, таблицы со значениями на нём нет.
values-column-aside = { $place }: столбец { $column } { QUOTE($title) } не прочитан, такого показателя в периоде нет.
values-field-aside = { $place }: поле { QUOTE($field) } не прочитано, такого среди полей нет.
values-only-words = { $place }: значения показателя { $code } нет, только слова { QUOTE($words) }. Они не загружены.
values-taken-out = { $place }: значение показателя { $code } в форме стёрто, а в базе осталось. Если это не ошибка, очистите его в таблице.
values-filled-by = { $file }: { $said }
values-two-things = { $place }: числитель и знаменатель говорят одно, а ячейка { $beside } — другое. Оставьте одно из двух.
values-two-fields = { $place }: числитель и знаменатель говорят одно, а поле { $field } — другое. Оставьте одно из двух.
values-row-aside = { $place }: строка { $row } { QUOTE($title) } не прочитана, такого показателя в периоде нет.
values-nobody-aside = { $place }: столбец { $column } { QUOTE($title) } не прочитан, такой организации нет.
values-several-owners = { $place }: столбца «Организация» нет, а в заголовке, названии листа и файла разные организации ({ $named }). Оставьте одну.
values-twice = { $place }: показатель { QUOTE($title) } назван дважды. Оставьте один столбец.

## Формы

values-form-newer = { $file }: форма сделана более новой программой. Обновите smotr.
values-form-damaged = { $place }: скрытый лист формы изменён, и узнать её нельзя. Возьмите форму заново и перенесите в неё значения.
values-form-of-nothing = { $file }: форма ({ $whose }) составлена для периода или организации, которых в базе нет. Проверьте, та ли база открыта.
values-other-store = { $file }: это форма другой базы ({ $whose }). Из неё ничего не внесено.
values-sheet-gone = { $file }: в форме нет листа { QUOTE($sheet) }. Верните лист или возьмите форму заново.
values-titles-gone = { $place }: в форме изменены названия столбцов. Возьмите форму заново и перенесите в неё значения.
values-row-foreign = { $file }: строка показателя { $code } в скрытом листе не сходится с организацией или периодом формы. Возьмите форму заново и перенесите в неё значения.
values-other-year = { $place }: таблица за { $named }, а загрузка идёт в период { $period }. Выберите нужный период или исправьте заголовок.
values-row-gone = { $file }: в форме не найдена строка показателя { $code }. Верните строку или возьмите форму заново.

## Строки JSON

values-line = { $file }, строка { $line }
values-bad-line = { $file }, строка { $line }: это не запись с полями organisation, code и value. Исправьте строку.
values-too-many-lines = { $file }, строка { $line }: слишком много строк. Разделите файл на части.

## Что изменит файл

brings-line = { $place } · { $cell } — { $said }
brings-refused = { $place } · { $cell }: { QUOTE($given) } не внести. { $said }
brings-instead = { $now } вместо { $was }
brings-words = { $now }, меняются примечание или источник
brings-reopens = {", снова «введено»"}
brings-wants-note = { $what }, но к значению обязательно примечание. Впишите его в файл или внесите значение в таблице.
brings-wants-reason = { $what } вносится только с причиной. Впишите её после двоеточия или в столбец «Причина».
brings-contradicts = О той же ячейке по-другому говорит { $place }. Оставьте одно из двух.
brings-which-head = В периоде было несколько руководителей: { $heads }. Добавьте столбец «Руководитель» с фамилией.
brings-namesakes = { QUOTE($name) } подходит к нескольким руководителям: { $heads }. Впишите имя и отчество.
brings-poorer = известный состав пропадёт: { $what }
brings-means = { QUOTE($name) } — это { $means }
brings-remembered = { QUOTE($name) } — это { $means }, так запомнено
brings-contested = { QUOTE($name) }: по вашему ответу это { $mine }, но с тех пор записано, что это { $theirs } ({ $by }). Ответьте ещё раз.
brings-not-head = Руководителя { QUOTE($name) } в этом периоде не было. Исправьте фамилию или назначения.
brings-since = { $what }, но после выдачи формы ячейка изменена ({ $by }). Проверьте, что верно.
brings-since-gone = { $what }, но ячейка изменена после выдачи формы. Проверьте, что верно.
values-more-faults = { $n ->
    [one] { $file }: и ещё { $n } такая строка.
    [few] { $file }: и ещё { $n } такие строки.
    [many] { $file }: и ещё { $n } таких строк.
   *[other] { $file }: и ещё { $n } такой строки.
}
values-too-many = { $file }: число значений за один раз ограничено, это { $most }. Остальное не прочитано, загружайте частями.
brings-before = { $file }: { $brought }. Что изменено с тех пор, отложено.
brings-put-right = { $what }, но ячейка изменена после загрузки этого файла. Проверьте, что верно.
brings-meanwhile = изменено, пока вы смотрели ({ $by }): { $what }, раньше { $first }
brings-meanwhile-gone = изменено, пока вы смотрели: { $what }, раньше { $first }
brings-nameless = В строке нет названия организации. Впишите его в файл.
brings-period = Период, если в файле не назван другой, — { $name }.
brings-no-option = Такого варианта нет. Впишите один из вариантов словом ({ $options }).
brings-no-owner = Чья это таблица, в файле не сказано. Впишите организацию в заголовок или в название файла.
brings-like-owner = Чья это таблица, в файле не сказано. Название файла похоже на такие: { $like }.
brings-no-organisation = Организации { QUOTE($name) } нет. Исправьте название.
brings-like-organisation = Организации { QUOTE($name) } нет. Похожие: { $like }.
brings-no-indicator = Показателя { QUOTE($name) } нет. Исправьте название или код.
brings-like-indicator = Показателя { QUOTE($name) } нет. Похожие: { $like }.
brings-twice = { $whose }, { $period }: форма пришла несколько раз. Это { $files }.
brings-unknown = { $n ->
    [one] { $place }, { $n } значение: не внести. { $said }
    [few] { $place } и дальше, { $n } значения: не внести. { $said }
    [many] { $place } и дальше, { $n } значений: не внести. { $said }
   *[other] { $place } и дальше, { $n } значения: не внести. { $said }
}
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
cli-option-import-organisation = Чья таблица, если в файле не названа организация
cli-option-meant = Что означает неизвестное название в файле: организацию или код показателя; ключ можно повторять
cli-option-similar = Считать похожее название тем же, если похоже только одно
cli-option-over = Внести и то, что изменено после выдачи формы или прошлой загрузки файла
cli-option-skip-refused = Внести остальное, даже если часть значений не принята
cli-example-import-show = показать, что изменят все файлы папки
cli-example-import = внести свод
cli-example-import-organisation = таблица одной школы, в которой школа не названа
cli-example-import-name = сказать, какая школа имеется в виду
cli-import-reading = Чтение файлов
cli-import-weighing = Сверка с тем, что внесено
cli-import-writing = Запись
cli-import-empty-folder = В папке { $path } нет файлов XLSX, XLS, ODS, CSV или JSON Lines.
cli-option-remembered = Показать запомненные названия из файлов и что они означают
cli-import-name = { $said } ({ $by })
cli-import-nameless = { QUOTE($said) }: перед знаком равенства нет названия из файла.
cli-import-own-name = { QUOTE($said) }: так называется организация или показатель в базе. Другого значения у этого названия нет.
cli-import-name-unused = { QUOTE($said) }: такого названия в файлах нет. Скопируйте его из файла.
cli-import-more-names = { $n ->
    [one] И ещё { $n } название неизвестно.
    [few] И ещё { $n } названия неизвестны.
    [many] И ещё { $n } названий неизвестны.
   *[other] И ещё { $n } названия неизвестны.
}
cli-import-skipped = { $file }: { $brought }, пропущен. Снова его прочтёт --again.
cli-option-again = Прочесть и те файлы папки, которые уже внесены
cli-import-no-sign = { QUOTE($said) }: между текстом из файла и названием нужен знак равенства.
cli-import-means-nothing = { QUOTE($said) }: после знака равенства нет ни организации, ни показателя с таким названием.
cli-import-meant = Укажите ключом --name, что означает название из файла.
cli-import-similar = Если всё похожее верно, добавьте --similar.
cli-import-whose = Укажите ключом --organisation, чья это таблица.
cli-import-nothing = Изменений нет: всё это уже записано.
cli-import-not-yet = Ничего не записано. Чтобы внести, добавьте --yes.
cli-import-refused = Не принято: { $n }; ничего не записано.
cli-import-over = Отложенное до вашего решения внесёт --over.
cli-import-refused-next = Исправьте файлы и повторите. Внести остальное: добавьте --skip-refused.

## Загрузка в программе

command-import = Загрузить значения из файла
words-import = импорт, загрузить, загрузка, excel, эксель, формы, свод
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
incoming-all-new = { $n ->
    [one] Все новые, { $n } файл
    [few] Все новые, { $n } файла
    [many] Все новые, { $n } файлов
   *[other] Все новые, { $n } файла
}
incoming-left = { $n ->
    [one] без { $n } внесённого
    [few] без { $n } внесённых
    [many] без { $n } внесённых
   *[other] без { $n } внесённых
}
incoming-of = Загрузка, { $file }
incoming-of-several = { $n ->
    [one] Загрузка, { $n } файл
    [few] Загрузка, { $n } файла
    [many] Загрузка, { $n } файлов
   *[other] Загрузка, { $n } файла
}
incoming-reading = Файл читается…
incoming-reading-of = Читается { $n }-й файл из { $total }
incoming-weighing = Сверяется с тем, что внесено: { $percent } %
incoming-writing = { $n ->
    [one] Записывается { $n } значение…
    [few] Записываются { $n } значения…
    [many] Записывается { $n } значений…
   *[other] Записывается { $n } значения…
}
command-remembered-names = Запомненные названия
words-remembered-names = запомненные названия, соответствия, псевдонимы, имена школ в файлах
remembered-names = Запомненные названия из файлов
remembered-name = { $means }: { QUOTE($name) }
remembered-none = Запомненных названий нет. Они появляются, когда при загрузке файла сказано, что название означает.
remembered-stays = { $means }: внесено из файлов и остаётся, проверьте
remembered-stayed = Раньше это было { $means }. Внесённое туда из файлов остаётся, проверьте его: { $cells }.
hint-forget = забыть
incoming-stopped = Прервано, ничего не внесено.
incoming-counts = внести { $taken } из { $changes } · без изменений { $same } · не внести { $refused }
incoming-refused = { $place } · { $cell }: { QUOTE($given) }. { $said }
incoming-taught = Эта строка берёт знаменатель из отложенной. Сначала отметьте ту.
incoming-line = { $cell } — { $said } · { $place }
incoming-nothing = Вносить нечего. Отметьте значения пробелом или закройте страницу.
incoming-whose = Чья таблица { QUOTE($name) }
incoming-which = Что такое { QUOTE($name) }
incoming-broke = Файл не прочитан, программа на нём сломалась. Откройте его в Excel или LibreOffice и сохраните заново.

## Названия из файлов

kind-alias = название из файлов
name-alias = название из файлов { QUOTE($name) }
kind-brought-file = внесённый файл
name-brought-file = внесённый файл { QUOTE($name) }
file-brought = внесён { $day }, { $by }
incoming-only-rest = Не принято: { $n }. Enter ещё раз внесёт остальное, непринятое останется в файле.
incoming-meanwhile = { $n ->
    [one] Пока вы смотрели, изменено { $n } значение, отметка с него снята. Чтобы вписать поверх, отметьте снова.
    [few] Пока вы смотрели, изменены { $n } значения, отметки с них сняты. Чтобы вписать поверх, отметьте снова.
    [many] Пока вы смотрели, изменено { $n } значений, отметки с них сняты. Чтобы вписать поверх, отметьте снова.
   *[other] Пока вы смотрели, изменено { $n } значения, отметки с них сняты. Чтобы вписать поверх, отметьте снова.
}
incoming-no-undo = Пока ничего не внесено, отменять нечего. Сделанное раньше отменяется, когда эта страница закрыта.
incoming-own-answer = ваш ответ
incoming-leave = пока неизвестно, не вносить
