//! Something that a school proposes, as the office sees it: what it is, its files, and what to do with it.

use askama::Template;

use super::proposed::Proposed;
use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Token};
use crate::domain::lang::Lang;
use crate::domain::proposal::ProposalState;
use crate::domain::role::Action;
use crate::domain::version::File;
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Form, Look, Typed, button, line};
use crate::pages::html::{Banner, Link, Passage};
use crate::pages::naming;
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{say, say_of};

/// The form that declines it.
pub const DECLINE: &str = "decline";

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct ProposalView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// What is proposed, and by whom.
    pub proposed: Proposed<'a>,
    /// Its texts, as long as no draft has them.
    pub texts: &'a [(Lang, &'a File)],
    /// What was typed, if it was refused.
    pub typed: &'a Typed,
}

#[derive(Template)]
#[template(path = "admin/proposal.html")]
struct ProposalPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    title: Passage,
    from: String,
    by: String,
    refusals: &'a [String],
    state: Banner,
    note: Vec<String>,
    from_day: Option<String>,
    texts: Vec<Link>,
    document: Option<Link>,
    /// The draft that was made of it.
    draft: Option<Link>,
    take: Option<Form>,
    decline: Option<Form>,
}

/// The complete page.
pub fn render(view: &ProposalView<'_>) -> String {
    let page = view.staff.lang;
    let Proposed { proposal, organization, document } = view.proposed;
    let id = Token::new(&proposal.id);
    let state = proposal.state();
    let text = |(lang, file): &(Lang, &File)| {
        let words = format!(
            "{}: {} ({})",
            say(page, &format!("admin-upload-file-{lang}")),
            file.name,
            naming::type_and_size(file, page)
        );
        Link::new(Admin::ProposedFile(id, *lang), words)
    };
    let document = document.map(|document| Link {
        href: Admin::Document(document.code).to_string(),
        words: naming::title(document, organization, page),
    });
    let take = Form::press("take", Admin::TakeProposal(id), button(page, "proposal-take", Look::First));
    finish(&ProposalPage {
        chrome: view.staff.chrome_of("proposal-title"),
        menu: view.staff.menu(),
        title: view.proposed.title(page),
        from: view.proposed.from(page),
        by: say_of(page, "proposal-by", "login", &proposal.proposed_by),
        refusals: &view.typed.refusals,
        state: view.proposed.state(page),
        note: proposal.note.lines().map(str::to_owned).collect(),
        from_day: proposal
            .effective_from
            .map(|day| say_of(page, "proposal-from-day", "date", &say_day(page, day, DayForm::Long))),
        texts: view.texts.iter().map(text).collect(),
        document,
        draft: proposal
            .draft
            .filter(|_| state == ProposalState::Draft)
            .map(|draft| Link::new(Admin::Draft(draft), say(page, "proposal-open-draft"))),
        take: (state == ProposalState::Waiting).then_some(take),
        decline: (state.is_open() && view.staff.may(Action::Publish)).then(|| view.decline(id)),
    })
}

impl ProposalView<'_> {
    fn decline(&self, id: Token) -> Form {
        let page = self.staff.lang;
        let reason = line(page, "reason", "admin-reason", "").required();
        Form::new(DECLINE, Admin::DeclineProposal(id))
            .with(vec![reason.with_hint(say(page, "proposal-decline-hint"))])
            .button(button(page, "proposal-decline", Look::Danger))
            .filled(self.typed)
    }
}
