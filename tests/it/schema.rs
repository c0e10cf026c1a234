//! A small judge of JSON by the schemas of an OpenAPI description: types, required and unknown fields, references.

use serde_json::Value;

/// What is wrong with a value; empty where it is as its schema says.
pub fn complaints(description: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let pointer = reference.strip_prefix('#').expect("a reference within the description");
        let target = description.pointer(pointer).unwrap_or_else(|| panic!("{reference} leads nowhere"));
        return complaints(description, target, value, at);
    }
    if let Some(parts) = schema["allOf"].as_array() {
        let fields: Vec<&str> = parts.iter().flat_map(|part| properties(description, part)).collect();
        let wrong = parts.iter().flat_map(|part| of_type(description, part, value, at));
        return wrong.chain(unknown(&fields, value, at)).collect();
    }
    for key in ["oneOf", "anyOf"] {
        if let Some(choices) = schema[key].as_array() {
            let fits = |choice: &Value| complaints(description, choice, value, at).is_empty();
            return if choices.iter().any(fits) {
                vec![]
            } else {
                vec![format!("{at}: none of {key}: {value}")]
            };
        }
    }
    let fields = properties(description, schema);
    let wrong = of_type(description, schema, value, at);
    wrong.into_iter().chain(unknown(&fields, value, at).into_iter().filter(|_| !fields.is_empty())).collect()
}

/// The fields that a schema names, through a reference.
fn properties<'s>(description: &'s Value, schema: &'s Value) -> Vec<&'s str> {
    match schema["$ref"].as_str() {
        Some(reference) => {
            let target = description.pointer(reference.trim_start_matches('#')).expect("a schema");
            properties(description, target)
        }
        None => schema["properties"]
            .as_object()
            .map_or_else(Vec::new, |all| all.keys().map(String::as_str).collect()),
    }
}

fn unknown(fields: &[&str], value: &Value, at: &str) -> Vec<String> {
    let Some(object) = value.as_object() else { return Vec::new() };
    let unknown = object.keys().filter(|key| !fields.contains(&key.as_str()));
    unknown.map(|key| format!("{at}.{key}: nobody described it")).collect()
}

fn of_type(description: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = description.pointer(reference.trim_start_matches('#')).expect("a schema");
        return of_type(description, target, value, at);
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let is = |name: &&str| match *name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{at}: a type {other}"),
    };
    let mut wrong = Vec::new();
    if !types.is_empty() && !types.iter().any(is) {
        wrong.push(format!("{at}: {value} is none of {types:?}"));
    }
    if let (Some(allowed), false) = (schema["enum"].as_array(), value.is_null()) {
        wrong.extend((!allowed.contains(value)).then(|| format!("{at}: {value} is not in {allowed:?}")));
    }
    for required in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if value.is_object() && value.get(required).is_none() {
            wrong.push(format!("{at}.{required}: missing"));
        }
    }
    for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
        if let Some(inner_value) = value.get(name) {
            wrong.extend(complaints(description, inner, inner_value, &format!("{at}.{name}")));
        }
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        wrong.extend(complaints(description, &schema["items"], item, &format!("{at}[{index}]")));
    }
    wrong
}

#[test]
fn the_judge_sees_what_is_missing_wrong_and_unknown() {
    let description = serde_json::json!({"components": {"schemas": {"Thing": {
        "type": "object", "required": ["a"],
        "properties": {"a": {"type": "string"}, "b": {"type": ["integer", "null"]}}
    }}}});
    let schema = serde_json::json!({"type": "array", "items": {"$ref": "#/components/schemas/Thing"}});
    let judged = |value: Value| complaints(&description, &schema, &value, "it").len();
    assert_eq!(judged(serde_json::json!([{"a": "x"}, {"a": "y", "b": null}])), 0);
    assert_eq!(judged(serde_json::json!([{"b": 1}])), 1);
    assert_eq!(judged(serde_json::json!([{"a": 1}])), 1);
    assert_eq!(judged(serde_json::json!([{"a": "x", "c": 1}])), 1);
    assert_eq!(judged(serde_json::json!({"a": "x"})), 1);
}
