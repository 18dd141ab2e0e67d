import type { LiveTarget, Target } from "@guildhall/contract";
import { Button, InsetText, Radios, Select } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { Column } from "../../pages/office-page.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { destinationAddresses } from "./addresses.ts";
import { FirstSystem } from "./first-system.tsx";

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
        {systems.length === 0 && <FirstSystem frame={frame} />}
        {mapping && (
          <p class="govuk-body">
            Your questions, steps, stages and messages stay as they are. You say anew which answer
            goes where, because another system has other places for them.
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
  /** Nobody has set the key or the password that it asks for. */
  readonly isLocked: boolean;
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
    ...asOthersDo(frame, live ?? []),
  ];
  const hasOthers = items.some(({ value }) => value.startsWith("as:"));
  const at = destinationAddresses(frame.here);
  return (
    <DraftPage frame={frame} title={`What ${system.name} takes`} way={way(props)} faults={faults}>
      <Column>
        <Unasked {...props} />
        <form method="post" action={at.chooseTarget(system.id, mapping)} novalidate>
          <Seen frame={frame} />
          <Select
            name="takes"
            label="What should the answers become?"
            hint={`Each has places of its own for the answers. The next page shows them, those that are required first.${hasOthers ? " Where you begin as another service does, what it says of every form is there already." : ""}`}
            items={items}
            errorMessage={faults.takes}
          />
          <Button preventDoubleClick>Continue</Button>
        </form>
        <p class="govuk-body">
          <a class="govuk-link" href={describeAddress(frame, system.id, mapping)}>
            Add a description of what it takes
          </a>
        </p>
      </Column>
    </DraftPage>
  );
}

/** Say why the system itself has not said what it takes, and what to do then. */
function Unasked({ system, live, isLocked }: ChooseTargetProps) {
  const name = capital(system.name);
  if (live !== undefined && live.length > 0) return null;
  if (live === undefined && !isLocked)
    return (
      <InsetText>
        {name} does not answer at the moment. Try again in some minutes, or choose a description of
        what it takes.
      </InsetText>
    );
  const why = isLocked
    ? "cannot be asked what it takes, because its key or password is not set yet"
    : "does not say what it takes";
  return (
    <InsetText>
      {name} {why}. Choose a description of it. If there is none, add one, such as a sample of what
      it is sent: you come back here with it.
    </InsetText>
  );
}

function describeAddress({ office, draft }: DraftFrame, connector: string, mapping?: string) {
  const service = draft.service;
  const way = new URLSearchParams({ service, connector, ...(mapping && { mapping }) });
  return `${office.at.targets}/new?${way}`;
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The other live services that send something there. */
function asOthersDo({ draft }: DraftFrame, live: readonly LiveTarget[]) {
  return live.flatMap(({ title, usedBy = [] }) =>
    usedBy
      .filter(({ service }) => service !== draft.service)
      .map((by) => ({
        value: `as:${by.service}/${by.version}/${by.mapping}`,
        content: `${by.title}: begin as this service does${live.length > 1 ? ` (${title})` : ""}`,
      })),
  );
}
