### Сбор данных: запрошено, получено, принято

kind-collection = сбор данных
name-collection = сбор данных за { $period } · { $organisation }
field-collecting = последнее
receipt-paper = бумага
receipt-letter = письмо
receipt-file = файл
collecting-not-requested = не запрошено
collecting-requested = запрошено
collecting-returned = возвращено
collecting-received = получено
collecting-accepted = принято
paper-without-number = б/н от { $date }
paper-outgoing = исх. № { $number } от { $date }
paper-incoming = вх. № { $number } от { $date }
collected-requested = запрос направлен, { $paper }
collected-received = данные получены, { $paper }, { $form }
collected-accepted = данные приняты { $date }
collected-returned = данные возвращены на доработку { $date }: { $reason }
collected-returned-until = данные возвращены на доработку { $date } до { $until }: { $reason }
collected-reminded = направлено напоминание, { $paper }
deed-collected = { $whom }: { $what } (сбор за { $period })
deed-collected-right = { $whom }: исправлена отметка { QUOTE($what) } (сбор за { $period })
deed-collected-back = { $whom }: снята отметка { QUOTE($what) } (сбор за { $period })
command-collecting = Сбор данных
command-collect-requested = Запрос направлен
command-collect-received = Данные получены
hint-collect-received = получено
hint-to-file-to-print = в файл, для печати
words-collecting = сбор данных запрос получено не прислали просрочили напоминание
words-collect-requested = запрос исходящий исх разослано
words-collect-received = получено получены данные входящий вх принесли прислали
order-by-stage = по этапу
order-by-late = по просрочке
wanted-all = все
wanted-not-requested = не запрошено
wanted-not-sent = не прислали
wanted-late = просрочили
wanted-returned = возвращено на доработку
wanted-not-accepted = получено, не принято
wanted-not-entered = получено, внесено не всё
wanted-accepted = принято
wanted-to-mend = есть значения на доработке
wanted-on-review = есть значения на проверке
collecting-to-mend = { $n ->
    [one] на доработке { $n } значение
    [few] на доработке { $n } значения
    [many] на доработке { $n } значений
   *[other] на доработке { $n } значения
}
collecting-on-review = { $n ->
    [one] на проверке { $n } значение
    [few] на проверке { $n } значения
    [many] на проверке { $n } значений
   *[other] на проверке { $n } значения
}
caption-to-mend = Дораб.
caption-on-review = Пров.
concerns-returned = { $n ->
    [one] { $who }: на доработку возвращено { $n } значение ({ $names })
    [few] { $who }: на доработку возвращены { $n } значения ({ $names })
    [many] { $who }: на доработку возвращено { $n } значений ({ $names })
   *[other] { $who }: на доработку возвращены { $n } значения ({ $names })
}
concerns-approved = { $n ->
    [one] { $who }: утверждено { $n } значение ({ $names })
    [few] { $who }: утверждены { $n } значения ({ $names })
    [many] { $who }: утверждено { $n } значений ({ $names })
   *[other] { $who }: утверждены { $n } значения ({ $names })
}
concerns-submitted = { $n ->
    [one] { $who }: на проверку сдано { $n } значение ({ $names })
    [few] { $who }: на проверку сданы { $n } значения ({ $names })
    [many] { $who }: на проверку сдано { $n } значений ({ $names })
   *[other] { $who }: на проверку сданы { $n } значения ({ $names })
}
concerns-replaced = { $n ->
    [one] { $who }: заменено внесённое вами, { $n } значение ({ $names })
    [few] { $who }: заменено внесённое вами, { $n } значения ({ $names })
    [many] { $who }: заменено внесённое вами, { $n } значений ({ $names })
   *[other] { $who }: заменено внесённое вами, { $n } значения ({ $names })
}
concerns-undone = { $n ->
    [one] { $who }: шаг отменён, { $n } значение снова { QUOTE($state) } ({ $names })
    [few] { $who }: шаг отменён, { $n } значения снова { QUOTE($state) } ({ $names })
    [many] { $who }: шаг отменён, { $n } значений снова { QUOTE($state) } ({ $names })
   *[other] { $who }: шаг отменён, { $n } значения снова { QUOTE($state) } ({ $names })
}
collecting-deadline = срок { $date }
collecting-late = { $n ->
    [one] просрочила { $n } организация
    [few] просрочили { $n } организации
    [many] просрочили { $n } организаций
   *[other] просрочили { $n } организации
}
collecting-shown = { $what }: { $n }, { $order }
collecting-marked = выделено ОО: { $n }
collecting-nobody = Таких организаций нет.
caption-stage = Этап
caption-request = Исх. №
caption-receipt = Вх. №
caption-late = Просрочка
paper-short = { $number } от { $date }
move-accept = Данные приняты
move-return = Вернуть присланное
move-remind = Напоминание направлено
move-correct = Исправить запрос
move-asked-already = { $organisation }: { $stage }, ответа ещё нет. Повторное письмо — «Напоминание направлено», опечатка в прежнем — «Исправить запрос».
request-begins = Запрос был раньше того, что отмечено: встанет первым.
request-again = Новый запрос: прежние отметки остаются, данные снова ждём.
last-incoming = последний — № { $number } от { $date }
move-take-back = Снять отметку
move-take-back-of = Снять отметку: { $what }
move-take-back-differs = Последние отметки у выделенных ОО разные. Снимайте их по одной.
move-not-now = { $organisation }: { $stage }. Отметить { QUOTE($what) } сейчас нельзя.
move-of-how-many = { $n } из { $of }
label-receipt-form = Вид
label-source-of-next = Источник ввода
source-of-next = этот документ — для следующих значений
source-left = оставить как есть
button-note = Отметить
nothing-noted-yet = Отметок ещё нет.
collecting-left-out = Не подходит, отмечено не будет ({ $n }): { $names }
collecting-asked = Запрос уже отмечен и останется прежним ({ $n }): { $names }. Повторный — «Напоминание направлено».
collecting-not-entered = Внесено не всё ({ $n }): { $names }
collecting-sent-back = возвращено { $date }: { $reason }
collecting-sent-back-until = возвращено { $date }, ждём до { $until }: { $reason }
until-as-before = Пусто — прежний срок, { $date }.
until-none = Пусто — без срока: просрочки не будет.
hint-to-values = значения
hint-mark-stage = отметить
heading-collected = Ход сбора
heading-missing = Не внесено

