import type { MappingLine } from "@guildhall/contract";
import { Button, Tag } from "@guildhall/ui";
import { More, ScrollTable } from "../../pages/scroll-table.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { Seen } from "../ground/draft-page.tsx";
import { destinationAddresses } from "./addresses.ts";
import { shortened, stateWords, takesWords } from "./line-words.ts";

export interface LinesTableProps {
  readonly frame: DraftFrame;
  readonly mapping: string;
  readonly lines: readonly MappingLine[];
  readonly more: string | undefined;
}

/** What a system takes, line by line, beside what is written to it. */
export function LinesTable({ frame, mapping, lines, more }: LinesTableProps) {
  const at = destinationAddresses(frame.here);
  return (
    <>
      <ScrollTable
        label="What it takes, and what is written to it"
        head={["It takes", "Where it comes from", "In the example"]}
        rows={lines.map((line) => [
          <Field line={line} href={at.line(mapping, line.target)} />,
          <Sources frame={frame} line={line} mapping={mapping} />,
          <Results line={line} />,
        ])}
      />
      <More href={more} />
    </>
  );
}

function Field({ line, href }: { line: MappingLine; href: string }) {
  const { field, target } = line;
  return (
    <>
      <a class="govuk-link" href={href}>
        {field?.title ?? target}
      </a>
      {field?.required && <strong> (required)</strong>}
      {field && <span class="console-under govuk-body-s">{takesWords(field)}</span>}
      <Tag classes={stateWords[line.state].classes}>{stateWords[line.state].content}</Tag>
    </>
  );
}

function Sources({
  frame,
  line,
  mapping,
}: {
  frame: DraftFrame;
  line: MappingLine;
  mapping: string;
}) {
  const { rows, suggestion, sentence } = line;
  const faults = rows.flatMap((row) => row.faults);
  return (
    <>
      {rows.map((row) => (
        <span class="builder-row">{row.sentence}</span>
      ))}
      {[...(sentence && rows.length > 0 ? [sentence] : []), ...faults].map((fault) => (
        <span class="govuk-error-message">
          <span class="govuk-visually-hidden">Error: </span>
          {fault}
        </span>
      ))}
      {suggestion && <Suggestion frame={frame} line={line} mapping={mapping} />}
    </>
  );
}

function Suggestion({
  frame,
  line: { suggestion, target, field },
  mapping,
}: {
  frame: DraftFrame;
  line: MappingLine;
  mapping: string;
}) {
  if (!suggestion) return null;
  return (
    <form method="post" action={destinationAddresses(frame.here).accept(mapping)}>
      <Seen frame={frame} />
      <input type="hidden" name="target" value={target} />
      <span class="console-under">
        Suggested: {suggestion.words} {suggestion.why}
      </span>
      <Button classes="govuk-button--secondary builder-small" preventDoubleClick>
        Use this<span class="govuk-visually-hidden"> for {field?.title ?? target}</span>
      </Button>
    </form>
  );
}

function Results({ line }: { line: MappingLine }) {
  const results = line.rows.flatMap((row) => row.results);
  return (
    <>
      {results.map((result) => (
        <span class="builder-row">{shortened(result)}</span>
      ))}
    </>
  );
}
