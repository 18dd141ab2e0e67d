import type { ReadBackRow } from "@guildhall/forms";
import { Button } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { Linked } from "../words/linked.tsx";
import { Column, CouncilPage } from "./council-page.tsx";
import { WhatYouTyped } from "./overtaken-pages.tsx";

interface NoDraftProps {
  readonly council: Council;
  readonly look: Look;
  readonly service: { readonly id: string; readonly title: string };
}

/** Say that there are no answers any more, and that what was typed last is kept where it could be. */
export function ExpiredPage(props: NoDraftProps & { keptOn?: string | undefined }) {
  const { council, look, service, keptOn } = props;
  const { title } = council.words.components.errors.expired;
  const words = council.words.gone.expired;
  return (
    <CouncilPage council={council} look={look} title={title} service={named(props)}>
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{words.kept}</p>
        <p class="govuk-body">
          <Linked text={words.saved} to={{ link: council.at.link(props.service.id) }} />
        </p>
        {keptOn === undefined ? (
          <form method="post" action={council.at.service(service.id)}>
            <Button isStartButton>{words.again}</Button>
          </form>
        ) : (
          <>
            <p class="govuk-body">{words.typed}</p>
            <Button href={keptOn}>{words.again}</Button>
          </>
        )}
      </Column>
    </CouncilPage>
  );
}

interface SentPageProps extends NoDraftProps {
  readonly reference?: string | undefined;
  /** What was typed after it was sent. */
  readonly unsent?: { readonly rows: readonly ReadBackRow[]; readonly text: string } | undefined;
}

/** Say that the request went off already, and what did not go with it. */
export function SentPage(props: SentPageProps) {
  const { council, look, service, reference, unsent } = props;
  const words = council.words.gone.sent;
  const { title } = words;
  return (
    <CouncilPage council={council} look={look} title={title} service={named(props)}>
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{words.text}</p>
        <p class="govuk-body">
          {reference === undefined ? (
            <a class="govuk-link" href={council.at.track}>
              {words.track}
            </a>
          ) : (
            <a class="govuk-link" href={council.at.confirmation(service.id)}>
              {words.reference}
            </a>
          )}
        </p>
        {unsent && unsent.text !== "" && (
          <>
            <p class="govuk-body">{words.unsent}</p>
            <WhatYouTyped {...unsent} />
          </>
        )}
        <form method="post" action={council.at.service(service.id)}>
          <Button classes="govuk-button--secondary" name="again" value="yes">
            {words.again}
          </Button>
        </form>
      </Column>
    </CouncilPage>
  );
}

function named({ council, service }: NoDraftProps) {
  return { name: service.title, href: council.at.service(service.id) };
}