command-reminder = Текст напоминания
words-reminder = напоминание текст письмо не прислали
move-letter = Текст напоминания
reminder = Напоминание
reminders = Напоминания
reminder-subject = О представлении данных для мониторинга эффективности руководителей
reminder-to = Организация:
reminder-head = Руководитель:
reminder-asked = По запросу ({ $paper }) организация представляет данные для мониторинга эффективности руководителей за период { $period } с { $from } по { $to }.
reminder-expected = Организация представляет данные для мониторинга эффективности руководителей за период { $period } с { $from } по { $to }.
reminder-term = Срок представления данных — { $date }.
reminder-nothing = По состоянию на { $date } данные от организации не поступили.
reminder-partly = По состоянию на { $date } внесены данные не по всем показателям.
reminder-returned = Представленные данные ({ $paper }) возвращены на доработку: { $reason }.
reminder-again = Срок повторного представления — { $date }.
reminder-late = { $n ->
    [one] Просрочка — { $n } день.
    [few] Просрочка — { $n } дня.
    [many] Просрочка — { $n } дней.
   *[other] Просрочка — { $n } дня.
}
reminder-missing = { $n ->
    [one] Не внесено { $n } значение из { $of }, по показателям:
    [few] Не внесено { $n } значения из { $of }, по показателям:
    [many] Не внесено { $n } значений из { $of }, по показателям:
   *[other] Не внесено { $n } значения из { $of }, по показателям:
}
reminder-request = Просим представить недостающие данные в возможно короткий срок. Если показатель к организации не относится или данных по нему нет, просим указать причину.
reminder-request-again = Просим представить исправленные данные в возможно короткий срок.
reminder-signed = Подпись
reminder-made-by = Исполнитель, телефон
reminder-nobody = Напоминать некому: все, кому направлен запрос, данные прислали.
reminder-needless = { $organisation }: { $stage }, внесено { $filled } из { $of }. Напоминать не о чем.
not-sent-heading = Не представили данные за период { $period } (на { $date }): { $n } из { $of }
reminder-left-out = Данные уже пришли, письма не нужно, ОО: { $n }.
not-sent-unasked = Запрос не отмечен, ОО: { $n }. В список они не входят.
entered-of = внесено { $filled } из { $of }
cli-reminder-about = Напечатать напоминание организации или всем, кто не прислал данные
cli-reminder-list = Только список тех, кто не прислал
cli-example-reminder = напоминание школе № 9
cli-example-reminder-list = список тех, кто не прислал данные
hand-in-title = Сдать на проверку
hand-approve-title = Утвердить
hand-return-title = Вернуть значения на доработку
label-direction-of = Направление
direction-all = все
hand-nothing = Сдавать и утверждать здесь нечего: подходящих значений нет.
hand-goes = { $n ->
    [0] Подходящих значений нет.
    [one] Подойдёт { $n } значение.
    [few] Подойдут { $n } значения.
    [many] Подойдут { $n } значений.
   *[other] Подойдёт { $n } значения.
}
hand-stays = Останутся как есть: { $what }.
hand-stays-empty = не внесено — { $n }
hand-stays-note = нет пояснения — { $n }
hand-stays-evidence = нет подтверждающего документа — { $n }
hand-stays-own = внесено вами, утверждает другой — { $n }
hand-stays-scope = не ваше направление или ОО — { $n }
hand-stays-other = уже в другом состоянии — { $n }
hand-stays-approved = утверждено — { $n }
hand-stays-found = важное замечание не разобрано — { $n }
hand-of-them-found = Из них с важными замечаниями: { $n }.
label-found-ones = С замечаниями
found-left = не утверждать, пока не разобраны
found-too = утвердить и их
hand-stays-not-mended = возвращено и не исправлено — { $n }
hand-stays-closed = период закрыт — { $n }
hand-of-these = выделенные ячейки: { $n }
hand-of-them-approved = Из них утверждено: { $n }.
label-approved-ones = Утверждённые
approved-left = оставить утверждёнными
approved-too = тоже вернуть
label-returned-ones = Возвращённые
returned-left = оставить на доработке
returned-too = сдать как есть
button-hand-in = Сдать
button-hand-approve = Утвердить
button-hand-return = Вернуть
ready-not-requested = Данные не запрошены ({ $n }): { $names }
ready-not-sent = Данные не поступили ({ $n }): { $names }
ready-returned = Возвращено на доработку ({ $n }): { $names }
ready-not-accepted = Получено и не принято ({ $n }): { $names }
ready-not-entered = Получено, внесено не всё ({ $n }): { $names }
