# Rules of checking
kind-rule = rule of checking
kind-confirmation = confirmation
name-rule = rule { QUOTE($rule) }, ed. { $edition }
name-confirmation = confirmation · { $cell } · { $rule }
field-importance = importance
field-threshold = threshold
field-marks = marks
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
base-given = here { $given }, on record { $known }: { $base } ({ $whence })
base-given-bare = here { $given }, on record { $known }: { $base }
# The same under the heading of the rule
finding-below-usual = { $figure }, usually from { $min }
finding-above-usual = { $figure }, usually to { $max }
finding-jump = { $before } in { $period }, now { $figure }
finding-outside-own = { $figure }, so far { $min } to { $max }
finding-outlier = { $figure }, median { $median }
finding-half-given = { $percent }; { $base }: { $known }
finding-more-than-whole = { $part } of { $whole }
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
findings-only = Not all is shown: { $what }. Esc shows all.
findings-not-shown = The marked findings are not shown: take away the filter ({ $filter }) or the marks ({ $clear }).
findings-hidden-how = The others are shown by filter: importance and entered by you { $filter }, direction { $direction }.
findings-only-importance = importance { $importance }
findings-only-own = entered by me
findings-only-own-today = entered by me today
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
finding-of = { $said } · { $state }
found-at-value = { $rule }: { $said }
findings-of = { $n ->
    [one] { $n } finding: { $names }
   *[other] { $n } findings: { $names }
}
finding-explained = explained: { $note }
finding-confirmed = confirmed: { $note } – { $who }, { $time }
finding-confirmed-own = confirmed: { $note } – { $who }, { $time }, of their own value
period-own-confirmed = { $n ->
    [one] { $n } finding of high importance was confirmed by nobody but the author of the value: { $names }.
   *[other] { $n } findings of high importance were confirmed by nobody but the authors of the values: { $names }.
}
finding-why = Why is the value right? A note confirms it.
finding-why-again = Why is the value right? An empty note takes the confirmation back.
finding-why-empty = Write why the value is right: a finding is not confirmed without a word.
finding-not-confirmed = Nobody has confirmed this finding.
finding-gone = There is no such finding any more: the value has changed.
deed-confirmed = Confirmed: { $what }
deed-confirmed-many = Findings confirmed: { $n }
deed-unconfirmed = No longer confirmed: { $what }
deed-unconfirmed-many = Confirmations taken back: { $n }
hint-to-value = to the value
hint-base = base quantity
hint-confirm = confirm
hint-mark = mark
hint-rested = at rest, too
# The rules of an edition
section-rules = Rules of checking
words-rules = rules thresholds bounds importance jump outlier
caption-rule = rule
field-to-do = what to do
caption-usual = usually
caption-own-rules = changed
usual-otherwise-said = another text
rules-about = By these rules the values of the periods bound to the edition are looked over. What they find is on the page of findings.
rules-of-importance = Importance { $importance }
rules-foot = { $key } makes a rule the usual one again
rule-is-usual = The rule is the usual one already.
threshold-jump = { $number } pp
threshold-own-range = { $number } × span
threshold-outlier = { $number } dev.
threshold-copied = figures: { $number }
measures-jump = By how many percentage points a value may differ from the period before. The threshold of the indicator itself goes before it.
measures-own-range = How many spans of its earlier values a figure may lie beyond them. It takes three earlier periods.
measures-outlier = How many usual deviations from the median. A usual deviation is the median of deviations (MAD) ÷ 0.6745; 3.5 is customary.
measures-copied = How many figures of an organisation are those of the period before, where its whole row is. Of fewer it says nothing.
means-high = a period is not closed before it is put right or confirmed.
means-medium = is told among the findings, and keeps no period open.
means-low = is told at the end of the findings.
means-off = the rule is not asked.
about-unfit = Looks for values that the indicator does not take: beyond what is possible, or of another kind than this edition measures.
about-more-than-whole = Looks for shares of more than their whole, where the indicator can’t pass 100 %.
about-half-given = Looks for percentages without their parts, of which one is known: with the other one the value counts in the municipality.
about-base-differs = Looks for base quantities that two indicators of one organisation give as different numbers.
about-count = Looks for counts that are not whole or below zero, and for expert points above the most.
about-zero-unexplained = Looks for 0 expert points without a word why.
about-unusual = Looks for values outside the usual bounds of the indicator.
about-jump = Looks for values that moved a long way from the period before.
about-own-range = Looks for values far beyond all that the organisation had so far.
about-outlier = Looks for values far from the median of organisations of the same kind. One or two extremes do not move a median.
about-copied = Looks for organisations all of whose figures are those of the period before: the row may have been copied.
about-note-missing = Looks for values without the note that the indicator asks for.
about-evidence-missing = Looks for values without the document that the indicator asks for.
# The form of a rule
button-write-rule = Record the rule
label-importance = Importance
label-threshold = Threshold
label-to-do = What to do
help-rule-to-do = What is told beside a finding. Empty: the usual text, { QUOTE($usual) }.
hint-usual-threshold = usually { $usual }
rule-threshold-above = The threshold is above 0.
trouble-rule-off = The rule is off: such mistakes will not keep a period open.
trouble-finds-nothing = With this threshold the rule finds nothing.
trouble-finds-too-much = With this threshold the rule finds nearly every third value.
