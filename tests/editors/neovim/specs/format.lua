-- Formatting mends the form of paragraphs and leaves their words alone.

local t = require('support')

t.open('wildlife.en.md')
local before = t.text()
t.replace('*Recalling also* its', '*Recalling also*   its')
t.check('the draft is out of form', t.text() ~= before)
vim.lsp.buf.format({ timeout_ms = t.patience })
t.check('the draft is in form again', t.text() == before, vim.diff(before, t.text()))
