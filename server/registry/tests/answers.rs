//! What the registry answers to the questions of a linter and an editor.

use rapporteur_registry::{Basis, Judgement, Known, Layer, Registry};
use rapporteur_symbol::{Body, Symbol};
use time::{Date, Month};

fn symbol(text: &str) -> Symbol {
    text.parse().unwrap()
}

fn date(year: i32, month: Month, day: u8) -> Date {
    Date::from_calendar_date(year, month, day).unwrap()
}

fn found(printed: &str, body: Option<Body>) -> Vec<String> {
    Registry::embedded().find(printed, body).iter().map(Symbol::to_string).collect()
}

#[test]
fn every_printed_form_is_found() {
    for (printed, symbol) in [
        ("65/230", "A/RES/65/230"),
        ("A/RES/65/230", "A/RES/65/230"),
        ("a/res/65/230", "A/RES/65/230"),
        ("\u{a0}65 / 230 ", "A/RES/65/230"),
        ("６５／２３０", "A/RES/65/230"),
        ("1514 (XV)", "A/RES/1514 (XV)"),
        ("1514(xv)", "A/RES/1514 (XV)"),
        ("217 A (III)", "A/RES/217 A (III)"),
        ("66/253\u{202f}a", "A/RES/66/253 A"),
        ("1325 (2000)", "S/RES/1325 (2000)"),
        ("1325", "S/RES/1325 (2000)"),
        ("2012/19", "E/RES/2012/19"),
        ("S\u{2011}17/1", "A/HRC/RES/S-17/1"),
        ("ES-10/20", "A/RES/ES-10/20"),
        ("60/251", "A/RES/60/251"),
        ("s/prst/2009/9", "S/PRST/2009/9"),
        ("S/RES/1325", "S/RES/1325 (2000)"),
        ("s/res/2322", "S/RES/2322 (2016)"),
        ("A/RES/1514", "A/RES/1514 (XV)"),
        ("S/RES/1325/2000", "S/RES/1325 (2000)"),
        ("S-RES-1325(2000)", "S/RES/1325 (2000)"),
        ("A_RES_65_230", "A/RES/65/230"),
        ("A\u{2011}RES\u{2011}65\u{2011}230", "A/RES/65/230"),
        ("RES/65/230", "A/RES/65/230"),
        ("PRST/2009/9", "S/PRST/2009/9"),
        ("UNSCR 1325", "S/RES/1325 (2000)"),
        ("UNSC Res. 1325 (2000)", "S/RES/1325 (2000)"),
        ("GA 65/230", "A/RES/65/230"),
        ("hrc/res/22/8", "A/HRC/RES/22/8"),
        ("resolution 65/230", "A/RES/65/230"),
        ("Resolución 65/230", "A/RES/65/230"),
        ("第65/230号决议", "A/RES/65/230"),
        ("القرار ٦٥/٢٣٠", "A/RES/65/230"),
        ("\u{200f}۶۵/۲۳۰", "A/RES/65/230"),
        ("65⁄230", "A/RES/65/230"),
    ] {
        assert_eq!(found(printed, None).first().map(String::as_str), Some(symbol), "{printed}");
    }
}

#[test]
fn a_number_of_several_bodies_is_found_in_all_or_in_the_one_that_is_named() {
    assert_eq!(found("22/8", None), ["A/HRC/RES/22/8", "CCPCJ/22/8"]);
    assert_eq!(found("22/8", Some(Body::CrimeCommission)), ["CCPCJ/22/8"]);
    assert_eq!(found("1514", None), ["A/RES/1514 (XV)", "S/RES/1514 (2003)"]);
}

