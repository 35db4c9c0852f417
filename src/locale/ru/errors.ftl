### Отказы и ошибки: что произошло и что делать

## Кто-то успел раньше

refusal-conflict-value = { $subject }: за это время внесено { $value } — { $who }.
refusal-conflict-cleared = { $subject }: за это время значение очищено ({ $who }).
refusal-conflict-value-next = Введённое сохранено: выберите, какое значение остаётся.
refusal-conflict-record = { $subject }: за это время запись изменена ({ $who }).
refusal-conflict-record-next = Введённое сохранено: сравните с новой записью и внесите ещё раз.
refusal-conflict-gone = { $subject }: за это время запись убрана.
refusal-conflict-gone-next = Введённое сохранено: добавьте запись заново, если она нужна.

## Нельзя сейчас или этому человеку

refusal-period-closed = Период { $period } закрыт, его итоги не меняются.
refusal-period-closed-next = Ввод — в открытом периоде; ошибку в закрытом исправляет руководитель отдела, с основанием.
refusal-period-planned = Ввод за период { $period } ещё не открыт.
refusal-period-planned-next = Выберите другой период; открывает периоды руководитель отдела или администратор.
refusal-not-loaded = Значения за период { $period } ещё не прочитаны с диска.
refusal-not-loaded-next = Повторите через несколько секунд.
refusal-denied = Для этого нужна роль { QUOTE($role) }.
refusal-outside = Это вне ваших направлений и организаций.
refusal-who-may = { $n ->
    [one] Это может другой сотрудник ({ $names }).
    [few] Это могут другие сотрудники ({ $names }).
    [many] Это могут другие сотрудники ({ $names }).
   *[other] Это могут другие сотрудники ({ $names }).
}
refusal-role-may = Это может другой сотрудник с ролью { QUOTE($role) }.
refusal-ask-role = Обратитесь к сотруднику с этой ролью или к администратору.
refusal-ask-in-scope = Обратитесь к сотруднику, который за них отвечает, или к администратору.
refusal-nobody-may = { $n ->
    [0] Сейчас этого права ни у кого нет: передайте администратору команду { QUOTE($call) }.
    [one] Сейчас этого права ни у кого нет: передайте администратору ({ $names }) команду { QUOTE($call) }.
    [few] Сейчас этого права ни у кого нет: передайте администратору ({ $names }) команду { QUOTE($call) }.
    [many] Сейчас этого права ни у кого нет: передайте администратору ({ $names }) команду { QUOTE($call) }.
   *[other] Сейчас этого права ни у кого нет: передайте администратору ({ $names }) команду { QUOTE($call) }.
}
refusal-able-until = { $who } — замещение до { $day }
refusal-already-stood-in = Замещение уже назначено: { $head } → { $deputy }, с { $from } по { $to }.
refusal-already-stood-in-next = Выберите другие дни или сначала завершите это замещение.
refusal-not-head = У пользователя { $account } нет роли «руководитель отдела».
refusal-not-head-next = Замещают только руководителя отдела; роли назначает администратор.
refusal-own-deputy = Никто не замещает самого себя.
refusal-own-deputy-next = Выберите другого сотрудника.
refusal-retired = Пользователь { $account } больше не допущен.
refusal-retired-next = Сначала верните доступ командой smotr user add { $account }.
refusal-own-entry = { $subject }: своё значение не утверждают.
refusal-wrong-state = { $subject }: из состояния { QUOTE($state) } этот шаг невозможен.
refusal-wrong-state-next = Посмотрите историю записи и выберите другой шаг.
refusal-wrong-step = { $subject }: сейчас этот шаг невозможен.
refusal-edition-published = Редакция каталога опубликована и больше не меняется.
refusal-edition-published-next = Внесите изменение в новую редакцию.

## Нет такого или уже есть

