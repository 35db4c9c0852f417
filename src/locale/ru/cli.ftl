### Командная строка

## Команды

cli-about = Мониторинг эффективности руководителей образовательных организаций
cli-after-help = Без команды открывается интерфейс. Со словами вместо команды («smotr ерёмин») сразу открывается найденная карточка.
cli-demo-about = Открыть демонстрационное хранилище; при первом запуске оно создаётся
cli-lookup-about = Найти по словам и напечатать карточку
cli-get-about = Напечатать значение
cli-set-about = Внести значение по тем же правилам, что и в интерфейсе
cli-export-about = Выгрузить все записи и журнал или таблицу значений
cli-verify-about = Сверить журнал с базой записей
cli-keys-about = Напечатать таблицу клавиш своего или другого набора
cli-doctor-about = Проверить терминал, кодировку, символы и хранилище
cli-verify-help = Читает весь журнал и сравнивает с ним каждую запись базы. Ничего не меняет. Код 0 — расхождений нет, 4 — есть.

## Параметры

cli-option-data = Папка с данными
cli-option-lang = Язык интерфейса
cli-option-keymap = Клавиши: russian, far, vim или файл
cli-option-reset = Создать демонстрационное хранилище заново; прежнее удаляется
cli-option-no-ui = Только создать хранилище, не открывая интерфейс
cli-option-organisations = Сколько организаций в демонстрационном хранилище
cli-option-years = Сколько учебных лет в демонстрационном хранилище
cli-option-seed = Начальное число для вымышленных данных: одно и то же число даёт одни и те же данные
cli-option-note = Примечание к значению; без параметра остаётся прежнее
cli-option-help = Показать справку
cli-option-version = Показать версию
cli-option-clear = Очистить значение вместо ввода нового

## Аргументы

cli-arg-words = Слова поиска: фамилия, номер школы, показатель, номер документа
cli-arg-period = Период, например 2025/26
cli-arg-indicator = Код показателя, например 6.2
cli-arg-whom = Организация или руководитель
cli-arg-value = Значение, как при вводе: 21/24, 87,5, 87,5 %, н/п: причина, нд: причина

## Имена значений в строке вызова

cli-name-folder = ПАПКА
cli-name-language = ЯЗЫК
cli-name-keymap = КЛАВИШИ
cli-name-number = ЧИСЛО
cli-name-words = СЛОВА
cli-name-period = ПЕРИОД
cli-name-indicator = ПОКАЗАТЕЛЬ
cli-name-whom = КТО
cli-name-value = ЗНАЧЕНИЕ
cli-name-text = ТЕКСТ
cli-name-command = КОМАНДА
cli-name-options = ПАРАМЕТРЫ

## Заголовки справки

cli-heading-usage = Вызов:
cli-heading-commands = Команды
cli-heading-options = Параметры
cli-heading-arguments = Аргументы
cli-default-value = по умолчанию: { $value }
cli-possible-values = возможные значения: { $values }
cli-heading-examples = Примеры:

## Примеры в справке

cli-example-set-ratio = 21 из 24
cli-example-set-numerator = 21 при прежнем знаменателе
cli-example-set-percent = только процент, без состава
cli-example-set-not-applicable = неприменимо
cli-example-set-note = с примечанием
cli-example-set-clear = очистить
cli-example-lookup-name = карточка руководителя
cli-example-lookup-number = карточка школы № 12
cli-example-lookup-document = документ по номеру
cli-example-get-number = показатель 6.2 школы № 12
cli-example-get-name = организация по названию
cli-example-get-head = организация по руководителю
cli-example-export = всё в один файл
cli-example-keys-own = свои клавиши, иначе русские
cli-example-keys-named = другой набор
cli-example-set-no-data = нет данных

## Ошибки вызова

