-- The commands that mend a whole draft: fix, renumber, footnotes.

local t = require('support')

t.open('cybercrime.en.md')
vim.cmd('Rapporteur footnotes')
t.eventually('the notes are numbered anew', function()
  return t.text():find('against Cybercrime,[^1] and bearing in mind the United Nations Convention against Transnational Organized Crime,[^2]', 1, true)
end, t.text)
t.contains('paragraphs stay', t.text(), '\n5. *Requests*')

vim.cmd('Rapporteur renumber')
t.eventually('the paragraphs are numbered anew', function()
  return t.text():find('\n4. *Requests*', 1, true)
end, t.text)
t.contains('dates stay', t.text(), '65/230 of 12 December 2010')

vim.cmd('Rapporteur fix')
t.eventually('everything is fixed that is safe to fix', function()
  return t.text():find('65/230 of 21 December 2010', 1, true)
end, t.text)

vim.cmd.edit('code.lua')
t.tells('elsewhere it is said that there is no server', 'not attached', function()
  vim.cmd('Rapporteur fix')
end)
t.tells('what is no command is said', 'there is no command frobnicate; there are debug, explain', function()
  vim.cmd('Rapporteur frobnicate')
end)
