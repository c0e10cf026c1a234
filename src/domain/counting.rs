//! The order of names as people count: 10 stands after 9.

/// A name whose numbers are written with as many digits, by which it is sorted.
pub fn counted(name: &str) -> String {
    let mut key = String::new();
    for run in name.as_bytes().chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit()) {
        let run = String::from_utf8_lossy(run);
        let digits = run.trim_start_matches('0');
        match run.starts_with(|first: char| first.is_ascii_digit()) {
            true => key.push_str(&format!("{digits:0>20}")),
            false => key.push_str(&run.to_lowercase()),
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_stands_after_nine() {
        let mut names = ["Бұйрық № 10", "Бұйрық № 9", "Бұйрық № 09б", "бұйрық № 2"];
        names.sort_by_key(|name| counted(name));
        assert_eq!(names, ["бұйрық № 2", "Бұйрық № 9", "Бұйрық № 09б", "Бұйрық № 10"]);
    }
}
