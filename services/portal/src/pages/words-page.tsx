import type { Page } from "@guildhall/contract";
import { Text, Written } from "@guildhall/question-view";
import { BackLink, Button, ContactUs } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { Linked } from "../words/linked.tsx";
import { Column, CouncilPage } from "./council-page.tsx";
import { SaveLink } from "./tasks-page.tsx";

interface WordsPageProps {
  readonly council: Council;
  readonly look: Look;
  readonly service: { readonly id: string; readonly title: string };
  readonly page: Page;
  readonly back: string;
  /** Where it goes on; an exit page is the end of the road. */
  readonly next: string | undefined;
}

/** Tell something on the way, or say who to turn to instead. */
export function WordsPage({ council, look, service, page, back, next }: WordsPageProps) {
  return (
    <CouncilPage
      council={council}
      look={look}
      title={page.title}
      service={{ name: service.title, href: council.at.service(service.id) }}
      beforeContent={<BackLink href={back} />}
    >
      <Column>
        <h1 class="govuk-heading-l">
          <Text>{page.title}</Text>
        </h1>
        {page.text && <Written text={page.text} />}
        {next === undefined ? (
          <Elsewhere council={council} />
        ) : (
          <>
            <Button href={next}>{council.words.frame.continue}</Button>
            <SaveLink href={council.at.save(service.id)} />
          </>
        )}
      </Column>
    </CouncilPage>
  );
}

function Elsewhere({ council }: Pick<WordsPageProps, "council">) {
  return (
    <>
      <p class="govuk-body">
        <Linked text={council.words.tasks.elsewhere} to={{ home: council.at.home }} />
      </p>
      {council.brand.contact && <ContactUs {...council.brand.contact} />}
    </>
  );
}
