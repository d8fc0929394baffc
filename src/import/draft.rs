//! The stages in order: a document's bytes to a draft.

use sha2::{Digest, Sha256};

use super::basis::{self, add};
use super::case::{Wording, is_capitals};
use super::cells::unfold;
use super::finding::{self, Doubt, Finding};
use super::letterhead::{Field, dateline, number};
use super::line::{Line, lines};
use super::paragraph::{Paragraph, paragraphs};
use super::proper::proper;
use super::review::{Forerunner, Original};
use super::section::{Read, appendix, pieces, sections};
use super::span::{Spans, is_attachment, opens_recipients, spans};
use super::tasks::Maker;
use super::times::Years;
use super::year::{YearSpan, years};
use super::{Draft, ImportError, Request, issuer, numbers, plan_id, read, recipients, signatory, title};
use crate::domain::{
    Basis, FormatVersion, Plan, PlanFormat, Recipient, Relation, RelationKind, Section, Signatory, Source,
    Stretch,
};

/// The year that is assumed where nothing at all tells one.
const NO_YEAR: i32 = 2000;

/// Reads a document to a draft. What is missing or doubtful is told in the findings.
///
/// # Errors
/// When the bytes are no text.
pub fn draft(bytes: &[u8], request: &mut Request<'_>) -> Result<Draft, ImportError> {
    let text = read::transcript(bytes, request.converted)?;
    let lines = unfold(lines(&text.lines));
    let document = Document::read(&lines);
    let of_text = text.doubts.into_iter().map(|doubt| Finding { lines: None, doubt });
    let mut findings: Vec<Finding> = of_text.chain(document.findings.clone()).collect();
    let years = document.years(request.year, &mut findings);
    // A plan is issued in its year or the one before; an older date is another matter.
    let issued = document.issued.map(Stretch::year).filter(|issued| issued + 1 == years.year);
    let years_of_times = Years { year: years.year, until: years.until, issued };
    let mut maker = Maker { years: years_of_times, next_id: &mut *request.next_id };
    let read = &document.sections;
    let sections = read.iter().enumerate().map(|(at, read)| section(at, read, &mut maker)).collect();
    let plan = Plan {
        format: PlanFormat::Plan,
        version: FormatVersion::CURRENT,
        id: plan_id::plan_id(document.number.as_deref(), &document.title, years.year),
        year: years.year,
        until: years.until,
        sections,
        source: Some(source(bytes, request.file)),
        number: document.number,
        title: document.title,
        issuer: document.issuer,
        place: document.place,
        issued: document.issued,
        bases: document.bases,
        relations: document.relations,
        recipients: document.recipients,
        signatory: document.signatory,
    };
    let heading_lines: Vec<(u32, u32)> = document.sections.iter().map(|read| read.lines).collect();
    findings.extend(finding::of_plan(&plan, &heading_lines));
    findings.sort_by_key(|finding| finding.lines);
    let headings = plan.sections.iter().map(|section| section.id.clone()).zip(heading_lines).collect();
    let lines = text.lines.lines().map(str::to_owned).collect();
    let original = Original { lines, headings, forerunner: Forerunner::Document };
    Ok(Draft { plan, findings, original })
}

fn section(at: usize, read: &Read, maker: &mut Maker<'_>) -> Section {
    Section {
        id: format!("s{}", at + 1),
        number: read.number.clone(),
        title: read.title.clone(),
        kind: read.kind,
        text: read.outline.loose.clone(),
        tasks: maker.tasks(&read.outline.items),
    }
}

fn source(bytes: &[u8], file: &str) -> Source {
    Source { file: file.to_owned(), sha256: fingerprint(bytes), imported_at: None }
}

/// By what the same bytes are known again.
pub(super) fn fingerprint(bytes: &[u8]) -> String {
    let hexadecimal = |sum: String, byte: &u8| sum + &format!("{byte:02x}");
    Sha256::digest(bytes).iter().fold(String::new(), hexadecimal)
}

/// What a document says, before its times are understood.
struct Document {
    number: Option<String>,
    title: String,
    issuer: String,
    place: Option<String>,
    issued: Option<Stretch>,
    bases: Vec<Basis>,
    relations: Vec<Relation>,
    sections: Vec<Read>,
    recipients: Vec<Recipient>,
    signatory: Option<Signatory>,
    preamble: Vec<Paragraph>,
    findings: Vec<Finding>,
}

impl Document {
    fn read(lines: &[Line]) -> Self {
        let spans = spans(lines);
        let wording = Wording::of(lines.iter().map(|line| line.text.as_str()));
        let (title, body_start) = spans.title.map_or((String::new(), 0), |at| title::title(lines, at));
        let body = body_start.min(spans.body.end)..spans.body.end;
        let (pieces, mut findings) = pieces(&lines[body]);
        let (preamble, mut sections) = sections(pieces);
        for (read, doubtful) in spans.appendices.iter().filter_map(|range| appendix(&lines[range.clone()])) {
            sections.push(read);
            findings.extend(doubtful);
        }
        let mut bases = decision_bases(lines, &spans);
        bases.extend(basis::bases(&preamble));
        let (recipients, signatory) = closing(lines, &spans);
        let mut document = Self {
            number: None,
            title: wording.restore(&title),
            issuer: issuer(lines, &spans, &preamble, &wording),
            place: None,
            issued: None,
            relations: basis::relations(&bases),
            bases,
            sections,
            recipients,
            signatory,
            preamble,
            findings,
        };
        document.read_letterhead(&lines[spans.head.clone()]);
        document.tie(lines);
        document
    }

