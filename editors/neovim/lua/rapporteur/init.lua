local M = {}

--- Whether this Neovim has `vim.lsp.enable` (0.11), or the server must be started for each buffer.
function M.has_enable()
  return vim.lsp.config ~= nil and vim.lsp.enable ~= nil
end

--- The copy of the repository that this plugin stands in, which has the grammar and the style of the preview.
function M.repository()
  local here = debug.getinfo(1, 'S').source:sub(2)
  -- Since 0.10 it has the shorter name.
  return vim.fn.fnamemodify((vim.uv or vim.loop).fs_realpath(here), ':h:h:h:h:h')
end

--- The configuration of the server: that of `lsp/rapporteur.lua`, with what the user laid over it.
function M.config()
  return M.has_enable() and vim.lsp.config.rapporteur or require('rapporteur.older').config()
end

--- The clients of a buffer, or of all buffers.
---@param buffer? integer
function M.clients(buffer)
  -- Since 0.10 it has the shorter name.
  local clients = vim.lsp.get_clients or vim.lsp.get_active_clients
  return clients({ bufnr = buffer, name = 'rapporteur' })
end

--- What was found in a buffer by Rapporteur, among what other servers found.
---@param at? table what to ask `vim.diagnostic.get` for
function M.findings(buffer, at)
  return vim.tbl_filter(function(found)
    return found.source == 'rapporteur'
  end, vim.diagnostic.get(buffer, at))
end

--- Tells the user something.
function M.say(text, level)
  vim.notify('Rapporteur: ' .. text, level or vim.log.levels.INFO)
end

--- Tells the user what is wrong.
function M.warn(text)
  M.say(text, vim.log.levels.WARN)
end

--- The program of the server; nil where the user gave a function for it.
function M.program()
  local cmd = M.config().cmd
  return type(cmd) == 'table' and cmd[1] or nil
end

--- Whether the server can be started; says so where its program is missing.
function M.has_program()
  local program = M.program()
  local there = not program or vim.fn.executable(program) == 1
  if not there then
    M.warn(('there is no program %s; :checkhealth rapporteur says what to do'):format(program))
  end
  return there
end

--- Switches the server on. What is given is laid over `lsp/rapporteur.lua`.
---@param overrides? table
function M.setup(overrides)
  if not M.has_enable() then
    return require('rapporteur.older').setup(overrides or {})
  end
  vim.lsp.config('rapporteur', overrides or {})
  vim.lsp.enable('rapporteur')
  M.has_program()
end

--- For a statusline: how many findings there are in the current buffer, or nothing where the server is not attached.
function M.status()
  local buffer = vim.api.nvim_get_current_buf()
  if #M.clients(buffer) == 0 then
    return ''
  end
  return ('Rapporteur %d'):format(#M.findings(buffer))
end

return M
