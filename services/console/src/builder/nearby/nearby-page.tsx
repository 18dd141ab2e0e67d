import { Button, Checkboxes, InsetText, Radios } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { Column } from "../../pages/office-page.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { NumberField } from "../ground/number-field.tsx";
import { type Entered, Was } from "../ground/part-fields.tsx";

export interface NearbyPageProps {
  readonly frame: DraftFrame;
  readonly entered: Entered;
  readonly faults: Faults;
}

/** Say whether people see the open requests of others near theirs, and what of them. */
export function NearbyPage(props: NearbyPageProps) {
  const { frame, entered, faults } = props;
  const { lookFirst } = frame.draft.definition;
  const shows = lookFirst ? "yes" : "no";
  return (
    <DraftPage frame={frame} title="What others see nearby" faults={faults}>
      <Column>
        <p class="govuk-body">
          Before somebody sends a report, we can show them what is already reported near the same
          place. They can choose to be kept informed of that, and need not report it again.
        </p>
        <WhatIsSeen />
        <form method="post" action={frame.here.nearby} novalidate>
          <Seen frame={frame} />
          <Was field="shows" value={entered.was("shows", shows)} />
          <Radios
            name="shows"
            fieldset={{ legend: "Can people see open requests near theirs?" }}
            value={entered.now("shows", shows)}
            items={[
              {
                value: "yes",
                content: "Yes, requests for this service are public",
                conditional: (
                  <>
                    <HowNear {...props} />
                    <Declaration {...props} />
                  </>
                ),
              },
              { value: "no", content: "No, nobody sees the requests of others" },
            ]}
            errorMessage={faults.shows}
          />
          <Button preventDoubleClick>Save</Button>
        </form>
        <WhereFrom frame={frame} />
      </Column>
    </DraftPage>
  );
}

function WhatIsSeen() {
  return (
    <InsetText>
      <p class="govuk-body">
        Anybody sees how far away a request is, when it came, its reference, where it stands and how
        many people follow it.
      </p>
      <p class="govuk-body">
        Nobody sees what was said, pictures, notes, names or addresses. Followers are told of each
        stage and of the end, and of nothing else.
      </p>
    </InsetText>
  );
}

function HowNear({ frame, entered, faults }: NearbyPageProps) {
  const { lookFirst } = frame.draft.definition;
  return (
    <>
      <NumberField
        field="metres"
        kept={lookFirst?.metres ?? 100}
        label="How near do they have to be?"
        hint="100 metres is a short street. From 10 to 2000."
        suffix="metres"
        entered={entered}
        faults={faults}
      />
      <NumberField
        field="days"
        kept={lookFirst?.days ?? 60}
        label="How new do they have to be?"
        hint="Requests that came before are not shown. From 1 to 365."
        suffix="days"
        entered={entered}
        faults={faults}
      />
    </>
  );
}

function Declaration({ frame, entered, faults }: NearbyPageProps) {
  const declared = frame.draft.definition.lookFirst ? "yes" : "";
  const isTicked = entered.now("inPublic", declared) === "yes";
  return (
    <Checkboxes
      name="inPublic"
      fieldset={{ legend: "Where it lies" }}
      hint="Never show others what is about noise, illness, food, pests, housing or neighbours."
      values={isTicked ? ["yes"] : []}
      items={[
        {
          value: "yes",
          content:
            "Everything that people report here lies in public: in a street, a park or another place that anybody can go to",
        },
      ]}
      errorMessage={faults.inPublic}
    />
  );
}

/** Which question says where it is. */
function WhereFrom({ frame }: Pick<NearbyPageProps, "frame">) {
  const { form, location } = frame.draft.definition;
  const question = form.pages
    .flatMap(({ questions }) => questions)
    .find(({ id }) => id === location);
  const isPlace = question?.type === "location";
  return (
    <p class="govuk-body">
      {isPlace
        ? `The place comes from “${question.label}”.`
        : "The form must ask for a place on a map, and not for an address, which is somebody’s."}{" "}
      <a class="govuk-link" href={`${frame.here.privacy}#location`}>
        {isPlace ? "Change which question that is" : "Say which question asks where it is"}
      </a>
    </p>
  );
}

/** Leads from what happens to a request to what others see of it. */
export function OthersNearby({ frame }: Pick<NearbyPageProps, "frame">) {
  const { lookFirst } = frame.draft.definition;
  return (
    <section class="console-page" id="lookFirst" aria-labelledby="look-first-title">
      <h2 class="govuk-heading-m" id="look-first-title">
        What others see nearby
      </h2>
      <p class="govuk-body">
        {lookFirst
          ? `People see open requests within ${lookFirst.metres} metres of theirs, and can follow them.`
          : "Nobody sees the requests of others."}{" "}
        <a class="govuk-link" href={frame.here.nearby}>
          Change what others see nearby
        </a>
      </p>
    </section>
  );
}
