call rapporteur#ale#Define('markdown', 'markdown')
