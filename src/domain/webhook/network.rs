//! Which addresses of the internet belong to everybody: nothing else is ever connected to because somebody typed it.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Networks of IPv4 that are not public, by their first address and the length of their prefix (IANA IPv4 Special-Purpose
/// Address Registry, and multicast).
const NOT_PUBLIC_V4: [(Ipv4Addr, u32); 14] = [
    (Ipv4Addr::new(0, 0, 0, 0), 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    (Ipv4Addr::new(224, 0, 0, 0), 3),
];

/// The one part of IPv6 that is given to networks everywhere (RFC 4291, section 2.4).
const GIVEN_V6: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// What of it is not public: protocols such as Teredo, documentation, and 6to4, in which an address of IPv4 may hide (IANA
/// IPv6 Special-Purpose Address Registry).
const NOT_PUBLIC_V6: [(Ipv6Addr, u32); 4] = [
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

/// Whether an address is one of the public internet. An address of IPv4 in the form of IPv6 is what it holds.
pub fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(v4) => !NOT_PUBLIC_V4
            .iter()
            .any(|(first, length)| v4.to_bits() >> (32 - length) == first.to_bits() >> (32 - length)),
        IpAddr::V6(v6) => {
            let lies_in = |(first, length): &(Ipv6Addr, u32)| {
                v6.to_bits() >> (128 - length) == first.to_bits() >> (128 - length)
            };
            lies_in(&GIVEN_V6) && !NOT_PUBLIC_V6.iter().any(lies_in)
        }
    }
}

/// Whether an address is this machine's own.
pub fn is_loopback(address: IpAddr) -> bool {
    address.to_canonical().is_loopback()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn what_belongs_to_a_machine_or_a_house_is_not_public() {
        for inside in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "198.18.0.1",
            "203.0.113.7",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:10.0.0.1",
            "::ffff:127.0.0.1",
            "::127.0.0.1",
            "fe80::1",
            "fec0::1",
            "fc00::1",
            "fd12:3456::1",
            "ff02::1",
            "64:ff9b::a00:1",
            "2001:db8::1",
            "2001::1",
            "2002:7f00:1::1",
        ] {
            assert!(!is_public(ip(inside)), "{inside}");
        }
        for outside in [
            "1.1.1.1",
            "8.8.8.8",
            "100.63.255.255",
            "172.15.0.1",
            "172.32.0.1",
            "93.184.216.34",
            "2a00:1450::1",
            "2001:4860:4860::8888",
        ] {
            assert!(is_public(ip(outside)), "{outside}");
        }
        assert!(
            is_loopback(ip("127.0.0.1")) && is_loopback(ip("::1")) && is_loopback(ip("::ffff:127.0.0.1"))
        );
        assert!(!is_loopback(ip("10.0.0.1")));
    }

    proptest! {
        #[test]
        fn no_private_address_of_the_standard_library_is_public(bits: u32, wide: u128) {
            let v4 = Ipv4Addr::from_bits(bits);
            let is_inside = v4.is_private() || v4.is_loopback() || v4.is_link_local() || v4.is_unspecified()
                || v4.is_multicast() || v4.is_broadcast() || v4.is_documentation();
            prop_assert!(!(is_inside && is_public(v4.into())), "{v4}");
            prop_assert_eq!(is_public(v4.to_ipv6_mapped().into()), is_public(v4.into()));
            let v6 = Ipv6Addr::from_bits(wide);
            let is_inside = v6.is_loopback() || v6.is_unspecified() || v6.is_multicast()
                || v6.is_unique_local() || v6.is_unicast_link_local();
            prop_assert!(!(is_inside && is_public(v6.into())), "{v6}");
        }
    }
}
