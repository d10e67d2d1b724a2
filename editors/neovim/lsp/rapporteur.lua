---@brief
---
--- `rapporteur lsp`, a language server for drafts of United Nations resolutions. It reads Markdown and plain text;
--- texts that are no drafts get no findings. Project settings stand in `rapporteur.toml`.

--- The folder with the nearest settings, or else that of the nearest repository.
local function root_of(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  for _, marker in ipairs({ 'rapporteur.toml', '.git' }) do
    local found = vim.fs.find(marker, { upward = true, path = vim.fs.dirname(name) })[1]
    if found then
      return vim.fs.dirname(found)
    end
  end
end

---@type vim.lsp.Config
return {
  cmd = { 'rapporteur', 'lsp' },
  filetypes = { 'resolution', 'markdown', 'text', 'toml' },
  root_dir = function(buffer, start)
    local name = vim.fs.basename(vim.api.nvim_buf_get_name(buffer))
    -- Of TOML files only our own settings are ours.
    if vim.bo[buffer].filetype ~= 'toml' or name == 'rapporteur.toml' then
      start(root_of(buffer))
    end
  end,
  get_language_id = function(_, filetype)
    return filetype == 'resolution' and 'un-resolution' or filetype
  end,
}
