//! One test binary: one file a command, keys, screens, laws, the house.

mod svg;
