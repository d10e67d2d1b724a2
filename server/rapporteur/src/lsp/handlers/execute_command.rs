//! `workspace/executeCommand`: what code actions do, for whoever calls it by its name; and opening documents.

use std::sync::Arc;

use rapporteur_assist::Work;
use rapporteur_lint::{RULES, batch};
use serde::Deserialize;
use tower_lsp::{
    jsonrpc::{Error, Result},
    ls_types::{ExecuteCommandParams, LSPAny, ShowDocumentParams, Uri},
};

use crate::lsp::{actions::Order, analysis, session::Session};

/// Opens a document: another version of a draft.
pub(in crate::lsp) const OPEN: &str = "rapporteur.open";

/// Does what an action was offered for; its argument is what came with the offer.
pub(in crate::lsp) const APPLY_FIX: &str = "rapporteur.applyFix";

/// Applies all fixes of a rule; its arguments are the URI of a draft and the name of the rule.
const FIX_RULE: &str = "rapporteur.fixRule";

/// The commands, as they are told to the client.
pub(in crate::lsp) fn commands() -> Vec<String> {
    let batches = batch::OFFERED.iter().map(|batch| command_of(batch.name));
    batches.chain([FIX_RULE, APPLY_FIX, OPEN].map(str::to_owned)).collect()
}

/// The command that does a batch of fixes; its argument is the URI of a draft.
fn command_of(batch: &str) -> String {
    format!("rapporteur.{batch}")
}

/// Runs a command. The error says what is wrong with it.
pub(in crate::lsp) async fn execute_command(
    session: &Arc<Session>,
    params: ExecuteCommandParams,
) -> Result<Option<LSPAny>> {
    let ExecuteCommandParams { command, arguments, .. } = params;
    match command.as_str() {
        OPEN => {
            let (uri,): (Uri,) = read(&command, arguments)?;
            open(session, uri);
        }
        APPLY_FIX => {
            let (order,): (Order,) = read(&command, arguments)?;
            carry_out(session, command, order).await?;
        }
        FIX_RULE => {
            let (uri, rule): (Uri, String) = read(&command, arguments)?;
            if !RULES.iter().any(|known| known.name == rule) {
                return Err(Error::invalid_params(format!("there is no rule `{rule}`")));
            }
            let order = order(session, uri, Work::FixRule(rule)).await?;
            carry_out(session, command, order).await?;
        }
        _ => {
            let Some(batch) = batch::OFFERED.into_iter().find(|batch| command_of(batch.name) == command) else {
                let known = commands().join(", ");
                return Err(Error::invalid_params(format!("there is no command `{command}`; there are {known}")));
            };
            let (uri,): (Uri,) = read(&command, arguments)?;
            let order = order(session, uri, Work::Batch(batch.name.to_owned())).await?;
            carry_out(session, command, order).await?;
        }
    }
    Ok(None)
}

/// The arguments of a command.
fn read<T: for<'de> Deserialize<'de>>(command: &str, arguments: Vec<LSPAny>) -> Result<T> {
    serde_json::from_value(LSPAny::Array(arguments))
        .map_err(|error| Error::invalid_params(format!("the arguments of `{command}` can't be read: {error}")))
}

/// Some work on a draft as it is now.
async fn order(session: &Session, uri: Uri, work: Work) -> Result<Order> {
    match analysis::latest(session, &uri).await {
        Some(analysis) => Ok(Order { uri, revision: analysis.revision, work }),
        None => Err(Error::invalid_params(format!("{} is not open", uri.as_str()))),
    }
}

/// Asks the client, in a task of its own, to apply the edit that does what was ordered.
async fn carry_out(session: &Arc<Session>, command: String, order: Order) -> Result<()> {
    if !session.profile().applies_edits {
        return Err(Error::invalid_params(format!(
            "`{command}` changes a draft, and this editor does not say that it applies edits (workspace.applyEdit)"
        )));
    }
    let Some(edit) = order.edit(session).await? else { return Ok(()) };
    let session = session.clone();
    tokio::spawn(async move {
        let reason = match session.client.apply_edit(edit).await {
            Ok(answer) if answer.applied => return,
            Ok(answer) => answer.failure_reason.unwrap_or_else(|| "no reason given".to_owned()),
            Err(error) => error.to_string(),
        };
        session.log_error(format!("The editor did not apply the edits of {command}: {reason}."));
    });
    Ok(())
}

fn open(session: &Session, uri: Uri) {
    let client = session.client.clone();
    tokio::spawn(async move {
        let shown = ShowDocumentParams { uri, external: None, take_focus: Some(true), selection: None };
        // A client that can't show it says so to the user itself.
        let _ = client.show_document(shown).await;
    });
}
