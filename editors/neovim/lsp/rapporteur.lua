-- Rapporteur for Neovim 0.11 and later; `vim.lsp.enable('rapporteur')` starts it.
---@type vim.lsp.Config
return {
  cmd = { 'rapporteur', 'lsp' },
  filetypes = { 'markdown', 'text' },
  root_markers = { 'rapporteur.toml', '.git' },
}
