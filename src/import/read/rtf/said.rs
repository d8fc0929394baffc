//! The control words of rich text that matter to a reader.

use super::rows::Row;

/// What a control word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// What its group holds is no text of the document.
    Apart,
    /// What its group holds is the label of an item.
    Label,
    /// Letters are hidden or struck out.
    Out,
    /// Letters are shown as capitals.
    Capitals,
    /// Letters are as they are.
    Plain,
    /// A letter that has a name.
    Letter(char),
    /// A letter by its number in Unicode.
    Unicode,
    /// How many letters stand in for one of Unicode, for programs that do not know it.
    StandIns,
    /// The encoding of the letters.
    Encoding,
    /// A line ends.
    LineEnd,
    /// A cell ends.
    CellEnd,
    /// A row ends.
    RowEnd,
    /// Something of a row.
    Row(Row),
    /// Nothing that matters.
    Nothing,
}

/// What a control word says.
pub(super) fn said(name: &str) -> Said {
    match name {
        "fonttbl" | "colortbl" | "stylesheet" | "info" | "pict" | "object" | "header" | "headerl"
        | "headerr" | "headerf" | "footer" | "footerl" | "footerr" | "footerf" | "footnote" | "fldinst"
        | "nonshppict" | "filetbl" | "revtbl" | "ftnsep" | "ftnsepc" | "ftncn" | "aftnsep" | "aftnsepc"
        | "aftncn" | "tc" | "xe" | "pn" => Said::Apart,
        "listtext" | "pntext" => Said::Label,
        "v" | "deleted" | "strike" | "striked" => Said::Out,
        "caps" => Said::Capitals,
        "plain" => Said::Plain,
        "tab" => Said::Letter('\t'),
        "emdash" => Said::Letter('—'),
        "endash" => Said::Letter('–'),
        "bullet" => Said::Letter('•'),
        "lquote" => Said::Letter('‘'),
        "rquote" => Said::Letter('’'),
        "ldblquote" => Said::Letter('“'),
        "rdblquote" => Said::Letter('”'),
        "emspace" | "enspace" | "qmspace" => Said::Letter(' '),
        "u" => Said::Unicode,
        "uc" => Said::StandIns,
        "ansicpg" => Said::Encoding,
        "par" | "line" | "sect" | "page" | "nestcell" => Said::LineEnd,
        "cell" => Said::CellEnd,
        "row" => Said::RowEnd,
        "trowd" => Said::Row(Row::Begin),
        "clvmrg" => Said::Row(Row::Below),
        "cellx" => Said::Row(Row::Edge),
        "intbl" => Said::Row(Row::Inside),
        "pard" => Said::Row(Row::Outside),
        _ => Said::Nothing,
    }
}
