import { Button, Details, InsetText, Textarea } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { Column } from "../../pages/office-page.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { Autosave, DraftPage, Seen } from "../ground/draft-page.tsx";
import { NumberField } from "../ground/number-field.tsx";
import { type Entered, Was } from "../ground/part-fields.tsx";
import { PersonDetails } from "./person-details.tsx";
import { Purposes } from "./purposes.tsx";
import { WhatIsPublic } from "./what-is-public.tsx";

export interface PrivacyPageProps {
  readonly frame: DraftFrame;
  readonly entered: Entered;
  readonly faults: Faults;
}

/** Why personal data is asked for, how long it is kept, and what is public: all on one page, to fill in at once. */
export function PrivacyPage(props: PrivacyPageProps) {
  const { frame, faults } = props;
  return (
    <DraftPage frame={frame} title="Privacy and retention" faults={faults}>
      <p class="govuk-body">
        The service’s privacy notice is made from what you say here. People can read it before the
        first question.
      </p>
      <form method="post" action={frame.here.privacy} novalidate data-autosave>
        <Seen frame={frame} />
        <Column>
          <LawfulBasis {...props} />
          <Retention {...props} />
        </Column>
        <PersonDetails {...props} />
        <Purposes {...props} />
        <Autosave frame={frame} />
        <Button preventDoubleClick>Save</Button>
      </form>
      <WhatIsPublic frame={frame} />
    </DraftPage>
  );
}

function LawfulBasis({ frame, entered, faults }: PrivacyPageProps) {
  const kept = frame.draft.definition.retention?.lawfulBasis ?? "";
  return (
    <>
      <h2 class="govuk-heading-m">What allows it</h2>
      <Was field="lawfulBasis" value={entered.was("lawfulBasis", kept)} />
      <Textarea
        name="lawfulBasis"
        label="We may use what people tell us here because"
        hint="A whole sentence. People read it after “We use it to deal with your request, and to tell you what happens.”"
        rows={3}
        value={entered.now("lawfulBasis", kept)}
        errorMessage={faults.lawfulBasis}
      />
      <Details summary="What can allow it">
        <p class="govuk-body">
          Most council services are a public task or a legal duty. Name the law, like “We must look
          into noise under the Environmental Protection Act 1990.”
        </p>
        <ul class="govuk-list govuk-list--bullet">
          <li>Public task: the council does what a law gives it to do.</li>
          <li>Legal duty: a law says that the council must.</li>
          <li>Contract: the person buys or rents something from the council.</li>
          <li>Consent: the person agrees, and can stop agreeing at any time.</li>
          <li>Vital interests: somebody’s life is in danger.</li>
          <li>Legitimate interests: hardly ever for what a council does as a council.</li>
        </ul>
      </Details>
    </>
  );
}

function Retention({ frame, entered, faults }: PrivacyPageProps) {
  const { retention } = frame.draft.definition;
  return (
    <>
      <h2 class="govuk-heading-m">How long it is kept</h2>
      <NumberField
        field="days"
        kept={retention?.days}
        label="We keep what people send for how many days?"
        hint="365 is a year, and 2190 are 6 years. What your council’s retention schedule says."
        suffix="days"
        entered={entered}
        faults={faults}
      />
      <NumberField
        field="draftDays"
        kept={retention?.draftDays}
        label="We keep a form that somebody saved to finish later for how many days?"
        hint="Counted from their last change; 1 to 90. It is 28 unless you say otherwise."
        suffix="days"
        entered={entered}
        faults={faults}
      />
      {retention?.days !== undefined && (
        <InsetText>{`So far the notice says that it is kept for ${sayDays(retention.days)}.`}</InsetText>
      )}
    </>
  );
}

function sayDays(days: number): string {
  const years = Math.round(days / 365);
  const about = days >= 360 ? `, which is about ${years === 1 ? "a year" : `${years} years`}` : "";
  return `${days === 1 ? "1 day" : `${days} days`}${about}`;
}
