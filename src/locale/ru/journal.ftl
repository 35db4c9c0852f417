### Журнал и отмена

## Как называется запись

name-program = программа
name-unknown = { $kind } № { $id }
name-with-account = { $name } ({ $account })
name-erased = лицо № { $id } (данные удалены)
name-edition = каталог, ред. { $number }
name-direction = направление { $code }, ред. { $edition }
name-indicator = показатель { $code }, ред. { $edition }
name-base-quantity = базовая величина { QUOTE($title) }
name-base-value = { $quantity } · { $organisation }
name-reference = ориентир { $indicator }
name-appointment = назначение · { $organisation } · { $person }
name-period = период { $name }
name-cell = { $indicator } · { $whom }
name-in-period = { $period } · { $what }
name-recommendation = рекомендация · { $whom }
name-recommendation-on = рекомендация · { $indicator } · { $whom }
name-decision = решение · { $what }
name-assignment = поручение { $number } · { $decision }
name-report = отчёт · { $what }
name-requirement = позиция { $order } раздела { $section }
name-citation = ссылка на документ · { $document }
name-user = пользователь { $account }
name-deputy = замещение · { $head } → { $deputy }
whom-and-more = { $first } и ещё { $n } ОО
quoted = { QUOTE($text) }
who-and-when = { $who }, { $when }

## Что изменилось в записи

change-added = { $subject } — новая запись: { $what }
change-added-bare = { $subject } — новая запись
change-removed = { $subject } — запись убрана
change-said = { $subject } — { $what }
change-erased = { $subject } — данные удалены
change-nothing = { $subject } — без изменений
change-from-to = { $before } → { $after }
change-field = { $field }: { $before } → { $after }
change-field-only = { $field }: изменено
change-labelled = { $field }: { $text }
change-in-use-again = снова в работе
change-to = → { $after }

## Что сделано одной командой

commit-nothing = без изменений
commit-undone = отменено: { $what }
commit-redone = повторено: { $what }
commit-imported = из файла: { $what }
commit-erased = удалены персональные данные: { $what }
commit-both = { $first }; { $second }
commit-and-more = { $n ->
    [one] { $first }; и ещё { $n } запись
    [few] { $first }; и ещё { $n } записи
    [many] { $first }; и ещё { $n } записей
   *[other] { $first }; и ещё { $n } записи
}
commit-bulk-to = { $scope } → { $state }
commit-bulk = { $scope } — { $what }
commit-bulk-added = { $scope } — новые записи
commit-bulk-removed = { $scope } — записи убраны
commit-scope = { $place } · { $count }
commit-scope-named = { $count } ({ $names })
names-and-more = { $names } и ещё { $n }
commit-stood-in = { $what } (замещается { $head })

## Что сделано с каталогом

deed-edition-added = Добавлена редакция { $number }
deed-edition-copied = Редакция { $number } — копия редакции { $base }
deed-edition-dropped = Редакция { $number } убрана
deed-published = Редакция { $number } опубликована
deed-published-for = { $said }, по ней считается: { $names }
deed-draft-again = Редакция { $number } снова рабочая
deed-with-more = { $n ->
    [one] { $said }, вместе с ней — ещё { $n } запись
    [few] { $said }, вместе с ней — ещё { $n } записи
    [many] { $said }, вместе с ней — ещё { $n } записей
   *[other] { $said }, вместе с ней — ещё { $n } записи
}
deed-indicator-retired = Показатель { $code } снят ({ $edition })
deed-indicator-revived = Показатель { $code } снова собирается ({ $edition })
deed-direction-retired = Направление { $code } снято ({ $edition })
deed-direction-revived = Направление { $code } снова в работе ({ $edition })
deed-indicators-arranged = Порядок показателей изменён ({ $edition })
deed-directions-arranged = Порядок направлений изменён ({ $edition })
deed-begun = Хранилище начато: { $municipality }, { $period }
deed-period-opened = { $period }: ввод открыт
deed-period-reviewed = { $period }: передан на проверку
deed-period-closed = { $period }: период закрыт
deed-period-reopened = { $period }: период открыт снова
deed-period-moved = { $period }: период переведён, { $edition }
deed-period-rescored = { $period }: итоги пересчитаны, { $edition }
deed-undone = отменено: { QUOTE($deed) }
deed-redone = повторено: { QUOTE($deed) }

## Экран журнала

journal-about-indicator = показатель
journal-about-organisation = организация
journal-about-person = лицо
journal-all = Все изменения
journal-empty = Изменений ещё не было.
journal-filter-title = Журнал: чьи изменения или о чём
journal-loading = Журнал загружается…
journal-title = Журнал
journal-title-filtered = Журнал · { $whose }
journal-title-counted = Журнал · { $whose } · строк: { $n }
journal-title-more = Журнал · { $whose } · строк: больше { $n }
row-pair = { $left } { $right }
row-decision = решение { $act }
row-recommendation = рек. { $what }
row-assignment = поруч. { $what }
row-report = отчёт: { $what }
row-added = добавлено
row-gone = данные удалены
row-removed = убрано
row-erased = удалены персональные данные
row-more = +{ $n }
