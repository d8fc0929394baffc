//! Abbreviations of public bodies that have one reading everywhere.
//!
//! Those with several (KH: kế hoạch or khoa học) are not here; a workspace's directory has its own short names.

/// Each abbreviation in small letters, in alphabetical order, with what it stands for in canonical spelling.
const TABLE: [(&str, &str); 19] = [
    ("bhxh", "bảo hiểm xã hội"),
    ("gd&đt", "giáo dục và đào tạo"),
    ("hđnd", "hội đồng nhân dân"),
    ("kh&cn", "khoa học và công nghệ"),
    ("kh&đt", "kế hoạch và đầu tư"),
    ("lđlđ", "liên đoàn lao động"),
    ("mttq", "mặt trận tổ quốc"),
    ("mttqvn", "mặt trận tổ quốc việt nam"),
    ("nn&mt", "nông nghiệp và môi trường"),
    ("nn&ptnt", "nông nghiệp và phát triển nông thôn"),
    ("tn&mt", "tài nguyên và môi trường"),
    ("tt&tt", "thông tin và truyền thông"),
    ("ubkt", "ủy ban kiểm tra"),
    ("ubmttq", "ủy ban mặt trận tổ quốc"),
    ("ubmttqvn", "ủy ban mặt trận tổ quốc việt nam"),
    ("ubnd", "ủy ban nhân dân"),
    ("vhtt&dl", "văn hóa,thể thao và du lịch"),
    ("vhttdl", "văn hóa,thể thao và du lịch"),
    ("đbqh", "đại biểu quốc hội"),
];

/// What an abbreviation stands for; the word itself where it is none.
pub(super) fn expand(word: &str) -> &str {
    TABLE.binary_search_by_key(&word, |(short, _)| short).map_or(word, |at| TABLE[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_so_that_every_entry_is_found() {
        for (short, long) in TABLE {
            assert_eq!(expand(short), long);
        }
        assert_eq!(expand("kh"), "kh");
    }
}
