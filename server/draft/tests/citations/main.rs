//! Citations in all the forms and traps of running text, one line a case.

mod arabic;
mod chinese;
mod ranges;
mod russian;
mod spanish;

use rapporteur_draft::{BodyClue, Citation, Draft, Hints};
use rapporteur_symbol::Symbol;

/// The citations of a paragraph as `symbol date`, the date only where there is one; `?` where no body can be told.
fn citations(text: &str) -> Vec<String> {
    let draft = Draft::read(text, &Hints::default());
    let describe = |citation: &Citation, symbol: Option<Symbol>| {
        let symbol = symbol.map_or("?".to_owned(), |symbol| symbol.to_string());
        match draft.date_of(citation).and_then(|date| date.date) {
            Some(date) => format!("{symbol} {date}"),
            None => symbol,
        }
    };
    let with_range = |(index, citation): (usize, &Citation)| {
        let between = draft.between(index).map(|symbol| describe(citation, Some(symbol)));
        between.chain([describe(citation, citation.symbol)]).collect::<Vec<_>>()
    };
    draft.citations.iter().enumerate().flat_map(with_range).collect()
}

fn english(paragraph: &str) -> Vec<String> {
    citations(&format!(
        "*The General Assembly*,\n\n*Recalling* the work that is done by all of them and for all, {paragraph},\n"
    ))
}

fn french(paragraph: &str) -> Vec<String> {
    citations(&format!(
        "*L’Assemblée générale*,\n\n*Rappelant* les travaux que mènent dans ce domaine les États, {paragraph},\n"
    ))
}

#[test]
fn every_way_of_numbering_is_read() {
    assert_eq!(english("resolution 65/230 of 21 December 2010"), ["A/RES/65/230 2010-12-21"]);
    assert_eq!(
        english("resolutions S-8/1, ES-10/20 and 66/253 A"),
        ["A/RES/S-8/1", "A/RES/ES-10/20", "A/RES/66/253 A"]
    );
    assert_eq!(
        english("resolutions 1514 (XV), 217 A (III) and 3201 (S-VI)"),
        ["A/RES/1514 (XV)", "A/RES/217 A (III)", "A/RES/3201 (S-VI)"]
    );
    assert_eq!(english("Security Council resolution 1325 (2000) of 31 October 2000"), ["S/RES/1325 (2000) 2000-10-31"]);
    assert_eq!(english("Economic and Social Council resolution 2012/19"), ["E/RES/2012/19"]);
    assert_eq!(english("its decision 74/567"), ["A/DEC/74/567"]);
    assert_eq!(english("A/RES/70/1 and S/PRST/2009/9"), ["A/RES/70/1", "S/PRST/2009/9"]);
}

#[test]
fn dates_are_shared_as_lists_share_them() {
    assert_eq!(
        french("ses résolutions 46/152 du 18 décembre 1991, 69/193 et 69/196 du 18 décembre\n2014"),
        ["A/RES/46/152 1991-12-18", "A/RES/69/193 2014-12-18", "A/RES/69/196 2014-12-18"]
    );
    assert_eq!(
        english("resolution 67/291 of 24 July 2013, of 22 March as World Water Day"),
        ["A/RES/67/291 2013-07-24"]
    );
    assert_eq!(
        english("Security Council resolutions 82 (1950) and 83 (1950) of 25 and 27 June 1950"),
        ["S/RES/82 (1950) 1950-06-25", "S/RES/83 (1950) 1950-06-27"]
    );
    assert_eq!(
        english(
            "Security Council resolutions 221 (1966) of 9 April, 222 (1966) of 16 June and 232 (1966) of 16 December 1966"
        ),
        ["S/RES/221 (1966) 1966-04-09", "S/RES/222 (1966) 1966-06-16", "S/RES/232 (1966) 1966-12-16"]
    );
    // Earlier numbers of a list with commas are repeated without their dates by design.
    assert_eq!(
        english("its resolutions 69/38, 71/90, 73/91 of 7 December 2018 and 76/55"),
        ["A/RES/69/38", "A/RES/71/90", "A/RES/73/91 2018-12-07", "A/RES/76/55"]
    );
}

#[test]
fn the_date_of_something_else_is_left_to_it() {
    let text = "la lettre adressée par le Président du Comité créé par la résolution 864 (1993), en date du 4 mai 1999";
    assert_eq!(french(text), ["S/RES/864 (1993)"]);
}

#[test]
fn the_body_stands_before_after_and_far_from_the_number() {
    let commission = "la Commission pour la prévention du crime et la justice pénale";
    assert_eq!(
        french(&format!("la résolution 26/4 de {commission}, en date du 26 mai 2017")),
        ["CCPCJ/26/4 2017-05-26"]
    );
    assert_eq!(french(&format!("les résolutions 22/7 et\n22/8 de {commission}")), ["CCPCJ/22/7", "CCPCJ/22/8"]);
    assert_eq!(
        french("la résolution du Conseil économique et social 2009/22 du 30 juillet 2009"),
        ["E/RES/2009/22 2009-07-30"]
    );
    assert_eq!(
        english("Human Rights Council resolutions 5/1, on institution-building, and 5/2, on conduct"),
        ["A/HRC/RES/5/1", "A/HRC/RES/5/2"]
    );
    assert_eq!(
        english("resolution 34/16 of 24 March 2017 of the Human Rights Council"),
        ["A/HRC/RES/34/16 2017-03-24"]
    );
}

