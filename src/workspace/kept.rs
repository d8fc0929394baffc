//! What could not be saved, in a file of its own that a person reads and the program brings in later.
//!
//! A line of `#` is for her alone. The first other line says what the file is; each further one is a [`Kept`].

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::writing::sort;
use super::{Snapshot, Workspace, WorkspaceError};
use crate::domain::{Act, Change, Event, EventId};
use crate::locale::{Lang, screen as words};
use crate::store::{Fault, JournalName, TextPosition, Unreadable, from_line, read_document, write_own};
use crate::text::one_line;

/// Something that was not saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kept {
    /// It was asked for.
    Unsaved(Unsaved),
    /// It was being typed; in the words of the screen that asked.
    Typed(Value),
}

/// Changes that could not be written, or of which nobody knows whether they were.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Unsaved {
    /// What they are, for a person.
    pub what: String,
    /// Who asked for them.
    #[serde(default)]
    pub by: String,
    /// The last line that the journals had then: where the same stands behind it, it was written after all.
    #[serde(default)]
    pub after: EventId,
    /// The changes, all or none.
    pub changes: Vec<Change>,
}

/// What became of something that was brought in.
#[derive(Debug)]
pub struct Brought {
    /// What it is.
    pub what: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// Whether something could be brought in.
#[derive(Debug)]
pub enum Outcome {
    /// It is saved now.
    Saved,
    /// It was saved already.
    StoodThere,
    /// It is not saved, and why.
    Refused(WorkspaceError),
}

/// The line that says what the file is.
#[derive(Serialize, Deserialize)]
struct Head {
    format: String,
    version: u32,
    workspace: String,
}

const FORMAT: (&str, u32) = ("tiendo/unsaved", 1);

/// Writes what was not saved to a new file that nobody else may read, safe on the disk when this returns.
///
/// # Errors
/// When there is such a file already, or it cannot be written.
pub fn write_out(path: &Path, workspace: &Path, kept: &[Kept], lang: Lang) -> Result<(), WorkspaceError> {
    let note = words::unsaved_file(lang, kept.len(), &one_line(&path.display().to_string()));
    Ok(write_own(path, &to_bytes(&note, workspace, kept)?)?)
}

/// Writes a text to a new file of the person's own.
///
/// # Errors
/// When there is one of that name, or the system refuses.
pub fn export(path: &Path, text: &str) -> Result<(), WorkspaceError> {
    Ok(write_own(path, text.as_bytes())?)
}

impl Workspace {
    /// Brings in what was written to a file because it could not be saved; what stands in the journals by now is left.
    ///
    /// # Errors
    /// When the file cannot be read, or is of another workspace; then nothing is written.
    pub fn bring(&self, path: &Path) -> Result<Vec<Brought>, WorkspaceError> {
        let bytes = read_document(path)?;
        let file = path.display().to_string();
        let (workspace, kept) = from_bytes(&file, &bytes)?;
        if self.is_another(&workspace) {
            return Err(WorkspaceError::OtherWorkspace { file, workspace });
        }
        let unsaved = kept.into_iter().filter_map(|kept| match kept {
            Kept::Unsaved(unsaved) => Some(unsaved),
            Kept::Typed(_) => None,
        });
        Ok(unsaved.map(|unsaved| self.bring_one(unsaved)).collect())
    }

    /// Whether a folder is a workspace beside this one. One that is gone may have been this one, under another name.
    fn is_another(&self, folder: &Path) -> bool {
        let whole = |folder: &Path| folder.canonicalize().ok();
        whole(folder).is_some_and(|folder| whole(self.path()) != Some(folder))
    }

    fn bring_one(&self, unsaved: Unsaved) -> Brought {
        let outcome = if self.refresh().holds(&unsaved) {
            Outcome::StoodThere
        } else {
            self.commit(unsaved.changes).map_or_else(Outcome::Refused, |_| Outcome::Saved)
        };
        Brought { what: unsaved.what, outcome }
    }
}

impl Snapshot {
    /// The last line in the journals of the plans that changes concern.
    #[must_use]
    pub fn last_line(&self, changes: &[Change]) -> EventId {
        let plans = changes.iter().filter_map(Change::plan).filter_map(|id| self.plan(id));
        plans.filter_map(|plan| plan.events().last()).map(|event| event.id).max().unwrap_or_default()
    }

