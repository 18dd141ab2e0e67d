import type { TenantSummary } from "@guildhall/contract";
import { Button } from "@guildhall/ui";
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