#[test]
fn a_possessive_looks_forward_where_the_sentence_opens_with_it() {
    let text = "*La Commission des stupéfiants*,\n\n*Notant* que, dans sa résolution 2005/15 du 22 juillet 2005, le Conseil \
                économique et social a fait sienne la Déclaration,\n";
    let draft = Draft::read(text, &Hints::default());
    let BodyClue::Possessive { body, .. } = draft.citations[0].clue else { panic!("{:?}", draft.citations[0].clue) };
    assert_eq!(body.map(|body| body.key()), Some("ecosoc"));
}

#[test]
fn what_only_looks_like_a_number_is_none() {
    for text in [
        "des experts et/ou des juges pour la période 2018-2021, page 2/4 du document 19-22319 (V.17-02181)",
        "l’adresse www.unodc.org/unodc/en/2017/3.html et les articles 16/17 de la Convention",
        "la décision 1/CP.21 et la recommandation générale n° 39 (2022)",
    ] {
        assert_eq!(french(text), Vec::<String>::new(), "{text}");
    }
    // The number of a document is broken over two lines; it is no resolution of the Council.
    assert_eq!(french("les résolutions citées dans le rapport (UNODC/CCPCJ/EG.4/\n2017/3)"), Vec::<String>::new());
    // Text recognition reads l’ as 1’.
    assert_eq!(french("dans sa résolution 65/230, 1’Assemblée générale a prié"), ["A/RES/65/230"]);
}

#[test]
fn bodies_that_the_registry_does_not_know_keep_their_numbers() {
    let text = "the adoption, by the Economic and Social Commission for Asia and the Pacific, of resolution 79/8 of 19 May 2023";
    assert_eq!(english(text), ["? 2023-05-19"]);
    assert_eq!(english("World Health Assembly resolution 70/15"), ["?"]);
}

#[test]
fn the_items_of_a_list_are_told_from_numbers_that_stand_apart() {
    let draft = Draft::read(
        "*The General Assembly*,\n\n*Recalling* its resolutions 65/230 of 21 December 2010, 66/177 and 66/253 A and B, in \
         which it asked for more, and 67/1, and Economic and Social Council resolution 2012/19,\n",
        &Hints::default(),
    );
    let listed: Vec<bool> = draft.citations.iter().map(|citation| citation.listed).collect();
    assert_eq!(listed, [false, true, true, true, false, false]);
}

#[test]
fn a_title_a_stray_year_and_a_word_for_a_symbol_are_kept() {
    let text = "*The General Assembly*,\n\n*Recalling* its resolutions 70/1 of 25 September 2015, entitled “Our “new” world”, and \
                75/200 (2020), resolution A/HRC/17/26 and resolutions A/RES/71/1 and A/RES/71/2 (A/RES/71/3),\n";
    let draft = Draft::read(text, &Hints::default());
    let titles: Vec<_> = draft.citations.iter().filter_map(|citation| citation.title.clone()).collect();
    assert_eq!(titles.into_iter().map(|title| &text[title]).collect::<Vec<_>>(), ["Our “new” world"]);
    let years: Vec<_> = draft.citations.iter().filter_map(|citation| citation.stray_year.clone()).collect();
    assert_eq!(years.into_iter().map(|year| &text[year]).collect::<Vec<_>>(), ["(2020)"]);
    let called: Vec<_> =
        draft.symbols.iter().filter(|symbol| symbol.noun.is_some()).map(|symbol| &*symbol.text).collect();
    assert_eq!(called, ["A/HRC/17/26", "A/RES/71/1", "A/RES/71/2"]);
}

#[test]
fn the_word_for_a_symbol_may_stand_beside_its_body_or_behind_a_list() {
    let called = |text: &str| {
        let draft = Draft::read(text, &Hints::default());
        let called = draft.symbols.iter().filter(|symbol| symbol.noun.is_some());
        called.map(|symbol| symbol.text.clone()).collect::<Vec<_>>()
    };
    let text = "***إن الجمعية العامة***،\n\n***إذ تشير*** إلى قرار مجلس الأمن S/RES/1325 (2000) والتقرير A/72/120،\n";
    assert_eq!(called(text), ["S/RES/1325 (2000)"]);
    let text = "**大会**，\n\n**回顾**A/72/120号文件、其A/RES/70/1、第A/RES/71/1和S/RES/1325（2000）号决议以及A/HRC/17/26号报告，\n";
    assert_eq!(called(text), ["A/RES/70/1", "A/RES/71/1", "S/RES/1325(2000)"]);
}
