import type { Stage } from "@guildhall/contract";
import { Button, Input, Textarea } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { Entered, Was } from "../ground/part-fields.tsx";
import { processAddresses } from "./addresses.ts";

export interface StagePageProps {
  readonly frame: DraftFrame;
  /** The stage that is changed; left out for a new one. */
  readonly stage?: Stage | undefined;
  readonly entered?: Entered;
  readonly faults?: Faults;
}

/** One stage, in the words of whoever follows their request. */
export function StagePage({ frame, stage, entered = new Entered(), faults = {} }: StagePageProps) {
  const to = processAddresses(frame.here);
  const kept = { title: stage?.title ?? "", text: stage?.text ?? "" };
  return (
    <DraftPage
      frame={frame}
      title={stage ? "Change a stage" : "Add a stage"}
      way={[{ content: "What happens", href: to.list }]}
      faults={faults}
    >
      <form method="post" action={stage ? to.stage(stage.id) : to.newStage} novalidate>
        <Seen frame={frame} />
        <Was field="title" value={entered.was("title", kept.title)} />
        <Input
          name="title"
          label="What it is called"
          hint="Such as “An officer is looking at it”."
          value={entered.now("title", kept.title)}
          errorMessage={faults.title}
        />
        <Was field="text" value={entered.was("text", kept.text)} />
        <Textarea
          name="text"
          label="What people read beside it (optional)"
          rows={3}
          value={entered.now("text", kept.text)}
          errorMessage={faults.text}
        />
        <div class="govuk-button-group">
          <Button preventDoubleClick>{stage ? "Save" : "Add the stage"}</Button>
          <a class="govuk-link" href={to.list}>
            Leave it
          </a>
        </div>
      </form>
    </DraftPage>
  );
}
