//! Resolutions by number and by the words of their titles, and their dates.

use crate::support::{ENGLISH, FRENCH, check, items, silent};

#[test]
fn a_number_gets_its_date_in_the_language_of_the_draft() {
    check(ENGLISH, "its resolution 65/23|", "65/230", "its resolution 65/230 of 21 December 2010");
    check(ENGLISH, "its resolution 65/|", "65/1", "its resolution 65/1 of 22 September 2010");
    check(FRENCH, "sa résolution 65/23|", "65/230", "sa résolution 65/230 du 21 décembre 2010");
    check(FRENCH, "la résolution 65/230|,", "65/230", "la résolution 65/230 du 21 décembre 2010,");
}

#[test]
fn each_language_joins_the_date_in_its_own_way() {
    let spanish = "*La Asamblea General*,\n\n*Recordando* ";
    check(spanish, "su resolución 65/23|,", "65/230", "su resolución 65/230, de 21 de diciembre de 2010,");
    check(
        spanish,
        "sus resoluciones 64/179, de 18 de diciembre de 2009, y 65/2|",
        "65/230",
        "sus resoluciones 64/179, de 18 de diciembre de 2009, y 65/230, de 21 de diciembre de 2010",
    );
    check(spanish, "su resolución futuro que quer|", "66/288", "su resolución 66/288, de 27 de julio de 2012");
    check(
        spanish,
        "su resolución 65/230, de |",
        "21 de diciembre de 2010",
        "su resolución 65/230, de 21 de diciembre de 2010",
    );
    let russian = "*Генеральная Ассамблея*,\n\n*ссылаясь* на ";
    check(russian, "свою резолюцию 65/23|,", "65/230", "свою резолюцию 65/230 от 21 декабря 2010 года,");
    check(russian, "резолюцию 1325| Совета Безопасности", "1325 (2000)", "резолюцию 1325 (2000) Совета Безопасности");
    check(
        russian,
        "свою резолюцию 65/230 от 2|",
        "21 декабря 2010 года",
        "свою резолюцию 65/230 от 21 декабря 2010 года",
    );
}

#[test]
fn numbers_of_other_bodies_and_times_take_their_forms() {
    check(ENGLISH, "Security Council resolution 132|", "1325 (2000)", "Security Council resolution 1325 (2000)");
    check(ENGLISH, "Security Council resolution 1325 (2|", "1325 (2000)", "Security Council resolution 1325 (2000)");
    check(ENGLISH, "its resolution 151|", "1514 (XV)", "its resolution 1514 (XV) of 14 December 1960");
    check(
        ENGLISH,
        "Economic and Social Council resolution 2012/1|",
        "2012/19",
        "Economic and Social Council resolution 2012/19 of 26 July 2012",
    );
    check(
        FRENCH,
        "la résolution 2012/1| du Conseil économique et social",
        "2012/19",
        "la résolution 2012/19 du 26 juillet 2012 du Conseil économique et social",
    );
    check(ENGLISH, "resolution A/RES/74/17|", "74/173", "resolution 74/173 of 18 December 2019");
}

#[test]
fn lists_go_on() {
    check(
        FRENCH,
        "ses résolutions 64/179 du 18 décembre 2009, 65/23|",
        "65/230",
        "ses résolutions 64/179 du 18 décembre 2009, 65/230 du 21 décembre 2010",
    );
    check(
        ENGLISH,
        "its resolutions 55/59[^1] and 55/63 of 4 December 2000, 65/190<sup>2</sup> and 65/23|",
        "65/230",
        "its resolutions 55/59[^1] and 55/63 of 4 December 2000, 65/190<sup>2</sup> and 65/230 of 21 December 2010",
    );
    check(
        FRENCH,
        "ses résolutions 55/25, en date du 15 novembre 2000, du 1er mars 2001, et 65/23|",
        "65/230",
        "ses résolutions 55/25, en date du 15 novembre 2000, du 1er mars 2001, et 65/230 du 21 décembre 2010",
    );
}

