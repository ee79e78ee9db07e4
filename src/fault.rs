//! Faults put in on purpose, to see that an internal error gives the terminal back wherever it happens: in builds for
//! tests alone, by LINDUNGI_FAULT.

#[cfg(debug_assertions)]
static ARMED: std::sync::OnceLock<String> = std::sync::OnceLock::new();

/// From now on the place of this name fails; in a build that people use, none does.
pub fn arm(place: Option<String>) {
    #[cfg(debug_assertions)]
    if let Some(place) = place {
        let _ = ARMED.set(place);
    }
    #[cfg(not(debug_assertions))]
    drop(place);
}

/// A place that may be told to fail.
#[cfg_attr(debug_assertions, expect(clippy::panic, reason = "it is the fault"))]
pub fn strike(place: &str) {
    #[cfg(debug_assertions)]
    if ARMED.get().is_some_and(|armed| armed.split(',').any(|armed| armed == place)) {
        panic!("a fault put in on purpose, with a number: 9671004103800001");
    }
    let _ = place;
}
