-- Neovim 0.9 and 0.10, which have no `vim.lsp.enable`: the server is started for each buffer.

local rapporteur = require('rapporteur')

local M = {}

local overrides = {}
local missing = false

--- The configuration as it stands in `lsp/rapporteur.lua`, with what was given to `setup` over it.
function M.config()
  local file = vim.api.nvim_get_runtime_file('lsp/rapporteur.lua', false)[1]
  return vim.tbl_deep_extend('force', dofile(file), overrides)
end

--- Starts the server for a buffer, or attaches the one that serves its folder.
function M.start(buffer)
  -- That the program is missing is said once, not for each buffer.
  if missing or not rapporteur.has_program() then
    missing = true
    return
  end
  local config = M.config()
  local function start(root)
    config.name, config.root_dir = 'rapporteur', root
    vim.lsp.start(config, { bufnr = buffer })
  end
  if type(config.root_dir) == 'function' then
    config.root_dir(buffer, start)
  else
    start(config.root_dir)
  end
end

function M.setup(given)
  overrides, missing = given, false
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('rapporteur', {}),
    pattern = M.config().filetypes,
    callback = function(event)
      M.start(event.buf)
    end,
  })
end

return M
