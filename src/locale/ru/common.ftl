### Общее: имя программы, ответы, встречающиеся везде

app-name = смотр
app-subtitle = мониторинг эффективности руководителей образовательных организаций
demo-mark = ДЕМО
saved-at = сохранено { $time }
all-saved = всё сохранено
percent = { $number } %
ratio = { $part } из { $whole }
share-of = { $k } из { $n }
