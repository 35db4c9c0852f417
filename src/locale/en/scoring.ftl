### The scoring editor

scoring-title = Scale
scoring-method = Scored
scoring-values = Values
scoring-option = Option
scoring-points = Points
scoring-understood = Read as
scoring-now = Now
scoring-most = at most { $n }
scoring-start = Points at zero
scoring-each-unit = For every unit
scoring-floor = Not below
scoring-cap = Not above
scoring-reached-at = at { $value }
scoring-never-reached = whatever the value
scoring-direct-most = Most points
scoring-note = Note
scoring-relative-explained = The best value of the period has 100 points, the others their share of it. There is nothing to set here.

## What is wrong

scoring-fault = fault
scoring-remark = remark
scoring-clean = Nothing is wrong.
scoring-unread-field = Field { QUOTE($field) }. { $why }
scoring-unread-row = Row { $row }. { $why }
scoring-too-wide = The table was not pasted: it has more columns than values and points. Copy two columns.
scoring-more = … and { $n } more

## A value that is tried

scoring-trial = Try
scoring-trial-hint = type a value to see its points
scoring-trial-none = no row
scoring-trial-several = rows { $rows }, with different points
scoring-trial-row = { $points } · row { $row }
scoring-trial-row-no-points = row { $row }, which has no points
scoring-trial-no-points = no points
scoring-trial-impossible = no such values

## Values that are entered

scoring-spread = { $period }: { $n ->
    [0] no values yet
    [one] { $n } value
   *[other] { $n } values
}
scoring-without = no points for { $n }
scoring-moved = points change for { $n }
scoring-former = By ed. { $number }: { $rows }
scoring-option-moved = Option { $option } was { QUOTE($was) } and becomes { QUOTE($is) }: values that are entered hold its number.
scoring-not-in-period = { $period }: the catalogue of this period has no such indicator.
scoring-other-measure = { $period }: the indicator was measured in another way.

## Help for the fields

scoring-help-method = How it is scored: ← →. What was typed for another way stays while the editor is open.
scoring-help-values = The values as the document prints them: “under 40”, “40–59”, “60 and above”, “0,1–5”, “[50; 65)”, in Russian too. A whole table can be pasted.
scoring-help-points = Points for these values; they may be decimals or below zero.
scoring-help-option = The option as whoever enters it will see it.
scoring-help-start = How many points at a value of zero.
scoring-help-per-unit = How many points each unit of the value adds; with a minus if it takes them.
scoring-help-floor = Points never fall below this.
scoring-help-cap = Points never rise above this; it is the most that the indicator gives.
scoring-help-most = The most points that an expert may give.
scoring-help-note = When the points need a note: ← → or Space.
scoring-help-trial = Any value: a number or a ratio, such as 21/24. It does not become part of the catalogue.

## Keys, and what was done by them

scoring-key-mend = mend
scoring-key-add = add a row
scoring-key-remove = remove
scoring-key-move = move
scoring-key-close = close
scoring-mended = Mended. Before: { $rows }. { $key } takes it back.
scoring-nothing-to-mend = Nothing to mend: every value has one row.
scoring-mend-left = The rest is to be put right by hand. { $defect }
scoring-mend-nothing = Put this right by hand. { $defect }
scoring-mend-first = { $defect } Put this right first.
scoring-nothing-back = Nothing has been changed here yet.
scoring-nothing-forth = Nothing to do again.
scoring-kept-printed = Kept as the document prints it: it cannot be published while there are faults.
scoring-unchanged = The scale is as it was.
scoring-published = A published edition never changes; the scale can only be looked at.
scoring-no-number = Type a number.
scoring-no-option = Name the option.
scoring-version = { $way }: { $rows }
