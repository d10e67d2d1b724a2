//! What the acronyms of a draft stand for.

use rapporteur_draft::{AcronymMention, Draft, unmarked};
use rapporteur_lint::Settings;

/// How much before an acronym in brackets is looked at, in bytes, and how much behind one.
const BEFORE: usize = 400;
const BEHIND: usize = 200;

/// How many characters are shown where it can't be told where the name begins.
const GUESSED: usize = 90;

/// Where the meaning of an acronym is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The draft explains it.
    Draft,
    /// The settings of the project have it.
    Project,
    /// It is never used: what it stands for is written instead.
    Forbidden,
}

/// What an acronym stands for, and where that is known from.
pub(crate) fn meaning(text: &str, draft: &Draft, settings: &Settings, letters: &str) -> Option<(String, Origin)> {
    let explained = || explanation(text, draft, letters).map(|meaning| (meaning, Origin::Draft));
    let of_project = || settings.acronyms.get(letters).map(|meaning| (meaning.clone(), Origin::Project));
    let forbidden = || draft.language.forbidden_acronym(letters).map(|meaning| (meaning.to_owned(), Origin::Forbidden));
    explained().or_else(of_project).or_else(forbidden)
}

/// The mention with which a draft introduces an acronym: the first in brackets, or else the first that brackets follow.
pub(crate) fn introduction<'d>(text: &str, draft: &'d Draft, letters: &str) -> Option<&'d AcronymMention> {
    let mut same = draft.acronyms.iter().filter(|mention| mention.letters(text) == letters);
    let bracketed = same.clone().find(|mention| mention.bracketed);
    bracketed.or_else(|| same.find(|mention| mention.is_explained(text)))
}

fn explanation(text: &str, draft: &Draft, letters: &str) -> Option<String> {
    let mention = introduction(text, draft, letters)?;
    if !mention.bracketed {
        let behind = &text[mention.span.end..];
        let inside = behind.trim_start().trim_start_matches(['(', '（']);
        let (inside, _) = inside.split_once([')', '）']).filter(|(inside, _)| inside.len() < BEHIND)?;
        // Of "(see annex)" nobody learns what it stands for.
        return spells(inside, letters).map(|_| unmarked(inside));
    }
    let paragraph = &draft.paragraphs[mention.paragraph];
    // The verb with which the clause begins is no part of the name.
    let lead = paragraph.lead.as_ref().map(|lead| lead.span.end).filter(|end| *end <= mention.span.start);
    let from = mention.span.start.saturating_sub(BEFORE).max(lead.unwrap_or(paragraph.content.start));
    let from = (from..mention.span.start).find(|at| text.is_char_boundary(*at))?;
    let before = text[from..mention.span.start].trim_end_matches(['(', '（', ' ', '\u{a0}']);
    let marks = ['.', ';', ':', '(', ')', '؛', '。', '；', '：', '（', '）'];
    let clause =
        &before[before.rfind(marks).map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8))..];
    let known = draft.language.abbreviations().find(|(short, full)| *short == letters && clause.ends_with(full));
    let known = known.map(|(_, full)| clause.len() - full.len());
    let start = known.or_else(|| spells(clause, letters)).or_else(|| capitals(clause, letters));
    let name = start.map(|start| clause[start..].to_owned());
    Some(unmarked(&name.unwrap_or_else(|| guessed(clause)))).filter(|name| !name.is_empty())
}

/// Where the words begin whose first letters make an acronym: the last in a text that do, others between them aside. A word
/// may give it more than one letter; small words give some only where it can't be done without them.
fn spells(text: &str, letters: &str) -> Option<usize> {
    spells_with(text, letters, |word| word.starts_with(char::is_uppercase) || word.chars().count() > 3)
        .or_else(|| spells_with(text, letters, |_| true))
}

