import type {
  DeliveryComparison,
  DeliveryReplay,
  DeliveryReplayPreview,
} from "@guildhall/contract";
import {
  BackLink,
  Button,
  InsetText,
  Radios,
  SummaryList,
  sayTime,
  WarningText,
} from "@guildhall/ui";
import { ShownDocument } from "./attempts.tsx";
import { number, StateTag, sayCount, sayState } from "./delivery-words.tsx";
import type { Frame } from "./frame.ts";
import { OfficePage } from "./office-page.tsx";
import { type ReplaySearch, ways } from "./replay-words.ts";
import { ScrollTable } from "./scroll-table.tsx";

export interface ReplayPreviewPageProps extends Frame {
  readonly search: ReplaySearch;
  readonly preview: DeliveryReplayPreview;
  readonly once: string;
}

/** What a replay would do: which deliveries, how, and what would be another in each. */
export function ReplayPreviewPage(props: ReplayPreviewPageProps) {
  const { office, preview, search } = props;
  const title = `Send ${sayCount(preview.total)} again`;
  return (
    <OfficePage
      {...props}
      title={title}
      current="deliveries"
      beforeContent={<BackLink href={office.at.deliveries} />}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      {preview.total === 0 ? (
        <InsetText>None of these waits any more.</InsetText>
      ) : (
        <>
          <Wrong groups={preview.groups} />
          <How {...props} />
          {preview.leftOut.map(({ text, count }) => (
            <WarningText>
              {sayCount(count)} left out. {text}
            </WarningText>
          ))}
          {ways[search.how].rewrite && <Differences {...props} />}
          {preview.replayable > 0 && <Confirm {...props} />}
        </>
      )}
    </OfficePage>
  );
}

/** What is wrong with them; the rows of the mapping only where some are known. */
function Wrong({ groups }: Pick<DeliveryReplayPreview, "groups">) {
  const hasRows = groups.some(({ target }) => target !== undefined);
  return (
    <ScrollTable
      label="What is wrong with them"
      named={false}
      head={["Why", ...(hasRows ? ["Row at fault"] : []), "State", "How many"]}
      numeric={[hasRows ? 3 : 2]}
      rows={groups.map(({ codeText, target, sentence, state, count }) => [
        codeText,
        ...(hasRows ? [target === undefined ? "" : `${target}: ${sentence}`] : []),
        <StateTag state={state} />,
        number.format(count),
      ])}
    />
  );
}

const kept = ["connector", "code", "state", "service", "ids"] as const;

/** Which deliveries are meant, for the next page. */
function Those({ search }: { search: ReplaySearch }) {
  return (
    <>
      {kept
        .filter((name) => search[name] !== "")
        .map((name) => (
          <input type="hidden" name={name} value={search[name]} />
        ))}
    </>
  );
}

function How({ office, search }: ReplayPreviewPageProps) {
  return (
    <form method="get" action={`${office.at.replays}/new`}>
      <Those search={search} />
      <Radios
        name="how"
        fieldset={{ legend: { content: "How", classes: "govuk-fieldset__legend--m" } }}
        items={Object.entries(ways).map(([value, { title, hint }]) => ({
          value,
          content: title,
          hint,
        }))}
        value={search.how}
      />
      <Button classes="govuk-button--secondary">See what would be sent</Button>
    </form>
  );
}

function Differences({ preview }: ReplayPreviewPageProps) {
  return (
    <>
      <h2 class="govuk-heading-m">What would change</h2>
      <p class="govuk-body">
        {number.format(preview.sample.length)} of them, some of each kind. What residents gave is
        hidden behind •••.
      </p>
      {preview.sample.length > 0 && preview.sample.every(isSame) && (
        <WarningText>
          Nothing would change in these. If it was the mapping that was wrong, put it right and
          apply it before you send them.
        </WarningText>
      )}
      {preview.sample.map((one) => (
        <Comparison one={one} />
      ))}
    </>
  );
}

function isSame({ passes, differences, wasWritten }: DeliveryComparison): boolean {
  return passes && wasWritten && differences.length === 0;
}

function Comparison({ one }: { one: DeliveryComparison }) {
  return (
    <section>
      <h3 class="govuk-heading-s">
        {one.reference}, by version {one.version} of the service
      </h3>
      {!one.passes && (
        <WarningText>
          It would be held again: {one.codeText ?? "the service has no such mapping now"}.{" "}
          {one.faults?.map(({ target, sentence }) => `${target}: ${sentence}`).join(" ")}
        </WarningText>
      )}
      {one.passes && one.differences.length === 0 && (
        <p class="govuk-body">
          {one.wasWritten ? "It would be the same as before." : "Nothing was written before."}
        </p>
      )}
      {one.differences.length > 0 && (
        <ScrollTable
          label={`What would change in ${one.reference}`}
          named={false}
          head={["Where", "Was", "Would be"]}
          rows={one.differences.map(({ at, kind, before, after }) => [
            at ? <code class="console-code">{at}</code> : "The order or layout",
            before ?? (kind === "unexpected" ? "Not there" : ""),
            after ?? (kind === "missing" ? "Not there" : ""),
          ])}
        />
      )}
      <ShownDocument document={one.document} summary={`What would be sent of ${one.reference}`} />
    </section>
  );
}

function Confirm({ office, desk, search, preview, once }: ReplayPreviewPageProps) {
  if (!desk.scopes.has("deliveries:write")) return null;
  return (
    <form method="post" action={`${office.at.replays}/new`}>
      <input type="hidden" name="once" value={once} />
      <input type="hidden" name="how" value={search.how} />
      <Those search={search} />
      <Button preventDoubleClick>Send {sayCount(preview.replayable)} again</Button>
    </form>
  );
}

/** A replay, and how it goes; it loads itself again while it does. */
export function ReplayPage(props: Frame & { replay: DeliveryReplay }) {
  const { office, replay } = props;
  const isRunning = replay.state === "running";
  const title = isRunning ? "Deliveries are being sent again" : "Deliveries were sent again";
  const done = replay.total - replay.waiting;
  return (
    <OfficePage
      {...props}
      title={title}
      current="deliveries"
      beforeContent={<BackLink href={office.at.deliveries} />}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <label for="progress">
          {number.format(done)} of {sayCount(replay.total)}
        </label>
      </p>
      <progress id="progress" class="console-progress" max={replay.total || 1} value={done} />
      <SummaryList rows={rowsOf(replay)} />
      {replay.leftOut.map(({ text, count }) => (
        <WarningText>
          {sayCount(count)} left out. {text}
        </WarningText>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={office.at.replay(replay.id)}>
          Load this page again
        </a>
      </p>
    </OfficePage>
  );
}

function rowsOf({ at, by, replayed, standing }: DeliveryReplay) {
  return [
    { key: "Begun", value: `By ${by}, ${sayTime(at)}` },
    { key: "Sent again", value: number.format(replayed) },
    ...Object.entries(standing).map(([state, count]) => ({
      // The API gives the states that there are.
      key: sayState(state as Parameters<typeof sayState>[0]),
      value: number.format(count),
    })),
  ];
}
