-- A server that does not know our own requests is said to be too old.

local t = require('support')

--- A server within Neovim that knows nothing but how to begin and end.
local function old_server()
  local closing = false
  return {
    request = function(method, _, answer)
      if method == 'initialize' then
        answer(nil, { capabilities = {} })
      elseif method == 'shutdown' then
        answer(nil, nil)
      else
        answer({ code = -32601, message = 'Method not found' })
      end
      return true, 1
    end,
    notify = function(method)
      closing = closing or method == 'exit'
    end,
    is_closing = function()
      return closing
    end,
    terminate = function()
      closing = true
    end,
  }
end

vim.lsp.config('rapporteur', { cmd = old_server })
t.open('wildlife.en.md')
for words, method in pairs({
  ['explain citation-date'] = 'rapporteur/rules',
  ['insert 65/230'] = 'rapporteur/search',
  new = 'rapporteur/templates',
  preview = 'rapporteur/preview',
  status = 'rapporteur/status',
}) do
  t.tells(words .. ': the server is too old', ('does not know %s; install a newer one'):format(method), function()
    vim.cmd('Rapporteur ' .. words)
  end)
end
t.contains('health knows a server that is no program', t.health(), 'the server is a function of Lua')
vim.cmd('Rapporteur debug')
t.contains('debug too', t.text(), '- Server: a function of Lua')
