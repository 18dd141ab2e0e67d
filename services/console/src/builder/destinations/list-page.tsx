import type { MappingLines } from "@guildhall/contract";
import { InsetText } from "@guildhall/ui";
import { ScrollTable } from "../../pages/scroll-table.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage } from "../ground/draft-page.tsx";
import { destinationAddresses } from "./addresses.ts";

/** One system that a service's answers are sent to. */
export interface Destination {
  readonly mapping: string;
  /** What people call the system. */
  readonly system: string;
  readonly lines: MappingLines;
  /** Nobody has set the key or the password that it asks for. */
  readonly isLocked: boolean;
}

/** Where a service's answers go, each with how much of it is said. */
export function ListPage({
  frame,
  destinations,
}: {
  frame: DraftFrame;
  destinations: readonly Destination[];
}) {
  const at = destinationAddresses(frame.here);
  return (
    <DraftPage frame={frame} title="Where answers go">
      {destinations.length === 0 ? (
        <InsetText>
          Answers go to your own staff only, until you choose a system to send them to.
        </InsetText>
      ) : (
        <ScrollTable
          label="Systems that answers are sent to"
          head={["System", "What it takes", "Said so far", "Change"]}
          rows={destinations.map(({ mapping, system, lines }) => [
            <a class="govuk-link" href={at.mapping(mapping)}>
              {system}
              <span class="govuk-visually-hidden"> ({mapping})</span>
            </a>,
            lines.target.name ?? lines.target.sentence,
            soFar(lines),
            <a class="govuk-link" href={at.choose(mapping)}>
              Send to another system
              <span class="govuk-visually-hidden"> than {system}</span>
            </a>,
          ])}
        />
      )}
      {destinations
        .filter(({ isLocked }) => isLocked)
        .map(({ system }) => (
          <InsetText>
            Nothing arrives at {system} yet: its key or password is not set. Whoever looks after
            connections sets it; you can go on, and try the service.
          </InsetText>
        ))}
      <div class="console-actions">
        <a class="govuk-button" href={at.choose()} draggable="false">
          Add a system to send answers to
        </a>
        <a class="govuk-link govuk-body" href={frame.office.at.targets}>
          Descriptions of what systems take
        </a>
      </div>
    </DraftPage>
  );
}

function soFar({ target, counts }: MappingLines): string {
  if (target.state !== "known") return counted(counts.mapped);
  const said = counts.required - counts.missing;
  if (counts.missing === 0) return `All that is required (${counted(counts.mapped)})`;
  return `${said} of ${counts.required} that are required`;
}

function counted(count: number): string {
  return count === 1 ? "1 value" : `${count} values`;
}
