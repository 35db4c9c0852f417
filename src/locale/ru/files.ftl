### Каталог в файлах: smotr catalogue

cli-catalogue-about = Каталог показателей: редакции, выгрузка и загрузка
cli-catalogue-list-about = Показать редакции
cli-catalogue-export-about = Выгрузить редакцию в файл: книгу XLSX или TOML
cli-catalogue-import-about = Загрузить каталог из книги или файла TOML в рабочую редакцию
cli-catalogue-check-about = Проверить редакцию: что мешает публикации
cli-arg-catalogue-out = куда писать: с окончанием xlsx — книга, иначе TOML; без имени печатает на экран
cli-arg-catalogue-in = откуда читать: книга XLSX, ODS, XLS или файл TOML
cli-option-edition = номер редакции; без него последняя
cli-option-edition-out = номер редакции; без него последняя опубликованная, а где такой нет — рабочая
cli-option-into = номер рабочей редакции, которая заменяется; без него создаётся новая
cli-option-write = записать; без этого только показывает, что изменится
cli-example-catalogue-export = последняя опубликованная редакция в файл
cli-example-catalogue-book = она же книгой, чтобы править в LibreOffice или Excel
cli-example-catalogue-show = что изменится
cli-example-catalogue-import = в новую рабочую редакцию
cli-example-catalogue-check = замечания к последней редакции
cli-edition-line = ред. { $number } · { $state } · { $count ->
    [one] { $count } показатель
    [few] { $count } показателя
    [many] { $count } показателей
   *[other] { $count } показателя
 } · { $title }
cli-no-edition = Редакции { $number } нет.
cli-no-edition-next = Какие есть, покажет smotr catalogue list.
cli-written = Записано в файл { $path }
cli-not-utf8 = Файл не в кодировке UTF-8.
cli-not-utf8-next = Сохраните его в UTF-8 и повторите.
cli-only-xlsx = Книга пишется только в формате XLSX; читаются и ODS, и XLS.
cli-only-xlsx-next = Дайте файлу имя с окончанием xlsx; LibreOffice его откроет и сохранит в любом формате.
cli-catalogue-not-yet = Ничего не записано. Чтобы записать, повторите с --yes.
cli-catalogue-counts = В файле { $all ->
    [one] { $all } показатель
    [few] { $all } показателя
    [many] { $all } показателей
   *[other] { $all } показателя
 } и { $out ->
    [one] { $out } снятый
    [few] { $out } снятых
    [many] { $out } снятых
   *[other] { $out } снятых
 }. Новых — { $new }, снимается — { $retired }, убрано — { $gone }, узнано по названию или коду — { $found }.
cli-catalogue-nothing = Изменений нет: всё это в каталоге уже есть.
cli-catalogue-new = + { $name } { $what }
cli-catalogue-base-kept = не изменится · Базовая величина { QUOTE($title) } в файле другая, но от неё зависят и прежние редакции. Её меняют на экране «Каталог».
cli-catalogue-changed = ~ { $name }: { $what }
cli-catalogue-retired = − { $name }: { $what }
cli-catalogue-lacking = − { $name }: в файле нет, снимается
cli-catalogue-gone = − { $name }: в файле нет и в редакции не будет
cli-catalogue-order = ~ порядок направлений или показателей
cli-catalogue-fault = мешает публикации · { $name }: { $what }
cli-catalogue-remark = проверить · { $name }: { $what }
cli-catalogue-sound = Замечаний нет.
cli-catalogue-which = Каталог, ред. { $number } ({ $state })
cli-catalogue-lost = Обратно этот файл не загрузится, пока не исправлено:
cli-catalogue-otherwise = Из этого файла прочтётся не всё, что есть в редакции: { $codes }. Целиком редакцию переносит архив (smotr backup).
cli-file-there = Файл { $path } уже есть.
cli-file-there-next = Назовите другой или добавьте --replace.
cli-file-failed = Файл { $path }: { $why }.
cli-file-failed-next = Проверьте путь, права на запись и место на диске.
cli-file-unread-next = Проверьте имя файла, папку и право его читать.
cli-file-large-next = Оставьте в файле только нужное и повторите.
toml-newer = { $file }, строка { $line }: формат { $given } новее, чем знает эта версия ({ $known }). Обновите программу.
