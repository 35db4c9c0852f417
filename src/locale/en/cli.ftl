### The command line

## Subcommands

cli-about = Monitoring of the effectiveness of school leaders
cli-after-help = Without a command the interface opens. With words in place of a command (“smotr eremin”) the card found opens at once.
cli-demo-about = Open the demo store; the first start creates it
cli-lookup-about = Find by words and print the card
cli-get-about = Print a value
cli-set-about = Enter a value under the same rules as in the interface
cli-export-about = Export all records and the journal as JSON Lines
cli-verify-about = Compare the journal with the record store
cli-keys-about = Print the key table
cli-doctor-about = Check the terminal, the encoding, the glyphs and the store
cli-help-about = Show the help of a command

## Options

cli-option-data = Folder of the data
cli-option-lang = Language of the interface
cli-option-keymap = Keys: russian, far, vim or a file
cli-option-reset = Create the demo store anew; the old one is deleted
cli-option-no-ui = Only create the store, do not open the interface
cli-option-organisations = How many organisations the demo store has
cli-option-years = How many school years the demo store has
cli-option-seed = Seed: the same number gives the same data
cli-option-help = Show help
cli-option-version = Show the version

## Arguments

cli-arg-words = Words to search for: a surname, a school's number, an indicator, a document's number
cli-arg-period = Period, for instance 2025/26
cli-arg-indicator = Code of the indicator, for instance 6.2
cli-arg-whom = Organisation or leader
cli-arg-value = The value as typed in the interface: 21/24, 87,5, n, nd

## Names of values in the usage line

cli-name-folder = FOLDER
cli-name-language = LANGUAGE
cli-name-keymap = KEYMAP
cli-name-number = NUMBER
cli-name-words = WORDS
cli-name-period = PERIOD
cli-name-indicator = INDICATOR
cli-name-whom = WHOM
cli-name-value = VALUE
cli-name-command = COMMAND
cli-name-options = OPTIONS

## Headings of the help

cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-options = Options
cli-heading-arguments = Arguments
cli-default-value = default: { $value }
cli-possible-values = possible values: { $values }

## Mistakes in the call

cli-unknown-option = There is no option { $given }.
cli-unknown-command = There is no command { $given }.
cli-unexpected-argument = Unexpected argument { $given }.
cli-bad-value = The option { $option } does not take the value “{ $given }”.
cli-value-needed = The option { $option } needs a value.
cli-value-not-needed = The option { $option } takes no value.
cli-given-twice = The option { $option } is given twice or does not go with { $other }.
cli-arguments-missing = Missing: { $missing }.
cli-command-missing = No command is given.
cli-not-utf-eight = The call has bytes that are not UTF-8.
cli-bad-call = The call is not understood.
cli-did-you-mean = Perhaps { $suggestion } was meant.
cli-see-help = Help: { $command } --help

## What the command line refuses

cli-needs-terminal = The interface needs a terminal. In scripts use lookup, get, set, export: smotr --help
cli-nothing-found = Nothing is found for “{ $words }”. Try a surname, a school's number or an indicator's code.
cli-ambiguous = “{ $words }” fits several: { $found }. Be more exact.
cli-no-period = There is no period “{ $name }”. There are: { $known }.
cli-no-indicator = There is no indicator “{ $code }” in this period. Codes: { $known }.

## Answers of the command line

cli-value-line = { $period } · { $indicator } · { $whom }: { $value }
cli-value-set = entered: { $line }
cli-value-unchanged = unchanged: { $line }
cli-demo-created = The demo store is created: { $folder }
cli-demo-ready = The demo store is already there: { $folder }
cli-demo-progress = Creating the demo store
cli-rebuild-progress = Rebuilding the record store from the journal
cli-replay-progress = Reading the journal
cli-verify-progress = Comparing the journal and the record store
cli-verify-good = { $records ->
    [one] Checked: the journal up to entry { $seq }, { $records } record in the store. No differences.
   *[other] Checked: the journal up to entry { $seq }, { $records } records in the store. No differences.
}
cli-verify-bad = { $n ->
    [one] { $n } difference found:
   *[other] { $n } differences found:
}
cli-choose-value = What fits: { $values }.
