//! Every file of a workspace looked at strictly, with all that is wrong.

use super::Workspace;
use super::load::Held;
use super::snapshot::Flaw;
use crate::store::FileName;

impl Workspace {
    /// Reads every file anew and strictly, and says what is wrong: doubled keys anywhere, ids that name two tasks,
    /// lines that are torn, unreadable or of an unknown kind, lines about tasks that the plan does not have.
    #[must_use]
    pub fn check(&self) -> Vec<Flaw> {
        let held = Held::read(&self.folder, self.day());
        let snapshot = held.snapshot();
        let mut flaws = [snapshot.unreadable.as_slice(), snapshot.flaws.as_slice()].concat();
        for tracked in &snapshot.plans {
            let Ok(id) = tracked.plan().id.parse() else { continue };
            let strict = self.folder.document(&FileName::Plan(id)).err();
            flaws.extend(strict.iter().map(Flaw::of));
            flaws.extend(tracked.flaws(&snapshot.as_of()).into_iter().map(|reason| Flaw {
                file: format!("plans/{}.json", tracked.plan().id),
                line: None,
                column: None,
                reason,
            }));
        }
        for common in [FileName::Settings, FileName::Units] {
            flaws.extend(self.folder.document(&common).err().iter().map(Flaw::of));
        }
        flaws.extend(snapshot.directory.flaws().into_iter().map(|flaw| Flaw {
            file: FileName::Units.to_string(),
            line: None,
            column: None,
            reason: flaw.to_string(),
        }));
        flaws.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
        flaws.dedup();
        flaws
    }
}
