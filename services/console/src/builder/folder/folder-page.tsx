import { BackLink, Button, FileUpload } from "@guildhall/ui";
import { anyFault, FaultSummary } from "../../pages/fault-summary.tsx";
import type { Faults, Frame } from "../../pages/frame.ts";
import { Column, OfficePage } from "../../pages/office-page.tsx";
import { folderAddresses } from "./addresses.ts";

export interface FolderPageProps extends Frame {
  readonly faults: Faults;
  /** What is wrong with the files that were sent, each in a sentence. */
  readonly said: readonly string[];
  readonly once: string;
}

/** What was set up, out as files and in again. */
export function FolderPage(props: FolderPageProps) {
  const { office, desk, faults } = props;
  const title = "Services as files";
  return (
    <OfficePage
      {...props}
      title={title}
      faults={anyFault(faults)}
      current="services"
      beforeContent={<BackLink href={office.at.services} />}
    >
      <Column>
        <FaultSummary faults={faults} />
        <h1 class="govuk-heading-l">{title}</h1>
        <TakeOut {...props} />
        {desk.scopes.has("services:write") && <BringIn {...props} />}
      </Column>
    </OfficePage>
  );
}

function TakeOut({ office }: Frame) {
  return (
    <>
      <h2 class="govuk-heading-m">Take everything out</h2>
      <p class="govuk-body">
        You get one zip file with all that you have set up: services that are live or in the making,
        brands, tables and what your back offices take. You can keep it, compare it with an earlier
        one, or bring it in elsewhere.
      </p>
      <p class="govuk-body">
        What people sent you is not in it, and neither are passwords and keys.
      </p>
      <Button
        href={folderAddresses(office.at).download}
        classes="govuk-button--secondary"
        attributes={{ download: "" }}
      >
        Download the zip file
      </Button>
    </>
  );
}

function BringIn({ office, faults, said, once }: FolderPageProps) {
  return (
    <>
      <h2 class="govuk-heading-m">Bring files in</h2>
      <p class="govuk-body">
        First you see what the files would change. Nothing happens before you approve it, and no
        service goes live by it: what is different becomes a draft.
      </p>
      <Said said={said} />
      <form
        method="post"
        action={`${folderAddresses(office.at).bringIn}?once=${once}`}
        enctype="multipart/form-data"
        novalidate
      >
        <FileUpload
          name="file"
          label="The zip file"
          hint="At most 20 megabytes."
          errorMessage={faults.file}
          attributes={{ accept: ".zip,application/zip" }}
        />
        <Button preventDoubleClick>See what would change</Button>
      </form>
    </>
  );
}

/** Names of files may be long words, which have to break. */
function Said({ said }: { readonly said: readonly string[] }) {
  if (said.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">What is wrong with the files</h3>
      <ul class="govuk-list govuk-list--bullet">
        {said.map((sentence) => (
          <li class="govuk-!-text-break-word">{sentence}</li>
        ))}
      </ul>
    </>
  );
}
