/** What Rapporteur's server answers beside the Language Server Protocol. An unknown document is answered by `null`. */

/** `rapporteur/status`: what an open document is. */
export interface Status {
  language: string;
  languageName: string;
  kind: 'resolution' | 'decision' | 'report' | 'excerpt' | 'other';
  body: string | null;
  symbol: string | null;
  counts: {
    preambular: number;
    operative: number;
    citations: number;
    notes: number;
    errors: number;
    warnings: number;
    infos: number;
    hints: number;
  };
}

/** `rapporteur/search`: a resolution, with what is to be inserted to cite it. */
export interface Resolution {
  symbol: string;
  date: string | null;
  title: string | null;
  body: string;
  citation: string;
}

/** `rapporteur/rules`: a rule, with its documentation in Markdown. */
export interface Rule {
  name: string;
  summary: string;
  subject: string;
  severity: string;
  markdown: string;
}

/** `rapporteur/templates`: a new draft, its text a snippet. */
export interface Template {
  name: string;
  title: string;
  language: string;
  kind: string;
  text: string;
}

/** `rapporteur/preview`: a draft as a document, in HTML in which everything that the draft says is escaped. */
export interface Preview {
  version: number;
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
  html: string;
}

interface OfDocument {
  textDocument: { uri: string };
}

/** The requests, with what is asked and what is answered. */
export interface Requests {
  'rapporteur/status': { asked: OfDocument; answered: Status | null };
  'rapporteur/preview': { asked: OfDocument; answered: Preview | null };
  'rapporteur/search': { asked: { query: string; limit?: number } & Partial<OfDocument>; answered: Resolution[] };
  'rapporteur/rules': { asked: object; answered: Rule[] };
  'rapporteur/templates': { asked: { language?: string }; answered: Template[] };
}
