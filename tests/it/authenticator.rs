//! A device that makes passkeys and signs with them (W3C Web Authentication, sections 6 and 7), and the browser around it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};
use tizilim::domain::Checksum;

/// The person was there.
const PRESENT: u8 = 1;
/// The person showed a finger, a face or a PIN.
const VERIFIED: u8 = 1 << 2;
/// A new key comes along.
const ATTESTED: u8 = 1 << 6;

fn base64(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn text(value: &Value) -> &str {
    value.as_str().expect("text")
}

/// A passkey in a device.
pub struct Authenticator {
    pair: EcdsaKeyPair,
    id: Vec<u8>,
    user: String,
    /// How often it signed; it counts on by itself.
    pub counter: u32,
    /// Whether it asks for its owner.
    pub asks: bool,
    /// The page that asks.
    pub origin: String,
}

impl Authenticator {
    /// Makes a passkey as it is asked to on a page, and gives the browser's answer.
    pub fn make(options: &Value, origin: &str) -> (Self, String) {
        let selection = &options["authenticatorSelection"];
        assert_eq!(text(&selection["userVerification"]), "required");
        assert_eq!(text(&selection["residentKey"]), "required");
        let random = SystemRandom::new();
        let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).expect("a key");
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, key.as_ref(), &random);
        let pair = pair.expect("a key");
        let id = Checksum::of(pair.public_key().as_ref()).as_bytes().to_vec();
        let user = text(&options["user"]["id"]).to_owned();
        let made = Self { pair, id, user, counter: 1, asks: true, origin: origin.to_owned() };
        let client = made.client("webauthn.create", options);
        // {"fmt": "none", "attStmt": {}, "authData": …} (RFC 8949)
        let data = made.data(text(&options["rp"]["id"]), ATTESTED);
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".to_vec();
        object.extend(u16::try_from(data.len()).expect("a short one").to_be_bytes());
        object.extend(&data);
        let answer = json!({
            "id": base64(&made.id), "rawId": base64(&made.id), "type": "public-key",
            "response": { "attestationObject": base64(&object), "clientDataJSON": base64(&client) },
        });
        (made, answer.to_string())
    }

    /// Signs what it is asked to.
    pub fn answer(&mut self, options: &Value) -> String {
        self.counter += 1;
        assert_eq!(text(&options["userVerification"]), "required");
        let client = self.client("webauthn.get", options);
        let data = self.data(text(&options["rpId"]), 0);
        let signed = [&*data, Checksum::of(&client).as_bytes()].concat();
        let signature = self.pair.sign(&SystemRandom::new(), &signed).expect("a signature");
        let answer = json!({
            "id": base64(&self.id), "rawId": base64(&self.id), "type": "public-key",
            "response": {
                "authenticatorData": base64(&data), "clientDataJSON": base64(&client),
                "signature": base64(signature.as_ref()), "userHandle": self.user,
            },
        });
        answer.to_string()
    }

    /// Whether it is among the passkeys that are asked for.
    pub fn is_asked_for(&self, options: &Value) -> bool {
        let list = options["allowCredentials"].as_array().expect("a list");
        list.iter().any(|one| text(&one["id"]) == base64(&self.id))
    }

    fn client(&self, kind: &str, options: &Value) -> Vec<u8> {
        let client = json!({
            "type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": false,
        });
        client.to_string().into_bytes()
    }

    fn data(&self, relying_party: &str, further: u8) -> Vec<u8> {
        let flags = PRESENT | if self.asks { VERIFIED } else { 0 } | further;
        let mut data = Checksum::of(relying_party.as_bytes()).as_bytes().to_vec();
        data.push(flags);
        data.extend(self.counter.to_be_bytes());
        if further == ATTESTED {
            data.extend([0; 16]);
            data.extend(u16::try_from(self.id.len()).expect("a short one").to_be_bytes());
            data.extend(&self.id);
            // A key of ES256 on P-256 (RFC 9052, section 7; RFC 9053, section 2.1).
            let point = &self.pair.public_key().as_ref()[1..];
            data.extend(b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20");
            data.extend(&point[..32]);
            data.extend(b"\x22\x58\x20");
            data.extend(&point[32..]);
        }
        data
    }
}
