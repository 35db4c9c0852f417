# Требует внимания: с чего начинается рабочий день.

command-screen-attention = Требует внимания
words-attention = дела сегодня утро сроки просрочено напоминания что делать
screen-attention-name = Внимание
screen-attention-short = Вним.
attention-count = { $name }: { $n }
way-attention = к тому, что требует внимания

## Список

attention-title-mine = Требует внимания · мои: { $n }
attention-title-all = Требует внимания · все: { $n }
attention-group = { $title }: { $n }
attention-group-overdue = { $title }: { $n }, просрочено { $overdue }
attention-assignments = Сроки поручений
attention-recommendations = Сроки рекомендаций
attention-objections = Возражения без ответа
attention-deadlines = Сроки периодов
attention-attestations = Сроки аттестации
attention-contracts = Сроки трудовых договоров
attention-not-sent = Не прислали данные
attention-undecided = Рекомендации без решения
attention-low = Низкие значения без рекомендаций
attention-returned = Возвращено на доработку
attention-follow-up = Взято на заметку
attention-findings = Замечания правил проверки
attention-more = { $n ->
    [one] и ещё { $n }: появится, когда список станет короче
    [few] и ещё { $n }: появятся, когда список станет короче
    [many] и ещё { $n }: появятся, когда список станет короче
   *[other] и ещё { $n }: появятся, когда список станет короче
}

## О группе

attention-about-assignments = Срок поручения прошёл или наступит не позже чем через { $days ->
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
}. Отметить исполнение или продлить срок можно отсюда.
attention-about-recommendations = Срок рекомендации прошёл или наступит не позже чем через { $days ->
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
}.
attention-about-objections = На возражение руководителя ещё не ответили.
attention-about-deadlines = Период принимает значения, а срок ввода прошёл или наступит не позже чем через { $days ->
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
}.
attention-about-attestations = Аттестация действующего руководителя кончается не позже чем через { $days ->
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
} или уже кончилась. Новая запись о ней снимет напоминание.
attention-about-contracts = Трудовой договор с действующим руководителем кончается не позже чем через { $days ->
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
} или уже кончился. Новая запись о нём снимет напоминание.
attention-about-not-sent = Данные запрошены или возвращены на доработку и ещё не пришли.
attention-about-undecided = После отправки рекомендации прошло больше чем { $days ->
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
}, а решения по ней нет.
attention-about-low = Треть баллов или меньше, либо низшая ступень шкалы, и по значению нет ни рекомендации, ни решения.
attention-about-returned = Значение вернули на доработку, и его с тех пор не исправили.
attention-about-follow-up = На этих значениях стоит флажок.
attention-about-findings = Правило проверки нашло необычное или неверное, и никто не подтвердил, что так и есть.
attention-about-unsaved = Набрано и не записано: Enter вернёт к набранному.

## Строка

attention-today = сегодня
# В столбце мало места: полностью сказано ниже, под списком.
attention-over-short = просрочено { $n } дн.
attention-in-short = через { $n } дн.
attention-waits-short = ждёт { $n } дн.
attention-ran-out-short = истёк { $n } дн. назад
attention-in = { $n ->
    [one] через { $n } день
    [few] через { $n } дня
    [many] через { $n } дней
   *[other] через { $n } дня
}
attention-waits = { $n ->
    [one] ждёт { $n } день
    [few] ждёт { $n } дня
    [many] ждёт { $n } дней
   *[other] ждёт { $n } дня
}
attention-ran-out = { $n ->
    [one] срок истёк { $n } день назад
    [few] срок истёк { $n } дня назад
    [many] срок истёк { $n } дней назад
   *[other] срок истёк { $n } дня назад
}
attention-missing = { $n ->
    [one] не внесено { $n } значение из { $due }
    [few] не внесено { $n } значения из { $due }
    [many] не внесено { $n } значений из { $due }
   *[other] не внесено { $n } значения из { $due }
}
attention-not-closed = всё внесено, период не закрыт
attention-attestation = аттестация до { $date }
attention-contract = трудовой договор до { $date }
attention-asked = запрос от { $date }
attention-asked-numbered = запрос, исх. № { $number } от { $date }

## Когда сказать нечего

attention-nothing = Сейчас ничего не требует внимания.
attention-nothing-mine = В ваших направлениях и организациях сейчас ничего не требует внимания. У всех вместе — { $n }, показать: { $key }.
attention-loading = { $period }: значения ещё загружаются, что в них требует внимания — пока не видно.
attention-unreadable = { $period }: значения не прочитаны из-за ошибки диска, что в них требует внимания — не видно.
attention-other = { $what }: эта строка о другом. Enter откроет то место, где её исправляют.
attention-unreviewed = Эффективность не оценена
attention-about-unreviewed = Мера проведена или решение исполнено больше чем { $days ->
    [one] { $days } день назад
    [few] { $days } дня назад
    [many] { $days } дней назад
   *[other] { $days } дня назад
}, и никто не оценил, что изменилось. Enter откроет анализ эффективности.
