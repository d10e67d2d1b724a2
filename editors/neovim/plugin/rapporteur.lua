if vim.g.loaded_rapporteur then
  return
end
vim.g.loaded_rapporteur = true

vim.api.nvim_create_user_command('Rapporteur', function(call)
  require('rapporteur.commands').run(call.fargs)
end, {
  nargs = '+',
  desc = 'Work on a draft of a United Nations resolution',
  complete = function(lead, line)
    return require('rapporteur.commands').complete(lead, line)
  end,
})

for _, which in ipairs({ 'outer', 'inner' }) do
  vim.keymap.set({ 'x', 'o' }, ('<Plug>(rapporteur-%s-clause)'):format(which), function()
    require('rapporteur.clause').select(which)
  end, { desc = ('Select the %s of a clause of a draft'):format(which == 'outer' and 'whole' or 'inside') })
end

-- Since 0.11 Neovim inserts all of what is chosen, as the date behind a number, only where completion is enabled. It is done when
-- everybody has had the event, so that it stays as somebody else has enabled it.
vim.api.nvim_create_autocmd('LspAttach', {
  group = vim.api.nvim_create_augroup('rapporteur.completion', {}),
  callback = vim.schedule_wrap(function(event)
    local client = vim.lsp.get_client_by_id(event.data.client_id)
    if vim.lsp.completion and client and client.name == 'rapporteur' and vim.api.nvim_buf_is_loaded(event.buf) then
      vim.lsp.completion.enable(true, client.id, event.buf)
    end
  end),
})
