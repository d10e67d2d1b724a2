//! A packed table, read in place. [`pack`](crate::pack) says where everything stands.

use std::{
    cmp::Ordering,
    ops::{Deref, Range},
    sync::Arc,
};

use crate::{
    facts::{Basis, Known},
    pack::{HEADER, ROW, TITLE_BITS, unpack_date},
};

/// A packed table and where its sections start, in bytes. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Table {
    bytes: Bytes,
    rows: usize,
    titles: usize,
    words: usize,
    rows_at: usize,
    row_title_starts: usize,
    row_titles: usize,
    string_starts: usize,
    word_starts: usize,
    posting_starts: usize,
    word_letters: usize,
    postings: usize,
    title_row_starts: usize,
    title_rows: usize,
    string_bytes: usize,
    word_bytes: usize,
    weights: usize,
}

/// The bytes of a table: part of the program, or packed while it runs.
#[derive(Clone)]
pub(crate) enum Bytes {
    Embedded(&'static [u8]),
    Packed(Arc<[u8]>),
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Bytes::Embedded(bytes) => bytes,
            Bytes::Packed(bytes) => bytes,
        }
    }
}

/// A row of a table. A text that it does not state is `None`.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    table: &'a Table,
    at: usize,
}

impl Table {
    /// The table that these bytes pack.
    pub(crate) fn new(bytes: Bytes) -> Table {
        let count = |at: usize| u32_at(&bytes, 4 * at) as usize;
        let (rows, languages, strings, titles, words) = (count(0), count(1), count(2), count(3), count(4));
        let rows_at = 4 * (HEADER + languages);
        let row_title_starts = rows_at + rows * ROW;
        let row_titles = row_title_starts + 4 * (rows + 1);
        let string_starts = row_titles + 4 * count(6);
        let word_starts = string_starts + 4 * (strings + 1);
        let posting_starts = word_starts + 4 * (words + 1);
        let word_letters = posting_starts + 4 * (words + 1);
        let postings = word_letters + 8 * words;
        let title_row_starts = postings + 4 * count(5);
        let title_rows = title_row_starts + 4 * (titles + 1);
        let string_bytes = title_rows + 4 * count(7);
        let word_bytes = string_bytes + count(8);
        let weights = word_bytes + count(9);
        Table {
            rows,
            titles,
            words,
            rows_at,
            row_title_starts,
            row_titles,
            string_starts,
            word_starts,
            posting_starts,
            word_letters,
            postings,
            title_row_starts,
            title_rows,
            string_bytes,
            word_bytes,
            weights,
            bytes,
        }
    }

    /// The number of rows.
    pub(crate) fn len(&self) -> usize {
        self.rows
    }

