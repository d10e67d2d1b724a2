//! `rapporteur registry import`, from the exports to the table.

use serde_json::{Value, json};

use crate::project::Project;

const SETTINGS: (&str, &str) = ("rapporteur.toml", "registry = ['registry.tsv']\n");
/// The Moon Agreement is better dated by this, the declaration on intervention is new, the rest known or wrong.
const VOTES: (&str, &str) = (
    "votes.csv",
    "undl_id,resolution,date,title,modality,meeting\n\
     ,A/RES/34/68,1979-12-05,Agreement Governing the Activities of States on the Moon and Other Celestial Bodies,Without a vote,A/34/PV.89\n\
     ,A/RES/2131(XX),1965-12-21,Declaration on the Inadmissibility of Intervention : resolution / adopted by the General Assembly,,\n\
     ,A/RES/74/173,2019-12-18,,,\n",
);
const WRONG: (&str, &str) =
    ("wrong.csv", "undl_id,resolution,date\n,A/RES/74/173,2019-12-19\n,A/RES/74/174,2009-12-18\n");
const TABLE: &str = "symbol\tdate\tbasis\ttitle_en\tmeeting\tvote\tsource\n\
    A/RES/34/68\t1979-12-05\tV\t\tA/34/PV.89\twithout a vote\tDigital Library CSV votes.csv\n\
    A/RES/2131 (XX)\t1965-12-21\tV\tDeclaration on the Inadmissibility of Intervention\t\t\tDigital Library CSV votes.csv\n";

