-- What the draft is, in a message, in the statusline and for who is to mend something.

local t = require('support')

t.open('cybercrime.en.md')
t.eventually('something is found', function()
  return #vim.diagnostic.get(0) > 0
end)
for _, words in ipairs({ 'resolution, English, General Assembly, A/C.3/81/L.9', 'preambular paragraphs', 'operative paragraphs', 'citations', 'errors' }) do
  t.tells('the status says: ' .. words, words, function()
    vim.cmd('Rapporteur status')
  end)
end
t.same('the statusline counts', require('rapporteur').status(), 'Rapporteur ' .. #vim.diagnostic.get(0))

vim.cmd('Rapporteur debug')
for _, words in ipairs({ '- Neovim: 0.', '- Server: rapporteur 0.', 'rapporteur lsp', '- File type: markdown', '- Attached: client' }) do
  t.contains('debug says: ' .. words, t.text(), words)
end
t.same('it is copied', vim.trim(vim.fn.getreg(vim.fn.has('clipboard') == 1 and '+' or '"')), vim.trim(t.text()))
t.same('in its window there is no server to count', require('rapporteur').status(), '')