cli-unknown-option = Нет параметра { $given }.
cli-unknown-command = Нет команды { $given }.
cli-unexpected-argument = Лишний аргумент { $given }.
cli-bad-value = Параметр { $option } не принимает значение { QUOTE($given) }.
cli-value-needed = Параметру { $option } нужно значение.
cli-value-not-needed = Параметр { $option } не принимает значения.
cli-given-twice = Параметр { $option } указан дважды.
cli-not-together = Вместе не годятся { $option } и { $other }.
cli-arguments-missing = Нужно указать ещё: { $missing }.
cli-either = { $first } или { $second }
cli-wanted-words = слова для поиска
cli-wanted-period = период
cli-wanted-indicator = код показателя
cli-wanted-whom = организацию или руководителя
cli-wanted-value = значение
cli-command-missing = Не указана команда.
cli-not-utf-eight = В строке вызова есть байты не в UTF-8.
cli-bad-call = Вызов не понят.
cli-did-you-mean = Возможно, имелось в виду { $suggestion }.
cli-see-help = Справка: { $command } --help
cli-choose-value = Возможные значения: { $values }.

## Что искали и чего нет

cli-nothing-found = По запросу { QUOTE($words) } ничего не найдено. Попробуйте фамилию, номер школы или код показателя.
cli-ambiguous = По запросу { QUOTE($words) } найдено несколько: { $found }. Уточните.
cli-no-period = Периода { QUOTE($name) } нет. Есть: { $known }.
cli-no-indicator = Показателя { QUOTE($code) } в этом периоде нет. Коды: { $known }.
cli-also-found = Ещё нашлось:
cli-no-organisations = Организаций в хранилище ещё нет. Откройте интерфейс (smotr) и добавьте первую командой { QUOTE(command-add-organisation) }.
cli-and-more = и ещё { $n }

## Значение: внесено, очищено, отклонено

cli-value-line = { $period } · { $indicator } · { $whom } — { $value }
cli-value-set = внесено: { $line }
cli-value-unchanged = без изменений: { $line }
cli-value-empty = Значение пустое, ничего не изменено.
cli-value-empty-next = Введите его, например 21/24; очистить ячейку: smotr set ПЕРИОД ПОКАЗАТЕЛЬ КТО --clear
cli-value-cleared = очищено: { $line }
cli-value-reopened = внесено: { $line }; снова «введено», было { QUOTE($was) }
cli-value-unusual = Внесено, но необычно. { $why } Если так и есть, поясните: --note ТЕКСТ
cli-known-denominator = { $parts } = { $value }, знаменатель прежний
cli-options = Варианты: { $options }.
cli-reason-next = Добавьте её после двоеточия: «н/п: причина» или «нд: причина».
cli-note-next = Добавьте пояснение: --note ТЕКСТ
cli-trouble-full-next = Освободите место и повторите.
cli-trouble-failed = Диск не записал изменение, значение прежнее.
cli-trouble-failed-next = Проверьте диск командой smotr doctor и повторите.
cli-value-replaced = ; было { $value }, { $who } { $when }

## Хранилище: создание и чтение

cli-demo-created = Демонстрационное хранилище создано: { $folder }
cli-demo-ready = Демонстрационное хранилище уже есть: { $folder }
cli-demo-progress = Создаётся демонстрационное хранилище
cli-replay-progress = Читается журнал
cli-no-home = Домашняя папка не найдена. Задайте переменную HOME.
cli-stranger = Вас ещё не добавили в это хранилище.
cli-stranger-next = Передайте администратору: smotr user add { $account } --role methodist
cli-former = Доступ учётной записи { $account } закрыт.
cli-former-next = Открыть его снова может администратор: smotr user add { $account } --role methodist
cli-not-founded = Хранилище не создано: { $reason }
cli-rebuilt = База записей построена заново по журналу; прежняя отложена: { $folder }
cli-not-demo = В папке { $folder } лежит не только демонстрационное хранилище. Выберите другую: smotr --data ПАПКА demo

## Сверка журнала с базой