#[test]
fn an_import_makes_the_table_that_the_settings_name() {
    let project = Project::new(&[SETTINGS, VOTES]);
    let said = project.run(&["registry", "import", "votes.csv"]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    assert_eq!(project.read("registry.tsv"), TABLE);
    assert!(said.out.contains("new    A/RES/2131 (XX)  21 December 1965, title en\n"), "{}", said.out);
    assert!(
        said.out.ends_with(
            "registry.tsv: 1 new, 1 with a better date, 0 with further titles, 0 with a meeting or a \
                                vote, 1 unchanged; 0 records refused\n"
        ),
        "{}",
        said.out
    );
    let found = project.run(&["registry", "lookup", "34/68"]);
    assert!(found.out.contains("adopted  5 December 1979"), "{}", found.out);
    let again = project.run(&["registry", "import", "votes.csv"]);
    assert_eq!((again.code, project.read("registry.tsv").as_str()), (Some(0), TABLE));
    assert!(again.out.contains("3 unchanged"), "{}", again.out);
}

#[test]
fn a_dry_run_writes_nothing() {
    let project = Project::new(&[SETTINGS, VOTES]);
    let said = project.run(&["registry", "import", "--dry-run", "votes.csv"]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.out.contains("nothing was written"), "{}", said.out);
    assert!(!project.path("registry.tsv").exists());
}

#[test]
fn what_is_refused_and_what_contradicts_is_told_with_its_line() {
    let project = Project::new(&[SETTINGS, WRONG]);
    let said = project.run(&["registry", "import", "wrong.csv"]);
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert!(
        said.out.contains(
            "wrong.csv:2: A/RES/74/173 is dated 19 December 2019 (basis V), but UNxml/GAresolutions has 18 December 2019 \
             (basis P); that stays\n"
        ),
        "{}",
        said.out
    );
    assert!(
        said.out.contains("wrong.csv:3: refused: A/RES/74/174 can't have been adopted on 2009-12-18"),
        "{}",
        said.out
    );
    assert!(!project.path("registry.tsv").exists(), "nothing was gained");

    let said = project.run(&["registry", "import", "--format", "json", "wrong.csv"]);
    assert_eq!((said.code, said.err.as_str()), (Some(1), ""));
    let report: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(report["exports"][0]["kind"], json!("Digital Library CSV"));
    assert_eq!((&report["changes"], &report["unchanged"]), (&json!([]), &json!(2)));
    assert_eq!(report["conflicts"][0]["known"], json!({ "date": "2019-12-18", "basis": "P" }));
    assert_eq!((&report["conflicts"][0]["kept"], &report["refused"][0]["line"]), (&json!(true), &json!(3)));
}

#[test]
fn what_the_author_wrote_in_the_table_stays() {
    let project = Project::new(&[SETTINGS, VOTES]);
    project.write("registry.tsv", "# Ours\nsymbol\tdate\tmine\nA/RES/90/1\t2035-12-01\tx\n");
    assert_eq!(project.run(&["registry", "import", "votes.csv"]).code, Some(0));
    let table = project.read("registry.tsv");
    assert!(table.starts_with("# Ours\nsymbol\tdate\tmine\tbasis\t"), "{table}");
    assert!(table.contains("\nA/RES/90/1\t2035-12-01\tx\n"), "{table}");
}

#[test]
fn a_folder_is_searched_for_xml() {
    let document = |number: &str, date: &str| {
        format!(
            "<akomaNtoso><statement><meta><FRBRuri value='/akn/un/{date}/90-{number}/'/><FRBRdate date='{date}' \
             name='adoption'/><FRBRlanguage language='fra'/></meta><docNumber refersTo='#symbol'>A/RES/90/{number}\
             </docNumber><docTitle refersTo='#resolutionTitle'>L’eau</docTitle></statement></akomaNtoso>"
        )
    };
    let project = Project::new(&[SETTINGS, ("texts/notes.md", "# Notes\n")]);
    project.write("texts/fr/90_2.xml", document("2", "2035-12-02"));
    project.write("texts/fr/90_1.XML", document("1", "2035-12-01"));
    let said = project.run(&["registry", "import", "texts"]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    assert_eq!(
        project.read("registry.tsv"),
        "symbol\tdate\tbasis\ttitle_fr\tsource\nA/RES/90/1\t2035-12-01\tP\tL’eau\tAKN4UN 90_1.XML\n\
         A/RES/90/2\t2035-12-02\tP\tL’eau\tAKN4UN 90_2.xml\n"
    );
}

#[test]
fn a_table_is_asked_for_where_none_or_several_are_named() {
    let project = Project::new(&[VOTES]);
    let said = project.run(&["registry", "import", "votes.csv"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("there is no table to import into; name one with --into"), "{}", said.err);

    let said = project.run(&["registry", "import", "votes.csv", "--into", "own.tsv"]);
    assert_eq!((said.code, project.read("own.tsv").as_str()), (Some(0), TABLE));
    assert!(said.err.contains("own.tsv does not hold yet; add it to `registry` in rapporteur.toml"), "{}", said.err);
    let said = project.run(&["registry", "import", "votes.csv", "--into", "own.tsv"]);
    assert!(said.out.contains("3 unchanged"), "{}", said.out);

    project.write("rapporteur.toml", "registry = ['*.tsv']\n");
    project.write("other.tsv", "symbol\tdate\n");
    let said = project.run(&["registry", "import", "votes.csv"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("the project has several tables, other.tsv and own.tsv among them"), "{}", said.err);

    let said = project.run(&["registry", "import", "votes.csv", "--into", "own.csv"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("own.csv: only a tab-separated table"), "{}", said.err);
}

#[test]
fn what_cannot_be_read_is_exit_code_2_and_the_rest_is_imported() {
    let project = Project::new(&[SETTINGS, VOTES, ("notes.md", "# Notes\n"), ("cut.xml", "<collection>\n</record>")]);
    project.write("latin.csv", b"resolution\n\xe9\n");
    let said = project.run(&["registry", "import", "missing.csv", "notes.md", "cut.xml", "latin.csv", "votes.csv"]);
    assert_eq!(said.code, Some(2));
    for trouble in [
        "missing.csv: there is no such file or folder",
        "notes.md:1: what is in the file can't be told; import CSV or MARCXML",
        "cut.xml:2: the XML is not well formed",
        "latin.csv: is not UTF-8",
    ] {
        assert!(said.err.contains(trouble), "{trouble}: {}", said.err);
    }
    assert_eq!(project.read("registry.tsv"), TABLE);
}

#[test]
fn a_table_that_cannot_be_written_or_used_is_told() {
    let project = Project::new(&[SETTINGS, VOTES]);
    let said = project.run(&["registry", "import", "votes.csv", "--into", "no/such/folder.tsv"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("no/such/folder.tsv: can't be written: "), "{}", said.err);
    project.write("registry.tsv", "symbol\ttitle\n");
    let said = project.run(&["registry", "import", "votes.csv"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("registry.tsv: the table has no column `date`"), "{}", said.err);
    assert_eq!(project.read("registry.tsv"), "symbol\ttitle\n");
}
