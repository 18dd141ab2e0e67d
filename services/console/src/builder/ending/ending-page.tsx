import { Button, InsetText, Radios, Select } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { Column } from "../../pages/office-page.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { NumberField } from "../ground/number-field.tsx";
import { type Entered, Was } from "../ground/part-fields.tsx";

export interface EndingPageProps {
  readonly frame: DraftFrame;
  readonly entered: Entered;
  readonly faults: Faults;
}

/** Say whether people can tell the council that what has ended is not fixed, and what happens then. */
export function EndingPage(props: EndingPageProps) {
  const { frame, entered, faults } = props;
  const kept = frame.draft.definition.notFixed?.rule ?? "none";
  return (
    <DraftPage frame={frame} title="After the end" faults={faults}>
      <Column>
        <p class="govuk-body">
          Closed is not always fixed. On the page of a request that has ended, people can tell you
          that it is not.
        </p>
        <InsetText>
          Everybody is asked once how satisfied they are, whatever you choose here. Of what is not
          yours to deal with, nobody can say that it is not fixed: say in the words of that end whom
          to turn to.
        </InsetText>
        <form method="post" action={frame.here.afterEnd} novalidate>
          <Seen frame={frame} />
          <Was field="rule" value={entered.was("rule", kept)} />
          <Radios
            name="rule"
            fieldset={{ legend: "What happens when somebody says that it is not fixed?" }}
            value={entered.now("rule", kept)}
            items={[
              {
                value: "reopen",
                content: "Their request is opened again",
                hint: "The team gets a task with what they say, and the back office is told.",
                conditional: <WhichStage {...props} />,
              },
              {
                value: "start-anew",
                content: "They begin a new request with the same answers",
                hint: "The new request names the one before.",
              },
              { value: "none", content: "They cannot say so here" },
            ]}
            errorMessage={faults.rule}
          />
          <Limits {...props} />
          <Button preventDoubleClick>Save</Button>
        </form>
      </Column>
    </DraftPage>
  );
}

function WhichStage({ frame, entered, faults }: EndingPageProps) {
  const { stages = [], notFixed } = frame.draft.definition;
  const kept = notFixed?.stage ?? "";
  return (
    <>
      <Was field="stage" value={entered.was("stage", kept)} />
      <Select
        name="stage"
        label="Where does a request stand that is opened again?"
        value={entered.now("stage", kept)}
        items={[
          { value: "", content: "At the first stage" },
          ...stages.map(({ id, title }) => ({ value: id, content: title })),
        ]}
        errorMessage={faults.stage}
      />
    </>
  );
}

function Limits({ frame, entered, faults }: EndingPageProps) {
  const { notFixed } = frame.draft.definition;
  return (
    <>
      <NumberField
        field="withinDays"
        kept={notFixed?.withinDays ?? 28}
        label="For how many days after the end can they say so?"
        suffix="days"
        entered={entered}
        faults={faults}
      />
      <NumberField
        field="times"
        kept={notFixed?.times ?? 1}
        label="How often can they say so of one request?"
        hint="From 1 to 5. What was begun anew counts as the same request."
        suffix="times"
        entered={entered}
        faults={faults}
      />
    </>
  );
}

const ruleWords = {
  reopen: "People can say that it is not fixed, and it is opened again.",
  "start-anew": "People can say that it is not fixed, and begin a new request.",
  none: "Nobody can say here that it is not fixed.",
};

/** Leads from what happens to a request to what can be said once it has ended. */
export function AfterEnd({ frame }: Pick<EndingPageProps, "frame">) {
  const { notFixed } = frame.draft.definition;
  return (
    <section class="console-page" id="notFixed" aria-labelledby="not-fixed-title">
      <h2 class="govuk-heading-m" id="not-fixed-title">
        After the end
      </h2>
      <p class="govuk-body">
        {ruleWords[notFixed?.rule ?? "none"]}{" "}
        <a class="govuk-link" href={frame.here.afterEnd}>
          Change what people can say after the end
        </a>
      </p>
    </section>
  );
}
