//! What is compiled from a language's data file.

use std::{collections::BTreeMap, sync::OnceLock};

use rapporteur_symbol::{Body, Kind, Letter, Meetings};
use rustc_hash::FxHashMap;

use super::{
    Openings,
    due_sessions::DueSessions,
    file::{
        Acronyms, Citations, Dates, Enacting, File, Frequent, Notes, Punctuation, References, Repeats, Structure,
        Treaties, Verbs,
    },
    labels::Labels,
    masthead::SessionNames,
    typography::Typography,
    verbs::{Form, Leads, Pair},
};
use crate::{
    Additions, Gender, LeadPart, ReferencePlace, RepeatPlace,
    words::{Phrases, WordId, Words, normalise},
};

/// A part of a text that can be referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Paragraph,
    SubParagraph,
    Section,
    Annex,
}

/// What tells how far the emphasis of a lead phrase reaches.
#[derive(Debug)]
pub(crate) struct Extent {
    /// Verbs that say nothing without a complement, which is emphasised with them.
    pub(crate) expressive: Phrases<()>,
    /// Verbs whose complement may be emphasised with them.
    pub(crate) governing: Phrases<()>,
    /// What opens a complement that says in which manner.
    pub(crate) manner: Phrases<()>,
    /// What opens a complement that the vocabulary may not know.
    pub(crate) complements: Phrases<()>,
    /// What opens no complement.
    pub(crate) openers: Phrases<()>,
    /// Words that no phrase ends with.
    pub(crate) closers: Phrases<()>,
    /// Whether the vocabulary knows all complements.
    pub(crate) strict: bool,
}

/// A word for resolutions or decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Noun {
    pub(crate) kind: Kind,
    /// Whether it says "its" by its form: "قرارها".
    pub(crate) possessive: bool,
}

/// A part of a date that has its unit behind it: `2010年12月21日`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateUnit {
    Year,
    Month,
    Day,
}

