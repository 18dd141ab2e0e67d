import type { ReadinessCheck, TenantReadiness } from "@guildhall/contract";
import { BackLink, Button, Tag } from "@guildhall/ui";
import type { Frame } from "../pages/frame.ts";
import { OfficePage } from "../pages/office-page.tsx";
import { ScrollTable } from "../pages/scroll-table.tsx";

/** What of a council is ready, what is not, and where that is mended. */
export function ReadinessPage(props: Frame & { readiness: TenantReadiness; once: string }) {
  const { office, desk, readiness } = props;
  const { tenant, name, live, checks } = readiness;
  const around = checks.filter(({ about }) => about !== "service" && about !== "scenarios");
  const services = checks.filter(({ about }) => about === "service");
  const scenarios = checks.filter(({ about }) => about === "scenarios");
  const done = checks.filter(isReady);
  return (
    <OfficePage
      {...props}
      title={name}
      current="councils"
      beforeContent={<BackLink href={office.at.councils} />}
    >
      <h1 class="govuk-heading-l">{name}</h1>
      <p class="govuk-body">
        {live === 1 ? "1 service is" : `${live} services are`} live. {done.length} of{" "}
        {checks.length} things are ready.{" "}
        <a class="govuk-link" href={`/console/${tenant}/`}>
          Its staff pages
        </a>{" "}
        are where the rest is mended, by whoever may sign in there.
      </p>
      <h2 class="govuk-heading-m">The council</h2>
      <ScrollTable
        label="The council"
        head={["Part", "State", "What there is to say"]}
        rows={around.toSorted(whatIsLeftFirst).map((check) => [
          <a class="govuk-link" href={placeOf(tenant, check)}>
            {check.title}
          </a>,
          <State check={check} />,
          check.sentence,
        ])}
      />
      {services.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Services that are being made</h2>
          <ScrollTable
            label="Services that are being made"
            head={["Service", "State", "What there is to say", "Scenarios"]}
            rows={services.toSorted(whatIsLeftFirst).map((check) => [
              <a class="govuk-link" href={placeOf(tenant, check)}>
                {check.title}
              </a>,
              <State check={check} />,
              check.sentence,
              <Scenarios {...{ tenant, check, scenarios }} />,
            ])}
          />
        </>
      )}
      {scenarios.length > 0 && desk.scopes.has("platform:write") && (
        <form method="post" action={`${office.at.council(tenant)}/scenarios`}>
          <Button preventDoubleClick classes="govuk-button--secondary">
            Run all scenarios
          </Button>
        </form>
      )}
    </OfficePage>
  );
}

function State({ check }: { check: ReadinessCheck }) {
  return isReady(check) ? (
    <Tag classes="govuk-tag--green">Ready</Tag>
  ) : (
    <Tag classes="govuk-tag--yellow">To do</Tag>
  );
}

function Scenarios(props: {
  tenant: string;
  check: ReadinessCheck;
  scenarios: readonly ReadinessCheck[];
}) {
  const { tenant, check, scenarios } = props;
  const found = scenarios.find(({ subject }) => subject === check.subject);
  if (!found) return <>None yet.</>;
  return (
    <a class="govuk-link" href={placeOf(tenant, found)}>
      {found.sentence}
      <span class="govuk-visually-hidden"> {check.title}</span>
    </a>
  );
}

function isReady({ state }: ReadinessCheck): boolean {
  return state === "ready";
}

function whatIsLeftFirst(one: ReadinessCheck, other: ReadinessCheck): number {
  return Number(isReady(one)) - Number(isReady(other));
}

/** Where it is mended, in the staff pages of the council itself. */
function placeOf(tenant: string, { about, subject = "" }: ReadinessCheck): string {
  const root = `/console/${tenant}/`;
  const places: Readonly<Record<ReadinessCheck["about"], string>> = {
    brand: "brands",
    domain: "folder",
    "sign-in": "folder",
    administrators: "people",
    connector: "connections",
    service: `services/${subject}`,
    scenarios: `services/${subject}/try`,
  };
  return `${root}${places[about]}`;
}
