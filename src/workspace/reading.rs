//! What a plan's document was last read as: what its imports alone would have made of the file.

use serde_json::Value;

use super::Snapshot;
use crate::domain::document::replay;
use crate::domain::{Act, Edit, Event, Plan};

impl Snapshot {
    /// What the plan of an id was last read as, by the imports of its journal that stand; `None` where the journal has
    /// none, such as for a plan that another program wrote.
    pub(super) fn last_reading(&self, id: &str) -> Option<Plan> {
        let tracked = self.plan(id)?;
        let acts = self.acts();
        let standing = tracked.events().iter().filter(|event| !acts.is_undone(event.act_id()));
        let mut reading = Value::Null;
        standing.filter_map(import).for_each(|edits| replay(&mut reading, &edits));
        serde_json::from_value(reading).ok()
    }
}

/// The edits of a line that an import wrote: such a line changes the plan's source, and no other does.
fn import(event: &Event) -> Option<Vec<Edit>> {
    let Act::Edit(edits) = &event.act else { return None };
    let edits = edits.read().ok()?;
    let brings_source = |edit: &Edit| edit.new.as_ref().is_some_and(|plan| !plan["source"].is_null());
    let is_source = |edit: &Edit| match edit.at.as_str() {
        "" => brings_source(edit),
        at => at == "source" || at.starts_with("source/"),
    };
    edits.iter().any(is_source).then_some(edits)
}
