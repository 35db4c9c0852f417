### Команды, клавиши, справка

## Команды: не длиннее 28 знаков

command-up = Строка выше
command-down = Строка ниже
command-left = Левее
command-right = Правее
command-page-up = Страница вверх
command-page-down = Страница вниз
command-first = В начало
command-last = В конец
command-next-pane = Следующая панель
command-previous-pane = Предыдущая панель
command-open = Открыть, подтвердить
command-close = Назад, закрыть
command-next-empty = Следующее незаполненное
command-next-attention = Следующее требует внимания
command-mark = Выделить строку
command-mark-all = Выделить все строки
command-clear-marks = Снять выделение
command-edit-value = Внести значение
command-edit = Править
command-not-applicable = Неприменимо, «н/п»
command-no-data = Нет данных
command-clear-value = Очистить значение
command-step-choice = Следующий вариант ответа
command-fill-down = Заполнить вниз
command-as-before = Как в прошлом периоде
command-repeat-entry = Повторить последний ввод
command-paste-copied = Вставить скопированное
command-not-applicable-direction = Всё направление: «н/п»
command-note = Примечание
command-source = Источник значения
command-evidence = Подтверждающий документ
command-flag = Взять на заметку
command-submit = Сдать на проверку
command-approve = Утвердить
command-return-value = Вернуть на доработку
command-restore-unsaved = Незаконченные записи
command-drop-unsaved = Выбросить набранное
command-recommend = Адресная рекомендация
command-decide = Управленческое решение
command-report = Отчёт об исполнении
command-next-state = Следующее состояние
command-prolong = Продлить срок
command-release = Снять с контроля
command-add-document = Новый документ
command-add-organisation = Новая организация
command-appoint = Назначить руководителя
command-users = Пользователи
words-users = учётные записи, доступ, роли, права, сотрудники
words-organisations = школы, сады, учреждения, ОО, образовательные
words-persons = люди, руководители, директора, назначения, кадры, ФИО, квалификация, аттестация, трудовые договоры
words-editions = каталог, критерии, направления, показатели, шкалы, веса
words-documents = приказы, распоряжения, постановления, письма, акты
words-base-quantities = численность, контингент, знаменатели
words-reserve = кандидаты, кадровый резерв
words-duplicate = дублировать, продублировать, копировать
words-impact = кого затронет, предпросмотр, влияние
words-compare = отличия, разница
words-publish-edition = ввести в действие, утвердить
words-objections = жалобы, апелляции, несогласие
command-add-user = Добавить пользователя
command-name-deputy = Назначить замещение
command-search = Поиск
command-filter = Фильтр
command-card = Карточка руководителя
command-chain = Цепочка
command-cell-history = История значения
command-scale = Шкала и определение
command-expand-detail = Подробности на весь экран
command-pivot = Сначала руководители
command-impact = Что изменится
command-compare = Сравнить редакции
command-sort = Порядок и отбор строк
command-choose-period = Выбрать период
command-previous-period = Предыдущий период
command-next-period = Следующий период
command-duplicate = Сделать копию
command-move-up = Переставить выше
command-move-down = Переставить ниже
command-retire = Снять или вернуть
command-remove = Удалить новое
command-remarks = Замечания
command-publish-edition = Опубликовать редакцию
command-screen-monitoring = Мониторинг
command-screen-catalogue = Каталог
command-screen-journal = Журнал
command-undo = Отменить
command-redo = Вернуть отменённое
command-save = Всё ли сохранено
command-copy = Копировать
command-plain-page = Страница без рамок
command-copy-to-file = Записать в файл
command-palette = Все команды
command-help = Справка по клавишам
command-redraw = Перерисовать экран
command-suspend = Приостановить программу
command-quit = Выход
command-base-quantity = Базовая величина
command-reference = Ориентир для сравнения
command-edit-organisation = Изменить организацию
command-add-period = Новый период
command-evaluation-sheet = Оценочный лист
command-who = Кто здесь
command-settings = Настройки

## Группы команд

group-movement = Движение
group-entry = Ввод
group-follow-up = Рекомендации и решения
group-view = Просмотр
group-catalogue = Каталог
group-screens = Экраны
group-changes = Отмена и сохранение
group-copying = Копирование
group-program = Программа

## Строка подсказок: слово после клавиши

hint-search = поиск
hint-edit-value = значение
hint-recommend = рекомендация
hint-decide = упр. решение
hint-report = отчёт
hint-next-state = состояние
hint-choose-period = период
hint-cell-history = история
hint-undo = отменить
hint-help = клавиши
hint-quit = выход
hint-filter = фильтр
hint-card = карточка
hint-chain = цепочка
hint-evaluation-sheet = лист
hint-scale = шкала
hint-impact = что изменится
hint-compare = сравнить
hint-publish-edition = опубликовать
hint-duplicate = копия
hint-add = добавить
hint-sort = порядок
hint-evidence = документ
hint-submit = сдать
hint-palette = команды
hint-next-pane = панель
hint-open = открыть
hint-edit = править
hint-close = назад
hint-choose = выбрать
hint-own-words = своя
hint-throw-away = выбросить
hint-keep = оставить
hint-drop = снять
hint-move = по списку
hint-run = выполнить
hint-accept = принять
hint-down = записать и вниз
hint-right = вправо
hint-set-aside = отложить

## Имена клавиш

