//! The stages in order: a document's bytes to a draft.

use sha2::{Digest, Sha256};

use super::basis::{self, add};
use super::case::{Wording, is_capitals};
use super::cells::unfold;
use super::finding::{Doubt, Finding};
use super::letterhead::{dateline, number};
use super::line::{Line, lines};
use super::paragraph::{Paragraph, paragraphs};
use super::proper::proper;
use super::review::{Forerunner, Original};
use super::section::{Read, appendix, pieces, sections};
use super::span::{Spans, is_attachment, opens_recipients, spans};
use super::spot::{Field, Spot};
use super::tasks::{Maker, known};
use super::times::{self, Years};
use super::trace::{Clause, Sureness, Trace, Traced, Traces};
use super::year::{By, YearSpan, years};
use super::{
    Draft, ImportError, Request, issuer, numbers, plan_id, read, recipients, scan, shown, signatory, title,
    unread,
};
use crate::domain::{
    Basis, Entry, FormatVersion, Plan, PlanFormat, Recipient, Relation, RelationKind, Section, Signatory,
    Source, Stretch, When,
};

/// The year that is assumed where nothing at all tells one.
const NO_YEAR: i32 = 2000;

/// Reads a document to a draft. What is missing or doubtful is told in the findings.
///
/// # Errors
/// When the bytes are no text.
pub fn draft(bytes: &[u8], request: &mut Request<'_>) -> Result<Draft, ImportError> {
    let text = read::transcript(bytes, request.converted)?;
    let (mended, misread) = scan::mended(&text.lines);
    let lines = unfold(lines(&mended));
    let mut document = Document::read(&lines);
    let is_mended = !text.doubts.is_empty();
    let of_text = text.doubts.into_iter().map(|doubt| Finding { lines: None, doubt });
    let mut findings: Vec<Finding> = of_text.chain(misread).chain(document.findings.clone()).collect();
    let years = document.years(request.year, &mut findings);
    // A plan is issued in its year or the one before; an older date is another matter.
    let issued = document.issued.map(Stretch::year).filter(|issued| issued + 1 == years.year);
    let years_of_times = Years { year: years.year, until: years.until, issued };
    let traces = std::mem::take(&mut document.traces);
    let read = &document.sections;
    let known = known(read.iter().flat_map(|read| &read.outline.items));
    let mut maker = Maker { years: years_of_times, next_id: &mut *request.next_id, traces, known };
    findings.extend(
        read.iter()
            .filter(|read| read.kind.holds_tasks())
            .flat_map(|read| of_nobody(&read.outline.loose, years_of_times))
            .filter(|finding| !unread::holds(&document.findings, finding.lines)),
    );
    let sections = read.iter().enumerate().map(|(at, read)| section(at, read, &mut maker)).collect();
    let mut traces = maker.traces;
    if is_mended {
        // Letters or numbers were made out, not read.
        traces.limit(Sureness::Likely);
    }
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
    findings.extend(shown::of_plan(&plan, &traces, years_of_times));
    let lines = text.lines.lines().map(str::to_owned).collect();
    let original = Original { lines, traces, forerunner: Forerunner::Document };
    findings.extend(original.guesses(&plan, &findings));
    findings.sort_by_key(|finding| finding.lines);
    Ok(Draft { plan, findings, original })
}

fn section(at: usize, read: &Read, maker: &mut Maker<'_>) -> Section {
    let id = format!("s{}", at + 1);
    maker.traces.tell(Spot::Section(id.clone()), Field::Title, [read.trace]);
    Section {
        id,
        number: read.number.clone(),
        title: read.title.clone(),
        kind: read.kind,
        text: read.outline.loose.iter().map(|clause| clause.said.clone()).collect(),
        tasks: maker.tasks(&read.outline.items),
    }
}

/// The times that paragraphs tell which belong to no task.
fn of_nobody(loose: &[Clause], years: Years) -> impl Iterator<Item = Finding> {
    let is_due = |when: When| !matches!(when, When::In(_) | When::Ongoing | When::Pending);
    loose.iter().flat_map(move |clause| {
        let times =
            times::of_sentence(&clause.said, years).into_iter().filter(move |entry| is_due(entry.when));
        let told =
            |entry: Entry| Finding { lines: clause.trace.lines, doubt: Doubt::NobodysTime(entry.text) };
        times.map(told)
    })
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
    traces: Traces,
}

