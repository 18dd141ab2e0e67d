import type { RecipeProgress } from "@guildhall/contract";
import { BackLink, InsetText, Tag } from "@guildhall/ui";
import type { Frame } from "../../pages/frame.ts";
import { OfficePage } from "../../pages/office-page.tsx";
import { sayDay } from "../../pages/say-day.ts";
import { ScrollTable } from "../../pages/scroll-table.tsx";
import { cookbookAddresses } from "./addresses.ts";

export interface RequiredPageProps extends Frame {
  readonly updates: readonly RecipeProgress[];
}

const states = {
  live: { words: "Live", colour: "green" },
  "in-the-making": { words: "In a draft", colour: "yellow" },
  waiting: { words: "Not taken yet", colour: "red" },
} as const;

/** Updates that councils have to take, and who has: for whoever runs the platform. */
export function RequiredPage(props: RequiredPageProps) {
  const { office, updates, desk } = props;
  const at = cookbookAddresses(office.at);
  const title = "Updates that councils have to take";
  return (
    <OfficePage
      {...props}
      title={title}
      current="services"
      beforeContent={<BackLink href={at.list} />}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      {updates.length === 0 && (
        <InsetText>
          None. Open a recipe in the cookbook to have councils take its version.
        </InsetText>
      )}
      {updates.map((update) => (
        <section aria-label={update.title}>
          <h2 class="govuk-heading-m">
            <a class="govuk-link" href={at.recipe(update.recipe)}>
              {update.title}
            </a>
            , version {update.version}
          </h2>
          <p class="govuk-body">
            By {sayDay(update.by)}. {update.why} Live with {update.live} of {update.adopted}.
          </p>
          {update.tenants.length > 0 && (
            <ScrollTable
              label={`Who has taken ${update.title}`}
              head={["Council", "State"]}
              rows={update.tenants.map(({ name, state }) => [
                name,
                <Tag classes={`govuk-tag--${states[state].colour}`}>{states[state].words}</Tag>,
              ])}
            />
          )}
          {desk.scopes.has("platform:write") && (
            <p class="govuk-body">
              <a class="govuk-link" href={at.require(update.recipe)}>
                Change the day, or require it no more
              </a>
            </p>
          )}
        </section>
      ))}
    </OfficePage>
  );
}
