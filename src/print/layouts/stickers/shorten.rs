//! Titles that are too long for a label, told apart by their words from both ends.

/// A title in at most so many characters: whole words of its beginning and its end, of a single long word letters.
pub(super) fn shortened(title: &str, most: usize) -> String {
    if title.chars().count() <= most {
        return title.to_owned();
    }
    let words: Vec<&str> = title.split_whitespace().collect();
    let (mut head, mut tail, mut used) = (0, words.len(), 1);
    let mut from_head = true;
    while head < tail {
        let word = if from_head { words[head] } else { words[tail - 1] };
        used += word.chars().count() + 1;
        if used > most {
            break;
        }
        if from_head {
            head += 1;
        } else {
            tail -= 1;
        }
        from_head = !from_head;
    }
    if head > 0 && tail < words.len() {
        return format!("{} … {}", words[..head].join(" "), words[tail..].join(" "));
    }
    let letters: Vec<char> = title.chars().collect();
    let kept = most.saturating_sub(1) / 2;
    let [beginning, end] = [&letters[..kept], &letters[letters.len() - kept..]].map(String::from_iter);
    format!("{beginning}…{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_of_a_title_stay() {
        let title = "Положение о порядке установления доплат и надбавок";
        assert_eq!(shortened(title, 60), title);
        assert_eq!(shortened(title, 34), "Положение о порядке … и надбавок");
        assert_eq!(shortened(title, 22), "Положение о … надбавок");
        assert_eq!(shortened(&"щ".repeat(190), 9), "щщщщ…щщщщ");
        for most in 3..60 {
            assert!(shortened(title, most).chars().count() <= most, "{most}");
        }
    }
}
