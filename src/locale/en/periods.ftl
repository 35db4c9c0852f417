### Periods: from opening to results

## Why not

refusal-deadline-passed = Entry ended on { $date }.
refusal-deadline-passed-of = Entry for { $organisation } ended on { $date }.
refusal-deadline-passed-next = { $n ->
    [one] { $names } may give more time: F8 → Periods.
   *[other] { $names } may give more time: F8 → Periods.
}
refusal-deadline-passed-role-next = An administrator or a head of department gives more time: F8 → Periods.
refusal-period-overlaps = Period { $period } of the same kind has some of these days.
refusal-period-overlaps-next = Change the dates: periods of one kind do not overlap.
refusal-move-instead = Values have been entered for period { $period } already.
refusal-move-instead-next = Its kind no longer changes; its edition changes by moving it: F8 → Periods, “Move to another edition”.
refusal-unready = { $n ->
    [one] Period { $period } is not ready to be closed: { $n } thing to look at.
   *[other] Period { $period } is not ready to be closed: { $n } things to look at.
}
refusal-unready-next = Look through the list; it can be closed all the same if you say so.
refusal-still-open = Period { $period } is not closed.
refusal-still-open-next = There are results once it is closed; while it is open, values are entered and changed as usual.
refusal-under-review = { $subject }: the period is on review and the value approved. It is sent back before it is changed.
refusal-closing-stands = Period { $period } is closed and has its results: a closing is not taken back.
refusal-closing-stands-next = If it has to be open again: F8 → “Periods”, step { QUOTE($step) }, with a reason.
refusal-results-differ = What the results of period { $period } are made of has changed since its closing was taken back.
refusal-results-differ-next = Close the period anew: its results will be those of today.
refusal-scores-differ = What the results of period { $period } are made of has changed since its new scoring was taken back.
refusal-scores-differ-next = Score the period anew: its results will be those of today.
refusal-no-other-edition = There is no other published edition for { $period }.
refusal-no-other-edition-next = Publish an edition that applies before the period ends: F8 → “Editions”.

## What can be done with a period

period-open-entry = Open for entry
period-open-entry-does = methodists enter values
period-to-review = Go on to review
period-to-review-does = what is approved changes once sent back
period-readiness = Ready to be closed?
period-readiness-does = what is missing
words-readiness = ready close period missing not approved completeness
readiness-only = Shown only: { $what }.
readiness-counted = { $what } – { $number }
readiness-stays = Doesn’t keep it open, but would stay so: { $what }.
readiness-can = Nothing keeps it open: { $command }.
readiness-blocked = { $n ->
    [one] Keeps it open: { $n } finding of high importance. Correct the value or confirm it with a note.
   *[other] Keep it open: { $n } findings of high importance. Correct the values or confirm them with a note.
}
readiness-none = None of these is left: { $filter } shows the next kind.
hint-other-way = other kind
hint-all = show all
words-close-period = close end finish year results
period-close = Close the period
period-close-does = its results are written
period-approve = Approve the results
period-approve-does = name the act
period-move = Move to another edition
period-move-does = values stay
period-rescore = Score anew
period-rescore-does = new results for the old
period-reopen = Open the closed period
period-reopen-does = its results are taken out
period-steps-by = steps: { $key }
step-needs-role = takes the role { QUOTE($role) }
step-blocked = { $n ->
    [one] { $n } finding of high importance
   *[other] { $n } findings of high importance
}
step-not-open-yet = entry is not open yet
step-period-closed = the period is closed
step-close-first = close the period first
step-no-other-edition = no other edition that fits
step-open-already = entry is open already
step-in-review-already = the period is under review
period-effect = indices that change – { $indices }, levels – { $levels }
fate-kept = { $n ->
    [one] { $n } value stays with its score
   *[other] { $n } values stay with their scores
}
fate-rescored = { $n ->
    [one] { $n } value is scored differently
   *[other] { $n } values are scored differently
}
fate-due = { $n ->
    [one] { $n } value is newly expected
   *[other] { $n } values are newly expected
}
fate-dropped = { $n ->
    [one] { $n } value is kept unscored
   *[other] { $n } values are kept unscored
}
fate-values = values
fates-title = { $what } · { $period }: { $from } → { $to }
hint-other-lot = another list
hint-by-indicator = by indicator
hint-by-organisation = by organisation
period-all-ready = Everything is entered and approved.
period-close-not-yet = not yet
period-close-all-the-same = close as it is
period-say-unready = Not everything is ready: choose “close as it is”, or press Esc and look through the list.
label-unready = Not ready
period-whole = { $of ->
    [one] Complete: { $n } of { $of } organisation.
   *[other] Complete: { $n } of { $of } organisations.
}
readiness-and-more = { $n ->
    [one] and { $n } more value: { $filter } shows one kind after another, { $next } one direction after another
   *[other] and { $n } more values: { $filter } shows one kind after another, { $next } one direction after another
}
period-exception-over = more time ended { $date }
period-exception-until = more time until { $date }
period-and-more = { $n ->
    [one] and { $n } more value
   *[other] and { $n } more values
}
unready-missing = not entered
readiness-missing = missing: { $codes }
unready-returned = sent back
unready-entered = not handed in
unready-submitted = not approved
unready-found = high finding
unready-unusual = approved without a note
unready-reference = nothing to compare with

