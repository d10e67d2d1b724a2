-- The parser is compiled by :Rapporteur parser; then drafts are coloured, folded, and their clauses are text objects.

local t = require('support')
local grammar = require('rapporteur.grammar')

local draft = {
  '# Wells',
  '',
  '*The General Assembly*,',
  '',
  '*Recalling* its resolution 65/230 of 21 December 2010,',
  '',
  '1. *Requests* the Secretary-General:',
  '',
  '(a) To count the wells;',
  '',
  '(b) To report;',
  '',
  '2. *Decides* to remain **seized** of the matter.',
}

t.edit('before.res.md', draft)
t.check('without the parser a draft is coloured as Markdown', vim.fn.synIDattr(vim.fn.synID(1, 3, 1), 'name'):find('^markdownH1') ~= nil)
t.contains('health says that there is no parser', t.health(), 'there is no tree-sitter parser')
t.contains('and how to make it', t.health(), ':Rapporteur parser compiles it')
t.tells('so does a text object', ':Rapporteur parser compiles it', function()
  vim.cmd.normal('vac')
end)

t.tells('the parser is compiled', 'the parser is in ' .. grammar.target(), function()
  vim.cmd('Rapporteur parser')
end)
t.same('nothing is amiss with it', grammar.trouble(), nil)
t.check('drafts that are open are coloured by it', vim.treesitter.highlighter.active[vim.api.nvim_get_current_buf()] ~= nil)
t.contains('health says its ABI', t.health(), 'the tree-sitter parser for drafts (ABI ')

vim.g.resolution_folding = true
t.edit('after.res.md', draft)
vim.treesitter.get_parser(0):parse(true)

--- The captures at the first letter of some words.
local function captures(words)
  local at = t.place(words)
  return vim.tbl_map(function(found)
    return found.capture
  end, vim.treesitter.get_captures_at_pos(0, at.lnum, at.col))
end
t.check('a preambular verb is coloured', vim.tbl_contains(captures('Recalling'), 'keyword'), captures('Recalling'))
t.check('an operative verb is coloured otherwise', vim.tbl_contains(captures('Requests'), 'function'), captures('Requests'))
t.check('a date is coloured', vim.tbl_contains(captures('21 December 2010'), 'number'), captures('21 December 2010'))
t.check('Markdown within a paragraph is coloured', vim.tbl_contains(captures('seized'), 'markup.strong'), captures('seized'))

t.eventually('an operative paragraph is folded with its sub-paragraphs', function()
  vim.cmd('normal! zx')
  return vim.fn.foldlevel(9) > 0
end)
t.check('sub-paragraphs are folded deeper or as deep', vim.fn.foldlevel(9) >= vim.fn.foldlevel(7))
vim.cmd('normal! zR')

--- What a text object selects with the cursor on some words.
local function selected(keys, words)
  t.go_to(words)
  vim.cmd.normal('v' .. keys .. 'y')
  return vim.split(vim.trim(vim.fn.getreg('"')), '\n')
end
t.same('ac is a paragraph', selected('ac', 'Decides'), { draft[13] })
t.same('ic is what it says behind its verb', selected('ic', 'Recalling'), { 'its resolution 65/230 of 21 December 2010,' })
t.same('ac is a sub-paragraph', selected('ac', 'count'), { draft[9] })
t.same('ic is what a sub-paragraph says', selected('ic', 'count'), { 'To count the wells;' })
t.same('ac is a paragraph with its sub-paragraphs', selected('ac', 'Requests'), vim.list_slice(draft, 7, 11))
t.go_to('Decides')
vim.cmd.normal('dac')
t.check('dac deletes a paragraph', not t.text():find('Decides', 1, true), t.text())

vim.g.no_resolution_maps = true
t.edit('unmapped.res.md', draft)
t.same('the mappings can be switched off', vim.fn.maparg('ac', 'x'), '')

-- As on Windows, where the link to the queries is a plain file.
local find = vim.api.nvim_get_runtime_file
vim.api.nvim_get_runtime_file = function(name, all)
  return name:find('^queries/resolution') and {} or find(name, all)
end
grammar.find_queries()
vim.api.nvim_get_runtime_file = find
t.same('the queries are found without the link', grammar.trouble(), nil)
