//! A stream that is read on a thread of its own: while one block is parsed, the next is unpacked.

use crate::roster::room;
use std::io::{self, Read};
use std::sync::mpsc::{self, Receiver};
use std::thread;

/// One block: what a parser takes in at once.
const BLOCK: usize = 256 * 1024;

/// So many blocks wait at most.
const AHEAD: usize = 4;

struct Beside {
    blocks: Receiver<io::Result<Vec<u8>>>,
    block: Vec<u8>,
    at: usize,
}

/// Reads `inner` on a thread of its own; on this one where none can be had.
pub(super) fn beside(inner: Box<dyn Read + Send>) -> Box<dyn Read + Send> {
    let (give, take) = mpsc::sync_channel(1);
    let (send, blocks) = mpsc::sync_channel(AHEAD);
    let read_all = move || {
        let Ok(mut inner): Result<Box<dyn Read + Send>, _> = take.recv() else { return };
        loop {
            let mut block = Vec::with_capacity(BLOCK);
            let read = (&mut inner).take(BLOCK as u64).read_to_end(&mut block);
            let ended = block.is_empty();
            // What came before an error is read before it; an empty block would be an end.
            let sent = (ended && read.is_err()) || send.send(Ok(block)).is_ok();
            let failed = read.is_err();
            if let Err(error) = read {
                let _ = send.send(Err(error));
            }
            if ended || failed || !sent {
                return;
            }
        }
    };
    if !room::is_there_for_a_thread() {
        return inner;
    }
    // The stream is handed over only to a thread that is there: else it would be lost with it.
    match thread::Builder::new().spawn(read_all) {
        Ok(_) => match give.send(inner) {
            Ok(()) => Box::new(Beside { blocks, block: Vec::new(), at: 0 }),
            Err(mpsc::SendError(inner)) => inner,
        },
        Err(_) => inner,
    }
}

impl Read for Beside {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at == self.block.len() {
            (self.block, self.at) = match self.blocks.recv() {
                Ok(block) => (block?, 0),
                Err(_) => return Ok(0),
            };
        }
        let read = self.block.get(self.at..).unwrap_or(&[]).read(buffer)?;
        self.at += read;
        Ok(read)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot read fails")]
mod tests {
    use super::*;

    #[test]
    fn what_came_before_an_error_is_read_before_it() {
        struct Torn(&'static [u8]);
        impl Read for Torn {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                match self.0.is_empty() {
                    true => Err(io::ErrorKind::UnexpectedEof.into()),
                    false => self.0.read(buffer),
                }
            }
        }
        let mut read = beside(Box::new(Torn(b"half a roster")));
        let mut text = Vec::new();
        assert_eq!(read.read_to_end(&mut text).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
        assert_eq!(text, b"half a roster");
    }
}
