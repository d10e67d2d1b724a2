-- A new draft from a template, with a server that runs and without one.

local t = require('support')

local asked = t.choose_first()
vim.cmd('Rapporteur new en')
t.eventually('a server is started and the template filled in', function()
  return t.text():find('The General Assembly', 1, true)
end, t.text)
t.same('it is a resolution', vim.bo.filetype, 'resolution')
t.check('the server is attached', t.attached())
t.check('the templates are of that language', #asked.labels > 0 and asked.labels[1]:find('^en  ') ~= nil, asked.labels)
local first = vim.api.nvim_get_current_buf()

vim.cmd('Rapporteur new ar')
t.eventually('another one has a window of its own', function()
  return vim.api.nvim_get_current_buf() ~= first and t.text():find('الجمعية العامة', 1, true)
end, t.text)
t.check('no place to fill in is left as text', not t.text():find('${', 1, true), t.text())
t.same('languages are completed', vim.fn.getcompletion('Rapporteur new ', 'cmdline'), { 'ar', 'en', 'es', 'fr', 'ru', 'zh' })
t.tells('what is no language is said', 'there is no language `xx`', function()
  vim.cmd('Rapporteur new xx')
end)
