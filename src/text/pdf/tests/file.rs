//! PDF files made of a few objects.

/// A file to be.
#[derive(Default)]
pub struct File {
    objects: Vec<Vec<u8>>,
}

impl File {
    /// A file with a catalog and a tree of pages, which are objects 1 and 2.
    pub fn new() -> Self {
        Self { objects: vec![Vec::new(), Vec::new()] }
    }

    /// Adds an object and returns its number.
    pub fn object(&mut self, body: impl Into<Vec<u8>>) -> usize {
        self.objects.push(body.into());
        self.objects.len()
    }

    /// Adds a stream with these entries in its dictionary.
    pub fn stream(&mut self, entries: &str, data: impl AsRef<[u8]>) -> usize {
        let data = data.as_ref();
        let mut body = format!("<<{entries} /Length {}>>\nstream\n", data.len()).into_bytes();
        body.extend(data);
        body.extend(b"\nendstream");
        self.object(body)
    }

    /// Replaces an object.
    pub fn set(&mut self, number: usize, body: impl Into<Vec<u8>>) {
        self.objects[number - 1] = body.into();
    }

    /// The file with these pages, the rest of its catalog being `catalog`.
    pub fn bytes(mut self, pages: &[usize], catalog: &str) -> Vec<u8> {
        let kids: String = pages.iter().map(|page| format!("{page} 0 R ")).collect();
        self.set(1, format!("<</Type /Catalog /Pages 2 0 R {catalog}>>"));
        self.set(2, format!("<</Type /Pages /Kids [{kids}] /Count {}>>", pages.len()));
        let mut bytes = b"%PDF-1.5\n".to_vec();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", self.objects.len() + 1);
        for (index, object) in self.objects.iter().enumerate() {
            table.push_str(&format!("{:010} 00000 n \n", bytes.len()));
            bytes.extend(format!("{} 0 obj\n", index + 1).into_bytes());
            bytes.extend(object);
            bytes.extend(b"\nendobj\n");
        }
        let start = bytes.len();
        let count = self.objects.len() + 1;
        table.push_str(&format!("trailer <</Size {count} /Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"));
        bytes.extend(table.into_bytes());
        bytes
    }

    /// Adds a page of A4 with this content; `entries` are more entries of its dictionary.
    pub fn page(&mut self, resources: &str, content: &str, entries: &str) -> usize {
        let content = self.stream("", content);
        self.object(format!(
            "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R \
             /Resources <<{resources}>> {entries}>>"
        ))
    }

    /// Adds a font whose codes from 1 are these characters, all half as wide as their size.
    pub fn font(&mut self, name: &str, characters: &str) -> usize {
        let map = (1..).zip(characters.chars());
        let map: String =
            map.map(|(code, letter)| format!("<{code:02X}> <{:04X}> ", letter as u32)).collect();
        let count = characters.chars().count();
        let map = format!(
            "begincmap 1 begincodespacerange <00> <FF> endcodespacerange {count} beginbfchar {map} endbfchar endcmap"
        );
        let map = self.stream("", map);
        let widths = "500 ".repeat(count);
        self.object(format!(
            "<</Type /Font /Subtype /TrueType /BaseFont /{name} /ToUnicode {map} 0 R /FirstChar 1 \
             /LastChar {count} /Widths [{widths}]>>"
        ))
    }
}

/// The characters of [`File::font`] that most tests need.
pub const CHARACTERS: &str =
    " абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіАБВГДЕЖЗИКЛМНОПРСТУФХЦШЭЯӘҒҚҢӨҰҮІ0123456789.,:;()%№_*-";

/// Words as the codes of [`CHARACTERS`].
pub fn codes(text: &str) -> String {
    let code = |letter| CHARACTERS.chars().position(|known| known == letter).expect("a known letter") + 1;
    text.chars().map(|letter| format!("{:02X}", code(letter))).collect()
}

/// Words at a place, in this size.
pub fn words(x: f64, y: f64, size: f64, text: &str) -> String {
    format!("BT /F {size} Tf 1 0 0 1 {x} {y} Tm <{}> Tj ET\n", codes(text))
}

/// A file of pages with these contents, which may use the font `F` and the picture `P`.
pub fn pages(contents: &[String]) -> Vec<u8> {
    let mut file = File::new();
    let font = file.font("Serif", CHARACTERS);
    let picture =
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8";
    let picture = file.stream(picture, [0x80]);
    let resources = format!("/Font <</F {font} 0 R>> /XObject <</P {picture} 0 R>>");
    let pages: Vec<usize> = contents.iter().map(|content| file.page(&resources, content, "")).collect();
    file.bytes(&pages, "")
}
