### Экраны: заголовки, панели, подробности, цепочка, карточка
acting-head = и. о. { $name }
caption-change = изм.
caption-head = руководитель
caption-indicator = показатель
caption-organisation = ОО
caption-points = баллы
caption-unit = ед.
caption-value = значение
choose-leader = Слева выберите организацию.
does-not-apply-here = «{ $what }»: здесь не действует.
header-open = смотр · { $kind } { $period } · ввод до { $deadline } · каталог, ред. { $edition }
header-state = смотр · { $kind } { $period } · { $state } · каталог, ред. { $edition }
municipality = Муниципалитет
no-directions = В каталоге периода нет направлений.
no-earlier-period = Более раннего периода нет.
no-indicators = В направлении нет показателей.
no-later-period = Более позднего периода нет.
no-organisations = Организаций ещё нет. Добавьте первую: «Добавить организацию» в списке команд.
no-periods = Периодов ещё нет.
not-computed = не рассчитано
nothing-collected-here = По этому показателю здесь ничего не собирается.
nothing-empty = Незаполненных ячеек в периоде нет.
nothing-fits-filter = Под фильтр ничего не подходит. Esc снимает фильтр.
nothing-needs-attention = Ничто в периоде не требует внимания.
pane-directions = Направления
pane-indicators = Показатели
pane-leaders = Руководители
saved-but-unsaved = { $n ->
    [one] Всё принятое сохранено. Осталась { $n } незаконченная запись: она тоже не пропадёт.
    [few] Всё принятое сохранено. Остались { $n } незаконченные записи: они тоже не пропадут.
    [many] Всё принятое сохранено. Осталось { $n } незаконченных записей: они тоже не пропадут.
   *[other] Всё принятое сохранено. Осталось { $n } незаконченной записи: они тоже не пропадут.
}
saving = сохраняется
unsaved-count = не принято: { $n }
values-loading = Значения загружаются…
