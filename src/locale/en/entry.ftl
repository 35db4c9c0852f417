### Entering a value
