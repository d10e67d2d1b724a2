//! What renaming changes in drafts, the cursor written as `|`.

use std::{fs, path::Path, sync::LazyLock};

use rapporteur_assist::{Renamable, renamable, rename};
use rapporteur_draft::{Draft, Hints, ParagraphKind};
use rapporteur_lint::{Edit, Locale, Settings, apply, check};
use rapporteur_registry::Registry;

fn read(marked: &str) -> (String, Draft, usize) {
    let offset = marked.find('|').expect("a cursor");
    let text = marked.replacen('|', "", 1);
    let draft = Draft::read(&text, &Hints::default());
    (text, draft, offset)
}

/// The text after renaming the thing at the cursor, or why that can't be.
fn renamed(marked: &str, new: &str) -> Result<String, String> {
    let (text, draft, offset) = read(marked);
    rename(&text, &draft, offset, new, Locale::ENGLISH).map(|edits| apply(&text, &edits))
}

/// What is offered for renaming at the cursor.
fn offered(marked: &str) -> Option<String> {
    let (text, draft, offset) = read(marked);
    let Renamable { span, placeholder } = renamable(&text, &draft, offset)?;
    assert!(text.is_char_boundary(span.start) && span.contains(&offset) || span.end == offset, "{span:?}");
    Some(placeholder)
}

#[track_caller]
fn refused(marked: &str, new: &str, because: &str) {
    let refusal = renamed(marked, new).expect_err("a refusal");
    assert!(refusal.contains(because), "{refusal}");
}

const NOTES: &str = "*The General Assembly*,\n\n*Recalling* a report,[^1|] a letter[^2] and the report again,[^1]\n\n\
                     [^1]: A/74/1.\n\n[^2]: A/74/2.\n";

#[test]
fn a_note_is_renamed_at_its_calls_and_its_definition() {
    let expected = NOTES.replace('|', "").replace("[^1]", "[^7]");
    assert_eq!(offered(NOTES).as_deref(), Some("1"));
    for typed in ["7", "[^7]", " 7 ", "⁷"] {
        assert_eq!(renamed(NOTES, typed), Ok(expected.clone()), "{typed}");
    }
    assert_eq!(renamed(NOTES, "a"), Ok(expected.replace("[^7]", "[^a]")));
    assert_eq!(renamed(NOTES, "report"), Ok(expected.replace("[^7]", "[^report]")));
    assert_eq!(renamed(NOTES, "1"), Ok(NOTES.replace('|', "")));
    let at_definition = NOTES.replace('|', "").replace("[^1]:", "[|^1]:");
    assert_eq!(renamed(&at_definition, "7"), Ok(expected));
}

#[test]
fn the_notation_of_a_note_stays() {
    let raised = "*L’Assemblée générale*,\n\n*Rappelant* un rapport|¹ et une lettre²,\n\n¹ A/74/1.\n\n² A/74/2.\n";
    assert_eq!(offered(raised).as_deref(), Some("1"));
    assert_eq!(renamed(raised, "13"), Ok(raised.replace('|', "").replace('¹', "¹³")));
    let html = "**大会**，\n\n**回顾**秘书长的报告，<sup>|1</sup>\n\n<sup>1</sup> A/74/1。\n";
    assert_eq!(renamed(html, "4"), Ok(html.replace('|', "").replace(">1<", ">4<")));
    refused(raised, "a", "can’t be the label");
}

#[test]
fn a_label_that_is_taken_or_is_none_is_refused() {
    refused(NOTES, "2", "Another note has the label 2");
    for typed in ["", "two words", "a]b", "*", "«"] {
        refused(NOTES, typed, "can’t be the label");
    }
}

const ENGLISH: &str = "\
*The General Assembly*,

1. *Decides* to meet:

(a) In spring;

(b) In autumn;

(c) In winter;

2. *Requests* what paragraph 1 (b) above says;

2 bis. *Invites* States;

|3. *Decides*, in the light of paragraph 2 above and paragraphs 3 and 4 of the present resolution, to part;

