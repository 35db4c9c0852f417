### English: keys
