import { Button, type Fields } from "@guildhall/ui";
import type { Look, Office } from "../environment.ts";
import { Column, OfficePage } from "./office-page.tsx";

interface Frame {
  readonly office: Office;
  readonly look: Look;
}

export interface CarryOnPageProps extends Frame {
  /** What was sent, to be sent once more; undefined where it was files. */
  readonly sent: Fields | undefined;
  /** Where it was sent. */
  readonly action: string;
  /** The page that it was on. */
  readonly from: string;
  /** Whether the session is over; else it is one that is too old for what was to be done. */
  readonly isAway: boolean;
}

/** Holds what somebody sent until they have signed in again: nothing that was typed is lost, and no script is needed. */
export function CarryOnPage(props: CarryOnPageProps) {
  const { office, look, sent, from, isAway } = props;
  const title = isAway ? "You were signed out" : "Sign in again before this is done";
  const signIn = office.at.signInFor(office.at.signedIn, isAway ? "away" : "again");
  return (
    <OfficePage office={office} look={look} title={title}>
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{isAway ? away : again}</p>
        <ol class="govuk-list govuk-list--number">
          <li>
            <a class="govuk-link" href={signIn} target="_blank" rel="noopener">
              Sign in (opens in a new tab)
            </a>
          </li>
          {sent ? (
            <li>Come back to this page, and carry on where you were.</li>
          ) : (
            <li>
              Go to{" "}
              <a class="govuk-link" href={from}>
                the page that you were on
              </a>{" "}
              and choose your files once more. Files cannot be kept here.
            </li>
          )}
        </ol>
        {sent && <SendAgain {...props} sent={sent} />}
      </Column>
    </OfficePage>
  );
}

const away =
  "Nothing has been done yet, and nothing that you entered is lost: this page keeps it. Sign in and we will carry on where you were.";
const again =
  "This could let somebody in, or lead what people send us elsewhere, and you signed in more than 15 minutes ago. Nothing has been done yet. This page keeps what you entered.";

function SendAgain({ action, sent }: { action: string; sent: Fields }) {
  return (
    <form method="post" action={action} novalidate>
      {[...sent].flatMap(([name, values]) =>
        values.map((value) => <input type="hidden" name={name} value={value} />),
      )}
      <Button id="carry-on" preventDoubleClick>
        I have signed in: carry on
      </Button>
    </form>
  );
}

/** Where the tab ends in which somebody signed in for the sake of another. */
export function SignedInPage({ office, look }: Frame) {
  const title = "You are signed in";
  return (
    <OfficePage office={office} look={look} title={title}>
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          Close this tab, go back to the one that you came from, and carry on there.
        </p>
        <p class="govuk-body">
          Is it gone?{" "}
          <a class="govuk-link" href={office.at.root}>
            Begin at the first page
          </a>
          .
        </p>
      </Column>
    </OfficePage>
  );
}
