# Цикл управления: слова

kind-section = раздел оценки
kind-round = оценочный раунд
kind-goal = цель
kind-note = анализ
kind-activity = мера
kind-review = анализ эффективности
round-open = заполняется
round-submitted = отправлен
activity-contest = профессиональный конкурс
activity-reserve-programme = программа резерва
activity-appointment-system = система назначения
activity-internship = стажировка
activity-network = сетевое взаимодействие
activity-development-programmes = программы развития
activity-planned = планируется
activity-held = проведено
activity-cancelled = отменено
verdict-effective = эффективна
verdict-partly = частично эффективна
verdict-ineffective = неэффективна
verdict-too-early = рано оценивать
next-continue = продолжить
next-adjust = скорректировать
next-stop = прекратить
field-year = год
field-copied-from = скопирован с
field-round = раунд
field-points = баллы
field-asked = требуется документ
field-inapplicable = не применяется
field-targets = целевые значения
field-findings = что показали данные
field-causes = причины
field-conclusions = выводы
field-participants = участники
field-others = другие участники
field-documents = документы
field-notes = из анализа
field-review-on = что оценивается
field-before = до
field-after = после
field-verdict = вывод
field-next-step = дальше
round-sent = исх. № { $number } от { $date }
name-section = раздел { $code }
name-round = раздел { $code }, раунд { $year } года
name-requirement-alone = позиция { $order }
name-goal = цель · { $direction }
name-note = анализ · { $direction } · { $period }
name-activity = мера { QUOTE($title) }
name-review = анализ эффективности · { $what }
count-goals = { $n ->
    [one] { $n } цель
    [few] { $n } цели
    [many] { $n } целей
   *[other] { $n } цели
}
count-notes = { $n ->
    [one] { $n } запись анализа
    [few] { $n } записи анализа
    [many] { $n } записей анализа
   *[other] { $n } записи анализа
}
count-activities = { $n ->
    [one] { $n } мера
    [few] { $n } меры
    [many] { $n } мер
   *[other] { $n } меры
}
count-reviews = { $n ->
    [one] { $n } оценка эффективности
    [few] { $n } оценки эффективности
    [many] { $n } оценок эффективности
   *[other] { $n } оценки эффективности
}
field-relevance = актуальность, проблемы
field-indicator = показатель
refusal-round-submitted = Отправлен { $date }: { $round }. Изменить в нём ничего нельзя.
refusal-round-submitted-next = Начните следующий раунд: он возьмёт всё из этого.
refusal-duplicate-section = Раздел { $code } уже есть.
refusal-duplicate-section-next = Дайте разделу другой номер.
refusal-duplicate-round = Раунд { $year } года в этом разделе уже есть.
refusal-duplicate-round-next = Откройте его или укажите другой год.
refusal-cited-already = Этот документ с теми же страницами здесь уже указан: { $citation }.
refusal-cited-already-next = Укажите другие страницы или откройте прежнюю ссылку.
refusal-not-asked = По циклу этого раздела такая позиция здесь не предусмотрена.
refusal-not-asked-next = Выберите другую ступень или направление либо измените цикл раздела.
refusal-same-period = «После» должно быть позже, чем «до»: эффект виден только между двумя периодами.
refusal-same-period-next = Выберите для «после» более поздний период.
field-as-sent = документ при отправке
refusal-known-act = Такой документ в реестре уже есть: { $document }.
refusal-known-act-next = Найдите его по номеру и укажите из реестра.
