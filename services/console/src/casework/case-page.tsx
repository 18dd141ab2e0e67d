import type {
  CaseAnswers,
  Document,
  Event,
  Message,
  Note,
  Process,
  Task,
  Viewers,
} from "@guildhall/contract";
import { Button, InsetText, SummaryList, sayTime, Tag } from "@guildhall/ui";
import { AskForMore } from "../pages/ask-for-more.tsx";
import { GotInTouch } from "../pages/contact-page.tsx";
import { anyFault, FaultSummary } from "../pages/fault-summary.tsx";
import type { Faults, Frame } from "../pages/frame.ts";
import { Told } from "../pages/ledger-page.tsx";
import { OfficePage } from "../pages/office-page.tsx";
import { SentFiles } from "../pages/sent-files.tsx";
import { CaseAnswersOf } from "./case-answers.tsx";
import { CaseNotes } from "./case-notes.tsx";
import { CaseTasks } from "./case-tasks.tsx";
import { CaseTimeline } from "./case-timeline.tsx";
import { MapPicture, placeIn } from "./map-picture.tsx";
import { sayDue } from "./say-due.ts";

/** A request with all of it that its reader may see; what they may not is undefined. */
export interface Case {
  readonly process: Process;
  readonly tasks: readonly Task[] | undefined;
  readonly notes: readonly Note[] | undefined;
  readonly answers: CaseAnswers | undefined;
  readonly files: readonly Document[];
  readonly events: readonly Event[] | undefined;
  readonly messages: readonly Message[] | undefined;
  /** The colleagues who have it open too. */
  readonly viewers: Viewers["data"];
  readonly follows: boolean;
}

export interface CasePageProps extends Frame {
  readonly of: Case;
  /** A note in the making. */
  readonly note: { readonly words: string; readonly visible: boolean };
  readonly faults: Faults;
  readonly once: string;
  readonly now: Date;
}

/** One request with all that belongs to it, and what can be done about it. */
export function CasePage(props: CasePageProps) {
  const { office, desk, of, faults } = props;
  const { process } = of;
  const place = of.answers && placeIn(of.answers);
  return (
    <OfficePage
      {...props}
      title={`${process.reference}: ${process.serviceTitle}`}
      faults={anyFault(faults)}
      current="cases"
    >
      <FaultSummary faults={faults} />
      <span class="govuk-caption-l">{process.serviceTitle}</span>
      <h1 class="govuk-heading-l">{process.reference}</h1>
      <AlsoOpen viewers={of.viewers} />
      <Summary {...props} />
      <ToDo {...props} />
      {of.tasks && <CaseTasks {...props} tasks={of.tasks} />}
      {of.answers && <CaseAnswersOf {...props} answers={of.answers} />}
      {place && <MapPicture office={office} place={place} />}
      <SentFiles office={office} process={process.id} files={of.files} />
      {of.notes && <CaseNotes {...props} notes={of.notes} />}
      {of.messages && (
        <>
          <h2 class="govuk-heading-m">What the resident was told</h2>
          <Told messages={of.messages} />
        </>
      )}
      {desk.scopes.has("deliveries:read") && (
        <p class="govuk-body">
          <a class="govuk-link" href={office.at.ledger(process.id)}>
            See what was sent to back offices, and what became of it
          </a>
        </p>
      )}
      {of.events && <CaseTimeline events={of.events} />}
    </OfficePage>
  );
}

function AlsoOpen({ viewers }: Pick<Case, "viewers">) {
  if (viewers.length === 0) return null;
  const names = new Intl.ListFormat("en-GB").format(viewers.map(({ name }) => name));
  return (
    <InsetText>
      {names} {viewers.length === 1 ? "has" : "have"} this open too.
    </InsetText>
  );
}

export const statuses = {
  open: ["Open", "govuk-tag--blue"],
  completed: ["Done", "govuk-tag--green"],
  closed: ["Closed without action", "govuk-tag--grey"],
  referred: ["For somebody else", "govuk-tag--grey"],
} as const;

export function StatusTag({ status }: Pick<Process, "status">) {
  const [words, tone] = statuses[status];
  return <Tag classes={tone}>{words}</Tag>;
}

function Summary({ office, of: { process }, now }: CasePageProps) {
  const { status, stage, receivedAt, respondBy, endedAt, mergedInto, continues } = process;
  const isDue = respondBy !== undefined && status === "open";
  const other = (id: string, words: string) => (
    <a class="govuk-link" href={office.at.case(id)}>
      {words}
    </a>
  );
  return (
    <SummaryList
      rows={[
        { key: "Status", value: <StatusTag status={status} /> },
        { key: "Stage", value: stage.title },
        { key: "Received", value: sayTime(receivedAt) },
        isDue && {
          key: "Answer promised",
          value: `${sayTime(respondBy)} (${sayDue(respondBy, now)})`,
        },
        endedAt !== undefined && { key: "Ended", value: sayTime(endedAt) },
        mergedInto !== undefined && {
          key: "Merged",
          value: other(mergedInto, "The request that it was a duplicate of"),
        },
        continues !== undefined && {
          key: "Continues",
          value: other(continues, "A request that had ended before"),
        },
      ]}
    />
  );
}

/** What can be done about it, beside its tasks. */
function ToDo({ office, desk, of: { process, follows } }: CasePageProps) {
  const isOpen = process.status === "open";
  return (
    <nav aria-label="What can be done about it">
      {isOpen && desk.scopes.has("notes:write") && (
        <AskForMore office={office} process={process.id} />
      )}
      {desk.scopes.has("notes:write") && desk.scopes.has("deliveries:read") && (
        <GotInTouch office={office} process={process.id} />
      )}
      {isOpen && desk.scopes.has("tasks:write") && (
        <p class="govuk-body">
          <a class="govuk-link" href={office.at.merge(process.id)}>
            Merge it with another request
          </a>
        </p>
      )}
      <form method="post" action={office.at.follow(process.id)}>
        <Button classes="govuk-button--secondary" name="follow" value={follows ? "no" : "yes"}>
          {follows ? "Stop following it" : "Follow it"}
        </Button>
      </form>
    </nav>
  );
}