4. *Recalls* paragraphs 2 to 4 above and subparagraph (c) above.
";

#[test]
fn the_paragraphs_behind_move_by_the_same_step() {
    assert_eq!(offered(ENGLISH).as_deref(), Some("3"));
    let moved = ENGLISH
        .replace('|', "")
        .replace("\n3. *D", "\n5. *D")
        .replace("\n4. *R", "\n6. *R")
        .replace("paragraphs 3 and 4", "paragraphs 5 and 6")
        .replace("2 to 4 above", "2 to 6 above");
    for typed in ["5", "5.", "٥"] {
        assert_eq!(renamed(ENGLISH, typed), Ok(moved.clone()), "{typed}");
    }
    // The same from a reference to it, and for what stands beside the sequence.
    let at_reference = ENGLISH.replace('|', "").replace("paragraphs 3 and", "paragraphs |3 and");
    assert_eq!(renamed(&at_reference, "5"), Ok(moved));
    let second = renamed(&ENGLISH.replace('|', "").replace("\n2. *", "\n|2. *"), "4").unwrap();
    assert!(second.contains("\n4 bis. *Invites*") && second.contains("paragraphs 4 to 6 above"), "{second}");
}

#[test]
fn a_number_stays_behind_those_before_it() {
    refused(ENGLISH, "2", "higher number than the one before it, here 2");
    refused(ENGLISH, "999", "can’t go");
    for typed in ["", "0", "three", "-1", "99999999999"] {
        refused(ENGLISH, typed, "is not the number of a paragraph");
    }
}

#[test]
fn a_number_with_which_the_draft_would_read_otherwise_is_refused() {
    let draft = "**大会**，\n\n**回顾**《联合国宪章》，\n\n|1) **决定**设立一个工作组；\n\n2) **请**工作组提出报告。\n";
    refused(draft, "4", "would be read in another way");
}

#[test]
fn the_sub_paragraphs_behind_move_too() {
    let at = ENGLISH.replace('|', "").replace("\n(b) In", "\n(|b) In");
    assert_eq!(offered(&at).as_deref(), Some("b"));
    let moved = ENGLISH.replace('|', "").replace("(c) In", "(d) In").replace("(b)", "(c)");
    assert_eq!(renamed(&at, "(c)"), Ok(moved));
    refused(&at, "a", "come after the one before it, here a");
    refused(&at, "7", "is not a label that this list can have");
}

#[test]
fn the_digits_and_letters_of_a_script_are_kept() {
    let arabic = "***إن الجمعية العامة***،\n\n١ - ***تقرر*** إنشاء فريق عامل؛\n\n|٢ - ***تطلب*** إلى الفريق:\n\n(أ) أن يجتمع؛\n\n\
                  (ب) أن يعمل؛\n\n٣ - ***تطلب*** ما ورد في الفقرة ٢ (ب) أعلاه.\n";
    let moved = arabic.replace('|', "").replace('٣', "٦").replace('٢', "٥");
    assert_eq!(renamed(arabic, "5"), Ok(moved));
    let letter = arabic.replace('|', "").replace("(ب) أن", "(|ب) أن");
    let lettered = arabic.replace('|', "").replace('ب', "\u{0}").replace("(\u{0})", "(ج)").replace('\u{0}', "ب");
    assert_eq!(renamed(&letter, "ج"), Ok(lettered));
    let chinese =
        "**大会**，\n\n1. **决定**设立一个工作组；\n\n|2. **请**工作组提出报告；\n\n3. **注意**上文第2段和第1段。\n";
    assert_eq!(
        renamed(chinese, "３"),
        Ok(chinese.replace('|', "").replace("3. **", "4. **").replace("\n2. **", "\n3. **").replace("第2段", "第3段"))
    );
}

