import type { Service } from "@guildhall/contract";
import { Breadcrumbs, Button, ContactUs, Details, InsetText, Paragraphs } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { filesQuestions, largestFile } from "../journey/evidence.ts";
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
  return (
    <CouncilPage council={council} look={look} title={title} beforeContent={crumbs(council, title)}>
      <Column>
        <h1 class="govuk-heading-xl">{title}</h1>
        <Paragraphs text={service.introduction ?? service.summary} />
        <Urgent service={service} council={council} />
        <Needs service={service} />
        <Prices service={service} />
        <h2 class="govuk-heading-m">After you send it</h2>
        <p class="govuk-body">
          We give you a reference number at once. {service.target.text} You can follow what happens
          on a page of your own.
        </p>
        {resumeAt === undefined ? (
          <Begin action={council.at.service(service.id)} />
        ) : (
          <Resume action={council.at.service(service.id)} href={resumeAt} />
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={council.at.link(service.id)}>
            Come back to a form that you saved
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
  council: { brand },
}: Pick<StartProps, "service" | "council">) {
  if (urgent === undefined && brand.emergency === undefined) return null;
  return (
    <InsetText>
      <h2 class="govuk-heading-s">If it cannot wait</h2>
      {urgent && <Paragraphs text={urgent} />}
      {brand.emergency && <p class="govuk-body">{brand.emergency}</p>}
    </InsetText>
  );
}

function Needs({ service }: { service: Service }) {
  const { contact, form } = service;
  const evidence = form.pages.some((page) => filesQuestions(page).length > 0);
  return (
    <>
      <h2 class="govuk-heading-m">What you need</h2>
      <p class="govuk-body">We ask for:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>what it is about, and where</li>
        {(contact.email ?? contact.phone) !== undefined && (
          <li>how to reach you, so that we can tell you what happens</li>
        )}
        {evidence && (
          <li>
            photos, recordings or documents that help us, if you have any, each up to {largestFile}
          </li>
        )}
      </ul>
      <p class="govuk-body">
        You can stop and come back within 24 hours on this device. You can also save your form: we
        then send you a link and keep it for {keptFor(service.retention.draftDays)}.
      </p>
    </>
  );
}

function Begin({ action }: { action: string }) {
  return (
    <form method="post" action={action}>
      <Button isStartButton preventDoubleClick>
        Start now
      </Button>
    </form>
  );
}

function Resume({ action, href }: { action: string; href: string }) {
  return (
    <>
      <h2 class="govuk-heading-m">You have a request that you did not send</h2>
      <form class="govuk-button-group" method="post" action={action}>
        <Button href={href}>Continue your request</Button>
        <Button classes="govuk-button--secondary" name="again" value="yes" preventDoubleClick>
          Start again
        </Button>
      </form>
      <p class="govuk-body">If you start again, you begin with an empty form.</p>
    </>
  );
}

function PrivacyNote({ service, council }: Pick<StartProps, "service" | "council">) {
  const { retention } = service;
  return (
    <Details summary="How we use what you tell us">
      <p class="govuk-body">
        {council.brand.name} uses it to deal with your request. {retention.lawfulBasis}
      </p>
      <p class="govuk-body">We keep it for {keptFor(retention.days)}.</p>
      <p class="govuk-body">
        <a class="govuk-link" href={council.at.servicePrivacy(service.id)}>
          What we ask, who we pass it on to, and your rights
        </a>
      </p>
    </Details>
  );
}

function crumbs({ at }: Council, title: string) {
  return <Breadcrumbs items={[{ content: "Services", href: at.home }, { content: title }]} />;
}
