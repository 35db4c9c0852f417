### Шкала, которую составляют: что не прочитано, что не так, куда ведёт формула

## Строка, которую не удалось прочитать

unread-empty = не указаны значения
unread-unknown = непонятно { QUOTE($piece) }
unread-number-missing = после { QUOTE($piece) } нет числа
unread-extra = лишнее { QUOTE($piece) }
unread-twice-same = одна и та же граница дважды, второй раз в { QUOTE($piece) }
unread-brackets = скобки около { QUOTE($piece) } неверные, пишется так: [40; 60)
unread-two-signs = две запятые в числе { QUOTE($piece) }
unread-digits = слишком много цифр в числе { QUOTE($piece) }
unread-number = непонятно число { QUOTE($piece) }

## Что не так со строками

defect-no-row = В шкале нет ни одной строки.
defect-one-row = В шкале одна строка: баллы будут у всех одинаковы.
defect-unreadable = Строка { $row } не прочитана, { $why }.
defect-no-points = Строка { $row }: не указаны баллы.
defect-reversed = Строка { $row }: начало больше конца.
defect-nothing = Строка { $row }: в неё не попадает ни одно число.
defect-out-of-bounds = Строка { $row }: таких значений не бывает, возможны от { $min } до { $max }.
defect-out-below = Строка { $row }: таких значений не бывает, возможны от { $min }.
defect-out-above = Строка { $row }: таких значений не бывает, возможны до { $max }.
defect-gap = Строки { $first } и { $second }: значение { $sample } не попадает ни в одну строку.
defect-overlap = Строки { $first } и { $second }: значение { $sample } попадает в обе, а баллы разные.
defect-below-lowest = Строка { $row }: значение { $sample } ниже неё и не попадает ни в одну строку.
defect-above-highest = Строка { $row }: значение { $sample } выше неё и не попадает ни в одну строку.
defect-share-without-end = Если больше 100 не бывает, укажите в форме показателя «Возможно до» — 100.

## Что не так с баллами

defect-wrong-way-higher = С ростом значения баллы убывают, а больше — лучше.
defect-wrong-way-lower = С ростом значения баллы растут, а меньше — лучше.
defect-not-monotone-higher = Строки { $first } и { $second }: с ростом значения баллы убывают, а больше — лучше.
defect-not-monotone-lower = Строки { $first } и { $second }: с ростом значения баллы растут, а меньше — лучше.
defect-nothing-to-gain = Наибольший балл { $most }: показатель не войдёт в индекс, нужен балл больше 0.
defect-negative = Строка { $row }: баллы отрицательные, { $points }.

## Другие способы оценки

misfit-wrong-measure = Способ оценки не подходит к показателю: у варианта ответа нет числа, у числа нет вариантов.
misfit-option-count = Вариантов ответа { $options }, а баллы указаны для { $points }.
misfit-never-moves = Баллы при любом значении одни и те же: { $points }.
misfit-yes-no-higher = За «нет» баллов больше, чем за «да», а больше — лучше.
misfit-yes-no-lower = За «да» баллов больше, чем за «нет», а меньше — лучше.
misfit-floor-above-cap = Наименьший балл { $floor } больше наибольшего { $cap }.
misfit-start-outside = При нуле { $start } б., а баллы ограничены от { $floor } до { $cap }.
misfit-cap-out-of-reach = Наибольший балл { $cap } недостижим: при возможных значениях самое большее { $reached }.
misfit-direct-bounds = Наибольший балл { $max }, а наибольшее возможное значение { $bound }.
misfit-best-may-be-zero = Если лучшее значение 0, у всех остальных будет 0 баллов.
misfit-below-zero = За любое значение ниже 0 будет 0 баллов.

## Куда ведёт формула

pointing-numerator = Растёт числитель → показатель { $figure ->
    [grows] растёт
    [falls] падает
    [stays] не меняется
   *[other] то растёт, то падает
} → баллы { $points ->
    [grows] растут
    [falls] падают
    [stays] не меняются
   *[other] то растут, то падают
}
pointing-value = Растёт значение → баллы { $points ->
    [grows] растут
    [falls] падают
    [stays] не меняются
   *[other] то растут, то падают
}
pointing-current = Растёт значение этого периода → изменение растёт → баллы { $points ->
    [grows] растут
    [falls] падают
    [stays] не меняются
   *[other] то растут, то падают
}
pointing-own = Растёт своё значение → отношение к ориентиру растёт → баллы { $points ->
    [grows] растут
    [falls] падают
    [stays] не меняются
   *[other] то растут, то падают
}
pointing-against-higher = { $pointing }, а больше — лучше
pointing-against-lower = { $pointing }, а меньше — лучше
pointing-swapped = Числитель и знаменатель, похоже, переставлены: { QUOTE($above) } сверху, { QUOTE($below) } снизу.
pointing-swapped-points = Числитель и знаменатель, похоже, переставлены: { QUOTE($above) } сверху, { QUOTE($below) } снизу. Растёт знаменатель → баллы { $points ->
    [grows] растут
    [falls] падают
    [stays] не меняются
   *[other] то растут, то падают
}.
