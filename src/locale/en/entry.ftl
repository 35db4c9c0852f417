### Entering a value

## An unusual value: taken, but pointed out while it is typed

warning-below-usual = { $figure } is less than usual (from { $min }).
warning-above-usual = { $figure } is more than usual (up to { $max }).
warning-jump = It was { $before } in { $period } and is { $figure } now.
warning-base-differs = On record { $known }, here { $given }: { $base } ({ $whence }).
warning-base-differs-bare = On record { $known }, here { $given }: { $base }.
warning-more-than-whole = The numerator { $part } is greater than the denominator { $whole }.

## What can be typed and what comes of it

entry-forms-number = a number, { $unit }; н is n/a, нд is “no data”
entry-forms-numerator = { $what }: a number out of { $known }, or 87,5 %
entry-forms-ratio = 21/24 ({ $above } / { $below }) or 87,5 %
entry-forms-input = { $what }
entry-will-ask-note = { $what }: an explanation will be needed
entry-replaces = replaces { QUOTE($value) } ({ $name }, { $state })
entry-meets = { $who }, { $time }: { QUOTE($value) } is here already, Enter lets you choose
entry-meets-cleared = { $who }, { $time }: the value was cleared, Enter lets you choose
entry-meets-nothing = the value was taken back meanwhile, Enter lets you choose
entry-now = now { $value }
entry-clears = Enter clears { QUOTE($value) } ({ $name }, { $state })

## What has happened

entry-no-cell = This row has no cell: there is nobody to assess.
entry-last-row = This is the last row.
entry-nothing-to-submit = There is nothing to submit here: no values.
entry-not-choice = Space steps through options; here a number is entered.
entry-cell-gone = The cell of this input is no longer here; the input is kept.
entry-cleared = The value is cleared, it was { QUOTE($value) }. Undo brings it back.

## Reason, note, source, evidence

entry-reason-title = { $what }: the reason
entry-reason-own = A reason of your own…
entry-reason-short = Is that the whole reason? Enter once more takes it so.
entry-reason-turns = Enter: { $what }
entry-reason-question = Why? The reason stays in the journal and in the reports.
entry-note-title = Note · { $what }
entry-note-required = This value needs a note.
entry-note-base = { $why } If this number is right, explain; Enter without text accepts it as it is.
entry-note-unusual = An unusual value. { $why } Explain; Enter without text accepts it as it is.
entry-note-free = A note on the value. Leave it empty to remove it.
entry-source-title = Source of the value
entry-source-question = For instance: вх. № 123 от 12.05.2026. Attached to each value from now on until changed. Leave it empty to remove it.
entry-source-typed = as typed
entry-source-before = set before
entry-source-nothing = No source
entry-source-shown = source: { $source }
entry-source-long = The source is too long: shorten it.
entry-source-of = This document is the source of values: { $names }
entry-source-set = Source of the value: { $source }
entry-source-cleared = The source of the value is taken away.
entry-return-title = Return for revision
entry-return-question = What is to be corrected?
entry-evidence-title = The document that proves it
entry-evidence-none = No document
entry-no-letters = The explanation has no letter in it: say why in words.
entry-note-before-value = There is no value yet: the note stays with the cell.
entry-note-meets = { $who }, { $time }: there is another note by now, { QUOTE($note) }. Enter puts yours in its place.
entry-note-new = A note on the value.

## Unfinished input

entry-restored = Your unfinished input of { $at } is back.
entry-no-unsaved = There is no unfinished input.
entry-unsaved-title = Unfinished input
entry-dropped = The unfinished input is dropped.
ask-restored = Input left unfinished on { $at } is back. To drop it: Ctrl+U, then Esc.

## Two changed the same

conflict-title = { $what }: changed at the same time
conflict-choose-later = What was typed is kept. To choose which stays, go back to this row and press { $key }.
conflict-take-mine = Record mine ({ $who })
conflict-take-nothing = Leave no value: it was taken back
conflict-take-theirs = Keep theirs ({ $who })
conflict-take-note = Keep theirs, mine as a note
conflict-note = Another value: { $value }
entry-unexplained = { $what }: taken without an explanation.
entry-reopened-so-far = Such changes in this window so far: { $n }.
entry-reopened = { $what }: it was { QUOTE($said) }, { $state }. Now it is only entered again.