refusal-missing = Записи нет: { $subject }.
refusal-missing-next = Возможно, её добавление отменено. Найдите её через поиск.
refusal-wrong-kind = { $subject }: под этим номером стоит запись другого вида.
refusal-wrong-kind-next = Исправьте файл, из которого загружаются записи.
refusal-taken = Запись уже есть: { $subject }.
refusal-taken-next = Откройте её и внесите изменение там.
refusal-in-use = { $subject }: на эту запись ссылается другая ({ $by }).
refusal-in-use-next = Сначала уберите ссылку, затем повторите.
refusal-in-use-by-period-next = Сначала переведите период на другую редакцию, F8 → «Периоды», затем повторите.
refusal-duplicate-number = Номер { $number } уже занят: { $holder }.
refusal-duplicate-number-next = Введите другой номер.
refusal-duplicate-period = Период { $name } уже есть.
refusal-duplicate-period-next = Введите другое название.

## Значение не подходит

refusal-wrong-measure = { $subject }: здесь вносится { $measure }.
refusal-number-next = Введите число, например 12 или 87,5.
refusal-ratio-next = Введите часть и целое, например 21/24, или процент со знаком: 87,5 %.
refusal-choice-next = Выберите вариант цифрой или пробелом.
refusal-computed = { $subject }: значение вычисляется, вносить его не нужно.
refusal-computed-next = Внесите то, из чего оно вычисляется.
refusal-computed-from-next = Внесите показатель { $indicator }: из него оно вычисляется.
refusal-not-collected = { $subject }: показатель здесь не собирается.
refusal-not-collected-next = Перейдите к другой строке.
refusal-zero-denominator = Знаменатель — ноль.
refusal-zero-denominator-next = Если считать не от чего, внесите «н/п» с причиной.
refusal-not-whole = { $number } — не целое число.
refusal-not-whole-next = Введите целое: дробных значений здесь не бывает.
refusal-out-of-range = { $number } не подходит: возможно от { $min } до { $max }.
refusal-out-of-range-next = Проверьте число и введите заново.
refusal-below-min = { $number } не подходит: возможно от { $min }.
refusal-above-max = { $number } не подходит: возможно до { $max }.
refusal-part-exceeds-whole = Числитель { $part } больше знаменателя { $whole }.
refusal-part-exceeds-whole-next = Проверьте, не поменялись ли они местами.
refusal-no-such-option = Такого варианта нет.
refusal-no-such-option-next = Введите цифру от 1 до { $n }.
refusal-reason-required = Не указана причина.
refusal-reason-required-next = Выберите её цифрой или напишите.
refusal-note-required = { $subject }: к такому значению нужно примечание.
refusal-note-required-next = Напишите, чем оно объясняется.
refusal-nothing-to-submit = { $subject }: сдавать нечего, значения нет.
refusal-nothing-to-submit-next = Внесите значение, «н/п» или «нет данных».

## Отменять нечего

refusal-nothing-to-undo = Отменять нечего.
refusal-nothing-to-undo-next = Отменяются только собственные изменения.
refusal-nothing-to-redo = Повторять нечего.
refusal-nothing-to-redo-next = Повторяется только то, что отменено последним.
refusal-too-old = Изменение № { $seq } слишком давнее, отменить его нельзя.
refusal-too-old-next = Внесите прежнее значение вручную: оно есть в истории.
refusal-erased = В изменении № { $seq } были персональные данные, которые удалены, вернуть его нельзя.
refusal-erased-next = Внесите нужное заново.
refusal-person-erased = Персональные данные удалены раньше: { $person }.
refusal-person-erased-next = Второй раз удалять нечего.
refusal-person-uses = Это лицо работает в программе, учётная запись { $account }.
refusal-person-uses-next = Сначала закройте вход: smotr user remove { $account }.
refusal-name-in-reason = Основание называет само лицо, а хранится дольше его данных.
refusal-name-in-reason-next = Укажите документ без фамилии, например «заявление, вх. № 15 от 01.06.2026».
refusal-no-change = Изменений нет.
refusal-no-change-next = Так уже записано.

## Поле не подходит

