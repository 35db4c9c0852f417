# Организации, назначения, карьера, реестры.

## Почему назначение или организацию не записать
refusal-overlapping = На эти дни уже есть назначение: { $person }, { $days }.
refusal-overlapping-next = Исправьте даты одного из назначений. Вместе с отсутствующим руководителем может быть назначен только один и. о., и позже его.
refusal-organisation-closed = { $organisation } закрыта { $date }.
refusal-organisation-closed-next = Укажите дату не позже этой или исправьте дату закрытия.
refusal-merged-in-circle = Организация окажется присоединённой к самой себе: { $organisation }.
refusal-merged-in-circle-next = Выберите организацию, которая продолжает работать.
refusal-never-headed = { $person } не значится среди руководителей организации { $organisation } в периоде { $period }.
refusal-never-headed-next = Запишите возражение от имени того, кто возглавлял организацию в этом периоде, или дополните её назначения.
refusal-own-mentor = Кандидат не может быть наставником самому себе.
refusal-own-mentor-next = Выберите наставником другое лицо.
refusal-fixed = Поле { QUOTE($field) } больше не меняется: оно используется ({ $by }).
refusal-fixed-next = Заведите новую запись, а эту снимите с учёта.
field-indicators = показатели

## Команды и разделы каталога
command-add = Добавить запись
section-reserve = Резерв
caption-for-post = должность
caption-until = по
row-ends-soon = срок истекает
row-trained = завершено
row-appointed = назначение
row-excluded = исключение
organisation-merged = присоединена к { $organisation }
caption-absent = отсутствует
appointment-added-here = Назначение добавляется отсюда: { $command }.
head-ahead = назначение впереди
absent-since = отсутствует с { $date }
flag-short-low-results = ШНОР
flag-short-adverse = ШНСУ
flag-short-other = отметка
row-term-over = срок истёк
row-retired = не ведётся
nobody-in-reserve = В резерве никого нет. Добавить: { $command }.
field-merged-from = присоединена
field-use = учёт
flags-heading = Отметки
standing-heading = Причины «н/п»
qualifications-heading = Квалификация
attestations-heading = Аттестация
contracts-heading = Трудовые договоры
reserve-heading = Кадровый резерв
days-until = по { $date }
valid-until = действует по { $date }
valid-soon-over = действует по { $date }, срок истекает
valid-no-longer = действовало по { $date }
hours-of = { $hours } ч

## Формы: назначения, лица, карьера
title-appointment = Назначение
title-new-appointment = Новое назначение
title-person = Лицо
title-new-quantity = Новая базовая величина
label-until = По
label-contract-end = Договор по
label-record = Запись
record-stays = оставить
record-is-mistake = удалить как ошибочную
label-unit = Единица
label-numbers = Числа
numbers-whole = только целые
numbers-any = любые
label-use = Учёт
use-goes-on = ведётся
use-is-over = больше не ведётся
button-add-quantity = Добавить величину
button-write-record = Записать
label-kind-of-course = Вид
label-programme = Программа
label-institution = Где
label-hours = Часов
label-issued = Выдано
label-valid-until = Действует по
label-paper = Документ
label-attested-as = В качестве
attested-as-head = руководитель
attested-as-candidate = кандидат на должность
label-held = Дата
label-decided = Решение комиссии
label-organisation = Организация
label-for-post = На должность
label-for-organisation = В организацию
label-ground-act = Основание
label-in-reserve-since = В резерве с
label-mentor = Наставник
label-outcome-on = Дата итога
offer-qualification = Квалификация
offer-attestation = Аттестация
offer-contract = Трудовой договор
offer-candidate = Кадровый резерв
empty-is-in-office = пусто — работает
empty-is-no-term = пусто — без срока
empty-is-still = пусто — по сей день
not-asked-yet = пока не нужно
period-is-kept = Период { $period } закрыт и не меняется. Открыть его снова — { $way }. Одно значение исправляют на его месте (F2).
not-chosen = не выбрано
outcome-needed = Что решено? Выберите пробелом или первой буквой.
outcome-has-no-day = Дата есть, а исход не выбран. Выберите исход или сотрите дату.
outcome-has-no-reason = Основание пишут тому, кто исключён. Выберите такой исход или сотрите основание.
other-appointments = Ещё назначены: { $all }
appointment-needs-person = Кто назначен? Начните вводить фамилию.
career-needs-person = Чья это запись? Начните вводить фамилию.
contract-needs-organisation = С какой организацией договор? Начните вводить номер или название.

