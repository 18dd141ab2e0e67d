import { BackLink, Button, FileUpload } from "@guildhall/ui";
import { anyFault, FaultSummary } from "../../pages/fault-summary.tsx";
import type { Faults, Frame } from "../../pages/frame.ts";
import { Column, OfficePage } from "../../pages/office-page.tsx";
import { cookbookAddresses } from "./addresses.ts";

export interface BringInPageProps extends Frame {
  readonly faults: Faults;
  readonly once: string;
}

/** A recipe that comes as a file from another installation. */
export function BringInPage(props: BringInPageProps) {
  const { office, faults } = props;
  const at = cookbookAddresses(office.at);
  const title = "Bring in a recipe from a file";
  return (
    <OfficePage
      {...props}
      title={title}
      faults={anyFault(faults)}
      current="services"
      beforeContent={<BackLink href={at.list} />}
    >
      <Column>
        <FaultSummary faults={faults} />
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          The file says who has signed it. It is taken in if whoever runs this platform trusts them,
          and nobody has changed it on its way.
        </p>
        <form
          method="post"
          action={`${at.bringIn}?once=${props.once}`}
          enctype="multipart/form-data"
          novalidate
        >
          <FileUpload
            name="file"
            label="The file of the recipe"
            hint="Its name ends in .recipe.json."
            errorMessage={faults.file}
            attributes={{ accept: ".json,application/json" }}
          />
          <Button preventDoubleClick>Bring it in</Button>
        </form>
      </Column>
    </OfficePage>
  );
}
