import type { Mapping, MappingLine, MappingSources } from "@guildhall/contract";
import { Button, Checkboxes, Input, Select, type SelectItem } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { Seen } from "../ground/draft-page.tsx";
import { destinationAddresses } from "./addresses.ts";
import { answerName, type TypedRow } from "./read-row.ts";

export interface RowFormProps {
  readonly frame: DraftFrame;
  readonly mapping: Pick<Mapping, "id">;
  readonly line: MappingLine;
  readonly sources: MappingSources;
  readonly typed: TypedRow;
  /** The row that is said anew; left out for a new one. */
  readonly at?: string;
  readonly faults: Faults;
  readonly button: string;
  /** Tells the forms of a page apart; the one that was sent has none. */
  readonly number?: number;
}

/** Say where a value comes from, and when it is sent. */
export function RowForm(props: RowFormProps) {
  const { frame, mapping, line, sources, typed, at, faults, button, number = 0 } = props;
  const idOf = (name: string) => (number === 0 ? name : `${name}-${number}`);
  return (
    <form
      method="post"
      action={destinationAddresses(frame.here).line(mapping.id, line.target)}
      novalidate
    >
      <Seen frame={frame} />
      {at !== undefined && <input type="hidden" name="at" value={at} />}
      <Select
        name="source"
        id={idOf("source")}
        label="Where it comes from"
        items={sourceItems(props)}
        value={typed.source}
        errorMessage={faults.source}
      />
      <Fixed line={line} typed={typed} faults={faults} id={idOf("fixed")} />
      {sources.datasets.length > 0 && (
        <Select
          name="key"
          id={idOf("key")}
          label="What is looked up"
          hint="Only where it comes from a dataset: the answer that is found in its first column."
          items={[{ value: "", content: "Nothing" }, ...answerItems(sources, line.add.group)]}
          value={typed.key}
          errorMessage={faults.key}
        />
      )}
      <Select
        name="when"
        id={idOf("when")}
        label="When it is sent"
        items={[
          { value: "", content: "Always" },
          ...sources.conditions.map(({ id, name }) => ({ value: id, content: `Only if: ${name}` })),
        ]}
        value={typed.when}
        errorMessage={faults.when}
      />
      <Required id={idOf("required")} typed={typed} />
      <Button preventDoubleClick>{button}</Button>
    </form>
  );
}

function Required({ id, typed }: Pick<RowFormProps, "typed"> & { id: string }) {
  return (
    <Checkboxes
      name="required"
      idPrefix={id}
      items={[
        {
          value: "yes",
          content: "Nothing is sent without it",
          hint: "If there is no value, the whole form waits for a person.",
          checked: typed.required,
        },
      ]}
    />
  );
}

/** A text of one's own, or one of the values that are taken. */
function Fixed({
  line: { field },
  typed,
  faults,
  id,
}: Pick<RowFormProps, "line" | "typed" | "faults"> & { id: string }) {
  const label = "Fixed text";
  const hint = "Only where it is the same each time.";
  const options = field?.options ?? [];
  if (options.length === 0 || options.length > 200) {
    return (
      <Input
        name="fixed"
        id={id}
        label={label}
        hint={hint}
        value={typed.fixed}
        errorMessage={faults.fixed}
      />
    );
  }
  const items = [
    { value: "", content: "None" },
    ...options.map(({ code, text }) => ({ value: code, content: text })),
  ];
  return (
    <Select
      name="fixed"
      id={id}
      label="Fixed value"
      hint={hint}
      items={items}
      value={typed.fixed}
      errorMessage={faults.fixed}
    />
  );
}

function sourceItems({ sources, typed, line }: RowFormProps): SelectItem[] {
  const datasets = sources.datasets.flatMap(({ id, columns }) =>
    columns.map((column) => ({
      value: `dataset:${id}:${column}`,
      content: `Dataset ${id}: ${column}`,
    })),
  );
  return [
    { value: "", content: "Choose" },
    ...(typed.source === "kept" ? [{ value: "kept", content: "As it is now" }] : []),
    { value: "fixed", content: "The same each time: a fixed text" },
    ...answerItems(sources, line.add.group),
    ...datasets,
  ];
}

function answerItems({ pages, facts }: MappingSources, group: string | undefined): SelectItem[] {
  return [
    ...pages.flatMap(({ title, questions }) =>
      questions
        .filter(({ type }) => type !== "group")
        .map((question) => ({
          value: `answer:${answerName(question, group)}`,
          content: `${title}: ${question.label}`,
        })),
    ),
    ...facts.map(({ fact, words }) => ({ value: `fact:${fact}`, content: `Known: ${words}` })),
  ];
}
