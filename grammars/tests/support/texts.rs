//! Small texts of blocks at random, in which whatever the scanner keeps from one block to the next decides of something.

/// How many characters are read of a paragraph at a time, and then some: what is cited in it goes on behind that.
const LONG: usize = 6_500;

/// Blocks of each kind, in English, Spanish, Arabic and Chinese.
const BLOCKS: [&[&str]; 4] = [
    &[
        "United Nations",
        "A/C.2/81/L.14",
        "21 October 2026",
        "Fiji and Kenya: draft resolution",
        "# Wells in schools",
        "74/173. Wells in schools",
        "The General Assembly,",
        "*The General Assembly*,",
        "*The Conference of the Parties*,",
        "*Recalling* its resolutions 74/173 of 18 December 2019, 75/1 and 76/2 A of 3 December 2021,",
        "Recalling its resolution 1325 (2000),[^1]",
        "1. *Bearing in mind* that wells are deep,",
        "Noting that wells are seldom dug*",
        "*Noting* that the next paragraph is the last one.",
        "*Noting* that wells are deep",
        "and that few are dug,",
        "Convinced that each school should have a well of its own, and that its pupils should not walk,",
        "*Decides* to go on;",
        "*Decides* to dig wells,",
        "*Welcomes* the report,",
        "1. *Invites* Member States to list their schools;",
        "1) *Invites* Member States to list their schools;",
        "2. *Requests* the Secretary-General:",
        "2) *Requests* a report.",
        "3. *Encourages* donors to pay for",
        "4. *Decides* so.",
        "1. Each well has a book;",
        "2. The book is kept.",
        "3 See resolution 75/1.",
        "(a) To gather these counts in one place;",
        "(b) To tell the Assembly",
        "## I. Wells",
        "### Small wells",
        "I",
        "A",
        "B",
        "Annex II",
        "---",
        "_______",
        "12/45",
        "<!-- a remark -->",
        "<!-- rapporteur: off -->",
        "```\n1. not this\n```",
        "[^1]: See A/75/1.",
        "* Kenya joined the sponsors.",
        "1 See A/75/1.",
        "50th plenary meeting",
        "18 December 2019",
        "What is said in plain words.",
    ],
    &[
        "# Los pozos en las escuelas",
        "*La Asamblea General*,",
        "*Recordando* su resolución 70/1, de 25 de septiembre de 2015,",
        "Observando la resolución 74/173 de la Asamblea General",
        "1) *Invita* a los Estados Miembros a que los cuenten;",
        "2. *Solicita* al Secretario General que:",
        "a) Reúna los recuentos en un solo lugar;",
        "*Decide* seguir ocupándose de la cuestión.",
        "Anexo",
        "[^1]: Véase A/81/112.",
    ],
    &[
        "# الآبار في المدارس",
        "***إن الجمعية العامة***،",
        "***إذ تشير*** إلى قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015،",
        "وإذ تلاحظ أن الآبار عميقة،",
        "1 - ***تدعو*** الدول الأعضاء إلى إحصاء الآبار؛",
        "2 - ***تطلب*** إلى الأمين العام:",
        "(أ) أن يجمع هذه الإحصاءات؛",
        "***تقرر*** أن تبقي المسألة قيد نظرها.",
        "المرفق",
        "[^1]: انظر A/81/112.",
    ],
    &[
        "# 学校的水井",
        "**大会**，",
        "**回顾**其2015年9月25日第70/1号决议，",
        "**注意到**水井很深，",
        "1. **注意到**水井很深，",
        "1. **邀请**会员国列出没有水的学校；",
        "2. **请**秘书长：",
        "(a) 汇集这些数字；",
        "**决定**继续处理此案。",
        "附件",
        "[^1]: 见A/81/112。",
    ],
];

/// A text of some blocks.
pub fn small(random: &mut fastrand::Rng) -> String {
    let english = random.u8(..4) > 0;
    let blocks = if english { BLOCKS[0] } else { BLOCKS[random.usize(1..BLOCKS.len())] };
    let mut text = String::new();
    if random.u8(..12) == 0 {
        text.push_str("---\nlang: en\n---\n\n");
    }
    if random.bool() {
        text.push_str("# A title\n\n*The General Assembly*,\n\n");
    }
    for _ in 0..random.usize(2..14) {
        text.push_str(random.choice(blocks).expect("each language has blocks"));
        if random.u8(..60) == 0 {
            lengthen(&mut text, random);
        }
        text.push_str(random.choice(["\n\n", "\n\n", "\n\n", "\n\n\n", "\n", "\r\n\r\n"]).expect("there are some"));
    }
    // A text taken out of a PDF, with a blank line after every line.
    if random.u8(..8) == 0 {
        let lines = "*Recalling* that many of the schools which are to be built in the\n\
                     next years are far away from any well or river that has water in\n\
                     the months of summer, when those who learn there are thirsty, as\n\
                     are those who teach, and all who come to see them in the evening,\n";
        text = format!("{text}{lines}").replace('\n', "\n\n");
    }
    text
}

/// A text with more blocks between two paragraphs than are looked ahead.
pub fn far() -> String {
    let other = "What is said in plain words.\n\n";
    let (before, after) = (other.repeat(10), other.repeat(195));
    format!(
        "The General Assembly,\n\n*Decides* to dig;\n\n{before}*Decides* to go on;\n\n{after}1. *Invites* schools;\n"
    )
}

/// Makes the last paragraph longer than what is read at a time.
fn lengthen(text: &mut String, random: &mut fastrand::Rng) {
    let begin = text.len();
    while text.len() - begin < LONG {
        text.push_str(
            random.choice([" of wells", " resolution 75/1,", " 76/2 and", " A/75/1"]).expect("there are some"),
        );
    }
    text.push(';');
}
