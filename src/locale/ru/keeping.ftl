## Настройки хранилища и что из них действует

config-number = { $file }, строка { $line }: в поле { QUOTE($field) } нужно целое число от 1 до { $most }.
config-folder = { $file }, строка { $line }: в поле { QUOTE($field) } нужна отдельная папка, не занятая самим хранилищем.
config-unreadable = Файл не читается ({ $why }): { $file }. Действует то же, что без него.
doctor-archives = { $days ->
    [one] Архивы раз в день, каждый хранится { $days } день: { $folder }
    [few] Архивы раз в день, каждый хранится { $days } дня: { $folder }
    [many] Архивы раз в день, каждый хранится { $days } дней: { $folder }
   *[other] Архивы раз в день, каждый хранится { $days } дня: { $folder }
}
doctor-no-archives = Архивы выключены в config.toml
doctor-last-archive = Последний архив: { $date }, до записи № { $seq }
doctor-no-archive-yet = Последний архив: ещё не сделан
doctor-archives-unreadable = Папка архивов не читается: { $folder }
doctor-access = { $days ->
    [one] Журнал доступа хранится { $days } день, не больше { $megabytes } МБ
    [few] Журнал доступа хранится { $days } дня, не больше { $megabytes } МБ
    [many] Журнал доступа хранится { $days } дней, не больше { $megabytes } МБ
   *[other] Журнал доступа хранится { $days } дня, не больше { $megabytes } МБ
}

## Автоматические архивы

no-archive = Архив за сегодня не записан. Проверьте хранилище: smotr verify.
no-archive-full = Архив за сегодня не записан, на диске мало места. Освободите место и запишите его: smotr backup.
no-archive-access = Архив за сегодня не записан, нет прав на папку архивов. Какая она, покажет smotr doctor.
cli-verify-archive = Последний автоматический архив цел и совпадает с началом журнала: { $path } (записей — { $seq }).
cli-backup-served = Архив записывает та учётная запись, которой принадлежат данные: { $account }.
cli-backup-served-next = Выполните на сервере: sudo -u { $account } smotr --data /var/lib/smotr backup ФАЙЛ. Папка — та, что названа в файле службы.

## Журнал доступа

cli-access-about = Кто входил, что открывал и в чём отказано; для администратора
cli-option-access-user = Только действия этой учётной записи
cli-option-access-about = Только об этом человеке или организации
cli-name-day = ДЕНЬ
cli-option-since = С этого дня: 23.05.2026, вчера
cli-option-until = По этот день включительно
cli-option-json = Строки JSON, как они лежат в файле
cli-example-access-since = с этого дня
cli-example-access-about = кто открывал карточку и историю
log-joined = вход
log-left = выход
log-retired = вход не разрешён: больше не пользователь
log-stranger = вход не разрешён, такой учётной записи среди пользователей нет: { $account }
log-crowded = вход не разрешён, слишком много подключений: uid { $uid }
log-version = вход не разрешён, программа другой версии: uid { $uid }
log-shard = значения за { $period }
log-looked = карточка: { $what }
log-history = история: { $what }
log-journal = журнал
log-journal-of = журнал: { $what }
log-exported = выгрузка
log-took = выгрузка в файл · { $period }
log-read = журнал доступа
log-refused = отказано: { $why }
log-refused-at = отказано, { $why }: { $what }
log-no-rights = нет прав
log-conflict = расхождение с правкой коллеги
log-closed = период закрыт
log-rules = правка не по правилам
log-skipped = { $n ->
    [one] здесь пропущена { $n } строка
    [few] здесь пропущены { $n } строки
    [many] здесь пропущено { $n } строк
   *[other] здесь пропущено { $n } строки
}
log-unreadable = { $n ->
    [one] Не прочитана { $n } строка: запись оборвалась или её сделала более новая версия программы.
    [few] Не прочитаны { $n } строки: запись оборвалась или её сделала более новая версия программы.
    [many] Не прочитано { $n } строк: запись оборвалась или её сделала более новая версия программы.
   *[other] Не прочитано { $n } строки: запись оборвалась или её сделала более новая версия программы.
}
log-failed = Журнал доступа не читается.
log-failed-next = Проверьте права и место на диске у папки access в хранилище.
log-denied = Журнал доступа читает только администратор.
log-denied-next = Кто администратор, покажет smotr user list.
