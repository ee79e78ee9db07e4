//! What is laid over the content, one file each; its name stands at the right end of the rule.

pub mod detail;
pub mod help;
