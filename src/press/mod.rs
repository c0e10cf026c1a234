//! A kit from shelf to proved PDF.
