import type { RecipeSketch } from "@guildhall/contract";
import { Button, Checkboxes, Details, InsetText, Textarea } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { type ServiceFrame, ServicePage } from "../home/service-page.tsx";
import { recipeAddresses } from "./addresses.ts";
import { Mark } from "./mark.tsx";
import type { Markable, MarkedGroup } from "./markable.ts";

export interface SharePageProps {
  readonly frame: ServiceFrame;
  readonly service: string;
  readonly sketch: RecipeSketch;
  readonly groups: readonly MarkedGroup[];
  readonly news: string;
  readonly withMappings: boolean;
  readonly faults: Faults;
}

/** A live service that is shared: what goes with it, and what its author says of each part. */
export function SharePage(props: SharePageProps) {
  const { frame, service, sketch, groups, news, withMappings, faults } = props;
  const at = recipeAddresses(frame.office.at.root, service);
  const title = sketch.version === 1 ? "Share it as a recipe" : "Share its next version";
  return (
    <ServicePage frame={frame} title={title} faults={faults}>
      <p class="govuk-body">
        Other councils can take a copy of this service as it is live now. What they make of it is
        theirs; your own service stays as it is.
      </p>
      {sketch.leftOut.length > 0 && (
        <InsetText>
          {sketch.leftOut.map((sentence) => (
            <p class="govuk-body">{sentence}</p>
          ))}
        </InsetText>
      )}
      <p class="govuk-body">
        Read your texts once more: names and telephone numbers that stand in them go with them.
      </p>
      <form method="post" action={at.share} novalidate>
        <input type="hidden" name="once" value={frame.once} />
        <Textarea
          name="news"
          label={sketch.version === 1 ? "What is good about it?" : "What is new in this version?"}
          hint="Other councils read this before they take it."
          rows={3}
          value={news}
          errorMessage={faults.news}
        />
        <Checkboxes
          name="withMappings"
          values={withMappings ? ["yes"] : []}
          items={[
            {
              value: "yes",
              content: "Share where answers go, too",
              hint: "Only useful to councils with the same back office. It has your codes in it.",
            },
          ]}
        />
        <h2 class="govuk-heading-m">What others may change</h2>
        <p class="govuk-body">
          They may change everything, unless you say otherwise here. Each part that they have to
          decide is on a list for them.
        </p>
        {groups.map((group) => (
          <Group {...group} />
        ))}
        <Button preventDoubleClick>Share it</Button>
      </form>
    </ServicePage>
  );
}

function Group({ title, parts }: MarkedGroup) {
  const said = parts.filter(({ may }) => may !== "change").length;
  return (
    <Details summary={`${title}${said > 0 ? ` (${said} marked)` : ""}`} open={said > 0}>
      {parts.map((part: Markable) => (
        <Mark {...part} />
      ))}
    </Details>
  );
}
