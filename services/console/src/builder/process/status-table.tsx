import type { DraftStatus } from "@guildhall/contract";
import { Table, Tag } from "@guildhall/ui";
import { processAddresses } from "./addresses.ts";
import type { ProcessPageProps } from "./process-page.tsx";

/** Who is told what when a back office moves a case, and how many of its statuses are spoken for. */
export function StatusTable({ frame, statuses }: ProcessPageProps) {
  const offices = [...new Set(statuses.map(({ connectorName }) => connectorName))];
  return (
    <section class="console-page" id="statuses" aria-labelledby="statuses-title">
      <h2 class="govuk-heading-m" id="statuses-title">
        Who is told what
      </h2>
      {offices.length === 0 && (
        <p class="govuk-body">
          No back office of this service has statuses. People are told what your own staff do.
        </p>
      )}
      {offices.map((office) => {
        const own = statuses.filter(({ connectorName }) => connectorName === office);
        return (
          <section class="console-scroll" tabindex={0} aria-label={`Statuses of ${office}`}>
            <Table
              caption={`Statuses of ${office}: ${coverageOf(own)}`}
              captionClasses="govuk-table__caption--s"
              firstCellIsHeader
              head={[
                { content: "Status there" },
                { content: "What happens" },
                { content: <span class="govuk-visually-hidden">Change it</span> },
              ]}
              rows={own.map((status) => rowOf(status, processAddresses(frame.here)))}
            />
          </section>
        );
      })}
    </section>
  );
}

function coverageOf(statuses: readonly DraftStatus[]): string {
  const said = statuses.filter(({ state }) => state !== "unmapped").length;
  return `${said} of ${statuses.length} have a meaning`;
}

function rowOf(status: DraftStatus, to: ReturnType<typeof processAddresses>) {
  const { external, text, state, ends, told } = status;
  const name = text ?? external;
  return [
    { content: name },
    {
      content: (
        <>
          {state === "unmapped" && <Tag classes="govuk-tag--red">No meaning yet</Tag>} {told}
          {ends && ` ${endWords[ends]}`}
        </>
      ),
    },
    {
      content: (
        <a class="govuk-link" href={to.status(external)}>
          Change <span class="govuk-visually-hidden">what “{name}” means</span>
        </a>
      ),
    },
  ];
}

const endWords: Readonly<Record<NonNullable<DraftStatus["ends"]>, string>> = {
  completed: "The request ends as done.",
  closed: "The request ends as closed.",
  referred: "The request ends as passed on to somebody else.",
};