#[test]
fn what_is_not_known_is_read_where_its_body_is_named() {
    assert_eq!(found("A/RES/74/999", None), ["A/RES/74/999"]);
    assert_eq!(found("74/999", Some(Body::GeneralAssembly)), ["A/RES/74/999"]);
    assert_eq!(found("1325 (2001)", Some(Body::SecurityCouncil)), ["S/RES/1325 (2001)"]);
    for printed in ["74/999", "1325 (2001)", "", "/", "nonsense", "(", "65/230/1", &"9".repeat(1000)] {
        assert_eq!(found(printed, None), Vec::<String>::new(), "{printed}");
    }
    assert_eq!(found("S/RES/9999", None), Vec::<String>::new());
    assert_eq!(found("65/230", Some(Body::SecurityCouncil)), Vec::<String>::new());
}

#[test]
fn what_is_nearest_to_an_unknown_number_is_told() {
    let registry = Registry::embedded();
    let nearest =
        |text| -> Vec<String> { registry.nearest(symbol(text)).iter().map(|near| near.symbol().to_string()).collect() };
    assert_eq!(nearest("S/RES/1325 (2001)")[0], "S/RES/1325 (2000)");
    assert_eq!(nearest("A/RES/1514 (XVI)")[0], "A/RES/1514 (XV)");
    assert_eq!(nearest("A/RES/2021/20"), ["E/RES/2021/20"]);
    assert_eq!(nearest("A/RES/74/999"), ["A/RES/74/307"]);
    assert_eq!(nearest("A/RES/999/1"), [""; 0]);
}

#[test]
fn numbers_are_completed_in_the_way_of_their_body() {
    let registry = Registry::embedded();
    let completed = |body, printed: &str| -> Vec<String> {
        registry.with_number_prefix(body, printed, 4).iter().map(|entry| entry.symbol().short()).collect()
    };
    assert_eq!(completed(Some(Body::GeneralAssembly), "65/2"), ["65/2", "65/20", "65/21", "65/22"]);
    assert_eq!(
        completed(Some(Body::SecurityCouncil), "132"),
        ["132 (1959)", "1320 (2000)", "1321 (2000)", "1322 (2000)"]
    );
    assert_eq!(completed(Some(Body::EconomicAndSocialCouncil), "2012/"), ["2012/1", "2012/2", "2012/3", "2012/4"]);
    assert_eq!(completed(Some(Body::GeneralAssembly), "151"), ["1514 (XV)"]);
    assert_eq!(completed(None, "1514 ("), ["1514 (XV)", "1514 (2003)"]);
    assert_eq!(completed(Some(Body::HumanRightsCouncil), "S-17/"), ["S-17/1"]);
    assert_eq!(completed(None, "").len(), 0);
    assert_eq!(registry.with_number_prefix(Some(Body::HumanRightsCouncil), "60/251", 9).len(), 0);
}

#[test]
fn titles_are_searched_by_words() {
    let registry = Registry::embedded();
    let first = |words: &str| registry.search(words, 3).first().map(|hit| hit.entry.symbol().to_string());
    for (words, symbol) in [
        ("cybercrime", "A/RES/74/173"),
        ("Cybercriminalité", "A/RES/74/173"),
        ("CYBERCRIMINALITE assistance", "A/RES/74/173"),
        ("nelson mandela rul", "A/RES/70/175"),
        ("bangkok rules", "A/RES/65/229"),
        ("twelfth congress crime prevention", "A/RES/65/230"),
    ] {
        assert_eq!(first(words).as_deref(), Some(symbol), "{words}");
    }
    for (words, symbol) in [
        ("transformar nuestro mundo", "A/RES/70/1"),
        ("преобразование нашего мира", "A/RES/70/1"),
        ("تحويل عالمنا", "A/RES/70/1"),
        ("变革我们的世界", "A/RES/70/1"),
        ("可持续发展议程", "A/RES/70/1"),
        ("خطة تنمية مستدامة", "A/RES/70/1"),
        ("حقوق شعوب أصليه", "A/RES/61/295"),
    ] {
        assert_eq!(first(words).as_deref(), Some(symbol), "{words}");
    }
    assert_eq!(first("cybercrime xyzzy"), None);
    assert_eq!(first(" — "), None);
    assert_eq!(registry.search("the", 7).len(), 7);
    assert_eq!(registry.search("the", 0).len(), 0);
}

