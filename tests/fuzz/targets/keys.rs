//! Any bytes and pauses from a terminal: see `lindungi_fuzz::keys`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lindungi_fuzz::keys::hold(bytes));