cli-verify-progress = Сверяются журнал и база записей
cli-verify-good = Журнал прочитан целиком, контрольные суммы и цепочка сходятся (записей — { $seq }, изменений — { $changes }). База сверена с журналом (записей — { $records }). Расхождений нет.
cli-verify-bad = { $n ->
    [one] Найдено { $n } расхождение:
    [few] Найдено { $n } расхождения:
    [many] Найдено { $n } расхождений:
   *[other] Найдено { $n } расхождения:
}
cli-verify-bad-next = Журнал цел. Удалите папку sled в хранилище: при следующем запуске база построится заново.
cli-verify-missing = нет в базе: { $what }
cli-verify-different = отличается от журнала: { $what }
cli-verify-unreadable = не читается: { $what }
cli-verify-indexed = указатели истории не сходятся с журналом
cli-verify-torn = { $n ->
    [one] В папке torn { $n } обрывок журнала ({ $bytes } Б, с { $since }). Это незавершённая запись, о сохранении которой программа не сообщала. Делать ничего не нужно; если чего-то не хватает, передайте папку администратору.
    [few] В папке torn { $n } обрывка журнала ({ $bytes } Б, с { $since }). Это незавершённые записи, о сохранении которых программа не сообщала. Делать ничего не нужно; если чего-то не хватает, передайте папку администратору.
    [many] В папке torn { $n } обрывков журнала ({ $bytes } Б, с { $since }). Это незавершённые записи, о сохранении которых программа не сообщала. Делать ничего не нужно; если чего-то не хватает, передайте папку администратору.
   *[other] В папке torn { $n } обрывка журнала ({ $bytes } Б, с { $since }). Это незавершённые записи, о сохранении которых программа не сообщала. Делать ничего не нужно; если чего-то не хватает, передайте папку администратору.
}

## Набор клавиш

cli-no-keymap = Набора клавиш { $given } нет. Есть { $names }; можно указать и файл.
cli-keymap-not-utf-eight = { $given }:{ $line }: это не UTF-8. Сохраните файл в кодировке UTF-8.
cli-keymap-denied = { $given }: нет прав на чтение файла. Дайте их командой chmod u+r.
cli-keymap-is-folder = { $given }: это папка, а нужен файл. Уберите или переименуйте её.
cli-keymap-unread = { $given }: файл не читается ({ $why }). Проверьте диск.

## Терминал и остановка программы

cli-needs-terminal = Интерфейсу нужен терминал. В сценариях пользуйтесь командами lookup, get, set, export (smotr --help).
cli-broken = Смотр остановился: ошибка в программе ({ $message }).
cli-broken-report = Введённое сохранено, запустите смотр снова. Отчёт для разработчиков: { $path }
cli-broken-no-report = Введённое сохранено, запустите смотр снова. Отчёт записать не удалось.
cli-terminal-failed = Терминал не отвечает: { $why }. Откройте окно заново.
cli-not-utf-locale = Локаль { $name } не UTF-8, экран показать нельзя. Запустите так: LANG=ru_RU.UTF-8 smotr (PuTTY: Window > Translation > Remote character set: UTF-8)
no-locale = LANG is not UTF-8. If letters look wrong: LANG=C.UTF-8 smotr
cli-engine-broken = Программа сломалась: часть, которая ведёт хранилище, оборвалась. Всё, что показано сохранённым, сохранено.
cli-engine-broken-next = Запустите смотр снова.

## Проверка: терминал, кодировка, хранилище

