# Rules of checking
kind-rule = rule of checking
kind-confirmation = confirmation
name-rule = rule { QUOTE($rule) }, ed. { $edition }
name-confirmation = confirmation · { $cell } · { $rule }
field-importance = importance
field-threshold = threshold
rule-unfit = value does not fit its indicator
rule-more-than-whole = part greater than the whole
rule-half-given = one part of two is given
rule-base-differs = base quantity differs
rule-count = not whole, below zero or above the most
rule-zero-unexplained = 0 expert points without a word why
rule-unusual = outside the usual bounds
rule-jump = jump against the period before
rule-own-range = outside its own earlier values
rule-outlier = outlier among organisations
rule-copied = same as the period before
rule-note-missing = obligatory note is missing
rule-evidence-missing = obligatory document is missing
importance-high = high
importance-medium = medium
importance-low = low
importance-off = off
# What to do
todo-unfit = Check the value against the edition in force and enter it anew.
todo-more-than-whole = Check both parts against the report: they may be swapped, or be of different people.
todo-half-given = Ask for the missing part and enter the value as a ratio.
todo-base-differs = Find out which number is right and correct the base quantity or the value that differs.
todo-count = Check the number at its source: people, cases and days are whole, points are at most the maximum.
todo-zero-unexplained = Add a note: why the experts gave 0 points.
todo-unusual = Check the number at its source; if it is right, explain it in the note.
todo-jump = Check both periods at their source; if it did change, explain why.
todo-own-range = Check the number at its source; if it is right, explain what has changed.
todo-outlier = Check the number at its source: unit, decimal comma, organisation; if it is right, explain it.
todo-copied = Make sure that these are data of this period and not copied from the one before.
todo-note-missing = Add a note: the indicator asks for it.
todo-evidence-missing = Name the document that proves the value.
# What was found
warning-outside-own = { $figure }; so far the organisation had from { $min } to { $max }.
warning-outlier = { $n ->
    [one] { $figure } is far from the others: the median of { $n } value is { $median }.
   *[other] { $figure } is far from the others: the median of { $n } values is { $median }.
}
warning-outlier-alike = { $n ->
    [one] { $figure } is far from the others: the median of { $n } organisation of the kind is { $median }.
   *[other] { $figure } is far from the others: the median of { $n } organisations of the kind is { $median }.
}
warning-half-given = A percentage without its parts, though one of them is known: { $base }, { $known }.
warning-other-measure = This is not what the indicator measures in this edition.
warning-impossible = { $figure } does not fit: { $bounds }.
warning-no-count = { $number } is not a whole number, or below zero.
warning-beyond-points = { $number } is outside of the possible points: 0 to { $max }.
warning-zero-unexplained = 0 points are given without a word why.
warning-note-missing = The obligatory note is missing.
warning-evidence-missing = The obligatory document is not named.
warning-copied = { $n ->
    [one] The whole row, { $n } figure, is that of { $period }.
   *[other] The whole row, { $n } figures, is that of { $period }.
}
# What keeps a period from being closed
refusal-unconfirmed = { $n ->
    [one] { $period } can’t be closed: { $n } finding of high importance is left.
   *[other] { $period } can’t be closed: { $n } findings of high importance are left.
}
refusal-unconfirmed-next = Correct the values or confirm the findings with a note: “Check of values”.
# The page of findings
command-findings = Check of values
words-findings = findings errors outliers jumps unusual confirm
findings-counts = Open: high importance – { $high }, medium – { $medium }, low – { $low }; at rest – { $rests }.
findings-only = Not all is shown: { $what }.
findings-only-importance = importance { $importance }
findings-only-direction = direction { $direction }
findings-of-rule = { $rule } · importance { $importance }
findings-none = There are no findings.
findings-more = { $n ->
    [one] and { $n } more finding
   *[other] and { $n } more findings
}
findings-open = { $n ->
    [one] Check of values: { $n } finding is open ({ $command }).
   *[other] Check of values: { $n } findings are open ({ $command }).
}
findings-chosen = { $n ->
    [one] { $n } finding
   *[other] { $n } findings
}
finding-explained = explained: { $note }
finding-confirmed = confirmed: { $note } – { $who }, { $time }
finding-why = Why is the value right? A note confirms it.
finding-why-again = Why is the value right? An empty note takes the confirmation back.
hint-confirm = confirm
hint-mark = mark
hint-rested = at rest, too
