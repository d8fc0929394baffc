//! The program's entry: arguments in, exit status out.

fn main() {}
