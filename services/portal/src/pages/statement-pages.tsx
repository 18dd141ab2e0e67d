import { Button, ContactUs, NotificationBanner, SummaryList } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import type { Council, Look } from "../environment.ts";
import { Column, CouncilPage } from "./council-page.tsx";

interface StatementProps {
  readonly council: Council;
  readonly look: Look;
}

/** Say whose the data is and what a person may ask for; each service says on its own page why and how long. */
export function PrivacyPage({ council, look }: StatementProps) {
  const { name } = council.brand;
  return (
    <Statement council={council} look={look} title="Privacy">
      <p class="govuk-body">
        {name} decides why and how what you enter here is used. In data protection law it is the
        controller.
      </p>
      <h2 class="govuk-heading-m">What we use</h2>
      <p class="govuk-body">
        We use what you enter and the files that you add, and nothing else. We do not follow what
        you do here, and these pages load nothing from other organisations.
      </p>
      <h2 class="govuk-heading-m">What we use it for</h2>
      <p class="govuk-body">
        We use it to deal with what you report, and to tell you what happens. It goes to the team
        that deals with it. The page that you start a service on says which law allows us to use it,
        and how long we keep it. What you enter and do not send is kept for 24 hours.
      </p>
      <h2 class="govuk-heading-m">Your rights</h2>
      <p class="govuk-body">
        You can ask for a copy of what we hold about you, ask us to correct it, and in some cases to
        delete it or to stop using it. Contact us to do so. If you are not content with how we use
        it, you can complain to the{" "}
        <a class="govuk-link" href="https://ico.org.uk/make-a-complaint/">
          Information Commissioner’s Office
        </a>
        .
      </p>
    </Statement>
  );
}

/** Say what these pages are held to, and what to do where they fail. */
export function AccessibilityPage({ council, look }: StatementProps) {
  return (
    <Statement council={council} look={look} title="Accessibility statement">
      <p class="govuk-body">
        We want everybody to be able to use these pages. You should be able to use them with a
        keyboard alone, with a screen reader, with your own colours, enlarged to 400% without
        scrolling sideways, and without JavaScript.
      </p>
      <h2 class="govuk-heading-m">How accessible they are</h2>
      <p class="govuk-body">
        They are made to meet the{" "}
        <a class="govuk-link" href="https://www.w3.org/TR/WCAG22/">
          Web Content Accessibility Guidelines version 2.2
        </a>{" "}
        at level AA. Every kind of page is checked by automatic tests. Disabled people have not
        tested them yet.
      </p>
      <p class="govuk-body">
        Files that people send us, and letters that we attach, may not be accessible. Ask us for
        them in another form.
      </p>
      <h2 class="govuk-heading-m">If something does not work for you</h2>
      <p class="govuk-body">
        Contact us, say which page it is and what went wrong, and we will help you in another way.
        If you are not content with our answer, contact the{" "}
        <a class="govuk-link" href="https://www.equalityadvisoryservice.com/">
          Equality Advisory and Support Service
        </a>
        . The Equality and Human Rights Commission enforces the accessibility regulations of 2018.
      </p>
    </Statement>
  );
}

/** Name the one cookie, and let it be deleted. */
export function CookiesPage({ council, look, cleared }: StatementProps & { cleared: boolean }) {
  return (
    <Statement
      council={council}
      look={look}
      title="Cookies"
      banner={
        cleared && (
          <NotificationBanner type="success">
            This browser no longer holds anything of yours.
          </NotificationBanner>
        )
      }
    >
      <p class="govuk-body">
        These pages use one cookie, and only after you begin a service or open a request. It is
        needed for that, so we do not ask whether you agree. Nobody uses it to follow you.
      </p>
      <SummaryList
        rows={[
          { key: "Name", value: council.cookie },
          {
            key: "What it is for",
            value:
              "Lets this browser open what you are filling in and the requests that you follow",
          },
          { key: "Deleted after", value: "24 hours" },
        ]}
      />
      <p class="govuk-body">
        On a computer that others use too, delete it when you have finished. What you have begun and
        not sent cannot be opened any more after that.
      </p>
      <form method="post" action={council.at.cookies}>
        <Button classes="govuk-button--secondary">Delete the cookie</Button>
      </form>
    </Statement>
  );
}

function Statement(props: StatementProps & { title: string; banner?: Child; children?: Child }) {
  const { council, look, title, banner, children } = props;
  return (
    <CouncilPage council={council} look={look} title={title}>
      <Column>
        {banner}
        <h1 class="govuk-heading-xl">{title}</h1>
        {children}
        {council.brand.contact && <ContactUs {...council.brand.contact} />}
      </Column>
    </CouncilPage>
  );
}
