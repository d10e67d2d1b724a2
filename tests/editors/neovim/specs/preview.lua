-- The draft as a page for the web browser, which is written anew as the draft changes.

local t = require('support')

local opened
vim.ui.open = function(path)
  opened = path
end

local function page()
  return table.concat(vim.fn.readfile(opened), '\n')
end

t.open('wildlife.en.md')
t.tells('it is said where the page is', 'the draft is shown in', function()
  vim.cmd('Rapporteur preview')
end)
t.eventually('it is opened', function()
  return opened
end)
t.contains('it is in the language of the draft', page(), '<html lang="en" dir="ltr">')
t.contains('it has the title', page(), 'Ending the illegal trade in wild animals and plants')
t.contains('it has a style', page(), 'font-family')

t.replace('World Wildlife Day', 'Day of Wild Life')
vim.cmd('doautocmd TextChanged')
t.eventually('it follows the draft', function()
  return page():find('Day of Wild Life', 1, true)
end)

t.open('manghrof.ar.md')
opened = nil
vim.cmd('Rapporteur preview')
t.eventually('another draft has a page of its own', function()
  return opened
end)
t.contains('Arabic runs from the right', page(), 'dir="rtl"')

t.serve('README.md', { '# A library', '', 'Read it.' })
t.tells('what is no draft has none', 'this file is no draft', function()
  vim.cmd('Rapporteur preview')
end)
