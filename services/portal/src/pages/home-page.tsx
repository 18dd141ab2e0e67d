import type { ServiceSummary } from "@guildhall/contract";
import { Button, ContactUs, Input } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { CouncilPage } from "./council-page.tsx";
import { TrackForm } from "./track-form.tsx";

interface HomeProps {
  readonly council: Council;
  readonly look: Look;
  /** The services that match what was searched for; all of them where nothing was. */
  readonly services: readonly ServiceSummary[];
  readonly query: string;
}

/** Find a service, or go on with what was reported before. */
export function HomePage({ council, look, services, query }: HomeProps) {
  const title = query === "" ? "Find a service" : `Services for “${query}”`;
  return (
    <CouncilPage council={council} look={look} title={title} current="services">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-xl">Find a service</h1>
          <SearchForm action={council.at.home} query={query} />
          <Found services={services} query={query} council={council} />
        </div>
        <div class="govuk-grid-column-one-third">
          <div class="portal-aside">
            <h2 class="govuk-heading-m">Track a request</h2>
            <TrackForm action={council.at.track} />
          </div>
          {council.brand.contact && (
            <div class="govuk-!-margin-top-6">
              <ContactUs {...council.brand.contact} />
            </div>
          )}
        </div>
      </div>
    </CouncilPage>
  );
}

function SearchForm({ action, query }: { action: string; query: string }) {
  return (
    <search>
      <form class="portal-search" method="get" action={action}>
        <Input
          name="q"
          id="search"
          type="search"
          label="Search for a service"
          value={query}
          attributes={{ maxlength: 200 }}
        />
        <Button>Search</Button>
      </form>
    </search>
  );
}

function Found({ services, query, council }: Omit<HomeProps, "look">) {
  if (services.length === 0) {
    return (
      <>
        <h2 class="govuk-heading-m">
          {query === "" ? "There are no services here yet" : "No services found"}
        </h2>
        {query !== "" && (
          <p class="govuk-body">
            Try other words, or{" "}
            <a class="govuk-link" href={council.at.home}>
              see all services
            </a>
            .
          </p>
        )}
      </>
    );
  }
  return (
    <>
      {[...new Set(services.map(({ category }) => category))].map((category) => (
        <Category
          name={category}
          services={services.filter((service) => service.category === category)}
          council={council}
        />
      ))}
    </>
  );
}

function Category(props: { name: string; services: ServiceSummary[]; council: Council }) {
  return (
    <>
      <h2 class="govuk-heading-m">{props.name}</h2>
      <ul class="govuk-list portal-list">
        {props.services.map(({ id, title, summary, brand }) => (
          <li>
            <a class="govuk-link govuk-!-font-weight-bold" href={props.council.at.service(id)}>
              {title}
            </a>
            <p class="govuk-body">{summary}</p>
            <FromBrand brand={brand} council={props.council} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whose service it is, where its pages wear another of the council's brands. */
function FromBrand({
  brand: id,
  council: { tenant, brand },
}: {
  brand: string | undefined;
  council: Council;
}) {
  const other = tenant.brands.find((one) => one.id === id && one.id !== brand.id);
  if (!other) return null;
  return <p class="govuk-hint">From {other.name}</p>;
}
