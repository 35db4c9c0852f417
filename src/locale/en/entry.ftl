### Entering a value

## An unusual value: taken, but pointed out while it is typed

warning-below-usual = { $figure } is less than usual: from { $min }.
warning-above-usual = { $figure } is more than usual: up to { $max }.
warning-jump = It was { $before } in { $period } and is { $figure } now: check it.
warning-base-differs = { $base }: { $known } is on record, here it is { $given }.
warning-more-than-whole = The part { $part } is greater than the whole { $whole }.
