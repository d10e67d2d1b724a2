//! Counts findings.

use std::{collections::BTreeMap, fmt::Write};

use rapporteur_lint::{Applicability, Finding, Severity};
use serde_json::json;

/// How many findings there are.
#[derive(Debug, Default)]
pub(super) struct Tally {
    files: usize,
    files_with_findings: usize,
    files_fixed: usize,
    fixed: usize,
    rules: BTreeMap<&'static str, Count>,
    severities: BTreeMap<Severity, usize>,
}

/// The findings of a rule.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    findings: usize,
    fixable: usize,
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
            let count = tally.rules.entry(finding.rule).or_default();
            count.findings += 1;
            count.fixable += usize::from(is_fixable(finding));
            *tally.severities.entry(finding.severity).or_default() += 1;
        }
        tally
    }

    /// Adds the counts of other files.
    pub(super) fn add(&mut self, other: Tally) {
        self.files += other.files;
        self.files_with_findings += other.files_with_findings;
        self.files_fixed += other.files_fixed;
        self.fixed += other.fixed;
        for (rule, count) in other.rules {
            let sum = self.rules.entry(rule).or_default();
            sum.findings += count.findings;
            sum.fixable += count.fixable;
        }
        for (severity, count) in other.severities {
            *self.severities.entry(severity).or_default() += count;
        }
    }

    /// The line at the end: "12 findings (3 errors, 9 warnings) in 2 of 5 files; 9 can be fixed with --fix".
    pub(super) fn summary(&self) -> String {
        let mut out = String::new();
        if self.fixed > 0 {
            let _ = write!(out, "{} applied in {}; ", plural(self.fixed, "fix", "fixes"), files(self.files_fixed));
        }
        let findings: usize = self.severities.values().sum();
        let remain = if self.fixed > 0 { " left" } else { "" };
        if findings == 0 {
            let _ = writeln!(out, "no findings{remain} in {}", files(self.files));
            return out;
        }
        let severities: Vec<String> =
            self.severities.iter().rev().map(|(severity, count)| count_of(*severity, *count)).collect();
        let findings = plural(findings, "finding", "findings");
        let _ = write!(out, "{findings}{remain} ({}) ", severities.join(", "));
        let _ = write!(out, "in {} of {}", self.files_with_findings, files(self.files));
        let fixable: usize = self.rules.values().map(|count| count.fixable).sum();
        if fixable > 0 {
            let _ = write!(out, "; {fixable} can be fixed with --fix");
        }
        let _ = writeln!(out, "\n`rapporteur explain RULE` says more: {}", self.rule_names().join(", "));
        out
    }

    /// A line for each rule, the most frequent first.
    pub(super) fn table(&self) -> String {
        let width = self.rules.keys().map(|rule| rule.len()).max().unwrap_or_default();
        let mut out = String::new();
        for (rule, count) in self.by_frequency() {
            let fixable = if count.fixable > 0 { format!("  {} can be fixed", count.fixable) } else { String::new() };
            let line = format!("{:>7}  {rule:width$}{fixable}", count.findings);
            let _ = writeln!(out, "{}", line.trim_end());
        }
        out
    }

    /// The same as JSON.
    pub(super) fn json(&self) -> String {
        let rows: Vec<_> = self
            .by_frequency()
            .into_iter()
            .map(|(rule, count)| json!({ "rule": rule, "findings": count.findings, "fixable": count.fixable }))
            .collect();
        format!("{:#}\n", serde_json::Value::from(rows))
    }

    fn rule_names(&self) -> Vec<&'static str> {
        self.rules.keys().copied().collect()
    }

    fn by_frequency(&self) -> Vec<(&'static str, Count)> {
        let mut rows: Vec<_> = self.rules.iter().map(|(rule, count)| (*rule, *count)).collect();
        rows.sort_by_key(|(_, count)| std::cmp::Reverse(count.findings));
        rows
    }
}

/// Whether `--fix` would put a finding right.
fn is_fixable(finding: &Finding) -> bool {
    finding.fix.as_ref().is_some_and(|fix| fix.applicability == Applicability::Safe)
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
