### Common: the name of the program, answers met everywhere

app-name = smotr
demo-mark = DEMO
saved-at = saved { $time }
all-saved = everything is saved
ratio = { $part } of { $whole }
share-of = { $k } of { $n }
