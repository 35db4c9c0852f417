# The screen «Entry»: organisations in rows, indicators in columns.

grid-options = { $n ->
    [one] { $n } option
   *[other] { $n } options
}
grid-computed = { $unit }, comp.
grid-bounds = { $min }–{ $max }
grid-block = Marked: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} × { $columns ->
    [one] { $columns } column
   *[other] { $columns } columns
}
grid-end = The last cell of the sheet: there is nothing more to enter.
grid-row-is-filled = Everything is entered in this row. { $key } once more goes to the next empty cell of the sheet.
grid-next-column = The column has ended; next is indicator { $code }.
grid-no-columns = The indicators of this direction are not collected in this period.
grid-no-rows = There is no organisation in this period.
grid-nothing-fits = Nothing fits the filter. Esc takes it away.
grid-vacancy = The indicator is about a head, and there was none at the time: there is nothing to enter.
grid-not-collected = The indicator is not collected from this organisation.
grid-rows = { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
grid-all-directions = All directions
grid-marking = marking
grid-filled = entered
grid-no-data-short = n/d
grid-sign-conflict = two values
grid-sign-refused = refused, set aside
grid-sign-pending = being sent
grid-sign-fresh = changed by a colleague
grid-sign-returned = returned
grid-sign-corrected = corrected
grid-sign-outlier = outlier
grid-sign-attention = needs attention
grid-sign-submitted = submitted
grid-sign-approved = approved
grid-sign-percent-only = percent only
grid-sign-noted = with a note
grid-sign-computed = computed
grid-sign-entered = entered
grid-sign-not-applicable = n/a
grid-sign-no-data = no data
grid-sign-closed = closed
grid-sign-empty = empty
grid-sign-not-collected = not collected
sign-more-left = There are more columns on the left
sign-more-right = There are more columns on the right
command-screen-sheet = Entry
command-extend-up = Mark upwards
command-extend-down = Mark downwards
command-extend-left = Mark to the left
command-extend-right = Mark to the right
command-sheet-start = To the first cell
command-sheet-end = To the last cell
command-next-direction = Next direction
command-previous-direction = Previous direction
hint-next-direction = direction
words-sheet = sheet table grid fill in
grid-order-title = Order and choice of rows
grid-by-name = by name
grid-by-falling = { $code }: the largest first
grid-by-rising = { $code }: the smallest first
grid-by-filled = the emptiest first
grid-by-index = by index
grid-all-rows = all rows
grid-incomplete = only rows with something missing
grid-only-sign = only { $code }: { $word }
grid-municipal = The indicator is the municipality’s: its value is entered in the municipality’s row.
grid-of-organisations = The indicator is collected from organisations: the municipality’s row does not enter it.
grid-in-other-row = The value of this organisation is entered in another row of it: { $head }
grid-by-first-option = { $code }: from the first option
grid-by-last-option = { $code }: from the last option
words-sort = sort order choose rows empty returned
words-next-direction = all directions
words-next-empty = empty missing
grid-stays = Entry: there is nothing to close. { $command }
