-- `:Rapporteur restart`: stops the servers of all folders, and starts them again.

local rapporteur = require('rapporteur')

local M = {}

--- Waits until no client is left that could be taken for a new one.
local function when_stopped(go_on)
  local tries = 0
  local function look()
    tries = tries + 1
    if #rapporteur.clients() == 0 then
      go_on()
    elseif tries < 100 then
      vim.defer_fn(look, 50)
    else
      rapporteur.say('the server does not stop; leave Neovim and start it anew', vim.log.levels.ERROR)
    end
  end
  look()
end

local function restart_each(buffers)
  for _, client in ipairs(rapporteur.clients()) do
    vim.lsp.stop_client(client.id)
  end
  when_stopped(function()
    for _, buffer in ipairs(buffers) do
      if vim.api.nvim_buf_is_valid(buffer) then
        require('rapporteur.older').start(buffer)
      end
    end
  end)
end

local function attached_buffers()
  local buffers = {}
  for _, client in ipairs(rapporteur.clients()) do
    vim.list_extend(buffers, vim.lsp.get_buffers_by_client_id(client.id))
  end
  return buffers
end

function M.run()
  if not rapporteur.has_program() then
    return
  end
  if rapporteur.has_enable() then
    vim.lsp.enable('rapporteur', false)
    when_stopped(function()
      vim.lsp.enable('rapporteur')
    end)
  else
    restart_each(attached_buffers())
  end
end

return M
