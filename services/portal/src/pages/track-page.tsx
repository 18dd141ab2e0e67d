import { ErrorSummary } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { Column, CouncilPage } from "./council-page.tsx";
import { TrackForm } from "./track-form.tsx";

/** Ask which report to follow. */
export function TrackPage(props: { council: Council; look: Look; value?: string; fault?: string }) {
  const { council, look, value, fault } = props;
  return (
    <CouncilPage
      council={council}
      look={look}
      title="Track a request"
      faults={fault !== undefined}
      current="track"
    >
      <Column>
        {fault !== undefined && (
          <ErrorSummary errorList={[{ href: "#reference", content: fault }]} />
        )}
        <h1 class="govuk-heading-l">Track a request</h1>
        <p class="govuk-body">
          You find the reference number in the email that we sent you, and on the page that you saw
          when you sent the request.
        </p>
        <TrackForm
          action={council.at.track}
          fault={fault}
          {...(value === undefined ? {} : { value })}
        />
      </Column>
    </CouncilPage>
  );
}
