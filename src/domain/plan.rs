//! A plan: what one document asks of whom, as the file `plans/PLAN-ID.json` holds it.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use super::task::Task;
use super::when::{Stretch, Term, YEARS};
use crate::text::spelling;

/// What was planned: one document, its sections and their tasks. Fields stand in the order of the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Always `tiendo/plan`.
    pub format: PlanFormat,
    /// The version of the file format, 1 today.
    pub version: FormatVersion,
    /// The plan's name in paths and addresses, such as `03-kh-bcd-2022`.
    pub id: String,
    /// The document's number as printed, `None` where it is blank.
    pub number: Option<String>,
    /// The subject in one line, without the word KẾ HOẠCH; empty when the document has none.
    pub title: String,
    /// Who issued the plan; empty when unknown.
    #[serde(default)]
    pub issuer: String,
    /// The place in the dateline.
    #[serde(default)]
    pub place: Option<String>,
    /// The day of issue, or only its month when the day is blank.
    #[serde(default)]
    pub issued: Option<Stretch>,
    /// The year that the plan is for.
    #[serde(deserialize_with = "year")]
    pub year: i32,
    /// The last year of a term of several.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "last_year")]
    pub until: Option<i32>,
    /// The clauses before the first section and the numbers they cite.
    #[serde(default)]
    pub bases: Vec<Basis>,
    /// How this plan relates to other documents.
    #[serde(default)]
    pub relations: Vec<Relation>,
    /// The top-level headings, in the order of the text.
    #[serde(default)]
    pub sections: Vec<Section>,
    /// Those under "Nơi nhận".
    #[serde(default)]
    pub recipients: Vec<Recipient>,
    /// Who signed.
    #[serde(default)]
    pub signatory: Option<Signatory>,
    /// The document that the plan was read from.
    #[serde(default)]
    pub source: Option<Source>,
}

impl Plan {
    /// The most years that its last one may lie after the first; a longer term is a slip of the pen.
    pub const MAX_YEARS_ON: i32 = 50;

    /// Whether the term is no longer than plans are made for.
    #[must_use]
    pub fn has_sound_term(&self) -> bool {
        self.until.is_none_or(|until| until - self.year <= Self::MAX_YEARS_ON)
    }

    /// Gives back the room that reading set aside for more tasks: a plan is held for as long as the program runs.
    pub(super) fn shrink(&mut self) {
        for section in &mut self.sections {
            section.tasks.shrink_to_fit();
            section.tasks.iter_mut().for_each(Task::shrink);
        }
    }

    /// The years that the plan runs over, from the first day of the first to the last day of the last.
    #[must_use]
    pub fn term(&self) -> Term {
        Term::years(self.year, self.until.unwrap_or(self.year))
    }

    /// The units that its tasks name, doers and desks, in the order of the text and as often as they stand there.
    #[must_use]
    pub fn named_units(&self) -> Vec<&str> {
        self.tasks().flat_map(Task::named_units).collect()
    }
}

/// Reads a year of the calendar that plans are made in.
fn year<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i32, D::Error> {
    let year = i32::deserialize(deserializer)?;
    let refuse = || format!("the year {year} is out of range: expected {} to {}", YEARS.start(), YEARS.end());
    if YEARS.contains(&year) { Ok(year) } else { Err(D::Error::custom(refuse())) }
}

/// Reads the last year of a term, or none.
fn last_year<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i32>, D::Error> {
    #[derive(Deserialize)]
    struct Year(#[serde(deserialize_with = "year")] i32);
    Ok(Option::<Year>::deserialize(deserializer)?.map(|year| year.0))
}

/// The word by which a plan's file names itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum PlanFormat {
    /// The only one.
    #[default]
    #[serde(rename = "tiendo/plan")]
    Plan,
}

/// The version of a file's format; a newer one than this program knows is refused when read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct FormatVersion(u32);

impl FormatVersion {
    /// The version that this program writes, and the newest that it reads.
    pub const CURRENT: Self = Self(1);
}

impl Default for FormatVersion {
    fn default() -> Self {
        Self::CURRENT
    }
}