refusal-empty = Не заполнено: { $field }.
refusal-empty-next = Заполните и сохраните ещё раз.
refusal-too-long = Слишком длинно: { $field } — { $given } зн., а можно { $max }.
refusal-too-long-next = { $n ->
    [one] Сократите на { $n } знак.
    [few] Сократите на { $n } знака.
    [many] Сократите на { $n } знаков.
   *[other] Сократите на { $n } знака.
}
refusal-too-large = Слишком много текста в одной записи, хранится не больше { $limit } КБ: { $subject }.
refusal-too-large-next = Сократите текст, а целиком приложите документом.
refusal-too-much = Изменение больше, чем журнал принимает за один раз.
refusal-too-much-next = Разделите его на части.
refusal-too-many = Слишком много: { $field } — { $given }, а можно { $max }.
refusal-too-many-next = Разделите на несколько.
refusal-too-many-decimals = Слишком много знаков после запятой.
refusal-too-many-decimals-next = { $n ->
    [one] Оставьте не больше { $n } знака.
    [few] Оставьте не больше { $n } знаков.
    [many] Оставьте не больше { $n } знаков.
   *[other] Оставьте не больше { $n } знака.
}
refusal-unprintable = Есть невидимые знаки: { $field }.
refusal-unprintable-next = Наберите это место заново.
refusal-date-before = Слишком рано: { $field } — { $given }.
refusal-date-before-next = Введите дату не раньше { $earliest }.
refusal-date-after = Слишком поздно: { $field } — { $given }.
refusal-date-after-next = Введите дату не позже { $latest }.
refusal-incomplete-document = В документе не указано: { $field }.
refusal-incomplete-document-next = Дополните реквизиты: акт узнают по дате и номеру.
refusal-no-words = Ни одной буквы: { $field }.
refusal-no-words-next = Напишите словами и сохраните ещё раз.

## Набранное не читается

number-empty = Число не введено.
number-unreadable = Это не число.
number-two-signs = Два десятичных разделителя: непонятно, где дробная часть.
number-two-signs-next = Оставьте один: 1234,5.
number-bad-grouping = Пробелы стоят не между тысячами.
number-bad-grouping-next = Введите слитно или так: 1 234 567.
number-too-long = Слишком много цифр.
number-too-long-next = Цифр до запятой — не больше { $whole }, после — не больше { $fraction }.
date-empty = Дата не введена.
date-unreadable = Это не дата.
date-next = Введите 15.12, 15.12.2026 или +30.
date-does-not-exist = Такой даты нет: { $date }.
date-does-not-exist-next = Проверьте день и месяц.
date-out-of-range = Дата слишком далеко.
date-out-of-range-next = Год — с { $first } по { $last }, сдвиг — не больше { $days }.

## Набранное в ячейке не читается

entry-computed = Значение вычисляется, вносить его не нужно.
entry-not-a-ratio = Это не доля.
entry-negative-part = { $number } — меньше нуля.
entry-denominator-unknown = Неизвестно, из скольких.
entry-denominator-unknown-next = Введите обе части: { $part }/…
entry-percent-or-mistake = { $percent } — это процент или доля?
entry-percent-next = Процент введите со знаком, { $percent } %, а долю — обеими частями, например 21/24.
entry-ratio-or-percent-next = Введите { $part }/{ $whole } или { $percent } % — со знаком.
entry-grouping-or-ratio = Пробел здесь между тысячами или между частями?
entry-grouping-or-ratio-next = Введите { $number } или { $part }/{ $whole }.
entry-percent-not-here = Знак процента здесь лишний.
entry-percent-not-here-next = Введите число без него.
entry-several-options = Так начинается несколько вариантов.
entry-several-options-next = Введите цифру: { $numbers }.

## Диск и связь

