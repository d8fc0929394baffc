//! Two clones in conflict: the screen says so, shows both sides, decides by a key, and a sync brings the clones together.

use serde_json::json;

use super::screen::tiendo;
use super::town::{PLAN, Town, task};

#[test]
fn a_conflict_of_two_clones_is_seen_decided_and_synced() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(4);
    lan.edit(|plan| task(plan, 0)["title"] = json!("Bản của Lan"));
    lan.run(&["sync"]);
    let start = tiendo()
        .size(120, 36)
        .env("HOME", town.path().join("home").display().to_string())
        .env("PATH", std::env::var("PATH").unwrap_or_default())
        .env("TIENDO_BY", "minh")
        .env("TIENDO_WORKSPACE", minh.workspace.display().to_string());
    let mut screen = start.spawn();
    screen.wait_for("Kế hoạch");
    minh.edit(|plan| task(plan, 0)["title"] = json!("Bản của Minh"));
    minh.run_failing(&["sync"]);
    screen.wait_for("1 chỗ hai bên sửa khác nhau");
    screen.send("C");
    screen.wait_for("ở đây: “Bản của Minh”");
    screen.wait_for("nơi khác: “Bản của Lan”");
    screen.send("\x1b[200~totOTy\r\x1b[201~");
    screen.settle();
    assert!(screen.text().contains("nơi khác: “Bản của Lan”"), "a paste decides nothing: {}", screen.text());
    screen.send("t");
    screen.wait_for("`tiendo sync` hoàn tất");
    screen.send("z");
    screen.wait_for("ở đây: “Bản của Minh”");
    minh.run_failing(&["sync"]);
    screen.send("o");
    screen.wait_for("`tiendo sync` hoàn tất");
    screen.send("\x1b");
    screen.wait_until("the list is left", |screen| !screen.text().contains("`tiendo sync`"));
    // Outside the list the same key takes back the same decision.
    screen.send("z");
    screen.wait_for("1 chỗ hai bên sửa khác nhau");
    screen.send("Co");
    screen.wait_for("`tiendo sync` hoàn tất");
    minh.run(&["sync"]);
    lan.run(&["sync"]);
    assert!(lan.text(PLAN).contains("Bản của Minh"));
    assert_eq!(lan.text(PLAN), minh.text(PLAN));
    screen.send("\x1b");
    screen.wait_until("the list is left", |screen| !screen.text().contains("`tiendo sync`"));
    screen.send("q");
    assert!(screen.exit_status().success());
}
