-- `:checkhealth rapporteur`

local rapporteur = require('rapporteur')
local grammar = require('rapporteur.grammar')

local M = {}

--- Before 0.10 these functions had longer names.
local health = setmetatable({}, {
  __index = function(_, name)
    return vim.health[name] or vim.health['report_' .. name]
  end,
})

local function check_program()
  local program = rapporteur.program()
  if not program then
    return health.info('the server is a function of Lua')
  end
  local path = vim.fn.exepath(program)
  if path == '' then
    return health.error(('there is no program %s'):format(program), {
      'Install it: cargo install --locked --path server/rapporteur',
      "Or say where it is: vim.lsp.config('rapporteur', { cmd = { '/path/to/rapporteur', 'lsp' } })",
      "Before Neovim 0.11: require('rapporteur').setup({ cmd = { '/path/to/rapporteur', 'lsp' } })",
    })
  end
  local said = vim.trim(vim.fn.system({ path, '--version' }))
  if vim.v.shell_error == 0 then
    health.ok(('%s is %s'):format(path, said))
  else
    health.error(('%s --version failed: %s'):format(path, said), { 'Install it anew' })
  end
end

local function check_start()
  if not rapporteur.has_enable() then
    return health.info("the server is started by require('rapporteur').setup()")
  end
  -- The first releases of 0.11 do not tell.
  if vim.lsp.is_enabled and not vim.lsp.is_enabled('rapporteur') then
    health.warn('the server is not switched on', { "Put vim.lsp.enable('rapporteur') into init.lua" })
  else
    health.ok('the server is started by vim.lsp.enable')
  end
end

--- Where a client looks for settings, and whether they are there.
local function settings_of(client)
  local root = client.config.root_dir
  if not root then
    return 'no settings, since there is neither rapporteur.toml nor .git above it'
  end
  local file = root .. '/rapporteur.toml'
  return vim.fn.filereadable(file) == 1 and 'settings in ' .. file or 'no settings: there is no ' .. file
end

local function check_clients()
  local clients = rapporteur.clients()
  if #clients == 0 then
    health.info('the server is attached to no file; open a draft, then look again')
  end
  for _, client in ipairs(clients) do
    for _, buffer in ipairs(vim.lsp.get_buffers_by_client_id(client.id)) do
      local name = vim.api.nvim_buf_get_name(buffer)
      health.info(('attached to %s; %s'):format(name ~= '' and name or 'a file without a name', settings_of(client)))
    end
  end
end

local function check_grammar()
  local trouble, cure = grammar.trouble()
  if trouble then
    return health.warn(trouble, { cure })
  end
  health.ok(('the tree-sitter parser for drafts (ABI %d) and its queries are there'):format(grammar.abi()))
end

function M.check()
  health.start('Rapporteur')
  check_program()
  check_start()
  check_clients()
  check_grammar()
end

return M
