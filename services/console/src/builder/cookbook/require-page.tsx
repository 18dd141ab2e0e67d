import type { RecipeDetail } from "@guildhall/contract";
import { BackLink, Button, DateInput, Textarea } from "@guildhall/ui";
import { anyFault, FaultSummary } from "../../pages/fault-summary.tsx";
import type { Faults, Frame } from "../../pages/frame.ts";
import { Column, OfficePage } from "../../pages/office-page.tsx";
import { cookbookAddresses } from "./addresses.ts";

export interface RequirePageProps extends Frame {
  readonly recipe: RecipeDetail;
  readonly why: string;
  /** What was typed, by the name of its part. */
  readonly day: Readonly<Record<string, string>>;
  readonly faults: Faults;
}

/** The day by which councils have to have a version of a recipe live, and why. */
export function RequirePage(props: RequirePageProps) {
  const { office, recipe, why, day, faults } = props;
  const at = cookbookAddresses(office.at);
  const title = `Have councils take version ${recipe.version}`;
  return (
    <OfficePage
      {...props}
      title={`${title}: ${recipe.title}`}
      faults={anyFault(faults)}
      current="services"
      beforeContent={<BackLink href={at.recipe(recipe.recipe)} />}
    >
      <Column>
        <FaultSummary faults={faults} />
        <h1 class="govuk-heading-l">
          <span class="govuk-caption-l">{recipe.title}</span>
          {title}
        </h1>
        <p class="govuk-body">
          Everyone who uses this recipe sees the day and why. You see who has it live, and nothing
          else of their services.
        </p>
        <form method="post" action={at.require(recipe.recipe)} novalidate>
          <DateInput
            id="by"
            namePrefix="by"
            values={{ ...day }}
            fieldset={{ legend: { content: "By which day?" } }}
            hint="For example, 31 3 2027"
            errorMessage={faults["by-day"]}
          />
          <Textarea name="why" label="Why?" rows={3} value={why} errorMessage={faults.why} />
          <Button preventDoubleClick>Require it</Button>
        </form>
        {recipe.deadline && (
          <form method="post" action={at.requireNoMore(recipe.recipe)}>
            <Button classes="govuk-button--secondary" preventDoubleClick>
              Require it no more
            </Button>
          </form>
        )}
      </Column>
    </OfficePage>
  );
}
