-- Rapporteur for Neovim 0.11 and later; `vim.lsp.enable('rapporteur')` starts it.
local markers = { 'rapporteur.toml', '.git' }

---@type vim.lsp.Config
return {
  cmd = { 'rapporteur', 'lsp' },
  filetypes = { 'markdown', 'text', 'toml' },
  root_dir = function(buffer, start)
    local name = vim.fs.basename(vim.api.nvim_buf_get_name(buffer))
    -- Of TOML files only our own settings are ours.
    if vim.bo[buffer].filetype ~= 'toml' or name == 'rapporteur.toml' then
      start(vim.fs.root(buffer, markers))
    end
  end,
}