fn spells_with(text: &str, letters: &str, counts: impl Fn(&str) -> bool) -> Option<usize> {
    let mut due: Vec<char> = letters.chars().filter(|c| c.is_alphabetic()).collect();
    let breaks = |c: char| c.is_whitespace() || matches!(c, '-' | '‑' | '’' | '\'' | '*' | '_' | ',' | '«' | '“');
    let most = 3 * due.len() + 4;
    let words = text.rsplit(breaks).filter(|word| !word.is_empty()).take(most);
    for word in words.filter(|word| counts(word)) {
        let initials: Vec<char> = word.chars().take(due.len()).flat_map(char::to_uppercase).collect();
        let given = (0..=initials.len()).rev().find(|given| due.ends_with(&initials[..*given])).unwrap_or(0);
        due.truncate(due.len() - given);
        if due.is_empty() {
            return Some(word.as_ptr() as usize - text.as_ptr() as usize);
        }
    }
    None
}

/// How long words are, in letters, that may stand in small letters within a name: "of", "sobre", "contre".
const SMALL: usize = 6;

/// Where the words in capitals begin with which a text ends, small words between them aside: "the Multinational Force". In
/// languages that have small letters in names they are too few for the acronym.
fn capitals(text: &str, letters: &str) -> Option<usize> {
    // An article that is written with a word is no part of it: "l’Office".
    let bare =
        |word: &str| word.rfind(['’', '\'']).map_or(0, |at| at + word[at..].chars().next().map_or(0, char::len_utf8));
    let is_capital =
        |word: &str| word[bare(word)..].chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    let words = text.rsplit(char::is_whitespace).filter(|word| !word.is_empty());
    let of_name = words.take_while(|word| is_capital(word) || word.chars().count() <= SMALL);
    let capitals: Vec<&str> = of_name.filter(|word| is_capital(word)).collect();
    let first = capitals.last().filter(|_| 2 * capitals.len() >= letters.chars().count())?;
    Some(first.as_ptr() as usize - text.as_ptr() as usize + bare(first))
}

/// The end of a clause, as far as it is likely to be the name.
fn guessed(clause: &str) -> String {
    let piece = clause.rsplit([',', '،', '，', '、']).next().unwrap_or(clause).trim();
    match piece.char_indices().rev().nth(GUESSED) {
        Some((at, _)) => {
            let words = piece[at..].find(' ').map_or(at, |space| at + space);
            format!("… {}", piece[words..].trim_start())
        }
        None => piece.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapporteur_draft::Hints;

    #[test]
    fn initials_tell_where_a_name_begins() {
        for (sentence, letters, means) in [
            ("*Noting* the work of the Wadden Sea Gauging Network (WASGN),", "WASGN", "Wadden Sea Gauging Network"),
            ("*Noting* the Office on Tides and\n*Currents* (OTC),", "OTC", "Office on Tides and Currents"),
            (
                "*Félicitant* le Réseau de jaugeage de la mer des Wadden (RJMW),",
                "RJMW",
                "Réseau de jaugeage de la mer des Wadden",
            ),
            ("*Félicitant* l’Office des marées (ODM),", "ODM", "Office des marées"),
            ("*отмечая* работу Сети измерения рек Кавказа (СИРК),", "СИРК", "Сети измерения рек Кавказа"),
            ("*Noting* the mandate of the Joint Tide Force of Wadden (MNF),", "MNF", "Joint Tide Force of Wadden"),
            ("*Félicitant* l’équipe de l’Office des Marées Unies (UNODC),", "UNODC", "Office des Marées Unies"),
            ("*Félicitant* l’Office contre la marée (UNODC),", "UNODC", "l’Office contre la marée"),
            ("**注意到**潮汐测量网、沿海潮汐办公室(OTC)的工作，", "OTC", "沿海潮汐办公室"),
            (
                "***إن الجمعية العامة***،\n\n***إذ تلاحظ*** عمل برنامج الأمم المتحدة الإنمائي (UNDP)،",
                "UNDP",
                "برنامج الأمم المتحدة الإنمائي",
            ),
            ("*Noting* the RTF (Regional Tide Fund),", "RTF", "Regional Tide Fund"),
        ] {
            let draft = Draft::read(sentence, &Hints::default());
            let expected = Some((means.to_owned(), Origin::Draft));
            assert_eq!(meaning(sentence, &draft, &Settings::default(), letters), expected, "{sentence}");
        }
        let sentence = "*Noting* the work of the RTF (see the annex),";
        let draft = Draft::read(sentence, &Hints::default());
        assert_eq!(meaning(sentence, &draft, &Settings::default(), "RTF"), None);
    }
}
