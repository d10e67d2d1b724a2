//! Citations in Spanish.

use rapporteur_draft::{BodyClue, Draft, Hints, ParagraphKind};

use crate::citations;

fn spanish(paragraph: &str) -> Vec<String> {
    citations(&format!(
        "*La Asamblea General*,\n\n*Recordando* la labor que realizan en esta esfera los Estados, {paragraph},\n"
    ))
}

#[test]
fn every_way_of_numbering_is_read() {
    assert_eq!(spanish("su resolución 65/230, de 21 de diciembre de 2010, relativa a"), ["A/RES/65/230 2010-12-21"]);
    assert_eq!(
        spanish("sus resoluciones S-8/1, ES-10/20 y 66/253 A"),
        ["A/RES/S-8/1", "A/RES/ES-10/20", "A/RES/66/253 A"]
    );
    assert_eq!(spanish("sus resoluciones 53/243 A y B"), ["A/RES/53/243 A", "A/RES/53/243 B"]);
    assert_eq!(
        spanish("sus resoluciones 1514 (XV), 217 A (III) y 3201 (S-VI)"),
        ["A/RES/1514 (XV)", "A/RES/217 A (III)", "A/RES/3201 (S-VI)"]
    );
    assert_eq!(spanish("las resoluciones 43/222 A a C"), ["A/RES/43/222 A", "A/RES/43/222 B", "A/RES/43/222 C"]);
    assert_eq!(spanish("las resoluciones 70/1 a 70/3"), ["A/RES/70/1", "A/RES/70/2", "A/RES/70/3"]);
    assert_eq!(
        spanish("la resolución 1325 (2000) del Consejo de Seguridad, de 31 de octubre de 2000"),
        ["S/RES/1325 (2000) 2000-10-31"]
    );
    assert_eq!(
        spanish("las resoluciones 2012/19, de 26 de julio de 2012, y 1503 (XLVIII) del Consejo Económico y Social"),
        ["E/RES/2012/19 2012-07-26", "E/RES/1503 (XLVIII)"]
    );
    assert_eq!(spanish("la resolución 22/8 de la Comisión de Prevención del Delito y Justicia Penal"), ["CCPCJ/22/8"]);
    assert_eq!(
        spanish("las resoluciones S-17/1, de 23 de agosto de 2011, y 26/4 del Consejo de Derechos Humanos"),
        ["A/HRC/RES/S-17/1 2011-08-23", "A/HRC/RES/26/4"]
    );
    assert_eq!(spanish("su decisión 74/567"), ["A/DEC/74/567"]);
    assert_eq!(
        spanish(
            "la decisión 2019/215 del Consejo Económico y Social y la decisión 2/102 del Consejo de Derechos Humanos"
        ),
        ["E/DEC/2019/215", "A/HRC/DEC/2/102"]
    );
    assert_eq!(
        spanish("las declaraciones de su Presidencia de 12 de febrero de 1999 (S/PRST/1999/6) y A/RES/70/1"),
        ["S/PRST/1999/6", "A/RES/70/1"]
    );
}

#[test]
fn dates_are_read_in_all_their_forms() {
    for date in [
        "de 1 de marzo de 2021",
        ", de 1 de marzo de 2021",
        ", de 1º de marzo de 2021",
        ", de 1.º de marzo de 2021",
        ", de 1° de marzo de 2021",
        ", de fecha 1 de marzo de 2021",
        ", de 1 de marzo del 2021",
        " (1 de marzo de 2021)",
        ", aprobada el 1 de marzo de 2021",
        ", de 1\u{a0}de\u{a0}marzo de\n2021",
    ] {
        let separator = if date.starts_with('d') { " " } else { "" };
        assert_eq!(spanish(&format!("su resolución 75/233{separator}{date}")), ["A/RES/75/233 2021-03-01"], "{date}");
    }
}

