call rapporteur#ale#Define('resolution', 'un-resolution')
