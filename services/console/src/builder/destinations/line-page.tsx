import type { LineRow, Mapping, MappingLine, MappingSources } from "@guildhall/contract";
import { Button, Details, InsetText, Select, SummaryList } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { destinationAddresses } from "./addresses.ts";
import { takesWords } from "./line-words.ts";
import { rowAsTyped, type TypedRow } from "./read-row.ts";
import { RowForm } from "./row-form.tsx";

export interface LinePageProps {
  readonly frame: DraftFrame;
  readonly mapping: Mapping;
  readonly system: string;
  readonly line: MappingLine;
  readonly sources: MappingSources;
  /** What was sent and could not be used, and which row it was about. */
  readonly again?: { readonly at: string | undefined; readonly typed: TypedRow };
  readonly faults: Faults;
}

const nothing: TypedRow = { source: "", fixed: "", key: "", when: "", required: false };

/** One thing that a system takes: where its value comes from, when it is sent, and how it is changed on the way. */
export function LinePage(props: LinePageProps) {
  const { frame, mapping, system, line, faults } = props;
  const at = destinationAddresses(frame.here);
  const title = line.field?.title ?? line.target;
  const way = [
    { content: "Where answers go", href: at.list },
    { content: `What ${system} is told`, href: at.mapping(mapping.id) },
  ];
  const isGroup = line.field?.type === "group" || line.rows.some(({ row }) => row.rows);
  return (
    <DraftPage frame={frame} title={title} way={way} faults={faults}>
      <About line={line} />
      {isGroup ? <Repeats {...props} /> : <Values {...props} />}
      <p class="govuk-body">
        <a class="govuk-link" href={at.mapping(mapping.id)}>
          Back to all that {system} takes
        </a>
      </p>
    </DraftPage>
  );
}