#[test]
fn dates_are_shared_as_lists_share_them() {
    assert_eq!(
        spanish("sus resoluciones 46/152, de 18 de diciembre de 1991, 69/193 y 69/196, de 18 de diciembre de 2014"),
        ["A/RES/46/152 1991-12-18", "A/RES/69/193 2014-12-18", "A/RES/69/196 2014-12-18"]
    );
    assert_eq!(
        spanish("las resoluciones del Consejo de Seguridad 82 (1950) y 83 (1950), de 25 y 27 de junio de 1950"),
        ["S/RES/82 (1950) 1950-06-25", "S/RES/83 (1950) 1950-06-27"]
    );
    assert_eq!(
        spanish(
            "las resoluciones del Consejo de Seguridad 221 (1966), de 9 de abril, 222 (1966), de 16 de junio, y 232 (1966), \
             de 16 de diciembre de 1966"
        ),
        ["S/RES/221 (1966) 1966-04-09", "S/RES/222 (1966) 1966-06-16", "S/RES/232 (1966) 1966-12-16"]
    );
    assert_eq!(
        spanish("sus resoluciones 69/38, 71/90, 73/91, de 7 de diciembre de 2018, y 76/55"),
        ["A/RES/69/38", "A/RES/71/90", "A/RES/73/91 2018-12-07", "A/RES/76/55"]
    );
    assert_eq!(
        spanish(
            "sus resoluciones 47/193 y 67/291, de 22 de diciembre de 1992 y 24 de julio de 2013, respectivamente, y 70/1"
        ),
        ["A/RES/47/193 1992-12-22", "A/RES/67/291 2013-07-24", "A/RES/70/1"]
    );
    assert_eq!(
        spanish(
            "sus resoluciones 47/193 y 67/291, aprobadas respectivamente el 22 de diciembre de 1992 y el 24 de julio de 2013"
        ),
        ["A/RES/47/193 1992-12-22", "A/RES/67/291 2013-07-24"]
    );
    assert_eq!(
        spanish("sus resoluciones 65/230, de 21 de diciembre de 2010, y 65/231, de la misma fecha, y 66/181"),
        ["A/RES/65/230 2010-12-21", "A/RES/65/231 2010-12-21", "A/RES/66/181"]
    );
    assert_eq!(
        spanish("sus resoluciones 69/313 y 70/1, ambas de 25 de septiembre de 2015"),
        ["A/RES/69/313 2015-09-25", "A/RES/70/1 2015-09-25"]
    );
    // Parts A and B of one number, adopted on different days.
    assert_eq!(
        spanish("sus resoluciones 66/253 A, de 16 de febrero de 2012, y 66/253 B, de 3 de agosto de 2012"),
        ["A/RES/66/253 A 2012-02-16", "A/RES/66/253 B 2012-08-03"]
    );
}

#[test]
fn the_date_of_something_else_is_left_to_it() {
    assert_eq!(
        spanish(
            "la carta del Presidente del Comité establecido por la resolución 864 (1993), de fecha 4 de mayo de 1999"
        ),
        ["S/RES/864 (1993)"]
    );
    assert_eq!(
        spanish(
            "su resolución 67/291, de 24 de julio de 2013, en la que designó el 19 de noviembre Día Mundial del Retrete"
        ),
        ["A/RES/67/291 2013-07-24"]
    );
    assert_eq!(spanish("su resolución 76/69, la conferencia del 5 al 9 de junio de 2022"), ["A/RES/76/69"]);
}

#[test]
fn the_body_stands_before_after_and_far_from_the_number() {
    let commission = "la Comisión de Prevención del Delito y Justicia Penal";
    assert_eq!(
        spanish(&format!("la resolución 26/4 de {commission}, de 26 de mayo de 2017")),
        ["CCPCJ/26/4 2017-05-26"]
    );
    assert_eq!(spanish(&format!("las resoluciones 22/7 y\n22/8 de {commission}")), ["CCPCJ/22/7", "CCPCJ/22/8"]);
    assert_eq!(
        spanish("la resolución del Consejo Económico y Social 2009/22, de 30 de julio de 2009"),
        ["E/RES/2009/22 2009-07-30"]
    );
    assert_eq!(
        spanish("la resolución 2009/22, de 30 de julio de 2009, del Consejo Económico y Social"),
        ["E/RES/2009/22 2009-07-30"]
    );
    assert_eq!(
        spanish(
            "las resoluciones del Consejo de Derechos Humanos 5/1, sobre la construcción institucional, y 5/2, sobre el código"
        ),
        ["A/HRC/RES/5/1", "A/HRC/RES/5/2"]
    );
    assert_eq!(
        spanish(
            "las resoluciones 65/230 y 2010/15 de la Asamblea General y del Consejo Económico y Social, respectivamente"
        ),
        ["A/RES/65/230", "E/RES/2010/15"]
    );
    assert_eq!(spanish("la resolución WHA70.15 y la resolución 70/15 de la Asamblea Mundial de la Salud"), ["?"]);
}

