import type { LiveTarget, Target } from "@guildhall/contract";
import { Button, InsetText, Radios, Select } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { Column } from "../../pages/office-page.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { destinationAddresses } from "./addresses.ts";

/** A system that answers can be sent to. */
export interface System {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

interface ChooseProps {
  readonly frame: DraftFrame;
  /** The destination that is to go elsewhere; left out for a new one. */
  readonly mapping?: string | undefined;
  readonly faults: Faults;
}

function way({ frame }: Pick<ChooseProps, "frame">) {
  return [{ content: "Where answers go", href: destinationAddresses(frame.here).list }];
}

/** Choose the system that answers are sent to. */
export function ChooseSystemPage(props: ChooseProps & { systems: readonly System[] }) {
  const { frame, mapping, faults, systems } = props;
  const title = mapping ? "Send this service to another system" : "Choose a system";
  return (
    <DraftPage frame={frame} title={title} way={way(props)} faults={faults}>
      <Column>
        {systems.length === 0 && (
          <InsetText>
            No system is connected yet. Somebody who looks after connections adds the first.
          </InsetText>
        )}
        {mapping && (
          <p class="govuk-body">
            Your questions stay as they are. You say anew which answer goes where, because another
            system has other places for them.
          </p>
        )}
        {systems.length > 0 && (
          <form method="post" action={destinationAddresses(frame.here).choose(mapping)} novalidate>
            <Radios
              name="connector"
              fieldset={{
                legend: { content: "Which system?", classes: "govuk-fieldset__legend--m" },
              }}
              items={systems.map(({ id, name }) => ({ value: id, content: name }))}
              errorMessage={faults.connector}
            />
            <Button>Continue</Button>
          </form>
        )}
      </Column>
    </DraftPage>
  );
}

export interface ChooseTargetProps extends ChooseProps {
  readonly system: System;
  /** What the system says that it takes; undefined where it does not answer. */
  readonly live: readonly LiveTarget[] | undefined;
  readonly described: readonly Target[];
}

/** Choose what of a system the answers become: what it offers itself, or a description of it. */
export function ChooseTargetPage(props: ChooseTargetProps) {
  const { frame, mapping, system, live, described, faults } = props;
  const items = [
    { value: "", content: "Choose" },
    ...(live ?? []).map(({ design, title }) => ({ value: `live:${design}`, content: title })),
    ...described.map(({ id, name }) => ({
      value: `target:${id}`,
      content: `${name} (a description that was added)`,
    })),
  ];
  const at = destinationAddresses(frame.here);
  return (
    <DraftPage frame={frame} title={`What ${system.name} takes`} way={way(props)} faults={faults}>
      <Column>
        {live === undefined && (
          <InsetText>
            {system.name} does not answer at the moment. Try again in some minutes, or choose a
            description of what it takes.
          </InsetText>
        )}
        <form method="post" action={at.chooseTarget(system.id, mapping)} novalidate>
          <Seen frame={frame} />
          <Select
            name="takes"
            label="What should the answers become?"
            hint="Each has places of its own for the answers. The next page shows them, those that are required first."
            items={items}
            errorMessage={faults.takes}
          />
          <Button preventDoubleClick>Continue</Button>
        </form>
        <p class="govuk-body">
          <a class="govuk-link" href={`${frame.office.at.targets}/new`}>
            Add a description of what it takes
          </a>
        </p>
      </Column>
    </DraftPage>
  );
}