    /// Whether what was not saved stands in the journals after all, written by who asked for it or by who reads here and
    /// brought it in; the same words of anybody else are an entry of hers.
    #[must_use]
    pub fn holds(&self, unsaved: &Unsaved) -> bool {
        let Ok(writings) = sort(unsaved.changes.clone()) else { return false };
        let is_its = |line: &Event| line.id > unsaved.after && (line.by == unsaved.by || line.by == *self.by);
        writings.iter().all(|(journal, writing)| {
            let lines = self.lines(journal);
            let stands = |act: &Act| lines.iter().any(|line| is_its(line) && line.act == *act);
            writing.acts.iter().all(stands)
        })
    }

    fn lines(&self, journal: &JournalName) -> &[Event] {
        match journal {
            JournalName::Plan(id) => self.plan(id.as_str()).map_or(&[], |plan| plan.events()),
            JournalName::Units => &self.unit_events,
        }
    }
}

/// Writes the lines of a file; the note is for a person.
pub(super) fn to_bytes(note: &str, workspace: &Path, kept: &[Kept]) -> Result<Vec<u8>, WorkspaceError> {
    let head =
        Head { format: FORMAT.0.to_owned(), version: FORMAT.1, workspace: workspace.display().to_string() };
    let mut text: String = note.lines().flat_map(|line| ["# ", line, "\n"]).collect();
    text += &line(&head)?;
    for kept in kept {
        text += &line(kept)?;
    }
    Ok(text.into_bytes())
}

fn line(value: &impl Serialize) -> Result<String, WorkspaceError> {
    Ok(serde_json::to_string(value).map_err(WorkspaceError::json)? + "\n")
}

/// Reads the lines of a file, all of them or none, and of which workspace they are.
pub(super) fn from_bytes(file: &str, bytes: &[u8]) -> Result<(PathBuf, Vec<Kept>), Unreadable> {
    let refuse = |at, fault| Unreadable { file: file.to_owned(), at, fault };
    let text = std::str::from_utf8(bytes).map_err(|_| refuse(None, Fault::NotUtf8))?;
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty());
    let (first, head) = lines.next().ok_or_else(|| refuse(None, Fault::Empty))?;
    let head = from_line::<Head>(file, first + 1, head).ok().filter(|head| head.format == FORMAT.0);
    let Some(head) = head.filter(|head| head.version == FORMAT.1) else {
        return Err(refuse(Some(TextPosition { line: first + 1, column: 1 }), Fault::NotOfUnsaved));
    };
    let kept = lines
        .map(|(index, line)| {
            checked(from_line(file, index + 1, line)?)
                .map_err(|fault| refuse(Some(TextPosition { line: index + 1, column: 1 }), fault))
        })
        .collect::<Result<_, _>>()?;
    Ok((PathBuf::from(head.workspace), kept))
}

