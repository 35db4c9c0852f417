//! What the words mean: records, commands, rules. Pure: no I/O, no clock, no screen, no interface language.
