//! What a login may do.
//!
//! One value, made in `main` before anything else is looked at; whatever can be done is built from it: the commands, the
//! table of keys and with it the help, the key bar and the list of commands. What is not allowed is not there. The other
//! way, to ask at each place whether the mode is on, forgets some place sooner or later (k9s#3822, k9s#2604).

/// Something that not every login may do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Capability {
    /// See personal numbers and names whole, and look for them.
    Reveal,
    /// Write files.
    Export,
    /// Send texts to the terminal's clipboard.
    Copy,
    /// Open other files than those that the command line names.
    Open,
    /// See what changed since an older roster.
    Compare,
    /// Stop the process and leave its shell.
    Suspend,
    /// Stay for as long as one likes without touching a key.
    Linger,
    /// Run other commands than the dashboard and `status`, and have settings of one's own.
    Command,
}

/// What this login may do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Capabilities(u8);

impl Capabilities {
    /// Everything.
    pub const ALL: Capabilities = Capabilities(u8::MAX);

    /// To look at one roster, without numbers: a login that many share (design.md §7).
    pub const GUEST: Capabilities = Capabilities(0);

    /// All of these and one more.
    #[must_use]
    pub const fn with(self, capability: Capability) -> Capabilities {
        Capabilities(self.0 | 1 << capability as u8)
    }

    /// All of these but one.
    #[must_use]
    pub const fn without(self, capability: Capability) -> Capabilities {
        Capabilities(self.0 & !(1 << capability as u8))
    }

    /// Whether this is allowed.
    pub const fn allow(self, capability: Capability) -> bool {
        self.0 & 1 << capability as u8 != 0
    }
}