/// A language, ready for use.
#[derive(Debug)]
pub(crate) struct Data {
    /// As in [`Head::number_marks`].
    pub(crate) number_marks: [String; 2],
    pub(crate) months: Vec<String>,
    pub(crate) dates: Dates,
    pub(crate) citations: Citations,
    pub(crate) references: References,
    pub(crate) notes: Notes,
    pub(crate) session_names: SessionNames,
    pub(crate) due_sessions: DueSessions,
    /// Organs, organizations and instruments in full, by their abbreviations.
    pub(crate) abbreviations: BTreeMap<String, String>,
    pub(crate) structure: Structure,
    pub(crate) labels: Labels,
    pub(crate) bodies: Vec<(Body, Vec<String>)>,
    /// The bodies with "of the" before their names.
    pub(crate) of: BTreeMap<Body, String>,
    pub(crate) punctuation: Punctuation,
    pub(crate) typography: Typography,
    pub(crate) emphasis_mark: String,
    pub(crate) words: Words,
    pub(crate) month_words: Phrases<u8>,
    pub(crate) day_ordinals: Phrases<()>,
    pub(crate) date_particles: Phrases<()>,
    pub(crate) year_endings: Phrases<()>,
    pub(crate) date_joiners: Phrases<()>,
    /// What stands behind the figures of a date, where each part of it has its unit.
    pub(crate) date_units: Phrases<DateUnit>,
    /// Words for the figures from 0 to 9, and for ten.
    pub(crate) figures: Phrases<u32>,
    pub(crate) nouns: Phrases<Noun>,
    pub(crate) possessives: Phrases<()>,
    /// Those of them that never mean who speaks: "ее" beside "своя".
    pub(crate) third_person: Phrases<()>,
    pub(crate) date_connectors: Phrases<()>,
    /// The words of ranges among them.
    pub(crate) joiners: Phrases<()>,
    pub(crate) ranges: Phrases<()>,
    pub(crate) respectively: Phrases<()>,
    pub(crate) same_date: Phrases<()>,
    pub(crate) both: Phrases<()>,
    pub(crate) follow_up: Phrases<()>,
    pub(crate) of_body: Phrases<()>,
    /// Names of bodies that say by their form alone that a number before them is that body's.
    pub(crate) genitives: Phrases<()>,
    pub(crate) entitled: Phrases<()>,
    /// What opens the words that say more of a resolution before its number, and what closes them.
    pub(crate) concerning: Phrases<()>,
    /// See [`Data::concerning`].
    pub(crate) attributive: Phrases<()>,
    /// What follows the number of a paragraph that needs no word for "above".
    pub(crate) described: Phrases<()>,
    /// What stands before a number and after it.
    pub(crate) number_opening: Phrases<()>,
    /// See [`Data::number_opening`].
    pub(crate) number_closing: Phrases<()>,
    pub(crate) openers: Phrases<()>,
    pub(crate) articles: Phrases<()>,
    pub(crate) writings: Phrases<()>,
    pub(crate) qualifiers: Phrases<()>,
    pub(crate) number_signs: Phrases<()>,
    /// What says where a part of the same text lies.
    pub(crate) places: Phrases<ReferencePlace>,
    pub(crate) parts_of_text: Phrases<Part>,
    pub(crate) of_paragraph: Phrases<()>,
    /// Words for the numbers of sections.
    pub(crate) numerals: Phrases<u32>,
    /// What sends the reader somewhere.
    pub(crate) see: Phrases<()>,
    /// What the volumes in which treaties are printed are called, by whom they are published, and what stands before the
    /// numbers of volumes and treaties.
    pub(crate) treaty_series: Phrases<()>,
    /// See [`Data::treaty_series`].
    pub(crate) treaty_organization: Phrases<()>,
    /// See [`Data::treaty_series`].
    pub(crate) treaty_volume: Phrases<()>,
    /// See [`Data::treaty_series`].
    pub(crate) treaty_number: Phrases<()>,
    pub(crate) treaties: Treaties,
    /// What published records and their supplements are called.
    pub(crate) record_title: Phrases<()>,
    /// See [`Data::record_title`].
    pub(crate) record_supplement: Phrases<()>,
    /// The sessions in words.
    pub(crate) sessions: Phrases<u32>,
    pub(crate) acronyms: Acronyms,
    pub(crate) body_phrases: Phrases<Body>,
    /// Short names of bodies, as indices into [`Data::short_bodies`].
    pub(crate) short_body_phrases: Phrases<usize>,
    pub(crate) short_bodies: Vec<Vec<Body>>,
    /// Whether a body follows its noun without a word between them.
    pub(crate) construct: bool,
    /// The names of the letters of parts, in their normal form, and as phrases.
    pub(crate) parts: Vec<String>,
    pub(crate) part_letters: Phrases<Letter>,
    pub(crate) session_letters: Phrases<Meetings>,
    pub(crate) enacting_articles: Phrases<()>,
    pub(crate) lead_modifiers: Phrases<()>,
    /// What may stand before a lead phrase.
    pub(crate) lead_connectives: Phrases<()>,
    /// What makes a phrase of the preamble of one of the operative part.
    pub(crate) lead_conjunctions: Phrases<()>,
    /// What may stand before a complement.
    pub(crate) lead_prepositions: Phrases<()>,
    /// Complements, and whether they agree with the body that acts.
    pub(crate) lead_tails: Phrases<bool>,
    pub(crate) leads: Phrases<Form>,
    /// The verbs that have a form for each part.
    pub(crate) pairs: Vec<Pair>,
    /// The conjunction that makes a phrase one of the preamble, in its first paragraph and in those that follow: "إذ",
    /// "وإذ". `None` where verbs have forms of their own.
    pub(crate) conjunctions: Option<[String; 2]>,
    /// What joins a paragraph of the preamble to the one before it, as a part of its first word: "و".
    pub(crate) connective: Option<String>,
    /// What stands before the name of the body in an enacting line.
    pub(crate) enacting: Enacting,
    /// The words that agree with the body that acts, with their gender and what they are in the other.
    pub(crate) agreeing: FxHashMap<WordId, (Gender, String)>,
    /// The genders of bodies.
    pub(crate) genders: Vec<(Body, Gender)>,
    /// The words before those of which another spelling is right.
    pub(crate) spelling_exempt: Vec<WordId>,
    /// How often phrases open paragraphs.
    frequent: Frequent,
    /// See [`Data::openings`].
    openings: OnceLock<Openings>,
    /// See [`Data::lead_words`].
    lead_phrases: [Vec<String>; 7],
    /// See [`Data::lead_words`].
    lead_words: OnceLock<Vec<(String, String)>>,
    /// The words that say that a verb is repeated; they are modifiers as well.
    pub(crate) repeats: Phrases<RepeatPlace>,
    /// Those of them that may be adjectives of what follows, unless one of the determiners does.
    pub(crate) repeat_adjectives: Phrases<()>,
    /// See [`Data::repeat_adjectives`].
    pub(crate) repeat_determiners: Phrases<()>,
    /// Phrases that open one paragraph after another without saying so.
    pub(crate) repeat_uncounted: Phrases<()>,
    /// The same words as they are written, and where they stand.
    pub(crate) repeating: Repeats,
    /// What opens a clause behind a verb, where a language tells that from a noun when a verb is repeated.
    pub(crate) clause_openers: Phrases<()>,
    /// Verbs that tell somebody to do something.
    pub(crate) addressing: Phrases<()>,
    /// What stands behind the name of whoever is addressed.
    pub(crate) addressee_ends: Phrases<()>,
    /// What stands there before an infinitive.
    pub(crate) before_infinitive: Phrases<()>,
    /// How infinitives end, where that tells them.
    pub(crate) infinitives: Vec<String>,
    /// What opens an aside behind a comma there; anything else goes on with a list.
    pub(crate) asides: Phrases<()>,
    /// What is said by one more kind of end: a clause of which whoever is addressed is the subject.
    pub(crate) addressee_clauses: Phrases<()>,
    pub(crate) extent: Extent,
    /// Whether a lead phrase begins with a capital letter.
    pub(crate) leads_capital: bool,
    /// Whether what modifies a verb may also stand after it.
    pub(crate) modifiers_follow: bool,
    /// Whether verbs have one form in the preamble and in the operative part.
    pub(crate) verbs_alike: bool,
}

