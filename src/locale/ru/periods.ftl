### Периоды: от открытия до итогов

## Почему нельзя

refusal-deadline-passed = Срок ввода истёк { $date }.
refusal-deadline-passed-of = Срок ввода для { $organisation } истёк { $date }.
refusal-deadline-passed-next = { $n ->
    [one] Отсрочку может дать { $names }: F8 → «Периоды».
    [few] Отсрочку могут дать { $names }: F8 → «Периоды».
    [many] Отсрочку могут дать { $names }: F8 → «Периоды».
   *[other] Отсрочку могут дать { $names }: F8 → «Периоды».
}
refusal-deadline-passed-role-next = Отсрочку даёт администратор или руководитель отдела: F8 → «Периоды».
refusal-period-overlaps = Эти дни уже входят в период { $period } того же вида.
refusal-period-overlaps-next = Измените даты: периоды одного вида не пересекаются.
refusal-move-instead = В период { $period } уже внесены значения.
refusal-move-instead-next = Вид периода больше не меняется, а редакцию меняет перевод: F8 → «Периоды», шаг «Перевести на другую редакцию».
refusal-unready = { $n ->
    [one] Период { $period } не готов к закрытию: { $n } замечание.
    [few] Период { $period } не готов к закрытию: { $n } замечания.
    [many] Период { $period } не готов к закрытию: { $n } замечаний.
   *[other] Период { $period } не готов к закрытию: { $n } замечания.
}
refusal-unready-next = Просмотрите список готовности; закрыть можно и так, подтвердив это.
refusal-still-open = Период { $period } не закрыт.
refusal-still-open-next = Итоги появятся при закрытии; пока период открыт, значения вносятся и меняются обычным вводом.
refusal-under-review = { $subject }: период на проверке, и значение утверждено. Прежде чем менять, его возвращают на доработку.
refusal-closing-stands = Период { $period } закрыт, итоги подведены: закрытие не отменяется.
refusal-closing-stands-next = Если период надо открыть снова: F8 → «Периоды», шаг { QUOTE($step) }, с причиной.
refusal-results-differ = После отмены закрытия изменилось то, из чего складываются итоги периода { $period }.
refusal-results-differ-next = Закройте период заново: итоги будут подведены по сегодняшним данным.
refusal-scores-differ = После отмены пересчёта изменилось то, из чего складываются итоги периода { $period }.
refusal-scores-differ-next = Пересчитайте итоги заново: они будут подведены по сегодняшним данным.
refusal-no-other-edition = Для периода { $period } нет другой опубликованной редакции.
refusal-no-other-edition-next = Опубликуйте редакцию, которая применяется раньше, чем период кончится: F8 → «Редакции».

## Что можно сделать с периодом

period-open-entry = Открыть ввод
period-open-entry-does = методисты вносят значения
period-to-review = Перейти к проверке
period-to-review-does = утверждённое меняют после возврата
period-readiness = Готовность к закрытию
period-readiness-does = чего не хватает
words-readiness = готово закрыть период не внесено не утверждено не сдано полнота
readiness-only = Показано только: { $what }.
readiness-counted = { $what } — { $number }
readiness-stays = Не мешают, но останутся так: { $what }.
readiness-can = Закрытию ничего не мешает: { $command }.
readiness-blocked = { $n ->
    [one] Мешает закрыть: { $n } важное замечание. Исправьте значение или подтвердите его с пояснением.
    [few] Мешают закрыть: { $n } важных замечания. Исправьте значения или подтвердите их с пояснением.
    [many] Мешают закрыть: { $n } важных замечаний. Исправьте значения или подтвердите их с пояснением.
   *[other] Мешают закрыть: { $n } важного замечания. Исправьте значения или подтвердите их с пояснением.
}
readiness-none = Таких больше нет: { $filter } — следующий вид.
hint-other-way = другой вид
hint-all = показать всё
words-close-period = закрытие завершить год итоги подвести
period-close = Закрыть период
period-close-does = итоги записываются
period-approve = Утвердить итоги
period-approve-does = указать акт
period-move = Перевести на другую редакцию
period-move-does = значения остаются
period-rescore = Пересчитать итоги
period-rescore-does = новые итоги вместо прежних
period-reopen = Открыть закрытый период
period-reopen-does = итоги снимаются
period-steps-by = шаги: { $key }
step-needs-role = нужна роль { QUOTE($role) }
step-blocked = { $n ->
    [one] мешает { $n } важное замечание
    [few] мешают { $n } важных замечания
    [many] мешают { $n } важных замечаний
   *[other] мешают { $n } важного замечания
}
step-not-open-yet = ввод ещё не открыт
step-period-closed = период закрыт
step-close-first = сначала закройте период
step-no-other-edition = другой подходящей редакции нет
step-open-already = ввод уже открыт
step-in-review-already = период на проверке
period-effect = индексов изменится — { $indices }, уровней — { $levels }
fate-kept = { $n ->
    [one] { $n } значение останется с прежней оценкой
    [few] { $n } значения останутся с прежней оценкой
    [many] { $n } значений останутся с прежней оценкой
   *[other] { $n } значения останутся с прежней оценкой
}
fate-rescored = { $n ->
    [one] { $n } значение получит другую оценку
    [few] { $n } значения получат другую оценку
    [many] { $n } значений получат другую оценку
   *[other] { $n } значения получат другую оценку
}
fate-due = { $n ->
    [one] { $n } значение понадобится внести
    [few] { $n } значения понадобится внести
    [many] { $n } значений понадобится внести
   *[other] { $n } значения понадобится внести
}
fate-dropped = { $n ->
    [one] { $n } значение сохранится без оценки
    [few] { $n } значения сохранятся без оценки
    [many] { $n } значений сохранятся без оценки
   *[other] { $n } значения сохранятся без оценки
}
fate-values = значений
fates-title = { $what } · { $period }: { $from } → { $to }
hint-other-lot = другой список
hint-by-indicator = по показателям
hint-by-organisation = по организациям
period-all-ready = Всё внесено и утверждено.
period-close-not-yet = пока не закрывать
period-close-all-the-same = закрыть как есть
period-say-unready = Не всё готово: выберите «закрыть как есть» или нажмите Esc и посмотрите готовность.
label-unready = Не всё готово
period-whole = { $of ->
    [one] Полностью внесено: { $n } из { $of } организации.
    [few] Полностью внесено: { $n } из { $of } организаций.
    [many] Полностью внесено: { $n } из { $of } организаций.
   *[other] Полностью внесено: { $n } из { $of } организации.
}
readiness-and-more = { $n ->
    [one] и ещё { $n } значение: { $filter } покажет одно за другим, чего не хватает, { $next } — по направлениям
    [few] и ещё { $n } значения: { $filter } покажет одно за другим, чего не хватает, { $next } — по направлениям
    [many] и ещё { $n } значений: { $filter } покажет одно за другим, чего не хватает, { $next } — по направлениям
   *[other] и ещё { $n } значения: { $filter } покажет одно за другим, чего не хватает, { $next } — по направлениям
}
period-exception-over = отсрочка истекла { $date }
period-exception-until = отсрочка до { $date }
period-and-more = { $n ->
    [one] и ещё { $n } значение
    [few] и ещё { $n } значения
    [many] и ещё { $n } значений
   *[other] и ещё { $n } значения
}
unready-missing = не внесено
readiness-missing = нет: { $codes }
unready-returned = на доработке
unready-entered = не сдано на проверку
unready-submitted = не утверждено
unready-found = важное замечание
unready-unusual = утверждено без пояснения
unready-reference = не задана величина для сравнения

