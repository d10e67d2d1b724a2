-- `:Rapporteur new [LANGUAGE]`: a new draft from one of the server's templates.

local rapporteur = require('rapporteur')
local request = require('rapporteur.request')

local M = {}

local LANGUAGES = { 'ar', 'en', 'es', 'fr', 'ru', 'zh' }

local function expand(snippet)
  if vim.snippet then
    return vim.snippet.expand(snippet)
  end
  -- Before 0.10 the places to fill in stay as text.
  vim.api.nvim_put(vim.split(vim.lsp.util.parse_snippet(snippet), '\n'), 'c', true, false)
end

--- Opens a new buffer, for which the server is started.
local function open()
  vim.cmd.new()
  vim.bo.filetype = 'resolution'
end

local function label(template)
  return ('%s  %s'):format(template.language, template.title)
end

---@param fill fun(snippet: string) what is done with the template that is chosen
local function offer(language, fill)
  request.any('rapporteur/templates', language and { language = language } or vim.empty_dict(), function(templates)
    vim.ui.select(templates, { prompt = 'Template', format_item = label }, function(chosen)
      if chosen then
        fill(chosen.text)
      end
    end)
  end)
end

--- Without a server that runs, the new buffer is what starts one.
local function start_with_buffer(language)
  local attached = vim.api.nvim_create_augroup('rapporteur.new', {})
  vim.api.nvim_create_autocmd('LspAttach', {
    group = attached,
    callback = function(event)
      local client = vim.lsp.get_client_by_id(event.data.client_id)
      if client and client.name == 'rapporteur' then
        vim.api.nvim_del_augroup_by_id(attached)
        offer(language, expand)
      end
    end,
  })
  open()
end

---@param language? string
function M.run(language)
  if #rapporteur.clients() > 0 then
    offer(language, function(text)
      open()
      expand(text)
    end)
  elseif rapporteur.has_program() then
    start_with_buffer(language)
  end
end

function M.complete()
  return LANGUAGES
end

return M
