//! The lead phrase of a paragraph.

use crate::Span;

/// In which part of a resolution a lead phrase stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LeadPart {
    /// In the preamble: "Recalling".
    Preambular,
    /// In the operative part: "Recalls".
    Operative,
}

/// A grammatical gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// As "le Conseil" is.
    Masculine,
    /// As "l’Assemblée" is.
    Feminine,
}

/// The lead phrase of a paragraph: "Recalling also", "Decides".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The phrase in the text, without emphasis marks and without a comma.
    pub span: Span,
    /// Whether the vocabulary of the language has the phrase in the preamble, in the operative part.
    pub preambular: bool,
    /// See [`Lead::preambular`].
    pub operative: bool,
    /// Whether words of the phrase say that the body that acts is masculine: "Conscient".
    pub masculine: bool,
    /// The same for a feminine one: "Consciente".
    pub feminine: bool,
    /// The emphasised stretch at the head of the paragraph, without its marks; `None` where it is in roman type.
    pub emphasis: Option<Span>,
    /// The verb with the words that modify it, without its complements: "Notes also" of "Notes also with appreciation".
    pub verb: Span,
    /// The word that says that the verb of the paragraph before is repeated: "also".
    pub repeat: Option<Repeat>,
    /// A number that two phrases share if they are the same but for such a word: "Recalling" and "Recalling also".
    pub identity: u64,
    /// Whether the verb tells somebody to do something: "Requests".
    pub addresses: bool,
    /// Words behind the emphasis that belong to the phrase: "also" of "*Recalling* also".
    pub missing: Option<Span>,
    /// Words at the end of the emphasis that don't belong to the phrase: "that" of "*Noting that*".
    pub excess: Option<Span>,
}

/// A word that says that a verb is repeated: "also", "further".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// Which time it says that the verb is said.
    pub place: RepeatPlace,
    /// The word in the text.
    pub span: Span,
}

/// Which time a verb is said in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RepeatPlace {
    /// The second: "also".
    Second,
    /// The third: "further".
    Third,
    /// Any but the first: "asimismo".
    Any,
}
