//! Counts findings.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use rapporteur_lint::{Applicability, Finding, Severity};
use serde_json::json;

use super::{
    columns::{Align, columns},
    severity::in_colour,
};

/// How many findings there are.
#[derive(Debug, Default)]
pub(super) struct Tally {
    files: usize,
    files_with_findings: usize,
    files_fixed: usize,
    fixed: usize,
    counts: BTreeMap<(&'static str, Severity), Count>,
}

/// The findings of a rule at a severity.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    findings: usize,
    /// How many of them `--fix` would put right.
    fixable: usize,
    /// For how many of them there is a fix that is only suggested.
    suggested: usize,
}

impl Tally {
    /// Counts the findings of one file, in which `fixed` others have been put right.
    pub(super) fn of(findings: &[Finding], fixed: usize) -> Tally {
        let mut tally = Tally {
            files: 1,
            files_with_findings: usize::from(!findings.is_empty()),
            files_fixed: usize::from(fixed > 0),
            fixed,
            ..Tally::default()
        };
        for finding in findings {
            tally.counts.entry((finding.rule, finding.severity)).or_default().add(Count::of(finding));
        }
        tally
    }

    /// Adds the counts of other files.
    pub(super) fn add(&mut self, other: Tally) {
        self.files += other.files;
        self.files_with_findings += other.files_with_findings;
        self.files_fixed += other.files_fixed;
        self.fixed += other.fixed;
        for (key, count) in other.counts {
            self.counts.entry(key).or_default().add(count);
        }
    }

    /// What stands below findings: what they come to, and where to read more.
    pub(super) fn summary(&self) -> String {
        let rules: BTreeSet<&str> = self.counts.keys().map(|(rule, _)| *rule).collect();
        let rules: Vec<&str> = rules.into_iter().collect();
        let more = if rules.is_empty() {
            String::new()
        } else {
            format!("`rapporteur explain RULE` says more: {}\n", rules.join(", "))
        };
        self.total() + &more
    }

    /// What all comes to: "12 findings (3 errors, 9 warnings) in 2 of 5 files; 9 can be fixed with --fix".
    pub(super) fn total(&self) -> String {
        let mut out = String::new();
        if self.fixed > 0 {
            let _ = write!(out, "{} applied in {}; ", plural(self.fixed, "fix", "fixes"), files(self.files_fixed));
        }
        let remain = if self.fixed > 0 { " left" } else { "" };
        let mut sum = Count::default();
        let mut severities: BTreeMap<Severity, usize> = BTreeMap::new();
        for ((_, severity), count) in &self.counts {
            sum.add(*count);
            *severities.entry(*severity).or_default() += count.findings;
        }
        if sum.findings == 0 {
            let _ = writeln!(out, "no findings{remain} in {}", files(self.files));
            return out;
        }
        let severities: Vec<String> =
            severities.iter().rev().map(|(severity, count)| count_of(*severity, *count)).collect();
        let findings = plural(sum.findings, "finding", "findings");
        let _ = write!(out, "{findings}{remain} ({}) ", severities.join(", "));
        let _ = write!(out, "in {} of {}", self.files_with_findings, files(self.files));
        if sum.fixable > 0 {
            let _ = write!(out, "; {} can be fixed with --fix", sum.fixable);
        }
        out + "\n"
    }

    /// A line for each rule and severity, the most frequent first, below the names of the columns.
    pub(super) fn table(&self) -> String {
        if self.counts.is_empty() {
            return String::new();
        }
        let number = |count: usize| if count > 0 { count.to_string() } else { String::new() };
        let mut rows = vec![["count", "rule", "severity", "safe fix", "suggested fix"].map(str::to_owned).to_vec()];
        rows.extend(self.by_frequency().into_iter().map(|((rule, severity), count)| {
            let Count { findings, fixable, suggested } = count;
            vec![number(findings), rule.to_owned(), in_colour(severity), number(fixable), number(suggested)]
        }));
        columns(&rows, &[Align::Right, Align::Left, Align::Left, Align::Right, Align::Right])
    }

    /// The same as JSON.
    pub(super) fn json(&self) -> String {
        let row = |((rule, severity), count): ((&str, Severity), Count)| {
            json!({
                "rule": rule,
                "severity": severity.name(),
                "count": count.findings,
                "fixable": count.fixable,
                "suggested": count.suggested,
            })
        };
        let rows: Vec<_> = self.by_frequency().into_iter().map(row).collect();
        format!("{:#}\n", serde_json::Value::from(rows))
    }

    /// The counts, the highest first; among equals by the names of the rules, the graver first.
    fn by_frequency(&self) -> Vec<((&'static str, Severity), Count)> {
        let mut rows: Vec<_> = self.counts.iter().map(|(key, count)| (*key, *count)).collect();
        rows.sort_by_key(|((rule, severity), count)| (Reverse(count.findings), *rule, Reverse(*severity)));
        rows
    }
}

impl Count {
    fn of(finding: &Finding) -> Count {
        let offers = |kind| usize::from(finding.fix.as_ref().is_some_and(|fix| fix.applicability == kind));
        Count { findings: 1, fixable: offers(Applicability::Safe), suggested: offers(Applicability::Suggested) }
    }

    fn add(&mut self, other: Count) {
        self.findings += other.findings;
        self.fixable += other.fixable;
        self.suggested += other.suggested;
    }
}

fn count_of(severity: Severity, count: usize) -> String {
    match severity {
        Severity::Error => plural(count, "error", "errors"),
        Severity::Warning => plural(count, "warning", "warnings"),
        Severity::Info => format!("{count} info"),
        Severity::Hint => plural(count, "hint", "hints"),
    }
}

fn files(count: usize) -> String {
    plural(count, "file", "files")
}

fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
