import type { Flow, RecipeDetail } from "@guildhall/contract";
import {
  Breadcrumbs,
  Button,
  Details,
  Input,
  InsetText,
  Paragraphs,
  SummaryList,
} from "@guildhall/ui";
import { anyFault, FaultSummary } from "../../pages/fault-summary.tsx";
import type { Faults, Frame } from "../../pages/frame.ts";
import { OfficePage } from "../../pages/office-page.tsx";
import { sayDay } from "../../pages/say-day.ts";
import { FlowPicture } from "../flow/flow-picture.tsx";
import { cookbookAddresses, recipeAddresses } from "./addresses.ts";

export interface RecipePageProps extends Frame {
  readonly recipe: RecipeDetail;
  readonly flow: Flow;
  /** What the service is to be called. */
  readonly title: string;
  readonly faults: Faults;
  readonly once: string;
}

/** A recipe as it can be looked at before it is adopted. */
export function RecipePage(props: RecipePageProps) {
  const { office, recipe, faults, flow } = props;
  const at = cookbookAddresses(office.at);
  return (
    <OfficePage
      {...props}
      title={`${recipe.title}: Cookbook`}
      faults={anyFault(faults)}
      current="services"
      beforeContent={
        <Breadcrumbs
          items={[
            { content: "Services", href: office.at.services },
            { content: "Cookbook", href: at.list },
            { content: recipe.title },
          ]}
          collapseOnMobile
        />
      }
    >
      <FaultSummary faults={faults} />
      <h1 class="govuk-heading-l">{recipe.title}</h1>
      <p class="govuk-body-l">{recipe.summary}</p>
      <SummaryList
        rows={[
          { key: "From", value: recipe.isOwn ? "You" : recipe.publisher },
          { key: "Version", value: `${recipe.version}, shared on ${sayDay(recipe.sharedAt)}` },
          { key: "What is new", value: recipe.news },
        ]}
      />
      <Required {...props} />
      <Adopt {...props} />
      <h2 class="govuk-heading-m">What you decide, and what stays</h2>
      <Parts parts={recipe.parts} />
      <h2 class="govuk-heading-m">What it asks</h2>
      <Pages recipe={recipe} />
      <Details summary="The way through the form, as a picture">
        <section class="console-scroll" aria-label="Picture" tabindex={0}>
          <FlowPicture flow={flow} />
        </section>
      </Details>
      <h2 class="govuk-heading-m">What people are told</h2>
      <Told recipe={recipe} />
      <h2 class="govuk-heading-m">Take it elsewhere</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={at.file(recipe.recipe)} download>
          Save the recipe as a signed file
        </a>
        , for a council on another installation of this platform.
      </p>
    </OfficePage>
  );
}

function Required({ recipe, office, desk }: RecipePageProps) {
  const { deadline } = recipe;
  return (
    <>
      {deadline && (
        <InsetText>
          Version {deadline.version} has to be live by {sayDay(deadline.by)} wherever this recipe is
          used. {deadline.why}
        </InsetText>
      )}
      {desk.scopes.has("platform:write") && (
        <p class="govuk-body">
          <a class="govuk-link" href={cookbookAddresses(office.at).require(recipe.recipe)}>
            Have councils take this version by a day
          </a>
        </p>
      )}
    </>
  );
}

function Adopt({ office, desk, recipe, title, faults, once }: RecipePageProps) {
  return (
    <>
      {recipe.adoptedAs.length > 0 && (
        <InsetText>
          You use it already:{" "}
          {recipe.adoptedAs.map((service) => (
            <>
              <a class="govuk-link" href={recipeAddresses(office.at.root, service).recipe}>
                {service}
              </a>{" "}
            </>
          ))}
        </InsetText>
      )}
      {desk.scopes.has("services:write") && (
        <form method="post" action={cookbookAddresses(office.at).adopt(recipe.recipe)} novalidate>
          <input type="hidden" name="once" value={once} />
          <Input
            name="title"
            label="What is the service called with you?"
            hint="It becomes a draft that only your colleagues see, until you publish it."
            value={title}
            errorMessage={faults.title}
          />
          <Button preventDoubleClick>Take this recipe</Button>
        </form>
      )}
    </>
  );
}

/** What the author has said of parts, in three lists. */
export function Parts({ parts }: Pick<RecipeDetail, "parts">) {
  const of = (may: RecipeDetail["parts"][number]["may"]) => parts.filter((one) => one.may === may);
  return (
    <>
      <PartList title="You have to decide" parts={of("must-change")} />
      <PartList title="Nobody can change" parts={of("locked")} />
      <p class="govuk-body">You can change everything else as you like.</p>
    </>
  );
}

function PartList({ title, parts }: { title: string } & Pick<RecipeDetail, "parts">) {
  if (parts.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {parts.map((part) => (
          <li>
            {titleOf(part)}
            {part.why !== undefined && <span class="console-under">{part.why}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Officers know mappings by what they are for. */
export function titleOf({
  at,
  title,
}: Pick<RecipeDetail["parts"][number], "at" | "title">): string {
  return at === "/mappings" ? "Where answers go" : title;
}

function Pages({ recipe: { definition } }: Pick<RecipePageProps, "recipe">) {
  return (
    <>
      {definition.form.pages.map((page) => (
        <Details summary={`${page.title}${sayCount(page.questions.length)}`}>
          {page.text !== undefined && <Paragraphs text={page.text} />}
          <ul class="govuk-list govuk-list--bullet">
            {page.questions.map((question) => (
              <li>
                {question.label}
                {"options" in question && (
                  <span class="console-under">
                    {question.options.map(({ label }) => label).join(", ")}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Details>
      ))}
    </>
  );
}

function sayCount(count: number): string {
  if (count === 0) return "";
  return count === 1 ? " (1 question)" : ` (${count} questions)`;
}

function Told({ recipe: { definition } }: Pick<RecipePageProps, "recipe">) {
  const { stages, whatHappensNext, messages = {} } = definition;
  return (
    <>
      {whatHappensNext !== undefined && <p class="govuk-body">{whatHappensNext}</p>}
      <p class="govuk-body">Stages: {stages.map(({ title }) => title).join(", ") || "none yet"}.</p>
      {Object.values(messages).map((words) =>
        words ? (
          <Details summary={words.subject}>
            <p class="govuk-body builder-lines">{words.text}</p>
          </Details>
        ) : null,
      )}
    </>
  );
}
