//! Grammars of draft resolutions for editors: their word lists, made of the data files from which the server reads too.

pub mod textmate;
pub mod words;
