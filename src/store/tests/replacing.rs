//! Replacing: whole, never over another's change, mode kept, links refused, unknown fields kept.

use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, SystemTime};

use super::{Office, plan, plan_name};
use crate::domain::{Edit, document};
use crate::store::read::MAX_BYTES;
use crate::store::{FileName, Folder, Hash, Replaced, StoreError, aside, to_bytes};

const PLAN: &str = "plans/a.json";

fn office() -> Office {
    Office::with(&[(PLAN, plan("a").as_bytes())])
}

fn save(office: &Office, bytes: &[u8], expected: &str) -> Result<Replaced, StoreError> {
    office.lock().replace(&plan_name("a"), bytes, Some(&Hash::of(expected.as_bytes())))
}

#[test]
fn unknown_fields_survive_an_edit_and_a_save() {
    let office = office();
    let loaded = office.folder.document(&plan_name("a")).unwrap().unwrap();
    let mut value = loaded.value.clone();
    let edit = Edit {
        at: "tasks/k1/title".into(),
        old: Some("Việc một".into()),
        new: Some("Việc khác".into()),
        ..Edit::default()
    };
    document::apply(&mut value, &edit).unwrap();
    let bytes = to_bytes(&value).unwrap();
    let saved = office.lock().replace(&plan_name("a"), &bytes, Some(&loaded.hash)).unwrap();
    assert_eq!(saved, Replaced::Written);
    let stored: serde_json::Value = serde_json::from_str(&office.text(PLAN)).unwrap();
    let mut expected = loaded.value;
    expected["sections"][0]["tasks"][0]["title"] = "Việc khác".into();
    assert_eq!(stored, expected);
    assert_eq!(stored["x-owner"]["desk"], 3);
}

#[test]
fn unchanged_content_is_not_written() {
    let office = office();
    let before = office.path(PLAN).metadata().unwrap();
    assert_eq!(save(&office, plan("a").as_bytes(), &plan("a")).unwrap(), Replaced::Unchanged);
    let after = office.path(PLAN).metadata().unwrap();
    assert_eq!((after.ino(), after.mtime_nsec()), (before.ino(), before.mtime_nsec()));
    // After a failed sync it is: whether it reached the disk is unknown.
    office.folder.suspect(&office.path(PLAN));
    assert_eq!(save(&office, plan("a").as_bytes(), &plan("a")).unwrap(), Replaced::Written);
    assert_ne!(office.path(PLAN).metadata().unwrap().ino(), before.ino());
}

#[test]
fn another_content_than_expected_is_not_replaced() {
    let office = office();
    let refused = |result: Result<Replaced, StoreError>| {
        assert!(matches!(result, Err(StoreError::Changed(_))));
        assert_eq!(office.text(PLAN), plan("a"));
    };
    refused(save(&office, b"{}", "something else"));
    refused(office.lock().replace(&plan_name("a"), b"{}", None));
    let missing = office.lock().replace(&plan_name("b"), b"{}", Some(&Hash::of(b"")));
    assert!(matches!(missing, Err(StoreError::Changed(_))));
    assert!(!office.path("plans/b.json").exists());
}

#[test]
fn what_would_be_too_long_to_be_read_again_takes_no_place() {
    let office = office();
    let long = vec![b' '; usize::try_from(MAX_BYTES).unwrap() + 1];
    let refused = save(&office, &long, &plan("a")).unwrap_err();
    assert!(refused.to_string().contains("plans/a.json: has 67108865 bytes"), "{refused}");
    assert_eq!(office.text(PLAN), plan("a"));
}

#[test]
fn a_new_file_comes_whole_and_leaves_nothing_beside_it() {
    let office = Office::new();
    office.lock().replace(&FileName::Units, b"{}\n", None).unwrap();
    assert_eq!(office.text("units.json"), "{}\n");
    let names: Vec<String> = office.everything().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), 2, "the file and the lock: {names:?}");
}

#[test]
fn mode_is_kept_and_write_protection_holds() {
    let office = office();
    let mode = |mode| std::fs::set_permissions(office.path(PLAN), PermissionsExt::from_mode(mode)).unwrap();
    mode(0o664);
    save(&office, b"{}\n", &plan("a")).unwrap();
    assert_eq!(office.path(PLAN).metadata().unwrap().mode() & 0o777, 0o664);
    mode(0o444);
    let refused = save(&office, b"[]\n", "{}\n").unwrap_err();
    assert_eq!(refused.to_string(), "plans/a.json is write-protected");
    assert_eq!(office.text(PLAN), "{}\n");
}

#[test]
fn links_are_refused_and_stay() {
    let office = office();
    std::fs::hard_link(office.path(PLAN), office.path("elsewhere")).unwrap();
    assert!(matches!(save(&office, b"{}", &plan("a")), Err(StoreError::HardLink(_))));
    std::fs::remove_file(office.path(PLAN)).unwrap();
    symlink("../elsewhere", office.path(PLAN)).unwrap();
    let refused = save(&office, b"{}", &plan("a")).unwrap_err();
    assert_eq!(refused.to_string(), "plans/a.json: is a symbolic link");
    assert!(office.path(PLAN).symlink_metadata().unwrap().is_symlink());
    assert_eq!(office.text("elsewhere"), plan("a"));
}

