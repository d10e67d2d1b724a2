local rapporteur = require('rapporteur')

local M = {}

--- The client of the current buffer; says so where there is none.
local function attached()
  local client = rapporteur.clients(vim.api.nvim_get_current_buf())[1]
  if not client then
    rapporteur.say('the server is not attached to this buffer; :checkhealth rapporteur says why', vim.log.levels.WARN)
  end
  return client
end

--- A request about the current buffer. Servers that do not know it yet are said to be too old.
local function request(method, params, answer)
  local client = attached()
  if not client then
    return
  end
  local function handler(err, result)
    if err and err.code == -32601 then
      rapporteur.say(('this version of rapporteur does not know %s; install a newer one'):format(method), vim.log.levels.WARN)
    elseif err then
      rapporteur.say(err.message, vim.log.levels.ERROR)
    else
      answer(result)
    end
  end
  -- Since 0.11 the client is an object with methods.
  if vim.fn.has('nvim-0.11') == 1 then
    client:request(method, params, handler, 0)
  else
    client.request(method, params, handler, 0)
  end
end

--- A command of the server for the current draft.
local function batch(name)
  return function()
    request('workspace/executeCommand', { command = 'rapporteur.' .. name, arguments = { vim.uri_from_bufnr(0) } }, function() end)
  end
end

--- The rule of the finding on the line of the cursor: the one under the cursor before others.
local function rule_here()
  local at = vim.api.nvim_win_get_cursor(0)
  local first
  for _, found in ipairs(vim.diagnostic.get(0, { lnum = at[1] - 1 })) do
    if found.source == 'rapporteur' or found.code then
      if found.col <= at[2] and at[2] < found.end_col then
        return found.code
      end
      first = first or found.code
    end
  end
  return first
end

local function program()
  local config = rapporteur.has_enable() and vim.lsp.config.rapporteur or rapporteur.config()
  return config.cmd[1]
end

local function explain(rule)
  rule = rule or rule_here()
  if not rule then
    return rapporteur.say('there is no finding on this line; name a rule: :Rapporteur explain citation-date')
  end
  if vim.fn.executable(program()) == 0 then
    return rapporteur.say(('there is no program %s; :checkhealth rapporteur says what to do'):format(program()), vim.log.levels.WARN)
  end
  local lines = vim.fn.systemlist({ program(), '--color', 'never', 'explain', rule })
  if vim.v.shell_error ~= 0 then
    return rapporteur.say((table.concat(lines, '\n'):gsub('^rapporteur: ', '')), vim.log.levels.WARN)
  end
  vim.lsp.util.open_floating_preview(lines, 'text', { focus_id = 'rapporteur', border = 'rounded', max_width = 100 })
end

local function restart()
  local client = attached()
  if not client then
    return
  end
  local id = client.id
  local buffers = vim.tbl_keys(client.attached_buffers or {})
  vim.lsp.stop_client(id)
  local tries = 0
  local function again()
    tries = tries + 1
    if vim.lsp.get_client_by_id(id) and tries < 100 then
      return vim.defer_fn(again, 50)
    end
    for _, buffer in ipairs(buffers) do
      if vim.api.nvim_buf_is_valid(buffer) then
        vim.api.nvim_exec_autocmds('FileType', { buffer = buffer })
      end
    end
  end
  again()
end

local function insert(...)
  local query = table.concat({ ... }, ' ')
  local buffer = vim.api.nvim_get_current_buf()
  local params = { query = query, textDocument = { uri = vim.uri_from_bufnr(buffer) } }
  request('rapporteur/search', params, function(found)
    if not found or #found == 0 then
      return rapporteur.say(('no resolution matches “%s”'):format(query))
    end
    vim.ui.select(found, {
      prompt = 'Resolution',
      format_item = function(item)
        return item.symbol .. '  ' .. (type(item.title) == 'string' and item.title or '')
      end,
    }, function(item)
      if item then
        vim.api.nvim_put({ item.citation }, 'c', true, true)
      end
    end)
  end)
end

local subcommands = {
  explain = explain,
  fix = batch('fixAll'),
  footnotes = batch('renumberFootnotes'),
  insert = insert,
  log = function()
    vim.cmd.tabedit(vim.fn.fnameescape(vim.lsp.get_log_path()))
  end,
  renumber = batch('renumberParagraphs'),
  restart = restart,
  status = function()
    local status = rapporteur.status()
    rapporteur.say(status == '' and 'the server is not attached to this buffer' or #vim.diagnostic.get(0) .. ' findings')
  end,
}

---@param words string[]
function M.run(words)
  local run = subcommands[words[1]]
  if not run then
    return rapporteur.say(('there is no command %s; there are %s'):format(words[1], table.concat(M.complete('', 'Rapporteur '), ', ')), vim.log.levels.WARN)
  end
  run(unpack(words, 2))
end

function M.complete(lead, line)
  if line:match('^%s*%S+%s+%S+%s') then
    return {}
  end
  local names = vim.tbl_filter(function(name)
    return vim.startswith(name, lead)
  end, vim.tbl_keys(subcommands))
  table.sort(names)
  return names
end

return M
