//! Citations in Russian: nouns and bodies in every case, the body in the genitive behind the number, `от … года`, Cyrillic
//! letters typed for Latin ones.

use crate::citations;

fn russian(paragraph: &str) -> Vec<String> {
    citations(&format!(
        "*Генеральная Ассамблея*,\n\n*отмечая* работу, которая ведется в этой области во всех странах и для всех, {paragraph},\n"
    ))
}

#[test]
fn every_way_of_numbering_is_read() {
    assert_eq!(russian("ссылаясь на резолюцию 65/230 от 21 декабря 2010 года"), ["A/RES/65/230 2010-12-21"]);
    assert_eq!(russian("в резолюциях S-8/1, ES‑10/20 и 66/253 A"), ["A/RES/S-8/1", "A/RES/ES-10/20", "A/RES/66/253 A"]);
    assert_eq!(
        russian("резолюций 1514 (XV), 217 A (III) и 3201 (S‑VI)"),
        ["A/RES/1514 (XV)", "A/RES/217 A (III)", "A/RES/3201 (S-VI)"]
    );
    assert_eq!(
        russian("резолюцией 1325 (2000) Совета Безопасности от 31 октября 2000 года"),
        ["S/RES/1325 (2000) 2000-10-31"]
    );
    assert_eq!(russian("резолюция 2012/19 Экономического и Социального Совета"), ["E/RES/2012/19"]);
    assert_eq!(russian("в своем решении 74/567"), ["A/DEC/74/567"]);
    assert_eq!(russian("решением 2022/310 Экономического и Социального Совета"), ["E/DEC/2022/310"]);
    assert_eq!(russian("A/RES/70/1 и S/PRST/2009/9"), ["A/RES/70/1", "S/PRST/2009/9"]);
}

#[test]
fn look_alike_letters_are_read_as_what_they_stand_for() {
    assert_eq!(
        russian("резолюции 45/55 В от 4 декабря 1990 года и 2625 (ХХV)"),
        ["A/RES/45/55 B 1990-12-04", "A/RES/2625 (XXV)"]
    );
    assert_eq!(russian("см. А/RЕS/70/1"), ["A/RES/70/1"]);
}

#[test]
fn the_body_is_named_in_the_genitive_or_by_a_possessive() {
    assert_eq!(
        russian("резолюции 22/7 и 22/8 Комиссии по предупреждению преступности и уголовному правосудию"),
        ["CCPCJ/22/7", "CCPCJ/22/8"]
    );
    assert_eq!(
        russian("резолюцию 51/4 Совета по правам человека от 6 октября 2022 года и предыдущие резолюции Совета"),
        ["A/HRC/RES/51/4 2022-10-06"]
    );
    // The noun was of another body; the one that is named with the number goes before it.
    assert_eq!(
        russian("предыдущие резолюции Ассамблеи по этому вопросу, а также на резолюцию 51/4 Совета по правам человека"),
        ["A/HRC/RES/51/4"]
    );
    // In the nominative it is the subject of what follows.
    assert_eq!(russian("чего в соответствии с резолюцией 65/230 Генеральная Ассамблея добивалась"), ["A/RES/65/230"]);
    // "Его" is never the body that speaks.
    assert_eq!(russian("мандат, который Совет по правам человека продлил в его резолюции 51/4"), ["A/HRC/RES/51/4"]);
}

#[test]
fn dates_are_shared_as_lists_share_them() {
    assert_eq!(
        russian("свои резолюции 46/152 от 18 декабря 1991 года, 69/193 и 69/196 от 18 декабря 2014 года"),
        ["A/RES/46/152 1991-12-18", "A/RES/69/193 2014-12-18", "A/RES/69/196 2014-12-18"]
    );
    assert_eq!(
        russian("резолюции 82 (1950) и 83 (1950) Совета Безопасности от 25 и 27 июня 1950 года"),
        ["S/RES/82 (1950) 1950-06-25", "S/RES/83 (1950) 1950-06-27"]
    );
    assert_eq!(
        russian(
            "резолюции Совета Безопасности 221 (1966) от 9 апреля, 222 (1966) от 16 июня и 232 (1966) от 16 декабря 1966 года"
        ),
        ["S/RES/221 (1966) 1966-04-09", "S/RES/222 (1966) 1966-06-16", "S/RES/232 (1966) 1966-12-16"]
    );
    assert_eq!(russian("резолюцию 65/230 от 21 декабря 2010 г."), ["A/RES/65/230 2010-12-21"]);
}

#[test]
fn what_only_looks_like_a_number_is_none() {
    for text in [
        "общую рекомендацию № 39 (2022) Комитета, вынесенную во исполнение резолюции,",
        "в пункте 3/4 доклада о резолюциях за 2018/19 год, и",
        "до 15/16 часов по времени резолюции, принятой вчера",
    ] {
        assert_eq!(russian(text), Vec::<String>::new(), "{text}");
    }
}