#[test]
fn mistyped_words_are_found_where_nothing_has_them_as_typed() {
    let registry = Registry::embedded();
    let first = |words: &str| registry.search(words, 3).first().map(|hit| hit.entry.symbol().to_string());
    for (words, symbol) in [
        ("cybrecrime", "A/RES/74/173"),
        ("cybercirm", "A/RES/74/173"),
        ("nelson mandella rules", "A/RES/70/175"),
        ("transfromer notre mnode", "A/RES/70/1"),
        ("transformar nuesrto mundo", "A/RES/70/1"),
        ("преоброзование мира", "A/RES/70/1"),
        ("تحويل عالمنل", "A/RES/70/1"),
        ("变格我们的世界", "A/RES/70/1"),
    ] {
        assert_eq!(first(words).as_deref(), Some(symbol), "{words}");
    }
    for words in ["xqzw", "2031年可持续发展议", "cat xylophone", "我们的月亮很圆"] {
        assert_eq!(first(words), None, "{words}");
    }
}

#[test]
fn what_is_likeliest_meant_comes_first() {
    let table = "symbol\tdate\tciting\ttitle_en\n\
                 A/RES/90/1\t2035-12-01\t0\tQuaggas and zebroids\n\
                 A/RES/90/2\t2035-12-01\t0\tQuagga\n\
                 A/RES/90/3\t2035-12-01\t0\tQuaggaland\n\
                 A/RES/90/4\t2035-12-01\t0\tZebroids and the quagga\n\
                 A/RES/90/5\t2035-12-01\t900\tQuaggas and okapis\n\
                 A/RES/91/2\t2036-12-01\t0\tQuagga\n";
    let (layer, problems) = Layer::from_tsv(table, "table.tsv");
    assert_eq!(problems, []);
    let registry = Registry::embedded().with_layers(vec![layer]);
    let found = |words: &str| -> Vec<String> {
        registry.search(words, 9).iter().map(|hit| hit.entry.symbol().short()).collect()
    };
    assert_eq!(found("quagga")[..3], ["91/2", "90/2", "90/4"], "the word itself, short titles, late texts");
    assert_eq!(found("quaggas and")[0], "90/5", "what is often cited");
    assert_eq!(found("zebroids quagga")[0], "90/4", "the words themselves");
    assert_eq!(found("quagas okapis"), ["90/5"]);
    assert_eq!(found("90/5")[0], "90/5", "a number");
    let title = registry.search("90/5", 1)[0].title;
    assert_eq!(title, Some(("en", "Quaggas and okapis")));
}

#[test]
fn any_query_is_answered() {
    let registry = Registry::embedded();
    let long = "неразбериха ".repeat(5000);
    for query in [
        "\u{301}",
        "\u{640}",
        "ال",
        "و",
        "وال",
        "第",
        "第号",
        "/",
        "(",
        "S-",
        "UN",
        "UNSC",
        "A/RES/",
        "-/-",
        "𠀀",
        &long,
        &"啊".repeat(5000),
    ] {
        registry.search(query, usize::MAX);
        registry.find(query, None);
        registry.with_number_prefix(None, query, 3);
    }
}

#[test]
fn parts_series_and_neighbours() {
    let registry = Registry::embedded();
    let parts: Vec<String> = registry.parts(symbol("A/RES/75/290")).map(|entry| entry.symbol().to_string()).collect();
    assert_eq!(parts, ["A/RES/75/290", "A/RES/75/290 A", "A/RES/75/290 B"]);
    assert!(registry.series(symbol("A/RES/65/1")).count() > 300);
    let (before, after) = registry.neighbours(symbol("A/RES/74/173"));
    assert_eq!(before.unwrap().symbol(), symbol("A/RES/74/172"));
    assert_eq!(after.unwrap().symbol(), symbol("A/RES/74/174"));
    let (before, after) = registry.neighbours(symbol("S/RES/1 (1946)"));
    assert!(before.is_none());
    assert_eq!(after.unwrap().symbol(), symbol("S/RES/2 (1946)"));
    assert_eq!(registry.running(1325).unwrap().symbol(), symbol("S/RES/1325 (2000)"));
    assert!(registry.running(65535).is_none());
    let (layer, _) =
        Layer::from_tsv("symbol\tdate\nS/RES/9998 (2031)\t2031-01-02\nS/RES/9997 (2032)\t2032-01-02\n", "own.tsv");
    let registry = registry.with_layers(vec![layer]);
    assert_eq!(registry.running(9997).unwrap().symbol(), symbol("S/RES/9997 (2032)"));
    assert_eq!(registry.running(1325).unwrap().symbol(), symbol("S/RES/1325 (2000)"));
    let backwards: Vec<Symbol> = registry.series(symbol("S/RES/1 (2000)")).rev().map(|entry| entry.symbol()).collect();
    assert!(backwards.len() == 50 && backwards.is_sorted_by(|a, b| a > b));
}