#[test]
fn a_possessive_looks_forward_where_the_sentence_opens_with_it() {
    let text = "*La Comisión de Estupefacientes*,\n\n*Observando* que, en su resolución 2005/15, de 22 de julio de 2005, el \
                Consejo Económico y Social hizo suya la Declaración,\n";
    let draft = Draft::read(text, &Hints::default());
    let BodyClue::Possessive { body, .. } = draft.citations[0].clue else { panic!("{:?}", draft.citations[0].clue) };
    assert_eq!(body.map(|body| body.key()), Some("ecosoc"));
    let draft = Draft::read(&text.replace(", el Consejo Económico y Social", ", los Estados"), &Hints::default());
    let BodyClue::Possessive { body, .. } = draft.citations[0].clue else { panic!("{:?}", draft.citations[0].clue) };
    assert_eq!(body.map(|body| body.key()), Some("cnd"));
}

#[test]
fn the_subject_before_a_possessive_is_meant_if_the_body_that_acts_cannot_be() {
    let commission = "la Comisión de Prevención del Delito y Justicia Penal";
    for (date, shown) in [("15 de abril de 2011", "2011-04-15"), ("15 de abril de 2001", "2001-04-15")] {
        assert_eq!(
            spanish(&format!("que {commission} se ocupó de ella en sus resoluciones 20/3, de {date}")),
            [format!("CCPCJ/20/3 {shown}")]
        );
    }
    // Resolutions that follow up a text are not of the body that acts.
    let text = "*El Consejo Económico y Social*,\n\n*Recordando* la resolución 68/1 de la Asamblea General, de 20 de \
                septiembre de 2013, así como sus resoluciones de seguimiento 72/305, de 23 de julio de 2018, y 74/298,\n";
    let draft = Draft::read(text, &Hints::default());
    assert!(draft.citations[1..].iter().all(|citation| citation.clue == BodyClue::Shape), "{:?}", draft.citations);
    assert_eq!(citations(text)[1..], ["A/RES/72/305 2018-07-23", "A/RES/74/298"]);
}

#[test]
fn what_only_looks_like_a_number_is_none() {
    for text in [
        "los expertos y/o los magistrados para el período 2018-2021, página 2/4 del documento 19-22319 (V.17-02181)",
        "la dirección www.unodc.org/unodc/es/2017/3.html y los artículos 16/17 de la Convención",
        "la decisión 1/CP.21 y la recomendación general núm. 39 (2022)",
        "la recomendación general n.º 39 (2022)",
    ] {
        assert_eq!(spanish(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn notes_cite_without_dates() {
    let text = "*La Asamblea General*,\n\n*Recordando* la Declaración y el Programa de Acción[^1],\n\n1. *Pide* a los Estados que \
                los apliquen;\n\n[^1]: Resolución 53/243 B, anexo; véase también la resolución S-30/1, anexo, de 2016.\n";
    assert_eq!(citations(text), ["A/RES/53/243 B", "A/RES/S-30/1"]);
}

#[test]
fn a_draft_reads_the_same_with_accents_that_stand_apart() {
    let text = "*La Comisión de Prevención del Delito y Justicia Penal*,\n\n*Acogiendo con beneplácito* la resolución 65/230 de \
                la Asamblea General, de 21 de diciembre de 2010,\n\n1. *Hará* lo que pueda;\n\n2. *Reafirma* su decisión 2019/215;\n\n\
                # Apéndice\n\nTexto.\n";
    let apart: String = text
        .chars()
        .flat_map(|c| match c {
            'á' => vec!['a', '\u{301}'],
            'é' => vec!['e', '\u{301}'],
            'ó' => vec!['o', '\u{301}'],
            other => vec![other],
        })
        .collect();
    assert_eq!(citations(&apart), citations(text));
    let kinds = |text: &str| {
        let draft = Draft::read(text, &Hints::default());
        draft.paragraphs.iter().map(|paragraph| paragraph.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&apart), kinds(text));
    assert!(kinds(text).contains(&ParagraphKind::AnnexHeading));
}

#[test]
fn paragraphs_of_the_same_text_are_referred_to() {
    let references = |text: &str| {
        let text = format!("*La Asamblea General*,\n\n1. *Reafirma* lo que {text};\n");
        let draft = Draft::read(&text, &Hints::default());
        draft.cross_references.iter().filter_map(|reference| reference.paragraph_number()).collect::<Vec<_>>()
    };
    assert_eq!(references("se dice en los párrafos 3 a 5 de la presente resolución"), [3, 5]);
    assert_eq!(references("se dice en el párrafo 9 a) *supra*"), [9]);
    assert_eq!(references("se dice en los párrafos 2, 4 b) ii) y 7 más arriba"), [2, 4, 7]);
    assert_eq!(references("se dice en el párrafo 42 de la Declaración"), []);
}
