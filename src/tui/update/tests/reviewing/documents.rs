//! Documents that are asked for, pasted, or may be there already.

use super::*;

#[test]
fn a_document_is_pasted_and_a_path_is_no_document() {
    let pasted = |text: &str| {
        let mut harness = Harness::new(small()).press("i");
        harness.paste(text);
        harness
    };
    let harness = pasted(&DOCUMENT.replace('\n', "\r"));
    let Some(Job::Propose(wanted)) = harness.asked().last() else { panic!() };
    assert_eq!(wanted.from, Material::Pasted { name: "văn bản dán vào".into(), text: DOCUMENT.into() });
    assert!(harness.state.layer.is_none());
    for path in
        ["/tmp/a.docx\n", "'/tmp/a.docx'\n'/tmp/b.docx'\n", "file:///tmp/a.docx\r\nfile:///tmp/b.docx"]
    {
        assert!(!pasted(path).asked().any(|job| matches!(job, Job::Propose(_))), "{path}");
    }
    let harness = pasted("file:///tmp/k%20h.docx\n").press("<enter>");
    let Some(Job::Propose(wanted)) = harness.asked().last() else { panic!() };
    assert_eq!(wanted.from, Material::Document("/tmp/k h.docx".into()));
}

#[test]
fn what_is_typed_ahead_of_a_document_is_no_keys() {
    let mut harness = Harness::new(small()).press("i");
    harness.burst("KẾ HOẠCH<enter>d12/BC<enter>");
    assert!(matches!(harness.asked().last(), Some(Job::Propose(_))));
    assert!(harness.state.layer.is_none(), "{:?}", harness.state.layer);
}

#[test]
fn a_path_is_gone_on_with() {
    let typed = |harness: &Harness| match &harness.state.layer {
        Some(Layer::Document(field)) => field.text().to_owned(),
        other => panic!("{other:?}"),
    };
    let mut harness = Harness::new(small()).press("i'~/k<tab>");
    let Some(Job::Complete(from)) = harness.asked().last().cloned() else { panic!() };
    assert_eq!(from, "~/k");
    let found = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<String>>();
    harness.tell(News::Completed(from, found(&["~/ke hoach 1.docx", "~/ke hoach 2.docx"])));
    assert_eq!(typed(&harness), "~/ke hoach ");
    harness = harness.press("<tab>");
    harness.tell(News::Completed("~/ke hoach ".into(), found(&["~/ke hoach 1.docx", "~/ke hoach 2.docx"])));
    assert!(harness.screen().contains("ke hoach 1.docx  ke hoach 2.docx"), "{}", harness.screen());
    harness.tell(News::Completed("~/ke hoach ".into(), Vec::new()));
    assert_eq!(
        harness.state.notices.toast.as_ref().unwrap().text,
        "Không có tệp hay thư mục nào bắt đầu như vậy"
    );
    harness = harness.press("3");
    harness.tell(News::Completed("~/ke hoach ".into(), found(&["~/khác"])));
    assert_eq!(typed(&harness), "~/ke hoach 3", "what was typed since stays");
}

#[test]
fn a_path_is_asked_for_and_comes_back_when_it_cannot_be_read() {
    let mut harness = Harness::new(small()).press("i~/a.docx<enter>");
    let Some(Job::Propose(wanted)) = harness.asked().last().cloned() else { panic!() };
    assert_eq!(wanted, Wanted::of(Material::Document("~/a.docx".into())));
    harness.tell(News::Proposed(wanted, Err(disk_full())));
    assert!(matches!(&harness.state.layer, Some(Layer::Document(field)) if field.text() == "~/a.docx"));
    let harness = harness.press("<esc>i<up>");
    assert!(matches!(&harness.state.layer, Some(Layer::Document(field)) if field.text() == "~/a.docx"));
}

#[test]
fn a_document_that_may_be_another_copy_is_asked_about_first() {
    let mut harness = Harness::new(small());
    let mut proposed = proposed(DOCUMENT);
    proposed.proposal.recognised = Recognised::Perhaps(vec!["a-2022".into()]);
    harness.tell(News::Proposed(proposed.wanted.clone(), Ok(proposed)));
    assert!(harness.state.review.is_none() && harness.screen().contains("a-2022"));
    let harness = harness.press("<ctrl-u>a-2022<enter>");
    let Some(Job::Propose(wanted)) = harness.asked().last() else { panic!() };
    assert_eq!(wanted.wishes.id.as_deref(), Some("a-2022"));
}

#[test]
fn another_year_has_the_document_read_again() {
    let harness = reviewing().press("jjjje<ctrl-u>2024<enter>");
    let Some(Job::Propose(wanted)) = harness.asked().last() else { panic!() };
    assert_eq!(wanted.wishes.year, Some(2024));
    let changed = reviewing().press("Ajjjje<ctrl-u>2024<enter>");
    assert!(!changed.asked().any(|job| matches!(job, Job::Propose(_))), "what was done is not thrown away");
    assert_eq!(desk(&changed).review.sheet().plan.year, 2024);
}
