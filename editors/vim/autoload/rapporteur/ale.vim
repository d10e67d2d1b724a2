" The language server of Rapporteur, as ALE wants its servers defined.

call ale#Set('rapporteur_executable', 'rapporteur')
call ale#Set('rapporteur_config', {})

" The folder with the nearest settings, or of the nearest repository, or else that of the draft, since ALE starts no server without one.
function! rapporteur#ale#Root(buffer) abort
    let l:settings = ale#path#FindNearestFile(a:buffer, 'rapporteur.toml')

    if !empty(l:settings)
        return fnamemodify(l:settings, ':h')
    endif

    let l:repository = ale#path#FindNearestDirectory(a:buffer, '.git')

    if !empty(l:repository)
        return fnamemodify(l:repository, ':h:h')
    endif

    return fnamemodify(bufname(a:buffer), ':p:h')
endfunction

" Defines the server for a type of file, which the protocol calls a language. ALE counts columns in bytes, and does not say so.
function! rapporteur#ale#Define(filetype, language) abort
    call ale#linter#Define(a:filetype, {
    \   'name': 'rapporteur',
    \   'lsp': 'stdio',
    \   'executable': {buffer -> ale#Var(buffer, 'rapporteur_executable')},
    \   'command': '%e lsp --encoding utf-8',
    \   'language': a:language,
    \   'project_root': function('rapporteur#ale#Root'),
    \   'lsp_config': {buffer -> ale#Var(buffer, 'rapporteur_config')},
    \})
endfunction
