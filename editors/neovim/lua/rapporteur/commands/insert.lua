-- `:Rapporteur insert WORDS`: the citation of a resolution that is chosen from those that match.

local rapporteur = require('rapporteur')
local request = require('rapporteur.request')

local M = {}

local function label(found)
  local parts = { found.symbol }
  for _, part in ipairs({ found.date or vim.NIL, found.title or vim.NIL }) do
    if part ~= vim.NIL then
      table.insert(parts, part)
    end
  end
  return table.concat(parts, '  ')
end

--- Puts words behind the cursor of a window, as long as it shows the buffer that they are for.
local function put(window, buffer, words)
  if not vim.api.nvim_win_is_valid(window) or vim.api.nvim_win_get_buf(window) ~= buffer then
    return rapporteur.warn('the draft is no longer shown in that window; nothing was inserted')
  end
  vim.api.nvim_win_call(window, function()
    vim.api.nvim_put({ words }, 'c', true, true)
  end)
end

local function offer(query)
  local window, buffer = vim.api.nvim_get_current_win(), vim.api.nvim_get_current_buf()
  local params = vim.tbl_extend('error', request.document(buffer), { query = query })
  request.about(buffer, 'rapporteur/search', params, function(found)
    if #found == 0 then
      return rapporteur.say(('no resolution matches “%s”'):format(query))
    end
    vim.ui.select(found, { prompt = 'Resolution', format_item = label }, function(chosen)
      if chosen then
        put(window, buffer, chosen.citation)
      end
    end)
  end)
end

function M.run(...)
  if ... then
    return offer(table.concat({ ... }, ' '))
  end
  vim.ui.input({ prompt = 'Number or words of the title: ' }, function(query)
    if query and query ~= '' then
      offer(query)
    end
  end)
end

return M
