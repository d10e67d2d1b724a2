//! Comments in a draft that silence findings.
//!
//! | comment | silences |
//! |---|---|
//! | `ignore RULE, RULE` | the line on which it stands; standing alone, the paragraph that follows |
//! | `ignore-next-line RULE` | the next line that is not blank |
//! | `ignore-file RULE` | the whole text |
//! | `off RULE` … `on RULE` | what lies between; without `on`, all that follows |
//!
//! Without the name of a rule, they silence all.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use rapporteur_draft::{Draft, Span};

use crate::{
    RULES, Rule,
    instruction::{Instruction, Verb},
    rules,
};

/// What the comments of a draft silence.
#[derive(Debug, Default)]
pub(crate) struct Suppressions {
    /// By rule, in the order of the text, not overlapping.
    by_rule: BTreeMap<&'static str, Vec<Region>>,
}

/// A suppression, or one of the names in it, that silences nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unused {
    /// The name of the rule, or the whole comment.
    pub(crate) span: Span,
    /// The rule, where the comment names one.
    pub(crate) rule: Option<&'static str>,
    /// What of the text is taken out with it.
    pub(crate) removed: Span,
}

/// A stretch of the text in which a rule is silent.
#[derive(Clone, Debug)]
struct Region {
    span: Span,
    /// The index into [`Draft::directives`].
    directive: usize,
}

impl Suppressions {
    /// Reads the comments of a draft. Comments that can't be read silence nothing.
    pub(crate) fn read(draft: &Draft, text: &str) -> Suppressions {
        let known: Vec<&'static str> = RULES.iter().map(|rule| rule.name).collect();
        Suppressions::of_rules(&known, draft, text)
    }

