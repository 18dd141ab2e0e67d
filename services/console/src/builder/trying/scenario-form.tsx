import { type DraftDefinition, MessageKind, type Scenario } from "@guildhall/contract";
import { Button, Fieldset, Input, Radios, Select } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { Seen } from "../ground/draft-page.tsx";
import { FaultRadios } from "./fault-radios.tsx";
import { endWords, messageWords } from "./words.ts";

export interface ScenarioFormProps {
  readonly frame: DraftFrame;
  readonly scenario: Omit<Scenario, "id">;
  readonly action: string;
  readonly faults: Faults;
  readonly button: string;
}

/** The name of a scenario, what goes wrong in it, and what must come of it. */
export function ScenarioForm({ frame, scenario, action, faults, button }: ScenarioFormProps) {
  const { name, fault, expects } = scenario;
  const { definition } = frame.draft;
  return (
    <form method="post" action={action} novalidate>
      <Seen frame={frame} />
      <Input
        name="name"
        label={{ content: "Name of the scenario", classes: "govuk-label--m" }}
        hint="Say what it shows, for example “A refusal waits for a person”."
        value={name}
        errorMessage={faults.name}
      />
      <Radios
        name="ends"
        fieldset={{ legend: { content: "How must it end?", classes: "govuk-fieldset__legend--m" } }}
        errorMessage={faults.ends}
        value={expects.ends}
        items={Object.entries(endWords).map(([value, content]) => ({ value, content }))}
      />
      <InOrder
        name="stage"
        legend="Which stages must the person read, in this order?"
        label="Stage"
        given={expects.stages ?? []}
        items={definition.stages.map(({ id, title }) => ({ value: id, content: title }))}
      />
      <InOrder
        name="message"
        legend="Which messages must the person get, in this order?"
        label="Message"
        given={expects.messages ?? []}
        items={MessageKind.options.map((kind) => ({ value: kind, content: messageWords[kind] }))}
      />
      <InDocument definition={definition} expects={expects} />
      <FaultRadios value={fault} />
      <Button preventDoubleClick>{button}</Button>
    </form>
  );
}

interface InOrderProps {
  readonly name: string;
  readonly legend: string;
  readonly label: string;
  readonly given: readonly string[];
  readonly items: readonly { readonly value: string; readonly content: string }[];
}

/** What is there, and room for two more. */
function InOrder({ name, legend, label, given, items }: InOrderProps) {
  const gone = given
    .filter((value) => !items.some((item) => item.value === value))
    .map((value) => ({ value, content: `${value} (is gone)` }));
  return (
    <Fieldset
      legend={{ content: legend, classes: "govuk-fieldset__legend--m" }}
      describedBy={`${name}-hint`}
    >
      <p class="govuk-hint" id={`${name}-hint`}>
        Leave all of them empty if it does not matter.
      </p>
      <div class="console-inline">
        {Array.from({ length: given.length + 2 }, (_, at) => (
          <Select
            id={`${name}-${at}`}
            name={name}
            label={`${label} ${at + 1}`}
            value={given[at] ?? ""}
            items={[{ value: "", content: "None" }, ...items, ...gone]}
          />
        ))}
      </div>
    </Fieldset>
  );
}

/** What must stand in the documents: the places that the service's mappings write. */
function InDocument({
  definition,
  expects,
}: {
  definition: DraftDefinition;
  expects: Scenario["expects"];
}) {
  const given = expects.documentHas ?? [];
  const written = (definition.mappings ?? []).flatMap(({ rows }) =>
    rows.map(({ target }) => target),
  );
  if (written.length + given.length === 0) return null;
  const places = [...new Set([...given.map(({ target }) => target), ...written])];
  return (
    <Fieldset
      legend={{
        content: "What must stand in what is sent?",
        classes: "govuk-fieldset__legend--m",
      }}
    >
      {Array.from({ length: given.length + 1 }, (_, at) => (
        <div class="console-pair">
          <Select
            id={`target-${at}`}
            name="target"
            label={`Place ${at + 1}`}
            value={given[at]?.target ?? ""}
            items={[
              { value: "", content: "None" },
              ...places.map((target) => ({ value: target, content: target })),
            ]}
          />
          <Input
            id={`value-${at}`}
            name="value"
            label={`What must stand at place ${at + 1}`}
            value={given[at]?.value ?? ""}
          />
        </div>
      ))}
    </Fieldset>
  );
}
