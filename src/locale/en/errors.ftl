### English: errors