#[test]
fn dates_are_judged_by_what_is_known() {
    let table = "symbol\tdate\tbasis\n\
                 A/RES/90/1\t2035-12-01\tP\nA/RES/90/2\t2035-12-01\tC\nA/RES/90/3\t2035-12-01\tc\n\
                 A/RES/90/4\t2035-12-01\tV\nA/RES/90/5\t2035-12-01\tI\nA/RES/90/6\t2035-12\tm\n\
                 A/RES/90/7\t2035-12-01/2035-12-20\tB\nA/RES/90/8\t2035-12-01\t?\nA/RES/90/9\t\t-\n\
                 A/RES/90/10\t2035-12-01\t\n";
    let (layer, problems) = Layer::from_tsv(table, "table.tsv");
    assert_eq!(problems, []);
    let registry = Registry::embedded().with_layers(vec![layer]);
    let judge = |number: u8, day| {
        let entry = registry.lookup(symbol(&format!("A/RES/90/{number}"))).unwrap();
        entry.judge(date(2035, Month::December, day))
    };
    let (error, warning) = (Judgement::Contradicts { certain: true }, Judgement::Contradicts { certain: false });
    for (number, other) in [(1, error), (2, error), (3, warning), (4, warning), (5, warning), (10, error)] {
        assert_eq!(judge(number, 1), Judgement::Agrees);
        assert_eq!(judge(number, 30), other, "90/{number}");
    }
    assert_eq!(judge(6, 30), Judgement::Agrees);
    assert_eq!(registry.lookup(symbol("A/RES/90/6")).unwrap().judge(date(2035, Month::November, 30)), error);
    assert_eq!((judge(7, 20), judge(7, 21)), (Judgement::Agrees, error));
    assert_eq!((judge(8, 1), judge(9, 1)), (Judgement::CannotTell, Judgement::CannotTell));
}

#[test]
fn layers_replace_only_what_they_state() {
    let (titles, problems) = Layer::from_csv(
        "symbol,date,title_es\nA/RES/74/173,,\"Asistencia técnica, ciberdelincuencia\"\n",
        "titles.csv",
    );
    assert_eq!(problems, []);
    let (dates, problems) = Layer::from_json(
        "[{\"symbol\": \"A/RES/74/173\", \"date\": \"2019-12-19\", \"title\": \"Cybercrime\"},\n {\"symbol\": \"A/RES/90/1\", \
         \"date\": \"2035-12-01\", \"title\": \"Cybercrime again\"}]",
        "dates.json",
    );
    assert_eq!(problems, []);
    let registry = Registry::embedded().with_layers(vec![titles]).with_layers(vec![dates]);
    let entry = registry.lookup(symbol("A/RES/74/173")).unwrap();
    assert_eq!(entry.known(), Known::Day(date(2019, Month::December, 19)));
    assert_eq!((entry.basis(), entry.source()), (Basis::Project, Some("dates.json")));
    assert_eq!(entry.title("en"), Some("Cybercrime"));
    assert_eq!(entry.title("es"), Some("Asistencia técnica, ciberdelincuencia"));
    assert!(entry.title("fr").unwrap().starts_with("Favoriser"));
    assert_eq!(entry.titles().iter().map(|(code, _)| *code).collect::<Vec<_>>(), ["en", "es", "fr"]);
    assert!(entry.vote().is_some() && entry.citing() > 0);
    let hits: Vec<String> = registry.search("cybercrime", 9).iter().map(|hit| hit.entry.symbol().to_string()).collect();
    assert_eq!(hits[..2], ["A/RES/74/173", "A/RES/90/1"]);
    assert_eq!(hits.len(), 4);
    assert_eq!(registry.search("ciberdelincuencia", 9).len(), 1);
    assert_eq!(registry.search("promoting technical cybercrime", 9).len(), 1, "the replaced title is gone");
    assert_eq!(registry.find("90/1", None), [symbol("A/RES/90/1")]);
    assert_eq!(registry.stats().texts(), Registry::embedded().stats().texts() + 1);
}

