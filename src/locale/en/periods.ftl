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
refusal-still-open-next = Values of an open period are entered and changed as usual.
