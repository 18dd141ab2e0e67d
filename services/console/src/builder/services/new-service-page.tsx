import { BackLink, Button, Input, Select } from "@guildhall/ui";
import { anyFault, FaultSummary } from "../../pages/fault-summary.tsx";
import type { Faults, Frame } from "../../pages/frame.ts";
import { Column, OfficePage } from "../../pages/office-page.tsx";
import type { TypedService } from "./read-new-service.ts";

export interface NewServicePageProps extends Frame {
  readonly typed: TypedService;
  /** Those that services stand in already. */
  readonly categories: readonly string[];
  readonly faults: Faults;
  readonly once: string;
}

/** What a new service begins with: its name, where it stands, and what it is for. */
export function NewServicePage(props: NewServicePageProps) {
  const { office, typed, faults, once } = props;
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
            value={typed.title}
            errorMessage={faults.title}
          />
          <Category {...props} />
          <Input
            name="summary"
            label="What is it for? (optional)"
            hint="One sentence. People read it in the list of services."
            value={typed.summary}
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

/** Where nothing is in use yet, one has to be named. */
function Category({ categories, typed, faults }: NewServicePageProps) {
  const isFirst = categories.length === 0;
  return (
    <>
      {!isFirst && (
        <Select
          name="category"
          label="Which services does it stand with?"
          hint="People find it in the list under this category."
          value={typed.category}
          errorMessage={faults.category}
          items={[
            { value: "", content: "Choose a category" },
            ...categories.map((category) => ({ value: category, content: category })),
          ]}
        />
      )}
      <Input
        id={isFirst ? "category" : "ownCategory"}
        name="ownCategory"
        label={isFirst ? "Category" : "Or a category of its own"}
        {...(isFirst && {
          hint: "Services of one category stand together, like “Environmental health”.",
        })}
        value={typed.ownCategory}
        errorMessage={faults.ownCategory ?? (isFirst ? faults.category : undefined)}
      />
    </>
  );
}
