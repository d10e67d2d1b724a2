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
        format!("# {}\n\n{}\n\n{}\n", self.name, facts.trim_end(), self.documentation_in_markdown())
    }

    /// The documentation in Markdown, with what each example shows said above it.
    pub fn documentation_in_markdown(&self) -> String {
        self.documentation_with(|text| format!("```markdown\n{text}```"))
    }

    /// The documentation with what each example shows said above it, and its text as `show` gives it.
    pub fn documentation_with(&self, show: impl Fn(&str) -> String) -> String {
        let mut body = self.documentation.trim().to_owned();
        for Example { language, wrong, text } in self.examples() {
            let (verdict, said) = if wrong { ("wrong", "Found wanting") } else { ("right", "Right") };
            let example = format!("```{language} {verdict}\n{text}```");
            body = body.replacen(&example, &format!("{said} ({language}):\n\n{}", show(text)), 1);
        }
        body
    }
}
