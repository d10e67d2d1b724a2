//! The rule `session-next`.

use rapporteur_draft::{DueSession, NamedSession, Paragraph, ParagraphKind, Span};
use rapporteur_symbol::Body;

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::{masthead, meeting::Meeting};

pub(super) const RULE: Rule = Rule {
    name: "session-next",
    severity: Severity::Info,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::DatesAndReferences,
    fixes: &[Applicability::Suggested],
    documentation: r#"
What is asked for is asked for at a session that is still to come.

Operative paragraphs are often taken over from the text of the year before, and the session in them stays behind: a resolution
of the seventy-eighth session includes an item in the provisional agenda of its seventy-ninth, or of a later one. Told is a
session that is over, or is the one in which the text itself belongs, where the body puts an item on its provisional agenda or asks
somebody to report to it. Which session the text belongs in is known from its symbol, from the number before its title or from its
masthead; where none of these names it nothing is said. Nor is anything said of what was done at an earlier session.

It is information: a report may be asked for within the same session, at its main or its resumed part.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions"; of some 190 agendas and requests that name a
session so in English resolutions of the General Assembly and the Human Rights Council of 2023 to 2025, one names the session
of the text itself, and none an earlier one.

```en wrong
# 78/155. Cooperation against cybercrime

*The General Assembly*,

*Recalling* the report that it considered at its seventy-sixth session,

1. *Requests* the Secretary-General to report to the General Assembly at its seventy-eighth session on the matter;

2. *Decides* to include in the provisional agenda of its seventy-eighth session the item entitled “Cybercrime”.
```

```en right
# 78/155. Cooperation against cybercrime

*The General Assembly*,

*Recalling* the report that it considered at its seventy-sixth session,

1. *Requests* the Secretary-General to report to the General Assembly at its seventy-ninth session on the matter;

2. *Decides* to include in the provisional agenda of its seventy-ninth session the item entitled “Cybercrime”.
```

```fr wrong
# 78/155. Coopération contre la cybercriminalité

*L’Assemblée générale*,

*Ayant examiné* le rapport présenté à sa soixante-seizième session,

1. *Prie* le Secrétaire général de lui présenter, à sa soixante-quinzième session, un rapport sur la question ;

2. *Décide* d’inscrire à l’ordre du jour provisoire de sa soixante-dix-huitième session la question intitulée « Cybercriminalité ».
```

```fr right
# 78/155. Coopération contre la cybercriminalité

*L’Assemblée générale*,

*Ayant examiné* le rapport présenté à sa soixante-seizième session,

1. *Prie* le Secrétaire général de lui présenter, à sa soixante-dix-neuvième session, un rapport sur la question ;

2. *Décide* d’inscrire à l’ordre du jour provisoire de sa soixante-dix-neuvième session la question intitulée « Cybercriminalité ».
```

```es wrong
# 78/155. Cooperación contra la ciberdelincuencia

*La Asamblea General*,

1. *Solicita* al Secretario General que en su septuagésimo octavo período de sesiones le presente un informe al respecto;

2. *Decide* incluir en el programa provisional de su septuagésimo séptimo período de sesiones el tema titulado “Ciberdelincuencia”.
```

```ru wrong
# 78/155. Сотрудничество в борьбе с киберпреступностью

*Генеральная Ассамблея*,

1. *просит* Генерального секретаря представить Генеральной Ассамблее на ее семьдесят восьмой сессии доклад по этому вопросу;

2. *постановляет* включить в предварительную повестку дня своей семьдесят седьмой сессии пункт, озаглавленный «Киберпреступность».
```

```ar wrong
# 78/155 - التعاون لمكافحة الجريمة الإلكترونية

***إن الجمعية العامة***،

1 - ***تطلب*** إلى الأمين العام أن يقدم إلى الجمعية العامة في دورتها الثامنة والسبعين تقريرا عن المسألة؛

2 - ***تقرر*** أن تدرج في جدول الأعمال المؤقت لدورتها السابعة والسبعين البند المعنون ”الجريمة الإلكترونية“.
```

```zh wrong
# 78/155. 打击网络犯罪的合作

**大会**，

1. **请**秘书长就此问题向大会第七十八届会议提出报告；

2. **决定**将题为“网络犯罪”的项目列入大会第七十七届会议临时议程。
```
"#,
    check,
};

/// How many sessions back a report may be asked for: what is further off is told of, and not asked for.
const FAR: u32 = 6;

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    if draft.due_sessions.is_empty() {
        return;
    }
    let Some((body, own, place)) = own_session(context) else { return };
    let mut asks = Asking { until: 0, addresses: false, operative: false };
    for due in draft.due_sessions.iter().filter(|due| due.body == Some(body) && due.number <= own) {
        asks.go_on(&draft.paragraphs, due.paragraph);
        let asked = if due.agenda { asks.operative } else { asks.addresses && due.number + FAR > own };
        if asked {
            report(context, due, own, &place);
        }
    }
}

/// What the clause does in which a paragraph stands.
struct Asking {
    /// The first paragraph that was not looked at.
    until: usize,
    /// Whether the clause tells somebody to do something.
    addresses: bool,
    /// Whether it is one of the operative part.
    operative: bool,
}

impl Asking {
    /// Goes on to a paragraph. What stands under an operative paragraph belongs to it.
    fn go_on(&mut self, paragraphs: &[Paragraph], to: usize) {
        for paragraph in &paragraphs[self.until..=to] {
            match paragraph.kind {
                ParagraphKind::Operative => {
                    self.operative = true;
                    self.addresses = paragraph.lead.as_ref().is_some_and(|lead| lead.addresses);
                }
                ParagraphKind::SubParagraph | ParagraphKind::Continuation => {}
                _ => (self.operative, self.addresses) = (false, false),
            }
        }
        self.until = to + 1;
    }
}

/// The body and the session in which the text belongs, and what tells it.
fn own_session(context: &Context<'_>) -> Option<(Body, u32, Span)> {
    let draft = context.draft;
    let body = draft.body?;
    let by_symbol = masthead::printed_symbol(context).and_then(Meeting::of);
    let by_title = || {
        let span = draft.symbol.clone()?;
        let session = context.text[span.clone()].split_once('/')?.0.parse().ok()?;
        (session < FIRST_YEAR).then_some((session, span))
    };
    let by_line = || {
        masthead::lines(draft).find_map(|(_, line)| {
            match draft.language.session_named(&context.text[line.span.clone()])? {
                NamedSession::Ordinal(session) => Some((session, line.span.clone())),
                NamedSession::Year(_) => None,
            }
        })
    };
    match by_symbol {
        Some(Meeting::Session(of, session)) if of == body => Some((body, u32::from(session), draft.symbol.clone()?)),
        Some(Meeting::Session(..)) => None,
        _ => by_title().or_else(by_line).map(|(session, span)| (body, session, span)),
    }
}

/// What is no less is a year, and not the number of a session.
const FIRST_YEAR: u32 = 1946;

fn report(context: &mut Context<'_>, due: &DueSession, own: u32, place: &Span) {
    let language = context.draft.language;
    let key = if due.number == own { "own" } else { "past" };
    let Some(next) = language.due_session_in_words(own + 1) else { return };
    let edit = Edit { span: due.span.clone(), text: next.to_owned() };
    context
        .report(due.span.clone(), key, &[("number", &due.number), ("own", &own)])
        .related(place.clone(), "told")
        .fix(Applicability::Suggested, &[("right", &next)], vec![edit])
        .done();
}