## The period and more time

title-edit-period = Change the period
label-exception = More time
label-exception-until = More time until
exception-of-whom = Say which organisation is given more time, or clear the row.
exception-told = until { $until }, { $reason }
edition-not-offered = The chosen edition is no longer to be had here. Choose another one.
edition-applies-later = { $edition } applies from { $applies }, and the period begins on { $from }. Choose another edition.
period-waits = The period has not begun: it is opened for entry later, F8 → Periods.
label-locks = After the deadline
locks-not = entry goes on
locks-after = entry is closed
period-locked = was due, entry is closed
period-locked-but = was due, entry is closed (more time: { $names })

## A school year with its parts

label-with = Together with
parts-none = nothing
parts-halves = half-years
parts-quarters = quarters
parts-both = half-years and quarters
part-told = { $name }: { $from }–{ $to }, entry until { $deadline }
parts-planned = { $n ->
    [one] Opened for entry later, F8 → Periods: { $names }.
   *[other] Opened for entry later, F8 → Periods: { $names }.
}
parts-all-planned = They are opened for entry later: F8 → Periods.
periods-apart = { $year } and { $names } will be scored by different editions, and a year is made of its parts: move the others as well, F8 → Periods.
parts-there = { $n ->
    [one] Already there: { $names }.
   *[other] Already there: { $names }.
}
parts-year-there = There is already a { $year }: only its parts are added.
parts-nothing = Nothing to add: all these periods are there.

## A closed period

label-results = results
period-results = organisations – { $organisations }, heads with a place – { $placed }
command-results = Results of the period
results-not-yet = There are no results yet: they are drawn up when a period is closed. What the period { $period } lacks is told by { $command }.
results-heads = Heads: { $n }, { $order }
results-incomplete = incomplete
order-by-place-taken = by place
order-by-filled = least filled first
label-corrections = corrections
period-corrected = { $n ->
    [one] { $n } value put right
   *[other] { $n } values put right
}
label-approved-by = approved by
label-done = history
title-correct = Put a value right
correct-about = Period { $period } is closed. Its results do not change; the correction is shown beside them. The corrected value counts as approved at once.
label-correct-value = The right value
button-correct = Put right
correct-needs-document = Name the document by which the value is put right.
cell-corrected = put right: was { $was } → is { $now }
index-approved = approved { $index }
index-closed = at closing { $index }
index-is-approved = index: approved { $index }
index-is-closed = index: at closing { $index }
index-corrected = with corrections { $index }

## What a step changes

period-close-about = The results of all organisations are written. After that, values change only by a correction with its reason and document.
period-approve-about = The act is shown beside the results; the results do not change.
period-move-about = Values are kept; scales, terms and the list of indicators are those of the new edition.
period-rescore-about = New results are written for the old ones; if they are approved, their act is taken off. The old ones stay in the journal.
period-reopen-about = Results are taken out and entry opens again. Corrected values stay, but no longer marked as corrected; the old results and what each correction rests on stay in the journal.
