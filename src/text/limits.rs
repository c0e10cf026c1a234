//! How much of a file is read. Each limit is far above an honest document and far below what hurts the worker.

/// Bytes that all read parts of a DOCX may unpack to: a whole code of law is about 20 MB of XML.
pub const MAX_UNPACKED_BYTES: u64 = 64 << 20;

/// Bytes that a DOCX may declare in all, pictures included: photographs hardly shrink, so this is also about the largest file.
pub const MAX_DECLARED_BYTES: u64 = 512 << 20;

/// Files in a DOCX: a document with a thousand pictures has fewer.
pub const MAX_ENTRIES: u64 = 4_096;

/// XML elements in one part: a code of law has about 400,000; a million of them take about 200 MB.
pub const MAX_ELEMENTS: u64 = 1_000_000;

/// Depth of XML: Word's deepest text box in a table in a text box stays under 100. The walk over a part is
/// recursive, so this also bounds the stack.
pub const MAX_XML_DEPTH: u64 = 192;

/// Tables within tables: forms made of nested tables stay under 4.
pub const MAX_TABLE_NESTING: u64 = 8;

/// Blocks of a body, paragraphs of cells included: the Civil Code has about 20,000 paragraphs.
pub const MAX_BLOCKS: u64 = 200_000;

/// Cells of a table of organizations: 20,000 rows of seven, and as many empty ones beside them.
pub const MAX_TABLE_CELLS: usize = 500_000;

/// Columns that one cell may span: Word itself allows 63.
pub const MAX_COLUMNS: u16 = 63;

/// Pages of a PDF: a code of law has about 500.
pub const MAX_PAGES: u64 = 3_000;

/// Characters drawn in a PDF: 3,000 pages of 3,000 characters.
pub const MAX_GLYPHS: u64 = 9_000_000;

/// Drawing operations of a PDF once its forms are played: a page of text has about 2,000, a map 500,000.
pub const MAX_OPERATIONS: u64 = 20_000_000;

/// Photos that become one document: an agreement of 60 pages is photographed in an hour.
pub const MAX_PHOTOS: u64 = 60;

/// Bytes that a photo takes once it is unpacked: a phone's largest, of 50 million pixels, takes 150 MB.
pub const MAX_PICTURE_BYTES: u64 = 256 << 20;

/// The longest side at which a page is drawn, in pixels: A4 at 300 dots per inch has 3,508.
pub const MAX_PICTURE_SIDE: f32 = 5_000.0;

/// Forms within forms in a PDF: honest files nest a handful.
pub const MAX_FORM_NESTING: u64 = 32;
