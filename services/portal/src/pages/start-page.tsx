import type { Service } from "@guildhall/contract";
import { filesQuestions, largestFile, Text, Written } from "@guildhall/question-view";
import { Breadcrumbs, Button, ContactUs, Details, InsetText } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { wordsHere } from "../words/speech.tsx";
import { Prices } from "./costs.tsx";
import { Column, CouncilPage } from "./council-page.tsx";
import { keptFor } from "./kept-for.ts";

interface StartProps {
  readonly council: Council;
  readonly look: Look;
  readonly service: Service;
  /** Where a request that was begun goes on. */
  readonly resumeAt?: string | undefined;
}

/** Say what a service is for and what it takes, before the first question. */
export function StartPage({ council, look, service, resumeAt }: StartProps) {
  const { title } = service;
  const { start } = council.words;
  return (
    <CouncilPage council={council} look={look} title={title} beforeContent={crumbs(council, title)}>
      <Column>
        <h1 class="govuk-heading-xl">
          <Text>{title}</Text>
        </h1>
        <Written text={service.introduction ?? service.summary} />
        <Urgent service={service} council={council} />
        <Needs service={service} council={council} />
        <Prices service={service} />
        <h2 class="govuk-heading-m">{start.afterwards}</h2>
        <p class="govuk-body">
          {start.reference} <Text>{service.target.text}</Text> {start.follow}
        </p>
        {resumeAt === undefined ? (
          <Begin action={council.at.service(service.id)} />
        ) : (
          <Resume action={council.at.service(service.id)} href={resumeAt} />
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={council.at.link(service.id)}>
            {start.comeBack}
          </a>
        </p>
        <PrivacyNote service={service} council={council} />
        {council.brand.contact && <ContactUs {...council.brand.contact} />}
      </Column>
    </CouncilPage>
  );
}

function Urgent({
  service: { urgent },
  council: { brand, words },
}: Pick<StartProps, "service" | "council">) {
  if (urgent === undefined && brand.emergency === undefined) return null;
  return (
    <InsetText>
      <h2 class="govuk-heading-s">{words.start.urgent}</h2>
      {urgent && <Written text={urgent} />}
      {brand.emergency && <p class="govuk-body">{brand.emergency}</p>}
    </InsetText>
  );
}

function Needs({ service, council: { words } }: Pick<StartProps, "service" | "council">) {
  const { contact, form } = service;
  const { start } = words;
  const evidence = form.pages.some((page) => filesQuestions(page).length > 0);
  return (
    <>
      <h2 class="govuk-heading-m">{start.needs}</h2>
      <p class="govuk-body">{start.weAskFor}</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{start.matter}</li>
        {(contact.email ?? contact.phone) !== undefined && <li>{start.reach}</li>}
        {evidence && <li>{start.evidence(largestFile)}</li>}
      </ul>
      <p class="govuk-body">{start.keeps(keptFor(service.retention.draftDays, words))}</p>
    </>
  );
}

function Begin({ action }: { action: string }) {
  const { start } = wordsHere();
  return (
    <form method="post" action={action}>
      <Button isStartButton preventDoubleClick>
        {start.begin}
      </Button>
    </form>
  );
}

function Resume({ action, href }: { action: string; href: string }) {
  const { start } = wordsHere();
  return (
    <>
      <h2 class="govuk-heading-m">{start.unsent}</h2>
      <form class="govuk-button-group" method="post" action={action}>
        <Button href={href}>{start.resume}</Button>
        <Button classes="govuk-button--secondary" name="again" value="yes" preventDoubleClick>
          {start.again}
        </Button>
      </form>
      <p class="govuk-body">{start.empty}</p>
    </>
  );
}

function PrivacyNote({ service, council }: Pick<StartProps, "service" | "council">) {
  const { retention } = service;
  const { privacy } = council.words.start;
  return (
    <Details summary={privacy.summary}>
      <p class="govuk-body">
        {privacy.use(council.brand.name)} <Text>{retention.lawfulBasis}</Text>
      </p>
      <p class="govuk-body">{privacy.keep(keptFor(retention.days, council.words))}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={council.at.servicePrivacy(service.id)}>
          {privacy.more}
        </a>
      </p>
    </Details>
  );
}

function crumbs({ at, words }: Council, title: string) {
  return (
    <Breadcrumbs items={[{ content: words.frame.services, href: at.home }, { content: title }]} />
  );
}