    fn of_rules(known: &[&'static str], draft: &Draft, text: &str) -> Suppressions {
        if draft.directives.is_empty() {
            return Suppressions::default();
        }
        let mut reader = Reader::new(known, draft, text);
        for index in 0..draft.directives.len() {
            reader.read(index);
        }
        reader.finish()
    }

    /// The comment that silences a finding of this rule, as an index into [`Draft::directives`].
    pub(crate) fn covering(&self, rule: &str, span: &Span) -> Option<usize> {
        let regions = self.by_rule.get(rule)?;
        let next = regions.partition_point(|region| region.span.end < span.start);
        regions.get(next).filter(|region| covers(&region.span, span)).map(|region| region.directive)
    }
}

/// Whether a finding lies in a region. One that ends where the region begins is outside of it, unless it is empty.
pub(crate) fn covers(region: &Span, finding: &Span) -> bool {
    finding.start <= region.end && region.start < finding.end.max(finding.start + 1)
}

/// What silences nothing, in the order of the text. `used` has the comments, as indices into [`Draft::directives`], with
/// the rules of which they have silenced findings; `ran` says whether a rule was asked at all.
pub(crate) fn unused(
    draft: &Draft,
    text: &str,
    used: &BTreeSet<(usize, &'static str)>,
    ran: impl Fn(&Rule) -> bool,
) -> Vec<Unused> {
    let mut unused = Vec::new();
    let all_ran = RULES.iter().all(&ran);
    for (index, directive) in draft.directives.iter().enumerate() {
        let Instruction::Suppression(verb, words) = Instruction::of(directive) else { continue };
        // What ends a stretch is used with what begins it.
        if verb == Verb::On {
            continue;
        }
        let whole =
            |rule| Unused { span: directive.span.clone(), rule, removed: with_its_place(text, &directive.span) };
        if words.is_empty() {
            let silent = used.range((index, "")..(index + 1, "")).next().is_none();
            unused.extend((silent && all_ran).then(|| whole(None)));
            continue;
        }
        let named = words.iter().filter_map(|word| {
            // A comment about these comments is taken at its word.
            let is_about_findings = |rule: &&Rule| rule.name != rules::suppression_unused::RULE.name;
            Some((word, RULES.iter().filter(is_about_findings).find(|rule| rule.name == word.text)?))
        });
        let idle: Vec<_> = named.filter(|(_, rule)| ran(rule) && !used.contains(&(index, rule.name))).collect();
        if let [(_, rule)] = idle[..]
            && words.len() == 1
        {
            unused.push(whole(Some(rule.name)));
        } else if idle.len() == words.len() {
            unused.push(whole(None));
        } else {
            unused.extend(idle.into_iter().map(|(word, rule)| Unused {
                span: word.span.clone(),
                rule: Some(rule.name),
                removed: with_its_separator(text, &word.span),
            }));
        }
    }
    unused
}

pub(crate) struct Reader<'a> {
    /// The names of all rules.
    known: &'a [&'static str],
    draft: &'a Draft,
    text: &'a str,
    /// Where lines end: a text may be one line with thousands of comments, so lines are not searched for each.
    line_ends: Vec<usize>,
    /// For each rule that is off at this point of the text, where it was switched off and by what.
    off: BTreeMap<&'static str, Region>,
    suppressions: Suppressions,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(known: &'a [&'static str], draft: &'a Draft, text: &'a str) -> Reader<'a> {
        let line_ends = text.match_indices(['\n', '\r']).map(|(at, _)| at).collect();
        Reader { known, draft, text, line_ends, off: BTreeMap::new(), suppressions: Suppressions::default() }
    }

    fn read(&mut self, index: usize) {
        let directive = &self.draft.directives[index];
        let Instruction::Suppression(verb, words) = Instruction::of(directive) else { return };
        let Some(rules) = self.rules(words.iter().map(|word| word.text)) else { return };
        let span = &directive.span;
        match verb {
            Verb::Ignore => self.silence(&rules, index, self.own_line_or_next_paragraph(span)),
            Verb::IgnoreNextLine => self.silence(&rules, index, self.next_line(span.end)),
            Verb::IgnoreFile => self.silence(&rules, index, 0..self.text.len()),
            Verb::Off => {
                for rule in rules {
                    self.off.entry(rule).or_insert(Region { span: span.start..self.text.len(), directive: index });
                }
            }
            Verb::On => {
                for rule in rules {
                    if let Some(off) = self.off.remove(rule) {
                        self.silence(&[rule], off.directive, off.span.start..span.end);
                    }
                }
            }
        }
    }

    /// The rules that are named; all if none is. `None` if words are there but none is the name of a rule.
    fn rules<'w>(&self, words: impl Iterator<Item = &'w str>) -> Option<Vec<&'static str>> {
        let words: Vec<&str> = words.collect();
        let named: Vec<&'static str> =
            self.known.iter().copied().filter(|rule| words.is_empty() || words.contains(rule)).collect();
        (!named.is_empty()).then_some(named)
    }

    fn silence(&mut self, rules: &[&'static str], directive: usize, span: Span) {
        for rule in rules {
            self.suppressions.by_rule.entry(rule).or_default().push(Region { span: span.clone(), directive });
        }
    }

    /// What a comment at a place silences if it says `ignore`.
    pub(crate) fn own_line_or_next_paragraph(&self, comment: &Span) -> Span {
        let line = self.line_at(comment.start);
        let before = &self.text[line.start..comment.start];
        let rest = self.line_at(comment.end);
        let after = &self.text[comment.end..rest.end];
        if !before.trim().is_empty() || !after.trim().is_empty() {
            return line.start..rest.end;
        }
        let next = self.next_line(comment.end);
        let paragraph = self.draft.paragraph_at(next.start).map(|index| &self.draft.paragraphs[index]);
        next.start..paragraph.map_or(next.end, |paragraph| paragraph.span.end.max(next.end))
    }

    /// The first line after the one at `offset` that is not blank, without what ends it.
    fn next_line(&self, offset: usize) -> Span {
        let after = self.line_at(offset).end;
        let blank = self.text[after..].len() - self.text[after..].trim_start().len();
        self.line_at(after + blank)
    }

    /// The line that holds an offset, without what ends it.
    pub(crate) fn line_at(&self, offset: usize) -> Span {
        let index = self.line_ends.partition_point(|end| *end < offset);
        let start = index.checked_sub(1).map_or(0, |previous| self.line_ends[previous] + 1);
        start..self.line_ends.get(index).copied().unwrap_or(self.text.len())
    }

    fn finish(mut self) -> Suppressions {
        for (rule, region) in std::mem::take(&mut self.off) {
            self.silence(&[rule], region.directive, region.span);
        }
        for regions in self.suppressions.by_rule.values_mut() {
            part_overlapping(regions);
        }
        self.suppressions
    }
}

/// Leaves to each region what no earlier one has.
fn part_overlapping(regions: &mut Vec<Region>) {
    regions.sort_by_key(|region| (region.span.start, Reverse(region.span.end)));
    regions.dedup_by(|next, kept| {
        next.span.start = next.span.start.max(kept.span.end);
        next.span.is_empty()
    });
}

/// A comment with what stood there for its sake: the blanks before it, or, where it stands alone, its line and the blank
/// line behind it.
fn with_its_place(text: &str, comment: &Span) -> Span {
    let before = text[..comment.start].trim_end_matches([' ', '\t']);
    let after = &text[comment.end..];
    let line_break =
        |at: usize| ["\r\n", "\n"].into_iter().find(|found| after[at..].starts_with(found)).map_or(0, str::len);
    let alone = before.is_empty() || before.ends_with('\n');
    let first = line_break(0);
    if !alone {
        return before.len()..comment.end;
    }
    let parted = before.is_empty() || before.ends_with("\n\n") || before.ends_with("\n\r\n");
    let second = if parted && first > 0 { line_break(first) } else { 0 };
    before.len()..comment.end + first + second
}

