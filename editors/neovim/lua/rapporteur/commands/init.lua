-- `:Rapporteur`: which subcommands there are, and what may stand behind them.

local rapporteur = require('rapporteur')

local M = {}

--- A command of the server for the current draft.
local function batch(name)
  return function()
    local buffer = vim.api.nvim_get_current_buf()
    local params = { command = 'rapporteur.' .. name, arguments = { vim.uri_from_bufnr(buffer) } }
    require('rapporteur.request').about(buffer, 'workspace/executeCommand', params, function() end)
  end
end

--- Each has `run`, which gets the words behind its name, and perhaps `complete`, which gives words to stand there.
local subcommands = {
  debug = require('rapporteur.commands.debug'),
  explain = require('rapporteur.commands.explain'),
  fix = { run = batch('fixAll') },
  footnotes = { run = batch('renumberFootnotes') },
  insert = require('rapporteur.commands.insert'),
  log = {
    run = function()
      vim.cmd.tabedit(vim.fn.fnameescape(vim.lsp.get_log_path()))
    end,
  },
  new = require('rapporteur.commands.new'),
  parser = require('rapporteur.commands.parser'),
  preview = require('rapporteur.commands.preview'),
  renumber = { run = batch('renumberParagraphs') },
  restart = require('rapporteur.commands.restart'),
  status = require('rapporteur.commands.status'),
}

local function names()
  local found = vim.tbl_keys(subcommands)
  table.sort(found)
  return found
end

---@param words string[]
function M.run(words)
  local subcommand = subcommands[words[1]]
  if not subcommand then
    return rapporteur.warn(('there is no command %s; there are %s'):format(words[1], table.concat(names(), ', ')))
  end
  subcommand.run(unpack(words, 2))
end

--- What the word under the cursor can be.
---@param lead string what stands of it
---@param line string the command line up to there
function M.complete(lead, line)
  local words = names()
  local name = line:match('Rapporteur%s+(%S+)%s')
  if name then
    local subcommand = subcommands[name]
    words = subcommand and subcommand.complete and subcommand.complete() or {}
  end
  return vim.tbl_filter(function(word)
    return vim.startswith(word, lead)
  end, words)
end

return M
