-- Requests to the server, in the words of each version of Neovim.

local rapporteur = require('rapporteur')

local M = {}

--- What the protocol calls a request that a server does not know.
local METHOD_NOT_FOUND = -32601

local function answer_of(method, answer)
  return function(err, result)
    if err and err.code == METHOD_NOT_FOUND then
      rapporteur.warn(('this version of rapporteur does not know %s; install a newer one'):format(method))
    elseif err then
      rapporteur.say(err.message, vim.log.levels.ERROR)
    else
      -- The protocol's null is a value of its own.
      answer(result ~= vim.NIL and result or nil)
    end
  end
end

local function send(client, method, params, handler, buffer)
  -- Since 0.11 the client is an object with methods.
  if vim.fn.has('nvim-0.11') == 1 then
    client:request(method, params, handler, buffer)
  else
    client.request(method, params, handler, buffer)
  end
end

--- Asks the server of a buffer. Where there is none, or it is too old, the user is told.
---@param answer fun(result: any) gets nil for the protocol's null
function M.about(buffer, method, params, answer)
  local client = rapporteur.clients(buffer)[1]
  if client then
    send(client, method, params, answer_of(method, answer), buffer)
  else
    rapporteur.warn('the server is not attached to this buffer; :checkhealth rapporteur says why')
  end
end

--- Asks any server that runs, about what is the same for all buffers.
---@param answer fun(result: any)
function M.any(method, params, answer)
  local client = rapporteur.clients()[1]
  if client then
    send(client, method, params, answer_of(method, answer), 0)
  else
    rapporteur.warn('the server does not run; it is started when a draft is opened, and :checkhealth rapporteur says what is amiss')
  end
end

--- The parameter of requests about a whole document.
function M.document(buffer)
  return { textDocument = { uri = vim.uri_from_bufnr(buffer) } }
end

return M
