-- Without the program, plain vim.lsp.enable stays silent; health and the commands say what is missing.

local t = require('support')

vim.env.PATH = t.folder
t.edit('wildlife.en.md', t.sample('wildlife.en.md'))
vim.wait(200)
t.check('no server is attached', not t.attached())
t.contains('health says that it is missing', t.health(), 'there is no program rapporteur')
for _, words in ipairs({ 'fix', 'insert 65/230', 'preview', 'renumber', 'status' }) do
  t.tells(words .. ': it is said that there is no server', ':checkhealth rapporteur says why', function()
    vim.cmd('Rapporteur ' .. words)
  end)
end
for _, words in ipairs({ 'new', 'restart' }) do
  t.tells(words .. ': it is said that the program is missing', 'there is no program rapporteur; :checkhealth', function()
    vim.cmd('Rapporteur ' .. words)
  end)
end
t.tells('so says setup', 'there is no program no-such-rapporteur', function()
  require('rapporteur').setup({ cmd = { 'no-such-rapporteur', 'lsp' } })
end)
t.contains('so does health', t.health(), 'there is no program no-such-rapporteur')
