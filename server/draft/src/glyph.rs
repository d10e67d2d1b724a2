//! In what the typography of a text shows.

use crate::Span;

/// What stands between a mark and the word before it, or behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spacing {
    /// Nothing.
    None,
    /// A space at which a line may break.
    Plain,
    /// A space that keeps both together.
    NoBreak,
}

/// What is wrong with the form of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Misspelling {
    /// A capital has lost its accent: "Etat".
    Capital,
    /// Two letters stand for one: "oeuvre".
    Ligature,
    /// An abbreviation is not written so: "parr.".
    Abbreviation,
}

/// What a [`Glyph`] is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GlyphKind {
    /// Two or three spaces between words.
    DoubleSpace,
    /// An apostrophe between two letters or behind a plural.
    Apostrophe,
    /// White space between an elided word or an ending and its apostrophe: the space of "l ’égide".
    ApostropheSpace,
    /// Two words of which one is no word: "su r".
    Halves,
    /// A quotation mark of any kind.
    Quotation {
        /// Whether it opens the quotation.
        opens: bool,
        /// How many quotations it stands in.
        depth: u32,
    },
    /// What stands before a mark (behind one that opens a quotation) that the language sets apart by a space.
    Spaced {
        /// The mark.
        mark: char,
        /// What the span holds.
        spacing: Spacing,
    },
    /// White space before a mark that has none before it.
    Loose {
        /// The mark.
        mark: char,
    },
    /// A hyphen between spaces.
    SpacedHyphen,
    /// A mark of another script, with the right one.
    ForeignMark(char),
    /// The sign or word for "number" before figures.
    NumberSign,
    /// The ending of an ordinal in figures, with the right one.
    Ordinal(Box<str>),
    /// The article before a year, with the right one.
    YearArticle(Box<str>),
    /// A word in a wrong form, with the right one.
    Misspelt(Misspelling, Box<str>),
    /// What text recognition has read wrongly, with what is probably printed.
    Misread(Box<str>),
}

/// A mark, a space or a word in which the typography of a text shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// Where it is; empty for a space that is missing.
    pub span: Span,
    /// What it is.
    pub kind: GlyphKind,
}
