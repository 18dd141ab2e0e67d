import type { FolderChange, FolderImport } from "@guildhall/contract";
import { BackLink, Button, Details, InsetText, sayTime } from "@guildhall/ui";
import { FaultSummary } from "../../pages/fault-summary.tsx";
import type { Frame } from "../../pages/frame.ts";
import { Column, OfficePage } from "../../pages/office-page.tsx";
import { serviceAddresses } from "../ground/service-addresses.ts";
import { folderAddresses } from "./addresses.ts";

export interface ImportPageProps extends Frame {
  readonly plan: FolderImport;
  readonly once: string;
  /** Why it could not be done, where it was tried. */
  readonly fault?: string | undefined;
}

/** What files would change, for somebody to approve; or what they have changed. */
export function ImportPage(props: ImportPageProps) {
  const { office, plan, fault } = props;
  const isDone = plan.state === "approved";
  const title = isDone ? "What the files have changed" : "What the files would change";
  return (
    <OfficePage
      {...props}
      title={title}
      faults={fault !== undefined}
      current="services"
      beforeContent={<BackLink href={office.at.folder} />}
    >
      <Column>
        <FaultSummary faults={fault === undefined ? {} : { approve: fault }} />
        <h1 class="govuk-heading-l">{title}</h1>
        <Changes {...props} />
        <LeftOut {...plan} />
        {plan.unchanged > 0 && <p class="govuk-body">{unchangedWords(plan.unchanged)}</p>}
        <div id="approve" tabindex={-1}>
          <Ending {...props} />
        </div>
      </Column>
    </OfficePage>
  );
}

function unchangedWords(count: number): string {
  return count === 1
    ? "One thing more is here already as the files say."
    : `${count} things more are here already as the files say.`;
}

function Changes({ office, plan }: ImportPageProps) {
  if (plan.changes.length === 0) return <InsetText>The files would change nothing here.</InsetText>;
  return (
    <ul class="govuk-list govuk-list--spaced">
      {plan.changes.map((change) => (
        <li>
          <p class="govuk-body govuk-!-margin-bottom-1">{change.sentence}</p>
          <Differences {...change} />
          {plan.state === "approved" && change.kind === "service" && (
            <a class="govuk-link" href={serviceAddresses(office.at.root, change.id).home}>
              Open “{change.title}”
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function Differences({ title, differences, more }: FolderChange) {
  if (differences.length === 0) return null;
  return (
    <Details summary={`What changes in “${title}”`}>
      <ul class="govuk-list govuk-list--bullet">
        {differences.map(({ sentence }) => (
          <li>{sentence}</li>
        ))}
        {more !== undefined && <li>{more} more that are not shown here</li>}
      </ul>
    </Details>
  );
}

function LeftOut({ leftOut }: FolderImport) {
  if (leftOut.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What is not taken</h2>
      <ul class="govuk-list govuk-list--bullet">
        {leftOut.map(({ sentence }) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

function Ending({ office, plan, once }: ImportPageProps) {
  const { approvedAt, approvedBy } = plan;
  if (approvedAt !== undefined)
    return (
      <p class="govuk-body">
        Approved by {approvedBy}, {sayTime(approvedAt)}.
      </p>
    );
  if (plan.changes.length === 0) return null;
  return (
    <form method="post" action={folderAddresses(office.at).approve(plan.id)} novalidate>
      <p class="govuk-body">
        All of it is done, or nothing. You can approve it until {sayTime(plan.expiresAt)}.
      </p>
      <input type="hidden" name="once" value={once} />
      <Button preventDoubleClick>Approve and do it</Button>
    </form>
  );
}
