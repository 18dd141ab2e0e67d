import { ErrorSummary } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { Linked } from "../words/linked.tsx";
import { Column, CouncilPage } from "./council-page.tsx";
import { TrackForm } from "./track-form.tsx";

/** Ask which report to follow. */
export function TrackPage(props: { council: Council; look: Look; value?: string; fault?: string }) {
  const { council, look, value, fault } = props;
  const words = council.words.tracking;
  return (
    <CouncilPage
      council={council}
      look={look}
      title={words.title}
      faults={fault !== undefined}
      current="track"
    >
      <Column>
        {fault !== undefined && (
          <ErrorSummary errorList={[{ href: "#reference", content: fault }]} />
        )}
        <h1 class="govuk-heading-l">{words.title}</h1>
        <p class="govuk-body">{words.where}</p>
        {council.tenant.sandboxOf === undefined && (
          <p class="govuk-body">
            <Linked text={council.words.myRequests.lost} to={{ all: council.at.myRequests }} />
          </p>
        )}
        <TrackForm
          action={council.at.track}
          fault={fault}
          {...(value === undefined ? {} : { value })}
        />
      </Column>
    </CouncilPage>
  );
}