#[test]
fn bad_rows_of_a_layer_are_told_and_the_good_ones_kept() {
    let (layer, problems) = Layer::read(
        "symbol\tdate\nA/RES/90/1\t2035-12-01\nA/RES/90/2\t1 December\nresolution\t2035-12-01\nA/RES/90/1\t2035-12-02\n",
        "registry/ours.tsv",
    );
    assert_eq!(layer.len(), 1);
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(told[0].starts_with("registry/ours.tsv:3: `1 December` is no date"), "{told:?}");
    assert!(told[1].starts_with("registry/ours.tsv:4: `resolution` is not the symbol"), "{told:?}");
    assert!(told[2].starts_with("registry/ours.tsv:5: A/RES/90/1 stands already in line 2"), "{told:?}");
    let registry = Registry::embedded().with_layers(vec![layer]);
    assert_eq!(registry.lookup(symbol("A/RES/90/1")).unwrap().day(), Some(date(2035, Month::December, 1)));

    let (layer, problems) = Layer::read("", "registry/ours.xlsx");
    assert!(layer.is_empty() && problems[0].reason.contains("*.csv"));
}

#[test]
fn parts_of_one_day_are_one_document() {
    let registry = Registry::embedded();
    let page = |symbol: &str| registry.address(symbol.parse().unwrap(), "en");
    for (symbol, page_of) in [
        ("A/RES/217 A (III)", "A/RES/217(III)"),
        ("A/RES/55/33 S", "A/RES/55/33"),
        ("A/RES/70/248 A", "A/RES/70/248"),
        ("A/RES/70/248 B", "A/RES/70/248B"),
    ] {
        assert_eq!(page(symbol), Some(format!("https://undocs.org/en/{page_of}")), "{symbol}");
    }
}

#[test]
fn a_date_is_held_against_all_that_may_have_it() {
    let registry = Registry::embedded();
    let against = |text: &str, day| {
        registry.against(symbol(text), day).map(|(entry, certain)| (entry.symbol().to_string(), certain))
    };
    let (december, june) = (date(2000, Month::December, 19), date(2001, Month::June, 14));
    for day in [december, june] {
        assert_eq!(against("A/RES/55/180", day), None);
    }
    assert_eq!(against("A/RES/55/180 A", june), Some(("A/RES/55/180 A".to_owned(), true)));
    assert_eq!(against("A/RES/55/180 B", june), None);
    assert_eq!(against("A/RES/55/9999", june), None);
}

#[test]
fn a_title_is_the_same_however_it_is_printed() {
    let registry = Registry::embedded();
    let entry = registry.lookup(symbol("A/RES/70/1")).unwrap();
    let is = |title| entry.is_titled("en", title);
    assert_eq!(is("Transforming our world: the 2030 Agenda for Sustainable Development"), Some(true));
    assert_eq!(is("Transforming Our World – The 2030 Agenda for Sustainable\nDevelopment"), Some(true));
    assert_eq!(is("Transforming the world: the 2030 Agenda for Sustainable Development"), Some(false));
    assert_eq!(entry.is_titled("xx", "Transforming our world"), None);
}
