### Редакция каталога: что мешает публикации и что проверить

trouble-no-direction = В редакции нет ни одного направления.
trouble-no-indicator = В направлении нет ни одного показателя.
trouble-no-direction-next = Добавьте направление: { $key }.
trouble-no-indicator-next = Добавьте показатель: { $key }.
trouble-blank = Не заполнено поле { QUOTE($field) }.
trouble-code-twice = Такой же код у { QUOTE($other) }.
trouble-weight-sum = Веса показателей в сумме { $sum }, а должно быть 100.
trouble-direction-sum = Веса направлений в сумме { $sum }, а должно быть 100.
trouble-no-weight = Нужен вес больше 0.
trouble-direction-retired = Показатель собирается, а его направление снято.
trouble-direction-missing = Направления показателя нет в этой редакции.
trouble-printed = Шкала записана строками документа: приведите её к интервалам.
trouble-of-itself = Показатель вычисляется из самого себя.
trouble-circle = Показатели вычисляются по кругу: { $way }.
trouble-input-missing = Показатель { $input }, из которого он вычисляется, в этой редакции не собирается.
trouble-input-without-number = Показатель { $input }, из которого он вычисляется, не число, а выбор из списка.
trouble-input-of-another = Показатель { $input }, из которого он вычисляется, другого уровня: ОО, руководитель и муниципалитет не смешиваются.
trouble-base-missing = Базовой величины, на которую ссылается формула, больше нет.
trouble-bounds-crossed = Границы перепутаны: нижняя { $min }, верхняя { $max }.
trouble-usual-outside = Граница обычного { $bound } лежит за границей возможного.
trouble-levels-open = Последний уровень начинается не с 0.
trouble-levels-unordered = Уровень в строке { $level } начинается не ниже предыдущего.
trouble-out-of-range = Число { $number } не подходит: возможны от 0 до { $max }.
trouble-no-act = Не указан документ, которым утверждена редакция.
trouble-no-applies-from = Не указано, с какого дня применяется редакция.
trouble-shares-added-up = Доли не складывают: из 50 % и 75 % вышло бы 125 %. Подойдёт итог «по составу».
trouble-no-parts = Составлять год не из чего: числителя и знаменателя у показателя нет. Подойдёт «последнее значение» или «среднее».
trouble-dates-crossed = Редакция действует раньше, чем принята.
trouble-applies-backwards = Редакция применяется раньше, чем принята: так бывает, если акт распространён на прошлое. Проверьте дату.
trouble-adopted-otherwise = Дата принятия расходится с датой акта: { $signed }.
trouble-wording-without-points = Тексты рекомендаций есть для баллов, которых шкала не даёт: { $points }.
refusal-edition-unfit = Публикации { $faults ->
    [one] мешает { $faults } ошибка
    [few] мешают { $faults } ошибки
    [many] мешают { $faults } ошибок
   *[other] мешают { $faults } ошибки
 }, первая в { QUOTE($at) }.
refusal-edition-unfit-next = Откройте список замечаний к редакции: он ведёт к каждой ошибке.
refusal-retire-instead = { QUOTE($subject) } не удаляется: эта запись есть и в другой редакции ({ $by }), под ней могут стоять значения.
refusal-retire-instead-next = Снимите запись: она перестанет собираться, а прошлое останется.
refusal-period-has-values = За период { $period } уже внесены значения.
refusal-period-has-values-next = Переведите период на новую редакцию: F8, «Периоды».
part-whole = редакция в целом
part-code = код
part-title = название
part-short = краткое название
part-weight = вес
part-direction = направление
part-measure = как измеряется
part-scoring = шкала
part-bounds = границы
part-roll-up = итог за год
part-levels = уровни индекса
part-completeness = порог полноты
part-min-months = месяцев в должности
part-adopted = принята
part-dates = действует с
part-applies-from = применяется с
part-act = документ
part-wording = тексты рекомендаций