trouble-full = На диске нет места: изменения не принимаются, читать можно.
trouble-full-next = Освободите место; запись возобновится сама.
trouble-read-only = Хранилище открыто только для чтения.
trouble-read-only-next = Причину покажет команда smotr verify.
trouble-failed = Диск не записал изменение.
trouble-failed-next = Введённое сохранено. Проверьте диск: smotr doctor.
answer-unknown = Неизвестно, записано ли изменение.
answer-unknown-next = Программа уточнит это сама; введённое сохранено.
link-lost = связь потеряна, правки сохранены
not-written-failed = Не записано: ошибка диска. Введённое сохранено как незаконченная запись; сообщите администратору.
not-written-full = Не записано: на диске нет места. Введённое сохранено; когда место появится, подтвердите его снова.
not-written-read-only = Не записано: хранилище открыто только для чтения. Введённое сохранено; сообщите администратору.
unkept = Незаконченная запись не сохранена на диске: она есть только на экране. Не выходите; сообщите администратору.
writing-failed = Файл не записан: { $why }.
writing-stopped-failed = запись остановлена: ошибка диска
writing-stopped-full = запись остановлена: нет места
writing-stopped-read-only = только чтение
written-to = Записано: { $path }
written-all = { $n ->
    [one] Записан { $n } файл
    [few] Записаны { $n } файла
    [many] Записано { $n } файлов
   *[other] Записаны { $n } файла
 } в папку { $path }
not-written-lost = Не записано: на диске нет того, что уже было записано. Введённое сохранено; прекратите работу и сообщите администратору.
not-written-unreadable = Не записано: не читаются данные, на которых основано изменение. Введённое сохранено; сообщите администратору.
not-written-broken = Не записано: сбой программы на этом изменении. Введённое сохранено; остальное записывается, сообщите разработчику.
writing-stopped-lost = запись остановлена: на диске пропали данные
trouble-lost = На диске нет того, что уже было записано.
trouble-lost-next = Ничего не записывайте; сверьте хранилище с копией: smotr verify.
trouble-unreadable = Не читаются данные, на которых основано изменение.
trouble-broken = Сбой программы на этом изменении, значение прежнее.
trouble-broken-next = Сообщите разработчику, что именно вносилось.

## Что не прочитано

unreadable-history = История не читается: ошибка диска. Откройте её снова; если не поможет, сообщите администратору.
unreadable-reasons = Причины исправлений не читаются: ошибка диска. Откройте историю снова; если не поможет, сообщите администратору.
unreadable-journal = Журнал не читается: ошибка диска. Пролистайте ещё раз; если не поможет, сообщите администратору.
unreadable-shard = Значения периода не читаются: ошибка диска. Выберите период снова; если не поможет, сообщите администратору.

## Файл TOML, который не читается

toml-syntax = { $file }, строка { $line }: { $detail }.
toml-syntax-at = { $file }, строка { $line }, знак { $column }: { $detail }.
toml-twice = { $file }, строка { $line }: поле { QUOTE($field) } в этой таблице уже есть. Оставьте одно.
toml-words-twice = такое поле здесь уже есть, оставьте одно
toml-words-value = значение не читается; текст пишется в кавычках, дробное число через точку, да и нет как true и false
toml-words-no-value = за названием поля нужны знак = и одно значение
toml-words-quote = у текста нет открывающей или закрывающей кавычки
toml-words-sign = стоит непечатаемый знак, уберите его
toml-words-escape = после обратной косой черты стоит не то; сама черта пишется дважды
toml-words-bracket = не хватает открывающей или закрывающей скобки
toml-words-comma = между значениями нужна запятая, и только одна
toml-words-key = название поля пишется латинскими буквами, как в выгруженном файле
toml-words-number = число или дата не читаются; число пишется 3.5, дата 2023-09-01
toml-words-more = за значением стоит лишнее; дробное число пишется через точку
toml-words-deep = скобок внутри скобок слишком много
toml-words-other = строка записана не по правилам TOML
toml-unknown = { $file }, строка { $line }: поля { QUOTE($field) } не существует. Проверьте название или уберите строку.
toml-missing = { $file }, строка { $line }: не хватает поля { QUOTE($field) }. Добавьте его.
toml-wants-text = { $file }, строка { $line }: в поле { QUOTE($field) } нужен текст в кавычках.
toml-wants-words = { $file }, строка { $line }: поле { QUOTE($field) } не может быть пустым.
toml-wants-number = { $file }, строка { $line }: в поле { QUOTE($field) } нужно число, дробное через точку.
toml-wants-whole = { $file }, строка { $line }: в поле { QUOTE($field) } нужно целое число, не меньше нуля.
toml-wants-positive = { $file }, строка { $line }: в поле { QUOTE($field) } нужно число больше нуля.
toml-wants-truth = { $file }, строка { $line }: в поле { QUOTE($field) } нужно true или false.
toml-wants-date = { $file }, строка { $line }: в поле { QUOTE($field) } нужна дата, например 2023-09-01.
toml-wants-day-month = { $file }, строка { $line }: в поле { QUOTE($field) } нужны день и месяц в кавычках, например 20.05.
toml-wants-list = { $file }, строка { $line }: в поле { QUOTE($field) } нужен список в квадратных скобках.
toml-wants-table = { $file }, строка { $line }: в поле { QUOTE($field) } нужна таблица.
toml-not-one-of = { $file }, строка { $line }: в поле { QUOTE($field) } стоит { QUOTE($given) }, а возможны { $names }.
toml-unresolved = { $file }, строка { $line }: поле { QUOTE($field) } называет { QUOTE($given) }, а в файле этого нет. Проверьте название.
toml-duplicate = { $file }, строка { $line }: в поле { QUOTE($field) } второй раз стоит { QUOTE($given) }. Оставьте одно.
toml-scale = { $file }, строка { $line }: ступени в поле { QUOTE($field) } должны идти по порядку, без повторов.
toml-two-edges = { $file }, строка { $line }: в поле { QUOTE($field) } второе начало той же ступени. Оставьте одно, from или above.
toml-options = { $file }, строка { $line }: варианты в поле { QUOTE($field) } должны совпадать с вариантами показателя, в том же порядке.
toml-unprintable = { $file }, строка { $line }: в поле { QUOTE($field) } есть непечатаемый знак. Уберите его.

