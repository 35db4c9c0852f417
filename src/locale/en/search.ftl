### Search

search-title = Search
search-found = Search · found: { $n }
search-nothing = Nothing found. Check the number, or type part of a surname, a name, a text.
search-last = Last query: { QUOTE($query) }. Enter brings it back.
search-hint = Organisation number, surname, indicator code, order number, a word of a recommendation, a command, a section (“organisations”, “people”), in either keyboard layout.
former-head = formerly, { $organisation } until { $date }
