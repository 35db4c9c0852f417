### Значения в файлах: smotr template, smotr export

cli-template-about = Записать книгу, которую заполняет школа: для одной организации или для каждой
cli-arg-template = куда писать; без имени — в папку ~/выгрузка
cli-option-all = по книге на каждую организацию, в эту папку
cli-example-template = книга для школы № 12 в папку ~/выгрузка
cli-example-template-file = она же в названный файл
cli-example-template-municipality = книга муниципалитета
cli-example-template-direction = только одно направление
cli-example-template-all = по книге на каждую организацию
cli-template-nothing = Заполнять нечего: в этом периоде с этой организации ничего не собирают.
cli-template-nothing-next = Проверьте период и организацию; что собирают, показывает раздел «Каталог».
cli-template-closed = Период { $period } закрыт, значения в нём уже не меняются.
cli-template-closed-next = Назовите открытый период.
cli-template-progress = Пишутся книги
cli-templates-part = Файл { $path } не записан ({ $why }). Заменено книг: { $n } из { $all }, остальные прежние.
cli-templates-written = { $n ->
    [one] Записана { $n } книга
    [few] Записаны { $n } книги
    [many] Записано { $n } книг
   *[other] Записаны { $n } книги
 } в папку { $path }

cli-arg-table = куда писать: xlsx, csv или jsonl, по окончанию имени; без имени — книга в папке ~/выгрузка
cli-option-matrix = таблица: организации в строках, показатели в столбцах
cli-option-list = список: по строке на каждое значение
cli-name-of-direction = НАПРАВЛЕНИЕ
cli-option-of-direction = Только показатели направления, по коду или названию
cli-option-parts = Числители и знаменатели в отдельных столбцах
cli-option-publication = Для публикации: без имён, названий, состава долей, причин и примечаний; числа меньше 3 скрыты
cli-name-encoding = КОДИРОВКА
cli-option-encoding = Кодировка файла csv
cli-example-matrix = таблица в папке ~/выгрузка
cli-example-list = список значений, там же
cli-table-kind = Таблица пишется в XLSX, CSV или JSON Lines.
cli-table-kind-next = Дайте файлу имя с окончанием xlsx, csv или jsonl.
cli-no-direction = Направления { QUOTE($name) } в этом периоде нет. Есть: { $known }.

command-export-table = Выгрузить таблицу
command-write-form = Шаблон для заполнения
words-export = экспорт, excel, эксель, выгрузка, csv, книга, публикация
words-form = форма, анкета, книга для заполнения, запрос, excel
export-book = Книга Excel
export-parts = Книга Excel с числителями и знаменателями
export-list = Книга Excel списком: строка на значение
export-text = Текст CSV
export-list-text = Текст CSV списком: строка на значение
export-published = Книга Excel для публикации: без имён, названий, состава, причин
export-size = { $rows } × { $columns }
export-size-all = все строки × { $columns }
export-each-direction = По книге на каждую организацию, направление { QUOTE($direction) }
export-one-direction = { $name }, направление { QUOTE($direction) }
export-marked = Выделенные организации: { $n }
export-marked-direction = Выделенные организации: { $n }, направление { QUOTE($direction) }
export-each = По книге на каждую организацию
export-begun = Пишется файл…
export-pace = Пишется файл. Esc — прервать
export-pace-of = Пишется { $n }-й файл из { $total }. Esc — прервать
export-stopping = Прерывается…
export-stopped = Прервано, ничего не записано.
export-busy = Предыдущий файл ещё пишется. Подождите или прервите его: Esc.
leave-unwritten = Файл ещё пишется. Подождите, или { $key } ещё раз — выйти, ничего не записав.
