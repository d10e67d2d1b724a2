//! What can be done in drafts, the cursor written as `|`.

use rapporteur_assist::{Action, ActionKind, Checked, Work, actions, edits_of};
use rapporteur_draft::{Draft, Hints, Span};
use rapporteur_lint::{Finding, Locale, Settings, apply, check, settings::Options};
use rapporteur_registry::Registry;

/// A draft with what is known of it.
struct Bench {
    text: String,
    span: Span,
    draft: Draft,
    findings: Vec<Finding>,
    registry: Registry,
    settings: Settings,
}

impl Bench {
    /// A draft with a cursor, or with two for the ends of a selection, under a line of `rapporteur.toml`.
    fn new(marked: &str, options: &str) -> Bench {
        let start = marked.find('|').expect("a cursor");
        let text = marked.replacen('|', "", 1);
        let end = text.find('|').unwrap_or(start);
        let text = text.replacen('|', "", 1);
        let draft = Draft::read(&text, &Hints::default());
        let registry = Registry::embedded();
        let (options, problems) = Options::parse(options);
        assert!(problems.is_empty(), "{problems:?}");
        let settings = Settings::resolve([&options], "draft.md");
        let findings = check(&text, &draft, &registry, &settings);
        Bench { text, span: start..end, draft, findings, registry, settings }
    }

    fn checked(&self) -> Checked<'_> {
        let Bench { text, draft, findings, registry, settings, .. } = self;
        Checked { text, draft, findings, registry, settings }
    }

    fn actions(&self) -> Vec<Action> {
        actions(self.checked(), &self.span, &[], |_| true)
    }

    fn after(&self, work: &Work) -> String {
        apply(&self.text, &edits_of(self.checked(), &Hints::default(), work))
    }
}

/// The titles of what is offered.
fn titles(marked: &str, options: &str) -> Vec<String> {
    Bench::new(marked, options).actions().into_iter().map(|action| action.title).collect()
}

/// Chooses the action with a title, and checks what it makes of the draft.
#[track_caller]
fn check_action(marked: &str, options: &str, title: &str, makes: &str) {
    let bench = Bench::new(marked, options);
    let offered = bench.actions();
    let action = offered.iter().find(|action| action.title == title);
    let action = action.unwrap_or_else(|| panic!("{title} is not offered: {offered:#?}"));
    assert_eq!(bench.after(&action.work), makes);
}

/// What stands before a preambular paragraph in each language, and after one.
fn preamble(body: &str, paragraph: &str) -> String {
    format!("{body}\n\n{paragraph}\n")
}

#[test]
fn a_finding_can_be_mended_or_silenced() {
    let marked = "*The General Assembly*,\n\n*Recalling* its resolution 65/230 of 22 |December 2010,\n";
    let offered = titles(marked, "");
    assert_eq!(
        offered,
        [
            "Write 21 December 2010",
            "Ignore citation-date here",
            "Ignore citation-date in this file",
            "Apply all safe fixes of Rapporteur"
        ]
    );
    let bench = Bench::new(marked, "");
    let first = &bench.actions()[0];
    assert_eq!((first.kind, first.preferred, first.findings.len()), (ActionKind::QuickFix, true, 1));
    assert_eq!(titles(marked, "locale = 'fr'")[1], "Ignorer citation-date ici");
    let text = bench.text.clone();
    check_action(
        marked,
        "",
        "Ignore citation-date here",
        &text.replace("*Recalling*", "<!-- rapporteur: ignore citation-date -->\n*Recalling*"),
    );
    check_action(
        marked,
        "",
        "Ignore citation-date in this file",
        &format!("<!-- rapporteur: ignore-file citation-date -->\n\n{text}"),
    );
}

