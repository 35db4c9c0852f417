### Screens: headers, panes, detail, chain, card
acting-head = acting { $name }
caption-change = change
caption-head = head
caption-indicator = indicator
caption-organisation = school
caption-points = points
caption-unit = unit
caption-value = value
choose-leader = Choose a school on the left.
does-not-apply-here = “{ $what }” does not apply here.
header-open = smotr · { $kind } { $period } · entry until { $deadline } · catalogue, ed. { $edition }
header-state = smotr · { $kind } { $period } · { $state } · catalogue, ed. { $edition }
municipality = Municipality
no-directions = The catalogue of the period has no directions.
no-earlier-period = There is no earlier period.
no-indicators = The direction has no indicators.
no-later-period = There is no later period.
no-organisations = There are no schools yet. Add the first one: “Add a school” in the list of commands.
no-periods = There are no periods yet.
not-computed = not computed
nothing-collected-here = Nothing is collected here for this indicator.
nothing-empty = The period has no cells to fill.
nothing-fits-filter = Nothing fits the filter. Esc takes it away.
nothing-needs-attention = Nothing in the period needs attention.
pane-directions = Directions
pane-indicators = Indicators
pane-leaders = Heads
saved-but-unsaved = { $n ->
    [one] Everything accepted is saved. { $n } unfinished input is kept, too.
   *[other] Everything accepted is saved. { $n } unfinished inputs are kept, too.
}
saving = saving
unsaved-count = unfinished: { $n }
values-loading = Values are loading…