## Формы: организация, её отметки и закрытие
heading-flag = Отметка
heading-standing = Причина «н/п»
heading-closing = Закрытие или присоединение
label-list = Список
label-note = Пояснение
label-indicators = Показатели
label-merged-into = Присоединена к
button-add-flag = Добавить отметку
button-add-standing = Добавить причину «н/п»
form-key-add-group = ещё
form-key-remove-group = убрать
standing-needs-reason = Почему показатели неприменимы? Например, «нет 11 классов».
standing-needs-indicators = К каким показателям относится причина? Начните вводить код или слово.
until-before-since = Последний день раньше первого. Исправьте одну из дат.
closing-needs-day = С какого дня закрыта? Без этого дня документ и причина не записываются.
merged-needs-day = С какого дня присоединена? Укажите последний день работы.
heads-leave = Назначение закончится { $date }: { $who }.
head-unseen = назначение закончится

## Формы: документ
label-redaction = В редакции от
label-link = Где опубликован
label-status = Состояние
label-repealed-by = Отменён чем
label-repealed-on = Отменён когда
as-typed = как набрано
repealed-by-how = номер или слова; чего нет в реестре — как набрано
repealed-when-missing = Не сказано, когда документ утратил силу.
document-twin = Похоже, этот документ уже есть: { $document }.

## Пояснения к полям
about-appointee = Фамилия того, кто есть в списке лиц, или новое лицо.
about-footing = Исполняющий обязанности может быть назначен на время отсутствия постоянного руководителя.
about-appointed-from = Первый день работы. Можно ввести и давнее назначение.
about-appointed-to = Последний день работы включительно.
about-contract-end = Последний день срока трудового договора.
about-leaving = Почему назначение закончилось: перевод, увольнение, истечение срока.
about-mistake = Удалить можно только то, на что ничто не опирается.
about-surname = Значения, назначения и рекомендации остаются за этим лицом.
about-quantity-title = Название, под которым величину запрашивают: «Педагоги всего».
about-quantity-unit = В чём измеряется: чел., ставок, м².
about-quantity-whole = Не меняется, когда величину уже внесли или на неё опирается опубликованная редакция.
about-quantity-use = Снятую величину больше не запрашивают; внесённое остаётся.
about-course-title = Программа или специальность, как в документе.
about-hours = Объём программы в часах, если указан.
about-until = Последний день, когда запись учитывается.
about-paper = Вид и номер: «удостоверение № 6727-18».
about-attested-as = Кандидатов и руководителей аттестуют по разным правилам.
about-post = Например, «директор» или «заведующий».
about-for-organisation = Номер или название; пусто, если организация не определена.
about-programme = По какой программе идёт подготовка.
about-mentor = Кто ведёт кандидата; лицо из списка.
about-outcome = Чем завершилось; пока не завершилось — состоит в резерве.
about-whose = Фамилия того, кто есть в списке лиц, или новое лицо.
about-organisation-number = Номер в названии; может отсутствовать.
about-organisation-name = Короткое название для таблиц и карточек.
about-full-name = Название по уставу, для документов.
about-merged-into = Организация, которая продолжает работу; пусто, если просто закрыта.
about-heads-leave = Причина, с которой закончатся назначения: «реорганизация».
about-flag = Список, в котором организация состояла или состоит: ШНОР, ШНСУ, другой.
about-flag-note = На чём основано; для другого списка — его название.
about-standing = Почему показатели неприменимы, пока причина действует: «нет 11 классов».
about-standing-indicators = Коды или слова; показателей может быть несколько.
about-document-number = Как на документе: 570-адм, 259/1, 15/328.
about-document-title = Заголовок без кавычек: «О проведении мониторинга».
about-issuer = Орган или организация, которые издали документ.
about-level = Чей документ: федеральный, региональный, муниципальный или самой организации.
about-redaction = Дата редакции, если документ меняли.
about-link = Адрес публикации или место хранения.
about-status = Документ, который утратил силу, остаётся в списке.
about-repealed-by = Каким документом признан утратившим силу.

