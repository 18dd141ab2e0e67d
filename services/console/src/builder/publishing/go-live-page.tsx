import type { DraftDifferences, Readiness } from "@guildhall/contract";
import {
  Button,
  Checkboxes,
  DateInput,
  type ErrorSummaryItem,
  Input,
  Radios,
  Textarea,
} from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { Column } from "../../pages/office-page.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { FindingList } from "../home/findings.tsx";
import type { TypedPublication } from "./read-publication.ts";
import { StepOf } from "./steps.tsx";

export interface GoLivePageProps {
  readonly frame: DraftFrame;
  readonly readiness: Readiness;
  readonly differences: Pick<DraftDifferences, "live" | "hasMovedOn">;
  readonly typed: TypedPublication;
  readonly faults: Faults;
  readonly places: readonly ErrorSummaryItem[];
}

/** The last step: what keeps the draft from being published, or the form that publishes it. */
export function GoLivePage(props: GoLivePageProps) {
  const { frame, readiness, faults, places } = props;
  const { here } = frame;
  const blocking = readiness.sections.flatMap(({ findings }) =>
    findings.filter(({ advice }) => !advice),
  );
  const way = [
    { content: "Review what changes", href: here.publish },
    { content: "Test it", href: here.test },
  ];
  return (
    <DraftPage frame={frame} title="Publish it" way={way} faults={faults} places={places}>
      <StepOf step="Publish" />
      {blocking.length > 0 && places.length === 0 && (
        <>
          <h2 class="govuk-heading-m">What keeps it from being published</h2>
          <FindingList here={here} findings={blocking} />
        </>
      )}
      <Column>
        <PublishForm {...props} />
      </Column>
    </DraftPage>
  );
}

function PublishForm(props: GoLivePageProps) {
  const { frame, typed, faults } = props;
  return (
    <form method="post" action={frame.here.goLive} novalidate>
      <Seen frame={frame} />
      <Textarea
        name="summary"
        label="What has changed?"
        hint="A sentence or two for your colleagues. It stands in the list of versions."
        rows={3}
        value={typed.summary}
        errorMessage={faults.summary}
      />
      <When {...props} />
      <Over {...props} />
      <Button preventDoubleClick>Publish</Button>
    </form>
  );
}

function When({ typed, faults }: GoLivePageProps) {
  return (
    <Radios
      name="when"
      fieldset={{ legend: { content: "When?", classes: "govuk-fieldset__legend--s" } }}
      value={typed.when}
      errorMessage={faults.when}
      items={[
        { value: "now", content: "Now" },
        {
          value: "later",
          content: "At a time",
          hint: "It goes live by itself as it is now. What you change later stays in the draft.",
          conditional: (
            <>
              <DateInput
                id="on"
                namePrefix="on"
                fieldset={{ legend: { content: "Day" } }}
                hint="For example, 31 3 2027"
                values={typed.on}
                errorMessage={faults["on-day"]}
              />
              <Input
                name="at"
                label="Time in the United Kingdom"
                hint="For example, 09:30"
                classes="govuk-input--width-5"
                value={typed.at}
                errorMessage={faults.at}
              />
            </>
          ),
        },
      ]}
    />
  );
}

/** Whether the draft goes in the place of a version that it has nothing of. */
function Over({ differences: { live, hasMovedOn }, typed, faults }: GoLivePageProps) {
  if (!hasMovedOn || live === undefined) return null;
  return (
    <Checkboxes
      name="over"
      fieldset={{
        legend: {
          content: `Version ${live} was published after this draft began`,
          classes: "govuk-fieldset__legend--s",
        },
      }}
      hint="Take it into the draft on the review page, so that nothing of it is lost."
      items={[{ value: String(live), content: "Put the draft in its place all the same" }]}
      values={typed.over === undefined ? [] : [String(typed.over)]}
      errorMessage={faults.over}
    />
  );
}
