//! What is shown of a roster: what `u` brings back, and what a saved view keeps.

use crate::roster::filter::Filter;
use crate::roster::order::Order;

/// What `u` brings back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// The filter.
    pub filter: Filter,
    /// Its text.
    pub text: String,
    /// The order of the table.
    pub order: Order,
}
