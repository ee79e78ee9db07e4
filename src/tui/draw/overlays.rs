//! What is laid over the content, one file each; its name stands at the right end of the rule.

pub mod compare;
pub mod completion;
pub mod detail;
pub mod explain;
pub mod export;
pub mod facets;
pub mod help;
pub mod palette;
pub mod sort;
pub mod whatif;
