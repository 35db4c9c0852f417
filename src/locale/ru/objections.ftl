### Возражения руководителей

command-objection = Возражение
command-objections = Все возражения
no-objections = Возражений нет. Новое записывают в строке или карточке руководителя: { $command }.
button-objection = Записать возражение
button-answer = Записать ответ
card-objections = Возражения
objection-numbered = вх. № { $number } от { $date }
objection-in-detail = возражение, вх. № { $number } от { $date }
objection-due = ответить до { $date }
objection-to-all = пусто — итоги в целом
objection-of-nobody = Показатель относится к руководителю, а руководителя нет. Выберите другой или оставьте поле пустым.
label-objection = Возражение
label-objected-to = Показатель
label-received = Поступило
label-substance = Суть
label-answer-by = Ответить до
label-objection-outcome = Решение
label-answer = Ответ
label-answered = Дата ответа
