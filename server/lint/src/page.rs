//! What there is to read of a rule.

use crate::Rule;

/// An example in the documentation of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// The code of its language.
    pub language: &'static str,
    /// Whether the rule finds something in it; otherwise it is what is right.
    pub wrong: bool,
    /// Its text.
    pub text: &'static str,
}

impl Rule {
    /// The examples of the documentation, in their order.
    pub fn examples(&self) -> impl Iterator<Item = Example> + use<> {
        let mut rest = self.documentation;
        std::iter::from_fn(move || {
            let (_, fenced) = rest.split_once("\n```")?;
            let (info, after) = fenced.split_once('\n')?;
            let (text, after) = after.split_once("```")?;
            rest = after;
            let (language, verdict) = info.split_once(' ')?;
            Some(Example { language, wrong: verdict == "wrong", text })
        })
    }

    /// All that is to be said of the rule, in Markdown: its name, the facts, and the documentation with its examples.
    pub fn page(&self) -> String {
        let facts: String = self.facts().iter().map(|(fact, value)| format!("{fact}: {value}. ")).collect();
        let mut body = self.documentation.trim().to_owned();
        for Example { language, wrong, .. } in self.examples() {
            let (verdict, said) = if wrong { ("wrong", "Found wanting") } else { ("right", "Right") };
            let fence = format!("```{language} {verdict}\n");
            body = body.replacen(&fence, &format!("{said} ({language}):\n\n```markdown\n"), 1);
        }
        format!("# {}\n\n{}\n\n{body}\n", self.name, facts.trim_end())
    }
}
