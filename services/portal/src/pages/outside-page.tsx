import type { Fields } from "@guildhall/forms";
import { BackLink, Button } from "@guildhall/ui";
import { addressesOf } from "../addresses.ts";
import type { Council, Look } from "../environment.ts";
import type { OutsidePlace } from "../places/view.ts";
import { Column, CouncilPage } from "./council-page.tsx";

interface OutsidePageProps {
  readonly council: Council;
  readonly look: Look;
  readonly service: { readonly id: string; readonly title: string };
  readonly outside: OutsidePlace;
  /** Where the page with the question is. */
  readonly action: string;
  /** What was typed on that page, which travels along. */
  readonly fields: Fields;
}

/** Say whose address it is, lead there, and let the person go on where the service allows it. */
export function OutsidePage({ council, look, service, outside, action, fields }: OutsidePageProps) {
  const { name, text, mayGoOn } = outside;
  const other = outside.council;
  const title = `This address is in the area of ${other.name}`;
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      service={{ name: service.title, href: council.at.service(service.id) }}
      beforeContent={<BackLink href={action} />}
    >
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">You entered {text}.</p>
        <p class="govuk-body">
          If you need help with something at this address, ask {other.name}.{" "}
          {council.brand.shortName} does not look after it.
        </p>
        <p class="govuk-body">
          <OtherCouncil outside={outside} />
        </p>
        <form method="post" action={action}>
          {[...fields].flatMap(([field, values]) =>
            field === "place"
              ? []
              : values.map((value) => <input type="hidden" name={field} value={value} />),
          )}
          <div class="govuk-button-group">
            <Button name="place" value={`again:${name}`}>
              Use another address
            </Button>
            {mayGoOn && (
              <Button classes="govuk-button--secondary" name="place" value={`anyway:${name}`}>
                The address is right, continue
              </Button>
            )}
          </div>
        </form>
      </Column>
    </CouncilPage>
  );
}

function OtherCouncil({ outside: { council } }: Pick<OutsidePageProps, "outside">) {
  const { tenant, name } = council;
  if (tenant) {
    return (
      <a class="govuk-link" href={addressesOf(tenant.id).home}>
        Go to the services of {name}
      </a>
    );
  }
  return (
    <a class="govuk-link" href="https://www.gov.uk/find-local-council">
      Find the website of {name} on GOV.UK
    </a>
  );
}