impl Data {
    /// Compiles a data file with what a project adds to it. The error says what in the file is wrong.
    pub(crate) fn parse(text: &str, added: &Additions) -> Result<Data, String> {
        let mut file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        if file.months.len() != 12 {
            return Err(format!("`months` has {} names, not 12", file.months.len()));
        }
        let mut words = Words::default();
        let w = &mut words;
        let definite = std::mem::take(&mut file.citations.definite);
        file.citations.definite = definite.into_iter().map(|(word, noun)| (normalise(&word), noun)).collect();
        for pair in file.variants.split_whitespace() {
            let (variant, known) = pair.split_at(pair.chars().next().map_or(0, char::len_utf8));
            w.alias(variant, known);
        }

        for (letter, elided) in &file.prefixes {
            w.add_prefix(*letter, elided.chars().next());
        }
        let mut nouns = Phrases::default();
        for (phrases, kind, possessive) in [
            (&file.citations.resolution, Kind::Resolution, false),
            (&file.citations.resolutions, Kind::Resolution, false),
            (&file.citations.own_resolution, Kind::Resolution, true),
            (&file.citations.decision, Kind::Decision, false),
            (&file.citations.decisions, Kind::Decision, false),
            (&file.citations.own_decision, Kind::Decision, true),
        ] {
            nouns.add_all(w, phrases, Noun { kind, possessive });
        }
        let mut part_letters = Phrases::default();
        for (letter, name) in ('A'..='Z').filter_map(Letter::new).zip(&file.citations.parts) {
            part_letters.add(w, name, letter);
        }
        let mut session_letters = Phrases::default();
        let sessions = &file.citations.sessions;
        for meetings in [Meetings::Regular, Meetings::Special, Meetings::Emergency] {
            session_letters.add_all(w, sessions.letters(meetings), meetings);
        }
        let mut month_words = Phrases::default();
        for (month, name) in (1..).zip(&file.months) {
            // Of two names either may stand alone.
            name.split('/').for_each(|name| month_words.add(w, name, month));
        }
        for (name, month) in &file.dates.variants {
            month_words.add(w, name, *month);
        }
        let body = |key: &str| Body::from_key(key).ok_or_else(|| format!("no body has the key `{key}`"));
        let mut body_phrases = Phrases::default();
        let mut bodies = Vec::new();
        for (key, names) in file.bodies {
            let body = body(&key)?;
            body_phrases.add_all(w, &names, body);
            bodies.push((body, names));
        }
        for (name, body) in &added.bodies {
            body_phrases.add(w, name, *body);
        }
        let of = file.of.into_iter().map(|(key, phrase)| Ok((body(&key)?, phrase))).collect::<Result<_, String>>()?;
        let mut short_body_phrases = Phrases::default();
        let mut short_bodies = Vec::new();
        for (index, (name, keys)) in file.short_bodies.iter().enumerate() {
            short_body_phrases.add(w, name, index);
            short_bodies.push(keys.iter().map(|key| body(key)).collect::<Result<Vec<_>, _>>()?);
        }
        let mut leads = Leads::new(w);
        let pairs = file.verbs.pairs.iter().enumerate().map(|(index, pair)| leads.add_pair(pair, index));
        let pairs = pairs.collect::<Result<_, String>>()?;
        let Verbs { preambular, operative, either, .. } = &file.verbs;
        for (part, lists) in [
            (LeadPart::Preambular, [preambular, either, &added.preambular]),
            (LeadPart::Operative, [operative, either, &added.operative]),
        ] {
            for phrase in lists.into_iter().flatten() {
                leads.add(phrase, part, None)?;
            }
        }
        let lead_tails = leads.complements(&file.verbs.tails)?;
        let Leads { phrases: leads, agreeing, .. } = leads;
        let conjunction = file.verbs.conjunctions.first().zip(file.verbs.connectives.first());
        let conjunctions = conjunction.map(|(bare, connective)| [bare.clone(), format!("{connective}{bare}")]);
        let connective = conjunctions.as_ref().and(file.verbs.connectives.first()).cloned();
        let masculine = file.genders.masculine.iter().map(|key| (key, Gender::Masculine));
        let feminine = file.genders.feminine.iter().map(|key| (key, Gender::Feminine));
        let genders = masculine.chain(feminine).map(|(key, gender)| Ok((body(key)?, gender)));
        let genders = genders.collect::<Result<_, String>>()?;
        let mut repeats = Phrases::default();
        let Repeats { second, third, any, .. } = &file.verbs.repeats;
        repeats.add_all(w, second, RepeatPlace::Second);
        repeats.add_all(w, third, RepeatPlace::Third);
        repeats.add_all(w, any, RepeatPlace::Any);
        let mut date_units = Phrases::default();
        for (unit, words) in [DateUnit::Year, DateUnit::Month, DateUnit::Day].into_iter().zip(&file.dates.units) {
            date_units.add(w, words, unit);
        }
        let mut figures = Phrases::default();
        for (value, forms) in (0..).zip(&file.dates.figures) {
            forms.chars().for_each(|form| figures.add(w, form.encode_utf8(&mut [0; 4]), value));
        }
        let mut places = Phrases::default();
        let mut parts_of_text = Phrases::default();
        let mut numerals = Phrases::default();
        let said = &file.references;
        for (words, place) in [
            (&said.above, ReferencePlace::Above),
            (&said.below, ReferencePlace::Below),
            (&said.here, ReferencePlace::Here),
        ] {
            places.add_all(w, words, place);
        }
        for (words, part) in [
            (&said.paragraph, Part::Paragraph),
            (&said.subparagraph, Part::SubParagraph),
            (&said.section, Part::Section),
            (&said.annex, Part::Annex),
        ] {
            parts_of_text.add_all(w, words, part);
        }
        for (number, words) in (1..).zip(&said.numerals) {
            words.split(' ').for_each(|word| numerals.add(w, word, number));
        }

        let mut sessions = Phrases::default();
        for (number, forms) in (1..).zip(&file.session_names.ordinals) {
            forms.split('|').for_each(|form| sessions.add(w, form, number));
        }
        let due_sessions = DueSessions::new(&file.due_sessions, &file.session_names.ordinals, w);
        let exempt = file.spelling.unless_after.iter();
        let spelling_exempt = exempt.map(|word| w.intern(&normalise(word))).collect();
        let spellings = file.spelling.pairs()?;

        let mut set = |phrases: &[String]| {
            let mut set = Phrases::default();
            set.add_all(w, phrases, ());
            set
        };
        let mut data = Data {
            day_ordinals: set(&file.dates.ordinals),
            date_particles: set(&file.dates.particles),
            year_endings: set(&file.dates.endings),
            date_joiners: set(&file.dates.joiners),
            possessives: set(&file.citations.possessives),
            third_person: set(&file.citations.third_person),
            date_connectors: set(&file.citations.date_connectors),
            joiners: set(&[file.citations.joiners.as_slice(), &file.citations.ranges].concat()),
            ranges: set(&file.citations.ranges),
            respectively: set(&file.citations.respectively),
            same_date: set(&file.citations.same_date),
            both: set(&file.citations.both),
            follow_up: set(&file.citations.follow_up),
            of_body: set(&file.citations.of_body),
            genitives: set(&file.citations.genitives),
            entitled: set(&file.citations.entitled),
            concerning: set(&file.citations.concerning),
            attributive: set(&file.citations.attributive),
            described: set(&file.references.described),
            see: set(&file.references.see),
            of_paragraph: set(&file.references.of_paragraph),
            number_opening: set(&file.number_marks[..1]),
            number_closing: set(&file.number_marks[1..]),
            openers: set(&file.citations.openers),
            articles: set(&file.citations.articles),
            writings: set(&file.citations.writings),
            qualifiers: set(&file.citations.qualifiers),
            number_signs: set(&file.citations.number_signs),
            treaty_series: set(&file.treaties.series),
            treaty_organization: set(&file.treaties.organization),
            treaty_volume: set(&file.treaties.volume),
            treaty_number: set(&file.treaties.number),
            treaties: file.treaties,
            record_title: set(&file.records.title),
            record_supplement: set(&file.records.supplement),
            sessions,
            acronyms: file.acronyms,
            enacting_articles: set(&file.enacting.articles),
            lead_modifiers: set(&[&file.verbs.modifiers, second, third, any].map(Vec::as_slice).concat()),
            lead_connectives: set(&file.verbs.connectives),
            lead_conjunctions: set(&file.verbs.conjunctions),
            lead_prepositions: set(&file.verbs.prepositions),
            lead_tails,
            construct: file.citations.construct,
            parts: file.citations.parts.iter().map(|name| normalise(name)).collect(),
            number_marks: file.number_marks,
            months: file.months,
            dates: file.dates,
            citations: file.citations,
            references: file.references,
            notes: file.notes,
            places,
            parts_of_text,
            numerals,
            session_names: file.session_names.normalised(),
            due_sessions,
            abbreviations: file.abbreviations,
            structure: file.structure.normalised(),
            labels: file.labels,
            bodies,
            of,
            punctuation: file.punctuation,
            typography: Typography::new(file.typography)?,
            emphasis_mark: file.emphasis.mark,
            month_words,
            nouns,
            body_phrases,
            short_body_phrases,
            short_bodies,
            part_letters,
            session_letters,
            leads,
            pairs,
            conjunctions,
            connective,
            enacting: file.enacting,
            agreeing,
            genders,
            repeats,
            repeat_adjectives: set(&file.verbs.repeats.adjectives),
            repeat_determiners: set(&file.verbs.repeats.determiners),
            repeat_uncounted: set(&file.verbs.repeats.uncounted),
            clause_openers: set(&file.verbs.repeats.clauses),
            repeating: file.verbs.repeats,
            addressing: set(&file.verbs.addressees.verbs),
            addressee_ends: set(&file.verbs.addressees.ends),
            before_infinitive: set(&file.verbs.addressees.before_infinitive),
            infinitives: file.verbs.addressees.infinitives,
            asides: set(&file.verbs.addressees.asides),
            addressee_clauses: set(&file.verbs.addressees.clauses),
            extent: Extent {
                expressive: set(&file.verbs.extent.expressive),
                governing: set(&file.verbs.extent.governing),
                manner: set(&file.verbs.extent.manner),
                complements: set(&file.verbs.extent.complements),
                openers: set(&file.verbs.extent.openers),
                closers: set(&file.verbs.extent.closers),
                strict: file.verbs.extent.strict,
            },
            leads_capital: file.verbs.capital,
            modifiers_follow: file.verbs.modifiers_follow,
            verbs_alike: !file.verbs.either.is_empty(),
            spelling_exempt,
            frequent: file.verbs.frequent,
            openings: OnceLock::new(),
            lead_phrases: [
                file.verbs.pairs,
                file.verbs.preambular,
                file.verbs.operative,
                file.verbs.either,
                file.verbs.modifiers,
                file.verbs.tails,
                file.verbs.prepositions,
            ],
            lead_words: OnceLock::new(),
            date_units,
            figures,
            words,
        };
        data.words.add_variants(&spellings);
        Ok(data)
    }

