import { Button, Checkboxes, Input, Radios } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { Column } from "../../pages/office-page.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";

/** How a draft is to be shown to others, as somebody has typed it. */
export interface TypedShare {
  readonly name: string;
  readonly days: string;
  readonly showsComments: boolean;
}

export const notTyped: TypedShare = { name: "", days: "30", showsComments: false };

/** For how many days a link may be good. */
export const shareDays = ["7", "30", "90"];

/** Show the draft as it is now to colleagues and people who try it out, by a link. */
export function SharePage({
  frame,
  typed,
  faults,
}: {
  readonly frame: DraftFrame;
  readonly typed: TypedShare;
  readonly faults: Faults;
}) {
  return (
    <DraftPage frame={frame} title="Show it to others" faults={faults}>
      <Column>
        <p class="govuk-body">
          Whoever has the link sees the draft as it is now, can fill it in, and can say what they
          think of each question. Nothing that they enter is sent. They need no account.
        </p>
        <form method="post" action={frame.here.preview} novalidate>
          <Seen frame={frame} />
          <Input
            name="name"
            label="What do you call this try?"
            hint="Those with the link read it, like “First try, for the residents’ panel”."
            value={typed.name}
            errorMessage={faults.name}
          />
          <Radios
            name="days"
            fieldset={{
              legend: {
                content: "For how long is the link good?",
                classes: "govuk-fieldset__legend--s",
              },
            }}
            items={shareDays.map((value) => ({ value, content: `${value} days` }))}
            value={typed.days}
            errorMessage={faults.days}
          />
          <Checkboxes
            name="showsComments"
            items={[{ value: "yes", content: "They see what others have said of it" }]}
            values={typed.showsComments ? ["yes"] : []}
          />
          <Button preventDoubleClick>Make the link</Button>
        </form>
      </Column>
    </DraftPage>
  );
}
