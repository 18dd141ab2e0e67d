import { Button, Radios } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage } from "../ground/draft-page.tsx";
import { questionAddresses } from "./addresses.ts";
import { type QuestionType, questionTypes } from "./question-types.ts";

interface TypePageProps {
  readonly frame: DraftFrame;
  /** The list that the question goes into, and what that is called. */
  readonly list: string;
  readonly into: string;
  readonly types: readonly QuestionType[];
  readonly faults?: Faults;
}

/** Choose what kind of answer a new question takes. */
export function TypePage({ frame, list, into, types, faults = {} }: TypePageProps) {
  const to = questionAddresses(frame.here);
  const way = [{ content: "Questions", href: to.list }];
  return (
    <DraftPage frame={frame} title="Add a question" way={way} faults={faults}>
      <form method="get" action={`${to.list}/add`}>
        <input type="hidden" name="to" value={list} />
        <Radios
          name="type"
          fieldset={{
            legend: {
              content: `What kind of answer does it take, in “${into}”?`,
              classes: "govuk-fieldset__legend--m",
            },
          }}
          errorMessage={faults.type}
          classes="govuk-radios--small"
          items={types.map((type) => ({
            value: type,
            content: questionTypes[type].title,
            hint: questionTypes[type].text,
          }))}
        />
        <Button>Continue</Button>
      </form>
    </DraftPage>
  );
}
