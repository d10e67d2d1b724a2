-- The citation of a resolution is inserted where it was asked for, in the language of the draft.

local t = require('support')

t.open('wildlife.en.md')
local asked = t.choose_first()
t.replace('*Recalling further* resolution', '*Recalling further* , and resolution')
local at = t.place(' , and resolution')
vim.api.nvim_win_set_cursor(0, { at.lnum + 1, at.col })
local draft = vim.api.nvim_get_current_buf()
vim.cmd('Rapporteur insert 65/230')
-- The answer comes when another window is the current one.
vim.cmd.new()
local other = vim.api.nvim_get_current_buf()
t.eventually('the citation is inserted', function()
  local text = table.concat(vim.api.nvim_buf_get_lines(draft, 0, -1, true), '\n')
  return text:find('*Recalling further* General Assembly resolution 65/230 of 21 December 2010, and', 1, true)
end, function()
  return vim.api.nvim_buf_get_lines(draft, at.lnum, at.lnum + 1, true)
end)
t.same('the other window is left alone', vim.api.nvim_buf_get_lines(other, 0, -1, true), { '' })
vim.cmd.close()
t.contains('the title is offered', asked.labels[1], 'Twelfth United Nations Congress')

t.open('biens-culturels.fr.md')
vim.ui.input = function(_, answer)
  answer('65/230')
end
vim.cmd('Rapporteur insert')
t.eventually('without words they are asked for, and a French draft gets French', function()
  return t.text():find('résolution 65/230 de l’Assemblée générale', 1, true) or t.text():find('65/230 de l’Assemblée générale', 1, true)
end, t.text)

t.tells('what matches nothing is said', 'no resolution matches “zzzzqqq”', function()
  vim.cmd('Rapporteur insert zzzzqqq')
end)
