### Objections of heads

command-objection = Objection
command-objections = All objections
no-objections = There are no objections. A new one is written down in the row or on the card of its head: { $command }.
button-objection = Write the objection down
button-answer = Write the answer down
card-objections = Objections
objection-numbered = No. { $number } of { $date }
objection-in-detail = objection No. { $number } of { $date }
objection-due = answer by { $date }
objection-to-all = empty: the results as a whole
objection-of-nobody = The indicator is about a head, and there is none. Choose another one or leave the field empty.
label-objection = Objection
label-objected-to = Indicator
label-received = Received
label-substance = Substance
label-answer-by = Answer by
label-objection-outcome = Outcome
label-answer = Answer
label-answered = Answered on
