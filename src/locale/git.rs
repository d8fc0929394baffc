//! What is said of git: what was set up, sent and brought, and why not.

use super::words;

words! {
    missing(program: &str) = "chưa cài {program}; không có nó thì không đồng bộ được" | "{program} is not installed; without it nothing can be shared";
    too_slow(program: &str, seconds: u64) = "{program} không trả lời trong {seconds} giây" | "{program} did not answer within {seconds} seconds";
    system(program: &str, reason: &str) = "không chạy được {program}: {reason}" | "{program} cannot be run: {reason}";
    refused(step: &str, said: &str) = "git {step} không làm được: {said}" | "git {step} failed: {said}";
    too_old = "git quá cũ, cần bản 2.38 trở lên" | "git is too old: 2.38 or later is needed";
    no_repository =
        "thư mục làm việc chưa dùng git; hãy chạy `tiendo sync --setup ĐỊA-CHỈ` một lần" |
        "the workspace is no git repository: run `tiendo sync --setup ADDRESS` once";
    within_another(outer: &str) =
        "thư mục làm việc nằm trong kho git lớn hơn {outer}, có cả việc khác; hãy dùng chính git ở đó, hoặc chạy `git init` trong thư mục làm việc để nó có kho riêng" |
        "the workspace lies within the larger repository {outer}, which holds other things too: use git itself there, or run `git init` in the workspace to give it a repository of its own";
    not_set_up =
        "bản sao này chưa được chuẩn bị để gộp kế hoạch; hãy chạy `tiendo sync --setup` một lần" |
        "this clone is not set up to merge plans: run `tiendo sync --setup` once";
    no_address(address: &str) = "\"{address}\" không phải là địa chỉ của một kho git" | "\"{address}\" is not the address of a repository";
    distrusted(folder: &str, quoted: &str) =
        "git không dùng {folder} vì thư mục đó của người khác; nếu là kho chung của cơ quan thì chạy một lần `git config --global --add safe.directory '{quoted}'`" |
        "git does not use {folder}, which is another user's; if it is one that you share, run `git config --global --add safe.directory '{quoted}'` once";
    locked(lock: &str) =
        "một lệnh git khác đang giữ {lock}; hãy làm xong lệnh đó rồi thử lại, hoặc nếu chắc chắn không còn lệnh git nào chạy thì xóa tệp này" |
        "another git holds {lock}: let it end and try again, or remove that file if you are sure that no git is running";
    unheard(address: &str, said: &str) =
        "không kết nối được với {address} nên chưa đặt địa chỉ ({said}); nếu địa chỉ đúng và chỉ đang mất mạng thì thêm `--offline`" |
        "{address} cannot be reached, so it was not set ({said}); if it is right and only the network is away, add `--offline`";
    no_remote =
        "chưa biết đồng bộ với đâu; hãy chạy `tiendo sync --setup ĐỊA-CHỈ`" |
        "there is nothing to share with: run `tiendo sync --setup ADDRESS`";
    busy =
        "git đang dở một việc khác (gộp, rebase, ...) do người dùng bắt đầu; hãy làm xong hoặc hủy bằng git rồi đồng bộ" |
        "git is in the middle of a merge, rebase or the like that a person began: finish or abort it with git, then sync";
    uncommitted =
        "còn một lần gộp do người dùng bắt đầu bằng git, không còn chỗ nào phải chọn; hãy kết thúc bằng `git commit` rồi đồng bộ" |
        "a merge that a person began with git has nothing left to decide: end it with `git commit`, then sync";
    undecided_by_person(count: usize) =
        "còn một lần gộp do người dùng bắt đầu bằng git, {count} chỗ phải chọn ở `tiendo conflicts`; chọn xong thì kết thúc bằng `git commit` rồi đồng bộ" |
        "a merge that a person began with git has {count} place to decide by `tiendo conflicts`: then end it with `git commit`, and sync" /
        "a merge that a person began with git has {count} places to decide by `tiendo conflicts`: then end it with `git commit`, and sync";
    switched(branch: &str) =
        "git đã chuyển khỏi nhánh {branch} trong lúc đồng bộ nên chưa gộp gì; hãy chọn đúng nhánh rồi đồng bộ lại" |
        "git has left the branch {branch} during the sync, so nothing was merged: choose the right branch, then sync again";
    detached = "git không ở trên nhánh nào; hãy chọn một nhánh bằng `git switch`" | "git is on no branch: choose one with `git switch`";
    unrelated =
        "hai kho không có lịch sử chung nên không gộp; hãy lấy bản sao bằng `git clone` rồi nhập lại những gì còn thiếu" |
        "the two repositories have no history in common, so nothing was merged: take a copy with `git clone` and bring in again what it lacks";
    unreachable(remote: &str, said: &str) =
        "không kết nối được với {remote}; những gì đã ghi vẫn còn ở đây và sẽ được gửi lần sau ({said})" |
        "{remote} cannot be reached; what you wrote is safe here and goes out with the next sync ({said})";
    not_taken(remote: &str, said: &str) =
        "{remote} không nhận; những gì đã ghi vẫn còn ở đây ({said})" |
        "{remote} does not take it; what you wrote is safe here ({said})";
    overtaken(said: &str) =
        "nơi khác liên tục gửi lên trước, hoặc kho chung đang bị khóa ({said}); những gì đã ghi vẫn còn ở đây, hãy đồng bộ lại" |
        "others were faster again and again, or what you share is locked ({said}); what you wrote is safe here: sync once more";
    odd(file: &str) =
        "bản gửi đến có {file} là liên kết hoặc không phải tệp thường; không nhận gì" |
        "what came in has {file}, a link or no plain file; nothing was taken";
    theirs_unreadable(reason: &str) = "bản gửi đến không đọc được, nên không nhận gì: {reason}" | "what came in cannot be read, so nothing was taken: {reason}";
    in_the_way(file: &str) =
        "{file} ở đây có thay đổi riêng mà bản gửi đến sẽ đè lên; hãy lưu nó bằng git hoặc cất đi rồi đồng bộ" |
        "{file} has changes of its own here that what came in would overwrite: commit or move it, then sync";
    undecided(count: usize) =
        "còn {count} chỗ hai bên sửa khác nhau; xem bằng `tiendo conflicts`, chọn bằng `--take ours` (bản ở đây) hoặc `--take theirs` (bản gửi đến), rồi đồng bộ" |
        "{count} place was changed differently on both sides: see `tiendo conflicts`, decide with `--take ours` (what is here) or `--take theirs` (what came in), then sync" / "{count} places were changed differently on both sides: see `tiendo conflicts`, decide with `--take ours` (what is here) or `--take theirs` (what came in), then sync";
    entangled(place: &str) =
        "không chọn riêng được {place}; hãy giải quyết tệp này bằng git" |
        "{place} cannot be decided by itself: settle that file with git";
    merge_over =
        "lần gộp đó đã xong nên lựa chọn không lấy lại được; hãy sửa thẳng trong kế hoạch" |
        "that merge is over, so the choice stays: change the plan itself";

    made_repository = "thư mục làm việc nay là một kho git" | "the workspace is a git repository now";
    wrote_file(file: &str) = "đã viết {file}" | "{file} was written";
    told_driver = "git nay gộp kế hoạch bằng tiendo" | "git merges plans with tiendo now";
    told_person(name: &str) = "git nay biết bạn là {name}" | "git knows you as {name} now";
    told_remote(address: &str) = "origin nay là {address}" | "origin is {address} now";
    told_other_remote(old: &str, new: &str) = "origin trước là {old}, nay là {new}" | "origin was {old} and is {new} now";
    all_set_up = "mọi thứ đã sẵn sàng từ trước" | "everything was set up already";

    fetching(remote: &str) = "đang hỏi {remote} ..." | "asking {remote} ...";
    pushing(remote: &str) = "đang gửi đến {remote} ..." | "sending to {remote} ...";
    brought(count: usize) = "nhận về {count} tệp" | "{count} file came in" / "{count} files came in";
    sent(count: usize) = "gửi đi {count} lần ghi" | "{count} commit went out" / "{count} commits went out";
    nothing_new = "không có gì mới ở cả hai nơi" | "there is nothing new on either side";
    left_out(file: &str) = "{file} không đọc được nên không được gửi; xem `tiendo check`" | "{file} cannot be read and stays out; see `tiendo check`";

    updates(count: usize) = "{count} cập nhật" | "updates: {count}";
    edits(count: usize) = "{count} chỉnh sửa" | "edits: {count}";
    imports(count: usize) = "{count} kế hoạch mới" | "plans brought in: {count}";
    undone(count: usize) = "{count} lần lấy lại" | "taken back: {count}";
    files(count: usize) = "{count} tệp" | "files: {count}";
    directory = "danh bạ đơn vị" | "directory of units";
    merged_with(remote: &str) = "Gộp với {remote}" | "Merge with {remote}";

    no_conflicts = "không có chỗ nào phải chọn" | "there is nothing to decide";
    before(value: &str) = "trước: {value}" | "before: {value}";
    ours(value: &str) = "ở đây: {value}" | "here: {value}";
    theirs(value: &str) = "nơi khác: {value}" | "there: {value}";
    with_writer(value: &str, by: &str, at: &str) = "{value} ({by}, {at})" | "{value} ({by}, {at})";
    nothing_there = "(không có)" | "(nothing)";
    whole_thing(title: &str) = "cả phần “{title}”" | "all of “{title}”";
    in_holder(holder: &str) = "nằm trong {holder}" | "stands in {holder}";
    both_kept = "nhật ký: chọn bên nào cũng giữ dòng của cả hai" | "a journal: whichever is taken, the lines of both stay";
    use_git = "tiendo không gộp được tệp này; hãy dùng git" | "tiendo cannot merge this file: use git";
    no_such_conflict(typed: &str) = "không có chỗ nào phải chọn tên là \"{typed}\"" | "nothing to decide is called \"{typed}\"";
    decided(count: usize) = "đã chọn {count} chỗ" | "{count} decided";
    left(count: usize) = "còn {count}" | "{count} left";
    how_to_decide =
        "chọn bằng `tiendo conflicts --take ours CHỖ` (giữ ở đây) hoặc `--take theirs CHỖ` (lấy nơi khác); không ghi CHỖ là chọn tất cả" |
        "decide with `tiendo conflicts --take ours PLACE` (what is here) or `--take theirs PLACE` (what came in); without PLACE all of them";
    waiting(count: usize) =
        "{count} chỗ hai bên sửa khác nhau đang chờ chọn, ở đó hiện giá trị trước khi sửa; xem `tiendo conflicts`" |
        "{count} place that both sides changed waits for a decision and shows what stood there before: see `tiendo conflicts`" /
        "{count} places that both sides changed wait for a decision and show what stood there before: see `tiendo conflicts`";
    then_commit =
        "đã chọn hết; lần gộp này do người dùng bắt đầu bằng git, `git commit` sẽ kết thúc nó" |
        "all are decided; a person began this merge with git, and `git commit` ends it";
    merging_by_sync = "đang gộp dở; chọn hết ở `tiendo conflicts` rồi `tiendo sync` sẽ kết thúc" | "a merge is under way: once all is decided by `tiendo conflicts`, `tiendo sync` ends it";
    merging_by_person = "git đang gộp dở; chọn hết ở `tiendo conflicts` rồi `git commit` sẽ kết thúc" | "git is in the middle of a merge: once all is decided by `tiendo conflicts`, `git commit` ends it";
    then_sync = "đã chọn hết; `tiendo sync` sẽ gửi đi" | "all are decided; `tiendo sync` sends them out";
    unmerged = "git còn giữ hai bản chưa gộp; xem `tiendo conflicts`" | "git keeps two sides of it unmerged; see `tiendo conflicts`";
}
