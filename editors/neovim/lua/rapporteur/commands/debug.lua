-- `:Rapporteur debug`: what somebody needs to know who is to mend something, in a buffer and ready to be pasted.

local rapporteur = require('rapporteur')
local grammar = require('rapporteur.grammar')

local M = {}

local LOG_LINES = 20

local function server()
  local program = rapporteur.program()
  if not program then
    return 'a function of Lua'
  end
  local path = vim.fn.exepath(program)
  local version = path == '' and 'not found' or vim.trim(vim.fn.system({ path, '--version' }))
  return ('%s (%s)'):format(version, table.concat(rapporteur.config().cmd, ' '))
end

--- The end of what Neovim's language clients logged of this server.
local function log()
  local file = vim.lsp.get_log_path()
  if vim.fn.filereadable(file) == 0 then
    return {}
  end
  local lines = vim.tbl_filter(function(line)
    return line:find('rapporteur', 1, true) ~= nil
  end, vim.fn.readfile(file, '', -1000))
  return vim.list_slice(lines, math.max(1, #lines - LOG_LINES + 1))
end

local function lines_of(buffer)
  local system = (vim.uv or vim.loop).os_uname()
  local version = vim.version()
  local lines = {
    '# Rapporteur in Neovim',
    '',
    ('- Neovim: %d.%d.%d'):format(version.major, version.minor, version.patch),
    ('- System: %s %s %s'):format(system.sysname, system.release, system.machine),
    '- Server: ' .. server(),
    '- Started by: ' .. (rapporteur.has_enable() and 'vim.lsp.enable' or "require('rapporteur').setup()"),
    '- File type: ' .. vim.bo[buffer].filetype,
    ('- Parser: %s'):format(grammar.trouble() or 'there'),
  }
  for _, client in ipairs(rapporteur.clients(buffer)) do
    table.insert(lines, ('- Attached: client %d, root %s'):format(client.id, client.config.root_dir or 'none'))
    table.insert(lines, '- Settings: ' .. vim.inspect(client.config.settings or {}, { newline = ' ', indent = '' }))
  end
  local logged = log()
  if #logged > 0 then
    vim.list_extend(lines, { '', '## Log', '', '```' })
    vim.list_extend(lines, logged)
    table.insert(lines, '```')
  end
  return lines
end

function M.run()
  local lines = lines_of(vim.api.nvim_get_current_buf())
  local clipboard = vim.fn.has('clipboard') == 1
  vim.fn.setreg(clipboard and '+' or '"', lines, 'l')
  vim.cmd.new()
  vim.bo.buftype, vim.bo.bufhidden, vim.bo.swapfile = 'nofile', 'wipe', false
  vim.api.nvim_buf_set_lines(0, 0, -1, true, lines)
  vim.bo.filetype, vim.bo.modified = 'markdown', false
  rapporteur.say(clipboard and 'copied to the clipboard' or 'copied; p pastes it')
end

return M