impl TryFrom<u32> for FormatVersion {
    type Error = String;

    fn try_from(version: u32) -> Result<Self, String> {
        match version {
            1 => Ok(Self(version)),
            0 => Err("format version 0 does not exist; the first is 1".to_owned()),
            newer => Err(format!("format version {newer} is newer than this program, which reads up to 1")),
        }
    }
}

impl From<FormatVersion> for u32 {
    fn from(version: FormatVersion) -> Self {
        version.0
    }
}

/// A clause before the first section (Căn cứ, Thực hiện, Theo ...).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Basis {
    /// The clause as worded.
    pub text: String,
    /// The document numbers that it cites.
    #[serde(default)]
    pub refs: Vec<String>,
}

/// A tie to another document, by its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// What the tie is.
    pub kind: RelationKind,
    /// The other document's number.
    pub number: String,
}

impl Relation {
    /// Whether a plan has the number, however it is spelled: "3-KH/BCĐ" is "03-KH/ BCĐ".
    #[must_use]
    pub fn names(&self, plan: &Plan) -> bool {
        let own = plan.number.as_deref().map(Self::key);
        own.is_some_and(|own| !own.is_empty() && own == Self::key(&self.number))
    }

    fn key(number: &str) -> String {
        let key: String = spelling(number).split_whitespace().collect();
        key.trim_start_matches('0').to_owned()
    }
}

/// How a plan relates to another document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// "Thực hiện Kế hoạch số ...": this plan carries the other out.
    Implements,
    /// "Căn cứ ...": the other is a ground for this plan.
    BasedOn,
    /// "thay thế ...": this plan takes the other's place.
    Replaces,
    /// "Kèm theo ...": this plan was issued with the other, such as a decision.
    AttachedTo,
}

impl RelationKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Implements, Self::BasedOn, Self::Replaces, Self::AttachedTo];
}

/// A top-level heading and what stands under it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Section {
    /// Unique in the plan, `s1`, `s2` ...
    pub id: String,
    /// As printed (`II`); empty for an appendix. May repeat: it is a label, never an identity.
    #[serde(default)]
    pub number: String,
    /// The heading without its number.
    pub title: String,
    /// What the section is about.
    pub kind: SectionKind,
    /// Paragraphs that belong to no task.
    #[serde(default)]
    pub text: Vec<String>,
    /// The numbered or bulleted items, or the rows of a table.
    #[serde(default)]
    pub tasks: Vec<Task>,
}

/// What a section is about; only [`Tasks`](Self::Tasks) and [`Organization`](Self::Organization) hold tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SectionKind {
    /// Mục đích, yêu cầu, mục tiêu, phạm vi.
    Purpose,
    /// Nội dung, nhiệm vụ, giải pháp.
    Tasks,
    /// Tổ chức thực hiện, phân công.
    Organization,
    /// Kinh phí.
    Budget,
    /// Anything else.
    #[default]
    Other,
}

impl SectionKind {
    /// Whether the items of such a section are tasks.
    #[must_use]
    pub fn holds_tasks(self) -> bool {
        matches!(self, Self::Tasks | Self::Organization)
    }
}

/// One line under "Nơi nhận".
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Recipient {
    /// Who receives the plan, as printed.
    pub unit: String,
    /// To what end, as printed: "để b/c", "thực hiện".
    #[serde(default)]
    pub purpose: Option<String>,
}

/// Who signed the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Signatory {
    /// "PHÓ GIÁM ĐỐC"
    #[serde(default)]
    pub position: Option<String>,
    /// "KT. GIÁM ĐỐC", "TM. ỦY BAN NHÂN DÂN"
    #[serde(default)]
    pub on_behalf_of: Option<String>,
    /// The signer's name, `None` where the copy is unsigned.
    #[serde(default)]
    pub name: Option<String>,
}

/// Where a plan was read from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Source {
    /// The document's file name, without its folder.
    pub file: String,
    /// The digest of its bytes, in hexadecimal.
    pub sha256: String,
    /// When it was imported, RFC 3339; absent in a draft.
    #[serde(default)]
    pub imported_at: Option<String>,
}
