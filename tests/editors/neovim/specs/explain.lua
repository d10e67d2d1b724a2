-- What a rule asks for is shown as Markdown.

local t = require('support')

t.open('cybercrime.en.md')
local found = t.found_at('citation-date', '12 December 2010')
vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
vim.cmd('Rapporteur explain')
t.eventually('the rule of the finding is explained', t.floating)
local text, buffer, window = t.floating()
t.contains('it is that rule', text, 'citation-date')
t.same('it is shown as Markdown', vim.bo[buffer].filetype, 'markdown')
vim.api.nvim_win_close(window, true)

vim.cmd('Rapporteur explain enacting-line')
t.eventually('a rule is explained by its name', t.floating)
t.contains('it is the one that was named', t.floating(), 'enacting-line')
vim.api.nvim_win_close(select(3, t.floating()), true)

t.same('names of rules are completed', vim.fn.getcompletion('Rapporteur explain enacting', 'cmdline'), { 'enacting-line' })
t.tells('what is no rule is said', 'there is no rule no-such-rule', function()
  vim.cmd('Rapporteur explain no-such-rule')
end)
vim.api.nvim_win_set_cursor(0, { 2, 0 })
t.tells('where nothing is found, it is said', 'no finding on this line', function()
  vim.cmd('Rapporteur explain')
end)
