### Первый день: smotr init и окно начала работы

cli-init-about = Создать хранилище и настроить его
cli-option-municipality = название муниципалитета
cli-option-catalogue = файл каталога или empty; без него берётся поставляемый каталог
cli-example-init = с поставляемым каталогом
cli-example-init-empty = с пустым каталогом
cli-init-there = Хранилище в папке { $path } уже создано.
cli-init-there-next = Откройте его командой smotr или назовите другую папку: --data.
cli-init-municipality = Название муниципалитета:
cli-init-name = Ваши фамилия, имя и отчество (можно пропустить):
cli-init-unnamed = Не указано название муниципалитета.
cli-init-unnamed-next = Добавьте --municipality НАЗВАНИЕ.
cli-init-faulty = С таким каталогом начать нельзя.
cli-init-too-early = Редакция применяется с { $applies_from }, а первый период начинается раньше, { $from }.
cli-init-too-early-next = Исправьте в файле, с какого дня она применяется, или начните с --catalogue empty и загрузите её как рабочую редакцию.
cli-init-faulty-next = Исправьте файл или начните с --catalogue empty и загрузите его как рабочую редакцию.
cli-init-done = Хранилище создано в папке { $path }, первый период { $period }.
command-begin = Начало работы
begin-about = Хранилище пустое. Укажите главное; остальное можно изменить потом.
begin-over = Хранилище уже настроено.
begin-catalogue = Каталог показателей
begin-supplied = поставляемый: 6 направлений, 36 показателей
begin-file = из файла: TOML или книга Excel
begin-path = Файл каталога
begin-path-how = ~/каталог.toml; без папки — в домашней папке
begin-path-empty = Укажите путь к файлу каталога или выберите другой каталог.
begin-reading = Файл читается. Посмотрите, что в нём, и нажмите F2 ещё раз.
begin-reader-broke = Файл не прочитан: ошибка в программе. Попробуйте ещё раз или укажите другой файл.
begin-no-file = { $path } — папка или устройство, а нужен файл.
begin-found = В файле: { $directions ->
    [one] { $directions } направление
    [few] { $directions } направления
    [many] { $directions } направлений
   *[other] { $directions } направления
}, { $indicators ->
    [one] { $indicators } показатель
    [few] { $indicators } показателя
    [many] { $indicators } показателей
   *[other] { $indicators } показателя
}; сумма весов { $sum }.
begin-found-act = Основание: { $act }.
begin-found-next = Ошибок нет: F2 начнёт работу с этим каталогом.
begin-empty = пустой: свой каталог с нуля
begin-empty-how = показатели вводятся на экране «Каталог» (F8)
begin-period = Первый период
begin-name-how = как вас называть в журнале; можно пропустить
button-begin = Начать работу
