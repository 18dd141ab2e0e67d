import type { ReadinessCheck, TenantReadiness, TenantSummary } from "@guildhall/contract";
import { BackLink, Button, Tag } from "@guildhall/ui";
import type { Frame } from "../pages/frame.ts";
import { OfficePage } from "../pages/office-page.tsx";
import { ScrollTable } from "../pages/scroll-table.tsx";

/** The councils that the platform is run for. */
export function CouncilsPage(props: Frame & { councils: readonly TenantSummary[] }) {
  const { office, desk, councils } = props;
  const title = "Councils";
  return (
    <OfficePage {...props} title={title} current="councils">
      <h1 class="govuk-heading-l">{title}</h1>
      {desk.scopes.has("platform:write") && (
        <Button href={office.at.newCouncil}>Take a council on</Button>
      )}
      {councils.length === 0 && (
        <p class="govuk-body">
          There is none yet. Take one on: it needs a name, a colour and an administrator.
        </p>
      )}
      {councils.length > 0 && (
        <ScrollTable
          label={title}
          head={["Name", "Its pages", "How ready it is"]}
          rows={councils.map(({ id, name }) => [
            name,
            <a class="govuk-link" href={`/c/${id}/`}>
              /c/{id}/
            </a>,
            <a class="govuk-link" href={office.at.council(id)}>
              See<span class="govuk-visually-hidden"> how ready {name} is</span>
            </a>,
          ])}
        />
      )}
    </OfficePage>
  );
}

/** What of a council is ready, what is not, and where that is mended. */
export function CouncilPage(props: Frame & { readiness: TenantReadiness; once: string }) {
  const { office, desk, readiness } = props;
  const { tenant, name, live, checks } = readiness;
  const left = checks.filter(({ state }) => state === "to-do");
  const done = checks.filter(({ state }) => state === "ready");
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
      <h2 class="govuk-heading-m">What is left to do</h2>
      {left.length === 0 && <p class="govuk-body">Nothing. It is ready.</p>}
      <Checks label="What is left to do" tenant={tenant} checks={left} />
      <h2 class="govuk-heading-m">What is ready</h2>
      <Checks label="What is ready" tenant={tenant} checks={done} />
      {desk.scopes.has("platform:write") && (
        <form method="post" action={`${office.at.council(tenant)}/scenarios`}>
          <Button preventDoubleClick classes="govuk-button--secondary">
            Run all scenarios
          </Button>
        </form>
      )}
    </OfficePage>
  );
}

function Checks({
  label,
  tenant,
  checks,
}: {
  label: string;
  tenant: string;
  checks: readonly ReadinessCheck[];
}) {
  if (checks.length === 0) return null;
  return (
    <ScrollTable
      label={label}
      head={["Part", "State", "What there is to say"]}
      rows={checks.map((check) => [
        <a class="govuk-link" href={placeOf(tenant, check)}>
          {check.title}
        </a>,
        <Tag classes={check.state === "ready" ? "govuk-tag--green" : "govuk-tag--yellow"}>
          {check.state === "ready" ? "Ready" : "To do"}
        </Tag>,
        check.sentence,
      ])}
    />
  );
}

/** Where it is mended, in the staff pages of the council itself. */
function placeOf(tenant: string, { about, subject }: ReadinessCheck): string {
  const root = `/console/${tenant}/`;
  if (about === "service") return `${root}services/${subject}`;
  if (about === "scenarios") return `${root}services/${subject}/scenarios`;
  if (about === "administrators") return `${root}people`;
  return about === "connector" ? `${root}statuses` : `${root}folder`;
}
