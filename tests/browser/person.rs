//! What a person does in a window: finds, taps, types, signs in, waits for a file.

use std::path::PathBuf;
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::{Client, Locator};

use crate::demo::Demo;
use crate::session::DOWNLOADS;

/// The first element that fits, as soon as there is one.
pub async fn find(window: &Client, selector: &str) -> Element {
    let found = window.wait().for_element(Locator::Css(selector)).await;
    found.unwrap_or_else(|why| panic!("{selector}: {why}"))
}

/// Taps what fits.
pub async fn tap(window: &Client, selector: &str) {
    find(window, selector).await.click().await.expect("a tap");
}

/// Types into the field with this name.
pub async fn type_into(window: &Client, name: &str, text: &str) {
    find(window, &format!("[name={name}]")).await.send_keys(text).await.expect("typing");
}

/// What a script gives, as text.
pub async fn evaluated(window: &Client, script: &str) -> String {
    let value = window.execute(script, Vec::new()).await.expect("a value");
    value.as_str().unwrap_or_default().to_owned()
}

/// Waits until a script gives something else than nothing.
pub async fn awaited(window: &Client, script: &str) -> String {
    // The picture of a page takes a second to draw in a build for tests.
    for _ in 0..200 {
        let value = evaluated(window, script).await;
        if !value.is_empty() {
            return value;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("never anything: {script}");
}

/// Waits until the page says something.
pub async fn told(window: &Client, words: &str) -> String {
    let mut last = String::new();
    for _ in 0..300 {
        if let Ok(main) = window.find(Locator::Css("main")).await {
            last = main.text().await.unwrap_or_default();
        }
        if last.contains(words) {
            return last;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("{words}: {last}");
}

/// Becomes the first administrator.
pub async fn sign_in(window: &Client, demo: &Demo) {
    window.goto(&format!("{}{}", demo.origin, demo.invitation)).await.expect("the invitation");
    type_into(window, "login", "aigul").await;
    for field in ["password", "again"] {
        type_into(window, field, "a long enough password").await;
    }
    tap(window, "main form button").await;
    find(window, ".desk").await;
}

/// The one file with this ending, once it was downloaded whole.
pub async fn downloaded(window: &Client, ending: &str) -> (String, Vec<u8>) {
    let capabilities = window.capabilities().expect("what the browser says of itself");
    let profile = capabilities["chrome"]["userDataDir"].as_str().expect("a profile");
    let folder = PathBuf::from(profile).join(DOWNLOADS);
    for _ in 0..600 {
        let files = std::fs::read_dir(&folder).into_iter().flatten().filter_map(Result::ok);
        let names: Vec<String> = files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
        if let [name] = &names[..]
            && name.ends_with(ending)
        {
            return (name.clone(), std::fs::read(folder.join(name)).expect("the file"));
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("nothing was downloaded to {}", folder.display());
}
