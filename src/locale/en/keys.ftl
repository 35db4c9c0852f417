### Commands, keys, help

## Commands: at most 28 characters

command-up = Line up
command-down = Line down
command-left = Left
command-right = Right
command-page-up = Page up
command-page-down = Page down
command-first = To the first
command-last = To the last
command-next-pane = Next pane
command-previous-pane = Previous pane
command-open = Open, confirm
command-close = Back, close
command-next-empty = Next unfilled
command-next-attention = Next that needs attention
command-mark = Mark the row
command-mark-all = Mark all rows
command-clear-marks = Clear the marks
command-edit-value = Enter a value
command-edit = Edit
command-not-applicable = Not applicable
command-no-data = No data
command-clear-value = Clear the value
command-step-choice = Next choice
command-fill-down = Fill down
command-as-before = As in the last period
command-repeat-entry = Repeat the last entry
command-paste-copied = Paste what was copied
command-not-applicable-direction = The whole direction: «n/a»
command-note = Note
command-source = Source of the value
command-evidence = Evidence document
command-flag = Flag for follow-up
command-submit = Submit for review
command-approve = Approve
command-return-value = Return for revision
command-restore-unsaved = Unfinished input
command-drop-unsaved = Discard what was typed
command-recommend = Recommendation
command-decide = Decision
command-report = Report of execution
command-next-state = Next state
command-prolong = Prolong the term
command-release = Release from control
command-add-document = New document
command-add-organisation = New organisation
command-appoint = Appoint a head
command-users = Users
words-users = accounts, access, roles, rights, staff
words-organisations = schools, kindergartens, institutions
words-persons = people, heads, appointments, staff, names, qualifications, attestations, contracts
words-editions = catalogue, criteria, directions, indicators, scales, weights
words-documents = orders, resolutions, letters, acts
words-base-quantities = headcounts, denominators
words-reserve = candidates, managerial reserve
words-duplicate = duplicate, clone
words-impact = whom it moves, preview
words-compare = differences
words-publish-edition = bring into force, approve
words-objections = complaints, appeals
command-add-user = Add a user
command-name-deputy = Name a deputy
command-search = Search
command-filter = Filter
command-card = Card of the head
command-chain = Chain
command-cell-history = History of the value
command-scale = Scale and definition
command-expand-detail = Detail on the whole screen
command-pivot = Heads first
command-impact = What would change
command-compare = Compare editions
command-sort = Order and choice of rows
command-choose-period = Choose the period
command-previous-period = Previous period
command-next-period = Next period
command-duplicate = Make a copy
command-move-up = Move up
command-move-down = Move down
command-retire = Retire or take up again
command-remove = Remove what is new
command-remarks = Remarks
command-publish-edition = Publish the edition
command-screen-monitoring = Monitoring
command-screen-catalogue = Catalogue
command-screen-journal = Journal
command-undo = Undo
command-redo = Redo
command-save = Is everything saved
command-copy = Copy
command-plain-page = Page without frames
command-copy-to-file = Write to a file
command-palette = All commands
command-help = Keys
command-redraw = Redraw the screen
command-suspend = Suspend the program
command-quit = Quit
command-base-quantity = Base quantity
command-reference = Reference to compare with
command-edit-organisation = Change the organisation
command-add-period = New period
command-evaluation-sheet = Evaluation sheet
command-who = Who is here
command-settings = Settings

## Groups of commands

group-movement = Movement
group-entry = Entry
group-follow-up = Recommendations and decisions
group-view = View
group-catalogue = Catalogue
group-screens = Screens
group-changes = Undo and saving
group-copying = Copying
group-program = Program

## The line of hints: the word after a key

hint-search = search
hint-edit-value = value
hint-recommend = recommendation
hint-decide = decision
hint-report = report
hint-next-state = state
hint-choose-period = period
hint-cell-history = history
hint-undo = undo
hint-help = keys
hint-quit = quit
hint-filter = filter
hint-card = card
hint-chain = chain
hint-evaluation-sheet = sheet
hint-scale = scale
hint-impact = what changes
hint-compare = compare
hint-publish-edition = publish
hint-duplicate = copy
hint-add = add
hint-sort = order
hint-evidence = document
hint-submit = submit
hint-palette = commands
hint-next-pane = pane
hint-open = open
hint-edit = edit
hint-close = back
hint-choose = choose
hint-own-words = your own
hint-throw-away = throw away
hint-keep = keep
hint-drop = drop
hint-move = move
hint-run = run
hint-accept = accept
hint-down = record, go down
hint-right = right
hint-set-aside = set aside

