### What an edition would change, and how one differs from another

impact-title = What would change: { $from } → { $to } · { $period }
impact-gone = This edition is no longer there.
impact-row-gone = This row is no longer in this period.
impact-own = The period is scored by this edition already. Choose another period.
impact-closed = The period is closed: on the right is what it would be, scored anew by this edition.
impact-nobody = No index, level or place would change.
impact-indices = Index changes: { $n } of { $of } (higher { $up }, lower { $down })
impact-levels = Level: { $what }
impact-level-up = higher { $n }
impact-level-down = lower { $n }
impact-level-gained = gained { $n }
impact-level-lost = no longer given { $n }
impact-places = Place changes: { $n }; with a place { $before } before, { $after } after
impact-municipality = Of the municipality itself: { $before } → { $after }
impact-due = Would be due: { $what }
impact-computed = Added, computed and not entered: { $what }
impact-dropped = No longer scored, values kept: { $what }
impact-dropped-one = { $what } ({ $n ->
    [0] no values
    [one] { $n } value
   *[other] { $n } values
})
impact-incomparable = Measured otherwise, not comparable: { $what }
impact-unscored = Give no points: { $what }
unscored-printed = scale still as printed
unscored-blank = no scale yet
unscored-nothing = nothing to gain by the scale
unscored-no-direction = direction not in the edition
impact-rescaled = Another scale: { $what }
impact-reweighted = Another weight or direction: { $what }
impact-directions = Another weight of directions: { $what }
impact-rules = Other rules of the edition: { $what }
impact-findings = Findings – { $before } → { $after }, of high importance – { $high } → { $then }.
impact-finding-new = comes, importance { $importance }: { $what }
impact-finding-gone = goes: { $what }
impact-finding-other = importance { $before } → { $after }: { $what }
impact-findings-more = { $n ->
    [one] and { $n } more finding
   *[other] and { $n } more findings
}
impact-checks = Other rules of checking: { $what }
rule-levels = levels
rule-completeness = completeness
rule-min-months = time in office

impact-heads = Heads
impact-was = was
impact-would = would be
impact-no-level = no level
impact-changed = changed
impact-median = median
impact-list = Whom and how: { $n } of { $of }, { $order }
order-by-change = greatest change first
order-by-name = by organisation
order-by-place = by the new place
impact-index = index
impact-weight = weight of the indicator { $before } → { $after }
impact-direction-weight = weight of the direction { $before } → { $after }
impact-by = change
impact-level = level
impact-place = place
impact-mover = most of it
impact-filled = filled
impact-indicator = Indicator
impact-figure = value
impact-points = points
impact-gives = share
choose-edition = First choose an edition in the section Editions.
hint-other-period = period

spread-outside = off the scale
spread-counted = { $n ->
    [one] { $n } value
   *[other] { $n } values
}
spread-middle = { $min } to { $max }, median { $median }
spread-nothing = without a value { $n }

compare-title = Editions compared: { $from } → { $to }
compare-nothing = There is only one edition: nothing to compare with.
compare-same = The editions say the same.
compare-rules = Rules of the edition
compare-directions = Directions: { $what }
compare-indicators = Indicators: { $what }
compare-checks = Rules of checking: { $what }
compare-added = new { $n }
compare-revived = revived { $n }
compare-changed = changed { $n }
compare-retired = retired { $n }
compare-removed = removed { $n }
difference-added = new
difference-revived = revived
difference-changed = changed
difference-retired = retired
difference-removed = removed
hint-other-edition = edition
field-better = better
field-measured-on = measured on
field-origin-note = source of the scale
field-part-any = { $title } (any number)
field-whole-number = { $word }, whole
