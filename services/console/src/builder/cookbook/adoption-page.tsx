import type { AdoptedPart, Adoption } from "@guildhall/contract";
import { Button, InsetText, Tag } from "@guildhall/ui";
import { sayDay } from "../../pages/say-day.ts";
import { pageOfPart } from "../ground/page-of-part.ts";
import { type ServiceFrame, ServicePage } from "../home/service-page.tsx";
import { cookbookAddresses, recipeAddresses } from "./addresses.ts";
import { Parts, titleOf } from "./recipe-page.tsx";

export interface AdoptionPageProps {
  readonly frame: ServiceFrame;
  readonly service: string;
  readonly adoption: Adoption;
}

/** Where a service stands that was taken from the cookbook: what is left to decide, and what has come since. */
export function AdoptionPage(props: AdoptionPageProps) {
  const { frame, adoption } = props;
  const at = cookbookAddresses(frame.office.at);
  const asked = adoption.parts.filter(({ may }) => may === "must-change");
  return (
    <ServicePage frame={frame} title="The recipe it comes from">
      <p class="govuk-body">
        This service comes from{" "}
        <a class="govuk-link" href={at.recipe(adoption.recipe)}>
          a recipe
        </a>{" "}
        of {adoption.publisher}, in version {adoption.version}.
      </p>
      <News {...props} />
      <h2 class="govuk-heading-m">What you have to decide</h2>
      {asked.length === 0 && <p class="govuk-body">Its author leaves nothing to you.</p>}
      {asked.length > 0 && (
        <p class="govuk-body">
          {asked.filter(({ isDone }) => isDone).length} of {asked.length} decided. It can be
          published once all of them are.
        </p>
      )}
      {asked.map((part, place) => (
        <Asked {...props} part={part} place={place} />
      ))}
      <h2 class="govuk-heading-m">What its author says of the rest</h2>
      <Parts parts={adoption.parts.filter(({ may }) => may !== "must-change")} />
    </ServicePage>
  );
}

function News({ frame, service, adoption }: AdoptionPageProps) {
  const { news, deadline, live = 0 } = adoption;
  const isOwed = deadline !== undefined && live < deadline.version;
  if (news.length === 0 && !isOwed)
    return <p class="govuk-body">You have the latest version of it.</p>;
  return (
    <InsetText>
      {isOwed && (
        <p class="govuk-body">
          Version {deadline.version} has to be live by {sayDay(deadline.by)}. {deadline.why}
        </p>
      )}
      {news.map((one) => (
        <p class="govuk-body">
          <strong>Version {one.version}:</strong> {one.news}
        </p>
      ))}
      {news.length > 0 && (
        <Button href={recipeAddresses(frame.office.at.root, service).upgrade}>
          See what the new version changes
        </Button>
      )}
    </InsetText>
  );
}

function Asked({
  frame,
  service,
  part,
  place,
}: AdoptionPageProps & { part: AdoptedPart; place: number }) {
  const { at, why, isDone, isConfirmed } = part;
  const { confirm } = recipeAddresses(frame.office.at.root, service);
  const words = isConfirmed ? "Stays as the recipe has it" : "Changed";
  return (
    <div class="builder-part">
      <h3 class="govuk-heading-s" id={`part-${place}`}>
        {titleOf(part)}{" "}
        {isDone ? (
          <Tag classes="govuk-tag--green">{words}</Tag>
        ) : (
          <Tag classes="govuk-tag--yellow">To decide</Tag>
        )}
      </h3>
      {why !== undefined && <p class="govuk-body">{why}</p>}
      <div class="console-actions">
        <a class="govuk-link govuk-body" href={pageOfPart(frame.here, at)}>
          Change it<span class="govuk-visually-hidden">: {titleOf(part)}</span>
        </a>
        {!isDone && frame.desk.scopes.has("services:write") && (
          <form method="post" action={confirm}>
            <input type="hidden" name="once" value={`${frame.once}-${place}`} />
            <input type="hidden" name="at" value={at} />
            <button type="submit" class="console-link govuk-body">
              It is right as it is<span class="govuk-visually-hidden">: {titleOf(part)}</span>
            </button>
          </form>
        )}
      </div>
    </div>
  );
}
