//! Citations in Arabic: bodies and nouns with what is written together with them, letters of parts and sessions, digits of
//! two kinds, marks of direction, vowel signs and lengthened letters.

use rapporteur_draft::{BodyClue, Draft, Hints, ParagraphKind};

use crate::citations;

fn text(paragraph: &str) -> String {
    format!("***إن الجمعية العامة***،\n\n***وإذ تلاحظ*** ما تقوم به الدول من أعمال في هذا المجال، {paragraph}،\n")
}

fn arabic(paragraph: &str) -> Vec<String> {
    citations(&text(paragraph))
}

#[test]
fn every_way_of_numbering_is_read() {
    assert_eq!(arabic("قرارها 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010"), ["A/RES/65/230 2010-12-21"]);
    assert_eq!(arabic("قراراتها دإ-8/1 و دإط-10/20 و 66/253 ألف"), ["A/RES/S-8/1", "A/RES/ES-10/20", "A/RES/66/253 A"]);
    assert_eq!(arabic("قرارها 48/218 ألف وباء"), ["A/RES/48/218 A", "A/RES/48/218 B"]);
    assert_eq!(
        arabic("قراراتها 1514 (د-15) و 217 ألف (د-3) و 3201 (دإ-6)"),
        ["A/RES/1514 (XV)", "A/RES/217 A (III)", "A/RES/3201 (S-VI)"]
    );
    assert_eq!(arabic("القرار 181 ألف وباء (د-2)"), ["A/RES/181 A (II)", "A/RES/181 B (II)"]);
    assert_eq!(arabic("قرار مجلس الأمن 1325 (2000) المؤرخ 31 تشرين الأول/أكتوبر 2000"), ["S/RES/1325 (2000) 2000-10-31"]);
    assert_eq!(arabic("قرار المجلس الاقتصادي والاجتماعي 2012/19"), ["E/RES/2012/19"]);
    assert_eq!(arabic("قرار لجنة منع الجريمة والعدالة الجنائية 22/8"), ["CCPCJ/22/8"]);
    assert_eq!(arabic("قراري مجلس حقوق الإنسان دإ-17/1 و 26/4"), ["A/HRC/RES/S-17/1", "A/HRC/RES/26/4"]);
    assert_eq!(arabic("مقررها 74/567"), ["A/DEC/74/567"]);
    assert_eq!(arabic("الوثيقتين A/RES/70/1 وS/PRST/2009/9"), ["A/RES/70/1", "S/PRST/2009/9"]);
}

#[test]
fn what_is_written_together_with_a_word_hides_nothing() {
    let expected = ["A/RES/65/230"];
    for cited in [
        "عملا بقرار الجمعية العامة 65/230",
        "وفقا لقرار الجمعية العامة 65/230",
        "وبقرار الجمعية العامة رقم 65/230",
        "والقرار 65/230 الصادر عن الجمعية العامة",
        "في قرارها 65/230",
        "وبقرارها 65/230",
        "القرار65/230",
        "القرارين 65/230",
    ] {
        assert_eq!(arabic(cited), expected, "{cited}");
    }
    assert_eq!(arabic("قرارات الجمعية العامة 55/59 و55/63 و 60/1"), ["A/RES/55/59", "A/RES/55/63", "A/RES/60/1"]);
}

#[test]
fn every_spelling_of_a_letter_and_a_digit_is_read() {
    let expected = ["A/RES/65/230 2010-12-21"];
    for cited in [
        // Arabic-Indic and Persian digits.
        "قرارها ٦٥/٢٣٠ المؤرخ ٢١ كانون الأول/ديسمبر ٢٠١٠",
        "قرارها ۶۵/۲۳۰ المؤرخ ۲۱ كانون الأول/ديسمبر ۲۰۱۰",
        // Marks of direction around and within the number, and an embedding from left to right.
        "قرارها \u{200f}65\u{200f}/\u{200e}230\u{200f} المؤرخ \u{200f}21\u{200f} كانون الأول/\u{200f}ديسمبر 2010",
        "قرارها \u{202a}65/230\u{202c} المؤرخ 2\u{200f}1 كانون الأول/ديسمبر \u{2067}2010\u{2069}",
        // Vowel signs, lengthened letters, letters without hamza, no-break spaces.
        "قَرارِها 65/230 المُؤرَّخ 21 كانونِ الأوّل/ديسمبر 2010",
        "قــرارهــا 65/230 المــؤرخ 21 كــانون الأول/ديسمـبر 2010",
        "قرارها 65/230 المورخ 21 كانون الاول/ديسمبر 2010",
        "قرارها\u{a0}65/230 المؤرخ\u{a0}21\u{a0}كانون\u{a0}الأول/ديسمبر\u{a0}2010",
        // One of the two names of the month, and a space between them.
        "قرارها 65/230 المؤرخ 21 كانون الأول 2010",
        "قرارها 65/230 المؤرخ 21 ديسمبر 2010",
        "قرارها 65/230، المؤرخ 21 كانون الأول/ ديسمبر 2010",
        // Presentation forms: "الأول" with its ligature of lam and alef.
        "قرارها 65/230 المؤرخ 21 كانون ا\u{fef7}ول/ديسمبر 2010",
    ] {
        assert_eq!(arabic(cited), expected, "{cited}");
    }
}

