//! Any bytes as a roster: see `lindungi_fuzz::roster`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lindungi_fuzz::roster::hold(bytes));