    /// The phrases that open paragraphs, as they are written. Compiled when somebody is about to open one.
    pub(crate) fn openings(&self) -> &Openings {
        self.openings.get_or_init(|| Openings::of(self))
    }

    /// The lists of lead phrases as the file has them: pairs, those of the preamble, of the operative part, of either.
    pub(super) fn lead_lists(&self) -> &[Vec<String>; 7] {
        &self.lead_phrases
    }

    /// How often phrases open paragraphs, as the file has it.
    pub(super) fn frequent(&self) -> &Frequent {
        &self.frequent
    }

    /// The words of lead phrases in their normal form, in its order, and as they are written.
    pub(crate) fn lead_words(&self) -> &[(String, String)] {
        self.lead_words.get_or_init(|| {
            let Repeats { second, third, any, .. } = &self.repeating;
            let phrases = self.lead_phrases.iter().chain([second, third, any]).flatten();
            let words = phrases.flat_map(|phrase| crate::token::split_words(phrase));
            let known: BTreeMap<String, String> = words.map(|word| (normalise(word), word.to_lowercase())).collect();
            known.into_iter().collect()
        })
    }

    /// Whether each month has two names.
    pub(crate) fn has_paired_months(&self) -> bool {
        self.months[0].contains('/')
    }

    /// Of two names that each month has, whether this is one of the first or of the second; `None` where it is neither.
    pub(crate) fn month_series(&self, printed: &str) -> Option<bool> {
        let name = normalise(printed);
        let pairs = || self.months.iter().filter_map(|names| names.split_once('/'));
        let second = || pairs().any(|(_, second)| normalise(second) == name);
        if pairs().any(|(first, _)| normalise(first) == name) { Some(false) } else { second().then_some(true) }
    }

    /// The name of a body, without an article.
    pub(crate) fn body_name(&self, body: Body) -> &str {
        let names = self.bodies.iter().find(|(known, _)| *known == body).map(|(_, names)| names);
        match (body, names.and_then(|names| names.first())) {
            (Body::Other, _) | (_, None) => body.key(),
            (_, Some(name)) => name,
        }
    }
}
