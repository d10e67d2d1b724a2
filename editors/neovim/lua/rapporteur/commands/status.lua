-- `:Rapporteur status`: what the server takes the draft for, and how much there is of what.

local rapporteur = require('rapporteur')
local request = require('rapporteur.request')

local M = {}

local function counted(counts, kinds)
  local parts = {}
  for _, kind in ipairs(kinds) do
    local key, singular, plural = unpack(kind)
    local count = counts[key]
    if count > 0 then
      table.insert(parts, ('%d %s'):format(count, count == 1 and singular or plural))
    end
  end
  return parts
end

local function sentence(status)
  local what = { status.kind == 'other' and 'no draft' or status.kind, status.languageName }
  for _, known in ipairs({ status.body or vim.NIL, status.symbol or vim.NIL }) do
    if known ~= vim.NIL then
      table.insert(what, known)
    end
  end
  local has = counted(status.counts, {
    { 'preambular', 'preambular paragraph', 'preambular paragraphs' },
    { 'operative', 'operative paragraph', 'operative paragraphs' },
    { 'citations', 'citation', 'citations' },
    { 'notes', 'note', 'notes' },
  })
  local found = counted(status.counts, {
    { 'errors', 'error', 'errors' },
    { 'warnings', 'warning', 'warnings' },
    { 'infos', 'information', 'informations' },
    { 'hints', 'hint', 'hints' },
  })
  local parts = { table.concat(what, ', ') }
  if #has > 0 then
    table.insert(parts, table.concat(has, ', '))
  end
  table.insert(parts, #found > 0 and table.concat(found, ', ') or 'no findings')
  return table.concat(parts, '; ')
end

function M.run()
  local buffer = vim.api.nvim_get_current_buf()
  request.about(buffer, 'rapporteur/status', request.document(buffer), function(status)
    rapporteur.say(status and sentence(status) or 'the server says nothing of this file')
  end)
end

return M