## Names of keys

key-space = Space
key-up = Up
key-down = Down
key-left = Left
key-right = Right
key-digits = digits
key-not-applicable = н Enter
key-no-data = нд Enter
key-no-data-rest = д Enter
key-letters = letters

## The key table

keys-heading-keys = Keys
keys-heading-command = Command
keys-by-palette = { $key }, then the name
help-by-palette = Without a key: { $key }, then the name
layout-russian = Russian
layout-latin = Latin
command-named = { QUOTE($title) } ({ $key })

## Help

help-here = Here
help-not-here = Elsewhere
help-signs = Signs
help-digits-enter = enter a value: 21/24, 87,5 %
help-digits-go = to a number or indicator: 12, 6.2
help-cell-enter = record and go down
help-cell-tab = record and go right
help-cell-back-tab = record and go left
help-cell-esc = leave; what is typed is kept
help-cell-edit = arrows: in the text or by rows
help-cell-space = the next option
help-cell-not-applicable = record “n/a”
help-cell-no-data = record “no data”

## Signs

sign-done = approved
sign-pending = under review
sign-failed = returned for revision
sign-note = has a note, or a percent without parts
sign-warning = needs attention; in the card: overdue
sign-open = draft of a recommendation or decision
sign-running = under control, being executed
sign-empty = not entered
sign-none = not collected, or nobody to assess
sign-break = not comparable: another edition or another head
sign-up = higher than before
sign-down = lower than before
sign-same = as before
sign-cursor = the row under the cursor
sign-cursor-idle = row of another pane; where text is typed
sign-marked = the row is marked
sign-ellipsis = the text is cut, or a value is loading
sign-more-above = on a frame: there are rows above
sign-more-below = on a frame: there are rows below
sign-changed = changed by two at once, choose a value
sign-corrected = put right after the period was closed
sign-unconfirmed = being saved
sign-fresh = changed by somebody else
sign-colleague = somebody else is here

## A command that does not apply here

not-here = not here
no-such-command = No such command.
does-not-apply-here-way = { QUOTE($what) } does not apply here. { $way }.
way-rows = to the heads
way-detail = to the detail
way-lists = to the lists on the left
way-monitoring = to Monitoring
way-card = to the card
way-chain = to the chain
way-journal = to the journal
way-catalogue = to the catalogue
way-back = back

## Why a key cannot be bound

key-is-backspace = a terminal sends it as Backspace
key-is-tab = a terminal sends it as Tab
key-is-enter = a terminal sends it as Enter
key-is-esc = a terminal sends it as Esc
key-not-sent = terminals do not send it
key-taken-by-window = the terminal window keeps it
key-flow-control = it stops the output; only “Is everything saved” may stand on it
key-begins-entry = it begins the entry of a value

## Faults of a keymap

keymap-not-toml = the line is not TOML. A key is written like this: { $example }
keymap-unknown-field = no field { QUOTE($field) }. There are name, title, title-en, base, unbound and the table keys
keymap-wrong-kind = the field { QUOTE($field) } has a value of another kind. Texts stand in quotes, unbound is a list, keys is a table
keymap-unknown-base = no keymap { QUOTE($given) }. There are { $known }
keymap-unknown-key = no key { QUOTE($given) }. There are, for instance, п, Ctrl+Z, F2, Space, PgDn; at most { $most } in a row
keymap-unknown-command = no command { QUOTE($given) }. See the list: smotr keys
keymap-unknown-command-near = no command { QUOTE($given) }. Did you mean { $nearest } ({ $title })?
keymap-conflict = { QUOTE($keys) } and the keys of line { $line } begin alike. Only one of the two can stay
keymap-repeated = there is such a line already. Only one can stay
keymap-forbidden = the key { $key } cannot be bound, because { $why }. Take another
keymap-bound-and-unbound = the command { $command } ({ $title }) stands in unbound and has a key. Only one of the two can stay
keymap-no-key = the command { $command } ({ $title }) has no key. It needs a key or a place in unbound
keymap-only-frail = the key of { $command } ({ $title }) is not in every layout and not in every terminal. Add a letter or an F-key
keymap-out-of-reach = the command { $command } ({ $title }) is out of reach in the { $layout } layout. Add a key
keymap-out-of-reach-taken = the command { $command } ({ $title }) is out of reach in the { $layout } layout, where { QUOTE($keys) } is { QUOTE($other) }. Add a key
keymap-fault-and-more = { $n ->
    [one] { $first }; and { $n } more fault, see smotr doctor
   *[other] { $first }; and { $n } more faults, see smotr doctor
}
