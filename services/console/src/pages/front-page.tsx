import type { Tenant } from "@guildhall/contract";
import { Tag } from "@guildhall/ui";
import { addressesOf } from "../addresses.ts";
import type { Look } from "../environment.ts";
import { PlainPage } from "./plain-page.tsx";

export interface Workplace {
  readonly tenant: Pick<Tenant, "id" | "name">;
  readonly signedIn: boolean;
}

/** Where a person chooses the organisation to work for; those that this browser is signed in to come first. */
export function FrontPage({ look, workplaces }: { look: Look; workplaces: readonly Workplace[] }) {
  const inOrder = [...workplaces].sort((a, b) => Number(b.signedIn) - Number(a.signedIn));
  const title = "Who do you work for?";
  return (
    <PlainPage look={look} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        These pages are for staff. If you need something from your council,{" "}
        <a class="govuk-link" href="/">
          go to its services
        </a>
        .
      </p>
      <ul class="console-cards">
        {inOrder.map(({ tenant, signedIn }) => (
          <li>
            <a class="govuk-link govuk-!-font-weight-bold" href={addressesOf(tenant.id).root}>
              {tenant.name}
            </a>
            {signedIn && (
              <p>
                <Tag classes="govuk-tag--green">Signed in</Tag>
              </p>
            )}
          </li>
        ))}
      </ul>
    </PlainPage>
  );
}
