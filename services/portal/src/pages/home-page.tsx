import type { ServiceSummary } from "@guildhall/contract";
import { Button, ContactUs, Input } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { Linked } from "../words/linked.tsx";
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
  const { home, tracking } = council.words;
  const title = query === "" ? home.title : home.titleFor(query);
  return (
    <CouncilPage council={council} look={look} title={title} current="services">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-xl">{home.title}</h1>
          <SearchForm council={council} query={query} />
          <Found services={services} query={query} council={council} />
        </div>
        <div class="govuk-grid-column-one-third">
          <div class="portal-aside">
            <h2 class="govuk-heading-m">{tracking.title}</h2>
            <TrackForm action={council.at.track} />
            <MyRequestsLink council={council} />
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

/** In a sandbox nothing is anybody's. */
function MyRequestsLink({ council: { tenant, at, words } }: Pick<HomeProps, "council">) {
  if (tenant.sandboxOf !== undefined) return null;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={at.myRequests}>
        {words.myRequests.link}
      </a>
    </p>
  );
}

function SearchForm({ council, query }: Pick<HomeProps, "council" | "query">) {
  const { home } = council.words;
  return (
    <search>
      <form class="portal-search" method="get" action={council.at.home}>
        <Input
          name="q"
          id="search"
          type="search"
          label={home.searchFor}
          value={query}
          attributes={{ maxlength: 200 }}
        />
        <Button>{home.search}</Button>
      </form>
    </search>
  );
}

function Found({ services, query, council }: Omit<HomeProps, "look">) {
  const { home } = council.words;
  if (services.length === 0) {
    return (
      <>
        <h2 class="govuk-heading-m">{query === "" ? home.none : home.notFound}</h2>
        {query !== "" && (
          <p class="govuk-body">
            <Linked text={home.otherWords} to={{ all: council.at.home }} />
          </p>
        )}
      </>
    );
  }
  // In the reader's alphabet: in Welsh “ch” comes after “c”, and “ll” after “l”.
  const { compare } = new Intl.Collator(council.language);
  const listed = services.toSorted((one, other) => compare(one.title, other.title));
  return (
    <>
      {[...new Set(listed.map(({ category }) => category))].toSorted(compare).map((category) => (
        <Category
          name={category}
          services={listed.filter((service) => service.category === category)}
          council={council}
        />
      ))}
    </>
  );
}

function Category(props: { name: string; services: ServiceSummary[]; council: Council }) {
  return (
    <>
      <h2 class="govuk-heading-m" lang={isSaidIn(props) ? undefined : "en"}>
        {props.name}
      </h2>
      <ul class="govuk-list portal-list">
        {props.services.map(({ id, title, summary, brand, languages }) => (
          <li lang={languages.includes(props.council.language) ? undefined : "en"}>
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

/** Whether the name of a category is in the reader's language: it is as the services in it are. */
function isSaidIn({
  services,
  council,
}: {
  services: ServiceSummary[];
  council: Council;
}): boolean {
  return services.some(({ languages }) => languages.includes(council.language));
}

/** Whose service it is, where its pages wear another of the council's brands. */
function FromBrand({
  brand: id,
  council: { tenant, brand, words },
}: {
  brand: string | undefined;
  council: Council;
}) {
  const other = tenant.brands.find((one) => one.id === id && one.id !== brand.id);
  if (!other) return null;
  return <p class="govuk-hint">{words.home.from(other.name)}</p>;
}
