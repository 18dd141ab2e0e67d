import { BackLink, Button, ErrorSummary, Input } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { Column, CouncilPage } from "./council-page.tsx";

interface AccessCodeProps {
  readonly council: Council;
  readonly look: Look;
  readonly action: string;
  readonly fault?: string;
}

/** Ask for the code of a request that this browser does not know; it says nothing of whether there is such a request. */
export function AccessCodePage({ council, look, action, fault }: AccessCodeProps) {
  const title = "Open your request for access";
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      asksFeedback={false}
      faults={fault !== undefined}
      beforeContent={<BackLink href={council.at.developers} />}
    >
      <Column>
        {fault !== undefined && <ErrorSummary errorList={[{ href: "#code", content: fault }]} />}
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          Open the link that we showed you when you asked, or enter the code at its end.
        </p>
        <form method="post" action={action} novalidate>
          <Input
            name="code"
            label="Request code"
            hint="It begins with gh_request_"
            errorMessage={fault}
            autocomplete="off"
            spellcheck={false}
            autocapitalize="none"
          />
          <Button>Continue</Button>
        </form>
      </Column>
    </CouncilPage>
  );
}
