import type { Fields } from "@guildhall/forms";
import { buttons } from "@guildhall/question-view";
import { BackLink, Button } from "@guildhall/ui";
import { addressesBeside } from "../addresses.ts";
import type { Council, Look } from "../environment.ts";
import type { OutsidePlace } from "../places/outside-place.ts";
import { speechHere } from "../words/speech.tsx";
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

const formId = "outside-form";

/** Say whose address it is, lead there, and let the person go on where the service allows it. */
export function OutsidePage({ council, look, service, outside, action, fields }: OutsidePageProps) {
  const { name, text, mayGoOn } = outside;
  const other = outside.council;
  const words = council.words.places.outside;
  const title = words.title(other.name);
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      address={action}
      form={formId}
      service={{ name: service.title, href: council.at.service(service.id) }}
      beforeContent={<BackLink href={action} />}
    >
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{words.entered(text)}</p>
        <p class="govuk-body">{words.ask(other.name, council.brand.shortName)}</p>
        <p class="govuk-body">
          <OtherCouncil council={council} other={other} />
        </p>
        <form id={formId} method="post" action={action}>
          {[...fields].flatMap(([field, values]) =>
            field === buttons.place
              ? []
              : values.map((value) => <input type="hidden" name={field} value={value} />),
          )}
          <div class="govuk-button-group">
            <Button name={buttons.place} value={`again:${name}`}>
              {words.another}
            </Button>
            {mayGoOn && (
              <Button
                classes="govuk-button--secondary"
                name={buttons.place}
                value={`anyway:${name}`}
              >
                {words.goOn}
              </Button>
            )}
          </div>
        </form>
      </Column>
    </CouncilPage>
  );
}

function OtherCouncil({ council, other }: { council: Council; other: OutsidePlace["council"] }) {
  const { language, words } = speechHere();
  const { tenant, name } = other;
  if (tenant) {
    return (
      <a class="govuk-link" href={addressesBeside(council.at, tenant.id, language).home}>
        {words.places.outside.services(name)}
      </a>
    );
  }
  return (
    <a class="govuk-link" href="https://www.gov.uk/find-local-council">
      {words.places.outside.website(name)}
    </a>
  );
}
