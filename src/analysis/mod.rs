//! Pure functions of the state: scores, rows, dynamics. Knows no store and no screen.
