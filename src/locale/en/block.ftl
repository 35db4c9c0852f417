# Many cells as one step: pasting, filling, clearing.

block-paste = Paste
block-fill-down = Fill down
block-as-before = As in the last period
block-repeat = Repeat the entry
block-clear = Clear
block-not-applicable = Put «n/a»
block-no-data = Put «no data»
block-title = { $what }: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} × { $columns ->
    [one] { $columns } column
   *[other] { $columns } columns
}
block-changes = change: { $n }
block-reopened = of these handed in or approved: { $n }
block-returned = returned: { $n }
block-waits = want words: { $n }
block-refused = refused: { $n }
block-left-out = stay as they are: { $n }
block-same = there already: { $n }
block-nothing = not collected: { $n }
block-computed = computed: { $n }
block-blank = blank: { $n }
block-beyond = beyond the sheet: { $n }
block-cell = Cell
block-was = Now
block-becomes = Becomes
block-why = Remark
block-says-same = It is there already.
block-contradicts = Another value is given for this cell as well.
block-is-left-out = Stays as it is.
block-waits-note = A note is needed.
block-waits-reason = A reason is needed.
block-reopens = It will be «entered» again.
block-met = { $who }, { $time }: there is { QUOTE($value) } already.
block-take-theirs = Keep theirs
block-take-mine = Enter mine
block-take-theirs-all = Keep theirs everywhere: { $n }
block-take-mine-all = Enter mine everywhere: { $n }
block-note-question = { $n ->
    [one] A note for { $n } row.
   *[other] One note for { $n } rows.
}
block-waits-first = Words first, for { $n }. { $note } writes the same for all, Enter writes for this row, { $out } leaves it out.
block-by-both = rows and columns by their names
block-by-rows = rows by their names
block-by-columns = columns by their indicators
block-unknown = not known and left out: { $names }
block-nameless = in rows without a name: { $n }
block-several = two heads, enter on the sheet: { $n }
block-columns-unknown = It is not clear of which indicators the columns are: the first one holds words. Copy the table with the row of codes or titles of indicators.
block-of-two-heads = Among these rows are organisations that had two heads, each with a value of their own: it is not clear whose the table has. Paste it with the column of names, and enter the values of such heads one by one.
block-rows-unclear = Some organisations have two rows on the sheet, and it is not clear whether the table has the second ones. Paste it with the column of names.
block-over = replaces what is there: { $n }
block-lost = not kept, paste again: { $n }
block-met-count = changed by colleagues: { $n }
block-unkept = not kept if the window closes: { $n }
block-retype = What is to stand in this cell?
block-hint-edit = put right
block-refused-block = What was refused stays as an unfinished paste, values: { $n }.
block-nothing-changes = Nothing would change. Esc closes.
block-nothing-here = { $what }: there is nothing to enter here
block-still-saving = What was entered before is still on its way. Press Enter again.
block-left = Nothing was changed.
block-refused-kept = What was refused stays in its cells as unfinished input: { $n }.
block-no-problem = No row needs attention.
block-unsaved = A note for rows of a block
block-nothing-copied = Nothing has been copied here yet. What another program has copied is pasted by the terminal: Shift+Insert or Ctrl+Shift+V.
block-carried = Carried over from { $period }
block-carried-note = Carried over from { $period }: { $note }
block-nothing-above = Nothing is entered above.
block-no-before = There is no period before.
block-nothing-before = Nothing was entered here in the last period.
block-nothing-last = There is nothing to repeat: nothing has been entered here yet.
block-hint-write = enter all
block-hint-clear = clear
block-hint-leave = leave
block-hint-row = row
block-hint-next = problem
block-hint-note = note
block-hint-all = all rows