key-space = Пробел
key-up = Вверх
key-down = Вниз
key-left = Влево
key-right = Вправо
key-digits = цифры
key-not-applicable = н Enter
key-no-data = нд Enter
key-no-data-rest = д Enter
key-letters = буквы

## Таблица клавиш

keys-heading-keys = Клавиши
keys-heading-command = Команда
keys-by-palette = { $key }, затем название
help-by-palette = Без клавиши: { $key }, затем название
layout-russian = русской
layout-latin = латинской
command-named = { QUOTE($title) } ({ $key })

## Справка

help-here = Здесь
help-not-here = В других местах
help-signs = Знаки
help-digits-enter = внести значение: 21/24, 87,5 %
help-digits-go = к номеру или показателю: 12, 6.2
help-cell-enter = записать и перейти вниз
help-cell-tab = записать и перейти вправо
help-cell-back-tab = записать и перейти влево
help-cell-esc = выйти; набранное сохранится
help-cell-edit = стрелки: по тексту или по строкам
help-cell-space = следующий вариант
help-cell-not-applicable = записать «н/п»
help-cell-no-data = записать «нет данных»

## Знаки

sign-done = утверждено
sign-pending = на проверке
sign-failed = возвращено на доработку
sign-note = есть примечание или процент без состава
sign-warning = требует внимания; в карточке — просрочено
sign-open = проект рекомендации или решения
sign-running = на контроле, исполняется
sign-empty = не внесено
sign-none = не собирается или некого оценивать
sign-break = несопоставимо: другая редакция или другой руководитель
sign-up = больше прошлого
sign-down = меньше прошлого
sign-same = как в прошлый раз
sign-cursor = строка под курсором
sign-cursor-idle = строка другой панели; место для набора
sign-marked = строка выделена
sign-ellipsis = текст обрезан, или значение загружается
sign-more-above = на рамке: выше есть ещё строки
sign-more-below = на рамке: ниже есть ещё строки
sign-changed = изменено одновременно, выберите значение
sign-corrected = исправлено после закрытия периода
sign-unconfirmed = записывается
sign-fresh = изменено другим пользователем
sign-colleague = здесь другой пользователь

## Команда здесь не действует

not-here = здесь не действует
no-such-command = Такой команды нет.
does-not-apply-here-way = { QUOTE($what) }: здесь не действует. { $way }.
way-rows = к руководителям
way-detail = к подробностям
way-lists = к спискам слева
way-monitoring = к мониторингу
way-card = к карточке
way-chain = к цепочке
way-journal = в журнал
way-catalogue = в каталог
way-back = назад

## Почему клавиша не годится

key-is-backspace = терминал передаёт её как Backspace
key-is-tab = терминал передаёт её как Tab
key-is-enter = терминал передаёт её как Enter
key-is-esc = терминал передаёт её как Esc
key-not-sent = терминалы её не передают
key-taken-by-window = её забирает окно терминала
key-flow-control = она останавливает вывод на экран; на ней может быть только «Всё ли сохранено»
key-begins-entry = с неё начинается ввод значения

## Ошибки в наборе клавиш

keymap-not-toml = строка не читается как TOML. Клавиша записывается так: { $example }
keymap-unknown-field = нет поля { QUOTE($field) }. Бывают name, title, title-en, base, unbound и раздел keys
keymap-wrong-kind = у поля { QUOTE($field) } значение другого вида. Строки пишутся в кавычках, unbound — списком, keys — разделом
keymap-unknown-base = нет набора клавиш { QUOTE($given) }. Есть { $known }
keymap-unknown-key = нет клавиши { QUOTE($given) }. Бывают, например, п, Ctrl+Z, F2, Пробел, PgDn; подряд не больше { $most }
keymap-unknown-command = нет команды { QUOTE($given) }. Список даёт smotr keys
keymap-unknown-command-near = нет команды { QUOTE($given) }. Похожая — { $nearest } ({ $title })
keymap-conflict = { QUOTE($keys) } и клавиши строки { $line } начинаются одинаково. Оставить можно одно из двух
keymap-repeated = такая строка уже есть. Оставить можно одну
keymap-forbidden = клавиша { $key } не годится, потому что { $why }. Нужна другая
keymap-bound-and-unbound = команда { $command } ({ $title }) стоит и в списке unbound, и с клавишей. Оставить можно одно из двух
keymap-no-key = у команды { $command } ({ $title }) нет клавиши. Нужна клавиша или место в списке unbound
keymap-only-frail = клавиша команды { $command } ({ $title }) набирается не в каждой раскладке и не в каждом терминале. Нужна ещё буква или F-клавиша
keymap-out-of-reach = команду { $command } ({ $title }) не вызвать при { $layout } раскладке клавиатуры. Нужна ещё клавиша
keymap-out-of-reach-taken = команду { $command } ({ $title }) не вызвать при { $layout } раскладке клавиатуры, на { QUOTE($keys) } стоит { QUOTE($other) }. Нужна ещё клавиша
keymap-fault-and-more = { $n ->
    [one] { $first }; и ещё { $n } ошибка, см. smotr doctor
    [few] { $first }; и ещё { $n } ошибки, см. smotr doctor
    [many] { $first }; и ещё { $n } ошибок, см. smotr doctor
   *[other] { $first }; и ещё { $n } ошибки, см. smotr doctor
}
