import type { TenantSummary } from "@guildhall/contract";
import { addressesOf } from "../addresses.ts";
import type { Look } from "../environment.ts";
import { PlainPage } from "./plain-page.tsx";

/** Let a citizen choose their council. */
export function TenantsPage({ look, tenants }: { look: Look; tenants: readonly TenantSummary[] }) {
  const councils = tenants.filter(({ kind }) => kind === "council");
  const host = tenants.find(({ kind }) => kind === "shared-service");
  const title = "Choose your council";
  return (
    <PlainPage look={look} title={title} {...(host ? { name: host.name } : {})}>
      <h1 class="govuk-heading-xl">{title}</h1>
      <p class="govuk-body-l">Report a problem, and follow what is done about it.</p>
      {councils.length === 0 && <p class="govuk-body">There are no councils here yet.</p>}
      <ul class="govuk-list portal-list">
        {councils.map(({ id, name }) => (
          <li>
            <a
              class="govuk-link govuk-!-font-size-24 govuk-!-font-weight-bold"
              href={addressesOf(id).home}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        If you do not know which council you live in, you can{" "}
        <a class="govuk-link" href="https://www.gov.uk/find-local-council">
          find your local council on GOV.UK
        </a>
        .
      </p>
    </PlainPage>
  );
}
