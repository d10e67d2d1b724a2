-- The plugin of editors/neovim: file types, commands, health, the way for older Neovim, and no server at all.
-- nvim --headless -c 'luafile tests/editors/neovim-plugin.lua' in the folder of the repository. Ends with 1 if something is wrong.

local patience = 30000
local folder = vim.fn.tempname()
local told = {}

vim.notify = function(text)
  table.insert(told, text)
end

local function check(what, holds, seen)
  if not holds then
    error(what .. (seen ~= nil and ': ' .. vim.inspect(seen) or ''), 0)
  end
  print('ok  ' .. what .. '\n')
end

local function attached()
  return vim.lsp.get_clients({ bufnr = 0, name = 'rapporteur' })[1]
end

local function edit(name, lines)
  local path = folder .. '/' .. name
  vim.fn.mkdir(vim.fs.dirname(path), 'p')
  vim.fn.writefile(lines, path)
  vim.cmd.edit(path)
end

local function health()
  vim.cmd('checkhealth rapporteur')
  local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
  vim.cmd.bwipeout()
  return text
end

local draft = vim.fn.readfile('tests/drafts/wildlife.en.md')

local function run()
  vim.cmd.helptags('editors/neovim/doc')
  vim.cmd.help('rapporteur')
  check('there is help', vim.fn.expand('%:t') == 'rapporteur.txt', vim.fn.expand('%'))
  vim.cmd.helpclose()
  edit('rapporteur.toml', {})
  edit('inner/rapporteur.toml', {})
  edit('inner/deep/one.res.md', draft)
  check('*.res.md is a resolution', vim.bo.filetype == 'resolution', vim.bo.filetype)
  vim.wait(patience, attached)
  check('the server is attached', attached() ~= nil)
  check('the nearest settings are the root', attached().config.root_dir == folder .. '/inner', attached().config.root_dir)
  check('it is sent as un-resolution', attached().get_language_id(0, 'resolution') == 'un-resolution')
  edit('two.resolution.md', draft)
  check('*.resolution.md is a resolution', vim.bo.filetype == 'resolution', vim.bo.filetype)
  edit('code.lua', { 'return 1' })
  vim.wait(200)
  check('other files are left alone', attached() == nil)

  check('commands are completed', vim.deep_equal(vim.fn.getcompletion('Rapporteur re', 'cmdline'), { 'renumber', 'restart' }))
  edit('three.res.md', draft)
  vim.wait(patience, attached)
  vim.cmd('%s/68\\/205 of 20 December/68\\/205 of 22 December/')
  vim.wait(patience, function()
    return #vim.diagnostic.get(0) > 0
  end)
  check('the finding is there', #vim.diagnostic.get(0) == 1, vim.diagnostic.get(0))
  local found = vim.diagnostic.get(0)[1]
  vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
  local before = #vim.api.nvim_list_wins()
  vim.cmd('Rapporteur explain')
  check('the rule of the finding is explained', #vim.api.nvim_list_wins() == before + 1)
  local window = vim.api.nvim_list_wins()[before + 1]
  local first = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, 1, true)[1]
  check('it is ' .. found.code, first == found.code, first)
  vim.api.nvim_win_close(window, true)
  vim.cmd('Rapporteur fix')
  vim.wait(patience, function()
    return #vim.diagnostic.get(0) == 0
  end)
  check('everything is fixed', #vim.diagnostic.get(0) == 0, vim.diagnostic.get(0))
  vim.cmd('%s/68\\/205 of 20 December/😀 السلام 68\\/205 of 22 December/')
  vim.wait(patience, function()
    return vim.tbl_contains(vim.tbl_map(function(each) return each.code end, vim.diagnostic.get(0)), 'citation-date')
  end)
  for _, each in ipairs(vim.diagnostic.get(0)) do
    if each.code == 'citation-date' then
      local words = vim.api.nvim_buf_get_text(0, each.lnum, each.col, each.end_lnum, each.end_col, {})[1]
      check('behind an emoji and Arabic the finding has its place', words == '22 December 2013', words)
      found = nil
    end
  end
  check('behind an emoji and Arabic there is a finding', found == nil)
  local old = attached().id
  vim.cmd('Rapporteur restart')
  vim.wait(patience, function()
    return attached() and attached().id ~= old
  end)
  check('the server is restarted', attached() and attached().id ~= old)
  local text = health()
  check('health says the version', text:find('is rapporteur %d') ~= nil, text)
  check('health says what is attached', text:find('three.res.md', 1, true) ~= nil, text)

  local enable, config = vim.lsp.enable, vim.lsp.config
  enable('rapporteur', false)
  vim.lsp.enable, vim.lsp.config = nil, nil
  local plugin = require('rapporteur')
  check('without vim.lsp.enable the other way is taken', not plugin.has_enable())
  plugin.setup()
  edit('older/four.res.md', draft)
  vim.wait(patience, attached)
  check('the server is attached without vim.lsp.enable', attached() ~= nil)
  plugin.setup({ cmd = { 'no-such-rapporteur', 'lsp' } })
  edit('older/five.res.md', draft)
  check('it is said that the server is missing', #told > 0 and told[#told]:find('no-such-rapporteur', 1, true) ~= nil, told)
  vim.lsp.enable, vim.lsp.config = enable, config
  vim.lsp.config('rapporteur', { cmd = { 'no-such-rapporteur', 'lsp' } })
  text = health()
  check('health says that it is missing', text:find('there is no program no-such-rapporteur', 1, true) ~= nil, text)
end

local fine, reason = pcall(run)
if not fine then
  print('not ok  ' .. reason .. '\n')
end
vim.cmd(fine and 'qall!' or 'cquit 1')