#[test]
fn words_of_a_title_stand_in_for_its_number() {
    check(ENGLISH, "its resolution cybercrime|", "74/173", "its resolution 74/173 of 18 December 2019");
    check(ENGLISH, "its resolution on cybercrim|", "74/173", "its resolution 74/173 of 18 December 2019");
    check(ENGLISH, "its resolution technical assistance cyber|", "74/173", "its resolution 74/173 of 18 December 2019");
    check(
        ENGLISH,
        "General Assembly resolution cyber|crime and",
        "74/173",
        "General Assembly resolution 74/173 of 18 December 2019 and",
    );
    check(
        ENGLISH,
        "its resolutions 65/230 of 21 December 2010, cybercrime|",
        "74/173",
        "its resolutions 65/230 of 21 December 2010, 74/173 of 18 December 2019",
    );
}

#[test]
fn the_body_comes_from_the_words_before() {
    let bodies = |typed: &str| -> Vec<String> {
        let mut bodies: Vec<String> = items(&format!("{ENGLISH}{typed}"))
            .iter()
            .map(|item| item.detail.split(',').next().unwrap_or_default().to_owned())
            .collect();
        bodies.dedup();
        bodies
    };
    assert_eq!(bodies("General Assembly resolution |"), ["General Assembly"]);
    assert_eq!(bodies("its resolution |"), ["General Assembly"]);
    assert_eq!(bodies("resolution of the Human Rights Council 26/|"), ["Human Rights Council"]);
    assert_eq!(bodies("Human Rights Council resolution 26/|"), ["Human Rights Council"]);
    assert_eq!(bodies("its resolution 2012/1|"), ["Economic and Social Council"]);
    let found = items(&format!("{FRENCH}la résolution de l’Assemblée générale |"));
    assert!(!found.is_empty() && found.iter().all(|item| item.detail.starts_with("Assemblée générale")));
}

#[test]
fn a_date_is_not_given_twice() {
    check(ENGLISH, "its resolution 65/2| of 21 December 2010", "65/230", "its resolution 65/230 of 21 December 2010");
    check(
        FRENCH,
        "sa résolution 65/2|, en date du 21 décembre",
        "65/230",
        "sa résolution 65/230, en date du 21 décembre",
    );
    check(
        ENGLISH,
        "its resolution 65/230 of 21 December 2010,\n\n*Recalling also* its resolution 65/23|",
        "65/230",
        "its resolution 65/230 of 21 December 2010,\n\n*Recalling also* its resolution 65/230",
    );
}

#[test]
fn the_date_is_offered_behind_its_number() {
    let date = "21 December 2010";
    for typed in [
        "65/230 of |",
        "65/230 of 2|",
        "65/230 of 21 Dec|",
        "65/230 of 21 December 20|",
        "65/230 of Dec|,",
        "65/230, dated 2|",
    ] {
        let becomes =
            typed.split_inclusive(' ').take_while(|word| !word.starts_with(['2', 'D', '|'])).collect::<String>();
        let rest = if typed.ends_with(',') { "," } else { "" };
        check(ENGLISH, &format!("its resolution {typed}"), date, &format!("its resolution {becomes}{date}{rest}"));
    }
    check(FRENCH, "sa résolution 65/230 du |", "21 décembre 2010", "sa résolution 65/230 du 21 décembre 2010");
    check(
        FRENCH,
        "sa résolution 65/230, en date du 2|",
        "21 décembre 2010",
        "sa résolution 65/230, en date du 21 décembre 2010",
    );
    check(
        ENGLISH,
        "resolution 65/230 of the General Assembly of 2|",
        date,
        "resolution 65/230 of the General Assembly of 21 December 2010",
    );
    let labels =
        |typed: &str| items(&format!("{ENGLISH}{typed}")).into_iter().map(|item| item.label).collect::<Vec<_>>();
    assert_eq!(labels("its resolutions 64/179 and 65/230 of |"), ["21 December 2010"]);
    assert_eq!(labels("its resolutions 55/59 and 55/63 of |"), ["4 December 2000"]);
    silent(ENGLISH, "its resolution 65/230 |");
    silent(ENGLISH, "its resolution 65/9999 of |");
}

