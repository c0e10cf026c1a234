//! A small OpenID Connect provider: what it says of itself, its keys, and tokens for codes.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};
use tizilim::domain::Checksum;
use tizilim::registry::ProviderSettings;

/// How the provider names the register.
pub const CLIENT: &str = "tizilim";

const SECRET: &str = "a secret of the client";

type Change = Box<dyn Fn(&mut Value) + Send>;

/// What the provider knows of the sign-in that is under way.
struct Known {
    asked: HashMap<String, String>,
    subject: String,
    change: Change,
    has_other_key: bool,
    answered: usize,
}

/// A provider that runs for as long as the test.
pub struct Provider {
    /// Its address.
    pub issuer: String,
    known: Arc<Mutex<Known>>,
}

fn pair() -> EcdsaKeyPair {
    let random = SystemRandom::new();
    let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).expect("a key");
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, key.as_ref(), &random).expect("a key")
}

fn base64(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The fields of a query or a form.
fn fields(text: &str) -> HashMap<String, String> {
    let decoded = |part: &str| {
        let plain = part.replace('+', " ");
        percent_encoding::percent_decode_str(&plain).decode_utf8_lossy().into_owned()
    };
    text.split('&').filter_map(|one| one.split_once('=')).map(|(k, v)| (decoded(k), decoded(v))).collect()
}

impl Provider {
    /// Starts one.
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a socket");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let known = Known {
            asked: HashMap::new(),
            subject: "somebody".to_owned(),
            change: Box::new(|_| {}),
            has_other_key: false,
            answered: 0,
        };
        let known = Arc::new(Mutex::new(known));
        let (own, shared, keys) = (issuer.clone(), known.clone(), [pair(), pair()]);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                answer(stream, &own, &keys, &mut shared.lock().expect("one at a time"));
            }
        });
        Self { issuer, known }
    }

    /// The settings of a register at which people sign in with it.
    pub fn settings(&self, is_second_factor: bool) -> ProviderSettings {
        ProviderSettings {
            issuer: self.issuer.clone(),
            client_id: CLIENT.to_owned(),
            client_secret: Some(SECRET.to_owned()),
            name: "Сынақ ID".to_owned(),
            is_second_factor,
        }
    }

    /// Somebody signs in at the address that a browser was led to: the code and what was sent along.
    pub fn sign_in(&self, address: &str, subject: &str) -> (String, String) {
        let query = address.strip_prefix(&format!("{}/authorize?", self.issuer)).expect("its own address");
        let asked = fields(query);
        for (name, value) in [
            ("response_type", "code"),
            ("client_id", CLIENT),
            ("code_challenge_method", "S256"),
            ("redirect_uri", "https://qr.example.kz/admin/sign-in/provider"),
        ] {
            assert_eq!(asked.get(name).map(String::as_str), Some(value), "{name}");
        }
        let state = asked["state"].clone();
        let mut known = self.known.lock().expect("one at a time");
        (known.asked, known.subject) = (asked, subject.to_owned());
        ("a-code".to_owned(), state)
    }

    /// Changes what the following tokens say.
    pub fn say(&self, change: impl Fn(&mut Value) + Send + 'static) {
        self.known.lock().expect("one at a time").change = Box::new(change);
    }

    /// Signs the following tokens with a key that it does not own.
    pub fn sign_with_another_key(&self, is_so: bool) {
        self.known.lock().expect("one at a time").has_other_key = is_so;
    }

    /// How many tokens it gave.
    pub fn tokens(&self) -> usize {
        self.known.lock().expect("one at a time").answered
    }
}

fn answer(mut stream: TcpStream, issuer: &str, [key, other]: &[EcdsaKeyPair; 2], known: &mut Known) {
    let mut reader = BufReader::new(stream.try_clone().expect("the same stream"));
    let mut head = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap_or_default() == 0 || line.trim().is_empty() {
            break;
        }
        head.push(line.trim().to_owned());
    }
    let header = |name: &str| {
        let found = head.iter().filter_map(|line| line.split_once(": "));
        found.into_iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned())
    };
    let mut body = vec![0; header("content-length").and_then(|text| text.parse().ok()).unwrap_or_default()];
    reader.read_exact(&mut body).expect("a body");
    let path = head.first().and_then(|line| line.split(' ').nth(1)).unwrap_or_default();
    let (status, json) = match path {
        "/.well-known/openid-configuration" => (200, metadata(issuer)),
        "/keys" => (200, json!({ "keys": [public(key)] })),
        "/token" => {
            let sent = fields(&String::from_utf8_lossy(&body));
            token(
                issuer,
                &sent,
                header("authorization").as_deref(),
                if known.has_other_key { other } else { key },
                known,
            )
        }
        _ => (404, json!({})),
    };
    let json = json.to_string();
    let length = json.len();
    let head = format!(
        "HTTP/1.1 {status} Said\r\ncontent-type: application/json\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n"
    );
    let _ = stream.write_all(format!("{head}{json}").as_bytes());
}

fn metadata(issuer: &str) -> Value {
    json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
    })
}

fn public(key: &EcdsaKeyPair) -> Value {
    let point = &key.public_key().as_ref()[1..];
    json!({
        "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": "one",
        "x": base64(&point[..32]), "y": base64(&point[32..]),
    })
}

fn token(
    issuer: &str,
    sent: &HashMap<String, String>,
    authorization: Option<&str>,
    key: &EcdsaKeyPair,
    known: &mut Known,
) -> (u16, Value) {
    let own = format!("Basic {}", STANDARD.encode(format!("{CLIENT}:{}", SECRET.replace(' ', "+"))));
    let challenge = base64(Checksum::of(sent["code_verifier"].as_bytes()).as_bytes());
    if authorization != Some(own.as_str()) || known.asked.get("code_challenge") != Some(&challenge) {
        return (400, json!({ "error": "invalid_grant" }));
    }
    known.answered += 1;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock").as_secs();
    let mut claims = json!({
        "iss": issuer, "sub": known.subject, "aud": CLIENT, "iat": now, "exp": now + 300,
        "nonce": known.asked["nonce"],
    });
    (known.change)(&mut claims);
    let head = json!({ "alg": "ES256", "kid": "one", "typ": "JWT" });
    let signed = format!("{}.{}", base64(head.to_string()), base64(claims.to_string()));
    let signature = key.sign(&SystemRandom::new(), signed.as_bytes()).expect("a signature");
    let id_token = format!("{signed}.{}", base64(signature));
    (200, json!({ "access_token": "nothing", "token_type": "Bearer", "id_token": id_token }))
}
