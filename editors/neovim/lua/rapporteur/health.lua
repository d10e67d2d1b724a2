local rapporteur = require('rapporteur')

local M = {}

function M.check()
  local health = vim.health
  health.start('Rapporteur')
  local enabled = rapporteur.has_enable()
  health.info(enabled and 'the server is started by vim.lsp.enable' or "the server is started by require('rapporteur').setup()")
  local config = enabled and vim.lsp.config.rapporteur or rapporteur.config()
  local program = config.cmd[1]
  local path = vim.fn.exepath(program)
  if path == '' then
    health.error(('there is no program %s'):format(program), {
      'Install it: cargo install --locked --path server/rapporteur',
      "Or say where it is: vim.lsp.config('rapporteur', { cmd = { '/path/to/rapporteur', 'lsp' } })",
    })
  else
    local said = vim.trim(vim.fn.system({ path, '--version' }))
    if vim.v.shell_error == 0 then
      health.ok(('%s is %s'):format(path, said))
    else
      health.error(('%s --version failed: %s'):format(path, said), { 'Install it anew' })
    end
  end
  if enabled and vim.lsp.is_enabled and not vim.lsp.is_enabled('rapporteur') then
    health.warn('the server is not enabled', { "Put vim.lsp.enable('rapporteur') into init.lua" })
  end
  local clients = rapporteur.clients()
  if #clients == 0 then
    health.info('the server is attached to no buffer')
  end
  for _, client in ipairs(clients) do
    local root = client.config.root_dir
    for buffer in pairs(client.attached_buffers or {}) do
      local settings = root and root .. '/rapporteur.toml'
      local has = settings and vim.fn.filereadable(settings) == 1
      health.info(('attached to %s; root %s; settings %s'):format(vim.api.nvim_buf_get_name(buffer), root or 'none', has and settings or 'none'))
    end
  end
  if not pcall(vim.treesitter.language.add, 'resolution') or #vim.api.nvim_get_runtime_file('parser/resolution.so', false) == 0 then
    health.info('there is no tree-sitter parser for resolution; drafts are coloured as Markdown')
  else
    health.ok('the tree-sitter parser for resolution is there')
  end
end

return M
