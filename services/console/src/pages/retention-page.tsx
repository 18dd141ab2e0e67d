import type { KeptKind, Retention } from "@guildhall/contract";
import { InsetText } from "@guildhall/ui";
import { serviceAddresses } from "../builder/ground/service-addresses.ts";
import type { Frame } from "./frame.ts";
import { OfficePage } from "./office-page.tsx";
import { ScrollTable } from "./scroll-table.tsx";

/** For how long things are kept: what each service promises, and what the platform forgets by itself. */
export function RetentionPage(props: Frame & { readonly retention: Retention }) {
  const { office, desk, retention } = props;
  const changes = desk?.scopes.has("services:write") === true;
  const { services, platform } = retention;
  return (
    <OfficePage {...props} title="Retention" current="retention">
      <h1 class="govuk-heading-l">Retention</h1>
      <h2 class="govuk-heading-m">What your services promise</h2>
      <p class="govuk-body">
        The privacy notice of each service says this to whoever uses it. A change is published with
        a new version; what was sent before keeps the promise that it was sent under. What the law
        says of it stands on the same page.
      </p>
      {services.length === 0 ? (
        <p class="govuk-body">
          No service is live yet.{" "}
          <a class="govuk-link" href={office.at.services}>
            See the services in the making
          </a>
          .
        </p>
      ) : (
        <ScrollTable
          label="What your services promise"
          head={["Service", "A request, after its end", "A form kept for later"]}
          rows={services.map(({ service, title, days, draftDays }) => [
            changes ? (
              <a class="govuk-link" href={serviceAddresses(office.at.root, service).privacy}>
                {title}
              </a>
            ) : (
              title
            ),
            sayDays(days),
            sayDays(draftDays),
          ])}
        />
      )}
      <InsetText>
        Requests whose time is over are not erased by themselves yet. See that they are, as you
        promise.
      </InsetText>
      <h2 class="govuk-heading-m">What is forgotten by itself</h2>
      <ScrollTable
        label="What is forgotten by itself"
        head={["What", "Kept for"]}
        rows={platform.map(({ kind, days }) => [kinds[kind], sayDays(days)])}
      />
      <p class="govuk-body">
        The audit trail is kept for as long as you are here: it names what was done and by whom, and
        nothing that residents entered.
      </p>
    </OfficePage>
  );
}

const kinds: Readonly<Record<KeptKind, string>> = {
  "drafts-unkept": "Forms that were begun, and neither sent nor kept for later",
  feedback: "What people say is wrong with a page",
  followers: "Who follows what others reported, after its end",
  previews: "What people say of a service that you show them, after that ends",
  calls: "Who called the API, and for what",
  webhooks: "Webhooks that were taken",
};

function sayDays(days: number): string {
  const plain = days === 1 ? "1 day" : `${days.toLocaleString("en-GB")} days`;
  const years = Math.round(days / daysInYear);
  if (years === 0 || Math.abs(days - years * daysInYear) > 1) return plain;
  return `${plain} (${years === 1 ? "a year" : `${years} years`})`;
}

/** With leap years, over several. */
const daysInYear = 365.25;
