//! Citations in Chinese, where bodies and dates stand before a number and the noun behind it.

use rapporteur_draft::{Draft, Hints};

use crate::citations;

fn chinese(paragraph: &str) -> Vec<String> {
    citations(&format!("**大会**，\n\n**回顾**各国在这方面开展的工作以及为此采取的措施，{paragraph}，\n"))
}

#[test]
fn every_way_of_numbering_is_read() {
    assert_eq!(chinese("其2010年12月21日第65/230号决议"), ["A/RES/65/230 2010-12-21"]);
    assert_eq!(
        chinese("第S-8/1号、第ES-10/20号和第66/253 A号决议"),
        ["A/RES/S-8/1", "A/RES/ES-10/20", "A/RES/66/253 A"]
    );
    assert_eq!(chinese("2021年2月12日S-29/1号决议"), ["A/RES/S-29/1 2021-02-12"]);
    assert_eq!(
        chinese("第1514(XV)号、第217 A(III)号和第3201(S-VI)号决议"),
        ["A/RES/1514 (XV)", "A/RES/217 A (III)", "A/RES/3201 (S-VI)"]
    );
    assert_eq!(chinese("安全理事会2000年10月31日第1325(2000)号决议"), ["S/RES/1325 (2000) 2000-10-31"]);
    assert_eq!(chinese("经济及社会理事会2012年7月26日第2012/19号决议"), ["E/RES/2012/19 2012-07-26"]);
    assert_eq!(chinese("预防犯罪和刑事司法委员会第22/8号决议"), ["CCPCJ/22/8"]);
    assert_eq!(chinese("其第74/567号决定"), ["A/DEC/74/567"]);
    assert_eq!(chinese("A/RES/70/1号决议和S/PRST/2015/3"), ["A/RES/70/1", "S/PRST/2015/3"]);
    assert_eq!(chinese("第55/33 M至O号决议"), ["A/RES/55/33 M", "A/RES/55/33 N", "A/RES/55/33 O"]);
}

#[test]
fn the_mark_behind_a_number_may_stand_once_for_a_list() {
    assert_eq!(chinese("第65/230和67/184号决议"), ["A/RES/65/230", "A/RES/67/184"]);
    assert_eq!(
        chinese("其2010年12月21日第65/230号和2012年12月20日第67/184号决议"),
        ["A/RES/65/230 2010-12-21", "A/RES/67/184 2012-12-20"]
    );
    assert_eq!(
        chinese("安全理事会第1267(1999)、1989(2011)和2253(2015)号决议"),
        ["S/RES/1267 (1999)", "S/RES/1989 (2011)", "S/RES/2253 (2015)"]
    );
    assert_eq!(
        chinese("安全理事会各项相关决议，包括第242(1967)号和第338(1973)号"),
        ["S/RES/242 (1967)", "S/RES/338 (1973)"]
    );
}

#[test]
fn figures_and_punctuation_may_be_full_width_or_chinese() {
    assert_eq!(chinese("其２０１０年１２月２１日第６５／２３０号决议"), ["A/RES/65/230 2010-12-21"]);
    assert_eq!(chinese("其二〇一〇年十二月二十一日第65/230号决议"), ["A/RES/65/230 2010-12-21"]);
    assert_eq!(chinese("第661（1990）号和第2200 A（XXI）号决议"), ["S/RES/661 (1990)", "A/RES/2200 A (XXI)"]);
    assert_eq!(chinese("其2010年12月21日第65/230號決議"), ["A/RES/65/230 2010-12-21"]);
}

#[test]
fn what_a_resolution_is_about_may_stand_before_its_number() {
    let text = "大会2015年9月25日题为“变革我们的世界：2030年可持续发展议程”的第70/1号决议";
    assert_eq!(chinese(text), ["A/RES/70/1 2015-09-25"]);
    assert_eq!(chinese("其2019年12月19日关于人力资源开发的第74/236号决议"), ["A/RES/74/236 2019-12-19"]);
    assert_eq!(chinese("其关于化学武器的2023年2月20日第77/272号决议"), ["A/RES/77/272 2023-02-20"]);
    let draft = Draft::read(text, &Hints::default());
    assert!(draft.citations[0].title.is_some());
}

#[test]
fn the_body_that_is_named_is_meant_by_the_whole_list() {
    assert_eq!(
        chinese("人权理事会2022年7月7日第50/3号、2022年4月1日第49/23号和第48/15号决议"),
        ["A/HRC/RES/50/3 2022-07-07", "A/HRC/RES/49/23 2022-04-01", "A/HRC/RES/48/15"]
    );
    assert_eq!(
        chinese("人权理事会的各项决议和决定，最近的决议是2024年7月10日第56/1号和2021年2月12日S-29/1号决议"),
        ["A/HRC/RES/56/1 2024-07-10", "A/HRC/RES/S-29/1 2021-02-12"]
    );
}

#[test]
fn what_is_no_resolution_is_not_cited() {
    assert!(chinese("第39(2022)号一般性建议和第2015/1号法令").is_empty());
    assert!(chinese("2018/2019年度预算第24/7号文件").is_empty());
}

#[test]
fn paragraphs_of_the_same_text_are_referred_to() {
    let references = |said: &str| {
        let text = format!("**大会**，\n\n1. **重申**{said}；\n");
        let draft = Draft::read(&text, &Hints::default());
        draft.cross_references.iter().filter_map(|reference| reference.paragraph_number()).collect::<Vec<_>>()
    };
    assert_eq!(references("上文第9段所述的原则"), [9]);
    assert_eq!(references("(见上文第9段)"), [9]);
    assert_eq!(references("本决议第2、3(a)和１２段"), [2, 3, 12]);
    assert_eq!(references("上文第2段和第3至5段以及下文第7段"), [2, 3, 5, 7]);
    assert_eq!(references("根据第9段所述采取的措施"), [9]);
    // What is joined to them, and what is of another text.
    assert_eq!(references("上文第2段和第60/1号决议第3段"), [2]);
    assert_eq!(references("第2428(2018)号决议第4段和第5段所述的措施"), []);
    assert_eq!(references("根据《宪章》第9段所述的程序、根据第2428(2018)号决议第4段所述"), []);
    assert_eq!(references("上文第2428(2018)号决议和上文第3次会议"), []);
}

#[test]
fn a_raised_figure_before_an_ideograph_calls_a_note() {
    let calls = |said: &str| {
        let draft = Draft::read(&format!("**大会**，\n\n**回顾**{said}，\n"), &Hints::default());
        draft.notes.calls.into_iter().map(|call| call.label).collect::<Vec<_>>()
    };
    assert_eq!(calls("其第65/230号决议¹和其他决议²，以及报告<sup>3</sup>和说明"), ["1", "2", "3"]);
    assert_eq!(calls("面积为5km²的林区和约m²的苗圃"), Vec::<String>::new());
    assert_eq!(citations("**大会**，\n\n**回顾**其第65/230号决议¹和第74/173号决议，\n").len(), 2);
}
