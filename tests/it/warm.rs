//! A warm scan asks neither the database nor the disk.

use std::time::Duration;

use tizilim::domain::Lang;
use tizilim::domain::document_kind::DocumentKind;

use crate::app::{Edition, on_each_engine_polling};
use crate::samples::{KK_V2, RU_V2};

#[test]
fn a_warm_scan_touches_no_disk_and_no_database() {
    on_each_engine_polling(Duration::from_secs(3600), |app| {
        let code = app.document(DocumentKind::Law);
        let school = app.schools(&["S054"])[0];
        app.publish(code, &Edition::of("2025-06-01").law(Lang::Kk, KK_V2).law(Lang::Ru, RU_V2));
        let mut kinds = Vec::new();
        for path in [
            format!("/{code}"),
            format!("/{code}/{school}"),
            format!("/{code}/ru"),
            format!("/{school}"),
            format!("/{code}/timemap"),
            format!("/{code}/feed.atom"),
            format!("/{code}/v1/ru/card.png"),
            format!("/{school}/embed"),
        ] {
            for lang in ["kk", "ru"] {
                for coding in ["br", "gzip", "identity"] {
                    let mut headers = vec![("accept-language", lang), ("accept-encoding", coding)];
                    let etag = app.ask("GET", &path, &headers).header("etag").to_owned();
                    headers.push(("user-agent", "Mozilla/5.0 (Linux; Android 10)"));
                    headers.push(("accept-datetime", "Sun, 01 Jun 2025 12:00:00 GMT"));
                    kinds.push((path.clone(), headers, etag));
                }
            }
        }
        let before = app.registry.uses();
        for ((path, headers, etag), number) in kinds.iter().cycle().zip(0..200) {
            let mut headers = headers.clone();
            if number % 2 == 0 {
                headers.push(("if-none-match", etag));
            }
            let status = app.ask("GET", path, &headers).status;
            assert_eq!(status, if number % 2 == 0 { 304 } else { 200 });
        }
        assert_eq!(app.registry.uses(), before);
    });
}