## Период и отсрочки

title-edit-period = Изменить период
label-exception = Отсрочка
label-exception-until = Отсрочка до
exception-of-whom = Укажите, какой организации дана отсрочка, или очистите строку.
exception-told = до { $until }, { $reason }
edition-not-offered = Выбранной редакции здесь больше нет. Выберите другую.
edition-applies-later = { $edition } применяется с { $applies }, а период начинается { $from }. Выберите другую редакцию.
period-waits = Период ещё не начался: ввод открывают позже, F8 → «Периоды».
label-locks = После срока
locks-not = ввод не закрывается
locks-after = ввод закрыт
period-locked = срок прошёл, ввод закрыт
period-locked-but = срок прошёл, ввод закрыт (отсрочка: { $names })

## Год с его частями

label-with = Вместе с ним
parts-none = ничего
parts-halves = полугодия
parts-quarters = кварталы
parts-both = полугодия и кварталы
part-told = { $name }: { $from }–{ $to }, ввод до { $deadline }
parts-planned = { $n ->
    [one] Ввод откроют позже, F8 → «Периоды»: { $names }.
    [few] Ввод откроют позже, F8 → «Периоды»: { $names }.
    [many] Ввод откроют позже, F8 → «Периоды»: { $names }.
   *[other] Ввод откроют позже, F8 → «Периоды»: { $names }.
}
parts-all-planned = Ввод открывают позже: F8 → «Периоды».
periods-apart = { $year } и { $names } будут считаться по разным редакциям, а год складывается из своих частей: переведите и остальное, F8 → «Периоды».
parts-there = { $n ->
    [one] Уже есть: { $names }.
    [few] Уже есть: { $names }.
    [many] Уже есть: { $names }.
   *[other] Уже есть: { $names }.
}
parts-year-there = Уже есть { $year }: добавятся только его части.
parts-nothing = Добавлять нечего: все эти периоды уже есть.

## Закрытый период

label-results = итоги
period-results = организаций — { $organisations }, руководителей с местом — { $placed }
command-results = Итоги периода
results-not-yet = Итогов ещё нет: они подводятся, когда период закрывают. Чего не хватает периоду { $period }, покажет { $command }.
results-heads = Руководители: { $n }, { $order }
results-incomplete = данные неполные
order-by-place-taken = по местам
order-by-filled = сначала у кого внесено меньше
label-corrections = исправления
period-corrected = { $n ->
    [one] исправлено { $n } значение
    [few] исправлены { $n } значения
    [many] исправлено { $n } значений
   *[other] исправлено { $n } значения
}
label-approved-by = утверждены
label-done = ход
title-correct = Исправить значение
correct-about = Период { $period } закрыт. Итоги не меняются, исправление будет показано рядом; исправленное значение сразу считается утверждённым.
label-correct-value = Верное значение
button-correct = Исправить
correct-needs-document = Укажите документ, по которому значение исправляется.
cell-corrected = исправлено: было { $was } → стало { $now }
index-approved = утверждено { $index }
index-closed = по итогам { $index }
index-is-approved = индекс: утверждено { $index }
index-is-closed = индекс: по итогам { $index }
index-corrected = с исправлениями { $index }

## Что изменит шаг

period-close-about = Итоги всех организаций будут записаны. После этого значения меняет только исправление с основанием и документом.
period-approve-about = Акт показывается рядом с итогами; сами итоги не меняются.
period-move-about = Внесённые значения сохраняются; оценка, сроки и перечень показателей берутся из новой редакции.
period-rescore-about = Вместо прежних итогов записываются новые; если итоги утверждены, акт снимается. Прежние остаются в журнале.
period-reopen-about = Итоги снимаются, ввод открывается снова. Исправленные значения остаются, но уже без отметки об исправлении; прежние итоги, основания и документы исправлений остаются в журнале.
