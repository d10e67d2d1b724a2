-- The configuration of the recorded session: that of editors/neovim/README.md, with the recorder before the server, and with
-- what of Neovim has to be switched on.
vim.opt.runtimepath:append(vim.env.REPOSITORY .. '/editors/neovim')
vim.lsp.config('rapporteur', { cmd = vim.json.decode(vim.env.RECORDER), settings = { rapporteur = { locale = 'en' } } })
vim.lsp.enable('rapporteur')

vim.o.completeopt = 'menuone,noselect,popup'
vim.o.updatetime = 50
vim.o.swapfile = false
vim.api.nvim_create_autocmd('LspAttach', {
  callback = function(event)
    local client = assert(vim.lsp.get_client_by_id(event.data.client_id))
    vim.lsp.completion.enable(true, client.id, event.buf, { autotrigger = true })
    vim.lsp.inlay_hint.enable(true, { bufnr = event.buf })
    local function on(events, act)
      vim.api.nvim_create_autocmd(events, { buffer = event.buf, callback = act })
    end
    on({ 'BufEnter', 'InsertLeave' }, function() vim.lsp.codelens.refresh({ bufnr = event.buf }) end)
    on('CursorHold', vim.lsp.buf.document_highlight)
    on('CursorMoved', vim.lsp.buf.clear_references)
    if client:supports_method('textDocument/foldingRange') then
      vim.wo.foldmethod, vim.wo.foldexpr, vim.wo.foldlevel = 'expr', 'v:lua.vim.lsp.foldexpr()', 99
    end
  end,
})
