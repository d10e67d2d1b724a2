//! Where in a TOML text the cursor stands: under which keys, and whether at a key, at a value or at the header of a table.

use rapporteur_draft::Span;

/// What can stand at the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Key,
    Value,
    Header,
}

/// The place of the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The keys above: of a key those of its table, of a value its own as well.
    pub(super) path: Vec<String>,
    pub(super) slot: Slot,
    /// What is typed up to the cursor, with the quotation mark before it.
    pub(super) typed: Span,
    /// The same with what follows of the word, and the quotation mark behind it.
    pub(super) whole: Span,
    /// The other keys of the table, or the other values of the list, as far as they stand before.
    pub(super) siblings: Vec<String>,
    /// Whether a value is one of a list.
    pub(super) in_list: bool,
}

/// A piece of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    /// A bare word or a text in quotation marks; whether it has its last one.
    Word {
        span: Span,
        closed: bool,
    },
    Mark(char),
    Line,
}

/// A list or a table within a value that is not closed yet.
#[derive(Default)]
struct Frame {
    is_list: bool,
    path: Vec<String>,
    members: Vec<String>,
}

/// Reads on to the cursor.
#[derive(Default)]
struct Reader {
    table: Vec<String>,
    /// The keys that the table has.
    keys: Vec<String>,
    frames: Vec<Frame>,
    /// The key that is being written, in its parts.
    key: Vec<String>,
    state: State,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Key,
    Header,
    Value,
    After,
}

impl Place {
    /// The place at a byte offset, which lies between two characters; `None` in a comment, and where nothing can stand.
    pub(super) fn at(text: &str, offset: usize) -> Option<Place> {
        let mut tokens = tokens(&text[..offset])?;
        let typed = match tokens.last() {
            Some(Token::Word { span, closed: false }) if span.end == offset => span.clone(),
            _ => offset..offset,
        };
        if !typed.is_empty() {
            tokens.pop();
        }
        let mut reader = Reader::default();
        for token in &tokens {
            reader.take(token, text);
        }
        let slot = match reader.state {
            State::Key => Slot::Key,
            State::Header => Slot::Header,
            State::Value => Slot::Value,
            State::After => return None,
        };
        let frame = reader.frames.pop();
        let in_list = frame.as_ref().is_some_and(|frame| frame.is_list);
        let (mut path, siblings) = match frame {
            Some(frame) => (frame.path, frame.members),
            None if slot == Slot::Header => (Vec::new(), Vec::new()),
            None => (reader.table, reader.keys),
        };
        let siblings = if slot == Slot::Value && !in_list { Vec::new() } else { siblings };
        path.extend(if in_list { Vec::new() } else { reader.key });
        Some(Place { path, slot, whole: typed.start..end_of(text, &typed), typed, siblings, in_list })
    }
}

impl Reader {
    fn take(&mut self, token: &Token, text: &str) {
        match (self.state, token) {
            (State::Key, Token::Mark('[')) if self.frames.is_empty() && self.key.is_empty() => {
                self.state = State::Header;
            }
            (State::Header, Token::Word { span, .. }) => self.key.push(word(text, span)),
            (State::Header, Token::Mark(']')) => {
                self.table = std::mem::take(&mut self.key);
                self.keys.clear();
                self.state = State::After;
            }
            (State::Key, Token::Word { span, .. }) => self.key.push(word(text, span)),
            (State::Key, Token::Mark('=')) => {
                let members = self.frames.last_mut().map_or(&mut self.keys, |frame| &mut frame.members);
                members.extend(self.key.first().cloned());
                self.state = State::Value;
            }
            (State::Value, Token::Mark(mark @ ('[' | '{'))) => self.open(*mark == '['),
            (State::Value, Token::Word { span, .. }) => {
                if let Some(frame) = self.frames.last_mut().filter(|frame| frame.is_list) {
                    frame.members.push(word(text, span));
                }
                self.state = State::After;
            }
            (State::Value | State::After, Token::Mark(',')) => self.next(),
            (_, Token::Mark(']' | '}')) => {
                self.frames.pop();
                self.state = State::After;
            }
            (_, Token::Line) if self.frames.is_empty() => {
                self.key.clear();
                self.state = State::Key;
            }
            _ => {}
        }
    }

    /// Goes into a list or a table.
    fn open(&mut self, is_list: bool) {
        let mut path = self.frames.last().map_or_else(|| self.table.clone(), |frame| frame.path.clone());
        let in_list = self.frames.last().is_some_and(|frame| frame.is_list);
        path.extend(if in_list { Vec::new() } else { std::mem::take(&mut self.key) });
        self.frames.push(Frame { is_list, path, members: Vec::new() });
        self.state = if is_list { State::Value } else { State::Key };
    }

    /// Goes on behind a comma.
    fn next(&mut self) {
        if let Some(frame) = self.frames.last() {
            self.state = if frame.is_list { State::Value } else { State::Key };
            self.key.clear();
        }
    }
}

/// The pieces of a text; `None` if it ends within a comment.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at + c.len_utf8()..];
        let start = at;
        at += c.len_utf8();
        match c {
            '#' => at += rest.find('\n')?,
            '"' | '\'' => {
                let end = rest.find([c, '\n']).unwrap_or(rest.len());
                let closed = rest[end..].starts_with(c);
                at += end + usize::from(closed);
                tokens.push(Token::Word { span: start..at, closed });
            }
            '\n' => tokens.push(Token::Line),
            _ if is_of_word(c) => {
                at += rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
                tokens.push(Token::Word { span: start..at, closed: false });
            }
            _ if c.is_whitespace() => {}
            _ => tokens.push(Token::Mark(c)),
        }
    }
    Some(tokens)
}

/// Whether a character may stand in a bare key.
pub(super) fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_')
}

fn word(text: &str, span: &Span) -> String {
    text[span.clone()].trim_matches(['"', '\'']).to_owned()
}

/// Where the word ends of which a part is typed, with the quotation mark that closes it.
fn end_of(text: &str, typed: &Span) -> usize {
    let rest = &text[typed.end..];
    let end = typed.end + rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
    let quote = text[typed.clone()].chars().next().filter(|c| matches!(c, '"' | '\''));
    let closes = quote.is_some_and(|quote| text[end..].starts_with(quote));
    end + usize::from(closes)
}
