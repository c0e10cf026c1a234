//! Files that are there whole or not at all.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::domain::organization::Organization;
use crate::press::{Bundle, NotPrinted, Ready, file_name};
use crate::print::model::choice::Choice;

/// A file under a name of its own until it is finished.
pub struct Unfinished {
    path: PathBuf,
    part: PathBuf,
    /// None once it has its name.
    file: Option<BufWriter<File>>,
}

impl Unfinished {
    /// Begins a file beside the one that it will become.
    ///
    /// # Errors
    /// A folder that cannot be written.
    pub fn create(path: &Path) -> io::Result<Self> {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".part");
        let part = path.with_file_name(name);
        let file = Some(BufWriter::new(File::create(&part)?));
        Ok(Self { path: path.to_owned(), part, file })
    }

    /// Gives it its name, in place of what had it before.
    ///
    /// # Errors
    /// A file that cannot be written or renamed.
    pub fn finish(mut self) -> io::Result<()> {
        if let Some(file) = self.file.take() {
            let written =
                file.into_inner().map_err(io::IntoInnerError::into_error).and_then(|file| file.sync_all());
            if let Err(why) = written.and_then(|()| std::fs::rename(&self.part, &self.path)) {
                // The reason is told; that the part stays as well is not worth another one.
                let _ = std::fs::remove_file(&self.part);
                return Err(why);
            }
        }
        Ok(())
    }
}

impl Write for Unfinished {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.as_mut().map_or(Err(io::ErrorKind::BrokenPipe.into()), |file| file.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), Write::flush)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            // Nobody can be told here.
            let _ = std::fs::remove_file(&self.part);
        }
    }
}

/// One file a kit.
pub enum Files<'a> {
    /// The only kit, under this name.
    One(&'a Path),
    /// In a folder, under the names that the kits have everywhere.
    In(&'a Path),
}

impl Bundle for Files<'_> {
    fn add(&mut self, organization: &Organization, choice: &Choice, ready: &Ready) -> io::Result<()> {
        let mut file = match self {
            Self::One(path) => Unfinished::create(path)?,
            Self::In(folder) => Unfinished::create(&folder.join(file_name(organization, choice)))?,
        };
        file.write_all(ready.pdf())?;
        file.finish()
    }

    fn finish(&mut self, _: &[NotPrinted]) -> io::Result<()> {
        Ok(())
    }
}
