# Раздел самооценки на бумаге

form-section-title = { $code }. { $title }
form-demo = ДЕМО: данные вымышлены
form-round = Оценочный раунд { $year } года, по состоянию на { $date }
form-submitted = Отправлен: исх. № { $number } от { $date }
form-goals = Наличие муниципальной цели и задач:
form-indicators = Наличие муниципальных показателей:
form-methods = Методы сбора и обработки информации
form-monitoring = Мониторинг показателей
form-monitoring-lead = Наличие мониторинга показателей:
form-analysis = Наличие анализа результатов мониторинга показателей:
form-recommendations = Адресные рекомендации по результатам анализа:
form-measures = Меры, мероприятия
form-decisions = Управленческие решения
form-effectiveness = Анализ эффективности принятых мер:
form-nothing = Нет свидетельства.
form-inapplicable = Не применяется: { $reason }
form-redaction = (ред. от { $date })
form-title = { QUOTE($title) }
form-note = (примечание: { $note })
form-pages = стр. { $pages }
form-assessment = Самооценка
form-column-number = №
form-column-requirement = Позиция оценивания
form-column-most = Максимум
form-column-points = Баллы
form-stage-sum = Итого по этапу
form-total = Всего
form-no-points = —
form-documents = Перечень документов
form-column-document = Документ
form-column-uses = Позиции
form-column-remarks = Примечание
form-no-documents = Документов нет.
form-since = { $what }, с { $date }

## Командная строка

cli-cycle-about = Раздел самооценки: прочитать со страницы или выгрузить
cli-cycle-import-about = Прочитать страницу раздела: позиции и документы под ними; перед записью спрашивает
cli-cycle-export-about = Выгрузить раздел текстом, в Markdown, DOCX или HTML
cli-arg-cycle-in = страница раздела: текст в любой кодировке
cli-arg-cycle-out = куда писать; без имени печатает на экран
cli-option-section = номер раздела, например 2.1; нужен, если разделов несколько
cli-option-round = год оценочного раунда; без него — последний
cli-option-format = вид: text, md, docx или html; без него — по окончанию имени файла, иначе text
cli-option-cycle-similar = считать похожий документ тем же, что в реестре
cli-name-format = ВИД
cli-name-year = ГОД
cli-example-cycle-import = что понято и что изменится; перед записью спросит
cli-example-cycle-docx = раздел документом для сдачи
cli-example-cycle-text = раздел текстом на экран
cli-cycle-written = Раздел выгружен: { $path }
cli-cycle-not-shown = DOCX на экране не показать.
cli-cycle-not-shown-next = Назовите файл: smotr cycle export раздел.docx
cli-no-sections = Разделов ещё нет.
cli-no-sections-next = Прочитайте страницу раздела: smotr cycle import ФАЙЛ
cli-no-section = Раздела { $code } нет.
cli-several-sections = Разделов несколько.
cli-section-next = Назовите раздел: --section, есть { $codes }.
cli-no-round = Раунда { $year } года в этом разделе нет.
cli-no-round-next = Укажите другой год или не указывайте его вовсе: тогда выгружается последний раунд.
cli-no-open-round = Открытого раунда в этом разделе нет: последний отправлен.
cli-no-open-round-next = Начните новый раунд в программе и прочитайте страницу ещё раз.
cli-cycle-founds = раздел { $code } будет начат, раунд { $year } года
cli-cycle-ask = Внести в реестр? [д/н]
cli-cycle-which = Номер, 0 — другой документ, Enter — ничего не вносить:
cli-cycle-open = { $n ->
    [one] Про { $n } документ нельзя сказать, тот ли он, что в реестре. Ничего не записано.
    [few] Про { $n } документа нельзя сказать, те ли они, что в реестре. Ничего не записано.
    [many] Про { $n } документов нельзя сказать, те ли они, что в реестре. Ничего не записано.
   *[other] Про { $n } документа нельзя сказать, те ли они, что в реестре. Ничего не записано.
}
cli-cycle-open-next = Запустите в терминале, тогда о каждом спросят, или добавьте --similar, тогда похожий — тот же.

## Страница раздела

page-empty = В файле ничего нет: { $file }
page-empty-next = Проверьте, тот ли это файл.
page-too-large = Для страницы раздела файл слишком велик: { $file }
page-too-large-next = Оставьте в нём один раздел.
page-not-text = Это не текст: { $file }
page-not-text-next = Откройте файл в своей программе и сохраните как текст (TXT).
page-not-a-section = Это не страница раздела, ни одной ступени цикла (цели, показатели, методы…) в ней не названо: { $file }
page-not-a-section-next = Проверьте, тот ли это файл; ступени называют строки-заголовки.
page-no-such-section = Такого раздела в файле нет: { $file }
page-no-such-section-next = Проверьте номер в --section.
page-requirement = { $line } · { $stage } · { $words }
page-requirement-new = { $line } · { $stage } · { $words } — новая позиция
page-citation = { $line } · { $document } — { $what }
page-there = уже есть
page-twice = повторена, второй раз не вносится
page-pages = страницы другие, были { $were }
page-pages-new = страницы новые
page-new-of-known = новая ссылка
page-new-of-perhaps = новая ссылка, документ под вопросом
page-new-of-new = новая ссылка, новый документ
page-unread = { $line } · не понято, { $why } · { $text }
page-before-headings = стоит до заголовков
page-no-requirement = над ней нет позиции
page-no-words = нет слов
page-too-long = слишком длинная
page-other-section = из другого раздела
page-no-such-date = { $line } · даты { $date } в календаре нет, документ без даты
page-no-kind = { $line } · вид документа не назван, записано как мероприятие или иной документ
page-open-quote = { $line } · кавычка не закрыта
page-number-twice = Номер { $number } у двух документов с разными датами или органами: это два документа.
page-perhaps = { $line } · { $document } — есть похожий в реестре:
page-candidate = { $number }) { $document }
page-understood = Понято: позиций — { $requirements } (без документов — { $empty }), ссылок — { $citations }, документов — { $documents }. Не понято строк — { $unread }.
page-brings = Новых позиций — { $asked }, документов — { $documents }, ссылок — { $new }; страниц изменится — { $pages }; уже есть ссылок — { $there }.
page-left = { $n ->
    [one] { $n } ссылки этого раунда на странице нет, она остаётся.
    [few] { $n } ссылок этого раунда на странице нет, они остаются.
    [many] { $n } ссылок этого раунда на странице нет, они остаются.
   *[other] { $n } ссылки этого раунда на странице нет, они остаются.
}
