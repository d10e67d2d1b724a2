-- The way for Neovim 0.9 and 0.10, which have no vim.lsp.enable. Runs in these as they are, and in 0.11 with it taken away.

local t = require('support')
local rapporteur = require('rapporteur')

if vim.lsp.enable then
  vim.lsp.enable('rapporteur', false)
  vim.lsp.enable, vim.lsp.config = nil, nil
end
t.check('the other way is taken', not rapporteur.has_enable())
rapporteur.setup({ settings = { rapporteur = { locale = 'fr' } } })

t.edit('rapporteur.toml', {})
t.serve('one.res.md', t.sample('wildlife.en.md'))
t.same('*.res.md is a resolution', vim.bo.filetype, 'resolution')
t.same('the folder of the settings is the root', t.attached().config.root_dir, t.folder)
t.same('it is sent as un-resolution', t.attached().config.get_language_id(0, 'resolution'), 'un-resolution')
t.replace('68/205 of 20 December 2013', '😀 السلام 68/205 of 22 December 2013')
local found = t.found_at('citation-date', '22 December 2013')
t.contains('settings are heeded', found.message, 'décembre')
t.same('the statusline counts what is found', rapporteur.status(), 'Rapporteur 1')

vim.cmd('Rapporteur fix')
t.eventually('everything is fixed', function()
  return #vim.diagnostic.get(0) == 0
end)

local old = t.attached().id
vim.cmd('Rapporteur restart')
t.eventually('the server is restarted', function()
  return t.attached() and t.attached().id ~= old
end)
local health = t.health()
t.contains('health says how the server is started', health, "by require('rapporteur').setup()")
t.contains('health says the version', health, 'is rapporteur 0')
t.contains('health says what is attached', health, 'one.res.md')

t.edit('code.lua', { 'return 1' })
vim.wait(200)
t.check('other files are left alone', not t.attached())
t.tells('it is said that the server is missing', 'there is no program no-such-rapporteur', function()
  rapporteur.setup({ cmd = { 'no-such-rapporteur', 'lsp' } })
  t.edit('two.res.md', t.sample('wildlife.en.md'))
end)
local told = #t.told
t.edit('three.res.md', t.sample('wildlife.en.md'))
t.same('once, not for each file', #t.told, told)