doctor-terminal = Терминал: { $term }, { $columns }×{ $rows }
doctor-no-terminal = Терминал: нет, вывод идёт в файл или в программу
doctor-utf-eight = Кодировка: UTF-8 ({ $name })
doctor-not-utf-eight = Кодировка: { $name }, не UTF-8. В PuTTY выберите UTF-8 (Window > Translation > Remote character set), на сервере задайте LANG=ru_RU.UTF-8
doctor-glyphs = Знаки. Если в строке wgl4 видны квадраты, запускайте так: SMOTR_GLYPHS=ascii smotr
doctor-store = { $organisations ->
    [one] Хранилище: { $folder }, журнал до записи № { $seq }, { $organisations } организация
    [few] Хранилище: { $folder }, журнал до записи № { $seq }, { $organisations } организации
    [many] Хранилище: { $folder }, журнал до записи № { $seq }, { $organisations } организаций
   *[other] Хранилище: { $folder }, журнал до записи № { $seq }, { $organisations } организации
}
doctor-server = { $organisations ->
    [one] Сервер отвечает: { $socket }, журнал до записи № { $seq }, { $organisations } организация
    [few] Сервер отвечает: { $socket }, журнал до записи № { $seq }, { $organisations } организации
    [many] Сервер отвечает: { $socket }, журнал до записи № { $seq }, { $organisations } организаций
   *[other] Сервер отвечает: { $socket }, журнал до записи № { $seq }, { $organisations } организации
}
doctor-rebuilt = База записей была повреждена и построена заново по журналу; сохранённое цело.
doctor-store-read-only = { $organisations ->
    [one] Хранилище открыто только для чтения: { $folder }, журнал до записи № { $seq }, { $organisations } организация
    [few] Хранилище открыто только для чтения: { $folder }, журнал до записи № { $seq }, { $organisations } организации
    [many] Хранилище открыто только для чтения: { $folder }, журнал до записи № { $seq }, { $organisations } организаций
   *[other] Хранилище открыто только для чтения: { $folder }, журнал до записи № { $seq }, { $organisations } организации
}
doctor-no-store = Хранилища ещё нет: { $folder }. Оно появится при первом запуске smotr.
cli-server-version = Хранилище обслуживает программа другой версии: { $theirs }, а эта — { $own }.
cli-server-version-next = Если программу только что обновили, выйдите и запустите её снова; иначе скажите администратору.
cli-server-crowded = К хранилищу подключено слишком много окон.
cli-server-crowded-next = Закройте лишние окна программы и запустите её снова.
cli-socket-long = Слишком длинный путь к сокету (предел в байтах — { $most }): { $path }.
cli-socket-long-next = Укажите более короткий путь: --data или --socket.
cli-socket-occupied = На месте сокета лежит другой файл: { $path }.
cli-socket-occupied-next = Уберите этот файл и запустите программу снова.
cli-socket-served = Через этот сокет уже обслуживается другое хранилище: { $path }.
cli-socket-served-next = Остановите тот сервер или назовите другой сокет параметром --socket.
cli-no-server = Хранилище { $path } сейчас никто не обслуживает ({ $why }).
cli-no-server-next = Подождите минуту и повторите; если не поможет, скажите администратору: systemctl status smotr
cli-server-foreign = На сокете отвечает не смотр.
cli-server-foreign-next = Проверьте путь к сокету.
cli-server-silent = Сервер хранилища не ответил.
cli-outcome-unknown = Сервер пропал раньше, чем ответил, и неизвестно, записано ли изменение.
cli-outcome-unknown-next = Когда сервер снова работает, посмотрите, что записано (smotr get), и повторите, если нужно.
cli-serve-about = Обслуживать хранилище: несколько человек работают в нём сразу
cli-name-socket = СОКЕТ
cli-option-socket = Сокет сервера (переменная SMOTR_SOCKET)
cli-name-unit = ФАЙЛ
cli-option-print-unit = Вывести файл для systemd и ничего не запускать
cli-example-serve = служба отдела
cli-example-unit = файл службы
cli-serving = Хранилище { $store } обслуживается через { $socket }.
cli-served = Обслуживание завершено, всё записано.
cli-serve-failed = Службу запустить нельзя: { $why }.
cli-socket-exposed = В папку сокета может писать кто угодно: { $path }.
cli-socket-exposed-next = Выберите папку с правами 0750.
cli-socket-no-access = Нет прав на сокет сервера: { $path }.
cli-socket-no-access-next = Передайте администратору: usermod -aG smotr { $account }; затем войдите заново.
cli-served-store = Хранилище обслуживает сервер: { $socket }.
cli-served-store-next = Эта команда читает папку сама: остановите службу и назовите папку параметром --data.
cli-user-about = Пользователи хранилища: кто и что может
cli-user-add-about = Добавить пользователя
cli-user-role-about = Сменить роли
cli-user-scope-about = Сменить направления и организации методиста
cli-user-list-about = Все пользователи
cli-user-remove-about = Больше не пускать; сделанное остаётся
cli-name-account = УЧЁТНАЯ-ЗАПИСЬ
cli-name-date = ДАТА
cli-arg-account = Учётная запись в системе
cli-name-role = РОЛЬ
cli-arg-role = Роль
cli-option-name = Фамилия, имя и отчество
cli-option-direction = Номер направления; можно несколько раз
cli-option-scope-all = Все направления и все организации
cli-option-organisation = Номер или название организации; можно несколько раз
cli-no-user = Среди пользователей нет такой учётной записи: { $account }
cli-no-user-next = Всех покажет smotr user list.
cli-account-unknown = На этом компьютере нет учётной записи { QUOTE($account) }: войти под ней пока нельзя.
cli-user-has-name = За учётной записью { $account } уже числится { $name }.
cli-user-has-name-next = Уберите --name; для другого человека заведите другую учётную запись.
cli-scope-unknown = Не найдено или подходит нескольким: { $name }. Назовите номер или полное название.
cli-user-directions = направления { $directions }
cli-user-retired = больше не входит
cli-user-no-names = имена скрыты
cli-user-names-about = Открыть или скрыть имена, организации и тексты
cli-option-names = Видит имена; без параметра не видит только наблюдатель
cli-option-no-names = Вместо имён видит «ОО 07»
cli-option-show = Открыть
cli-option-hide = Скрыть
cli-example-user-names = вместо имён «ОО 07»
cli-user-deputy-about = Замещение руководителя отдела: назначить или завершить
cli-arg-deputy = Учётная запись того, кто замещает
cli-option-for = Кого замещают; без параметра — вас
cli-option-from = Первый день; без параметра — сегодня
cli-option-to = Последний день
cli-option-end = Завершить замещение: сегодня или в день --to
cli-example-user-deputy = замещать вас
cli-no-deputy = Замещения, которое можно завершить, нет: { $account }
cli-no-deputy-next = Кто кого замещает, покажет smotr user list.
cli-example-user-add = методист
cli-example-user-role = ещё и руководитель
cli-example-user-scope = направления 1 и 2
cli-completions-about = Дополнение команд для оболочки
cli-name-shell = ОБОЛОЧКА
cli-arg-shell = Оболочка
cli-man-about = Страница руководства
cli-backup-about = Записать архив: весь журнал одним сжатым файлом
cli-backup-help = Интерфейс и другие окна можно не закрывать. Записанное прочитывается и сверяется с журналом, и только потом получает имя. Внутри строки JSON: zstd -dc ФАЙЛ.
cli-name-file = ФАЙЛ
cli-arg-backup-file = Куда записать; без имени — smotr-ДАТА.jsonl.zst в текущей папке
cli-option-replace = Заменить файл, если он уже есть
cli-arg-archive = Архив: проверить его и сверить с хранилищем
cli-backup-progress = Пишется архив
cli-backup-done = Архив записан и сверен с журналом: { $path } (записей — { $seq }, изменений — { $changes }).
cli-archive-good = Архив цел, прочитана каждая строка: { $path } (записей — { $seq }, изменений — { $changes }). Он совпадает с началом журнала хранилища.
cli-archive-alone = Архив цел, прочитана каждая строка: { $path } (записей — { $seq }, изменений — { $changes }). Хранилища здесь нет, сверять не с чем.
cli-archive-exists = Такой файл уже есть: { $path }.
cli-archive-exists-next = Назовите другой или добавьте --replace.
cli-archive-damaged = Архив повреждён: { $path }, строка { $line }.
cli-archive-damaged-whole = Файл повреждён или это не архив: { $path }.
cli-archive-damaged-next = Возьмите другой архив; целое хранилище даст новый: smotr backup.
cli-archive-newer = Архив записан более новой версией программы: { $path }, формат { $found }.
cli-archive-newer-next = Обновите программу.
cli-archive-differs = Архив цел, но с записи { $seq } расходится с хранилищем: { $path }.
cli-archive-foreign = Архив цел, но сделан с другого хранилища: { $path }.
cli-archive-differs-next = Ничего не удаляйте; проверьте хранилище: smotr verify.
cli-archive-full = На диске нет места для архива: { $path }.
cli-archive-full-next = Освободите место или назовите другой диск; хранилище не изменилось.
cli-not-empty = Папка не пуста: { $path }.
cli-not-empty-next = Ничего не изменено. Назовите другую папку: smotr --data ПАПКА restore ФАЙЛ; прежнее хранилище переименуйте, но не удаляйте.
cli-restore-about = Восстановить хранилище из архива в пустую папку
cli-arg-restore = Архив, сделанный smotr backup или программой самой
cli-example-restore = хранилище в новой папке
cli-restore-progress = Хранилище восстанавливается
cli-restored = Хранилище восстановлено из архива { $path }: { $store } (записей в журнале — { $seq }, изменений — { $changes }, записей в базе — { $records }). Журнал и база сверены, расхождений нет.
cli-restore-no-ledger = Файла erasures.jsonl рядом с архивом нет. Если после этого архива удаляли персональные данные, они снова здесь: восстановите в другую папку с параметром --erasures.
cli-restore-bad = Хранилище восстановлено, но база не сходится с журналом.
cli-restore-bad-next = Подробности: smotr verify.
