### The catalogue in files: smotr catalogue

cli-catalogue-about = The catalogue of indicators: editions, out and in
cli-catalogue-list-about = List the editions
cli-catalogue-export-about = Write an edition into a file: an XLSX workbook or TOML
cli-catalogue-import-about = Read a catalogue from a workbook or a TOML file into a working edition
cli-catalogue-check-about = Check an edition: what keeps it from being published
cli-arg-catalogue-out = where to: ending in xlsx a workbook, else TOML; without it, to the screen
cli-arg-catalogue-in = where from: a workbook (XLSX, ODS, XLS) or a TOML file
cli-option-edition = number of the edition; the latest without it
cli-option-edition-out = number of the edition; without it the latest published one, or the working one where none is published
cli-option-into = number of the working edition that is written over; without it a new one is made
cli-option-write = write; without it only shows what would change
cli-example-catalogue-export = the latest published edition into a file
cli-example-catalogue-book = the same as a workbook, to be edited in LibreOffice or Excel
cli-example-catalogue-show = what would change
cli-example-catalogue-import = into a new working edition
cli-example-catalogue-check = what is wrong with the latest edition
cli-edition-line = ed. { $number } · { $state } · { $count ->
    [one] { $count } indicator
   *[other] { $count } indicators
 } · { $title }
cli-no-edition = There is no edition { $number }.
cli-no-edition-next = smotr catalogue list shows which there are.
cli-written = Written to { $path }
cli-not-utf8 = The file is not in UTF-8.
cli-not-utf8-next = Save it as UTF-8 and try again.
cli-only-xlsx = A workbook is written as XLSX only; ODS and XLS are read as well.
cli-only-xlsx-next = Give the file a name that ends in xlsx; LibreOffice opens it and saves it in any format.
cli-catalogue-not-yet = Nothing is written. To write, call it again with --yes.
cli-catalogue-counts = { $all ->
    [one] { $all } indicator
   *[other] { $all } indicators
 } and { $out ->
    [one] { $out } retired one
   *[other] { $out } retired ones
 } in the file. New { $new }, to be retired { $retired }, removed { $gone }, known by title or code { $found }.
cli-catalogue-nothing = No changes: all of this is in the catalogue already.
cli-catalogue-new = + { $name } { $what }
cli-catalogue-base-kept = stays · The base quantity { QUOTE($title) } is another one in the file, but earlier editions rest on it as well. It is changed on the screen “Catalogue”.
cli-catalogue-changed = ~ { $name }: { $what }
cli-catalogue-retired = − { $name }: { $what }
cli-catalogue-lacking = − { $name }: not in the file, will be retired
cli-catalogue-gone = − { $name }: not in the file, and will not be in the edition
cli-catalogue-order = ~ the order of directions or indicators
cli-catalogue-fault = in the way of publishing · { $name }: { $what }
cli-catalogue-remark = to check · { $name }: { $what }
cli-catalogue-sound = Nothing is wrong.
cli-catalogue-which = Catalogue, edition { $number } ({ $state })
cli-catalogue-lost = This file cannot be imported until this is mended:
cli-catalogue-otherwise = Not all of the edition will be read from this file: { $codes }. An archive (smotr backup) carries the whole edition.
cli-file-there = The file { $path } is there already.
cli-file-there-next = Name another one or add --replace.
cli-file-failed = The file { $path }: { $why }.
cli-file-failed-next = Check the path, the right to write and the room on the disk.
cli-file-unread-next = Check the name of the file, the folder and the right to read it.
cli-file-large-next = Leave in the file only what is needed and try again.
toml-newer = { $file }, line { $line }: format { $given } is newer than this version knows ({ $known }). Update the program.
