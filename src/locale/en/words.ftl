### English: words