impl Document {
    fn read(lines: &[Line]) -> Self {
        let spans = spans(lines);
        let wording = Wording::of(lines.iter().map(|line| line.text.as_str()));
        let (title, body_start) = match spans.title.map(|at| title::title(lines, at)) {
            Some((title, next)) => (Some(title), next),
            None => (None, 0),
        };
        let body = body_start.min(spans.body.end)..spans.body.end;
        let (pieces, mut findings) = pieces(&lines[body]);
        let (preamble, mut sections) = sections(pieces);
        findings.extend(sections.iter_mut().flat_map(|read| std::mem::take(&mut read.unread)));
        for own in spans.appendices.iter().map(|range| &lines[range.clone()]) {
            match appendix(own) {
                Some((read, doubtful)) => {
                    sections.push(read);
                    findings.extend(doubtful);
                }
                None => findings.extend(unread::of_appendix(own)),
            }
        }
        let mut bases = decision_bases(lines, &spans);
        bases.extend(basis::bases(&preamble));
        let mut traces = Traces::default();
        let (recipients, signatory) = closing(lines, &spans);
        let title = title.filter(|title| !title.said.is_empty()).map(|title| in_case(&wording, &title));
        let issuer = issuer(lines, &spans, &preamble, &wording);
        let mut relations = basis::relations(&bases);
        let head = &lines[spans.head.clone()];
        let number = number(head);
        let blank = number.blank();
        let own = number.said();
        let of_decision = tie(lines, &preamble, own.as_ref(), &mut relations);
        if own.is_none() {
            findings.push(Finding { lines: blank, doubt: Doubt::NoNumber });
        }
        let number = own.or_else(|| of_decision.map(|number| number.at_most(Sureness::Likely)));
        let mut document = Self {
            number: told(&mut traces, Field::Number, number).pop(),
            title: told(&mut traces, Field::Title, title).pop().unwrap_or_default(),
            issuer: told(&mut traces, Field::Issuer, issuer).pop().unwrap_or_default(),
            place: None,
            issued: None,
            relations: told(&mut traces, Field::Relations, relations),
            bases: told(&mut traces, Field::Bases, bases),
            sections,
            recipients: told(&mut traces, Field::Recipients, recipients),
            signatory: told(&mut traces, Field::Signatory, signatory).pop(),
            preamble,
            findings,
            traces,
        };
        document.read_dateline(head);
        document
    }

    /// Place and date, with a finding where the day is blank.
    fn read_dateline(&mut self, head: &[Line]) {
        let dateline = dateline(head);
        let lines = dateline.as_ref().map(|dateline| dateline.lines);
        if let Some(dateline) = dateline {
            let traced = Trace::certain(dateline.lines);
            self.traces.tell_head(Field::Place, dateline.place.as_ref().map(|_| traced));
            self.traces.tell_head(Field::Issued, dateline.issued.map(|_| traced));
            self.place = dateline.place;
            self.issued = dateline.issued;
        }
        if !matches!(self.issued, Some(Stretch::Day(_))) {
            self.findings.push(Finding { lines, doubt: Doubt::NoDay });
        }
    }

    /// The plan's years; where nothing tells them, one is assumed and said so. What a person asked for no line tells.
    fn years(&mut self, asked: Option<i32>, findings: &mut Vec<Finding>) -> YearSpan {
        let texts: Vec<(&str, Option<Trace>)> = self.texts().collect();
        let told = years(&self.title, self.issued, texts.iter().map(|(text, _)| *text));
        let trace_of = |by| match by {
            By::Title => self.traces.of(&Spot::Head(Field::Title), Field::Title).first().copied(),
            By::Issue => {
                let issued = self.traces.of(&Spot::Head(Field::Issued), Field::Issued).first();
                issued.map(|trace| trace.at_most(Sureness::Likely))
            }
            By::Text(at) => {
                Some(texts[at].1.map_or(Trace::ASSUMED, |trace| trace.at_most(Sureness::Guessed)))
            }
        };
        let (span, trace) = match (asked, told) {
            (Some(year), told) => {
                let until = told.and_then(|(told, _)| told.until).filter(|until| *until > year);
                (YearSpan { year, until }, None)
            }
            (None, Some((span, by))) => (span, trace_of(by)),
            (None, None) => {
                findings.push(Finding { lines: None, doubt: Doubt::AssumedYear(NO_YEAR) });
                (YearSpan { year: NO_YEAR, until: None }, Some(Trace::ASSUMED))
            }
        };
        self.traces.tell_head(Field::Year, trace);
        span
    }