#[test]
fn a_symbol_is_completed_as_a_symbol() {
    check(ENGLISH, "the declaration (A/RES/74/17|)", "A/RES/74/173", "the declaration (A/RES/74/173)");
}

#[test]
fn a_list_before_dated_numbers_gets_its_own_dates() {
    check(
        ENGLISH,
        "its resolutions 65/23| and 66/181 of 19 December 2011",
        "65/230",
        "its resolutions 65/230 of 21 December 2010 and 66/181 of 19 December 2011",
    );
    check(
        ENGLISH,
        "its resolutions 55/5| and 55/63 of 4 December 2000",
        "55/59",
        "its resolutions 55/59 and 55/63 of 4 December 2000",
    );
    // What was adopted on the day that stands there comes first.
    assert_eq!(
        items(&format!("{ENGLISH}its resolution 55/| of 4 December 2000"))[0].aside.as_deref(),
        Some("4 December 2000")
    );
    check(
        ENGLISH,
        "its resolutions 64/179 of 18 December 2009, 65|",
        "65/1",
        "its resolutions 64/179 of 18 December 2009, 65/1 of 22 September 2010",
    );
}

#[test]
fn what_the_draft_cites_is_at_hand() {
    let cited = format!("{ENGLISH}its resolution 65/230 of 21 December 2010,\n\n*Recalling also* its resolution |");
    assert_eq!(items(&cited)[0].insert, "65/230");
}

#[test]
fn all_of_the_number_is_replaced() {
    check(ENGLISH, "its resolution 65/2|30", "65/23", "its resolution 65/23 of 6 December 2010");
    check(ENGLISH, "its resolution 6|5/230", "65/230", "its resolution 65/230 of 21 December 2010");
    check(
        ENGLISH,
        "😀 مُقَرَّر its resolution 65/2|30,\r\n",
        "65/230",
        "😀 مُقَرَّر its resolution 65/230 of 21 December 2010,\r\n",
    );
}

#[test]
fn typing_on_keeps_what_begins_so() {
    let filters =
        |typed: &str| items(&format!("{ENGLISH}{typed}")).into_iter().map(|item| item.filter).collect::<Vec<_>>();
    assert!(filters("its resolution 65/2|").contains(&"65/230".to_owned()));
    assert!(filters("its resolution 65/2|3").contains(&"65/230".to_owned()));
    assert_eq!(filters("its resolution 65/230 of 2|"), ["21 December 2010"]);
    assert!(filters("its resolution cyber|").iter().all(|filter| filter == "cyber"));
}

#[test]
fn any_kind_of_document_is_completed() {
    check(
        "# Notes\n\nSee ",
        "General Assembly resolution 65/23|",
        "65/230",
        "General Assembly resolution 65/230 of 21 December 2010",
    );
}

#[test]
fn prose_is_left_alone() {
    silent(ENGLISH, "that 65/|");
    silent(ENGLISH, "its resolution|");
    silent(ENGLISH, "its resolution 65/230 |");
    silent(ENGLISH, "its resolution 65/230 of 21 December 2010|");
    silent(ENGLISH, "its resolution 65/230 of 21 December 2010 |");
    silent(ENGLISH, "its resolution 65/230 of 21 December 2010, |");
    silent(ENGLISH, "its resolution 65/230, the Assembly|");
    silent(ENGLISH, "its resolution 65/230. Cybercrime|");
    silent(ENGLISH, "resolution of the Council|");
    silent(ENGLISH, "resolution cybercrime |");
    silent(ENGLISH, "its resolution 65/230 of 21 Decem|ber 2010,");
    silent(ENGLISH, "cybercrime|");
    silent(ENGLISH, "the resolution adopted by the Security Council on 1|");
    silent(FRENCH, "la résolution adoptée par le Conseil de sécurité le 1|");
}

