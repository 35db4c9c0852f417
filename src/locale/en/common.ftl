### Common: the name of the program, answers met everywhere

app-name = smotr
app-subtitle = monitoring of the effectiveness of school leaders
demo-mark = DEMO
saved-at = saved { $time }
all-saved = everything is saved
percent = { $number } %
ratio = { $part } of { $whole }
share-of = { $k } of { $n }
