import { BackLink, Button } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import type { Area } from "./areas.ts";
import { anyFault, FaultSummary } from "./fault-summary.tsx";
import type { Faults, Frame } from "./frame.ts";
import { Column, OfficePage } from "./office-page.tsx";

export interface ConfirmPageProps extends Frame {
  readonly area: Area;
  /** What is about to be done, as a question. */
  readonly title: string;
  /** Where the form is sent. */
  readonly action: string;
  readonly button: string;
  /** Where nothing was changed. */
  readonly back: string;
  /** Names the form, so that a second press does it once. */
  readonly once: string;
  readonly faults?: Faults;
  readonly children?: Child;
}

/** Ask again before something that cannot be taken back. */
export function ConfirmPage(props: ConfirmPageProps) {
  const { title, action, button, back, once, faults = {} } = props;
  return (
    <OfficePage
      {...props}
      title={title}
      faults={anyFault(faults)}
      current={props.area}
      beforeContent={<BackLink href={back} />}
    >
      <Column>
        <FaultSummary faults={faults} />
        <h1 class="govuk-heading-l">{title}</h1>
        <form method="post" action={action} novalidate>
          <input type="hidden" name="once" value={once} />
          {props.children}
          <div class="console-actions">
            <Button id="confirm" classes="govuk-button--warning" preventDoubleClick>
              {button}
            </Button>
            <a class="govuk-link govuk-body" href={back}>
              Cancel
            </a>
          </div>
        </form>
      </Column>
    </OfficePage>
  );
}
