" Completion for 'omnifunc'. That of ALE is for names in programs: it leaves out what does not begin with the letters before the cursor,
" as the number of a resolution that is found by its title.

" Milliseconds that Vim waits for an answer at most, and from one look to the next.
let s:patience = 2000
let s:interval = 10

" The answers that have come, by the numbers of the requests that wait for them.
let s:answers = {}

" Vim asks twice: where the words begin, then for the words.
function! rapporteur#completion#Omni(findstart, base) abort
    if a:findstart
        let s:items = s:Items()

        " -3 leaves completion without a word.
        return empty(s:items) ? -3 : s:items[0].textEdit.range.start.character
    endif

    return map(copy(s:items), {_, item -> {
    \   'word': item.textEdit.newText,
    \   'abbr': item.label,
    \   'menu': get(item, 'detail', ''),
    \   'dup': 1,
    \}})
endfunction

" What the server offers at the cursor.
function! s:Items() abort
    let l:linters = filter(copy(ale#linter#Get(&filetype)), {_, linter -> linter.name is# 'rapporteur'})

    if empty(l:linters)
        return []
    endif

    let s:request = 0
    call ale#lsp_linter#StartLSP(bufnr(''), l:linters[0], function('s:Ask'))

    let l:result = get(s:Wait(), 'result', [])
    let l:items = type(l:result) is v:t_dict ? l:result.items : type(l:result) is v:t_list ? l:result : []

    return filter(copy(l:items), {_, item -> has_key(item, 'textEdit')})
endfunction

function! s:Ask(linter, details) abort
    let l:connection = a:details.connection_id
    " What was typed since ALE last looked.
    call ale#lsp#NotifyForChanges(l:connection, bufnr(''))
    call ale#lsp#RegisterCallback(l:connection, function('s:Take'))
    let s:request = ale#lsp#Send(l:connection, ale#lsp#message#Completion(bufnr(''), line('.'), col('.'), ''))
    let s:answers[s:request] = {}
endfunction

function! s:Take(connection, response) abort
    if has_key(s:answers, get(a:response, 'id', 0))
        let s:answers[a:response.id] = a:response
    endif
endfunction

" The answer to the last request; nothing where it does not come, or the user goes on typing.
function! s:Wait() abort
    for l:try in range(s:patience / s:interval)
        if !empty(get(s:answers, s:request, {})) || complete_check()
            break
        endif

        execute 'sleep' s:interval . 'm'
    endfor

    return has_key(s:answers, s:request) ? remove(s:answers, s:request) : {}
endfunction
