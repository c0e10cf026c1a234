//! Every layout is a valid PDF/A-1b: Apache PDFBox Preflight says so.

use std::collections::BTreeMap;

use super::{tools, validity};

/// Where Debian keeps Apache PDFBox and what it needs.
const JARS: [&str; 8] = [
    "preflight",
    "pdfbox2",
    "fontbox2",
    "xmpbox",
    "commons-logging",
    "commons-io",
    "javax.activation",
    "jaxb-api",
];

#[test]
fn preflight_says_valid_pdf_a_1b() {
    let class_path = JARS.map(|jar| format!("/usr/share/java/{jar}.jar")).join(":");
    let files = validity::all();
    let list: String = files.iter().map(|file| format!("{}\n", tools::path(&file.path))).collect();
    let list = tools::keep("preflight.txt", list.as_bytes());
    let report = list.with_extension("txt.preflight.xml");
    // An older report must not be taken for the new one; there may be none.
    let _ = std::fs::remove_file(&report);
    let class = "org.apache.pdfbox.preflight.Validator_A1b";
    let arguments = ["-cp", &class_path, class, "xml", "group", tools::path(&list)];
    if tools::run("java", &arguments).is_none() {
        return;
    }
    let report = std::fs::read_to_string(report).expect("the report of Preflight");
    let mut faults: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let verdicts: Vec<&str> = report.split("<preflight name=\"").skip(1).collect();
    assert_eq!(verdicts.len(), files.len(), "a verdict on each file");
    for verdict in verdicts {
        let name = verdict.split('"').next().unwrap_or_default();
        if verdict.contains("<isValid type=\"PDF/A1-b\">true</isValid>") {
            continue;
        }
        let details = verdict.split("<details>").skip(1).filter_map(|rest| rest.split("</details>").next());
        for detail in details {
            let files = faults.entry(detail.to_owned()).or_default();
            if files.last() != Some(&name) {
                files.push(name);
            }
        }
        faults.entry("not valid".to_owned()).or_default().push(name);
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
