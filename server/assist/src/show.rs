//! What is shown beside the text, and its forms: Markdown and plain text.

/// A piece of what is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The title of a text.
    Title(String),
    /// What a text is called.
    Name {
        /// Its name in words; empty where there is none but the symbol.
        name: String,
        /// Its symbol, where it has one.
        symbol: Option<String>,
        /// Its page on the web, where it has one.
        page: Option<String>,
    },
    /// Facts, each a line.
    Facts(Vec<String>),
    /// A sentence that is not to be overlooked.
    Notice(String),
    /// Words of the draft itself, in its Markdown.
    Quote(String),
    /// A page of documentation, in Markdown.
    Page(String),
}

/// What is shown of something: a few pieces, one below the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown(pub Vec<Piece>);

impl Shown {
    /// In Markdown.
    pub fn markdown(&self) -> String {
        self.form(|piece| match piece {
            Piece::Title(title) => format!("**{}**", escape(title)),
            Piece::Name { name, symbol, page } => {
                let symbol = symbol.as_deref().map(escape);
                let linked = match (symbol, page) {
                    (Some(symbol), Some(page)) => Some(format!("[{symbol}]({})", destination(page))),
                    (symbol, _) => symbol,
                };
                joined(&escape(name), linked)
            }
            Piece::Facts(facts) => {
                facts.iter().map(|fact| format!("- {}", escape(fact))).collect::<Vec<_>>().join("\n")
            }
            Piece::Notice(notice) => format!("**{}**", escape(notice)),
            Piece::Quote(text) | Piece::Page(text) => text.clone(),
        })
    }

    /// In plain text.
    pub fn plain(&self) -> String {
        self.form(|piece| match piece {
            Piece::Name { name, symbol, page } => {
                let name = joined(name, symbol.clone());
                page.as_ref().map_or_else(|| name.clone(), |page| format!("{name}\n{page}"))
            }
            Piece::Facts(facts) => facts.join("\n"),
            Piece::Title(text) | Piece::Notice(text) | Piece::Quote(text) | Piece::Page(text) => text.clone(),
        })
    }

    fn form(&self, form: impl Fn(&Piece) -> String) -> String {
        self.0.iter().map(form).collect::<Vec<_>>().join("\n\n")
    }
}

fn joined(name: &str, symbol: Option<String>) -> String {
    match symbol {
        Some(symbol) if name.is_empty() => symbol,
        Some(symbol) => format!("{name} · {symbol}"),
        None => name.to_owned(),
    }
}

/// Text in which nothing is a mark of Markdown.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        if matches!(char, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>') {
            out.push('\\');
        }
        out.push(char);
    }
    out
}

/// An address in which no bracket can end the link.
fn destination(page: &str) -> String {
    page.replace('(', "%28").replace(')', "%29")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_say_the_same() {
        let shown = Shown(vec![
            Piece::Title("The *question* of [x]".to_owned()),
            Piece::Name {
                name: "Resolution 1325 (2000)".to_owned(),
                symbol: Some("S/RES/1325 (2000)".to_owned()),
                page: Some("https://undocs.org/en/S/RES/1325(2000)".to_owned()),
            },
            Piece::Facts(vec!["One".to_owned(), "Two".to_owned()]),
            Piece::Notice("Mind.".to_owned()),
        ]);
        assert_eq!(
            shown.markdown(),
            "**The \\*question\\* of \\[x\\]**\n\n\
             Resolution 1325 (2000) · [S/RES/1325 (2000)](https://undocs.org/en/S/RES/1325%282000%29)\n\n\
             - One\n- Two\n\n**Mind.**"
        );
        assert_eq!(
            shown.plain(),
            "The *question* of [x]\n\n\
             Resolution 1325 (2000) · S/RES/1325 (2000)\nhttps://undocs.org/en/S/RES/1325(2000)\n\n\
             One\nTwo\n\nMind."
        );
    }
}
