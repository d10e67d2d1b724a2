//! Texts that nobody would send to the printer: for properties that must hold of any text.

use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
    test_runner::Config,
};

#[path = "../../../rapporteur/benches/support/drafts.rs"]
mod drafts;

/// What a draft is made of, and what trips up those who read one. Joined at random, these come closer to a draft, and to
/// the edges of its grammar, than characters do.
const PIECES: &[&str] = &[
    // Running text.
    "the ",
    "of ",
    "and ",
    "its ",
    "in ",
    "that ",
    "for ",
    "with ",
    "la ",
    "les ",
    "des ",
    "que ",
    "dans ",
    "à ",
    "word",
    "Member States",
    "Secretary-General",
    "États Membres",
    "l’organisation",
    "qu'elle ",
    // Marks, and what text recognition makes of them.
    " « ",
    " »",
    "«\u{a0}",
    "\u{a0};",
    "\u{202f}»",
    "а ",
    "о",
    "“",
    "”",
    "\"",
    "'",
    " ’",
    "l ’",
    "1’",
    " ;",
    " : ",
    "  ",
    "\u{a0}",
    " - ",
    "40%",
    "n o 10",
    "1^{er}",
    "50ème ",
    "su r ",
    "sur ",
    "oeuvre ",
    "Etats ",
    "¢",
    // How a resolution begins, and its lead phrases.
    "# Strengthening cooperation\n\n",
    "# Renforcement de la coopération\n\n",
    "*The General Assembly*,\n\n",
    "The Security Council,\n\n",
    "*L’Assemblée générale*,\n\n",
    "Le Conseil de sécurité,\n",
    "*Recalling* ",
    "Recalling also ",
    "*Noting with satisfaction* ",
    "***Mindful*** of ",
    "*Rappelant* ",
    "_Notant_ ",
    "Consciente ",
    "1. *Decides* ",
    "2. Decides also ",
    "3. **Requests** ",
    "*4. Prie* ",
    "5. *Décide* ",
    "6\\. _Invite_ ",
    "10 bis. ",
    "(a) ",
    "b) ",
    "(iv) ",
    "xxiii) ",
    "999. ",
    "4294967296. ",
    "## Section 2\n\n",
    "### II\n",
    "A\n\n",
    "Annex\n\n",
    "Annexe I\n",
    "*Adopted at the 5th plenary meeting*\n",
    "A/RES/74/173\n",
    "United Nations\n",
    "Distr.: General\n",
    // Labels, headings and lead phrases that the rules on clauses are about, in all languages.
    "a) ",
    "(i) ",
    "(ii) ",
    "(l) ",
    "(1) ",
    "(أ) ",
    "(ب) ",
    "㈠ ",
    "(一) ",
    "а) ",
    "б) ",
    "1) ",
    "1.1 ",
    "I. ",
    "II. ",
    "II\n\n",
    "一、",
    "أولا - ",
    "Раздел I\n\n",
    "Anexo\n\n",
    "附件\n\n",
    "المرفق\n\n",
    "*Recalling also* ",
    "*Also recalling* ",
    "*Further requests* ",
    "*Requests further* ",
    "*Rappelant également* ",
    "*Recordando también* ",
    "*Recordando además* ",
    "*Decide además* ",
    "7. *Pide* ",
    "*La Asamblea General*,\n\n",
    "*Генеральная Ассамблея*,\n\n",
    "*ссылаясь также* на ",
    "8. *постановляет* ",
    "***إن الجمعية العامة***،\n\n",
    "***وإذ تشير أيضا إلى*** ",
    "1 - ***تقرر*** ",
    "**大会**，\n\n",
    "**又回顾**",
    "1. **决定**",
    "；\n\n",
    "；和\n\n",
    "؛\n\n",
    "و ",
    // Acronyms, brackets, and what a spelling has two forms of.
    "the United Nations Office on Drugs and Crime (UNODC) ",
    "UNODC ",
    "l’Organisation mondiale de la Santé (OMS) ",
    "ВОЗ ",
    "NGO ",
    "U.N. ",
    "[decides] ",
    "[*Decides*] ",
    "organise ",
    "programme ",
    "per cent ",
    "No. 5 ",
    "n° 5 ",
    "№5 ",
    "núm. 5 ",
    // Citations, dates, symbols, references.
    "21/12/2010 ",
    "2010-12-21 ",
    "December 21, 2010 ",
    "21st December 2010 ",
    "the 21 of December 2010",
    "le 21 Décembre 2010",
    "21 de diciembre de 2010",
    "21 декабря 2010 года",
    "2010年12月21日",
    "21-23 March 2011",
    "resolution A/RES/65/230",
    "Res. 65/230 ",
    "su resolución 65/230, de 21 de diciembre de 2010",
    "la resolución 65/230 de la Asamblea General",
    "свою резолюцию 65/230 от 21 декабря 2010 года",
    "резолюции 65/230 и 67/189",
    "其2010年12月21日第65/230号决议",
    "第65/230和67/189号决议",
    "قرارها 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010",
    "Official Records of the General Assembly, Sixty-fifth Session, Supplement No. 53 (A/65/53)",
    "United Nations, *Treaty Series*, vol. 2349, No. 42146.",
    "resolution 65/230, entitled “Crime prevention”, ",
    "A/HCR/17/26",
    "/HRC/17/26",
    "A.HRC/17/26",
    "А/65/53",
    "A/RES/65-230",
    "S/2015/2 ",
    "paragraph 3 (b) above",
    "the present paragraph",
    "its resolution 65/230 of 21 December 2010",
    "resolutions 66/181 of 19 December 2011 and 67/189",
    "resolution 1325 (2000) of 31 October 2000",
    "Economic and Social Council resolution 2012/12",
    "decision 55/488 A",
    "Commission resolution 22/8",
    "of 31 April 2010",
    "of 25 and 27 June 1950",
    "S/RES/1325 (2000)",
    "1514 (XV)",
    "sa résolution 65/230 du 21 décembre 2010",
    "ses résolutions 66/181 et 67/189 du 20 décembre 2012",
    "la résolution 2005/20 du Conseil économique et social",
    "du 1er mars 2021",
    "1<sup>er</sup> mars",
    "le 31 juin 2010",
    "paragraph 9 above",
    "au paragraphe 3 ci-dessus",
    "A/HRC/17/26",
    "E/2012/30/Corr.1",
    "A/CONF.157/24 (Part I)",
    "A/\n70/1",
    "A/RES/",
    "65/",
    "/230",
    "S-10/2",
    "ES-10/21",
    "1803 (XVII",
    "(2000)",
    "99999999999999999999",
    // Notes.
    "[^1]",
    "[^1]: See the report.\n",
    "[^",
    "[^]",
    "[^a]:",
    "[^12] ",
    "<sup>1</sup>",
    "<sup>2</sup> Ibid.\n",
    "<sup>",
    "</sup>",
    "¹",
    "²³ Voir ",
    "m²",
    "\\*",
    "\\*\\*",
    "* E/CN.15/2021/1.\n",
    "1 See A/58/874. 2 Articles 10. 3 Ibid.\n",
    "________________\n",
    // Marks, half typed or not.
    "*",
    "**",
    "***",
    "_",
    "__",
    "`",
    "```\n",
    "~~~\n",
    "[",
    "](#)",
    "[74/173](#)",
    "![",
    "<",
    ">",
    "<!--",
    "-->",
    "<!-- rapporteur: ignore citation-date -->",
    "<!-- rapporteur: off -->\n",
    "<!-- rapporteur: on -->\n",
    "<!-- rapporteur: ignore-next-line -->\n",
    "<!-- rapporteur: ignore-file -->",
    "<!-- rapporteur: language=fr -->\n",
    "<!-- rapporteur: kind=resolution -->\n",
    "<!-- rapporteur: ",
    "---\n",
    "---\nlanguage: fr\nkind: report\n---\n",
    "| a | b |\n",
    "|---|---|\n",
    "- item\n",
    "> ",
    "    ",
    "\t",
    "\\",
    "&amp;",
    "&#0;",
    "&",
    "# ",
    "#",
    "—",
    "-",
    // Punctuation and white space.
    ", ",
    ",",
    ";",
    "; and\n\n",
    ".",
    ". ",
    ":",
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\r",
    " ",
    "  \n",
    "\u{a0}",
    "\u{2028}",
    "“",
    "”",
    "« ",
    " »",
    "’",
    "(",
    ")",
    "((",
    "…",
    // Other scripts, and characters that are more than they look.
    "👩🏽‍⚖️",
    "🇺🇳",
    "الجمعية العامة، ",
    "القرار ٦٥/٢٣٠ المؤرخ ٢١ كانون الأول/ديسمبر ٢٠١٠",
    "大会第65/230号决议",
    "，",
    "。",
    "（2000）",
    "Генеральная Ассамблея, ",
    "e\u{301}",
    "ﬁ",
    "İ",
    "ẞ",
    "\u{202e}",
    "\u{feff}",
    "\u{0}",
    "\u{7f}",
    "\u{fffd}",
    "\u{ad}",
    "\u{10ffff}",
];

