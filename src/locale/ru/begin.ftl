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
cli-init-faulty-next = Исправьте файл или начните с --catalogue empty и загрузите его как рабочую редакцию.
cli-init-done = Хранилище создано в папке { $path }, первый период { $period }.
command-begin = Начало работы
begin-about = Хранилище пустое. Укажите главное; остальное можно изменить потом.
begin-over = Хранилище уже настроено.
begin-catalogue = Каталог показателей
begin-supplied = поставляемый: 6 направлений, 36 показателей
begin-empty = пустой: свой каталог с нуля или из файла
begin-empty-how = из файла его загрузит smotr catalogue import ФАЙЛ --into 1 --yes
begin-period = Первый период
begin-name-how = как вас называть в журнале; можно пропустить
button-begin = Начать работу