#[test]
fn parts_of_one_draft_move_by_themselves() {
    let draft = "*The General Assembly*,\n\nA\n\n1. *Decides* to meet;\n\n2. *Recalls* paragraph 1 above;\n\nB\n\n\
                 *The General Assembly*,\n\n|1. *Decides* to part;\n\n2. *Recalls* paragraph 1 above.\n";
    let (first, second) = draft.split_at(draft.find('|').unwrap());
    let moved = second.replace('|', "").replace("2.", "4.").replace('1', "3");
    assert_eq!(renamed(draft, "3"), Ok(format!("{first}{moved}")));
}

#[test]
fn an_acronym_is_renamed_wherever_it_stands_as_a_word() {
    let draft = "*The General Assembly*,\n\n*Noting* the work of the Tide Gauging Funds (TGFs), a T|GF, document A/TGF/1 and the \
                 TGFA, known as such,\n";
    assert_eq!(offered(draft).as_deref(), Some("TGF"));
    let plain = draft.replace('|', "");
    assert_eq!(renamed(draft, "RTF"), Ok(plain.replace("(TGFs)", "(RTFs)").replace("a TGF,", "a RTF,")));
    refused(draft, "TGFA", "stands in this draft already");
    for typed in ["", "R T F", "rtf", "XIV", "R/TF"] {
        refused(draft, typed, "is not read as an acronym");
    }
}

#[test]
fn all_else_can_not_be_renamed() {
    for marked in [
        "|",
        "*The General| Assembly*,",
        "*The General Assembly*,\n\n*Recalling* its resolution 65/|230,",
        "*The General Assembly*,\n\n*Recalling* a report,\\|*\n\n\\* A/74/1.\n",
        "*The General Assembly*,\n\n*Recalling* section I|I below,\n\nII. Scope\n",
    ] {
        assert_eq!(offered(marked), None, "{marked}");
        refused(marked, "X", "There is nothing here to rename");
    }
}

static REGISTRY: LazyLock<Registry> = LazyLock::new(Registry::embedded);

/// The findings that speak of what refers to nothing.
fn loose_ends(text: &str) -> usize {
    let draft = Draft::read(text, &Hints::default());
    let findings = check(text, &draft, &REGISTRY, &Settings::default());
    let told = |rule: &str| ["footnote-undefined", "footnote-unused", "cross-reference"].contains(&rule);
    findings.iter().filter(|finding| told(finding.rule)).count()
}

/// The kinds of all paragraphs.
fn structure(text: &str) -> Vec<ParagraphKind> {
    Draft::read(text, &Hints::default()).paragraphs.into_iter().map(|paragraph| paragraph.kind).collect()
}

#[test]
fn a_renamed_draft_reads_as_before() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/drafts");
    let mut tried = 0;
    for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        let draft = Draft::read(&text, &Hints::default());
        let labels = draft.paragraphs.iter().filter_map(|paragraph| paragraph.label.as_ref());
        let calls = draft.notes.calls.iter().map(|call| call.label_span.start);
        let acronyms = draft.acronyms.iter().map(|mention| mention.span.start);
        let places: Vec<usize> = labels.map(|label| label.value_span.start).chain(calls).chain(acronyms).collect();
        let before = (loose_ends(&text), structure(&text));
        // Some will do: each asks for a reading and a check of the whole.
        for place in places.into_iter().step_by(4) {
            let Some(Renamable { placeholder, .. }) = renamable(&text, &draft, place) else { continue };
            let later = |place: usize| placeholder.parse::<usize>().ok().map(|number| (number + place).to_string());
            let new =
                later(3).unwrap_or_else(|| if placeholder.len() > 2 { "QZWK".to_owned() } else { "k".to_owned() });
            let Ok(edits) = rename(&text, &draft, place, &new, Locale::ENGLISH) else { continue };
            assert!(edits.windows(2).all(|pair: &[Edit]| pair[0].span.end <= pair[1].span.start), "{edits:?}");
            let after = apply(&text, &edits);
            let found = (loose_ends(&after), structure(&after));
            assert!(found.0 <= before.0, "{}: {placeholder} to {new}", file.display());
            assert_eq!(found.1, before.1, "{}: {placeholder} to {new}", file.display());
            tried += 1;
        }
    }
    assert!(tried > 100, "only {tried} names could be changed");
}