    /// The row in this place, counted from 0 and less than [`Table::len`].
    pub(crate) fn row(&self, at: usize) -> Row<'_> {
        Row { table: self, at }
    }

    /// The key of the row in this place, if there is one.
    pub(crate) fn key(&self, at: usize) -> Option<u64> {
        (at < self.rows).then(|| self.row(at).key())
    }

    /// The row of the symbol with this key.
    pub(crate) fn find(&self, key: u64) -> Option<Row<'_>> {
        let at = self.position(key);
        (at < self.rows && self.row(at).key() == key).then(|| self.row(at))
    }

    /// The place of the first row whose key is not less than this one.
    pub(crate) fn position(&self, key: u64) -> usize {
        partition(0..self.rows, |at| self.row(at).key() < key)
    }

    /// The same, for a key that lies near beyond the row in this place: looks further and further ahead.
    pub(crate) fn position_after(&self, at: usize, key: u64) -> usize {
        let (mut start, mut step) = (at, 1);
        while start + step < self.rows && self.row(start + step).key() < key {
            start += step;
            step *= 2;
        }
        partition(start..self.rows.min(start + step), |at| self.row(at).key() < key)
    }

    /// The code of the language in this place.
    fn language(&self, at: usize) -> &str {
        self.string(u32_at(&self.bytes, 4 * (HEADER + at)))
    }

    /// How many different titles it has.
    pub(crate) fn titles(&self) -> usize {
        self.titles
    }

    /// The title in this place, counted from 0.
    pub(crate) fn title(&self, title: u32) -> &str {
        self.string(title + 1)
    }

    /// How much the documents that cite texts of this title speak for it: 0 to 255.
    pub(crate) fn weight(&self, title: u32) -> u8 {
        let [weight] = array(&self.bytes, self.weights + title as usize);
        weight
    }

    /// The rows that have this title, with the language in which they have it.
    pub(crate) fn titled(&self, title: u32) -> impl Iterator<Item = (Row<'_>, &str)> {
        let list = self.list(self.title_row_starts, title as usize);
        list.map(move |at| self.row(u32_at(&self.bytes, self.title_rows + 4 * at) as usize)).filter_map(move |row| {
            let (language, _) = row.title_ids().find(|(_, id)| *id == title)?;
            Some((row, self.language(language)))
        })
    }

    /// The places of the words that start with this prefix.
    pub(crate) fn words_with_prefix(&self, prefix: &str) -> Range<usize> {
        let start = partition(0..self.words, |at| self.word(at).as_bytes() < prefix.as_bytes());
        let beyond = |at: usize| {
            let word = self.word(at).as_bytes();
            word[..word.len().min(prefix.len())].cmp(prefix.as_bytes()) != Ordering::Greater
        };
        start..partition(start..self.words, beyond)
    }

    /// The word in this place of the alphabet.
    pub(crate) fn word(&self, at: usize) -> &str {
        let range = self.list(self.word_starts, at);
        text(&self.bytes, self.word_bytes, range)
    }

    /// The [`letters`](crate::words::letters) of each word, in the order of the words.
    pub(crate) fn letters(&self) -> impl Iterator<Item = u64> {
        let bytes = self.bytes.get(self.word_letters..self.postings).unwrap_or_default();
        bytes.as_chunks().0.iter().map(|letters| u64::from_le_bytes(*letters))
    }

    /// The titles that contain the word in this place, counted from 0.
    pub(crate) fn postings(&self, word: usize) -> impl ExactSizeIterator<Item = u32> {
        self.list(self.posting_starts, word).map(|at| u32_at(&self.bytes, self.postings + 4 * at))
    }

    fn string(&self, id: u32) -> &str {
        text(&self.bytes, self.string_bytes, self.list(self.string_starts, id as usize))
    }

    /// What stands between two starts that follow one another.
    fn list(&self, starts: usize, at: usize) -> Range<usize> {
        let start = |at: usize| u32_at(&self.bytes, starts + 4 * at) as usize;
        start(at)..start(at + 1)
    }
}

impl<'a> Row<'a> {
    pub(crate) fn key(self) -> u64 {
        u64::from_le_bytes(self.bytes(0))
    }

    pub(crate) fn citing(self) -> u16 {
        u16::from_le_bytes(self.bytes(8))
    }

    pub(crate) fn known(self) -> Known {
        let [shape] = self.bytes(14);
        unpack_date(shape, u16::from_le_bytes(self.bytes(10)), u16::from_le_bytes(self.bytes(12)))
    }

    pub(crate) fn basis(self) -> Basis {
        let [code] = self.bytes(15);
        Basis::from_code(code).unwrap_or(Basis::ExistenceOnly)
    }

    pub(crate) fn meeting(self) -> Option<&'a str> {
        self.text(16)
    }

    pub(crate) fn vote(self) -> Option<&'a str> {
        self.text(20)
    }

    pub(crate) fn source(self) -> Option<&'a str> {
        self.text(24)
    }

    /// Language codes and titles, in the order of the codes.
    pub(crate) fn titles(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.title_ids().map(move |(language, title)| (self.table.language(language), self.table.title(title)))
    }

    /// The places of the languages and titles.
    fn title_ids(self) -> impl Iterator<Item = (usize, u32)> {
        let Row { table, at } = self;
        table.list(table.row_title_starts, at).map(move |at| {
            let packed = u32_at(&table.bytes, table.row_titles + 4 * at);
            ((packed >> TITLE_BITS) as usize, packed & ((1 << TITLE_BITS) - 1))
        })
    }

    fn text(self, offset: usize) -> Option<&'a str> {
        let id = u32::from_le_bytes(self.bytes(offset));
        (id != 0).then(|| self.table.string(id))
    }

    fn bytes<const N: usize>(self, offset: usize) -> [u8; N] {
        array(&self.table.bytes, self.table.rows_at + self.at * ROW + offset)
    }
}

/// The first place in a range where a condition that holds before it does not hold.
fn partition(range: Range<usize>, holds: impl Fn(usize) -> bool) -> usize {
    let Range { mut start, mut end } = range;
    while start < end {
        let middle = start + (end - start) / 2;
        if holds(middle) {
            start = middle + 1;
        } else {
            end = middle;
        }
    }
    start
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(array(bytes, at))
}

fn array<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    bytes.get(at..at + N).and_then(|slice| slice.try_into().ok()).unwrap_or([0; N])
}

fn text(bytes: &[u8], base: usize, range: Range<usize>) -> &str {
    bytes.get(base + range.start..base + range.end).and_then(|slice| str::from_utf8(slice).ok()).unwrap_or_default()
}
