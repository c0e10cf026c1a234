//! Pages as HTML: one file a page, its template in assets/templates.
