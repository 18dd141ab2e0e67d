import { BackLink, Button } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import type { Speech } from "../words/speech.tsx";
import { Column, CouncilPage } from "./council-page.tsx";
import { PlainPage } from "./plain-page.tsx";
import { CommentFaults, CommentForm, type CommentFormProps } from "./preview-parts.tsx";

interface PreviewPageProps {
  readonly council: Council;
  readonly look: Look;
  readonly service: { readonly id: string; readonly title: string };
}

/** Say, the same for every key that opens nothing, that there is nothing to see. */
export function PreviewGonePage({ look, speech }: { look: Look; speech: Speech }) {
  const { title, text } = speech.words.previews.gone;
  return (
    <PlainPage look={look} title={title} speech={speech}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{text}</p>
    </PlainPage>
  );
}

/** The end of a preview: what was filled in goes nowhere. */
export function PreviewEndPage({ council, look, service }: PreviewPageProps) {
  const { title, text, start } = council.words.previews.end;
  return (
    <CouncilPage council={council} look={look} title={title} service={named(council, service)}>
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{text}</p>
        <Button href={council.at.service(service.id)}>{start}</Button>
      </Column>
    </CouncilPage>
  );
}

/** What the real service has and a preview does not. */
export function NotInPreviewPage({ council, look, service }: PreviewPageProps) {
  const { title, text } = council.words.previews.notHere;
  const start = council.at.service(service.id);
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      service={named(council, service)}
      beforeContent={<BackLink href={start} />}
    >
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{text}</p>
      </Column>
    </CouncilPage>
  );
}

/** Show a comment again that is not right. */
export function CommentPage(
  props: PreviewPageProps & CommentFormProps & { readonly back: string },
) {
  const { council, look, service, back, faults } = props;
  const title = council.words.previews.comment;
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      faults
      address={back}
      service={named(council, service)}
      beforeContent={<BackLink href={back} />}
    >
      <Column>
        <CommentFaults faults={faults} />
        <h1 class="govuk-heading-l">{title}</h1>
        <CommentForm {...props} />
      </Column>
    </CouncilPage>
  );
}

function named({ at }: Council, { id, title }: PreviewPageProps["service"]) {
  return { name: title, href: at.service(id) };
}