function About({ line: { field, sentence, target } }: { line: MappingLine }) {
  const options = field?.options ?? [];
  return (
    <>
      {sentence && <InsetText>{sentence}</InsetText>}
      {field && (
        <SummaryList
          rows={[
            { key: "Takes", value: takesWords(field) },
            { key: "Required", value: field.required ? "Yes" : "No" },
            ...(field.text ? [{ key: "What it is for", value: field.text }] : []),
            { key: "Its place", value: target },
          ]}
        />
      )}
      {options.length > 0 && (
        <Details
          summary={
            options.length === 1
              ? "The value that it takes"
              : `The ${options.length} values that it takes`
          }
        >
          <ul class="govuk-list govuk-list--bullet">
            {options.slice(0, 200).map(({ code, text }) => (
              <li>{code === text ? text : `${text} (${code})`}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function Values(props: LinePageProps) {
  const { line, again, faults } = props;
  const { rows } = line;
  const isNew = again !== undefined && again.at === undefined;
  if (rows.length === 0) {
    const typed = again?.typed ?? suggested(line);
    return <RowForm {...props} typed={typed} button="Save" />;
  }
  return (
    <>
      {rows.map((row, place) => (
        <Value {...props} row={row} place={place} />
      ))}
      <Details summary="Add another, under a condition" open={isNew}>
        <p class="govuk-body">
          The first that applies and has a value is sent. All but the last need a condition.
        </p>
        <RowForm
          {...props}
          typed={isNew ? again.typed : nothing}
          faults={isNew ? faults : {}}
          button="Add"
          number={isNew ? 0 : rows.length + 1}
        />
      </Details>
    </>
  );
}

function suggested({ suggestion }: MappingLine): TypedRow {
  return suggestion ? rowAsTyped(suggestion.row) : nothing;
}

function Value(props: LinePageProps & { row: LineRow; place: number }) {
  const { row, place, line, again, faults } = props;
  const isAgain = again?.at === row.at;
  const heading = line.rows.length > 1 ? `Value ${place + 1}` : "Its value";
  return (
    <section aria-label={heading}>
      <h2 class="govuk-heading-m">{heading}</h2>
      <p class="govuk-body">{row.sentence}</p>
      {row.results.length > 0 && <p class="govuk-body">In the example: {row.results.join(", ")}</p>}
      {row.faults.map((fault) => (
        <p class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {fault}
        </p>
      ))}
      <Changes {...props} />
      <Details summary="Say anew where it comes from" open={isAgain || row.source === undefined}>
        <RowForm
          {...props}
          at={row.at}
          typed={isAgain ? again.typed : rowAsTyped(row.row)}
          faults={isAgain ? faults : {}}
          button="Save"
          number={isAgain ? 0 : place + 1}
        />
      </Details>
      <Act {...props} does="remove" at={row.at} button="Stop sending this" />
    </section>
  );
}

function Changes(props: LinePageProps & { row: LineRow; place: number }) {
  const { frame, mapping, line, row, place, sources } = props;
  const at = destinationAddresses(frame.here);
  const { target } = line;
  return (
    <>
      <h3 class="govuk-heading-s">How it is changed on the way</h3>
      {row.changes.map(({ words }, nth) => (
        <div class="console-actions">
          <p class="govuk-body">{words}</p>
          <Act {...props} does={`unchange-${nth}`} at={row.at} button="Remove" about={words} />
        </div>
      ))}
      {hasOptions(row, sources) && (
        <p class="govuk-body">
          <a class="govuk-link" href={at.options(mapping.id, { target, at: row.at })}>
            Say what each option becomes
          </a>
        </p>
      )}
      <form method="get" action={at.change(mapping.id, {})} class="console-filters">
        <input type="hidden" name="target" value={target} />
        <input type="hidden" name="at" value={row.at} />
        <Select
          name="kind"
          id={`kind-${place + 1}`}
          label="Add a change"
          items={sources.changes
            .filter(({ id }) => id !== "list")
            .map(({ id, title }) => ({ value: id, content: title }))}
        />
        <Button classes="govuk-button--secondary">Add</Button>
      </form>
    </>
  );
}

function hasOptions({ row: { from } }: LineRow, { pages }: MappingSources): boolean {
  if (!from || !("answer" in from)) return false;
  const name = from.answer.split(".").at(-1);
  return pages.some(({ questions }) =>
    questions.some((one) => one.hasOptions && one.answer === name),
  );
}

interface ActProps extends Pick<LinePageProps, "frame" | "mapping" | "line"> {
  readonly does: string;
  readonly at: string;
  readonly button: string;
  readonly about?: string;
}

function Act({ frame, mapping, line, does, at, button, about }: ActProps) {
  return (
    <form method="post" action={destinationAddresses(frame.here).line(mapping.id, line.target)}>
      <Seen frame={frame} />
      <input type="hidden" name="at" value={at} />
      <input type="hidden" name="does" value={does} />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {button}
        {about && <span class="govuk-visually-hidden"> “{about}”</span>}
      </Button>
    </form>
  );
}

/** What holds others is there once, or once for each answer to a question that repeats. */
function Repeats(props: LinePageProps) {
  const { frame, mapping, line, sources, faults } = props;
  const [row] = line.rows;
  const groups = sources.pages
    .flatMap(({ questions }) => questions)
    .filter(({ repeats }) => repeats);
  return (
    <>
      <p class="govuk-body">
        It holds other places.{" "}
        {row ? row.sentence : "It is sent once, as soon as something within it is."}
      </p>
      <form
        method="post"
        action={destinationAddresses(frame.here).line(mapping.id, line.target)}
        novalidate
      >
        <Seen frame={frame} />
        {row && <input type="hidden" name="at" value={row.at} />}
        <input type="hidden" name="does" value="repeat" />
        <Select
          name="each"
          label="Once for each answer to"
          items={[
            { value: "", content: "No question: it is sent once" },
            ...groups.map(({ answer, label }) => ({ value: answer, content: label })),
          ]}
          value={row?.row.each ?? ""}
          errorMessage={faults.each}
        />
        <Button preventDoubleClick>Save</Button>
      </form>
    </>
  );
}
