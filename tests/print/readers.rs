//! Three readers of codes: zxing-cpp and zbar in a Python process of their own, and rxing.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use rxing::BarcodeFormat;
use serde::Deserialize;
use tizilim::stand::sheet::Area;

/// The program that asks zxing-cpp and zbar.
const PROGRAM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/print/read.py");

/// A picture, one byte of grey a pixel.
pub struct Picture {
    /// Pixels in a row.
    pub width_px: u32,
    /// Rows.
    pub height_px: u32,
    /// The rows from the top.
    pub grey: Vec<u8>,
}

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

    /// What stands in a part of a page, counted from 1, rendered by PDFium.
    pub fn part(&mut self, file: &str, page: usize, part: Area, dpi: u16) -> std::io::Result<Reading> {
        let box_mm = [part.left_mm, part.top_mm, part.right_mm, part.bottom_mm];
        let question = serde_json::json!({ "file": file, "page": page, "dpi": dpi, "box_mm": box_mm });
        writeln!(self.questions, "{question}")?;
        let answer = self.answer()?;
        let mut grey = vec![0; answer.width as usize * answer.height as usize];
        self.answers.read_exact(&mut grey)?;
        let picture = Picture { width_px: answer.width, height_px: answer.height, grey };
        Ok(Self::with_rxing(answer, picture))
    }

    /// What stands in a picture.
    pub fn picture(&mut self, picture: Picture) -> std::io::Result<Reading> {
        let question = serde_json::json!({ "width": picture.width_px, "height": picture.height_px });
        writeln!(self.questions, "{question}")?;
        self.questions.write_all(&picture.grey)?;
        let answer = self.answer()?;
        Ok(Self::with_rxing(answer, picture))
    }

    fn answer(&mut self) -> std::io::Result<Answer> {
        self.questions.flush()?;
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        Ok(serde_json::from_str(&line)?)
    }

    fn with_rxing(answer: Answer, picture: Picture) -> Reading {
        let Picture { width_px, height_px, grey } = picture;
        let read = rxing::helpers::detect_in_luma(grey, width_px, height_px, Some(BarcodeFormat::QR_CODE));
        let rxing = read.iter().map(|result| result.getText().to_owned()).collect();
        Reading { zxing: answer.zxing, zbar: answer.zbar, rxing }
    }
}

impl Drop for Readers {
    fn drop(&mut self) {
        // It may have ended already; then there is nothing to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
