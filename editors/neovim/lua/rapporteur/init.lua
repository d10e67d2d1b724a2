local M = {}

--- Whether this Neovim has `vim.lsp.enable` (0.11), or the server must be started for each buffer.
function M.has_enable()
  return vim.lsp.config ~= nil and vim.lsp.enable ~= nil
end

--- The configuration of the server as it stands in `lsp/rapporteur.lua`.
function M.config()
  return dofile(vim.api.nvim_get_runtime_file('lsp/rapporteur.lua', false)[1])
end

--- The clients of a buffer, or of all buffers.
function M.clients(buffer)
  local clients = vim.lsp.get_clients or vim.lsp.get_active_clients
  return clients({ bufnr = buffer, name = 'rapporteur' })
end

--- Tells the user something.
function M.say(text, level)
  vim.notify('Rapporteur: ' .. text, level or vim.log.levels.INFO)
end

--- Starts the server for each buffer of the right type, where Neovim cannot do that by itself.
local function start_in_buffers(overrides)
  local config = vim.tbl_deep_extend('force', M.config(), overrides)
  local told = false
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('rapporteur', {}),
    pattern = config.filetypes,
    callback = function(event)
      config.root_dir(event.buf, function(root)
        if vim.fn.executable(config.cmd[1]) == 0 then
          if not told then
            told = true
            M.say(('there is no program %s; :checkhealth rapporteur says what to do'):format(config.cmd[1]), vim.log.levels.WARN)
          end
          return
        end
        local started = vim.tbl_extend('force', config, { name = 'rapporteur' })
        started.root_dir = root
        vim.lsp.start(started, { bufnr = event.buf })
      end)
    end,
  })
end

--- Switches the server on. What is given is laid over `lsp/rapporteur.lua`.
---@param overrides? table
function M.setup(overrides)
  if not M.has_enable() then
    return start_in_buffers(overrides or {})
  end
  vim.lsp.config('rapporteur', overrides or {})
  vim.lsp.enable('rapporteur')
  local program = vim.lsp.config.rapporteur.cmd[1]
  if vim.fn.executable(program) == 0 then
    M.say(('there is no program %s; :checkhealth rapporteur says what to do'):format(program), vim.log.levels.WARN)
  end
end

--- For a statusline: how many findings there are in the current buffer, or nothing where the server is not attached.
function M.status()
  if #M.clients(vim.api.nvim_get_current_buf()) == 0 then
    return ''
  end
  return ('Rapporteur %d'):format(#vim.diagnostic.get(0))
end

return M
