### The first day

cli-init-about = Make a store and set it up
cli-option-municipality = name of the municipality
cli-option-catalogue = a catalogue file or empty; the supplied catalogue without it
cli-example-init = with the supplied catalogue
cli-example-init-empty = with an empty catalogue
cli-init-there = There is a store in { $path } already.
cli-init-there-next = Open it with smotr, or name another folder: --data.
cli-init-municipality = Name of the municipality:
cli-init-name = Your surname, given name and patronymic (may be left out):
cli-init-unnamed = The name of the municipality is not given.
cli-init-unnamed-next = Add --municipality NAME.
cli-init-faulty = A store can’t begin with such a catalogue.
cli-init-too-early = The edition applies from { $applies_from }, and the first period begins earlier, on { $from }.
cli-init-too-early-next = Mend in the file from which day it applies, or begin with --catalogue empty and read it as a working edition.
cli-init-faulty-next = Mend the file, or begin with --catalogue empty and read it as a working edition.
cli-init-done = The store is made in { $path }, its first period is { $period }.
command-begin = First steps
begin-about = The store is empty. Say what matters; the rest can be changed later.
begin-over = The store is set up already.
begin-catalogue = Catalogue of indicators
begin-supplied = the supplied one: 6 directions, 36 indicators
begin-file = from a file: TOML or a workbook of Excel
begin-path = Catalogue file
begin-path-how = ~/catalogue.toml; the home folder if no folder is named
begin-path-empty = Say where the catalogue file is, or choose another catalogue.
begin-reading = The file is being read. See what is in it, and press F2 again.
begin-reader-broke = The file was not read: a fault of the program. Try again, or name another file.
begin-no-file = { $path } is a folder or a device, and a file is needed.
begin-found = In the file: { $directions ->
    [one] { $directions } direction
   *[other] { $directions } directions
}, { $indicators ->
    [one] { $indicators } indicator
   *[other] { $indicators } indicators
}; weights come to { $sum }.
begin-found-act = It rests on: { $act }.
begin-found-next = No errors: F2 begins with this catalogue.
begin-empty = empty: one’s own from nothing
begin-empty-how = indicators are entered on the screen Catalogue (F8)
begin-period = First period
begin-name-how = what the journal calls you; may be left out
button-begin = Begin
