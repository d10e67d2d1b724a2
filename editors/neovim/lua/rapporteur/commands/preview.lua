-- `:Rapporteur preview`: the draft as a United Nations document in the web browser, written anew as the draft changes.

local rapporteur = require('rapporteur')
local request = require('rapporteur.request')

local M = {}

--- How often the page looks whether there is a newer one, in seconds; the browser keeps its place in it.
local RELOAD = 2

local PAGE = [[
<!DOCTYPE html>
<html lang="%s" dir="%s">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="%d">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>%s</title>
<style>
%s
</style>
</head>
<body>
<div id="desk" dir="%s"><article id="page" lang="%s" dir="%s">
%s
</article></div>
</body>
</html>
]]

local function escape(text)
  return (text:gsub('[&<>"]', { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;', ['"'] = '&quot;' }))
end

--- The style of the page, which is that of the extension for Visual Studio Code.
local function style()
  local file = rapporteur.repository() .. '/editors/vscode/media/preview.css'
  return vim.fn.filereadable(file) == 1 and table.concat(vim.fn.readfile(file), '\n') or ''
end

local function page(preview)
  local language, direction = preview.language, preview.direction
  local title = escape(preview.title)
  return PAGE:format(language, direction, RELOAD, title, style(), direction, language, direction, preview.html)
end

local function path_for(buffer)
  local folder = vim.fn.stdpath('cache') .. '/rapporteur'
  vim.fn.mkdir(folder, 'p')
  local name = vim.fs.basename(vim.api.nvim_buf_get_name(buffer))
  return ('%s/%d-%s.html'):format(folder, buffer, name ~= '' and name or 'draft')
end

--- Writes the page of a buffer, then says where it is.
---@param done? fun(path: string)
local function write(buffer, done)
  request.about(buffer, 'rapporteur/preview', request.document(buffer), function(preview)
    if not preview then
      return done and rapporteur.say('this file is no draft, so there is nothing to be shown')
    end
    local path = path_for(buffer)
    vim.fn.writefile(vim.split(page(preview), '\n'), path)
    if done then
      done(path)
    end
  end)
end

--- Writes the page again whenever the draft has changed, until the buffer is gone.
local function keep(buffer)
  vim.api.nvim_create_autocmd({ 'TextChanged', 'InsertLeave', 'BufWritePost' }, {
    group = vim.api.nvim_create_augroup('rapporteur.preview.' .. buffer, {}),
    buffer = buffer,
    callback = function()
      if #rapporteur.clients(buffer) > 0 then
        write(buffer)
      end
    end,
  })
end

function M.run()
  local buffer = vim.api.nvim_get_current_buf()
  write(buffer, function(path)
    keep(buffer)
    rapporteur.say('the draft is shown in ' .. path)
    -- Since 0.10 Neovim knows how files are opened on this system.
    if vim.ui.open then
      vim.ui.open(path)
    end
  end)
end

return M