    /// Number, place and date, with findings for what is blank.
    fn read_letterhead(&mut self, head: &[Line]) {
        let number = number(head);
        let blank = match number {
            Field::Blank(line) => Some((line, line)),
            Field::Missing | Field::Said(_) => None,
        };
        self.number = number.said();
        if self.number.is_none() {
            self.findings.push(Finding { lines: blank, doubt: Doubt::NoNumber });
        }
        let dateline = dateline(head);
        let line = dateline.as_ref().map(|dateline| (dateline.line, dateline.line));
        if let Some(dateline) = dateline {
            self.place = dateline.place;
            self.issued = dateline.issued;
        }
        if !matches!(self.issued, Some(Stretch::Day(_))) {
            self.findings.push(Finding { lines: line, doubt: Doubt::NoDay });
        }
    }

    /// The ties that stand outside the bases: the decision that the plan came with, the plans that it replaces.
    fn tie(&mut self, lines: &[Line]) {
        let note = self.preamble.iter().find(|paragraph| is_attachment(&paragraph.text));
        if let Some(note) = note {
            let cited = numbers::cited(&note.text).into_iter().next();
            self.number = self.number.take().or_else(|| cited.clone());
            if let Some(number) = cited.or_else(|| self.number.clone()) {
                add(&mut self.relations, Relation { kind: RelationKind::AttachedTo, number });
            }
        }
        let replaced =
            lines.windows(2).flat_map(|pair| basis::replaced(&format!("{} {}", pair[0].text, pair[1].text)));
        replaced.for_each(|relation| add(&mut self.relations, relation));
    }

    /// The plan's years; where nothing tells them, one is assumed and said so.
    fn years(&self, asked: Option<i32>, findings: &mut Vec<Finding>) -> YearSpan {
        let texts = self.preamble.iter().map(|paragraph| paragraph.text.as_str());
        let told = years(&self.title, self.issued, texts.chain(self.section_texts()));
        match (asked, told) {
            (Some(year), told) => {
                YearSpan { year, until: told.and_then(|told| told.until).filter(|until| *until > year) }
            }
            (None, Some(told)) => told,
            (None, None) => {
                findings.push(Finding { lines: None, doubt: Doubt::AssumedYear(NO_YEAR) });
                YearSpan { year: NO_YEAR, until: None }
            }
        }
    }

    fn section_texts(&self) -> impl Iterator<Item = &str> {
        let loose = self.sections.iter().flat_map(|section| &section.outline.loose);
        let items =
            self.sections.iter().flat_map(|section| &section.outline.items).flat_map(|item| &item.paragraphs);
        loose.chain(items).map(String::as_str)
    }
}

/// The issuer: the body of the letterhead in the document's own case, else the one that the preamble names.
fn issuer(lines: &[Line], spans: &Spans, preamble: &[Paragraph], wording: &Wording<'_>) -> String {
    let end = spans.decision.unwrap_or(spans.head.end);
    let in_case = |name: String| if is_capitals(&name) { proper(&wording.restore(&name)) } else { name };
    let printed = issuer::in_letterhead(&lines[spans.head.start..end]).map(in_case);
    let clause = || preamble.iter().rev().find_map(|paragraph| issuer::in_clause(&paragraph.text));
    match printed {
        Some(name) if issuer::is_generic(&name) => clause().unwrap_or(name),
        printed => printed.or_else(clause).unwrap_or_default(),
    }
}

/// The grounds of the decision that a plan came with.
fn decision_bases(lines: &[Line], spans: &Spans) -> Vec<Basis> {
    let Some(from) = spans.decision else { return Vec::new() };
    let decision = &lines[from..spans.head.end];
    let end = decision.iter().position(|line| line.text.starts_with("Điều 1")).unwrap_or(decision.len());
    let grounds = paragraphs(&decision[..end]);
    basis::bases(&grounds)
}

/// Recipients and signature: after the body, else those of the decision before the plan.
fn closing(lines: &[Line], spans: &Spans) -> (Vec<Recipient>, Option<Signatory>) {
    let read = |lines: &[Line]| {
        let (recipients, others) = recipients::recipients(lines);
        let signatory = signatory::signatory(&others);
        (recipients, signatory)
    };
    let own = read(&lines[spans.tail.clone()]);
    let before = &lines[spans.head.clone()];
    match before.iter().position(|line| opens_recipients(&line.text)) {
        Some(at) if own.0.is_empty() => read(&before[at..]),
        _ => own,
    }
}