#[test]
fn all_fixes_of_a_rule_are_one_action() {
    let draft = |a: &str, b: &str, mark: &str| {
        format!(
            "*The General Assembly*,\n\n*Recalling* its resolutions 65/230 of {a} 20{mark}10 and 74/173 of {b} 2019,\n\n\
             1. Welcomes the report;\n\n2. Decides to remain seized of the matter.\n"
        )
    };
    let marked = draft("22 December", "19 December", "|");
    let title = "Fix all 2 findings of citation-date in this draft";
    check_action(&marked, "", title, &draft("21 December", "18 December", ""));
    // Where there is but one, or but one fix for all, its own action says it.
    let one = draft("21 December", "19 December", "").replace("19 Dec", "19| Dec");
    assert!(!titles(&one, "").iter().any(|title| title.starts_with("Fix all")), "{:?}", titles(&one, ""));
    let numbers = "*The General Assembly*,\n\n2|. *Welcomes* it;\n\n4. *Decides* so;\n\n7. *Requests* it.\n";
    assert!(!titles(numbers, "").iter().any(|title| title.starts_with("Fix all")), "{:?}", titles(numbers, ""));
}

#[test]
fn suggestions_of_a_rule_that_only_suggests_go_together() {
    let marked = "*The General Assembly*,\n\n*Not|ing* a,\n\n*Noting* b,\n\n*Affirming* c,\n\n*Affirming* d,\n";
    let bench = Bench::new(&marked.replace("*Noting* b", "*Not|ing* b"), "");
    let title = "Fix all 2 findings of verb-repeated in this draft";
    let action = bench.actions().into_iter().find(|action| action.title == title).expect("all at once");
    let after = bench.after(&action.work);
    assert!(after.contains("*Noting also* b") && after.contains("*Affirming also* d"), "{after}");
}

#[test]
fn the_whole_draft_is_numbered_and_put_into_italics_by_name() {
    let marked = "*The General Assembly*,\n\nRecalling it,[^2]|\n\n1. *Welcomes* it;[^1]\n\n3. Decides so.\n\n[^1]: A.\n\n[^2]: B.\n";
    let off = "ignore = ['paragraph-numbering', 'footnote-sequence', 'operative-verb-italics', 'preambular-verb-italics', 'footnote-placement']";
    let named = ["Renumber the operative paragraphs", "Renumber the notes", "Italicise the verbs"];
    for options in ["", off] {
        let offered = titles(marked, options);
        assert!(named.iter().all(|title| offered.iter().any(|other| other == title)), "{offered:?}");
    }
    let text = marked.replace('|', "");
    check_action(marked, off, named[0], &text.replace("3. Decides", "2. Decides"));
    check_action(marked, off, named[2], &text.replace("Recalling", "*Recalling*").replace("Decides", "*Decides*"));
    let clean = "*The General Assembly*,\n\n*Recalling* it,|\n\n1. *Welcomes* it;\n\n2. *Decides* so.\n";
    assert_eq!(titles(clean, off), [""; 0]);
}

#[test]
fn a_date_is_inserted_as_the_language_writes_it() {
    for (body, before, after) in [
        (
            "*The General Assembly*,",
            "*Recalling* its resolution 65/230,",
            "*Recalling* its resolution 65/230 of 21 December 2010,",
        ),
        (
            "*L’Assemblée générale*,",
            "*Rappelant* sa résolution 65/230,",
            "*Rappelant* sa résolution 65/230 du 21 décembre 2010,",
        ),
        (
            "*La Asamblea General*,",
            "*Recordando* su resolución 65/230,",
            "*Recordando* su resolución 65/230, de 21 de diciembre de 2010,",
        ),
        (
            "*Генеральная Ассамблея*,",
            "*ссылаясь* на свою резолюцию 65/230,",
            "*ссылаясь* на свою резолюцию 65/230 от 21 декабря 2010 года,",
        ),
        (
            "***إن الجمعية العامة***،",
            "***إذ تشير*** إلى قرارها 65/230،",
            "***إذ تشير*** إلى قرارها 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010،",
        ),
        ("**大会**，", "**回顾**其第65/230号决议，", "**回顾**其2010年12月21日第65/230号决议，"),
    ] {
        let marked = preamble(body, &before.replace("65/230", "65/2|30"));
        // Whether a rule asks for it or not.
        let title = "Insert the date: 21 December 2010";
        check_action(&marked, "ignore = ['citation-date-missing']", title, &preamble(body, after));
        let offered = titles(&marked, "");
        assert!(!offered.iter().any(|offered| offered == title), "the quick fix says it: {offered:?}");
        let dated = preamble(body, after).replacen("65/230", "65/2|30", 1);
        assert!(!titles(&dated, "").iter().any(|offered| offered == title), "{dated}");
    }
}

