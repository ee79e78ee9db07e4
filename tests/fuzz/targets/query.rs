//! Any text as a filter: see `lindungi_fuzz::query`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lindungi_fuzz::query::hold(bytes));
