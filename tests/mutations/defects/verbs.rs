//! Verbs in the form of the other part, or of another gender, and verbs that come again without saying so.

use rapporteur_lint::Edit;

use super::{
    Defect, MOST, Mutation,
    document::{Clause, Document, Part},
};

pub const ALL: &[Defect] = &[
    Defect {
        name: "verb of the operative part in the preamble",
        rules: &["verb-mood"],
        least: MOST,
        mutations: |d, _, _| each(d, |d, c| (c.part == Part::Preamble).then(|| finite(d, c))?),
    },
    Defect {
        name: "verb of the preamble in the operative part",
        rules: &["verb-mood"],
        least: MOST,
        mutations: |d, _, _| each(d, |d, c| (c.part == Part::Operative).then(|| participle(d, c))?),
    },
    Defect {
        name: "verb in the wrong gender",
        rules: &["verb-agreement"],
        least: MOST,
        mutations: |d, _, _| each(d, other_gender),
    },
    Defect {
        name: "“also” left out", rules: &["verb-repeated"], least: MOST, mutations: |d, _, _| also_left_out(d)
    },
];

fn each(document: &Document, change: impl Fn(&Document, &Clause) -> Option<String>) -> Vec<Mutation> {
    let mutate = |clause: &Clause| Some(phrase(clause, change(document, clause)?));
    document.clauses.iter().filter_map(mutate).collect()
}

/// Puts another phrase in the place of a clause's.
fn phrase(clause: &Clause, text: String) -> Mutation {
    Mutation { edits: vec![Edit { span: clause.phrase.clone(), text }], places: vec![clause.span.clone()] }
}

/// Forms of the preamble and of the operative part. In Chinese they are the same, in Arabic a conjunction stands before.
const MOODS: &[(&str, &[(&str, &str)])] = &[
    (
        "en",
        &[
            ("Recalling", "Recalls"),
            ("Noting", "Notes"),
            ("Welcoming", "Welcomes"),
            ("Recognizing", "Recognizes"),
            ("Reaffirming", "Reaffirms"),
            ("Emphasizing", "Emphasizes"),
            ("Stressing", "Stresses"),
            ("Acknowledging", "Acknowledges"),
            ("Taking", "Takes"),
            ("Expressing", "Expresses"),
            ("Encouraging", "Encourages"),
            ("Requesting", "Requests"),
            ("Deciding", "Decides"),
            ("Urging", "Urges"),
            ("Inviting", "Invites"),
        ],
    ),
    (
        "fr",
        &[
            ("Rappelant", "Rappelle"),
            ("Notant", "Note"),
            ("Prenant", "Prend"),
            ("Réaffirmant", "Réaffirme"),
            ("Soulignant", "Souligne"),
            ("Considérant", "Considère"),
            ("Constatant", "Constate"),
            ("Saluant", "Salue"),
            ("Se félicitant", "Se félicite"),
            ("Encourageant", "Encourage"),
            ("Priant", "Prie"),
            ("Invitant", "Invite"),
            ("Demandant", "Demande"),
            ("Exprimant", "Exprime"),
            ("Décidant", "Décide"),
            ("Engageant", "Engage"),
        ],
    ),
    (
        "es",
        &[
            ("Recordando", "Recuerda"),
            ("Observando", "Observa"),
            ("Reconociendo", "Reconoce"),
            ("Tomando", "Toma"),
            ("Reafirmando", "Reafirma"),
            ("Destacando", "Destaca"),
            ("Subrayando", "Subraya"),
            ("Acogiendo", "Acoge"),
            ("Expresando", "Expresa"),
            ("Alentando", "Alienta"),
            ("Solicitando", "Solicita"),
            ("Invitando", "Invita"),
            ("Decidiendo", "Decide"),
            ("Exhortando", "Exhorta"),
        ],
    ),
    (
        "ru",
        &[
            ("ссылаясь", "ссылается"),
            ("отмечая", "отмечает"),
            ("признавая", "признает"),
            ("подчеркивая", "подчеркивает"),
            ("подтверждая", "подтверждает"),
            ("приветствуя", "приветствует"),
            ("принимая", "принимает"),
            ("выражая", "выражает"),
            ("напоминая", "напоминает"),
            ("призывая", "призывает"),
            ("предлагая", "предлагает"),
            ("постановляя", "постановляет"),
            ("рекомендуя", "рекомендует"),
        ],
    ),
];

fn moods(document: &Document) -> &'static [(&'static str, &'static str)] {
    let code = document.language.code();
    MOODS.iter().find(|(language, _)| *language == code).map_or(&[], |(_, pairs)| *pairs)
}

/// The phrase of a paragraph of the preamble with the verb of the operative part.
fn finite(document: &Document, clause: &Clause) -> Option<String> {
    let text = &document.text[clause.phrase.clone()];
    if document.language.code() == "ar" {
        let bare = text.strip_prefix("وإذ ").or_else(|| text.strip_prefix("إذ "))?;
        return bare.starts_with(['ت', 'ي']).then(|| bare.to_owned());
    }
    let mut forms = moods(document).iter();
    forms.find_map(|(participle, finite)| replace_word(text, participle, finite))
}

/// The phrase of an operative paragraph with the verb of the preamble.
fn participle(document: &Document, clause: &Clause) -> Option<String> {
    let text = &document.text[clause.phrase.clone()];
    if document.language.code() == "ar" {
        return text.starts_with(['ت', 'ي']).then(|| format!("وإذ {text}"));
    }
    let mut forms = moods(document).iter();
    forms.find_map(|(participle, finite)| replace_word(text, finite, participle))
}

