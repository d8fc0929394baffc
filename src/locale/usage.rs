//! What is wrong with the arguments of a command.

use super::words;

words! {
    see_help(sentence: &str, command: &str) = "{sentence} (xem {command} --help)" | "{sentence} (see {command} --help)";
    unexpected(argument: &str) = "không nhận tham số {argument}" | "unexpected argument {argument}";
    no_command(typed: &str) = "không có lệnh {typed}" | "there is no command {typed}";
    command_missing = "thiếu tên lệnh" | "a command is missing";
    missing(arguments: &str) = "thiếu {arguments}" | "missing: {arguments}";
    conflict(one: &str, other: &str) = "{one} không dùng cùng với {other}" | "{one} cannot be used with {other}";
    value_missing(argument: &str) = "thiếu giá trị cho {argument}" | "a value is missing for {argument}";
    wrong_value(value: &str, argument: &str, expected: &str) =
        "\"{value}\" không dùng được cho {argument}: {expected}" | "\"{value}\" does not fit {argument}: {expected}";
    wrong_number_of_values(argument: &str) =
        "{argument} có quá nhiều hoặc quá ít giá trị" | "{argument} has too many values or too few";
    not_utf8 = "một tham số không phải là văn bản UTF-8" | "an argument is no UTF-8 text";
    one_of(values: &str) = "cần một trong {values}" | "expected one of {values}";
    a_day = "cần một ngày như 2022-03-18 hoặc 18/3/2022" | "expected a day such as 2022-03-18 or 18/3/2022";
    days = "cần số ngày như 14d hoặc 2w" | "expected a number of days such as 14d or 2w";
    percent = "cần một số từ 0 đến 100" | "expected a number from 0 to 100";
    a_year = "cần một năm từ 1900 đến 2999" | "expected a year from 1900 to 2999";
    count = "cần một số" | "expected a number";
    wrong_today(variable: &str, typed: &str) =
        "{variable} đang là \"{typed}\": cần một ngày như 2022-03-18 hoặc 18/3/2022" |
        "{variable} is \"{typed}\": expected a day such as 2022-03-18 or 18/3/2022";
}
