-- Another label for a note changes all its calls; another number for a paragraph what refers to it.

local t = require('support')

t.open('cybercrime.en.md')
t.go_to('[^3]')
vim.api.nvim_win_set_cursor(0, { vim.fn.line('.'), vim.fn.col('.') + 1 })
vim.lsp.buf.rename('crime')
t.eventually('the label of the note is another', function()
  return not t.text():find('[^3]', 1, true)
end)
t.contains('its call is renamed', t.text(), 'Organized Crime,[^crime]')
t.contains('what it says is renamed', t.text(), '\n[^crime]: ')

t.go_to('2. *Urges*')
vim.lsp.buf.rename('8')
t.eventually('the number of the paragraph is another', function()
  return t.text():find('\n8. *Urges*', 1, true) ~= nil
end)
t.contains('what refers to it is renamed', t.text(), 'referred to in paragraph 8 above')