## Командная строка: реестры
cli-register-about = Реестры таблицами: организации, лица, документы, базовые и справочные величины
cli-register-export-about = Записать реестр в файл XLSX или CSV
cli-register-import-about = Внести реестр из файла XLSX, XLS, ODS или CSV: сначала показать, что изменится
cli-name-register = РЕЕСТР
cli-arg-register = organisations — организации с руководителями, marks — отметки организаций, standing — постоянные причины «н/п», persons — лица, careers — квалификация, аттестация и договоры, reserve — кадровый резерв, documents — документы, quantities — базовые величины, numbers — их числа по организациям и периодам, references — справочные величины показателей по периодам
cli-arg-register-out = Файл; с окончанием csv — таблица в тексте, иначе книга XLSX
cli-arg-register-in = Файл с таблицей
cli-example-register-export = записать резерв в книгу
cli-example-register-show = показать, что изменит файл
cli-example-register-import = внести его
cli-register-written = { $rows ->
    [one] Записана { $rows } строка
    [few] Записаны { $rows } строки
    [many] Записано { $rows } строк
   *[other] Записаны { $rows } строки
}: { $path }
cli-register-row = { $place } · { $what }: { $said }
cli-register-new = новая запись
cli-register-changed = изменение
cli-register-rests = по ней посчитаны: { $values }
cli-register-stays = { $code } — останется { $value }
cli-register-changed-to = изменение: { $what }
cli-register-refused = не внести. { $why }
cli-register-same = { $n ->
    [one] Без изменений { $n } строка
    [few] Без изменений { $n } строки
    [many] Без изменений { $n } строк
   *[other] Без изменений { $n } строки
}
cli-register-nothing = Изменений нет: всё это уже записано.
cli-register-not-yet = Ничего не записано. Чтобы внести, добавьте --yes.
cli-register-faults = { $n ->
    [one] В файле { $n } строка, которую не внести; ничего не записано.
    [few] В файле { $n } строки, которые не внести; ничего не записано.
    [many] В файле { $n } строк, которые не внести; ничего не записано.
   *[other] В файле { $n } строки, которые не внести; ничего не записано.
}
cli-register-faults-next = { $n ->
    [one] Исправьте её в файле и повторите.
    [few] Исправьте их в файле и повторите.
    [many] Исправьте их в файле и повторите.
   *[other] Исправьте их в файле и повторите.
}
cli-register-too-much = Изменений больше, чем помещается за один раз.
cli-register-too-much-next = Вносите частями, в одну часть { $n ->
    [one] помещается около { $n } строки
    [few] помещается около { $n } строк
    [many] помещается около { $n } строк
   *[other] помещается около { $n } строки
}.
doubt-several-persons = Так зовут нескольких лиц. Внесите эту запись в каталоге.
doubt-part-of-name = Похожее лицо уже есть. Укажите фамилию, имя и отчество полностью.
doubt-no-organisation = Такой организации нет. Напишите название, как в реестре организаций.
doubt-two-organisations = Номер и название относятся к разным организациям. Исправьте одно из них.
doubt-no-mentor = Такого наставника нет. Напишите фамилию, имя и отчество, как в каталоге.
doubt-twice = Эта запись стоит в файле дважды. Уберите одну из строк.
doubt-no-document = Такого документа нет. Напишите его, как в списке документов: вид, дату и номер.
doubt-several-documents = Так называются несколько документов. Внесите эту запись в каталоге.
doubt-not-compared = В этом периоде нет показателя с таким кодом, который сравнивается со справочной величиной. Проверьте код и период.
doubt-no-indicator = Показателя с таким кодом нет. Перечислите коды через точку с запятой.
doubt-no-period = Такого периода нет. Напишите название, как в каталоге.
doubt-no-quantity = Такой базовой величины нет. Напишите название, как в каталоге.
doubt-no-record = Такой записи нет. Напишите, как записано сейчас; для новой записи очистите ячейку.
doubt-circle = Организации присоединены друг к другу по кругу. Исправьте одну из строк.
doubt-several-reasons = Таких причин у организации несколько. Добавьте столбец «С» с первым днём.
