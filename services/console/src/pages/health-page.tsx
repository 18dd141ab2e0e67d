import type { ConnectorHealth, Health, LaneHealth } from "@guildhall/contract";
import { InsetText, sayTime, Tag } from "@guildhall/ui";
import { BarLines } from "./bar-lines.tsx";
import type { Frame } from "./frame.ts";
import { OfficePage } from "./office-page.tsx";
import { ScrollTable } from "./scroll-table.tsx";

export interface HealthPageProps extends Frame {
  readonly health: Health;
}

const number = new Intl.NumberFormat("en-GB");

/** How it goes with what leads to the outside, and what is owed. */
export function HealthPage(props: HealthPageProps) {
  const { health } = props;
  const title = "Health";
  return (
    <OfficePage {...props} title={title} current="health">
      <h1 class="govuk-heading-l">{title}</h1>
      <h2 class="govuk-heading-m">Connectors</h2>
      {health.connectors.length === 0 ? (
        <InsetText>
          There is none yet. One is added with the folder of the council, or by the API.
        </InsetText>
      ) : (
        <>
          <Latency connectors={health.connectors} />
          {health.connectors.map((connector) => (
            <One {...props} connector={connector} />
          ))}
        </>
      )}
      <h2 class="govuk-heading-m">What is owed</h2>
      <Owed lanes={health.lanes} />
    </OfficePage>
  );
}

/** How long the latest answers of each took. */
function Latency({ connectors }: { connectors: readonly ConnectorHealth[] }) {
  const known = connectors.flatMap(({ name, latency }) => (latency ? [{ name, ...latency }] : []));
  if (known.length === 0) return null;
  return (
    <>
      <p class="govuk-body">
        Milliseconds that the latest deliveries took: half of them no longer than drawn full, 95 of
        100 no longer than drawn empty.
      </p>
      <section class="console-scroll" aria-label="Picture: how long deliveries took" tabindex={0}>
        <BarLines
          left={220}
          label="How long the latest deliveries to each connector took. The same stands below in words."
          lines={known.map(({ name, p50Ms, p95Ms }) => ({
            label: name,
            said: `${name}: half within ${p50Ms} ms, 95 of 100 within ${p95Ms} ms`,
            full: p50Ms,
            empty: p95Ms,
          }))}
        />
      </section>
    </>
  );
}

const breakers = {
  closed: <Tag classes="govuk-tag--green">In use</Tag>,
  open: <Tag classes="govuk-tag--red">Paused</Tag>,
  "half-open": <Tag classes="govuk-tag--yellow">Tried again</Tag>,
} as const;

const drifts: Readonly<Record<ConnectorHealth["drift"], string>> = {
  "in-step": "Takes what is sent to it",
  drifted: "Has changed",
  untold: "Does not say",
  unreachable: "Could not be asked",
  unseen: "Nobody has looked",
};

function One({ office, connector: one }: HealthPageProps & { connector: ConnectorHealth }) {
  const { name, breaker, lastSuccessAt, lastFailure, latency, credentialExpiresAt } = one;
  return (
    <section>
      <h3 class="govuk-heading-s">
        {name} {breakers[breaker.state]}
      </h3>
      <ScrollTable
        label={`How it goes with ${name}`}
        head={["What", "How it is"]}
        rows={[
          ["Last took something", lastSuccessAt ? sayTime(lastSuccessAt) : "Not yet"],
          ["Last did not", lastFailure ? <Failure {...lastFailure} /> : "Never"],
          ...(breaker.until ? [["Is tried again", sayTime(breaker.until)]] : []),
          [
            "Took",
            latency
              ? `${latency.p50Ms} ms for half, ${latency.p95Ms} ms for 95 of 100, of the latest ${latency.attempts}`
              : "Not known yet",
          ],
          [
            "What it takes",
            <a class="govuk-link" href={office.at.drift(one.connector)}>
              {drifts[one.drift]}
              <span class="govuk-visually-hidden">: {name}</span>
            </a>,
          ],
          [
            "Certificate",
            credentialExpiresAt ? `Ends ${sayTime(credentialExpiresAt)}` : "None that ends",
          ],
          ["Owed to it", number.format(one.owed)],
          ["Waits for a person", <Waiting office={office} connector={one} />],
        ]}
      />
    </section>
  );
}

function Failure({ at, code }: NonNullable<ConnectorHealth["lastFailure"]>) {
  return (
    <>
      {sayTime(at)}
      {code !== undefined && (
        <>
          , <code class="console-code">{code}</code>
        </>
      )}
    </>
  );
}

function Waiting({
  office,
  connector: { connector, name, waiting },
}: Pick<HealthPageProps, "office"> & { connector: ConnectorHealth }) {
  if (waiting === 0) return <>Nothing</>;
  return (
    <a class="govuk-link" href={office.at.deliveriesOf({ connector })}>
      {number.format(waiting)} of {name}
    </a>
  );
}

function Owed({ lanes }: { lanes: readonly LaneHealth[] }) {
  const owing = lanes.filter(({ pending, underWay, waiting }) => pending + underWay + waiting > 0);
  if (owing.length === 0) return <InsetText>Nothing is owed. All that was due has gone.</InsetText>;
  return (
    <>
      <p class="govuk-body">What goes by itself is drawn full, what waits for a person empty.</p>
      <section class="console-scroll" aria-label="Picture: what is owed" tabindex={0}>
        <BarLines
          left={220}
          label="What is owed in each lane. The same stands below as a table."
          lines={owing.map(({ title, pending, underWay, waiting }) => ({
            label: title,
            said: `${title}: ${pending + underWay} go by themselves, ${waiting} wait for a person`,
            full: pending + underWay,
            empty: waiting,
          }))}
        />
      </section>
      <ScrollTable
        label="What is owed"
        head={["To", "Waits its turn", "Under way", "Waits for a person", "Oldest was due"]}
        numeric={[1, 2, 3]}
        rows={owing.map(({ title, pending, underWay, waiting, oldestDueAt }) => [
          title,
          number.format(pending),
          number.format(underWay),
          number.format(waiting),
          oldestDueAt ? sayTime(oldestDueAt) : "–",
        ])}
      />
    </>
  );
}