/// A name with the blanks and the comma before it; the first of several with those behind it.
fn with_its_separator(text: &str, name: &Span) -> Span {
    let separates = |c: char| c.is_whitespace() || c == ',';
    let before = text[..name.start].trim_end_matches(separates);
    if text[before.len()..name.start].contains(',') {
        return before.len()..name.end;
    }
    let after = &text[name.end..];
    name.start..name.end + (after.len() - after.trim_start_matches(separates).len())
}

#[cfg(test)]
mod tests {
    use rapporteur_draft::Hints;

    use super::*;

    const KNOWN: [&str; 2] = ["citation-date", "footnote-sequence"];

    /// The words of the text, each of them capital letters, at which a rule is silent.
    fn silent<'t>(rule: &str, text: &'t str) -> Vec<&'t str> {
        let draft = Draft::read(text, &Hints::default());
        let suppressions = Suppressions::of_rules(&KNOWN, &draft, text);
        let words = text.split(|c: char| !c.is_ascii_uppercase()).filter(|word| !word.is_empty());
        let span = |word: &str| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            start..start + word.len()
        };
        words.filter(|word| suppressions.covering(rule, &span(word)).is_some()).collect()
    }

    #[test]
    fn beside_text_a_comment_silences_its_line() {
        let text = "A\n\nB <!-- rapporteur: ignore citation-date --> C\n\nD\n";
        assert_eq!(silent("citation-date", text), ["B", "C"]);
        assert_eq!(silent("footnote-sequence", text), [""; 0]);
    }

    #[test]
    fn alone_a_comment_silences_the_next_paragraph() {
        let text = "A\n\n<!-- rapporteur: ignore -->\n\nB\nC\n\nD\n";
        assert_eq!(silent("citation-date", text), ["B", "C"]);
        assert_eq!(silent("footnote-sequence", text), ["B", "C"]);
    }

    #[test]
    fn the_next_line_is_one_that_is_not_blank() {
        let text = "A <!-- rapporteur: ignore-next-line footnote-sequence, citation-date -->\n\nB\n\nC\n";
        assert_eq!(silent("citation-date", text), ["B"]);
        assert_eq!(silent("footnote-sequence", text), ["B"]);
    }

    #[test]
    fn a_file_can_be_silenced() {
        let text = "A\n\nB\n\n<!-- rapporteur: ignore-file footnote-sequence -->\n";
        assert_eq!(silent("footnote-sequence", text), ["A", "B"]);
        assert_eq!(silent("citation-date", text), [""; 0]);
    }

    #[test]
    fn a_rule_is_silent_between_off_and_on() {
        let text = "A\n\n<!-- rapporteur: off -->\n\nB\n\n<!-- rapporteur: on citation-date -->\n\nC\n";
        assert_eq!(silent("citation-date", text), ["B"]);
        assert_eq!(silent("footnote-sequence", text), ["B", "C"]);
    }

    #[test]
    fn what_can_not_be_read_silences_nothing() {
        for comment in ["ignore no-such-rule", "ignored", "", "language=fr", "on"] {
            let text = format!("<!-- rapporteur: {comment} -->\n\nA\n");
            assert_eq!(silent("citation-date", &text), [""; 0], "{comment}");
        }
    }

    #[test]
    fn a_comment_is_taken_out_with_its_place() {
        for (text, left) in [
            ("A\n\n<!-- x -->\n\nB\n", "A\n\nB\n"),
            ("A\r\n\r\n<!-- x -->\r\nB", "A\r\n\r\nB"),
            ("A <!-- x -->\nB", "A\nB"),
            ("A <!-- x --> B", "A B"),
            ("<!-- x -->", ""),
        ] {
            let start = text.find('<').unwrap();
            let removed = with_its_place(text, &(start..start + "<!-- x -->".len()));
            assert_eq!(format!("{}{}", &text[..removed.start], &text[removed.end..]), left);
        }
    }

    #[test]
    fn what_two_comments_silence_counts_for_the_first() {
        let text = "<!-- rapporteur: ignore-file citation-date -->\nA <!-- rapporteur: ignore citation-date -->\n";
        let draft = Draft::read(text, &Hints::default());
        let suppressions = Suppressions::of_rules(&KNOWN, &draft, text);
        let at = text.find('A').unwrap();
        assert_eq!(suppressions.covering("citation-date", &(at..at + 1)), Some(0));
    }

    #[test]
    fn comments_at_the_end_of_a_text_are_read() {
        for comment in ["ignore", "ignore-next-line", "off", "ignore-file"] {
            for end in ["", "\n", "\r\n", "\r\n\r\n  "] {
                let text = format!("A\r\n<!-- rapporteur: {comment} -->{end}");
                let silenced = silent("citation-date", &text);
                assert_eq!(silenced.contains(&"A"), comment == "ignore-file", "{text:?}");
            }
        }
    }
}
