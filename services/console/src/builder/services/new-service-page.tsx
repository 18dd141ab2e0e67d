import { BackLink, Button, Input } from "@guildhall/ui";
import { anyFault, FaultSummary } from "../../pages/fault-summary.tsx";
import type { Faults, Frame } from "../../pages/frame.ts";
import { Column, OfficePage } from "../../pages/office-page.tsx";

export interface NewServicePageProps extends Frame {
  readonly title: string;
  readonly summary: string;
  readonly faults: Faults;
  readonly once: string;
}

/** The one question that a new service begins with. */
export function NewServicePage(props: NewServicePageProps) {
  const { office, title, summary, faults, once } = props;
  const heading = "What is the service called?";
  return (
    <OfficePage
      {...props}
      title={heading}
      faults={anyFault(faults)}
      current="services"
      beforeContent={<BackLink href={office.at.services} />}
    >
      <Column>
        <FaultSummary faults={faults} />
        <form method="post" action={office.at.newService} novalidate>
          <input type="hidden" name="once" value={once} />
          <Input
            name="title"
            label={{ content: heading, isPageHeading: true, classes: "govuk-label--l" }}
            hint="Say what people do with it, like “Report a noise” or “Apply for a skip permit”. You can change it later."
            attributes={{ autofocus: true }}
            value={title}
            errorMessage={faults.title}
          />
          <Input
            name="summary"
            label="What is it for? (optional)"
            hint="One sentence. People read it in the list of services."
            value={summary}
            errorMessage={faults.summary}
          />
          <Button preventDoubleClick>Begin</Button>
        </form>
        <p class="govuk-body">
          Or{" "}
          <a href={office.at.cookbook} class="govuk-link">
            take a recipe from the cookbook
          </a>{" "}
          that other councils use, and change what you like.
        </p>
      </Column>
    </OfficePage>
  );
}