/// Refuses what no journal could hold.
fn checked(kept: Kept) -> Result<Kept, Fault> {
    let Kept::Unsaved(unsaved) = &kept else { return Ok(kept) };
    for change in &unsaved.changes {
        if let Change::Update { update, .. } = change
            && let Some(percent @ 101..) = update.percent
        {
            return Err(Fault::Json(format!("percent {percent} is more than 100")));
        }
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Update;
    use crate::workspace::Options;

    fn note(plan: &str, task: &str, note: &str) -> Change {
        let update = Update { task: serde_json::from_value(task.into()).unwrap(), ..Update::default() };
        Change::Update { plan: plan.into(), update: Update { note: Some(note.into()), ..update } }
    }

    fn unsaved(what: &str, after: EventId, changes: Vec<Change>) -> Kept {
        Kept::Unsaved(Unsaved { what: what.into(), by: "lan".into(), after, changes })
    }

    #[test]
    fn what_is_written_is_read() {
        let kept = [
            unsaved("Ghi chú: 1", EventId::default(), vec![note("a", "t", "hai\ndòng \u{1b}[2J")]),
            Kept::Typed(serde_json::json!({"text": "đang gõ"})),
        ];
        let bytes = to_bytes("một\nhai", Path::new("/w"), &kept).unwrap();
        assert!(bytes.starts_with(b"# m\xe1\xbb\x99t\n# hai\n{\"format\":\"tiendo/unsaved\",\"version\":1"));
        assert_eq!(from_bytes("x", &bytes).unwrap(), (PathBuf::from("/w"), kept.to_vec()));
        assert!(!bytes.contains(&0x1b), "an editor shows it to a person");
    }

    #[track_caller]
    fn refused(text: &str, line: Option<usize>) {
        let error = from_bytes("x", text.as_bytes()).unwrap_err();
        assert_eq!(error.at.map(|at| at.line), line, "{text}: {error:?}");
    }

    #[test]
    fn what_is_damaged_is_refused_with_its_line() {
        let head = r#"{"format":"tiendo/unsaved","version":1,"workspace":"/w"}"#;
        refused("", None);
        refused("# x\n", None);
        refused("{}", Some(1));
        refused("#\n{\"format\":\"tiendo/plan\",\"version\":1,\"workspace\":\"\"}", Some(2));
        refused(&head.replace(":1,", ":2,"), Some(1));
        refused(&format!("{head}\n# x\n{{\"unsaved\""), Some(3));
        let much = r#"{"unsaved":{"what":"","changes":[{"update":{"plan":"a","update":{"task":"t","percent":101}}}]}}"#;
        refused(&format!("{head}\n{much}"), Some(2));
        assert!(from_bytes("x", format!("{head}\n{}", much.replace("101", "100")).as_bytes()).is_ok());
    }

    #[test]
    fn what_is_of_another_workspace_is_not_brought_in() {
        let [here, there] = [(); 2].map(|()| Workspace::demo(Options::default()).unwrap());
        let plan = &here.snapshot().plans[0];
        let task = plan.task(plan.outline().leaves().next().unwrap()).id.to_string();
        let kept = [unsaved("một", EventId::default(), vec![note(&plan.plan().id, &task, "gọi lại")])];
        let folder = tempfile::tempdir().unwrap();
        let bring = |name: &str, of: &Path| {
            let path = folder.path().join(name);
            write_out(&path, of, &kept, Lang::Vi).unwrap();
            here.bring(&path)
        };
        let before = here.history().len();
        let refused = bring("a", there.path());
        assert!(matches!(refused, Err(WorkspaceError::OtherWorkspace { .. })), "{refused:?}");
        assert_eq!(here.history().len(), before);
        // A workspace that was moved is still the same.
        let brought = bring("b", &folder.path().join("gone")).unwrap();
        assert!(matches!(brought[..], [Brought { outcome: Outcome::Saved, .. }]), "{brought:?}");
    }

    #[test]
    fn it_is_brought_in_once() {
        let workspace = Workspace::demo(Options::default()).unwrap();
        let snapshot = workspace.snapshot();
        let plan = &snapshot.plans[0];
        let (id, task) =
            (plan.plan().id.clone(), plan.task(plan.outline().leaves().next().unwrap()).id.clone());
        let changes = vec![note(&id, &task.to_string(), "gọi lại")];
        let after = snapshot.last_line(&changes);
        let gone = vec![note("no-such-plan", "t", "x")];
        let kept = [unsaved("một", after, changes.clone()), unsaved("hai", after, gone)];
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.jsonl");
        write_out(&path, workspace.path(), &kept, Lang::Vi).unwrap();
        let outcomes = || workspace.bring(&path).unwrap().into_iter().map(|brought| brought.outcome);
        let first: Vec<Outcome> = outcomes().collect();
        assert!(matches!(first[..], [Outcome::Saved, Outcome::Refused(_)]), "{first:?}");
        let again: Vec<Outcome> = outcomes().collect();
        assert!(matches!(again[..], [Outcome::StoodThere, Outcome::Refused(_)]), "{again:?}");
        let after = workspace.snapshot().last_line(&changes);
        let later = Unsaved { what: String::new(), by: String::new(), after, changes };
        assert!(!workspace.snapshot().holds(&later));
    }

    #[test]
    fn the_same_words_of_two_persons_are_two_entries() {
        let folder = tempfile::tempdir().unwrap();
        let sample = Workspace::demo(Options::default()).unwrap();
        std::fs::create_dir(folder.path().join("plans")).unwrap();
        let id = sample.snapshot().plans[0].plan().id.clone();
        let file = format!("plans/{id}.json");
        std::fs::copy(sample.path().join(&file), folder.path().join(&file)).unwrap();
        let open = |by: &str| {
            let options =
                Options { folder: Some(folder.path().to_owned()), by: Some(by.into()), ..Options::default() };
            Workspace::open(options).unwrap()
        };
        let (lan, minh) = (open("lan"), open("minh"));
        let plan = &lan.snapshot().plans[0];
        let task = plan.task(plan.outline().leaves().next().unwrap()).id.to_string();
        let changes = vec![note(&id, &task, "gọi lại")];
        let path = folder.path().join("x.jsonl");
        write_out(&path, folder.path(), &[unsaved("một", EventId::default(), changes.clone())], Lang::Vi)
            .unwrap();
        minh.commit(changes).unwrap();
        let bring = |workspace: &Workspace| workspace.bring(&path).unwrap().remove(0).outcome;
        assert!(matches!(bring(&lan), Outcome::Saved), "minh's entry is not lan's");
        assert!(matches!(bring(&lan), Outcome::StoodThere));
        assert!(matches!(bring(&open("thu")), Outcome::StoodThere), "lan's entry is there, whoever looks");
    }
}
