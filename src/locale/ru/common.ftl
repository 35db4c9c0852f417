### Общее: имя программы, ответы, встречающиеся везде

app-name = смотр
demo-mark = ДЕМО
saved-at = сохранено { $time }
all-saved = всё сохранено
ratio = { $part } из { $whole }
share-of = { $k } из { $n }
