import type { Call, CallOutcome } from "@guildhall/contract";
import { Button, Input, InsetText, Select, sayTime, Tag } from "@guildhall/ui";
import { CallChart, type DayOfCalls, outcomeWords } from "./call-chart.tsx";
import type { Frame } from "./frame.ts";
import { OfficePage } from "./office-page.tsx";
import { More, ScrollTable } from "./scroll-table.tsx";

export const spans = { "1": "Today", "7": "7 days", "30": "30 days" } as const;

/** What is looked for, as the address of the page has it. */
export interface CallSearch {
  readonly caller: string;
  readonly outcome: string;
  readonly route: string;
  readonly days: keyof typeof spans;
}

export interface CallsPageProps extends Frame {
  readonly search: CallSearch;
  readonly callers: readonly { readonly id: string; readonly name: string }[];
  readonly days: readonly DayOfCalls[];
  readonly calls: readonly Call[];
  readonly more: string | undefined;
  /** Where the same calls are as a spreadsheet. */
  readonly sheet: string;
}

/** Who called the API, for what, and what became of it. */
export function CallsPage(props: CallsPageProps) {
  const title = "Calls";
  return (
    <OfficePage {...props} title={title} current="calls">
      <h1 class="govuk-heading-l">{title}</h1>
      <Filters {...props} />
      <CallChart days={props.days} />
      <h2 class="govuk-heading-m">Each call</h2>
      <p class="govuk-body">
        Calls of keys, back offices and colleagues. Those made for citizens are counted above, and
        never listed.
      </p>
      <CallList {...props} />
      <More href={props.more} />
    </OfficePage>
  );
}

function Filters({ office, search, callers }: CallsPageProps) {
  return (
    <form method="get" action={office.at.calls} class="console-filters">
      <Select
        name="caller"
        label="Who"
        items={[
          { value: "", content: "Everybody" },
          ...callers.map(({ id, name }) => ({ value: id, content: name })),
        ]}
        value={search.caller}
      />
      <Select
        name="outcome"
        label="Outcome"
        items={[
          { value: "", content: "Any" },
          ...Object.entries(outcomeWords).map(([value, content]) => ({ value, content })),
        ]}
        value={search.outcome}
      />
      <Select
        name="days"
        label="Since"
        items={Object.entries(spans).map(([value, content]) => ({ value, content }))}
        value={search.days}
      />
      <Input name="route" label="Route" value={search.route} spellcheck={false} />
      <Button classes="govuk-button--secondary">Search</Button>
    </form>
  );
}

function CallList({ office, calls, more, sheet }: CallsPageProps) {
  if (calls.length === 0 && more === undefined)
    return (
      <InsetText>
        No call fits. Choose a longer time or fewer filters. A call is seen here a second or two
        after it was made.
      </InsetText>
    );
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={sheet}>
          Get these as a spreadsheet (CSV)
        </a>
      </p>
      <ScrollTable
        label="Each call"
        named={false}
        head={["When", "Who", "Called", "Outcome", "Took"]}
        numeric={[4]}
        rows={calls.map((call) => [
          sayTime(call.at),
          <Caller office={office} caller={call.caller} />,
          <code class="console-code">
            {call.method} {call.route}
          </code>,
          <Outcome {...call} />,
          `${call.durationMs} ms`,
        ])}
      />
    </>
  );
}

/** The log names keys and back offices, and of colleagues no more than their id. */
function Caller({ office, caller }: Pick<CallsPageProps, "office"> & Pick<Call, "caller">) {
  if (caller.kind !== "staff") return <>{caller.name ?? caller.id}</>;
  return (
    <a class="govuk-link" href={office.at.person(caller.id)}>
      A colleague
    </a>
  );
}

const colours: Record<CallOutcome, string> = { ok: "green", refused: "yellow", failed: "red" };

function Outcome({ outcome, status, code }: Call) {
  return (
    <>
      <Tag classes={`govuk-tag--${colours[outcome]}`}>{outcomeWords[outcome]}</Tag> {status}
      {code !== undefined && (
        <>
          {" "}
          <a class="govuk-link" href={`/problems/${code}`}>
            {code}
          </a>
        </>
      )}
    </>
  );
}
