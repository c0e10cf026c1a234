//! Chromium and its driver.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};

/// A browser window.
pub struct Browser {
    driver: Child,
    _profile: tempfile::TempDir,
    /// The window.
    pub window: Client,
}

/// What the window is like.
#[derive(Clone, Copy)]
pub struct Window {
    /// Width in CSS pixels.
    pub width_px: u32,
    /// Height in CSS pixels.
    pub height_px: u32,
}

/// The folder in a browser's profile in which it puts what is downloaded.
pub const DOWNLOADS: &str = "downloads";

/// Runs a test in a window, or says why not.
pub fn in_browser<F: Future<Output = ()>>(window: Window, test: impl FnOnce(Client) -> F) {
    let (Some(chromium), Some(driver)) = (find("chromium"), find("chromedriver")) else {
        assert!(std::env::var_os("CI").is_none(), "Chromium and its driver are missing");
        println!("skipped: Chromium or its driver is not installed");
        return;
    };
    tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        let browser = Browser::open(&chromium, &driver, window).await;
        test(browser.window.clone()).await;
        browser.close().await;
    });
}

fn find(program: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

impl Browser {
    #[expect(clippy::zombie_processes, reason = "the window waits for its driver when it is closed")]
    async fn open(chromium: &std::path::Path, driver: &std::path::Path, window: Window) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a port").port();
        let driver = Command::new(driver)
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the driver starts");
        let profile = tempfile::tempdir().expect("a folder");
        let options = serde_json::json!({
            "binary": chromium,
            "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                format!("--user-data-dir={}", profile.path().display()),
            ],
            "prefs": { "download.default_directory": profile.path().join(DOWNLOADS) },
            "mobileEmulation": {
                "deviceMetrics": {
                    "width": window.width_px, "height": window.height_px, "pixelRatio": 2, "touch": true,
                },
            },
        });
        let mut capabilities = serde_json::Map::new();
        capabilities.insert("goog:chromeOptions".into(), options);
        let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
        builder.capabilities(capabilities);
        let address = format!("http://127.0.0.1:{port}");
        for _ in 0..100 {
            if let Ok(window) = builder.connect(&address).await {
                return Self { driver, _profile: profile, window };
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("the browser does not start");
    }

    async fn close(mut self) {
        let _ = self.window.close().await;
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