## Хранилище не открывается или не читается

store-io = Файл недоступен: { $path } ({ $reason }).
store-io-next = Проверьте, что диск подключён и папка доступна, и повторите.
store-no-access = Нет прав: { $path }.
store-no-access-next = Войдите под учётной записью владельца папки или укажите другую папку: --data ПАПКА.
store-network = Папка на сетевом диске ({ $system }): { $path }.
store-network-next = Блокировкам и записи на таком диске доверять нельзя. Держите хранилище на диске самой машины (--data ПАПКА), а с других машин входите по SSH.
store-exposed = Папка открыта другим: { $path }.
store-exposed-next = Она принадлежит не вам, или в ней лежит не только хранилище. Закройте её (chmod 700) или укажите другую: --data ПАПКА.
store-owned = Папка принадлежит учётной записи { $account }: { $path }.
store-owned-next = Файлы, созданные здесь от вашего имени, ей не прочитать. Выполните от её имени: sudo -u { $account } smotr …
store-held = Хранилище открыто в другом окне (процесс { $pid }, учётная запись { $account }).
store-held-next = Закройте то окно и повторите. Если его не видно, обратитесь к администратору (номер процесса { $pid }).
store-held-since = Хранилище открыто в другом окне (процесс { $pid }, учётная запись { $account }, с { $since }).
store-served = Хранилище обслуживает сервер (процесс { $pid }, учётная запись { $account }).
store-served-since = Хранилище обслуживает сервер (процесс { $pid }, учётная запись { $account }, с { $since }).
store-served-unit-next = Остановите его и повторите: systemctl stop { $unit }. Потом верните командой systemctl start { $unit }.
store-served-next = Остановите его и повторите (номер процесса { $pid }); затем запустите снова.
store-held-by-somebody = Хранилище открыто в другом окне.
store-held-by-somebody-next = Закройте то окно и повторите.
store-newer = Хранилище записано более новой версией программы: формат { $found }, здесь известен { $known }.
store-newer-next = Обновите программу; до этого хранилище не меняется.
store-absent = Хранилища здесь нет: { $path }.
store-absent-next = Укажите его папку: --data ПАПКА. Новое хранилище создаёт smotr без команды.
store-missing = Хранилище неполно, нет части: { $path }.
store-missing-next = Верните её из копии: поверх прежнего новое хранилище не создаётся.
store-foreign = Файл из другого хранилища: { $path }.
store-foreign-next = Уберите его и верните свой файл из копии.
store-damaged = Журнал повреждён, не читаются записи с № { $first } ({ $path }, байт { $offset }; { $fault }).
store-damaged-next = Хранилище открыто только для чтения. Верните журнал из копии; то, что читается, выгрузит smotr export.
store-damaged-range = Журнал повреждён, не читаются записи с № { $first } по № { $last } ({ $path }, байт { $offset }; { $fault }).
store-unreadable = Записанное не читается: { $what } ({ $reason }).
store-unreadable-next = Запустите smotr verify и передайте его ответ администратору.
store-state = База записей не открывается: { $path } ({ $reason }).
store-state-next = Откройте программу ещё раз: база построится заново по журналу, данные целы.
store-closed = Изменения больше не принимаются.
store-closed-next = Закройте программу и откройте снова; введённое сохранено.
store-limits = Изменение слишком велико для журнала ({ $reason }).
store-limits-next = Разделите его на части.
store-too-long = Запись слишком длинна: хранится не больше { $limit } КБ.
store-too-long-next = Сократите текст, а целиком приложите документом.
store-torn = { $bytes ->
    [one] Последняя запись журнала оборвана: { $bytes } байт отложен в { $path }.
    [few] Последняя запись журнала оборвана: { $bytes } байта отложены в { $path }.
    [many] Последняя запись журнала оборвана: { $bytes } байт отложено в { $path }.
   *[other] Последняя запись журнала оборвана: { $bytes } байта отложены в { $path }.
}
store-torn-next = Сохранённое цело: программа ещё не сообщала, что эта запись принята.
store-full = На диске нет места, хранилище не открыть: { $path }.
store-full-next = Освободите место и повторите; сохранённое цело.

