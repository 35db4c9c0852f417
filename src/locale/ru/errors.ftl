### Русский: errors
