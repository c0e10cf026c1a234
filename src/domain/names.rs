//! Enums whose values have names.

/// Declares an enum without data, each of whose values has one stable name: in addresses, tables, commands and the
/// ledger.
///
/// The enum gets `ALL`, every value in the order of declaration; `name()`, or another method that is named after `as`;
/// and `parse()`, which reads exactly that name. A value is thus added in one line.
///
/// ```text
/// names! {
///     /// How far something goes.
///     pub enum Reach {
///         /// Here only.
///         Near = "near",
///         /// Everywhere.
///         Far = "far",
///     }
/// }
/// ```
macro_rules! names {
    ($(#[$meta:meta])* $vis:vis enum $type:ident { $($values:tt)+ }) => {
        $crate::domain::names::names! { $(#[$meta])* $vis enum $type as name { $($values)+ } }
    };
    ($(#[$meta:meta])* $vis:vis enum $type:ident as $method:ident {
        $($(#[$of_value:meta])* $value:ident = $name:literal),+ $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        $vis enum $type {
            $($(#[$of_value])* $value),+
        }

        impl $type {
            /// Every value, in the order of declaration.
            $vis const ALL: [Self; [$($name),+].len()] = [$(Self::$value),+];

            /// The stable name.
            $vis const fn $method(self) -> &'static str {
                match self {
                    $(Self::$value => $name),+
                }
            }

            /// The value with exactly this name.
            $vis fn parse(name: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|value| value.$method() == name)
            }
        }
    };
}

pub(crate) use names;

#[cfg(test)]
mod tests {
    names! {
        /// How far something goes.
        enum Reach {
            /// Here only.
            Near = "near",
            /// Everywhere.
            Far = "far",
        }
    }

    #[test]
    fn a_name_is_read_back_and_the_order_is_that_of_declaration() {
        assert_eq!(Reach::ALL, [Reach::Near, Reach::Far]);
        assert_eq!(Reach::ALL.map(Reach::name), ["near", "far"]);
        assert_eq!(Reach::ALL.map(|reach| Reach::parse(reach.name())), Reach::ALL.map(Some));
        assert_eq!((Reach::parse("Near"), Reach::parse("")), (None, None));
    }
}
