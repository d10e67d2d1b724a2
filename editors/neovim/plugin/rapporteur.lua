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
