//! Ranges of numbers and of parts, and what "respectively", "both" and "of the same date" say.

use rapporteur_draft::{Citation, Draft, Hints, Language};

use crate::{citations, english, french};

#[test]
fn ranges_have_all_that_lies_between_their_ends() {
    let parts = ["A/RES/43/222 A", "A/RES/43/222 B", "A/RES/43/222 C", "A/RES/43/222 D", "A/RES/43/222 E"];
    for range in ["A–E", "A-E", "A\u{2011}E", "A – E", "A to E"] {
        assert_eq!(english(&format!("its resolution 43/222 {range}")), parts, "{range}");
    }
    let numbers = ["A/RES/70/1", "A/RES/70/2", "A/RES/70/3", "A/RES/70/4"];
    for range in ["70/1 to 70/4", "70/1–70/4", "70/1-70/4", "70/1 through 70/4"] {
        assert_eq!(english(&format!("its resolutions {range}")), numbers, "{range}");
    }
    assert_eq!(french("ses résolutions 70/1 à 70/3 du 25 septembre 2015").len(), 3);
    assert_eq!(
        english("resolutions 43/222 A to C of 20 December 1988"),
        ["A/RES/43/222 A 1988-12-20", "A/RES/43/222 B 1988-12-20", "A/RES/43/222 C 1988-12-20"]
    );
    // Neither a range that runs back nor one over sessions says what lies between.
    assert_eq!(english("its resolutions 70/4 to 70/1"), ["A/RES/70/4", "A/RES/70/1"]);
    assert_eq!(english("its resolutions 70/1 to 71/9"), ["A/RES/70/1", "A/RES/71/9"]);
    assert_eq!(english("its resolutions 70/1 and 70/4"), ["A/RES/70/1", "A/RES/70/4"]);
    assert_eq!(english("its resolution 3201 (S-VI)"), ["A/RES/3201 (S-VI)"]);
}

#[test]
fn respectively_pairs_in_order() {
    let expected = ["A/RES/47/193 1992-12-22", "A/RES/67/291 2013-07-24"];
    for dates in [
        "of 22 December 1992 and 24 July 2013, respectively",
        "dated respectively 22 December 1992 and 24 July 2013",
        "adopted, respectively, on 22 December 1992 and 24 July 2013",
    ] {
        assert_eq!(english(&format!("its resolutions 47/193 and 67/291 {dates}, on water")), expected, "{dates}");
    }
    assert_eq!(
        french(
            "ses résolutions 68/127 et 70/109 et la résolution 2014/7 du Conseil économique et social, en date \
             respectivement des 18 décembre 2013, 10 décembre 2015 et 16 juillet 2014"
        ),
        ["A/RES/68/127 2013-12-18", "A/RES/70/109 2015-12-10", "E/RES/2014/7 2014-07-16"]
    );
    assert_eq!(
        english(
            "resolutions 65/230 and 2010/15 of the General Assembly and the Economic and Social Council, respectively"
        ),
        ["A/RES/65/230", "E/RES/2010/15"]
    );
    // What follows goes on with the list.
    assert_eq!(
        english("its resolutions 65/1 and 65/2 of 3 and 4 October 2010, respectively, and 66/3"),
        ["A/RES/65/1 2010-10-03", "A/RES/65/2 2010-10-04", "A/RES/66/3"]
    );
}

#[test]
fn all_languages_have_words_for_it() {
    let cited = |code: &str, text: &str| {
        let language = Language::from_code(code);
        let draft = Draft::read(text, &Hints { language, ..Hints::default() });
        let date =
            |citation: &Citation| draft.date_of(citation).and_then(|date| date.date).map(|date| date.to_string());
        draft.citations.iter().map(|citation| (citation.ends_range, date(citation))).collect::<Vec<_>>()
    };
    let date = |date: &str| Some(date.to_owned());
    for (code, range, respectively, same_date) in [
        (
            "ru",
            "резолюции 70/1 по 70/3",
            "резолюции 65/1 и 66/2 от 3 декабря 2010 года и 4 декабря 2011 года соответственно",
            "резолюция 65/1 от 3 декабря 2010 года и резолюция 65/2 от того же числа",
        ),
        (
            "ar",
            "القرارات 70/1 إلى 70/3",
            "القرارين 65/1 و 66/2 المؤرخين 3 كانون الأول/ديسمبر 2010 و 4 كانون الأول/ديسمبر 2011 على التوالي",
            "القرار 65/1 المؤرخ 3 كانون الأول/ديسمبر 2010 والقرار 65/2 المؤرخ في اليوم نفسه",
        ),
    ] {
        assert_eq!(cited(code, range), [(false, None), (true, None)], "{code}");
        assert_eq!(cited(code, respectively), [(false, date("2010-12-03")), (false, date("2011-12-04"))], "{code}");
        assert_eq!(cited(code, same_date), [(false, date("2010-12-03")), (false, date("2010-12-03"))], "{code}");
    }
}

#[test]
fn one_date_is_said_to_be_that_of_several() {
    assert_eq!(
        english("its resolutions 69/313 and 70/1, both of 25 September 2015"),
        ["A/RES/69/313 2015-09-25", "A/RES/70/1 2015-09-25"]
    );
    assert_eq!(
        english("resolution 65/230 of 21 December 2010 and Human Rights Council resolution 14/2 of the same date"),
        ["A/RES/65/230 2010-12-21", "A/HRC/RES/14/2 2010-12-21"]
    );
    assert_eq!(
        french("sa résolution 65/230 du 21 décembre 2010 et sa résolution 65/231 de la même date"),
        ["A/RES/65/230 2010-12-21", "A/RES/65/231 2010-12-21"]
    );
    assert_eq!(
        english("the statement of 4 May 1999 and resolution 1237 (1999) of the same date"),
        ["S/RES/1237 (1999) 1999-05-04"]
    );
    assert_eq!(
        citations("Resolution 1237 (1999) of the same date was adopted by the Council, and that is all."),
        ["S/RES/1237 (1999)"]
    );
}
