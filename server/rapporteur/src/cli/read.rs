//! Reads a draft from a file or from standard input.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use crate::{project::Trouble, walk::unreadable};

/// A draft that is to be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Input {
    /// Standard input, under the name of a file.
    Stdin(PathBuf),
    /// A file.
    File(PathBuf),
}

impl Input {
    /// What it is called, and what decides which settings hold for it.
    pub(super) fn path(&self) -> &Path {
        let (Input::Stdin(path) | Input::File(path)) = self;
        path
    }

    /// Its text. The trouble says what keeps it from being read as text, where, and what to do.
    pub(super) fn read(&self) -> Result<String, Trouble> {
        let bytes = match self {
            Input::File(path) => fs::read(path),
            Input::Stdin(_) => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
            }
        };
        bytes
            .map_err(|error| unreadable(self.path(), &error))
            .and_then(|bytes| decode(bytes).map_err(|message| Trouble::new(self.path(), message)))
    }
}

fn decode(bytes: Vec<u8>) -> Result<String, String> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err("is UTF-16, not UTF-8; convert it: `iconv -f UTF-16 -t UTF-8`".to_owned());
    }
    // As Git tells them apart: a text has no zero byte near its beginning.
    if let Some(at) = memchr::memchr(0, &bytes[..bytes.len().min(8000)]) {
        return Err(format!("is a binary file (byte {at} is zero), not a text; name text files only"));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let line = memchr::memchr_iter(b'\n', &bytes[..at]).count() + 1;
        format!(
            "is not UTF-8: byte 0x{:02x} at offset {at} (line {line}) begins no character; convert it, if it is \
             Windows-1252: `iconv -f WINDOWS-1252 -t UTF-8`",
            bytes[at]
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_text_is_told_apart() {
        assert_eq!(decode(b"Rappelant \xc3\xa9".to_vec()).as_deref(), Ok("Rappelant é"));
        assert!(decode(b"\xff\xfea\0".to_vec()).unwrap_err().starts_with("is UTF-16"));
        assert!(decode(b"%PDF\0".to_vec()).unwrap_err().starts_with("is a binary file (byte 4 is zero)"));
        let error = decode(b"un\nR\xe9solution".to_vec()).unwrap_err();
        assert!(error.starts_with("is not UTF-8: byte 0xe9 at offset 4 (line 2)"), "{error}");
    }
}
