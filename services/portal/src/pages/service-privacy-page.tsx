import type { Service } from "@guildhall/contract";
import { Breadcrumbs } from "@guildhall/ui";
import { whatIsAsked } from "../journey/what-is-asked.ts";
import { keptFor } from "./kept-for.ts";
import { Controller, Rights } from "./privacy-page.tsx";
import { Bullets, Part, Statement, type StatementProps, To } from "./statement.tsx";

interface ServicePrivacyProps extends StatementProps {
  readonly service: Service;
  /** Who runs these pages on the council's behalf. */
  readonly runBy: string | undefined;
}

/** Say what a service asks, why it may, who is given it, and how long it is kept: all from the service itself. */
export function ServicePrivacyPage({ council, look, service, runBy }: ServicePrivacyProps) {
  const { at, brand } = council;
  const { title, retention } = service;
  const crumbs = [
    { content: "Services", href: at.home },
    { content: title, href: at.service(service.id) },
    { content: "Privacy" },
  ];
  return (
    <Statement
      council={council}
      look={look}
      title={`Privacy: ${title}`}
      beforeContent={<Breadcrumbs items={crumbs} />}
    >
      <Controller name={brand.name} runBy={runBy} />
      <Questions service={service} />
      <Part title="Why we ask">
        <p class="govuk-body">
          We use it to deal with your request, and to tell you what happens. {retention.lawfulBasis}
        </p>
      </Part>
      <Recipients service={service} />
      <Part title="How long we keep it">
        <p class="govuk-body">
          We keep what you send for {keptFor(retention.days)}. What you enter and do not send is
          deleted after 24 hours, or {keptFor(retention.draftDays)} after your last change if you
          ask us to save it.
        </p>
      </Part>
      <Rights />
      <p class="govuk-body">
        <To href={at.privacy}>Privacy at {brand.name}</To>
      </p>
    </Statement>
  );
}

/** A form asks only those of them that your answers lead to. */
function Questions({ service }: { service: Service }) {
  const { ofPerson, ofMatter, files } = whatIsAsked(service);
  const lists = [
    ["About you", ofPerson],
    ["About your request", ofMatter],
    ["Files", files],
  ] as const;
  return (
    <Part title="What we ask">
      <p class="govuk-body">Depending on your answers, we may ask:</p>
      {lists.map(
        ([name, labels]) =>
          labels.length > 0 && (
            <>
              <h3 class="govuk-heading-s">{name}</h3>
              <Bullets items={labels} />
            </>
          ),
      )}
    </Part>
  );
}

function Recipients({ service: { recipients = [] } }: { service: Service }) {
  return (
    <Part title="Who we pass it on to">
      {recipients.length === 0 ? (
        <p class="govuk-body">Our own staff deal with it. We pass it on to nobody else.</p>
      ) : (
        <>
          <p class="govuk-body">Depending on your answers, it goes to:</p>
          <Bullets items={recipients} />
        </>
      )}
      <p class="govuk-body">
        We do not sell it, and nobody uses it for advertising. We give it to others only where the
        law says that we must.
      </p>
    </Part>
  );
}
