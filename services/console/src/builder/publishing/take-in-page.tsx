import type { NewTakeIn } from "@guildhall/contract";
import type { Conflict } from "@guildhall/sdk";
import { Button, Details, Radios } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage } from "../ground/draft-page.tsx";

export interface TakeInPageProps {
  readonly frame: DraftFrame;
  readonly conflicts: readonly Conflict[];
  /** What was decided on the page before. */
  readonly decisions: NewTakeIn["decisions"];
  readonly faults: Faults;
}

/** Parts that the draft and the live version have changed, each in another way, to be decided one by one. */
export function TakeInPage({ frame, conflicts, decisions, faults }: TakeInPageProps) {
  const { here, once } = frame;
  return (
    <DraftPage
      frame={frame}
      title="Choose what stands"
      way={[{ content: "Review what changes", href: here.publish }]}
      faults={faults}
    >
      <p class="govuk-body">
        These were changed in your draft and in what was published meanwhile. Nothing else of either
        is lost.
      </p>
      <form method="post" action={here.takeIn} novalidate>
        <input type="hidden" name="once" value={once} />
        {decisions.map(({ at, take }, place) => (
          <>
            <input type="hidden" name={`decided-at-${place}`} value={at} />
            <input type="hidden" name={`decided-take-${place}`} value={take} />
          </>
        ))}
        {conflicts.map((conflict, place) => (
          <Choice {...conflict} {...{ place, faults }} />
        ))}
        <Button preventDoubleClick>Take it into the draft</Button>
      </form>
    </DraftPage>
  );
}

type ChoiceProps = Conflict & { place: number } & Pick<TakeInPageProps, "faults">;

function Choice({ at, sentence, by, theirs, place, faults }: ChoiceProps) {
  const field = `take-${place}`;
  return (
    <>
      <input type="hidden" name={`at-${place}`} value={at} />
      <Radios
        name={field}
        fieldset={{ legend: { content: sentence, classes: "govuk-fieldset__legend--s" } }}
        items={[
          { value: "ours", content: by === "" ? "As in the draft" : `As in the draft, by ${by}` },
          {
            value: "theirs",
            content: "As it was published",
            hint: typeof theirs === "string" ? theirs : undefined,
          },
        ]}
        errorMessage={faults[field]}
      />
      {theirs !== undefined && typeof theirs !== "string" && (
        <Details summary="What was published there">
          <pre class="console-code builder-lines">{JSON.stringify(theirs, undefined, 2)}</pre>
        </Details>
      )}
    </>
  );
}
