import type { AdoptionSummary, RecipeSummary } from "@guildhall/contract";
import { Breadcrumbs, Button, Input, InsetText, Tag } from "@guildhall/ui";
import type { Frame } from "../../pages/frame.ts";
import { OfficePage } from "../../pages/office-page.tsx";
import { sayDay } from "../../pages/say-day.ts";
import { More, ScrollTable } from "../../pages/scroll-table.tsx";
import { cookbookAddresses, recipeAddresses } from "./addresses.ts";

export interface CookbookPageProps extends Frame {
  readonly recipes: readonly RecipeSummary[];
  readonly adoptions: readonly AdoptionSummary[];
  /** What was looked for; empty where nothing was. */
  readonly search: string;
  readonly more: string | undefined;
}

/** The services that others have made, and those that were taken from them already. */
export function CookbookPage(props: CookbookPageProps) {
  const { office, desk, recipes, search } = props;
  const at = cookbookAddresses(office.at);
  return (
    <OfficePage
      {...props}
      title="Cookbook"
      current="services"
      beforeContent={
        <Breadcrumbs
          items={[{ content: "Services", href: office.at.services }, { content: "Cookbook" }]}
        />
      }
    >
      <h1 class="govuk-heading-l">Cookbook</h1>
      <p class="govuk-body">
        A recipe is a service that another council has made. Take one, change what is different with
        you, and publish it as your own. When its author makes it better, you can take that too:
        what you have changed stays.
      </p>
      <Adopted {...props} />
      <h2 class="govuk-heading-m">Recipes</h2>
      <Search {...props} />
      {recipes.length === 0 ? (
        <InsetText>
          {search === "" ? "There is no recipe yet." : `No recipe has “${search}” in its words.`}
        </InsetText>
      ) : (
        <Recipes {...props} />
      )}
      <More href={props.more} />
      <h2 class="govuk-heading-m">Other ways</h2>
      <ul class="govuk-list govuk-list--bullet">
        {desk.scopes.has("services:write") && (
          <li>
            <a class="govuk-link" href={at.bringIn}>
              Bring in a recipe from a file
            </a>
          </li>
        )}
        {desk.scopes.has("platform:read") && (
          <li>
            <a class="govuk-link" href={at.required}>
              Updates that councils have to take
            </a>
          </li>
        )}
        <li>
          To share a service of your own, open it under{" "}
          <a class="govuk-link" href={office.at.services}>
            Services
          </a>
          .
        </li>
      </ul>
    </OfficePage>
  );
}

function Search({ office, search }: CookbookPageProps) {
  const { list } = cookbookAddresses(office.at);
  return (
    <search>
      <form method="get" action={list} class="console-filters">
        <Input
          name="search"
          type="search"
          label="Find a recipe by its words"
          classes="govuk-input--width-20"
          value={search}
          attributes={{ maxlength: 200 }}
        />
        <Button classes="govuk-button--secondary">Search</Button>
        {search !== "" && (
          <a class="govuk-link govuk-body" href={list}>
            Show all
          </a>
        )}
      </form>
    </search>
  );
}

function Recipes({ office, recipes }: CookbookPageProps) {
  const at = cookbookAddresses(office.at);
  return (
    <ScrollTable
      label="Recipes"
      head={["Recipe", "What it is for", "From"]}
      rows={recipes.map((recipe) => [
        <>
          <a class="govuk-link" href={at.recipe(recipe.recipe)}>
            {recipe.title}
          </a>
          {recipe.adoptedAs.length > 0 && <span class="console-under">You use it</span>}
        </>,
        recipe.summary,
        <>
          {recipe.isOwn ? "You" : recipe.publisher}
          <span class="console-under">Version {recipe.version}</span>
        </>,
      ])}
    />
  );
}

function Adopted({ office, adoptions }: CookbookPageProps) {
  if (adoptions.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What you took from the cookbook</h2>
      <ScrollTable
        label="What you took from the cookbook"
        head={["Service", "From", "State"]}
        rows={adoptions.map((one) => [
          <a class="govuk-link" href={recipeAddresses(office.at.root, one.service).recipe}>
            {one.title}
          </a>,
          one.publisher,
          <State adoption={one} />,
        ])}
      />
    </>
  );
}

function State({ adoption }: { adoption: AdoptionSummary }) {
  const { version, latest, live, deadline } = adoption;
  const isOwed = deadline !== undefined && (live ?? 0) < deadline.version;
  return (
    <>
      {latest > version ? (
        <Tag classes="govuk-tag--blue">New version</Tag>
      ) : (
        <Tag classes="govuk-tag--green">Up to date</Tag>
      )}
      {isOwed && (
        <span class="console-under">
          Version {deadline.version} has to be live by {sayDay(deadline.by)}. {deadline.why}
        </span>
      )}
    </>
  );
}
