import type { Alarm } from "@guildhall/contract";
import { Button, Details, Input, InsetText, sayTime, Tag } from "@guildhall/ui";
import type { Frame } from "./frame.ts";
import { OfficePage } from "./office-page.tsx";
import { sayRoles } from "./role-words.ts";
import { More } from "./scroll-table.tsx";

export interface AlarmsPageProps extends Frame {
  readonly alarms: readonly Alarm[];
  readonly ended: boolean;
  readonly more: string | undefined;
  readonly once: string;
}

/** What somebody has to look at. */
export function AlarmsPage(props: AlarmsPageProps) {
  const { office, alarms, ended } = props;
  const title = ended ? "Alarms that have ended" : "Alarms";
  return (
    <OfficePage {...props} title={title} current="alarms">
      <h1 class="govuk-heading-l">{title}</h1>
      {alarms.length === 0 && (
        <InsetText>{ended ? "None has ended yet." : "There is none. All is well."}</InsetText>
      )}
      <ul class="govuk-list">
        {alarms.map((alarm) => (
          <OneAlarm {...props} alarm={alarm} />
        ))}
      </ul>
      <More href={props.more} />
      <p class="govuk-body">
        <a class="govuk-link" href={ended ? office.at.alarms : `${office.at.alarms}?ended=true`}>
          {ended ? "See those that are open" : "See those that have ended"}
        </a>
      </p>
    </OfficePage>
  );
}

function OneAlarm(props: AlarmsPageProps & { alarm: Alarm }) {
  const { office, desk, alarm } = props;
  const { acknowledgedAt, acknowledgedBy, words, endedAt } = alarm;
  const isMine = acknowledgedAt === undefined && endedAt === undefined;
  const { connector, code } = alarm.data;
  return (
    <li class="console-attempts">
      <h2 class="govuk-heading-m govuk-!-margin-bottom-1">{alarm.title}</h2>
      <p class="govuk-body-s">
        <AlarmTag alarm={alarm} /> since {sayTime(alarm.raisedAt)}
        {alarm.count > 1 && `, raised ${alarm.count} times, last ${sayTime(alarm.lastAt)}`}. For:{" "}
        {sayRoles([alarm.role])}.
      </p>
      <p class="govuk-body">{alarm.advice}</p>
      {alarm.kind === "delivery-stuck" && typeof connector === "string" && (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={office.at.deliveriesOf({ connector, ...(typeof code === "string" && { code }) })}
          >
            See these deliveries<span class="govuk-visually-hidden">: {alarm.title}</span>
          </a>
        </p>
      )}
      <LatestUntold {...props} />
      {alarm.kind === "design-drifted" && typeof connector === "string" && (
        <p class="govuk-body">
          <a class="govuk-link" href={office.at.drift(connector)}>
            See what has changed<span class="govuk-visually-hidden">: {alarm.title}</span>
          </a>
        </p>
      )}
      <Unexplained {...props} />
      {acknowledgedAt && (
        <p class="govuk-body">
          {acknowledgedBy} looks after it since {sayTime(acknowledgedAt)}
          {words && `: “${words}”`}
        </p>
      )}
      {isMine && desk.scopes.has("deliveries:write") && <Acknowledge {...props} />}
    </li>
  );
}

/** The way to the ledger of whoever was last not told; a letter to staff is of no process. */
function LatestUntold({ office, alarm }: AlarmsPageProps & { alarm: Alarm }) {
  const { process } = alarm.data;
  if (alarm.kind !== "message-stuck" || typeof process !== "string") return null;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={office.at.ledger(process)}>
        See the latest process<span class="govuk-visually-hidden">: {alarm.title}</span>
      </a>
    </p>
  );
}

/** The way to a status that nobody has said the meaning of. */
function Unexplained({ office, alarm }: AlarmsPageProps & { alarm: Alarm }) {
  const { connector, external } = alarm.data;
  if (alarm.kind !== "status-unmapped" || typeof connector !== "string") return null;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={office.at.statusesOf({ connector, show: "unmapped" })}>
        See {typeof external === "string" ? `“${external}”` : "it"} among its statuses
      </a>
    </p>
  );
}

function AlarmTag({ alarm: { endedAt, acknowledgedAt } }: { alarm: Alarm }) {
  if (endedAt) return <Tag classes="govuk-tag--green">Ended</Tag>;
  if (acknowledgedAt) return <Tag classes="govuk-tag--yellow">Looked after</Tag>;
  return <Tag classes="govuk-tag--red">Open</Tag>;
}

function Acknowledge({ office, alarm, once }: AlarmsPageProps & { alarm: Alarm }) {
  return (
    <Details summary="I look after it">
      <form method="post" action={office.at.acknowledge(alarm.id)}>
        <input type="hidden" name="once" value={once} />
        <Input name="words" id={`words-${alarm.id}`} label="What you do about it (optional)" />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Say that I look after it
        </Button>
      </form>
    </Details>
  );
}
