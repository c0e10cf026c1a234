//! Links to other addresses in the three forms in which machines read them: a header (RFC 8288), a document in
//! link-format (RFC 6690, as RFC 7089 uses it) and a linkset (RFC 9264).

use actix_web::http::header::HeaderValue;
use serde_json::{Map, Value, json};

/// A link from one resource to another.
#[derive(Debug, Clone)]
pub struct Link {
    target: String,
    relations: Vec<&'static str>,
    attributes: Vec<(&'static str, String)>,
}

impl Link {
    /// A link to an address, with the registered names of its relations.
    pub fn new(target: String, relations: &[&'static str]) -> Self {
        Self { target, relations: relations.to_vec(), attributes: Vec::new() }
    }

    /// The link with an attribute, such as `type`. A value holds neither quotes nor backslashes.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    fn write(&self) -> String {
        let attributes: String =
            self.attributes.iter().map(|(name, value)| format!("; {name}=\"{value}\"")).collect();
        format!("<{}>; rel=\"{}\"{attributes}", self.target, self.relations.join(" "))
    }
}

/// The value of a `Link` header; none where a target is no address.
pub fn header(links: &[Link]) -> Option<HeaderValue> {
    HeaderValue::from_str(&written(links, ", ")).ok()
}

/// A document of the type `application/link-format`: one link a line.
pub fn link_format(links: &[Link]) -> String {
    written(links, ",\n") + "\n"
}

fn written(links: &[Link], between: &str) -> String {
    links.iter().map(Link::write).collect::<Vec<_>>().join(between)
}

/// A document of the type `application/linkset+json`: what links from each of these addresses.
pub fn linkset(contexts: &[(String, Vec<Link>)]) -> String {
    let contexts: Vec<Value> = contexts
        .iter()
        .map(|(anchor, links)| {
            let mut context = Map::new();
            context.insert("anchor".to_owned(), json!(anchor));
            for link in links {
                for relation in &link.relations {
                    let targets = context.entry(*relation).or_insert_with(|| json!([]));
                    if let Value::Array(targets) = targets {
                        targets.push(target(link));
                    }
                }
            }
            Value::Object(context)
        })
        .collect();
    json!({ "linkset": contexts }).to_string()
}

/// A target with its attributes; `hreflang` may stand several times, so it is a list (RFC 9264, section 4.2.4.1).
fn target(link: &Link) -> Value {
    let mut target = Map::new();
    target.insert("href".to_owned(), json!(link.target));
    for (name, value) in &link.attributes {
        // An attribute that no standard names is a list as well (section 4.2.4.3).
        let value = if matches!(*name, "type" | "media" | "title") { json!(value) } else { json!([value]) };
        target.insert((*name).to_owned(), value);
    }
    Value::Object(target)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links() -> Vec<Link> {
        vec![
            Link::new("https://qr.example.kz/7K3M9Q3".to_owned(), &["original", "timegate"]),
            Link::new("https://qr.example.kz/7K3M9Q3/v1".to_owned(), &["memento"])
                .with("datetime", "Sun, 31 Aug 2025 19:00:00 GMT"),
        ]
    }

    #[test]
    fn the_three_forms_say_the_same() {
        let header = header(&links()).expect("a header");
        assert_eq!(
            header.to_str().expect("ASCII"),
            "<https://qr.example.kz/7K3M9Q3>; rel=\"original timegate\", \
             <https://qr.example.kz/7K3M9Q3/v1>; rel=\"memento\"; datetime=\"Sun, 31 Aug 2025 19:00:00 GMT\""
        );
        assert_eq!(link_format(&links()).lines().count(), 2);
        let set: Value = serde_json::from_str(&linkset(&[("https://a".to_owned(), links())])).expect("JSON");
        let context = &set["linkset"][0];
        assert_eq!(context["anchor"], "https://a");
        assert_eq!(context["timegate"][0]["href"], "https://qr.example.kz/7K3M9Q3");
        assert_eq!(context["memento"][0]["datetime"][0], "Sun, 31 Aug 2025 19:00:00 GMT");
    }
}
