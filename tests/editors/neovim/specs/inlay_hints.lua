-- Titles of cited resolutions stand beside them as inlay hints.

local t = require('support')

t.open('wildlife.en.md')
vim.lsp.inlay_hint.enable(true, { bufnr = 0 })
t.eventually('there are inlay hints', function()
  return #vim.lsp.inlay_hint.get({ bufnr = 0 }) > 0
end)
local at = t.place('resolution 31/1')
local hints = vim.tbl_filter(function(each)
  return each.inlay_hint.position.line == at.lnum
end, vim.lsp.inlay_hint.get({ bufnr = 0 }))
t.same('there is one in the line of the citation', #hints, 1)
local label = hints[1].inlay_hint.label
label = type(label) == 'string' and label or label[1].value
t.contains('it is the title', label, 'Strengthening the international')
t.same('it stands behind the citation', hints[1].inlay_hint.position.character, t.place('20 May 2022').end_col)
