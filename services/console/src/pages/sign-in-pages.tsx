import { Button, ErrorSummary, Input, InsetText } from "@guildhall/ui";
import type { Look, Office } from "../environment.ts";
import { Column, OfficePage } from "./office-page.tsx";

interface Frame {
  readonly office: Office;
  readonly look: Look;
}

/** Why somebody is asked to sign in again. */
const reasons = {
  away: "You have been signed out because you were away. Sign in again to go on.",
  again:
    "You signed in more than 15 minutes ago. Sign in again to show that it is you, and we will carry on.",
  out: "You have signed out.",
  failed:
    "You could not be signed in. Try again, or ask an administrator if you are meant to have access.",
  late: "That link has been used or is out of date. Ask for a new one.",
  elsewhere:
    "You began to sign in with another browser. Open the link there, or ask for a new one here.",
  unknown:
    "We know who you are, but you do not have access here. Ask an administrator of your organisation.",
  unavailable: "Your organisation's sign-in does not answer at the moment. Try again shortly.",
} as const;
export type Reason = keyof typeof reasons;

export function isReason(text: string | undefined): text is Reason {
  return text !== undefined && Object.hasOwn(reasons, text);
}

/** The API's word for why somebody could not be signed in, as one of ours. */
const reasonOfCode: Readonly<Record<string, Reason>> = {
  "link-unknown": "late",
  "another-browser": "elsewhere",
  "not-active": "unknown",
  "no-group": "unknown",
  "email-missing": "unknown",
  "email-taken": "unknown",
  "provider-unavailable": "unavailable",
};

export function reasonOf(code: string | undefined): Reason {
  return (code === undefined ? undefined : reasonOfCode[code]) ?? "failed";
}

export interface SignInPageProps extends Frame {
  /** What the identity provider is called, where there is one. */
  readonly provider: string | undefined;
  readonly next: string;
  readonly reason?: Reason | undefined;
  /** What was typed where an address belongs, and is none. */
  readonly typed?: string;
}

/** Where staff say who they are: with their organisation's own sign-in, or by a link to their email. */
export function SignInPage(props: SignInPageProps) {
  const { office, look, provider, next, reason, typed } = props;
  const title = `Sign in to work for ${office.tenant.name}`;
  const fault = typed === undefined ? undefined : "Enter your work email address";
  return (
    <OfficePage office={office} look={look} title={title} faults={fault !== undefined}>
      <Column>
        {fault && <ErrorSummary errorList={[{ href: "#email", content: fault }]} />}
        <h1 class="govuk-heading-l">{title}</h1>
        {reason && <InsetText>{reasons[reason]}</InsetText>}
        {provider === undefined ? (
          <form method="post" action={office.at.signIn} novalidate>
            <input type="hidden" name="next" value={next} />
            <Input
              id="email"
              name="email"
              type="email"
              autocomplete="email"
              label="Your work email address"
              hint="We will send you a link to sign in with."
              value={typed}
              errorMessage={fault}
            />
            <Button>Send me a link</Button>
          </form>
        ) : (
          // A link and not a form: browsers hold the way that a form leads to our own pages.
          <Button href={office.at.beginSignIn(next, reason === "again")}>
            Sign in with {provider}
          </Button>
        )}
      </Column>
    </OfficePage>
  );
}

/** After signing out here, where the organisation's own sign-in goes on. */
export function SignedOutPage({ office, look, provider }: Frame & { provider: string }) {
  const title = "You have signed out";
  return (
    <OfficePage office={office} look={look} title={title}>
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          You are still signed in to your organisation's account. On a computer that others use,{" "}
          <a class="govuk-link" href={provider}>
            sign out of that too
          </a>
          .
        </p>
      </Column>
    </OfficePage>
  );
}

/** The same for everybody, whether there is such a colleague or not. */
export function LinkSentPage({ office, look, email }: Frame & { email: string }) {
  const title = "Check your email";
  return (
    <OfficePage office={office} look={look} title={title}>
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          If {email} belongs to somebody who works here, a link is on its way to it. It works once,
          for 15 minutes, in this browser.
        </p>
        <p class="govuk-body">
          Nothing there? Look in your junk folder, or{" "}
          <a class="govuk-link" href={office.at.signIn}>
            try again
          </a>
          .
        </p>
      </Column>
    </OfficePage>
  );
}

/** The page that a link leads to: signing in takes a press, so that whatever only looks at links signs nobody in. */
export function LinkPage({ office, look, code }: Frame & { code: string }) {
  const title = "Sign in";
  return (
    <OfficePage office={office} look={look} title={title}>
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Press the button to sign in to {office.tenant.name}.</p>
        <form method="post" action={office.at.link(code)}>
          <Button>Sign in</Button>
        </form>
      </Column>
    </OfficePage>
  );
}
