//! The addresses of what pages, browsers and machines need beside the register.

use super::segment::Script;
use super::table::addresses;

addresses! {
    /// What belongs to the program and not to the register.
    Asset {
        /// Whether the process answers.
        Healthz = "healthz";
        /// Whether the register is known to be what the database says.
        Readyz = "readyz";
        /// What robots may read.
        Robots = "robots.txt";
        /// The worker for days without a network.
        Worker = "worker.js";
        /// What makes the site an app.
        Manifest = "app.webmanifest";
        /// The icon where programs look for it that read no page.
        Favicon = "favicon.ico";
        /// The icon as a drawing.
        IconSvg = "icon.svg";
        /// The icon, 192 pixels wide.
        Icon192 = "icon-192.png";
        /// The icon, 512 pixels wide.
        Icon512 = "icon-512.png";
        /// The pages of a kit, for the help.
        KitPicture = "help" / "kit.png";
        /// The description of the interface for programs.
        OpenApi = "openapi.json";
        /// A script.
        Script(script: Script) = script;
    }
}