#[test]
fn a_file_is_removed_only_as_it_was_read() {
    let office = office();
    let remove = |content: &str| office.lock().remove(&plan_name("a"), &Hash::of(content.as_bytes()));
    assert!(matches!(remove("{}"), Err(StoreError::Changed(_))));
    remove(&plan("a")).unwrap();
    assert!(!office.path(PLAN).exists());
}

#[test]
fn readers_see_old_or_new() {
    let office = office();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let _ends = Ends(&done);
        scope.spawn(|| {
            let folder = Folder::open_for_reading(office.directory.path());
            while !done.load(Ordering::Relaxed) {
                let plan = folder.load_plan(&"a".parse().unwrap()).unwrap().unwrap();
                assert!(plan.value.title.starts_with("Kế hoạch"));
            }
        });
        let mut stands = plan("a");
        for n in 0..60 {
            let next = plan("a").replace("Kế hoạch thử", &"Kế hoạch ".repeat(n % 7 + 1));
            save(&office, next.as_bytes(), &stands).unwrap();
            stands = next;
        }
    });
}

/// Tells the other threads to end, also when this one panics.
struct Ends<'a>(&'a AtomicBool);

impl Drop for Ends<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Saves as fast as it can until told to end.
fn save_on(folder: &Folder, done: &AtomicBool) {
    while !done.load(Ordering::Relaxed) {
        let document = folder.document(&plan_name("a")).unwrap().unwrap();
        let mut value = document.value;
        value["x-saves"] = (value["x-saves"].as_u64().unwrap_or(0) + 1).into();
        let bytes = to_bytes(&value).unwrap();
        let _ = folder.lock().unwrap().replace(&plan_name("a"), &bytes, Some(&document.hash));
    }
}

/// An editor that knows no lock renames its files over ours; what it wrote stands once the save is over.
#[test]
fn an_outside_edit_is_not_overwritten_by_a_save() {
    let office = office();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let _ends = Ends(&done);
        scope.spawn(|| save_on(&Folder::open(office.directory.path()), &done));
        for n in 0..60 {
            office.put("editor", plan("a").replace("\"desk\": 3", &format!("\"desk\": {n}")));
            std::fs::rename(office.path("editor"), office.path(PLAN)).unwrap();
            let _no_save_now = office.lock();
            let stored: serde_json::Value = serde_json::from_str(&office.text(PLAN)).unwrap();
            assert_eq!(stored["x-owner"]["desk"], n, "the outside edit was overwritten");
        }
    });
}

#[test]
fn only_old_temporary_files_of_our_own_are_swept() {
    let office = Office::with(&[
        ("plans/.tiendo-abcdefghijkl.tmp", b"half"),
        ("plans/.other.tmp", b"theirs"),
        (PLAN, b"{}"),
    ]);
    let guard = office.lock();
    assert_eq!(guard.sweep(SystemTime::now()), 0);
    assert_eq!(guard.sweep(SystemTime::now() + Duration::from_mins(2)), 1);
    assert!(office.path("plans/.other.tmp").exists() && office.path(PLAN).exists());
}

/// Puts a plan aside as a save or a removal does that is killed over it, and sweeps much later.
fn killed_and_swept(office: &Office, known: [&str; 2]) {
    let path = office.path(PLAN);
    let known = known.map(|content| Hash::of(content.as_bytes()));
    let aside = aside::put(&path, &path, [&known[0], &known[1]]).unwrap();
    let _ = aside.keep().unwrap();
    assert!(!path.exists());
    let _ = office.lock().sweep(SystemTime::now() + Duration::from_mins(2));
}

#[test]
fn what_another_program_wrote_outlives_a_save_that_dies_over_it() {
    let ours = plan("a").replace("Việc một", "Của ta");
    let office = office();
    killed_and_swept(&office, ["what was read", &ours]);
    assert_eq!(office.text(PLAN), plan("a"), "it has its name again");

    office.put(PLAN, &ours);
    let aside = aside::put(&office.path(PLAN), &office.path(PLAN), [&Hash::of(b""), &Hash::of(b"")]).unwrap();
    let _ = aside.keep().unwrap();
    office.put(PLAN, plan("a"));
    let _ = office.lock().sweep(SystemTime::now() + Duration::from_mins(2));
    assert_eq!(office.text(PLAN), plan("a"), "who has the name by now keeps it");
    let strangers = office.folder.strangers();
    assert!(
        matches!(&strangers[..], [one] if one.starts_with("plans/a.json.theirs-") && office.text(one) == ours)
    );
}

#[test]
fn what_nobody_misses_is_swept_though_it_was_put_aside() {
    let office = office();
    killed_and_swept(&office, ["what was read", &plan("a")]);
    assert_eq!(std::fs::read_dir(office.path("plans")).unwrap().count(), 0);
}
