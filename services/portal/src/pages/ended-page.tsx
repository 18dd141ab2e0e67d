import type { ServiceExit } from "@guildhall/contract";
import { ContactUs, Paragraphs } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { Column, CouncilPage } from "./council-page.tsx";

interface EndedProps {
  readonly council: Council;
  readonly look: Look;
  readonly exit: ServiceExit;
}

/** Say, in the council's words, who to turn to instead of a service that it offers no more. */
export function EndedPage({ council, look, exit }: EndedProps) {
  const words = council.words.gone.withdrawn;
  const isWelsh = council.language === "cy" && exit.welsh !== undefined;
  const text = <Paragraphs text={(isWelsh && exit.welsh) || exit.text} />;
  return (
    <CouncilPage council={council} look={look} title={words.title}>
      <Column>
        <h1 class="govuk-heading-l">
          <span class="govuk-caption-l">{exit.title}</span>
          {words.title}
        </h1>
        {isWelsh || council.language === "en" ? text : <div lang="en">{text}</div>}
        {council.brand.contact && <ContactUs {...council.brand.contact} />}
        <p class="govuk-body">
          <a class="govuk-link" href={council.at.home}>
            {words.another}
          </a>
        </p>
      </Column>
    </CouncilPage>
  );
}
