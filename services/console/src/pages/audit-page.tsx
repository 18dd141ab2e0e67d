import { type AuditEvent, type AuditVerification, EventType } from "@guildhall/contract";
import { Button, Details, Input, InsetText, Select, sayTime, WarningText } from "@guildhall/ui";
import type { Frame } from "./frame.ts";
import { OfficePage } from "./office-page.tsx";
import { More, ScrollTable } from "./scroll-table.tsx";

/** What is looked for, as the address of the page has it; nothing where it is empty. */
export interface AuditWish {
  readonly type: EventType | "";
  readonly actor: string;
  readonly process: string;
  /** Days, as 2026-11-20. */
  readonly from: string;
  readonly to: string;
}

export interface AuditPageProps extends Frame {
  readonly wish: AuditWish;
  readonly events: readonly AuditEvent[];
  readonly more: string | undefined;
  /** Where the same events are as a spreadsheet. */
  readonly sheet: string;
  /** Left out where nobody asked whether the trail holds. */
  readonly verified: AuditVerification | undefined;
}

/** Everything that happened and who did it, and whether the trail of it is whole. */
export function AuditPage(props: AuditPageProps) {
  const title = "Audit trail";
  return (
    <OfficePage {...props} title={title} current="audit">
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        Everything that happened, and who did it. Each line is sealed with the one before, so a
        change shows.
      </p>
      <Wholeness {...props} />
      <h2 class="govuk-heading-m">What happened</h2>
      <Filters {...props} />
      <Events {...props} />
      <More href={props.more} />
    </OfficePage>
  );
}

function Wholeness({ office, verified }: AuditPageProps) {
  return (
    <>
      {verified && <Verified {...verified} />}
      <form method="get" action={office.at.audit} class="govuk-!-margin-bottom-6">
        <input type="hidden" name="verify" value="now" />
        <Button classes="govuk-button--secondary">Check that the trail is whole</Button>
      </form>
      <Details summary="Keep proof outside this system">
        <p class="govuk-body">
          The check alone does not show that the end was cut off. A checkpoint does: one line that
          says how far the trail has come, signed. Keep one outside this system now and then.
          Whoever runs the platform holds the trail against it with{" "}
          <code class="console-code">guildhall audit verify</code>.
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={office.at.auditCheckpoint}>
            Get a checkpoint
          </a>
        </p>
      </Details>
    </>
  );
}

function Verified({ holds, events, brokenAt, checkedAt }: AuditVerification) {
  if (!holds)
    return (
      <WarningText iconFallbackText="Warning">
        The trail is broken at line {brokenAt}. It was changed there, or a line was taken out or put
        in. Tell whoever runs the platform.
      </WarningText>
    );
  return (
    <InsetText>
      The trail is whole: {events.toLocaleString("en-GB")} lines, checked on {sayTime(checkedAt)}.
    </InsetText>
  );
}

function Filters({ office, wish }: AuditPageProps) {
  const types = EventType.options.toSorted();
  return (
    <form method="get" action={office.at.audit} class="console-filters">
      <Select
        name="type"
        label="What"
        items={[
          { value: "", content: "Anything" },
          ...types.map((type) => ({ value: type, content: sayType(type) })),
        ]}
        value={wish.type}
      />
      <Input name="actor" label="Who, by their ID" value={wish.actor} spellcheck={false} />
      <Input name="process" label="Request, by its ID" value={wish.process} spellcheck={false} />
      <Input name="from" label="From" type="date" value={wish.from} />
      <Input name="to" label="To" type="date" value={wish.to} />
      <Button classes="govuk-button--secondary">Search</Button>
    </form>
  );
}

function Events({ office, events, more, sheet }: AuditPageProps) {
  if (events.length === 0 && more === undefined)
    return <InsetText>Nothing fits. Choose more days or fewer filters.</InsetText>;
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={sheet}>
          Get these as a spreadsheet (CSV)
        </a>
      </p>
      <ScrollTable
        label="What happened"
        named={false}
        head={["Line", "When", "What", "Who", "About"]}
        numeric={[0]}
        rows={events.map((event) => [
          `${event.seq}`,
          sayTime(event.at),
          sayType(event.type),
          <a class="govuk-link" href={office.at.auditOf({ actor: event.actor.id })}>
            {event.actor.name}
          </a>,
          <About office={office} {...event} />,
        ])}
      />
    </>
  );
}

/** What it happened to, with what is known of it beside. */
function About({ office, process, subject, data }: Pick<AuditPageProps, "office"> & AuditEvent) {
  const known = Object.keys(data).length > 0;
  return (
    <>
      <code class="console-code">{subject}</code>
      {process !== undefined && (
        <>
          {" "}
          <a class="govuk-link" href={office.at.auditOf({ process })}>
            all of its request<span class="govuk-visually-hidden"> {process}</span>
          </a>
        </>
      )}
      {known && (
        <>
          <br />
          <code class="console-code">{JSON.stringify(data)}</code>
        </>
      )}
    </>
  );
}

/** The type of an event as words: `process.followed-no-more` is "Process: followed no more". */
function sayType(type: string): string {
  const [noun = "", verb = ""] = type.replaceAll("-", " ").split(".");
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}: ${verb}`;
}
