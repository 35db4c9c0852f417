### A scale being made: what could not be read, what is wrong, which way the formula points

## A line that could not be read

unread-empty = no values are given
unread-unknown = { QUOTE($piece) } means nothing here
unread-number-missing = no number after { QUOTE($piece) }
unread-extra = { QUOTE($piece) } is too much
unread-twice-same = the same end twice, the second time in { QUOTE($piece) }
unread-brackets = wrong brackets beside { QUOTE($piece) }, write it so: [40; 60)
unread-two-signs = two decimal signs in { QUOTE($piece) }
unread-digits = too many digits in { QUOTE($piece) }
unread-number = { QUOTE($piece) } is not a number

## What is wrong with the rows

defect-no-row = The scale has no row.
defect-one-row = The scale has one row: everybody will have the same points.
defect-unreadable = Row { $row } could not be read, { $why }.
defect-no-points = Row { $row }: no points are given.
defect-reversed = Row { $row }: it begins above its end.
defect-nothing = Row { $row }: no number falls into it.
defect-out-of-bounds = Row { $row }: there are no such values, possible are { $min } to { $max }.
defect-out-below = Row { $row }: there are no such values, possible are values from { $min }.
defect-out-above = Row { $row }: there are no such values, possible are values up to { $max }.
defect-gap = Rows { $first } and { $second }: the value { $sample } falls into no row.
defect-overlap = Rows { $first } and { $second }: the value { $sample } falls into both, and their points differ.
defect-below-lowest = Row { $row }: the value { $sample } is below it and falls into no row.
defect-above-highest = Row { $row }: the value { $sample } is above it and falls into no row.
defect-share-without-end = If there is never more than 100, give “Possible up to” 100 in the form of the indicator.

## What is wrong with the points

defect-wrong-way-higher = As the value grows the points fall, and higher is better.
defect-wrong-way-lower = As the value grows the points grow, and lower is better.
defect-not-monotone-higher = Rows { $first } and { $second }: as the value grows the points fall, and higher is better.
defect-not-monotone-lower = Rows { $first } and { $second }: as the value grows the points grow, and lower is better.
defect-nothing-to-gain = The most points are { $most }: the indicator will count in no index, points above 0 are needed.
defect-negative = Row { $row }: the points are below 0, { $points }.

## Other ways to score

misfit-wrong-measure = The way to score does not fit the indicator: an option has no number, a number has no options.
misfit-option-count = The options are { $options }, and points are given for { $points }.
misfit-never-moves = The points are the same whatever the value: { $points }.
misfit-yes-no-higher = “No” has more points than “yes”, and higher is better.
misfit-yes-no-lower = “Yes” has more points than “no”, and lower is better.
misfit-floor-above-cap = The fewest points, { $floor }, are more than the most, { $cap }.
misfit-start-outside = At zero the points are { $start }, and they are kept from { $floor } to { $cap }.
misfit-cap-out-of-reach = The most points, { $cap }, cannot be reached: possible values give { $reached } at most.
misfit-direct-bounds = The most points are { $max }, and the greatest possible value is { $bound }.
misfit-best-may-be-zero = If the best value is 0, all others will have 0 points.
misfit-below-zero = Any value below 0 will have 0 points.

## Which way the formula points

pointing-numerator = The numerator grows → the indicator { $figure ->
    [grows] grows
    [falls] falls
    [stays] stays
   *[other] grows and falls
} → the points { $points ->
    [grows] grow
    [falls] fall
    [stays] stay
   *[other] grow and fall
}
pointing-value = The value grows → the points { $points ->
    [grows] grow
    [falls] fall
    [stays] stay
   *[other] grow and fall
}
pointing-current = This period’s value grows → the change grows → the points { $points ->
    [grows] grow
    [falls] fall
    [stays] stay
   *[other] grow and fall
}
pointing-own = The own value grows → its ratio to the reference grows → the points { $points ->
    [grows] grow
    [falls] fall
    [stays] stay
   *[other] grow and fall
}
pointing-against-higher = { $pointing }, and higher is better
pointing-against-lower = { $pointing }, and lower is better
pointing-swapped = Numerator and denominator seem to be swapped: { QUOTE($above) } is above, { QUOTE($below) } below.
pointing-swapped-points = Numerator and denominator seem to be swapped: { QUOTE($above) } is above, { QUOTE($below) } below. The denominator grows → the points { $points ->
    [grows] grow
    [falls] fall
    [stays] stay
   *[other] grow and fall
}.
