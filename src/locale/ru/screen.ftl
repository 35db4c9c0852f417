### Русский: screen
