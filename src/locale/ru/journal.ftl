### Русский: journal
