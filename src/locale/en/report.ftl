### Papers: the evaluation sheet

cli-sheet-about = Print the evaluation sheet of a head
cli-example-sheet = the sheet of the head of school 12
sheet-organisation = Organisation
sheet-head = Head
sheet-period = Period
sheet-period-said = { $name }, { $from } to { $to }, { $state }
sheet-approved = results approved: { $document }
sheet-edition = Indicators
sheet-indicator = Indicator
sheet-points = points
sheet-index = index { $index } · entered { $share }
sheet-value = value
sheet-note = note
sheet-correction = corrected
sheet-corrected = was { QUOTE($was) }, now { QUOTE($now) }: { $document }; points as in the results of the period
sheet-scale = scale
sheet-source = source
sheet-overall = Overall index
sheet-made = Made by (post, signature, date):
sheet-read = Results seen (signature, date):
sheet-signed = ____ ______________ 20___
