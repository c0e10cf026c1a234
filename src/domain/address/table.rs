//! Declares addresses: each is named once with its segments, and is read and written from that one line.

/// Declares an enum of addresses. A segment is a literal, or the name of a field that implements `Segment`; a path is
/// read as the first address that it fits, so what is more special stands first. `as NAME` gives the address a constant
/// that describes it to programs.
macro_rules! addresses {
    (
        $(#[$meta:meta])*
        $name:ident {
            $(
                $(#[$doc:meta])*
                $variant:ident $(( $($field:ident: $type:ty),+ ))? $(as $pattern:ident)? = $($segment:tt)/+;
            )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $( $(#[$doc])* $variant $(( $($type),+ ))?, )+
        }

        impl $name {
            /// Reads the segments of a path; none where no address has this form.
            pub(super) fn read(segments: &[&str]) -> Option<Result<Self, $crate::domain::address::AddressError>> {
                $(
                    let fits = || {
                        let mut left = segments.iter().copied();
                        $( $( let $field: Result<$type, $crate::domain::address::AddressError>; )+ )?
                        $( addresses!(@read left $segment); )+
                        if left.next().is_some() {
                            return None;
                        }
                        Some(Ok(Self::$variant $(( $( match $field {
                            Ok(value) => value,
                            Err(error) => return Some(Err(error)),
                        } ),+ ))?))
                    };
                    if let Some(read) = fits() {
                        return Some(read);
                    }
                )+
                None
            }

            $( addresses!(@constant $variant [$($pattern)?] $($segment)+); )+

            /// One address of each form, made of these parts: for what walks all of them.
            pub fn each(parts: &$crate::domain::address::Parts) -> Vec<Self> {
                vec![ $( Self::$variant $(( $( parts.$field ),+ ))? ),+ ]
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {
                    $( Self::$variant $(( $($field),+ ))? => { $( addresses!(@write f $segment); )+ } )+
                }
                Ok(())
            }
        }

        impl From<$name> for $crate::domain::address::Address {
            fn from(address: $name) -> Self {
                Self::$name(address)
            }
        }

        impl From<$name> for $crate::domain::address::Href {
            fn from(address: $name) -> Self {
                $crate::domain::address::Address::from(address).into()
            }
        }
    };
    (@read $left:ident $literal:literal) => {
        if $left.next() != Some($literal) {
            return None;
        }
    };
    (@read $left:ident $field:ident) => {
        $field = $crate::domain::address::Segment::read($left.next()?)?;
    };
    (@constant $variant:ident [] $($segment:tt)+) => {};
    (@constant $variant:ident [$pattern:ident] $($segment:tt)+) => {
        #[doc = concat!("How [`Self::", stringify!($variant), "`] is described: names stand for what changes.")]
        pub const $pattern: &str = concat!($( addresses!(@pattern $segment) ),+);
    };
    (@pattern $literal:literal) => {
        concat!("/", $literal)
    };
    (@pattern $field:ident) => {
        concat!("/{", stringify!($field), "}")
    };
    (@write $f:ident $literal:literal) => {
        $f.write_str(concat!("/", $literal))?;
    };
    (@write $f:ident $field:ident) => {
        $f.write_str("/")?;
        $crate::domain::address::Segment::write($field, $f)?;
    };
}

pub(super) use addresses;
