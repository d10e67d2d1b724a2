//! Finds the language server for Zed: where the settings say that it is, or else on the `PATH`.

use zed_extension_api::{
    Command, Extension, LanguageServerId, Result, Worktree, register_extension, serde_json::Value,
    settings::LspSettings,
};

/// The name of the server in Zed's settings.
const SERVER: &str = "rapporteur";

struct Rapporteur;

impl Extension for Rapporteur {
    fn new() -> Self {
        Rapporteur
    }

    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let binary = settings(worktree)?.binary;
        let set = binary.as_ref().and_then(|binary| binary.path.clone());
        let command = set.or_else(|| worktree.which(SERVER)).ok_or(
            "There is no program `rapporteur` on the PATH. Install it with `cargo install --locked --path \
             server/rapporteur` in a copy of the repository, or set `lsp.rapporteur.binary.path` to its path.",
        )?;
        let args = binary.and_then(|binary| binary.arguments).unwrap_or_else(|| vec!["lsp".to_owned()]);
        Ok(Command { command, args, env: worktree.shell_env() })
    }

    fn language_server_initialization_options(
        &mut self,
        _: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<Value>> {
        Ok(settings(worktree)?.initialization_options)
    }

    /// What the server asks for as its section `rapporteur`.
    fn language_server_workspace_configuration(
        &mut self,
        _: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<Value>> {
        Ok(settings(worktree)?.settings)
    }
}

fn settings(worktree: &Worktree) -> Result<LspSettings> {
    LspSettings::for_worktree(SERVER, worktree)
}

register_extension!(Rapporteur);
