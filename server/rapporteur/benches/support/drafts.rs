//! Drafts of any length, made of sentences of our own, as plausible as a measurement needs.

/// How many operative paragraphs a section has.
const SECTION: usize = 100;

/// Sentences of the preamble and of the operative part; `{}` takes a citation.
struct Sentences {
    opening: &'static str,
    section: &'static str,
    preambular: [&'static str; 5],
    operative: [&'static str; 5],
    /// What each sentence says besides, with its number: nobody writes the same one twice, and what is read twice is
    /// read faster.
    aside: &'static str,
    note: &'static str,
    /// What is cited, with its dates and, from the second time on, without. The last has a wrong date each time.
    citations: [[&'static str; 2]; 6],
}

const ENGLISH: Sentences = Sentences {
    opening: "# Strengthening cooperation in the matter of draft resolutions\n\n*The General Assembly*,\n\n",
    section: "## Section",
    preambular: [
        "*Recalling* its resolution {}, in which it asked that the work of the secretariat be reviewed,",
        "*Recalling also* its resolutions {}, and all other resolutions on the training of those who draft,",
        "*Noting* that the matter was discussed at length, and that no delegation asked for a vote,",
        "*Welcoming* the report on the subject,[^1] and the replies of Member States to it,",
        "*Mindful* of the time that goes by between the adoption of a text and its publication,",
    ],
    operative: [
        "*Requests* the Secretariat to report on the implementation of its resolution {};",
        "*Invites* Member States to make their experience available, as they see fit;",
        "*Decides* to consider the question at its next session, under the item on documentation;",
        "*Reaffirms* what it said in its resolution {}, and asks that it be acted on;",
        "*Encourages* all concerned to write short paragraphs, with one thought in each of them;",
    ],
    aside: " (file {})",
    note: "[^1]: Available on request from the secretariat.\n",
    citations: [
        ["65/230 of 21 December 2010", "65/230"],
        ["74/173 of 18 December 2019", "74/173"],
        ["66/181 of 19 December 2011 and 67/189 of 20 December 2012", "66/181 and 67/189"],
        ["1514 (XV) of 14 December 1960", "1514 (XV)"],
        ["68/193 of 18 December 2013", "68/193"],
        ["65/230 of 22 December 2010", "65/230 of 22 December 2010"],
    ],
};

const FRENCH: Sentences = Sentences {
    opening: "# Renforcement de la coopération en matière de projets de résolution\n\n*L’Assemblée générale*,\n\n",
    section: "## Partie",
    preambular: [
        "*Rappelant* sa résolution {}, dans laquelle elle demandait un examen des travaux du secrétariat,",
        "*Rappelant également* ses résolutions {}, et toutes les autres sur la formation des rédacteurs,",
        "*Notant* que la question a été longuement débattue, et que nul n’a demandé de vote,",
        "*Se félicitant* du rapport présenté à ce sujet[^1] et des réponses des États Membres,",
        "*Consciente* du temps qui s’écoule entre l’adoption d’un texte et sa publication,",
    ],
    operative: [
        "*Prie* le secrétariat de rendre compte de l’application de sa résolution {};",
        "*Invite* les États Membres à faire part de leur expérience, s’ils le souhaitent;",
        "*Décide* d’examiner la question à sa prochaine session, au titre de la documentation;",
        "*Réaffirme* ce qu’elle a dit dans sa résolution {}, et demande qu’il y soit donné suite;",
        "*Encourage* chacun à rédiger des paragraphes courts, à raison d’une idée par paragraphe;",
    ],
    aside: " (dossier {})",
    note: "[^1]: Disponible sur demande auprès du secrétariat.\n",
    citations: [
        ["65/230 du 21 décembre 2010", "65/230"],
        ["74/173 du 18 décembre 2019", "74/173"],
        ["66/181 du 19 décembre 2011 et 67/189 du 20 décembre 2012", "66/181 et 67/189"],
        ["1514 (XV) du 14 décembre 1960", "1514 (XV)"],
        ["68/193 du 18 décembre 2013", "68/193"],
        ["65/230 du 22 décembre 2010", "65/230 du 22 décembre 2010"],
    ],
};

/// A draft in English of about this many bytes: a quarter of it preamble, one wrong date in twenty paragraphs or so.
pub fn english(bytes: usize) -> String {
    ENGLISH.draft(bytes)
}

/// The same in French.
pub fn french(bytes: usize) -> String {
    FRENCH.draft(bytes)
}

impl Sentences {
    fn draft(&self, bytes: usize) -> String {
        let mut out = String::with_capacity(bytes + 1024);
        out.push_str(self.opening);
        let (mut written, mut cited) = (0, 0);
        let mut cite = |sentence: &str| {
            written += 1;
            if sentence.contains("{}") {
                cited += 1;
            }
            let (words, end) = sentence.split_at(sentence.len() - 1);
            let aside = self.aside.replace("{}", &written.to_string());
            let again = usize::from(cited > self.citations.len());
            words.replace("{}", self.citations[cited % self.citations.len()][again]) + &aside + end
        };
        for sentence in self.preambular.iter().cycle() {
            out.push_str(&cite(sentence));
            out.push_str("\n\n");
            if out.len() >= bytes / 4 {
                break;
            }
        }
        for (index, sentence) in self.operative.iter().cycle().enumerate() {
            // Each section counts its paragraphs anew; nobody writes a thousand in one.
            let (section, number) = (index / SECTION + 1, index % SECTION + 1);
            if number == 1 {
                out.push_str(&format!("{} {section}\n\n", self.section));
            }
            out.push_str(&format!("{number}. {}\n\n", cite(sentence)));
            if out.len() >= bytes {
                break;
            }
        }
        out.push_str(self.note);
        out
    }
}
