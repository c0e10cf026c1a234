//! Three readers of codes: zxing-cpp and zbar in a Python process of their own, and rxing.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use rxing::BarcodeFormat;
use serde::Deserialize;
use serde_json::Value;

/// The program that asks zxing-cpp and zbar.
const PROGRAM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/print/read.py");

/// What each of the readers finds in a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The engine of many phones.
    pub zxing: Vec<String>,
    /// The reader of many desktop programs.
    pub zbar: Vec<String>,
    /// The reader of the print proof.
    pub rxing: Vec<String>,
}

impl Reading {
    /// Whether each reader, by its name, finds this text and nothing else.
    pub fn says(&self, text: &str) -> [(&'static str, bool); 3] {
        [("zxing-cpp", &self.zxing), ("zbar", &self.zbar), ("rxing", &self.rxing)]
            .map(|(name, texts)| (name, texts.as_slice() == [text]))
    }
}

#[derive(Deserialize)]
struct Answer {
    width: u32,
    height: u32,
    zxing: Vec<String>,
    zbar: Vec<String>,
}

/// A running process that reads pictures, one after the other.
pub struct Readers {
    child: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Readers {
    /// Starts the process; an error names what is not installed.
    pub fn start() -> Result<Self, String> {
        let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
        let missing = |why: &dyn std::fmt::Display| {
            format!("{python} with zxing-cpp, pyzbar (and libzbar0) and pypdfium2: {why}")
        };
        let imports =
            Command::new(&python).args(["-c", "import zxingcpp, pypdfium2, pyzbar.pyzbar"]).output();
        let imports = imports.map_err(|why| missing(&why))?;
        if !imports.status.success() {
            return Err(missing(&String::from_utf8_lossy(&imports.stderr)));
        }
        let mut command = Command::new(&python);
        let spawned = command.arg(PROGRAM).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = spawned.map_err(|why| missing(&why))?;
        let questions = child.stdin.take().ok_or("a pipe")?;
        let answers = BufReader::new(child.stdout.take().ok_or("a pipe")?);
        Ok(Self { child, questions, answers })
    }

    /// What stands in a picture: the one given here, one byte of grey a pixel, or where none is given the one that
    /// the process renders. The question says which, as `read.py` describes it.
    pub fn ask(&mut self, question: &Value, mut grey: Vec<u8>) -> std::io::Result<Reading> {
        writeln!(self.questions, "{question}")?;
        self.questions.write_all(&grey)?;
        self.questions.flush()?;
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        let Answer { width, height, zxing, zbar } = serde_json::from_str(&line)?;
        if grey.is_empty() {
            grey = vec![0; width as usize * height as usize];
            self.answers.read_exact(&mut grey)?;
        }
        let read = rxing::helpers::detect_in_luma(grey, width, height, Some(BarcodeFormat::QR_CODE));
        let rxing = read.iter().map(|result| result.getText().to_owned()).collect();
        Ok(Reading { zxing, zbar, rxing })
    }
}

impl Drop for Readers {
    fn drop(&mut self) {
        // It may have ended already; then there is nothing to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