## Что сказала система

io-not-found = файла нет
io-denied = нет прав
io-full = на диске нет места
io-read-only = диск только для чтения
io-too-large = файл слишком велик
io-busy = файл занят
io-other = ошибка системы { $code }

## Что не так с байтами журнала

fault-short = запись оборвана
fault-magic = не начало записи
fault-length = невозможная длина
fault-checksum = не сходится контрольная сумма
fault-chain = не продолжает предыдущую запись
fault-contents = содержание не разбирается
fault-parts = не все части
fault-segment = нет файла или его заголовка
fault-lost = нет записей, которые были применены
trouble-too-much = Слишком много изменений за один раз.
trouble-too-much-next = Внесите их частями.
not-written-too-much = Не записано: слишком много изменений за один раз. Внесите их частями.
refusal-last-administrator = Тогда у хранилища не останется администратора.
refusal-last-administrator-next = Сначала назначьте другого: smotr user role.
refusal-names-hidden = Имена и тексты для вас скрыты, поэтому менять и создавать записи с ними нельзя.
refusal-names-hidden-next = Открыть имена может администратор: smotr user names.
refusal-administrator-sees-names = Администратор видит имена: он ведёт пользователей и организации.
refusal-administrator-sees-names-next = Сначала откройте имена или снимите роль администратора: smotr user names, smotr user role.

## Что находит проверка за работой, и когда места мало

writing-stopped-damaged = журнал повреждён, только чтение
writing-scarce = на диске осталось { $mib } МБ
writing-scarce-short = мало места
room-scarce = На диске осталось { $mib } МБ. Освободите место заранее.
not-written-damaged = Не записано: журнал повреждён. Введённое сохранено; сообщите администратору.
journal-damaged = Журнал повреждён, не читаются записи с № { $first }. Изменения не принимаются, читать можно. Сообщите администратору: подробности покажет smotr doctor.
journal-damaged-range = Журнал повреждён, не читаются записи с № { $first } по № { $last }. Изменения не принимаются, читать можно. Сообщите администратору: подробности покажет smotr doctor.
read-anew = Показаны свежие данные.
trouble-damaged = Журнал повреждён: изменения не принимаются, читать можно.
trouble-damaged-next = Что повреждено и что делать, скажет smotr doctor.