#[test]
fn a_verb_is_repeated_from_anywhere_in_its_paragraph() {
    for (body, before, after) in [
        ("*The General Assembly*,", "*Noting* a,\n\n*Noting* the| b,", "*Noting* a,\n\n*Noting also* the b,"),
        (
            "*L’Assemblée générale*,",
            "*Notant* les a,\n\n*Notant* les| b,",
            "*Notant* les a,\n\n*Notant également* les b,",
        ),
        ("**大会**，", "**回顾**甲，\n\n**回顾**乙|，", "**回顾**甲，\n\n**又回顾**乙，"),
    ] {
        let (marked, makes) = (preamble(body, before), preamble(body, after));
        for options in ["ignore = ['verb-repeated']", ""] {
            let bench = Bench::new(&marked, options);
            let offered = bench.actions();
            let action = offered
                .iter()
                .find(|action| action.kind == ActionKind::Rewrite)
                .unwrap_or_else(|| panic!("no rewriting: {offered:#?}"));
            assert_eq!(bench.after(&action.work), makes);
        }
    }
}

#[test]
fn numbers_share_their_date() {
    let marked = "*The General Assembly*,\n\n*Recalling* its resolutions 55/59 of 4 Dec|ember 2000 and 55/63 of 4 December 2000,\n";
    let makes = "*The General Assembly*,\n\n*Recalling* its resolutions 55/59 and 55/63 of 4 December 2000,\n";
    let title = "Let the numbers share the date";
    check_action(marked, "ignore = ['citation-shared-date']", title, makes);
    check_action(marked, "", title, makes);
    assert_eq!(titles(marked, "").iter().filter(|offered| *offered == title).count(), 1);
}

#[test]
fn only_what_is_wanted_is_offered() {
    let bench = Bench::new("*The General Assembly*,\n\n*Recalling* its resolution 65/230 of 22| December 2010,\n", "");
    let only = |wanted: fn(ActionKind) -> bool| actions(bench.checked(), &bench.span, &[], wanted);
    assert!(only(|_| false).is_empty());
    let fixes = only(|kind| kind == ActionKind::QuickFix);
    assert!(fixes.len() == 3 && fixes.iter().all(|action| action.kind == ActionKind::QuickFix));
    let sources = only(|kind| matches!(kind, ActionKind::Source(_)));
    assert_eq!(sources.len(), 1);
    // What the reader has in view is offered wherever the cursor is.
    let end = bench.text.len()..bench.text.len();
    let at_the_end = |named| actions(bench.checked(), &end, named, |kind| kind == ActionKind::QuickFix);
    assert_eq!(at_the_end(&fixes[0].findings), fixes);
    assert_eq!(at_the_end(&[]), []);
}

#[test]
fn what_is_not_there_has_no_edits() {
    let bench = Bench::new("*The General Assembly*,\n\n*Recalling* it,|\n", "locale = 'fr'");
    assert_eq!(Some(bench.settings.locale), Locale::from_name("fr"));
    for work in [
        Work::Fix(9),
        Work::FixRule("no-such-rule".to_owned()),
        Work::Batch("formatting".to_owned()),
        Work::InsertDate(9),
        Work::Rewrite("citation-date".to_owned(), 3),
        Work::Ignore(9),
        Work::IgnoreInFile("no-such-rule".to_owned()),
    ] {
        assert_eq!(bench.after(&work), bench.text, "{work:?}");
    }
}
