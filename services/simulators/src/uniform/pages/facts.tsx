import { FactList } from "../../pages/fact-list.tsx";
import { PlaceMap } from "../../pages/place-map.tsx";
import type { Case } from "../case.ts";
import { textOf, type UniformConfig } from "../config.ts";
import { machineFields, placeOf } from "../view.ts";

interface FactsProps {
  readonly held: Case;
  readonly config: UniformConfig;
}

const contactNames: Readonly<Record<string, string>> = {
  EMAIL: "Email",
  PHONEH: "Phone",
  PHONEW: "Phone at work",
  PHONEM: "Mobile",
};

/** Who asked, and how to reach them. */
export function Who({ held, config }: FactsProps) {
  const facts = held.customers.flatMap(({ type, fullName, contacts }) => [
    { name: "Name", value: fullName || "Not given" },
    { name: "Is", value: textOf(config, "SRCUSTTYPE", type) },
    ...contacts.map(({ type: way, value }) => ({ name: contactNames[way] ?? way, value })),
  ]);
  return <FactList title="Who" id="who" facts={facts.filter(({ value }) => value !== "")} />;
}

/** Where it is, with a plan where the place is known. */
export function Where({ held }: Pick<FactsProps, "held">) {
  const { uprn } = held.site;
  const point = placeOf(held);
  if (!uprn && !point) return null;
  return (
    <FactList title="Where" id="where" facts={uprn ? [{ name: "UPRN", value: uprn }] : []}>
      {point ? <PlaceMap point={point} /> : null}
    </FactList>
  );
}

/** The particulars that came with it, under the names that officers know. */
export function Particulars({ held, config }: FactsProps) {
  const facts = [
    { name: "Complaint type", value: sayCode(config, "SRRECTYPE", held.complaintType) },
    { name: "How received", value: textOf(config, "SRRECHOW", held.how) },
    { name: "Received", value: `${held.timeReceived.replace("T", " ")} (UK time)` },
    ...xtraFacts(held, config),
    { name: "Closing action", value: textOf(config, "SRCLOSEACT", held.closingAction ?? "") },
  ];
  const known = facts.filter(({ value }) => value !== "");
  return <FactList title="Particulars" id="particulars" facts={known} />;
}

/** A field that comes more than once is one fact, a line for each. */
function xtraFacts({ xtra }: Case, { xtraNames }: UniformConfig) {
  const fields = xtra.filter(({ type }) => !machineFields.includes(type));
  return [...new Set(fields.map(({ type }) => type))].map((type) => ({
    name: xtraNames[type] ?? type,
    value: fields
      .filter((field) => field.type === type)
      .map(({ value }) => flags[value] ?? value)
      .join("\n"),
  }));
}

const flags: Readonly<Record<string, string>> = { Y: "Yes", N: "No" };

/** What ties it to other systems, for whoever looks under the bonnet. */
export function Machine({ held }: Pick<FactsProps, "held">) {
  const facts = [
    { name: "Type of request", value: held.requestType },
    { name: "Technical key", value: held.technicalKey },
    { name: "Inspection", value: held.inspection },
    ...held.alternatives.map(({ type, value }) => ({ name: `Reference ${type}`, value })),
    ...held.xtra
      .filter(({ type }) => machineFields.includes(type))
      .map(({ type, value }) => ({
        name: type,
        value: type === "GRANT" ? "Held, not shown" : value,
      })),
  ];
  return (
    <details class="panel">
      <summary>For systems, not for people</summary>
      <dl class="facts">
        {facts.map(({ name, value }) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </details>
  );
}

function sayCode(config: UniformConfig, list: string, code: string): string {
  return `${textOf(config, list, code)} (${code})`;
}