    /// The texts that may say a year, and where they stand as far as that is known.
    fn texts(&self) -> impl Iterator<Item = (&str, Option<Trace>)> {
        let preamble = self.preamble.iter().map(|p| (p.text.as_str(), Some(Trace::certain(p.lines))));
        let loose = self.sections.iter().flat_map(|section| &section.outline.loose);
        let items =
            self.sections.iter().flat_map(|section| &section.outline.items).flat_map(|item| &item.paragraphs);
        let clauses = loose.chain(items).map(|clause| (clause.said.as_str(), Some(clause.trace)));
        preamble.chain(clauses)
    }
}

/// The values of a field of the plan; where they were read is told.
fn told<T>(traces: &mut Traces, field: Field, values: impl IntoIterator<Item = Traced<T>>) -> Vec<T> {
    let (values, of_values): (Vec<T>, Vec<Trace>) =
        values.into_iter().map(|value| (value.said, value.trace)).unzip();
    traces.tell_head(field, of_values);
    values
}

/// The ties that stand outside the bases: the decision that the plan came with, whose number is answered, and the plans
/// that it replaces.
fn tie(
    lines: &[Line],
    preamble: &[Paragraph],
    own: Option<&Clause>,
    relations: &mut Vec<Traced<Relation>>,
) -> Option<Clause> {
    let note = preamble.iter().find(|paragraph| is_attachment(&paragraph.text));
    let number = note.and_then(|note| {
        let cited = numbers::cited(&note.text).into_iter().next();
        cited.map(|number| Traced::certain(number, note.lines))
    });
    if let Some(Traced { said, trace }) = number.as_ref().or(own).filter(|_| note.is_some()) {
        let relation = Relation { kind: RelationKind::AttachedTo, number: said.clone() };
        add(relations, Traced { said: relation, trace: *trace });
    }
    for pair in lines.windows(2) {
        let near = (pair[0].number, pair[1].number);
        for relation in basis::replaced(&format!("{} {}", pair[0].text, pair[1].text)) {
            add(relations, Traced::certain(relation, near));
        }
    }
    number
}

/// A title or a name in the document's own case.
fn in_case(wording: &Wording<'_>, printed: &Clause) -> Clause {
    let (said, sureness) = wording.restore(&printed.said);
    Traced { said, trace: printed.trace }.at_most(sureness)
}

/// The issuer: the body of the letterhead in the document's own case, else the one that the preamble names.
fn issuer(lines: &[Line], spans: &Spans, preamble: &[Paragraph], wording: &Wording<'_>) -> Option<Clause> {
    let end = spans.decision.unwrap_or(spans.head.end);
    let named = |name: Clause| {
        let is_capitals = is_capitals(&name.said);
        let name = in_case(wording, &name);
        if is_capitals { Traced { said: proper(&name.said), ..name } } else { name }
    };
    let printed = issuer::in_letterhead(&lines[spans.head.start..end]).map(named);
    let clause = || {
        let named = |p: &Paragraph| Some(Traced::certain(issuer::in_clause(&p.text)?, p.lines));
        preamble.iter().rev().find_map(named).map(|name| name.at_most(Sureness::Likely))
    };
    match printed {
        Some(name) if issuer::is_generic(&name.said) => clause().or(Some(name)),
        printed => printed.or_else(clause),
    }
}

/// The grounds of the decision that a plan came with.
fn decision_bases(lines: &[Line], spans: &Spans) -> Vec<Traced<Basis>> {
    let Some(from) = spans.decision else { return Vec::new() };
    let decision = &lines[from..spans.head.end];
    let end = decision.iter().position(|line| line.text.starts_with("Điều 1")).unwrap_or(decision.len());
    let grounds = paragraphs(&decision[..end]);
    basis::bases(&grounds)
}

/// Recipients and signature: after the body, else those of the decision before the plan.
fn closing(lines: &[Line], spans: &Spans) -> (Vec<Traced<Recipient>>, Option<Traced<Signatory>>) {
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

#[cfg(test)]
mod tests;
