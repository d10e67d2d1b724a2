-- `:help rapporteur` says something of each command.

local t = require('support')

vim.cmd.helptags('editors/neovim/doc')
vim.cmd.help('rapporteur')
t.same('there is help', vim.fn.expand('%:t'), 'rapporteur.txt')
vim.cmd.helpclose()

local names = vim.fn.getcompletion('Rapporteur ', 'cmdline')
t.check('commands are completed', #names > 5, names)
t.same('by their first letters', vim.fn.getcompletion('Rapporteur re', 'cmdline'), { 'renumber', 'restart' })
for _, name in ipairs(names) do
  vim.cmd.help(':Rapporteur-' .. name)
  t.same('there is help for ' .. name, vim.fn.expand('<cWORD>'), '*:Rapporteur-' .. name .. '*')
  vim.cmd.helpclose()
end
