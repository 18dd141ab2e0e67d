import type { DraftStatus } from "@guildhall/contract";
import { Button, Checkboxes, Select, Textarea } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { processAddresses } from "./addresses.ts";
import type { TypedStatus } from "./read-status.ts";

interface StatusPageProps {
  readonly frame: DraftFrame;
  readonly status: DraftStatus;
  readonly typed: TypedStatus;
  readonly faults?: Faults;
}

/** What one status of a back office means for this service, and what people are told. */
export function StatusPage({ frame, status, typed, faults = {} }: StatusPageProps) {
  const to = processAddresses(frame.here);
  const { stages } = frame.draft.definition;
  const name = status.text ?? status.external;
  return (
    <DraftPage
      frame={frame}
      title={`What “${name}” means`}
      way={[{ content: "What happens", href: to.list }]}
      faults={faults}
    >
      <p class="govuk-body">
        When somebody at {status.connectorName} chooses “{name}”, this happens for requests of this
        service. Other services keep what they have.
      </p>
      <form method="post" action={to.status(status.external)} novalidate>
        <Seen frame={frame} />
        <Select
          name="stage"
          label="Where the request stands then"
          items={[
            { value: "", content: "Where it stood before: nothing changes for the person" },
            ...stages.map(({ id, title }) => ({ value: id, content: title })),
          ]}
          value={typed.stage}
          errorMessage={faults.stage}
        />
        <Select
          name="ends"
          label="Does it end there?"
          items={[
            { value: "", content: "No, it goes on" },
            { value: "completed", content: "Yes, it is done" },
            { value: "closed", content: "Yes, it is closed without being done" },
            { value: "referred", content: "Yes, somebody else deals with it" },
          ]}
          value={typed.ends}
        />
        <Textarea
          name="text"
          label="What people read beside the stage (optional)"
          hint="Left empty, they read what the stage says."
          rows={3}
          value={typed.text}
          errorMessage={faults.text}
        />
        <Checkboxes
          name="quiet"
          items={[{ value: "yes", content: "Send no email: people see it when they look" }]}
          values={[typed.quiet ? "yes" : ""]}
        />
        <div class="govuk-button-group">
          <Button preventDoubleClick>Save</Button>
          <a class="govuk-link" href={to.list}>
            Leave it
          </a>
        </div>
      </form>
    </DraftPage>
  );
}
