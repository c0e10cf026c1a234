//! A display list becomes a PDF.
