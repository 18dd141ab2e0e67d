import type { Service } from "@guildhall/contract";
import { Text } from "@guildhall/question-view";
import { Breadcrumbs } from "@guildhall/ui";
import { whatIsAsked } from "../journey/what-is-asked.ts";
import { wordsHere } from "../words/speech.tsx";
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
  const words = council.words.statements.service;
  const crumbs = [
    { content: council.words.frame.services, href: at.home },
    { content: title, href: at.service(service.id) },
    { content: council.words.statements.privacy.title },
  ];
  return (
    <Statement
      council={council}
      look={look}
      title={words.title(title)}
      beforeContent={<Breadcrumbs items={crumbs} />}
    >
      <Controller name={brand.name} runBy={runBy} />
      <Questions service={service} />
      <Part title={words.whyWeAsk}>
        <p class="govuk-body">
          {words.toDeal} <Text>{retention.lawfulBasis}</Text>
        </p>
      </Part>
      <Recipients service={service} />
      <Part title={words.howLong}>
        <p class="govuk-body">
          {words.keep(
            keptFor(retention.days, council.words),
            keptFor(retention.draftDays, council.words),
          )}
        </p>
      </Part>
      <Rights />
      <p class="govuk-body">
        <To href={at.privacy}>{words.council(brand.name)}</To>
      </p>
    </Statement>
  );
}

/** A form asks only those of them that your answers lead to. */
function Questions({ service }: { service: Service }) {
  const { ofPerson, ofMatter, files } = whatIsAsked(service);
  const words = wordsHere().statements.service;
  const lists = [
    [words.ofPerson, ofPerson],
    [words.ofMatter, ofMatter],
    [words.files, files],
  ] as const;
  return (
    <Part title={words.whatWeAsk}>
      <p class="govuk-body">{words.mayAsk}</p>
      {lists.map(
        ([name, labels]) =>
          labels.length > 0 && (
            <>
              <h3 class="govuk-heading-s">{name}</h3>
              <Bullets items={marked(labels)} />
            </>
          ),
      )}
    </Part>
  );
}

function Recipients({ service: { recipients = [] } }: { service: Service }) {
  const words = wordsHere().statements.service;
  return (
    <Part title={words.recipients}>
      {recipients.length === 0 ? (
        <p class="govuk-body">{words.nobody}</p>
      ) : (
        <>
          <p class="govuk-body">{words.goesTo}</p>
          <Bullets items={marked(recipients)} />
        </>
      )}
      <p class="govuk-body">{words.notSold}</p>
    </Part>
  );
}

function marked(texts: readonly string[]) {
  return texts.map((text) => <Text>{text}</Text>);
}
