//! Any bytes as the list of an office: see `lindungi_fuzz::import`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lindungi_fuzz::import::hold(bytes));
