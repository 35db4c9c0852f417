### Что изменит редакция, и чем одна отличается от другой

impact-title = Что изменится: { $from } → { $to } · { $period }
impact-gone = Этой редакции больше нет.
impact-row-gone = Этой строки в этом периоде больше нет.
impact-own = Период и так считается по этой редакции. Выберите другой период.
impact-closed = Период закрыт: справа — что было бы, если пересчитать его по этой редакции.
impact-nobody = Ни у кого не изменится ни индекс, ни уровень, ни место.
impact-indices = Индекс изменится: { $n } из { $of } (выше — { $up }, ниже — { $down })
impact-levels = Уровень: { $what }
impact-level-up = повысится — { $n }
impact-level-down = понизится — { $n }
impact-level-gained = появится — { $n }
impact-level-lost = не будет определён — { $n }
impact-places = Место изменится: { $n }; с местом было { $before }, станет { $after }
impact-municipality = Показатели муниципалитета: { $before } → { $after }
impact-due = Понадобится вносить: { $what }
impact-computed = Прибавится, вносить не нужно (вычисляется): { $what }
impact-dropped = Больше не учитываются, значения остаются: { $what }
impact-dropped-one = { $what } ({ $n ->
    [0] значений нет
    [one] { $n } значение
    [few] { $n } значения
    [many] { $n } значений
   *[other] { $n } значения
})
impact-incomparable = Считаются иначе, значения несопоставимы: { $what }
impact-unscored = Не дают баллов: { $what }
unscored-printed = шкала пока записана как в акте
unscored-blank = шкала ещё не задана
unscored-nothing = по шкале нечего получить
unscored-no-direction = направления нет в редакции
impact-rescaled = Другая шкала: { $what }
impact-reweighted = Другой вес или направление: { $what }
impact-directions = Другой вес направлений: { $what }
impact-rules = Другие правила редакции: { $what }
impact-findings = Замечаний проверки — { $before } → { $after }, важных — { $high } → { $then }.
impact-finding-new = появится, важность { $importance }: { $what }
impact-finding-gone = снимется: { $what }
impact-finding-other = важность { $before } → { $after }: { $what }
impact-findings-more = { $n ->
    [one] и ещё { $n } замечание
    [few] и ещё { $n } замечания
    [many] и ещё { $n } замечаний
   *[other] и ещё { $n } замечания
}
impact-checks = Другие правила проверки: { $what }
rule-levels = уровни
rule-completeness = полнота
rule-min-months = срок в должности

impact-heads = Руководители
impact-was = было
impact-would = станет
impact-no-level = без уровня
impact-changed = изменятся
impact-median = медиана
impact-list = Кого и как: { $n } из { $of }, { $order }
order-by-change = сначала самые заметные изменения
order-by-name = по организациям
order-by-place = по новому месту
impact-index = индекс
impact-weight = вес показателя { $before } → { $after }
impact-direction-weight = вес направления { $before } → { $after }
impact-by = изм.
impact-level = уровень
impact-place = место
impact-mover = за счёт
impact-filled = внесено
impact-indicator = Показатель
impact-figure = значение
impact-points = баллы
impact-gives = вклад
choose-edition = Сначала выберите редакцию в разделе «Редакции».
hint-other-period = период

spread-outside = вне шкалы
spread-counted = { $n ->
    [one] { $n } значение
    [few] { $n } значения
    [many] { $n } значений
   *[other] { $n } значения
}
spread-middle = от { $min } до { $max }, медиана { $median }
spread-nothing = без значения — { $n }

compare-title = Сравнение редакций: { $from } → { $to }
compare-nothing = Сравнить не с чем: редакция одна.
compare-same = Редакции совпадают.
compare-rules = Правила редакции
compare-directions = Направления: { $what }
compare-indicators = Показатели: { $what }
compare-checks = Правила проверки: { $what }
compare-added = новых — { $n }
compare-revived = возвращено — { $n }
compare-changed = изменено — { $n }
compare-retired = снято — { $n }
compare-removed = убрано — { $n }
difference-added = новое
difference-revived = возвращено
difference-changed = изменено
difference-retired = снято
difference-removed = убрано
hint-other-edition = редакция
field-better = что лучше
field-measured-on = по состоянию на
field-origin-note = источник шкалы
field-part-any = { $title } (дробное)
field-whole-number = { $word }, целое
