import type { LineState, MappingLines } from "@guildhall/contract";
import { Button, Input, InsetText, Select } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { destinationAddresses } from "./addresses.ts";
import { LinesTable } from "./lines-table.tsx";
import { ShownDocument, type ShownDocumentProps } from "./shown-document.tsx";

export interface MappingPageProps extends ShownDocumentProps {
  /** What people call the system. */
  readonly system: string;
  readonly lines: MappingLines;
  readonly shown: {
    readonly q: string;
    readonly state: LineState | undefined;
    readonly cursor: string | undefined;
  };
  readonly more: string | undefined;
  readonly faults: Faults;
}

/** One system that answers are sent to: what it takes, where each comes from, and what would be sent. */
export function MappingPage(props: MappingPageProps) {
  const { frame, mapping, system, lines, more, faults } = props;
  const at = destinationAddresses(frame.here);
  return (
    <DraftPage
      frame={frame}
      title={`What ${system} is told`}
      way={[{ content: "Where answers go", href: at.list }]}
      faults={faults}
    >
      <Standing lines={lines} />
      <Missing frame={frame} mapping={mapping} lines={lines} />
      <div class="console-actions">
        <AcceptAll {...props} />
        <a class="govuk-link govuk-body" href={at.choose(mapping)}>
          Send this service to another system
        </a>
        <a class="govuk-link govuk-body" href={at.remove(mapping)}>
          Stop sending answers there
        </a>
      </div>
      <div class="builder-beside">
        <section aria-labelledby="takes">
          <h2 class="govuk-heading-m" id="takes">
            What it takes
          </h2>
          <Filters {...props} />
          {lines.data.length === 0 ? (
            <p class="govuk-body">Nothing here has these words.</p>
          ) : (
            <LinesTable frame={frame} mapping={mapping} lines={lines.data} more={more} />
          )}
        </section>
        <ShownDocument {...props} />
      </div>
    </DraftPage>
  );
}

function Standing({ lines: { target, counts } }: { lines: MappingLines }) {
  if (target.state !== "known") return <InsetText>{target.sentence}</InsetText>;
  const said = counts.required - counts.missing;
  return (
    <p class="govuk-body">
      {target.sentence} It has {counted(counts.fields, "place")}. {said} of {counts.required} that
      are required are said
      {counts.missing > 0
        ? `, and ${counts.missing} ${counts.missing === 1 ? "is" : "are"} missing`
        : ""}
      .
    </p>
  );
}

/** What is required and not said yet, as far as it is on this page. */
function Missing({ frame, mapping, lines }: Pick<MappingPageProps, "frame" | "mapping" | "lines">) {
  const missing = lines.data.filter(({ state }) => state === "missing-required");
  if (missing.length === 0) return null;
  return (
    <p class="govuk-body">
      Missing:{" "}
      {missing.map(({ field, target }, place) => (
        <>
          {place > 0 && ", "}
          <a class="govuk-link" href={destinationAddresses(frame.here).line(mapping, target)}>
            {field?.title ?? target}
          </a>
        </>
      ))}
    </p>
  );
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"}`;
}

function AcceptAll({ frame, mapping, lines, shown, scenario }: MappingPageProps) {
  const count = lines.data.filter(({ suggestion }) => suggestion).length;
  if (count === 0) return null;
  const part = Object.entries({ ...shown, scenario }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  );
  const action = destinationAddresses(frame.here).accept(mapping);
  return (
    <form method="post" action={`${action}?${new URLSearchParams(part)}`}>
      <Seen frame={frame} />
      {lines.data.map(({ suggestion, target }) =>
        suggestion ? <input type="hidden" name="target" value={target} /> : null,
      )}
      <Button preventDoubleClick>
        {count === 1 ? "Use the suggestion" : `Use all ${count} suggestions on this page`}
      </Button>
    </form>
  );
}

const states = [
  { value: "", content: "All" },
  { value: "missing-required", content: "Missing" },
  { value: "type-doubtful", content: "To look at again" },
  { value: "mapped", content: "Done" },
  { value: "optional", content: "Optional" },
  { value: "unknown-target", content: "Places that it does not have" },
];

function Filters({ frame, mapping, shown, scenario }: MappingPageProps) {
  return (
    <form
      method="get"
      action={destinationAddresses(frame.here).mapping(mapping)}
      class="console-filters"
    >
      <Input name="q" label="Find" value={shown.q} classes="govuk-input--width-20" />
      <Select
        name="state"
        label="Show"
        items={states}
        {...(shown.state && { value: shown.state })}
      />
      {scenario && <input type="hidden" name="scenario" value={scenario} />}
      <Button classes="govuk-button--secondary">Filter</Button>
    </form>
  );
}