#[test]
fn a_masthead_calls_the_text_itself_a_resolution() {
    for typed in [
        "Resolution |",
        "# Resolution adopted by |",
        "Resolution adopted by the General Assembly |",
        "Resolution adopted by the General Assembly on 1|",
        "Norway: draft resolution |",
        "Résolution adoptée par l|",
        "Résolution adoptée par l’Assemblée générale |",
        "Projet de résolution |",
        "Resolución aprobada por la Asamblea General |",
        "Резолюция, принятая Генеральной Ассамблеей |",
    ] {
        silent("", typed);
        silent("# A/79/L.1\n\n", typed);
    }
    // A title may well name another.
    check(
        "# ",
        "Follow-up to General Assembly resolution 65/23|",
        "65/230",
        "Follow-up to General Assembly resolution 65/230 of 21 December 2010",
    );
    assert!(!items("# Follow-up to General Assembly resolution |").is_empty());
    check(ENGLISH, "all,\n\nResolution cybercrime|", "74/173", "all,\n\nResolution 74/173 of 18 December 2019");
}

#[test]
fn in_arabic_numbers_and_dates_take_its_forms() {
    let arabic = "*إن الجمعية العامة*،\n\n*إذ تشير* إلى ";
    for (typed, number, becomes) in [
        ("قرارها 65/23|", "65/230", "قرارها 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010"),
        ("قرارها ٦٥/٢٣|،", "٦٥/٢٣٠", "قرارها ٦٥/٢٣٠ المؤرخ ٢١ كانون الأول/ديسمبر ٢٠١٠،"),
        ("قرارها 217|", "217 ألف (د-3)", "قرارها 217 ألف (د-3) المؤرخ 10 كانون الأول/ديسمبر 1948"),
        ("قرارها دإ-30/|", "دإ-30/1", "قرارها دإ-30/1 المؤرخ 19 نيسان/أبريل 2016"),
        ("قرار مجلس الأمن 132|", "1325 (2000)", "قرار مجلس الأمن 1325 (2000)"),
        ("قرارها 65/230 المؤرخ 2|", "21 كانون الأول/ديسمبر 2010", "قرارها 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010"),
    ] {
        check(arabic, typed, number, becomes);
    }
}

#[test]
fn in_chinese_the_date_stands_before_the_number() {
    let chinese = "**大会**，\n\n**回顾**";
    for (typed, number, becomes) in [
        ("其第65/23|号决议，", "65/230", "其2010年12月21日第65/230号决议，"),
        ("其第65/23|", "65/230", "其2010年12月21日第65/230号"),
        ("其第65/23|，", "65/230", "其2010年12月21日第65/230号，"),
        ("大会第65/2|30号决议，", "65/230", "大会2010年12月21日第65/230号决议，"),
        ("其2010年12月21日第65/2|号决议，", "65/230", "其2010年12月21日第65/230号决议，"),
        ("其2009年12月18日第64/179号、第65/23|", "65/230", "其2009年12月18日第64/179号、2010年12月21日第65/230号"),
        ("经济及社会理事会第2012/1|", "2012/19", "经济及社会理事会2012年7月26日第2012/19号"),
        ("安全理事会第132|", "1325(2000)", "安全理事会第1325(2000)号"),
    ] {
        check(chinese, typed, number, becomes);
    }
    let found = items(&format!("{chinese}大会第|"));
    assert!(!found.is_empty() && found.iter().all(|item| item.detail.starts_with("大会")));
    for typed in ["第|", "第65|", "大会第六十五|", "大会65|"] {
        silent(chinese, typed);
    }
}

#[test]
fn a_date_before_the_number_says_what_is_meant() {
    let chinese = "**大会**，\n\n**回顾**其2015年9月25日第70/1号决议，\n\n**又回顾**";
    let first = |typed: &str| items(&format!("{chinese}{typed}")).into_iter().next().map(|item| item.insert);
    assert_eq!(first("其第|").as_deref(), Some("第70/1号"));
    assert_eq!(first("其2010年12月21日第|").as_deref(), Some("第65/232号"));
    assert_eq!(first("其2015年9月25日第|").as_deref(), Some("第70/1号"));
}
