call rapporteur#ale#Define('text', 'plaintext')