/// Adjectives and participles in their feminine and masculine forms.
const GENDERS: &[(&str, &[(&str, &str)])] = &[
    (
        "fr",
        &[
            ("consciente", "conscient"),
            ("préoccupée", "préoccupé"),
            ("convaincue", "convaincu"),
            ("alarmée", "alarmé"),
            ("résolue", "résolu"),
            ("guidée", "guidé"),
            ("déterminée", "déterminé"),
            ("soucieuse", "soucieux"),
            ("désireuse", "désireux"),
            ("saisie", "saisi"),
            ("inquiète", "inquiet"),
            ("encouragée", "encouragé"),
            ("attachée", "attaché"),
            ("réunie", "réuni"),
            ("persuadée", "persuadé"),
            ("indignée", "indigné"),
        ],
    ),
    (
        "es",
        &[
            ("preocupada", "preocupado"),
            ("convencida", "convencido"),
            ("alarmada", "alarmado"),
            ("guiada", "guiado"),
            ("consternada", "consternado"),
            ("decidida", "decidido"),
            ("resuelta", "resuelto"),
            ("inspirada", "inspirado"),
            ("animada", "animado"),
            ("perturbada", "perturbado"),
            ("inquieta", "inquieto"),
            ("alentada", "alentado"),
        ],
    ),
    (
        "ru",
        &[
            ("убеждена", "убежден"),
            ("обеспокоена", "обеспокоен"),
            ("встревожена", "встревожен"),
            ("озабочена", "озабочен"),
            ("исполненная", "исполненный"),
            ("преисполненная", "преисполненный"),
            ("исполнена", "исполнен"),
            ("преисполнена", "преисполнен"),
            ("привержена", "привержен"),
            ("убежденная", "убежденный"),
            ("потрясена", "потрясен"),
            ("воодушевленная", "воодушевленный"),
        ],
    ),
];

/// The phrase with its verb or adjective in the other gender. In Arabic it is the verb's first letter that changes: after a
/// conjunction or at the head, unless what is said is said of something else ("تساورها": it is her whom it troubles).
fn other_gender(document: &Document, clause: &Clause) -> Option<String> {
    let text = &document.text[clause.phrase.clone()];
    let code = document.language.code();
    if code == "ar" {
        let verb = text.strip_prefix("وإذ ").or_else(|| text.strip_prefix("إذ "));
        let verb = if clause.part == Part::Preamble { verb? } else { text };
        let first = verb.split(' ').next()?;
        if first.ends_with("ها") || first.ends_with('ه') {
            return None;
        }
        let conjunction = &text[..text.len() - verb.len()];
        let other = match verb.chars().next()? {
            'ت' => 'ي',
            'ي' => 'ت',
            _ => return None,
        };
        return Some(format!("{conjunction}{other}{}", &verb['ت'.len_utf8()..]));
    }
    let pairs = GENDERS.iter().find(|(language, _)| *language == code).map(|(_, pairs)| *pairs)?;
    let both = pairs.iter().flat_map(|(feminine, masculine)| [(feminine, masculine), (masculine, feminine)]);
    both.into_iter().find_map(|(from, to)| {
        replace_word(text, from, to).or_else(|| replace_word(text, &capitalised(from), &capitalised(to)))
    })
}

/// The words that say that a verb comes again, as they stand within a phrase.
const AGAIN: &[(&str, &[&str])] = &[
    ("en", &["Also", "also", "Further", "further"]),
    ("fr", &["également", "en outre"]),
    ("es", &["también", "además"]),
    ("ru", &["также", "далее"]),
    ("ar", &["أيضا", "كذلك", "أيضاً"]),
    ("zh", &["又", "还"]),
];

/// "Requests", "Also requests", "Further requests": without its adverb the verb stands twice in paragraphs that follow upon
/// each other. In the Security Council that is usual.
fn also_left_out(document: &Document) -> Vec<Mutation> {
    if document.name.starts_with("SC/") {
        return Vec::new();
    }
    let code = document.language.code();
    let words = AGAIN.iter().find(|(language, _)| *language == code).map_or(&[][..], |(_, words)| *words);
    let bare = |clause: &Clause| {
        let text = &document.text[clause.phrase.clone()];
        words.iter().find_map(|word| without(text, word)).unwrap_or_else(|| text.to_owned())
    };
    let owes = |pair: &&[Clause]| {
        let [before, clause] = pair else { return false };
        let alike = before.part == clause.part && before.enactment == clause.enactment && !clause.opens_section;
        alike && bare(before) == bare(clause) && document.text[clause.phrase.clone()] != bare(clause)
    };
    document.clauses.windows(2).filter(owes).map(|pair| phrase(&pair[1], bare(&pair[1]))).collect()
}

/// A phrase without one of its words; what comes to stand first takes over the capital.
fn without(text: &str, word: &str) -> Option<String> {
    let spaced = word.is_ascii() || !word.starts_with(['又', '还']);
    if !spaced {
        return text.strip_prefix(word).map(str::to_owned);
    }
    let rest = text.strip_prefix(word).and_then(|rest| rest.strip_prefix(' '));
    let first = rest.map(|rest| if word.starts_with(char::is_uppercase) { capitalised(rest) } else { rest.to_owned() });
    first.or_else(|| replace_word(text, &format!(" {word}"), ""))
}

/// A text with a word of it replaced, once and as a whole.
fn replace_word(text: &str, from: &str, to: &str) -> Option<String> {
    let at = text.find(from)?;
    let (before, after) = (&text[..at], &text[at + from.len()..]);
    let whole =
        !after.starts_with(char::is_alphabetic) && (from.starts_with(' ') || !before.ends_with(char::is_alphabetic));
    whole.then(|| format!("{before}{to}{after}"))
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
