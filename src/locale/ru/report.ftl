### Бумаги: оценочный лист

cli-sheet-about = Напечатать оценочный лист руководителя
cli-example-sheet = лист руководителя школы № 12
sheet-organisation = Организация
sheet-head = Руководитель
sheet-period = Период
sheet-period-said = { $name }, с { $from } по { $to }, { $state }
sheet-approved = итоги утверждены: { $document }
sheet-edition = Показатели
sheet-indicator = Показатель
sheet-points = балл
sheet-index = индекс { $index } · внесено { $share }
sheet-value = значение
sheet-note = примечание
sheet-correction = исправлено
sheet-corrected = было { QUOTE($was) }, стало { QUOTE($now) }: { $document }; баллы — по итогам периода
sheet-scale = шкала
sheet-source = источник
sheet-overall = Общий индекс
sheet-made = Лист составлен (должность, подпись, дата):
sheet-read = Ознакомление с результатами (подпись, дата):
sheet-signed = «____» ______________ 20___ г.