#[test]
fn spans_are_those_of_what_is_printed() {
    let text = text("وبقرارها \u{202a}٦٥/\u{200f}٢٣٠\u{202c} المؤرخ \u{200f}٢١ كانون الأول/ديسمبر ٢٠١٠\u{200f}");
    let draft = Draft::read(&text, &Hints::default());
    let citation = &draft.citations[0];
    assert_eq!(&text[citation.span.clone()], "٦٥/\u{200f}٢٣٠");
    assert_eq!(&text[citation.noun.clone().unwrap()], "قرارها");
    assert_eq!(&text[draft.date_of(citation).unwrap().span.clone()], "٢١ كانون الأول/ديسمبر ٢٠١٠");
}

#[test]
fn dates_are_shared_as_lists_share_them() {
    assert_eq!(
        arabic("قراريها 55/59 و 55/63 المؤرخين 4 كانون الأول/ديسمبر 2000"),
        ["A/RES/55/59 2000-12-04", "A/RES/55/63 2000-12-04"]
    );
    assert_eq!(
        arabic("قراري مجلس الأمن 82 (1950) و 83 (1950) المؤرخين 25 و 27 حزيران/يونيه 1950"),
        ["S/RES/82 (1950) 1950-06-25", "S/RES/83 (1950) 1950-06-27"]
    );
    let letter = "الرسالة الموجهة من رئيس اللجنة المنشأة عملا بالقرار 864 (1993)، المؤرخة 4 أيار/مايو 1999";
    assert_eq!(arabic(letter), ["S/RES/864 (1993)"]);
}

#[test]
fn a_possessive_means_who_speaks_or_whose_verb_it_is() {
    // The subject stands before its verb; what follows the number is the object.
    let text = "***إن المجلس الاقتصادي والاجتماعي***،\n\n***إذ يشير*** إلى أن الجمعية العامة شجعت، في قرارها 72/228 المؤرخ 20 \
                كانون الأول/ديسمبر 2017، اللجنة على العمل،\n";
    let draft = Draft::read(text, &Hints::default());
    let BodyClue::Possessive { body, .. } = draft.citations[0].clue else { panic!("{:?}", draft.citations[0].clue) };
    assert_eq!(body.map(|body| body.key()), Some("ga"));
    let own = "***إن مجلس حقوق الإنسان***،\n\n***إذ يشير*** إلى جميع القرارات التي اتخذها ومنها قراره 51/19،\n";
    assert_eq!(citations(own), ["A/HRC/RES/51/19"]);
}

#[test]
fn what_only_looks_like_a_number_is_none() {
    for cited in [
        "التوصية العامة رقم 38 (2020)",
        "الفقرات 12/14 من الاتفاقية في الفترة 2018-2021 والصفحة 2/4",
        "قرار مؤتمر الأطراف 10/1 المؤرخ 16 تشرين الأول/أكتوبر 2020",
        "المقرر الخاص المعني بحالة حقوق الإنسان",
    ] {
        assert_eq!(arabic(cited).iter().filter(|cited| !cited.starts_with('?')).count(), 0, "{cited}");
    }
    // Typed from right to left, a bracket is often the mirror image of what is meant.
    assert_eq!(arabic("القرار 2334 (2016( المؤرخ"), ["S/RES/2334 (2016)"]);
}

#[test]
fn paragraphs_are_numbered_with_a_dash() {
    let text = "***إن مجلس الأمن***،\n\nوإذ يعرب عن بالغ قلقه إزاء ما جرى،\n\n١ - ***يقرر*** ما يلي:\n\n(أ) أن ينظر في التقرير؛\n\n\
                ’1‘ وفي المرفق؛\n\n2- ***يقرر أيضا*** أن يبقي المسألة قيد نظره.\n";
    let draft = Draft::read(text, &Hints::default());
    let kinds: Vec<ParagraphKind> = draft.paragraphs.iter().map(|paragraph| paragraph.kind).collect();
    use ParagraphKind::{EnactingLine, Operative, Preambular, SubParagraph};
    assert_eq!(kinds, [EnactingLine, Preambular, Operative, SubParagraph, SubParagraph, Operative]);
    let leads: Vec<&str> =
        draft.paragraphs.iter().filter_map(|paragraph| Some(&text[paragraph.lead.as_ref()?.span.clone()])).collect();
    assert_eq!(leads[1..], ["وإذ يعرب عن بالغ قلقه", "يقرر", "يقرر أيضا"]);
}

#[test]
fn letters_and_marks_without_end_are_read_at_their_length() {
    for piece in
        ["و", "ولل", "\u{200f}", "ـ", "ً", "و ألف ", "د-", "(د-", "1 ألف وباء ", "٢١ و ", "كانون الأول/", "\u{202e}65/"]
    {
        let draft = Draft::read(&text(&piece.repeat(20_000)), &Hints::default());
        assert!(draft.citations.len() <= 20_000);
    }
}