/// A change to a text: at a place, some bytes give way to others.
#[derive(Clone, Debug)]
pub struct Change {
    place: Index,
    removed: usize,
    inserted: String,
}

impl Change {
    /// Changes a text; places between the bytes of a character move to its start.
    pub fn apply(&self, text: &mut String) {
        let boundary = |at: usize| (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let start = boundary(self.place.index(text.len() + 1));
        let end = boundary((start + self.removed).min(text.len())).max(start);
        text.replace_range(start..end, &self.inserted);
    }
}

/// Any change: a letter typed, a word deleted, a paragraph pasted, half the text removed.
pub fn change() -> impl Strategy<Value = Change> {
    let removed = prop_oneof![4 => Just(0usize), 4 => 0..4usize, 2 => 0..200usize, 1 => 0..2000usize];
    let inserted = prop_oneof![
        3 => Just(String::new()),
        3 => any::<char>().prop_map(String::from),
        5 => spliced(0..4),
        1 => spliced(0..20),
    ];
    (any::<Index>(), removed, inserted).prop_map(|(place, removed, inserted)| Change { place, removed, inserted })
}

/// Any text: bytes read as UTF-8 however badly, pieces of drafts spliced together, and whole drafts that are changed.
pub fn text() -> impl Strategy<Value = String> {
    let bytes = vec(any::<u8>(), 0..300).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let chars = vec(any::<char>(), 0..100).prop_map(String::from_iter);
    prop_oneof![1 => bytes, 1 => chars, 8 => spliced(0..80), 6 => changed_draft()]
}

/// A plausible draft, changed a few times.
fn changed_draft() -> impl Strategy<Value = String> {
    (draft(), vec(change(), 0..12)).prop_map(|(mut text, changes)| {
        changes.iter().for_each(|change| change.apply(&mut text));
        text
    })
}

fn draft() -> impl Strategy<Value = String> {
    (200..3000usize, any::<bool>())
        .prop_map(|(bytes, english)| if english { drafts::english(bytes) } else { drafts::french(bytes) })
}

fn spliced(count: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    vec(select(PIECES), count).prop_map(|pieces| pieces.concat())
}

/// How many texts a property is tried on, unless `PROPTEST_CASES` says otherwise. No seeds are kept, since they give
/// other texts as soon as a piece is added here: what fails becomes a test of its own.
pub fn cases(count: u32) -> Config {
    let mut config = Config { failure_persistence: None, ..Config::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = count;
    }
    config
}
