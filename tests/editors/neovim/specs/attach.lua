-- Which files the server is attached to, with which root and language, and what it stays silent about.

local t = require('support')

t.edit('rapporteur.toml', {})
t.edit('inner/rapporteur.toml', {})
t.open('wildlife.en.md')
t.same('*.md stays Markdown', vim.bo.filetype, 'markdown')

t.edit('inner/deep/one.res.md', t.sample('wildlife.en.md'))
t.same('*.res.md is a resolution', vim.bo.filetype, 'resolution')
t.eventually('the server is attached to it', t.attached)
t.same('the nearest settings are the root', t.attached().config.root_dir, t.folder .. '/inner')
t.same('it is sent as un-resolution', t.attached().get_language_id(0, 'resolution'), 'un-resolution')
t.same('Markdown is sent as Markdown', t.attached().get_language_id(0, 'markdown'), 'markdown')

t.edit('two.resolution.md', t.sample('wildlife.en.md'))
t.same('*.resolution.md is a resolution', vim.bo.filetype, 'resolution')
t.edit('outside.md/rapporteur.toml', {})

-- The server answers in turn: when it has found something in the last file, it is done with the one before.
t.serve('README.md', { '# A library', '', '## Use', '', '1. Install it.', '2. Read resolution 65/230 of 12 December 2010.' })
local readme = vim.api.nvim_get_current_buf()
t.open('cybercrime.en.md')
t.eventually('in a draft something is found', function()
  return #vim.diagnostic.get(0) > 0
end)
t.same('in a README that is no draft nothing is found', vim.diagnostic.get(readme), {})

t.edit('code.lua', { 'return 1' })
t.edit('other.toml', { 'langage = "fr"' })
vim.wait(500)
t.check('other TOML files are left alone', not t.attached())
vim.cmd.edit(t.folder .. '/code.lua')
t.check('files of other types are left alone', not t.attached())

t.serve('inner/rapporteur.toml', { 'langage = "fr"' })
t.eventually('something is found in rapporteur.toml', function()
  return #vim.diagnostic.get(0) == 1
end)
local wrong = vim.diagnostic.get(0)[1]
t.same('it is the wrong word', { wrong.lnum, wrong.col, wrong.end_col }, { 0, 0, #'langage' })

local health = t.health()
t.contains('health says whose settings hold', health, ('inner/rapporteur.toml; settings in %s/inner/rapporteur.toml'):format(t.folder))
