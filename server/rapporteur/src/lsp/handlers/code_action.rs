//! `textDocument/codeAction`: a quick fix for each finding that has a fix, and one action for all safe ones.

use std::{iter, sync::Arc};

use rapporteur_lint::{Applicability, Edit, Fix};
use similar::{DiffTag, TextDiff};
use tower_lsp::ls_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionResponse, Diagnostic, Range, Uri,
};

use crate::lsp::{
    analysis::{self, Analysis},
    diagnostics,
    edits::workspace_edit,
    features::Feature,
    proto,
    session::Session,
    settings::Basis,
};

/// Applies all safe fixes; editors can be told to ask for it on saving.
pub(in crate::lsp) const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.rapporteur");

const FIX_ALL_TITLE: &str = "Apply all safe fixes of Rapporteur";

/// The actions for a range.
pub(in crate::lsp) async fn code_action(
    session: &Arc<Session>,
    params: CodeActionParams,
) -> Option<CodeActionResponse> {
    let uri = params.text_document.uri;
    if !session.features(&uri).has(Feature::CodeAction) {
        return None;
    }
    let analysis = analysis::latest(session, &uri).await?;
    let wanted = |kind: &CodeActionKind| match &params.context.only {
        Some(only) => only.iter().any(|wanted| covers(wanted, kind)),
        None => true,
    };
    let mut actions = Vec::new();
    if wanted(&CodeActionKind::QUICKFIX) {
        actions = quick_fixes(session, &uri, &analysis, params.range);
    }
    if wanted(&FIX_ALL) {
        actions.extend(fix_all(session, &uri, &analysis).await);
    }
    Some(actions.into_iter().map(CodeActionOrCommand::CodeAction).collect())
}

/// Whether a kind that the client asks for is a kind or one above it: `source` covers `source.fixAll`.
fn covers(wanted: &CodeActionKind, kind: &CodeActionKind) -> bool {
    let rest = kind.as_str().strip_prefix(wanted.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || wanted.as_str().is_empty())
}

/// The fixes of the findings that touch a range. Findings that share a fix, as those of a sequence of numbers do,
/// share the action.
fn quick_fixes(session: &Session, uri: &Uri, analysis: &Analysis, range: Range) -> Vec<CodeAction> {
    let profile = session.profile();
    let span = proto::span(&analysis.rope, profile.unit, range);
    let mut actions: Vec<(&Fix, CodeAction)> = Vec::new();
    for finding in analysis.findings.iter().filter(|f| f.span.start <= span.end && span.start <= f.span.end) {
        let Some(fix) = &finding.fix else { continue };
        let diagnostic = diagnostics::one(finding, analysis, uri, profile);
        match actions.iter_mut().find(|(known, _)| *known == fix) {
            Some((_, action)) => action.diagnostics.get_or_insert_default().push(diagnostic),
            None => actions.push((fix, quick_fix(session, uri, analysis, fix, diagnostic))),
        }
    }
    actions.into_iter().map(|(_, action)| action).collect()
}

fn quick_fix(session: &Session, uri: &Uri, analysis: &Analysis, fix: &Fix, diagnostic: Diagnostic) -> CodeAction {
    CodeAction {
        title: fix.title.clone(),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostic]),
        edit: Some(workspace_edit(session.profile(), uri, analysis, &fix.edits)),
        is_preferred: (fix.applicability == Applicability::Safe).then_some(true),
        ..CodeAction::default()
    }
}

/// All safe fixes, as `rapporteur lint --fix` applies them: round after round, until there are none left.
async fn fix_all(session: &Session, uri: &Uri, analysis: &Arc<Analysis>) -> Option<CodeAction> {
    let safe = |fix: &Fix| fix.applicability == Applicability::Safe;
    if !analysis.findings.iter().any(|finding| finding.fix.as_ref().is_some_and(safe)) {
        return None;
    }
    let work = {
        let analysis = analysis.clone();
        move || analysis::contained(|| all_safe_edits(&analysis))
    };
    let outcome = match analysis.is_large() {
        true => tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| Err(error.to_string())),
        false => work(),
    };
    let edits = outcome.unwrap_or_else(|panic| {
        session.log_error(format!("The fixes of {} failed: {panic}.", uri.as_str()));
        Vec::new()
    });
    (!edits.is_empty()).then(|| CodeAction {
        title: FIX_ALL_TITLE.to_owned(),
        kind: Some(FIX_ALL),
        edit: Some(workspace_edit(session.profile(), uri, analysis, &edits)),
        ..CodeAction::default()
    })
}

/// The edits, line by line, that make the text what it is after all safe fixes.
fn all_safe_edits(analysis: &Analysis) -> Vec<Edit> {
    let Basis { project, settings, .. } = &analysis.basis;
    let fixed = rapporteur_lint::fix_all(&analysis.text, &settings.hints, project.registry(), settings);
    let diff = TextDiff::from_lines(analysis.text.as_str(), &fixed.text);
    let old = starts((0..diff.old_len()).filter_map(|line| diff.old_slice(line)));
    let new = starts((0..diff.new_len()).filter_map(|line| diff.new_slice(line)));
    let changes = diff.ops().iter().filter(|change| change.tag() != DiffTag::Equal);
    changes
        .map(|change| Edit {
            span: old[change.old_range().start]..old[change.old_range().end],
            text: fixed.text[new[change.new_range().start]..new[change.new_range().end]].to_owned(),
        })
        .collect()
}

/// Where each line starts, in bytes, and where the last one ends.
fn starts<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let ends = lines.scan(0, |at, line| {
        *at += line.len();
        Some(*at)
    });
    iter::once(0).chain(ends).collect()
}
