//! Every phrase that a person reads, in Russian and in English, and how numbers and dates are written.
